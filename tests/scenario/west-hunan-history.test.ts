/** What the history of West Hunan must hold: every figure of the documents by its source, dates, furthest points, verdicts. */
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../src/core/calendar.ts';
import { compile } from '../../src/core/game.ts';
import { parseHex } from '../../src/core/hex.ts';
import { setup } from '../../src/core/setup.ts';
import { hexOfPlace, kmBetween } from '../../src/play/gauges/gauge.ts';
import { Outcomes } from '../../src/play/outcomes.ts';
import type { HistoryData } from '../../src/scenario/shapes/history.ts';
import { scenarioFiles } from './files.ts';

const files = scenarioFiles('west-hunan');
const { history, sources, scenario, map } = files;
const game = compile(files);

type Figure = HistoryData['outcomes'][number]['values'][number];

function figures(outcome: string): Figure[] {
  return history.outcomes.find((one) => one.id === outcome)?.values ?? [];
}

/** The best figure that a source gives for an outcome under a claim. */
function best(outcome: string, source: string, claim?: Figure['claim']): (string | number)[] {
  return figures(outcome)
    .filter((one) => one.source.includes(source) && (claim === undefined || one.claim === claim))
    .map((one) => one.best);
}

describe('figures of the documents, each by its source', () => {
  test.each<[outcome: string, source: string, claim: Figure['claim'], figure: number]>([
    ['jp_battle_casualties', 'DOC', 'own', 11000],
    ['jp_killed', 'DOC', 'own', 5000],
    ['jp_sick', 'DOC', 'own', 15000],
    ['jp_all_losses', 'DOC', 'own', 27000],
    ['jp_killed', 'S03', 'own', 695],
    ['jp_wounded', 'S03', 'own', 1181],
    ['jp_sick', 'S03', 'own', 24640],
    ['jp_battle_casualties', 'DOC', 'enemy', 35805],
    ['jp_battle_casualties', 'PEOPLE', 'enemy', 36358],
    ['jp_killed', 'DOC', 'enemy', 12498],
    ['jp_wounded', 'S02', 'enemy', 23307],
    ['jp_battle_casualties', 'S50', 'enemy', 27000],
    ['jp_battle_casualties', 'S03', 'enemy', 65000],
    ['cn_casualties', 'DOC', 'own', 20660],
    ['cn_killed', 'DOC', 'own', 7817],
    ['cn_officers_killed', 'DOC', 'own', 823],
    ['cn_casualties', 'S49', 'own', 26600],
    ['us_pilots_lost', 'DOC', 'own', 11],
    ['civilian_dead', 'DOC', undefined, 8563],
    ['civilian_dead', 'S53', undefined, 5279],
    ['wuyang_jp_killed', 'S13', 'enemy', 1500],
    ['wuyang_cn_losses', 'S13', 'own', 400],
    ['chapuzi_jp_losses', 'S05', 'enemy', 3000],
    ['majinggu_jp_losses', 'S53', 'enemy', 1300],
    ['sorties_5th_group', 'S16', 'own', 942],
    ['sorties_1st_group', 'S16', 'own', 113],
    ['sorties_2nd_group', 'S16', 'own', 58],
    ['sorties_3rd_group', 'S16', 'own', 18],
    ['airlift_men', 'S20', undefined, 25000],
    ['airlift_animals', 'S20', undefined, 2178],
    ['airlift_tonnes', 'S20', undefined, 1_500_000],
    ['captured_horses', 'S50', 'enemy', 1650],
  ])('%s by %s (%s): %d', (outcome, source, claim, figure) => {
    expect(best(outcome, source, claim)).toContain(figure);
  });

  test('sums agree with their parts', () => {
    const one = (outcome: string, source: string, claim?: Figure['claim']): number =>
      Number(best(outcome, source, claim)[0]);
    const sum = (outcomes: string[], source: string, claim?: Figure['claim']): number =>
      outcomes.reduce((all, outcome) => all + one(outcome, source, claim), 0);
    expect(one('jp_all_losses', 'S03')).toBe(sum(['jp_killed', 'jp_wounded', 'jp_sick'], 'S03', 'own'));
    expect(sum(['jp_killed', 'jp_wounded'], 'S02', 'enemy')).toBe(one('jp_battle_casualties', 'S02', 'enemy'));
    expect(sum(['jp_killed', 'jp_wounded'], 'DOC', 'own')).toBe(one('jp_battle_casualties', 'DOC', 'own'));
    expect(sum(['cn_killed', 'cn_wounded'], 'DOC')).toBe(one('cn_casualties', 'DOC'));
    const groups = ['5th', '1st', '2nd', '3rd'].map((group) => `sorties_${group}_group`);
    expect(sum(groups, 'S16')).toBe(one('sorties_caf', 'S16'));
    const guns = ['captured_mortars', 'captured_howitzers', 'captured_mountain_guns'];
    expect(sum(guns, 'S50')).toBe(one('captured_guns_all', 'S50'));
    expect(sum(['captured_hmg', 'captured_lmg'], 'S50')).toBe(one('captured_mg_all', 'S50'));
  });

  test("the scenario's dead by event add up to the figure of the document when all of them come about", () => {
    const dead = scenario.events
      .flatMap((event) => event.effects)
      .map((one) => (one.type === 'civilians' ? one.dead : 0));
    expect(best('civilian_dead', 'DOC')).toContain(dead.reduce((sum, one) => sum + one, 0));
  });

  test('the books behind the documents are named, and so is every code of the compilation', () => {
    const codes = Array.from({ length: 79 }, (_, i) => `S${String(i + 1).padStart(2, '0')}`).filter(
      (key) => key !== 'S78',
    );
    const wanted = ['DOC', 'DOC2', 'HSU', 'WILSON', 'KRAUS', 'PEOPLE', 'WHAMPOA', 'SENSHI', 'EST', 'MEM', ...codes];
    expect(wanted.filter((key) => !Object.hasOwn(sources.sources, key))).toEqual([]);
  });
});

