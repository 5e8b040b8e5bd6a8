import type { Text } from '../vocabulary/text.ts';
import type { TableId } from '../vocabulary/table.ts';
import { isBlank } from './cell.ts';
import { recordsOf } from './database-records.ts';
import type { Finding } from './finding.ts';
import { findHeader, firstRecords } from './find-header.ts';
import type { FoundHeader } from './find-header.ts';
import { applyUnits, currenciesOf, unitsIn, unnamedUnits, unreadUnit } from './header-units.ts';
import type { Heading } from './heading.ts';
import { originOf, recordFiles } from './record-file.ts';
import type { RecordFile, RecordOptions } from './record-file.ts';
import type { Cells } from './records.ts';
import type { Source } from './source.ts';
import { NO_OFFICE_WORDS, tablesOf } from './office-words.ts';
import type { KnownTables } from './office-words.ts';
import type { OfficeWords } from './office-words.ts';
import { suggestHeadings } from './suggest-heading.ts';
import { shellWord, onlyHidden, recognised, noTable, twoTables, refuseTwins, refuseMissing, MEMBER_MARK } from './refused-table.ts';
import { fractionNotes, notesOf } from './table-notes.ts';

/** A table of which we know how to read every row. A workbook may hold several. */
export interface OpenedTable extends RecordFile {
  readonly table: TableId;
  readonly headings: readonly Heading[];
  /** The header, as many cells as every row has; of several rows, all together. */
  readonly header: Cells;
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
  /** Columns that a first reading showed to be blank throughout: they are in the file, and no evidence. */
  readonly blankThroughout?: readonly string[];
}

export interface OpenOptions extends RecordOptions {
  /** Rows without a period are given one, so that the column may be missing. */
  readonly snapshot?: boolean | undefined;
  /** How the office names its headings and values. */
  readonly office?: OfficeWords | undefined;
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
  const hidden: string[] = [];
  const known = tablesOf(options.office ?? NO_OFFICE_WORDS);
  for (const ways of things) {
    const found = await headerOf(ways, known);
    if (ways[0]?.isHidden) {
      if ('header' in found) hidden.push(ways[0].sheet ?? '');
    } else if ('first' in found) {
      unread.push(found.first);
      if (ways[0]?.sheet !== undefined && !found.isEmpty) skipped.push(ways[0].sheet);
    } else opened.push(openOne(found.file, found.header, options.snapshot ?? false, known));
  }
  if (opened.length === 0) throw hidden.length > 0 ? onlyHidden(source.file, hidden) : noTable(source, unread[0] ?? [], known);
  const notes: Text[] = [];
  if (skipped.length > 0) notes.push({ zh: `没有用到的工作表：${skipped.join('、')}`, en: `sheets left alone: ${skipped.join(', ')}` });
  if (hidden.length > 0)
    notes.push({
      zh: `隐藏的工作表里也有表，没有读取：${hidden.join('、')}（用 --sheet ${shellWord(hidden[0]!)} 读取）`,
      en: `hidden sheets that hold a table were not read: ${hidden.join(', ')} (--sheet ${shellWord(hidden[0]!)} reads it)`,
    });
  return opened.map((one, index) => (index === 0 ? { ...one, notes: [...one.notes, ...notes] } : one));
}

/** The first way of cutting that shows a header; else what was seen instead. */
async function headerOf(
  ways: readonly RecordFile[],
  known: KnownTables,
): Promise<{ readonly file: RecordFile; readonly header: FoundHeader } | { readonly first: Cells; readonly isEmpty: boolean }> {
  const seen: Cells[] = [];
  for (const file of ways) {
    const records = await firstRecords(file);
    const header = findHeader(records, file.declared, known);
    if (header) return { file, header };
    seen.push(...records.filter((cells) => !cells.every(isBlank)));
  }
  const first = seen.toSorted((a, b) => likeness(b, known) - likeness(a, known))[0] ?? [];
  return { first, isEmpty: first.length === 0 };
}

/** How much a row looks like a header: by the headings that some table knows, then by how many different words it has. */
function likeness(cells: Cells, known: KnownTables): number {
  const understood = Math.max(...Object.values(known).map((table) => recognised(cells, table).length));
  const words = new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && !/^[\d.,%]+$/u.test(cell)));
  return understood * MOST_COLUMNS + words.size;
}
/** More than any row has columns. */
const MOST_COLUMNS = 100_000;

function openOne(file: RecordFile, header: FoundHeader, snapshot: boolean, known: KnownTables): OpenedTable {
  const name = nameOf(file);
  if (header.readings.length > 1) throw twoTables(name, header);
  const { table, headings: named, unknown, contradicting } = header.readings[0]!;
  const units = unitsIn(header.above, currenciesOf(known[table.id]));
  const { headings, notes, ambiguous } = applyUnits(named, units);
  const unread = headings.some(({ definition, namesUnit }) => definition.kind === 'money' && !namesUnit)
    ? unreadUnit(header.above, units)
    : undefined;
  refuseTwins(name, named);
  const suggestions = suggestHeadings(unknown, [known[table.id]], new Set(named.map(({ column }) => column)));
  refuseMissing(name, table.id, named, header.cells, snapshot, suggestions, file.notes);
  const at = { ...originOf(file), line: header.line, row: header.record + 1 };
  return {
    ...file,
    ...(file.database && { records: () => recordsOf(file.database!, headings) }),
    table: table.id,
    headings,
    header: header.cells,
    width: header.cells.length,
    headerRecord: header.record,
    headerLine: header.line,
    notes: [...notesOf(file, header, unknown, suggestions), ...fractionNotes(file.fractions, headings), ...notes],
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
      ...(unread === undefined
        ? []
        : [{ code: 'unit-not-understood', severity: 'error', ...at, arguments: { line: shownLine(unread) } } as const]),
      ...unnamedUnits(headings).map(({ written, column }): Finding => ({
        code: 'unit-unnamed',
        severity: 'warning',
        ...at,
        column,
        value: written,
        arguments: { heading: written },
      })),
      ...ambiguous.map(({ heading: { written, column }, units }): Finding => ({
        code: 'unit-ambiguous',
        severity: 'error',
        ...at,
        column,
        value: written,
        arguments: { heading: written, units: { zh: units.join('、'), en: units.join(', ') } },
      })),
    ],
  };
}

/** A line above the header as a message may show it. */
const shownLine = (line: string): string => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line);
const LONGEST_LINE = 40;

/** How messages call a file, or a sheet of it. */
const nameOf = ({ file, sheet }: RecordFile): string => (sheet === undefined ? file : `${file} [${sheet}]`);

/** Whether a file has a row per member, to be folded by household. */
export const hasMembers = ({ table, headings }: Pick<OpenedTable, 'table' | 'headings'>): boolean =>
  table === 'households' && headings.some(({ column }) => column === MEMBER_MARK);
