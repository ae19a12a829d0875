/** Editions of scenarios kept for engines of earlier rules: each is what its name says, and only what fits the map of today is shown. */
import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { compile } from '../../src/core/game.ts';
import type { ScenarioData } from '../../src/core/scenario.ts';
import { archivedEdition, archivedEngine } from '../../src/ui/app/archive.ts';
import { shipped } from '../shipped.ts';

const folder = new URL('../../assets/engines/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const { rules, editions } = read('index.json') as { rules: number[]; editions: string[] };

/** The server of the page: the kept files, with some of them changed. */
function serve(changed: Record<string, unknown> = {}): void {
  vi.stubGlobal('document', { baseURI: 'http://page/' });
  vi.stubGlobal('fetch', async (address: string) => {
    const name = address.slice(address.lastIndexOf('/') + 1);
    return new Response(JSON.stringify(changed[name] ?? read(name)));
  });
}
afterEach(() => vi.unstubAllGlobals());

test.each(editions)('%s has the digest of its name, and is shown on the map of today', async (name) => {
  const cut = name.lastIndexOf('-');
  const [id, digest] = [name.slice(0, cut), name.slice(cut + 1)];
  expect(compile(read(`${name}.json`) as ScenarioData).digest).toBe(digest);
  serve();
  expect((await archivedEdition(shipped(id), digest))?.scenario.id).toBe(id);
});

test('an edition with other units, and one that is not kept, are none', async () => {
  const game = shipped('kunlun-pass');
  const name = editions.find((one) => one.startsWith('kunlun-pass-')) as string;
  const digest = name.slice('kunlun-pass-'.length);
  const edition = read(`${name}.json`) as ScenarioData;
  const fewer = { ...edition, oob: { ...edition.oob, units: edition.oob.units.slice(1) } };
  serve({ [`${name}.json`]: fewer });
  expect(await archivedEdition(game, digest)).toBeNull();
  serve();
  expect(await archivedEdition(game, '0000000000000000')).toBeNull();
  expect(await archivedEdition(game, digest)).not.toBeNull();
});

test('engines are found by their rules; a list that cannot be had holds none', async () => {
  serve();
  for (const version of rules) expect(await archivedEngine(version)).toContain(`rules-${version}.js`);
  expect(await archivedEngine(99)).toBeNull();
  vi.stubGlobal('fetch', async () => new Response('<html>', { status: 404 }));
  expect(await archivedEngine(rules[0] as number)).toBeNull();
});
