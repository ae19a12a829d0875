/** The bot inspector in the built page: reasons found in a worker, on the map and by keys, and kept from whom they are not for. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bots/bot.ts';
import { createBot } from '../../src/bots/index.ts';
import { botSeed, playout } from '../../src/play/playout.ts';
import { formatRecord, type GameRecord } from '../../src/play/record.ts';
import { Replay } from '../../src/play/replay.ts';
import { shipped } from '../shipped.ts';
import { launchChromium } from './browser.ts';
import { type BuiltSite, serveBuilt } from './built.ts';
import { seriousFaults } from './faults.ts';
import { begin, hurriedContext, openPage } from './player.ts';

const game = shipped('kunlun-pass');
const SEED = 'looked into';
/** A player turn of the Chinese on which they see something of the enemy, counted from 0. */
const TURN = 8;
const PATIENCE = 4;

const seated = (side: 0 | 1): Bot => createBot('regular', botSeed(SEED, side));

/** Gives its orders up early in one turn, which the opponent of its name would not have done. */
function impatient(turn: number): Bot {
  const bot = seated(0);
  let given = 0;
  return {
    id: 'regular',
    choose(game, view) {
      const action = bot.choose(game, view);
      return view.turn === turn && ++given > PATIENCE ? { type: 'end' } : action;
    },
  };
}

const recorded = (first: Bot): GameRecord =>
  playout(game, { seed: SEED, fog: true, bots: [first, seated(1)], record: true }).record as GameRecord;
const record = recorded(seated(0));
const beginOf = (of: GameRecord, index: number): number => new Replay(game, of).turns[index]?.at as number;

let site: BuiltSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  site = await serveBuilt('/staff');
  browser = await launchChromium();
  context = await hurriedContext(browser, { viewport: { width: 1440, height: 900 } });
  page = await openPage(context, site.url, complaints);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function openFile(of: GameRecord, on = page): Promise<void> {
  await on.goto('about:blank');
  await on.goto(`${site.url}/`);
  const file = { name: 'game.json', mimeType: 'application/json', buffer: Buffer.from(formatRecord(of)) };
  await on.locator('input[type=file]').setInputFiles(file);
  await on.getByText('Verified').waitFor();
}

/** Goes to a position by the slider of the timeline. */
async function seek(at: number, on = page): Promise<void> {
  await on.locator('.timeline input').evaluate((node, to) => {
    (node as HTMLInputElement).value = String(to);
    node.dispatchEvent(new Event('input', { bubbles: true }));
    (document.activeElement as HTMLElement | null)?.blur();
  }, at);
}

const atIs = (position: number) =>
  expect.poll(async () => Number(await page.locator('.timeline input').inputValue())).toBe(position);
const orders = (on = page) => on.locator('.inspector-orders li');
const marked = () => page.locator('.inspector-orders [aria-current=step]');
const topic = (name: string, on = page) => on.locator('.inspector .segments label', { hasText: name });

