/** Files that commands write. */
import { createWriteStream, type WriteStream } from 'node:fs';
import { MISUSE, Stop } from './terminal.ts';

/** Opens a file for writing; ends the command, naming its option, when that cannot be done. */
export function openFile(option: string, path: string): Promise<WriteStream> {
  return new Promise((resolve, reject) => {
    const stream = createWriteStream(path);
    stream.once('open', () => resolve(stream));
    stream.once('error', (error) => reject(new Stop(`${option}: can't write ${path}: ${error.message}`, MISUSE)));
  });
}
