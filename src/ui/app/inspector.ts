/**
 * The bot inspector of a replay: what the computer made of its player turn and why it gave each order, found again when
 * somebody asks, and kept. Seen through the other side's eyes, and of a game that a person still plays against it, it says
 * nothing.
 */
import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { Tasking } from '../../bots/appreciation.ts';
import type { Action } from '../../core/action.ts';
import type { GameState } from '../../core/state.ts';
import type { InspectedOrder, Inspection } from '../../play/inspection.ts';
import type { Player } from '../../play/record.ts';
import type { TurnMark } from '../../play/replay.ts';
import type { Arrow } from '../board/contract.ts';
import { type Names, namesOf } from '../text/names.ts';
import { InspectorLink, type Thinker } from './inspectorLink.ts';
import type { ReplayDesk } from './replayDesk.ts';

export const INSPECTOR_TOPICS = ['orders', 'tasks', 'enemies', 'courses'] as const;
export type InspectorTopic = (typeof INSPECTOR_TOPICS)[number];

/** Whether there is something to see of the player turn at hand, or why not. */
export type Standing = 'open' | 'person' | 'otherEyes' | 'underWay' | 'otherRules';

export type Inspecting =
  | { state: 'idle' }
  /** `share`: how far it is, 0 to 1. */
  | { state: 'running'; share: number }
  | { state: 'cancelled' }
  /** The computer that played it is not to be had, or its turn not to be come to. */
  | { state: 'none' }
  | { state: 'failed'; reason: string }
  | { state: 'done'; inspection: Inspection };

/** What is pointed out on the map: units ringed, and arrows to where they are to go. */
export interface Pointed {
  units: readonly number[];
  arrows: readonly Arrow[];
}

/** A turn that the reader only passes on the way to another is not thought over, milliseconds. */
const REST_MS = 150;

export class Inspector {
  readonly open = signal(false);
  readonly topic = signal<InspectorTopic>('orders');
  /** The player turn at hand, as its index in `Replay.turns`. */
  readonly turn: ReadonlySignal<number>;
  readonly standing: ReadonlySignal<Standing>;
  readonly work: ReadonlySignal<Inspecting>;
  /** The task picked, by its index in the appreciation. */
  readonly task: Signal<number | null> = signal(null);
  /** The last order given at the moment shown, by its index in the player turn; -1 before the first. */
  readonly current: ReadonlySignal<number>;
  readonly pointed: ReadonlySignal<Pointed | null>;
  readonly #desk: ReplayDesk;
  readonly #thinker: Thinker;
  readonly #work = signal<Inspecting>({ state: 'idle' });
  readonly #found = new Map<number, Inspection | null>();
  /** The turn that is being thought over, or was called off last. */
  #turn = -1;
  #run = 0;
  #thinking = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  readonly #unwatch: () => void;

