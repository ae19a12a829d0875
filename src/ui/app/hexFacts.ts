/** What there is to say about a hex: ground, ways, water, who holds and who sees it. */
import { holderOf } from '../../core/control.ts';
import { distance } from '../../core/game.ts';
import { DIRECTIONS } from '../../core/hex.ts';
import { seesHex } from '../../core/rules/detection.ts';
import { stackingLimit } from '../../core/rules/stacking.ts';
import { COVERS, type Cover, RELIEFS, type Relief, RIVER_CLASSES, type RiverClass } from '../../core/scenario.ts';
import { scenarioNames, secondName } from '../text/names.ts';
import { type Base, basesOf } from './airForce.ts';
import { hexsideOf, type LinkKind, linkKind } from './links.ts';
import { isOwn, onMap, type Seen, stackAt } from './seen.ts';

export interface RiverSide {
  direction: string;
  river: RiverClass;
  crossing: 'bridge' | 'ferry' | null;
  broken: boolean;
}

export interface HexFacts {
  hex: number;
  places: {
    name: string;
    second: { text: string; lang: string };
    period: string;
    kind: string;
    elevation: number | null;
  }[];
  cover: Cover;
  relief: Relief;
  elevation: number;
  crest: number;
  road: 'road' | 'track' | null;
  roadNames: string[];
  rivers: RiverSide[];
  holder: number;
  men: number;
  limit: number;
  /** Own units that see the hex. */
  observers: number[];
  /** Points it is worth, by side, at the end. */
  points: { side: number; points: number; perTurn: number }[];
  units: number[];
  /** The airfield here, null for none. */
  airfield: Base | null;
  /** Army zones of the side in force that the hex lies in. */
  zones: string[];
  /** Crossings, ways and railways that are down. */
  broken: { direction: string; what: LinkKind }[];
  /** Depots of the side here, with their stocks in kg. */
  depots: { name: string; held: boolean; food: number; ammo: number; fuel: number }[];
}

function riversOf(seen: Seen, hex: number): RiverSide[] {
  const { game, view } = seen;
  const found: RiverSide[] = [];
  for (let d = 0; d < 6; d++) {
    const river = game.river[hex * 6 + d] as number;
    const next = game.neighbours[hex * 6 + d] as number;
    if (river === 0 || next < 0) continue;
    const hexside = hexsideOf(game, hex, d);
    const crossing = game.crossing[hex * 6 + d];
    found.push({
      direction: DIRECTIONS[d] as string,
      river: RIVER_CLASSES[river - 1] as RiverClass,
      crossing: crossing === 1 ? 'bridge' : crossing === 2 ? 'ferry' : null,
      broken: view.breaks.some((link) => link.hexside === hexside),
    });
  }
  return found;
}

export function hexFacts(seen: Seen, hex: number): HexFacts {
  const { game, view } = seen;
  const code = (index: number): string =>
    String(index % game.cols).padStart(2, '0') + String(Math.floor(index / game.cols)).padStart(2, '0');
  const units = stackAt(seen, hex);
  const { map, scenario } = game.data;
  const names = scenarioNames(game);
  const here = game.places.filter((place) => place.hex === hex);
  const objectives = scenario.victory.objectives.filter((one) => here.some((place) => place.id === one.place));
  return {
    hex,
    places: here.map(({ index }) => {
      const place = map.places[index];
      return {
        name: names.place(index),
        second: secondName(place?.name ?? '', place?.zh ?? ''),
        period: place?.period ?? '',
        kind: place?.kind ?? '',
        elevation: place?.elevationM ?? null,
      };
    }),
    cover: COVERS[game.cover[hex] as number] as Cover,
    relief: RELIEFS[game.relief[hex] as number] as Relief,
    elevation: game.elevation[hex] as number,
    crest: game.crest[hex] as number,
    road: game.roadAt[hex] === 2 ? 'road' : game.roadAt[hex] === 1 ? 'track' : null,
    roadNames: [
      ...new Set(map.roads.filter((road) => road.hexes.includes(code(hex))).map((road) => names.line(road.name ?? ''))),
    ],
    rivers: riversOf(seen, hex),
    holder: holderOf(view.control, hex),
    men: units.reduce((sum, unit) => sum + (view.units[unit]?.men ?? 0), 0),
    limit: stackingLimit(game, hex),
    observers: game.bySide[seen.side].filter((unit) => {
      const at = view.units[unit]?.hex ?? -1;
      return onMap(seen, unit) && isOwn(seen, unit) && distance(game, at, hex) <= 4 && seesHex(game, view, at, hex);
    }),
    points: objectives.flatMap((one) =>
      scenario.sides.map((side, i) => ({
        side: i,
        points: one.points[side.id] ?? 0,
        perTurn: one.pointsPerTurn?.[side.id] ?? 0,
      })),
    ),
    units,
    airfield: game.theatre.airfields.some((field) => field.hex === hex)
      ? (basesOf(seen).find((base) => base.hex === hex && base.airfield >= 0) ?? null)
      : null,
    zones: game.theatre.boundaries.flatMap((zone, i) =>
      zone.side === seen.side && zone.inside[hex] === 1 && view.boundaries[i] === 1
        ? [names.boundary(scenario.boundaries?.[i]?.id ?? '')]
        : [],
    ),
    broken: DIRECTIONS.flatMap((direction, d) => {
      if ((game.neighbours[hex * 6 + d] as number) < 0) return [];
      const hexside = hexsideOf(game, hex, d);
      return view.breaks.some((link) => link.hexside === hexside) ? [{ direction, what: linkKind(game, hex, d) }] : [];
    }),
    depots: game.depots.flatMap(({ hex: at, side }, i) => {
      const now = view.depots[i];
      if (at !== hex || side !== seen.side || !now) return [];
      const held = holderOf(view.control, hex) === side;
      return [
        {
          name: names.depot(scenario.supplySources[i]?.id ?? ''),
          held,
          food: now.food,
          ammo: now.ammo,
          fuel: now.fuel,
        },
      ];
    }),
  };
}
