import { t } from '../text/intl.ts';
import { Icon } from './icon.tsx';

interface Props {
  label: string;
  value: number;
  most: number;
  onChange: (value: number) => void;
}

/** Sorties one by one, or all at once. */
export function SortieStepper({ label, value, most, onChange }: Props) {
  return (
    <span class="stepper">
      <button type="button" aria-label={t('air.fewer')} disabled={value <= 1} onClick={() => onChange(value - 1)}>
        <Icon name="minus" />
      </button>
      <input
        type="text"
        inputMode="numeric"
        aria-label={label}
        value={value}
        onChange={(event) => {
          const wanted = Number.parseInt(event.currentTarget.value, 10);
          const next = Number.isNaN(wanted) ? value : Math.max(1, Math.min(most, wanted));
          event.currentTarget.value = String(next);
          onChange(next);
        }}
      />
      <button type="button" aria-label={t('air.more')} disabled={value >= most} onClick={() => onChange(value + 1)}>
        <Icon name="plus" />
      </button>
    </span>
  );
}
