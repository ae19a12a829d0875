/** Why a bot gave an order, in a sentence of the reader's language: one message for each code of `src/bots/reason.ts`. */
import type { Expected, Reason } from '../../bots/reason.ts';
import { lower, t } from './intl.ts';
import { formatShare, type Names } from './names.ts';

/** A reason as a sentence: what is done, then what speaks for it: the ground, the enemy, the odds, the plan. */
export function reasonText(reason: Reason, names: Names): string {
  const { code, units = [], hexes = [], wing = -1, task, decision } = reason;
  const [unit = -1, other = unit] = units;
  const hex = names.hex(hexes[0] ?? -1);
  const what = t(`reasons.what.${code}`, {
    unit: names.unit(unit),
    other: names.unit(other),
    units: names.units(units),
    count: units.length,
    hex,
    wing: names.formation(wing),
    aim: task === undefined ? '' : t(`reasons.aim.${task}`, { hex }),
    decision: decision === undefined ? '' : names.decisionById(decision),
  });
  const why = groundsOf(reason, names).filter((ground) => ground !== '');
  return why.length === 0 ? t('reasons.bare', { what }) : t('reasons.full', { what, why: why.join(t('reasons.and')) });
}

/** What speaks for an order, in the order in which it is told. */
function groundsOf(reason: Reason, names: Names): string[] {
  const { code, hexes = [], task, motive, expects, decision, plan, phase, figures = {} } = reason;
  const { gaveWay, stopped = 0, ownLosses = 0, enemyLosses = 0, peril, worth, cost = 0 } = figures;
  const grounds: string[] = [];
  if (motive) grounds.push(motiveText(reason, names));
  else if (code === 'takesPost') grounds.push(t('reasons.covers.post', { place: placeOf(reason, names) }));
  if (task === 'cut' && hexes.length > 1) grounds.push(t('reasons.feeds', { place: placeOf(reason, names) }));
  if (expects) grounds.push(expectedText(expects, names));
  if (gaveWay !== undefined) {
    const chances = { gaveWay: formatShare(gaveWay), stopped: formatShare(stopped) };
    grounds.push(t('reasons.odds', { ...chances, own: ownLosses, enemy: enemyLosses }));
  }
  if (peril !== undefined) grounds.push(t('reasons.peril', { peril: formatShare(peril) }));
  if (worth !== undefined) grounds.push(t('reasons.worth', { worth, cost }));
  if (decision !== undefined && plan !== undefined) grounds.push(names.decisionReason(plan, decision));
  const told = phase && names.phase(phase);
  if (told) grounds.push(t('reasons.plan', told));
  return grounds;
}

/** The place that a motive of ground is about. */
function placeOf({ hexes = [] }: Reason, names: Names): string {
  return names.hex(hexes[1] ?? hexes[0] ?? -1);
}

function motiveText(reason: Reason, names: Names): string {
  const place = placeOf(reason, names);
  const { code, motive } = reason;
  switch (motive) {
    case 'objective':
    case 'height':
    case 'approach':
    case 'depot':
    case 'road':
      return code === 'assaults' ? t(`reasons.gains.${motive}`, { place }) : t(`reasons.covers.${motive}`, { place });
    case undefined:
      return '';
    default:
      return t(`reasons.state.${motive}`);
  }
}

/** "expects 21st Regiment within 2 days, now 4 hexes away". */
function expectedText({ unit, hexes, days, seen }: Expected, names: Names): string {
  const name = names.unit(unit);
  return t('reasons.expects', {
    enemy: name === t('names.unknown') ? lower(name) : name,
    when: seen && hexes <= 1 ? 'now' : days === 0 ? 'soon' : 'later',
    days: Math.ceil(days / 10),
    hexes,
    seen,
  });
}
