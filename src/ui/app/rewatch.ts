/**
 * The other side's turn once more, from the state it began with, as the eyes saw it then. While it is shown the table shows
 * the past and takes no orders.
 */
import { signal } from '@preact/signals';
import { apply } from '../../core/apply.ts';
import type { GameEvent } from '../../core/event.ts';
import type { GameState } from '../../core/state.ts';
import { cloneState } from '../../core/view.ts';
import type { Session } from '../../play/session.ts';
import type { Stage } from './match.ts';

/** How long a report stays when nothing moves on the board, milliseconds. */
const STILL_MS = 800;

interface Shown {
  session: Session;
  stage: () => Stage | null;
  /** What the eyes learned of events. */
  told: (events: readonly GameEvent[]) => GameEvent[];
  /** Whether the board shows events in motion. */
  moving: () => boolean;
}

export class Rewatch {
  /** The state shown instead of the present one; null when none is. */
  readonly past = signal<GameState | null>(null);
  /** Position of the action that is being shown, -1 for none. */
  readonly at = signal(-1);
  readonly #shown: Shown;
  #run = 0;

  constructor(shown: Shown) {
    this.#shown = shown;
  }

  /** Where the other side's last turn lies in the log: from its first action to the one that ended it. Null before there is one. */
  get span(): { from: number; to: number } | null {
    const { turnStarts } = this.#shown.session;
    const begun = turnStarts.at(-2);
    const now = turnStarts.at(-1);
    return begun && now ? { from: begun.at, to: now.at } : null;
  }

  /** Shows the whole turn, or a part of it: the actions `from` to `to` (not included). Resolves at its end or when stopped. */
  async play(from?: number, to?: number): Promise<void> {
    const { session, stage, told, moving } = this.#shown;
    const { span } = this;
    const start = session.turnStarts.at(-2);
    if (!span || !start) return;
    this.stop();
    const run = this.#run;
    const state = cloneState(start.state);
    const first = Math.max(span.from, from ?? span.from);
    const last = Math.min(span.to, to ?? span.to);
    const { log } = session;
    for (let at = span.from; at < last; at++) {
      const entry = log[at];
      if (!entry) break;
      const events = told(entry.events);
      const visible = at >= first && events.length > 0;
      if (visible) {
        this.past.value = cloneState(state);
        this.at.value = at;
      }
      apply(session.game, state, entry.action);
      if (!visible) continue;
      await stage()?.show(events);
      if (this.#run !== run) return;
      this.past.value = cloneState(state);
      if (!moving()) await new Promise((resolve) => setTimeout(resolve, STILL_MS));
      if (this.#run !== run) return;
    }
    this.stop();
  }

  /** Back to the present. */
  stop(): void {
    this.#run++;
    this.at.value = -1;
    if (this.past.value === null) return;
    this.past.value = null;
    this.#shown.stage()?.skip();
  }
}
