/** Who stays where he is: at rest, in his place, in a fight; and who may go on. */
import { distance } from '../core/game.ts';
import { gunReach } from '../core/rules/fight.ts';
import { inCommand } from '../core/rules/quality.ts';
import { ACT_ASSAULTED, ACT_MOVED, ACT_TRUCKED } from '../core/state.ts';
import { SHAKEN, TIRED } from './assault.ts';
import { type Context, foesBeside, hasRoom, stayingIn } from './context.ts';
import { holdsGround, infoOf, nearestFoe, type Role, unitAt } from './estimate.ts';
import { downField, footTo } from './ground.ts';
import type { Group } from './groups.ts';
import { freshIn, isInFront, RELIEF_FATIGUE } from './places.ts';
import type { Task } from './tasks.ts';
import { isAside, worthOfHex } from './worth.ts';

/** Hexes ahead in which an enemy bars the way. */
const AHEAD = 5;
/** Hexes that a staff of a column may be behind. */
const LAG = 4;

/** A rested unit: below this fatigue and above this cohesion it goes forward again. */
const RESTED = 300;

const STEADY = 600;

/** Must the unit get out of the fighting, or stay out of it, to rest? */
export function needsRest(ctx: Context, unit: number): boolean {
  if (!ctx.plan.care.relief) return false;
  const now = unitAt(ctx.view, unit);
  if (now.cohesion < 300 || now.fatigue > 850) return true;
  const near = nearestFoe(ctx.est, now.hex) <= 2;
  // Relieved: fresh troops enough have come into the post.
  if (near && now.fatigue > RELIEF_FATIGUE && freshIn(ctx, now.hex, unit) > 1800) return true;
  if (near) return now.fatigue > TIRED || now.cohesion < SHAKEN;
  return now.fatigue > RESTED || now.cohesion < Math.min(STEADY, SHAKEN + 150);
}

/** Who breaks out or goes back rests when he is there; a delaying force is relieved from the next position. */
export function isToRest(task: Task): boolean {
  return task.kind !== 'breakOut' && task.kind !== 'march' && task.kind !== 'delay' && task.kind !== 'raid';
}

export function canMove(ctx: Context, unit: number): boolean {
  if (ctx.plan.overlooked.has(unit)) return false;
  const now = unitAt(ctx.view, unit);
  return now.held === 0 && now.minutes > 0 && (now.acts & (ACT_MOVED | ACT_ASSAULTED | ACT_TRUCKED)) === 0;
}

/** Guns stay where they reach something worth firing at, unless the enemy is upon them; idle ones stay near their group. */
export function isWellPlaced(ctx: Context, unit: number, centre: number): boolean {
  const { game, est } = ctx;
  const { hex } = unitAt(ctx.view, unit);
  if (foesBeside(ctx, hex) > 0 && escortOf(ctx, hex) < 600) return false;
  if (nearestFoe(est, hex) > 6) return distance(game, hex, centre) <= 2;
  const { rangeM } = infoOf(game, unit);
  return est.foes.some((foe) => foe.seen && gunReach(game, hex, foe.hex) <= rangeM && worthOfHex(ctx, foe.hex) >= 20);
}

/** Men in a hex who can keep the enemy off guns and staffs. */
function escortOf({ game, view, est }: Context, hex: number): number {
  let men = 0;
  for (const unit of est.own) {
    const now = unitAt(view, unit);
    if (now.hex === hex && holdsGround(game, unit)) men += now.men;
  }
  return men;
}

/** Staffs and trains move only when they lag behind where their group stands, or the enemy is upon them. */
export function isMisplaced(ctx: Context, unit: number, role: Role, group: Group, stand: number): boolean {
  const { game, view } = ctx;
  const { hex } = unitAt(view, unit);
  const escorted = escortOf(ctx, hex) >= 600;
  if (foesBeside(ctx, hex) > 0 && (!escorted || group.column < 0)) return !escorted;
  const far = distance(game, hex, stand);
  if (group.column >= 0 && far > LAG) return true;
  if (role !== 'hq') return far > 3;
  const led = ctx.est.own.filter((other) => infoOf(game, other).hq === unit && other !== unit);
  const out = led.filter((other) => !inCommand(game, view, other));
  return far > 2 && out.length * 3 > led.length;
}

/** May a column go on from a hex because no enemy bars its way there? */
export function isFree(ctx: Context, task: Task, hex: number): boolean {
  if (!task.column || (task.kind !== 'attack' && task.kind !== 'march')) return false;
  if (ctx.est.foes.every((foe) => distance(ctx.game, foe.hex, hex) > 1 || isAside(ctx, task, hex, foe.hex)))
    return true;
  const way = downField(ctx.game, footTo(ctx.game, task.hex), hex).slice(1, AHEAD);
  return !isFighting(ctx, hex) && way.every((at) => !ctx.est.foeIn.has(at));
}

/** These tasks take troops out of the places they hold. */
export function leavesPosts(task: Task): boolean {
  return task.kind === 'breakOut' || task.kind === 'march' || task.kind === 'delay';
}

/** Does the plan put a unit into a greater objective beside the one it stands in? */
export function isCalledOn(ctx: Context, unit: number, task: Task): boolean {
  const { hex } = unitAt(ctx.view, unit);
  if (!task.column || task.kind !== 'hold' || distance(ctx.game, hex, task.hex) !== 1) return false;
  const worthOf = (at: number): number => ctx.plan.goals.find((goal) => goal.hex === at)?.worth ?? 0;
  return worthOf(task.hex) > worthOf(hex);
}

/** Units in their place do not stir: works are worth more than a better hex. */
export function staysPut(ctx: Context, unit: number, task: Task, far: number): boolean {
  const now = unitAt(ctx.view, unit);
  const contact = foesBeside(ctx, now.hex) > 0;
  const crowded = stayingIn(ctx, now.hex);
  switch (task.kind) {
    case 'hold':
    case 'cut':
    case 'delay':
      if (task.rear !== undefined && isInFront(ctx, task, now.hex)) return false;
      if (
        far === 0 &&
        crowded - now.men > Math.min(5500, task.need / 2) &&
        nearestFoe(ctx.est, now.hex) <= 4 &&
        now.dug < 300
      )
        return false;
      return far === 0 || (far <= 1 && (now.dug > 0 || contact) && freshIn(ctx, task.hex, unit) > 400);
    case 'screen':
      return far <= 5 && !contact && (now.dug > 0 || far <= 3);
    case 'attack':
    case 'reopen':
      return contact && crowded < 5500 && (!task.column || isFighting(ctx, now.hex));
    case 'march':
      return far === 0 || (far === 1 && !hasRoom(ctx, task.hex, now.men));
    case 'raid':
      return far === 0 && !contact;
    case 'breakOut':
      return false;
  }
}

/** Does a battle of the last turn go on beside the hex? Without one a column may find a better place to begin. */
function isFighting(ctx: Context, hex: number): boolean {
  const { game, view, est } = ctx;
  return view.battles.some(
    (battle) => battle.side === est.side && battle.last >= view.turn - 1 && distance(game, battle.hex, hex) === 1,
  );
}
