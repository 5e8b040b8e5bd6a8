import { Writable } from 'node:stream';
import { Readable } from 'node:stream';
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
  options: { readonly stdin?: string | Buffer; readonly env?: Readonly<Record<string, string>>; readonly terminal?: boolean } = {},
): Promise<Outcome> {
  const terminal = options.terminal ?? false;
  const [stdout, stderr] = [new Sink(80, terminal), new Sink(80, false)];
  const undoes: (() => void)[] = [];
  const status = await run(argv, {
    stdin: Readable.from([Buffer.from(options.stdin ?? '')]),
    stdout,
    stderr,
    env: options.env ?? { LANG: 'en_US.UTF-8' },
    onExit: (undo) => undoes.push(undo),
    statusSoFar: () => undefined,
  });
  for (const undo of undoes) undo();
  return { status, stdout: stdout.text, stderr: stderr.text };
}

/** Runs a command line whose output is JSON. */
export async function jsonOf(
  argv: readonly string[],
  options?: Parameters<typeof commandLine>[1],
): Promise<{ readonly status: number; readonly json: any }> {
  const { status, stdout, stderr } = await commandLine([...argv, '--format', 'json'], options);
  if (stdout === '') throw new Error(`no output, status ${status}: ${stderr}`);
  return { status, json: JSON.parse(stdout) };
}
