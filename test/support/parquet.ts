import { Buffer } from 'node:buffer';
import { ByteWriter, parquetWriteBuffer } from 'hyparquet-writer';
import { serializeTCompactProtocol } from 'hyparquet-writer/src/thrift.js';
import { UserError } from '../../src/errors.ts';
import { recordFiles } from '../../src/input/record-file.ts';
import { readThrift } from '../../src/input/parquet/thrift.ts';
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

/** A description in the form that Parquet has for them: its fields by their numbers; long whole numbers as bigint. */
export function thrift(fields: Readonly<Record<string, unknown>>): Buffer {
  const writer = new ByteWriter();
  serializeTCompactProtocol(writer, fields);
  return Buffer.from(writer.getBytes());
}

/** What of a footer tests change. */
export interface RawFooter {
  readonly [field: string]: unknown;
  readonly field_2: readonly unknown[];
  readonly field_4: readonly { readonly field_1: { readonly field_3: Record<string, unknown> }[] }[];
}

/** The file with another footer. */
export function withFooter(file: Buffer, change: (footer: RawFooter) => Readonly<Record<string, unknown>>): Buffer {
  const size = file.readUInt32LE(file.length - 8);
  const start = file.length - 8 - size;
  const footer = thrift(change(readThrift(file, start).value as RawFooter));
  const tail = Buffer.alloc(4);
  tail.writeUInt32LE(footer.length);
  return Buffer.concat([file.subarray(0, start), footer, tail, Buffer.from('PAR1')]);
}

/** A file of one column of text that need not be there, of whose only row group the pages are given, whatever they say. */
export function crafted(pages: readonly Uint8Array[], { rows = 1n, codec = 0, type = 6 } = {}): Buffer {
  const chunk = Buffer.concat(pages);
  const footer = thrift({
    field_1: 1,
    field_2: [
      { field_4: 'root', field_5: 1 },
      { field_1: type, field_3: 1, field_4: 'x' },
    ],
    field_3: rows,
    field_4: [
      {
        field_1: [
          {
            field_2: 4n,
            field_3: {
              field_1: type,
              field_2: [0],
              field_3: ['x'],
              field_4: codec,
              field_5: rows,
              field_6: 0n,
              field_7: BigInt(chunk.length),
              field_9: 4n,
            },
          },
        ],
        field_2: 0n,
        field_3: rows,
      },
    ],
  });
  const tail = Buffer.alloc(4);
  tail.writeUInt32LE(footer.length);
  return Buffer.concat([Buffer.from('PAR1'), chunk, footer, tail, Buffer.from('PAR1')]);
}

/** A page of values, with what it says of itself. */
export const dataPage = (
  bytes: Uint8Array,
  { count = 1, encoding = 0, unpacked = bytes.length, levels = 3, checksum = undefined as number | undefined } = {},
): Buffer =>
  Buffer.concat([
    thrift({
      field_1: 0,
      field_2: unpacked,
      field_3: bytes.length,
      ...(checksum !== undefined && { field_4: checksum }),
      field_5: { field_1: count, field_2: encoding, field_3: levels, field_4: 3 },
    }),
    bytes,
  ]);
