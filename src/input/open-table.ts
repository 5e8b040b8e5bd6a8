import { UserError } from '../errors.ts';
import { joinTexts, sameInBoth } from '../vocabulary/text.ts';
import type { Text } from '../vocabulary/text.ts';
import type { TableId } from '../vocabulary/table.ts';
import { comparable, isBlank } from './cell.ts';
import type { Finding } from './findings.ts';
import { recordsOf } from './database-records.ts';
import { findHeader, firstRecords } from './find-header.ts';
import type { FoundHeader } from './find-header.ts';
import { applyUnits, currenciesOf, unitsIn, unnamedUnits, unreadUnit } from './header-units.ts';
import { readHeader } from './headers.ts';
import type { Heading } from './headers.ts';
import { originOf, recordFiles } from './record-file.ts';
import type { RecordFile, RecordOptions } from './record-file.ts';
import { placeColumns } from '../tables/shared.ts';
import type { Cells } from './records.ts';
import { shownHeading, shownRow } from './shown-value.ts';
import type { Source } from './source.ts';
import { NO_OFFICE_WORDS, tablesOf } from './office-words.ts';
import type { OfficeWords } from './office-words.ts';
import { suggestHeadings } from './suggest-heading.ts';
import type { Suggestion } from './suggest-heading.ts';
import { tables } from '../tables/index.ts';
import type { Table } from '../language/table.ts';

type KnownTables = Readonly<Record<TableId, Table>>;

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

/** A name as it may be typed on a command line. */
const shellWord = (name: string): string => (/^[\p{L}\p{N}_-]+$/u.test(name) ? name : `"${name}"`);

