import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { UNIT_KINDS } from '../../../src/core/scenario.ts';
import { ICONS } from '../../../src/ui/board/app6.ts';
import { iconOf, symbolFile } from '../../../tools/symbols.ts';

test('the icons in the page are those milsymbol draws today', () => {
  const squeeze = (text: string): string => text.replace(/\s+/g, '').replace(/,(?=[\]}])/g, '');
  const file = readFileSync(new URL('../../../src/ui/board/app6.ts', import.meta.url), 'utf8');
  expect(squeeze(file)).toBe(squeeze(symbolFile()));
});

test('every kind of unit has its icon, and only an HQ has none', () => {
  for (const kind of UNIT_KINDS) expect(ICONS[kind].length > 0).toBe(kind !== 'hq');
  expect(iconOf('artillery')[0]?.fill).toBe(true);
  expect(iconOf('infantry')[0]?.fill).toBe(false);
});
