import { Buffer } from 'node:buffer';
import { access, constants, open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import type { Source } from '../input/source.ts';
import type { TableId } from '../vocabulary/table.ts';
import { Readings } from './readings.ts';
import { aboutSystemError, isSystemError } from './system-errors.ts';

const CHUNK = 1 << 18;

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

/** A source at a path, under the name that findings are to call it by. Every reading of it gives the same bytes, or ends with a UserError. */
export function sourceAt(name: string, path: string, declared: TableId | undefined): Source {
  const readings = new Readings(name);
  return { file: name, declared, open: (passing) => reading(name, path, readings, passing) };
}

async function* reading(name: string, path: string, readings: Readings, passing?: 'passing'): AsyncGenerator<Uint8Array> {
  readings.begin();
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw readings.hasBegun && error.code === 'ENOENT' ? readings.changed() : cannotRead(name, error);
  });
  // One piece is looked at while the next one is read.
  const used = passing ? [Buffer.allocUnsafeSlow(CHUNK), Buffer.allocUnsafeSlow(CHUNK)] : [];
  const read = (index: number): Promise<Uint8Array> => nextPiece(name, file, used[index % 2] ?? Buffer.allocUnsafeSlow(CHUNK));
  let coming: Promise<Uint8Array> | undefined;
  try {
    let index = 0;
    for (let piece = await read(0); piece.length > 0; piece = await coming) {
      readings.see(index++, piece);
      coming = read(index);
      coming.catch(() => undefined);
      yield piece;
    }
    readings.end(index);
  } finally {
    // A file is not closed under a reading that is on its way.
    await coming?.catch(() => undefined);
    await file.close();
  }
}

/** The next bytes: as many as a piece has, fewer at the end alone, so that pieces of two readings begin at the same places. */
async function nextPiece(name: string, file: FileHandle, bytes: Buffer): Promise<Uint8Array> {
  let length = 0;
  while (length < CHUNK) {
    const { bytesRead } = await file.read(bytes, length, CHUNK - length).catch((error: NodeJS.ErrnoException) => {
      throw cannotRead(name, error);
    });
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

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

/** The error for what the system will not let us read; an error that is not the system's stays as it is. */
export function cannotRead(file: string, error: unknown): unknown {
  if (!isSystemError(error)) return error;
  if (error.code === 'ENOENT') return new UserError({ zh: `没有这个文件：${file}`, en: `no such file: ${file}` });
  if (error.code === 'EACCES') return new UserError({ zh: `没有权限读取：${file}`, en: `no permission to read ${file}` });
  const about = aboutSystemError(error);
  return new UserError({ zh: `无法读取 ${file}（${error.code}）${about.zh}`, en: `cannot read ${file} (${error.code})${about.en}` });
}
