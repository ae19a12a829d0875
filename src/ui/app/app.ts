/** Which screen is shown, and the ways from one to another. */
import { batch, signal } from '@preact/signals';
import type { Game } from '../../core/game.ts';
import type { HandicapState } from '../../core/state.ts';
import type { GameRecord, Player } from '../../play/record.ts';
import { Replay } from '../../play/replay.ts';
import { type Resumed, Session } from '../../play/session.ts';
import { freshId } from '../storage/tabs.ts';
import { t } from '../text/intl.ts';
import { verdictText } from '../text/verdicts.ts';
import { told } from './entryWords.ts';
import { openFragment } from './files.ts';
import { openWords } from './language.ts';
import { type CatalogueEntry, fetchCatalogue, loadGame } from './load.ts';
import { LoadError } from './loadError.ts';
import { ReplayDesk } from './replayDesk.ts';
import { type Running, run } from './running.ts';
import { openShelf, readShelf } from './shelf.ts';

export type Screen =
  | { name: 'start' }
  | { name: 'loading'; title: string }
  | { name: 'game'; running: Running }
  /** `from`: where it was opened, and where leaving it leads. */
  | { name: 'replay'; desk: ReplayDesk; from?: 'laboratory' }
  /** `about`: the scenario that a new run is offered of. */
  | { name: 'laboratory'; about?: string };

/** Something the player should read; `details` are faults with their paths. */
export interface Notice {
  id: number;
  tone: 'error' | 'info';
  text: string;
  details: readonly string[];
  /** Something that can be done about it; a notice with one stays until it is done or closed. */
  action?: { label: string; run: () => void };
}

export interface SetUp {
  seed: string;
  fog: boolean;
  players: [Player, Player];
  handicap?: HandicapState;
}

export const screen = signal<Screen>({ name: 'start' });
export const progress = signal(0);
export const catalogue = signal<CatalogueEntry[] | null>(null);
export const notices = signal<readonly Notice[]>([]);

/** How long a mere piece of news stays, milliseconds; errors stay until closed. */
const INFO_MS = 6000;

let counter = 0;

export function notify(
  tone: Notice['tone'],
  text: string,
  details: readonly string[] = [],
  action?: Notice['action'],
): void {
  const id = ++counter;
  notices.value = [...notices.value.slice(-3), { id, tone, text, details, ...(action ? { action } : {}) }];
  if (tone === 'info' && details.length === 0 && !action) setTimeout(() => dismiss(id), INFO_MS);
}

export function dismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}

/** Tells of a failure; `again` offers to do the same once more. */
export function report(error: unknown, again?: () => unknown): void {
  const action = again && { label: t('storage.again'), run: () => void again() };
  if (error instanceof LoadError) notify('error', `${error.file}: ${error.message}`, error.details, action);
  else notify('error', error instanceof Error ? error.message : String(error), [], action);
}

/** First things: the catalogue, the shelf, and a game in the page's address. */
export async function begin(): Promise<void> {
  const opening = openShelf();
  await openCatalogue();
  await opening;
  await openAddress();
  addEventListener('hashchange', () => void openAddress());
}

async function openCatalogue(): Promise<void> {
  try {
    catalogue.value = await fetchCatalogue();
  } catch (error) {
    catalogue.value = [];
    report(error, openCatalogue);
  }
}

async function openAddress(): Promise<void> {
  const found = openFragment(location.hash);
  if (!found) return;
  history.replaceState(null, '', location.pathname + location.search);
  if (found.ok) await watch(found.record);
  else notify('error', t('start.linkBroken'), found.faults);
}

/** The scenario's game; where it cannot be had the start screen says why, and `again` is offered. */
async function gameOf(entry: CatalogueEntry, again: () => unknown): Promise<Game | null> {
  progress.value = 0;
  screen.value = { name: 'loading', title: told(entry).title };
  try {
    const [game] = await Promise.all([
      loadGame(entry, (share) => {
        progress.value = share;
      }),
      openWords(entry.id),
    ]);
    return game;
  } catch (error) {
    screen.value = { name: 'start' };
    report(error, again);
    return null;
  }
}

function entryOf(record: GameRecord): CatalogueEntry | null {
  const found = catalogue.value?.find((entry) => entry.id === record.scenario.id) ?? null;
  if (!found) notify('error', t('start.unknownScenario', { id: record.scenario.id }));
  return found;
}

/** Resolves when the running game, if there is one, is stored as far as storage takes it. */
export async function settled(): Promise<void> {
  const now = screen.value;
  if (now.name === 'game') await now.running.settled();
}

async function leave(): Promise<void> {
  const now = screen.value;
  if (now.name === 'game') await now.running.close();
  if (now.name === 'replay') now.desk.close();
}

function play(entry: CatalogueEntry, session: Session, id: string): void {
  const running = run(entry, session, id);
  screen.value = { name: 'game', running };
  running.carryOn();
}

export async function startGame(entry: CatalogueEntry, setUp: SetUp): Promise<void> {
  const game = await gameOf(entry, () => startGame(entry, setUp));
  if (game) play(entry, Session.start(game, setUp), freshId());
}

/** Milliseconds of orders carried out again between two breaths of the page. */
const BREATH_MS = 16;

/** Plays a record again up to its end, with breaths in between and progress told. */
async function goOn(game: Game, record: GameRecord): Promise<Resumed> {
  const work = Session.resuming(game, record);
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < BREATH_MS) continue;
    progress.value = step.value / record.actions.length;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}

/** Goes on with a record; one that does not replay is shown as a replay up to where it does. */
export async function resume(record: GameRecord, id: string = freshId()): Promise<void> {
  const entry = entryOf(record);
  if (!entry) return;
  await leave();
  const game = await gameOf(entry, () => resume(record, id));
  if (!game) return;
  const resumed = await goOn(game, record);
  if (resumed.ok) return play(entry, resumed.session, id);
  notify('error', verdictText(resumed.verdict));
  screen.value = { name: 'replay', desk: new ReplayDesk(entry, new Replay(game, record)) };
}

/** Opens a record as a replay; `underWay`: of a game that goes on; `from`: where leaving it leads, if not to the start. */
export async function watch(record: GameRecord, underWay = false, from?: 'laboratory'): Promise<void> {
  const entry = entryOf(record);
  if (!entry) return;
  await leave();
  const game = await gameOf(entry, () => watch(record, underWay, from));
  const origin = from && { from };
  if (game)
    screen.value = { name: 'replay', desk: new ReplayDesk(entry, new Replay(game, record), underWay), ...origin };
}

/** Opens the laboratory, for a new run of a scenario where one is named. */
export async function toLaboratory(about?: string): Promise<void> {
  await leave();
  screen.value = { name: 'laboratory', ...(about !== undefined && { about }) };
}

export async function toStart(): Promise<void> {
  await leave();
  await readShelf();
  batch(() => {
    screen.value = { name: 'start' };
  });
}
