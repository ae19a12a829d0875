import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutGaps } from '../../../src/lab/battles/assumptions.ts';
import { readTable } from '../../../src/lab/battles/table.ts';
import { allBattles, battlesOf, changed } from './engagements.ts';

const HEAD = 'id,days_calendar,att_strength,def_strength,att_cas,def_cas,wina,posture,surprise';

function faults(...rows: string[]): string[] {
  const read = readTable([HEAD, ...rows].join('\n'));
  if (read.ok) return [];
  return read.faults.map(({ line, column, message }) => `${line} ${column ?? '-'}: ${message}`);
}

describe('faults have their row and column', () => {
  test.each([
    ['a,2,many,100,1,1,1,hasty,0', ['2 att_strength: "many" is not a number from 1 to 10000000']],
    ['a,2,100,,1,1,1,hasty,0', ['2 def_strength: is empty']],
    ['a,2.5,100,100,1,1,1,hasty,0', ['2 days_calendar: "2.5" is not a whole number from 1 to 1000']],
    ['a,2,100,100,-1,1,1,hasty,0', ['2 att_cas: "-1" is not a number from 0 to 10000000']],
    [
      'a,2,100,100,1,1,2,hasty,4',
      ['2 surprise: "4" is not a whole number from -3 to 3', '2 wina: "2" is not a whole number from -1 to 1'],
    ],
    [',2,100,100,1,1,1,hasty,0', ['2 id: is empty']],
    ['a,2,100,100,1,1,1,hasty', ['2 -: 8 cells; the head has 9']],
  ])('%s', (row, expected) => {
    expect(faults(row)).toEqual(expected);
  });

  test('rows are counted in the file, also after cells of several lines; every fault is told', () => {
    const rows = ['"a\nb",1,9,9,1,1,1,hasty,0', 'c,0,9,9,1,1,1,hasty,0', 'd,1,9,x,1,1,1,hasty,0'];
    expect(faults(...rows).map((fault) => fault.split(':')[0])).toEqual(['4 days_calendar', '5 def_strength']);
  });

  test('an id twice, a missing column, no row, an open quotation mark', () => {
    const row = 'a,2,100,100,1,1,1,hasty,0';
    expect(faults(row, row)).toEqual(['3 id: "a" is the id of line 2 too']);
    expect(faults()).toEqual(['1 -: there are no engagements below the head']);
    const short = readTable('id,att_strength\n1,2');
    expect(!short.ok && short.faults.map(({ column }) => column)).toEqual(['days_calendar', 'def_strength']);
    expect(faults('"a,2,100')[0]).toMatch(/^\d+ -: Quote/);
  });

  test('any text is read or refused, never a throw', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', '-', '.', ' ') })), (parts) => {
        const read = readTable(`${HEAD}\n${parts.join('')}`);
        if (!read.ok) for (const { line } of read.faults) expect(line).toBeGreaterThan(0);
      }),
    );
  });
});

test('an unknown word is told and taken as missing', () => {
  const read = readTable(`${HEAD}\na,2,100,100,1,1,1,dug in,0`);
  expect(read).toMatchObject({ ok: true, notices: [{ line: 2, column: 'posture' }] });
  expect(read.ok && read.battles[0]?.engagement.posture).toBe(null);
});

test('a table without outcomes has battles without history', () => {
  const [battle] = battlesOf('id,days_calendar,att_strength,def_strength\na,2,100,100');
  expect(battle?.history).toBe(null);
});

describe('the table that comes along', () => {
  test('is read whole', () => {
    const battles = allBattles();
    expect(battles.length).toBe(241);
    const anzio = battles.find(({ engagement }) => engagement.name === 'MONTE CAMINO I');
    expect(anzio).toMatchObject({
      engagement: {
        war: 'World War II',
        era: 'wwii',
        attacker: { men: 19513, tanks: 45, guns: 160 },
        relief: 'rugged',
        cover: 'mixed',
      },
      history: { attackerLosses: expect.any(Number) },
    });
  });

  test('nothing of how a battle ended, or was judged later, is an input', () => {
    const later =
      /^(wina|win_criterion|advance_km|ach_.*|(att|def)_(cas|reso\d|tank_loss|arty_loss|air_loss|cas_err_pct)|q_.*)$/;
    const outcome: Record<string, string> = { wina: '-1', att_cas: '7', def_cas: '9' };
    const other = battlesOf(changed((column, cell) => (later.test(column) ? (outcome[column] ?? '3') : cell)));
    expect(other.map(({ engagement }) => engagement)).toEqual(allBattles().map(({ engagement }) => engagement));
    expect(new Set(other.map(({ history }) => history?.attackerLosses))).toEqual(new Set([7]));
  });
});

test('gaps are filled by what the documentation says', () => {
  const [battle] = battlesOf('id,days_calendar,att_strength,def_strength,era\na,2,10000,5000,WWII');
  expect(withoutGaps((battle as NonNullable<typeof battle>).engagement)).toMatchObject({
    attacker: { men: 10_000, tanks: 0, guns: 82, sorties: 14, cavalry: 0 },
    defender: { men: 5000, tanks: 0, guns: 40, sorties: 0 },
    posture: 'hasty',
    relief: 'rolling',
    cover: 'mixed',
    weather: 'clear',
    surprise: 0,
    airSuperiority: 0,
  });
});
