/** What a link that cannot be opened says: the part at fault, with its figures. */
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { gameAddress, packedIn, packRecord, unpackRecord } from '../../src/play/link.ts';
import { playout } from '../../src/play/playout.ts';
import { type Fault, type GameRecord, RECORD_VERSION } from '../../src/play/record.ts';
import { verify } from '../../src/play/verify.ts';
import { drillBots } from './drill.ts';
import { ridge } from './ridge.ts';

const game = ridge();
const record = playout(game, { seed: 'link', fog: true, bots: drillBots('link'), record: true }).record as GameRecord;
const link = packRecord(record);
const [version, checksum, length, data] = link.split('.') as [string, string, string, string];
const bytes = Number.parseInt(length, 36);

function faultOf(fragment: string): Fault {
  const found = unpackRecord(fragment);
  if (found.ok) throw new Error('the link was accepted');
  return found.faults[0] as Fault;
}

/** A sound wrapping round whatever text. */
function wrapped(text: string): string {
  const packed = packRecord({ ...record, actions: [], digests: [] });
  const bare = deflateSync(strToU8(text));
  let crc = -1;
  for (const byte of bare) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  const letters = Buffer.from(bare).toString('base64url');
  return [packed.split('.')[0], (~crc >>> 0).toString(36), bare.length.toString(36), letters].join('.');
}

describe('a link that is at fault says where', () => {
  test('cut short: how much of it is there', () => {
    const half = link.slice(0, link.length / 2);
    const there = Math.floor(((half.length - half.lastIndexOf('.') - 1) * 3) / 4);
    expect(faultOf(half)).toMatchObject({
      code: 'truncated',
      part: 'length',
      values: { bytes: there, expected: bytes },
    });
    expect(faultOf(`${version}.${checksum}`)).toMatchObject({ code: 'truncated', part: 'length' });
  });

  test('a letter that no link has: which, and where', () => {
    const at = 40;
    const bad = [version, checksum, length, `${data.slice(0, at)}%${data.slice(at + 1)}`].join('.');
    expect(faultOf(bad)).toMatchObject({ code: 'damaged', part: 'letters', values: { letter: '%', at: at + 1 } });
    const dotted = [version, checksum, length, `${data.slice(0, at)}.${data.slice(at)}`].join('.');
    expect(faultOf(dotted)).toMatchObject({ code: 'damaged', part: 'letters', values: { letter: '.', at: at + 1 } });
  });

  test('a letter changed for another: the checksum', () => {
    const other = data[50] === 'Q' ? 'R' : 'Q';
    const bad = [version, checksum, length, data.slice(0, 50) + other + data.slice(51)].join('.');
    expect(faultOf(bad)).toMatchObject({ code: 'damaged', part: 'checksum' });
    expect(faultOf([version, 'zzzzzzzzz', length, data].join('.'))).toMatchObject({ part: 'checksum' });
  });

  test('something hung on at its end, or a length that is none: the length', () => {
    expect(faultOf(`${link}AAAA`)).toMatchObject({
      code: 'damaged',
      part: 'length',
      values: { bytes: bytes + 3, expected: bytes },
    });
    expect(faultOf([version, checksum, '-1', data].join('.'))).toMatchObject({ code: 'damaged', part: 'length' });
  });

  test('a newer format of links, a newer version of records: both numbers', () => {
    expect(faultOf(link.replace(/^\d+/, '7'))).toMatchObject({
      code: 'newer',
      part: 'version',
      values: { version: '7', known: '1' },
    });
    expect(faultOf(wrapped(JSON.stringify({ ...record, version: 9 })))).toMatchObject({
      code: 'newer',
      path: 'version',
      values: { version: 9, known: RECORD_VERSION },
    });
  });

  test('packed well, but no game, or no JSON at all', () => {
    expect(faultOf(wrapped('{"format":"letter home"}'))).toMatchObject({ code: 'format', path: 'format' });
    expect(faultOf(wrapped('once upon a time'))).toMatchObject({ code: 'damaged', part: 'text' });
    expect(faultOf(wrapped(JSON.stringify({ ...record, seed: 7 })))).toMatchObject({ code: 'invalid', path: 'seed' });
    expect(faultOf('#privacy')).toMatchObject({ code: 'format', part: 'version' });
  });

  test('a game of an unknown scenario or of another edition opens, and the check names both', async () => {
    const elsewhere = { ...record, scenario: { ...record.scenario, id: 'elsewhere' } };
    const other = { ...record, scenario: { ...record.scenario, version: 9, digest: 'f'.repeat(16) } };
    for (const [changed, named] of [
      [elsewhere, 'elsewhere'],
      [other, 'version 9'],
    ] as const) {
      const opened = unpackRecord(packRecord(changed));
      if (!opened.ok) throw new Error('the link does not unpack');
      expect(await verify(game, opened.value)).toMatchObject({
        grade: 'otherScenario',
        expected: expect.stringContaining(named),
      });
    }
  });
});

test('what a letter puts round a link does no harm', () => {
  for (const after of ['.', ')', ' ', '>\n', '"', '」', '。', '),'])
    expect(unpackRecord(link + after).ok, after).toBe(true);
});

test('notes and the game it branched off from travel with a link', () => {
  const parent = { game: record.digests.at(-1) as string, actions: 9, at: 3, digest: 'a'.repeat(16) };
  const opened = unpackRecord(packRecord({ ...record, parent }));
  expect(opened).toMatchObject({ ok: true, value: { parent } });
});

test('the address of a page holds the game under its name, whatever it held before', () => {
  const address = gameAddress('https://example.org/war/?a=1#old', record);
  expect(address).toBe(`https://example.org/war/?a=1#g=${link}`);
  expect(packedIn(new URL(address).hash)).toBe(link);
  expect(packedIn('')).toBeNull();
  expect(packedIn(`#${link}`)).toBeNull();
});
