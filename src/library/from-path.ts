import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import type { Source } from '../input/source.ts';
import type { TableId } from '../vocabulary/table.ts';

const CHUNK = 1 << 16;

/** What is known of a file before it is read. */
export interface SourceOptions {
  /** The table that it holds, where its headings fit two. */
  readonly declared?: TableId | undefined;
}

/**
 * A source from the path of a file. Throws a UserError where there is none, where it is a folder or may not be read, and where it is a pipe or a
 * device: a source is read twice, once for its header and once for its rows.
 */
export async function fromPath(path: string, options: SourceOptions = {}): Promise<Source> {
  if (!(await canBeReadAgain(path)))
    throw new UserError({
      zh: `${path} 是管道或设备，只能读一次；请先存成文件`,
      en: `${path} is a pipe or a device and can be read only once; save it as a file first`,
    });
  return sourceAt(path, path, options.declared);
}

/** A source from bytes that are in memory already. `name` is what findings call it. */
export const fromBytes = (name: string, bytes: Uint8Array, options: SourceOptions = {}): Source => ({
  file: name,
  declared: options.declared,
  open: async function* () {
    yield bytes;
  },
});

/** A source at a path, under the name that findings are to call it by. */
export const sourceAt = (name: string, path: string, declared: TableId | undefined): Source => ({
  file: name,
  declared,
  open: () => createReadStream(path, { highWaterMark: CHUNK }),
});

/** Whether a path is a file, which can be read as often as needed; a pipe cannot. Throws a UserError where nothing at all can be read. */
export async function canBeReadAgain(path: string): Promise<boolean> {
  const refuse = (error: NodeJS.ErrnoException): never => {
    throw cannotRead(path, error);
  };
  const kind = await stat(path).catch(refuse);
  if (kind.isDirectory())
    throw new UserError({ zh: `${path} 是文件夹，请写出其中的文件`, en: `${path} is a directory; name the files in it` });
  await access(path, constants.R_OK).catch(refuse);
  return kind.isFile();
}

function cannotRead(file: string, error: NodeJS.ErrnoException): UserError {
  if (error.code === 'ENOENT') return new UserError({ zh: `没有这个文件：${file}`, en: `no such file: ${file}` });
  if (error.code === 'EACCES') return new UserError({ zh: `没有权限读取：${file}`, en: `no permission to read ${file}` });
  return new UserError({ zh: `无法读取 ${file}（${error.code}）`, en: `cannot read ${file} (${error.code})` });
}
