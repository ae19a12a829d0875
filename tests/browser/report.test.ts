/** A report as a file of its own: readable by eye, ear and keys, on a desk, on a phone and on paper, and true to its numbers. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageOf, readView } from '../../src/cli/lab/page.ts';
import { endOfTurn } from '../../src/ui/report/course.tsx';
import { speak } from '../../src/ui/text/intl.ts';
import { formatDate } from '../../src/ui/text/names.ts';
import { madeUpReport } from '../ui/madeUpReport.ts';
import { launchChromium, type Site, serveFolder } from './browser.ts';
import { seriousFaults } from './faults.ts';

const LANGUAGES = ['en', 'ja', 'zh-Hant', 'zh-Hans'];
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const model = madeUpReport();
const lastTurn = model.control.first.length - 1;
const folder = mkdtempSync(join(tmpdir(), 'ridgeline-report-'));
let site: Site;
let browser: Browser;

beforeAll(async () => {
  await speak('en');
  const view = readView();
  for (const language of LANGUAGES) {
    const path = new URL(`../../scenarios/${model.run.scenario}/words/${language}.json`, import.meta.url);
    const words: unknown = language === 'en' ? null : JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(join(folder, `${language}.html`), pageOf(model, words, language, view));
  }
  site = await serveFolder(folder);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page of a report; whatever it complains of or asks the network for is kept. */
async function open(viewport = DESK, language = 'en'): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== `${site.url}/${language}.html` && !request.url().startsWith('data:'))
      faults.push(request.url());
  });
  // A page without an icon of its own is asked for one by some browsers.
  await page.route('**/favicon.ico', (route) => route.abort());
  await page.goto(`${site.url}/${language}.html`);
  await page.locator('.report-section.of-reach li').first().waitFor();
  await page.locator('.control-map .shade').first().waitFor();
  return { page, faults: faults.filter((fault) => !fault.includes('favicon')) };
}

/** Opens all that is folded. */
async function unfold(page: Page): Promise<void> {
  const folds = page.locator('.report-unfold');
  await folds.evaluateAll((nodes) => {
    for (const node of nodes) (node as HTMLDetailsElement).open = true;
  });
  await folds.last().locator('table').first().waitFor();
}

const percent = (games: number): string => `${Math.round((100 * games) / model.games)} %`;

