/** A replay on the page: position, play and pause, whose eyes, and whether the record holds. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Game } from '../../core/game.ts';
import type { GameState, SideIndex } from '../../core/state.ts';
import { RULES_VERSION } from '../../core/version.ts';
import { cloneState, view } from '../../core/view.ts';
import { type Moment, type MomentKind, seekMoment } from '../../play/moments.ts';
import type { GameRecord, Player } from '../../play/record.ts';
import type { Replay } from '../../play/replay.ts';
import { LONGEST_STRETCH } from '../../play/stretch.ts';
import type { Verdict } from '../../play/verify.ts';
import { type Names, namesOf } from '../text/names.ts';
import { archivedEdition, archivedEngine } from './archive.ts';
import type { LogLine } from './chronicle.ts';
import { Inspector, type Pointed } from './inspector.ts';
import type { CatalogueEntry } from './load.ts';
import type { Stage } from './match.ts';
import { IDLE, type Interaction } from './model.ts';
import { type Notebook, notebook } from './notes.ts';
import { type ArchivedProjection, type Audience, type Projection, project, projectArchived } from './projector.ts';
import { Recollection } from './recollection.ts';
import type { Seen } from './seen.ts';
import type { Deputed } from './table.ts';

export type Checking =
  | { state: 'running'; done: number; total: number }
  | { state: 'cancelled' }
  | { state: 'failed'; reason: string }
  /** `rules`: the version of the archived engine that found it, null for this page's own. */
  | { state: 'done'; verdict: Verdict; rules: number | null };

/** Actions whose lines are in the log: so many before the moment shown, and so many after. */
const BEFORE = 300;
const AFTER = 60;
/** Milliseconds between two reports of how far the run is. */
const TELL_MS = 120;

export class ReplayDesk {
  readonly entry: CatalogueEntry;
  readonly replay: Replay;
  readonly game: Game;
  readonly names: Names;
  readonly at = signal(0);
  /** How much of the game was run: up to there any moment shows at once. */
  readonly known = signal(0);
  /** Where the reader wants to be as soon as the run has come there. */
  readonly wanted = signal<number | null>(null);
  readonly playing = signal(false);
  readonly speed = signal(2);
  readonly eyes = signal<SideIndex | null>(null);
  readonly interaction = signal<Interaction>(IDLE);
  readonly looked = signal<ReadonlySet<number>>(new Set());
  readonly checking = signal<Checking>({ state: 'running', done: 0, total: 0 });
  readonly seen: ReadonlySignal<Seen>;
  /** The log up to the moment shown. */
  readonly lines: ReadonlySignal<LogLine[]>;
  /** What comes next, for those who want to go there. */
  readonly ahead: ReadonlySignal<LogLine[]>;
  /** Marks of the timeline as far as the game was run, as the eyes learned of them. */
  readonly moments: ReadonlySignal<readonly Moment[]>;
  readonly notes: Notebook;
  /** Whether the game goes on: then what its computer thinks is nobody's business. */
  readonly underWay: boolean;
  readonly inspector: Inspector;
  readonly pointed: ReadonlySignal<Pointed | null>;
  stage: Stage | null = null;
  readonly #told: Recollection;
  #projection: Projection | null = null;
  /** The engine of other rules that shows this game; null when the page's own does. */
  #archive: ArchivedProjection | null = null;
  #run = 0;

  constructor(entry: CatalogueEntry, replay: Replay, underWay = false) {
    this.entry = entry;
    this.replay = replay;
    this.underWay = underWay;
    this.game = replay.game;
    this.names = namesOf(replay.game);
    this.notes = notebook({ size: replay.game.size, eyes: this.eyes, notes: replay.record.notes ?? [] });
    this.#told = new Recollection(replay);
    this.seen = computed(() => {
      this.at.value;
      const eyes = this.eyes.value;
      const state = replay.state as GameState;
      const shown = eyes === null ? cloneState(state) : view(this.game, state, eyes);
      return { game: this.game, view: shown, side: eyes ?? (state.active as SideIndex), mayOrder: false };
    });
    this.lines = computed(() => {
      const at = this.at.value;
      return this.#told.lines(Math.max(0, at - BEFORE), at, this.eyes.value);
    });
    // A value of its own, so that the lines are not made again whenever the run has come a little further.
    const sight = computed(() => Math.min(this.known.value, this.at.value + AFTER));
    this.ahead = computed(() => this.#told.lines(this.at.value + 1, sight.value, this.eyes.value));
    this.moments = computed(() => this.#told.moments(this.known.value, this.eyes.value));
    this.inspector = new Inspector(this);
    this.pointed = this.inspector.pointed;
    this.verify();
  }

  get deputies(): readonly Deputed[] {
    const { replay } = this;
    return (replay.record.deputies ?? []).map((one) => {
      const { turn, side } = replay.turnOf(one.at + 1);
      return { ...one, turn, side };
    });
  }

  /** The lines that the log had for one action, as the eyes learned of it; `at` is the position after it. */
  linesAt(at: number): readonly LogLine[] {
    return this.#told.lines(at, at, this.eyes.value);
  }

  /** Goes somewhere without showing what lies between; at once when it was run already, else as soon as it is. */
  seek(to: number): void {
    this.pause();
    const goal = Math.max(0, Math.min(Math.trunc(to), this.replay.length));
    if (this.#archive) {
      this.wanted.value = goal;
      void this.#fetch(goal);
      return;
    }
    const reach = this.replay.known + LONGEST_STRETCH;
    this.wanted.value = goal > reach && this.#projection ? goal : null;
    this.replay.seek(this.wanted.value === null ? goal : this.replay.known);
    this.#moved();
  }

  /** Has the other engine show a moment; true when it came there before the reader wanted another. */
  async #fetch(goal: number): Promise<boolean> {
    const state = await this.#archive?.stateAt(goal);
    if (!state || (this.wanted.value !== null && this.wanted.value !== goal)) return false;
    this.replay.place(goal, state);
    this.wanted.value = null;
    this.#moved();
    return true;
  }

  /** One order on or back, from where the reader wants to be. */
  step(by: 1 | -1): void {
    this.seek((this.wanted.value ?? this.replay.at) + by);
  }

  /** To the start of the next or the present player turn, or of the whole turn. */
  stepTurn(by: 1 | -1, whole = false): void {
    this.seek(this.replay.turnFrom(this.wanted.value ?? this.replay.at, by, whole));
  }

  /** To the next or previous moment of a kind; false when there is none. */
  stepMoment(kind: MomentKind, by: 1 | -1): boolean {
    const found = seekMoment(this.moments.value, kind, this.replay.at, by);
    if (found) this.seek(found.at);
    return found !== null;
  }

  #moved(): void {
    this.at.value = this.replay.at;
    this.known.value = Math.max(this.known.value, this.replay.known);
  }

