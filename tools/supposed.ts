/**
 * How well supposed states match the true ones, over games of regular staffs: how far enemies are supposed from where they
 * are, by the age of their sighting, beside taking them to be where they were seen last; and their power in all.
 */

import { powerOf } from '../src/bots/estimate.ts';
import { createBot } from '../src/bots/index.ts';
import { suppose } from '../src/bots/suppose/suppose.ts';
import { traceOf } from '../src/bots/suppose/whereabouts.ts';
import { loadScenario } from '../src/cli/files.ts';
import { apply } from '../src/core/apply.ts';
import { holderOf } from '../src/core/control.ts';
import { dice } from '../src/core/dice.ts';
import { distance, type Game } from '../src/core/game.ts';
import { setup } from '../src/core/setup.ts';
import { type GameState, type SideIndex, UNIT_ON_MAP, type UnitState, type View } from '../src/core/state.ts';
import { glance, view } from '../src/core/view.ts';

/** Samples of each view, and every so many player turns looked at. */
const SAMPLES = 4;
const EVERY = 5;
/** Ages of a sighting in turns that are told apart: up to each of these. */
const AGES = [0, 1, 3, 6, 999];

interface Sums {
  n: number;
  /** Hexes from the truth: of the samples, of half of it between two samples less, and of the plain guess. */
  far: number;
  score: number;
  plain: number;
}

const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length);

/** Mean distance of the samples from the truth, and the same less half their distance from each other: the energy score. */
function scoreOf(game: Game, at: readonly number[], truth: number): [number, number] {
  const far = mean(at.map((hex) => distance(game, hex, truth)));
  const apart = at.flatMap((a, i) => at.slice(i + 1).map((b) => distance(game, a, b)));
  return [far, far - mean(apart) / 2];
}

function powerIn(game: Game, state: GameState, side: SideIndex): number {
  return game.bySide[side].reduce((sum, unit) => {
    const now = state.units[unit] as UnitState;
    return sum + (now.status === UNIT_ON_MAP ? powerOf(game, now, unit) : 0);
  }, 0);
}

/** A hex of the ground that the enemy is believed to hold, by lot: the plain guess for those whom nobody has met. */
function anyHex(game: Game, seen: View, enemy: SideIndex, unit: number): number {
  const held = Array.from({ length: game.size }, (_, hex) => hex).filter(
    (hex) => holderOf(seen.control, hex) === enemy,
  );
  return held[dice('plain', seen.turn, unit).below(held.length)] ?? 0;
}

function look(game: Game, state: GameState, rows: Map<string, Sums>, powers: Map<string, number[]>): void {
  const side = state.active;
  const enemy = (1 - side) as SideIndex;
  const seen = view(game, state, side);
  const samples = Array.from({ length: SAMPLES }, (_, i) => suppose(game, seen, `sample/${i}`));
  for (const unit of game.bySide[enemy]) {
    const truth = state.units[unit] as UnitState;
    const trace = traceOf(game, seen, unit);
    if (truth.status !== UNIT_ON_MAP || (trace !== 'remembered' && trace !== 'unmet')) continue;
    const at = samples.map((one) => (one.units[unit] as UnitState).hex).filter((hex) => hex >= 0);
    if (at.length === 0) continue;
    const age = seen.turn - truth.seenTurn;
    const upTo = AGES.find((most) => age <= most) as number;
    const plainHex = trace === 'remembered' ? truth.seenHex : anyHex(game, seen, enemy, unit);
    const [far, score] = scoreOf(game, at, truth.hex);
    const id = game.data.scenario.sides[side]?.id;
    const key = `${id} of ${trace === 'unmet' ? 'unmet' : `age ${upTo === 999 ? 'above 6' : `to ${upTo}`}`}`;
    const sums = rows.get(key) ?? { n: 0, far: 0, score: 0, plain: 0 };
    rows.set(key, sums);
    sums.n++;
    sums.far += far;
    sums.score += score;
    sums.plain += distance(game, plainHex, truth.hex);
  }
  const key = game.data.scenario.sides[side]?.id ?? '';
  const list = powers.get(key) ?? [];
  powers.set(key, list);
  list.push(mean(samples.map((one) => powerIn(game, one, enemy))) / powerIn(game, state, enemy));
}

/** Plays games of a scenario and gives lines of a table. */
export function measure(id: string, games: number, seed: string): string[] {
  const game = loadScenario(id);
  const rows = new Map<string, Sums>();
  const powers = new Map<string, number[]>();
  for (let i = 0; i < games; i++) {
    const { state } = setup(game, { seed: `${seed}/${i}`, fog: true });
    const bots = ([0, 1] as const).map((side) => createBot('regular', `${seed}/${i}/bot/${side}`));
    for (let turns = 0; !state.over; ) {
      const action = (bots[state.active] as (typeof bots)[0]).choose(game, glance(game, state, state.active));
      apply(game, state, action);
      if (action.type === 'end' && !state.over && ++turns % EVERY === 0) look(game, state, rows, powers);
    }
  }
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i ? cell.padStart(11) : cell.padEnd(20))).join('');
  return [
    line(['eyes, sighting', 'cases', 'plain', 'sample', 'score']),
    ...[...rows.entries()]
      .sort((a, b) => (a[0] < b[0] ? -1 : 1))
      .map(([key, { n, far, score, plain }]) =>
        line([key, String(n), (plain / n).toFixed(2), (far / n).toFixed(2), (score / n).toFixed(2)]),
      ),
    ...[...powers.entries()].map(([key, list]) =>
      line([`${key} of power`, String(list.length), '', mean(list).toFixed(3)]),
    ),
  ];
}
