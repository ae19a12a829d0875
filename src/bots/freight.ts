/** What the enemy's roads carry, as far as one side can tell: from the scenario's depots, who is believed to hold them, and the troops known. */
import { holderOf } from '../core/control.ts';
import { direction, type Game, hexside } from '../core/game.ts';
import { perTurn, waysOf } from '../core/rules/supplyWays.ts';
import type { SideIndex } from '../core/state.ts';
import type { Context } from './context.ts';
import { infoOf, unitAt } from './estimate.ts';
import { FAR, fieldTo, type Inward, inwardOf } from './field.ts';
import type { Plan } from './plan.ts';

export interface Freight {
  /** kg a turn by step (`from * 6 + direction`), forward from the depots, and by hexside. */
  steps: Map<number, number>;
  links: Map<number, number>;
}

interface Ways {
  inward: Inward;
  /** By side and depot: the way from the depot that feeds it, that one last; empty where nothing feeds it. */
  chains: (number[][] | undefined)[];
}

const atlas = new WeakMap<Game, Ways>();
const freights = new WeakMap<Plan, Freight>();

/** What a man wants a day with an average ration of ammunition, kg. */
const MAN_KG = 1.4;
const STEP_BARRED = 1 << 20;

function costOf(game: Game, step: number): number {
  const cost = (waysOf(game).links[0] as { cost: Int32Array }).cost[step] as number;
  return cost > 0 ? cost : STEP_BARRED;
}

function waysFor(game: Game): Ways {
  let ways = atlas.get(game);
  if (!ways) {
    ways = { inward: inwardOf(game, (step) => costOf(game, step)), chains: [] };
    atlas.set(game, ways);
  }
  return ways;
}

/** The ways of a side's convoys as the ground lies. Kept for the game. */
function chainsOf(game: Game, side: SideIndex): number[][] {
  const { inward, chains } = waysFor(game);
  const kept = chains[side];
  if (kept) return kept;
  const { supplySources } = game.data.scenario;
  const fields = new Map<number, Int32Array>();
  const found = supplySources.map(({ from }, depot) => {
    const source = supplySources.findIndex((one) => one.id === from?.source);
    if (source < 0 || game.depots[depot]?.side !== side) return [];
    const start = game.depots[source]?.hex as number;
    const field = fields.get(source) ?? fieldTo(game, [start], inward, waysOf(game).farthest);
    fields.set(source, field);
    return wayDown(game, field, game.depots[depot]?.hex as number);
  });
  chains[side] = found;
  return found;
}

/** The way down a field by the links it was searched over, the hex first; empty when the field does not reach. */
function wayDown(game: Game, field: Int32Array, from: number, barred?: Int32Array): number[] {
  if ((field[from] as number) >= FAR) return [];
  const { cost } = waysOf(game).links[0] as { cost: Int32Array };
  const way = [from];
  for (let at = from; (field[at] as number) > 0; ) {
    const rest = (field[at] as number) - (barred?.[at] ?? 0);
    let next = -1;
    for (let d = 0; d < 6 && next < 0; d++) {
      const near = game.neighbours[at * 6 + d] as number;
      if (near < 0) continue;
      const step = cost[at * 6 + d] as number;
      if ((field[near] as number) + (step > 0 ? step : STEP_BARRED) === rest) next = near;
    }
    if (next < 0) return [];
    way.push(next);
    at = next;
  }
  return way;
}

/** The freight of the enemy of the side that plans. Kept for the turn. */
export function freightOf(ctx: Context): Freight {
  const kept = freights.get(ctx.plan);
  if (kept) return kept;
  const { game, view, est } = ctx;
  const enemy = (1 - est.side) as SideIndex;
  const freight: Freight = { steps: new Map(), links: new Map() };
  const { inward } = waysFor(game);
  const chains = chainsOf(game, enemy);
  const held = (depot: number): boolean => {
    const one = game.depots[depot];
    return one !== undefined && one.side === enemy && holderOf(view.control, one.hex) === enemy;
  };
  const { supplySources } = game.data.scenario;
  supplySources.forEach(({ from }, depot) => {
    if (!from || !held(depot) || !held(supplySources.findIndex((one) => one.id === from.source))) return;
    const chain = chains[depot] as number[];
    if (chain.some((hex) => est.ownIn.has(hex))) return;
    load(game, freight, chain, from.foodKgPerDay + from.ammoKgPerDay + from.fuelKgPerDay);
  });
  const sources = game.depots.filter((_, depot) => held(depot)).map((depot) => depot.hex);
  const wanted = est.foes.map((foe) => foe.hex);
  if (sources.length > 0 && wanted.length > 0) {
    const barred = new Int32Array(game.size);
    for (const hex of est.ownIn.keys()) barred[hex] = STEP_BARRED;
    const field = fieldTo(game, sources, inward, waysOf(game).farthest, { wanted, leaving: barred });
    for (const foe of est.foes) {
      const men = foe.seen ? unitAt(view, foe.unit).men : infoOf(game, foe.unit).data.men;
      load(game, freight, wayDown(game, field, foe.hex, barred), men * MAN_KG);
    }
  }
  freights.set(ctx.plan, freight);
  return freight;
}

function load(game: Game, freight: Freight, way: readonly number[], kgPerDay: number): void {
  const kg = perTurn(game, kgPerDay);
  for (let i = 0; i + 1 < way.length; i++) {
    const to = way[i] as number;
    const step = (way[i + 1] as number) * 6 + direction(game, way[i + 1] as number, to);
    const link = hexside(game, to, direction(game, to, way[i + 1] as number));
    freight.steps.set(step, (freight.steps.get(step) ?? 0) + kg);
    freight.links.set(link, (freight.links.get(link) ?? 0) + kg);
  }
}

/** What a step can carry as the ground is, kg a turn. */
export function capacity(game: Game, ground: number, step: number): number {
  return (waysOf(game).links[ground] as { kg: Int32Array }).kg[step] as number;
}
