/** The figures of simulated battles in words and columns. */
import type { Evaluation } from '../../lab/battles/evaluation.ts';
import { formatTable } from '../terminal.ts';

const FIGURES: readonly [keyof Evaluation, string][] = [
  ['accuracy', 'winner foretold, of the decided'],
  ['brier', 'Brier, decided'],
  ['log', 'log score, decided'],
  ['brierAll', 'Brier, all (a draw is half)'],
  ['crpsAttacker', "CRPS of ln losses, attacker's"],
  ['crpsDefender', "CRPS of ln losses, defender's"],
  ['energy', 'energy score of both'],
  ['missAttacker', "median miss of ln losses, attacker's"],
  ['missDefender', "median miss of ln losses, defender's"],
  ['cover50', 'inside the middle 50 %'],
  ['cover90', 'inside the middle 90 %'],
  ['ksAttacker', 'PIT from uniform (KS), attacker'],
  ['ksDefender', 'PIT from uniform (KS), defender'],
];

/** Scores of which less is better, so that skill means something. */
const SKILLED: ReadonlySet<keyof Evaluation> = new Set([
  'brier',
  'log',
  'brierAll',
  'crpsAttacker',
  'crpsDefender',
  'energy',
]);

/** All figures of a forecast beside climatology's. */
export function formatEvaluation(model: Evaluation, reference: Evaluation): string {
  const figure = (value: number): string => value.toFixed(3);
  const rows = FIGURES.map(([key, label]) => {
    const [one, other] = [model[key] as number, reference[key] as number];
    return [label, figure(one), figure(other), SKILLED.has(key) ? figure(1 - one / other) : ''];
  });
  const tenths = (counts: readonly number[]): string => counts.join(' ');
  return [
    `${model.battles} battles, ${model.decided} of them decided`,
    '',
    formatTable([['', 'resolver', 'climatology', 'skill'], ...rows]),
    '',
    `PIT by tenths, attacker: ${tenths(model.decilesAttacker)}`,
    `PIT by tenths, defender: ${tenths(model.decilesDefender)}`,
    '',
    formatReliability(model),
  ].join('\n');
}

/** What was foretold of the attacker's win against what came about. */
export function formatReliability({ reliability }: Evaluation): string {
  const figure = (value: number | null): string => (value === null ? '-' : value.toFixed(2));
  return formatTable([
    ['chance of the attacker', 'battles', 'mean chance', 'won'],
    ...reliability.map(({ from, to, count, meanChance, cameAbout }) => [
      `above ${from} to ${to}`,
      count,
      figure(meanChance),
      figure(cameAbout),
    ]),
  ]);
}
