/** Parts of the page that die while a game is on: the opponent, the check of a record, the map's painter, the graphics, files. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatRecord, type GameRecord } from '../../src/play/record.ts';
import { launchChromium } from './browser.ts';
import { type BuiltSite, serveBuilt } from './built.ts';
import {
  begin,
  beginButton,
  boardUp,
  endTurn,
  fileOfGame,
  holdNext,
  hurriedContext,
  myTurn,
  openPage,
} from './player.ts';

let site: BuiltSite;
let browser: Browser;
let undisturbed: GameRecord;
const complaints: string[] = [];

beforeAll(async () => {
  site = await serveBuilt('/parts');
  browser = await launchChromium();
  const here = await context();
  undisturbed = await twoTurns(await openPage(here, site.url, complaints));
  await here.close();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** What the tests keep beside the page: its workers, and which are to die. */
interface Beside {
  workers: { name: string; worker: Worker }[];
  /** Part of the name of workers that die at birth. */
  doomed: string | null;
  /** Part of the name of workers that hear nothing, and so never answer. */
  mute: string | null;
  /** Answers of the opponent's worker until it dies, -1 for never. */
  answers: number;
}

declare global {
  var beside: Beside;
}

/** A page whose workers the test can get at. */
async function context(): Promise<BrowserContext> {
  const made = await hurriedContext(browser);
  await made.addInitScript(() => {
    globalThis.beside = { workers: [], doomed: null, mute: null, answers: -1 };
    const Real = Worker;
    globalThis.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        const name = options?.name ?? String(url);
        globalThis.beside.workers.push({ name, worker: this });
        const die = (message: string): void => {
          this.terminate();
          this.dispatchEvent(new ErrorEvent('error', { message }));
        };
        if (globalThis.beside.doomed !== null && name.includes(globalThis.beside.doomed)) {
          setTimeout(() => die('out of memory'));
          return;
        }
        if (globalThis.beside.mute !== null && name.includes(globalThis.beside.mute))
          this.postMessage = () => undefined;
        if (name !== 'opponent') return;
        this.addEventListener('message', () => {
          if (globalThis.beside.answers < 0 || globalThis.beside.answers-- > 0) return;
          die('out of memory');
        });
      }
    };
  });
  return made;
}

/** A unit holds, the turn ends, the opponent plays, and it is the player's second turn. */
async function twoTurns(
  page: Page,
  meanwhile: () => Promise<void> = async () => undefined,
  before: () => Promise<void> = async () => undefined,
): Promise<GameRecord> {
  await begin(page, 'parts');
  await holdNext(page);
  await before();
  await endTurn(page);
  await meanwhile();
  await myTurn(page, 2);
  return fileOfGame(page);
}

test('an opponent that breaks down is started again, and plays the same orders', async () => {
  const here = await context();
  const page = await openPage(here, site.url, complaints);
  // The scenario taken, the seat taken, one order: it dies with the next one on its lips.
  const record = await twoTurns(
    page,
    async () => undefined,
    async () => {
      await page.evaluate(() => {
        globalThis.beside.answers = 3;
      });
    },
  );
  expect(undisturbed.actions.length).toBeGreaterThan(3);
  await page.locator('.banner', { hasText: 'was started again' }).waitFor();
  expect(
    await page.evaluate(() => globalThis.beside.workers.filter(({ name }) => name === 'opponent').length),
  ).toBeGreaterThan(2);
  expect(record.actions).toEqual(undisturbed.actions);
  expect(record.digests).toEqual(undisturbed.digests);
  await here.close();
});

test('an opponent that falls silent is started again after a while', async () => {
  const here = await context();
  const page = await openPage(here, site.url, complaints);
  await page.clock.install();
  const record = await twoTurns(page, async () => {
    await page.locator('.top-thinking').waitFor();
    await page.evaluate(() => {
      for (const { name, worker } of globalThis.beside.workers) if (name === 'opponent') worker.terminate();
    });
    await page.clock.fastForward(31_000);
    await page.locator('.banner', { hasText: 'gave no answer' }).waitFor();
  });
  expect(record.digests).toEqual(undisturbed.digests);
  await here.close();
});

