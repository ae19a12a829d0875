/** Playing on from a moment of a recorded game: who plays which side from there. */
import { useEffect, useState } from 'preact/hooks';
import type { Player } from '../../play/record.ts';
import { resume } from '../app/app.ts';
import { OpponentLink } from '../app/opponentLink.ts';
import type { ReplayDesk } from '../app/replayDesk.ts';
import { t, term } from '../text/intl.ts';
import { Choice } from '../widgets/choice.tsx';
import { Dialog } from '../widgets/dialog.tsx';

export function BranchSheet({ desk, onClose }: { desk: ReplayDesk; onClose: () => void }) {
  const { names, replay } = desk;
  const { turn, active, over } = replay.state;
  const [players, setPlayers] = useState<[Player, Player]>(() => startingPlayers(replay.record.players));
  const [levels, setLevels] = useState<readonly string[]>([]);
  useEffect(() => {
    const link = new OpponentLink(null, []);
    link
      .levels()
      .then(setLevels, () => setLevels([]))
      .finally(() => link.close());
    return () => link.close();
  }, []);
  const seat = (side: 0 | 1, player: Player): void =>
    setPlayers(side === 0 ? [player, players[1]] : [players[0], player]);
  const level = (player: Player): string => (player.kind === 'bot' ? player.level : 'regular');
  const ready = players.every((player) => player.kind === 'human' || player.level !== '');
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
          <div class="seat" key={side} style={{ '--side': desk.game.data.scenario.sides[side]?.colour }}>
            <div class="seat-name">
              <i class="swatch" />
              <span>{names.side(side)}</span>
            </div>
            <Choice
              label={names.side(side)}
              value={players[side].kind}
              onChange={(kind) => seat(side, kind === 'human' ? { kind } : { kind, level: level(players[side]) })}
              options={(['human', 'bot'] as const).map((kind) => ({ value: kind, label: t(`setUp.seats.${kind}`) }))}
            />
            {players[side].kind === 'bot' && levels.length > 0 && (
              <label class="level">
                <span class="hush">{t('setUp.level')}</span>
                <select
                  value={level(players[side])}
                  onChange={(event) => seat(side, { kind: 'bot', level: event.currentTarget.value })}
                >
                  {levels.map((one) => (
                    <option key={one} value={one}>
                      {term('setUp.levels', one)}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </div>
        ))}
      </div>
      <p class="small soft">{t(`setUp.kinds.${humans}` as 'setUp.kinds.1')}</p>
    </Dialog>
  );
}

/** Who played it; of a game that two computers played the reader takes the first side. */
function startingPlayers([first, second]: readonly [Player, Player]): [Player, Player] {
  return first.kind === 'bot' && second.kind === 'bot' ? [{ kind: 'human' }, second] : [first, second];
}