describe('dated events', () => {
  test('in order, each at a place of the map or elsewhere, from the plans to the last report', () => {
    const days = history.events.map((event) => dayNumber(event.date));
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(history.events[0]?.date).toBe('1944-12-10');
    expect(history.events.at(-1)?.date).toBe('1945-06-15');
    for (const event of history.events)
      expect([event.id, event.place !== null || event.elsewhere !== undefined]).toEqual([event.id, true]);
  });

  test('an event of the game lies within five days of the event of history that it stands for', () => {
    const start = new Map(scenario.events.map((event) => [event.id, event.date]));
    for (const { id, date, game: link } of history.events) {
      if (!link?.startsWith('event:')) continue;
      const played = start.get(link.slice('event:'.length)) ?? '';
      expect([id, Math.abs(dayNumber(played) - dayNumber(date)) <= 5]).toEqual([id, true]);
    }
  });

  test('a decision of the game is open on the day on which it was taken', () => {
    const open = new Map(scenario.decisions?.map((one) => [one.id, one]));
    for (const { id, date, game: link } of history.events) {
      const decision = link?.startsWith('decision:') ? open.get(link.slice('decision:'.length)) : undefined;
      if (decision) expect([id, decision.from <= date && date <= decision.until]).toEqual([id, true]);
    }
  });
});

describe('outcomes', () => {
  test('each is measured or says why not; each measure has an answer of its kind in a game', () => {
    const { state, events } = setup(game, { seed: 'history', fog: true });
    const outcomes = new Outcomes(game, history.outcomes);
    outcomes.watch(events, state);
    const values = outcomes.result(state);
    for (const { id, measure, noMeasure, unit } of history.outcomes) {
      if (measure === null) {
        expect([id, noMeasure]).toEqual([id, expect.stringMatching(/.{20}/)]);
        continue;
      }
      const value = values[id];
      expect([id, value]).not.toEqual([id, undefined]);
      if (value !== null && !['date', 'yes'].includes(unit)) expect([id, value]).toEqual([id, expect.any(Number)]);
    }
  });

  test('most of them are measured', () => {
    const measured = history.outcomes.filter((one) => one.measure !== null).length;
    expect(measured / history.outcomes.length).toBeGreaterThan(0.9);
  });

  test.each<[outcome: string, reached: string]>([
    ['furthest_north', 'yangxi'],
    ['furthest_109', 'guidong'],
    ['furthest_133', 'qingyan'],
    ['furthest_120', 'dongkoutang'],
    ['furthest_sekine', 'chashan'],
    ['furthest_34', 'meikou'],
    ['furthest_zhijiang', 'qingyan'],
  ])('%s: the figure of history is what the engine would say of a unit at %s', (outcome, reached) => {
    const measure = history.outcomes.find((one) => one.id === outcome)?.measure;
    if (measure?.kind !== 'furthest') throw new Error(`${outcome} measures no furthest point`);
    const km = kmBetween(game, hexOfPlace(game, reached), hexOfPlace(game, measure.toward));
    const { low, high } = figures(outcome)[0] as { low: number; high: number };
    expect(km).toBeGreaterThanOrEqual(low);
    expect(km).toBeLessThanOrEqual(high);
  });

  test('the columns start well short of where history stopped them', () => {
    for (const { id, measure, values } of history.outcomes) {
      if (measure?.kind !== 'furthest') continue;
      const starts = files.oob.units
        .filter((unit) => unit.side === 'jp' && unit.arrival.date <= scenario.startDate)
        .map((unit) =>
          kmBetween(game, parseHex(map.cols, map.rows, unit.arrival.hex), hexOfPlace(game, measure.toward)),
        );
      expect([id, Math.min(...starts) > Number(values[0]?.high)]).toEqual([id, true]);
    }
  });
});

test('the slips of the documents have their verdict', () => {
  const verdict = (id: string): string | undefined => history.claims.find((claim) => claim.id === id)?.verdict;
  for (const slip of ['banzai', 'uchida', 'five-divisions', '44-division', '51-division-39th', '21-division'])
    expect([slip, verdict(slip)]).toEqual([slip, 'refuted']);
  for (const slip of ['drove-east', 'shaoyang-100km']) expect([slip, verdict(slip)]).toEqual([slip, 'impossible']);
  const shaoyang = kmBetween(game, hexOfPlace(game, 'shaoyang'), hexOfPlace(game, 'zhijiang'));
  expect(shaoyang).toBeGreaterThan(170);
});
