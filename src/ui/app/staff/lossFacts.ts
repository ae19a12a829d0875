/** Own losses by unit, by formation and by kind of troops: ledgers that add up to the same. */
import { UNIT_KINDS, type UnitKind } from '../../../core/scenario.ts';
import { UNIT_EXPECTED, type UnitState } from '../../../core/state.ts';
import type { Seen } from '../seen.ts';

export const LOSS_LEDGERS = ['unit', 'formation', 'kind'] as const;
export type LossLedger = (typeof LOSS_LEDGERS)[number];

export const LOSS_CAUSES = ['killed', 'wounded', 'missing', 'captured', 'sick', 'starved'] as const;
export type LossCause = (typeof LOSS_CAUSES)[number];

export interface LossFacts {
  key: string;
  /** What the line is about: a unit, a formation by its id, or a kind of troops. */
  unit: number;
  formation: string | null;
  kind: UnitKind | null;
  /** Men brought in (start and replacements) and men present. */
  brought: number;
  men: number;
  byCause: Record<LossCause, number>;
  lost: number;
  /** Guns, vehicles and machine guns lost for good, all kinds together. */
  pieces: number;
  hex: number;
}

function none(): Record<LossCause, number> {
  return { killed: 0, wounded: 0, missing: 0, captured: 0, sick: 0, starved: 0 };
}

function piecesOf(now: UnitState): number {
  return now.eqLost.reduce((sum, count, i) => sum + count + (now.eqTaken[i] ?? 0), 0);
}

/** The side's losses so far; units that have not come yet are left out. */
export function lossFacts(seen: Seen, ledger: LossLedger): LossFacts[] {
  const { game, view } = seen;
  const lines = new Map<string, LossFacts>();
  for (const unit of game.bySide[seen.side]) {
    const now = view.units[unit];
    const info = game.units[unit];
    if (!now || !info || now.status === UNIT_EXPECTED) continue;
    const formation = game.formations[info.formation] ?? null;
    const { kind } = info.data;
    const key = ledger === 'unit' ? String(unit) : ledger === 'formation' ? (formation ?? '') : kind;
    let line = lines.get(key);
    if (!line) {
      line = {
        key,
        unit: ledger === 'unit' ? unit : -1,
        formation: ledger === 'kind' ? null : formation,
        kind: ledger === 'formation' ? null : kind,
        brought: 0,
        men: 0,
        byCause: none(),
        lost: 0,
        pieces: 0,
        hex: ledger === 'unit' ? now.hex : -1,
      };
      lines.set(key, line);
    }
    line.men += now.men;
    line.pieces += piecesOf(now);
    for (const cause of LOSS_CAUSES) {
      line.byCause[cause] += now[cause];
      line.lost += now[cause];
    }
    line.brought += now.men + LOSS_CAUSES.reduce((sum, cause) => sum + now[cause], 0);
  }
  const all = [...lines.values()];
  if (ledger === 'kind')
    all.sort((a, b) => UNIT_KINDS.indexOf(a.kind as UnitKind) - UNIT_KINDS.indexOf(b.kind as UnitKind));
  return all;
}
