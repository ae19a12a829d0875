/** The lesson in a real browser, as a beginner plays it: by mouse from the start screen on, and by keys where keys lead. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LessonData } from '../../src/scenario/shapes/lesson.ts';
import { scenarioTexts } from '../scenario/files.ts';
import { launchChromium } from './browser.ts';
import { type BuiltSite, serveBuilt } from './built.ts';

let site: BuiltSite;
let browser: Browser;
const complaints: string[] = [];
const lesson = JSON.parse(scenarioTexts('lesson').lesson ?? '{}') as LessonData;

beforeAll(async () => {
  site = await serveBuilt('/games/ridgeline');
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A page at the first step, reached as a visitor reaches it. */
async function begin(width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, serviceWorkers: 'block' });
  await context.addInitScript(() => {
    if (!localStorage.getItem('ridgeline-settings'))
      localStorage.setItem('ridgeline-settings', JSON.stringify({ speed: 0 }));
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${site.url}/`);
  await page.getByRole('button', { name: 'Begin the lesson' }).click();
  await page.locator('.coach').waitFor();
  await page.locator('.minimap-corner canvas').waitFor();
  return page;
}

const coach = (page: Page): Locator => page.locator('.coach');
const part = (page: Page, name: string): Locator => page.locator(`[data-part="${name}"]`);

/** The middle of a ring, once it has come to rest. */
async function ring(page: Page, index: number): Promise<[number, number]> {
  const at = async (): Promise<string> => {
    const box = await page.locator('.coach-rings i:not([hidden])').nth(index).boundingBox();
    return box ? `${box.x + box.width / 2},${box.y + box.height / 2}` : '';
  };
  let before = '';
  await expect
    .poll(async () => {
      const now = await at();
      const still = now !== '' && now === before;
      before = now;
      return still;
    })
    .toBe(true);
  return before.split(',').map(Number) as [number, number];
}

async function clickRing(page: Page, index: number): Promise<void> {
  const [x, y] = await ring(page, index);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
}

/** What a beginner does at a step that wants something done, by its words. */
const BY_MOUSE: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  look: (page) => part(page, 'zoom').getByRole('button').first().click(),
  select: (page) => clickRing(page, 0),
  path: (page) => clickRing(page, 0),
  march: (page) => clickRing(page, 0),
  undo: (page) => part(page, 'undo').click(),
  redo: (page) => part(page, 'redo').click(),
  bringUp: marchOnRings,
  supply: async (page) => {
    await part(page, 'layers').click();
    await page.locator('.layers').getByText('Supply').first().click();
  },
  endTurn,
  cut: (page) => clickRing(page, 0),
  approach: marchOnRings,
  plan: (page) => clickRing(page, 0),
  tick: (page) => part(page, 'attackers').locator('input:not(:checked):enabled').first().check(),
  stay: (page) => part(page, 'advance').locator('input').uncheck(),
  attack: (page) => part(page, 'attack').click(),
  bringUpAgain: marchOnRings,
  endTurnAgain: endTurn,
  air: (page) => part(page, 'tab.air').click(),
  fly: async (page) => {
    await part(page, 'airForm').locator('select').first().selectOption('closeSupport');
    await part(page, 'airForm').getByRole('button', { name: 'Pick hex' }).click();
    await clickRing(page, 0);
  },
  secondSide: marchOnRings,
  planHeight: async (page) => {
    await clickRing(page, 1);
    await part(page, 'attackers').locator('input:not(:checked):enabled').first().check();
  },
  attackHeight: (page) => part(page, 'attack').click(),
};

/** Picks the unit ringed first, looks at the way to the hex ringed second, and sends it there. */
async function marchOnRings(page: Page): Promise<void> {
  await clickRing(page, 0);
  await page.locator('.unit-card').waitFor();
  await clickRing(page, 1);
  await part(page, 'march').getByRole('button').first().click();
}

async function endTurn(page: Page): Promise<void> {
  await part(page, 'endTurn').click();
  await page.locator('dialog[open]').getByRole('button', { name: 'End turn' }).click();
}

/** Where the coach is, from its words: "Step 3 of 35". */
async function stepOf(page: Page): Promise<number> {
  const text = (await coach(page).locator('.label').textContent()) ?? '';
  return Number(/\d+/.exec(text)?.[0]) - 1;
}

test('a first-time visitor plays the whole lesson by mouse', async () => {
  const page = await begin(1440, 900);
  const played: string[] = [];
  const tasks = lesson.steps.filter((step) => step.done && !step.moot).map((step) => step.words ?? '');
  for (let at = await stepOf(page); at < lesson.steps.length - 1; at = await stepOf(page)) {
    const step = lesson.steps[at];
    const words = step?.words ?? '';
    played.push(words);
    const doIt = BY_MOUSE[words];
    if (step?.done) {
      if (!doIt) throw new Error(`nobody knows how to do "${words}"`);
      await doIt(page);
    } else await coach(page).getByRole('button', { name: 'Next', exact: true }).click();
    await expect.poll(() => stepOf(page), { timeout: 20_000, message: words }).not.toBe(at);
  }
  // Nothing that has to be done was passed over.
  expect(played).toEqual(expect.arrayContaining(tasks));
  await coach(page).getByText('That is all you need').waitFor();
  await coach(page).getByRole('button', { name: 'Play this one on' }).click();
  await page.locator('.coach-folded').waitFor();
  await page.reload();
  await page.locator('.games .game-row').first().waitFor();
  expect(await page.getByRole('button', { name: 'Begin the lesson' }).count()).toBe(0);
  await page.context().close();
});

test('the first steps are done by keys alone, and the lesson goes on where it was left', async () => {
  const page = await begin(1280, 800);
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const title = (text: string): Promise<void> => coach(page).getByRole('heading', { name: text }).waitFor();
  const next = async (): Promise<void> => {
    await coach(page).getByRole('button', { name: 'Next', exact: true }).focus();
    await press('Enter');
  };
  const goTo = async (hex: string): Promise<void> => {
    await press('/');
    await page.locator('dialog[open] input').fill(hex);
    await press('Enter');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  };
  await next();
  await title('Look around');
  await expect
    .poll(async () => {
      await press('1', '5');
      return coach(page).getByRole('heading').textContent();
    })
    .toBe('Pick a unit');
  await goTo('0408');
  await press('Enter');
  await title('What a unit is worth');
  await next();
  await title('Where it can go');
  await goTo('0507');
  await press('Enter');
  await title('March');
  await press('Enter');
  await title('Take it back');
  await press('u');
  await title('And give it again');
  await press('Control+y');
  await title('Now on your own');
  await page.reload();
  await page.locator('.games .game-row').first().click();
  await title('Now on your own');
  await page.context().close();
});

test('on a phone the words leave free what they point at', async () => {
  const page = await begin(390, 844);
  for (let n = 0; n < 12; n++) {
    const words = await coach(page).boundingBox();
    if (!words) throw new Error('no coach');
    expect(words.x).toBeGreaterThanOrEqual(0);
    expect(words.x + words.width).toBeLessThanOrEqual(390);
    await expect
      .poll(async () => {
        const box = await coach(page).boundingBox();
        const rings = await page.locator('.coach-rings i.round:not([hidden])').all();
        const boxes = await Promise.all(rings.map((one) => one.boundingBox()));
        return boxes.filter((one) => {
          if (!one || !box) return false;
          const [x, y] = [one.x + one.width / 2, one.y + one.height / 2];
          return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
        }).length;
      })
      .toBe(0);
    await coach(page).locator('.coach-next').click();
  }
  await page.context().close();
});

test('nothing broke on the way', () => {
  expect(complaints).toEqual([]);
});
