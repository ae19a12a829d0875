/** The log: what happened as one side learned of it, in lines that know their place and moment. */
import type { GameEvent } from '../../core/event.ts';
import type { Game } from '../../core/game.ts';
import type { SideIndex } from '../../core/state.ts';
import { viewEvents } from '../../core/view.ts';
import type { LogEntry } from '../../play/session.ts';
import { sentence } from '../text/events.ts';
import type { Names } from '../text/names.ts';

export const LOG_KINDS = ['fight', 'march', 'air', 'supply', 'place', 'news'] as const;
/** What a line is about, for the filter. */
export type LogKind = (typeof LOG_KINDS)[number];

export interface LogLine {
  key: string;
  turn: number;
  /** Whose player turn it happened in. */
  side: number;
  /** How many actions had been carried out before. */
  at: number;
  kind: LogKind;
  event: GameEvent;
  text: string;
  /** Where to look, -1 for nowhere. */
  hex: number;
  /** A line that opens a turn or a player turn. */
  heading: boolean;
}

const KIND: Record<GameEvent['type'], LogKind> = {
  turn: 'news',
  playerTurn: 'news',
  dated: 'news',
  arrival: 'news',
  withdrawal: 'news',
  supply: 'supply',
  moved: 'march',
  spotted: 'march',
  bombard: 'fight',
  assault: 'fight',
  retreat: 'fight',
  advance: 'fight',
  control: 'place',
  engineer: 'place',
  air: 'air',
  leader: 'fight',
  surrender: 'fight',
  destroyed: 'fight',
  attrition: 'supply',
  decision: 'news',
  airfield: 'place',
  breakOut: 'fight',
  columnFire: 'fight',
  raid: 'supply',
  end: 'news',
};

/** The hex an event is about, -1 for none. */
export function placeOf(game: Game, event: GameEvent): number {
  switch (event.type) {
    case 'moved':
    case 'retreat':
      return event.path[event.path.length - 1] ?? -1;
    case 'control':
      return game.places[event.place]?.hex ?? -1;
    case 'engineer':
      return Math.floor(event.hexside / 3);
    default:
      return 'hex' in event ? event.hex : -1;
  }
}

/** Events as told to `eyes`; an umpire (null) is told everything. */
export function eventsFor(game: Game, events: readonly GameEvent[], eyes: SideIndex | null, fog: boolean): GameEvent[] {
  if (eyes === null) return [...events];
  return viewEvents(game, events, eyes, fog).filter((event) => event.type !== 'moved' || event.path.length > 0);
}

/** Turns events into lines. */
export function linesOf(
  game: Game,
  names: Names,
  events: readonly GameEvent[],
  at: number,
  from: { turn: number; side: number },
): LogLine[] {
  let { turn, side } = from;
  return events.map((event, i) => {
    if (event.type === 'turn') turn = event.turn;
    if (event.type === 'playerTurn') side = event.side;
    return {
      key: `${at}.${i}`,
      turn,
      side,
      at,
      kind: KIND[event.type],
      event,
      text: sentence(event, names),
      hex: placeOf(game, event),
      heading: event.type === 'turn' || event.type === 'playerTurn',
    };
  });
}

/** Keeps the lines of a session's log; each entry is put into words once. */
export class Chronicle {
  readonly #game: Game;
  readonly #names: (eyes: SideIndex | null) => Names;
  readonly #fog: boolean;
  readonly #known = new WeakMap<LogEntry, Map<SideIndex | null, LogLine[]>>();

  constructor(game: Game, names: (eyes: SideIndex | null) => Names, fog: boolean) {
    this.#game = game;
    this.#names = names;
    this.#fog = fog;
  }

  lines(start: readonly GameEvent[], log: readonly LogEntry[], eyes: SideIndex | null): LogLine[] {
    const first = { turn: 1, side: this.#game.firstSide };
    // Who stands on the map from the start is no news.
    const news = eventsFor(this.#game, start, eyes, this.#fog).filter((event) => event.type !== 'arrival');
    const all = linesOf(this.#game, this.#names(eyes), news, -1, first);
    for (const entry of log) for (const line of this.#entry(entry, eyes)) all.push(line);
    return all;
  }

  #entry(entry: LogEntry, eyes: SideIndex | null): LogLine[] {
    let byEyes = this.#known.get(entry);
    if (!byEyes) {
      byEyes = new Map();
      this.#known.set(entry, byEyes);
    }
    let lines = byEyes.get(eyes);
    if (!lines) {
      const { turn, side, at } = entry;
      const told = eventsFor(this.#game, entry.events, eyes, this.#fog);
      lines = linesOf(this.#game, this.#names(eyes), told, at, { turn, side });
      byEyes.set(eyes, lines);
    }
    return lines;
  }
}
