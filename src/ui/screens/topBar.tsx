/** Date, turn, phases, weather, score, undo and the end of the turn. */
import { GROUNDS, WEATHERS } from '../../core/scenario.ts';
import { openDecisions } from '../app/decisions.ts';
import type { Thinking } from '../app/match.ts';
import { DEPUTY } from '../app/opponentLink.ts';
import { standing } from '../app/score.ts';
import type { Table } from '../app/table.ts';
import { t, term } from '../text/intl.ts';
import { formatCount, formatTurn } from '../text/names.ts';
import { Icon } from '../widgets/icon.tsx';

/** The phases of a game turn; `current` is lit. */
export function PhaseBar({ table }: { table: Table }) {
  const { view } = table.seen.value;
  const { sides } = table.game.data.scenario;
  const order = table.game.firstSide === 0 ? [0, 1] : [1, 0];
  const phases = [
    { id: 'supply', name: t('top.supplyPhase'), lit: false, colour: 'transparent' },
    ...order.map((side) => ({
      id: `side${side}`,
      name: t('top.sidePhase', { adjective: table.names.adjective(side) }),
      lit: !view.over && view.active === side,
      colour: sides[side]?.colour ?? 'transparent',
    })),
    { id: 'end', name: t('top.endPhase'), lit: view.over, colour: 'transparent' },
  ];
  return (
    <ol class="phase-bar" aria-label={t('top.phases')}>
      {phases.map((phase) => (
        <li key={phase.id} class={phase.lit ? 'lit' : ''} aria-current={phase.lit ? 'step' : undefined}>
          {phase.colour !== 'transparent' && <i class="swatch" style={{ '--side': phase.colour }} />}
          {phase.name}
        </li>
      ))}
    </ol>
  );
}

export function TurnFacts({ table }: { table: Table }) {
  const { view } = table.seen.value;
  const weather = WEATHERS[view.weather] ?? 'clear';
  const ground = GROUNDS[view.ground] ?? 'dry';
  return (
    <>
      <div class="top-date" data-part="date">
        <b>{formatTurn(table.game, view.turn)}</b>
        <span>{t('top.turn', { turn: view.turn, turns: table.game.turns })}</span>
      </div>
      <PhaseBar table={table} />
      <div class="top-weather" title={t('top.weatherAbout')}>
        <span>
          <Icon name={weather} /> {t(`terms.weathers.${weather}`)}
        </span>
        <span>
          <Icon name={ground} /> {t(`terms.grounds.${ground}`)}
        </span>
      </div>
    </>
  );
}

export function Score({ table }: { table: Table }) {
  const seen = table.seen.value;
  const score = standing(table.game, seen.view);
  const { sides } = table.game.data.scenario;
  const grade = table.names.grade(score.grade);
  return (
    <div class="top-score" data-part="score" title={t('top.scoreAbout', { grade })}>
      {sides.map((side, i) => (
        <span key={side.id}>
          <i class="swatch" style={{ '--side': side.colour }} />
          <span class="hush">{table.names.side(i)}</span> {formatCount(score.points[i as 0 | 1])}
        </span>
      ))}
    </div>
  );
}

/** How many decisions are open, and whether one of them is new to the player. Nothing while there is none. */
export function DecisionBadge({ table, onOpen }: { table: Table; onOpen: () => void }) {
  const seen = table.seen.value;
  const open = seen.mayOrder ? openDecisions(seen) : [];
  if (open.length === 0) return null;
  const fresh = open.some((decision) => !table.looked.value.has(decision));
  return (
    <button
      type="button"
      class={fresh ? 'night decision-badge fresh' : 'night decision-badge'}
      title={t('command.top', { count: open.length })}
      aria-label={`${t('command.top', { count: open.length })}${fresh ? `, ${t('command.fresh')}` : ''}`}
      onClick={onOpen}
    >
      <Icon name="scroll" /> <span>{t('command.topShort', { count: open.length })}</span>
      {fresh && <small aria-hidden="true">{t('command.fresh')}</small>}
    </button>
  );
}

interface EndProps {
  table: Table;
  idle: number;
  thinking: Thinking | null;
  onEnd: () => void;
  /** Spares the rest of the computer's turn; null when nothing is being shown. */
  onSkip: (() => void) | null;
  /** Ends the computer's thinking its turn over. */
  onDecide: () => void;
}

/** The button that ends the player turn, or what the computer is doing. */
export function EndTurn({ table, idle, thinking, onEnd, onSkip, onDecide }: EndProps) {
  const seen = table.seen.value;
  if (thinking && thinking.share !== null)
    return <Weighing level={thinking.level} share={thinking.share} onDecide={onDecide} />;
  if (thinking) {
    return (
      <div class="top-thinking" role="status">
        <i class="spinner" aria-hidden="true" />
        <span>
          {t('top.thinking', { adjective: table.names.adjective(thinking.side) })}{' '}
          <small>{t('top.actions', { count: thinking.actions })}</small>
        </span>
        {onSkip && (
          <button type="button" class="night" title={t('top.skipAbout')} onClick={onSkip}>
            <Icon name="skip" /> {t('top.skip')}
          </button>
        )}
      </div>
    );
  }
  return (
    <button type="button" class="primary end-turn" data-part="endTurn" disabled={!seen.mayOrder} onClick={onEnd}>
      <span>{t('top.endTurn')}</span>
      {seen.mayOrder && <small>{idle > 0 ? t('top.idle', { count: idle }) : t('top.allDone')}</small>}
    </button>
  );
}

interface WeighingProps {
  level: string;
  share: number;
  onDecide: () => void;
}

/** How far the computer is with thinking its turn over, and a way not to wait for it. */
export function Weighing({ level, share, onDecide }: WeighingProps) {
  const text = t('thinking.weighs', { level: term('setUp.levels', level), percent: Math.floor(share * 100) });
  const deputy = term('setUp.levels', DEPUTY);
  return (
    <div class="top-thinking weighing">
      <label>
        <span>{text}</span>
        <progress value={share} max={1} />
      </label>
      <button type="button" class="night" title={t('thinking.decideAbout', { level: deputy })} onClick={onDecide}>
        {t('thinking.decide')}
      </button>
    </div>
  );
}
