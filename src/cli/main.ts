import { setFlagsFromString } from 'node:v8';
import { EXIT } from './exit-code.ts';
import type { IsoDate } from '../vocabulary/period.ts';
import { run } from './run.ts';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

const undoes: (() => void)[] = [];
const undoAll = (): void => {
  while (undoes.length > 0) undoes.pop()!();
};

process.on('exit', undoAll);
for (const [signal, status] of Object.entries(SIGNALS)) process.once(signal, () => process.exit(status));

// A reader that closes its end early (`| head`) is no failure: stop quietly, with the status known so far.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`aid-metrics: cannot write the output: 无法写出结果 (${error.code ?? error.message})\n`);
  process.exit(EXIT.cannotRun);
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.on('uncaughtException', (error) => {
  process.stderr.write(`aid-metrics: internal error\n${error.stack ?? error.message}\n`);
  process.exit(EXIT.bug);
});

// V8 would let the heap grow to four times what is in use before it collects: a place is to cost 4 kB, not 16.
setFlagsFromString('--heap-growing-percent=40');

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  today: () => new Date().toISOString().slice(0, 10) as IsoDate,
  onExit: (undo) => undoes.push(undo),
  statusSoFar: (status) => {
    process.exitCode = status;
  },
});
undoAll();
