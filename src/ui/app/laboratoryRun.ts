/** A run that is being played: how far it is, how fast, how it is paused, cancelled and gone on with. */
import { signal } from '@preact/signals';
import type { Prepared } from '../../worker/laboratoryDesk.ts';
import type { StoredRun } from '../storage/runs.ts';
import { type Player, PlayerLink } from './laboratoryLink.ts';
import { LaboratoryPool, playersHere } from './laboratoryPool.ts';
import { gamesThere, keepLine, storeHeld } from './laboratoryShelf.ts';

export type PlayState =
  | { name: 'playing' }
  /** No more games are begun; those under way are played to their ends. */
  | { name: 'pausing' }
  | { name: 'paused' }
  | { name: 'done' }
  /** A game that cannot be played, and why. */
  | { name: 'failed'; game: number; why: string };

export interface Progress {
  done: number;
  total: number;
  /** Games a minute since it was last begun, and seconds left at that rate; null before the first. */
  perMinute: number | null;
  secondsLeft: number | null;
  /** Workers that broke down and were replaced. */
  losses: number;
}

/** The page is told of progress at most so often, milliseconds. */
const TELL_MS = 250;

export interface PlayOptions {
  make?: (prepared: Prepared) => Player;
  players?: number;
  now?: () => number;
}

export class RunPlay {
  readonly run: StoredRun;
  readonly state = signal<PlayState>({ name: 'paused' });
  readonly progress = signal<Progress>({ done: 0, total: 0, perMinute: null, secondsLeft: null, losses: 0 });
  readonly players: number;
  readonly prepared: Prepared;
  readonly #make: (prepared: Prepared) => Player;
  readonly #now: () => number;
  #pool: LaboratoryPool | null = null;
  #playing: Promise<void> = Promise.resolve();

  constructor(run: StoredRun, prepared: Prepared, options: PlayOptions = {}) {
    this.run = run;
    this.prepared = prepared;
    this.#make = options.make ?? ((given) => new PlayerLink(given));
    this.#now = options.now ?? (() => performance.now());
    this.players = options.players ?? playersHere();
  }

  /** Whether games are being played. */
  get isUp(): boolean {
    const { name } = this.state.value;
    return name === 'playing' || name === 'pausing';
  }

  /** Plays the games that are not there yet; resolves when it pauses or ends, with all games stored as far as storage takes them. */
  play(): Promise<void> {
    if (!this.isUp) {
      this.state.value = { name: 'playing' };
      this.#playing = this.#play();
    }
    return this.#playing;
  }

  /** Lets the games under way end and begins no more. */
  pause(): void {
    if (this.state.value.name !== 'playing') return;
    this.state.value = { name: 'pausing' };
    this.#pool?.halt();
  }

  /** Ends at once: the games under way are dropped and played anew when it goes on. */
  async cancel(): Promise<void> {
    this.#pool?.cancel();
    // Asked for before the first game was handed out.
    if (this.isUp) this.state.value = { name: 'pausing' };
    await this.#playing;
  }

  async #play(): Promise<void> {
    const { games: total } = this.run.header;
    const there = await gamesThere(this.run.id);
    const games = Array.from({ length: total }, (_, i) => i + 1).filter((game) => !there.has(game));
    const since = this.#now();
    let played = 0;
    let told = Number.NEGATIVE_INFINITY;
    let losses = 0;
    const tell = (): void => {
      told = this.#now();
      const minutes = (told - since) / 60_000;
      const perMinute = played > 0 && minutes > 0 ? played / minutes : null;
      const done = there.size + played;
      const secondsLeft = perMinute ? ((total - done) / perMinute) * 60 : null;
      this.progress.value = { done, total, perMinute, secondsLeft, losses };
    };
    tell();
    const pool = new LaboratoryPool({
      players: this.players,
      make: () => this.#make(this.prepared),
      games,
      onLine: (game, text) => {
        keepLine(this.run, { game, text });
        played++;
        if (this.#now() - told >= TELL_MS) tell();
      },
      onLoss: () => {
        losses++;
        tell();
      },
    });
    this.#pool = pool;
    if (this.state.value.name === 'pausing') pool.halt();
    const end = await pool.run();
    this.#pool = null;
    await storeHeld();
    tell();
    if (end.state === 'failed') this.state.value = { name: 'failed', game: end.game, why: end.why };
    else this.state.value = { name: end.state === 'done' ? 'done' : 'paused' };
  }
}
