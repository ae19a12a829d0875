/** Two tabs on one game, and what is written on the map: nothing is lost on the way from one to the other. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Session } from '../../src/play/session.ts';
import { kunlunPass } from '../kunlun-pass.ts';
import { launchChromium } from './browser.ts';
import { type BuiltSite, serveBuilt } from './built.ts';
import { begin, boardUp, endTurn, fileOfGame, goOn, holdNext, hurriedContext, myTurn, openPage } from './player.ts';

let site: BuiltSite;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  site = await serveBuilt('/ridge');
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const context = (): Promise<BrowserContext> => hurriedContext(browser);

const taken = (page: Page): ReturnType<Page['locator']> =>
  page.locator('.banner', { hasText: 'opened in another tab' });

test('the second tab plays on, the first says so and takes no order, and takes the game back with all that was played', async () => {
  const here = await context();
  const first = await openPage(here, site.url, complaints);
  await begin(first, 'two tabs');
  await holdNext(first);
  const second = await openPage(here, site.url, complaints);
  await goOn(second);
  await taken(first).waitFor();
  expect(await first.locator('button.end-turn').isDisabled()).toBe(true);
  await second.bringToFront();
  expect((await fileOfGame(second)).actions).toHaveLength(1);
  await endTurn(second);
  await myTurn(second, 2);
  await holdNext(second);
  const played = await fileOfGame(second);

  await first.bringToFront();
  await taken(first).getByRole('button', { name: 'Play it here again' }).click();
  await taken(second).waitFor();
  await myTurn(first, 2);
  const back = await fileOfGame(first);
  expect(back.actions).toEqual(played.actions);
  expect(Session.resume(kunlunPass(), back).ok).toBe(true);
  await taken(first).waitFor({ state: 'detached' });
  await here.close();
});

test('an order on its way into storage goes with the game', async () => {
  const here = await context();
  const first = await openPage(here, site.url, complaints);
  await begin(first, 'on its way');
  // A slow disk: whatever this tab writes takes a while, so that the next order has to wait for it.
  await first.evaluate(() => {
    const open = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, options) {
      const work = open.call(this, stores as string[], mode, options);
      if (mode !== 'readwrite') return work;
      const until = performance.now() + 1500;
      const store = work.objectStore(work.objectStoreNames[0] as string);
      const hold = (): void => {
        const asked = store.count();
        asked.onsuccess = () => {
          if (performance.now() < until) hold();
        };
      };
      hold();
      return work;
    };
  });
  await first.keyboard.press('n');
  await first.locator('.unit-card h2').waitFor();
  await first.getByText('Hold', { exact: true }).click();
  await first.getByText('Elastic', { exact: true }).click();
  await first.getByRole('button', { name: /^Undo: Take back/ }).waitFor();
  const second = await openPage(here, site.url, complaints);
  await goOn(second);
  await taken(first).waitFor();
  expect((await fileOfGame(second)).actions.map((one) => one.type === 'stance' && one.stance)).toEqual([1, 2]);
  await here.close();
});

test('a note is written by key, stands on the map and in the list as text, and stays with the game', async () => {
  const here = await context();
  let page = await openPage(here, site.url, complaints);
  await begin(page, 'notes');
  await page.keyboard.press('/');
  await page.locator('dialog[open] input').fill('3427');
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.keyboard.press('3');
  const box = await page.locator('.board-host').boundingBox();
  if (!box) throw new Error('no board');
  const clip = { x: box.x + box.width / 2 - 30, y: box.y + box.height / 2 - 30, width: 60, height: 60 };
  await page.waitForFunction(() => document.fonts.status === 'loaded');
  const before = await page.screenshot({ clip });
  await page.keyboard.press('Shift+N');
  const sheet = page.locator('dialog[open]');
  await sheet.locator('textarea').waitFor();
  await page.keyboard.type('Depot <b>here</b>');
  await page.keyboard.press('Control+Enter');
  await sheet.waitFor({ state: 'detached' });
  await expect.poll(async () => (await page.screenshot({ clip })).equals(before)).toBe(false);
  expect((await fileOfGame(page)).notes?.map(({ text, side, turn }) => ({ text, side, turn }))).toEqual([
    { text: 'Depot <b>here</b>', side: 0, turn: 1 },
  ]);

  await page.close();
  page = await openPage(here, site.url, complaints);
  await goOn(page);
  await page.keyboard.press('l');
  const row = page.locator('.note-row');
  await row.waitFor();
  expect(await row.locator('.note-text').textContent()).toBe('Depot <b>here</b>');
  await row.click();
  await page.keyboard.press('u');
  await page.getByRole('button', { name: /^Change the note on/ }).click();
  await page.locator('dialog[open] textarea').fill('Bridge\ndown');
  await page.locator('dialog[open]').getByRole('button', { name: 'Keep' }).click();
  await expect.poll(() => row.locator('.note-text').textContent()).toBe('Bridge\ndown');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Watch from the start' }).click();
  await boardUp(page);
  await page.locator('.note-row', { hasText: 'Bridge' }).waitFor();
  expect(await page.getByRole('button', { name: /^Change the note on/ }).count()).toBe(0);
  await here.close();
});

test('nothing broke on the way', () => {
  expect(complaints).toEqual([]);
});
