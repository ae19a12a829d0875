/** What the laboratory is asked: whether a run can be played, its games one by one, and what they say together. */
import { compile, type Game } from '../core/game.ts';
import type { ScenarioData } from '../core/scenario.ts';
import { changeScenario, formatChangeFault } from '../lab/change/apply.ts';
import type { ChangeSet } from '../lab/change/changeSet.ts';
import { parseChangeSet } from '../lab/change/parse.ts';
import { type ComparedLine, type ComparedRun, compareRuns, refusePairs } from '../lab/compare/compare.ts';
import type { CompareModel } from '../lab/compare/model.ts';
import { ReportBuilder } from '../lab/report/build.ts';
import type { ReportModel } from '../lab/report/model.ts';
import { differences, formatRunFault, formatRunLine, parseRun, RunReader } from '../lab/run/file.ts';
import { headerOf, playoutOf, playRunGame, type RunHistory, refuseConditions } from '../lab/run/play.ts';
import type { RunConditions, RunHeader, RunLine } from '../lab/run/run.ts';
import { formatFault, type GameRecord } from '../play/record.ts';
import { parseWhole, type ScenarioFiles, type WholeScenario } from '../scenario/load.ts';

/** Silence between two signs of life while a game is played, milliseconds. */
const SIGN_MS = 1000;

/** The head of a run, and the same as its file has it. */
export interface RunHead {
  header: RunHeader;
  head: string;
}

/** A run that can be played: the scenario with the changes made, and what is measured. */
export interface Prepared extends RunHead {
  data: ScenarioData;
  history: RunHistory;
}

/** The first line of a run file, and games from the first on, as they stand there. */
export interface RunText {
  head: string;
  lines: readonly string[];
}

/** A run file that was read. */
export interface OpenedRun extends RunHead {
  lines: string[];
}

/** What was asked for, or what is wrong with what was given: lines with file and path. */
export type Answer<T> = { ok: true; value: T } | { ok: false; faults: string[] };

interface Table {
  game: Game;
  history: RunHistory;
  conditions: RunConditions;
}

export class LaboratoryDesk {
  #table: Table | null = null;
  #sign: () => unknown = () => undefined;

  /** Reads the text of a change set. */
  changes(text: string): Answer<ChangeSet> {
    const read = parseChangeSet(text);
    return read.ok ? { ok: true, value: read.value } : { ok: false, faults: read.faults.map(formatFault) };
  }

  /** Reads the text of a run file; what follows its last whole line is left out. */
  read(text: string): Answer<OpenedRun> {
    const read = parseRun(text);
    if (!read.ok) return { ok: false, faults: [formatRunFault(read.fault)] };
    const { header, lines } = read;
    return { ok: true, value: { header, head: formatRunLine(header), lines: lines.map(formatRunLine) } };
  }

  /**
   * Makes the changes of a run and checks all of it. The scenario's own files are given, `history` among them. With `begun`,
   * the head of a run that is to be gone on with, anything that differs from it is a fault.
   */
  prepare(files: ScenarioFiles, conditions: RunConditions, begun: RunHeader | null): Answer<Prepared> {
    const read = scenarioOf(files, conditions.changes);
    if (!read.ok) return read;
    const { data, history } = read.value;
    const game = compile(data);
    const refusal = refuseConditions(game, conditions);
    if (refusal !== null) return { ok: false, faults: [refusal] };
    const header = headerOf(game, history, conditions);
    const differ = begun ? differences(begun, header) : [];
    if (differ.length > 0) return { ok: false, faults: differ };
    return { ok: true, value: { header, head: formatRunLine(header), data, history } };
  }

  /**
   * The same for a run that is to be gone on with. Its last line is played again and must come out as it stands: header and
   * digest do not tell computer players that have changed since.
   */
  resume(files: ScenarioFiles, begun: RunHeader, last: string | null): Answer<Prepared> {
    const prepared = this.prepare(files, begun, begun);
    if (!prepared.ok || last === null) return prepared;
    const { data, history } = prepared.value;
    const { game: n } = JSON.parse(last) as RunLine;
    const found = formatRunLine(playRunGame(compile(data), history, begun, n));
    return found === last ? prepared : { ok: false, faults: [`game ${n} comes out differently now`] };
  }

  /** Takes a run whose games will be asked for; sent once. `sign` is called now and then while one is played. */
  open({ data, history, header }: Prepared, sign: () => unknown): void {
    this.#table = { game: compile(data), history, conditions: header };
    this.#sign = sign;
  }

