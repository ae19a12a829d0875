/** The built page in a real browser: a turn, undo, a killed tab, a named save, an attack, a replay, trouble told. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import { check } from '../../src/core/check.ts';
import { formatHex } from '../../src/core/hex.ts';
import { formatRecord, type GameRecord } from '../../src/play/record.ts';
import { Session } from '../../src/play/session.ts';
import { kunlunPass } from '../kunlun-pass.ts';
import { launchChromium, serveFolder } from './browser.ts';
import { type BuiltSite, serveBuilt } from './built.ts';
import { hurriedContext, openPage } from './player.ts';

let site: BuiltSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];
/** Pixels between counters of a fanned stack at the first look. */
const FAN_STEP = 68;

beforeAll(async () => {
  site = await serveBuilt('/games/ridgeline');
  browser = await launchChromium();
  context = await hurriedContext(browser);
  page = await openPage(context, site.url, complaints);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function board(): Promise<void> {
  await page.locator('.board-host canvas').first().waitFor();
  await page.locator('.minimap-corner canvas').waitFor();
}

async function goTo(hex: string): Promise<void> {
  await page.keyboard.press('/');
  await page.locator('dialog[open] input').fill(hex);
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

async function endTurn(): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await page.locator('dialog[open]').getByRole('button', { name: 'End turn' }).click();
}

async function myTurn(turn: number): Promise<void> {
  await page.getByText(`Turn ${turn} of`).waitFor();
  await page.locator('button.end-turn:enabled').waitFor();
}

/** Distinct colours in a part of the page (coarse): ground has many, a blank has one. */
async function coloursIn(clip: { x: number; y: number; width: number; height: number }): Promise<number> {
  const png = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    const seen = new Set<number>();
    for (let i = 0; i < pixels.length; i += 4)
      seen.add(((pixels[i] ?? 0) >> 3) * 1024 + ((pixels[i + 1] ?? 0) >> 3) * 32 + ((pixels[i + 2] ?? 0) >> 3));
    return seen.size;
  }, png);
}

/** Waits until ground is drawn in the four corners of the map area, clear of the buttons and the small map. */
async function mapIsWhole(): Promise<void> {
  const box = await page.locator('.board-host').boundingBox();
  if (!box) throw new Error('no board');
  const [width, height] = [50, 50];
  const corners = [
    [box.x + 90, box.y + 8],
    [box.x + box.width - 60, box.y + 8],
    [box.x + 200, box.y + box.height - 120],
    [box.x + box.width - 60, box.y + box.height - 60],
  ] as const;
  for (const [x, y] of corners)
    await expect.poll(() => coloursIn({ x, y, width, height }), { timeout: 10_000 }).toBeGreaterThan(20);
}

async function middle(): Promise<[number, number]> {
  const box = await page.locator('.board-host').boundingBox();
  if (!box) throw new Error('no board');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

test('a counter is clicked, its stack fans out, and the map stays whole through zoom, resize and panel', async () => {
  await page.getByRole('textbox', { name: 'Seed' }).fill('counter');
  await page.getByRole('button', { name: 'Begin the battle' }).click();
  await board();
  await goTo('3427');
  await mapIsWhole();
  const [x, y] = await middle();
  await page.mouse.click(x, y);
  const name = page.locator('.unit-card h2');
  await name.waitFor();
  await expect.poll(() => page.locator('.stack-row').count()).toBe(3);
  const top = await name.textContent();
  await page.mouse.click(x + FAN_STEP, y);
  await expect.poll(() => name.textContent()).not.toBe(top);
  await page.keyboard.press('Escape');
  await page.keyboard.press('5');
  await mapIsWhole();
  await page.keyboard.press('3');
  await page.setViewportSize({ width: 1000, height: 640 });
  await mapIsWhole();
  await page.keyboard.press('i');
  await page.locator('.side-panel.closed').waitFor();
  await mapIsWhole();
  await page.keyboard.press('i');
  await page.setViewportSize({ width: 1280, height: 800 });
  await mapIsWhole();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'To the start screen' }).click();
});

test('what is typed after the key of a sheet goes into the sheet', async () => {
  await page.locator('.games .game-row').first().click();
  await board();
  await page.keyboard.press('/');
  await page.keyboard.type('Jiutang');
  expect(await page.locator('dialog[open] input').inputValue()).toBe('Jiutang');
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'To the start screen' }).click();
});

test('a browser that refuses every storage still plays, and says so', async () => {
  const strict = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  await strict.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('refused', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
    Object.defineProperty(window, 'indexedDB', { value: { open: refuse } });
  });
  const refused = await strict.newPage();
  refused.on('pageerror', (error) => complaints.push(error.message));
  await refused.goto(`${site.url}/`);
  await refused.getByText('This browser stores nothing here').waitFor();
  await refused.getByRole('button', { name: 'Begin the battle' }).click();
  await refused.getByText('The game is not being stored').waitFor();
  await strict.close();
});

