import { UserError } from '../errors.ts';
import type { Text } from '../vocabulary/text.ts';
import type { TableId } from '../vocabulary/table.ts';
import { isBlank } from './cell.ts';
import { inspect } from './decode.ts';
import type { Inspection } from './decode.ts';
import type { Finding } from './findings.ts';
import { readHeader, recognise } from './headers.ts';
import type { HeaderReading, Heading } from './headers.ts';
import { DELIMITERS, linesOf, readRecords } from './records.ts';
import type { Cells, Delimiter } from './records.ts';
import type { Source } from './source.ts';
import { tables } from './tables/index.ts';

/** How many rows of titles may stand above the header. */
const MOST_TITLE_ROWS = 9;

/** A file of which we know how to read every row. */
export interface OpenedTable extends Inspection {
  readonly source: Source;
  readonly file: string;
  readonly table: TableId;
  readonly delimiter: Delimiter;
  readonly headings: readonly Heading[];
  /** Headings that are no column of the table, left alone. */
  readonly unknownHeadings: readonly string[];
  /** How many cells the header has, and so every row. */
  readonly width: number;
  /** The header's record, from 0: title rows stand before it. */
  readonly headerRecord: number;
  /** What was understood about the file as a whole. */
  readonly notes: readonly Text[];
  /** What is wrong with its headings without stopping anybody. */
  readonly findings: readonly Finding[];
}

interface FirstRecords {
  readonly delimiter: Delimiter;
  readonly records: readonly Cells[];
}

/** The first records of the file, as each delimiter would cut them. */
async function firstRecords(source: Source, inspection: Inspection): Promise<readonly FirstRecords[]> {
  const all: FirstRecords[] = [];
  for (const delimiter of DELIMITERS) {
    const records: Cells[] = [];
    for await (const batch of readRecords({ source, delimiter, ...inspection })) {
      records.push(...batch.records.slice(0, MOST_TITLE_ROWS + 1 - records.length));
      if (records.length > MOST_TITLE_ROWS) break;
    }
    all.push({ delimiter, records });
  }
  return all;
}

interface FoundHeader {
  readonly delimiter: Delimiter;
  readonly record: number;
  readonly cells: Cells;
  readonly line: number;
  readonly readings: readonly HeaderReading[];
}

function findHeader(candidates: readonly FirstRecords[], declared: TableId | undefined): FoundHeader | undefined {
  for (const { delimiter, records } of candidates) {
    let line = 1;
    for (const [record, cells] of records.entries()) {
      const readings = declared ? [readHeader(cells, tables[declared])].filter(({ headings }) => headings.length > 1) : recognise(cells);
      if (readings.length > 0) return { delimiter, record, cells, line, readings };
      line += linesOf(cells);
    }
  }
  return undefined;
}

/**
 * Looks at a file as a whole: its encoding, its table, its header. Throws a UserError that names the way out when it is no table,
 * bears the marks of two, has two headings for one column, or lacks a required column.
 */
export async function openTable(source: Source, options: { readonly snapshot?: boolean } = {}): Promise<OpenedTable> {
  const inspection = await inspect(source);
  const candidates = await firstRecords(source, inspection);
  const header = findHeader(candidates, source.declared);
  if (!header) throw noTable(source.file, candidates, source.declared);
  if (header.readings.length > 1) throw twoTables(source.file, header);
  const { table, headings, unknown } = header.readings[0]!;
  refuseTwins(source.file, headings);
  refuseMissing(source.file, table.id, headings, header.cells, options.snapshot ?? false);
  const row = header.record + 1;
  return {
    ...inspection,
    source,
    file: source.file,
    table: table.id,
    delimiter: header.delimiter,
    headings,
    unknownHeadings: unknown,
    width: header.cells.length,
    headerRecord: header.record,
    notes: notesOf(header, unknown, candidates),
    findings: headings
      .filter(({ doubtful }) => doubtful)
      .map(({ written, column, definition }) => ({
        code: 'doubtful-heading',
        severity: 'warning',
        file: source.file,
        line: header.line,
        row,
        column,
        value: written,
        arguments: { heading: written, column: definition.label },
      })),
  };
}

