/** Every level chooses the same in Chromium as in Node: for the same views, seed and budget. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BOT_LEVELS } from '../../src/bots/index.ts';
import { shipped } from '../shipped.ts';
import { launchChromium } from './browser.ts';
import { bundleScript } from './bundle.ts';
import { type Opening, playOpening } from './chooser.ts';

const TURNS = 3;

test.each(['kunlun-pass', 'west-hunan'])('levels in the opening of %s', async (scenario) => {
  const { data } = shipped(scenario);
  const script = await bundleScript(join(import.meta.dirname, 'chooser.ts'), 'Chooser');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    for (const level of BOT_LEVELS) {
      const there = await page.evaluate(
        ([data, levels, turns]) =>
          (globalThis as unknown as { Chooser: { playOpening: typeof playOpening } }).Chooser.playOpening(
            data,
            levels,
            turns,
          ),
        [data, [level, level] as [string, string], TURNS] as const,
      );
      const here: Opening = playOpening(data, [level, level], TURNS);
      expect(there).toEqual(here);
      expect(here.orders.length).toBeGreaterThan(TURNS * 2);
    }
  } finally {
    await browser.close();
  }
});
