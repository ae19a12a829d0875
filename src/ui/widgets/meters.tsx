/** Small pictures of numbers; each stands beside the number itself. */
import type { LossRange } from '../../core/odds.ts';
import { t } from '../text/intl.ts';
import { formatCount, formatShare } from '../text/names.ts';

/** A share in thousandths as a bar; low values warn unless `high` is the bad end. */
export function Bar({ value, high }: { value: number; high?: boolean }) {
  const bad = high ? 1000 - value : value;
  const tone = bad < 300 ? 'bad' : bad < 550 ? 'warn' : '';
  return (
    <span class={`bar ${tone}`} aria-hidden="true">
      <i style={{ width: `${Math.max(0, Math.min(1000, value)) / 10}%` }} />
    </span>
  );
}

/** The three outcomes of an assault as one bar, with their shares written in. */
export function ChanceBar({ gaveWay, undecided, stopped }: { gaveWay: number; undecided: number; stopped: number }) {
  const parts = [
    { id: 'win', value: gaveWay, name: t('odds.gaveWay') },
    { id: 'draw', value: undecided, name: t('odds.undecided') },
    { id: 'loss', value: stopped, name: t('odds.stopped') },
  ];
  return (
    <div class="chances" role="status">
      <div class="chance-bar" aria-hidden="true">
        {parts.map(({ id, value }) => (
          <i key={id} class={id} style={{ width: `${value / 10}%` }} />
        ))}
      </div>
      <dl>
        {parts.map(({ id, value, name }) => (
          <div key={id} class={id}>
            <dt>{name}</dt>
            <dd>{formatShare(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Expected losses of both sides on one scale: whisker from the 5th to the 95th percentile, tick at the middle. */
export function LossChart({ rows }: { rows: { name: string; range: LossRange; colour: string }[] }) {
  const most = Math.max(10, ...rows.map((row) => row.range.p95));
  const at = (value: number): string => `${(value / most) * 100}%`;
  return (
    <div class="loss-chart">
      {rows.map(({ name, range, colour }) => (
        <div key={name} class="loss-row">
          <span class="loss-name">{name}</span>
          <span class="loss-line" aria-hidden="true">
            <i
              class="whisker"
              style={{ left: at(range.p5), width: at(Math.max(0, range.p95 - range.p5)), background: colour }}
            />
            <i class="middle" style={{ left: at(range.p50) }} />
          </span>
          <span class="loss-number">
            {t('odds.range', {
              low: formatCount(range.p5),
              middle: formatCount(range.p50),
              high: formatCount(range.p95),
            })}
          </span>
        </div>
      ))}
    </div>
  );
}
