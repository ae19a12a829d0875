/**
 * How fast is the map? Builds the page, opens West Hunan without fog so that every counter lies on it, at the size of a
 * desk and of a phone, in Chromium without a graphics card, and measures: the first frame with ground, script time and frames a
 * second while the map is dragged at the whole-map, the middle and a near level, and the time from a move of the pointer to the
 * frame that shows its highlight. Prints one JSON line a size on standard output, a table on standard error.
 * `node tools/benchPage.mjs [folder]` takes a page that is built already.
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..');
const CHROMIUM = process.env.RIDGELINE_CHROMIUM ?? '/usr/bin/chromium';
const SIZES = [
  { name: 'desk', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
];
const LEVELS = ['1', '2', '4'];
/** Moves of a drag to one side and of the pointer over the map, and pixels between them. */
const DRAG_MOVES = 60;
const DRAGS = 4;
const STEP = 7;
const HOVERS = 40;
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

function built() {
  const folder = mkdtempSync(join(tmpdir(), 'ridgeline-bench-'));
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return folder;
}

async function serve(folder) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    let file = join(folder, normalize(path));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!file.startsWith(folder) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** In the page, before its own scripts: counts frames, the script time of each, and moves of the pointer until the next frame. */
function instrument() {
  const log = { frames: [], hovers: [] };
  let spent = 0;
  let moved = 0;
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    ask((time) => {
      const begun = performance.now();
      callback(time);
      spent += performance.now() - begun;
    });
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (!/^pointer|^mouse|^wheel/.test(type) || typeof listener !== 'function')
      return add.call(this, type, listener, options);
    const timed = function (event) {
      const begun = performance.now();
      if (event.type === 'pointermove' && moved === 0) moved = event.timeStamp;
      listener.call(this, event);
      spent += performance.now() - begun;
    };
    return add.call(this, type, timed, options);
  };
  const tick = () => {
    // Runs after the page's own callbacks of the frame, which were asked for before.
    log.frames.push({ at: performance.now(), spent });
    if (moved > 0) log.hovers.push(performance.now() - moved);
    spent = 0;
    moved = 0;
    ask(tick);
  };
  ask(tick);
  window.benchLog = log;
}

const taken = (page) => page.evaluate(() => window.benchLog.frames.splice(0).concat([]));

function frameFigures(frames) {
  const spent = frames.map((frame) => frame.spent).sort((a, b) => a - b);
  const mean = spent.reduce((sum, ms) => sum + ms, 0) / spent.length;
  const seconds = (frames[frames.length - 1].at - frames[0].at) / 1000;
  return {
    scriptMs: Number(mean.toFixed(2)),
    scriptMs95: Number(spent[Math.floor(spent.length * 0.95)].toFixed(2)),
    framesPerSecond: Number(((frames.length - 1) / seconds).toFixed(1)),
  };
}

async function drag(page, x, y) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let k = 1; k <= DRAG_MOVES; k++) await page.mouse.move(x + k * STEP, y + k * (STEP / 2));
  await page.mouse.up();
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let k = 1; k <= DRAG_MOVES; k++) await page.mouse.move(x - k * STEP, y - k * (STEP / 2));
  await page.mouse.up();
}

async function measure(browser, url, { name, width, height }) {
  const context = await browser.newContext({ viewport: { width, height }, serviceWorkers: 'block' });
  await context.addInitScript(() => localStorage.setItem('ridgeline-settings', JSON.stringify({ speed: 0 })));
  await context.addInitScript(instrument);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(url);
  await page.locator('.chooser label', { hasText: 'West Hunan' }).click();
  await page.getByRole('checkbox', { name: /Fog of war/ }).uncheck();
  await page.getByRole('textbox', { name: 'Seed' }).fill('bench');
  await page.getByRole('button', { name: 'Begin the battle' }).click();
  await page.locator('.board-host canvas').first().waitFor();
  const firstFrame = () => page.evaluate(() => performance.getEntriesByName('board: first frame')[0]?.duration ?? 0);
  while ((await firstFrame()) === 0) await page.waitForTimeout(50);
  await page.locator('button.end-turn:enabled').waitFor();
  const box = await page.locator('.board-host').boundingBox();
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const result = { size: name, firstFrameMs: Math.round(await firstFrame()), levels: {} };
  for (const level of LEVELS) {
    await page.keyboard.press(level);
    await page.waitForTimeout(1500);
    // Once over the same ground before: the pieces of the map are drawn by then, as they are for somebody at play.
    await drag(page, x, y);
    await page.waitForTimeout(700);
    await taken(page);
    for (let k = 0; k < DRAGS; k++) await drag(page, x, y);
    result.levels[level] = frameFigures(await taken(page));
  }
  await page.waitForTimeout(700);
  await page.evaluate(() => window.benchLog.hovers.splice(0));
  for (let k = 0; k < HOVERS; k++) {
    await page.mouse.move(x - 300 + k * 15 > box.x ? x - 100 + k * 5 : x, y - 60 + k * 4);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  const hovers = (await page.evaluate(() => window.benchLog.hovers)).sort((a, b) => a - b);
  result.hoverMs = Number((hovers[Math.floor(hovers.length / 2)] ?? 0).toFixed(1));
  result.hoverMs95 = Number((hovers[Math.floor(hovers.length * 0.95)] ?? 0).toFixed(1));
  await context.close();
  return result;
}

const given = process.argv[2];
const folder = given ?? built();
const server = await serve(folder);
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  for (const size of SIZES) {
    const result = await measure(browser, `http://127.0.0.1:${server.address().port}/`, size);
    process.stdout.write(`${JSON.stringify(result)}\n`);
    const levels = Object.entries(result.levels).map(
      ([level, { scriptMs, scriptMs95, framesPerSecond }]) =>
        `  level ${level}: script ${scriptMs} ms a frame (95 %: ${scriptMs95}), ${framesPerSecond} frames a second\n`,
    );
    process.stderr.write(
      `${result.size}: first frame ${result.firstFrameMs} ms, highlight ${result.hoverMs} ms (95 %: ${result.hoverMs95})\n${levels.join('')}`,
    );
  }
} finally {
  await browser.close();
  server.close();
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}
