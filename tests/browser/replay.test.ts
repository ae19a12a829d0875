/** The replay in the built page: from a link, a file and a save; scrubbing, stepping, sides, verdicts, branching, sharing; and a long game. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import { dayNumber, formatDay } from '../../src/core/calendar.ts';
import { compile, type Game } from '../../src/core/game.ts';
import { packRecord, unpackRecord } from '../../src/play/link.ts';
import { playout } from '../../src/play/playout.ts';
import { formatRecord, type GameRecord } from '../../src/play/record.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { kunlunPass } from '../kunlun-pass.ts';
import { scenarioFiles, scenarioTexts } from '../scenario/files.ts';
import { launchChromium } from './browser.ts';
import { type BuiltSite, serveBuilt } from './built.ts';
import { pick } from './player.ts';

let site: BuiltSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

const played = (game: Game, seed: string): GameRecord => {
  const bots = [createBot('regular', `${seed}/0`), createBot('regular', `${seed}/1`)] as const;
  return playout(game, { seed, fog: true, bots, record: true }).record as GameRecord;
};
const record = played(kunlunPass(), 'film');
const total = record.actions.length;
const ends = record.actions.flatMap((action, i) => (action.type === 'end' ? [i + 1] : []));
const fights = record.actions.flatMap((action, i) => (action.type === 'assault' ? [i + 1] : []));

beforeAll(async () => {
  site = await serveBuilt('/games/ridgeline');
  browser = await launchChromium();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  await context.addInitScript(() => {
    if (location.protocol !== 'about:') localStorage.setItem('ridgeline-settings', JSON.stringify({ speed: 0 }));
  });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => complaints.push(error.message));
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens the page anew with a link. */
async function openLink(fragment: string, on = page): Promise<void> {
  await on.goto('about:blank');
  await on.goto(`${site.url}/#g=${fragment}`);
}

