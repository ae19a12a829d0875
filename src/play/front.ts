/** History's line between the sides, from the `front` of a `history.json`: who held what by the end of each turn. */
import { dayNumber } from '../core/calendar.ts';
import { holderOf } from '../core/control.ts';
import { dateOfTurn, daysOfTurn, distance, type Game } from '../core/game.ts';
import { parseHex } from '../core/hex.ts';
import { setup } from '../core/setup.ts';
import type { SideIndex } from '../core/state.ts';

export interface FrontEntry {
  date: string;
  /** First and last name of it on the map: the hex and its holder from that day on; -1 when it was fought over. */
  hex: number;
  side: SideIndex | -1;
  /** Ids and texts of the dated events that say so. */
  events: readonly { id: string; text: string }[];
  estimated: boolean;
}

export interface Front {
  /** So far from a place its holder holds the ground as well. */
  reachKm: number;
  note: string;
  /** In the order of their dates. */
  entries: readonly FrontEntry[];
}

type Json = Record<string, unknown>;
const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Reads the front of a `history.json`; null where it has none. What is not understood is left out. */
export function frontOf(game: Game, history: unknown): Front | null {
  const front = object(object(history)['front']);
  const told = new Map(
    list(object(history)['events']).map((raw) => [String(object(raw)['id']), String(object(raw)['text'] ?? '')]),
  );
  const entries = list(front['entries']).flatMap((raw): FrontEntry[] => {
    const one = object(raw);
    const place = game.placeIndex.get(String(one['place'] ?? ''));
    const hex =
      place === undefined ? parseHex(game.cols, game.rows, String(one['hex'] ?? '')) : (game.places[place]?.hex ?? -1);
    const date = String(one['date'] ?? '');
    if (hex < 0 || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return [];
    const events = list(one['events']).map((id) => ({ id: String(id), text: told.get(String(id)) ?? '' }));
    const side = game.sideIndex.get(String(one['held'])) ?? -1;
    return [{ date, hex, side: side as SideIndex | -1, events, estimated: one['estimated'] === true }];
  });
  if (entries.length === 0) return null;
  entries.sort((a, b) => dayNumber(a.date) - dayNumber(b.date));
  return { reachKm: Number(front['reachKm']) || 0, note: String(front['note'] ?? ''), entries };
}

/** What is known by the end of a turn: of each hex the latest word, in the order of the dates. */
export function knownBy(game: Game, front: Front, turn: number): FrontEntry[] {
  const last = dayNumber(dateOfTurn(game, turn)) + Math.ceil(daysOfTurn(game)) - 1;
  const latest = new Map<number, FrontEntry>();
  for (const entry of front.entries) {
    if (dayNumber(entry.date) > last) break;
    latest.delete(entry.hex);
    latest.set(entry.hex, entry);
  }
  return [...latest.values()];
}

const starts = new WeakMap<Game, Int8Array>();

/** Who held each hex (-1, 0, 1) at the start, as the scenario has it; shared, for reading. */
export function startOf(game: Game): Int8Array {
  let held = starts.get(game);
  if (!held) {
    const { control } = setup(game, { seed: '', fog: false }).state;
    held = Int8Array.from({ length: game.size }, (_, hex) => holderOf(control, hex));
    starts.set(game, held);
  }
  return held;
}

/**
 * Whose ground each hex was (-1, 0, 1): that of the nearest place of which history says who held it by then, within the
 * reach of the front; beyond it as the scenario starts. Between two places as near as each other the later word goes.
 */
export function groundBy(game: Game, front: Front, turn: number): Int8Array {
  const known = knownBy(game, front, turn);
  const reach = front.reachKm / game.hexKm;
  return startOf(game).map((held, hex) => {
    let side = held;
    let best = reach;
    for (const entry of known) {
      const far = distance(game, entry.hex, hex);
      if (far > best) continue;
      best = far;
      side = entry.side;
    }
    return side;
  });
}