  constructor(desk: ReplayDesk, thinker: Thinker = new InspectorLink(desk.game.data, desk.replay.record)) {
    this.#desk = desk;
    this.#thinker = thinker;
    const { turns, record, mismatch } = desk.replay;
    this.turn = computed(() => turns.findLastIndex((mark) => mark.at <= desk.at.value));
    this.standing = computed(() => {
      const { side } = this.mark;
      const eyes = desk.eyes.value;
      if (record.players[side].kind !== 'bot') return 'person';
      if (desk.underWay && record.players.some((player) => player.kind === 'human')) return 'underWay';
      if (eyes !== null && eyes !== side) return 'otherEyes';
      return mismatch ? 'otherRules' : 'open';
    });
    this.work = computed(() => (this.standing.value === 'open' ? this.#work.value : { state: 'idle' }));
    this.current = computed(() => desk.at.value - this.mark.at - 1);
    this.pointed = computed(() => {
      const work = this.work.value;
      if (!this.open.value || work.state !== 'done') return null;
      const { appreciation, orders } = work.inspection;
      const task = this.task.value === null ? null : appreciation?.tasks[this.task.value];
      if (task) return pointedTask(desk.seen.value.view, task);
      const order = orders[this.current.value];
      return order ? { units: unitsOf(order.action), arrows: [] } : null;
    });
    this.#unwatch = effect(() => {
      const asked = this.open.value && this.standing.value === 'open';
      const turn = this.turn.value;
      untracked(() => {
        if (turn !== this.#turn) this.task.value = null;
        if (asked) this.#attend(turn);
      });
    });
  }

  /** Whether a computer played at all. */
  get isOffered(): boolean {
    return this.#desk.replay.record.players.some((player) => player.kind === 'bot');
  }

  /** The player turn at hand. */
  get mark(): TurnMark {
    return this.#desk.replay.turns[this.turn.value] as TurnMark;
  }

  /** Who played it. */
  get player(): Player {
    return this.#desk.replay.record.players[this.mark.side];
  }

  /** Names as the eyes knew them in the player turn. */
  namesFor({ nameless }: Inspection): Names {
    const { eyes, names, game } = this.#desk;
    if (eyes.value === null) return names;
    const unknown = new Set(nameless);
    return namesOf(game, (unit) => !unknown.has(unit));
  }

  /** Thinks the player turn at hand over again, when that was called off or broke down. */
  again(): void {
    this.#begin(this.turn.value);
  }

  /** Drops what is under way. */
  cancel(): void {
    this.#drop();
    this.#work.value = { state: 'cancelled' };
  }

  /** Picks a task, or the one picked no more. */
  pickTask(index: number): void {
    this.task.value = this.task.value === index ? null : index;
  }

  /** Goes to the moment after an order; the end of the player turn is shown by the moment before it. */
  goTo({ at, action }: InspectedOrder): void {
    this.task.value = null;
    this.#desk.seek(action.type === 'end' ? at : at + 1);
  }

  /** The next or previous player turn that a computer played and that may be looked into; null when there is none. */
  turnBeside(by: 1 | -1): TurnMark | null {
    const { replay, eyes } = this.#desk;
    const { players } = replay.record;
    for (let i = this.turn.value + by; i >= 0 && i < replay.turns.length; i += by) {
      const mark = replay.turns[i] as TurnMark;
      if (players[mark.side].kind === 'bot' && (eyes.value ?? mark.side) === mark.side) return mark;
    }
    return null;
  }

  /** To the start of it. */
  seekTurn(by: 1 | -1): void {
    const mark = this.turnBeside(by);
    if (mark) this.#desk.seek(mark.at);
  }

  close(): void {
    this.#unwatch();
    this.#drop();
    this.#thinker.stop();
  }

  #attend(turn: number): void {
    if (turn === this.#turn) return;
    this.#drop();
    this.#turn = turn;
    if (this.#found.has(turn)) this.#show(turn);
    else {
      this.#work.value = { state: 'running', share: 0 };
      this.#rest = setTimeout(() => this.#begin(turn), REST_MS);
    }
  }

  #drop(): void {
    clearTimeout(this.#rest);
    if (this.#thinking) this.#thinker.stop();
    this.#thinking = false;
    this.#run++;
  }

  #begin(turn: number): void {
    const run = ++this.#run;
    this.#turn = turn;
    this.#thinking = true;
    this.#work.value = { state: 'running', share: 0 };
    const tell = (share: number): void => {
      if (run === this.#run) this.#work.value = { state: 'running', share };
    };
    this.#thinker.inspect(turn, tell).then(
      (found) => {
        if (run !== this.#run) return;
        this.#thinking = false;
        this.#found.set(turn, found);
        this.#show(turn);
      },
      (error: unknown) => {
        if (run !== this.#run) return;
        this.#thinking = false;
        this.#work.value = { state: 'failed', reason: error instanceof Error ? error.message : String(error) };
      },
    );
  }

  #show(turn: number): void {
    const inspection = this.#found.get(turn);
    this.#work.value = inspection ? { state: 'done', inspection } : { state: 'none' };
  }
}

/** Units of a task with arrows from each to its hex. */
function pointedTask(view: GameState, task: Tasking): Pointed {
  const units = [...task.units, ...task.support];
  const arrows = units.flatMap((unit): Arrow[] => {
    const from = view.units[unit]?.hex ?? -1;
    const kind = task.kind === 'attack' && task.units.includes(unit) ? 'assault' : 'support';
    return from < 0 || from === task.hex ? [] : [{ from, to: task.hex, kind }];
  });
  return { units, arrows };
}

/** Units that an order is given to. */
function unitsOf(action: Action): number[] {
  if (action.type === 'assault') return [...action.units, ...action.support];
  return 'unit' in action && action.type !== 'air' ? [action.unit] : [];
}

/** Where an order shows its effect, -1 for nowhere: the hex aimed at, else that of the unit. */
export function placeOfOrder(action: Action, view: GameState): number {
  switch (action.type) {
    case 'move':
      return action.path[action.path.length - 1] ?? -1;
    case 'assault':
    case 'bombard':
    case 'air':
    case 'breakOut':
      return action.hex;
    case 'engineer':
    case 'stance':
      return view.units[action.unit]?.hex ?? -1;
    default:
      return -1;
  }
}
