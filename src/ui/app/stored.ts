/** Opening what lies in storage: a game, or the reason why it stays closed. Nothing that cannot be read is touched. */
import type { GameRecord } from '../../play/record.ts';
import type { Reading } from '../storage/reading.ts';
import { t } from '../text/intl.ts';
import { storageFaultText } from '../text/storage.ts';
import { notify, resume, watch } from './app.ts';
import { told } from './entryWords.ts';
import { downloadRecord } from './files.ts';
import type { Running } from './running.ts';
import { getSave, peekJournal, shelf, takeJournal } from './shelf.ts';

/** Tells why there is no record; the record where there is one. */
function recordOf(reading: Reading | null): GameRecord | null {
  if (reading === null) {
    const { fault } = shelf.value;
    notify('error', t('storage.unread', { why: fault ? storageFaultText(fault) : '' }));
    return null;
  }
  if (reading.state === 'gone') notify('error', t('start.gone'));
  if (reading.state === 'unreadable') {
    const newer = reading.code === 'newer';
    notify('error', t(newer ? 'storage.newerGame' : 'storage.damagedGame'), reading.faults);
  }
  if (reading.state !== 'read') return null;
  if (reading.missing > 0) notify('info', t('storage.missing', { count: reading.missing }));
  return reading.record;
}

/** Goes on with a running game, taken over from whichever tab had it. */
export async function continueJournal(id: string): Promise<void> {
  const record = recordOf(await takeJournal(id));
  if (record) await resume(record, id);
}

/** Goes on from a named save, as a game of its own. */
export async function continueSave(id: string): Promise<void> {
  const record = recordOf(await getSave(id));
  if (record) await resume(record);
}

/** Opens a stored game as a replay; where it lies it stays as it is. */
export async function watchStored(kind: 'journal' | 'save', id: string): Promise<void> {
  const afloat = shelf.value.afloat.find((one) => kind === 'journal' && one.id === id);
  const record = afloat?.record ?? recordOf(await (kind === 'journal' ? peekJournal(id) : getSave(id)));
  const journal = shelf.value.journals.find((one) => kind === 'journal' && one.id === id);
  const over = afloat?.place.over ?? journal?.over ?? true;
  if (record) await watch(record, !over);
}

/** Saves a stored game as a file; one that cannot be opened here is written out as it lies there. */
export async function exportStored(kind: 'journal' | 'save', id: string, turn: number): Promise<void> {
  const afloat = shelf.value.afloat.find((one) => kind === 'journal' && one.id === id);
  if (afloat) return downloadRecord(afloat.record, turn);
  const reading = await (kind === 'journal' ? peekJournal(id) : getSave(id));
  if (reading?.state === 'unreadable') return downloadRecord(reading.raw, turn);
  const record = recordOf(reading);
  if (record) downloadRecord(record, turn);
}

const isPart = (of: GameRecord, part: GameRecord): boolean =>
  part.digests.length <= of.digests.length && part.digests.every((digest, i) => of.digests[i] === digest);

/**
 * Takes the game back from the other tab. What that one has played is gone on with; orders given here that it never got
 * are gone on with when it added none, and are kept as a saved game when it did.
 */
export async function takeBack(running: Running): Promise<void> {
  const { match, keeping, entry } = running;
  const mine = match.session.record();
  const unwritten = keeping.value.state === 'taken' && keeping.value.unwritten;
  const reading = await takeJournal(match.id);
  if (reading === null || reading.state === 'gone') return running.retry();
  if (reading.state === 'read' && unwritten && isPart(mine, reading.record)) return running.retry();
  const record = recordOf(reading);
  if (!record) return;
  if (unwritten && !isPart(record, mine)) {
    const name = t('storage.copyName', { title: told(entry).title, turn: match.session.state.turn });
    if (await running.save(name)) notify('info', t('storage.copied', { name }));
    else downloadRecord(mine, match.session.state.turn);
  }
  await resume(record, match.id);
}
