/** Orders to several air formations at once: by what they fly or by where they stand. */
import { AIR_MISSIONS, type AircraftData, type AirMission } from '../../core/scenario.ts';
import { type Base, basesOf, type Wing } from './airForce.ts';
import type { AirPart } from './airPlan.ts';
import type { Seen } from './seen.ts';

type Role = AircraftData['role'];

export interface AirGroup {
  key: string;
  /** What they have in common: a role, or a base by its name. */
  role: Role | null;
  base: string | null;
  wings: Wing[];
  sorties: number;
  /** What at least one of them can fly besides lifts. */
  missions: AirMission[];
}

const ROLES: readonly Role[] = ['fighter', 'bomber', 'recon', 'transport'];

function able(wings: readonly Wing[]): Wing[] {
  return wings.filter((wing) => wing.here && wing.sorties > 0 && wing.missions.length > 0);
}

function groupOf(key: string, role: Role | null, base: string | null, wings: Wing[]): AirGroup {
  const missions = AIR_MISSIONS.filter((mission) => wings.some((wing) => wing.missions.includes(mission)));
  return { key, role, base, wings, sorties: wings.reduce((sum, wing) => sum + wing.sorties, 0), missions };
}

/** Groups of two formations and more that still have sorties: by role first, then by base. */
export function airGroups(seen: Seen): AirGroup[] {
  const bases: Base[] = basesOf(seen);
  const wings = able(bases.flatMap((base) => base.wings));
  const byRole = ROLES.map((role) =>
    groupOf(
      role,
      role,
      null,
      wings.filter((wing) => wing.kind.role === role),
    ),
  );
  const byBase = bases.map((base) => groupOf(`at ${base.name}`, null, base.name, able(base.wings)));
  return [...byRole, ...byBase].filter((group) => group.wings.length > 1);
}

/** The part of each formation in a mission of the group; `half` keeps half of the sorties (rounded down) back. */
export function partsOf(group: AirGroup, mission: AirMission, half: boolean): AirPart[] {
  return group.wings
    .filter((wing) => wing.missions.includes(mission))
    .map(({ formation, sorties }) => ({ formation, sorties: half ? Math.ceil(sorties / 2) : sorties }));
}

/** Patrols cover the whole map: the hex named in the order is the base, or the middle of the map for those off it. */
export function patrolHex({ game }: Seen, base: Base | undefined): number {
  if (base && base.hex >= 0) return base.hex;
  return Math.floor(game.rows / 2) * game.cols + Math.floor(game.cols / 2);
}
