/** Depots, convoys, narrow links and raids of a side, for the supply panel. */
import { holderOf } from '../../core/control.ts';
import type { Game } from '../../core/game.ts';
import { type SupplyNetwork, supplyNetwork } from '../../core/rules/supply.ts';
import { setup } from '../../core/setup.ts';
import { scenarioNames } from '../text/names.ts';
import type { LogLine } from './chronicle.ts';
import type { Seen } from './seen.ts';

export type DepotStatus = 'open' | 'short' | 'empty' | 'lost' | 'waiting';

export interface DepotFacts {
  depot: number;
  name: string;
  hex: number;
  food: number;
  ammo: number;
  fuel: number;
  /** Kg a day: what the source brings and what convoys got through. */
  inflow: number;
  status: DepotStatus;
}

export type Convoy = SupplyNetwork['convoys'][number];

export const DEPOT_COLUMNS = ['name', 'food', 'ammo', 'fuel', 'inflow'] as const;
export type DepotColumn = (typeof DEPOT_COLUMNS)[number];

const starts = new WeakMap<Game, readonly number[]>();

/** Who held each hex when the battle began. */
function controlAtStart(game: Game): readonly number[] {
  let control = starts.get(game);
  if (!control) {
    ({ control } = setup(game, { seed: '', fog: false }).state);
    starts.set(game, control);
  }
  return control;
}

/** Was the place ever ours: from the start, or because we took it, as the log tells? */
function wasOurs({ game, side }: Seen, hex: number, lines: readonly LogLine[]): boolean {
  return (
    holderOf(controlAtStart(game), hex) === side ||
    lines.some(({ event, hex: at }) => event.type === 'control' && event.side === side && at === hex)
  );
}

/** The depots of the side, those it does not hold included: lost ones apart from those it never had. */
export function depotsOf(seen: Seen, network: SupplyNetwork, lines: readonly LogLine[]): DepotFacts[] {
  const { game, view, side } = seen;
  return game.depots.flatMap(({ hex, side: owner }, depot): DepotFacts[] => {
    const now = view.depots[depot];
    const source = game.data.scenario.supplySources[depot];
    if (owner !== side || !now || !source) return [];
    const held = holderOf(view.control, hex) === side;
    const { food, ammo, fuel } = now;
    const brought = network.convoys.filter((one) => one.to === depot).reduce((sum, one) => sum + one.kg, 0);
    const status: DepotStatus = !held
      ? wasOurs(seen, hex, lines)
        ? 'lost'
        : 'waiting'
      : network.depots.some((one) => one.depot === depot && one.short)
        ? 'short'
        : food + ammo + fuel === 0
          ? 'empty'
          : 'open';
    const own = held ? source.foodKgPerDay + source.ammoKgPerDay + source.fuelKgPerDay : 0;
    return [
      { depot, name: scenarioNames(game).depot(source.id), hex, food, ammo, fuel, inflow: own + brought, status },
    ];
  });
}

export function sortDepots(depots: readonly DepotFacts[], by: DepotColumn, down: boolean): DepotFacts[] {
  const order = (a: DepotFacts, b: DepotFacts): number =>
    by === 'name' ? a.name.localeCompare(b.name) : a[by] - b[by] || a.depot - b.depot;
  return [...depots].sort((a, b) => (down ? order(b, a) : order(a, b)));
}

/** Links that carry no more, the fullest first: where a line is narrowest. */
export function narrowLinks(network: SupplyNetwork, most: number): SupplyNetwork['links'] {
  return network.links
    .filter((link) => link.kg > 0 && link.load >= link.kg)
    .sort((a, b) => a.kg - b.kg || a.to - b.to)
    .slice(0, most);
}

/** Raids told of in this turn and the last: on the convoys of the side, and on those of the enemy. */
export function raidsOf(seen: Seen, lines: readonly LogLine[], most: number): { ours: LogLine[]; theirs: LogLine[] } {
  const raids = (ours: boolean): LogLine[] =>
    lines
      .filter(({ event, turn }) => event.type === 'raid' && turn >= seen.view.turn - 1)
      .filter(({ event }) => event.type === 'raid' && (event.side === seen.side) === ours)
      .slice(-most);
  return { ours: raids(true), theirs: raids(false) };
}

export function networkOf(seen: Seen): SupplyNetwork {
  return supplyNetwork(seen.game, seen.view, seen.side);
}
