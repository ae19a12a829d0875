/** A slider over days or turns, with a step to either side; the date is said, not its number. */
import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';

interface Props {
  labels: { label: string; earlier: string; later: string };
  value: number;
  first: number;
  last: number;
  /** The date that the value stands for. */
  text: string;
  onChange: (value: number) => void;
}

export function DateSlider({ labels, value, first, last, text, onChange }: Props) {
  const id = useId();
  return (
    <div class="day-bar">
      <label for={id}>{labels.label}</label>
      <button type="button" aria-label={labels.earlier} disabled={value <= first} onClick={() => onChange(value - 1)}>
        <Icon name="stepBack" />
      </button>
      <input
        id={id}
        type="range"
        data-aside="true"
        min={first}
        max={last}
        value={value}
        aria-valuetext={text}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
      <button type="button" aria-label={labels.later} disabled={value >= last} onClick={() => onChange(value + 1)}>
        <Icon name="stepOn" />
      </button>
      <output for={id}>{text}</output>
    </div>
  );
}
