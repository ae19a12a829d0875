/** Faults of outcome measures: each is found under its code and at its exact path, on the files of a shipped scenario. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkHistory } from '../../src/scenario/checks/history.ts';
import { lexiconOf } from '../../src/scenario/lexicon.ts';
import { Problems } from '../../src/scenario/problem.ts';
import { readPart } from '../../src/scenario/reading.ts';
import { historyShape } from '../../src/scenario/shapes/history.ts';
import { UNITS_OF } from '../../src/scenario/shapes/measure.ts';
import { at, kunlunFiles } from './files.ts';

const shipped = kunlunFiles();
const OUTCOME = 'jp_prisoners';
const path = `history.outcomes[${at(shipped.history.outcomes, OUTCOME)}]`;

const lexicon = lexiconOf(shipped);

/** What the loader says of the history after the measure of one outcome has been replaced. */
function faultsOf(unit: string, measure: object): string[] {
  const figure = unit === 'date' ? '1939-12-20' : unit === 'yes' ? 'yes' : 3;
  const values = [{ low: figure, high: figure, best: figure, scope: 'made up', source: ['DOC'], reliability: 'C' }];
  const outcomes = shipped.history.outcomes.map((outcome) =>
    outcome.id === OUTCOME ? { ...outcome, unit, measure, values } : outcome,
  );
  const problems = new Problems();
  const history = readPart('history', { ...shipped.history, outcomes }, historyShape, problems);
  if (history) checkHistory(shipped, history, lexicon, problems);
  return problems.list.map((problem) => `${problem.code} ${problem.path}`);
}

const date = '1939-12-20';
const all = { side: 'cn', formation: null } as const;

describe('sound measures have no fault', () => {
  test.each<[string, object]>([
    ['yes', { kind: 'heldAt', place: 'kunlun', side: 'cn', date }],
    ['places', { kind: 'frontAt', places: ['kunlun', 'batang'], side: 'cn', date }],
    ['km', { kind: 'furthest', ...all, toward: 'nanning' }],
    ['date', { kind: 'dateOfFurthest', side: 'cn', formation: 'cn_h1', toward: 'nanning' }],
    ['km', { kind: 'distanceAt', ...all, place: 'kunlun', date }],
    ['km', { kind: 'spread', ...all, date, nearEnemyKm: 5 }],
    ['date', { kind: 'firstFight', formation: 'cn_h1' }],
    ['date', { kind: 'breakOut', formation: 'jp_21ir' }],
    ['men', { kind: 'engaged', ...all }],
    ['men', { kind: 'lossesNear', side: 'jp', place: 'kunlun', withinKm: 5, what: ['killed'], since: date }],
    ['men', { kind: 'losses', ...all, what: ['sick', 'starved'] }],
    ['pieces', { kind: 'equipmentLost', ...all, classes: ['tank'] }],
    ['men', { kind: 'menAt', ...all, date }],
    ['men', { kind: 'menCutAt', ...all, date }],
    ['share', { kind: 'lossRatio', side: 'cn', what: ['killed'] }],
    ['days', { kind: 'daysCut', side: 'jp', formation: 'jp_21ir' }],
    ['kg', { kind: 'stockAt', depots: [shipped.scenario.supplySources[0]?.id], stores: ['food'], date }],
    ['sorties', { kind: 'sorties', side: 'jp', air: [jpAir()], missions: ['supplyDrop'], since: date, until: date }],
    ['aircraft', { kind: 'airLosses', side: 'jp', air: null, what: 'aircraft' }],
    ['crews', { kind: 'airLosses', side: 'jp', air: null, what: 'crews' }],
    ['kg', { kind: 'airlifted', side: 'cn', what: 'kg' }],
    ['kg', { kind: 'dropped', side: 'jp', what: 'received' }],
    ['kg', { kind: 'aviationFuel', side: 'jp' }],
    ['men', { kind: 'civilians' }],
    ['date', { kind: 'eventDate', event: 'order' }],
    ['date', { kind: 'doctrineDate', side: 'jp', doctrine: 'withdraw' }],
  ])('%s %j', (unit, measure) => {
    expect(faultsOf(unit, measure)).toEqual([]);
  });
});

