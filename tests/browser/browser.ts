/** Real browsers for the browser tests: found, or installed once where that is possible, or a clear word on what to do. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { type Browser, chromium, firefox } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser that the tests can drive: how it is called, where it usually is, what puts it there. */
interface Program {
  name: string;
  /** The environment variable that names its path. */
  variable: string;
  /** Debian's package. */
  package: string;
  places: readonly string[];
  advice: string;
}

const CHROMIUM: Program = {
  name: 'Chromium',
  variable: 'RIDGELINE_CHROMIUM',
  package: 'chromium',
  places: [
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
  ],
  advice:
    'The browser tests need Chromium or Chrome. Install one (Debian, Ubuntu: "apt-get install chromium"; macOS: ' +
    '"brew install --cask chromium") or set RIDGELINE_CHROMIUM to the path of its program.',
};

const FIREFOX: Program = {
  name: 'Firefox',
  variable: 'RIDGELINE_FIREFOX',
  package: 'firefox-esr',
  places: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/snap/bin/firefox',
    '/opt/firefox/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
  advice:
    'The browser tests need Firefox. Install it (Debian: "apt-get install firefox-esr"; macOS: ' +
    '"brew install --cask firefox") or set RIDGELINE_FIREFOX to the path of its program.',
};

function find(program: Program, places: readonly string[], env: NodeJS.ProcessEnv): string | null {
  const named = env[program.variable];
  if (named !== undefined && named !== '') {
    if (!existsSync(named))
      throw new Error(`${program.variable} names ${named}, which does not exist. ${program.advice}`);
    return named;
  }
  return places.find((place) => existsSync(place)) ?? null;
}

/** As `find`, but installs Debian's package when nothing is found and we may. Throws with advice when all fails. */
function requireProgram(program: Program): string {
  const found = find(program, program.places, process.env);
  if (found) return found;
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!mayInstall) throw new Error(program.advice);
  try {
    process.stderr.write(`No ${program.name} found: installing the package "${program.package}"\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', program.package], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch (error) {
    throw new Error(`${program.advice} (apt-get failed: ${(error as Error).message})`);
  }
  const installed = find(program, program.places, process.env);
  if (!installed) throw new Error(program.advice);
  return installed;
}

/** The path of a Chromium: `RIDGELINE_CHROMIUM`, else the usual places. Null when there is none. */
export function findChromium(places: readonly string[] = CHROMIUM.places, env = process.env): string | null {
  return find(CHROMIUM, places, env);
}

/** The path of a Firefox: `RIDGELINE_FIREFOX`, else the usual places. Null when there is none. */
export function findFirefox(places: readonly string[] = FIREFOX.places, env = process.env): string | null {
  return find(FIREFOX, places, env);
}

/** Starts Chromium without a window, with more arguments if wanted. The caller closes it. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  // What is asked for goes before what is usual.
  const usual = more.some((one) => one.startsWith('--use-gl'))
    ? ARGUMENTS.filter((one) => one !== '--disable-gpu')
    : ARGUMENTS;
  return chromium.launch({ executablePath: requireProgram(CHROMIUM), args: [...usual, ...more] });
}

/** Starts the Firefox that people have, not a patched one, without a window. The caller closes it. */
export async function launchFirefox(): Promise<Browser> {
  return firefox.launch({ channel: 'moz-firefox', executablePath: requireProgram(FIREFOX) });
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
