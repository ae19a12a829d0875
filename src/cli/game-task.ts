/** One game of a batch: the same work in the main thread and in a worker, so that the number of workers changes nothing. */
import type { Bot } from '../bots/bot.ts';
import type { SideIndex } from '../core/state.ts';
import { seat } from '../lab/run/seat.ts';
import { type Measures, Measuring } from '../play/measures.ts';
import { Outcomes, type OutcomeValue } from '../play/outcomes.ts';
import { playout } from '../play/playout.ts';
import { formatRecord } from '../play/record.ts';
import { loadHistory, loadScenario } from './files.ts';
import { overheard, type ThoughtTurn } from './reasoning.ts';

export interface GameTask {
  scenario: string;
  seed: string;
  fog: boolean;
  bots: [string, string];
  /** HISTORICAL, FREE or the id of a plan for each side; what the levels do of themselves where it is left out. */
  plans?: [string, string];
  record: boolean;
  /** Hand over what the bots thought. */
  explain: boolean;
}

export interface GameDone {
  line: GameLine;
  /** Text of the record file, when asked for. */
  record?: string;
  thoughts?: ThoughtTurn[];
}

/** One line of a batch's output. */
export interface GameLine extends Measures {
  scenario: string;
  seed: string;
  bots: [string, string];
  /** As asked for; left out where the levels did of themselves. */
  plans?: [string, string];
  fog: boolean;
  actions: number;
  /** What the scenario's history asks for, by id of the outcome. */
  outcomes: Record<string, OutcomeValue>;
}

/** Plays one game and measures it. */
export function playGame(task: GameTask): GameDone {
  const game = loadScenario(task.scenario);
  const measuring = new Measuring(game);
  const outcomes = new Outcomes(game, loadHistory(task.scenario)?.outcomes ?? []);
  const { seed, fog, bots, plans } = task;
  const thoughts: ThoughtTurn[] = [];
  const seated = (side: SideIndex): Bot => {
    const plan = plans?.[side];
    const told = plan === undefined ? {} : { plan };
    const bot = seat({ level: bots[side], ...told }, game, side, seed);
    return task.explain ? overheard(bot, thoughts) : bot;
  };
  const played = playout(game, {
    seed,
    fog,
    bots: [seated(0), seated(1)],
    ...(plans === undefined ? {} : { plans }),
    record: task.record,
    onEvents: (events, state) => {
      measuring.watch(events);
      outcomes.watch(events, state);
    },
  });
  const { id } = game.data.scenario;
  const line = {
    scenario: id,
    seed,
    bots,
    ...(plans === undefined ? {} : { plans }),
    fog,
    actions: played.actions,
    ...measuring.result(played.state),
    outcomes: outcomes.result(played.state),
  };
  return {
    line,
    ...(played.record && { record: formatRecord(played.record) }),
    ...(task.explain && { thoughts }),
  };
}
