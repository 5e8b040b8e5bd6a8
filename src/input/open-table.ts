import { UserError } from '../errors.ts';
import type { Text } from '../vocabulary/text.ts';
import type { TableId } from '../vocabulary/table.ts';
import { isBlank } from './cell.ts';
import type { Finding } from './findings.ts';
import { findHeader, firstRecords } from './find-header.ts';
import type { FoundHeader } from './find-header.ts';
import type { Heading } from './headers.ts';
import { originOf, recordFiles } from './record-file.ts';
import type { RecordFile, RecordOptions } from './record-file.ts';
import type { Cells } from './records.ts';
import type { Source } from './source.ts';
import { tables } from './tables/index.ts';

/** A table of which we know how to read every row. A workbook may hold several. */
export interface OpenedTable extends RecordFile {
  readonly table: TableId;
  readonly headings: readonly Heading[];
  /** How many cells the header has, and so every row. */
  readonly width: number;
  /** The header's last record, from 0: title rows stand before it. */
  readonly headerRecord: number;
  /** The line on which the header's last row begins, from 1. */
  readonly headerLine: number;
  /** What was understood about the file as a whole. */
  readonly notes: readonly Text[];
  /** What is wrong with its headings without stopping anybody. */
  readonly findings: readonly Finding[];
}

export interface OpenOptions extends RecordOptions {
  /** Rows without a period are given one, so that the column may be missing. */
  readonly snapshot?: boolean | undefined;
}

/**
 * Looks at a file as a whole: its encoding or its sheets, its table, its header. Throws a UserError that names the way out when it is no table,
 * bears the marks of two, has two headings for one column, or lacks a required column.
 */
export async function openTables(source: Source, options: OpenOptions = {}): Promise<readonly OpenedTable[]> {
  const things = await recordFiles(source, options);
  const opened: OpenedTable[] = [];
  const unread: Cells[] = [];
  const skipped: string[] = [];
  for (const ways of things) {
    const found = await headerOf(ways);
    if ('first' in found) {
      unread.push(found.first);
      if (ways[0]?.sheet !== undefined && !found.isEmpty) skipped.push(ways[0].sheet);
    } else opened.push(openOne(found.file, found.header, options.snapshot ?? false));
  }
  if (opened.length === 0) throw noTable(source, unread[0] ?? []);
  if (skipped.length === 0) return opened;
  const note = { zh: `没有用到的工作表：${skipped.join('、')}`, en: `sheets left alone: ${skipped.join(', ')}` };
  return opened.map((one, index) => (index === 0 ? { ...one, notes: [...one.notes, note] } : one));
}

/** The first way of cutting that shows a header; else what was seen instead. */
async function headerOf(
  ways: readonly RecordFile[],
): Promise<{ readonly file: RecordFile; readonly header: FoundHeader } | { readonly first: Cells; readonly isEmpty: boolean }> {
  let seen: Cells = [];
  for (const file of ways) {
    const records = await firstRecords(file);
    const header = findHeader(records, file.declared);
    if (header) return { file, header };
    const row = records.find((cells) => !cells.every(isBlank)) ?? [];
    if (row.length > seen.length) seen = row;
  }
  return { first: seen, isEmpty: seen.length === 0 };
}

function openOne(file: RecordFile, header: FoundHeader, snapshot: boolean): OpenedTable {
  const name = nameOf(file);
  if (header.readings.length > 1) throw twoTables(name, header);
  const { table, headings, unknown, contradicting } = header.readings[0]!;
  refuseTwins(name, headings);
  refuseMissing(name, table.id, headings, header.cells, snapshot);
  const at = { ...originOf(file), line: header.line, row: header.record + 1 };
  return {
    ...file,
    table: table.id,
    headings,
    width: header.cells.length,
    headerRecord: header.record,
    headerLine: header.line,
    notes: notesOf(file, header, unknown),
    findings: [
      ...headings
        .filter(({ doubtful }) => doubtful)
        .map(({ written, column, definition }): Finding => ({
          code: 'doubtful-heading',
          severity: 'warning',
          ...at,
          column,
          value: written,
          arguments: { heading: written, column: definition.label },
        })),
      ...contradicting.map(({ written, column, definition }): Finding => ({
        code: 'unit-contradicts',
        severity: 'error',
        ...at,
        column,
        value: written,
        arguments: { heading: written, column: definition.label },
      })),
    ],
  };
}

