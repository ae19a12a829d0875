/** The name of a number that says, when asked, what it means, how it came about, and where the rulebook has it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ClauseLink } from '../screens/rulebookSheet.tsx';
import { t } from '../text/intl.ts';

interface Props {
  children: ComponentChildren;
  about: string;
  /** How this number came about. */
  how?: string;
  clause?: string;
}

/** Milliseconds that the pointer rests before the words come, and is away before they go. */
const REST_MS = 350;
const LEAVE_MS = 250;

/** Opens by a press, by the focus of the keys, or by a resting pointer; Escape, another place or a second press closes it. */
export function Explained({ children, about, how, clause }: Props) {
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  const timer = useRef(0);
  const [open, setOpen] = useState(false);
  const soon = (value: boolean, ms: number): void => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setOpen(value), ms);
  };
  const at = (value: boolean): void => {
    clearTimeout(timer.current);
    setOpen(value);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same by press and by keys
    <span
      ref={box}
      class="explained"
      onPointerEnter={(event) => event.pointerType === 'mouse' && soon(true, REST_MS)}
      onPointerLeave={(event) => event.pointerType === 'mouse' && soon(false, LEAVE_MS)}
      onFocusOut={(event) => {
        if (!box.current?.contains(event.relatedTarget as Node | null)) at(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        at(false);
      }}
    >
      <button
        type="button"
        class="plain explain"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && at(true)}
        onClick={() => at(!open)}
      >
        {children}
      </button>
      {open && (
        <span class="explanation" id={id} role="note">
          {about} {how} {clause !== undefined && <ClauseLink clause={clause} text={t('odds.clause', { clause })} />}
        </span>
      )}
    </span>
  );
}
