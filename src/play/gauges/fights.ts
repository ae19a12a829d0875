/** Who fought where and when, and what it cost near a place. */
import type { GameEvent, UnitLoss } from '../../core/event.ts';
import { distance } from '../../core/game.ts';
import { membersOf } from '../../core/members.ts';
import { LEADER_KILLED } from '../../core/rules/leaders.ts';
import { atEnd, firstDate, type Gauge, hexOfPlace, kmBetween, type Makers, sideOf, unitsOf, within } from './gauge.ts';
import { piecesOf } from './losses.ts';

type Kinds = 'firstAssault' | 'firstFight' | 'leaderLost' | 'leadersLost' | 'committed' | 'engaged' | 'lossesNear';

export const FIGHT_GAUGES: Makers<Kinds> = {
  firstAssault: (game, { place, side, withinKm }) => {
    const hex = hexOfPlace(game, place);
    return firstDate(game, ['assault'], (event) => {
      const attacker = game.units[event.attackers[0] ?? -1]?.side;
      return attacker === sideOf(game, side) && distance(game, event.hex, hex) * game.hexKm <= withinKm;
    });
  },
  firstFight: (game, { formation }) => {
    const members = new Set(membersOf(game.data, formation));
    return firstDate(game, ['assault'], ({ attackers, support, defenders }) =>
      [attackers, support, defenders].some((list) => list.some((unit) => members.has(unit))),
    );
  },
  leaderLost: (game, { leader }) =>
    firstDate(
      game,
      ['leader'],
      (event) => event.status >= LEADER_KILLED && game.data.oob.leaders[event.leader]?.id === leader,
    ),
  leadersLost: (game, { leaders }) =>
    atEnd((state) =>
      game.data.oob.leaders.reduce(
        (sum, { id }, i) => sum + (leaders.includes(id) && (state.leaders[i]?.status ?? 0) >= LEADER_KILLED ? 1 : 0),
        0,
      ),
    ),
  committed: (game, { side, classes }) =>
    collecting(
      ({ attackers, support }) => [...attackers, ...support],
      (fought) =>
        fought
          .filter((unit) => game.units[unit]?.data.side === side)
          .reduce((sum, unit) => sum + piecesOf(game, game.units[unit]?.eq ?? [], classes), 0),
    ),
  engaged: (game, { side, formation }) => {
    const members = new Set(unitsOf(game, side, formation));
    return collecting(
      ({ attackers, support, defenders }) => [...attackers, ...support, ...defenders],
      (fought) =>
        fought.filter((unit) => members.has(unit)).reduce((sum, unit) => sum + (game.units[unit]?.data.men ?? 0), 0),
    );
  },
  lossesNear: (game, { side, place, withinKm, what, ...period }) => {
    const hex = hexOfPlace(game, place);
    const counts = within(game, period);
    let sum = 0;
    return {
      hears: ['assault', 'bombard', 'air', 'retreat', 'surrender', 'columnFire', 'breakOut'],
      hear(event, turn) {
        if (!counts(turn)) return;
        const at = placeOfLosses(event);
        if (!at || kmBetween(game, at.hex, hex) > withinKm) return;
        for (const loss of at.losses) {
          if (game.units[loss.unit]?.data.side !== side) continue;
          for (const kind of what) sum += loss[kind];
        }
      },
      value: () => sum,
    };
  },
};

/** Where the losses of an event fell; a unit that goes back loses men where it stood. */
function placeOfLosses(event: GameEvent): { hex: number; losses: readonly UnitLoss[] } | null {
  if (event.type === 'retreat') return { hex: event.path[0] ?? -1, losses: event.losses };
  if (event.type === 'breakOut') return { hex: event.from, losses: event.losses };
  return 'losses' in event ? { hex: event.hex, losses: event.losses } : null;
}

type Assault = Extract<GameEvent, { type: 'assault' }>;

/** Collects units from all assaults, each once, and counts something of them at the end. */
function collecting(of: (event: Assault) => readonly number[], count: (units: number[]) => number): Gauge {
  const fought = new Set<number>();
  return {
    hears: ['assault'],
    hear(event) {
      for (const unit of of(event as Assault)) fought.add(unit);
    },
    value: () => count([...fought]),
  };
}
