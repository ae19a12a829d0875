/** The built page in Firefox: a turn against the computer, its record run again outside, and a recorded game to the bit. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MoveAction } from '../../src/core/action.ts';
import { formatHex } from '../../src/core/hex.ts';
import { legalActions } from '../../src/core/legal.ts';
import { packRecord, unpackRecord } from '../../src/play/link.ts';
import type { GameRecord } from '../../src/play/record.ts';
import { Session } from '../../src/play/session.ts';
import { verify } from '../../src/play/verify.ts';
import { kunlunPass } from '../kunlun-pass.ts';
import { findFirefox, launchFirefox } from './browser.ts';
import { type BuiltSite, serveBuilt } from './built.ts';
import { Hand } from './hand.ts';
import { begin, boardUp, endTurn, hurriedContext, myTurn, openPage } from './player.ts';

const SEED = 'firefox';
/** Hexes from the edge of the map at least, so that what is gone to stands in the middle of the view. */
const EDGE = 13;
const game = kunlunPass();

let site: BuiltSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  site = await serveBuilt('/games/ridgeline');
  browser = await launchFirefox();
  context = await hurriedContext(browser);
  page = await openPage(context, site.url, complaints);
  page.setDefaultTimeout(60_000);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

interface March {
  action: MoveAction;
  from: string;
  to: string;
}

/** A march that the game opens with: by a unit alone in its hex, to an empty one two hexes on. */
function firstMarch(): March {
  const session = Session.start(game, {
    seed: SEED,
    fog: true,
    players: [{ kind: 'human' }, { kind: 'bot', level: 'regular' }],
  });
  const view = session.view(0);
  const standing = (hex: number): number => view.units.filter((unit) => unit.hex === hex).length;
  const inner = (hex: number): boolean =>
    [hex % game.cols, Math.floor(hex / game.cols)].every((at) => at >= EDGE && at < game.rows - EDGE);
  for (const action of legalActions(game, view)) {
    if (action.type !== 'move' || action.mode !== 'march') continue;
    const from = view.units[action.unit]?.hex ?? -1;
    const to = action.path.at(-1) as number;
    if (action.path.length !== 2 || !inner(from) || !inner(to) || standing(from) !== 1 || standing(to) !== 0) continue;
    return { action, from: formatHex(game.cols, from), to: formatHex(game.cols, to) };
  }
  throw new Error('nobody can march');
}

/** Brings a hex to the middle of the map and clicks it, once the map under the mouse has followed. */
async function pointAt(hex: string): Promise<void> {
  await new Hand(page, 'mouse').goTo(hex);
  const box = await page.locator('.board-host').boundingBox();
  if (!box) throw new Error('no map');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const under = async (): Promise<string> => {
    await page.mouse.move(x + 2, y);
    await page.mouse.move(x, y);
    const strip = page.locator('.hover-strip');
    return (await strip.count()) === 0 ? '' : ((await strip.textContent()) ?? '');
  };
  await expect.poll(under, { timeout: 20_000 }).toContain(hex);
  await page.mouse.click(x, y);
}

/** The game on the board, out of the link that the page gives away. */
async function shared(): Promise<GameRecord> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.locator('dialog[open]').getByRole('button', { name: 'Share this game' }).click();
  const link = await page.locator('.share-link').inputValue();
  const unpacked = unpackRecord(link.slice(link.indexOf('#g=') + 3));
  if (!unpacked.ok) throw new Error(unpacked.faults[0]?.message);
  return unpacked.value;
}

test('RIDGELINE_FIREFOX goes before the usual places, and a wrong path is named', () => {
  expect(findFirefox(['/nowhere'], { RIDGELINE_FIREFOX: process.execPath })).toBe(process.execPath);
  expect(findFirefox(['/nowhere'], {})).toBeNull();
  expect(() => findFirefox([process.execPath], { RIDGELINE_FIREFOX: '/no/such/fox' })).toThrow('/no/such/fox');
});

test('a turn is played against the computer, and Node runs its record to the same digests', async () => {
  const { action: march, from, to } = firstMarch();
  const name = page.locator('.unit-card h2');
  await begin(page, SEED);
  await page.keyboard.press('n');
  await name.waitFor();
  await page.keyboard.press('Escape');
  await name.waitFor({ state: 'detached' });

  await pointAt(from);
  await name.waitFor();
  await pointAt(to);
  await page.getByRole('button', { name: /^March, / }).click();
  await page.getByRole('button', { name: /^Undo: (?!Nothing)/ }).waitFor();

  await page.keyboard.press('s');
  const legend = page.locator('.legend');
  await legend.locator('.legend-head', { hasText: 'Supply' }).waitFor();
  await expect.poll(async () => (await legend.locator('.legend-rows li').allTextContents()).join(' ')).toMatch(/\d/);

  await page.keyboard.press('Escape');
  await endTurn(page);
  await myTurn(page, 2);
  const digest = page.locator('.digest');
  await digest.getByRole('heading', { name: 'What the Japanese side did' }).waitFor();
  expect(await digest.getByRole('heading', { name: 'What the new turn brought' }).count()).toBe(1);

  const record = await shared();
  expect(record.actions[0]).toEqual(march);
  const ends = record.actions.filter((action) => action.type === 'end');
  expect(ends).toHaveLength(2);
  expect(await verify(game, record)).toEqual({ grade: 'verified', actions: record.actions.length });
});

test('a game recorded elsewhere is verified to the bit, and one with a changed digest is not', async () => {
  const links = readFileSync(new URL('../records/kunlun-pass.links', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const link = links[0] as string;
  const unpacked = unpackRecord(link);
  if (!unpacked.ok) throw new Error(unpacked.faults[0]?.message);
  const { value: record } = unpacked;
  const changed = 12;
  const digests = record.digests.map((digest, i) => (i === changed ? '0'.repeat(digest.length) : digest));

  const badge = page.locator('button.badge');
  for (const [fragment, verdict] of [
    [link, 'Verified'],
    [packRecord({ ...record, digests }), `Diverges at order ${changed + 1}`],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(`${site.url}/#g=${fragment}`);
    await boardUp(page);
    await badge.getByText(verdict, { exact: true }).waitFor();
  }
});

test('nothing broke on the way', () => {
  expect(complaints).toEqual([]);
});
