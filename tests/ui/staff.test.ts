import { describe, expect, test } from 'vitest';
import { setup } from '../../src/core/setup.ts';
import { UNIT_ON_MAP } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import type { Seen } from '../../src/ui/app/seen.ts';
import { enemyFacts } from '../../src/ui/app/staff/enemyFacts.ts';
import { leaderFacts } from '../../src/ui/app/staff/leaderFacts.ts';
import { LOSS_LEDGERS, lossFacts } from '../../src/ui/app/staff/lossFacts.ts';
import { AS_IT_COMES, arranged, countByState, csvOf, type Sheet, sortedBy } from '../../src/ui/app/staff/sheet.ts';
import { unitFacts } from '../../src/ui/app/staff/unitFacts.ts';
import { type Tiny, tinyStart } from '../core/fixture.ts';
import { kunlunPass } from '../kunlun-pass.ts';

const SHEET: Sheet = {
  id: 'units',
  columns: [
    { id: 'name', head: 'Name' },
    { id: 'men', head: 'Men, present', figure: true },
  ],
  states: [
    { id: 'cut', label: 'Cut off' },
    { id: 'moved', label: 'Moved' },
  ],
  rows: (
    [
      ['II/42', 900, ['moved']],
      ['II/9', 1200, ['cut', 'moved']],
      ['=Guns', null, []],
      ['III/42', 900, []],
    ] as const
  ).map(([name, men, states], i) => ({
    key: String(i),
    cells: [
      { text: name, value: name },
      { text: men === null ? '?' : `${men} men`, value: men },
    ],
    states,
    unit: i,
    hex: i,
  })),
};
const names = (by: Parameters<typeof arranged>[1]): (string | undefined)[] =>
  arranged(SHEET, by, 'en').map((row) => row.cells[0]?.text);

describe('a sheet', () => {
  test('sorts by any column, figures from the greatest, unknown ones last whichever way, equal ones as they came', () => {
    const byMen = sortedBy(SHEET, AS_IT_COMES, 'men');
    expect(byMen.down).toBe(true);
    expect(names(byMen)).toEqual(['II/9', 'II/42', 'III/42', '=Guns']);
    expect(names(sortedBy(SHEET, byMen, 'men'))).toEqual(['II/42', 'III/42', 'II/9', '=Guns']);
    expect(names(sortedBy(SHEET, byMen, 'name'))).toEqual(['=Guns', 'II/9', 'II/42', 'III/42']);
    expect(names(AS_IT_COMES)).toEqual(['II/42', 'II/9', '=Guns', 'III/42']);
  });

  test('filters by any text of a row and by one state', () => {
    expect(names({ ...AS_IT_COMES, text: ' 1200 M' })).toEqual(['II/9']);
    expect(names({ ...AS_IT_COMES, state: 'moved' })).toEqual(['II/42', 'II/9']);
    expect(names({ ...AS_IT_COMES, state: 'moved', text: '/42' })).toEqual(['II/42']);
    expect([...countByState(SHEET)]).toEqual([
      ['moved', 2],
      ['cut', 1],
    ]);
  });

  test('goes out as CSV: quoted heads, plain figures, and no formula from a name', () => {
    expect(csvOf(SHEET, arranged(SHEET, AS_IT_COMES, 'en'))).toBe(
      '\ufeffName,"Men, present"\r\nII/42,900\r\nII/9,1200\r\n\'=Guns,?\r\nIII/42,900\r\n',
    );
  });
});

function start(): { tiny: Tiny; seen: Seen } {
  const tiny = tinyStart({
    map: new Array<string>(9).fill(','.repeat(30)),
    jp: '2808',
    formations: [{ id: 'division', side: 'cn', echelon: 'division' }],
    leaders: [{ id: 'general', unit: 'hq', rating: 2 }],
    units: [
      { id: 'hq', side: 'cn', hex: '0404', kind: 'hq', parent: 'division', commandKm: 10 },
      { id: 'a', side: 'cn', hex: '0504', parent: 'hq' },
      { id: 'b', side: 'cn', hex: '2004', parent: 'hq', kind: 'cavalry' },
      { id: 'late', side: 'cn', hex: '0004', turn: 4 },
      { id: 'enemy', side: 'jp', hex: '2808' },
    ],
  });
  return { tiny, seen: { game: tiny.game, view: tiny.state, side: 0, mayOrder: true } };
}

