/** The parts of the page that F6 goes round, and giving them the focus. */

/** In the order of the page; those that are not there or not shown are passed over. */
const AREAS = ['.top-bar', '.board-host', '.tool-column', '.coach', '.side-panel', '.replay-bar'];

const FOCUSABLE = 'button:not(:disabled), a[href], input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';

const shown = (node: HTMLElement): boolean => node.getClientRects().length > 0;

/** Focuses the next (or, with -1, previous) part; true when there was one. */
export function goToArea(by: 1 | -1): boolean {
  const areas = AREAS.flatMap((area) => [...document.querySelectorAll<HTMLElement>(area)].slice(0, 1)).filter(shown);
  const now = document.activeElement;
  const at = areas.findIndex((area) => area === now || area.contains(now));
  const from = at < 0 ? (by > 0 ? -1 : 0) : at;
  for (let n = 1; n <= areas.length; n++) {
    const area = areas[(from + by * n + areas.length * 2) % areas.length] as HTMLElement;
    if (focusIn(area)) return true;
  }
  return false;
}

function focusIn(area: HTMLElement): boolean {
  const target = area.matches('[tabindex]')
    ? area
    : [...area.querySelectorAll<HTMLElement>(FOCUSABLE)].find((one) => shown(one));
  target?.focus();
  return target !== undefined && document.activeElement === target;
}

/** Gives the keys to the map: a button pressed before must not take the Enter meant for a hex. */
export function focusMap(): void {
  document.querySelector<HTMLElement>('.board-host')?.focus({ preventScroll: true });
}

/** Gives the keys to the small map in the corner. */
export function focusMiniMap(): boolean {
  const map = document.querySelector<HTMLElement>('.minimap[tabindex]');
  map?.focus();
  return map !== null;
}
