/** Orders that the panels put together: several air formations at once, demolitions of infantry. */
import { describe, expect, test } from 'vitest';
import { inCommand } from '../../src/core/rules/quality.ts';
import { airGroups, partsOf, patrolHex } from '../../src/ui/app/airGroups.ts';
import { type AirPlan, ordersTo } from '../../src/ui/app/airPlan.ts';
import { commandOf, outOfReach } from '../../src/ui/app/command.ts';
import { airFlown, click, IDLE, refresh } from '../../src/ui/app/model.ts';
import type { Seen } from '../../src/ui/app/seen.ts';
import { jobsOf } from '../../src/ui/app/works.ts';
import { type Tiny, tinyStart } from '../core/fixture.ts';

const open = (rows: number, cols: number): string[] => new Array<string>(rows).fill(','.repeat(cols));
const seenOf = (tiny: Tiny): Seen => ({ game: tiny.game, view: tiny.state, side: 0, mayOrder: true });
const press = (hex: number, more = false) => ({ hex, unit: -1, act: false, more, all: false });

/** Two squadrons and a bomber of one side; the second squadron stands too far off to reach the east. */
function wings(): Tiny {
  return tinyStart({
    map: open(4, 40),
    hexKm: 5,
    places: { field: '0101' },
    units: [
      { id: 'a', side: 'cn', hex: '0101' },
      { id: 'x', side: 'jp', hex: '3902' },
    ],
    aircraft: [
      { id: 'far', role: 'fighter', rangeKm: 500 },
      { id: 'near', role: 'fighter', rangeKm: 40 },
      { id: 'bomber', role: 'bomber', rangeKm: 500 },
    ],
    air: [
      { id: 'first', side: 'cn', aircraft: 'far', base: { name: 'Field', hex: '0101' } },
      { id: 'second', side: 'cn', aircraft: 'near', base: { name: 'Field', hex: '0101' } },
      {
        id: 'third',
        side: 'cn',
        aircraft: 'bomber',
        base: { name: 'Rear' },
        missions: ['interdiction', 'bridges'],
      },
      { id: 'theirs', side: 'jp', aircraft: 'far' },
    ],
  });
}

describe('air groups', () => {
  test('those with sorties of one role, and those of one field; one alone is no group', () => {
    const tiny = wings();
    const groups = airGroups(seenOf(tiny));
    expect(groups.map((group) => [group.role, group.base, group.wings.length])).toEqual([
      ['fighter', null, 2],
      [null, 'Field', 2],
    ]);
    const [fighters] = groups;
    expect(fighters?.sorties).toBe((tiny.state.air[0]?.sorties ?? 0) + (tiny.state.air[1]?.sorties ?? 0));
    expect(fighters?.missions).not.toContain('bridges');
    const all = tiny.state.air[0]?.sorties ?? 0;
    expect(fighters && partsOf(fighters, 'closeSupport', true)[0]?.sorties).toBe(Math.ceil(all / 2));
    Object.assign(tiny.state.air[1] ?? {}, { sorties: 0 });
    expect(airGroups(seenOf(tiny))).toEqual([]);
  });

  test('a click is an order for each that reaches the hex; when none does, one refused order tells why', () => {
    const tiny = wings();
    const seen = seenOf(tiny);
    const air: AirPlan = { formation: 0, sorties: 4, mission: 'closeSupport', others: [{ formation: 1, sorties: 3 }] };
    const flown = (hex: string) => click(seen, { ...IDLE, air }, press(tiny.at(hex))).orders;
    expect(flown('0301')).toMatchObject([
      { formation: 0, sorties: 4 },
      { formation: 1, sorties: 3 },
    ]);
    expect(flown('3001')).toMatchObject([{ type: 'air', formation: 0, sorties: 4 }]);
    const none: AirPlan = { ...air, formation: 1, others: [{ formation: 1, sorties: 1 }] };
    expect(ordersTo(seen, none, tiny.at('3001'))).toEqual([]);
    expect(click(seen, { ...IDLE, air: none }, press(tiny.at('3001'))).orders).toHaveLength(1);
  });

  test('who has no sorties left drops out of the plan, and the plan ends with the last', () => {
    const tiny = wings();
    const seen = seenOf(tiny);
    const air: AirPlan = { formation: 0, sorties: 4, mission: 'closeSupport', others: [{ formation: 1, sorties: 3 }] };
    Object.assign(tiny.state.air[0] ?? {}, { sorties: 0 });
    expect(refresh(seen, { ...IDLE, air }).air).toEqual({ formation: 1, sorties: 3, mission: 'closeSupport' });
    Object.assign(tiny.state.air[1] ?? {}, { sorties: 0 });
    expect(refresh(seen, { ...IDLE, air }).air).toBeNull();
  });

  test('a mission is for one hex: the click after it is a plain one, unless Shift asked for more', () => {
    const tiny = wings();
    const air: AirPlan = { formation: 0, sorties: 1, mission: 'closeSupport' };
    const hex = tiny.at('0301');
    const once = click(seenOf(tiny), { ...IDLE, air }, press(hex));
    expect(once.orders).toEqual([{ type: 'air', ...air, hex }]);
    // Until the order is carried out, so that a refused one can be given again elsewhere.
    expect(once.next.air).toMatchObject(air);
    expect(airFlown(once.next).air).toBeNull();
    const again = click(seenOf(tiny), { ...IDLE, air }, press(hex, true));
    expect(again.orders).toEqual(once.orders);
    expect(airFlown(again.next).air).toMatchObject(air);
  });

  test('patrols are sent up from the base, or over the middle of the map from off it', () => {
    const seen = seenOf(wings());
    const base = { hex: 41 } as Parameters<typeof patrolHex>[1];
    expect(patrolHex(seen, base)).toBe(41);
    expect(patrolHex(seen, undefined)).toBe(2 * 40 + 20);
  });
});

