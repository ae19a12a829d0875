/** One decision: its dates and cost, what it asks for, what it brings, and taking it. */
import type { DecisionFacts } from '../app/decisions.ts';
import { useDesk } from '../app/desk.ts';
import { conditionText, effectText } from '../app/wording.ts';
import { en } from '../text/en.ts';
import { formatDate } from '../text/names.ts';
import { ConfirmButton } from '../widgets/confirm.tsx';
import { Icon } from '../widgets/icon.tsx';
import { SourceNote } from './sourceNote.tsx';

export function DecisionCard({ facts, fresh }: { facts: DecisionFacts; fresh: boolean }) {
  const { table, order } = useDesk();
  const { game, names } = table;
  const seen = table.seen.value;
  const { data, status, taken } = facts;
  const other = names.side(1 - seen.side);
  const asks = facts.asks.map((one) => ({ ...one, text: conditionText(game, names, one.when) }));
  const brings = data.effects.map((effect) => effectText(game, names, effect)).filter((text) => text !== '');
  return (
    <article class={`decision ${status}`} aria-label={data.title}>
      <header class="row-head">
        <h3>{data.title}</h3>
        {fresh && <span class="chip warn">{en.command.fresh}</span>}
      </header>
      <p class="small soft">
        {taken
          ? `${en.command.takenOn(names.date(taken.turn))}, ${taken.done === 1 ? en.command.done : en.command.pending}`
          : en.command.dates(formatDate(data.from), formatDate(data.until))}
        {' · '}
        {en.command.cost(data.cost, other)}
      </p>
      <p>{data.text}</p>
      {asks.length > 0 && !taken && (
        <div class="asks">
          <span class="label">{facts.any ? en.command.asksAny : en.command.asks}</span>
          <ul>
            {asks.map((one) => (
              <li key={one.text}>
                <Icon name={one.met ? 'check' : 'close'} />
                <span>
                  {one.text}: <b>{one.met ? en.command.met : en.command.notMet}</b>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {brings.length > 0 && (
        <p class="small">
          <span class="label">{en.command.brings}</span> ({en.command.after(data.delayDays)}) {brings.join('; ')}.
        </p>
      )}
      <SourceNote data={data} />
      {status === 'open' && seen.mayOrder && (
        <ConfirmButton
          label={en.command.take}
          question={en.command.ask(data.title)}
          yes={en.command.take}
          icon="check"
          primary
          onYes={() => order({ type: 'decide', decision: facts.decision })}
        />
      )}
    </article>
  );
}