function notesOf(header: FoundHeader, unknown: readonly string[], candidates: readonly FirstRecords[]): readonly Text[] {
  const notes: Text[] = [];
  const titles = candidates
    .find(({ delimiter }) => delimiter === header.delimiter)!
    .records.slice(0, header.record)
    .filter((cells) => !cells.every(isBlank)).length;
  if (titles > 0)
    notes.push({
      zh: `表头上方有 ${titles} 行标题，已跳过`,
      en: `${titles} title ${titles === 1 ? 'row' : 'rows'} above the header skipped`,
    });
  if (unknown.length > 0) notes.push({ zh: `没有用到的列：${unknown.join('、')}`, en: `columns left alone: ${unknown.join(', ')}` });
  return notes;
}

function seenHeadings(cells: Cells): string {
  const named = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return named.slice(0, 40).join(' | ');
}

function noTable(file: string, candidates: readonly FirstRecords[], declared: TableId | undefined): UserError {
  const widest = candidates.toSorted(
    (a, b) => Math.max(...b.records.map((r) => r.length), 0) - Math.max(...a.records.map((r) => r.length), 0),
  )[0];
  const seen = seenHeadings(widest?.records.find((cells) => !cells.every(isBlank)) ?? []);
  const wanted = declared
    ? { zh: `${tables[declared].label.zh}的列`, en: `the columns of ${declared}` }
    : {
        zh: '村表需要 village（村）和任一数量列；户表需要 household_id（户编号）；项目表需要 project_id（项目编号）',
        en: 'a village table needs village (村) and any of its counts; a household table household_id (户编号); a project table project_id (项目编号)',
      };
  return new UserError({
    zh: `${file}：表头不属于任何一种表。看到的表头：${seen}。${wanted.zh}`,
    en: `${file}: the headings fit no table. Headings seen: ${seen}. Wanted: ${wanted.en}`,
  });
}

function twoTables(file: string, header: FoundHeader): UserError {
  const ids = header.readings.map(({ table }) => table);
  return new UserError({
    zh: `${file}：表头同时像${ids.map(({ label }) => label.zh).join('和')}。看到的表头：${seenHeadings(header.cells)}。用 --${ids[0]!.id} FILE 或 --${ids[1]!.id} FILE 指明`,
    en: `${file}: the headings bear the marks of ${ids.map(({ id }) => id).join(' and ')}. Headings seen: ${seenHeadings(header.cells)}. Say which with --${ids[0]!.id} FILE or --${ids[1]!.id} FILE`,
  });
}

function refuseTwins(file: string, headings: readonly Heading[]): void {
  const first = new Map<string, Heading>();
  for (const heading of headings) {
    const twin = first.get(heading.column);
    if (twin) {
      throw new UserError({
        zh: `${file}：第 ${twin.index + 1} 列“${twin.written}”和第 ${heading.index + 1} 列“${heading.written}”都是“${heading.definition.label.zh}”（${heading.column}）。请删掉或改名其中一列`,
        en: `${file}: column ${twin.index + 1} "${twin.written}" and column ${heading.index + 1} "${heading.written}" are both ${heading.column}. Delete or rename one of them`,
      });
    }
    first.set(heading.column, heading);
  }
}

function refuseMissing(file: string, table: TableId, headings: readonly Heading[], cells: Cells, snapshot: boolean): void {
  const has = new Set(headings.map(({ column }) => column));
  const missing = Object.entries(tables[table].columns).filter(
    ([column, { required }]) => required && !has.has(column) && !(column === 'period' && snapshot),
  );
  if (missing.length === 0) return;
  const orSnapshot = missing.some(([column]) => column === 'period');
  throw new UserError({
    zh: `${file}：${tables[table].label.zh}缺少必需的列：${missing.map(([column, { label }]) => `${column}（${label.zh}）`).join('、')}。看到的表头：${seenHeadings(cells)}${orSnapshot ? '。整份文件属于同一时期时，也可用 --snapshot 2020 指明' : ''}`,
    en: `${file}: the ${table} table lacks required columns: ${missing.map(([column, { label }]) => `${column} (${label.zh})`).join(', ')}. Headings seen: ${seenHeadings(cells)}${orSnapshot ? '. For a file of one period, --snapshot 2020 says which' : ''}`,
  });
}