async function openFile(of: GameRecord): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${site.url}/`);
  const file = { name: 'game.json', mimeType: 'application/json', buffer: Buffer.from(formatRecord(of)) };
  await page.locator('input[type=file]').setInputFiles(file);
}

const slider = () => page.locator('.timeline input');
const at = async (): Promise<number> => Number(await slider().inputValue());
const atIs = (position: number) => expect.poll(at, { timeout: 20_000 }).toBe(position);
const badge = () => page.locator('button.badge');
const toMap = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

describe('from a link', () => {
  test('the game opens, is checked to the bit, and its fragment leaves the address', async () => {
    await openLink(packRecord(record));
    await page.getByText('Verified').waitFor();
    expect(new URL(page.url()).hash).toBe('');
    expect(await slider().getAttribute('max')).toBe(String(total));
    await badge().click();
    await page.getByText(`All ${total.toLocaleString('en')} orders were carried out again`).waitFor();
    await page.keyboard.press('Escape');
  });

  test('keys step by order, player turn and turn, to the ends, and from fight to fight', async () => {
    await toMap();
    await page.keyboard.press('ArrowRight');
    await atIs(1);
    await page.keyboard.press('Shift+ArrowRight');
    await atIs(ends[0] as number);
    await page.keyboard.press('Control+ArrowRight');
    await atIs(ends[1] as number);
    await page.keyboard.press('Control+ArrowRight');
    await atIs(ends[3] as number);
    await page.keyboard.press('Shift+ArrowLeft');
    await atIs(ends[2] as number);
    await page.keyboard.press('ArrowLeft');
    await atIs((ends[2] as number) - 1);
    await page.keyboard.press('End');
    await atIs(total);
    await page.keyboard.press('Home');
    await atIs(0);
    await page.keyboard.press('f');
    await atIs(fights[0] as number);
    await page.keyboard.press('f');
    await atIs(fights[1] as number);
    await page.keyboard.press('Shift+f');
    await atIs(fights[0] as number);
  });

  test('the thumb is dragged by the mouse, and the date follows', async () => {
    const box = await page.locator('.timeline').boundingBox();
    if (!box) throw new Error('no timeline');
    const y = box.y + 45;
    await page.keyboard.press('Home');
    await page.mouse.move(box.x + 1, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.3, y, { steps: 6 });
    await page.mouse.move(box.x + box.width * 0.5, y, { steps: 6 });
    await page.mouse.up();
    await expect.poll(async () => Math.abs((await at()) - total / 2)).toBeLessThan(total * 0.02);
    // The keys are the replay's again after a drag; on the slider itself they step by player turns as well.
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(async () => ends.includes(await at())).toBe(true);
    const start = await at();
    await slider().focus();
    await page.keyboard.press('Shift+ArrowRight');
    await atIs(ends.find((end) => end > start) as number);
    await toMap();
    const shown = await page.locator('.whereabouts b').textContent();
    await page.keyboard.press('Home');
    await expect.poll(() => page.locator('.whereabouts b').textContent()).not.toBe(shown);
  });

  test('pointing at the timeline tells the date and what happened there', async () => {
    const box = await page.locator('.timeline').boundingBox();
    if (!box) throw new Error('no timeline');
    await page.mouse.move(box.x + (box.width * (fights[3] as number)) / total, box.y + 4);
    const note = page.locator('.timeline-note');
    await note.waitFor();
    expect(await note.textContent()).toMatch(/Turn \d+ of \d+ .*1939/);
    expect(await note.locator('p').count()).toBeGreaterThan(0);
    await page.mouse.move(box.x + 200, box.y - 200);
    await note.waitFor({ state: 'detached' });
  });

  test('a side sees fewer marks than the umpire, and the key counts them', async () => {
    await page.getByRole('button', { name: 'Key', exact: true }).click();
    const count = async (): Promise<number> => {
      const texts = await page.locator('.timeline-key li b').allTextContents();
      return texts.reduce((sum, text) => sum + Number(text.replace(/\D/g, '')), 0);
    };
    const umpire = await count();
    await page.locator('.top-bar').getByText('Japanese', { exact: true }).click();
    await expect.poll(count).toBeLessThan(umpire);
    expect(await count()).toBeGreaterThan(0);
    await page.locator('.top-bar').getByText('Umpire', { exact: true }).click();
    await expect.poll(count).toBe(umpire);
    await page.locator('.timeline-key').getByRole('button', { name: 'Next: Fights' }).click();
    await atIs(fights[0] as number);
    await page.locator('.timeline-key').getByRole('button', { name: 'Close' }).click();
  });

  test('a line of the log goes to its moment, one to come as well', async () => {
    await page.keyboard.press('Home');
    await atIs(0);
    await page.locator('.log-line.ahead button').nth(5).click();
    await expect.poll(at).toBeGreaterThan(0);
    const there = await at();
    await page.keyboard.press('End');
    await atIs(total);
    await page.locator('.log-line:not(.ahead) button').first().click();
    await expect.poll(at).toBeLessThan(total);
    expect(there).toBeLessThan(total);
  });

  test('it plays on from where it is and stops', async () => {
    await page.keyboard.press('Home');
    await atIs(0);
    await pick(page.getByLabel('Max', { exact: true }));
    await toMap();
    await page.keyboard.press('Space');
    await expect.poll(at, { timeout: 20_000 }).toBeGreaterThan(8);
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });
});

test('shared, it is a link that opens the same game elsewhere, with a warning about its length', async () => {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await page.locator('.share-link').inputValue();
  expect(link.startsWith(`${site.url}/#g=`)).toBe(true);
  await page.getByText('Too long for some places').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.ridgeline\.json$/);
  const other = await context.newPage();
  await other.goto(link);
  await other.getByText('Verified').waitFor({ timeout: 30_000 });
  await other.close();
  await page.keyboard.press('Escape');
});

test('from a file, a branch is begun with other players, and says where it came from', async () => {
  await openFile(record);
  await page.getByText('Verified').waitFor();
  await toMap();
  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+ArrowRight');
  await atIs(ends[5] as number);
  await page.keyboard.press('ArrowRight');
  await atIs((ends[5] as number) + 1);
  await page.getByRole('button', { name: 'Play on from here' }).click();
  const sheet = page.locator('dialog[open]');
  await pick(sheet.getByLabel('Player', { exact: true }).nth(1));
  await sheet.getByText('Two players take turns at this screen.').waitFor();
  await pick(sheet.getByLabel('Computer', { exact: true }).nth(1));
  await sheet.getByRole('button', { name: 'Begin the branch' }).click();
  await page.locator('button.end-turn:enabled').waitFor();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Watch from the start' }).click();
  await page.getByText('Verified').waitFor();
  expect(await slider().getAttribute('max')).toBe(String((ends[5] as number) + 1));
  await badge().click();
  const from = `branched off from game ${(record.digests.at(-1) as string).slice(0, 8)} after order`;
  await page.getByText(from).waitFor();
  await page.getByRole('button', { name: 'Show where it branched off' }).click();
  await atIs((ends[5] as number) + 1);
});

