/** History's line on the date of the turn: what each side held by then, and the dated events that this rests on. */
import { dayNumber } from '../../../core/calendar.ts';
import { holderOf } from '../../../core/control.ts';
import { dateOfTurn, daysOfTurn, distance, type Game } from '../../../core/game.ts';
import { parseHex } from '../../../core/hex.ts';
import { setup } from '../../../core/setup.ts';
import type { SideIndex } from '../../../core/state.ts';
import type { OverlayFact } from '../../board/contract.ts';
import { t } from '../../text/intl.ts';
import { formatDate, scenarioNames } from '../../text/names.ts';
import { fetchJson } from '../load.ts';
import type { Seen } from '../seen.ts';
import { type Drawn, type LegendRow, row } from './legend.ts';

const LINE = '#6a2c8c';
/** Latest facts that are numbered and told in the legend. */
const TOLD = 8;

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

const fronts = new Map<string, Promise<Front | null>>();

/** The front of a scenario's history, null when it has none or cannot be read. */
export function readFront(game: Game): Promise<Front | null> {
  const { id } = game.data.scenario;
  let found = fronts.get(id);
  if (!found) {
    found = fetchJson(`scenarios/${id}/history.json`).then(
      (history) => frontOf(game, history),
      () => null,
    );
    fronts.set(id, found);
  }
  return found;
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

/** Who held what at the start, as the scenario has it. */
function startOf(game: Game): Int8Array {
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

export function pastOverlay(seen: Seen, front: Front | null): Drawn {
  const id = 'past';
  if (!front) {
    const rows = [row('plain', undefined, '', t('overlays.past.none'))];
    return { overlay: { id, cells: [], lines: [] }, rows };
  }
  const { game, view } = seen;
  const names = scenarioNames(game);
  const known = knownBy(game, front, view.turn);
  const latest = known.slice(-TOLD).reverse();
  const facts = latest.map(
    (entry, k): OverlayFact => ({
      hex: entry.hex,
      side: entry.side,
      number: k + 1,
      text: t('overlays.past.fact', { date: formatDate(entry.date, false), who: holderName(seen, entry.side) }),
      ...(entry.estimated ? { estimated: true } : {}),
    }),
  );
  const rows: LegendRow[] = [
    row('dash', LINE, '', t('overlays.past.line', { date: names.date(view.turn), count: known.length })),
    row('hollow', LINE, '', t('overlays.past.estimated')),
    ...latest.map((entry, k) => {
      const told = entry.events.map((event) => names.text(`history.event.${event.id}`, event.text)).join(' · ');
      const colour = entry.side < 0 ? '#6b6257' : (game.data.scenario.sides[entry.side]?.colour ?? LINE);
      const said = {
        date: formatDate(entry.date, false),
        where: names.hexFull(entry.hex),
        who: holderName(seen, entry.side),
      };
      return row(
        entry.estimated ? 'hollow' : 'disc',
        colour,
        String(k + 1),
        told === '' ? t('overlays.past.held', said) : t('overlays.past.told', { ...said, told }),
      );
    }),
  ];
  const holders = groundBy(game, front, view.turn);
  return { overlay: { id, cells: [], lines: [], fronts: [{ holders, colour: LINE, dash: 'long' }], facts }, rows };
}

function holderName({ game }: Seen, side: SideIndex | -1): string {
  return side < 0 ? t('overlays.past.fought') : scenarioNames(game).adjective(side);
}
