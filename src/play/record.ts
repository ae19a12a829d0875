/**
 * The record of a game: scenario, seed, options and actions, with a digest after each action. It is the save, the
 * replay and the test fixture alike. Whatever comes from a file is parsed strictly: faults come back with their paths.
 */
import { z } from 'zod';
import type { Action } from '../core/action.ts';
import { AIR_MISSIONS } from '../core/scenario.ts';
import type { HandicapState } from '../core/state.ts';
import { NOTE_LIMITS, type Note } from './note.ts';

export const RECORD_FORMAT = 'ridgeline-game';
/** The newest version that is read; records of all versions before it are read as well. What is written: see `versionOf`. */
export const RECORD_VERSION = 3;

/** Most that is read: characters of a file, actions of a game, hexes of a march, faults reported, points of a head start. */
export const RECORD_LIMITS = {
  characters: 16_000_000,
  actions: 100_000,
  path: 4096,
  units: 256,
  faults: 20,
  handicap: 10_000,
  deputies: 10_000,
} as const;

export type Player =
  | { kind: 'human' }
  /** `plan`: 'historical', 'free' or the id of a plan of the scenario; absent: as its level does. */
  | { kind: 'bot'; level: string; plan?: string };

/** A computer player that was not waited for: from action `at` to the end of that player turn this level decided for it. */
export interface Deputy {
  at: number;
  level: string;
}

/** Where a game branched off from another: the first `at` actions are that game's. */
export interface Parent {
  /** Digest of the other game's last state, by which it is known, and how many actions it has. */
  game: string;
  actions: number;
  /** Actions carried out when this game left it, and the digest of the state there. */
  at: number;
  digest: string;
}

export interface GameRecord {
  format: typeof RECORD_FORMAT;
  version: 2 | 3;
  scenario: { id: string; version: number; digest: string };
  /** RULES_VERSION of the engine that played it. */
  rules: number;
  options: { fog: boolean; handicap?: HandicapState };
  seed: string;
  /** Who plays the first and the second side. */
  players: [Player, Player];
  actions: Action[];
  /** Digest of the state after each action: 16 hex digits, or in a record from a link at least its first 4. */
  digests: string[];
  /** Set in a game that was begun from a moment of another. */
  parent?: Parent;
  /** In order; absent where every computer player decided for itself. */
  deputies?: readonly Deputy[];
  name?: string;
  /** ISO 8601 time of saving, given by whoever saves. */
  savedAt?: string;
  /** What the players wrote on the map; none of the game depends on it. */
  notes?: readonly Note[];
}

/**
 * The version a game is written in: the oldest that can hold it, so that a page of before still reads every game that it
 * could have played, and calls one that it could not "newer" instead of damaged. Version 2 brought `parent`; version 3
 * brings the plan of a computer player, the handicap and the deputies.
 */
export function versionOf({ options, players, deputies }: Pick<GameRecord, 'options' | 'players' | 'deputies'>): 2 | 3 {
  const planned = players.some((player) => player.kind === 'bot' && player.plan !== undefined);
  return planned || options.handicap !== undefined || deputies !== undefined ? 3 : 2;
}

export const FAULT_CODES = ['not-json', 'truncated', 'too-large', 'newer', 'format', 'invalid', 'damaged'] as const;

/** Which part of a link is at fault: its head, the packed letters, their checksum, what they unpack to. */
export const LINK_PARTS = ['version', 'checksum', 'length', 'letters', 'packing', 'text'] as const;
export type LinkPart = (typeof LINK_PARTS)[number];

/** What is wrong with a file and where: `path` as in `actions[12].unit`, empty for the file as a whole. */
export interface Fault {
  path: string;
  code: (typeof FAULT_CODES)[number];
  message: string;
  /** For a link: the part of it. */
  part?: LinkPart;
  /** Figures of the message, by name, for those who put it into other words. */
  values?: Readonly<Record<string, string | number>>;
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; faults: Fault[] };

const index = z.int().min(0).max(1_000_000);
const count = z.int().min(0).max(RECORD_LIMITS.actions);
const units = z.array(index).max(RECORD_LIMITS.units);
const stance = z.union([z.literal(0), z.literal(1), z.literal(2)]);
const hexDigits = (min: number): z.ZodString =>
  z.string().regex(new RegExp(`^[0-9a-f]{${min},16}$`), `expected ${min === 16 ? 16 : `${min} to 16`} hex digits`);

/** The orders of a game as files have them. */
export const actionShape = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('move'),
    unit: index,
    path: z.array(index).max(RECORD_LIMITS.path),
    mode: z.enum(['march', 'truck']),
  }),
  z.strictObject({ type: z.literal('assault'), units, support: units, hex: index, advance: z.boolean() }),
  z.strictObject({ type: z.literal('bombard'), unit: index, hex: index }),
  z.strictObject({ type: z.literal('engineer'), unit: index, task: z.enum(['demolish', 'repair']), hexside: index }),
  z.strictObject({ type: z.literal('stance'), unit: index, stance }),
  z.strictObject({
    type: z.literal('air'),
    formation: index,
    mission: z.enum(AIR_MISSIONS),
    hex: index,
    sorties: z.int().min(0).max(100_000),
    unit: z.exactOptional(index),
  }),
  z.strictObject({ type: z.literal('breakOut'), unit: index, hex: index }),
  z.strictObject({ type: z.literal('airfield'), airfield: index }),
  z.strictObject({ type: z.literal('decide'), decision: index }),
  z.strictObject({ type: z.literal('end') }),
]);

