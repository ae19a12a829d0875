/** Run files on disk: read line by line, and written so that a run which is killed loses at most the line under way. */
import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import type { Game } from '../../core/game.ts';
import { formatRunFault, RunReader } from '../../lab/run/file.ts';
import { type RunHistory, runDigest } from '../../lab/run/play.ts';
import type { RunHeader, RunLine } from '../../lab/run/run.ts';
import { FINDINGS, MISUSE, Stop } from '../terminal.ts';

const CHUNK = 1 << 20;
/** No line of a run comes near this, bytes. */
const LONGEST_LINE = 64_000_000;
const NEWLINE = 0x0a;

/** What a run file holds besides its games. */
export interface RunOnDisk {
  /** Null when the file ends before its first line does. */
  header: RunHeader | null;
  /** Whole games. */
  games: number;
  /** Bytes up to the end of the last whole line, and the text behind it: what was being written when a run was killed. */
  bytes: number;
  rest: string;
}

/**
 * Reads a run file of any size, handing over its games in order with their text and the header. Ends the command when it can't be read, and
 * with the number of the line and the path of the first fault in it.
 */
export function scanRun(path: string, take: (line: RunLine, text: string, header: RunHeader) => void): RunOnDisk {
  const file = open(path, 'r');
  try {
    const reader = new RunReader();
    const chunk = Buffer.alloc(CHUNK);
    let rest = Buffer.alloc(0);
    let bytes = 0;
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
      let data = Buffer.concat([rest, chunk.subarray(0, size)]);
      for (let end = data.indexOf(NEWLINE); end >= 0; end = data.indexOf(NEWLINE)) {
        const text = data.toString('utf8', 0, end);
        const read = reader.next(text);
        if (!read.ok) throw new Stop(`${path}: ${formatRunFault(read.fault)}`, FINDINGS);
        if (read.line) take(read.line, text, reader.header as RunHeader);
        bytes += end + 1;
        data = data.subarray(end + 1);
      }
      if (data.length > LONGEST_LINE) throw new Stop(`${path}: a line of more than ${LONGEST_LINE} bytes`, FINDINGS);
      rest = data;
    }
    return { header: reader.header, games: reader.games, bytes, rest: rest.toString('utf8') };
  } finally {
    closeSync(file);
  }
}

/** The same of a run that has a game at least; ends the command when it has none. */
export function scanGames(path: string, take: Parameters<typeof scanRun>[1]): { header: RunHeader; games: number } {
  const { header, games } = scanRun(path, take);
  if (!header) throw new Stop(`${path}: line 1: not the header of a run`, FINDINGS);
  if (games === 0) throw new Stop(`${path}: there is no game in it yet`, FINDINGS);
  return { header, games };
}

/** Ends the command when a run was played with other data than now; `game` is the scenario with the changes of the run. */
export function refuseOtherData(path: string, run: RunHeader, game: Game, history: RunHistory): void {
  if (runDigest(game, history) !== run.digest)
    throw new Stop(
      `${path}: played with other data of ${run.scenario}: the scenario, its plans or its measures have changed since; play it again`,
      FINDINGS,
    );
}

/** Writes whole lines at the end of a run file. */
export class RunWriter {
  readonly #path: string;
  readonly #file: number;
  #bytes: number;

  /** Opens or makes the file and cuts off what lies behind its first `bytes`. Ends the command when that can't be done. */
  constructor(path: string, bytes: number) {
    this.#path = path;
    this.#file = open(path, existsSync(path) ? 'r+' : 'w');
    this.#bytes = bytes;
    if (fstatSync(this.#file).size > bytes) ftruncateSync(this.#file, bytes);
  }

  /** Ends the command when somebody else has written to the file meanwhile, or the disk is full. */
  write(line: string): void {
    const data = Buffer.from(line);
    try {
      if (fstatSync(this.#file).size !== this.#bytes)
        throw new Error('another program has written to it: only one may play a run at a time');
      for (let done = 0; done < data.length; )
        done += writeSync(this.#file, data, done, data.length - done, this.#bytes + done);
    } catch (error) {
      throw new Stop(`can't write ${this.#path}: ${(error as Error).message}`, FINDINGS);
    }
    this.#bytes += data.length;
  }

  close(): void {
    closeSync(this.#file);
  }
}

function open(path: string, flags: string): number {
  try {
    const file = openSync(path, flags);
    if (fstatSync(file).isFile()) return file;
    closeSync(file);
    throw new Error('not a file');
  } catch (error) {
    const what = flags === 'r' ? 'read' : 'write';
    throw new Stop(`can't ${what} ${path}: ${(error as Error).message}`, MISUSE);
  }
}
