import { Buffer } from 'node:buffer';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { UserError } from '../../src/errors.ts';
import { recordFiles } from '../../src/input/record-file.ts';
import type { RecordFile } from '../../src/input/record-file.ts';
import type { Source } from '../../src/input/source.ts';

type Options = Parameters<typeof parquetWriteBuffer>[0];

/** A Parquet file of columns. */
export const parquet = (columnData: Options['columnData'], options: Omit<Options, 'columnData'> = {}): Buffer =>
  Buffer.from(parquetWriteBuffer({ columnData, ...options }));

/** A table of text as a Parquet file; what is empty is NULL. */
export const parquetOfText = ([header = [], ...rows]: readonly (readonly string[])[], options: Omit<Options, 'columnData'> = {}): Buffer =>
  parquet(
    header.map((name, at) => ({ name, type: 'STRING' as const, data: rows.map((row) => row[at] || null) })),
    options,
  );

/** A source that gives its bytes in small pieces. */
export const sourceOf = (bytes: Uint8Array, file = 'h.parquet', piece = 1000): Source => ({
  file,
  open: async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  },
});

export async function fileOf(bytes: Uint8Array): Promise<RecordFile> {
  const [[file] = []] = await recordFiles(sourceOf(bytes), {});
  return file!;
}

/** All records, the header first. */
export async function recordsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const records: (readonly string[])[] = [];
  for await (const batch of (await fileOf(bytes)).records()) records.push(...batch.records);
  return records;
}

/** What a file is refused with, in English. */
export async function refusalOf(bytes: Uint8Array): Promise<string> {
  const error: unknown = await recordsOf(bytes).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error('not refused with a UserError', { cause: error });
  const [text] = error.texts;
  return text!.en;
}
