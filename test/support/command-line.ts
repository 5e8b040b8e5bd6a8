import { Readable, Writable } from 'node:stream';
import type { IsoDate } from '../../src/vocabulary/period.ts';
import { run } from '../../src/cli/run.ts';

/** What a command line came to. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

class Sink extends Writable {
  text = '';
  readonly columns: number;
  readonly isTTY: boolean;

  constructor(columns: number, isTTY: boolean) {
    super();
    this.columns = columns;
    this.isTTY = isTTY;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Runs a command line in this process, in a pipe of 80 columns and in English unless told otherwise. */
export async function commandLine(
  argv: readonly string[],
  options: {
    readonly stdin?: string | Buffer | Readable;
    readonly env?: Readonly<Record<string, string>>;
    readonly terminal?: boolean;
  } = {},
): Promise<Outcome> {
  const terminal = options.terminal ?? false;
  const [stdout, stderr] = [new Sink(80, terminal), new Sink(80, false)];
  const undoes: (() => void)[] = [];
  const status = await run(argv, {
    stdin: options.stdin instanceof Readable ? options.stdin : Readable.from([Buffer.from(options.stdin ?? '')]),
    stdout,
    stderr,
    env: options.env ?? { LANG: 'en_US.UTF-8' },
    today: () => '2020-06-30' as IsoDate,
    onExit: (undo) => undoes.push(undo),
    statusSoFar: () => undefined,
  });
  for (const undo of undoes) undo();
  return { status, stdout: stdout.text, stderr: stderr.text };
}

interface InputJson {
  readonly file: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly notes?: readonly string[];
}

interface MeasuredJson {
  readonly place: Readonly<Record<string, string | null>>;
  readonly metrics: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What tests read of a report in JSON. */
export interface ReportJson {
  readonly inputs: readonly InputJson[];
  readonly places: readonly MeasuredJson[];
  readonly total: Omit<MeasuredJson, 'place'>;
}

/** What tests read of a check in JSON. */
export interface CheckJson {
  readonly inputs: readonly InputJson[];
  readonly findings: readonly Readonly<{
    code: string;
    file: string;
    line: number;
    row: number;
    column: string | null;
    sheet?: string;
    value: string | null;
    message: string;
    hint: string;
  }>[];
}

/** Runs a command line whose output is JSON. */
async function jsonOf<T>(
  argv: readonly string[],
  options?: Parameters<typeof commandLine>[1],
): Promise<{ readonly status: number; readonly json: T }> {
  const { status, stdout, stderr } = await commandLine([...argv, '--format', 'json'], options);
  if (stdout === '') throw new Error(`no output, status ${status}: ${stderr}`);
  return { status, json: JSON.parse(stdout) as T };
}

export const reportJson = (argv: readonly string[], options?: Parameters<typeof commandLine>[1]) =>
  jsonOf<ReportJson>(['report', ...argv], options);
export const checkJson = (argv: readonly string[], options?: Parameters<typeof commandLine>[1]) =>
  jsonOf<CheckJson>(['check', ...argv], options);
