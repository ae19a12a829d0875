/** What can be folded away behind a row that has buttons of its own: a summary may hold none. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

interface Props {
  /** Names what is folded, for those who cannot see the row. */
  label: string;
  head: ComponentChildren;
  /** Whether it starts unfolded; a change of it folds or unfolds. */
  open: boolean;
  class?: string;
  children: ComponentChildren;
}

export function Fold({ label, head, open, class: more = '', children }: Props) {
  const id = useId();
  const [asked, setAsked] = useState(open);
  const [unfolded, setUnfolded] = useState(open);
  if (asked !== open) {
    setAsked(open);
    setUnfolded(open);
  }
  return (
    <div class={`fold ${more}`}>
      <div class="fold-head">
        <button
          type="button"
          class="plain fold-toggle"
          aria-label={label}
          aria-expanded={unfolded}
          aria-controls={unfolded ? id : undefined}
          onClick={() => setUnfolded(!unfolded)}
        >
          <Icon name={unfolded ? 'down' : 'right'} />
        </button>
        {head}
      </div>
      {unfolded && <div id={id}>{children}</div>}
    </div>
  );
}