test('from a save: it is watched, and lies where it lay', async () => {
  await page.getByRole('button', { name: 'Leave the replay' }).click();
  const rows = page.locator('.games li').filter({ hasText: 'Kunlun Pass' });
  await rows.first().waitFor();
  const count = await rows.count();
  await rows.first().getByRole('button', { name: 'Watch from the start' }).click();
  await page.getByText('Verified').waitFor();
  await page.getByRole('button', { name: 'Leave the replay' }).click();
  await rows.first().waitFor();
  expect(await rows.count()).toBe(count);
});

test('in the game played on: the enemy turn once more, and an order taken back from the log', async () => {
  await openFile(record);
  await page.getByText('Verified').waitFor();
  await toMap();
  for (let i = 0; i < 5; i++) await page.keyboard.press('Control+ArrowRight');
  await page.getByRole('button', { name: 'Play on from here' }).click();
  await page.getByRole('button', { name: 'Begin the branch' }).click();
  await page.locator('button.end-turn:enabled').waitFor();
  await page.locator('.minimap-corner canvas').waitFor();
  await page.locator('.digest').waitFor();
  await page.getByRole('button', { name: 'Watch it again' }).click();
  await page.locator('.watching').waitFor();
  expect(await page.locator('button.end-turn').isEnabled()).toBe(false);
  await toMap();
  await page.keyboard.press('Escape');
  await page.locator('.watching').waitFor({ state: 'detached' });
  await page.locator('button.end-turn:enabled').waitFor();
  await page.keyboard.press('n');
  await page.getByText('Hold', { exact: true }).click();
  await toMap();
  await page.keyboard.press('l');
  const back = page.getByRole('button', { name: 'Undo to here' });
  await back.click();
  await back.waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: 'Redo' }).isEnabled()).toBe(true);
});

test('a changed game is shown up to the first order that differs, which is named with its turn', async () => {
  const wrong = (ends[4] as number) + 2;
  const digests = record.digests.map((digest, i) => (i === wrong ? 'f'.repeat(16) : digest));
  await openFile({ ...record, digests });
  await page.getByText(`Diverges at order ${wrong + 1}`).waitFor();
  await toMap();
  await page.keyboard.press('End');
  await atIs(wrong);
  await page.keyboard.press('Home');
  await badge().click();
  const sheet = page.locator('dialog[open]');
  await sheet.getByText('The first order that differs').waitFor();
  await sheet.getByText(`Order ${wrong + 1}, 17 Dec 1939, Japan`).waitFor();
  expect(((await sheet.locator('.order').textContent()) ?? '').length).toBeGreaterThan(5);
  await sheet.getByRole('button', { name: 'Show the moment before it' }).click();
  await atIs(wrong);
});

test.each([1, 2])('a game of rules %i is checked and shown by the engine that was kept of them', async (rules) => {
  const link = readFileSync(new URL(`../records/rules-${rules}.link`, import.meta.url), 'utf8').trim();
  const unpacked = unpackRecord(link);
  if (!unpacked.ok) throw new Error('the link does not unpack');
  const last = unpacked.value.actions.length;
  await openLink(link);
  await page.getByText(`Verified by rules ${rules}`).waitFor();
  await toMap();
  await page.keyboard.press('End');
  await expect
    .poll(() => page.locator('.whereabouts span').textContent())
    .toContain(`order ${last.toLocaleString('en')} of`);
  expect(await page.locator('.log-line').count()).toBeGreaterThan(5);
  await page.keyboard.press('Control+ArrowLeft');
  await expect.poll(at).toBeLessThan(last);
  expect(await page.getByRole('button', { name: 'Play on from here' }).isDisabled()).toBe(true);
  await badge().click();
  await page.getByText(`All ${last.toLocaleString('en')} orders give the recorded digests`).waitFor();
  await page.keyboard.press('Escape');
});

test('a game of other rules is said to be recorded only, with its orders', async () => {
  await openFile({ ...record, rules: 7 });
  await page.getByText('Recorded only').click();
  await page.getByText('played under rules version 7').waitFor();
  expect(await page.locator('.recorded-orders li').count()).toBeGreaterThan(100);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('button', { name: 'Play on from here' }).isDisabled()).toBe(true);
});

