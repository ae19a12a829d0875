/** Sends keys to the commands of a screen. */
import { pressOf } from '../app/chords.ts';
import { type Command, commandOf, type KeyPlace } from '../app/keys.ts';
import { settings } from '../app/settings.ts';

/** Fields keep what is typed into them; ticks, radio buttons and sliders keep the keys that work them. */
function keepsKey(target: HTMLElement | null, key: string): boolean {
  const field = target?.closest('input, select, textarea');
  if (!field) return false;
  if (!(field instanceof HTMLInputElement) || ['text', 'search', 'number'].includes(field.type)) return true;
  return key.startsWith('Arrow') || key === ' ' || key === 'Home' || key === 'End';
}

/** What has the focus works by its own keys: buttons by Enter and Space, a row of tabs by arrows, the small map likewise. */
function worksByItself(target: HTMLElement | null, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) return false;
  if (event.key === 'Enter' || event.key === ' ') return target?.closest('button, summary, a') != null;
  if (/^(Arrow|Home|End|Page)/.test(event.key))
    return target?.closest('[role=tablist], [role=toolbar], .minimap') != null;
  return false;
}

/**
 * Listens until the answer is called. Nothing is sent while a dialog is open or while something is being typed. Tab is a
 * command only on the map itself, and after Escape it leaves the map as it leaves anything else.
 */
export function listenForKeys(commands: { run(command: Command): boolean }, place: KeyPlace): () => void {
  let leaving = false;
  const listen = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement | null;
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    if (keepsKey(target, event.key) || worksByItself(target, event)) return;
    const onMap = target?.closest('.board-host') != null;
    const press = pressOf(event);
    if (!press) return;
    const isTab = press.key === 'Tab';
    if (isTab && (!onMap || leaving)) return;
    if (!isTab && press.key !== 'Shift') leaving = press.key === 'Escape';
    const command = commandOf(press, place, settings.value.keys);
    if (command && commands.run(command)) event.preventDefault();
  };
  addEventListener('keydown', listen);
  return () => removeEventListener('keydown', listen);
}
