/** How things of a scenario are called in sentences. Everything here is plain text from data, never markup. */

import { dayNumber, formatDay } from '../../core/calendar.ts';
import { dateOfTurn, type Game } from '../../core/game.ts';
import { formatHex } from '../../core/hex.ts';
import type { SideIndex } from '../../core/state.ts';
import { linkKind } from '../app/links.ts';
import { LINKS_EN } from './terms.en.ts';

export interface Names {
  /** Short designation and name: "I/600 Infantry". */
  unit(unit: number): string;
  units(units: readonly number[]): string;
  side(side: number): string;
  adjective(side: number): string;
  sideOf(unit: number): SideIndex;
  /** A place's name or, where nothing is named, "hex 3127". */
  hex(hex: number): string;
  /** The same with the number of the hex: "Dongkou (3127)". */
  hexFull(hex: number): string;
  place(place: number): string;
  leader(leader: number): string;
  formation(formation: number): string;
  aircraft(formation: number): string;
  equipment(kind: number): string;
  dated(event: number): { title: string; text: string };
  /** The days of a turn, and the first of them. */
  date(turn: number): string;
  day(turn: number): string;
  /** Title of a decision. */
  decision(decision: number): string;
  /** The place where an airfield lies. */
  airfield(airfield: number): string;
  /** A grade of victory by its id. */
  grade(id: string): string;
  /** The hexside between two named hexes. */
  hexside(hexside: number): string;
  /** What is to be broken there: "bridge", "road". */
  link(hexside: number): string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "18 Dec 1939" for "1939-12-18"; other text comes back as it is. */
export function formatDate(date: string, withYear = true): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!found) return date;
  const day = `${Number(found[3])} ${MONTHS[Number(found[2]) - 1] ?? found[2]}`;
  return withYear ? `${day} ${found[1]}` : day;
}

/** The days of a turn: "18 Dec 1939", or "9–10 Apr 1945" where it lasts longer than a day. */
export function formatDays(first: string, last: string, withYear = true): string {
  if (first === last) return formatDate(first, withYear);
  const [from, to] = [/^(\d{4}-\d{2})-(\d{2})$/.exec(first), /^(\d{4}-\d{2})-(\d{2})$/.exec(last)];
  if (from && to && from[1] === to[1]) return `${Number(from[2])}–${formatDate(last, withYear)}`;
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  return `${formatDate(first, withYear && !sameYear)} – ${formatDate(last, withYear)}`;
}

/** First and last day of a game turn, as dates. */
export function datesOfTurn(game: Game, turn: number): [string, string] {
  const first = dateOfTurn(game, turn);
  const last = dayNumber(dateOfTurn(game, turn + 1)) - 1;
  return [first, formatDay(Math.max(dayNumber(first), last))];
}

/** The days of a game turn in words. */
export function formatTurn(game: Game, turn: number, withYear = true): string {
  return formatDays(...datesOfTurn(game, turn), withYear);
}

/** "1,234". */
export function formatCount(value: number): string {
  const text = String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, ',');
  return value < 0 && text !== '0' ? `−${text}` : text;
}

/** Kilograms as "850 kg" or "12.4 t". */
export function formatWeight(kg: number): string {
  if (Math.abs(kg) < 1000) return `${formatCount(kg)} kg`;
  return Math.abs(kg) < 1_000_000 ? `${(Math.round(kg / 100) / 10).toFixed(1)} t` : `${formatCount(kg / 1000)} t`;
}

/** Kilograms as tonnes for columns of a table: "1,240", "12.4", "0". */
export function formatTonnes(kg: number): string {
  if (kg === 0) return '0';
  return kg >= 100_000 ? formatCount(kg / 1000) : (Math.round(kg / 100) / 10).toFixed(1);
}

/** Minutes as "3 h 20". */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes - hours * 60);
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

/** Thousandths as "62 %". */
export function formatShare(thousandths: number): string {
  return `${Math.round(thousandths / 10)} %`;
}

