/** What a study varies: numbers of the rules by their path, or numbers of a scenario's files by a factor. */
import { parameterAt, parameterFault } from '../../core/rules/parameters.ts';
import { CHANGED_FILES, type Change, type ChangedFile, type ChangeSet } from '../change/changeSet.ts';
import type { VaryParameter } from './model.ts';

/** A parameter as it is asked for. */
export type Range = Omit<VaryParameter, 'usual'>;

/** From a value of the rules divided by a factor to the value times it. */
const by = (path: string, factor: number): Range => {
  const usual = parameterAt(path)?.value ?? Number.NaN;
  return { path, low: usual / factor, high: usual * factor };
};

/**
 * Sets of parameters that matter. The ranges are judgements of how far each number may be off: what was fitted to battles by
 * less, what is an estimate by half as much again or twice as much.
 */
export const SETS: Readonly<Record<string, readonly Range[]>> = {
  combat: [
    by('resolver.slope', 1.25),
    by('resolver.bias', 1.5),
    by('resolver.hazard', 1.5),
    by('resolver.attackRate', 1.5),
    by('resolver.defenceRate', 1.5),
    by('resolver.noise.power', 1.5),
    by('strength.guns', 2),
    by('strength.tanks', 2),
    by('strength.aircraft', 2),
    by('posture.prepared', 1.15),
    by('quality.point', 1.5),
    by('losses.cohesion', 1.5),
    // Terms of a sum of logarithms: from no effect to about twice what battles say.
    { path: 'resolver.airPower', low: 0, high: 0.9 },
    { path: 'resolver.surprisePower', low: 0, high: 0.8 },
  ],
  endurance: [
    by('supply.foodKg', 1.25),
    by('supply.ammoKg', 1.5),
    by('supply.roadKg', 2),
    by('supply.trackKg', 2),
    by('movement.road.foot', 1.25),
    by('movement.track.foot', 1.25),
    by('recovery.cohesion', 1.5),
    by('recovery.rest', 1.5),
    by('hunger.cohesion', 2),
    by('air.interdiction', 2),
  ],
  main: [
    by('resolver.slope', 1.25),
    by('resolver.bias', 1.5),
    by('resolver.attackRate', 1.5),
    by('resolver.defenceRate', 1.5),
    by('posture.prepared', 1.15),
    by('strength.guns', 2),
    by('strength.aircraft', 2),
    { path: 'resolver.airPower', low: 0, high: 0.9 },
    by('quality.point', 1.5),
    by('supply.ammoKg', 1.5),
    by('supply.foodKg', 1.25),
    by('supply.roadKg', 2),
    by('movement.road.foot', 1.25),
    by('recovery.cohesion', 1.5),
    by('air.interdiction', 2),
  ],
};

/** Parameters of a file are `FILE:PATH`; null for a number of the rules. */
function placeOf(path: string): { file: ChangedFile; path: string } | null {
  const colon = path.indexOf(':');
  const file = CHANGED_FILES.find((one) => one === path.slice(0, colon));
  return file ? { file, path: path.slice(colon + 1) } : null;
}

/**
 * Reads `path:low:high,path:low:high`. Refuses, with the parameter at fault, unknown paths of the rules, values out of their
 * bounds, ranges that are none and parameters given twice; whether a path of a file finds something only the scenario can say.
 */
export function parseParameters(text: string): { ok: true; ranges: Range[] } | { ok: false; message: string } {
  const ranges: Range[] = [];
  for (const item of text.split(',')) {
    const found = /^(.+):([^:]+):([^:]+)$/.exec(item.trim());
    if (!found) return { ok: false, message: `"${item}": a parameter is PATH:LOW:HIGH` };
    const range = { path: found[1] as string, low: Number(found[2]), high: Number(found[3]) };
    const fault = rangeFault(range) ?? (ranges.some(({ path }) => path === range.path) ? 'given twice' : null);
    if (fault !== null) return { ok: false, message: `"${item}": ${fault}` };
    ranges.push(range);
  }
  return { ok: true, ranges };
}

/** What is wrong with a range, null when nothing is. */
export function rangeFault({ path, low, high }: Range): string | null {
  if (!Number.isFinite(low) || !Number.isFinite(high) || low >= high) return 'the low end must be below the high end';
  if (placeOf(path)) return low < 0 ? 'a factor is not below 0' : null;
  const bounds = parameterAt(path);
  if (!bounds) return 'there is no such number in the rules, and no file of a scenario that it begins with';
  if (
    parameterFault(path, bounds.whole ? Math.round(low) : low) ||
    parameterFault(path, bounds.whole ? Math.round(high) : high)
  )
    return `the rules take ${bounds.least} to ${bounds.most}`;
  return null;
}

/** The parameters with what each is without a study. */
export function parametersOf(ranges: readonly Range[], laid: Readonly<Record<string, number>> = {}): VaryParameter[] {
  return ranges.map((range) => ({
    ...range,
    usual: placeOf(range.path) ? 1 : (laid[range.path] ?? parameterAt(range.path)?.value ?? Number.NaN),
  }));
}

/** From this ratio of its ends on a range is laid out by equal ratios: half a value and twice it are then equally far. */
const BY_RATIO = 2;

function byRatio({ low, high }: Range): boolean {
  return low > 0 && high / low >= BY_RATIO;
}

/** Where a value stands on the axis of its parameter, on which the points are even: its logarithm for a range by ratios. */
export function onScale(range: Range, value: number): number {
  return byRatio(range) ? Math.log(value) : value;
}

/** The values of the parameters at a point of the unit cube; to six digits, whole numbers of the rules rounded. */
export function valuesAt(parameters: readonly VaryParameter[], point: readonly number[]): number[] {
  return parameters.map((parameter, i) => {
    const { path, low, high } = parameter;
    const share = point[i] as number;
    const value = byRatio(parameter) ? low * (high / low) ** share : low + (high - low) * share;
    // Powers differ in their last digit between engines; six digits are the same everywhere.
    return !placeOf(path) && parameterAt(path)?.whole ? Math.round(value) : Number(value.toPrecision(6));
  });
}

/** The scenario at a point of a study. */
export function changesAt(parameters: readonly VaryParameter[], values: readonly number[], number: number): ChangeSet {
  const changes = parameters.map(({ path }, i): Change => {
    const place = placeOf(path);
    const value = values[i] as number;
    return place ? { op: 'scale', ...place, by: value } : { op: 'rule', path, value };
  });
  return { formatVersion: 1, id: `point-${number}`, title: `Point ${number}`, why: 'A point of a study', changes };
}
