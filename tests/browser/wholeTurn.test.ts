/** A whole turn of each shipped scenario in Chromium, by mouse, by keys alone and by touch on a phone. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from './browser.ts';
import { type BuiltSite, serveBuilt } from './built.ts';
import { beforeAnAttack, playWholeTurn } from './wholeTurn.ts';

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveBuilt('/turns');
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe.each(['kunlun-pass', 'west-hunan'])('a whole turn of %s', (id) => {
  const moment = beforeAnAttack(id);

  test.each(['mouse', 'keys', 'touch'] as const)('by %s', async (way) => {
    expect(await playWholeTurn(browser, site.url, way, moment)).toEqual([]);
  });
});
