/** `ridgeline arena`: contestants against each other, each seed of a scenario played twice with the sides swapped. */
import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { BOT_LEVELS } from '../bots/index.ts';
import type { SideIndex } from '../core/state.ts';
import { hasPlan } from '../lab/run/seat.ts';
import { type Fixture, type Match, Scoreboard } from './arena/scoreboard.ts';
import { runInOrder } from './batch.ts';
import { type Contestant, parseContestant } from './contestant.ts';
import { listBattles, loadScenario } from './files.ts';
import type { Finish } from './main.ts';
import { openFile } from './output.ts';
import { FINDINGS, FINE, INTERRUPTED, MISUSE, Stop, say, startProgress, wholeNumber } from './terminal.ts';

interface ArenaOptions {
  games: number;
  seed: string;
  scenario: string[];
  ladder?: boolean;
  jobs: number;
  out?: string;
  fog: boolean;
}

export function registerArena(program: Command, finish: Finish): void {
  program
    .command('arena')
    .description('play contestants against each other and say who is the better')
    .argument('<contestants...>', `level[:plan][@FILE]; levels: ${BOT_LEVELS.join(', ')}`)
    .option('--games <n>', 'games of a match, filled up to whole pairs in every scenario', wholeNumber(2), 400)
    .option('--seed <text>', 'seed of the arena; pair i has the seed TEXT/i', '1')
    .option('--scenario <id>', 'may be given again (default: every scenario with a history)', collect, [])
    .option('--ladder', 'each contestant plays the next one only, not everyone')
    .option('--jobs <n>', 'worker threads', wholeNumber(1, 256), Math.min(availableParallelism(), 8))
    .option('--out <file>', 'write a JSON line a game there')
    .option('--no-fog', 'both sides see everything')
    .addHelpText(
      'after',
      '\nA game is won by the contestant whose side did better than the average of that side over the match, in grades of' +
        '\nvictory with what lies between them. Intervals and p go by pairs, which share their dice. Tables on standard output,' +
        '\nthe same for any number of jobs; times and progress on standard error. Ctrl-C ends with what has been played.' +
        '\n\nExamples:' +
        '\n  ridgeline arena regular recruit --games 400 --seed a' +
        '\n  ridgeline arena regular:free regular:historical --scenario west-hunan' +
        '\n  ridgeline arena elite veteran regular recruit random --ladder --jobs 8' +
        '\n  ridgeline arena regular regular@bots-of-last-week.cjs',
    )
    .action(async (names: string[], options: ArenaOptions) => finish(await arena(names, options)));
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

async function arena(names: readonly string[], options: ArenaOptions): Promise<number> {
  const contestants = names.map(parseContestant);
  if (contestants.length < 2) throw new Stop('an arena needs two contestants', MISUSE);
  const scenarios = options.scenario.length > 0 ? [...new Set(options.scenario)] : listBattles();
  if (scenarios.length === 0) throw new Stop('there is no scenario with a history: name one with --scenario', MISUSE);
  for (const contestant of contestants) checkPlan(contestant, scenarios);
  const matches = matchesOf(contestants, options.ladder === true);
  const fixtures = matches.flatMap((match) => fixturesOf(match, scenarios, options));
  const out = options.out === undefined ? null : await openFile('--out', options.out);
  const board = new Scoreboard(fixtures);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  const progress = startProgress(fixtures.length, 'games');
  const started = performance.now();
  let done = 0;
  const playing = runInOrder('playMatchGame', {
    tasks: fixtures.map(({ task }) => task),
    jobs: Math.min(options.jobs, fixtures.length),
    tick: progress.tick,
    take: (played) => {
      out?.write(`${JSON.stringify(played.line)}\n`);
      board.take(played);
      done++;
    },
    stop: stop.signal,
  });
  // A bot of another version may order what these rules refuse: what has been played is told all the same.
  const failure = await playing.then(
    () => null,
    (error: Error) => error,
  );
  process.off('SIGINT', interrupt);
  progress.stop();
  if (out) await new Promise((resolve) => out.end(resolve));
  board.finish();
  const seconds = (performance.now() - started) / 1000;
  const whole = done === fixtures.length;
  say(
    `\n${whole ? done : `partial: ${done} of ${fixtures.length}`} games, seed ${options.seed}, ` +
      `${options.fog ? 'fog of war' : 'no fog'}: ${seconds.toFixed(1)} s`,
  );
  if (failure) throw new Stop(failure.message, FINDINGS);
  return whole ? FINE : INTERRUPTED;
}

/** Refuses the id of a plan that no side of any of the scenarios has. */
function checkPlan({ name, plan }: Contestant, scenarios: readonly string[]): void {
  if (plan === undefined) return;
  const sides: SideIndex[] = [0, 1];
  if (!scenarios.some((scenario) => sides.some((side) => hasPlan(loadScenario(scenario), side, plan))))
    throw new Stop(`${name}: no side of ${scenarios.join(', ')} has a plan "${plan}"`, MISUSE);
}

/** Everyone against everyone, or each against the next. */
function matchesOf(contestants: readonly Contestant[], ladder: boolean): Match[] {
  return contestants.flatMap((one, i) =>
    contestants
      .slice(i + 1, ladder ? i + 2 : undefined)
      .map((other): Match => ({ contestants: [one, other], games: [] })),
  );
}

/** The games of a match: scenarios take turns, so that a match broken off has played all of them. */
function fixturesOf(match: Match, scenarios: readonly string[], { games, seed, fog }: ArenaOptions): Fixture[] {
  const [one, other] = match.contestants;
  const pairs = Math.ceil(games / (2 * scenarios.length));
  return Array.from({ length: pairs }, (_, i) => i + 1).flatMap((pair) =>
    scenarios.flatMap((scenario) =>
      ([0, 1] as const).map((first): Fixture => {
        const players: [Contestant, Contestant] = first === 0 ? [one, other] : [other, one];
        return { match, task: { scenario, seed: `${seed}/${pair}`, fog, players }, pair, first };
      }),
    ),
  );
}
