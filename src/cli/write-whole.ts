import { constants, rmSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSystemError } from '../library/system-errors.ts';
import { withMark } from './byte-order-mark.ts';
import type { ByteOrderMark } from './byte-order-mark.ts';
import { identityOf, isOneContent, standardInputTwice, writtenTwice } from './files-of-run.ts';
import { writeTo } from './io.ts';
import type { Pieces } from '../page/format.ts';
import { cannotWrite, isTerminal, refuseUnwritable, targetOf, workbookOnTerminal } from './target.ts';
import type { Target } from './target.ts';
import { removeLeftovers, temporaryName } from './temporary.ts';
import type { World } from './world.ts';

/** What a new file may be read by: as the user's mask has it, or by the user alone. */
export const OPEN_TO_ALL = 0o666;
export const OPEN_TO_THE_USER = 0o600;
const ALL_MODES = 0o7777n;

/**
 * Refuses an output that cannot be written, that is read in the same run, or that is written twice, before the work is done. `binary`: the format, where
 * its bytes are no text for a terminal.
 */
export async function refuseOutput(output: string, inputs: readonly string[], world: World, binary?: string): Promise<void> {
  const target = await targetOf(output);
  if (binary !== undefined && (await isTerminal(target, world))) throw workbookOnTerminal(binary);
  await announce(inputs, world);
  claim(output, target, world);
  await refuseUnwritable(output, target);
}

/** Standard output is where the result goes. Refuses it where the shell leads it into a file that is read. */
export async function claimStandardOutput(inputs: readonly string[], world: World): Promise<void> {
  await announce(inputs, world);
  claim('-', { kind: 'stream', stream: 'stdout' }, world);
}

/** Says which files will be read. One that cannot be looked at is refused in its own words when it is opened. */
async function announce(inputs: readonly string[], { files, fileOf }: World): Promise<void> {
  if (inputs.filter((input) => input === '-').length > 1) throw standardInputTwice();
  for (const input of inputs) {
    const kind = input === '-' ? fileOf?.('stdin') : await stat(input, { bigint: true }).catch(() => undefined);
    if (kind) files.reads(input, kind, input === '-' ? undefined : input);
  }
}

function claim(output: string, target: Target, { files, fileOf }: World): void {
  if (target.kind === 'stream') {
    const file = fileOf?.(target.stream);
    files.claims(output, target.stream);
    if (file?.isFile()) files.claims(output, identityOf(file));
    return;
  }
  // What a shell leads into the same file would be written to one that is about to be replaced.
  for (const stream of ['stdout', 'stderr'] as const) {
    const file = fileOf?.(stream);
    if (file?.isFile() && target.found && identityOf(file) === identityOf(target.found))
      throw writtenTwice(output, stream === 'stdout' ? '-' : stream);
  }
  if (target.kind === 'file') files.claims(output, target.identity);
  else if (isOneContent(target.found)) files.claims(output, identityOf(target.found));
}

/**
 * Writes to where an output leads. A file is written whole or not at all: beside itself first, then in its place, so that a crash or a full disk leaves
 * the old one as it was; a file that is replaced keeps its mode and, where we may give it away, its owner. A device or a pipe is written as it is.
 * `mode` is that of a file that is new. `mark`: only a file has a byte-order mark that nobody asked for.
 *
 * Our own, because write-file-atomic 8 takes a whole text or buffer where ours is streamed, puts its suffix behind the full name, which a name of 250
 * bytes has no room for, opens an existing temporary file instead of refusing it, and needs a newer Node.
 */
export async function writeWhole(
  output: string,
  content: Pieces,
  world: World,
  { mode = OPEN_TO_ALL, mark = 'never' }: { readonly mode?: number; readonly mark?: ByteOrderMark } = {},
): Promise<void> {
  const target = await targetOf(output);
  const piped = mark === 'always' ? withMark(content, mark) : content;
  if (target.kind === 'stream') return writeTo(piped, world[target.stream]);
  if (target.kind === 'in place') return writeInPlace(output, target, piped, world);
  if (target.found) await world.files.writes(output, target.identity);
  await replace(output, target, mark === 'never' ? content : withMark(content, mark), world, mode);
}

