/** No serious fault for those who read by ear, work by keys or see little: every screen, sheet and tab, at both sizes. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from './browser.ts';
import { type BuiltSite, serveBuilt } from './built.ts';
import { seriousFaults } from './faults.ts';

const LANGUAGES = ['en', 'ja', 'zh-Hant', 'zh-Hans'];
const SCENARIOS = ['Kunlun Pass', 'West Hunan'];
const SIZES = [
  { name: 'a desk', viewport: { width: 1440, height: 900 }, phone: false },
  { name: 'a phone', viewport: { width: 390, height: 844 }, phone: true },
];

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveBuilt('/read');
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function open(options: Parameters<Browser['newContext']>[0], settings: object): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ serviceWorkers: 'block', ...options });
  const stored = JSON.stringify({ speed: 0, ...settings });
  await context.addInitScript((text) => localStorage.setItem('ridgeline-settings', text), stored);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${site.url}/`);
  await page.locator('main .primary').first().waitFor();
  return page;
}

describe.each(SIZES)('on $name', ({ viewport, phone }) => {
  const options = { viewport, hasTouch: phone, isMobile: phone };
  const found: string[] = [];
  const look = async (page: Page, where: string): Promise<void> => {
    found.push(...(await seriousFaults(page)).map((fault) => `${where}: ${fault}`));
  };
  /** Opens what a key opens, looks, and closes it again. */
  const sheet = async (page: Page, key: string): Promise<void> => {
    await page.keyboard.press(key);
    await page.locator('dialog[open]').waitFor();
    await look(page, key);
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  };

  test.each(LANGUAGES)('the start screen in %s', async (language) => {
    found.length = 0;
    const page = await open(options, { language });
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    await look(page, language);
    await page.context().close();
    expect(found).toEqual([]);
  });

  test('the sheets of the start screen, and its text at every size', async () => {
    found.length = 0;
    const page = await open(options, {});
    await page.getByRole('button', { name: 'Settings' }).click();
    for (const size of ['Small', 'Large', 'Very large']) await page.getByText(size, { exact: true }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(() => innerWidth)).toBe(page.viewportSize()?.width);
    await look(page, 'settings');
    await page.getByRole('button', { name: 'Change keys' }).click();
    await page.getByRole('button', { name: 'Add a key: Undo' }).click();
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'Exchange the keys' }).waitFor();
    await look(page, 'keys');
    for (let sheets = 2; sheets > 0; sheets--) await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Help' }).click();
    await page.locator('.key-list').waitFor();
    await look(page, 'help');
    await page.getByRole('button', { name: 'Open the rulebook' }).click();
    await page.getByRole('searchbox', { name: 'Search the rulebook' }).fill('supply');
    await page.locator('.hits button').first().waitFor();
    await look(page, 'rulebook');
    for (let keys = 3; keys > 0; keys--) await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'History of the battle' }).click();
    await page.locator('.movement-map .arrow').first().waitFor();
    for (const tab of ['Movements', 'Events', 'Order of battle', 'Sources']) {
      await page.getByRole('tab', { name: tab }).click();
      await look(page, tab);
    }
    await page.context().close();
    expect(found).toEqual([]);
  });

  test.each(SCENARIOS)('%s: the map, the tabs, the sheets and a replay', async (title) => {
    found.length = 0;
    const page = await open(options, {});
    await page.locator('.chooser label', { hasText: title }).click();
    await page.locator('.plate-title', { hasText: title }).waitFor();
    await page.getByRole('button', { name: 'Begin the battle' }).click();
    await page.locator('button.end-turn:enabled').waitFor();
    await page.locator('.board-host canvas').first().waitFor();
    await look(page, 'game');
    await page.keyboard.press('n');
    await page.locator('.unit-card h2').waitFor();
    await look(page, 'unit');
    const tabs = page.locator('.side-panel [role=tab]');
    for (let i = 1; i < (await tabs.count()); i++) {
      await tabs.nth(i).click();
      await look(page, `tab ${i}`);
    }
    await page.keyboard.press('s');
    await page.locator('.legend').waitFor();
    await look(page, 'overlay');
    for (const key of ['F10', 'Control+s', '/', 'Control+Enter']) await sheet(page, key);
    await page.keyboard.press('F10');
    await page.getByRole('button', { name: 'Watch from the start' }).click();
    await page.locator('.replay-bar').waitFor();
    await page.getByText('Verified').first().waitFor();
    await look(page, 'replay');
    await page.context().close();
    expect(found).toEqual([]);
  });
});
