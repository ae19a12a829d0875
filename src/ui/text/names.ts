/** How things of a scenario are called in sentences. Everything here is plain text from data, never markup. */

import type { PhaseRef } from '../../bots/reason.ts';
import { dayNumber, formatDay } from '../../core/calendar.ts';
import { dateOfTurn, type Game } from '../../core/game.ts';
import { formatHex } from '../../core/hex.ts';
import type { PlanData } from '../../core/plans.ts';
import type { SideIndex } from '../../core/state.ts';
import { linkKind } from '../app/links.ts';
import { intl, language, t, term } from './intl.ts';
import { word } from './words.ts';

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
  /** A formation of the order of battle, or a headquarters, by its id. */
  command(id: string): string;
  /** An air formation. */
  formation(formation: number): string;
  /** An airfield off the map. */
  base(name: string): string;
  aircraft(formation: number): string;
  equipment(kind: number): string;
  dated(event: number): { title: string; text: string };
  /** The days of a turn, and the first of them. */
  date(turn: number): string;
  day(turn: number): string;
  /** Title of a decision. */
  decision(decision: number): string;
  /** The same by its id. */
  decisionById(id: string): string;
  /** Why an operational plan wants a decision; empty where it does not. */
  decisionReason(plan: string, decision: string): string;
  /** An operational plan by its id. */
  plan(id: string): string;
  /** The column of a phase of an operational plan, and why it is in force; null for a phase that the scenario does not have. */
  phase(phase: PhaseRef): { column: string; reason: string } | null;
  /** A supply source by its id. */
  depot(id: string): string;
  /** An army's zone by its id. */
  boundary(id: string): string;
  /** A river, road or railway by its name in the map's files. */
  line(name: string): string;
  /** A stock that is to be kept, by its id. */
  stock(id: string): string;
  /** Any other text of the scenario, by its key in docs/formats.md, "Words". */
  text(key: string, plain: string): string;
  /** The place where an airfield lies. */
  airfield(airfield: number): string;
  /** A grade of victory by its id. */
  grade(id: string): string;
  /** The two hexes on either side of a hexside. */
  hexside(hexside: number): [string, string];
  /** What is to be broken there: "bridge", "road". */
  link(hexside: number): string;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);
const shape = (withYear: boolean): Intl.DateTimeFormatOptions => ({
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
  ...(withYear ? { year: 'numeric' } : {}),
});

/** "18 Dec 1939" for "1939-12-18", as the reader's language writes it; other text comes back as it is. */
export function formatDate(date: string, withYear = true): string {
  return DAY.test(date) ? intl().formatDate(midnight(date), shape(withYear)) : date;
}

/**
 * Days from first to last: "18 Dec 1939", or "9–10 Apr 1945" where there are more than one. What both days share is
 * said once, in the last of them, or in the first where the reader's language begins with the year.
 */
export function formatDays(first: string, last: string, withYear = true): string {
  if (first === last || !DAY.test(first) || !DAY.test(last)) return formatDate(first, withYear);
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  const brief = (date: string): string =>
    sameMonth
      ? intl().formatDate(midnight(date), { day: 'numeric', timeZone: 'UTC' })
      : formatDate(date, withYear && !sameYear);
  const yearLeads = intl().formatDateToParts(midnight(first), shape(true))[0]?.type === 'year';
  const [from, to] = yearLeads
    ? [formatDate(first, withYear), brief(last)]
    : [brief(first), formatDate(last, withYear)];
  return t(sameMonth ? 'common.daysOfMonth' : 'common.days', { from, to });
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
  return intl()
    .formatNumber(Math.round(value) + 0)
    .replace('-', '−');
}

/** Kilograms as "850 kg" or "12.4 t". */
export function formatWeight(kg: number): string {
  if (Math.abs(kg) < 1000) return t('common.kg', { value: formatCount(kg) });
  return t('common.tonnes', {
    value: Math.abs(kg) < 1_000_000 ? (Math.round(kg / 100) / 10).toFixed(1) : formatCount(kg / 1000),
  });
}

