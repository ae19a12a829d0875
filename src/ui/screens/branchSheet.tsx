/** Playing on from a moment of a recorded game: who plays which side from there. */
import { useState } from 'preact/hooks';
import type { Player } from '../../play/record.ts';
import { resume } from '../app/app.ts';
import { told } from '../app/entryWords.ts';
import type { ReplayDesk } from '../app/replayDesk.ts';
import { t } from '../text/intl.ts';
import { Dialog } from '../widgets/dialog.tsx';
import { mayPlay, PlayerSeat, useLevels } from './playerSeat.tsx';

export function BranchSheet({ desk, onClose }: { desk: ReplayDesk; onClose: () => void }) {
  const { names, replay } = desk;
  const { turn, active, over } = replay.state;
  const [players, setPlayers] = useState<[Player, Player]>(() => startingPlayers(replay.record.players));
  const { levels, fault } = useLevels();
  const words = told(desk.entry);
  const seat = (side: 0 | 1, player: Player): void =>
    setPlayers(side === 0 ? [player, players[1]] : [players[0], player]);
  const ready = mayPlay(players, levels);
  const humans = players.filter((player) => player.kind === 'human').length;
  return (
    <Dialog
      title={t('branch.title')}
      onClose={onClose}
      foot={
        <>
          <button type="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button
            type="button"
            class="primary"
            disabled={over || !ready}
            onClick={() => void resume(desk.branch(players))}
          >
            {t('branch.begin')}
          </button>
        </>
      }
    >
      {over ? (
        <p>{t('branch.over')}</p>
      ) : (
        <p>{t('branch.about', { at: replay.at, when: names.date(turn), side: names.side(active) })}</p>
      )}
      <h3>{t('branch.who')}</h3>
      <div class="set-up branch-seats">
        {([0, 1] as const).map((side) => (
          <PlayerSeat
            key={side}
            name={names.side(side)}
            colour={desk.game.data.scenario.sides[side]?.colour}
            player={players[side]}
            levels={levels}
            plans={words.plans(side)}
            onChange={(player) => seat(side, player)}
          />
        ))}
      </div>
      {fault !== null && <p class="refusal-line">{t('setUp.noOpponent', { why: fault })}</p>}
      <p class="small soft">{t(`setUp.kinds.${humans}` as 'setUp.kinds.1')}</p>
    </Dialog>
  );
}

/** Who played it; of a game that two computers played the reader takes the first side. */
function startingPlayers([first, second]: readonly [Player, Player]): [Player, Player] {
  return first.kind === 'bot' && second.kind === 'bot' ? [{ kind: 'human' }, second] : [first, second];
}
