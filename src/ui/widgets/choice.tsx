import { useId } from 'preact/hooks';

interface Option<T> {
  value: T;
  label: string;
  title?: string;
}

interface Props<T> {
  /** Names the choice to those who cannot see it. */
  label: string;
  options: readonly Option<T>[];
  value: T;
  onChange: (value: T) => void;
}

/** One of a few, side by side: radio buttons in other clothes, so that arrow keys work. */
export function Choice<T>({ label, options, value, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="hush">{label}</legend>
      {options.map((option) => (
        <label key={String(option.value)} title={option.title}>
          <input
            type="radio"
            class="hush"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
