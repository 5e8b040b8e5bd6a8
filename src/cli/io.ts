import { constants, createReadStream, createWriteStream, open } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { UserError } from '../errors.ts';
import type { Source } from '../input/source.ts';
import { isDatabaseAddress } from './databases/address.ts';
import { DATABASE_LIMITS } from './databases/limits.ts';
import type { DatabaseLimits } from './databases/limits.ts';
import { databaseSource } from './databases/open-database.ts';
import { canBeReadAgain, cannotRead, sourceAt } from '../library/from-path.ts';
import type { Pieces } from '../page/format.ts';
import type { NamedFile } from './named-file.ts';
import { STANDARD_INPUT_LIMIT, sizeText } from './size-option.ts';
import { cannotKeep, privateFolder } from './temporary.ts';
import type { World } from './world.ts';

/**
 * Makes a named file readable as often as needed. What can be read only once (`-`, a pipe) is spooled to a private file, gone on every way out.
 * `limit`: as many bytes as are spooled.
 */
export async function openSource(
  { file, declared }: NamedFile,
  world: World,
  limit = STANDARD_INPUT_LIMIT,
  database: DatabaseLimits = DATABASE_LIMITS,
): Promise<Source> {
  if (isDatabaseAddress(file)) return databaseSource({ file, declared }, world, database);
  if (file === '-') return sourceAt('-', await spoolStandardInput(world, limit), declared);
  const isFile = await canBeReadAgain(file);
  const kind = await stat(file, { bigint: true }).catch((error: unknown) => {
    throw cannotRead(file, error);
  });
  world.files.reads(file, kind, file);
  if (isFile) return sourceAt(file, file, declared);
  world.files.takePipe(file, kind);
  const from = (): Readable | Promise<Readable> => (kind.isFIFO() ? pipeAt(file, world) : createReadStream(file));
  return sourceAt(file, await spool(file, from, world, limit), declared);
}

/** A pipe by its name, once somebody writes to it. It is read as standard input is: a thread that waits for bytes would keep the run from ending. */
async function pipeAt(file: string, world: World): Promise<Readable> {
  world.waits?.(true);
  try {
    const descriptor = await promisify(open)(file, constants.O_RDONLY);
    return new Socket({ fd: descriptor, readable: true, writable: false });
  } catch (error) {
    throw cannotRead(file, error);
  } finally {
    world.waits?.(false);
  }
}

async function spoolStandardInput(world: World, limit: number): Promise<string> {
  world.files.takeStandardInput();
  const kind = world.fileOf?.('stdin');
  if (kind?.isDirectory())
    throw new UserError({ zh: '标准输入（-）是文件夹，请写出其中的文件', en: 'standard input (-) is a directory; name the files in it' });
  if (kind) world.files.reads('-', kind);
  return spool('-', () => world.stdin, world, limit);
}

/** `from` opens what is read only when somebody listens: a socket fails at once, and its error would find nobody. */
async function spool(name: string, from: () => Readable | Promise<Readable>, world: World, limit: number): Promise<string> {
  const path = join(await privateFolder(world), 'input');
  // Reading and writing fail for different reasons, each with its own way out: what reading throws is worded before the writer sees it.
  async function* counted(): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    try {
      for await (const piece of (await from()) as AsyncIterable<Uint8Array>) {
        bytes += piece.length;
        if (bytes > limit) throw tooMuch(name, limit);
        yield piece;
      }
    } catch (error) {
      throw cannotRead(name, error);
    }
  }
  await pipeline(counted, createWriteStream(path, { mode: 0o600 })).catch((error: unknown) => {
    throw cannotKeep(error);
  });
  return path;
}

function tooMuch(name: string, limit: number): UserError {
  const what = name === '-' ? { zh: '标准输入（-）', en: 'standard input (-)' } : { zh: `管道 ${name} `, en: `the pipe ${name}` };
  const more = sizeText(limit * 4);
  return new UserError({
    zh: `${what.zh}超过 ${sizeText(limit)}，没有再读。请存成文件再读，或放宽上限，如 --stdin-limit ${more}`,
    en: `${what.en} is larger than ${sizeText(limit)}: no more of it was taken. Save it as a file and name that, or raise the limit, such as --stdin-limit ${more}`,
  });
}

/** Writes to standard output, waiting where the reader is slow. */
export const writeOut = (content: Pieces, { stdout }: World): Promise<void> => writeTo(content, stdout);

/** Writes to a standard stream, waiting where the reader is slow. */
export async function writeTo(content: Pieces, stream: World['stdout']): Promise<void> {
  for await (const piece of content) {
    if (!stream.write(piece)) await new Promise((resolve) => stream.once('drain', resolve));
  }
}