describe('faults of measures', () => {
  test.each<[string, string, string, object]>([
    [
      'unknown-place places[1]',
      'a place of a front',
      'places',
      { kind: 'frontAt', places: ['kunlun', 'x'], side: 'cn', date },
    ],
    ['unknown-place toward', 'where to', 'km', { kind: 'furthest', ...all, toward: 'shangri-la' }],
    ['unknown-place place', 'where from', 'km', { kind: 'distanceAt', ...all, place: 'shangri-la', date }],
    ['unknown-side side', 'a third side', 'men', { kind: 'engaged', side: 'su', formation: null }],
    ['unknown-formation formation', 'a formation', 'date', { kind: 'firstFight', formation: 'cn_6a' }],
    [
      'parent-side formation',
      'a formation of the enemy',
      'men',
      { kind: 'menAt', side: 'cn', formation: 'jp_21ir', date },
    ],
    ['unknown-air-formation air[0]', 'an air formation', 'sorties', { kind: 'sorties', side: 'jp', air: ['wing'] }],
    [
      'parent-side air[0]',
      'an air formation of the enemy',
      'crews',
      { kind: 'airLosses', side: 'cn', air: [jpAir()], what: 'crews' },
    ],
    ['unknown-depot depots[0]', 'a depot', 'kg', { kind: 'stockAt', depots: ['dump'], stores: ['food'], date }],
    ['unknown-event event', 'an event', 'date', { kind: 'eventDate', event: 'armistice' }],
    ['unknown-decision decision', 'a decision', 'date', { kind: 'decisionDate', decision: 'surrender' }],
    [
      'unknown-airfield airfield',
      'an airfield',
      'yes',
      { kind: 'airfieldState', airfield: 'strip', side: 'cn', is: 'open' },
    ],
    ['date-outside date', 'a day that is not played', 'men', { kind: 'menAt', ...all, date: '1940-02-01' }],
    ['bad-date date', 'no day at all', 'men', { kind: 'menAt', ...all, date: '1939-12-32' }],
    [
      'date-outside since',
      'a period from before',
      'sorties',
      { kind: 'sorties', side: 'jp', air: null, since: '1939-11-01' },
    ],
    [
      'date-order until',
      'a period backwards',
      'sorties',
      { kind: 'sorties', side: 'jp', air: null, since: '1939-12-21', until: date },
    ],
    ['choice missions[0]', 'a mission', 'sorties', { kind: 'sorties', side: 'jp', air: null, missions: ['kamikaze'] }],
    [
      'choice unitKind',
      'a kind of unit',
      'date',
      { kind: 'firstEntry', place: 'kunlun', side: 'cn', unitKind: 'tanks' },
    ],
    ['choice doctrine', 'a doctrine', 'date', { kind: 'doctrineDate', side: 'jp', doctrine: 'panic' }],
    ['missing date', 'no date', 'yes', { kind: 'heldAt', place: 'kunlun', side: 'cn' }],
    ['unknown-field hour', 'a field too many', 'yes', { kind: 'heldAt', place: 'kunlun', side: 'cn', date, hour: 6 }],
    ['range places', 'a front without places', 'places', { kind: 'frontAt', places: [], side: 'cn', date }],
  ])('%s: %s', (fault, _what, unit, measure) => {
    const [code, field] = fault.split(' ');
    expect(faultsOf(unit, measure)).toContain(`${code} ${path}.measure.${field}`);
  });

  test('a kind that there is not', () => {
    expect(faultsOf('men', { kind: 'glory', side: 'cn' })).toEqual([`choice ${path}.measure.kind`]);
  });

  test('an answer in kilometres is not counted in men', () => {
    expect(faultsOf('men', { kind: 'furthest', ...all, toward: 'nanning' })).toEqual([`type ${path}.unit`]);
  });
});

test('a dated event of history that the game has as a decision: the decision must be there', () => {
  const problems = new Problems();
  const events = shipped.history.events.map((event, i) => (i === 1 ? { ...event, game: 'decision:armistice' } : event));
  checkHistory(shipped, { ...shipped.history, events }, lexicon, problems);
  expect(problems.list.map((problem) => `${problem.code} ${problem.path}`)).toEqual([
    'unknown-decision history.events[1].game',
  ]);
});

test('`docs/formats.md` names every kind of measure', () => {
  const text = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
  const section = /## Measures of `history\.json`\n([\s\S]*?)\n## /.exec(text)?.[1] ?? '';
  expect(Object.keys(UNITS_OF).filter((kind) => !section.includes(`\`${kind}\``))).toEqual([]);
});

function jpAir(): string {
  const found = shipped.air.formations.find((formation) => formation.side === 'jp');
  if (!found) throw new Error('no air formation');
  return found.id;
}
