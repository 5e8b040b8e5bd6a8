import { Buffer } from 'node:buffer';
import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { UserError } from '../../errors.ts';
import { CRC_START, crc32 } from '../crc32.ts';
import { locked } from '../foreign.ts';

/** What an archive may hold. A workbook has some tens of parts; text shrinks to a tenth or a fiftieth, hardly ever to a two-hundredth. */
const MOST_ENTRIES = 2000;
/** Below 2^29 bytes, so that even one text as long as all parts together is still a string that V8 can hold. */
const MOST_UNPACKED = 512_000_000;
const MOST_SHRUNK = 200;
const SMALL_ENTRY = 1_048_576;

/** The parts of an opened zip archive, each unpacked only when it is read. */
export class Archive {
  readonly file: string;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  constructor(file: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.file = file;
    this.#zip = zip;
    this.#entries = entries;
  }

  has(part: string): boolean {
    return this.#entries.has(partKey(part));
  }

  /** The names of all parts, in small letters. */
  get parts(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** The bytes of a part, checked against their checksum; yauzl holds them to the length that the directory promised. */
  async *read(part: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(partKey(part));
    if (entry === undefined) throw damaged(this.file, `${part} is missing`);
    let sum = CRC_START;
    try {
      for await (const chunk of await this.#zip.openReadStreamPromise(entry)) {
        const bytes = chunk as Uint8Array;
        sum = crc32(sum, bytes);
        yield bytes;
      }
    } catch (error) {
      throw damaged(this.file, part, error);
    }
    if (~sum >>> 0 !== entry.crc32) throw damaged(this.file, `${part}: checksum`);
  }
}

/**
 * Opens a zip archive and judges its directory before anything is unpacked: how many entries, how large together, how much each shrank,
 * whether one is encrypted or stands there twice.
 */
export async function openArchive(file: string, bytes: Uint8Array): Promise<Archive> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  const zip = await openZip(file, bytes);
  if (zip.entryCount > MOST_ENTRIES) throw suspicious(file, `${zip.entryCount} entries`);
  for await (const entry of directory(file, zip)) {
    const key = partKey(entry.fileName);
    if (entries.has(key)) throw suspicious(file, `${entry.fileName} twice`);
    if (entry.isEncrypted()) throw locked(file);
    const { uncompressedSize, compressedSize } = entry;
    unpacked += uncompressedSize;
    if (unpacked > MOST_UNPACKED) throw suspicious(file, `unpacked > ${MOST_UNPACKED / 1_000_000} MB`);
    if (uncompressedSize > SMALL_ENTRY && uncompressedSize > compressedSize * MOST_SHRUNK)
      throw suspicious(file, `${entry.fileName}: ${compressedSize} → ${uncompressedSize} B`);
    entries.set(key, entry);
  }
  return new Archive(file, zip, entries);
}

async function openZip(file: string, bytes: Uint8Array): Promise<ZipFile> {
  try {
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true });
  } catch (error) {
    throw damaged(file, 'zip', error);
  }
}

/** The entries of the directory; what yauzl finds wrong with them is damage to the file. */
async function* directory(file: string, zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    throw damaged(file, 'zip', error);
  }
}

/** Part names differ by more than the case of their letters (Open Packaging Conventions). */
const partKey = (part: string): string => part.toLowerCase();

/** The file cannot be read to its end. `where` names the place for whoever repairs it; `cause` is the reader's own complaint. */
export function damaged(file: string, where: string, cause?: unknown): UserError {
  const error = new UserError({
    zh: `${file}：工作簿已损坏或不完整（${where}）。请在电子表格程序中打开并另存为 xlsx，或重新导出`,
    en: `${file}: the workbook is damaged or incomplete (${where}). Open it in a spreadsheet program and save it as xlsx again, or export it again`,
  });
  error.cause = cause;
  return error;
}

const suspicious = (file: string, what: string): UserError =>
  new UserError({
    zh: `${file}：压缩包的内容异常（${what}），为安全起见没有解压。请在电子表格程序中打开并另存为 xlsx 或 CSV`,
    en: `${file}: the archive looks crafted or is too large (${what}) and was not unpacked. Open it in a spreadsheet program and save it as xlsx or CSV`,
  });