describe('the reasons of a player turn', () => {
  const at = beginOf(record, TURN);
  const count = beginOf(record, TURN + 1) - at;

  test('a key opens them: an order each, with its reason; the last one given is marked', async () => {
    await openFile(record);
    await seek(at);
    await page.keyboard.press('x');
    await orders().first().waitFor();
    expect(await orders().count()).toBe(count);
    expect(await page.locator('.inspector-orders button > span').count()).toBe(count);
    expect(await page.locator('.inspector-difference').count()).toBe(0);
    expect(await marked().count()).toBe(0);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('ArrowRight');
    await atIs(at + 1);
    await expect.poll(() => orders().nth(0).locator('[aria-current=step]').count()).toBe(1);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('an order leads to its moment, by mouse and by keys', async () => {
    await orders().nth(6).locator('button').click();
    await atIs(at + 7);
    expect(await orders().nth(6).locator('[aria-current=step]').count()).toBe(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await atIs(at + 8);
    await orders().last().locator('button').click();
    await atIs(at + count - 1);
  });

  test('the appreciation: a task picked shows who is in it, enemies lead to the map', async () => {
    await topic('Tasks').click();
    const tasks = page.locator('.inspector-tasks [aria-pressed]');
    await tasks.first().click();
    expect(await tasks.first().getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.unit-links button').count()).toBeGreaterThan(0);
    expect(await seriousFaults(page)).toEqual([]);
    await tasks.first().click();
    expect(await page.locator('.unit-links').count()).toBe(0);
    await topic('Enemy').click();
    await page.locator('.inspector-enemies button').first().click();
    expect(await page.locator('.hover-strip b').textContent()).toMatch(/\d{4}/);
    await topic('Courses').click();
    await page.getByText('weighed against no other').waitFor();
    await topic('Orders').click();
  });

  test('the other side’s eyes see none of it, its own and the umpire’s do', async () => {
    const eyes = page.locator('.top-bar .segments');
    await eyes.getByText('Japanese', { exact: true }).click();
    await page.getByText('not shown through the enemy').waitFor();
    expect(await orders().count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Chinese eyes' }).click();
    await orders().first().waitFor();
    await page.getByRole('button', { name: 'Next turn of the computer' }).click();
    await atIs(beginOf(record, TURN + 2));
    await eyes.getByText('Umpire', { exact: true }).click();
    await page.getByRole('button', { name: 'Previous turn of the computer' }).click();
    await atIs(beginOf(record, TURN + 1));
  });

  test('the key stands in the sheet of keys', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('?');
    const row = page.locator('.key-groups dl > div', { hasText: 'Reasons of the computer' });
    expect(await row.locator('kbd').last().textContent()).toBe('X');
    await page.keyboard.press('Escape');
  });
});

test('an order that this opponent would not have given is named, and none after it has a reason', async () => {
  const cut = recorded(impatient(TURN / 2 + 1));
  await openFile(cut);
  await seek(beginOf(cut, TURN));
  await page.keyboard.press('x');
  const difference = page.locator('.inspector-difference');
  await difference.getByText(`From order ${PATIENCE + 1} on`).waitFor();
  expect(await difference.locator('dd').first().textContent()).toBe('End of the player turn');
  expect(await page.locator('.inspector-orders button > span').count()).toBe(PATIENCE);
  expect(await seriousFaults(page)).toEqual([]);
});

test('long thinking shows how far it is and is called off', async () => {
  await openFile({ ...record, players: [record.players[0], { kind: 'bot', level: 'elite' }] });
  await seek(beginOf(record, TURN + 1));
  await page.keyboard.press('x');
  const bar = page.locator('.inspector progress');
  await bar.waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Called off').waitFor();
  await page.getByRole('button', { name: 'Find the reasons' }).click();
  await expect
    .poll(() => bar.evaluate((node) => (node as HTMLProgressElement).value > 0), { timeout: 30_000 })
    .toBe(true);
  await page.getByRole('button', { name: 'Leave the replay' }).click();
});

test('on a phone', async () => {
  const phone = await hurriedContext(browser, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const hand = await openPage(phone, site.url, complaints);
  await openFile(record, hand);
  await seek(beginOf(record, TURN) + 2, hand);
  await hand.getByRole('tab', { name: 'Reasons' }).tap();
  await orders(hand).first().waitFor();
  const across = () => hand.evaluate(() => document.documentElement.scrollWidth);
  expect(await across()).toBe(390);
  expect(await seriousFaults(hand)).toEqual([]);
  for (const name of ['Tasks', 'Enemy', 'Courses']) {
    await topic(name, hand).tap();
    expect(await across()).toBe(390);
  }
  await phone.close();
});

test('of a game that is still played against the computer nothing is told', async () => {
  await page.goto('about:blank');
  await page.goto(`${site.url}/`);
  await begin(page, 'secret');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Watch from the start' }).click();
  await page.getByText('Verified').waitFor();
  await page.getByRole('tab', { name: 'Reasons' }).click();
  await page.getByText('still being played against the computer').or(page.getByText('A person played')).waitFor();
  for (const step of ['Previous', 'Next']) {
    const button = page.getByRole('button', { name: `${step} turn of the computer` });
    if (!(await button.isEnabled())) continue;
    await button.click();
    await page.getByText('still being played against the computer').waitFor();
  }
  expect(await page.locator('.inspector .segments').count()).toBe(0);
});

test('nothing broke on the way', () => {
  expect(complaints).toEqual([]);
});
