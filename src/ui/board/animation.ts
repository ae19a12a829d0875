/** What is shown of events, one clip after another: plain data made from events, without a clock or a renderer. */
import type { AirEvent, GameEvent, UnitLoss } from '../../core/event.ts';
import type { AirMission } from '../../core/scenario.ts';
import { AIRFIELD_DEMOLISHED } from '../../core/state.ts';

interface Timed {
  /** Position of the event among those handed in. */
  event: number;
  ms: number;
}

/** A counter goes along hexes. */
export interface TravelClip extends Timed {
  type: 'travel';
  unit: number;
  path: readonly number[];
  gait: 'march' | 'retreat' | 'advance' | 'breakOut';
  text: string;
}

/** A fight for a hex: the attackers push at it, a flash, the losses of each side. */
export interface ClashClip extends Timed {
  type: 'clash';
  hex: number;
  attackers: readonly number[];
  support: readonly number[];
  /** Men lost by the attackers and by the defenders. */
  attackerLoss: number;
  defenderLoss: number;
  outcome: string;
}

export interface ShellsClip extends Timed {
  type: 'shells';
  unit: number;
  hex: number;
  loss: number;
}

export interface FlightClip extends Timed {
  type: 'flight';
  formation: number;
  mission: AirMission;
  hex: number;
  loss: number;
  aircraftLost: number;
  /** What it brought or broke, for those who may know: men or tonnes landed, crossings broken. */
  gain: string;
}

/** Fire from a height on a column below. The shooter flashes where its counter is shown; elsewhere nothing gives it away. */
export interface VolleyClip extends Timed {
  type: 'volley';
  by: number;
  hex: number;
  loss: number;
}

/** Something goes up in smoke: an airfield, or with `hexside` (-1 for none) a crossing. */
export interface BlastClip extends Timed {
  type: 'blast';
  hex: number;
  hexside: number;
  text: string;
}

/** A counter comes or goes. */
export interface PresenceClip extends Timed {
  type: 'presence';
  unit: number;
  hex: number;
  here: boolean;
  text: string;
}

/** A short sign over a hex. */
export interface SignClip extends Timed {
  type: 'sign';
  hex: number;
  tone: 'alarm' | 'news';
  text: string;
}

export type Clip = TravelClip | ClashClip | ShellsClip | FlightClip | VolleyClip | BlastClip | PresenceClip | SignClip;

/** What the clips need to know of the scenario. */
export interface ClipFacts {
  cols: number;
  placeHexes: readonly number[];
  /** Side of each unit, and the side that watches; null for an umpire. */
  sideOf: (unit: number) => number;
  side: number | null;
}

const MS_A_HEX = 130;
const LONGEST_MARCH = 900;
/** A run of clips is shortened to this, so that a long enemy turn does not become a film. */
export const LONGEST_RUN = 24_000;

export function menLost(losses: readonly UnitLoss[], units?: readonly number[]): number {
  let men = 0;
  for (const loss of losses) {
    if (units && !units.includes(loss.unit)) continue;
    men += loss.killed + loss.wounded + loss.missing + loss.captured;
  }
  return men;
}

/** The clips of a run of events, in order, at normal speed. Events without a picture give none. */
export function clipsOf(events: readonly GameEvent[], facts: ClipFacts): Clip[] {
  const clips: Clip[] = [];
  events.forEach((event, index) => {
    const clip = clipOf(event, index, facts);
    if (clip) clips.push(clip);
  });
  const total = clips.reduce((sum, clip) => sum + clip.ms, 0);
  if (total > LONGEST_RUN) for (const clip of clips) clip.ms = (clip.ms * LONGEST_RUN) / total;
  return clips;
}

function travel(
  index: number,
  unit: number,
  path: readonly number[],
  gait: TravelClip['gait'],
  text: string,
): Clip | null {
  if (path.length < 2) return null;
  const ms = Math.min(LONGEST_MARCH, 160 + MS_A_HEX * (path.length - 1));
  return { type: 'travel', event: index, unit, path, gait, text, ms };
}

