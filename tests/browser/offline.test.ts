/** The page as a site of plain files: installable, whole without a network, closed to everything from elsewhere, small, updated when asked. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shippedIds } from '../scenario/files.ts';
import { launchChromium, serveFolder } from './browser.ts';
import { type BuiltSite, serveBuilt } from './built.ts';
import {
  begin,
  beginButton,
  boardUp,
  endTurn,
  fileOfGame,
  goOn,
  holdNext,
  hurriedContext,
  myTurn,
  openPage,
} from './player.ts';

let site: BuiltSite;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  site = await serveBuilt('/deep/er/ridgeline');
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const context = (serviceWorkers: 'allow' | 'block' = 'allow'): Promise<BrowserContext> =>
  hurriedContext(browser, { serviceWorkers });

function filesUnder(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below)).flatMap((name) => {
    const path = below === '' ? name : `${below}/${name}`;
    return statSync(join(folder, path)).isDirectory() ? filesUnder(folder, path) : [path];
  });
}

/** Opens the page and waits until its files are all at hand without a network. */
async function visit(here: BrowserContext, url: string): Promise<Page> {
  const page = await openPage(here, url, complaints);
  await page.getByText('now works without a network').waitFor({ timeout: 60_000 });
  return page;
}

test('the site can be installed from a sub-folder: its manifest is whole and its pictures are there in their sizes', async () => {
  const here = await context();
  const page = await openPage(here, site.url, complaints);
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
    const found = await (await fetch(link?.href ?? '')).json();
    const icons = await Promise.all(
      (found.icons as { src: string; sizes: string; purpose: string }[]).map(async ({ src, sizes, purpose }) => {
        const image = new Image();
        image.src = new URL(src, link?.href).href;
        await image.decode();
        return { sizes, purpose, right: sizes === 'any' || sizes === `${image.naturalWidth}x${image.naturalHeight}` };
      }),
    );
    return { ...found, icons, start: new URL(found.start_url, link?.href).href };
  });
  expect(manifest).toMatchObject({ name: 'Ridgeline', display: 'standalone', lang: 'en', dir: 'ltr' });
  for (const field of ['id', 'short_name', 'description', 'scope', 'theme_color', 'background_color'])
    expect(manifest[field]).toMatch(/./);
  expect(manifest.start).toBe(`${site.url}/`);
  for (const icon of manifest.icons) expect(icon.right).toBe(true);
  const kinds = manifest.icons.map(({ sizes, purpose }: { sizes: string; purpose: string }) => `${sizes} ${purpose}`);
  for (const kind of ['192x192 any', '512x512 any', '192x192 maskable', '512x512 maskable'])
    expect(kinds).toContain(kind);
  const cdp = await here.newCDPSession(page);
  const { errors } = await cdp.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  await here.close();
});

test('after one visit every file is at hand with the server gone, and every scenario, rulebook and language opens', async () => {
  const other = await serveFolder(site.folder, '/else/where');
  const here = await context();
  let page = await visit(here, other.url);
  await page.close();
  await other.close();
  page = await openPage(here, other.url, complaints);

  const files = filesUnder(site.folder).filter((path) => !/^(sw|workbox-[\w-]+)\.js$/.test(path));
  const lacking = await page.evaluate(async (paths) => {
    const missing: string[] = [];
    for (const path of paths) {
      const answer = await fetch(new URL(path, document.baseURI)).catch(() => null);
      if (!answer?.ok || (await answer.arrayBuffer()).byteLength === 0) missing.push(path);
    }
    return missing;
  }, files);
  expect(lacking).toEqual([]);
  expect(files.filter((path) => /^docs\/rulebook.*\.md$/.test(path)).length).toBeGreaterThan(1);
  for (const id of shippedIds()) expect(files).toContain(`scenarios/${id}/scenario.json`);

  await begin(page, 'offline');
  await holdNext(page);
  await endTurn(page);
  await myTurn(page, 2);
  await page.keyboard.press('F1');
  await page.getByRole('button', { name: 'Open the rulebook' }).click();
  await page.locator('dialog[open] .rulebook').getByText(/zone/i).first().waitFor();
  await page.close();
  for (const language of ['ja', 'zh-Hant', 'zh-Hans']) {
    page = await here.newPage();
    await page.addInitScript(
      (tongue) => localStorage.setItem('ridgeline-settings', JSON.stringify({ speed: 0, language: tongue })),
      language,
    );
    await page.goto(`${other.url}/`);
    await page.locator('.games .game-row').first().click();
    await boardUp(page);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    await page.close();
  }
  await here.close();
});

