/** Storage in a real browser: killed in the middle of a write, full, refused, newer than the page, damaged. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatRecord, type GameRecord, RECORD_VERSION } from '../../src/play/record.ts';
import { Session } from '../../src/play/session.ts';
import { kunlunPass } from '../kunlun-pass.ts';
import { launchChromium, serveFolder } from './browser.ts';
import { type BuiltSite, serveBuilt } from './built.ts';
import { bundleScript } from './bundle.ts';
import {
  begin,
  beginButton,
  boardUp,
  downloaded,
  endTurn,
  fileOfGame,
  goOn,
  holdNext,
  hurriedContext,
  myTurn,
  openPage,
  toStart,
  WINDOW,
} from './player.ts';
import type * as StorageDoor from './storageDoor.ts';

let site: BuiltSite;
let browser: Browser;
const complaints: string[] = [];

declare const Door: typeof StorageDoor;

beforeAll(async () => {
  site = await serveBuilt('/games/ridgeline');
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const context = (): Promise<BrowserContext> => hurriedContext(browser);

/** Ends the process behind a page as a full memory or a pulled plug would: nothing of the page runs any more. */
async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const gone = new Promise<void>((resolve) => page.once('crash', () => resolve()));
  session.send('Page.crash').catch(() => undefined);
  await gone;
  await page.close();
}

/** Everything in a store of the page's database, without the page's own code. */
function stored(page: Page, store: string): Promise<unknown[]> {
  return page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('ridgeline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction(name).objectStore(name).getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
        };
      }),
    store,
  );
}

test('a tab killed in the middle of a write leaves one whole game, never parts of two', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ridgeline-storage-'));
  writeFileSync(join(folder, 'door.js'), await bundleScript(join(import.meta.dirname, 'storageDoor.ts'), 'Door'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script src="door.js"></script>');
  const bare = await serveFolder(folder);
  const here = await browser.newContext();
  try {
    let mark = 1;
    for (let round = 0; round < 8; round++) {
      const writer = await here.newPage();
      let last = 0;
      const several = new Promise<void>((resolve) => {
        void writer.exposeFunction('begun', (now: number) => {
          last = now;
          if (now === mark + 2) resolve();
        });
      });
      await writer.goto(`${bare.url}/`);
      const from = mark;
      writer
        .evaluate(
          (first) =>
            Door.writeForEver('g', first, (now) =>
              (globalThis as never as { begun(n: number): Promise<void> }).begun(now),
            ),
          from,
        )
        .catch(() => undefined);
      await several;
      await kill(writer);
      mark = last + 1;
      const reader = await here.newPage();
      await reader.goto(`${bare.url}/`);
      const found = await reader.evaluate(async () => {
        const db = await Door.openDatabase({ onLost: () => undefined });
        const reading = await Door.readJournal(db, 'g');
        if (reading.state !== 'read') return null;
        const { record, missing } = reading;
        const marks = [...new Set(record.actions.map((one) => (one.type === 'bombard' ? one.unit : -1)))];
        return {
          missing,
          marks,
          seed: record.seed,
          length: record.actions.length,
          expected: Door.lengthOf(marks[0] ?? 0),
        };
      });
      expect(found?.missing).toBe(0);
      expect(found?.marks).toHaveLength(1);
      expect(found?.length).toBe(found?.expected);
      expect(found?.seed).toBe(`mark ${found?.marks[0]}`);
      expect(found?.marks[0]).toBeGreaterThanOrEqual(from + 1);
      await reader.close();
    }
  } finally {
    await here.close();
    await bare.close();
  }
});

test('a tab killed while the opponent plays goes on to the same game as one left alone', async () => {
  const games: GameRecord[] = [];
  for (const killed of [false, true]) {
    const here = await context();
    let page = await openPage(here, site.url, complaints);
    await begin(page, 'killed');
    await holdNext(page);
    await endTurn(page);
    if (killed) {
      await page.locator('.top-thinking').waitFor();
      await kill(page);
      page = await openPage(here, site.url, complaints);
      await goOn(page);
    }
    await myTurn(page, 2);
    games.push(await fileOfGame(page));
    await here.close();
  }
  const [alone, killed] = games as [GameRecord, GameRecord];
  expect(killed.actions).toEqual(alone.actions);
  expect(killed.digests).toEqual(alone.digests);
});

/** Room for some games and no more, from before the browser first measures what is used. */
const QUOTA = 600_000;

async function smallDisk(): Promise<{ here: BrowserContext; page: Page; lift: () => Promise<void> }> {
  const here = await context();
  const page = await here.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  const cdp = await here.newCDPSession(page);
  const { origin } = new URL(site.url);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: QUOTA });
  await page.goto(`${site.url}/`);
  await beginButton(page).waitFor();
  return { here, page, lift: async () => void (await cdp.send('Storage.overrideQuotaForOrigin', { origin })) };
}

