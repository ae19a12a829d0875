/** The tables of depots and of the convoys between them. */
import { t, term } from '../../text/intl.ts';
import type { Names } from '../../text/names.ts';
import type { LogLine } from '../chronicle.ts';
import { type Convoy, type DepotFacts, depotsOf, networkOf } from '../depots.ts';
import type { Seen } from '../seen.ts';
import { figure, ranked, tonnes, words } from './cells.ts';
import type { Cell, Sheet } from './sheet.ts';
import { columnsOf } from './unitSheet.ts';

const DEPOT_STATES = ['open', 'short', 'empty', 'lost', 'waiting'] as const;

export function depotSheet(seen: Seen, names: Names, lines: readonly LogLine[]): Sheet {
  const network = networkOf(seen);
  const out = (depot: number): number =>
    network.links
      .filter((link) => link.from === seen.game.depots[depot]?.hex)
      .reduce((sum, link) => sum + Math.min(link.load, link.kg), 0);
  const narrow = (depot: number): Convoy | undefined =>
    network.convoys.find((convoy) => convoy.to === depot && convoy.kg < convoy.asked);
  return {
    id: 'depots',
    columns: columnsOf([
      ['name', false],
      ['state', false],
      ['foodT', true],
      ['ammoT', true],
      ['fuelT', true],
      ['inflow', true],
      ['outflow', true],
      ['narrow', false],
      ['place', false],
    ]),
    states: DEPOT_STATES.map((id) => ({ id, label: t(`depots.state.${id}`) })),
    rows: depotsOf(seen, network, lines).map((depot) => ({
      key: String(depot.depot),
      unit: -1,
      hex: depot.hex,
      states: [depot.status],
      cells: depotCells(seen, names, depot, out(depot.depot), narrow(depot.depot)),
    })),
  };
}

function depotCells(seen: Seen, names: Names, depot: DepotFacts, out: number, narrow: Convoy | undefined): Cell[] {
  const source = seen.game.data.scenario.supplySources[depot.depot];
  const bad = depot.status === 'lost' || depot.status === 'empty' || depot.status === 'short';
  return [
    words(names.depot(source?.id ?? '')),
    ranked(t(`depots.state.${depot.status}`), DEPOT_STATES.indexOf(depot.status), bad ? 'bad' : undefined),
    tonnes(depot.food),
    tonnes(depot.ammo),
    tonnes(depot.fuel),
    tonnes(depot.inflow),
    tonnes(out),
    narrow ? words(causeText(narrow), 'warn') : figure(null),
    words(names.hexFull(depot.hex)),
  ];
}

function causeText(convoy: Convoy): string {
  return convoy.cause === null ? t('depots.convoyNone') : term('supply.causes', convoy.cause);
}

export function convoySheet(seen: Seen, names: Names): Sheet {
  const { supplySources } = seen.game.data.scenario;
  const name = (depot: number): Cell => words(names.depot(supplySources[depot]?.id ?? ''));
  return {
    id: 'convoys',
    columns: columnsOf([
      ['to', false],
      ['from', false],
      ['asked', true],
      ['got', true],
      ['narrow', false],
    ]),
    states: (['all', 'limited'] as const).map((id) => ({ id, label: t(`staff.states.${id}`) })),
    rows: networkOf(seen).convoys.map((convoy) => {
      const whole = convoy.kg >= convoy.asked;
      return {
        key: `${convoy.from}.${convoy.to}`,
        unit: -1,
        hex: seen.game.depots[convoy.to]?.hex ?? -1,
        states: [whole ? 'all' : 'limited'],
        cells: [
          name(convoy.to),
          name(convoy.from),
          tonnes(convoy.asked),
          tonnes(convoy.kg, whole ? undefined : 'warn'),
          whole ? figure(null) : words(causeText(convoy), 'warn'),
        ],
      };
    }),
  };
}