  /** Plays a game of the run, from 1: its line as the run's file has it, its end included. */
  play(n: number): string {
    if (!this.#table) throw new Error('no run has been opened');
    const { game, history, conditions } = this.#table;
    let last = performance.now();
    const line = playRunGame(game, history, conditions, n, () => {
      if (performance.now() - last < SIGN_MS) return;
      last = performance.now();
      this.#sign();
    });
    return formatRunLine(line);
  }

  /**
   * Plays the game of a line of a run again, for its record. Refuses where it does not come out as the line has it, or the
   * rules or the scenario are not those of the run.
   */
  record(files: ScenarioFiles, begun: RunHeader, line: string): Answer<GameRecord> {
    const prepared = this.prepare(files, begun, begun);
    if (!prepared.ok) return prepared;
    const { game: n, digest } = JSON.parse(line) as RunLine;
    const { record } = playoutOf(compile(prepared.value.data), begun, n, { record: true });
    const found = record?.digests.at(-1);
    if (record && found === digest) return { ok: true, value: record };
    return { ok: false, faults: [`game ${n}: digest ${digest} there, ${found} here`] };
  }

  /** What the games of a run say, the first ones of a run that is not finished. `tell` hears how far it is, 0 to 1. */
  report(files: ScenarioFiles, run: RunText, tell: (share: number) => unknown): Answer<ReportModel> {
    const reader = new RunReader();
    const head = reader.next(run.head);
    if (!head.ok) return { ok: false, faults: [formatRunFault(head.fault)] };
    const header = reader.header as RunHeader;
    const read = scenarioOf(files, header.changes);
    if (!read.ok) return read;
    const { data, history, sources } = read.value;
    const builder = new ReportBuilder(header, { game: compile(data), history, sources });
    const fault = eachGame(reader, run.lines, (line) => builder.add(line), tell);
    return fault === null ? { ok: true, value: builder.report() } : { ok: false, faults: [fault] };
  }

  /** What two runs of the same seeds say of what differs between them. `tell` hears how far it is, 0 to 1. */
  compare(
    files: ScenarioFiles,
    runs: readonly [base: RunText, changed: RunText],
    tell: (share: number) => unknown,
  ): Answer<CompareModel> {
    const read = scenarioOf(files, null);
    if (!read.ok) return read;
    const { data, history } = read.value;
    const sides: ComparedRun[] = [];
    for (const [i, { head, lines }] of runs.entries()) {
      const reader = new RunReader();
      const opened = reader.next(head);
      if (!opened.ok) return { ok: false, faults: [formatRunFault(opened.fault)] };
      const games: ComparedLine[] = [];
      const take = ({ control: _, ...line }: RunLine): null => {
        games.push(line);
        return null;
      };
      const fault = eachGame(reader, lines, take, (share) => tell((i + share) / runs.length));
      if (fault !== null) return { ok: false, faults: [fault] };
      sides.push({ header: reader.header as RunHeader, lines: games });
    }
    const [base, changed] = sides as [ComparedRun, ComparedRun];
    const refused = refusePairs(base.header, changed.header);
    if (refused.length > 0) return { ok: false, faults: refused };
    return { ok: true, value: compareRuns(base, changed, { game: compile(data), history }) };
  }
}

/** Hands over the games of a run one by one; the first fault with its line, null when there is none. */
function eachGame(
  reader: RunReader,
  lines: readonly string[],
  take: (line: RunLine) => string | null,
  tell: (share: number) => unknown,
): string | null {
  let last = performance.now();
  for (const [i, text] of lines.entries()) {
    const game = reader.next(text);
    if (!game.ok) return formatRunFault(game.fault);
    const message = game.line && take(game.line);
    if (message !== null) return formatRunFault({ line: i + 2, path: '', message });
    if (performance.now() - last < SIGN_MS) continue;
    last = performance.now();
    tell((i + 1) / lines.length);
  }
  return null;
}

/** The scenario with the changes of a run made, and what its files say of history. */
function scenarioOf(files: ScenarioFiles, changes: ChangeSet | null): Answer<WholeScenario> {
  const whole = parseWhole(files);
  if (!whole.ok)
    return { ok: false, faults: whole.problems.map(({ file, path, message }) => `${file}: ${path}: ${message}`) };
  if (!changes) return { ok: true, value: whole.data };
  const changed = changeScenario(files, changes);
  if (!changed.ok) return { ok: false, faults: changed.faults.map(formatChangeFault) };
  return { ok: true, value: { ...whole.data, data: changed.data } };
}
