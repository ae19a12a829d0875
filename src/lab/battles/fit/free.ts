/** The numbers of the rules that a fit may move, where each begins, how far from there it is believed to lie, and its bounds. */
import { type Parameters, parameterAt, parametersWith } from '../../../core/rules/parameters.ts';

/** One number to fit, laid over one path or over several alike. */
export interface Free {
  id: string;
  paths: readonly string[];
  /** Moved by its logarithm: what multiplies. */
  log: boolean;
  /** Where the pull is to; the rulebook's number before any fit. */
  prior: number;
  /** Standard deviation of the pull, in ln for what multiplies. */
  spread: number;
  least: number;
  most: number;
}

function factor(
  id: string,
  paths: string | readonly string[],
  prior: number,
  spread: number,
  least: number,
  most: number,
): Free {
  return { id, paths: typeof paths === 'string' ? [paths] : paths, log: true, prior, spread, least, most };
}

function term(
  id: string,
  paths: string | readonly string[],
  prior: number,
  spread: number,
  least: number,
  most: number,
): Free {
  return { ...factor(id, paths, prior, spread, least, most), log: false };
}

const R = 'resolver';
const both = (path: string): string[] => [`${R}.${path}.attack`, `${R}.${path}.defence`];

/** What sets the middle of the forecasts: fitted by least squares. */
export const MIDDLE: readonly Free[] = [
  factor('slope', `${R}.slope`, 1.2, 0.15, 0.4, 3),
  term('bias', `${R}.bias`, 0.7, 0.5, -1, 2),
  term('surprisePower', `${R}.surprisePower`, 0.5, 0.3, 0, 1.5),
  term('airPower', `${R}.airPower`, 0.5, 0.3, 0, 1.5),
  factor('guns', 'strength.guns', 0.6, 0.25, 0.3, 4),
  factor('tanks', 'strength.tanks', 1.2, 0.3, 0.3, 4),
  factor('dug', ['posture.hasty', 'posture.prepared'], 1.2, 0.1, 1.15, 1.5),
  factor('fortified', 'posture.fortified', 1.8, 0.2, 1.5, 4),
  factor('attackRate', `${R}.attackRate`, 0.031, 0.5, 0.002, 0.3),
  factor('defenceRate', `${R}.defenceRate`, 0.022, 0.5, 0.002, 0.3),
  term('size', both('sizePower'), -0.3, 0.15, -0.8, 0),
  term('sizeLarge', both('sizePowerLarge'), -0.1, 0.15, -0.5, 0.1),
  term('ratio', `${R}.ratioPower`, 0.2, 0.15, 0, 0.6),
  term('days', `${R}.daysPower`, 0.72, 0.15, 0.4, 1),
  factor('flat', [`${R}.relief.attack.0`, `${R}.relief.defence.0`], 0.86, 0.2, 0.5, 1.5),
  factor('rugged', [`${R}.relief.attack.2`, `${R}.relief.defence.2`], 0.7, 0.2, 0.4, 1.2),
  factor('wooded', both('wooded'), 1.3, 0.2, 0.8, 2),
  factor('bare', both('bare'), 1, 0.2, 0.7, 1.8),
  factor('wet', both('wet'), 0.7, 0.2, 0.4, 1),
  factor('elastic', `${R}.elasticLoss`, 0.67, 0.2, 0.4, 1.2),
  term('surpriseLoss', `${R}.surpriseLoss`, 0.2, 0.15, 0, 0.6),
  term('airLoss', `${R}.airLoss`, 0, 0.15, -0.5, 0),
  term('shieldAttack', `${R}.armourShield.attack`, 0.2, 0.2, 0, 1),
  term('shieldDefence', `${R}.armourShield.defence`, 0.2, 0.2, 0, 1),
  factor('wwiAttack', `${R}.era.wwi.attack`, 1.5, 0.4, 0.5, 5),
  factor('wwiDefence', `${R}.era.wwi.defence`, 1.5, 0.4, 0.5, 5),
  factor('postwarAttack', `${R}.era.postwar.attack`, 0.8, 0.4, 0.3, 2),
  factor('postwarDefence', `${R}.era.postwar.defence`, 1, 0.4, 0.3, 2),
];

/** What sets how wide the forecasts are: searched step by step. */
export const WIDTH: readonly Free[] = [
  factor('shared', `${R}.noise.shared`, 0.47, 0.3, 0.1, 1.2),
  factor('attackNoise', `${R}.noise.attack`, 0.62, 0.3, 0.1, 1.5),
  factor('defenceNoise', `${R}.noise.defence`, 0.8, 0.3, 0.1, 1.5),
];

export const FREE: readonly Free[] = [...MIDDLE, ...WIDTH];

/** A free number as the search moves it: itself, or its logarithm. */
export function toScale({ log }: Free, value: number): number {
  return log ? Math.log(value) : value;
}

/** The number at a place of the search, within its bounds. */
export function fromScale({ log, least, most }: Free, at: number): number {
  return Math.min(most, Math.max(least, log ? Math.exp(at) : at));
}

/** The rules with these numbers, by the id of each free one, and what they lay over by path. */
export function laidOver(values: Readonly<Record<string, number>>): Record<string, number> {
  const laid: Record<string, number> = {};
  for (const free of FREE) {
    const value = values[free.id];
    if (value === undefined) continue;
    for (const path of free.paths) {
      if (!parameterAt(path)) throw new Error(`no parameter ${path}`);
      laid[path] = value;
    }
  }
  return laid;
}

export function rulesWith(values: Readonly<Record<string, number>>): Parameters {
  return parametersWith(laidOver(values));
}