function clipOf(event: GameEvent, index: number, facts: ClipFacts): Clip | null {
  switch (event.type) {
    case 'moved': {
      const foreign = facts.side !== null && facts.sideOf(event.unit) !== facts.side;
      return travel(index, event.unit, foreign ? event.shown : event.path, 'march', '');
    }
    case 'retreat': {
      const men = menLost(event.losses);
      return travel(index, event.unit, event.path, 'retreat', men > 0 ? `−${men}` : '');
    }
    case 'advance':
      return travel(index, event.unit, [event.from, event.hex], 'advance', '');
    case 'assault': {
      const { hex, attackers, support, defenders, losses, outcome } = event;
      const attackerLoss = menLost(losses, attackers);
      const defenderLoss = menLost(losses, defenders);
      return { type: 'clash', event: index, ms: 1300, hex, attackers, support, attackerLoss, defenderLoss, outcome };
    }
    case 'bombard':
      return { type: 'shells', event: index, ms: 800, unit: event.unit, hex: event.hex, loss: menLost(event.losses) };
    case 'air': {
      const { formation, mission, hex, losses, lost } = event;
      return {
        type: 'flight',
        event: index,
        ms: 1100,
        formation,
        mission,
        hex,
        loss: menLost(losses),
        aircraftLost: lost,
        gain: gainOf(event),
      };
    }
    case 'breakOut': {
      const men = menLost(event.losses);
      return travel(index, event.unit, [event.from, event.hex], 'breakOut', men > 0 ? `−${men}` : '');
    }
    case 'columnFire': {
      const { by, hex, losses } = event;
      return { type: 'volley', event: index, ms: 750, by, hex, loss: menLost(losses) };
    }
    case 'raid':
      return { type: 'sign', event: index, ms: 450, hex: event.hex, tone: 'alarm', text: `⚔ −${tonnes(event.kg)}` };
    case 'airfield': {
      const { hex, status } = event;
      if (status === AIRFIELD_DEMOLISHED) {
        return { type: 'blast', event: index, ms: 1200, hex, hexside: -1, text: '✈ ✕' };
      }
      return { type: 'sign', event: index, ms: 700, hex, tone: 'news', text: '✈ ⚑' };
    }
    case 'arrival':
      return { type: 'presence', event: index, ms: 350, unit: event.unit, hex: event.hex, here: true, text: '' };
    case 'withdrawal':
    case 'destroyed':
      return { type: 'presence', event: index, ms: 500, unit: event.unit, hex: event.hex, here: false, text: '' };
    case 'surrender':
      return {
        type: 'presence',
        event: index,
        ms: 1100,
        unit: event.unit,
        hex: event.hex,
        here: false,
        text: `⚑ ${event.men}`,
      };
    case 'spotted':
      return { type: 'sign', event: index, ms: 260, hex: event.hex, tone: 'news', text: '?' };
    case 'leader':
      return event.status === 0
        ? null
        : { type: 'sign', event: index, ms: 1200, hex: event.hex, tone: 'alarm', text: '★ †' };
    case 'control': {
      const hex = facts.placeHexes[event.place] ?? -1;
      return hex < 0 ? null : { type: 'sign', event: index, ms: 600, hex, tone: 'news', text: '⚑' };
    }
    case 'engineer': {
      const { hexside } = event;
      const hex = Math.floor(hexside / 3);
      if (event.result === 'blown') return { type: 'blast', event: index, ms: 800, hex, hexside, text: '⌒ ✕' };
      return { type: 'sign', event: index, ms: 500, hex, tone: 'news', text: '⌒' };
    }
    default:
      return null;
  }
}

/** Kilograms as tonnes: "0.4 t", "12 t". */
export function tonnes(kg: number): string {
  const t = kg / 1000;
  return `${t < 10 ? t.toFixed(1) : Math.round(t)} t`;
}

function gainOf(event: AirEvent): string {
  if (event.mission === 'troopLift' && event.landed > 0) return `+${event.landed}`;
  if (event.mission === 'supplyLift' && event.delivered > 0) return `+${tonnes(event.delivered)}`;
  return event.mission === 'bridges' && event.broken > 0 ? `⌒ ✕${event.broken > 1 ? event.broken : ''}` : '';
}

/** Where along a path a traveller is after a share of its time: the leg it is on and how far along it, 0..1. */
export function alongPath(legs: number, share: number): { leg: number; t: number } {
  const eased = share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) * (1 - share);
  const at = Math.min(legs - 1e-6, Math.max(0, eased * legs));
  const leg = Math.floor(at);
  return { leg, t: at - leg };
}