test('a turn is played, an order taken back, and a killed tab loses nothing', async () => {
  await page.getByRole('textbox', { name: 'Seed' }).fill('browser');
  await page.locator('.set-up input[type=checkbox]').uncheck();
  await page.getByRole('button', { name: 'Begin the battle' }).click();
  await board();
  await page.keyboard.press('n');
  await page.locator('.unit-card h2').waitFor();
  await page.getByText('Hold', { exact: true }).click();
  const undo = page.getByRole('button', { name: /^Undo: Take back/ });
  await undo.waitFor();
  await page.keyboard.press('u');
  await expect.poll(() => page.getByLabel('Normal', { exact: true }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(() => page.getByLabel('Hold', { exact: true }).isChecked()).toBe(true);
  await endTurn();
  await myTurn(2);
  await page.close();
  page = await openPage(context, site.url, complaints);
  await page.locator('.games .game-row').first().click();
  await board();
  await myTurn(2);
});

test('a named save keeps its moment', async () => {
  await page.keyboard.press('Control+s');
  await page.locator('dialog[open] input').fill('Second <day>');
  await page.locator('dialog[open]').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await endTurn();
  await myTurn(3);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'To the start screen' }).click();
  await page.getByRole('button', { name: /Second <day>/ }).click();
  await board();
  await myTurn(2);
});

/** A game played by two bots up to a moment at which the first side can attack: who, from where, and what. */
function beforeAnAttack(): { record: GameRecord; from: string; hex: string } {
  const game = kunlunPass();
  const session = Session.start(game, {
    seed: 'attack',
    fog: false,
    players: [{ kind: 'human' }, { kind: 'bot', level: 'regular' }],
  });
  const bots = [createBot('regular', 'attack/0'), createBot('regular', 'attack/1')] as const;
  for (let n = 0; n < 3000 && !session.state.over; n++) {
    const side = session.state.active;
    const action = bots[side].choose(game, session.view(side));
    if (side === 0 && action.type === 'assault') {
      const lead = action.units[0] as number;
      expect(check(game, session.view(0), action)).toBeNull();
      const from = session.state.units[lead]?.hex ?? -1;
      return { record: session.record(), from: formatHex(game.cols, from), hex: formatHex(game.cols, action.hex) };
    }
    expect(session.dispatch(action).ok).toBe(true);
  }
  throw new Error('the bot of the first side never attacked');
}

test('a game file opens as a verified replay, is played on, and an attack is planned, fought and replayed', async () => {
  const { record, from, hex } = beforeAnAttack();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'To the start screen' }).click();
  const file = { name: 'game.json', mimeType: 'application/json', buffer: Buffer.from(formatRecord(record)) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('Verified').waitFor();
  await board();
  await page.keyboard.press('End');
  await page.getByText(`Order ${record.actions.length.toLocaleString('en')} of`).waitFor();
  await page.getByRole('button', { name: 'Play on from here' }).click();
  await page.getByRole('button', { name: 'Begin the branch' }).click();
  await page.locator('button.end-turn:enabled').waitFor();
  await board();
  await goTo(from);
  await page.keyboard.press('Enter');
  await page.locator('.unit-card h2').waitFor();
  const selectAll = page.getByRole('button', { name: 'Select all' });
  if (await selectAll.isVisible()) await selectAll.click();
  await goTo(hex);
  await page.keyboard.press('Shift+Enter');
  await page.locator('.odds .chances').waitFor();
  expect(await page.locator('.factors li').count()).toBeGreaterThan(2);
  const shares = await page.locator('.odds .chances dd').allTextContents();
  const sum = shares.reduce((total, share) => total + Number.parseInt(share, 10), 0);
  expect(Math.abs(sum - 100)).toBeLessThanOrEqual(1);
  await page.locator('.odds-foot').getByRole('button', { name: 'Attack' }).click();
  await page.locator('.fight-result').waitFor();
  await page.getByRole('button', { name: /^Undo: Dice have fallen/ }).waitFor();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Watch from the start' }).click();
  await page.getByText('Verified').waitFor();
});

test('a second tab takes the game over and the first says so', async () => {
  await page.getByRole('button', { name: 'Leave the replay' }).click();
  await page.locator('.games .game-row').first().click();
  await board();
  const first = page;
  page = await openPage(context, site.url, complaints);
  await page.locator('.games .game-row').first().click();
  await board();
  await first.getByText('opened in another tab').waitFor();
  await first.close();
});

test('a broken file and a link cut short are told with their fault, as text', async () => {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'To the start screen' }).click();
  const text =
    '{"format":"ridgeline-game","version":1,"seed":"<img src=x onerror=alert(1)>","actions":[{"type":"fly"}]}';
  const file = { name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText(/actions\[0\]/).waitFor();
  await page.evaluate(() => {
    location.hash = 'g=1.0.zz.AAAA';
  });
  await page.getByText('cut short').waitFor();
});

test('after one visit the page works with its server gone, and asks nobody else for anything', async () => {
  const other = await serveFolder(site.folder, '/deep/er');
  const visitor = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const visit = await visitor.newPage();
    const strangers: string[] = [];
    visit.on('request', (request) => {
      if (!request.url().startsWith(`${other.url}/`) && /^https?:/.test(request.url())) strangers.push(request.url());
    });
    await visit.goto(`${other.url}/`);
    await visit.getByText('now works without a network').waitFor();
    await other.close();
    await visitor.setOffline(true);
    await visit.reload();
    await visit.getByRole('button', { name: 'Begin the battle' }).click();
    await visit.locator('.minimap-corner canvas').waitFor();
    expect(strangers).toEqual([]);
  } finally {
    await visitor.close();
  }
});

test('nothing broke on the way', () => {
  expect(complaints).toEqual([]);
});
