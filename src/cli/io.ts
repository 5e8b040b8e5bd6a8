import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { access, constants, mkdtemp, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { UserError } from '../errors.ts';
import type { Source } from '../input/source.ts';
import { canBeReadAgain, sourceAt } from '../library/from-path.ts';
import type { Pieces } from '../report/format.ts';
import type { TableId } from '../vocabulary/table.ts';
import type { World } from './world.ts';

/** A file named on the command line, and the table it is said to hold. */
export interface NamedFile {
  readonly file: string;
  readonly declared?: TableId | undefined;
}

/** Makes a named file readable as often as needed. What can be read only once (`-`, a pipe) is spooled to a private file, gone on every way out. */
export async function openSource({ file, declared }: NamedFile, world: World): Promise<Source> {
  if (file === '-') return sourceAt('-', await spool(world.stdin, world), declared);
  const path = (await canBeReadAgain(file)) ? file : await spool(createReadStream(file), world);
  return sourceAt(file, path, declared);
}

async function spool(from: Readable, world: World): Promise<string> {
  const folder = await privateFolder(world);
  const path = join(folder, 'input');
  await pipeline(from, createWriteStream(path, { mode: 0o600 }));
  return path;
}

/** A folder that only this user can enter, removed on every way out. */
export async function privateFolder(world: World): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aid-metrics-'));
  world.onExit(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Refuses an output that cannot be written, before the work is done. */
export async function refuseOutput(output: string, inputs: readonly string[]): Promise<void> {
  if (inputs.some((input) => input !== '-' && resolve(input) === resolve(output)))
    throw new UserError({
      zh: `输出文件 ${output} 也是输入文件，会被覆盖。请换一个名字`,
      en: `the output ${output} is also an input and would be overwritten. Choose another name`,
    });
  const existing = await stat(output).catch(() => undefined);
  if (existing?.isDirectory())
    throw new UserError({ zh: `输出 ${output} 是文件夹，请写文件名`, en: `the output ${output} is a directory; name a file` });
  await access(dirname(resolve(output)), constants.W_OK).catch(() => {
    throw new UserError({ zh: `无法写入文件夹 ${dirname(output)}`, en: `cannot write into the folder ${dirname(output)}` });
  });
}

/** Writes a file whole or not at all: beside the target first, then in its place, so that a crash or a full disk leaves the old file as it was. */
export async function writeWhole(output: string, content: Pieces, world: World): Promise<void> {
  const target = resolve(output);
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  world.onExit(() => rmSync(beside, { force: true }));
  try {
    const file = await open(beside, 'wx');
    try {
      await writeFile(file, content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new UserError({
      zh: `无法写入 ${output}（${code}），原来的文件没有改动`,
      en: `cannot write ${output} (${code}); the old file is as it was`,
    });
  }
}

/** Writes to standard output, waiting where the reader is slow. */
export async function writeOut(content: Pieces, { stdout }: World): Promise<void> {
  for await (const piece of content) {
    if (!stdout.write(piece)) await new Promise((resolve) => stdout.once('drain', resolve));
  }
}
