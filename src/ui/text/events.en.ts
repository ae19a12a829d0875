/** What happened, in sentences: one text for each type of `src/core/event.ts`. */
import type { AirEvent, AssaultEvent, GameEvent, UnitLoss } from '../../core/event.ts';
import type { AirMission } from '../../core/scenario.ts';
import { GROUNDS, WEATHERS } from '../../core/scenario.ts';
import { AIRFIELD_DEMOLISHED, SEEN_CONTACT, SEEN_TYPE } from '../../core/state.ts';
import { formatCount, formatWeight, joinNames, type Names } from './names.ts';
import { AIR_MISSIONS_EN, GROUNDS_EN, SUPPLY_EN, WEATHERS_EN } from './terms.en.ts';

type Sentence<T extends GameEvent['type']> = (event: Extract<GameEvent, { type: T }>, names: Names) => string;

const formatMen = (count: number): string => `${formatCount(count)} ${count === 1 ? 'man' : 'men'}`;
const men = (loss: UnitLoss): number => loss.killed + loss.wounded + loss.missing + loss.captured;

/** "Lost 120 men (30 killed, 80 wounded, 10 captured)". */
export function lossesOf(losses: readonly UnitLoss[], keep: (unit: number) => boolean): string {
  const sum = { killed: 0, wounded: 0, missing: 0, captured: 0 };
  for (const loss of losses) {
    if (!keep(loss.unit)) continue;
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += loss[key];
  }
  const total = sum.killed + sum.wounded + sum.missing + sum.captured;
  if (total === 0) return 'no men';
  const parts = (Object.keys(sum) as (keyof typeof sum)[])
    .filter((key) => sum[key] > 0)
    .map((key) => `${formatCount(sum[key])} ${key}`);
  return `${formatMen(total)} (${parts.join(', ')})`;
}

/** "Japan lost 12 men (...)": named by whose they are, since both sides read the same report. */
function lostBy(losses: readonly UnitLoss[], names: Names): string {
  const side = names.side(names.sideOf(losses[0]?.unit ?? -1));
  return `${side} lost ${lossesOf(losses, () => true)}`;
}

/** A clause on losses, or nothing where they are not known: under fog nobody counts the enemy's dead. */
function lost(lead: string, losses: readonly UnitLoss[]): string {
  return losses.length === 0 ? '' : lead + lossesOf(losses, () => true);
}

const OUTCOMES: Record<AssaultEvent['outcome'], string> = {
  gaveWay: 'the defenders gave way',
  overrun: 'the defenders were overrun',
  stopped: 'the attack was stopped',
  undecided: 'the fight goes on',
  annihilated: 'the defenders were wiped out',
};

const MISSION_RESULTS: Record<AirMission, (event: AirEvent) => string> = {
  closeSupport: () => 'in support of the ground battle',
  interdiction: () => 'against the roads',
  reconnaissance: () => 'to look',
  superiority: () => 'to clear the sky',
  bridges: (event) =>
    event.broken === 0
      ? 'against the crossings: none was broken'
      : `against the crossings: ${formatCount(event.broken)} ${event.broken === 1 ? 'was' : 'were'} broken`,
  troopLift: (event) => `and landed ${formatMen(event.landed)}`,
  supplyLift: (event) => `and landed ${formatWeight(event.delivered)}`,
  supplyDrop: (event) =>
    `dropping supplies: ${formatWeight(event.delivered)} reached the troops, ${formatWeight(event.taken)} fell to the other side, ${formatWeight(event.missed)} were lost`,
};

const LEADER_STATUS = ['is back on his feet', 'was wounded', 'was killed', 'was captured'];

