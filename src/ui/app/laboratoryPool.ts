/** Gives the games of a run to several players. How many they are, who plays what and who breaks down changes no game. */
import { type Player, WorkerLost } from './laboratoryLink.ts';

/** A game with which so many players were lost is not given to another. */
const MOST_LOSSES = 3;
const MOST_PLAYERS = 8;

/** Players that this device can feed: a processor is left to the page. */
export function playersHere(processors: number = navigator.hardwareConcurrency): number {
  return Math.max(1, Math.min(MOST_PLAYERS, (processors || 1) - 1));
}

export interface PoolOptions {
  players: number;
  make: () => Player;
  /** Numbers of the games to be played, in the order in which they are handed out. */
  games: readonly number[];
  onLine: (game: number, text: string) => void;
  /** A player was lost and another plays its game. */
  onLoss: (game: number) => void;
}

/** How it ended: all played, paused or cancelled before, or a game that cannot be played. */
export type PoolEnd = { state: 'done' | 'halted' } | { state: 'failed'; game: number; why: string };

export class LaboratoryPool {
  readonly #options: PoolOptions;
  readonly #returned: number[] = [];
  readonly #losses = new Map<number, number>();
  readonly #seated = new Set<Player>();
  readonly #cancelled: Promise<void>;
  #cancel: () => void = () => undefined;
  #next = 0;
  #halted = false;
  #isCancelled = false;
  #failure: Extract<PoolEnd, { state: 'failed' }> | null = null;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#cancelled = new Promise((resolve) => {
      this.#cancel = resolve;
    });
  }

  /** Plays; called once. */
  async run(): Promise<PoolEnd> {
    const { players, games } = this.#options;
    const seats = Array.from({ length: Math.min(players, games.length) }, () => this.#serve());
    await Promise.race([Promise.all(seats), this.#cancelled]);
    if (this.#failure) return this.#failure;
    return { state: this.#halted ? 'halted' : 'done' };
  }

  /** Hands out no more games; those under way are played to their ends. */
  halt(): void {
    this.#halted = true;
  }

  /** Ends at once; the games under way are lost. */
  cancel(): void {
    this.#halted = true;
    this.#isCancelled = true;
    for (const player of this.#seated) player.close();
    this.#seated.clear();
    this.#cancel();
  }

  async #serve(): Promise<void> {
    const { make, onLine, onLoss } = this.#options;
    let player: Player | null = null;
    for (let game = this.#take(); game !== null; game = this.#take()) {
      player ??= make();
      this.#seated.add(player);
      try {
        const text = await player.play(game);
        if (this.#isCancelled) return;
        onLine(game, text);
      } catch (error) {
        if (this.#isCancelled) return;
        player.close();
        this.#seated.delete(player);
        player = null;
        const losses = (this.#losses.get(game) ?? 0) + 1;
        this.#losses.set(game, losses);
        if (error instanceof WorkerLost && losses < MOST_LOSSES) {
          this.#returned.push(game);
          onLoss(game);
        } else {
          this.#failure ??= { state: 'failed', game, why: error instanceof Error ? error.message : String(error) };
          this.#halted = true;
        }
      }
    }
    if (player) {
      player.close();
      this.#seated.delete(player);
    }
  }

  /** The next game to be played, null when there is none. */
  #take(): number | null {
    if (this.#halted) return null;
    return this.#returned.shift() ?? this.#options.games[this.#next++] ?? null;
  }
}
