/** One decision: its dates and cost, what it asks for, what it brings, and taking it. */
import type { DecisionFacts } from '../app/decisions.ts';
import { useDesk } from '../app/desk.ts';
import { conditionText, effectText } from '../app/wording.ts';
import { t } from '../text/intl.ts';
import { formatDate } from '../text/names.ts';
import { ConfirmButton } from '../widgets/confirm.tsx';
import { Icon } from '../widgets/icon.tsx';
import { SourceNote } from './sourceNote.tsx';

export function DecisionCard({ facts, fresh }: { facts: DecisionFacts; fresh: boolean }) {
  const { table, order } = useDesk();
  const { game, names } = table;
  const seen = table.seen.value;
  const { data, status, taken } = facts;
  const title = names.text(`decision.${data.id}.title`, data.title);
  const other = names.side(1 - seen.side);
  const asks = facts.asks.map((one) => ({ ...one, text: conditionText(game, names, one.when) }));
  const brings = data.effects.map((effect) => effectText(game, names, effect)).filter((text) => text !== '');
  return (
    <article class={`decision ${status}`} aria-label={title}>
      <header class="row-head">
        <h3>{title}</h3>
        {fresh && <span class="chip warn">{t('command.fresh')}</span>}
      </header>
      <p class="small soft">
        {taken
          ? `${t('command.takenOn', { date: names.date(taken.turn) })}, ${taken.done === 1 ? t('command.done') : t('command.pending')}`
          : t('command.dates', { from: formatDate(data.from), until: formatDate(data.until) })}
        {' · '}
        {t('command.cost', { points: data.cost, side: other })}
      </p>
      <p>{names.text(`decision.${data.id}.text`, data.text)}</p>
      {asks.length > 0 && !taken && (
        <div class="asks">
          <span class="label">{facts.any ? t('command.asksAny') : t('command.asks')}</span>
          <ul>
            {asks.map((one) => (
              <li key={one.text}>
                <Icon name={one.met ? 'check' : 'close'} />
                <span>
                  {one.text}: <b>{one.met ? t('command.met') : t('command.notMet')}</b>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {brings.length > 0 && (
        <p class="small">
          <span class="label">{t('command.brings')}</span> ({t('command.after', { days: data.delayDays })}){' '}
          {brings.join(t('common.semicolon'))}
        </p>
      )}
      <SourceNote of={`decision.${data.id}`} data={data} />
      {status === 'open' && seen.mayOrder && (
        <ConfirmButton
          label={t('command.take')}
          question={t('command.ask', { title })}
          yes={t('command.take')}
          icon="check"
          primary
          onYes={() => order({ type: 'decide', decision: facts.decision })}
        />
      )}
    </article>
  );
}
