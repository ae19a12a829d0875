/** A long recorded game opened as a replay: how soon any moment of it shows, and what its keyframes cost. */
import { createBot } from '../../bots/index.ts';
import { dayNumber, formatDay } from '../../core/calendar.ts';
import { compile, type Game } from '../../core/game.ts';
import { botSeed, playout } from '../../play/playout.ts';
import type { GameRecord } from '../../play/record.ts';
import { Replay } from '../../play/replay.ts';
import { stretches } from '../../play/stretch.ts';

/** Turns of the game that is opened: the scenario's, drawn out to this many. */
const TURNS = 60;
/** Positions sought, spread over the game in no order. */
const SEEKS = 400;

export interface ReplayTimes {
  turns: number;
  actions: number;
  keyframes: number;
  /** Running the whole game once, keyframes and events included. */
  buildMs: number;
  /** The longest that one stretch of it took: what a page's thread is held for. */
  longestStretchMs: number;
  /** Showing a position, coming from any other. */
  medianSeekMs: number;
  slowestSeekMs: number;
  /** JSON characters of a keyframe. */
  keyframeSize: number;
}

export function benchReplay(scenario: Game, level: string): ReplayTimes {
  const game = drawnOut(scenario);
  const seed = 'bench/replay';
  const bots = [createBot(level, botSeed(seed, 0)), createBot(level, botSeed(seed, 1))] as const;
  const record = playout(game, { seed, fog: true, bots, record: true }).record as GameRecord;
  const replay = new Replay(game, record);
  let keyframes = 0;
  let keyframeSize = 0;
  let longestStretchMs = 0;
  const start = performance.now();
  let before = start;
  for (const stretch of stretches(game, record)) {
    replay.adopt(stretch);
    keyframes++;
    const now = performance.now();
    longestStretchMs = Math.max(longestStretchMs, now - before);
    before = now;
    if (keyframeSize === 0) keyframeSize = JSON.stringify(stretch.keyframe).length;
  }
  const buildMs = performance.now() - start;
  const times: number[] = [];
  for (let i = 1; i <= SEEKS; i++) {
    const from = performance.now();
    // Steps of the golden section come to every part of the game, far from where they were.
    replay.seek(Math.floor(((i * 0.618034) % 1) * record.actions.length));
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  return {
    turns: game.turns,
    actions: record.actions.length,
    keyframes,
    buildMs,
    longestStretchMs,
    medianSeekMs: times[SEEKS >> 1] ?? 0,
    slowestSeekMs: times.at(-1) ?? 0,
    keyframeSize,
  };
}

/** The scenario with as many turns as a long campaign has. */
function drawnOut({ data }: Game): Game {
  const { startDate, turnHours } = data.scenario;
  const days = Math.ceil((TURNS * turnHours) / 24);
  return compile({ ...data, scenario: { ...data.scenario, endDate: formatDay(dayNumber(startDate) + days - 1) } });
}