  pause(): void {
    this.#run++;
    this.playing.value = false;
    this.wanted.value = null;
    this.stage?.skip();
  }

  /** Plays on from here, showing each action that the eyes learn of; speed 0 hurries without pictures. */
  async play(): Promise<void> {
    this.pause();
    const run = this.#run;
    this.playing.value = true;
    while (this.#run === run && this.replay.at < this.replay.length) {
      const next = this.replay.at + 1;
      if (this.#archive ? !(await this.#fetch(next)) : this.replay.step(1) !== next) break;
      const events = this.#told.events(this.replay.at, this.eyes.value);
      await this.stage?.show(events);
      if (this.#run !== run) break;
      this.#moved();
      const rest = events.length === 0 || this.speed.value === 0 ? 0 : 120 / this.speed.value;
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
    if (this.#run === run) this.playing.value = false;
    this.#moved();
  }

  /** Runs the record again off this thread: for the verdict, and for every moment of it. `cancel` ends it. */
  verify(): void {
    this.cancel();
    const { mismatch, record } = this.replay;
    this.checking.value = { state: 'running', done: 0, total: record.actions.length };
    if (mismatch && record.rules !== RULES_VERSION) void this.#verifyArchived();
    else this.#projection = project(this.game, record, this.#audience(null));
  }

  /** A game of other rules: by the engine that was kept of them, on the edition that it was played on, if there are both. */
  async #verifyArchived(): Promise<void> {
    const { mismatch, record } = this.replay;
    const { id, digest } = record.scenario;
    const { data } = this.game;
    const address = id === data.scenario.id ? await archivedEngine(record.rules) : null;
    const edition = address === null || digest === this.game.digest ? data : await archivedEdition(this.game, digest);
    if (this.checking.value.state !== 'running' || !mismatch) return;
    if (address === null || edition === null) {
      this.checking.value = { state: 'done', verdict: mismatch, rules: null };
      return;
    }
    this.replay.leaveToOther();
    this.#archive?.stop();
    this.#archive = projectArchived(address, edition, record, this.#audience(record.rules));
    this.#projection = this.#archive;
  }

  #audience(rules: number | null): Audience {
    const { replay } = this;
    const total = replay.record.actions.length;
    let told = 0;
    return {
      onStretch: (stretch) => {
        replay.adopt(stretch);
        const done = stretch.from + stretch.events.length;
        // Many stretches come in a second: the page is told a few times.
        if (performance.now() - told < TELL_MS && this.wanted.value === null) return;
        told = performance.now();
        this.known.value = Math.max(this.known.value, replay.known);
        this.checking.value = { state: 'running', done, total };
        this.#catchUp();
      },
      onVerdict: (verdict) => {
        this.#projection = null;
        if (verdict.grade === 'diverged') replay.stopAt(verdict);
        this.checking.value = { state: 'done', verdict, rules };
        this.#catchUp();
      },
      onFailure: (reason) => {
        this.#projection = null;
        this.checking.value = { state: 'failed', reason };
        this.#catchUp();
      },
    };
  }

  /** Goes on to where the reader wants to be, now that it can be reached or nothing more comes. */
  #catchUp(): void {
    const wanted = this.wanted.value;
    if (this.#archive) this.#moved();
    else if (wanted !== null && (wanted <= this.replay.known || !this.#projection)) this.seek(wanted);
    else this.#moved();
  }

  cancel(): void {
    if (!this.#projection) return;
    this.#projection.stop();
    this.#projection = null;
    this.#archive = null;
    this.checking.value = { state: 'cancelled' };
    this.#catchUp();
  }

  /** The game up to here, to be played on by others. */
  branch(players: [Player, Player]): GameRecord {
    return { ...this.replay.branch(), players };
  }

  close(): void {
    this.pause();
    this.inspector.close();
    this.#projection?.stop();
    this.#archive?.stop();
    this.#projection = null;
    this.#archive = null;
  }
}
