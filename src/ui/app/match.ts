/** A running game on the page: the session, who plays, what is selected, what is shown, and the opponent's turns. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Action } from '../../core/action.ts';
import type { AssaultEvent, GameEvent } from '../../core/event.ts';
import type { Game } from '../../core/game.ts';
import { type GameState, SEEN_TYPE, type SideIndex, UNIT_ON_MAP } from '../../core/state.ts';
import { cloneState, view } from '../../core/view.ts';
import type { Session } from '../../play/session.ts';
import { type Names, namesOf } from '../text/names.ts';
import { Chronicle, eventsFor, type LogLine, linesOf } from './chronicle.ts';
import { airFlown, IDLE, type Interaction, refresh, type Step } from './model.ts';
import { type Notebook, notebook } from './notes.ts';
import { Rewatch } from './rewatch.ts';
import type { Seen } from './seen.ts';
import type { Deputed } from './table.ts';
import { type OrderMark, orderMarks } from './takingBack.ts';

/** Where events are shown; resolves when shown or skipped. */
export interface Stage {
  show(events: readonly GameEvent[]): Promise<void>;
  skip(): void;
  /** Whether events are shown in motion; without motion `show` resolves at once. */
  moving?(): boolean;
}

export interface Thinking {
  side: SideIndex;
  level: string;
  /** Orders given so far. */
  actions: number;
  /** How far it is with thinking its turn over, 0 to 1; null when it does not. */
  share: number | null;
}

/** What the computer's side did since the person last had the move, and what the new day brought. */
export interface Digest {
  side: SideIndex;
  turn: number;
  lines: LogLine[];
  morning: LogLine[];
}

export class Match {
  /** Name of the running game in the journal. */
  readonly id: string;
  readonly game: Game;
  readonly session: Session;
  readonly names: Names;
  /** Counts changes of the game: everything derived from the session reads it. */
  readonly version = signal(0);
  /** Whose view is shown; null is an umpire's. */
  readonly eyes: Signal<SideIndex | null>;
  /** Hot-seat under fog: the side that is to take the chair. */
  readonly curtain = signal<SideIndex | null>(null);
  readonly thinking = signal<Thinking | null>(null);
  readonly paused = signal(false);
  /** The rest of the computer's turn is not shown step by step. */
  readonly hurry = signal(false);
  readonly interaction = signal<Interaction>(IDLE);
  readonly resting = signal<ReadonlySet<number>>(new Set());
  readonly looked = signal<ReadonlySet<number>>(new Set());
  readonly digest = signal<Digest | null>(null);
  /** The player's last assault, until the next order. */
  readonly fight = signal<AssaultEvent | null>(null);
  /** What the announcer says. */
  readonly said = signal('');
  readonly seen: ReadonlySignal<Seen>;
  readonly lines: ReadonlySignal<LogLine[]>;
  readonly orders: ReadonlySignal<readonly OrderMark[]>;
  /** The other side's last turn, to be watched again. */
  readonly again: Rewatch;
  readonly notes: Notebook;
  /** Another tab plays the game: no orders are taken here. */
  readonly elsewhere = signal(false);
  stage: Stage | null = null;
  readonly #chronicle: Chronicle;