/** Kilograms as tonnes for columns of a table: "1,240", "12.4", "0". */
export function formatTonnes(kg: number): string {
  if (kg === 0) return '0';
  return kg >= 100_000 ? formatCount(kg / 1000) : (Math.round(kg / 100) / 10).toFixed(1);
}

/** Minutes as "3 h 20". */
export function formatMinutes(time: number): string {
  const hours = Math.floor(time / 60);
  const minutes = Math.round(time - hours * 60);
  if (hours === 0) return t('common.minutes', { minutes });
  if (minutes === 0) return t('common.hours', { hours });
  return t('common.hoursMinutes', { hours, minutes: String(minutes).padStart(2, '0') });
}

/** Thousandths as "62 %". */
export function formatShare(thousandths: number): string {
  return t('common.percent', { value: Math.round(thousandths / 10) });
}

/** "a", "a and b", "a, b and c"; long lists are cut with a count. */
export function joinNames(names: readonly string[], most = 4): string {
  if (names.length <= most) return intl().formatList([...names], { type: 'conjunction' });
  const shown = names.slice(0, most - 1).join(t('common.comma'));
  return t('common.more', { names: shown, count: names.length - most + 1 });
}

/** Whole sentences, one after another. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.join(t('common.space'));
}

const plain = new WeakMap<Game, Names>();

/** Names of everything in a scenario, fog or none: for what is no secret, such as places, depots and own units. */
export function scenarioNames(game: Game): Names {
  const made = plain.get(game) ?? namesOf(game);
  plain.set(game, made);
  return made;
}

/** The name beside the name: characters for readers of English, the romanised name for the others. */
export function secondName(english: string, zh: string): { text: string; lang: string } {
  if (language() !== 'en') return { text: english, lang: 'en' };
  return { text: zh === english ? '' : zh, lang: 'zh-Hant' };
}

