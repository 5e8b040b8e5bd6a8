import { z } from 'zod';
import type { Source } from '../source.ts';
import { bytesBetween } from './forward-bytes.ts';
import { MARK } from './is-parquet.ts';
import { damagedParquet, lockedParquet, suspiciousParquet } from './refused.ts';
import { readThrift } from './thrift.ts';

/** The length of the footer and the mark behind it. */
const TAIL = 8;
/** Columns of a thousand row groups take some hundred kilobytes each. */
const LARGEST_FOOTER = 16_000_000;

const bytes = z.instanceof(Uint8Array);
const whole = z.bigint().nonnegative().max(BigInt(Number.MAX_SAFE_INTEGER)).transform(Number);
const name = bytes.transform((text) => new TextDecoder().decode(text));
const some = z.record(z.string(), z.unknown()).optional();

/** What is told of a column or a group of columns, by the numbers of Parquet's own description. */
const element = z
  .object({
    field_1: z.int().optional(),
    field_2: z.int().optional(),
    field_3: z.int().optional(),
    field_4: name,
    field_5: z.int().optional(),
    field_6: z.int().optional(),
    field_7: z.int().optional(),
    field_10: some,
  })
  .transform((fields) => ({
    type: fields.field_1,
    length: fields.field_2 ?? 0,
    repetition: fields.field_3 ?? 0,
    name: fields.field_4,
    children: fields.field_5 ?? 0,
    converted: fields.field_6,
    scale: fields.field_7 ?? 0,
    logical: fields.field_10 ?? {},
  }));
export type SchemaElement = z.infer<typeof element>;

const chunk = z
  .object({
    field_1: bytes.optional(),
    field_3: z.object({ field_4: z.int(), field_7: whole, field_9: whole, field_11: whole.optional() }).optional(),
    field_8: z.unknown().optional(),
  })
  .transform(({ field_1: elsewhere, field_3: described, field_8: locked }) => ({ elsewhere, described, locked }));
const group = z.object({ field_1: z.array(chunk), field_3: whole }).transform(({ field_1: chunks, field_3: rows }) => ({ chunks, rows }));
const footer = z
  .object({ field_2: z.array(element).min(1), field_3: whole, field_4: z.array(group), field_8: z.unknown().optional() })
  .transform(({ field_2: schema, field_3: rows, field_4: groups, field_8: locked }) => ({ schema, rows, groups, locked }));

/** Where the pages of a column of a row group stand. */
export interface Chunk {
  readonly codec: number;
  readonly start: number;
  readonly end: number;
}

export interface RowGroup {
  readonly rows: number;
  readonly chunks: readonly Chunk[];
}

export interface Footer {
  readonly schema: readonly SchemaElement[];
  readonly groups: readonly RowGroup[];
  readonly rows: number;
}

/** The description at the end of a Parquet file of so many bytes, of which the last are known. */
export async function readFooter(source: Source, length: number, last: Uint8Array): Promise<Footer> {
  const { file } = source;
  if (length < MARK.length + TAIL) throw damagedParquet(file, `${length} bytes`);
  const tail = last.subarray(-TAIL);
  if (!MARK.every((byte, index) => tail[tail.length - MARK.length + index] === byte)) {
    throw damagedParquet(file, 'no PAR1 at its end');
  }
  const size = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
  const end = length - TAIL;
  if (size > end - MARK.length) throw damagedParquet(file, `a footer of ${size} bytes`);
  if (size > LARGEST_FOOTER) throw suspiciousParquet(file, `a footer of ${size} bytes`);
  const described = parsed(
    file,
    size + TAIL <= last.length ? last.subarray(-TAIL - size, -TAIL) : await bytesBetween(source, end - size, end),
  );
  if (described.locked !== undefined) throw lockedParquet(file);
  const groups = described.groups.map(({ chunks, rows }) => ({ rows, chunks: chunks.map((one) => chunkOf(file, one, end - size)) }));
  const rows = groups.reduce((sum, one) => sum + one.rows, 0);
  if (rows !== described.rows) throw damagedParquet(file, `${rows} rows in groups instead of ${described.rows}`);
  return { schema: described.schema, groups: inOrder(file, groups), rows };
}

function parsed(file: string, bytes: Uint8Array): z.infer<typeof footer> {
  try {
    return footer.parse(readThrift(bytes).value);
  } catch (error) {
    throw damagedParquet(file, 'footer', error);
  }
}

function chunkOf(file: string, { elsewhere, described, locked }: z.infer<typeof chunk>, most: number): Chunk {
  if (locked !== undefined) throw lockedParquet(file);
  if (elsewhere !== undefined || described === undefined) throw damagedParquet(file, 'columns in other files');
  const { field_4: codec, field_7: size, field_9: pages, field_11: dictionary = 0 } = described;
  const start = dictionary > 0 ? Math.min(dictionary, pages) : pages;
  if (start < MARK.length || start + size > most) throw damagedParquet(file, `a column at ${start} of ${size} bytes`);
  return { codec, start, end: start + size };
}

/** Row groups are read one after the other, and no byte twice. */
function inOrder(file: string, groups: readonly RowGroup[]): readonly RowGroup[] {
  let at = MARK.length;
  for (const { chunks } of groups) {
    for (const { start, end } of chunks.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
      if (start < at) throw damagedParquet(file, `columns that overlap at ${start}`);
      at = end;
    }
  }
  return groups;
}
