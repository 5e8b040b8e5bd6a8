import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { TableId } from '../vocabulary/table.ts';
import { BROKEN } from './cell.ts';
import { inspect } from './decode.ts';
import { compoundRefused, isCompound } from './foreign.ts';
import type { Encoding } from './decode.ts';
import { DELIMITERS, readRecords } from './records.ts';
import type { Encoded, RecordBatch } from './records.ts';
import type { Source } from './source.ts';
import type { DatabaseTable } from './database-table.ts';
import { recordsOf } from './database-records.ts';
import { limitsOf } from './limits.ts';
import type { Limits } from './limits.ts';
import { isWorkbook } from './workbook/is-workbook.ts';

/** Something that gives records: a text file cut by one delimiter, or a sheet of a workbook. */
export interface RecordFile {
  readonly file: string;
  readonly declared: TableId | undefined;
  /** The sheet of a workbook. */
  readonly sheet: string | undefined;
  /** A sheet that the spreadsheet does not show and nobody asked for: never read, for it often holds an older copy; only said. */
  readonly isHidden: boolean;
  /** What was decided about its encoding; `xlsx` for a workbook. */
  readonly encoding: string;
  readonly sha256: string;
  readonly hasNul: boolean;
  /** Without a quotation mark no cell holds a line break, so rows are lines. A sheet's rows are always its lines. */
  readonly rowsAreLines: boolean;
  /** Rows that the spreadsheet hides, from 1. They count like the others. */
  readonly hiddenRows: readonly number[];
  /** Cells of a sheet, as `row:column` from 1, that show one number merged over several rows. */
  readonly mergedDown: ReadonlySet<string>;
  /** How its bytes become text, for who cuts them himself. A workbook has none. */
  readonly text?: Encoded;
  /** The table of a database that it is. */
  readonly database?: DatabaseTable | undefined;
  /** All its records, from the first. May be asked for again. */
  readonly records: () => AsyncGenerator<RecordBatch>;
}

/** Where findings say that they are. */
export const originOf = ({ file, sheet }: Pick<RecordFile, 'file' | 'sheet'>): { readonly file: string; readonly sheet?: string } =>
  sheet === undefined ? { file } : { file, sheet };

export interface RecordOptions {
  readonly encoding?: Encoding | undefined;
  readonly sheet?: string | undefined;
  /** How long a record may be. */
  readonly limits?: Limits | undefined;
}

/** A table of a database as a file whose header is known. */
const fileOfTable = ({ file, declared }: Pick<Source, 'file' | 'declared'>, database: DatabaseTable): RecordFile => ({
  file,
  declared,
  sheet: undefined,
  isHidden: false,
  encoding: database.dialect.id,
  sha256: database.sha256,
  hasNul: false,
  rowsAreLines: true,
  hiddenRows: [],
  mergedDown: new Set(),
  database,
  records: () => recordsOf(database, []),
});

/** A source as records: one entry for each thing in it, with the ways in which it may be cut, the likeliest first. */
export async function recordFiles(source: Source, options: RecordOptions): Promise<readonly (readonly RecordFile[])[]> {
  if (source.database) return [[fileOfTable(source, source.database)]];
  const first = await firstBytes(source);
  if (isWorkbook(first)) return (await sheetsOf(source, options)).map((sheet) => [sheet]);
  if (isCompound(first)) throw compoundRefused(source.file, await wholeOf(source));
  const limits = options.limits ?? limitsOf();
  const inspection = await inspect(source, options.encoding, limits);
  const { encoding, sha256, hasNul } = inspection;
  const cut = DELIMITERS.map((delimiter): RecordFile => ({
    file: source.file,
    declared: source.declared,
    sheet: undefined,
    isHidden: false,
    encoding,
    sha256,
    hasNul,
    rowsAreLines: !inspection.hasQuote,
    hiddenRows: [],
    mergedDown: new Set<string>(),
    text: { source, limits, delimiter, ...inspection },
    records: () => readRecords({ source, limits, delimiter, ...inspection }),
  }));
  return [cut];
}

async function wholeOf(source: Source): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function firstBytes(source: Source): Promise<Uint8Array> {
  for await (const chunk of source.open()) if (chunk.length > 0) return chunk;
  return new Uint8Array();
}

/** The sheets of a workbook, or the one asked for. A workbook is read into memory: spreadsheets hold a million rows at most. */
async function sheetsOf(source: Source, { sheet: asked, limits }: RecordOptions): Promise<readonly RecordFile[]> {
  const bytes = await wholeOf(source);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  // Text files are most of what is read: they do not wait for the libraries of workbooks.
  const { readWorkbook } = await import('./workbook.ts');
  const sheets = await readWorkbook(source.file, bytes, asked, limits);
  const wanted = asked === undefined ? sheets : sheets.filter(({ name }) => name === asked);
  if (wanted.length === 0) {
    const names = sheets.map(({ name }) => name);
    throw new UserError({
      zh: `${source.file}：没有工作表“${asked}”，有的是：${names.join('、')}`,
      en: `${source.file}: no sheet "${asked}"; it has ${names.join(', ')}`,
    });
  }
  return wanted.map(({ name, isHidden, rows, hiddenRows, mergedDown }) => ({
    file: source.file,
    declared: source.declared,
    sheet: name,
    isHidden: isHidden && name !== asked,
    encoding: 'xlsx',
    sha256,
    hasNul: rows.some((cells) => cells.some((cell) => BROKEN.test(cell))),
    rowsAreLines: true,
    hiddenRows,
    mergedDown,
    records: async function* () {
      yield { records: rows };
    },
  }));
}
