/** Game files to and from the player's disk, and links. */
import { gameAddress, packedIn, unpackRecord } from '../../play/link.ts';
import { formatRecord, type GameRecord, type Parsed, parseRecord, RECORD_LIMITS } from '../../play/record.ts';
import { faultText } from '../text/faults.ts';
import { t } from '../text/intl.ts';

/** A name for the file of a game: "kunlun-pass turn 07.ridgeline.json". */
export function fileName(record: GameRecord, turn: number): string {
  const name = (record.name ?? record.scenario.id).replace(/[^\p{L}\p{N} ._-]/gu, '').trim() || 'game';
  return `${name} turn ${String(turn).padStart(2, '0')}.ridgeline.json`;
}

/** Hands the browser a file to save. */
export function download(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function downloadRecord(record: GameRecord, turn: number): void {
  download(fileName(record, turn), formatRecord({ ...record, savedAt: new Date().toISOString() }));
}

export type Opened = { ok: true; record: GameRecord } | { ok: false; faults: string[] };

function opened(parsed: Parsed<GameRecord>): Opened {
  return parsed.ok ? { ok: true, record: parsed.value } : { ok: false, faults: parsed.faults.map(faultText) };
}

/** Reads a game file that the player picked or dropped. */
export async function openFile(file: File): Promise<Opened> {
  if (file.size > RECORD_LIMITS.characters * 3)
    return { ok: false, faults: [t('fault.file.size', { name: file.name, bytes: file.size })] };
  try {
    return opened(parseRecord(await file.text()));
  } catch (error) {
    return { ok: false, faults: [t('fault.file.read', { name: file.name, why: (error as Error).message })] };
  }
}

/** The game in the page's address ("#g=…"), null when there is none. */
export function openFragment(hash: string): Opened | null {
  const packed = packedIn(hash);
  return packed === null ? null : opened(unpackRecord(packed));
}

/** A link to this page that holds the game. */
export function linkTo(record: GameRecord): string {
  return gameAddress(document.baseURI, record);
}

/** Where long links are cut off, and the most characters that arrive whole. */
const NARROW = { chat: 2_000, mail: 8_000, address: 32_000 } as const;
export type NarrowPlace = keyof typeof NARROW;

/** The kinds of places that a link of so many characters is too long for. */
export function narrowPlaces(length: number): NarrowPlace[] {
  return (Object.keys(NARROW) as NarrowPlace[]).filter((place) => length > NARROW[place]);
}
