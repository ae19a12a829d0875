/** Rulebook 2.7: decisions of the command that the scenario offers. */
import type { DecideAction } from '../action.ts';
import type { GameEvent } from '../event.ts';
import type { Game } from '../game.ts';
import type { Refusal } from '../refusal.ts';
import type { DecisionData } from '../scenario.ts';
import type { GameState, ReadonlyState, TakenState } from '../state.ts';
import { isMet } from './conditions.ts';
import { carryOut } from './effects.ts';

type Offer = Game['theatre']['decisions'][number];

/** A decision of a side: what stands against it (null when it may be taken now), and whether it has been taken. */
export interface OfferedDecision {
  decision: number;
  refusal: Refusal | null;
  taken: TakenState | null;
}

/** 2.7: every decision of a side, open or not, in the order of the scenario. */
export function decisionsOf(game: Game, state: ReadonlyState, side: number): OfferedDecision[] {
  return game.theatre.decisions.flatMap((offer, decision) =>
    offer.side === side
      ? [
          {
            decision,
            refusal: refusalOf(game, state, decision),
            taken: state.taken.find((taken) => taken.decision === decision) ?? null,
          },
        ]
      : [],
  );
}

/** 2.7: refusals `not-open` (not this side's, or outside its dates), `already-done`, `condition`. */
export function checkDecision(game: Game, state: ReadonlyState, action: DecideAction): Refusal | null {
  const offer = game.theatre.decisions[action.decision] as Offer;
  if (offer.side !== state.active) return { code: 'not-open', clause: '2.7' };
  return refusalOf(game, state, action.decision);
}

function refusalOf(game: Game, state: ReadonlyState, decision: number): Refusal | null {
  const offer = game.theatre.decisions[decision] as Offer;
  const data = dataOf(game, decision);
  if (state.taken.some((taken) => taken.decision === decision)) return { code: 'already-done', clause: '2.7' };
  if (state.turn < offer.from) return { code: 'not-open', until: offer.from, clause: '2.7' };
  if (state.turn > offer.until) return { code: 'not-open', until: 0, clause: '2.7' };
  return isMet(game, state, data.when, offer.side) ? null : { code: 'condition', clause: '2.7' };
}

function dataOf(game: Game, decision: number): DecisionData {
  return game.data.scenario.decisions?.[decision] as DecisionData;
}

/** 2.7: takes a decision. Its effects come about at once, or at the start of the turn when its delay is over. */
export function decide(game: Game, state: GameState, action: DecideAction, events: GameEvent[]): void {
  const { decision } = action;
  const { side, delay } = game.theatre.decisions[decision] as Offer;
  const taken: TakenState = { decision, turn: state.turn, done: 0 };
  state.taken.push(taken);
  events.push({ type: 'decision', decision, done: 0, to: 1 << side });
  if (delay === 0) complete(game, state, taken, events);
}

/** 2.7: effects that are due this turn. */
export function dueDecisions(game: Game, state: GameState, events: GameEvent[]): void {
  for (const taken of state.taken) {
    const { delay } = game.theatre.decisions[taken.decision] as Offer;
    if (taken.done === 0 && state.turn >= taken.turn + delay) complete(game, state, taken, events);
  }
}

function complete(game: Game, state: GameState, taken: TakenState, events: GameEvent[]): void {
  const { side } = game.theatre.decisions[taken.decision] as Offer;
  taken.done = 1;
  events.push({ type: 'decision', decision: taken.decision, done: 1, to: 1 << side });
  for (const effect of dataOf(game, taken.decision).effects) carryOut(game, state, effect, events);
}
