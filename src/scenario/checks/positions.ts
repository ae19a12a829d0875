/** Where the units stand: on land, not too many in a hex, not with the enemy, vehicles where they can move. */
import type { Game } from '../../core/game.ts';
import { formatHex, parseHex } from '../../core/hex.ts';
import { stackingLimit } from '../../core/rules/stacking.ts';
import { COVERS, GROUNDS, type ScenarioData } from '../../core/scenario.ts';
import { IMPASSABLE } from '../../core/terrain.ts';
import type { Problems } from '../problem.ts';

const WATER = COVERS.indexOf('water');

/** Reports arrivals off the map. The other checks of positions need a compiled game, and that needs these to pass. */
export function checkArrivalHexes({ map, oob }: ScenarioData, problems: Problems): void {
  oob.units.forEach((unit, i) => {
    const { hex } = unit.arrival;
    if (parseHex(map.cols, map.rows, hex) >= 0) return;
    problems.add(
      'oob',
      ['units', i, 'arrival', 'hex'],
      'off-map',
      `hex ${hex} is not on the map of ${map.cols} x ${map.rows}`,
    );
  });
}

export function checkPositions(game: Game, problems: Problems): void {
  const starting = new Map<number, { side: number; men: number; full: boolean }>();
  for (const unit of game.units) {
    const keys = ['units', unit.index, 'arrival', 'hex'];
    const hex = unit.arrivalHex;
    const name = formatHex(game.cols, hex);
    if (game.cover[hex] === WATER) {
      problems.add('oob', keys, 'impassable', `hex ${name} is water`);
      continue;
    }
    if (!canLeave(game, unit.mobility, hex)) {
      problems.add('oob', keys, 'impassable', `${unit.data.mobility} units can't move out of hex ${name}`);
      continue;
    }
    if (unit.arrivalTurn > 1 || unit.data.arrival.by === 'airlift') continue;
    const there = starting.get(hex) ?? { side: unit.side, men: 0, full: false };
    starting.set(hex, there);
    if (there.side !== unit.side) {
      problems.add('oob', keys, 'two-sides', `both sides start in hex ${name}`);
      continue;
    }
    there.men += unit.data.men;
    const limit = stackingLimit(game, hex);
    if (there.men <= limit || there.full) continue;
    there.full = true;
    problems.add('oob', keys, 'stacking', `${there.men} men start in hex ${name}, where ${limit} find room`);
  }
}

/** Does any hexside let the mobility class out on dry ground with the roads whole? */
function canLeave(game: Game, mobility: number, hex: number): boolean {
  const dry = game.march[mobility * GROUNDS.length] as Game['march'][number];
  for (let d = 0; d < 6; d++) if ((dry.open[hex * 6 + d] as number) < IMPASSABLE) return true;
  return false;
}
