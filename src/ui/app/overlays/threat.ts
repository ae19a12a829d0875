/** The reach of the enemy we know of: where he could be, and what he could attack, in his next player turn. */
import { ASSAULT_MINUTES } from '../../../core/rules/fight.ts';
import { marchAllowance, reach } from '../../../core/rules/movement.ts';
import { type GameState, SEEN_STRENGTH, UNIT_ON_MAP } from '../../../core/state.ts';
import type { OverlayCell } from '../../board/contract.ts';
import { t } from '../../text/intl.ts';
import type { Seen } from '../seen.ts';
import { type Drawn, row } from './legend.ts';

const ATTACK_FILL = 'rgba(150,30,24,.58)';
/** Few, some, many could come. */
const FILLS = ['rgba(196,120,40,.24)', 'rgba(190,84,34,.36)', 'rgba(170,52,30,.48)'];
const SOME = 3;
const MANY = 6;
/** More fuel than a march burns: how much the enemy has is not known. */
const AMPLE_KG = 1e9;

export interface Threat {
  /** Known enemy units that could march to a hex, and that could attack one of ours in it. */
  reach: Uint8Array;
  attack: Uint8Array;
  enemies: number;
}

/**
 * What every known enemy could do with a whole turn's march, as the side knows the map: its own troops and their zones of
 * control slow him whether he knows of them or not. Takes some 60 microseconds a unit.
 */
export function threatOf(seen: Seen): Threat {
  const { game, view } = seen;
  const { mine, units } = fresh(seen);
  const state = { ...view, units, fog: false };
  const threat: Threat = { reach: new Uint8Array(game.size), attack: new Uint8Array(game.size), enemies: 0 };
  for (const unit of game.bySide[1 - seen.side] as number[]) {
    const now = units[unit];
    if (!now || now.status !== UNIT_ON_MAP || now.hex < 0) continue;
    threat.enemies++;
    const found = reach(game, state, unit, 'march');
    const attacked = new Set<number>();
    for (const hex of found.order) {
      threat.reach[hex] = (threat.reach[hex] as number) + 1;
      if (now.minutes - (found.minutes[hex] as number) < ASSAULT_MINUTES) continue;
      for (let d = 0; d < 6; d++) {
        const near = game.neighbours[hex * 6 + d] as number;
        if (near >= 0 && mine.has(near)) attacked.add(near);
      }
    }
    for (const hex of attacked) threat.attack[hex] = (threat.attack[hex] as number) + 1;
  }
  return threat;
}

/** The units with the march of a new turn for the enemy, and the hexes of the side's own. */
function fresh({ game, view, side }: Seen): { mine: Set<number>; units: GameState['units'] } {
  const mine = new Set<number>();
  const units = view.units.map((unit, index) => {
    const own = game.units[index]?.side === side;
    const here = unit.status === UNIT_ON_MAP && unit.hex >= 0;
    if (own && here) mine.add(unit.hex);
    if (own || !here) return unit;
    const fatigue = !view.fog || unit.seen >= SEEN_STRENGTH ? unit.fatigue : 0;
    return { ...unit, minutes: marchAllowance(game, fatigue), fuel: AMPLE_KG };
  });
  return { mine, units };
}

export function threatOverlay(seen: Seen): Drawn {
  const { reach: counts, attack, enemies } = threatOf(seen);
  const cells: OverlayCell[] = [];
  let threatened = 0;
  for (let hex = 0; hex < seen.game.size; hex++) {
    const here = attack[hex] as number;
    const count = counts[hex] as number;
    if (here > 0) {
      threatened++;
      cells.push({ hex, fill: ATTACK_FILL, text: t('overlays.enemyReach.inAttack', { count: here }) });
    } else if (count > 0) {
      const fill = FILLS[count >= MANY ? 2 : count >= SOME ? 1 : 0] as string;
      cells.push({ hex, fill, text: String(count) });
    }
  }
  const rows = [
    row('plain', undefined, '', t('overlays.enemyReach.known', { count: enemies })),
    row('fill', FILLS[0], '1', t('overlays.enemyReach.few', { most: SOME - 1 })),
    row('fill', FILLS[1], String(SOME), t('overlays.enemyReach.some', { least: SOME, most: MANY - 1 })),
    row('fill', FILLS[2], String(MANY), t('overlays.enemyReach.many', { least: MANY })),
    row(
      'fill',
      ATTACK_FILL,
      t('overlays.enemyReach.inAttack', { count: 2 }),
      t('overlays.enemyReach.attack', { stacks: threatened }),
    ),
  ];
  return { overlay: { id: 'enemyReach', cells, lines: [] }, rows };
}
