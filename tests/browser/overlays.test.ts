/** The map's overlays in the built page: each by its key, one at a time, with a legend in numbers; the map on a phone. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './browser.ts';
import { type BuiltSite, serveBuilt } from './built.ts';
import { hurriedContext, openPage } from './player.ts';

let site: BuiltSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  site = await serveBuilt('/map');
  browser = await launchChromium();
  ({ context, page } = await open({ viewport: { width: 1440, height: 900 } }));
  await page.getByRole('checkbox', { name: /Fog of war/ }).uncheck();
  await begin(page);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function open(options: Parameters<Browser['newContext']>[0]): Promise<{ context: BrowserContext; page: Page }> {
  const opened = await hurriedContext(browser, options);
  const tab = await openPage(opened, site.url, complaints);
  await tab.locator('.chooser label', { hasText: 'West Hunan' }).click();
  await tab.locator('.plate-title', { hasText: 'West Hunan' }).waitFor();
  await tab.getByRole('textbox', { name: 'Seed' }).fill('map');
  return { context: opened, page: tab };
}

async function begin(tab: Page): Promise<void> {
  await tab.getByRole('button', { name: 'Begin the battle' }).click();
  await tab.locator('.board-host canvas').first().waitFor();
  await tab.locator('button.end-turn:enabled').waitFor();
}

const OVERLAYS = [
  ['s', 'Supply'],
  ['z', 'Zones of control'],
  ['Control+v', 'Reach of known enemies'],
  ['Shift+O', 'Observation'],
  ['c', 'Command range'],
  ['o', 'Objectives'],
  ['h', 'Who holds what'],
  ['e', 'Air war'],
  ['Shift+E', 'Air cover'],
  ['w', 'Weather'],
  ['Shift+H', 'History’s line'],
] as const;

test.each(OVERLAYS)('%s shows %s alone, with numbers in its legend, and takes it away again', async (key, name) => {
  await page.keyboard.press(key);
  const legend = page.locator('.legend');
  await legend.locator('.legend-head', { hasText: name }).waitFor();
  expect(await legend.locator('.legend-head').count()).toBe(1);
  const rows = legend.locator('.legend-rows li');
  await rows.first().waitFor();
  expect((await rows.allTextContents()).join(' ')).toMatch(/\d/);
  await page.keyboard.press(key);
  await legend.waitFor({ state: 'detached' });
});

test('one overlay takes the place of another', async () => {
  await page.keyboard.press('s');
  await page.keyboard.press('z');
  await page.locator('.legend-head', { hasText: 'Zones of control' }).waitFor();
  expect(await page.locator('.legend-head').count()).toBe(1);
  await page.keyboard.press('z');
});

test('the menu lists every overlay with its key, and a press shows it', async () => {
  await page.getByRole('button', { name: 'What the map shows' }).click();
  const rows = page.locator('.overlay-menu button');
  const texts = await rows.allTextContents();
  for (const [key, name] of OVERLAYS) {
    const shown = key.replace('Control', 'Ctrl').toUpperCase();
    expect(texts.find((text) => text.startsWith(name))?.toUpperCase()).toContain(shown);
  }
  await rows.filter({ hasText: 'Army zones' }).click();
  await page.locator('.legend-head', { hasText: 'Army zones' }).waitFor();
  expect(await rows.filter({ hasText: 'Army zones' }).getAttribute('aria-pressed')).toBe('true');
  await page.locator('.legend').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'What the map shows' }).click();
});

test('who can reach a hex is told by name for the hex at the cursor', async () => {
  await page.keyboard.press('/');
  await page.locator('dialog[open] input').fill('Dongkou');
  await page
    .locator('dialog[open]')
    .getByRole('button', { name: /^Dongkou / })
    .first()
    .click();
  await page.keyboard.press('Shift+R');
  await page.keyboard.press('ArrowRight');
  await page.locator('.legend [role=status]', { hasText: /\d+ units? can reach/ }).waitFor();
  await page.keyboard.press('Shift+R');
  await page.locator('.legend').waitFor({ state: 'detached' });
});

/** Colours (of 15 bits) in a strip of the page; the desk under the map has few, the map many. */
async function coloursIn(tab: Page, clip: { x: number; y: number; width: number; height: number }): Promise<number> {
  const png = (await tab.screenshot({ clip })).toString('base64');
  return tab.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const drawn = new OffscreenCanvas(image.width, image.height).getContext('2d');
    drawn?.drawImage(image, 0, 0);
    const pixels = drawn?.getImageData(0, 0, image.width, image.height).data ?? [];
    const seen = new Set<number>();
    for (let i = 0; i < pixels.length; i += 4)
      seen.add(((pixels[i] ?? 0) >> 3) * 1024 + ((pixels[i + 1] ?? 0) >> 3) * 32 + ((pixels[i + 2] ?? 0) >> 3));
    return seen.size;
  }, png);
}

test('a phone sees the whole of the larger map at the farthest zoom', async () => {
  await context.close();
  ({ context, page } = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }));
  await begin(page);
  await page.getByRole('button', { name: 'Whole map' }).tap();
  const box = await page.locator('.board-host').boundingBox();
  if (!box) throw new Error('no board');
  const across = (x: number) => ({ x, y: box.y + box.height * 0.45, width: 5, height: 60 });
  // Map in the middle, the bare desk at both edges.
  await expect.poll(() => coloursIn(page, across(box.x + box.width / 2)), { timeout: 15_000 }).toBeGreaterThan(20);
  await expect.poll(() => coloursIn(page, across(box.x + 1))).toBeLessThan(4);
  await expect.poll(() => coloursIn(page, across(box.x + box.width - 6))).toBeLessThan(4);
});

test('nothing went wrong on the way', () => {
  expect(complaints).toEqual([]);
});