describe('demolition and repair', () => {
  const bridgehead = (): Tiny =>
    tinyStart({
      map: open(3, 6),
      roads: ['0001-0501'],
      rivers: ['0201 0 river'],
      bridges: ['0201 0'],
      units: [
        { id: 'foot', side: 'cn', hex: '0201', men: 1000 },
        { id: 'few', side: 'cn', hex: '0201', men: 200 },
        { id: 'sappers', side: 'cn', hex: '0201', kind: 'engineer', men: 350 },
        { id: 'x', side: 'jp', hex: '0500' },
      ],
    });

  test('infantry is offered what the rules let it blow up, with the time it takes; too few men nothing', () => {
    const tiny = bridgehead();
    expect(jobsOf(seenOf(tiny), tiny.unit('foot')).map((job) => [job.what, job.direction, job.minutes])).toEqual([
      ['bridge', 'E', 360],
      ['road', 'W', 360],
    ]);
    expect(jobsOf(seenOf(tiny), tiny.unit('few'))).toEqual([]);
    expect(jobsOf(seenOf(tiny), tiny.unit('sappers'))[0]?.minutes).toBe(120);
  });

  test('engineers are told how much of a repair is left after this turn', () => {
    const tiny = bridgehead();
    const [job] = jobsOf(seenOf(tiny), tiny.unit('foot'));
    tiny.state.breaks.push({ hexside: job?.action.hexside ?? -1, minutes: 1200 });
    const mend = jobsOf(seenOf(tiny), tiny.unit('sappers')).find((one) => one.action.task === 'repair');
    // Half a battalion does 300 of its 600 minutes.
    expect(mend).toMatchObject({ what: 'bridge', left: 75 });
  });
});

test('a headquarters and its units know of each other how far it is and how far it reaches', () => {
  const tiny = tinyStart({
    map: open(2, 20),
    hexKm: 5,
    units: [
      { id: 'hq', side: 'cn', hex: '0100', kind: 'hq', commandKm: 30 },
      { id: 'near', side: 'cn', hex: '0700', parent: 'hq' },
      { id: 'far', side: 'cn', hex: '0800', parent: 'hq' },
      { id: 'free', side: 'cn', hex: '1900' },
      { id: 'x', side: 'jp', hex: '1801' },
    ],
  });
  const seen = seenOf(tiny);
  const hq = tiny.unit('hq');
  expect(commandOf(seen, tiny.unit('near'))).toEqual({ hq, km: 30, reachKm: 30, within: true });
  expect(commandOf(seen, tiny.unit('far'))).toEqual({ hq, km: 35, reachKm: 30, within: false });
  expect(commandOf(seen, tiny.unit('free'))).toBeNull();
  expect(outOfReach(seen, hq)).toEqual([tiny.unit('far')]);
  for (const id of ['near', 'far'])
    expect(inCommand(tiny.game, tiny.state, tiny.unit(id))).toBe(commandOf(seen, tiny.unit(id))?.within);
  tiny.of('hq').hex = -1;
  expect(commandOf(seen, tiny.unit('near'))).toMatchObject({ km: -1, within: false });
});
