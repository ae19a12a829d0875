/** Opponents in the built page: level, plan and head start chosen, kept and told; weighing watched, and not waited for. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packRecord, unpackRecord } from '../../src/play/link.ts';
import type { GameRecord } from '../../src/play/record.ts';
import { Session } from '../../src/play/session.ts';
import { verify } from '../../src/play/verify.ts';
import { kunlunPass } from '../kunlun-pass.ts';
import { launchChromium } from './browser.ts';
import { type BuiltSite, serveBuilt } from './built.ts';
import {
  begin,
  beginButton,
  boardUp,
  endTurn,
  fileOfGame,
  goOn,
  hurriedContext,
  myTurn,
  openPage,
  pick,
  toStart,
} from './player.ts';

const game = kunlunPass();
const HEAD_START = 'Head start: 50 points for Japan';

let site: BuiltSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  site = await serveBuilt('/opponents');
  browser = await launchChromium();
  context = await hurriedContext(browser);
  page = await openPage(context, site.url, complaints);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const level = () => page.getByLabel('Level of the computer');
const dialog = () => page.locator('dialog[open]');

async function openLink(fragment: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${site.url}/#g=${fragment}`);
  await page.getByText('Verified').waitFor({ timeout: 60_000 });
}

/** What the sheet behind the verdict says of the game. */
async function headOfRecord(): Promise<string> {
  await page.locator('button.badge').click();
  const text = (await dialog().textContent()) ?? '';
  await page.keyboard.press('Escape');
  return text;
}

async function menuText(): Promise<string> {
  await page.getByRole('button', { name: 'Menu' }).click();
  const text = (await dialog().textContent()) ?? '';
  await page.keyboard.press('Escape');
  return text;
}

/** The lines of a tab of the panel that hold a text. */
async function toldIn(tab: string, text: string): Promise<number> {
  await page.getByRole('tab', { name: tab, exact: true }).click();
  return page.locator('.side-panel').getByText(text).count();
}

/** An elite as China, which has the first player turn and begins to weigh at once, against a person as Japan. */
async function beginAgainst(name: string, seed: string): Promise<void> {
  await pick(page.getByRole('radio', { name: 'Computer' }).first());
  await pick(page.getByRole('radio', { name: 'Player' }).last());
  await level().selectOption(name);
  await page.getByRole('textbox', { name: 'Seed' }).fill(seed);
  await beginButton(page).click();
  await boardUp(page);
}

test('levels from the weakest to the strongest, lots last as a curiosity and without a plan', async () => {
  await level().waitFor();
  expect(await level().locator('option').allTextContents()).toEqual([
    'Recruit',
    'Regular',
    'Veteran',
    'Elite',
    'Random (a curiosity)',
  ]);
  expect(await level().inputValue()).toBe('regular');
  await level().selectOption('Random (a curiosity)');
  expect(await page.getByLabel('Its plan').count()).toBe(0);
});

test('a recruit with a free plan, against a head start: played, saved, reloaded and sent', async () => {
  await level().selectOption('Recruit');
  await page.getByLabel('Its plan').selectOption('Free');
  await page.getByText('Planned anew each turn').waitFor();
  await page.getByLabel('Head start').selectOption('Japan: 50 points');
  await begin(page, 'terms');
  await endTurn(page);
  await myTurn(page, 2);
  expect(await toldIn('Score', 'Head start, as agreed')).toBe(1);
  expect(await menuText()).toContain(HEAD_START);

  await page.reload();
  await goOn(page);
  await myTurn(page, 2);
  expect(await menuText()).toContain(HEAD_START);
  const record = await fileOfGame(page);
  expect(record).toMatchObject({
    version: 3,
    options: { fog: true, handicap: { side: 1, points: 50 } },
    players: [{ kind: 'human' }, { kind: 'bot', level: 'recruit', plan: 'free' }],
  });
  expect(await verify(game, record)).toEqual({ grade: 'verified', actions: record.actions.length });

  await openLink(packRecord(record));
  const head = await headOfRecord();
  expect(head).toContain('a player against the computer (Recruit, free plan)');
  expect(head).toContain(HEAD_START);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await page.locator('.share-link').inputValue();
  const sent = unpackRecord(link.slice(link.indexOf('#g=') + 3));
  expect(sent).toMatchObject({ ok: true, value: { options: record.options, players: record.players } });
  await page.keyboard.press('Escape');
});

test('an elite weighs with a bar; not waited for, another decides, and the log, the digest and the record say so', async () => {
  await page.goto('about:blank');
  await page.goto(`${site.url}/`);
  await beginAgainst('Elite', 'weigh');
  const bar = page.locator('.weighing progress');
  await bar.waitFor();
  expect(await page.locator('.weighing').textContent()).toMatch(/Elite weighs its courses: \d+ %/);
  expect(Number(await bar.getAttribute('value'))).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Let it decide now' }).click();
  await bar.waitFor({ state: 'detached' });
  await myTurn(page, 1);
  const told = 'Chinese command was not waited for: the rest of its turn was decided by the level Regular.';
  await page.locator('.digest').getByText(told).waitFor();
  expect(await toldIn('Log', told)).toBe(1);
  const record = await fileOfGame(page);
  expect(record.deputies).toEqual([{ at: 0, level: 'regular' }]);

  // What the stand-in ordered is what a regular would have ordered, move by move.
  await toStart(page);
  await beginAgainst('Regular', 'weigh');
  await myTurn(page, 1);
  const regular = await fileOfGame(page);
  expect(record.digests).toEqual(regular.digests);

  await openLink(packRecord(record));
  expect(await headOfRecord()).toContain('1 turn of the computer not waited for: decided by the level Regular');
});

test('left while it weighs, its worker ends; gone on with and waited for, it thinks its turn over itself', async () => {
  const opponents = (): number => page.workers().filter((worker) => /\/bot-[^/]+\.js$/.test(worker.url())).length;
  await page.goto('about:blank');
  await page.goto(`${site.url}/`);
  await beginAgainst('Elite', 'left');
  await page.locator('.weighing').waitFor();
  expect(opponents()).toBe(1);
  await toStart(page);
  await expect.poll(opponents).toBe(0);
  await goOn(page);
  await myTurn(page, 1);
  expect((await fileOfGame(page)).deputies).toBeUndefined();
});

test('the end tells the head start in the points and the grade without it', async () => {
  const session = Session.start(game, {
    seed: 'end',
    fog: false,
    handicap: { side: 1, points: 150 },
    players: [{ kind: 'human' }, { kind: 'human' }],
  });
  while (!session.state.over) session.dispatch({ type: 'end' });
  const whole = session.record();
  const last = whole.actions.length - 1;
  const record: GameRecord = { ...whole, actions: whole.actions.slice(0, last), digests: whole.digests.slice(0, last) };
  await openLink(packRecord(record));
  await page.keyboard.press('End');
  await page.getByRole('button', { name: 'Play on from here' }).click();
  await dialog().getByRole('button', { name: 'Begin the branch' }).click();
  await boardUp(page);
  await page.locator('button.end-turn:enabled').waitFor();
  await endTurn(page);
  await page.getByRole('heading', { name: 'The battle is over' }).waitFor();
  await dialog().getByText('Head start, as agreed').waitFor();
  await dialog().getByText('With the head start of 150 points for Japan. Without it the grade is:').waitFor();
});

test('nothing broke on the way', () => {
  expect(complaints).toEqual([]);
});
