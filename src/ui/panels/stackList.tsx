/** Who stands in a hex; one click selects, Shift or the box adds. */
import { useDesk } from '../app/desk.ts';
import { select } from '../app/model.ts';
import { isOwn, stackAt } from '../app/seen.ts';
import { t } from '../text/intl.ts';
import { formatCount, formatMinutes } from '../text/names.ts';
import { CounterPicture } from '../widgets/boardParts.tsx';

export function StackList({ hex }: { hex: number }) {
  const { table, board } = useDesk();
  const seen = table.seen.value;
  const interaction = table.interaction.value;
  const units = stackAt(seen, hex);
  if (units.length < 2) return null;
  const pick = (unit: number, more: boolean): void => {
    const { selected } = interaction;
    const rest = selected.filter((one) => one !== unit);
    const next = !more ? [unit] : rest.length < selected.length ? rest : [...selected, unit];
    table.interaction.value = select(seen, interaction, next);
  };
  const own = units.filter((unit) => isOwn(seen, unit));
  return (
    <section class="stack-list">
      <div class="row-head">
        <h3 class="label">{t('unit.stack', { count: units.length })}</h3>
        {own.length > 1 && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              table.interaction.value = select(seen, interaction, own);
            }}
          >
            {t('unit.selectAll')}
          </button>
        )}
      </div>
      <ul>
        {units.map((unit) => {
          const now = seen.view.units[unit];
          const mine = isOwn(seen, unit);
          const known = mine || table.eyes.value === null || (now?.seen ?? 0) >= 2 || !seen.view.fog;
          return (
            <li key={unit}>
              <button
                type="button"
                class="stack-row"
                aria-pressed={interaction.selected.includes(unit)}
                onClick={(event) => pick(unit, event.shiftKey || event.ctrlKey)}
              >
                <CounterPicture
                  board={board.value}
                  unit={unit}
                  size={34}
                  stamp={(now?.men ?? 0) + (now?.minutes ?? 0)}
                />
                <span class="stack-name">{known ? table.names.unit(unit) : t('unit.unknown')}</span>
                <span class="small stack-number">
                  {known ? formatCount(now?.men ?? 0) : '?'} {t('unit.menShort')}
                  {mine && <> · {formatMinutes(now?.minutes ?? 0)}</>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
