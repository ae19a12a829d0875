/** West Hunan in the built page: turns by mouse, by keys and by touch, with decisions, the air bridge and the overlays. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from './browser.ts';
import { type BuiltSite, serveBuilt } from './built.ts';
import { hurriedContext, openPage } from './player.ts';

let site: BuiltSite;
let browser: Browser;
const complaints: string[] = [];
/** Screen pixels between neighbours at the first look. */
const HEX_PX = 52;

beforeAll(async () => {
  site = await serveBuilt('/campaign');
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function start(options: Parameters<Browser['newContext']>[0]): Promise<{ context: BrowserContext; page: Page }> {
  const context = await hurriedContext(browser, options);
  return { context, page: await openPage(context, site.url, complaints) };
}

const press = async (touch: boolean, target: ReturnType<Page['locator']>): Promise<void> => {
  if (touch) await target.tap();
  else await target.click();
};

/** From the start screen into the first turn of the Chinese side. */
async function begin(page: Page, seed: string, touch = false): Promise<void> {
  await press(touch, page.locator('.chooser label', { hasText: 'West Hunan' }));
  await page.locator('.plate-title', { hasText: 'West Hunan' }).waitFor();
  await page.getByRole('textbox', { name: 'Seed' }).fill(seed);
  await press(touch, page.getByRole('button', { name: 'Begin the battle' }));
  await page.locator('.board-host canvas').first().waitFor();
  await myTurn(page, 1);
}

async function myTurn(page: Page, turn: number): Promise<void> {
  await page.getByText(`Turn ${turn} of 30`).waitFor();
  await page.locator('button.end-turn:enabled').waitFor();
}

/** Brings Dongkou to the middle of the map; motion is to be reduced, or the map still glides when this is over. */
async function goToDongkou(page: Page, touch: boolean): Promise<void> {
  await press(touch, page.getByRole('button', { name: 'Go to a place, unit or hex (/)' }));
  await page.locator('dialog[open] input').fill('Dongkou');
  const found = page.locator('dialog[open]').getByRole('button', { name: /^Dongkou / });
  await press(touch, found.first());
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

/** The middle of the map, where the hex lies that was gone to. */
async function middle(page: Page): Promise<[number, number]> {
  const box = await page.locator('.board-host').boundingBox();
  if (!box) throw new Error('no board');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

async function endByKeys(page: Page, turn: number): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.press('Enter');
  await myTurn(page, turn);
}

/** Moves the focus on, as a player without a mouse does, until it stands on a button of that name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let n = 0; n < 80; n++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const node = document.activeElement;
      return `${node?.getAttribute('aria-label') ?? ''} ${node?.textContent ?? ''}`.trim();
    });
    if (name.test(at)) return;
  }
  throw new Error(`the focus never came to ${name}`);
}

/** Nothing may stick out sideways. */
async function fits(page: Page): Promise<void> {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide).toBeLessThanOrEqual(room as number);
}

describe('by mouse', () => {
  let page: Page;
  let context: BrowserContext;
  beforeAll(async () => {
    ({ page, context } = await start({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' }));
    await fits(page);
    await begin(page, 'mouse');
  });
  afterAll(() => context?.close());

  test('two-day turns are told by both days, and a counter is clicked and marches', async () => {
    await page.getByText('9–10 Apr 1945').first().waitFor();
    await goToDongkou(page, false);
    const [x, y] = await middle(page);
    await page.mouse.click(x, y);
    await page.locator('.unit-card h2').waitFor();
    await page.mouse.click(x + HEX_PX, y);
    await page.getByRole('button', { name: /^March, / }).click();
    await page.getByRole('button', { name: /^Undo: Take back|^Undo: You have seen/ }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('the air bridge flies supplies in, and fuel and stock change by what it said', async () => {
    await page.getByRole('tab', { name: 'Air' }).click();
    const burnt = page.locator('.fuel-gauge .facts > div').nth(2).locator('dd');
    expect(await burnt.textContent()).toBe('0 kg');
    const promise = (await page.locator('.flight > p').first().textContent()) ?? '';
    const [, kilos, burn] = /carry ([\d.]+ t) and burn ([\d.]+ t) of fuel/.exec(promise) ?? [];
    expect(promise).toMatch(/The same fuel is \d+ sorties of /);
    await page
      .locator('.flight')
      .getByRole('button', { name: `Fly ${kilos} to` })
      .click();
    await expect.poll(() => burnt.textContent()).toBe(burn);
    await page.getByText(`Landed so far: 0 men and ${kilos}.`).waitFor();
  });

  test('a mission is picked on the map, and the formation remembers what it flew', async () => {
    const wing = page.locator('.air-row').first();
    await wing.locator('summary').click();
    await wing.locator('select').selectOption('reconnaissance');
    await wing.getByRole('button', { name: 'Pick hex' }).click();
    const [x, y] = await middle(page);
    await page.mouse.click(x + 2 * HEX_PX, y);
    await wing.getByText(/Flown so far: reconnaissance \d+/).waitFor();
    await page.keyboard.press('Escape');
  });

  test('supply in numbers: depots sorted, a depot shown on the map, its lines drawn', async () => {
    await page.getByRole('tab', { name: 'Supply' }).click();
    const depots = page.locator('.depots tbody tr');
    expect(await depots.count()).toBeGreaterThan(15);
    await page.getByRole('button', { name: 'Sort by food' }).click();
    await expect.poll(() => depots.first().textContent()).toMatch(/^Zhijiang/);
    await depots.first().getByRole('button').click();
    await page.locator('.hover-strip', { hasText: 'Zhijiang' }).waitFor();
    await page.getByRole('button', { name: /^Lines on the map/ }).click();
    await page.locator('.legend', { hasText: 'Depots with tonnes in store' }).waitFor();
    expect(
      await page.locator('.supply-panel section', { hasText: 'Convoys between depots' }).locator('li').count(),
    ).toBeGreaterThan(5);
    await page.getByRole('button', { name: /^Lines on the map/ }).click();
  });

  test('a decision shows itself in the bar when it opens, is confirmed, and is listed as taken', async () => {
    for (const turn of [2, 3]) {
      await page.locator('button.end-turn').click();
      const dialog = page.locator('dialog[open]');
      await dialog.getByRole('button', { name: 'End turn' }).click();
      await myTurn(page, turn);
    }
    const badge = page.locator('.decision-badge');
    await expect.poll(() => badge.getAttribute('aria-label')).toMatch(/^\d decisions open, new$/);
    await badge.click();
    const open = page.locator('.decision.open');
    const before = await open.count();
    const title = (await open.first().locator('h3').textContent()) ?? '';
    await open.first().getByRole('button', { name: 'Decide' }).click();
    await open.first().getByText(`Decide “${title}”?`).waitFor();
    await open.first().getByRole('button', { name: 'Cancel' }).click();
    await open.first().getByRole('button', { name: 'Decide' }).click();
    await open.first().locator('.confirm').getByRole('button', { name: 'Decide' }).click();
    await page.locator('.decision-group', { hasText: 'Taken (1)' }).getByText(title).first().waitFor();
    // A decision may shut others, never open one.
    await expect.poll(() => open.count()).toBeLessThan(before);
    await expect.poll(() => badge.getAttribute('aria-label')).not.toMatch('new');
  });

  test('ending the turn tells of open decisions as a count and does not insist', async () => {
    await page.locator('button.end-turn').click();
    await page
      .locator('dialog[open]')
      .getByText(/^\d decisions? (is|are) open and not taken\.$/)
      .waitFor();
    await page.locator('dialog[open]').getByRole('button', { name: 'End turn' }).click();
    await myTurn(page, 4);
  });
});

describe('an airfield', () => {
  test('is blown up from its hex only after the question is answered', async () => {
    const { page, context } = await start({ viewport: { width: 1440, height: 900 } });
    await begin(page, 'field');
    await page.keyboard.press('/');
    await page.locator('dialog[open] input').fill('1028');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const card = page.locator('.hex-card');
    await card.getByText(/Airfield in working order/).waitFor();
    await card.getByRole('button', { name: 'Blow up the airfield' }).click();
    await card.getByRole('button', { name: 'Cancel' }).click();
    await card.getByText(/Airfield in working order/).waitFor();
    await card.getByRole('button', { name: 'Blow up the airfield' }).click();
    await card.getByRole('button', { name: 'Blow it up' }).click();
    await card.getByText(/Airfield blown up/).waitFor();
    await page.getByRole('tab', { name: 'Score' }).click();
    await page.getByText(/^Airfield out of action: Zhijiang/).waitFor();
    await context.close();
  });
});

describe('by keys', () => {
  let page: Page;
  let context: BrowserContext;
  beforeAll(async () => {
    ({ page, context } = await start({ viewport: { width: 1280, height: 800 } }));
    await begin(page, 'keys');
  });
  afterAll(() => context?.close());

  test('a unit marches, a mission is flown, and every panel and overlay has its key', async () => {
    await page.keyboard.press('n');
    await page.locator('.unit-card h2').waitFor();
    await page.keyboard.press('/');
    await page.locator('dialog[open] input').fill('2537');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const card = page.locator('.unit-card');
    await card.getByText('Dongkou (2537)').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+Enter');
    await card
      .getByText(/\b2637\b/)
      .first()
      .waitFor();
    for (const [key, panel] of [
      ['Shift+S', '.supply-panel'],
      ['Alt+q', '.forces'],
      ['d', '.command'],
      ['v', '.losses'],
      ['l', '.log'],
      ['a', '.air'],
    ] as const) {
      await page.keyboard.press(key);
      await page.locator(panel).waitFor();
    }
    for (const [key, legend] of [
      ['s', 'Supply'],
      ['Shift+Z', 'Army zones'],
      ['e', 'Air war'],
      ['o', 'Objectives'],
    ] as const) {
      await page.keyboard.press(key);
      await page.locator('.legend', { hasText: legend }).waitFor();
    }
    await page.keyboard.press('o');
    await tabTo(page, /^Pick hex/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page
      .getByText(/^Close support, \d+ sorties, /)
      .first()
      .waitFor();
    await page.keyboard.press('a');
  });

  test('a decision is taken without a mouse, and the focus follows the question', async () => {
    await endByKeys(page, 2);
    await endByKeys(page, 3);
    await page.keyboard.press('d');
    await tabTo(page, /^Decide$/);
    await page.keyboard.press('Enter');
    await page.locator('.confirm').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Decide');
    await page.keyboard.press('Enter');
    await page.locator('.decision-group', { hasText: 'Taken (1)' }).waitFor();
    await page.keyboard.press('d');
  });

  test('men are flown in once the first regiment waits', async () => {
    for (let turn = 4; turn <= 5; turn++) await endByKeys(page, turn);
    await page.keyboard.press('a');
    // The dice bring the weather: in heavy rain the regiment waits on. A new turn begins with the news.
    for (let turn = 6; await page.getByText('The air bridge stands still.').isVisible(); turn++) {
      await endByKeys(page, turn);
      await page.keyboard.press('a');
    }
    await page.locator('.cargo', { hasText: '64 Regiment' }).waitFor();
    await tabTo(page, /^Fly in [\d,]+ men of 64 Regiment/);
    const told = (await page.evaluate(() => document.activeElement?.textContent)) ?? '';
    const men = /Fly in ([\d,]+) men/.exec(told)?.[1] ?? '';
    await page.keyboard.press('Enter');
    await page.getByText(new RegExp(`^Landed so far: ${men} men`)).waitFor();
    await page.keyboard.press('Alt+q');
    await page.getByText('Coming and going').click();
    await page.getByText(`${men} of 3,667 men flown in`).waitFor();
  });

  test('breaking out is refused with its reason where nobody is surrounded', async () => {
    await page.keyboard.press('n');
    await page.keyboard.press('b');
    await page
      .locator('[role=status].hush', { hasText: 'Only a surrounded unit breaks out' })
      .waitFor({ state: 'attached' });
  });
});

describe('by touch, on a phone, with motion reduced', () => {
  let page: Page;
  let context: BrowserContext;
  beforeAll(async () => {
    ({ page, context } = await start({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    }));
  });
  afterAll(() => context?.close());

  test('a turn: a unit marches by two taps, supplies are flown in, the turn ends', async () => {
    await fits(page);
    await begin(page, 'touch', true);
    await fits(page);
    await goToDongkou(page, true);
    const [x, y] = await middle(page);
    await page.touchscreen.tap(x, y);
    await page.locator('.unit-card h2').waitFor();
    const [x2, y2] = await middle(page);
    // A tap on a friend in reach selects him; to join him is a button.
    const first = (await page.locator('.unit-card h2').textContent()) ?? '';
    await page.touchscreen.tap(x2 + 2 * HEX_PX, y2);
    await page.getByRole('button', { name: new RegExp(`^March ${first} here, `) }).waitFor();
    await page.touchscreen.tap(x2, y2);
    await page.getByRole('heading', { name: first }).waitFor();
    await page.touchscreen.tap(x2 + HEX_PX, y2);
    await page.getByRole('button', { name: /^March, / }).tap();
    await page.getByRole('button', { name: /^Undo: (Take back|You have seen)/ }).waitFor();
    for (const tab of ['Supply', 'Forces', 'Command', 'Score', 'Log', 'Air']) {
      await page.getByRole('tab', { name: tab }).tap();
      await fits(page);
    }
    await page.getByRole('button', { name: 'Make the sheet taller' }).tap();
    await page.locator('.flight').getByRole('button', { name: /^Fly / }).tap();
    await page.getByText(/^Landed so far: 0 men and [1-9]/).waitFor();
    await page.locator('button.end-turn').tap();
    await page.locator('dialog[open]').getByRole('button', { name: 'End turn' }).tap();
    await myTurn(page, 2);
  });

  test('the badge of decisions stands in the bar and opens them', async () => {
    await page.locator('button.end-turn').tap();
    await page.locator('dialog[open]').getByRole('button', { name: 'End turn' }).tap();
    await myTurn(page, 3);
    await page.locator('.decision-badge').tap();
    await page.locator('.decision.open').first().waitFor();
    await fits(page);
  });
});

test('nothing broke on the way', () => {
  expect(complaints).toEqual([]);
});