  constructor(id: string, session: Session) {
    this.id = id;
    this.session = session;
    this.game = session.game;
    this.names = namesOf(session.game);
    this.#chronicle = new Chronicle(session.game, (eyes) => this.namesFor(eyes), session.options.fog);
    this.eyes = signal(eyesFor(session));
    if (this.isHotSeat && session.state.fog && !session.state.over) this.curtain.value = session.state.active;
    this.notes = notebook({
      size: session.game.size,
      eyes: this.eyes,
      notes: session.notes,
      turn: () => session.state.turn,
      keep: (notes) => {
        session.notes = notes;
      },
    });
    this.again = new Rewatch({
      session,
      stage: () => this.stage,
      told: (events) => this.#shownTo(events),
      moving: () => this.stage?.moving?.() ?? false,
    });
    this.seen = computed(() => {
      this.version.value;
      const eyes = this.eyes.value;
      const { active, over } = session.state;
      const past = this.again.past.value;
      if (past) {
        const then = eyes === null ? cloneState(past) : view(this.game, past, eyes);
        return { game: this.game, view: then, side: eyes ?? active, mayOrder: false };
      }
      const now = eyes === null ? (session.state as GameState) : session.view(eyes);
      const mine = !over && eyes === active && session.player.kind === 'human' && !this.elsewhere.value;
      const mayOrder = mine && this.curtain.value === null;
      return { game: this.game, view: now, side: eyes ?? active, mayOrder };
    });
    this.lines = computed(() => {
      this.version.value;
      return this.#chronicle.lines(session.startEvents, session.log, this.eyes.value);
    });
    this.orders = computed(() => {
      this.version.value;
      const eyes = this.eyes.value;
      const human = session.player.kind === 'human' && session.state.active === eyes;
      return human ? orderMarks(session.log, eyes, session.reach.undo) : [];
    });
    session.subscribe(() => this.#changed());
    if (this.seen.value.mayOrder) this.#report();
  }

  get deputies(): readonly Deputed[] {
    const { log, state, deputies } = this.session;
    return deputies.map((one) => {
      const { turn, side } = log[one.at] ?? { turn: state.turn, side: state.active };
      return { ...one, turn, side };
    });
  }

  get isHotSeat(): boolean {
    return this.session.options.players.every((player) => player.kind === 'human');
  }

  get isWatched(): boolean {
    return this.session.options.players.every((player) => player.kind === 'bot');
  }

  /** Names as `eyes` know them: a mere contact has none. */
  namesFor(eyes: SideIndex | null): Names {
    if (eyes === null || !this.session.options.fog) return this.names;
    const { units } = this.session.state;
    return namesOf(this.game, (unit) => {
      const now = units[unit];
      return this.game.units[unit]?.side === eyes || now?.status !== UNIT_ON_MAP || now.seen >= SEEN_TYPE;
    });
  }

  #shownTo(events: readonly GameEvent[]): GameEvent[] {
    return eventsFor(this.game, events, this.eyes.value, this.session.options.fog);
  }

