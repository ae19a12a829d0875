/** The laboratory in the built page: the command line's games to the byte, whatever interrupts them; reports, comparisons, replays. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROGRAM } from '../cli/program.ts';
import { launchChromium } from './browser.ts';
import { type BuiltSite, serveBuilt } from './built.ts';
import { seriousFaults } from './faults.ts';
import { hurriedContext, openPage } from './player.ts';

const GAMES = 6;
const SEED = 'page';

let site: BuiltSite;
let browser: Browser;
let folder: string;
/** The same run as the command line writes it. */
let written: string;
const complaints: string[] = [];

beforeAll(async () => {
  site = await serveBuilt('/games/ridgeline');
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'ridgeline-laboratory-'));
  const out = join(folder, 'run.jsonl');
  const asked = ['lab', 'run', 'kunlun-pass', '--games', String(GAMES), '--seed', SEED, '--bots', 'recruit'];
  execFileSync(process.execPath, [PROGRAM, ...asked, '--out', out], { stdio: 'ignore' });
  written = readFileSync(out, 'utf8');
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the tests keep beside the page: answers of the laboratory's first player until it dies, and whether storage is full. */
interface Beside {
  answers: number;
  full: boolean;
  players: number;
}

declare global {
  var laboratoryBeside: Beside;
}

/** A browser with several processors, whose players and storage the test can break. */
async function context(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const made = await hurriedContext(browser, options);
  await made.addInitScript(() => {
    globalThis.laboratoryBeside = { answers: -1, full: false, players: 0 };
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: 4 });
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
      if (globalThis.laboratoryBeside.full && this.name === 'lines')
        throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, given);
    };
    const Real = Worker;
    globalThis.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (options?.name !== 'laboratory') return;
        globalThis.laboratoryBeside.players++;
        this.addEventListener('message', () => {
          if (globalThis.laboratoryBeside.answers < 0 || globalThis.laboratoryBeside.answers-- > 0) return;
          this.terminate();
          this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
        });
      }
    };
  });
  return made;
}

async function openLaboratory(here: BrowserContext): Promise<Page> {
  const page = await openPage(here, site.url, complaints);
  await enter(page);
  return page;
}

async function enter(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Laboratory', exact: true }).click();
  await page.getByRole('heading', { name: 'Laboratory' }).waitFor();
}

/** Sets the run up that the command line has played, and starts it. */
async function start(page: Page, games = GAMES): Promise<void> {
  await page.getByRole('spinbutton', { name: 'Games' }).fill(String(games));
  await page.getByRole('textbox', { name: 'Seed' }).fill(SEED);
  for (const side of ['China', 'Japan']) await page.getByLabel(`Level of ${side}`).selectOption('recruit');
  await page.getByRole('button', { name: 'Start the run' }).click();
  await page.locator('.lab-progress').waitFor();
}

async function state(page: Page, name: string): Promise<void> {
  const found = page.locator('.lab-progress b', { hasText: name });
  await found.waitFor({ timeout: 120_000 }).catch(async (error: Error) => {
    const words = await page.locator('.lab-run, .notices').allInnerTexts();
    throw new Error(`${error.message}\n${words.join('\n')}`);
  });
}

/** Waits until so many games are there. */
async function stored(page: Page, least: number): Promise<void> {
  const count = async (): Promise<number> =>
    Number(/(\d+) of/.exec((await page.locator('.lab-runs small').last().textContent()) ?? '')?.[1] ?? 0);
  await expect.poll(count, { timeout: 120_000 }).toBeGreaterThanOrEqual(least);
}

/** The file that the page saves of the run looked at. */
async function exported(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  expect(download.suggestedFilename()).toMatch(/^kunlun-pass .*seed page\.run\.jsonl$/);
  return readFile(await download.path(), 'utf8');
}

const pick = (page: Page, name: string, text: string): Promise<void> => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return page.locator('.lab-new input[type=file]').setInputFiles(path);
};

test('six games with several workers are the command line’s to the byte', async () => {
  const here = await context();
  const page = await openLaboratory(here);
  await start(page);
  await state(page, 'Finished');
  expect(await page.evaluate(() => globalThis.laboratoryBeside.players)).toBeGreaterThan(3);
  expect(await exported(page)).toBe(written);
  const said = page.locator('.lab-progress [role=status]');
  expect(await said.textContent()).toBe(`Finished: ${GAMES} of ${GAMES} games`);
  await here.close();
});

test('paused, cancelled, and left by a reload in the middle: gone on with, it comes to the same', async () => {
  const here = await context();
  const page = await openLaboratory(here);
  await start(page);
  await stored(page, 1);
  await page.keyboard.press('Space');
  await state(page, 'Paused');
  await page.keyboard.press('Control+Enter');
  await state(page, 'Being played');
  await page.keyboard.press('Shift+X');
  await state(page, 'Paused');
  await page.getByRole('button', { name: 'Go on' }).click();
  await state(page, 'Being played');
  await page.reload();
  await enter(page);
  await state(page, 'Paused');
  await page.getByRole('button', { name: 'Go on' }).click();
  await state(page, 'Finished');
  expect(await exported(page)).toBe(written);
  await here.close();
});

test('it goes on while the player is at the start screen', async () => {
  const here = await context();
  const page = await openLaboratory(here);
  await start(page);
  await page.getByText('The run goes on while you are elsewhere').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Laboratory: \d+ % played/ }).waitFor();
  await page.getByRole('button', { name: 'Laboratory', exact: true }).click({ timeout: 120_000 });
  await state(page, 'Finished');
  expect(await exported(page)).toBe(written);
  await here.close();
});

