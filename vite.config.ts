/** Builds the page: a static site that works from any folder and, after the first visit, without a network. */
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { phaserCore } from './tools/phaserCore.ts';

const ROOT = import.meta.dirname;
/** Folders that the page loads at run time, by their address under the page. */
const SERVED = { scenarios: join(ROOT, 'scenarios'), assets: join(ROOT, 'assets') };
/** The help shows the rulebook itself, in each language that it is written in: `docs/rulebook.md`, `docs/rulebook.ja.md`. */
const rulebooks = (): string[] =>
  readdirSync(join(ROOT, 'docs'))
    .filter((name) => /^rulebook(\.[\w-]+)?\.md$/.test(name))
    .map((name) => `docs/${name}`);

/** Nothing inline, nothing evaluated, nothing from elsewhere. What only a header can say is in the README. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What the map is built from lies beside a scenario but is no part of the page. */
const NOT_SERVED = new Set(['geo']);

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    if (NOT_SERVED.has(name)) return [];
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** The operational plans that a computer player may be given, in the order of their file; none where there is no such file. */
function planHeads(id: string): { id: string; side: string; name: string; text: string }[] {
  const path = join(SERVED.scenarios, id, 'plans.json');
  if (!existsSync(path)) return [];
  const { plans }: { plans: ReturnType<typeof planHeads> } = JSON.parse(readFileSync(path, 'utf8'));
  return plans.map(({ id, side, name, text }) => ({ id, side, name, text }));
}

/** The ready change sets of a scenario, in alphabetical order of their ids. */
function whatIfHeads(id: string): { id: string; title: string; why: string }[] {
  const folder = join(SERVED.scenarios, id, 'what-if');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return files.sort().map((name) => {
    const { id, title, why }: ReturnType<typeof whatIfHeads>[number] = JSON.parse(
      readFileSync(join(folder, name), 'utf8'),
    );
    return { id, title, why };
  });
}

/** Title, summary, what happened, names of the sides, plans and change sets, by language, for the languages that the scenario is told in. */
function openingWords(id: string, sides: { id: string }[]): Record<string, object> {
  const folder = join(SERVED.scenarios, id, 'words');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return Object.fromEntries(
    files.map((name) => {
      const words: Record<string, string> = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const named = Object.fromEntries(sides.map((side) => [side.id, words[`side.${side.id}`]]));
      const { title, summary, 'historical.story': story } = words;
      const plans = Object.fromEntries(
        planHeads(id).map((plan) => [plan.id, { name: words[`plan.${plan.id}`], text: words[`plan.${plan.id}.text`] }]),
      );
      const whatIfs = Object.fromEntries(
        whatIfHeads(id).map((one) => [
          one.id,
          { title: words[`whatIf.${one.id}`], why: words[`whatIf.${one.id}.why`] },
        ]),
      );
      return [name.replace('.json', ''), { title, summary, story, sides: named, plans, whatIfs }];
    }),
  );
}

/** Games of the computer against itself, and how many each side won; null where none were counted. */
function balanceOf(id: string, sides: { id: string }[], scale: { id: string; winner: string | null }[]): object | null {
  const path = join(SERVED.scenarios, id, 'balance.json');
  if (!existsSync(path)) return null;
  const { games, level, grades } = JSON.parse(readFileSync(path, 'utf8'));
  const won = sides.map((side) =>
    scale.reduce((sum, grade) => sum + (grade.winner === side.id ? (grades[grade.id] ?? 0) : 0), 0),
  );
  return { games, level, won };
}

/** What of a unit the catalogue looks at. */
interface UnitEntry {
  side: string;
  arrival: { date: string; hex: string; by?: string };
  reserve?: boolean;
}

/** How the lesson of a scenario is set up and how long it takes; null for one without. */
function lessonHead(id: string): object | null {
  const path = join(SERVED.scenarios, id, 'lesson.json');
  if (!existsSync(path)) return null;
  const { minutes, side, level, seed, fog } = JSON.parse(readFileSync(path, 'utf8'));
  return { minutes, side, level, seed, fog };
}

