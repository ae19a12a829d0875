/** Which screen is shown, and the ways from one to another. */
import { batch, signal } from '@preact/signals';
import type { Game } from '../../core/game.ts';
import type { GameRecord, Player } from '../../play/record.ts';
import { Replay } from '../../play/replay.ts';
import { Session } from '../../play/session.ts';
import { t } from '../text/intl.ts';
import { verdictText } from '../text/verdicts.ts';
import { openFragment } from './files.ts';
import { openWords } from './language.ts';
import { type CatalogueEntry, fetchCatalogue, loadGame } from './load.ts';
import { LoadError } from './loadError.ts';
import { ReplayDesk } from './replayDesk.ts';
import { type Running, run } from './running.ts';
import { openShelf, readShelf, takeJournal } from './shelf.ts';

export type Screen =
  | { name: 'start' }
  | { name: 'loading'; title: string }
  | { name: 'game'; running: Running }
  | { name: 'replay'; desk: ReplayDesk };

/** Something the player should read; `details` are faults with their paths. */
export interface Notice {
  id: number;
  tone: 'error' | 'info';
  text: string;
  details: readonly string[];
}

export interface SetUp {
  seed: string;
  fog: boolean;
  players: [Player, Player];
}

export const screen = signal<Screen>({ name: 'start' });
export const progress = signal(0);
export const catalogue = signal<CatalogueEntry[] | null>(null);
export const notices = signal<readonly Notice[]>([]);

/** How long a mere piece of news stays, milliseconds; errors stay until closed. */
const INFO_MS = 6000;

let counter = 0;

export function notify(tone: Notice['tone'], text: string, details: readonly string[] = []): void {
  const id = ++counter;
  notices.value = [...notices.value.slice(-3), { id, tone, text, details }];
  if (tone === 'info' && details.length === 0) setTimeout(() => dismiss(id), INFO_MS);
}

export function dismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}

export function report(error: unknown): void {
  if (error instanceof LoadError) notify('error', `${error.file}: ${error.message}`, error.details);
  else notify('error', error instanceof Error ? error.message : String(error));
}

/** First things: the catalogue, the shelf, and a game in the page's address. */
export async function begin(): Promise<void> {
  const opening = openShelf();
  try {
    catalogue.value = await fetchCatalogue();
  } catch (error) {
    catalogue.value = [];
    report(error);
  }
  await opening;
  await openAddress();
  addEventListener('hashchange', () => void openAddress());
}

async function openAddress(): Promise<void> {
  const found = openFragment(location.hash);
  if (!found) return;
  history.replaceState(null, '', location.pathname + location.search);
  if (found.ok) await watch(found.record);
  else notify('error', t('start.linkBroken'), found.faults);
}

async function gameOf(entry: CatalogueEntry): Promise<Game | null> {
  progress.value = 0;
  screen.value = { name: 'loading', title: entry.title };
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
    report(error);
    return null;
  }
}

function entryOf(record: GameRecord): CatalogueEntry | null {
  const found = catalogue.value?.find((entry) => entry.id === record.scenario.id) ?? null;
  if (!found) notify('error', t('start.unknownScenario', { id: record.scenario.id }));
  return found;
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
  const game = await gameOf(entry);
  if (game) play(entry, Session.start(game, setUp), crypto.randomUUID());
}

/** Goes on with a record; one that does not replay is shown as a replay up to where it does. */
export async function resume(record: GameRecord, id: string = crypto.randomUUID()): Promise<void> {
  const entry = entryOf(record);
  if (!entry) return;
  await leave();
  const game = await gameOf(entry);
  if (!game) return;
  const resumed = Session.resume(game, record);
  if (resumed.ok) return play(entry, resumed.session, id);
  notify('error', verdictText(resumed.verdict));
  screen.value = { name: 'replay', desk: new ReplayDesk(entry, new Replay(game, record)) };
}

export async function continueJournal(id: string): Promise<void> {
  const record = await takeJournal(id);
  if (record) await resume(record, id);
  else notify('error', t('start.gone'));
}

/** Opens a record as a replay. */
export async function watch(record: GameRecord): Promise<void> {
  const entry = entryOf(record);
  if (!entry) return;
  await leave();
  const game = await gameOf(entry);
  if (game) screen.value = { name: 'replay', desk: new ReplayDesk(entry, new Replay(game, record)) };
}

export async function toStart(): Promise<void> {
  await leave();
  await readShelf();
  batch(() => {
    screen.value = { name: 'start' };
  });
}