  #changed(): void {
    this.version.value++;
  }

  /** Takes over an interaction step and carries its orders out one after another, showing each. */
  async take(step: Step): Promise<void> {
    this.interaction.value = step.next;
    let done = 0;
    for (const order of step.orders) if (await this.order(order)) done++;
    if (done > 0 && step.next.refusal) {
      this.interaction.value = { ...this.interaction.value, refusal: step.next.refusal };
    }
  }

  /** An order of the person: false when refused, with the reason at the place. */
  async order(action: Action): Promise<boolean> {
    if (!this.seen.value.mayOrder) return false;
    this.stage?.skip();
    const outcome = this.session.dispatch(action);
    if (!outcome.ok) {
      const hex = outcome.refusal.hex ?? orderHex(action) ?? this.interaction.value.hex;
      this.interaction.value = { ...this.interaction.value, refusal: { hex, refusal: outcome.refusal } };
      return false;
    }
    const shown = this.#shownTo(outcome.events);
    const hand = refresh(this.seen.value, this.interaction.value);
    this.interaction.value = { ...(action.type === 'air' ? airFlown(hand) : hand), target: null };
    this.fight.value = shown.find((event) => event.type === 'assault') ?? null;
    this.announce(shown);
    if (action.type === 'end') this.#handOver();
    await this.stage?.show(shown);
    return true;
  }

  /** Takes the last orders back. A field, so that a table can hand it on. */
  readonly undo = (count = 1): boolean => {
    const done = this.seen.value.mayOrder && this.session.undo(count);
    if (done) this.interaction.value = refresh(this.seen.value, this.interaction.value);
    return done;
  };

  /** Shows the other side's last turn once more, or one action of it; what is selected is let go. */
  async watchAgain(at?: number): Promise<void> {
    if (!this.seen.value.mayOrder && this.again.past.value === null) return;
    this.interaction.value = IDLE;
    if (!this.digest.value) this.#report();
    await (at === undefined ? this.again.play() : this.again.play(at, at + 1));
  }

  redo(): boolean {
    const done = this.session.redo();
    if (done) this.interaction.value = refresh(this.seen.value, this.interaction.value);
    return done;
  }

  /** After the end of a player turn: the chair changes, or stays where it was. */
  #handOver(): void {
    this.interaction.value = { ...IDLE };
    this.resting.value = new Set();
    const { active, over, fog } = this.session.state;
    if (over || this.session.player.kind === 'bot') return;
    if (this.isHotSeat) {
      if (fog) this.curtain.value = active;
      else {
        this.eyes.value = active;
        this.#report();
      }
    }
  }

  /** The next player sits down. */
  lift(): void {
    const side = this.curtain.value;
    if (side === null) return;
    this.eyes.value = side;
    this.curtain.value = null;
    this.#report();
  }

  /** An action of the computer: carried out, shown, and noted for the digest. */
  async playBot(action: Action): Promise<boolean> {
    const { turn, active } = this.session.state;
    const at = this.session.log.length;
    const outcome = this.session.dispatch(action);
    if (!outcome.ok) return false;
    const eyes = this.eyes.value;
    const shown = this.#shownTo(outcome.events);
    if (eyes !== null && eyes !== active) this.#note(shown, turn, active, at);
    this.interaction.value = refresh(this.seen.value, this.interaction.value);
    await this.stage?.show(shown);
    return true;
  }

  /** The digest from the log: everything since this side's last order before the present player turn. */
  #report(): void {
    const { log } = this.session;
    const begun = log.findLastIndex((entry) => entry.action.type === 'end') + 1;
    const last = log.findLastIndex((entry) => entry.at < begun && entry.side === this.eyes.value);
    this.digest.value = null;
    for (const { events, turn, side, at } of log.slice(last + 1, begun))
      this.#note(this.#shownTo(events), turn, side, at);
  }

  #note(events: readonly GameEvent[], turn: number, side: SideIndex, at: number): void {
    const told = linesOf(this.game, this.namesFor(this.eyes.value), events, at, { turn, side });
    const dawn = told.findIndex((line) => line.event.type === 'turn');
    const news = (lines: LogLine[]): LogLine[] => lines.filter((line) => !line.heading);
    const known = this.digest.value?.turn === turn && this.digest.value.side === side ? this.digest.value : null;
    this.digest.value = {
      side,
      turn,
      lines: [...(known?.lines ?? []), ...news(dawn < 0 ? told : told.slice(0, dawn))],
      morning: [...(known?.morning ?? []), ...news(dawn < 0 ? [] : told.slice(dawn))],
    };
  }

  announce(events: readonly GameEvent[]): void {
    const lines = linesOf(this.game, this.namesFor(this.eyes.value), events, 0, { turn: 0, side: 0 });
    const spoken = lines.map((line) => line.text);
    if (spoken.length > 0) this.said.value = spoken.slice(-6).join(' ');
  }
}

/** A person alone sees with that side's eyes; two take turns; two bots are watched by an umpire. */
function eyesFor(session: Session): SideIndex | null {
  const [first, second] = session.options.players;
  if (first.kind === 'human' && second.kind === 'human') return session.state.active;
  if (first.kind === 'human') return 0;
  return second.kind === 'human' ? 1 : null;
}

function orderHex(action: Action): number | undefined {
  if (action.type === 'move') return action.path[action.path.length - 1];
  return 'hex' in action ? action.hex : undefined;
}
