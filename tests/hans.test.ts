/** Simplified Chinese is made from Traditional by `npm run hans`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { simplified, simplifiedFiles } from '../tools/hans.mjs';

const files = simplifiedFiles();

test.each(files)('$path is current (npm run hans writes it from zh-Hant)', ({ path, text }) => {
  expect(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')).toBe(text);
});

test('scenario words and messages are among them', () => {
  const paths = files.map(({ path }) => path).join('\n');
  expect(paths).toMatch(/^scenarios\/kunlun-pass\/words\/zh-Hans\.json$/m);
  expect(paths).toMatch(/^src\/ui\/locales\/zh-Hans\/common\.json$/m);
});

test.each([
  ['砲兵在裡面，乾糧之後', '炮兵在里面，干粮之后'],
  ['著陸與最著名', '着陆与最著名'],
  ['作戰計畫「甲」', '作战计划“甲”'],
  ['點選連結，以滑鼠', '点选链接，以鼠标'],
])('%s', (traditional, text) => {
  expect(simplified(traditional)).toBe(text);
});
