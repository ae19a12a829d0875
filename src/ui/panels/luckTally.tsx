/** How kind the dice have been to either side, over all fights that are known. */
import { useDesk } from '../app/desk.ts';
import { type LuckPart, luckTally, luckWord } from '../app/luck.ts';
import { t } from '../text/intl.ts';
import { formatCount } from '../text/names.ts';

export function LuckTallyTable() {
  const { table } = useDesk();
  const { side } = table.seen.value;
  const events = table.lines.value.map((line) => line.event);
  const tally = luckTally(table.game, events, side);
  const rows: { name: string; part: LuckPart }[] = [
    { name: t('plan.luck.attacks'), part: tally.attacks },
    { name: t('plan.luck.defences'), part: tally.defences },
    { name: t('plan.luck.all'), part: tally },
  ];
  return (
    <section class="luck-tally">
      <h3 class="label">{t('common.labelled', { label: t('plan.luck.title'), text: table.names.side(side) })}</h3>
      {tally.fights === 0 ? (
        <p class="small soft">{t('plan.luck.none')}</p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <td />
                <th class="num">{t('plan.luck.fights')}</th>
                <th class="num">{t('plan.luck.mean')}</th>
                <th>{t('plan.luck.word')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, part }) => (
                <tr key={name} class={part === tally ? 'sum' : ''}>
                  <td>{name}</td>
                  <td class="num">{formatCount(part.fights)}</td>
                  <td class="num">{part.fights === 0 ? '–' : formatCount(part.mean / 10)}</td>
                  <td>{part.fights === 0 ? '–' : t(`plan.luck.words.${luckWord(part.mean)}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="small">
            {t('plan.luck.percentile', { percentile: tally.percentile, side: table.names.side(side) })}{' '}
            {t('plan.luck.percentile', { percentile: 100 - tally.percentile, side: table.names.side(1 - side) })}
          </p>
          <p class="small soft">{t('plan.luck.about')}</p>
        </>
      )}
    </section>
  );
}
