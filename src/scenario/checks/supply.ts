/** Supply on the first turn, by the rules themselves: who starts without a line to a depot of his side. */
import type { Game } from '../../core/game.ts';
import { formatHex } from '../../core/hex.ts';
import { explainSupply } from '../../core/rules/supply.ts';
import { setup } from '../../core/setup.ts';
import { SUPPLY_LEAK, UNIT_ON_MAP } from '../../core/state.ts';
import type { Problems } from '../problem.ts';

const WHY = {
  'enemy-unit': 'an enemy unit stands in the way',
  zoc: 'the enemy covers the way',
  'enemy-hex': 'the enemy holds the way',
  distance: 'no depot of its side is within reach over land',
  broken: 'a bridge is down',
};

export function checkSupply(game: Game, problems: Problems): void {
  const { state } = setup(game, { seed: 'supply on turn one', fog: false });
  for (const unit of game.units) {
    if (unit.arrivalTurn > 1 || state.units[unit.index]?.status !== UNIT_ON_MAP) continue;
    const answer = explainSupply(game, state, unit.index);
    if (answer.status > SUPPLY_LEAK) continue;
    const why = answer.cut
      ? `${WHY[answer.cut.cause]} (hex ${formatHex(game.cols, answer.cut.hex)})`
      : 'no way leads there';
    const message = `${unit.data.name} starts without supply: ${why}`;
    problems.add('oob', ['units', unit.index, 'arrival', 'hex'], 'no-supply', message);
  }
}