describe.each([
  ['a desk', DESK],
  ['a phone', PHONE],
])('on %s', (_, viewport) => {
  test('no serious fault, folded and unfolded; nothing wider than the page; nothing fetched', async () => {
    const { page, faults } = await open(viewport);
    expect(await seriousFaults(page)).toEqual([]);
    await unfold(page);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe('what it says', () => {
  let page: Page;
  beforeAll(async () => {
    page = (await open()).page;
  });
  afterAll(() => page.close());

  test('grades with their games, history’s marked', async () => {
    const cells = (column: string) => page.locator(`.report-grades tbody ${column}`).allTextContents();
    const names = await cells('th');
    expect(names).toHaveLength(model.grades.length);
    expect(await cells('td:nth-child(3)')).toEqual(model.grades.map(({ games }) => String(games)));
    for (const [i, { name, historical }] of model.grades.entries()) {
      expect(names[i]).toContain(name);
      expect(names[i]?.includes('history')).toBe(historical);
    }
  });

  test('every miss with its distance, in the order of it', async () => {
    const missed = model.measures.filter(({ verdict }) => verdict === 'missed' || verdict === 'disputedMissed');
    const names = await page.locator('.report-section.of-misses tbody th').allTextContents();
    expect(names).toHaveLength(missed.length);
    for (const { name } of missed) expect(names.some((text) => text.startsWith(name))).toBe(true);
  });

  test('the tables behind a measure hold its games and its sources', async () => {
    const measure = model.measures.find(
      ({ distribution, figures }) => distribution.bins.length > 3 && figures.length > 1,
    );
    if (!measure) throw new Error('no measure with bins');
    const row = page
      .locator('.measure')
      .filter({ has: page.getByRole('heading', { name: measure.name, exact: true }) });
    await row.locator('summary').first().click();
    const figures = row.getByRole('region', { name: 'what the sources say' });
    expect(await figures.locator('tbody tr').count()).toBe(measure.figures.length);
    const spread = row.getByRole('region', { name: 'games by value' });
    const games = await spread.locator('tbody tr td:nth-child(2)').allTextContents();
    const { bins, never } = measure.distribution;
    expect(games.map(Number)).toEqual([...bins.map((bin) => bin.games), ...(never > 0 ? [never] : [])]);
    const signs = row.locator('.report-chart .source');
    expect(await signs.count()).toBe(measure.figures.length);
  });

  test('a filter, a word and an order', async () => {
    const shown = page.locator('.measure');
    const inside = model.measures.filter(({ verdict }) => verdict === 'inside').length;
    await page.getByText(`Inside (${inside})`).click();
    expect(await shown.count()).toBe(inside);
    expect(await page.locator('.measure .report-verdict').allTextContents()).toEqual(new Array(inside).fill('Inside'));
    await page.getByText(`All (${model.measures.length})`).click();
    await page.getByRole('searchbox', { name: 'Find a measure' }).fill('guns captured');
    expect(await shown.count()).toBe(model.measures.filter(({ name }) => /guns captured/i.test(name)).length);
    await page.getByRole('combobox', { name: 'Order' }).selectOption('name');
    const names = await page.locator('.measure h4').allTextContents();
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })));
    await page.getByRole('searchbox', { name: 'Find a measure' }).fill('');
  });

  test('the slider goes by keys and says its date; the places follow it', async () => {
    const slider = page.getByRole('slider', { name: 'At the end of' });
    const said = () => slider.getAttribute('aria-valuetext');
    const dated = (turn: number): string => formatDate(endOfTurn(model, turn));
    await slider.focus();
    await expect.poll(said).toBe(dated(lastTurn));
    await page.keyboard.press('Home');
    await expect.poll(said).toBe('Start');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(said).toBe(dated(2));
    await page.locator('.control-caption summary').click();
    const place = model.control.places.find(({ objective }) => objective);
    if (!place) throw new Error('no objective');
    const row = page.locator('.control-caption tbody tr').first();
    for (const [key, turn] of [
      ['ArrowRight', 3],
      ['End', lastTurn],
      ['ArrowLeft', lastTurn - 1],
    ] as const) {
      await slider.press(key);
      await expect.poll(said).toBe(dated(turn));
      const cells = await row.locator('td').allTextContents();
      const at = model.control.hexes.indexOf(place.hex);
      expect(await row.locator('th').textContent()).toBe(place.name);
      expect(cells.slice(1, 3)).toEqual(
        [model.control.first[turn]?.[at] ?? 0, model.control.second[turn]?.[at] ?? 0].map(percent),
      );
    }
  });

  test('arrow keys go over the map, and the hex is said with its shares', async () => {
    await page.getByRole('slider', { name: 'At the end of' }).press('End');
    const board = page.getByRole('application', { name: /Map/ });
    await board.focus();
    await page.keyboard.press('ArrowRight');
    const place = model.control.places.find(({ objective }) => objective);
    const at = model.control.hexes.indexOf(place?.hex ?? -1);
    const status = page.locator('.control-said');
    expect(await status.textContent()).toContain(place?.name ?? '?');
    expect(await status.textContent()).toContain(`China ${percent(model.control.first[lastTurn]?.[at] ?? 0)}`);
    const before = await status.textContent();
    await page.keyboard.press('ArrowDown');
    expect(await status.textContent()).not.toBe(before);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('.control-map .looked').count()).toBe(1);
  });

  test('charts are named pictures, each with a table at hand', async () => {
    for (const picture of await page.locator('.report-chart svg, .control-board svg').all())
      expect((await picture.getAttribute('aria-label'))?.length).toBeGreaterThan(20);
    expect(await page.locator('.report-fans figure').count()).toBe(model.series.length);
    expect(await page.locator('.report-fans figure:has(summary)').count()).toBe(model.series.length);
  });
});

test.each(LANGUAGES)('everything is said in %s', async (language) => {
  const { page, faults } = await open(DESK, language);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
  await unfold(page);
  const silent = await page
    .locator('.report :is(h2, h3, h4, p, th, button, summary, label, dt, dd, figcaption, caption, option)')
    .evaluateAll((nodes) =>
      nodes.filter((node) => node.textContent?.trim() === '' && !node.ariaLabel).map((node) => node.outerHTML),
    );
  expect(silent).toEqual([]);
  const text = await page.locator('#report').textContent();
  expect(text).not.toMatch(/undefined|NaN|\breport\.[a-z]|\[object|\{\w+\}/);
  expect(faults).toEqual([]);
  await page.close();
});

test('paper shows everything: no filter, nothing folded, nothing in a box, six maps', async () => {
  const { page } = await open();
  const missed = page.getByText(/^Missed \(/);
  await missed.click();
  const all = model.measures.length;
  expect(await page.locator('.measure').count()).toBeLessThan(all);
  await page.emulateMedia({ media: 'print' });
  await page.locator('.paper-maps figure').nth(5).waitFor();
  expect(await page.locator('.measure').count()).toBe(all);
  expect(await page.locator('.report-unfold:not([open])').count()).toBe(0);
  const boxed = await page
    .locator('.report-table')
    .evaluateAll((nodes) => nodes.filter((node) => node.scrollHeight > node.clientHeight + 1).length);
  expect(boxed).toBe(0);
  expect(await page.locator('.report-tools').first().isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('slider').waitFor();
  expect(await page.locator('.measure').count()).toBeLessThan(all);
  await page.close();
});

test('forced colours leave the charts and the map readable', async () => {
  const { page } = await open();
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const fills = await page
    .locator('.control-legend .shade')
    .evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).fill));
  expect(new Set(fills).size).toBeGreaterThanOrEqual(7);
  await page.close();
});
