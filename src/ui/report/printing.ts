/** Whether the page is being printed: then all that is folded is shown, since paper has nothing to press. */
import { signal } from '@preact/signals';

const printing = signal(false);

if (typeof window !== 'undefined') {
  const media = window.matchMedia('print');
  media.addEventListener('change', () => {
    printing.value = media.matches;
  });
  // Before the pages are laid out; the change of the medium may come too late for that.
  window.addEventListener('beforeprint', () => {
    printing.value = true;
  });
  window.addEventListener('afterprint', () => {
    printing.value = false;
  });
}

/** Reading it in a component draws the component anew for paper and back. */
export function isPrinting(): boolean {
  return printing.value;
}
