/** What happened, in sentences: one for each type of `src/core/event.ts`. */
import type { GameEvent, UnitLoss } from '../../core/event.ts';
import { GROUNDS, WEATHERS } from '../../core/scenario.ts';
import { AIRFIELD_DEMOLISHED, SEEN_CONTACT, SEEN_TYPE } from '../../core/state.ts';
import { lower, t, term } from './intl.ts';
import { formatWeight, joinNames, joinSentences, type Names } from './names.ts';

type Sentence<T extends GameEvent['type']> = (event: Extract<GameEvent, { type: T }>, names: Names) => string;

const men = (loss: UnitLoss): number => loss.killed + loss.wounded + loss.missing + loss.captured;

/** "120 men (30 killed, 80 wounded, 10 captured)". */
export function lossesOf(losses: readonly UnitLoss[], keep: (unit: number) => boolean = () => true): string {
  const sum = { killed: 0, wounded: 0, missing: 0, captured: 0 };
  const kinds = Object.keys(sum) as (keyof typeof sum)[];
  for (const loss of losses) {
    if (!keep(loss.unit)) continue;
    for (const key of kinds) sum[key] += loss[key];
  }
  const total = sum.killed + sum.wounded + sum.missing + sum.captured;
  if (total === 0) return t('events.noMen');
  const parts = kinds.filter((key) => sum[key] > 0).map((key) => t(`events.lossKinds.${key}`, { count: sum[key] }));
  return t('events.losses', { men: total, parts: parts.join(t('common.comma')) });
}

/** Whose they are, since both sides read the same report. */
const loser = (losses: readonly UnitLoss[], names: Names): string => names.side(names.sideOf(losses[0]?.unit ?? -1));

/** Losses for a message; under fog nobody counts the enemy's dead, and then they are not known. */
const told = (losses: readonly UnitLoss[]): { known: boolean; losses: string } => ({
  known: losses.length > 0,
  losses: losses.length > 0 ? lossesOf(losses) : '',
});

const last = (path: readonly number[]): number => path[path.length - 1] ?? -1;