/** "a", "a and b", "a, b and c"; long lists are cut with a count. */
export function joinNames(names: readonly string[], most = 4): string {
  if (names.length > most) return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** `known` tells whether a unit may be named; others are called what they are to an observer. */
export function namesOf(game: Game, known: (unit: number) => boolean = () => true): Names {
  const { scenario, oob, air } = game.data;
  const placeAt = new Map<number, string>();
  for (const place of [...game.places].reverse()) placeAt.set(place.hex, place.name);
  const hex = (index: number): string => {
    if (index < 0) return 'off the map';
    return placeAt.get(index) ?? nearPlace(game, index) ?? `hex ${formatHex(game.cols, index)}`;
  };
  const unit = (index: number): string =>
    known(index) ? (oob.units[index]?.name ?? `unit ${index}`) : 'An unidentified enemy unit';
  return {
    unit,
    units: (units) => joinNames(units.map(unit)),
    side: (side) => scenario.sides[side]?.name ?? `side ${side + 1}`,
    adjective: (side) => scenario.sides[side]?.adjective ?? `side ${side + 1}`,
    sideOf: (index) => (game.units[index]?.side ?? 0) as SideIndex,
    hex,
    hexFull: (index) => {
      const code = formatHex(game.cols, index);
      const name = placeAt.get(index);
      return name ? `${name} (${code})` : `${hex(index)}${hex(index).includes(code) ? '' : ` (${code})`}`;
    },
    place: (place) => game.places[place]?.name ?? `place ${place}`,
    leader: (leader) => {
      const found = oob.leaders[leader];
      if (!found) return `leader ${leader}`;
      return found.rank ? `${found.rank} ${found.name}` : found.name;
    },
    formation: (formation) => air.formations[formation]?.name ?? `air formation ${formation}`,
    aircraft: (formation) => {
      const id = air.formations[formation]?.aircraft;
      return air.aircraft.find((kind) => kind.id === id)?.name ?? (id as string);
    },
    equipment: (kind) => oob.equipment[kind]?.name ?? `equipment ${kind}`,
    dated: (event) => {
      const found = scenario.events[event];
      return { title: found?.title ?? `event ${event}`, text: found?.text ?? '' };
    },
    date: (turn) => formatTurn(game, turn),
    day: (turn) => formatDate(dateOfTurn(game, turn)),
    decision: (decision) => scenario.decisions?.[decision]?.title ?? `decision ${decision}`,
    airfield: (airfield) => {
      const place = scenario.airfields?.[airfield]?.place;
      return (
        (place === undefined ? undefined : game.places[game.placeIndex.get(place) ?? -1]?.name) ??
        `airfield ${airfield}`
      );
    },
    grade: (id) => scenario.victory.grades.find((grade) => grade.id === id)?.name ?? id,
    hexside: (side) => {
      const from = Math.floor(side / 3);
      const to = game.neighbours[from * 6 + (side % 3)] ?? -1;
      return `${hex(from)} and ${hex(to)}`;
    },
    link: (side) => LINKS_EN[linkKind(game, Math.floor(side / 3), side % 3)],
  };
}

/** "2 hexes NW of Jiutang" for a hex close to a named place. */
function nearPlace(game: Game, hex: number): string | null {
  let best: { name: string; far: number; to: number } | null = null;
  for (const place of game.places) {
    const dq = (game.q[hex] as number) - (game.q[place.hex] as number);
    const dr = (game.r[hex] as number) - (game.r[place.hex] as number);
    const far = Math.max(Math.abs(dq), Math.abs(dr), Math.abs(dq + dr));
    if (far > 0 && far <= 3 && (!best || far < best.far)) best = { name: place.name, far, to: place.hex };
  }
  if (!best) return null;
  const code = formatHex(game.cols, hex);
  return `${code}, ${compass(game, best.to, hex)} of ${best.name}`;
}

/** Compass point of one hex seen from another. */
export function compass(game: Game, from: number, to: number): string {
  const dy = (game.r[to] as number) - (game.r[from] as number);
  const dx = (game.q[to] as number) - (game.q[from] as number) + dy / 2;
  const south = dy * 0.866;
  const flat = Math.abs(dx) > Math.abs(south) * 2.4;
  const steep = Math.abs(south) > Math.abs(dx) * 2.4;
  const vertical = south > 0 ? 'S' : 'N';
  const horizontal = dx > 0 ? 'E' : 'W';
  if (flat) return horizontal;
  return steep ? vertical : vertical + horizontal;
}