/** What the start screen shows of each scenario before its files are loaded. */
function catalogue(): string {
  const entries = readdirSync(SERVED.scenarios)
    .filter((id) => existsSync(join(SERVED.scenarios, id, 'scenario.json')))
    .map((id) => {
      const file = JSON.parse(readFileSync(join(SERVED.scenarios, id, 'scenario.json'), 'utf8'));
      const { title, titleZh, summary, startDate, endDate, turnHours, sides, firstSide, version, victory } = file;
      const bytes = ['scenario', 'map', 'oob', 'air', 'plans']
        .map((name) => join(SERVED.scenarios, id, `${name}.json`))
        .reduce((sum, path) => sum + (existsSync(path) ? statSync(path).size : 0), 0);
      const historical = victory?.historical ?? null;
      const part = (name: string) => JSON.parse(readFileSync(join(SERVED.scenarios, id, `${name}.json`), 'utf8'));
      const { cols, rows, hexKm, places } = part('map');
      const index = (hex: string) => Number(hex.slice(2)) * cols + Number(hex.slice(0, 2));
      const there = (unit: UnitEntry) => unit.arrival.date <= startDate && !unit.arrival.by && !unit.reserve;
      const start = sides.map((side: { id: string }) => [
        ...new Set(
          part('oob')
            .units.filter((unit: UnitEntry) => unit.side === side.id && there(unit))
            .map((unit: UnitEntry) => index(unit.arrival.hex)),
        ),
      ]);
      const aims = victory.objectives.map((aim: { place: string }) =>
        index(places.find((place: { id: string }) => place.id === aim.place).hex),
      );
      const units = sides.map((side: { id: string }) =>
        part('oob').units.reduce((sum: number, unit: { side: string }) => sum + Number(unit.side === side.id), 0),
      );
      return {
        id,
        version,
        title,
        titleZh,
        summary,
        startDate,
        endDate,
        turnHours,
        sides,
        firstSide,
        historical,
        grid: { cols, rows, hexKm },
        start,
        aims,
        balance: balanceOf(id, sides, victory.grades),
        units,
        lesson: lessonHead(id),
        bytes,
        plans: planHeads(id),
        whatIfs: whatIfHeads(id),
        words: openingWords(id, sides),
      };
    });
  return JSON.stringify(entries);
}

const TYPES: Record<string, string> = {
  js: 'text/javascript',
  json: 'application/json',
  png: 'image/png',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** Serves `scenarios/` and `assets/` beside the page, and writes them into the build, with a catalogue of scenarios. */
function servedFolders(): Plugin {
  return {
    name: 'served-folders',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent((request.url ?? '').split('?')[0] as string);
        if (path === '/scenarios/index.json') {
          response.setHeader('Content-Type', 'application/json');
          response.end(catalogue());
          return;
        }
        const rulebook = rulebooks().find((one) => path === `/${one}`);
        if (rulebook) {
          response.setHeader('Content-Type', 'text/markdown; charset=utf-8');
          response.end(readFileSync(join(ROOT, rulebook)));
          return;
        }
        const name = path.split('/')[1] as keyof typeof SERVED;
        const folder = SERVED[name];
        const file = folder ? resolve(folder, `.${path.slice(name.length + 1)}`) : '';
        if (!folder || !file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) return next();
        response.setHeader('Content-Type', TYPES[file.split('.').pop() as string] ?? 'application/octet-stream');
        response.setHeader('Content-Length', statSync(file).size);
        createReadStream(file).pipe(response);
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'scenarios/index.json', source: catalogue() });
      for (const fileName of rulebooks())
        this.emitFile({ type: 'asset', fileName, source: readFileSync(join(ROOT, fileName)) });
      for (const [name, folder] of Object.entries(SERVED)) {
        for (const file of filesUnder(folder)) {
          const fileName = [name, ...relative(folder, file).split(sep)].join('/');
          this.emitFile({ type: 'asset', fileName, source: readFileSync(file) });
        }
      }
    },
  };
}

/** The policy goes into the built page only: the development server injects inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** zod would try whether it may evaluate code, and the policy would report it: it is told at once that it may not. */
function zodWithoutEval(): Plugin {
  return {
    name: 'zod-without-eval',
    apply: 'build',
    transform: (code, id) =>
      /zod\/v4\/core\/core\.js$/.test(id) ? `${code}\nglobalConfig.jitless = true;\n` : undefined,
  };
}

export default defineConfig({
  root: join(ROOT, 'src/ui'),
  base: './',
  publicDir: join(ROOT, 'src/ui/public'),
  server: { port: 5173, fs: { allow: [ROOT] } },
  worker: { format: 'es', plugins: () => [zodWithoutEval()] },
  build: {
    outDir: join(ROOT, 'dist'),
    emptyOutDir: true,
    assetsDir: 'code',
    target: 'es2022',
    chunkSizeWarningLimit: 1400,
  },
  plugins: [
    preact(),
    phaserCore(),
    zodWithoutEval(),
    servedFolders(),
    contentSecurityPolicy(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: null,
      workbox: {
        // All of it: scenarios, their words, rulebooks, languages, licences. The first visit fetches what a game may ever need.
        globPatterns: ['**/*.{js,css,html,json,md,txt,svg,png,webp,woff2,bin,gz,webmanifest}'],
        maximumFileSizeToCacheInBytes: 16_000_000,
        cleanupOutdatedCaches: true,
      },
      manifest: {
        id: 'ridgeline',
        name: 'Ridgeline',
        short_name: 'Ridgeline',
        description: 'Operational wargames of the war in China, 1939-1945: every game seeded, recorded and replayable',
        lang: 'en',
        dir: 'ltr',
        categories: ['games', 'education'],
        start_url: './',
        scope: './',
        display: 'standalone',
        orientation: 'any',
        background_color: '#e9dfc8',
        theme_color: '#2b2721',
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: 'icon-maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
});
