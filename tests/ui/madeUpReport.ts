/** A report of games that nobody played: outcomes scattered about what the sources say, so that every verdict comes up. */
import { dayNumber, formatDay } from '../../src/core/calendar.ts';
import { compile } from '../../src/core/game.ts';
import { ReportBuilder } from '../../src/lab/report/build.ts';
import type { ReportModel } from '../../src/lab/report/model.ts';
import { RUN_FORMAT, type RunHeader, type RunLine } from '../../src/lab/run/run.ts';
import { seriesOf } from '../../src/lab/run/series.ts';
import type { OutcomeValue } from '../../src/play/outcomes.ts';
import type { HistoryData } from '../../src/scenario/shapes/history.ts';
import { scenarioFiles } from '../scenario/files.ts';

type Outcome = HistoryData['outcomes'][number];

const HEADER: Omit<RunHeader, 'scenario' | 'games'> = {
  kind: 'ridgeline-run',
  formatVersion: RUN_FORMAT,
  seed: 'made up',
  fog: true,
  bots: ['regular', 'veteran'],
  plans: ['historical', 'free'],
  changes: null,
  rules: 1,
  digest: '0123456789abcdef',
};

/** Numbers from 0 to under 1, the same each time: the minimal standard generator of Park and Miller (Comm. ACM 31, 1988). */
function* lots(): Generator<number, never> {
  let state = 20_451_207;
  for (;;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** What a game might have: some way off the first source, further for every third measure; now and then nothing. */
function answerOf({ unit, values: [value] }: Outcome, index: number, lot: () => number): OutcomeValue {
  const best = value?.best ?? 0;
  if (unit === 'yes') return lot() < (index % 4) / 3 ? 'yes' : 'no';
  if (lot() < 0.08) return null;
  if (typeof best === 'string') {
    const late = index % 3 === 0 ? 8 : -2;
    return formatDay(Math.max(dayNumber('1939-12-15'), dayNumber(best) + late + Math.floor(lot() * 5)));
  }
  const amount = best * (index % 3 === 0 ? 0.2 : 0.7) * (0.5 + lot());
  return unit === 'share' || unit === 'km' ? amount : Math.round(amount);
}

/** Kunlun Pass with so many made-up games. */
export function madeUpReport(games = 60): ReportModel {
  const files = scenarioFiles('kunlun-pass');
  const game = compile(files);
  const { history, sources } = files;
  const drawn = lots();
  const lot = (): number => drawn.next().value;
  const grades = game.data.scenario.victory.grades;
  const builder = new ReportBuilder({ ...HEADER, scenario: 'kunlun-pass', games }, { game, history, sources });
  for (let number = 1; number <= games; number++) {
    const asked = history.outcomes.filter(({ measure }) => measure !== null);
    const rising = (most: number): number[] => {
      let sum = 0;
      return Array.from({ length: game.turns }, () => {
        sum += Math.floor(lot() * most);
        return sum;
      });
    };
    const grade = Math.floor(lot() * 4);
    const line: RunLine = {
      game: number,
      seed: `made up/${number}`,
      grade: grades[grade]?.id ?? null,
      margin: 300 - grade * 120 + Math.floor(lot() * 60),
      actions: 1000,
      digest: number.toString(16).padStart(16, '0'),
      outcomes: Object.fromEntries(asked.map((one, index) => [one.id, answerOf(one, index, lot)])),
      series: Object.fromEntries(
        seriesOf(game).map(({ id, quantity }) => [
          id,
          quantity === 'objectives' ? rising(2).map((held) => Math.min(9, held)) : rising(300),
        ]),
      ),
      control: game.places.map(({ hex }, i) => [
        1 + Math.floor(lot() * game.turns),
        (i + number) % 3 === 0 ? 1 : 0,
        hex,
      ]),
    };
    const refused = builder.add(line);
    if (refused !== null) throw new Error(refused);
  }
  return builder.report();
}
