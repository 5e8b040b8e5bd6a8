import { fstatSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { isSystemError } from '../library/system-errors.ts';
import { setFlagsFromString } from 'node:v8';
import { EXIT } from './exit-code.ts';
import { FileStream } from './file-stream.ts';
import { langTyped } from './lang.ts';
import { cannotWriteOut } from './target.ts';
import type { StandardStream, World } from './world.ts';
import type { IsoDate } from '../vocabulary/period.ts';
import { run } from './run.ts';
import { sayLine } from './say.ts';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

const NUMBERS = { stdin: 0, stdout: 1, stderr: 2 } as const;

/** The file behind a standard stream; none where the shell closed it. */
function fileOf(stream: StandardStream): BigIntStats | undefined {
  try {
    return fstatSync(NUMBERS[stream], { bigint: true });
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

const streamTo = (stream: 'stdout' | 'stderr'): World['stdout'] =>
  fileOf(stream)?.isFile() ? new FileStream(NUMBERS[stream]) : process[stream];
const [stdout, stderr] = [streamTo('stdout'), streamTo('stderr')];

const undoes: (() => void)[] = [];
const undoAll = (): void => {
  while (undoes.length > 0) undoes.pop()!();
};

process.on('exit', undoAll);
/** How many pipes keep a thread of ours waiting for somebody else. */
let waiting = 0;
for (const [signal, status] of Object.entries(SIGNALS))
  process.once(signal, () => {
    if (waiting === 0) process.exit(status);
    // An orderly exit waits for every thread, and so for ever: the signal itself does not, and means the same status.
    undoAll();
    process.kill(process.pid, signal);
  });

// A reader that closes its end early (`| head`) is no failure: stop quietly, with the status known so far.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' || error.code === 'ECONNRESET') process.exit();
  stderr.write(`${cannotWriteOut(error, langTyped(process.argv.slice(2), process.env))}\n`);
  process.exit(EXIT.cannotRun);
});
// Messages that nobody can be told change nothing about the result or the status.
stderr.on('error', () => undefined);
process.on('uncaughtException', (error) => {
  for (const line of ['aid-metrics: internal error', ...(error.stack ?? error.message).split('\n')]) sayLine(line, { stderr });
  process.exit(EXIT.bug);
});

// V8 would let the heap grow to four times what is in use before it collects: a place is to cost 4 kB, not 16.
setFlagsFromString('--heap-growing-percent=20');

let isOver = false;
// A run that waits for what never comes would end as if all were done.
process.once('beforeExit', () => {
  if (!isOver) throw new Error('the run has not come to its end');
});

async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), {
    stdin: process.stdin,
    stdout,
    stderr,
    env: process.env,
    today: () => new Date().toISOString().slice(0, 10) as IsoDate,
    fileOf,
    waits: (begins) => {
      waiting += begins ? 1 : -1;
    },
    onExit: (undo) => undoes.push(undo),
    statusSoFar: (status) => {
      process.exitCode = status;
    },
  });
  isOver = true;
  undoAll();
}

void main();
