/** What the enemy could bring to a hex in his next player turn, as far as we know him. */
import { ASSAULT_MINUTES, gunReach } from '../../core/rules/fight.ts';
import { marchAllowance } from '../../core/rules/movement.ts';
import { MOBILITIES } from '../../core/scenario.ts';
import { SEEN_STRENGTH, SEEN_TYPE } from '../../core/state.ts';
import { minutesToGoal } from './goalDistance.ts';
import { isOwn, onMap, type Seen } from './seen.ts';

export interface EnemyReach {
  unit: number;
  /** Where he stands as far as we know. */
  hex: number;
  /** SEEN_CONTACT .. SEEN_STRENGTH */
  seen: number;
  /** Men as the view gives them: counted when the strength is known, else what his kind had. */
  men: number;
  /** Minutes of march to get there, rested and unhindered by what we do not know; 0 when he is there or next to it. */
  minutes: number;
  /** `march`: he can be there, or next to it with time for an assault. `guns`: his guns reach the hex from where they are. */
  by: 'march' | 'guns';
}

const FOOT = MOBILITIES.indexOf('foot');

/**
 * Known enemies who could come in their next player turn: into the hex where it is theirs or empty, or next to it with
 * time left for an assault where we stand. A bare contact is taken for troops on foot. Only the view is read.
 */
export function enemyReach(seen: Seen, hex: number): EnemyReach[] {
  const { game, view, side } = seen;
  if (hex < 0) return [];
  const foe = 1 - side;
  const ours = view.units.some((now, unit) => isOwn(seen, unit) && onMap(seen, unit) && now.hex === hex);
  const around = [0, 1, 2, 3, 4, 5].map((d) => game.neighbours[hex * 6 + d] as number).filter((near) => near >= 0);
  const free = (near: number): boolean =>
    !view.units.some((now, unit) => isOwn(seen, unit) && onMap(seen, unit) && now.hex === near);
  const goals = ours ? around.filter(free) : [hex];
  const most = marchAllowance(game, 0) - (ours ? ASSAULT_MINUTES : 0);
  const fields = new Map<number, Int32Array>();
  const found: EnemyReach[] = [];
  for (const unit of game.bySide[foe] as readonly number[]) {
    const now = view.units[unit];
    const info = game.units[unit];
    if (!now || !info || !onMap(seen, unit) || (now.hex === hex && !ours)) continue;
    const known = view.fog ? now.seen : SEEN_STRENGTH;
    const mobility = known >= SEEN_TYPE ? info.mobility : FOOT;
    let field = fields.get(mobility);
    if (!field) {
      field = minutesToGoal(seen, goals, mobility, foe);
      fields.set(mobility, field);
    }
    const minutes = field[now.hex] as number;
    const base = { unit, hex: now.hex, seen: known, men: now.men };
    if (minutes <= most && now.held === 0) found.push({ ...base, minutes, by: 'march' });
    else if (known >= SEEN_TYPE && info.rangeM > 0 && gunReach(game, now.hex, hex) <= info.rangeM)
      found.push({ ...base, minutes: 0, by: 'guns' });
  }
  return found.sort((a, b) => a.minutes - b.minutes || a.unit - b.unit);
}
