/** A whole turn of a game in the page: an attack with ticks, supply, a mission, a decision where one is open, a named save, the end of the turn. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import { formatHex } from '../../src/core/hex.ts';
import { formatRecord, type GameRecord } from '../../src/play/record.ts';
import { Session } from '../../src/play/session.ts';
import { shipped } from '../shipped.ts';
import { Hand, type Way } from './hand.ts';

export interface Moment {
  record: GameRecord;
  /** Where the attackers stand, and what they can attack. */
  from: string;
  hex: string;
  turn: number;
  turns: number;
}

/** Hexes from the edge of the map at least. */
const EDGE = 13;

/** A game of two bots up to a moment at which the first side can attack and has sorties left. */
export function beforeAnAttack(id: string): Moment {
  const game = shipped(id);
  const session = Session.start(game, {
    seed: 'whole turn',
    fog: false,
    players: [{ kind: 'human' }, { kind: 'bot', level: 'regular' }],
  });
  const bots = [createBot('regular', 'whole/0'), createBot('regular', 'whole/1')] as const;
  for (let n = 0; n < 6000 && !session.state.over; n++) {
    const side = session.state.active;
    const action = bots[side].choose(game, session.view(side));
    const flies = session.state.air.some(
      (one, i) => game.data.air.formations[i]?.side === game.data.scenario.sides[0]?.id && one.sorties > 0,
    );
    const from = action.type === 'assault' ? (session.state.units[action.units[0] as number]?.hex ?? -1) : -1;
    // Far from the edges, so that what is gone to stands in the middle of the view.
    const inner = [from % game.cols, Math.floor(from / game.cols)].every((at) => at >= EDGE && at < game.rows - EDGE);
    if (side === 0 && action.type === 'assault' && flies && inner) {
      return {
        record: session.record(),
        from: formatHex(game.cols, from),
        hex: formatHex(game.cols, action.hex),
        turn: session.state.turn,
        turns: game.turns,
      };
    }
    if (!session.dispatch(action).ok) throw new Error('a bot gave an order that was refused');
  }
  throw new Error('the first side never attacked');
}

const SIZES = {
  mouse: { viewport: { width: 1440, height: 900 } },
  keys: { viewport: { width: 1280, height: 800 } },
  touch: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

/** Opens the moment as a game of one's own. A file is chosen the same way by every hand: the system's own dialog does it. */
async function openMoment(browser: Browser, url: string, way: Way, moment: Moment): Promise<Page> {
  // Without gliding the hex that is gone to is in the middle at once.
  const context = await browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce', ...SIZES[way] });
  await context.addInitScript(() =>
    localStorage.setItem('ridgeline-settings', JSON.stringify({ speed: 0, language: 'en' })),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${url}/`);
  await page.locator('main .primary').first().waitFor();
  const buffer = Buffer.from(formatRecord(moment.record));
  await page.locator('input[type=file]').setInputFiles({ name: 'game.json', mimeType: 'application/json', buffer });
  await page.locator('.replay-bar').waitFor();
  await page.locator('.board-host canvas').first().waitFor();
  return page;
}

async function myTurn(page: Page, { turns }: Moment, turn: number): Promise<void> {
  await page.getByText(`Turn ${turn} of ${turns}`).first().waitFor();
  await page.locator('button.end-turn:enabled').waitFor();
}

/** Plays it; the answer is what the page complained of, which should be nothing. */
export async function playWholeTurn(browser: Browser, url: string, way: Way, moment: Moment): Promise<string[]> {
  const complaints: string[] = [];
  const page = await openMoment(browser, url, way, moment);
  page.on('pageerror', (error) => complaints.push(error.message));
  const hand = new Hand(page, way);
  const sheet = page.locator('dialog[open]');
  const tab = (name: string) => page.locator('.side-panel').getByRole('tab', { name });

  await page.keyboard.press('End');
  await hand.press(page.getByRole('button', { name: 'Play on from here' }));
  await hand.press(sheet.getByRole('button', { name: 'Begin the branch' }));
  await myTurn(page, moment, moment.turn);
  await page.locator('.board-host canvas').first().waitFor();

  await attack(hand, moment);

  await hand.press(tab('Supply'));
  await page.locator('.supply-panel').getByText('Depots', { exact: true }).first().waitFor();

  await hand.press(tab('Air'));
  const left = page.locator('.air .sorties b');
  const before = await left.allTextContents();
  await hand.press(page.getByRole('button', { name: /^Pick hex/ }).first());
  await hand.goTo(moment.hex);
  await hand.point();
  await expect.poll(() => left.allTextContents(), { timeout: 20_000 }).not.toEqual(before);

  if (await page.locator('.decision-badge').isVisible()) {
    await hand.press(page.locator('.decision-badge'));
    const open = page.locator('.decision.open');
    await open.first().waitFor();
    const title = (await open.first().locator('h3').textContent()) ?? '';
    await hand.press(open.first().getByRole('button', { name: 'Decide' }));
    await hand.press(open.first().locator('.confirm').getByRole('button', { name: 'Decide' }));
    await page
      .locator('.decision-group', { hasText: /Taken \(\d+\)/ })
      .getByText(title)
      .first()
      .waitFor();
  }

  await hand.press(page.getByRole('button', { name: 'Menu' }));
  await hand.press(sheet.getByRole('button', { name: 'Save under a name' }));
  await sheet.locator('input').fill(`By ${way}`);
  await hand.press(sheet.getByRole('button', { name: 'Save', exact: true }));
  await sheet.waitFor({ state: 'detached' });
  await page.locator('.notices .notice', { hasText: /saved/i }).first().waitFor();

  await hand.press(page.locator('button.end-turn'));
  await hand.press(sheet.getByRole('button', { name: 'End turn' }));
  await myTurn(page, moment, moment.turn + 1);
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide).toBeLessThanOrEqual(room as number);
  await page.context().close();
  return complaints;
}

/** Selects who can attack, plans, takes one out and in again with the odds following, and attacks. */
async function attack(hand: Hand, { from, hex }: Moment): Promise<void> {
  const { page } = hand;
  await hand.goTo(from);
  await hand.point();
  await page.locator('.unit-card h2').waitFor();
  const all = page.getByRole('button', { name: 'Select all' });
  if (await all.isVisible()) await hand.press(all);
  await hand.goTo(hex);
  await hand.point(true);
  const odds = page.locator('.odds');
  const chances = odds.locator('.chances dd');
  await chances.first().waitFor();
  const shares = async (): Promise<string> =>
    (await chances.count()) === 0 ? '' : (await chances.allTextContents()).join();
  const before = await shares();
  const boxes = odds.locator('input[type=checkbox]:enabled');
  const ticked = await boxes.evaluateAll((nodes) => nodes.findIndex((node) => (node as HTMLInputElement).checked));
  const box = boxes.nth(ticked);
  await hand.press(box);
  await expect.poll(shares, { timeout: 20_000 }).not.toBe(before);
  await hand.press(box);
  await expect.poll(shares, { timeout: 20_000 }).toBe(before);
  expect(await odds.locator('.factors li').count()).toBeGreaterThan(2);
  await hand.press(odds.locator('footer .primary'));
  await page.locator('.fight-result').waitFor();
}
