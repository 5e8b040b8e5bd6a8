import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Text } from '../../vocabulary/text.ts';
import { limitsOf } from '../limits.ts';
import type { Limits } from '../limits.ts';
import type { Encoded } from '../records.ts';
import { shownHeading } from '../shown-value.ts';
import type { Source } from '../source.ts';
import { Budget } from './budget.ts';
import { readFooter } from './footer.ts';
import type { Footer } from './footer.ts';
import { isLocked } from './is-parquet.ts';
import { damagedParquet, lockedParquet } from './refused.ts';
import { CELL_END, rowsAsText } from './rows-text.ts';
import { schemaOf } from './schema.ts';
import type { ParquetSchema, UnreadColumn } from './schema.ts';

/** A Parquet file as delimited text, and what is known of it besides. */
export interface ParquetFile {
  readonly sha256: string;
  readonly text: Encoded;
  /** The columns, from 0, whose numbers are kept as binary fractions. */
  readonly fractions: ReadonlySet<number>;
  readonly notes: readonly Text[];
}

/**
 * Looks at a Parquet file as a whole. Its rows become delimited text, batch by batch, so that the scanner of plain rows, csv-parse and all that comes
 * after read it like any other. Throws a UserError where it is damaged, locked, or looks crafted.
 */
export async function openParquet(source: Source, first: Uint8Array, limits: Limits = limitsOf()): Promise<ParquetFile> {
  const { file, declared } = source;
  if (isLocked(first)) throw lockedParquet(file);
  const { sha256, length, tail } = await hashed(source);
  const footer = await readFooter(source, length, tail);
  const { columns, unread } = checkedSchema(file, footer);
  const newBudget = (): Budget => new Budget(file, length);
  // What it promises costs at least a byte for each cell.
  newBudget().spend(footer.rows * Math.max(1, columns.length));
  return {
    sha256,
    text: {
      source: { file, declared, open: (passing) => rowsAsText({ source, footer, columns, newBudget }, passing) },
      limits,
      delimiter: CELL_END,
      encoding: 'utf-8',
      mark: 0,
      lineEnds: ['\n'],
      // Cells may stand between marks, with a NUL in them: nobody looked through them.
      hasQuote: true,
      quotesNul: true,
    },
    fractions: new Set(columns.flatMap(({ type }, index) => (type.meaning.as === 'fraction' ? [index] : []))),
    notes: unread.length > 0 ? [unreadNote(unread)] : [],
  };
}

/** So much of the end is kept: most footers are shorter. */
const TAIL = 1 << 18;

/** The SHA-256 of a file, how long it is, and its last bytes. */
async function hashed(source: Source): Promise<{ readonly sha256: string; readonly length: number; readonly tail: Uint8Array }> {
  const hash = createHash('sha256');
  let length = 0;
  let tail = Buffer.alloc(0);
  for await (const piece of source.open('passing')) {
    hash.update(piece);
    length += piece.length;
    tail = Buffer.concat([tail, piece]).subarray(-TAIL);
  }
  return { sha256: hash.digest('hex'), length, tail };
}

function checkedSchema(file: string, { schema, groups }: Footer): ParquetSchema {
  const read = ((): ParquetSchema => {
    try {
      return schemaOf(schema);
    } catch (error) {
      throw damagedParquet(file, 'schema', error);
    }
  })();
  if (groups.some(({ chunks }) => chunks.length !== read.leaves)) throw damagedParquet(file, 'columns of row groups');
  return read;
}

const MOST_NAMED = 10;

function unreadNote(unread: readonly UnreadColumn[]): Text {
  const named = unread.slice(0, MOST_NAMED).map(({ name, what }) => ({ name: shownHeading(name), what }));
  const more = unread.length > named.length;
  return {
    zh: `类型不能读的列：${named.map(({ name, what }) => `${name.zh}（${what}）`).join('、')}${more ? '等' : ''}`,
    en: `columns of a type that is not read: ${named.map(({ name, what }) => `${name.en} (${what})`).join(', ')}${more ? ' …' : ''}`,
  };
}