const note = z.strictObject({
  hex: index,
  // In UTF-16 units a character may be two.
  text: z
    .string()
    .min(1)
    .max(NOTE_LIMITS.characters * 2),
  turn: z.int().min(0).max(100_000),
  side: z.exactOptional(z.union([z.literal(0), z.literal(1)])),
});

const label = z.string().min(1).max(64);
const player = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('human') }),
  z.strictObject({ kind: z.literal('bot'), level: label, plan: z.exactOptional(label) }),
]);

const handicap = z.strictObject({
  side: z.union([z.literal(0), z.literal(1)]),
  points: z.int().min(1).max(RECORD_LIMITS.handicap),
});

const record = z
  .strictObject({
    format: z.literal(RECORD_FORMAT),
    version: z.literal([1, 2, RECORD_VERSION]),
    scenario: z.strictObject({ id: z.string().min(1).max(200), version: z.int().min(0), digest: hexDigits(16) }),
    rules: z.int().min(0),
    options: z.strictObject({ fog: z.boolean(), handicap: z.exactOptional(handicap) }),
    seed: z.string().min(1).max(200),
    players: z.tuple([player, player]),
    actions: z.array(actionShape).max(RECORD_LIMITS.actions),
    digests: z.array(hexDigits(4)).max(RECORD_LIMITS.actions),
    parent: z.exactOptional(z.strictObject({ game: hexDigits(4), actions: count, at: count, digest: hexDigits(16) })),
    deputies: z.exactOptional(
      z
        .array(z.strictObject({ at: count, level: label }))
        .min(1)
        .max(RECORD_LIMITS.deputies),
    ),
    name: z.string().max(200).optional(),
    savedAt: z.string().max(40).optional(),
    notes: z.exactOptional(z.array(note).max(NOTE_LIMITS.notes)),
  })
  .check((input) => {
    const { actions, digests, parent, deputies } = input.value;
    if (actions.length !== digests.length)
      input.issues.push({
        code: 'custom',
        input: digests,
        path: ['digests'],
        message: `${digests.length} digests for ${actions.length} actions`,
      });
    if (parent && parent.at > parent.actions)
      input.issues.push({
        code: 'custom',
        input: parent.at,
        path: ['parent', 'at'],
        message: `branched off after ${parent.at} of ${parent.actions} actions`,
      });
    deputies?.forEach((deputy, i) => {
      if (i > 0 && deputy.at <= (deputies[i - 1] as Deputy).at)
        input.issues.push({
          code: 'custom',
          input: deputy.at,
          path: ['deputies', i, 'at'],
          message: 'deputies are listed in order, one a player turn',
        });
    });
  });

/** `actions[12].unit` for `['actions', 12, 'unit']`. */
export function formatPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const key of path) text += typeof key === 'number' ? `[${key}]` : `${text === '' ? '' : '.'}${String(key)}`;
  return text;
}

function fault(code: Fault['code'], path: string, message: string, values?: Fault['values']): Parsed<never> {
  return { ok: false, faults: [{ path, code, message, ...(values ? { values } : {}) }] };
}

/** Reads the text of a record file. */
export function parseRecord(text: string): Parsed<GameRecord> {
  if (text.length > RECORD_LIMITS.characters)
    return fault('too-large', '', `${text.length} characters; at most ${RECORD_LIMITS.characters} are read`, {
      characters: text.length,
      most: RECORD_LIMITS.characters,
    });
  const trimmed = text.trim();
  if (trimmed === '') return fault('truncated', '', 'the file is empty');
  let raw: unknown;
  try {
    raw = JSON.parse(trimmed);
  } catch (error) {
    if (trimmed.startsWith('{') && !trimmed.endsWith('}'))
      return fault('truncated', '', `the file breaks off after ${text.length} characters`, { characters: text.length });
    return fault('not-json', '', `not JSON: ${(error as Error).message}`);
  }
  return checkRecord(raw);
}

/** Checks what JSON, a database or a link gave. */
export function checkRecord(raw: unknown): Parsed<GameRecord> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return fault('format', '', 'not a Ridgeline game record');
  const { format, version } = raw as { format?: unknown; version?: unknown };
  if (format !== RECORD_FORMAT) return fault('format', 'format', `not a Ridgeline game record ("${RECORD_FORMAT}")`);
  if (typeof version === 'number' && version > RECORD_VERSION)
    return fault(
      'newer',
      'version',
      `record version ${version}; this program reads up to ${RECORD_VERSION}. Open it with a newer Ridgeline`,
      { version, known: RECORD_VERSION },
    );
  const result = record.safeParse(raw);
  if (result.success) {
    const read = result.data as GameRecord;
    return { ok: true, value: { ...read, version: versionOf(read) } };
  }
  const faults = result.error.issues.slice(0, RECORD_LIMITS.faults).map(
    (issue): Fault => ({
      path: formatPath(issue.path),
      code: 'invalid',
      message: issue.message,
    }),
  );
  return { ok: false, faults };
}

/** The text of a record file: one line an action, so that two games can be compared line by line. */
export function formatRecord(game: GameRecord): string {
  const { actions, digests, ...head } = game;
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const list = (items: readonly unknown[]): string =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
  lines.push(`  "actions": ${list(actions)}`, `  "digests": ${list(digests)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** One line for people: `actions[12].unit: expected number`. */
export function formatFault(item: Fault): string {
  return item.path === '' ? item.message : `${item.path}: ${item.message}`;
}
