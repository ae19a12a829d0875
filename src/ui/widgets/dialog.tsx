import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../text/intl.ts';
import { Icon } from './icon.tsx';

interface Props {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  foot?: ComponentChildren;
  wide?: boolean;
}

/** A modal sheet: Escape and the cross close it, focus stays inside and goes back after. */
export function Dialog({ title, onClose, children, foot, wide }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  // Before the next key: what is typed after the key that opens a sheet belongs to the sheet.
  useLayoutEffect(() => {
    const node = box.current;
    node?.showModal();
    // The cross comes first in the page, but who is asked for something wants to type, and who is asked yes or no to answer; a field aside of what is read first waits.
    node
      ?.querySelector<HTMLElement>(
        '.dialog-body input:not([data-aside="true"]), .dialog-body textarea:not([readonly]), .dialog-foot .primary',
      )
      ?.focus();
    return () => node?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape, which the browser turns into cancel, does the same
    <dialog
      ref={box}
      class={wide ? 'wide' : ''}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === box.current) onClose();
      }}
    >
      <header class="dialog-head">
        <h2>{title}</h2>
        <button type="button" class="plain" onClick={onClose} aria-label={t('common.close')}>
          <Icon name="close" />
        </button>
      </header>
      <div class="dialog-body">{children}</div>
      {foot && <footer class="dialog-foot">{foot}</footer>}
    </dialog>
  );
}