describe('units in figures', () => {
  test('are the figures of the state, with the states that follow from them', () => {
    const { tiny, seen } = start();
    const a = tiny.of('a');
    a.men = 700;
    a.acts = 1;
    a.cohesion = 200;
    a.food = 0;
    a.supply = 0;
    const facts = unitFacts(seen, new Set([tiny.unit('b')]));
    const of = (id: string) => facts.find((one) => one.unit === tiny.unit(id));
    expect(of('a')).toMatchObject({ men: 700, start: 1000, foodDays: 0, moved: true, inCommand: true, supply: 0 });
    expect(of('a')?.states).toEqual(['present', 'moved', 'short', 'cut', 'shaken']);
    expect(of('b')?.states).toEqual(expect.arrayContaining(['present', 'fresh', 'outOfCommand', 'guarded']));
    expect(of('late')).toMatchObject({ hex: -1, men: 0, due: '1939-12-18', states: ['absent'] });
    expect(facts.some((one) => one.unit === tiny.unit('enemy'))).toBe(false);
  });

  test('every ledger of losses adds up to the same', () => {
    const { tiny, seen } = start();
    Object.assign(tiny.of('a'), { men: 850, killed: 100, wounded: 50 });
    Object.assign(tiny.of('b'), { men: 990, sick: 10, eqLost: tiny.of('b').eqLost.map((_, i) => (i === 1 ? 3 : 0)) });
    const sums = LOSS_LEDGERS.map((ledger) =>
      lossFacts(seen, ledger).reduce(
        (sum, one) => [sum[0] + one.lost, sum[1] + one.men, sum[2] + one.pieces, sum[3] + one.brought] as const,
        [0, 0, 0, 0] as readonly [number, number, number, number],
      ),
    );
    expect(sums[0]).toEqual([160, 2840, 3, 3000]);
    expect(sums[1]).toEqual(sums[0]);
    expect(sums[2]).toEqual(sums[0]);
    expect(lossFacts(seen, 'kind').map((one) => one.kind)).toEqual(['infantry', 'cavalry', 'hq']);
    expect(lossFacts(seen, 'formation')[0]?.formation).toBe('division');
  });

  test('leaders say whom they lead', () => {
    const { tiny, seen } = start();
    expect(leaderFacts(seen)).toEqual([
      { leader: 0, unit: tiny.unit('hq'), rating: 2, status: 0, turn: 0, leads: 3, hex: tiny.at('0404') },
    ]);
    expect(leaderFacts({ ...seen, side: 1 })).toEqual([]);
  });
});

test('the table of the enemy is made of the view: what fog hides may change as it likes', () => {
  const game = kunlunPass();
  const { state } = setup(game, { seed: 'fog', fog: true });
  const foe = game.bySide[1].filter((unit) => state.units[unit]?.status === UNIT_ON_MAP);
  const [first, second, third] = foe.filter((unit) => state.units[unit]?.seen === 0) as [number, number, number];
  Object.assign(state.units[first] as object, { seen: 1 });
  Object.assign(state.units[second] as object, { seen: 2 });
  Object.assign(state.units[third] as object, { seenHex: 77, seenTurn: 1 });
  const ask = () => enemyFacts({ game, view: view(game, state, 0), side: 0, mayOrder: true });
  const before = ask();
  const of = (unit: number) => before.find((one) => one.unit === unit);
  expect(of(first)).toMatchObject({ named: false, men: null, quality: null, states: ['inSight', 'contact'] });
  expect(of(second)).toMatchObject({ named: true, counted: false, men: game.units[second]?.data.men, cohesion: null });
  expect(of(third)).toMatchObject({ named: false, hex: 77, turn: 1, states: ['lost'] });
  for (const unit of foe) {
    const now = state.units[unit];
    if (!now || now.seen >= 3) continue;
    Object.assign(now, { men: 3, cohesion: 9, fatigue: 900, ammo: now.ammo > 0 ? 1 : 0, supply: 0, minutes: 1 });
    if (now.seen === 0) now.hex = 5;
  }
  expect(ask()).toEqual(before);
  const open = enemyFacts({ game, view: { ...state, fog: false }, side: 0, mayOrder: true });
  expect(open).toHaveLength(foe.length);
  expect(open.every((one) => one.counted)).toBe(true);
});
