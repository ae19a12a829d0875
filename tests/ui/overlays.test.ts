/** The overlays by their rules: what enemies could do, what is observed and commanded, the sky, history's line, who reaches a hex. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { legalActions } from '../../src/core/legal.ts';
import { observedHexes } from '../../src/core/rules/detection.ts';
import { WEATHERS } from '../../src/core/scenario.ts';
import { setup } from '../../src/core/setup.ts';
import { type GameState, SEEN_TYPE } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { frontOf, groundBy, knownBy } from '../../src/play/front.ts';
import { airCoverOverlay, coverOf } from '../../src/ui/app/overlays/airCover.ts';
import { commandOverlay, headquartersOf } from '../../src/ui/app/overlays/command.ts';
import { pastOverlay } from '../../src/ui/app/overlays/past.ts';
import { reachersOf } from '../../src/ui/app/overlays/reachers.ts';
import { observersOf, sightOverlay } from '../../src/ui/app/overlays/sight.ts';
import { outlookOf, skyOverlay } from '../../src/ui/app/overlays/sky.ts';
import { threatOf, threatOverlay } from '../../src/ui/app/overlays/threat.ts';
import { drawOverlay, OVERLAYS } from '../../src/ui/app/overlays.ts';
import type { Seen } from '../../src/ui/app/seen.ts';
import { speak } from '../../src/ui/text/intl.ts';
import { kunlunPass } from '../kunlun-pass.ts';

const game = kunlunPass();
const state = setup(game, { seed: 'overlays', fog: true }).state;

function seenBy(side: 0 | 1, from: GameState = state): Seen {
  return { game, view: view(game, from, side), side, mayOrder: true };
}

/** The same with every unit known by its type. */
function known(): GameState {
  return { ...state, units: state.units.map((unit) => ({ ...unit, seen: SEEN_TYPE, seenHex: unit.hex, seenTurn: 1 })) };
}

beforeAll(() => speak('en'));

describe('the reach of known enemies', () => {
  test('counts nobody who has not been seen, and everybody who has', () => {
    expect(threatOf(seenBy(0)).enemies).toBe(0);
    expect(threatOf(seenBy(0)).reach.some((count) => count > 0)).toBe(false);
    const on = game.bySide[1].filter((unit) => (state.units[unit]?.hex ?? -1) >= 0);
    expect(threatOf(seenBy(0, known())).enemies).toBe(on.length);
  });

  test('says no more than the view: unseen units may stand anywhere', () => {
    const moved = { ...state, units: state.units.map((unit) => ({ ...unit })) };
    for (const unit of game.bySide[1]) (moved.units[unit] as { hex: number }).hex = 0;
    expect(threatOf(seenBy(0, moved))).toEqual(threatOf(seenBy(0)));
  });

  test('an enemy beside our troops with a day before him can attack them, and the number stands in their hex', () => {
    const seen = seenBy(0, known());
    const { attack, reach } = threatOf(seen);
    const cells = threatOverlay(seen).overlay.cells;
    const ours = new Set(game.bySide[0].map((unit) => seen.view.units[unit]?.hex ?? -1));
    const attacked = [...attack.keys()].filter((hex) => (attack[hex] as number) > 0);
    expect(attacked.length).toBeGreaterThan(0);
    for (const hex of attacked) {
      expect(ours.has(hex)).toBe(true);
      expect(reach[hex]).toBe(0);
      expect(cells.find((cell) => cell.hex === hex)?.text).toBe(`!${attack[hex]}`);
    }
  });
});

test('observation: the hexes are those of the rule, and every count has its posts', () => {
  const seen = seenBy(0);
  const rule = observedHexes(game, seen.view, 0);
  const found = observersOf(seen);
  expect([...found.keys()].sort((a, b) => a - b)).toEqual([...rule.keys()].filter((hex) => rule[hex] === 1));
  const [hex, posts] = [...found].find(([at, list]) => list.length > 1 && !list.includes(at)) as [number, number[]];
  const { overlay } = sightOverlay(seen, hex);
  expect(overlay.cells.find((cell) => cell.hex === hex)?.text).toBe(String(posts.length));
  expect(overlay.lines.map((line) => line.from).sort()).toEqual([...posts].sort());
});

test('command: every unit on the map with a headquarters is counted in or out of it', () => {
  const seen = seenBy(0);
  const below = headquartersOf(seen).flatMap((one) => one.below);
  expect(new Set(below).size).toBe(below.length);
  expect(below.length).toBeGreaterThan(10);
  const { overlay, rows } = commandOverlay(seen, -1);
  expect(overlay.zones?.length).toBe(headquartersOf(seen).length);
  expect(rows.length).toBeGreaterThan(3);
  const lead = below[0] as number;
  expect(commandOverlay(seen, lead).overlay.zones).toHaveLength(1);
});

