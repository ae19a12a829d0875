/** What must be true of `history.json` beyond its shape: ids of the scenario, order of figures, strengths that add up. */
import { parseHex } from '../../core/hex.ts';
import type { ScenarioData } from '../../core/scenario.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Problems, shown } from '../problem.ts';
import type { HistoryData } from '../shapes/history.ts';
import { UNITS_OF } from '../shapes/measure.ts';
import { checkDate, checkIds, checkKnown, checkSourced } from './common.ts';
import { checkMeasure } from './measure.ts';

export function checkHistory(data: ScenarioData, history: HistoryData, lexicon: Lexicon, problems: Problems): void {
  if (history.id !== data.scenario.id) {
    const message = `the history is of ${shown(history.id)}, the scenario is ${shown(data.scenario.id)}`;
    problems.add('history', ['id'], 'mixed-files', message);
  }
  checkEvents(data, history, lexicon, problems);
  checkMovements(history, lexicon, problems);
  checkFront(data, history, lexicon, problems);
  checkOutcomes(data, history, lexicon, problems);
  checkIds('history', ['claims'], history.claims, problems);
  checkIds('history', ['omitted'], history.omitted, problems);
  history.omitted.forEach((entry, i) => {
    entry.standsAs?.forEach((id, k) => {
      checkKnown('history', ['omitted', i, 'standsAs', k], id, lexicon.bodies, 'unknown-unit', problems);
    });
  });
  checkStrengths(data, history, lexicon, problems);
}

function checkEvents(data: ScenarioData, history: HistoryData, lexicon: Lexicon, problems: Problems): void {
  const decisions = new Set(data.scenario.decisions?.map((one) => one.id));
  checkIds('history', ['events'], history.events, problems);
  history.events.forEach((event, i) => {
    const keys = ['events', i];
    checkDate('history', [...keys, 'date'], event.date, problems);
    checkSourced('history', keys, event, problems);
    if (event.place !== null)
      checkKnown('history', [...keys, 'place'], event.place, lexicon.places, 'unknown-place', problems);
    if (event.side !== null)
      checkKnown('history', [...keys, 'side'], event.side, lexicon.sides, 'unknown-side', problems);
    const [kind, id] = event.game?.split(':') ?? [];
    if (kind === 'event' && id !== undefined)
      checkKnown('history', [...keys, 'game'], id, lexicon.events, 'unknown-event', problems);
    if (kind === 'decision' && id !== undefined)
      checkKnown('history', [...keys, 'game'], id, decisions, 'unknown-decision', problems);
  });
}

function checkMovements({ movements = [] }: HistoryData, lexicon: Lexicon, problems: Problems): void {
  checkIds('history', ['movements'], movements, problems);
  movements.forEach((movement, i) => {
    const keys = ['movements', i];
    checkSourced('history', keys, movement, problems);
    checkKnown('history', [...keys, 'side'], movement.side, lexicon.sides, 'unknown-side', problems);
    movement.who.forEach((body, k) => {
      const at = [...keys, 'who', k];
      if (!checkKnown('history', at, body, lexicon.bodies, 'unknown-formation', problems)) return;
      if (lexicon.bodies.get(body)?.side !== movement.side)
        problems.add('history', at, 'other-side', `${shown(body)} is not of side ${shown(movement.side)}`);
    });
    let before = Number.NEGATIVE_INFINITY;
    movement.steps.forEach(({ date, place }, k) => {
      const at = [...keys, 'steps', k];
      checkKnown('history', [...at, 'place'], place, lexicon.places, 'unknown-place', problems);
      const day = checkDate('history', [...at, 'date'], date, problems);
      if (day !== null && day < before)
        problems.add('history', [...at, 'date'], 'date-order', 'a step cannot come before the one it follows');
      before = day ?? before;
    });
  });
}

