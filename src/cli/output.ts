/** Files that commands write. */
import { createWriteStream, renameSync, rmSync, type WriteStream, writeFileSync } from 'node:fs';
import { MISUSE, Stop } from './terminal.ts';

/** Opens a file for writing; ends the command, naming its option, when that cannot be done. */
export function openFile(option: string, path: string): Promise<WriteStream> {
  return new Promise((resolve, reject) => {
    const stream = createWriteStream(path);
    stream.once('open', () => resolve(stream));
    stream.once('error', (error) => reject(new Stop(`${option}: can't write ${path}: ${error.message}`, MISUSE)));
  });
}

/** Writes a file whole or not at all; ends the command, naming its option, when that cannot be done. */
export function writeWhole(option: string, path: string, text: string): void {
  const begun = `${path}.${process.pid}`;
  try {
    writeFileSync(begun, text);
    renameSync(begun, path);
  } catch (error) {
    rmSync(begun, { force: true });
    throw new Stop(`${option}: can't write ${path}: ${(error as Error).message}`, MISUSE);
  }
}