test('air cover: the sorties of a hex are those of the formations that reach it', () => {
  const seen = seenBy(0);
  const cover = coverOf(seen);
  const all = legalActions(game, { ...seen.view, active: 0 }).filter((one) => one.type === 'air');
  for (const action of all.slice(0, 20))
    if (action.type === 'air') {
      const here = cover[action.hex] as { fighters: number; support: number };
      if (action.mission === 'closeSupport') expect(here.support).toBeGreaterThan(0);
      if (action.mission === 'superiority') expect(here.fighters).toBeGreaterThan(0);
    }
  expect(airCoverOverlay(seen, []).overlay.cells).toHaveLength(game.size);
});

test('weather: the outlook is the season’s table and not the day to come', () => {
  const seen = seenBy(0);
  const outlook = outlookOf(seen);
  expect(outlook).toHaveLength(3);
  for (const { chances } of outlook) expect(chances.reduce((sum, chance) => sum + chance, 0)).toBe(1000);
  expect(outlookOf(seenBy(1))).toEqual(outlook);
  const cloudy = { ...seen.view, weather: WEATHERS.indexOf('overcast') };
  const cells = skyOverlay({ ...seen, view: cloudy }).overlay.cells;
  expect(cells.every((cell) => cell.text === '½')).toBe(true);
});

describe('history’s line', () => {
  const raw: unknown = JSON.parse(
    readFileSync(new URL('../../scenarios/kunlun-pass/history.json', import.meta.url), 'utf8'),
  );
  const front = frontOf(game, raw);
  const at = (place: string): number => game.places[game.placeIndex.get(place) as number]?.hex as number;
  const turnOf = (day: number): number => day - 14;

  test('changes hands on the days its events say', () => {
    if (!front) throw new Error('no front');
    expect(groundBy(game, front, turnOf(15))[at('kunlun')]).toBe(1);
    expect(groundBy(game, front, turnOf(18))[at('kunlun')]).toBe(-1);
    expect(groundBy(game, front, turnOf(28))[at('kunlun')]).toBe(-1);
    expect(groundBy(game, front, turnOf(31))[at('kunlun')]).toBe(0);
    expect(groundBy(game, front, turnOf(31))[at('batang')]).toBe(1);
    expect(knownBy(game, front, turnOf(31)).filter((entry) => entry.hex === at('kunlun'))).toHaveLength(1);
  });

  test('is told with its dates, numbers and sources, estimates marked', () => {
    if (!front) throw new Error('no front');
    const seen = seenBy(0);
    const { overlay, rows } = pastOverlay({ ...seen, view: { ...seen.view, turn: turnOf(31) } }, front);
    expect(overlay.fronts).toHaveLength(1);
    const fact = overlay.facts?.find((one) => one.hex === at('kunlun'));
    expect(fact?.text).toMatch(/31 Dec/);
    expect(rows.find((one) => one.sample === String(fact?.number))?.words).toContain('Pass retaken by New 22 Div');
    expect(front.entries.some((entry) => entry.estimated)).toBe(true);
  });

  test('a history without one, or a broken one, draws none', () => {
    for (const broken of [null, {}, { front: 3 }, { front: { entries: [{ date: 'x', place: 'y' }] } }])
      expect(frontOf(game, broken)).toBeNull();
    expect(pastOverlay(seenBy(0), null).overlay.fronts).toBeUndefined();
  });
});

test('who can reach a hex: exactly the units that may be ordered there, most time left first', () => {
  const seen = seenBy(0, { ...state, active: 0 });
  const moves = legalActions(game, seen.view).filter((one) => one.type === 'move');
  expect(moves.length).toBeGreaterThan(50);
  const move = moves[Math.floor(moves.length / 2)];
  if (move?.type !== 'move') throw new Error('no march');
  const hex = move.path[move.path.length - 1] as number;
  const found = reachersOf(seen, hex);
  expect(found.map(({ unit }) => unit)).toContain(move.unit);
  for (let k = 1; k < found.length; k++) expect(found[k]?.left).toBeLessThanOrEqual(found[k - 1]?.left as number);
  expect(reachersOf({ ...seen, mayOrder: false }, hex)).toEqual([]);
});

test('every overlay of the menu draws itself under its own name and has a legend', () => {
  const seen = seenBy(0, known());
  const wish = { zones: [], lines: [], hex: -1, lead: -1, front: null };
  for (const id of OVERLAYS) {
    const drawn = drawOverlay(seen, id, wish);
    expect(drawn?.overlay.id).toBe(id);
    expect(drawn?.rows.length, id).toBeGreaterThan(id === 'boundaries' ? -1 : 0);
  }
});