/** Fills what room there is from a database of its own, down to a few bytes. */
async function fillUp(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('filler', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('sand', { autoIncrement: true });
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const pour = (bytes: number): Promise<boolean> =>
      new Promise((resolve) => {
        const work = db.transaction('sand', 'readwrite');
        work.objectStore('sand').put(new Uint8Array(bytes).map((_, i) => (i * 167 + bytes) % 251));
        work.oncomplete = () => resolve(true);
        work.onabort = () => resolve(false);
      });
    for (let bytes = 100_000; bytes >= 16; ) if (!(await pour(bytes))) bytes = Math.floor(bytes / 2);
    db.close();
  });
}

test('storage that is full is told; nothing is deleted by itself; room made by hand takes the game again', async () => {
  const { here, page, lift } = await smallDisk();
  for (const seed of ['one', 'two', 'three', 'four', 'five', 'six']) {
    await begin(page, seed);
    await holdNext(page);
    await toStart(page);
  }
  await expect.poll(() => page.locator('.games .game-row').count()).toBe(6);
  await begin(page, 'seven');
  await holdNext(page);
  await fillUp(page);
  await holdNext(page);
  const banner = page.locator('.banner', { hasText: 'no room left' });
  await banner.waitFor();
  const file = await downloaded(page, () => banner.getByRole('button', { name: 'Save as a file' }).click());
  expect(file.seed).toBe('seven');
  expect(file.actions).toHaveLength(2);
  expect(await stored(page, 'journals')).toHaveLength(7);

  await banner.getByRole('button', { name: 'Make room' }).click();
  const sheet = page.locator('dialog[open]');
  await expect.poll(() => sheet.locator('.stored li').count()).toBe(7);
  const oldest = sheet.locator('.stored li').nth(6);
  await oldest.getByRole('button', { name: /^Delete/ }).click();
  await expect.poll(() => sheet.locator('.stored li').count()).toBe(7);
  // The browser frees what is deleted in its own time; here at once.
  await lift();
  await oldest.getByRole('button', { name: 'Delete for good' }).click();
  await expect.poll(() => sheet.locator('.stored li').count()).toBe(6);
  await page.keyboard.press('Escape');
  await banner.waitFor({ state: 'detached' });

  await page.reload();
  await beginButton(page).waitFor();
  await expect.poll(() => page.locator('.games .game-row').count()).toBe(6);
  await goOn(page);
  expect((await fileOfGame(page)).digests).toEqual(file.digests);
  await here.close();
});

