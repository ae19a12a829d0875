/** What a side or an umpire was told in a recorded game, action by action; put into words once. */
import type { GameEvent } from '../../core/event.ts';
import type { SideIndex } from '../../core/state.ts';
import { type Moment, momentsIn } from '../../play/moments.ts';
import type { Replay } from '../../play/replay.ts';
import { language } from '../text/intl.ts';
import { type Names, namesOf } from '../text/names.ts';
import { hasWords } from '../text/words.ts';
import { eventsFor, type LogLine, linesOf } from './chronicle.ts';

type Eyes = SideIndex | null;

export class Recollection {
  readonly #replay: Replay;
  readonly #names: Map<Eyes, Names>;
  /** Units that the eyes have no name for in the action being told. */
  #nameless: ReadonlySet<number> = new Set();
  readonly #lines = new Map<string, (LogLine[] | undefined)[]>();
  readonly #moments = new Map<Eyes, { known: number; found: readonly Moment[] }>();

  constructor(replay: Replay) {
    this.#replay = replay;
    const { game } = replay;
    const sides: Eyes[] = [null, 0, 1];
    this.#names = new Map(
      sides.map((eyes) => [
        eyes,
        namesOf(game, (unit) => eyes === null || game.units[unit]?.side === eyes || !this.#nameless.has(unit)),
      ]),
    );
  }

  /** What the eyes learned in the action before a position; at 0, in setting up, without those who stand there from the start. */
  events(at: number, eyes: Eyes): GameEvent[] {
    const { game, record } = this.#replay;
    const told = eventsFor(game, this.#replay.eventsAt(at), eyes, record.options.fog);
    return at === 0 ? told.filter((event) => event.type !== 'arrival') : told;
  }

  /** Names as the eyes knew them when they were told of the action before a position. */
  namesAt(at: number, eyes: Eyes): Names {
    this.#nameless = new Set(this.#replay.namelessAt(at));
    return this.#names.get(eyes) as Names;
  }

  /** The lines of the positions `from` to `to`, both included. */
  lines(from: number, to: number, eyes: Eyes): LogLine[] {
    const kept = this.#shelf(eyes);
    const lines: LogLine[] = [];
    for (let at = from; at <= to; at++) {
      let found = kept[at];
      if (!found) {
        const names = this.namesAt(at, eyes);
        found = linesOf(this.#replay.game, names, this.events(at, eyes), at - 1, this.#replay.turnOf(at));
        if (at <= this.#replay.known) kept[at] = found;
      }
      lines.push(...found);
    }
    return lines;
  }

  /** The moments of the first `known` actions. */
  moments(known: number, eyes: Eyes): readonly Moment[] {
    const { game, record } = this.#replay;
    const kept = this.#moments.get(eyes) ?? { known: -1, found: [] };
    if (kept.known >= known) return kept.found;
    const found = [...kept.found];
    for (let at = kept.known + 1; at <= known; at++)
      found.push(...momentsIn(game, this.#replay.eventsAt(at), at, eyes, record.options.fog));
    this.#moments.set(eyes, { known, found });
    return found;
  }

  /** Lines by language, and anew once the scenario's own words in it are there. */
  #shelf(eyes: Eyes): (LogLine[] | undefined)[] {
    const tongue = language();
    const key = `${tongue} ${hasWords(this.#replay.game.data.scenario.id, tongue)} ${eyes ?? 'umpire'}`;
    const kept = this.#lines.get(key) ?? [];
    this.#lines.set(key, kept);
    return kept;
  }
}
