/**
 * Fits the free numbers to battles: Gauss and Newton's least squares for the middle of the forecasts, with slopes taken
 * by differences, then steps up and down for their width; both pulled towards the priors. Nothing is random but the dice,
 * which are those of the seed.
 */
import { FREE, type Free, fromScale, MIDDLE, rulesWith, toScale, WIDTH } from './free.ts';
import { type Fitted, lnLosses, type Measured, measure } from './measure.ts';

export type Values = Record<string, number>;

export interface SearchOptions {
  seed: string;
  repetitions: number;
  /** Rounds of least squares, each followed by one of steps. */
  rounds: number;
  /** Told after each measurement. */
  tick?: () => void;
}

/** Weights of the three scores: each against about what climatology has. */
const SCALE = { brier: 0.2, attacker: 0.55, defender: 0.65 } as const;
/** Variances of one battle about its forecast: of ln losses of the two sides, and of a win. */
const VARIANCE = { attacker: 0.75, defender: 1.1, win: 0.19 } as const;

export function priorValues(): Values {
  return Object.fromEntries(FREE.map(({ id, prior }) => [id, prior]));
}

/** Mean scores of measured battles. */
export function scoresOf(measured: readonly Measured[]): { brier: number; attacker: number; defender: number } {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    brier: mean(measured.flatMap(({ brier }) => brier ?? [])),
    attacker: mean(measured.map(({ crpsAttacker }) => crpsAttacker)),
    defender: mean(measured.map(({ crpsDefender }) => crpsDefender)),
  };
}

/** The pull of the priors: half the sum of squares in their standard deviations. */
function pull(values: Values): number {
  let sum = 0;
  for (const free of FREE) {
    const off = (toScale(free, values[free.id] as number) - toScale(free, free.prior)) / free.spread;
    sum += off * off;
  }
  return sum / 2;
}

/** What the search makes small. */
function objective(measured: readonly Measured[], values: Values): number {
  const { brier, attacker, defender } = scoresOf(measured);
  return brier / SCALE.brier + attacker / SCALE.attacker + defender / SCALE.defender + pull(values) / measured.length;
}

/** Solves a symmetric positive system by Cholesky's method. */
function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  const low = matrix.map((row) => row.slice());
  const x = right.slice();
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = (low[i] as number[])[j] as number;
      for (let k = 0; k < j; k++) sum -= ((low[i] as number[])[k] as number) * ((low[j] as number[])[k] as number);
      (low[i] as number[])[j] = i === j ? Math.sqrt(sum) : sum / ((low[j] as number[])[j] as number);
    }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] as number) - ((low[i] as number[])[k] as number) * (x[k] as number);
    x[i] = (x[i] as number) / ((low[i] as number[])[i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] = (x[i] as number) - ((low[k] as number[])[i] as number) * (x[k] as number);
    x[i] = (x[i] as number) / ((low[i] as number[])[i] as number);
  }
  return x;
}

/** How far a free number is moved to see what it does. */
function probe(free: Free): number {
  return Math.max(0.1, free.spread / 2);
}

function moved(values: Values, free: Free, by: number): Values {
  return { ...values, [free.id]: fromScale(free, toScale(free, values[free.id] as number) + by) };
}

/** The step of least squares from these values. */
function newtonStep(
  battles: readonly Fitted[],
  values: Values,
  base: readonly Measured[],
  look: (values: Values) => Measured[],
): number[] {
  const residuals: number[] = [];
  const rows: number[][] = [];
  const looked = MIDDLE.map((free) => {
    const up = moved(values, free, probe(free));
    const by = toScale(free, up[free.id] as number) - toScale(free, values[free.id] as number);
    // At the upper bound the look is downwards.
    const there = Math.abs(by) > 1e-9 ? up : moved(values, free, -probe(free));
    const step = toScale(free, there[free.id] as number) - toScale(free, values[free.id] as number);
    return { measured: look(there), step };
  });
  battles.forEach(({ history }, i) => {
    const now = base[i] as Measured;
    const add = (truth: number, of: (measured: Measured) => number, variance: number): void => {
      const weight = 1 / Math.sqrt(variance);
      residuals.push((truth - of(now)) * weight);
      rows.push(looked.map(({ measured, step }) => ((of(measured[i] as Measured) - of(now)) / step) * weight));
    };
    add(lnLosses(history.attackerLosses), ({ attacker }) => attacker, VARIANCE.attacker);
    add(lnLosses(history.defenderLosses), ({ defender }) => defender, VARIANCE.defender);
    if (history.wins !== 0) add((history.wins + 1) / 2, ({ chance }) => chance, VARIANCE.win);
  });
  const matrix = MIDDLE.map(() => MIDDLE.map(() => 0));
  const right = MIDDLE.map(() => 0);
  rows.forEach((row, r) => {
    row.forEach((one, i) => {
      if (one === 0) return;
      right[i] = (right[i] as number) + one * (residuals[r] as number);
      const into = matrix[i] as number[];
      row.forEach((other, j) => {
        into[j] = (into[j] as number) + one * other;
      });
    });
  });
  MIDDLE.forEach((free, i) => {
    const tight = 1 / (free.spread * free.spread);
    (matrix[i] as number[])[i] = ((matrix[i] as number[])[i] as number) + tight;
    right[i] = (right[i] as number) + tight * (toScale(free, free.prior) - toScale(free, values[free.id] as number));
  });
  return solve(matrix, right);
}

export interface Found {
  values: Values;
  objective: number;
}

/** Fits the free numbers to these battles, from the priors. */
export function search(battles: readonly Fitted[], options: SearchOptions): Found {
  const look = (values: Values): Measured[] => {
    const measured = measure(battles, rulesWith(values), options.seed, options.repetitions);
    options.tick?.();
    return measured;
  };
  let values = priorValues();
  let base = look(values);
  let best = objective(base, values);
  for (let round = 0; round < options.rounds; round++) {
    const step = newtonStep(battles, values, base, look);
    for (const share of [1, 0.5, 0.25]) {
      let there = values;
      MIDDLE.forEach((free, i) => {
        there = moved(there, free, share * (step[i] as number));
      });
      const measured = look(there);
      const score = objective(measured, there);
      if (score >= best) continue;
      [values, base, best] = [there, measured, score];
      break;
    }
    for (const free of WIDTH) {
      for (const by of [0.2, -0.2, 0.08, -0.08]) {
        const there = moved(values, free, by);
        const measured = look(there);
        const score = objective(measured, there);
        if (score >= best) continue;
        [values, base, best] = [there, measured, score];
      }
    }
  }
  return { values: rounded(widened(values, battles.length)), objective: best };
}

/** Forecasts of battles not seen carry the error of the fit as well: residuals grow by the numbers fitted to so many battles. */
function widened(values: Values, battles: number): Values {
  const more = Math.sqrt(1 + MIDDLE.length / battles);
  const wide: Values = { ...values };
  for (const { id } of WIDTH) wide[id] = (values[id] as number) * more;
  return wide;
}

/** Three digits: what a rulebook can state. */
function rounded(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, Number(value.toPrecision(3))]));
}