test('a game opened and left while storage is full stays in the tab, and is stored when there is room', async () => {
  const { here, page, lift } = await smallDisk();
  await begin(page, 'afloat');
  await holdNext(page);
  await toStart(page);
  await fillUp(page);
  await page.reload();
  await beginButton(page).waitFor();
  await goOn(page);
  await holdNext(page);
  await page.locator('.banner', { hasText: 'no room left' }).waitFor();
  await toStart(page);
  const afloat = page.getByRole('region', { name: 'Only in this tab' });
  await afloat.waitFor();
  const asked = new Promise<string>((resolve) => {
    page.once('dialog', (dialog) => void dialog.dismiss().then(() => resolve(dialog.type())));
  });
  await page.close({ runBeforeUnload: true });
  expect(await asked).toBe('beforeunload');
  await afloat.locator('.game-row').click();
  await boardUp(page);
  const file = await fileOfGame(page);
  expect(file.actions).toHaveLength(2);
  await toStart(page);
  await lift();
  await afloat.getByRole('button', { name: 'Store them now' }).click();
  await afloat.waitFor({ state: 'detached' });
  await page.reload();
  await beginButton(page).waitFor();
  await expect.poll(() => page.locator('.games .game-row').count()).toBe(1);
  await goOn(page);
  expect((await fileOfGame(page)).digests).toEqual(file.digests);
  await here.close();
});

test('a browser that refuses storage plays, says so, and gives the game as a file', async () => {
  const here = await context();
  await here.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('refused', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
    Object.defineProperty(window, 'indexedDB', { value: { open: refuse } });
  });
  const page = await openPage(here, site.url, complaints);
  await page.getByText('This browser stores nothing here').waitFor();
  await begin(page, 'refused');
  const banner = page.locator('.banner', { hasText: 'The game is not being stored' });
  await banner.waitFor();
  await holdNext(page);
  await endTurn(page);
  await myTurn(page, 2);
  const file = await downloaded(page, () => banner.getByRole('button', { name: 'Save as a file' }).click());
  expect(Session.resume(kunlunPass(), file).ok).toBe(true);
  await here.close();
});

test('storage taken away under a game is told, and taken up again', async () => {
  const here = await context();
  const page = await openPage(here, site.url, complaints);
  await begin(page, 'away');
  // As a newer page in another tab would: it needs the database for itself.
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const removing = indexedDB.deleteDatabase('ridgeline');
        removing.onsuccess = () => resolve();
        removing.onerror = () => reject(removing.error);
      }),
  );
  await holdNext(page);
  const banner = page.locator('.banner', { hasText: 'The game is not being stored' });
  // Storage that takes long to open is told as failed again: a person tries once more.
  await expect
    .poll(
      async () => {
        const again = banner.getByRole('button', { name: 'Try again' });
        if (await again.isVisible()) await again.click();
        return banner.count();
      },
      { timeout: 60_000, interval: 3000 },
    )
    .toBe(0);
  await page.reload();
  await goOn(page);
  expect((await fileOfGame(page)).actions).toHaveLength(1);
  await here.close();
});

test('a database of a newer page is told and left exactly as it is', async () => {
  const here = await context();
  const plain = await here.newPage();
  await plain.goto(`${site.url}/icon-192.png`);
  await plain.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('ridgeline', 99);
        opening.onupgradeneeded = () => opening.result.createObjectStore('future').put({ games: 12 }, 'all');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  const page = await openPage(here, site.url, complaints);
  await page.getByText('a newer version of this page has changed the storage').waitFor();
  await begin(page, 'future');
  await page.locator('.banner', { hasText: 'newer version' }).waitFor();
  await holdNext(page);
  expect(await stored(page, 'future')).toEqual([{ games: 12 }]);
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ version }) => version))).toEqual([99]);
  await here.close();
});

