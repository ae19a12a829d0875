/** The battle as history has it: its dated events and who went where, from `history.json`, with the names of a game. */
import { dayNumber } from '../../core/calendar.ts';
import type { Game } from '../../core/game.ts';
import type { SideIndex } from '../../core/state.ts';
import { scenarioNames } from '../text/names.ts';
import { fetchJson } from './load.ts';

export interface BattleEvent {
  id: string;
  date: string;
  day: number;
  text: string;
  /** Hex of the place, -1 when it is not on the map. */
  hex: number;
  /** What the place is called, '' for none. */
  where: string;
  side: SideIndex | -1;
  confidence: 'high' | 'medium' | 'low';
  source: string[];
  note: string;
}

export interface Step {
  date: string;
  day: number;
  hex: number;
  where: string;
}

/** A body of troops that went from place to place. */
export interface Movement {
  /** Counted from 1, as on the map. */
  number: number;
  id: string;
  side: SideIndex;
  who: string[];
  steps: Step[];
  source: string[];
  estimated: boolean;
  note: string;
}

export interface Battle {
  events: BattleEvent[];
  movements: Movement[];
}

type Json = Record<string, unknown>;
const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] => list(value).map(text);

/** Reads the file; what is not understood is left out. */
export function battleOf(game: Game, raw: unknown): Battle {
  const history = object(raw);
  const names = scenarioNames(game);
  const sideOf = (id: unknown): SideIndex | -1 =>
    game.data.scenario.sides.findIndex((side) => side.id === id) as 0 | 1 | -1;
  const place = (id: unknown): { hex: number; where: string } => {
    const index = game.placeIndex.get(text(id));
    return index === undefined
      ? { hex: -1, where: '' }
      : { hex: game.places[index]?.hex ?? -1, where: names.place(index) };
  };
  const events = list(history['events']).map((one): BattleEvent => {
    const event = object(one);
    const date = text(event['date']);
    const id = text(event['id']);
    const elsewhere = text(event['elsewhere']);
    const at = place(event['place']);
    const confidence = event['confidence'];
    return {
      id,
      date,
      day: dayNumber(date),
      text: names.text(`history.event.${id}`, text(event['text'])),
      hex: at.hex,
      where: at.where || (elsewhere && names.text(`elsewhere.${elsewhere}`, elsewhere)),
      side: sideOf(event['side']),
      confidence: confidence === 'high' || confidence === 'medium' ? confidence : 'low',
      source: texts(event['source']),
      note: names.text(`history.event.${id}.note`, text(event['note'])),
    };
  });
  const movements = list(history['movements']).flatMap((one): Movement[] => {
    const movement = object(one);
    const side = sideOf(movement['side']);
    const id = text(movement['id']);
    const steps = list(movement['steps']).map((raw): Step => {
      const step = object(raw);
      const date = text(step['date']);
      return { date, day: dayNumber(date), ...place(step['place']) };
    });
    if (side < 0 || steps.length < 2 || steps.some((step) => step.hex < 0 || Number.isNaN(step.day))) return [];
    return [
      {
        number: 0,
        id,
        side: side as SideIndex,
        who: texts(movement['who']).map((body) => names.command(body)),
        steps,
        source: texts(movement['source']),
        estimated: movement['estimated'] === true,
        note: names.text(`history.movement.${id}.note`, text(movement['note'])),
      },
    ];
  });
  // In the order in which they end their first day, so that numbers and dates grow together.
  movements.sort((a, b) => (a.steps[0]?.day ?? 0) - (b.steps[0]?.day ?? 0));
  return {
    events: events.filter((event) => !Number.isNaN(event.day)).sort((a, b) => a.day - b.day),
    movements: movements.map((movement, i) => ({ ...movement, number: i + 1 })),
  };
}

/** The battle of a game's scenario; refuses when it cannot be fetched. */
export async function readBattle(game: Game): Promise<Battle> {
  return battleOf(game, await fetchJson(`scenarios/${encodeURIComponent(game.data.scenario.id)}/history.json`));
}