/** The front rests on dated events: each entry on one of its own day, or it is an estimate that says how. */
function checkFront(data: ScenarioData, history: HistoryData, lexicon: Lexicon, problems: Problems): void {
  const dates = new Map(history.events.map((event) => [event.id, event.date]));
  let before = Number.NEGATIVE_INFINITY;
  history.front?.entries.forEach((entry, i) => {
    const at = ['front', 'entries', i];
    const day = checkDate('history', [...at, 'date'], entry.date, problems);
    if (day !== null && day < before)
      problems.add('history', [...at, 'date'], 'date-order', 'entries stand in the order of their dates');
    before = day ?? before;
    if ((entry.place === undefined) === (entry.hex === undefined))
      problems.add('history', at, 'missing', 'an entry names either a place or a hex');
    if (entry.place !== undefined)
      checkKnown('history', [...at, 'place'], entry.place, lexicon.places, 'unknown-place', problems);
    if (entry.hex !== undefined && parseHex(data.map.cols, data.map.rows, entry.hex) < 0)
      problems.add('history', [...at, 'hex'], 'off-map', `hex ${entry.hex} is not on the map`);
    if (entry.held !== null)
      checkKnown('history', [...at, 'held'], entry.held, lexicon.sides, 'unknown-side', problems);
    const known = entry.events.filter((id, k) =>
      checkKnown('history', [...at, 'events', k], id, dates, 'unknown-event', problems),
    );
    if (entry.estimated) {
      if (entry.note === undefined)
        problems.add('history', [...at, 'note'], 'missing', 'an estimate says how it was found');
    } else if (!known.some((id) => dates.get(id) === entry.date))
      problems.add(
        'history',
        [...at, 'events'],
        'date-order',
        'an entry that is no estimate rests on an event of its day',
      );
  });
}

function checkOutcomes(data: ScenarioData, history: HistoryData, lexicon: Lexicon, problems: Problems): void {
  checkIds('history', ['outcomes'], history.outcomes, problems);
  history.outcomes.forEach((outcome, i) => {
    const keys = ['outcomes', i];
    if (outcome.measure) {
      const { kind } = outcome.measure;
      if (!UNITS_OF[kind].includes(outcome.unit))
        problems.add(
          'history',
          [...keys, 'unit'],
          'type',
          `${shown(kind)} is counted in ${UNITS_OF[kind].join(' or ')}`,
        );
      checkMeasure(data, outcome.measure, [...keys, 'measure'], lexicon, problems);
    } else if (outcome.noMeasure === undefined)
      problems.add('history', [...keys, 'noMeasure'], 'missing', 'without a measure the reason must be given');
    outcome.values.forEach((value, k) => {
      const at = [...keys, 'values', k];
      for (const name of ['low', 'high', 'best'] as const)
        checkFigure(outcome.unit, value[name], [...at, name], problems);
      if (value.low > value.high || value.best < value.low || value.best > value.high)
        problems.add('history', at, 'range', 'low, best and high must follow each other');
    });
  });
}

function checkFigure(unit: string, figure: string | number, keys: PropertyKey[], problems: Problems): void {
  const found = typeof figure === 'number' ? 'number' : figure === 'yes' || figure === 'no' ? 'yes' : 'date';
  const wanted = unit === 'date' || unit === 'yes' ? unit : 'number';
  if (found !== wanted)
    problems.add('history', keys, 'type', `the outcome is counted in "${unit}", not ${shown(figure)}`);
  else if (found === 'date') checkDate('history', keys, String(figure), problems);
}

/** The men of a body and of all below it, or of a side. */
export function menOf({ oob }: ScenarioData, lexicon: Lexicon, id: string): number {
  const belongs = (unit: { id: string; side: string; parent: string | null }): boolean => {
    if (unit.side === id) return true;
    const seen = new Set<string>();
    for (let at: string | null = unit.id; at !== null && !seen.has(at); at = lexicon.bodies.get(at)?.parent ?? null) {
      if (at === id) return true;
      seen.add(at);
    }
    return false;
  };
  return oob.units.reduce((sum, unit) => sum + (belongs(unit) ? unit.men : 0), 0);
}

function checkStrengths(data: ScenarioData, history: HistoryData, lexicon: Lexicon, problems: Problems): void {
  history.strengths.forEach((strength, i) => {
    const keys = ['strengths', i];
    if (!lexicon.sides.has(strength.of)) {
      if (!checkKnown('history', [...keys, 'of'], strength.of, lexicon.bodies, 'unknown-formation', problems)) return;
    }
    if (strength.low > strength.high) problems.add('history', keys, 'range', 'low must not be more than high');
    if (!strength.used) return;
    const men = menOf(data, lexicon, strength.of);
    if (men >= strength.low && men <= strength.high) return;
    const message = `the units of ${shown(strength.of)} add up to ${men} men, not ${strength.low}-${strength.high}`;
    problems.add('history', keys, 'strength', message);
  });
}
