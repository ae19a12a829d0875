import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import type { Game } from '../../src/core/game.ts';
import { packRecord } from '../../src/play/link.ts';
import { botSeed, playout } from '../../src/play/playout.ts';
import type { GameRecord } from '../../src/play/record.ts';
import type { Verdict } from '../../src/play/verify.ts';
import { shippedIds } from '../scenario/files.ts';
import { shipped } from '../shipped.ts';
import { launchChromium } from './browser.ts';
import { bundleScript } from './bundle.ts';

/** Games recorded of each scenario; of one that is not listed, `FEWEST`. */
const GAMES: Record<string, number> = { 'kunlun-pass': 20 };
const FEWEST = 6;

/** Games of the first level against itself, three in four with fog, recorded here in Node. */
function recordGames(game: Game, games: number): GameRecord[] {
  const level = 'regular';
  return Array.from({ length: games }, (_, i) => {
    const seed = `browser/${i + 1}`;
    const bots = [createBot(level, botSeed(seed, 0)), createBot(level, botSeed(seed, 1))] as const;
    return playout(game, { seed, fog: i % 4 !== 3, bots, record: true }).record as GameRecord;
  });
}

interface Verifier {
  verifyLinks(data: unknown, links: string[]): Promise<Verdict[]>;
}

test.each(shippedIds())(
  'games of %s recorded in Node give the same digests in Chromium, and a changed one does not',
  async (scenario) => {
    const game = shipped(scenario);
    const games = GAMES[scenario] ?? FEWEST;
    const records = recordGames(game, games);
    const links = records.map(packRecord);
    const last = records.at(-1) as GameRecord;
    const at = last.actions.length - 3;
    const digests = last.digests.map((digest, i) => (i === at ? '0'.repeat(16) : digest));
    links.push(packRecord({ ...last, digests }));
    const script = await bundleScript(join(import.meta.dirname, 'verifier.ts'), 'Verifier');
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: script });
      const verdicts = await page.evaluate(
        ([data, fragments]) => (globalThis as unknown as { Verifier: Verifier }).Verifier.verifyLinks(data, fragments),
        [game.data as unknown, links] as const,
      );
      expect(verdicts.slice(0, games)).toEqual(
        records.map((record) => ({ grade: 'verified', actions: record.actions.length })),
      );
      expect(verdicts[games]).toMatchObject({ grade: 'diverged', at });
    } finally {
      await browser.close();
    }
  },
);