test('an opponent that dies again and again waits for the player, and plays the same orders when it is let', async () => {
  const here = await context();
  const page = await openPage(here, site.url, complaints);
  const record = await twoTurns(page, async () => {
    await page.evaluate(() => {
      globalThis.beside.doomed = 'opponent';
      globalThis.beside.answers = 0;
    });
    const banner = page.locator('.banner', { hasText: 'broke down three times' });
    await banner.waitFor();
    await banner.getByRole('button', { name: 'End its turn' }).waitFor();
    await page.evaluate(() => {
      globalThis.beside.doomed = null;
      globalThis.beside.answers = -1;
    });
    await banner.getByRole('button', { name: 'Let it try again' }).click();
  });
  expect(record.digests).toEqual(undisturbed.digests);
  await here.close();
});

test.each(['dies', 'falls silent'])('a check of a record that %s is done by the page', async (how) => {
  const here = await context();
  const page = await openPage(here, site.url, complaints);
  const file = { name: 'game.json', mimeType: 'application/json', buffer: Buffer.from(formatRecord(undisturbed)) };
  await page.evaluate(
    (doom) => {
      globalThis.beside.doomed = doom;
    },
    how === 'dies' ? 'replay' : null,
  );
  if (how === 'falls silent') {
    await page.evaluate(() => {
      globalThis.beside.mute = 'replay';
    });
    await page.clock.install();
  }
  await page.locator('input[type=file]').setInputFiles(file);
  await boardUp(page);
  if (how === 'falls silent') await page.clock.fastForward(21_000);
  await page.getByText('Verified').first().waitFor();
  await page.keyboard.press('End');
  await page.getByText(`order ${undisturbed.actions.length} of ${undisturbed.actions.length}`).first().waitFor();
  await here.close();
});

/** Share of the commonest colour (coarse) in a part of the map: ground has many colours, a table without a map has one. */
async function blank(page: Page): Promise<number> {
  const box = await page.locator('.board-host').boundingBox();
  if (!box) throw new Error('no board');
  const clip = { x: box.x + 120, y: box.y + 60, width: 300, height: 200 };
  const png = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    const counts = new Map<number, number>();
    for (let i = 0; i < pixels.length; i += 4) {
      const colour = ((pixels[i] ?? 0) >> 3) * 1024 + ((pixels[i + 1] ?? 0) >> 3) * 32 + ((pixels[i + 2] ?? 0) >> 3);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return Math.max(...counts.values()) / (pixels.length / 4);
  }, png);
}

const mapIsDrawn = (page: Page): Promise<void> => expect.poll(() => blank(page), { timeout: 40_000 }).toBeLessThan(0.6);

test.each(['dies', 'falls silent'])('a painter of the map that %s leaves the page to paint', async (how) => {
  const here = await context();
  const page = await openPage(here, site.url, complaints);
  if (how === 'dies')
    await page.evaluate(() => {
      globalThis.beside.doomed = 'mapWorker';
    });
  else
    await page.evaluate(() => {
      globalThis.beside.mute = 'mapWorker';
    });
  await begin(page, 'painter');
  await mapIsDrawn(page);
  await here.close();
});

/** Software that passes for a graphics card draws a frame in seconds. */
const SLOW = 480_000;