const SENTENCES: { [T in GameEvent['type']]: Sentence<T> } = {
  turn: (e, n) =>
    t('events.turn', {
      date: n.date(e.turn),
      weather: term('terms.weathers', WEATHERS[e.weather] ?? 'clear'),
      ground: lower(term('terms.grounds', GROUNDS[e.ground] ?? 'dry')),
    }),
  playerTurn: (e, n) => t('events.playerTurn', { side: n.side(e.side) }),
  dated: (e, n) => {
    const { title, text } = n.dated(e.event);
    return text && text !== title ? t('events.dated', { title, text }) : title;
  },
  arrival: (e, n) => t('events.arrival', { unit: n.unit(e.unit), hex: n.hex(e.hex) }),
  withdrawal: (e, n) => t('events.withdrawal', { unit: n.unit(e.unit), hex: n.hex(e.hex) }),
  supply: (e, n) =>
    t('events.supply', {
      unit: n.unit(e.unit),
      now: lower(term('terms.supply', e.now)),
      before: lower(term('terms.supply', e.before)),
    }),
  moved: (e, n) => t('events.moved', { unit: n.unit(e.unit), hex: n.hex(last(e.path)), stopped: e.stopped ?? 'no' }),
  spotted: (e, n) => {
    const hex = n.hex(e.hex);
    if (e.seen === SEEN_CONTACT) return t('events.contact', { hex });
    return t('events.spotted', { unit: n.unit(e.unit), hex, seen: e.seen === SEEN_TYPE ? 'type' : 'strength' });
  },
  bombard: (e, n) =>
    t('events.bombard', { unit: n.unit(e.unit), hex: n.hex(e.hex), side: loser(e.losses, n), ...told(e.losses) }),
  assault: (e, n) => {
    const attackers = new Set([...e.attackers, ...e.support]);
    const own = e.losses.filter((loss) => attackers.has(loss.unit));
    const other = e.losses.filter((loss) => !attackers.has(loss.unit));
    const units = joinNames(e.attackers.map(n.unit));
    return joinSentences([
      t('events.assault', { units, hex: n.hex(e.hex), outcome: e.outcome }),
      ...(own.length > 0 ? [t('events.attackersLost', { losses: lossesOf(own) })] : []),
      ...(other.length > 0 ? [t('events.defendersLost', { losses: lossesOf(other) })] : []),
    ]);
  },
  retreat: (e, n) => {
    const some = e.losses.filter((loss) => men(loss) > 0);
    return t('events.retreat', { unit: n.unit(e.unit), hex: n.hex(last(e.path)), blocked: e.blocked, ...told(some) });
  },
  advance: (e, n) => t('events.advance', { unit: n.unit(e.unit), hex: n.hex(e.hex) }),
  control: (e, n) => t('events.control', { side: n.side(e.side), place: n.place(e.place) }),
  engineer: (e, n) => {
    const [from, to] = n.hexside(e.hexside);
    const key = e.result === 'blown' ? 'blown' : e.result === 'mended' ? 'mended' : 'mending';
    return t(`events.${key}`, { unit: n.unit(e.unit), link: n.link(e.hexside), from, to });
  },
  air: (e, n) => {
    const hit = e.losses.some((loss) => men(loss) > 0);
    return joinSentences([
      t(`events.air.${e.mission}`, {
        formation: n.formation(e.formation),
        sorties: e.sorties,
        hex: n.hex(e.hex),
        broken: e.broken,
        men: e.landed,
        unit: e.unit >= 0 ? n.unit(e.unit) : '',
        known: e.unit >= 0,
        delivered: formatWeight(e.delivered),
        taken: formatWeight(e.taken),
        missed: formatWeight(e.missed),
      }),
      ...(e.intercepted > 0 ? [t('events.intercepted', { count: e.intercepted })] : []),
      ...(e.lost > 0 ? [t('events.aircraftLost', { count: e.lost, crews: e.crewsLost })] : []),
      ...(hit ? [t('events.sideLost', { side: loser(e.losses, n), losses: lossesOf(e.losses) })] : []),
    ]);
  },
  leader: (e, n) => t('events.leader', { leader: n.leader(e.leader), status: String(e.status), hex: n.hex(e.hex) }),
  surrender: (e, n) => t('events.surrender', { unit: n.unit(e.unit), hex: n.hex(e.hex), men: e.men }),
  destroyed: (e, n) => t('events.destroyed', { unit: n.unit(e.unit), hex: n.hex(e.hex) }),
  attrition: (e, n) => {
    const parts = (['sick', 'starved', 'missing'] as const)
      .filter((kind) => e[kind] > 0)
      .map((kind) => t(`events.${kind}`, { count: e[kind] }));
    return t('events.attrition', {
      unit: n.unit(e.unit),
      parts: parts.length > 0 ? joinNames(parts) : t('events.nobodyFell'),
    });
  },
  decision: (e, n) => t(e.done === 0 ? 'events.decided' : 'events.carriedOut', { title: n.decision(e.decision) }),
  airfield: (e, n) =>
    e.status === AIRFIELD_DEMOLISHED
      ? t('events.airfieldBlown', { name: n.airfield(e.airfield) })
      : t('events.airfieldTaken', { name: n.airfield(e.airfield), side: n.side(e.side) }),
  breakOut: (e, n) =>
    t('events.breakOut', { unit: n.unit(e.unit), from: n.hex(e.from), hex: n.hex(e.hex), ...told(e.losses) }),
  columnFire: (e, n) =>
    t('events.columnFire', { by: n.unit(e.by), unit: n.unit(e.unit), hex: n.hex(e.hex), ...told(e.losses) }),
  raid: (e, n) => t('events.raid', { adjective: n.adjective(e.side), hex: n.hex(e.hex), weight: formatWeight(e.kg) }),
  end: (e, n) => t('events.end', { grade: n.grade(e.grade), points: Math.abs(e.margin) }),
};

/** One sentence for an event. */
export function sentence(event: GameEvent, names: Names): string {
  return (SENTENCES[event.type] as (e: GameEvent, n: Names) => string)(event, names);
}