describe('a link that is at fault', () => {
  const link = packRecord(record);
  const cut = link.lastIndexOf('.') + 60;
  const changed = link[cut] === 'Q' ? 'R' : 'Q';
  test.each([
    [link.slice(0, -200), /cut short: [\d]+ of [\d]+ bytes/],
    [`${link.slice(0, cut)}*${link.slice(cut + 1)}`, /“\*”, letter 60 of/],
    [link.slice(0, cut) + changed + link.slice(cut + 1), /checksum does not fit/],
    [link.replace(/^1/, '2'), /format 2.*format 1/],
    [packRecord({ ...record, scenario: { ...record.scenario, id: 'atlantis' } }), /atlantis/],
  ])('says what is wrong: %#', async (fragment, expected) => {
    await openLink(fragment);
    await page.getByText(expected).first().waitFor();
    await page.getByRole('button', { name: 'Begin the battle' }).waitFor();
  });

  test('one of another edition of the scenario opens and names both editions', async () => {
    const other = { ...record, scenario: { ...record.scenario, version: 9, digest: 'e'.repeat(16) } };
    await openLink(packRecord(other));
    await page.getByText('Recorded only').click();
    await page.getByText('kunlun-pass version 9').waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('a long game', () => {
  /** West Hunan drawn out to 60 turns, as the page is given it. */
  const files = scenarioFiles('west-hunan');
  const { startDate, turnHours } = files.scenario;
  const endDate = formatDay(dayNumber(startDate) + (60 * turnHours) / 24 - 1);
  const scenario = { ...files.scenario, endDate };
  const plans = JSON.parse(scenarioTexts('west-hunan').plans ?? 'null') as unknown;
  const parsed = parseScenario({ scenario, map: files.map, oob: files.oob, air: files.air, plans });

  test('any moment of 60 turns shows within 200 ms, and opening it never holds the page for 100 ms', async () => {
    if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.message).join(' '));
    const game = compile(parsed.data);
    const long = played(game, 'long');
    expect(game.turns).toBe(60);
    expect(long.actions.length).toBeGreaterThan(1500);
    await context.route('**/scenarios/west-hunan/scenario.json', (route) => route.fulfill({ json: scenario }));
    expect(await heldWhileRun(long), 'the longest task').toBeLessThan(100);
    const times = await sought(long.actions.length);
    expect(times.length).toBe(24);
    expect(Math.max(...times), 'the slowest moment').toBeLessThan(200);
  });
});

/** Opens a game and says how long the longest task took that held the page while the game was run, in its thread's own time. */
async function heldWhileRun(long: GameRecord): Promise<number> {
  // The worker waits until the board stands: then what holds the page is the replay.
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const worker = /\/bot-[^/]*\.js$/;
  await context.route(worker, async (route) => {
    await gate;
    await route.continue();
  });
  await openFile(long);
  await slider().waitFor();
  await page.locator('.minimap-corner canvas').waitFor();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 })));
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  release();
  await page.getByText('Verified').waitFor();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await context.unroute(worker);
  const pages = trace.traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const threads = new Set(pages.map(({ pid, tid }) => `${pid}.${tid}`));
  const tasks = trace.traceEvents.filter(({ pid, tid, tdur }) => tdur !== undefined && threads.has(`${pid}.${tid}`));
  expect(tasks.length).toBeGreaterThan(100);
  return Math.max(...tasks.map(({ tdur }) => (tdur ?? 0) / 1000));
}

/** What is read of an event of a trace; `tdur` is what its thread spent on it, microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  tdur?: number;
  args?: { name?: string };
}

/** What the page's thread spends until each of many moments is drawn, milliseconds. */
async function sought(last: number): Promise<number[]> {
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const times: number[] = [];
  for (let i = 1; i <= 24; i++) {
    const goal = Math.floor(((i * 0.618034) % 1) * last);
    const before = await spent();
    const words = await page.evaluate(async (at) => {
      const input = document.querySelector<HTMLInputElement>('.timeline input');
      if (!input) throw new Error('no timeline');
      input.value = String(at);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));
      return document.querySelector('.whereabouts span')?.textContent ?? '';
    }, goal);
    times.push((await spent()) - before);
    expect(words).toContain(`order ${goal.toLocaleString('en')} of`);
  }
  await session.detach();
  return times;
}

test('nothing broke on the way', () => {
  expect(complaints).toEqual([]);
});