test('a worker that dies is told of, its game is given to another, and the games are the same', async () => {
  const here = await context();
  const page = await openLaboratory(here);
  await page.locator('.lab-set-up').waitFor();
  await page.evaluate(() => {
    // The answers that the conditions are sound, that players took the run, and one game.
    globalThis.laboratoryBeside.answers = 5;
  });
  await start(page);
  await state(page, 'Finished');
  await page.getByText('A worker broke down; its game was given to another.').waitFor();
  expect(await exported(page)).toBe(written);
  await here.close();
});

test('storage that is full is told and nothing is lost: the file has all games, and room made by hand takes them', async () => {
  const here = await context();
  const page = await openLaboratory(here);
  await page.locator('.lab-set-up').waitFor();
  await page.evaluate(() => {
    globalThis.laboratoryBeside.full = true;
  });
  await start(page);
  await state(page, 'Finished');
  await page.getByText(/games? lies? in this tab only: there is no room left/).waitFor();
  expect(await exported(page)).toBe(written);
  await page.evaluate(() => {
    globalThis.laboratoryBeside.full = false;
  });
  await page.locator('.lab-side').getByRole('button', { name: 'Try again' }).click();
  await page.locator('.storage-fault').waitFor({ state: 'detached' });
  await page.reload();
  await enter(page);
  await state(page, 'Finished');
  expect(await exported(page)).toBe(written);
  await here.close();
});

test('a browser that stores nothing says so; runs are played and saved as files all the same', async () => {
  const here = await context();
  await here.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
  const page = await openLaboratory(here);
  await page.getByText('This browser stores no runs here').waitFor();
  await start(page);
  await state(page, 'Finished');
  expect(await exported(page)).toBe(written);
  await here.close();
});

test('a run file comes in as it is; one with a fault is refused with its line, and names from a file are text', async () => {
  const here = await context();
  const page = await openLaboratory(here);
  await pick(page, 'broken.jsonl', written.replace('"game":3', '"game":5'));
  await page.locator('.notice.error', { hasText: 'broken.jsonl cannot be read as a run' }).waitFor();
  await page.getByText(/line 4: game/).waitFor();
  expect(await page.locator('.lab-runs li').count()).toBe(0);
  const [head = '', ...lines] = written.split('\n');
  const hostile = '<img src=x onerror="globalThis.hit=1">';
  const changes = { formatVersion: 1, id: 'evil', title: hostile, why: hostile, changes: [] };
  await pick(page, 'hostile.jsonl', [JSON.stringify({ ...JSON.parse(head), changes }), ...lines].join('\n'));
  await page.locator('.lab-run h2', { hasText: hostile }).waitFor();
  await page.keyboard.press('r');
  await page.locator('.lab-report .report').waitFor();
  expect(await page.locator('img[src=x]').count()).toBe(0);
  expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false);
  await pick(page, 'good.jsonl', written);
  await page.locator('.lab-run h2', { hasText: /^Kunlun Pass$/ }).waitFor();
  expect(await exported(page)).toBe(written);
  await pick(page, 'cut.jsonl', written.slice(0, -20));
  await state(page, 'Paused');
  await page.getByRole('button', { name: 'Go on' }).click();
  await state(page, 'Finished');
  expect(await exported(page)).toBe(written);
  for (let left = 3; left > 0; left--) {
    await page.locator('.lab-runs button').first().click();
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect.poll(() => page.locator('.lab-runs li').count()).toBe(left - 1);
  }
  await here.close();
});

describe.each([
  { name: 'a desk', viewport: { width: 1440, height: 900 }, phone: false },
  { name: 'a phone', viewport: { width: 390, height: 844 }, phone: true },
])('on $name', ({ viewport, phone }) => {
  test('the form, a run, its report, a what-if beside it and a replay: by keys, and for those who read by ear', async () => {
    const found: string[] = [];
    const here = await context({ viewport, hasTouch: phone, isMobile: phone });
    const page = await openLaboratory(here);
    const look = async (where: string): Promise<void> => {
      found.push(...(await seriousFaults(page)).map((fault) => `${where}: ${fault}`));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) found.push(`${where}: ${wide} pixels too wide`);
    };
    await page.locator('.lab-set-up').waitFor();
    await look('form');
    await pick(page, 'base.jsonl', written);
    await state(page, 'Finished');
    await look('run');
    await page.keyboard.press('r');
    await page.locator('.lab-report .report').waitFor();
    await look('report');
    await page.keyboard.press('w');
    await page.getByRole('heading', { name: 'What if' }).waitFor();
    await page.getByRole('combobox', { name: 'What if' }).selectOption({ label: '5 Corps without tanks' });
    await look('what-if');
    await page.getByRole('spinbutton', { name: 'Games' }).fill('2');
    await page.getByRole('button', { name: 'Start the run' }).click();
    await page.locator('.lab-run h2', { hasText: 'without tanks' }).waitFor();
    await state(page, 'Finished');
    await page.keyboard.press('c');
    await page.getByText('2 pairs').first().waitFor();
    await look('comparison');
    await page.keyboard.press('j');
    await page.locator('.lab-run h2', { hasText: /^Kunlun Pass$/ }).waitFor();
    await page.keyboard.press('?');
    await page.locator('dialog[open] .key-list').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.locator('.notable-games button').first().click();
    await page.locator('.replay-bar').waitFor();
    await page.getByText('Verified').first().waitFor();
    await page.getByRole('button', { name: 'Back to the laboratory' }).click();
    await page.locator('.lab-report .report').waitFor();
    await here.close();
    expect(found).toEqual([]);
  });
});

test('nothing broke on the way', () => {
  expect(complaints).toEqual([]);
});