test('games of a newer page are listed as such, can be saved as files, and are never touched', async () => {
  const here = await context();
  let page = await openPage(here, site.url, complaints);
  await begin(page, 'present');
  await holdNext(page);
  await page.keyboard.press('Control+s');
  await page.locator('dialog[open] input').fill('Present');
  await page.locator('dialog[open]').getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.').waitFor();
  await page.evaluate(
    (version) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('ridgeline');
        opening.onsuccess = () => {
          const db = opening.result;
          const work = db.transaction(['journals', 'actions', 'saves'], 'readwrite');
          const change = (store: string, id: string, part: string): void => {
            const all = work.objectStore(store).getAll();
            all.onsuccess = () => {
              const [first] = all.result;
              const record = { ...first[part], version, name: `From ${id}`, weather: ['new'] };
              work.objectStore(store).put({ ...first, id, name: record.name, [part]: record, owner: 'another' });
            };
          };
          change('journals', 'tomorrow', 'head');
          change('saves', 'next week', 'record');
          work.objectStore('actions').put({ game: 'tomorrow', at: 0, action: { type: 'parley' }, digest: 'f' });
          work.oncomplete = () => {
            db.close();
            resolve();
          };
          work.onerror = () => reject(work.error);
        };
      }),
    RECORD_VERSION + 1,
  );
  const foreign = async (): Promise<unknown[]> => {
    const all = [
      ...(await stored(page, 'journals')),
      ...(await stored(page, 'saves')),
      ...(await stored(page, 'actions')),
    ];
    return all.filter((one) => ['tomorrow', 'next week'].some((id) => Object.values(one as object).includes(id)));
  };
  const before = await foreign();
  expect(before).toHaveLength(3);
  await page.close();
  page = await openPage(here, site.url, complaints);
  const strangers = page.locator('.stranger');
  await strangers.nth(1).waitFor();
  expect(await strangers.count()).toBe(2);
  for (const text of await strangers.allTextContents())
    expect(text).toMatch(/From (tomorrow|next week).*newer version/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    strangers.filter({ hasText: 'tomorrow' }).getByRole('button').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/From tomorrow/);
  await goOn(page);
  await endTurn(page);
  await myTurn(page, 2);
  await toStart(page);
  expect(await foreign()).toEqual(before);

  const newer = { ...(await gameOfOneOrder()), version: RECORD_VERSION + 1 };
  const file = { name: 'new.json', mimeType: 'application/json', buffer: Buffer.from(formatRecord(newer as never)) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText(/record version \d+; this page reads up to/).waitFor();
  await page.evaluate(() => {
    location.hash = 'g=2.0.zz.AAAA';
  });
  await page.getByText(/The link is of format 2/).waitFor();
  await here.close();
});

function gameOfOneOrder(): GameRecord {
  const options = { seed: 'old', fog: true, players: [{ kind: 'human' }, { kind: 'human' }] } as const;
  const session = Session.start(kunlunPass(), { ...options, players: [...options.players] });
  session.dispatch({ type: 'end' });
  return session.record();
}

test('a game of older rules opens as recorded only, and is said to be so', async () => {
  const here = await context();
  const page = await openPage(here, site.url, complaints);
  // No engine is kept of rules that were never shipped.
  const old: GameRecord = { ...gameOfOneOrder(), rules: 0 };
  const file = { name: 'old.json', mimeType: 'application/json', buffer: Buffer.from(formatRecord(old)) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('Recorded only').first().waitFor();
  await here.close();
});

test('settings that make no sense are replaced, and the page works', async () => {
  const here = await browser.newContext({ ...WINDOW, serviceWorkers: 'block' });
  await here.addInitScript(() =>
    localStorage.setItem(
      'ridgeline-settings',
      '{"speed":"fast","text":5,"panel":"maybe","language":"tlh","keys":{"endTurn":7,"constructor":["x"]},"grid":null}',
    ),
  );
  const page = await openPage(here, site.url, complaints);
  await begin(page, 'settings');
  await holdNext(page);
  await here.close();
  const broken = await browser.newContext({ ...WINDOW, serviceWorkers: 'block' });
  await broken.addInitScript(() => localStorage.setItem('ridgeline-settings', '{"speed":'));
  await beginButton(await openPage(broken, site.url, complaints)).waitFor();
  await broken.close();
});

test('nothing broke on the way', () => {
  expect(complaints).toEqual([]);
});