test('a newer page is offered in the middle of a game, reloads nothing by itself, and is there when asked for', async () => {
  const here = await context();
  const page = await visit(here, site.url);
  await page.reload();
  await beginButton(page).waitFor();
  const bystander = await openPage(here, site.url, complaints);
  await page.bringToFront();
  await begin(page, 'update');
  await holdNext(page);
  const before = await fileOfGame(page);
  for (const one of [page, bystander])
    await one.evaluate(() => {
      document.body.dataset['visit'] = 'first';
    });

  // A new version on the server: another start page, and so another revision of it in the service worker.
  const index = join(site.folder, 'index.html');
  const worker = join(site.folder, 'sw.js');
  const [oldIndex, oldWorker] = [readFileSync(index, 'utf8'), readFileSync(worker, 'utf8')];
  const newWorker = oldWorker.replace(
    /("?url"?:"index\.html","?revision"?:")[0-9a-f]+|("?revision"?:")[0-9a-f]+(",\s*"?url"?:"index\.html")/,
    (_all, a, b, c) => (a ? `${a}0123456789abcdef` : `${b}0123456789abcdef${c}`),
  );
  expect(newWorker).not.toBe(oldWorker);
  try {
    writeFileSync(index, oldIndex.replace('<title>Ridgeline</title>', '<title>Ridgeline the newer</title>'));
    writeFileSync(worker, newWorker);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const offer = page.locator('.notice', { hasText: 'A newer Ridgeline is ready' });
    await offer.waitFor({ timeout: 60_000 });
    await holdNext(page);
    expect(await page.evaluate(() => document.body.dataset['visit'])).toBe('first');
    await offer.getByRole('button', { name: 'Use it now' }).click();
    await expect.poll(() => page.title().catch(() => ''), { timeout: 30_000 }).toBe('Ridgeline the newer');
    await beginButton(page).waitFor();

    // The other tab is told, and stays as it is until it is asked.
    await bystander.locator('.notice', { hasText: 'updated in another tab' }).waitFor();
    expect(await bystander.evaluate(() => document.body.dataset['visit'])).toBe('first');
    await goOn(page);
    const after = await fileOfGame(page);
    expect(after.digests.slice(0, before.digests.length)).toEqual(before.digests);
    expect(after.actions.length).toBe(before.actions.length + 1);
  } finally {
    writeFileSync(index, oldIndex);
    writeFileSync(worker, oldWorker);
  }
  await here.close();
});

test('turns are played without one request elsewhere and without one breach of the content policy', async () => {
  const here = await context('block');
  const breaches: string[] = [];
  await here.exposeFunction('breached', (what: string) => breaches.push(what));
  await here.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      void (globalThis as never as { breached(what: string): void }).breached(`${violatedDirective} ${blockedURI}`);
    });
  });
  const strangers: string[] = [];
  const broken: string[] = [];
  here.on('request', (request) => {
    const url = request.url();
    if (/^(https?|wss?):/.test(url) && !url.startsWith(`${site.url}/`)) strangers.push(url);
  });
  here.on('response', (response) => {
    if (response.status() >= 400) broken.push(`${response.status()} ${response.url()}`);
  });
  const page = await openPage(here, site.url, complaints);
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) breaches.push(message.text());
  });
  const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  await begin(page, 'policy');
  for (const turn of [2, 3]) {
    await holdNext(page);
    await endTurn(page);
    await myTurn(page, turn);
  }
  for (const key of ['a', 'Shift+S', 'd', 'v', 'l', 's', 'z', 'o', 'h', 'g', '1', '5']) await page.keyboard.press(key);
  await fileOfGame(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Watch from the start' }).click();
  await boardUp(page);
  await page.keyboard.press('End');
  // The trap works: what the policy forbids is refused and noticed.
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "breached"';
    document.head.append(script);
  });
  await expect.poll(() => breaches.length).toBeGreaterThan(0);
  expect(await page.title()).not.toBe('breached');
  expect(breaches.filter((what) => !/inline/i.test(what))).toEqual([]);
  expect(strangers).toEqual([]);
  expect(broken).toEqual([]);
  await here.close();
});

/**
 * Most that the page's code may weigh when everything of it is loaded, in bytes as a server sends them. Engines of earlier
 * rules are no part of it: they lie beside the page, and there is one more with every change of the rules.
 */
const MOST_BYTES = 900_000;
/** Most of it before the start screen stands. */
const MOST_AT_START = 300_000;

test('all code of the page weighs at most 900 kB packed, and the start screen a third of that', async () => {
  const sizes = filesUnder(site.folder)
    .filter((path) => /\.(js|css|html)$/.test(path) && !path.startsWith('assets/engines/'))
    .map((path) => ({ path, bytes: gzipSync(readFileSync(join(site.folder, path)), { level: 9 }).length }))
    .sort((a, b) => b.bytes - a.bytes);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const here = await context('block');
  const page = await here.newPage();
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).pathname));
  await page.goto(`${site.url}/`);
  await beginButton(page).waitFor();
  const first = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>(
        'script[src], link[rel=modulepreload], link[rel=stylesheet]',
      ),
    ].map((node) => new URL('src' in node ? node.src : node.href).pathname),
  );
  const { pathname } = new URL(`${site.url}/`);
  const atStart = sizes
    .filter(({ path }) => first.includes(pathname + path))
    .reduce((sum, { bytes }) => sum + bytes, 0);
  const lines = sizes.map(({ path, bytes }) => `${String(bytes).padStart(8)}  ${path}`);
  process.stdout.write(`${lines.join('\n')}\n${String(total).padStart(8)}  in all, ${atStart} at the start\n`);
  expect(total).toBeLessThanOrEqual(MOST_BYTES);
  expect(atStart).toBeLessThanOrEqual(MOST_AT_START);
  await here.close();
});

test('the first picture of the map stands within two seconds of asking for it', async () => {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const here = await context('block');
    const page = await openPage(here, site.url, complaints);
    // The player has looked at the start screen for a moment; the files come meanwhile.
    await page.waitForLoadState('networkidle');
    const began = Date.now();
    await beginButton(page).click();
    await boardUp(page);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    times.push(Date.now() - began);
    await here.close();
  }
  process.stdout.write(`first picture of the map: ${times.join(', ')} ms\n`);
  expect(Math.min(...times)).toBeLessThan(2000);
});

test('nothing broke on the way', () => {
  expect(complaints).toEqual([]);
});