async function replace(
  output: string,
  { path, found }: Extract<Target, { kind: 'file' }>,
  content: Pieces,
  world: World,
  mode: number,
): Promise<void> {
  const folder = dirname(path);
  await removeLeftovers(folder);
  const beside = join(folder, temporaryName());
  const kept = found
    ? { zh: '，原来的文件没有改动', en: '; the old file is as it was' }
    : { zh: '，没有写出任何文件', en: '; nothing was written' };
  const refuse = (error: unknown): never => {
    throw cannotWrite(output, error, kept);
  };
  const file = await open(beside, 'wx', found ? OPEN_TO_THE_USER : mode).catch(refuse);
  let isOurs = true;
  world.onExit(() => {
    if (isOurs) rmSync(beside, { force: true });
  });
  try {
    try {
      if (found) await keepOwnerAndMode(file, found).catch(refuse);
      for await (const piece of gathered(content)) await file.writeFile(piece).catch(refuse);
      await file.sync().catch(refuse);
    } finally {
      await file.close().catch(refuse);
    }
    const { identity, kind } = await whatStandsThere(path, found).catch(refuse);
    // Two new names may be one file where capital and small letters are the same: that shows only when the first is there.
    if (kind) await world.files.writes(output, identity);
    const written = await stat(beside, { bigint: true }).catch(refuse);
    await rename(beside, path).catch(refuse);
    isOurs = false;
    world.files.wrote(output, identityOf(written));
  } finally {
    if (isOurs) await rm(beside, { force: true });
    isOurs = false;
  }
}

async function whatStandsThere(
  path: string,
  found: BigIntStats | undefined,
): Promise<{ readonly kind: BigIntStats | undefined; readonly identity: string }> {
  const kind = await stat(path, { bigint: true }).catch((error: unknown) => {
    if (isSystemError(error) && error.code === 'ENOENT') return found;
    throw error;
  });
  return { kind, identity: kind ? identityOf(kind) : '' };
}

/** Only the superuser may give a file away. Whoever may not keeps it, and then nobody whom the old group does not name may read it. */
async function keepOwnerAndMode(file: FileHandle, { uid, gid, mode }: BigIntStats): Promise<void> {
  const own = await file.stat({ bigint: true });
  const give = async (user: bigint, group: bigint): Promise<boolean> => {
    if (own.uid === user && own.gid === group) return true;
    try {
      await file.chown(Number(user), Number(group));
      return true;
    } catch (error) {
      if (isSystemError(error) && ['EPERM', 'EINVAL', 'ENOSYS', 'ENOTSUP'].includes(error.code ?? '')) return false;
      throw error;
    }
  };
  const isGroupKept = (await give(uid, gid)) || (await give(own.uid, gid));
  const OF_GROUP = 0o070n;
  await file.chmod(Number(isGroupKept ? mode & ALL_MODES : mode & 0o777n & ~OF_GROUP));
}

async function writeInPlace(
  output: string,
  { path, found }: Extract<Target, { kind: 'in place' }>,
  content: Pieces,
  world: World,
): Promise<void> {
  const isPipe = found.isFIFO();
  const refuse = (error: unknown): never => {
    throw cannotWrite(output, error);
  };
  // A reader that closes its end early has what it wanted.
  const refuseUnlessClosed = (error: unknown): void => {
    if (!(isSystemError(error) && error.code === 'EPIPE')) refuse(error);
  };
  if (isPipe) world.waits?.(true);
  try {
    // Neither made nor emptied: only what is there is written to. A file that the shell opened is carried on at its end.
    const file = await open(path, constants.O_WRONLY | constants.O_APPEND | constants.O_NOCTTY).catch(refuse);
    try {
      for await (const piece of gathered(content)) await file.writeFile(piece);
    } catch (error) {
      refuseUnlessClosed(error);
    } finally {
      await file.close().catch(refuseUnlessClosed);
    }
  } finally {
    if (isPipe) world.waits?.(false);
  }
}

/** As many characters as are written at once. */
const AT_ONCE = 1 << 16;

/** Many small pieces as fewer large ones. */
async function* gathered(content: Pieces): AsyncGenerator<string | Uint8Array> {
  let text = '';
  for await (const piece of content) {
    if (typeof piece === 'string') {
      text += piece;
      if (text.length < AT_ONCE) continue;
      yield text;
    } else {
      if (text !== '') yield text;
      yield piece;
    }
    text = '';
  }
  if (text !== '') yield text;
}
