/** `ridgeline show`: map and positions as text, of a scenario's start or of a recorded game at any action. */
import type { Command } from 'commander';
import { dateOfTurn, type Game } from '../core/game.ts';
import { formatHex } from '../core/hex.ts';
import { GROUNDS, WEATHERS } from '../core/scenario.ts';
import { setup } from '../core/setup.ts';
import { type ReadonlyState, UNIT_ON_MAP } from '../core/state.ts';
import { Replay } from '../play/replay.ts';
import { isFile, loadRecord, loadScenario } from './files.ts';
import type { Finish } from './main.ts';
import { FINDINGS, FINE, formatTable, print, say, wholeNumber } from './terminal.ts';

const LEGEND =
  'Letters are stacks, capital for the first side (A one unit, B two, ...), small for the second.\n' +
  '= road  - track  ^ rugged  ~ water  # town or city  o village or place  , wooded  . open';

export function registerShow(program: Command, finish: Finish): void {
  program
    .command('show')
    .description('print the map and where the units stand')
    .argument('<scenario|file>', 'id or folder of a scenario, or a game record')
    .option('--until <n>', 'of a record: after n actions instead of at the end', wholeNumber(0))
    .option('--scenario <folder>', 'of a record: the scenario, when it is not one of the list')
    .option('--seed <text>', 'of a scenario: seed of the dice', '1')
    .addHelpText(
      'after',
      `\n${LEGEND}\n\nExamples:\n  ridgeline show kunlun-pass\n  ridgeline show game.json --until 120`,
    )
    .action((target: string, options: { until?: number; scenario?: string; seed: string }) => {
      if (!isFile(target)) {
        const game = loadScenario(target);
        print(formatPosition(game, setup(game, { seed: options.seed, fog: false }).state));
        return finish(FINE);
      }
      const record = loadRecord(target);
      const game = loadScenario(options.scenario ?? record.scenario.id);
      const replay = new Replay(game, record);
      replay.seek(options.until ?? record.actions.length);
      print(formatPosition(game, replay.state));
      const fault = replay.mismatch ?? replay.divergence;
      if (fault) say(`The record does not replay beyond action ${replay.at} (${fault.grade}): see "ridgeline replay".`);
      finish(fault ? FINDINGS : FINE);
    });
}

function terrainGlyph(game: Game, hex: number): string {
  const row = Math.floor(hex / game.cols);
  const col = hex - row * game.cols;
  const cover = game.data.map.cover[row]?.[col];
  if (cover === 'W') return '~';
  if (cover === 't' || cover === 'c') return '#';
  if (game.places.some((place) => place.hex === hex)) return 'o';
  const road = game.roadAt[hex];
  if (road === 2) return '=';
  if (road === 1) return '-';
  if (game.data.map.relief[row]?.[col] === 'r') return '^';
  if (cover === 'v') return 'o';
  return cover === 'w' ? ',' : '.';
}

function stacksOf(state: ReadonlyState): Map<number, number[]> {
  const stacks = new Map<number, number[]>();
  state.units.forEach((unit, i) => {
    if (unit.status !== UNIT_ON_MAP || unit.hex < 0) return;
    const stack = stacks.get(unit.hex) ?? [];
    stack.push(i);
    stacks.set(unit.hex, stack);
  });
  return new Map([...stacks].sort(([a], [b]) => a - b));
}

/** The map, one line a row (odd rows set in by half a hex), and a table of the stacks. */
export function formatPosition(game: Game, state: ReadonlyState): string {
  const { scenario } = game.data;
  const stacks = stacksOf(state);
  const map: string[] = [];
  for (let row = 0; row < game.rows; row++) {
    const glyphs: string[] = [];
    for (let col = 0; col < game.cols; col++) {
      const hex = row * game.cols + col;
      const stack = stacks.get(hex);
      if (!stack) glyphs.push(terrainGlyph(game, hex));
      else {
        const letter = String.fromCharCode(64 + Math.min(stack.length, 26));
        glyphs.push(game.units[stack[0] as number]?.side === 0 ? letter : letter.toLowerCase());
      }
    }
    map.push(`${String(row).padStart(2, '0')} ${row % 2 === 1 ? ' ' : ''}${glyphs.join(' ')}`);
  }
  const rows: (string | number)[][] = [['hex', 'place', 'side', 'unit', 'men', 'cohesion', 'dug', 'name']];
  for (const [hex, stack] of stacks)
    for (const index of stack) {
      const info = game.units[index] as Game['units'][number];
      const unit = state.units[index] as ReadonlyState['units'][number];
      const place = game.places.find((entry) => entry.hex === hex)?.name ?? '';
      const side = scenario.sides[info.side]?.id ?? '';
      rows.push([
        formatHex(game.cols, hex),
        place,
        side,
        info.data.short,
        unit.men,
        unit.cohesion,
        (unit.dug / 100).toFixed(1),
        info.data.name,
      ]);
    }
  const side = scenario.sides[state.active]?.name ?? '';
  const now = state.over ? 'the game is over' : `${side} to move`;
  return [
    `${scenario.title}, ${dateOfTurn(game, state.turn)} (turn ${state.turn} of ${game.turns}), ${now}; ` +
      `${WEATHERS[state.weather]}, ${GROUNDS[state.ground]} ground`,
    '',
    ...map,
    '',
    formatTable(rows),
    '',
    LEGEND,
  ].join('\n');
}
