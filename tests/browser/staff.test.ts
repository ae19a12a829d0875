/** The staff's desk in a real browser: tables that sort and filter, a formation's march, an attack planned from several hexes. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import { formatHex } from '../../src/core/hex.ts';
import { formatRecord, type GameRecord } from '../../src/play/record.ts';
import { Session } from '../../src/play/session.ts';
import { stacksOf } from '../../src/ui/app/attackPlans.ts';
import { formationLevels, ordersOfMarch, planFormationMarch } from '../../src/ui/app/formationMarch.ts';
import type { Seen } from '../../src/ui/app/seen.ts';
import { planAttack } from '../../src/ui/app/target.ts';
import { kunlunPass } from '../kunlun-pass.ts';
import { launchChromium } from './browser.ts';
import { type BuiltSite, serveBuilt } from './built.ts';
import { hurriedContext, openPage } from './player.ts';

let site: BuiltSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];
const { record, from, hex, marcher, goal, marching } = beforeAnAttack();

beforeAll(async () => {
  site = await serveBuilt('/games/ridgeline');
  browser = await launchChromium();
  context = await hurriedContext(browser, { viewport: { width: 1440, height: 900 } });
  page = await openPage(context, site.url, complaints);
  page.setDefaultTimeout(60_000);
  const file = { name: 'game.json', mimeType: 'application/json', buffer: Buffer.from(formatRecord(record)) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.locator('.board-host canvas').first().waitFor();
  await page.keyboard.press('End');
  await page.getByText(`Order ${record.actions.length.toLocaleString('en')} of`).waitFor();
  await page.getByRole('button', { name: 'Play on from here' }).click();
  await page.getByRole('button', { name: 'Begin the branch' }).click();
  await page.locator('button.end-turn:enabled').waitFor();
  await page.locator('.minimap-corner canvas').waitFor();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A game up to a moment at which an enemy can be attacked from two hexes and a formation can march towards him. */
function beforeAnAttack(): {
  record: GameRecord;
  from: string;
  hex: string;
  marcher: string;
  goal: string;
  marching: number;
} {
  const game = kunlunPass();
  const code = (at: number): string => formatHex(game.cols, at);
  const session = Session.start(game, {
    seed: 'staff',
    fog: false,
    players: [{ kind: 'human' }, { kind: 'bot', level: 'regular' }],
  });
  const bots = [createBot('regular', 'staff/0'), createBot('regular', 'staff/1')] as const;
  for (let n = 0; n < 3000 && !session.state.over; n++) {
    const side = session.state.active;
    const action = bots[side].choose(game, session.view(side));
    if (side === 0 && action.type === 'assault') {
      const seen: Seen = { game, view: session.view(0), side: 0, mayOrder: true };
      const target = planAttack(seen, action.hex, action.units);
      const able = target.attackers.filter((one) => one.refusal === null);
      const lead = action.units[0] as number;
      const free = game.bySide[0].find((unit) => {
        const units = formationLevels(seen, unit)[0]?.units ?? [];
        return canBeTakenBack(session, seen, units);
      });
      const units = formationLevels(seen, free ?? -1)[0]?.units ?? [];
      const to = goalOf(seen, units);
      if (stacksOf(seen, able).length > 1 && free !== undefined && to)
        return {
          record: session.record(),
          from: code(seen.view.units[lead]?.hex ?? -1),
          hex: code(action.hex),
          marcher: game.data.oob.units[free]?.name ?? '',
          goal: code(to.goal),
          marching: to.legs,
        };
    }
    expect(session.dispatch(action).ok).toBe(true);
  }
  throw new Error('nobody was ever attacked from two sides');
}

/** Can the march of the formation be ordered and then undone as a whole? Tried out on a copy of the game. */
function canBeTakenBack(session: Session, seen: Seen, units: readonly number[]): boolean {
  const to = goalOf(seen, units);
  const copy = to && Session.resume(seen.game, session.record());
  if (!to || !copy?.ok) return false;
  const orders = ordersOfMarch(planFormationMarch(seen, units, to.goal));
  return orders.every((order) => copy.session.dispatch(order).ok) && copy.session.reach.undo >= orders.length;
}

/** A hex next to the formation where two of its units and more can march. */
function goalOf(seen: Seen, units: readonly number[]): { goal: number; legs: number } | null {
  const at = seen.view.units[units[0] ?? -1]?.hex ?? -1;
  if (at < 0) return null;
  for (let d = 0; d < 6; d++) {
    const goal = seen.game.neighbours[at * 6 + d] ?? -1;
    const legs = goal < 0 ? 0 : planFormationMarch(seen, units, goal).legs.length;
    if (legs > 1) return { goal, legs };
  }
  return null;
}

