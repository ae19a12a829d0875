/**
 * A bot's player turn of a recorded game thought over again. Records keep orders, not reasons; a bot is a function of its
 * seed and of what its side saw in the player turn, so the reasons are found by showing another one of its kind the same.
 */
import type { Appreciation } from '../bots/appreciation.ts';
import type { Bot } from '../bots/bot.ts';
import type { Reason } from '../bots/reason.ts';
import type { Action } from '../core/action.ts';
import { SEEN_TYPE, type SideIndex, UNIT_ON_MAP, type View } from '../core/state.ts';
import { view } from '../core/view.ts';
import { copyPlain } from './copy.ts';
import type { Deputy } from './record.ts';
import type { Replay, TurnMark } from './replay.ts';

export interface InspectedOrder {
  /** Actions carried out before it. */
  at: number;
  action: Action;
  /** Null where the bot chose another action than the recorded one, and for all orders after that. */
  reason: Reason | null;
}

/** The first order that this bot would not have given. */
export interface Otherwise {
  at: number;
  recorded: Action;
  chosen: Action;
}

export interface Inspection {
  /** Position at which the player turn begins. */
  begin: number;
  turn: number;
  side: SideIndex;
  orders: InspectedOrder[];
  /** What the bot made of the situation at the start of the player turn; null for a level that makes none. */
  appreciation: Appreciation | null;
  otherwise: Otherwise | null;
  /** Orders of the player turn that were given in the game that this one branched off from, by whoever played there. */
  before: number;
  /** The level that decided from one of its orders on, where the bot was not waited for. */
  deputy: Deputy | null;
  /** Enemies of whom the side knew in all of the player turn no more than that they were there, or not even that. */
  nameless: number[];
}

/** Share of the way to an inspection that the thinking before the first order counts for. */
const THINKING = 0.9;

/**
 * Shows bots the views of the player turn that begins at `mark`, one for each recorded order, and compares their choices with
 * the record. `seat` seats one of a level as it was in the game, or null where there is no such level. Orders that were
 * given before the game branched off from another are shown as well, as they were when the bot took the side over, and are
 * never a difference. Yields how far it is, 0 to 1. Null when a person played the turn, nobody can be seated, or the replay
 * cannot come to it.
 */
export function* inspect(
  replay: Replay,
  mark: TurnMark,
  seat: (level: string) => Bot | null,
): Generator<number, Inspection | null> {
  const { game, record } = replay;
  const { side } = mark;
  const player = record.players[side];
  if (player.kind !== 'bot' || replay.seek(mark.at) !== mark.at) return null;
  const end = endOf(replay, mark);
  const branched = record.parent?.at ?? 0;
  const deputy = record.deputies?.find(({ at }) => at >= mark.at && at < end) ?? null;
  const orders: InspectedOrder[] = [];
  const views: View[] = [];
  const unknown = new Set<number>(record.options.fog ? game.bySide[side === 0 ? 1 : 0] : []);
  let appreciation: Appreciation | null = null;
  let otherwise: Otherwise | null = null;
  let bot = seat(deputy?.at === mark.at ? deputy.level : player.level);
  if (!bot) return null;
  const thought = bot.ponder ? THINKING : 0;
  if (bot.ponder) for (const share of bot.ponder(game, view(game, replay.state, side))) yield share * thought;
  for (let at = mark.at; at < end; at++) {
    const recorded = record.actions[at] as Action;
    const seen = view(game, replay.state, side);
    for (const unit of unknown) {
      const now = replay.state.units[unit];
      if (now?.status !== UNIT_ON_MAP || now.seen >= SEEN_TYPE) unknown.delete(unit);
    }
    if (deputy?.at === at && at > mark.at) {
      bot = seat(deputy.level);
      if (!bot) return null;
      for (const past of views) bot.choose(game, past);
    }
    let reason: Reason | null = null;
    if (!otherwise) {
      const chosen = bot.choose(game, seen);
      appreciation ??= copyPlain(bot.appreciation ?? null);
      if (isSame(chosen, recorded)) reason = copyPlain(bot.reason ?? null);
      else if (at >= branched) otherwise = { at, recorded, chosen: copyPlain(chosen) };
    }
    views.push(seen);
    orders.push({ at, action: recorded, reason });
    if (replay.seek(at + 1) !== at + 1) break;
    yield thought + ((1 - thought) * (at + 1 - mark.at)) / (end - mark.at);
  }
  const before = Math.max(0, Math.min(branched, end) - mark.at);
  const nameless = [...unknown].sort((a, b) => a - b);
  return { begin: mark.at, turn: mark.turn, side, orders, appreciation, otherwise, before, deputy, nameless };
}

/** Position after the last order of a player turn, as far as the record goes. */
function endOf({ turns, length }: Replay, mark: TurnMark): number {
  const next = turns.find((turn) => turn.at > mark.at);
  return Math.min(next?.at ?? length, length);
}

/** Whether two values of plain JSON are the same, whatever the order of their keys; a key without a value is no key. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const entries = (value: object): [string, unknown][] =>
    Object.entries(value).filter(([, member]) => member !== undefined);
  const others = new Map(entries(b));
  const own = entries(a);
  return own.length === others.size && own.every(([key, member]) => others.has(key) && isSame(member, others.get(key)));
}
