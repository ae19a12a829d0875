/** `ridgeline sim --explain`: the orders of a game with their reasons, in the sentences of the page. */
import type { Appreciation, Tasking, Weighed } from '../bots/appreciation.ts';
import type { Game } from '../core/game.ts';
import { speak, term } from '../ui/text/intl.ts';
import { formatCount, formatTurn, type Names, namesOf } from '../ui/text/names.ts';
import { orderText } from '../ui/text/orders.ts';
import { reasonText } from '../ui/text/reasons.ts';
import { openFile } from './output.ts';
import type { ThoughtTurn } from './reasoning.ts';
import { print } from './terminal.ts';

/** Tasks and enemies told of an appreciation, the weightiest first. */
const TASKS = 8;
const ENEMIES = 5;

export interface Explanation {
  /** Writes down a game. */
  add(seed: string, turns: readonly ThoughtTurn[]): void;
  close(): Promise<unknown>;
}

/** Opens the file for the orders of games of a scenario, `-` for standard output; ends the command when it cannot be written. */
export async function openExplanation(game: Game, path: string): Promise<Explanation> {
  await speak('en');
  const names = namesOf(game);
  const file = path === '-' ? null : await openFile('--explain', path);
  return {
    add: (seed, turns) => {
      for (const turn of turns) {
        const text = turnText(game, names, seed, turn);
        if (file) file.write(`${text}\n`);
        else print(text);
      }
    },
    close: () => new Promise((resolve) => (file ? file.end(resolve) : resolve(null))),
  };
}

function turnText(game: Game, names: Names, seed: string, { turn, side, appreciation, orders }: ThoughtTurn): string {
  const lines = [`${seed}, turn ${turn}, ${formatTurn(game, turn)}, ${names.side(side)}`];
  if (appreciation) lines.push(...appreciationLines(game, names, appreciation).map((line) => `  ${line}`));
  for (const { action, reason } of orders) {
    lines.push(`  ${orderText(action, names)}`);
    if (reason) lines.push(`      ${reasonText(reason, names)}`);
  }
  return `${lines.join('\n')}\n`;
}

function appreciationLines(game: Game, names: Names, made: Appreciation): string[] {
  const { plan, main, enemies, unlocated, courses, work } = made;
  const place = main === null ? 'none' : names.hex(main);
  const lines = [`Plan: ${plan === null ? 'none, from the objectives' : names.plan(plan)}. Main effort: ${place}.`];
  const tasks = made.tasks.filter((task) => task.units.length > 0);
  lines.push(...tasks.slice(0, TASKS).map((task) => taskLine(game, names, task, plan)));
  if (tasks.length > TASKS) lines.push(`- and ${tasks.length - TASKS} lesser tasks`);
  const known = enemies.slice(0, ENEMIES).map(({ unit, hex, power, seen, age }) => {
    const when = seen ? '' : `, seen ${age === 1 ? 'a turn' : `${age} turns`} ago`;
    return `${names.unit(unit)} at ${names.hex(hex)} (${formatCount(power)}${when})`;
  });
  if (enemies.length > ENEMIES) known.push(`${enemies.length - ENEMIES} more`);
  const rest = `${formatCount(unlocated)} not located`;
  lines.push(`Enemy, by power: ${[...known, rest].join('; ')}.`);
  if (courses.length > 0) lines.push(`Courses weighed in ${work} player turns: ${courses.map(courseText).join('; ')}.`);
  return lines;
}

/** "- Attack: Wutang (New 22 Division, phase 1); weight 90, power 10,570 of 12,000 wanted: 64/N22, 65/N22 with 2 in support". */
function taskLine(game: Game, names: Names, task: Tasking, plan: string | null): string {
  const { kind, hex, worth, need, given, units, support, column } = task;
  const index = column?.phase ?? 0;
  const phase = column && plan !== null ? names.phase({ plan, column: column.id, index }) : null;
  const whose = phase ? ` (${phase.column}, phase ${index + 1})` : '';
  const wanted = need > 0 ? ` of ${formatCount(need)} wanted` : '';
  const who = units.map((unit) => game.units[unit]?.data.short).join(', ');
  const backed = support.length > 0 ? ` with ${support.length} in support` : '';
  return (
    `- ${term('inspector.tasks', kind)}: ${names.hex(hex)}${whose}; weight ${worth}, ` +
    `power ${formatCount(given)}${wanted}: ${who}${backed}`
  );
}

function courseText({ course, margin, error, samples, chosen }: Weighed): string {
  // One war game says nothing of its error.
  const promised = samples === 1 ? margin.toFixed(1) : `${margin.toFixed(1)} ± ${error.toFixed(1)}`;
  const told = `${course} ${promised} points over ${samples === 1 ? '1 game' : `${samples} games`}`;
  return chosen ? `${told}, taken` : told;
}
