/** The order of battle of a scenario as a tree, with all who ever come. */
import type { Game } from '../../core/game.ts';
import type { UnitKind } from '../../core/scenario.ts';
import { scenarioNames, secondName } from '../text/names.ts';

export interface OrderNode {
  id: string;
  name: string;
  /** The name in the other script. */
  second: { text: string; lang: string };
  /** null for a formation without a counter. */
  kind: UnitKind | null;
  /** Men of this and of all below it at full strength of the scenario. */
  men: number;
  /** First day of it or of anything below it. */
  arrival: string;
  below: OrderNode[];
}

/** The trees of a side, the largest first; formations without a unit below them are left out. */
export function orderOf(game: Game, side: number): OrderNode[] {
  const { oob, scenario } = game.data;
  const names = scenarioNames(game);
  const sideId = scenario.sides[side]?.id;
  const nodes = new Map<string, OrderNode & { parent: string | null }>();
  for (const one of oob.formations)
    if (one.side === sideId)
      nodes.set(one.id, {
        id: one.id,
        name: names.command(one.id),
        second: secondName(one.name, one.zh),
        kind: null,
        men: 0,
        arrival: '',
        below: [],
        parent: one.parent,
      });
  oob.units.forEach((one, i) => {
    if (one.side === sideId)
      nodes.set(one.id, {
        id: one.id,
        name: names.unit(i),
        second: secondName(one.name, one.zh),
        kind: one.kind,
        men: one.men,
        arrival: one.arrival.date,
        below: [],
        parent: one.parent,
      });
  });
  const top: OrderNode[] = [];
  for (const node of nodes.values()) (node.parent === null ? top : (nodes.get(node.parent)?.below ?? top)).push(node);
  const sum = (node: OrderNode): OrderNode => {
    node.below = node.below.map(sum).filter((one) => one.men > 0);
    node.men += node.below.reduce((men, one) => men + one.men, 0);
    for (const { arrival } of node.below) if (node.arrival === '' || arrival < node.arrival) node.arrival = arrival;
    return node;
  };
  return top
    .map(sum)
    .filter((node) => node.men > 0)
    .sort((a, b) => b.men - a.men);
}