async function goTo(place: string): Promise<void> {
  await page.keyboard.press('/');
  await page.locator('dialog[open] input').fill(place);
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

const column = async (n: number): Promise<string[]> =>
  page.locator(`.table-scroll tbody tr > :nth-child(${n})`).allTextContents();
const numbers = (texts: readonly string[]): number[] =>
  texts.filter((text) => /\d/.test(text)).map((text) => Number(text.replace(/\D/g, '')));

test('the table of units sorts, filters, is walked by keys, leads to the map and is saved as a file', async () => {
  await page.keyboard.press('Shift+t');
  const dialog = page.locator('dialog[open]');
  await dialog.locator('.table-scroll tbody tr').first().waitFor();
  const all = await dialog.locator('tbody tr').count();
  expect(all).toBeGreaterThan(40);
  const men = dialog.getByRole('columnheader', { name: 'Men' });
  await men.getByRole('button').click();
  expect(await men.getAttribute('aria-sort')).toBe('descending');
  const falling = numbers(await column(4));
  expect(falling).toEqual([...falling].sort((a, b) => b - a));
  await men.getByRole('button').click();
  expect(await men.getAttribute('aria-sort')).toBe('ascending');
  const rising = numbers(await column(4));
  expect(rising).toEqual([...rising].sort((a, b) => a - b));

  await dialog.getByLabel('Find in the table').fill('200 Division');
  const found = await column(1);
  expect(found.length).toBeGreaterThan(1);
  expect(found.length).toBeLessThan(all);
  await dialog.getByLabel('Find in the table').fill('');
  await dialog.getByLabel('Show').selectOption('moved');
  expect(await dialog.locator('tbody tr').count()).toBeLessThan(all);
  await dialog.getByLabel('Show').selectOption('present');

  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^kunlun-pass units \d\d\.csv$/);

  await dialog.locator('.row-name').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const name = (await page.locator('.row-name:focus').textContent()) ?? '';
  expect(name).toBe((await column(1))[2]);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.locator('.unit-card h2').textContent()).toBe(name);
});

test('every table opens beside the map, and only what is known of the enemy stands in his', async () => {
  await page.keyboard.press('Shift+t');
  await page.getByRole('button', { name: 'Keep beside the map' }).click();
  const dock = page.locator('.staff-dock');
  for (const table of ['Enemy', 'Coming and going', 'Losses', 'Air', 'Depots', 'Convoys', 'Leaders', 'Units']) {
    await dock.getByText(table, { exact: true }).first().click();
    await dock.locator('.data-table').waitFor();
  }
  expect(await page.locator('.board-host canvas').first().isVisible()).toBe(true);
  await page.keyboard.press('Shift+t');
  await dock.waitFor({ state: 'detached' });
});

test('a formation marches to one goal after one yes, and all of it is taken back at one press', async () => {
  await page.keyboard.press('Shift+t');
  await page.locator('.staff-dock').getByLabel('Find in the table').fill(marcher);
  await page.locator('.staff-dock .row-name').first().click();
  await page.keyboard.press('Shift+t');
  const before = await page.locator('.unit-card header p').allTextContents();
  await page.getByRole('button', { name: 'March the formation' }).click();
  await goTo(goal);
  await page.keyboard.press('Enter');
  const order = page.locator('.group-march button.primary');
  expect(await order.textContent()).toBe(`March ${marching} units`);
  await order.click();
  await page.getByText(`${marching} units have marched.`).waitFor();
  await page.getByRole('button', { name: 'Undo all of them' }).click();
  await page.getByText('units have marched.').waitFor({ state: 'detached' });
  expect(await page.locator('.unit-card header p').allTextContents()).toEqual(before);
});

test('an attack is ticked stack by stack, kept while looking elsewhere, and fought; the dice are told in words', async () => {
  await page.keyboard.press('Escape');
  await goTo(from);
  await page.keyboard.press('Enter');
  await page.locator('.unit-card h2').waitFor();
  await goTo(hex);
  await page.keyboard.press('Shift+Enter');
  const odds = page.locator('.odds');
  await odds.locator('.chances').waitFor();
  const chances = async (): Promise<string> =>
    (await odds.locator('.chances dd, .strengths b, .loss-number').allTextContents()).join();
  const ticks = odds.locator('.candidates').first().locator('li input:enabled');
  const count = await ticks.count();
  expect(count).toBeGreaterThan(1);
  await odds
    .locator('.candidates')
    .first()
    .getByRole('button', { name: /^(all|none)$/ })
    .click();
  if (!(await ticks.first().isChecked()))
    await odds.locator('.candidates').first().getByRole('button', { name: 'all' }).click();
  const everyone = await chances();
  expect(await odds.locator('.gain').count()).toBeGreaterThan(1);
  await ticks.first().uncheck();
  expect(await chances()).not.toBe(everyone);
  const fewer = await chances();

  await odds.getByRole('button', { name: 'Close' }).click();
  await page.locator('.attack-plans').waitFor();
  await page.locator('.attack-plans').getByRole('button', { name: 'Open' }).click();
  await odds.locator('.chances').waitFor();
  expect(await ticks.first().isChecked()).toBe(false);
  expect(await chances()).toBe(fewer);
  await odds.getByRole('button', { name: 'Close' }).click();

  await page.locator('.attack-plans').getByRole('button', { name: 'Attack now' }).click();
  const luck = page.locator('.fight-result .luck');
  await luck.waitFor();
  expect(await luck.textContent()).toMatch(/The dice were (very bad|bad|even|good|very good) for China/);
  expect(await page.locator('.attack-plans').count()).toBe(0);
});

test('a number explains itself with its clause, and nothing was complained of', async () => {
  await goTo(from);
  await page.keyboard.press('Enter');
  await page.locator('.unit-card .explain').first().click();
  const words = page.locator('.explanation');
  expect(await words.textContent()).toContain('at the start');
  await words.getByRole('button').click();
  await page.locator('dialog[open] .rulebook').waitFor();
  await page.keyboard.press('Escape');
  expect(complaints).toEqual([]);
});
