/** Orders and faults of records in words: every kind has its sentence, with its numbers in it. */
import { describe, expect, test } from 'vitest';
import { ACTION_TYPES, type Action } from '../../src/core/action.ts';
import { packRecord, unpackRecord } from '../../src/play/link.ts';
import { type GameRecord, parseRecord, RECORD_VERSION } from '../../src/play/record.ts';
import { narrowPlaces } from '../../src/ui/app/files.ts';
import { faultText } from '../../src/ui/text/faults.ts';
import { namesOf } from '../../src/ui/text/names.ts';
import { orderText } from '../../src/ui/text/orders.ts';
import { kunlunPass } from '../kunlun-pass.ts';

const BROKEN = /undefined|NaN|null|\[object|[{}]|fault\.|order\./;

const ORDERS: Action[] = [
  { type: 'move', unit: 3, path: [10, 11, 75], mode: 'march' },
  { type: 'move', unit: 3, path: [10, 11, 75], mode: 'truck' },
  { type: 'assault', units: [1, 2], support: [], hex: 99, advance: true },
  { type: 'bombard', unit: 4, hex: 12 },
  { type: 'engineer', unit: 5, task: 'demolish', hexside: 300 },
  { type: 'engineer', unit: 5, task: 'repair', hexside: 300 },
  { type: 'stance', unit: 1, stance: 2 },
  { type: 'air', formation: 0, mission: 'supplyDrop', hex: 5, sorties: 9 },
  { type: 'breakOut', unit: 2, hex: 77 },
  { type: 'airfield', airfield: 0 },
  { type: 'decide', decision: 0 },
  { type: 'end' },
];

test('every order has its own sentence', () => {
  expect(new Set(ORDERS.map((order) => order.type))).toEqual(new Set(ACTION_TYPES));
  const names = namesOf(kunlunPass());
  const texts = ORDERS.map((order) => orderText(order, names));
  for (const text of texts) expect(text).not.toMatch(BROKEN);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts[7]).toContain('9 sorties');
});

describe('faults', () => {
  const record: GameRecord = {
    format: 'ridgeline-game',
    version: 2,
    scenario: { id: 'kunlun-pass', version: 1, digest: '0'.repeat(16) },
    rules: 2,
    options: { fog: true },
    seed: 'faults',
    players: [{ kind: 'human' }, { kind: 'human' }],
    actions: ORDERS,
    digests: ORDERS.map((_, i) => (i % 10).toString().repeat(16)),
  };
  const link = packRecord(record);
  const told = (text: string, from: 'link' | 'file' = 'link'): string => {
    const found = from === 'link' ? unpackRecord(text) : parseRecord(text);
    if (found.ok) throw new Error('it was accepted');
    return found.faults.map(faultText).join(' ');
  };

  test.each([
    ['#privacy', /no Ridgeline game/],
    [link.slice(0, -40), /cut short: \d+ of \d+ bytes/],
    ['1.abc', /cut short/],
    [`${link}AAAA`, /\d+ bytes where \d+ should be/],
    [link.replace(/^\d+/, '9'), /format 9.*format 1/],
    [`${link.slice(0, -30)}ö${link.slice(-29)}`, /“ö”, letter \d+/],
    [link.slice(0, -10) + (link.at(-10) === 'Q' ? 'R' : 'Q') + link.slice(-9), /checksum does not fit/],
    [
      packRecord({ ...record, version: 7 } as unknown as GameRecord),
      new RegExp(`record version 7.*up to ${RECORD_VERSION}`),
    ],
    [packRecord({ ...record, seed: '' }), /^seed: /],
  ])('of a link are told with their part and figures: %#', (text, expected) => {
    expect(told(text)).toMatch(expected);
    expect(told(text)).not.toMatch(BROKEN);
  });

  test.each([
    ['', /empty/],
    ['{"format":"ridgeline-game","version"', /breaks off after 36 characters/],
    ['hello', /not JSON/],
    ['[1,2]', /no Ridgeline game/],
    [JSON.stringify({ ...record, version: 7 }), /record version 7/],
    [JSON.stringify({ ...record, actions: [{ type: 'fly' }] }), /actions\[0\]/],
  ])('of a file are told with their place: %#', (text, expected) => {
    expect(told(text, 'file')).toMatch(expected);
    expect(told(text, 'file')).not.toMatch(BROKEN);
  });
});

test('a long link names the places that cut it off', () => {
  expect(narrowPlaces(1500)).toEqual([]);
  expect(narrowPlaces(2001)).toEqual(['chat']);
  expect(narrowPlaces(25_000)).toEqual(['chat', 'mail']);
  expect(narrowPlaces(40_000)).toEqual(['chat', 'mail', 'address']);
});