function onlyHidden(file: string, names: readonly string[]): UserError {
  return new UserError({
    zh: `${file}：能看见的工作表里没有认得的表；隐藏的工作表“${names.join('”“')}”里有。要读取它，请加 --sheet ${shellWord(names[0]!)}，或在 Excel、WPS 里取消隐藏后保存`,
    en: `${file}: no visible sheet holds a known table; the hidden sheet ${names.map((name) => `"${name}"`).join(', ')} does. To read it, add --sheet ${shellWord(names[0]!)}, or unhide it in the spreadsheet program and save`,
  });
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

/** The headings of a row that a table knows, each once. */
const recognised = (cells: Cells, table: Table): readonly Heading[] => [
  ...new Map(readHeader(cells, table).headings.map((heading) => [heading.column, heading])).values(),
];

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
  refuseMissing(name, table.id, named, header.cells, snapshot, suggestions);
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
    notes: [...notesOf(file, header, unknown, suggestions), ...notes],
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

function notesOf(
  file: RecordFile,
  { above, height }: FoundHeader,
  unknown: readonly string[],
  suggestions: readonly Suggestion[],
): readonly Text[] {
  const notes: Text[] = [];
  if (file.sheet !== undefined) notes.push({ zh: `工作表“${file.sheet}”`, en: `sheet "${file.sheet}"` });
  const titles = above.length;
  if (titles > 0)
    notes.push({
      zh: `表头上方有 ${titles} 行标题，已跳过`,
      en: `${titles} title ${titles === 1 ? 'row' : 'rows'} above the header skipped`,
    });
  if (height > 1)
    notes.push({
      zh: `表头有${height === 2 ? '两' : '三'}行，已合并`,
      en: `a header of ${height === 2 ? 'two' : 'three'} rows, read as one`,
    });
  if (file.hiddenRows.length > 0) {
    const rows = file.hiddenRows.slice(0, 20).join(', ') + (file.hiddenRows.length > 20 ? ' …' : '');
    notes.push({
      zh: `${file.hiddenRows.length} 个隐藏行照常计入（第 ${rows} 行）`,
      en: `${file.hiddenRows.length} hidden ${file.hiddenRows.length === 1 ? 'row' : 'rows'} counted like the others (row ${rows})`,
    });
  }
  if (unknown.length > 0) {
    const likely = new Map(suggestions.map((one) => [one.written, suggested(one)]));
    const named = unknown.slice(0, MOST_NAMED);
    const more = unknown.length > named.length ? { zh: `等 ${unknown.length} 列`, en: ` … (${unknown.length})` } : { zh: '', en: '' };
    notes.push({
      zh: `没有用到的列：${named.map((heading) => shownHeading(heading).zh + (likely.get(heading)?.zh ?? '')).join('、')}${more.zh}`,
      en: `columns left alone: ${named.map((heading) => shownHeading(heading).en + (likely.get(heading)?.en ?? '')).join(', ')}${more.en}`,
    });
  }
  return notes;
}

/** Behind a heading that nobody knows: what it may have been meant to be. */
const suggested = ({ column, likely }: Suggestion): Text => {
  const isItself = comparable(likely) === comparable(column);
  return isItself
    ? { zh: `（是不是 ${column}？）`, en: ` (did you mean ${column}?)` }
    : { zh: `（是不是 ${likely}，即 ${column}？）`, en: ` (did you mean ${likely}, which is ${column}?)` };
};

/** The way out of a heading that nobody knows, as the end of a refusal. */
const suggestedWay = (suggestions: readonly Suggestion[]): Text =>
  suggestions.length === 0
    ? {
        zh: '。表头是别的叫法时，用 --map 表头=列名 指明',
        en: '. Where a heading has another name, --map HEADING=COLUMN says which column it is',
      }
    : {
        zh: `。${suggestions.map((one) => `“${one.written}”${suggested(one).zh}`).join('、')}改正表头，或用 --map ${suggestions[0]!.written}=${suggestions[0]!.column}`,
        en: `. ${suggestions.map((one) => `"${one.written}"${suggested(one).en}`).join(', ')}: mend the heading, or say --map "${suggestions[0]!.written}=${suggestions[0]!.column}"`,
      };

/** So many headings are named in a message. */
const MOST_NAMED = 40;

function seenHeadings(cells: Cells): Text {
  return joinTexts(shownRow(cells).slice(0, MOST_NAMED), sameInBoth(' | '));
}

function noTable({ file, declared }: Source, cells: Cells, known: KnownTables): UserError {
  const seen = seenHeadings(cells);
  const nearest = declared ? known[declared] : nearestTable(cells, known);
  const headings = nearest ? recognised(cells, nearest) : [];
  const understood = {
    zh: headings.length > 0 ? `认出的列：${headings.map(({ written, column }) => `${written}（${column}）`).join('、')}。` : '',
    en: headings.length > 0 ? `Understood: ${headings.map(({ written, column }) => `${written} (${column})`).join(', ')}. ` : '',
  };
  const wanted = nearest ? lacking(nearest, headings) : WANTED;
  const likely = nearest ? [nearest] : Object.values(known);
  const unknown = cells.filter((cell) => !isBlank(cell) && likely.every((table) => readHeader([cell], table).headings.length === 0));
  const way = suggestedWay(suggestHeadings(unknown, likely, new Set()));
  return new UserError({
    zh: `${file}：表头不属于任何一种表。看到的表头：${seen.zh}。${understood.zh}${wanted.zh}${way.zh}`,
    en: `${file}: the headings fit no table. Headings seen: ${seen.en}. ${understood.en}${wanted.en}${way.en}`,
  });
}

const WANTED: Text = {
  zh: '村表需要 village（村）和任一数量列；户表需要 household_id（户编号）；项目表需要 project_id（项目编号）',
  en: 'Wanted: a village table needs village and any of its counts; a household table household_id; a project table project_id',
};

/** The table of which a row has most headings, if it has any that stands for more than a place or a time. */
function nearestTable(cells: Cells, known: KnownTables): Table | undefined {
  const telling = (table: Table): number => recognised(cells, table).filter(({ column }) => !NAMES_PLACE_OR_TIME.has(column)).length;
  const [best] = Object.values(known).toSorted((a, b) => telling(b) - telling(a));
  return best && telling(best) > 0 ? best : undefined;
}
const NAMES_PLACE_OR_TIME: ReadonlySet<string> = new Set([...Object.keys(placeColumns), 'period']);

/** What a table still needs to be one. */
function lacking({ id, label, columns }: Table, known: readonly Heading[]): Text {
  const has = new Set(known.map(({ column }) => column));
  const needed = Object.entries(columns).filter(([column, { required }]) => required && !has.has(column));
  if (needed.length === 0)
    return { zh: `${label.zh}还要有任一数量列（户数、人数或金额）`, en: `For ${id} any of its counts is needed besides` };
  return {
    zh: `看成${label.zh}还缺：${needed.map(([column, one]) => `${column}（${one.label.zh}）`).join('、')}`,
    en: `Taken as ${id} it lacks: ${needed.map(([column]) => column).join(', ')}`,
  };
}

function twoTables(file: string, { readings, cells }: FoundHeader): UserError {
  const ids = readings.map(({ table }) => table);
  return new UserError({
    zh: `${file}：表头同时像${ids.map(({ label }) => label.zh).join('和')}。看到的表头：${seenHeadings(cells).zh}。用 --${ids[0]!.id} FILE 或 --${ids[1]!.id} FILE 指明`,
    en: `${file}: the headings bear the marks of ${ids.map(({ id }) => id).join(' and ')}. Headings seen: ${seenHeadings(cells).en}. Say which with --${ids[0]!.id} FILE or --${ids[1]!.id} FILE`,
  });
}

function refuseTwins(file: string, headings: readonly Heading[]): void {
  const first = new Map<string, Heading>();
  for (const heading of headings) {
    const twin = first.get(heading.column);
    if (twin) {
      throw new UserError({
        zh: `${file}：第 ${twin.index + 1} 列“${twin.written}”和第 ${heading.index + 1} 列“${heading.written}”都是“${heading.definition.label.zh}”（${heading.column}）。请删掉或改名其中一列，或用 --map 表头=列名 指明哪一列才是`,
        en: `${file}: column ${twin.index + 1} "${twin.written}" and column ${heading.index + 1} "${heading.written}" are both ${heading.column}. Delete or rename one of them, or say which it is with --map HEADING=COLUMN`,
      });
    }
    first.set(heading.column, heading);
  }
}

function refuseMissing(
  file: string,
  table: TableId,
  headings: readonly Heading[],
  cells: Cells,
  snapshot: boolean,
  suggestions: readonly Suggestion[],
): void {
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
  const lacking = new Set(missing.map(([column]) => column));
  const way = suggestedWay(suggestions.filter(({ column }) => lacking.has(column)));
  throw new UserError({
    zh: `${file}：${tables[table].label.zh}缺少必需的列：${missing.map(([column, { label }]) => `${column}（${label.zh}）`).join('、')}。看到的表头：${seenHeadings(cells).zh}${orSnapshot ? '。整份文件属于同一时期时，也可用 --snapshot 2020 指明' : ''}${way.zh}`,
    en: `${file}: the ${table} table lacks required columns: ${missing.map(([column, { label }]) => `${column} (${label.zh})`).join(', ')}. Headings seen: ${seenHeadings(cells).en}${orSnapshot ? '. For a file of one period, --snapshot 2020 says which' : ''}${way.en}`,
  });
}

/** The column that tells a file with a row per member from one with a row per household. */
const MEMBER_MARK = 'relation_to_head';

/** Whether a file has a row per member, to be folded by household. */
export const hasMembers = ({ table, headings }: Pick<OpenedTable, 'table' | 'headings'>): boolean =>
  table === 'households' && headings.some(({ column }) => column === MEMBER_MARK);
