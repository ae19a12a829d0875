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

/** Between two lines of progress where standard error is no terminal, ms. */
const TOLD_EVERY = 30_000;

interface Progress {
  tick(done: number): void;
  stop(): void;
}

/** How far a long task is, from what is done already: a bar on standard error, or a line now and then where that is no terminal. */
export function startProgress(total: number, unit: string, from = 0): Progress {
  const started = performance.now();
  const rateOf = (done: number): number => (1000 * (done - from)) / (performance.now() - started);
  if (!process.stderr.isTTY) return tellProgress(total, unit, rateOf);
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
  return {
    tick: (done) => bar.update(done, { rate: rateOf(done).toFixed(1) }),
    stop: () => bars.stop(),
  };
}

function tellProgress(total: number, unit: string, rateOf: (done: number) => number): Progress {
  let told = performance.now();
  const tick = (done: number): void => {
    if (performance.now() - told < TOLD_EVERY) return;
    told = performance.now();
    const rate = rateOf(done);
    const minutes = Math.ceil((total - done) / rate / 60);
    say(`${done}/${total} ${unit}, ${rate.toFixed(1)} a second, ${minutes} min left`);
  };
  return { tick, stop: () => {} };
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
