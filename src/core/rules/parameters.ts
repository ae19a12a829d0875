/**
 * The numbers of the rules that a scenario may lay otherwise. `PARAMETERS` is what the rulebook says; a game has its own,
 * `Game.rules`, which is that with the scenario's `rules` laid over. Each number has a path ("resolver.noise.power",
 * "resolver.nerve.0.1" for an element of a list) and bounds.
 */
import { AIR } from './parameters/air.ts';
import type { Bounded } from './parameters/bounds.ts';
import { HUNGER, MOVEMENT, RECOVERY, SUPPLY, SURRENDER } from './parameters/endurance.ts';
import { FIRE, LEADERS, LOSSES, RETREAT } from './parameters/losses.ts';
import { ASSAULT, POSTURE, QUALITY, RESOLVER, STRENGTH } from './parameters/resolver.ts';

const BOUNDED = {
  resolver: RESOLVER,
  strength: STRENGTH,
  posture: POSTURE,
  quality: QUALITY,
  assault: ASSAULT,
  losses: LOSSES,
  retreat: RETREAT,
  fire: FIRE,
  leaders: LEADERS,
  movement: MOVEMENT,
  supply: SUPPLY,
  air: AIR,
  recovery: RECOVERY,
  hunger: HUNGER,
  surrender: SURRENDER,
} as const;

type Values<T> = T extends Bounded ? number : { readonly [K in keyof T]: Values<T[K]> };
export type Parameters = Values<typeof BOUNDED>;

interface Branch {
  readonly [key: string]: Branch | Bounded;
}

function isBounded(node: Branch | Bounded): node is Bounded {
  return typeof node['value'] === 'number';
}

/** Every number by its path, in the order of the groups. */
const LEAVES: ReadonlyMap<string, Bounded> = new Map(leavesOf(BOUNDED as unknown as Branch, ''));

function leavesOf(node: Branch | Bounded, path: string): [string, Bounded][] {
  if (isBounded(node)) return [[path, node]];
  return Object.entries(node).flatMap(([key, next]) => leavesOf(next, path === '' ? key : `${path}.${key}`));
}

type Built = number | Built[] | { [key: string]: Built };

function build(node: Branch | Bounded, path: string, laid: Readonly<Record<string, number>>): Built {
  if (isBounded(node)) return laid[path] ?? node.value;
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  if (Array.isArray(node)) return node.map((next: Branch, i) => build(next, at(String(i)), laid));
  const built: { [key: string]: Built } = {};
  for (const [key, next] of Object.entries(node)) built[key] = build(next, at(key), laid);
  return built;
}

/** The numbers of the rulebook. */
export const PARAMETERS = build(BOUNDED as unknown as Branch, '', {}) as unknown as Parameters;

/**
 * The numbers of the rulebook with others laid over, by path. Paths and values are those that `parameterFault` passes;
 * with none laid over it is `PARAMETERS` itself.
 */
export function parametersWith(laid: Readonly<Record<string, number>> | undefined): Parameters {
  if (laid === undefined || Object.keys(laid).length === 0) return PARAMETERS;
  return build(BOUNDED as unknown as Branch, '', laid) as unknown as Parameters;
}

/** Paths of all numbers, in the order of the groups. */
export function parameterPaths(): string[] {
  return [...LEAVES.keys()];
}

/** The number of the rulebook at a path, with its bounds; undefined for an unknown path. */
export function parameterAt(path: string): Readonly<Bounded> | undefined {
  return LEAVES.get(path);
}

/** Why a value may not be laid over a path: there is no such path, or the value is out of bounds or no integer. Null when it may. */
export function parameterFault(path: string, value: number): 'unknown' | 'range' | null {
  const bounded = LEAVES.get(path);
  if (!bounded) return 'unknown';
  if (!Number.isFinite(value) || value < bounded.least || value > bounded.most) return 'range';
  return bounded.whole && !Number.isInteger(value) ? 'range' : null;
}
