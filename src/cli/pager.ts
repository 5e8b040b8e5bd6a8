import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Pieces } from '../page/format.ts';
import { writeOut } from './io.ts';
import type { World } from './world.ts';

/** What `less` does where nothing else is said, as git has it: colours shown, nothing cleared. A short page never gets here. */
const LESS = { LESS: 'FRX', LV: '-c' } as const;

/**
 * Writes to a terminal: what is longer than the screen through the reader's own pager, if `$PAGER` names one. Into a pipe, and where no pager is set,
 * everything goes straight out.
 */
export async function writeToTerminal(content: Pieces, world: World): Promise<void> {
  const { stdout, env } = world;
  const command = env.PAGER?.trim();
  if (stdout.isTTY !== true || !command || command === 'cat' || stdout.rows === undefined) return writeOut(content, world);
  const held: (string | Uint8Array)[] = [];
  let lines = 0;
  const rest = iteratorOf(content);
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    held.push(next.value);
    lines += typeof next.value === 'string' ? next.value.split('\n').length - 1 : 0;
    if (lines >= stdout.rows) return throughPager(command, joined(held, rest), world);
  }
  return writeOut(held, world);
}

const iteratorOf = (content: Pieces): AsyncIterator<string | Uint8Array> =>
  (async function* () {
    yield* content;
  })();

async function* joined(
  held: readonly (string | Uint8Array)[],
  rest: AsyncIterator<string | Uint8Array>,
): AsyncGenerator<string | Uint8Array> {
  yield* held;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** What a shell says of a program that it cannot start. */
const [NOT_EXECUTABLE, NOT_FOUND] = [126, 127];

/** A pager that is left before the end is no failure; where it cannot be started, the page goes straight out. */
async function throughPager(command: string, content: AsyncIterable<string | Uint8Array>, world: World): Promise<void> {
  const pager = spawn(command, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env: { ...LESS, ...world.env } });
  const ended = once(pager, 'close');
  const sent: (string | Uint8Array)[] = [];
  let isOpen = true;
  pager.stdin.on('error', () => {
    isOpen = false;
  });
  for await (const piece of content) {
    sent.push(piece);
    if (!isOpen || pager.stdin.destroyed) continue;
    if (!pager.stdin.write(piece)) await Promise.race([once(pager.stdin, 'drain').catch(() => undefined), ended]);
  }
  pager.stdin.end();
  const [status] = (await ended) as [number | null];
  if (status === NOT_FOUND || status === NOT_EXECUTABLE) await writeOut(sent, world);
}
