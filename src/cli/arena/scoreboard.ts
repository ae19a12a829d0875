/** Takes the games of the arena in order and prints each match when its last game is in. */
import type { SideIndex } from '../../core/state.ts';
import { type MatchGame, type MatchStanding, standingOf } from '../../lab/arena/match.ts';
import type { Contestant } from '../contestant.ts';
import { print, say } from '../terminal.ts';
import { addThinking, formatThinking, NO_THINKING, type ThinkingRow } from '../thinking.ts';
import type { MatchGameDone, MatchTask } from './game.ts';
import { formatLadder, formatMatch } from './report.ts';

export interface Match {
  contestants: [Contestant, Contestant];
  games: MatchGame[];
}

/** A game to be played, and what it counts as. */
export interface Fixture {
  match: Match;
  task: MatchTask;
  pair: number;
  first: 0 | 1;
}

export class Scoreboard {
  readonly #fixtures: readonly Fixture[];
  readonly #times = new Map<string, ThinkingRow>();
  readonly #standings: { names: [string, string]; standing: MatchStanding }[] = [];
  #taken = 0;

  /** The games of a match follow one another. */
  constructor(fixtures: readonly Fixture[]) {
    this.#fixtures = fixtures;
  }

  /** The next game of the fixtures has been played. */
  take({ line, thinking }: MatchGameDone): void {
    const { match, task, pair, first } = this.#fixtures[this.#taken++] as Fixture;
    const { scenario, players } = task;
    const { margin, scaled, whole } = line;
    match.games.push({ scenario, pair, first, margin, scaled, whole });
    players.forEach(({ name }, side) => {
      const key = `${name} ${scenario}`;
      const before = this.#times.get(key) ?? NO_THINKING;
      this.#times.set(key, { name, scenario, ...addThinking(before, thinking[side as SideIndex]) });
    });
    if (this.#fixtures[this.#taken]?.match !== match) this.#close(match);
  }

  /** No more games come: prints the match that was broken off, the ladder of several matches and the times. */
  finish(): void {
    const last = this.#fixtures[this.#taken]?.match;
    if (last && last.games.length > 0) this.#close(last);
    if (this.#standings.length > 1) print(`\n${formatLadder(this.#standings)}`);
    if (this.#times.size > 0) say(`\n${formatThinking([...this.#times.values()])}`);
  }

  #close({ contestants: [one, other], games }: Match): void {
    const standing = standingOf(games);
    if (!standing) return;
    const names: [string, string] = [one.name, other.name];
    this.#standings.push({ names, standing });
    print(`${this.#standings.length > 1 ? '\n' : ''}${formatMatch(names, standing)}`);
  }
}
