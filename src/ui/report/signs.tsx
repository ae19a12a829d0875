/** Signs that tell sources and verdicts apart by shape, whatever their colour. */
import { symbol, symbolCircle, symbolDiamond2, symbolSquare, symbolTimes, symbolTriangle } from 'd3-shape';
import type { MeasureReport, Verdict } from '../../lab/report/model.ts';
import { t } from '../text/intl.ts';

type Figure = MeasureReport['figures'][number]['figure'];

export const SIGN_KINDS = ['own', 'enemy', 'compiler', 'plain', 'refuted'] as const;
export type SignKind = (typeof SIGN_KINDS)[number];

const SHAPES = {
  own: symbolCircle,
  enemy: symbolTriangle,
  compiler: symbolSquare,
  plain: symbolDiamond2,
  refuted: symbolTimes,
};
const AREA = 58;

/** Who says it: the side itself, its enemy, somebody who added up, or nobody in particular; a refuted figure is struck out. */
export function signOf({ claim, refuted }: Figure): SignKind {
  return refuted === undefined ? (claim ?? 'plain') : 'refuted';
}

export function signPath(kind: SignKind): string {
  return symbol(SHAPES[kind], AREA)() ?? '';
}

/** The sign beside its words. */
export function Sign({ kind, estimated = false }: { kind: SignKind; estimated?: boolean }) {
  return (
    <svg class={`report-sign ${kind}${estimated ? ' estimated' : ''}`} viewBox="-7 -7 14 14" aria-hidden="true">
      <path d={signPath(kind)} />
    </svg>
  );
}

const MARKS: Record<Verdict, string> = {
  inside: 'M-4 0-1 3.5 4.5-4',
  missed: 'M-4-4 4 4M4-4-4 4',
  disputed: 'M-4-2H4M-4 2H4M-2 5 2-5',
  disputedMissed: 'M-4-2H4M-4 2H4M-3 5.5 3-5.5M-3-5.5 3 5.5',
  refuted: 'M-4-4 4 4M-4 4 4-4M-5 0H5',
  unmeasured: 'M-4 0H4',
};

/** A verdict as a sign and in a word or two. */
export function VerdictChip({ verdict }: { verdict: Verdict }) {
  return (
    <span class={`report-verdict ${verdict}`}>
      <svg viewBox="-7 -7 14 14" aria-hidden="true">
        <path d={MARKS[verdict]} />
      </svg>
      {t(`report.verdicts.${verdict}`)}
    </span>
  );
}
