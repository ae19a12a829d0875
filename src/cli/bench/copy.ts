/** A state to search from: our copy and an action in place, against immer's `produce` of the same action. */
import { produce } from 'immer';
import type { Action } from '../../core/action.ts';
import { apply } from '../../core/apply.ts';
import type { Game } from '../../core/game.ts';
import type { GameState } from '../../core/state.ts';
import { cloneState } from '../../core/view.ts';
import { type Comparison, rate } from './measure.ts';

export function benchCopy(game: Game, start: GameState, actions: readonly Action[]): Comparison[] {
  const moves = actions.filter((action) => action.type === 'move').slice(0, 20);
  const frozen = produce(cloneState(start), () => {});
  const [first] = moves;
  if (!first) return [];
  const ours = rate(() => {
    apply(game, cloneState(start), first);
    return 1;
  });
  const theirs = rate(() => {
    produce(frozen, (draft) => {
      apply(game, draft, first);
    });
    return 1;
  });
  const copies = rate(() => {
    cloneState(start);
    return 1;
  });
  const drafts = rate(() => {
    produce(frozen, (draft) => {
      for (const unit of draft.units) unit.minutes += 1;
    });
    return 1;
  });
  const note = `${start.units.length} units`;
  return [
    { what: 'copy a state and march a unit', unit: 'times/s', ours, theirs, peer: 'immer produce', note },
    {
      what: 'a state of one’s own to change',
      unit: 'times/s',
      ours: copies,
      theirs: drafts,
      peer: 'immer produce',
      note: `${note}; copy of everything, against a draft that touches every unit`,
    },
  ];
}
