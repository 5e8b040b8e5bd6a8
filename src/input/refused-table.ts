import { UserError } from '../errors.ts';
import { joinTexts, sameInBoth } from '../vocabulary/text.ts';
import type { Text } from '../vocabulary/text.ts';
import type { TableId } from '../vocabulary/table.ts';
import { comparable, isBlank } from './cell.ts';
import type { FoundHeader } from './find-header.ts';
import { readHeader } from './headers.ts';
import type { Heading } from './heading.ts';
import { placeColumns } from '../tables/shared.ts';
import type { Cells } from './records.ts';
import { shownRow } from './shown-value.ts';
import type { Source } from './source.ts';
import { suggestHeadings } from './suggest-heading.ts';
import type { Suggestion } from './suggest-heading.ts';
import { tables } from '../tables/index.ts';
import type { Table } from '../language/table.ts';
import type { KnownTables } from './office-words.ts';

/** A name as it may be typed on a command line. */
export const shellWord = (name: string): string => (/^[\p{L}\p{N}_-]+$/u.test(name) ? name : `"${name}"`);

/** The refusal of a workbook whose only table is on a sheet that nobody sees. */
export function onlyHidden(file: string, names: readonly string[]): UserError {
  return new UserError({
    zh: `${file}：能看见的工作表里没有认得的表；隐藏的工作表“${names.join('”“')}”里有。要读取它，请加 --sheet ${shellWord(names[0]!)}，或在 Excel、WPS 里取消隐藏后保存`,
    en: `${file}: no visible sheet holds a known table; the hidden sheet ${names.map((name) => `"${name}"`).join(', ')} does. To read it, add --sheet ${shellWord(names[0]!)}, or unhide it in the spreadsheet program and save`,
  });
}

/** The headings of a row that a table knows, each once. */
export const recognised = (cells: Cells, table: Table): readonly Heading[] => [
  ...new Map(readHeader(cells, table).headings.map((heading) => [heading.column, heading])).values(),
];

/** Behind a heading that nobody knows: what it may have been meant to be. */
export const suggested = ({ column, likely }: Suggestion): Text => {
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
export const MOST_NAMED = 40;

function seenHeadings(cells: Cells): Text {
  return joinTexts(shownRow(cells).slice(0, MOST_NAMED), sameInBoth(' | '));
}

/** The refusal of a file whose headings fit no table: what was seen, what was understood, what is lacking. */
export function noTable({ file, declared }: Source, cells: Cells, known: KnownTables): UserError {
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
  const needed = Object.entries(columns).filter(
    ([column, { required, requiredUnless = column }]) => required && !has.has(column) && !has.has(requiredUnless),
  );
  if (needed.length === 0)
    return { zh: `${label.zh}还要有任一数量列（户数、人数或金额）`, en: `For ${id} any of its counts is needed besides` };
  return {
    zh: `看成${label.zh}还缺：${needed.map(([column, one]) => `${column}（${one.label.zh}）`).join('、')}`,
    en: `Taken as ${id} it lacks: ${needed.map(([column]) => column).join(', ')}`,
  };
}

/** The refusal of headings that bear the marks of two tables. */
export function twoTables(file: string, { readings, cells }: FoundHeader): UserError {
  const ids = readings.map(({ table }) => table);
  return new UserError({
    zh: `${file}：表头同时像${ids.map(({ label }) => label.zh).join('和')}。看到的表头：${seenHeadings(cells).zh}。用 --${ids[0]!.id} FILE 或 --${ids[1]!.id} FILE 指明`,
    en: `${file}: the headings bear the marks of ${ids.map(({ id }) => id).join(' and ')}. Headings seen: ${seenHeadings(cells).en}. Say which with --${ids[0]!.id} FILE or --${ids[1]!.id} FILE`,
  });
}

/** Refuses a header with two headings for one column. */
export function refuseTwins(file: string, headings: readonly Heading[]): void {
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

/** Refuses a header that lacks a required column. */
export function refuseMissing(
  file: string,
  table: TableId,
  headings: readonly Heading[],
  cells: Cells,
  snapshot: boolean,
  suggestions: readonly Suggestion[],
  notes: readonly Text[] = [],
): void {
  const has = new Set(headings.map(({ column }) => column));
  const isOfCounty = headings.some(({ definition }) => definition.ofCounty);
  const missing = Object.entries(tables[table].columns).filter(
    ([column, { required, requiredUnless = column, countedFromMembers }]) =>
      required &&
      !has.has(column) &&
      !has.has(requiredUnless) &&
      !(column === 'period' && snapshot) &&
      !(column === 'village' && isOfCounty) &&
      !(countedFromMembers && has.has(MEMBER_MARK)),
  );
  if (missing.length === 0) return;
  const orSnapshot = missing.some(([column]) => column === 'period');
  const lacking = new Set(missing.map(([column]) => column));
  const way = suggestedWay(suggestions.filter(({ column }) => lacking.has(column)));
  // A column may be there, and of a type that is not read.
  const noted = { zh: notes.map(({ zh }) => `。${zh}`).join(''), en: notes.map(({ en }) => `. Seen too: ${en}`).join('') };
  throw new UserError({
    zh: `${file}：${tables[table].label.zh}缺少必需的列：${missing.map(([column, { label }]) => `${column}（${label.zh}）`).join('、')}。看到的表头：${seenHeadings(cells).zh}${orSnapshot ? '。整份文件属于同一时期时，也可用 --snapshot 2020 指明' : ''}${noted.zh}${way.zh}`,
    en: `${file}: the ${table} table lacks required columns: ${missing.map(([column, { label }]) => `${column} (${label.zh})`).join(', ')}. Headings seen: ${seenHeadings(cells).en}${orSnapshot ? '. For a file of one period, --snapshot 2020 says which' : ''}${noted.en}${way.en}`,
  });
}

/** The column that tells a file with a row per member from one with a row per household. */
export const MEMBER_MARK = 'relation_to_head';
