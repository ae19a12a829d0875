/** A real Chromium for the browser tests: found, or installed once where that is possible, or a clear word on what to do. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const ADVICE =
  'The browser tests need Chromium or Chrome. Install one (Debian, Ubuntu: "apt-get install chromium"; macOS: ' +
  '"brew install --cask chromium") or set RIDGELINE_CHROMIUM to the path of its program.';

/** The path of a Chromium: `RIDGELINE_CHROMIUM`, else the usual places. Null when there is none. */
export function findChromium(places: readonly string[] = PLACES, env = process.env): string | null {
  const named = env['RIDGELINE_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`RIDGELINE_CHROMIUM names ${named}, which does not exist. ${ADVICE}`);
    return named;
  }
  return places.find((place) => existsSync(place)) ?? null;
}

/** As `findChromium`, but installs Debian's package when nothing is found and we may. Throws with advice when all fails. */
export function requireChromium(): string {
  const found = findChromium();
  if (found) return found;
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!mayInstall) throw new Error(ADVICE);
  try {
    process.stderr.write('No Chromium found: installing the package "chromium"\n');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch (error) {
    throw new Error(`${ADVICE} (apt-get failed: ${(error as Error).message})`);
  }
  const installed = findChromium();
  if (!installed) throw new Error(ADVICE);
  return installed;
}

/** Starts Chromium without a window, with more arguments if wanted. The caller closes it. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  // What is asked for goes before what is usual.
  const usual = more.some((one) => one.startsWith('--use-gl'))
    ? ARGUMENTS.filter((one) => one !== '--disable-gpu')
    : ARGUMENTS;
  return chromium.launch({ executablePath: requireChromium(), args: [...usual, ...more] });
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

export interface Site {
  /** `http://127.0.0.1:PORT`, and the prefix when the folder is served below the root; ends without a slash. */
  url: string;
  close(): Promise<void>;
}

/** Serves a folder as any plain web server would, at the root or below `prefix` ("/games/ridgeline"). */
export async function serveFolder(folder: string, prefix = ''): Promise<Site> {
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!path.startsWith(`${prefix}/`)) {
      response.writeHead(404).end();
      return;
    }
    let file = join(folder, normalize(path.slice(prefix.length)));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!file.startsWith(folder) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
