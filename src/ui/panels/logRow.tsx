/** One line of the log, an order that can be taken back, or the wall before those that can't. */
import type { LogLine } from '../app/chronicle.ts';
import { useDesk } from '../app/desk.ts';
import type { Deputed } from '../app/table.ts';
import type { OrderMark } from '../app/takingBack.ts';
import { deputyText } from '../text/deputies.ts';
import { t } from '../text/intl.ts';
import { orderText } from '../text/orders.ts';
import { Icon } from '../widgets/icon.tsx';

interface Props {
  line: LogLine;
  onMoment?: (line: LogLine) => void;
  /** It is what is being shown. */
  current?: boolean;
  /** It comes after the moment shown. */
  ahead?: boolean;
}

export function LogRow({ line, onMoment, current, ahead }: Props) {
  const { table, show } = useDesk();
  const { sides } = table.game.data.scenario;
  const more = `${ahead ? ' ahead' : ''}${current ? ' current' : ''}`;
  if (line.event.type === 'turn') return <li class={`log-turn${more}`}>{line.text}</li>;
  if (line.event.type === 'playerTurn') {
    return (
      <li class={`log-side${more}`}>
        <span class="swatch" style={{ '--side': sides[line.event.side]?.colour }} /> {line.text}
      </li>
    );
  }
  if (line.hex < 0 && !onMoment) return <li class={`log-line ${line.kind}${more}`}>{line.text}</li>;
  return (
    <li class={`log-line ${line.kind}${more}`} style={{ '--side': sides[line.side]?.colour ?? 'transparent' }}>
      <button
        type="button"
        aria-current={current ? 'step' : undefined}
        onClick={() => {
          onMoment?.(line);
          if (line.hex >= 0) show(line.hex);
        }}
      >
        {line.text}
      </button>
    </li>
  );
}

/** After the lines of an order of this turn: the way back, or why there is none. */
export function OrderRow({ mark, told, onUndo }: { mark: OrderMark; told: boolean; onUndo: (count: number) => void }) {
  const { table } = useDesk();
  const { undo, wall, entry } = mark;
  return (
    <>
      {(!told || undo > 0) && (
        <li class={`log-order${told ? '' : ' bare'}`}>
          <span>{!told && t('undo.own', { order: orderText(entry.action, table.names) })}</span>
          {undo > 0 && (
            <button
              type="button"
              class="plain"
              title={t('undo.hereAbout', { count: undo, rest: undo - 1 })}
              onClick={() => onUndo(undo)}
            >
              <Icon name="undo" /> {t('undo.here')}
            </button>
          )}
        </li>
      )}
      {wall && (
        <li class="log-wall">
          <span>{t(`undo.wall.${wall}`)}</span>
        </li>
      )}
    </>
  );
}

/** Before the lines of a player turn in which the computer was not waited for. */
export function DeputyRow({ deputed }: { deputed: Deputed }) {
  const { table } = useDesk();
  return <li class="log-line news deputy">{deputyText(deputed, table.names)}</li>;
}
