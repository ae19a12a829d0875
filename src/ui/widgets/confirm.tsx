/** A button that asks before it acts: the question takes its place, and the answer no goes back. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../text/intl.ts';
import { Icon, type IconName } from './icon.tsx';

interface Props {
  label: string;
  question: string;
  yes: string;
  icon?: IconName;
  primary?: boolean;
  onYes: () => void;
}

export function ConfirmButton({ label, question, yes, icon, primary, onYes }: Props) {
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const start = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  // The focus follows the question, and comes back when it is answered no.
  useLayoutEffect(() => {
    if (asking) first.current?.focus();
    else if (asked.current) start.current?.focus();
    asked.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <button type="button" ref={start} class={primary ? 'primary' : ''} onClick={() => setAsking(true)}>
        {icon && <Icon name={icon} />} {label}
      </button>
    );
  }
  return (
    <div class="confirm" role="alertdialog" aria-label={label}>
      <p>{question}</p>
      <div class="button-row">
        <button
          type="button"
          ref={first}
          class="primary"
          onClick={() => {
            setAsking(false);
            onYes();
          }}
        >
          {yes}
        </button>
        <button type="button" onClick={() => setAsking(false)}>
          {t('common.cancel')}
        </button>
      </div>
    </div>
  );
}
