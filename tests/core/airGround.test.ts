/** Rulebook 9.7 air-ground parties, 9.8 attacks on bridges, 9.12 cloud on the hills. */
import { describe, expect, test } from 'vitest';
import type { AirAction, AssaultAction } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { hexside } from '../../src/core/game.ts';
import { workToMend } from '../../src/core/rules/engineers.ts';
import { setUpFight } from '../../src/core/rules/fight.ts';
import { type AirMission, WEATHERS, type Weather } from '../../src/core/scenario.ts';
import { cloneState } from '../../src/core/view.ts';
import { type Tiny, type TinyUnit, tinyStart } from './fixture.ts';
import { only } from './turns.ts';

const OWN: TinyUnit = { id: 'own', side: 'cn', hex: '0002' };
const FOE: TinyUnit = { id: 'foe', side: 'jp', hex: '0804' };

describe('9.7 air-ground parties', () => {
  const fight = (party: Partial<TinyUnit> | null, hexKm = 2.5, side: 0 | 1 = 0): number => {
    const tiny = tinyStart({
      map: new Array<string>(5).fill(','.repeat(12)),
      hexKm,
      units: [
        { id: 'a', side: 'cn', hex: '0202', men: 5000 },
        { id: 'x', side: 'jp', hex: '0302', men: 5000 },
        ...(party ? [{ ...OWN, id: 'p', hex: '0202', men: 20, airParty: true as const, ...party }] : []),
      ],
    });
    const action: AssaultAction = { type: 'assault', units: [0], support: [], hex: tiny.at('0302'), advance: true };
    const strength = (): number => {
      const { attackStrength, defenceStrength } = setUpFight(tiny.game, tiny.state, action);
      return side === 0 ? attackStrength : defenceStrength;
    };
    const before = strength();
    tiny.state.plots.push({ side, kind: 0, hex: tiny.at('0302'), sorties: 5, value: 1000 });
    return strength() - before;
  };

  test('9.7 one within 8 km makes close support worth 1.4 times as much', () => {
    // Three hexes of 2.5 km are 7.5 km, four are 10.
    expect(['0002', '0602', '0702'].map((hex) => fight({ hex }))).toEqual([1400, 1400, 1000]);
    expect(fight(null)).toBe(1000);
  });

  test('9.7 or in the next hex, where hexes are larger than that', () => {
    expect(fight({ hex: '0202' }, 10)).toBe(1400);
    expect(fight({ hex: '0102' }, 10)).toBe(1000);
  });

  test('9.7 of the side that flies, attacking or defending', () => {
    expect(fight({ side: 'jp', hex: '0402' })).toBe(1000);
    expect(fight({ side: 'jp', hex: '0402' }, 2.5, 1)).toBe(1400);
    expect(fight({}, 2.5, 1)).toBe(1000);
  });
});

describe('9.8 bridges', () => {
  /** 0402 has a bridge to the east, a ferry to the west and a river without crossing to the south-east. */
  const river = (role: 'bomber' | 'fighter', weather: Weather = 'clear'): Tiny =>
    tinyStart({
      map: new Array<string>(5).fill(','.repeat(9)),
      units: [OWN, FOE],
      rivers: ['0402 0 river', '0402 3 major', '0402 1 stream'],
      bridges: ['0402 0', '0402 3 ferry'],
      roads: ['0002-0802'],
      aircraft: [{ id: 'b', role }],
      air: [{ id: 'b', side: 'cn', aircraft: 'b', count: 60, missions: ['bridges'] }],
      weather,
    });
  const attack = (tiny: Tiny, sorties: number, hex = '0402'): AirAction => ({
    type: 'air',
    formation: 0,
    mission: 'bridges',
    hex: tiny.at(hex),
    sorties,
  });

  test('9.8 only where there is a bridge or ferry over a river', () => {
    const tiny = river('bomber');
    const refusal = (hex: string) => check(tiny.game, tiny.state, attack(tiny, 1, hex));
    expect([refusal('0402'), refusal('0502'), refusal('0302')]).toEqual([null, null, null]);
    expect(refusal('0202')).toEqual({ code: 'no-target', hex: tiny.at('0202'), clause: '9.8' });
  });

  /** Crossings broken by so many sorties each on its own day, over many seeds. */
  function broken(role: 'bomber' | 'fighter', weather: Weather, sorties: number): number {
    const tiny = river(role);
    tiny.state.weather = WEATHERS.indexOf(weather);
    let sum = 0;
    for (let i = 0; i < 1500; i++) {
      const state = cloneState(tiny.state);
      state.seed = `bridges ${i}`;
      const event = only(apply(tiny.game, state, attack(tiny, sorties)), 'air').at(-1)!;
      expect(state.breaks.length).toBe(event.broken);
      sum += event.broken;
    }
    return sum / 1500;
  }

  test.each([
    ['bomber', 'clear', 0.04],
    ['fighter', 'clear', 0.015],
    ['bomber', 'overcast', 0.028],
    ['bomber', 'lightRain', 0.02],
  ] as const)('9.8 each sortie of a %s in %s weather breaks one with a chance of %d', (role, weather, chance) => {
    const sorties = 10;
    // Two crossings to break: of ten sorties hardly ever three hit.
    const mean = broken(role, weather, sorties) / sorties;
    expect(Math.abs(mean - chance)).toBeLessThan(3.5 * Math.sqrt((chance * (1 - chance)) / (1500 * sorties)) + 0.0005);
  });

  test('9.8, 10.3 what is broken is mended like a demolition; nothing is broken twice', () => {
    const tiny = river('bomber');
    for (let i = 0; i < 40; i++) {
      tiny.state.air[0]!.sorties = 60;
      apply(tiny.game, tiny.state, attack(tiny, 60));
    }
    const links = [0, 3].map((d) => hexside(tiny.game, tiny.at('0402'), d));
    expect(tiny.state.breaks.map((link) => link.hexside).sort()).toEqual(links.sort());
    for (const { hexside: link, minutes } of tiny.state.breaks) expect(minutes).toBe(workToMend(tiny.game, link));
    expect(tiny.state.breaks.map((link) => link.minutes).sort()).toEqual([1200, 480]);
    tiny.state.air[0]!.sorties = 60;
    expect(only(apply(tiny.game, tiny.state, attack(tiny, 60)), 'air').at(-1)!.broken).toBe(0);
  });
});

