/** One stop of the Tab key for a row of buttons; arrow keys go along it. */
const ITEMS = 'button:not(:disabled), [role=tab]:not(:disabled)';

/** Key handler of a `tablist` or `toolbar`: arrows, Home and End move the focus among its buttons, round and round. */
export function rove(event: KeyboardEvent): void {
  const row = event.currentTarget as HTMLElement;
  const items = [...row.querySelectorAll<HTMLElement>(ITEMS)].filter((item) => item.getClientRects().length > 0);
  const at = items.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  const last = items.length - 1;
  let to = at;
  if (event.key === 'ArrowRight' || event.key === 'ArrowDown') to = at === last ? 0 : at + 1;
  else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') to = at === 0 ? last : at - 1;
  else if (event.key === 'Home') to = 0;
  else if (event.key === 'End') to = last;
  else return;
  event.preventDefault();
  event.stopPropagation();
  for (const [i, item] of items.entries()) item.tabIndex = i === to ? 0 : -1;
  items[to]?.focus();
}
