/** Depots, convoys, narrow links and raids of a side, for the supply panel. */
import { holderOf } from '../../core/control.ts';
import { type SupplyNetwork, supplyNetwork } from '../../core/rules/supply.ts';
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

export function depotsOf(seen: Seen, network: SupplyNetwork): DepotFacts[] {
  const { game, view, side } = seen;
  return game.depots.flatMap(({ hex, side: owner }, depot): DepotFacts[] => {
    const now = view.depots[depot];
    const source = game.data.scenario.supplySources[depot];
    if (owner !== side || !now || !source) return [];
    const held = holderOf(view.control, hex) === side;
    const { food, ammo, fuel } = now;
    const brought = network.convoys.filter((one) => one.to === depot).reduce((sum, one) => sum + one.kg, 0);
    const status: DepotStatus = !held
      ? source.from
        ? 'waiting'
        : 'lost'
      : network.depots.some((one) => one.depot === depot && one.short)
        ? 'short'
        : food + ammo + fuel === 0
          ? 'empty'
          : 'open';
    const own = held ? source.foodKgPerDay + source.ammoKgPerDay + source.fuelKgPerDay : 0;
    return [{ depot, name: source.name, hex, food, ammo, fuel, inflow: own + brought, status }];
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

/** Raids told of in this turn and the last: on the lines of the side, and on those of the enemy, by whose ground it is. */
export function raidsOf(seen: Seen, lines: readonly LogLine[], most: number): { ours: LogLine[]; theirs: LogLine[] } {
  const raids = lines.filter((line) => line.event.type === 'raid' && line.turn >= seen.view.turn - 1);
  const onOwn = (line: LogLine): boolean => holderOf(seen.view.control, line.hex) === seen.side;
  return {
    ours: raids.filter(onOwn).slice(-most),
    theirs: raids.filter((line) => !onOwn(line)).slice(-most),
  };
}

export function networkOf(seen: Seen): SupplyNetwork {
  return supplyNetwork(seen.game, seen.view, seen.side);
}