/** How messages call a file, or a sheet of it. */
const nameOf = ({ file, sheet }: RecordFile): string => (sheet === undefined ? file : `${file} [${sheet}]`);

function notesOf(file: RecordFile, { titles, height }: FoundHeader, unknown: readonly string[]): readonly Text[] {
  const notes: Text[] = [];
  if (file.sheet !== undefined) notes.push({ zh: `工作表“${file.sheet}”`, en: `sheet "${file.sheet}"` });
  if (titles > 0)
    notes.push({
      zh: `表头上方有 ${titles} 行标题，已跳过`,
      en: `${titles} title ${titles === 1 ? 'row' : 'rows'} above the header skipped`,
    });
  if (height === 2) notes.push({ zh: '表头有两行，已合并', en: 'a header of two rows, read as one' });
  if (file.hiddenRows.length > 0) {
    const rows = file.hiddenRows.slice(0, 20).join(', ') + (file.hiddenRows.length > 20 ? ' …' : '');
    notes.push({
      zh: `${file.hiddenRows.length} 个隐藏行照常计入（第 ${rows} 行）`,
      en: `${file.hiddenRows.length} hidden ${file.hiddenRows.length === 1 ? 'row' : 'rows'} counted like the others (row ${rows})`,
    });
  }
  if (unknown.length > 0) notes.push({ zh: `没有用到的列：${unknown.join('、')}`, en: `columns left alone: ${unknown.join(', ')}` });
  return notes;
}

function seenHeadings(cells: Cells): string {
  const named = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return named.slice(0, 40).join(' | ');
}

function noTable({ file, declared }: Source, cells: Cells): UserError {
  const seen = seenHeadings(cells);
  const wanted = declared
    ? { zh: `需要${tables[declared].label.zh}的列`, en: `the columns of ${declared}` }
    : {
        zh: '村表需要 village（村）和任一数量列；户表需要 household_id（户编号）；项目表需要 project_id（项目编号）',
        en: 'a village table needs village (村) and any of its counts; a household table household_id (户编号); a project table project_id (项目编号)',
      };
  return new UserError({
    zh: `${file}：表头不属于任何一种表。看到的表头：${seen}。${wanted.zh}`,
    en: `${file}: the headings fit no table. Headings seen: ${seen}. Wanted: ${wanted.en}`,
  });
}

function twoTables(file: string, { readings, cells }: FoundHeader): UserError {
  const ids = readings.map(({ table }) => table);
  return new UserError({
    zh: `${file}：表头同时像${ids.map(({ label }) => label.zh).join('和')}。看到的表头：${seenHeadings(cells)}。用 --${ids[0]!.id} FILE 或 --${ids[1]!.id} FILE 指明`,
    en: `${file}: the headings bear the marks of ${ids.map(({ id }) => id).join(' and ')}. Headings seen: ${seenHeadings(cells)}. Say which with --${ids[0]!.id} FILE or --${ids[1]!.id} FILE`,
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
  const isOfCounty = headings.some(({ definition }) => definition.ofCounty);
  const missing = Object.entries(tables[table].columns).filter(
    ([column, { required, countedFromMembers }]) =>
      required &&
      !has.has(column) &&
      !(column === 'period' && snapshot) &&
      !(column === 'village' && isOfCounty) &&
      !(countedFromMembers && has.has(MEMBER_MARK)),
  );
  if (missing.length === 0) return;
  const orSnapshot = missing.some(([column]) => column === 'period');
  throw new UserError({
    zh: `${file}：${tables[table].label.zh}缺少必需的列：${missing.map(([column, { label }]) => `${column}（${label.zh}）`).join('、')}。看到的表头：${seenHeadings(cells)}${orSnapshot ? '。整份文件属于同一时期时，也可用 --snapshot 2020 指明' : ''}`,
    en: `${file}: the ${table} table lacks required columns: ${missing.map(([column, { label }]) => `${column} (${label.zh})`).join(', ')}. Headings seen: ${seenHeadings(cells)}${orSnapshot ? '. For a file of one period, --snapshot 2020 says which' : ''}`,
  });
}

/** The column that tells a file with a row per member from one with a row per household. */
const MEMBER_MARK = 'relation_to_head';

/** Whether a file has a row per member, to be folded by household. */
export const hasMembers = ({ table, headings }: Pick<OpenedTable, 'table' | 'headings'>): boolean =>
  table === 'households' && headings.some(({ column }) => column === MEMBER_MARK);
