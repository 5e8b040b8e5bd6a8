import type { BigIntStats } from 'node:fs';
import { constants } from 'node:fs';
import { access, lstat, open, readFile, readdir, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { isatty } from 'node:tty';
import { UserError } from '../errors.ts';
import { aboutSystemError, isSystemError } from '../library/system-errors.ts';
import type { Lang } from '../vocabulary/text.ts';
import { identityOf } from './files-of-run.ts';
import type { World } from './world.ts';

/** Where an output really goes, at the end of all links. */
export type Target =
  | { readonly kind: 'stream'; readonly stream: 'stdout' | 'stderr' }
  /** A device or a pipe: there is nothing to replace. */
  | { readonly kind: 'in place'; readonly path: string; readonly found: BigIntStats }
  | { readonly kind: 'file'; readonly path: string; readonly found: BigIntStats | undefined; readonly identity: string };

const STANDARD_OUTPUT: ReadonlySet<unknown> = new Set(['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']);

/** Whether an output is standard output by one of its own names: no output beside it. */
export const isStandardOutput = (output: unknown): boolean => STANDARD_OUTPUT.has(output);

/** As many links in a row as Linux follows. */
const MOST_LINKS = 40;

/** The folders in which open files stand under their numbers. */
const DESCRIPTORS = /^(?:\/proc\/(?:self|thread-self|\d+)(?:\/task\/\d+)?|\/dev)\/fd$/u;

/** Finds out where an output goes. Throws a UserError where nothing can be written there. */
export async function targetOf(output: string): Promise<Target> {
  const refuse = (error: unknown): never => {
    throw cannotWrite(output, error);
  };
  if (output.endsWith('/')) throw isFolder(output);
  let path = output;
  for (let links = 0; links <= MOST_LINKS; links++) {
    const folder = await realpath(dirname(path)).catch((error: unknown) => {
      throw cannotEnter(output, dirname(path), error);
    });
    const descriptor = DESCRIPTORS.test(folder) ? basename(path) : undefined;
    if (descriptor === '1') return { kind: 'stream', stream: 'stdout' };
    if (descriptor === '2') return { kind: 'stream', stream: 'stderr' };
    if (descriptor !== undefined) {
      const found = await stat(path, { bigint: true }).catch(refuse);
      if (found.isFIFO() && (await isReadByUs(found))) throw cannotWrite(output, Object.assign(new Error('not open'), { code: 'EBADF' }));
      return { kind: 'in place', path, found };
    }
    // The folder is the real one, so what `..` means is settled.
    const name = basename(path);
    path = join(folder, name);
    const found = await lstat(path, { bigint: true }).catch((error: unknown) =>
      isSystemError(error) && error.code === 'ENOENT' ? undefined : refuse(error),
    );
    if (found === undefined) {
      const inFolder = await stat(folder, { bigint: true }).catch(refuse);
      return { kind: 'file', path, found, identity: `${identityOf(inFolder)}/${name}` };
    }
    if (found.isDirectory()) throw isFolder(output);
    if (!found.isSymbolicLink())
      return found.isFile() ? { kind: 'file', path, found, identity: identityOf(found) } : { kind: 'in place', path, found };
    const next = await readlink(path).catch(refuse);
    path = isAbsolute(next) ? next : `${folder}/${next}`;
    if (path.endsWith('/')) throw isFolder(output);
  }
  throw cannotWrite(output, Object.assign(new Error('too many links'), { code: 'ELOOP' }));
}

/** Whether an output ends on a terminal, by whatever name or link. One that cannot be opened is refused in its own words. */
export async function isTerminal(target: Target, world: Pick<World, 'stdout' | 'stderr'>): Promise<boolean> {
  if (target.kind === 'stream') return world[target.stream].isTTY === true;
  if (target.kind === 'file' || !target.found.isCharacterDevice()) return false;
  const device = await open(target.path, constants.O_WRONLY | constants.O_NOCTTY | constants.O_NONBLOCK).catch(() => undefined);
  if (!device) return false;
  try {
    return isatty(device.fd);
  } finally {
    await device.close();
  }
}

/** The bytes of a workbook would leave a terminal in disorder, and say nothing to anybody. */
export const workbookOnTerminal = (id: string): UserError =>
  new UserError({
    zh: `${id} 是工作簿，不能显示在终端上。写进文件：-o 月报.${id}`,
    en: `${id} is a workbook and cannot be shown on a terminal. Write it to a file: -o report.${id}`,
  });

/** Whether this process holds the reading end of a pipe: then it is a pipe of Node's own, and nobody else's. */
async function isReadByUs(pipe: BigIntStats): Promise<boolean> {
  const OWN = '/proc/self';
  const ACCESS = 3;
  for (const descriptor of await readdir(`${OWN}/fd`).catch(() => [])) {
    const [found, about] = await Promise.all([
      stat(`${OWN}/fd/${descriptor}`, { bigint: true }).catch(() => undefined),
      readFile(`${OWN}/fdinfo/${descriptor}`, 'utf8').catch(() => ''),
    ]);
    const flags = Number.parseInt(/^flags:\s*(\d+)/mu.exec(about)?.[1] ?? '1', 8);
    if (found && identityOf(found) === identityOf(pipe) && (flags & ACCESS) === constants.O_RDONLY) return true;
  }
  return false;
}

/** Throws a UserError where a target is not ours to write: not its folder, or not the file that stands there already. */
export async function refuseUnwritable(output: string, target: Target): Promise<void> {
  if (target.kind === 'stream') return;
  if (target.kind === 'file')
    await access(dirname(target.path), constants.W_OK).catch((error: unknown) => {
      throw cannotEnter(output, dirname(output), error);
    });
  if (target.found)
    await access(target.path, constants.W_OK).catch((error: unknown) => {
      throw cannotWrite(output, error);
    });
}

const isFolder = (output: string): UserError =>
  new UserError({ zh: `输出 ${output} 是文件夹，请写文件名`, en: `the output ${output} is a directory; name a file` });

function cannotEnter(output: string, folder: string, error: unknown): unknown {
  if (!isSystemError(error)) return error;
  const about = aboutSystemError(error);
  return new UserError({
    zh: `无法写入文件夹 ${folder}（${output}，${error.code}）${about.zh}`,
    en: `cannot write into the folder ${folder} for ${output} (${error.code})${about.en}`,
  });
}

/** The error for an output that the system does not take; an error that is not the system's stays as it is. `kept`: what became of the old file. */
export function cannotWrite(
  output: string,
  error: unknown,
  kept: { readonly zh: string; readonly en: string } = { zh: '', en: '' },
): unknown {
  if (!isSystemError(error)) return error;
  const about = aboutSystemError(error);
  return new UserError({
    zh: `无法写入 ${output}（${error.code}）${kept.zh}${about.zh}`,
    en: `cannot write ${output} (${error.code})${kept.en}${about.en}`,
  });
}

/** The sentence about standard output that the system does not take. */
export function cannotWriteOut(error: NodeJS.ErrnoException, lang: Lang): string {
  const about = aboutSystemError(error);
  const code = error.code ?? error.message;
  return {
    zh: `错误：无法写出到标准输出（${code}）${about.zh}`,
    en: `error: cannot write to standard output (${code})${about.en}`,
  }[lang];
}
