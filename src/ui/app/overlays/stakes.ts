/** Overlays of what counts and what flies: objectives with airfields and railways, and the air war. */
import { holderOf } from '../../../core/control.ts';
import { parseHex } from '../../../core/hex.ts';
import { AIRFIELD_THREAT_KM, airfieldsOf } from '../../../core/rules/airfields.ts';
import { isWhole } from '../../../core/rules/victory.ts';
import { AIRFIELD_DEMOLISHED, type SideIndex } from '../../../core/state.ts';
import type {
  FieldLook,
  Overlay,
  OverlayField,
  OverlayLine,
  OverlayMission,
  OverlayStake,
} from '../../board/contract.ts';
import { t } from '../../text/intl.ts';
import { scenarioNames } from '../../text/names.ts';
import type { LogLine } from '../chronicle.ts';
import type { Seen } from '../seen.ts';
import { type LegendRow, row } from './legend.ts';

/** A railway is named at every so many links. */
const RAIL_STEP = 6;

export function objectivesOverlay(seen: Seen): Overlay {
  const { game, view } = seen;
  const { victory, sides } = game.data.scenario;
  /** "30/60", "6/8+1": what the place is worth to the first side and to the second. */
  const worth = (end: Record<string, number>, turn: Record<string, number> | undefined): string =>
    sides.map(({ id }) => `${end[id] ?? 0}${turn?.[id] ? `+${turn[id]}` : ''}`).join('/');
  const stakes = victory.objectives.flatMap((objective): OverlayStake[] => {
    const hex = game.places[game.placeIndex.get(objective.place) ?? -1]?.hex;
    if (hex === undefined) return [];
    const text = worth(objective.points, objective.pointsPerTurn);
    return [{ hex, side: holderOf(view.control, hex) as SideIndex | -1, text }];
  });
  const points = new Map((victory.airfields ?? []).map((one) => [one.airfield, one.points]));
  const fields = fieldsOf(seen)
    .filter((field) => points.has(field.id))
    .map(({ id, ...field }) => ({ ...field, text: String(points.get(id)) }));
  return { id: 'objectives', cells: [], lines: railLines(seen), fields, stakes };
}

/** Railways that count, in the colour of who holds each stretch; broken ones are dashed. */
function railLines(seen: Seen): OverlayLine[] {
  const { game, view } = seen;
  const broken = new Set(view.breaks.map((link) => link.hexside));
  return game.theatre.lines.flatMap((line) => {
    const word = isWhole(view, line) ? t('map.railWhole') : t('map.railCut');
    return line.hexes.slice(1).map((to, i): OverlayLine => {
      const from = line.hexes[i] as number;
      const holder = holderOf(view.control, to);
      const named = i % RAIL_STEP === RAIL_STEP / 2;
      return {
        from,
        to,
        width: 4,
        colour: game.data.scenario.sides[holder]?.colour ?? '#5b5040',
        dash: broken.has(line.hexsides[i] as number) ? 'dots' : 'dashDot',
        ...(named ? { text: `${word} +${line.pointsPerTurn}` } : {}),
      };
    });
  });
}

/** Airfields as signs, with their ids. */
function fieldsOf(seen: Seen): (OverlayField & { id: string })[] {
  const { game, view } = seen;
  return airfieldsOf(game, view, seen.side).map((field) => {
    const { id, side: owner } = game.theatre.airfields[field.airfield] as (typeof game.theatre.airfields)[number];
    const near = field.enemyKm >= 0 && field.enemyKm <= AIRFIELD_THREAT_KM;
    const state: FieldLook =
      field.status === AIRFIELD_DEMOLISHED
        ? 'demolished'
        : field.side !== owner
          ? 'lost'
          : near
            ? 'threatened'
            : 'working';
    const name = scenarioNames(game).airfield(field.airfield);
    return {
      id,
      hex: field.hex,
      state,
      side: field.side,
      text: t(`map.fieldWords.${state}`),
      ...(name ? { name } : {}),
    };
  });
}

/** Airfields, and what the side has flown this turn. */
export function airOverlay(seen: Seen, lines: readonly LogLine[]): Overlay {
  const { game, view, side } = seen;
  const { formations } = game.data.air;
  const id = game.data.scenario.sides[side]?.id;
  const missions = lines.flatMap(({ event, turn }): OverlayMission[] => {
    if (event.type !== 'air' || turn !== view.turn || event.sorties === 0) return [];
    const data = formations[event.formation];
    if (data?.side !== id) return [];
    const moved = view.air[event.formation]?.moved === 1;
    const from = moved || data?.base.hex === undefined ? -1 : parseHex(game.cols, game.rows, data.base.hex);
    return [{ hex: event.hex, mission: event.mission, side, text: String(event.sorties), from }];
  });
  return { id: 'air', cells: [], lines: [], fields: fieldsOf(seen).map(({ id: _id, ...field }) => field), missions };
}

/** Who holds how many of the places that count, and how the airfields stand. */
export function objectiveRows(seen: Seen, overlay: Overlay): LegendRow[] {
  const { sides } = seen.game.data.scenario;
  const names = scenarioNames(seen.game);
  const rows = sides.map(({ colour }, side) => {
    const count = (overlay.stakes ?? []).filter((stake) => stake.side === side).length;
    return row('ring', colour, String(count), t('overlays.objectives.held', { side: names.side(side), count }));
  });
  const sample = overlay.stakes?.[0]?.text ?? '6/8';
  const worth = t('overlays.objectives.worth', { first: names.adjective(0), second: names.adjective(1) });
  return [row('plain', undefined, sample, worth), ...rows, ...fieldRows(overlay)];
}

/** Airfields by their state, and the sorties flown this turn. */
export function airRows(seen: Seen, overlay: Overlay): LegendRow[] {
  const sorties = (overlay.missions ?? []).reduce((sum, one) => sum + Number(one.text), 0);
  const colour = seen.game.data.scenario.sides[seen.side]?.colour;
  const missions = overlay.missions?.length ?? 0;
  return [row('dots', colour, String(sorties), t('overlays.air.flown', { missions, sorties })), ...fieldRows(overlay)];
}

const FIELD_COLOURS: Record<FieldLook, string> = {
  working: '#33552b',
  threatened: '#b5651d',
  demolished: '#6b6257',
  lost: '#8c2f24',
};

function fieldRows(overlay: Overlay): LegendRow[] {
  return (Object.keys(FIELD_COLOURS) as FieldLook[]).flatMap((state) => {
    const count = (overlay.fields ?? []).filter((field) => field.state === state).length;
    if (count === 0) return [];
    const words = t('overlays.air.fields', { count, state: t(`map.fieldWords.${state}`) });
    return [row('ring', FIELD_COLOURS[state], String(count), words)];
  });
}