describe('9.12 cloud on the hills', () => {
  /** Close-support sorties that reach a hex with this crest, of forty. */
  function through(crest: number, weather: Weather, mission: AirMission = 'closeSupport'): number {
    let sum = 0;
    for (let i = 0; i < 20; i++) {
      const tiny = tinyStart({
        map: new Array<string>(5).fill(','.repeat(9)),
        elevation: { '0402': [300, crest] },
        units: [OWN, FOE],
        aircraft: [{ id: 'b', payloadKg: 100 }],
        air: [{ id: 'b', side: 'cn', aircraft: 'b', count: 40 }],
      });
      tiny.state.seed = `cloud ${i}`;
      tiny.state.weather = WEATHERS.indexOf(weather);
      const action: AirAction = { type: 'air', formation: 0, mission, hex: tiny.at('0402'), sorties: 40 };
      apply(tiny.game, tiny.state, action);
      sum += tiny.state.plots.reduce((total, plot) => total + plot.sorties, 0);
    }
    return sum / 20;
  }

  test.each(['closeSupport', 'interdiction'] as const)(
    '9.12 in any weather but clear half of the sorties of %s over a crest of 600 m find nothing',
    (mission) => {
      expect([through(600, 'clear', mission), through(2000, 'clear', mission)]).toEqual([40, 40]);
      for (const weather of WEATHERS.slice(1)) {
        expect(through(599, weather, mission), weather).toBe(40);
        expect(through(600, weather, mission), weather).toBe(20);
      }
    },
  );

  test('9.12 patrols fly above it', () => {
    expect(through(2000, 'fog', 'superiority')).toBe(40);
  });

  test('9.12 bridges and reconnaissance suffer alike', () => {
    /** Shares of seeds in which one sortie a hill sees an enemy, or breaks a bridge. */
    const found = (crest: number, mission: 'reconnaissance' | 'bridges'): number => {
      let sum = 0;
      const hill = tinyStart({
        map: new Array<string>(5).fill(','.repeat(9)),
        elevation: { '0402': [300, crest] },
        units: [OWN, { ...FOE, hex: '0402' }],
        rivers: ['0402 0 river'],
        bridges: ['0402 0'],
        aircraft: [{ id: 'b' }],
        air: [{ id: 'b', side: 'cn', aircraft: 'b', count: 10, missions: ['reconnaissance', 'bridges'] }],
      });
      hill.state.weather = WEATHERS.indexOf('overcast');
      for (let i = 0; i < 1200; i++) {
        const state = cloneState(hill.state);
        state.seed = `found ${i}`;
        const action: AirAction = { type: 'air', formation: 0, mission, hex: hill.at('0402'), sorties: 2 };
        const seen = only(apply(hill.game, state, action), 'air').at(-1)!;
        sum += mission === 'bridges' ? seen.broken : seen.delivered;
      }
      return sum / 1200;
    };
    // Two sorties at 0.28 see him with 0.48; one does with 0.28. Of 2 x 0.028 bridges half stand.
    expect(found(300, 'reconnaissance')).toBeCloseTo(0.48, 1);
    expect(found(700, 'reconnaissance')).toBeCloseTo(0.28, 1);
    const [low, up] = [found(300, 'bridges'), found(700, 'bridges')];
    expect(up / low).toBeGreaterThan(0.3);
    expect(up / low).toBeLessThan(0.7);
  });
});
