/** What must be true of `oob.json` beyond its shape: ids, chains of command, strengths, dates. */
import { membersOf } from '../../core/members.ts';
import type { EquipmentClass, ScenarioData, UnitData } from '../../core/scenario.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Problems, shown } from '../problem.ts';
import { checkDate, checkIds, checkKnown, checkSourced, checkWithin } from './common.ts';

/** Fewest men that serve a piece of each class; horses are led by the dozen. */
const CREW: Record<EquipmentClass, number> = {
  rifle: 1,
  lmg: 1,
  hmg: 2,
  mortar: 1,
  infantryGun: 4,
  mountainGun: 5,
  fieldGun: 5,
  howitzer: 6,
  atGun: 4,
  tank: 2,
  armouredCar: 2,
  truck: 1,
  horse: 0,
};
const HORSES_PER_MAN = 3;

export function checkOob(data: ScenarioData, lexicon: Lexicon, problems: Problems): void {
  const { oob } = data;
  checkIds('oob', ['equipment'], oob.equipment, problems);
  oob.equipment.forEach((kind, i) => {
    checkSourced('oob', ['equipment', i], kind, problems);
  });
  const bodies = new Set<string>();
  checkIds('oob', ['formations'], oob.formations, problems, bodies);
  checkIds('oob', ['units'], oob.units, problems, bodies);
  oob.formations.forEach((formation, i) => {
    checkBody('formations', i, formation, lexicon, problems);
  });
  const called = calledUnits(data);
  oob.units.forEach((unit, i) => {
    checkBody('units', i, unit, lexicon, problems);
    checkSourced('oob', ['units', i], unit, problems);
    checkStrength(data, unit, i, lexicon, problems);
    checkDates(data, unit, i, called, problems);
    const isHq = unit.kind === 'hq';
    if (isHq !== (unit.commandKm !== undefined)) {
      const message = isHq ? 'an HQ needs a radius of command' : 'only an HQ has a radius of command';
      problems.add('oob', ['units', i, 'commandKm'], 'command', message);
    }
    if (unit.liaison && !isHq)
      problems.add('oob', ['units', i, 'liaison'], 'command', 'a liaison team works with an HQ');
  });
  checkIds('oob', ['leaders'], oob.leaders, problems);
  oob.leaders.forEach((leader, i) => {
    checkSourced('oob', ['leaders', i], leader, problems);
    checkKnown('oob', ['leaders', i, 'unit'], leader.unit, lexicon.units, 'unknown-unit', problems);
  });
}

function checkBody(
  list: 'units' | 'formations',
  index: number,
  body: { id: string; side: string; parent: string | null },
  lexicon: Lexicon,
  problems: Problems,
): void {
  checkKnown('oob', [list, index, 'side'], body.side, lexicon.sides, 'unknown-side', problems);
  if (body.parent === null) return;
  const keys = [list, index, 'parent'];
  const above = lexicon.bodies.get(body.parent);
  if (!above) {
    problems.add('oob', keys, 'unknown-parent', `no unit or formation has the id ${shown(body.parent)}`);
    return;
  }
  if (above.side !== body.side)
    problems.add('oob', keys, 'parent-side', `${shown(body.parent)} belongs to the other side`);
  const seen = new Set([body.id]);
  for (let id: string | null = body.parent; id !== null; id = lexicon.bodies.get(id)?.parent ?? null) {
    if (seen.has(id)) {
      problems.add('oob', keys, 'parent-cycle', `the chain of command comes back to ${shown(id)}`);
      return;
    }
    seen.add(id);
  }
}

function checkStrength(data: ScenarioData, unit: UnitData, index: number, lexicon: Lexicon, problems: Problems): void {
  const keys = ['units', index];
  if (unit.men <= 0) {
    problems.add('oob', [...keys, 'men'], 'strength', `a unit has at least one man, not ${unit.men}`);
    return;
  }
  let rifles = 0;
  let crews = 0;
  let horses = 0;
  for (const [id, pieces] of Object.entries(unit.equipment)) {
    if (!checkKnown('oob', [...keys, 'equipment', id], id, lexicon.equipment, 'unknown-equipment', problems)) continue;
    const kind = data.oob.equipment.find((one) => one.id === id)?.class ?? 'rifle';
    if (kind === 'rifle') rifles += pieces;
    else if (kind === 'horse') horses += pieces;
    else crews += pieces * CREW[kind];
  }
  const tooMany = (what: string, need: number): void => {
    problems.add('oob', [...keys, 'equipment'], 'strength', `${what} need ${need} men; the unit has ${unit.men}`);
  };
  if (rifles > unit.men) tooMany(`${rifles} rifles`, rifles);
  if (crews > unit.men) tooMany('the crews of its weapons and vehicles', crews);
  if (horses > unit.men * HORSES_PER_MAN) tooMany(`${horses} horses`, Math.ceil(horses / HORSES_PER_MAN));
}

function checkDates(
  { scenario }: ScenarioData,
  unit: UnitData,
  index: number,
  called: Called,
  problems: Problems,
): void {
  const keys = ['units', index];
  const day = checkDate('oob', [...keys, 'arrival', 'date'], unit.arrival.date, problems);
  if (unit.reserve && !called.has(index)) {
    const message = 'no event or decision ever brings this reserve in';
    problems.add('oob', [...keys, 'reserve'], 'never-comes', message);
  }
  if (day !== null && !unit.reserve && unit.arrival.date > scenario.endDate && !called.has(index))
    checkWithin('oob', [...keys, 'arrival', 'date'], unit.arrival.date, scenario, problems);
  if (unit.held) checkWithin('oob', [...keys, 'held', 'until'], unit.held.until, scenario, problems);
  if (!unit.withdraw) return;
  checkWithin('oob', [...keys, 'withdraw', 'date'], unit.withdraw.date, scenario, problems);
  if (!unit.reserve && unit.withdraw.date < unit.arrival.date)
    problems.add('oob', [...keys, 'withdraw', 'date'], 'date-order', 'the unit leaves before it has come');
}

/** Indices of the units that an event or a decision brings in. */
type Called = ReadonlySet<number>;

function calledUnits(data: ScenarioData): Called {
  const called = new Set<number>();
  for (const { effects } of [...data.scenario.events, ...(data.scenario.decisions ?? [])])
    for (const effect of effects)
      if (effect.type === 'arrive') for (const unit of membersOf(data, effect.unit)) called.add(unit);
  return called;
}
