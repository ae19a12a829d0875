/** The operational plan of a turn: which group sees to which task. */
import { dice } from '../core/dice.ts';
import type { Game } from '../core/game.ts';
import { DOCTRINES } from '../core/scenario.ts';
import type { SideIndex, View } from '../core/state.ts';
import { assign, attach } from './assign.ts';
import { direct } from './columns/direct.ts';
import { CAREFUL, type Care, type Course, USUAL } from './course.ts';
import { estimate, type Foe, unlocatedPower } from './estimate.ts';
import { addGoals, type Goal, goalsOf } from './goals.ts';
import { type Group, groupsOf } from './groups.ts';
import { goHome, stayHome, turnHome } from './home.ts';
import { overlooked } from './judgement.ts';
import { addCut, addDepots, addReopening, supplyField } from './lines.ts';
import { breakOut, isStarved } from './pockets.ts';
import type { Task } from './tasks.ts';
import { clearWays } from './ways.ts';

export interface Plan {
  turn: number;
  side: SideIndex;
  /** Seed of the staff. */
  seed: string;
  /** The enemies known when it was made, and the power of those of whom nothing was. */
  foes: readonly Foe[];
  unlocated: number;
  goals: Goal[];
  /** Where the side that attacks makes its main effort. */
  main: Goal | null;
  tasks: Task[];
  groups: Group[];
  taskOf: Map<number, Task>;
  groupOf: Map<number, Group>;
  /** Hexes that own supply comes over, with what they are worth. */
  lifelines: Map<number, number>;
  /** Hexes on the enemy's roads behind his forward places. */
  arteries: Map<number, number>;
  /** How hard own supply comes to each hex. */
  supply: Int32Array;
  attacks: boolean;
  /** Whether the side carries out an operational plan. */
  columns: boolean;
  /** Hexes that columns must come through, with what it is worth to clear them. */
  way: Map<number, number>;
  /** How the side means to fight, and how carefully it works. */
  course: Course;
  care: Care;
  /** Units that are overlooked this turn. */
  overlooked: Set<number>;
  /** Guns, staffs and trains that go home by themselves before the battle ends, with the hex at home that they make for. */
  homeward: Map<number, number>;
  /** A little more or less daring from game to game, about 1. */
  daring: number;
}

/** Makes the plan of a turn from a view, for a course of action. */
export function makePlan(game: Game, view: View, seed: string, course: Course = USUAL, care: Care = CAREFUL): Plan {
  const est = estimate(game, view, course.plan);
  const goals = goalsOf(game, view);
  const groups = groupsOf(est);
  const plan: Plan = {
    turn: view.turn,
    side: view.viewer,
    seed,
    foes: est.foes,
    unlocated: unlocatedPower(est),
    goals,
    main: null,
    tasks: [],
    groups,
    taskOf: new Map(),
    groupOf: new Map(),
    lifelines: new Map(),
    arteries: new Map(),
    supply: supplyField(est, [...goals.map((goal) => goal.hex), ...groups.map((group) => group.hex)]),
    attacks: DOCTRINES[view.sides[view.viewer].doctrine] === 'attack',
    columns: est.orders !== null,
    way: new Map(),
    course,
    care,
    homeward: new Map(),
    overlooked: overlooked(est, seed, care.oversight),
    daring: 0.92 + 0.16 * dice(seed, 'bot', 'daring', view.viewer, Math.floor(view.turn / 4)).unit(),
  };
  for (const group of groups) if (isStarved(est, plan, group)) breakOut(est, plan, group);
  turnHome(est, plan);
  direct(est, plan);
  if (DOCTRINES[view.sides[view.viewer].doctrine] === 'withdraw') goHome(est, plan);
  clearWays(est, plan);
  addGoals(est, plan);
  addDepots(est, plan);
  addReopening(est, plan);
  if (plan.attacks) addCut(est, plan);
  assign(est, plan);
  stayHome(est, plan);
  attach(est, plan);
  return plan;
}
