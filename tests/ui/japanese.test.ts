/** The page as a Japanese reader finds it: dates, counts, lists and the order of the words in sentences. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { historyOf, toldHistory } from '../../src/ui/app/history.ts';
import { sentence } from '../../src/ui/text/events.ts';
import { speak, t } from '../../src/ui/text/intl.ts';
import { formatCount, formatDate, formatDays, formatMinutes, joinNames, namesOf } from '../../src/ui/text/names.ts';
import { keepWords } from '../../src/ui/text/words.ts';
import { tinyStart } from '../core/fixture.ts';

beforeAll(() => speak('ja'));
afterAll(() => speak('en'));

test('dates begin with the year, and what two days share is said once', () => {
  expect(formatDate('1945-04-09')).toBe('1945年4月9日');
  expect(formatDate('1945-04-09', false)).toBe('4月9日');
  expect(formatDays('1945-04-09', '1945-04-10')).toBe('1945年4月9日〜10日');
  expect(formatDays('1945-04-29', '1945-05-01')).toBe('1945年4月29日〜5月1日');
  expect(formatDays('1939-12-31', '1940-01-01')).toBe('1939年12月31日〜1940年1月1日');
  expect(formatDays('1945-04-09', '1945-04-10', false)).toBe('4月9日〜10日');
});

test('times, counts and lists', () => {
  expect(formatMinutes(200)).toBe('3時間20分');
  expect(formatCount(1234)).toBe('1,234');
  expect(joinNames(['甲', '乙', '丙'])).toBe('甲、乙、丙');
  expect(joinNames(['甲', '乙', '丙', '丁', '戊', '己'])).toBe('甲、乙、丙ほか3');
  expect(t('unit.stack', { count: 3 })).toBe('ここに3個部隊');
  expect(t('comings.men', { men: 1200 })).toBe('1,200名');
});

test('sentences of the log end with their verb, the rank follows the name', () => {
  const { game } = tinyStart({
    map: ['....'],
    units: [
      { id: 'a', side: 'cn', hex: '0000' },
      { id: 'b', side: 'jp', hex: '0300' },
    ],
  });
  keepWords(game.data.scenario.id, 'ja', { 'unit.a': '第五師', 'unit.b': '歩兵第二十一聯隊' });
  const names = namesOf(game);
  expect(sentence({ type: 'advance', unit: 1, from: 3, hex: 2, to: 1 }, names)).toMatch(
    /^歩兵第二十一聯隊が.*へ進入した。$/,
  );
  const loss = { unit: 0, killed: 1, wounded: 2, missing: 0, captured: 0, eqLost: [], eqTaken: [] };
  expect(sentence({ type: 'bombard', unit: 1, hex: 1, losses: [loss], to: 1 }, names)).toMatch(
    /^歩兵第二十一聯隊が.*を砲撃した。.*の損害：3名（戦死1、戦傷2）。$/,
  );
  expect(t('names.ranked', { rank: '少将', name: '中村正雄' })).toBe('中村正雄少将');
});

test('history is told in the words of the scenario, and in English where it has none', () => {
  keepWords('told', 'ja', {
    'history.outcome.pass': '峠の奪回',
    'scope.night': '夜',
    'history.outcome.pass.0.note': '覚書',
    'history.event.e1': '総攻撃',
  });
  const value = { low: '1', high: '1', best: '1', scope: 'night', note: 'a note', refuted: 'no' };
  const history = historyOf(
    {
      outcomes: [{ id: 'pass', name: 'Pass retaken', unit: 'date', measure: null, values: [value] }],
      events: [
        { id: 'e1', date: '1939-12-18', text: 'General attack' },
        { id: 'e2', date: '1939-12-19', text: 'Later' },
      ],
    },
    {},
  );
  const { measures, facts } = toldHistory('told', history);
  expect(measures[0]).toMatchObject({ name: '峠の奪回', figures: [{ scope: '夜', note: '覚書', refuted: 'no' }] });
  expect(facts.map((fact) => fact.text)).toEqual(['総攻撃', 'Later']);
});
