/** The shipped scenario, loaded and compiled once for all tests. */
import { readFileSync } from 'node:fs';
import { compile, type Game } from '../src/core/game.ts';
import type { ScenarioData } from '../src/core/scenario.ts';
import { parseScenario } from '../src/scenario/load.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../scenarios/kunlun-pass/${name}.json`, import.meta.url), 'utf8'));

let game: Game | undefined;

/** Throws with the problems when the scenario does not validate. */
export function kunlunPassData(): ScenarioData {
  const found = parseScenario({ scenario: read('scenario'), map: read('map'), oob: read('oob'), air: read('air') });
  if (!found.ok) throw new Error(found.problems.map((p) => `${p.path}: ${p.message}`).join('\n'));
  return found.data;
}

export function kunlunPass(): Game {
  game ??= compile(kunlunPassData());
  return game;
}