/** `known` tells whether a unit may be named; others are called what they are to an observer. */
export function namesOf(game: Game, known: (unit: number) => boolean = () => true): Names {
  const { scenario, oob, air, plans } = game.data;
  const planOf = (id: string): PlanData | undefined => plans?.plans.find((one) => one.id === id);
  const say = (key: string, plain: string): string => word(scenario.id, key, plain);
  const placeAt = new Map<number, number>();
  game.places.forEach((_, index) => {
    const at = game.places[index]?.hex ?? -1;
    if (!placeAt.has(at)) placeAt.set(at, index);
  });
  const place = (index: number): string => {
    const found = game.places[index];
    return found ? say(`place.${found.id}`, found.name) : t('names.place', { index });
  };
  const placed = (hex: number): string | undefined => {
    const index = placeAt.get(hex);
    return index === undefined ? undefined : place(index);
  };
  const hex = (index: number): string => {
    if (index < 0) return t('names.offMap');
    return placed(index) ?? nearPlace(game, index, place) ?? t('names.hex', { code: formatHex(game.cols, index) });
  };
  const unit = (index: number): string => {
    if (!known(index)) return t('names.unknown');
    const found = oob.units[index];
    return found ? say(`unit.${found.id}`, found.name) : t('names.unit', { index });
  };
  const side = (index: number): string => {
    const found = scenario.sides[index];
    return found ? say(`side.${found.id}`, found.name) : t('names.side', { index: index + 1 });
  };
  return {
    unit,
    units: (units) => joinNames(units.map(unit)),
    side,
    adjective: (index) => {
      const found = scenario.sides[index];
      return found ? say(`side.${found.id}.adjective`, found.adjective) : side(index);
    },
    sideOf: (index) => (game.units[index]?.side ?? 0) as SideIndex,
    hex,
    hexFull: (index) => {
      const code = formatHex(game.cols, index);
      const name = placed(index) ?? hex(index);
      return name.includes(code) ? name : t('names.coded', { name, code });
    },
    place,
    leader: (leader) => {
      const found = oob.leaders[leader];
      if (!found) return t('names.leader', { index: leader });
      const name = say(`leader.${found.id}`, found.name);
      const body = [...oob.units, ...oob.formations].find((one) => one.id === found.unit);
      return found.rank ? t('names.ranked', { rank: say(`rank.${body?.side}.${found.rank}`, found.rank), name }) : name;
    },
    command: (id) => {
      const found = oob.formations.find((one) => one.id === id);
      if (found) return say(`formation.${id}`, found.name);
      const index = oob.units.findIndex((one) => one.id === id);
      return index < 0 ? id : unit(index);
    },
    formation: (formation) => {
      const found = air.formations[formation];
      return found ? say(`air.${found.id}`, found.name) : t('names.formation', { index: formation });
    },
    aircraft: (formation) => {
      const id = air.formations[formation]?.aircraft ?? '';
      return say(`aircraft.${id}`, air.aircraft.find((kind) => kind.id === id)?.name ?? id);
    },
    base: (name) => say(`base.${name}`, name),
    equipment: (kind) => {
      const found = oob.equipment[kind];
      return found ? say(`equipment.${found.id}`, found.name) : t('names.equipment', { index: kind });
    },
    dated: (event) => {
      const found = scenario.events[event];
      if (!found) return { title: t('names.event', { index: event }), text: '' };
      return {
        title: say(`event.${found.id}.title`, found.title),
        text: found.text ? say(`event.${found.id}.text`, found.text) : '',
      };
    },
    date: (turn) => formatTurn(game, turn),
    day: (turn) => formatDate(dateOfTurn(game, turn)),
    decision: (decision) => {
      const found = scenario.decisions?.[decision];
      return found ? say(`decision.${found.id}.title`, found.title) : t('names.decision', { index: decision });
    },
    decisionById: (id) => {
      const found = scenario.decisions?.find((one) => one.id === id);
      return say(`decision.${id}.title`, found?.title ?? id);
    },
    decisionReason: (id, decision) => {
      const wanted = planOf(id)?.decisions?.find((one) => one.decision === decision);
      return wanted ? say(`plan.${id}.decision.${decision}`, wanted.reason) : '';
    },
    plan: (id) => say(`plan.${id}`, planOf(id)?.name ?? id),
    phase: ({ plan: id, column, index }) => {
      const found = planOf(id)?.columns.find((one) => one.id === column);
      const phase = found?.phases[index];
      if (!found || !phase) return null;
      const key = `plan.${id}.column.${column}`;
      return { column: say(key, found.name), reason: say(`${key}.${index}`, phase.reason) };
    },
    depot: (id) => say(`depot.${id}`, scenario.supplySources.find((one) => one.id === id)?.name ?? id),
    boundary: (id) => say(`boundary.${id}`, scenario.boundaries?.find((one) => one.id === id)?.name ?? id),
    airfield: (airfield) => {
      const id = scenario.airfields?.[airfield]?.place;
      const index = id === undefined ? undefined : game.placeIndex.get(id);
      return index === undefined ? t('names.airfield', { index: airfield }) : place(index);
    },
    grade: (id) => say(`grade.${id}`, scenario.victory.grades.find((grade) => grade.id === id)?.name ?? id),
    line: (name) => say(`line.${name}`, name),
    stock: (id) => say(`stock.${id}`, scenario.victory.stocks?.find((one) => one.id === id)?.name ?? id),
    text: say,
    hexside: (edge) => {
      const from = Math.floor(edge / 3);
      return [hex(from), hex(game.neighbours[from * 6 + (edge % 3)] ?? -1)];
    },
    link: (edge) => t(`terms.links.${linkKind(game, Math.floor(edge / 3), edge % 3)}`),
  };
}

/** "3127, NW of Jiutang" for a hex close to a named place. */
function nearPlace(game: Game, hex: number, name: (place: number) => string): string | null {
  let best: { place: number; far: number; to: number } | null = null;
  for (const [place, { hex: to }] of game.places.entries()) {
    const dq = (game.q[hex] as number) - (game.q[to] as number);
    const dr = (game.r[hex] as number) - (game.r[to] as number);
    const far = Math.max(Math.abs(dq), Math.abs(dr), Math.abs(dq + dr));
    if (far > 0 && far <= 3 && (!best || far < best.far)) best = { place, far, to };
  }
  if (!best) return null;
  const direction = term('names.compass', compass(game, best.to, hex));
  return t('names.near', { code: formatHex(game.cols, hex), direction, place: name(best.place) });
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
