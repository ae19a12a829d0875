import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BOT_LEVELS, createBot } from '../../src/bots/index.ts';
import { packRecord } from '../../src/play/link.ts';
import { botSeed, playout } from '../../src/play/playout.ts';
import type { GameRecord } from '../../src/play/record.ts';
import type { Verdict } from '../../src/play/verify.ts';
import { kunlunPass, kunlunPassData } from '../kunlun-pass.ts';
import { launchChromium } from './browser.ts';
import { bundleScript } from './bundle.ts';

const GAMES = 20;

/** Games of the first level against itself, three in four with fog, recorded here in Node. */
function recordGames(): GameRecord[] {
  const game = kunlunPass();
  const level = BOT_LEVELS[0]?.id ?? '';
  return Array.from({ length: GAMES }, (_, i) => {
    const seed = `browser/${i + 1}`;
    const bots = [createBot(level, botSeed(seed, 0)), createBot(level, botSeed(seed, 1))] as const;
    return playout(game, { seed, fog: i % 4 !== 3, bots, record: true }).record as GameRecord;
  });
}

interface Verifier {
  verifyLinks(data: unknown, links: string[]): Promise<Verdict[]>;
}

test(`${GAMES} games recorded in Node give the same digests in Chromium, and a changed one does not`, async () => {
  const records = recordGames();
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
      [kunlunPassData() as unknown, links] as const,
    );
    expect(verdicts.slice(0, GAMES)).toEqual(
      records.map((record) => ({ grade: 'verified', actions: record.actions.length })),
    );
    expect(verdicts[GAMES]).toMatchObject({ grade: 'diverged', at });
  } finally {
    await browser.close();
  }
});