test(
  'graphics that are taken away come back, and the game goes on where it was',
  async () => {
    const card = await launchChromium(['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']);
    try {
      // Software that passes for a card is slow: a small window.
      const here = await hurriedContext(card, { viewport: { width: 900, height: 560 } });
      await here.addInitScript(() => {
        // The software that draws here passes for a graphics card.
        const get = HTMLCanvasElement.prototype.getContext as (...how: unknown[]) => unknown;
        HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, how?: object) {
          return get.call(this, kind, { ...how, failIfMajorPerformanceCaveat: false });
        } as never;
        const parameter = WebGLRenderingContext.prototype.getParameter;
        WebGLRenderingContext.prototype.getParameter = function (this: WebGLRenderingContext, name: number) {
          return name === 0x9246 || name === this.RENDERER ? 'A card' : parameter.call(this, name);
        };
      });
      const page = await openPage(here, site.url, complaints);
      await begin(page, 'graphics');
      await holdNext(page);
      await mapIsDrawn(page);
      const lose = (): Promise<boolean> =>
        page.evaluate(() => {
          const canvas = document.querySelector<HTMLCanvasElement>('.board-host canvas');
          const gl = canvas?.getContext('webgl');
          const extension = gl?.getExtension('WEBGL_lose_context');
          extension?.loseContext();
          return Boolean(extension);
        });
      for (let time = 0; time < 2; time++) {
        await page.evaluate(() => document.querySelector('.board-host canvas')?.setAttribute('data-old', ''));
        expect(await lose()).toBe(true);
        await page.locator('.board-host canvas[data-old]').waitFor({ state: 'detached' });
        await boardUp(page);
        await mapIsDrawn(page);
      }
      // Lost twice, the map does without a card.
      expect(await lose()).toBe(false);
      await endTurn(page);
      await myTurn(page, 2);
      expect((await fileOfGame(page)).actions[0]?.type).toBe('stance');
      await here.close();
    } finally {
      await card.close();
    }
  },
  SLOW,
);

test('files of a scenario that cannot be had, break off or make no sense are named, and asked for again', async () => {
  const here = await context();
  const page = await here.newPage();
  page.setDefaultTimeout(30_000);
  let catalogue = false;
  let fault: 'none' | 'missing' | 'cut' | 'nonsense' | 'wrong' = 'missing';
  await page.route('**/scenarios/index.json', (route) =>
    !catalogue ? route.fulfill({ status: 503 }) : route.continue(),
  );
  await page.route('**/kunlun-pass/oob.json', async (route) => {
    if (fault === 'none') return route.continue();
    if (fault === 'missing') return route.abort('connectionreset');
    const text = await (await route.fetch()).text();
    if (fault === 'cut')
      return route.fulfill({ body: text.slice(0, text.length / 2), contentType: 'application/json' });
    if (fault === 'nonsense') return route.fulfill({ body: '<!doctype html>', contentType: 'text/html' });
    return route.fulfill({ body: text.replace(/"men": *(\d)/, '"men": -$1'), contentType: 'application/json' });
  });
  await page.goto(`${site.url}/`);
  const notice = page.locator('.notice.error');
  await notice.filter({ hasText: 'scenarios/index.json: the server answered 503' }).waitFor();
  catalogue = true;
  await notice.getByRole('button', { name: 'Try again' }).click();
  await beginButton(page).waitFor();

  for (const [next, told] of [
    ['missing', 'scenarios/kunlun-pass/oob.json: the file could not be fetched'],
    ['cut', 'scenarios/kunlun-pass/oob.json: not JSON'],
    ['nonsense', 'scenarios/kunlun-pass/oob.json: not JSON'],
    ['wrong', /scenarios\/kunlun-pass: 1 fault.*men/s],
  ] as const) {
    fault = next;
    // A fresh page, so that nothing that was read before the fault is at hand.
    await page.reload();
    await beginButton(page).click();
    await notice.filter({ hasText: told }).waitFor();
    expect(await beginButton(page).isVisible()).toBe(true);
    fault = 'none';
    await notice.filter({ hasText: told }).getByRole('button', { name: 'Try again' }).click();
    await boardUp(page);
  }
  await here.close();
});

test('nothing broke on the way', () => {
  expect(complaints).toEqual([]);
});
