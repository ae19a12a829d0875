/** A player at the built page: opens it, begins a game, gives orders, ends turns, takes the game away as a file. */
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type GameRecord, parseRecord } from '../../src/play/record.ts';

export const WINDOW = { viewport: { width: 1280, height: 800 }, locale: 'en-GB' } as const;

/** Settings of a player in a hurry; before the page's own code runs. */
async function inAHurry(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    try {
      if (!localStorage.getItem('ridgeline-settings'))
        localStorage.setItem('ridgeline-settings', JSON.stringify({ speed: 0, language: 'en' }));
    } catch {
      return;
    }
  });
}

/** A browser of such a player's, with the usual window. */
export async function hurriedContext(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> {
  const made = await browser.newContext({ ...WINDOW, serviceWorkers: 'block', ...options });
  await inAHurry(made);
  return made;
}

/** Opens the page and waits for its start screen; faults that nothing caught go into `complaints`. */
export async function openPage(context: BrowserContext, url: string, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}/`);
  await beginButton(page).waitFor();
  return page;
}

export const beginButton = (page: Page): ReturnType<Page['locator']> =>
  page.getByRole('button', { name: 'Begin the battle' });

/** Takes one of a row of choices as a hand does: on its words, once they lie still (what is read late moves them). */
export async function pick(radio: Locator): Promise<void> {
  await radio.locator('xpath=ancestor::label').click();
  await expect.poll(() => radio.isChecked()).toBe(true);
}

export async function boardUp(page: Page): Promise<void> {
  await page.locator('.board-host canvas').first().waitFor();
  await page.locator('.minimap-corner canvas').waitFor();
}

/** Begins a game of the first scenario with a seed; `both`: two people at one screen. */
export async function begin(page: Page, seed: string, both = false): Promise<void> {
  await page.getByRole('textbox', { name: 'Seed' }).fill(seed);
  if (both) for (const side of await page.getByRole('radio', { name: 'You' }).all()) await pick(side);
  await beginButton(page).click();
  await boardUp(page);
  await myTurn(page, 1);
}

export async function myTurn(page: Page, turn: number): Promise<void> {
  await page.getByText(`Turn ${turn} of`).waitFor({ timeout: 60_000 });
  await page.locator('button.end-turn:enabled').waitFor({ timeout: 60_000 });
}

/** Asks for the end of the turn and says yes. */
export async function endTurn(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await page.locator('dialog[open]').getByRole('button', { name: 'End turn' }).click();
}

/** An order that anyone can always give: the next unit holds where it is. */
export async function holdNext(page: Page): Promise<void> {
  await page.keyboard.press('n');
  await page.locator('.unit-card h2').waitFor();
  await page.getByText('Hold', { exact: true }).click();
  await page.getByRole('button', { name: /^Undo: Take back/ }).waitFor();
}

export async function toStart(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'To the start screen' }).click();
  await beginButton(page).waitFor();
}

/** Goes on with the newest running game of the start screen. */
export async function goOn(page: Page): Promise<void> {
  await page.locator('.games .game-row').first().click();
  await boardUp(page);
}

/** The file that an action hands to the browser, as a record. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<GameRecord> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const parsed = parseRecord(await readFile(await download.path(), 'utf8'));
  if (!parsed.ok) throw new Error(`the file is no game: ${parsed.faults[0]?.message}`);
  return parsed.value;
}

/** The game on the board, as the file that the menu writes. */
export async function fileOfGame(page: Page): Promise<GameRecord> {
  await page.getByRole('button', { name: 'Menu' }).click();
  const record = await downloaded(page, () =>
    page.locator('dialog[open]').getByRole('button', { name: 'Save as a file' }).click(),
  );
  if (await page.locator('dialog[open]').count()) await page.keyboard.press('Escape');
  return record;
}