export const EVENTS_EN: { [T in GameEvent['type']]: Sentence<T> } = {
  turn: (e, n) =>
    `${n.date(e.turn)}: ${WEATHERS_EN[WEATHERS[e.weather] ?? 'clear']}, the ground is ${GROUNDS_EN[GROUNDS[e.ground] ?? 'dry'].toLowerCase()}.`,
  playerTurn: (e, n) => `${n.side(e.side)} to move.`,
  dated: (e, n) => {
    const { title, text } = n.dated(e.event);
    return text && text !== title ? `${title}. ${text}` : title;
  },
  arrival: (e, n) => `${n.unit(e.unit)} arrived at ${n.hex(e.hex)}.`,
  withdrawal: (e, n) => `${n.unit(e.unit)} left the battle from ${n.hex(e.hex)}.`,
  supply: (e, n) => {
    const now = (SUPPLY_EN[e.now] ?? '').toLowerCase();
    return `${n.unit(e.unit)}: supply is now ${now}, it was ${(SUPPLY_EN[e.before] ?? '').toLowerCase()}.`;
  },
  moved: (e, n) => {
    const end = e.path[e.path.length - 1] ?? -1;
    const stop =
      e.stopped === 'ambush' ? ' and walked into an ambush' : e.stopped === 'contact' ? ' and met the enemy' : '';
    return `${n.unit(e.unit)} marched to ${n.hex(end)}${stop}.`;
  },
  spotted: (e, n) => {
    if (e.seen === SEEN_CONTACT) return `Enemy troops reported at ${n.hex(e.hex)}.`;
    return `${n.unit(e.unit)} ${e.seen === SEEN_TYPE ? 'identified' : 'seen and counted'} at ${n.hex(e.hex)}.`;
  },
  bombard: (e, n) =>
    `${n.unit(e.unit)} shelled ${n.hex(e.hex)}${e.losses.length === 0 ? '' : `: ${lostBy(e.losses, n)}`}.`,
  assault: (e, n) => {
    const attackers = new Set([...e.attackers, ...e.support]);
    const own = e.losses.filter((loss) => attackers.has(loss.unit));
    const other = e.losses.filter((loss) => !attackers.has(loss.unit));
    const told = [lost('Attackers lost ', own), lost('Defenders lost ', other)].filter((text) => text !== '');
    const result = `${joinNames(e.attackers.map(n.unit))} attacked ${n.hex(e.hex)}: ${OUTCOMES[e.outcome]}.`;
    return [result, ...told.map((text) => `${text}.`)].join(' ');
  },
  retreat: (e, n) => {
    const end = e.path[e.path.length - 1] ?? -1;
    const blocked = e.blocked ? ' with its way back blocked' : '';
    const some = e.losses.some((loss) => men(loss) > 0);
    return `${n.unit(e.unit)} fell back to ${n.hex(end)}${blocked}${some ? lost(', losing ', e.losses) : ''}.`;
  },
  advance: (e, n) => `${n.unit(e.unit)} advanced into ${n.hex(e.hex)}.`,
  control: (e, n) => `${n.side(e.side)} took ${n.place(e.place)}.`,
  engineer: (e, n) => {
    const where = n.hexside(e.hexside);
    const what = n.link(e.hexside);
    if (e.result === 'blown') return `${n.unit(e.unit)} blew up the ${what} between ${where}.`;
    return `${n.unit(e.unit)} ${e.result === 'mended' ? 'mended' : 'began to mend'} the ${what} between ${where}.`;
  },
  air: (e, n) => {
    const crews =
      e.crewsLost > 0 ? `, ${formatCount(e.crewsLost)} ${e.crewsLost === 1 ? 'crew' : 'crews'} with them` : '';
    const lost = e.lost > 0 ? ` ${formatCount(e.lost)} aircraft lost${crews}.` : '';
    const met =
      e.intercepted > 0 ? ` ${formatCount(e.intercepted)} ${e.intercepted === 1 ? 'was' : 'were'} intercepted.` : '';
    const hit = e.losses.reduce((sum, loss) => sum + men(loss), 0);
    const hits = hit > 0 ? ` ${lostBy(e.losses, n)}.` : '';
    const who = e.mission === 'troopLift' && e.unit >= 0 ? ` of ${n.unit(e.unit)}` : '';
    return `${n.formation(e.formation)} flew ${formatCount(e.sorties)} ${AIR_MISSIONS_EN[e.mission].toLowerCase()} ${e.sorties === 1 ? 'sortie' : 'sorties'} to ${n.hex(e.hex)} ${MISSION_RESULTS[e.mission](e)}${who}.${met}${lost}${hits}`;
  },
  leader: (e, n) => `${n.leader(e.leader)} ${LEADER_STATUS[e.status] ?? 'was hit'} at ${n.hex(e.hex)}.`,
  surrender: (e, n) => `${n.unit(e.unit)} laid down its arms at ${n.hex(e.hex)}: ${formatMen(e.men)}.`,
  destroyed: (e, n) => `${n.unit(e.unit)} ceased to exist at ${n.hex(e.hex)}.`,
  attrition: (e, n) => {
    const parts = [
      e.sick > 0 ? `${formatCount(e.sick)} fell sick` : '',
      e.starved > 0 ? `${formatCount(e.starved)} were lost to hunger` : '',
      e.missing > 0 ? `${formatCount(e.missing)} went missing` : '',
    ].filter((part) => part !== '');
    return `${n.unit(e.unit)}: ${parts.length > 0 ? joinNames(parts) : 'nobody fell out'}.`;
  },
  decision: (e, n) =>
    e.done === 0 ? `Decided: ${n.decision(e.decision)}.` : `Carried out: ${n.decision(e.decision)}.`,
  airfield: (e, n) =>
    e.status === AIRFIELD_DEMOLISHED
      ? `The airfield of ${n.airfield(e.airfield)} was blown up.`
      : `The airfield of ${n.airfield(e.airfield)} is now in the hands of ${n.side(e.side)}.`,
  breakOut: (e, n) =>
    `${n.unit(e.unit)} broke out from ${n.hex(e.from)} to ${n.hex(e.hex)}${lost(', losing ', e.losses)}.`,
  columnFire: (e, n) =>
    `${n.unit(e.by)} fired from the heights on ${n.unit(e.unit)} on the march at ${n.hex(e.hex)}${lost(': it lost ', e.losses)}.`,
  raid: (e, n) =>
    `Irregulars raided the ${n.adjective(e.side)} supply line at ${n.hex(e.hex)} and took ${formatWeight(e.kg)}.`,
  end: (e, n) => `The battle is over: ${n.grade(e.grade)}, by ${formatCount(Math.abs(e.margin))} points.`,
};

/** One sentence for an event. */
export function sentence(event: GameEvent, names: Names): string {
  return (EVENTS_EN[event.type] as (e: GameEvent, n: Names) => string)(event, names);
}
