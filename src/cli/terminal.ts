/** What commands write with: data on standard output, prose and progress on standard error, and the exit codes. */
import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import { InvalidArgumentError } from 'commander';

export const FINE = 0;
export const FINDINGS = 1;
export const MISUSE = 2;
/** Ended by Ctrl-C, as shells count it. */
export const INTERRUPTED = 130;

/** Ends a command with one clear line on standard error: code 1 for a finding in a file, 2 for a wrong argument. */
export class Stop extends Error {
  readonly code: number;
  constructor(message: string, code: typeof FINDINGS | typeof MISUSE) {
    super(message);
    this.code = code;
  }
}

/** Data. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prose. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Columns of text, numbers to the right; the first row is the head. */
export function formatTable(rows: readonly (readonly (string | number)[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, width(String(cell)));
    });
  const numeric = widths.map((_, i) =>
    rows.slice(1).every((row) => /^[-+]?[\d.,]*[%x]?$|^-$/.test(String(row[i] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) => {
          const text = String(cell);
          const pad = ' '.repeat((widths[i] as number) - width(text));
          return numeric[i] ? pad + text : text + pad;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Columns that a text takes in a terminal: two for a Chinese character. */
function width(text: string): number {
  let columns = 0;
  for (const letter of text) columns += (letter.codePointAt(0) as number) >= 0x2e80 ? 2 : 1;
  return columns;
}

/** A progress bar on standard error, from what is done already; nothing when that is not a terminal. */
export function startProgress(total: number, unit: string, from = 0): { tick(done: number): void; stop(): void } {
  if (!process.stderr.isTTY) return { tick: () => {}, stop: () => {} };
  const bars = new MultiBar(
    {
      stream: process.stderr,
      format: ` {bar} {value}/{total} ${unit}, {rate} a second, {eta_formatted} left`,
      clearOnComplete: true,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  const bar: SingleBar = bars.create(total, from, { rate: '-' });
  const started = performance.now();
  return {
    tick: (done) => bar.update(done, { rate: ((1000 * (done - from)) / (performance.now() - started)).toFixed(1) }),
    stop: () => bars.stop(),
  };
}

/** Reads a whole number of an option; the message names what was wrong. */
export function wholeNumber(least: number, most = 1_000_000): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`A whole number from ${least} to ${most} is needed.`);
    return value;
  };
}
