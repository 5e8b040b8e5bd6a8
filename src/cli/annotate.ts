import { UserError } from '../errors.ts';
import type { Finding } from '../input/finding.ts';
import { isBlank } from '../input/cell.ts';
import type { Kind } from '../language/column.ts';
import type { OpenedTable } from '../input/open-table.ts';
import type { ByteOrderMark } from './byte-order-mark.ts';
import { csvText } from '../formats/csv/csv-text.ts';
import { ANNOTATION_HEADING, annotationOf } from '../report/findings-text.ts';
import { LONGEST_TEXT, MOST_ROWS, writeWorkbook } from '../formats/xlsx/workbook.ts';
import type { Lang } from '../vocabulary/text.ts';
import { OPEN_TO_THE_USER, writeWhole } from './write-whole.ts';
import type { World } from './world.ts';

/** What may be annotated: one file as CSV, or the sheets of one workbook as a workbook. */
export function refuseAnnotation(output: string, opened: readonly OpenedTable[]): void {
  const ending = /\.(?:csv|xlsx)$/iu.exec(output);
  if (output === '-')
    throw new UserError({
      zh: '--annotate 要写文件名（.csv 或 .xlsx）：写回的表含有完整的个人信息，标准输出留给检查结果',
      en: '--annotate needs a file name (.csv or .xlsx): what is written back holds personal data whole, and standard output is for the findings',
    });
  if (!ending)
    throw new UserError({ zh: `--annotate ${output} 的扩展名应为 .csv 或 .xlsx`, en: `--annotate ${output} must end in .csv or .xlsx` });
  const database = opened.find((table) => table.database);
  if (database)
    throw new UserError({
      zh: `--annotate 写回的是文件：${database.file} 的行不出数据库。按编号在数据库里改正`,
      en: `--annotate writes a file back, and the rows of ${database.file} stay in their database. Mend them there, by their ids`,
    });
  const files = new Set(opened.map(({ file }) => file));
  const tooMany = files.size > 1 || (opened.length > 1 && ending[0].toLowerCase() === '.csv');
  if (tooMany)
    throw new UserError({
      zh: `--annotate 一次只写回一个文件（CSV 一次一张表），给了 ${opened.length} 张表`,
      en: `--annotate writes one file back at a time (as CSV one table), and there are ${opened.length} tables`,
    });
}

/** Writes a file back, row for row and cell for cell, with what was found in each row beside it. The file is the user's own: its cells stay whole. */
export async function annotate(
  output: string,
  opened: readonly OpenedTable[],
  findings: () => AsyncIterable<Finding>,
  mark: ByteOrderMark,
  lang: Lang,
  world: World,
): Promise<void> {
  if (/\.csv$/iu.test(output)) {
    await writeWhole(output, asCsv(opened[0]!, findings(), lang), world, { mode: OPEN_TO_THE_USER, mark });
    return;
  }
  const sheets = [];
  for (const table of opened) {
    const rows: (readonly (string | number)[])[] = [];
    const numbers = numberColumns(table);
    for await (const row of annotatedRows(table, findings(), lang)) {
      refuseCut(output, row, rows.length + 1);
      rows.push(rows.length <= table.headerRecord ? row : row.map((cell, at) => (numbers.has(at) ? asNumber(cell) : cell)));
    }
    sheets.push({ name: table.sheet ?? table.table, rows });
  }
  await writeWhole(output, [await writeWorkbook(sheets)], world, { mode: OPEN_TO_THE_USER });
}

const COUNTED: ReadonlySet<Kind> = new Set<Kind>(['count', 'money', 'quantity']);

/** Where the numbers of a table stand: a spreadsheet is to add them up as before. Ids, codes and periods stay text. */
const numberColumns = ({ headings }: OpenedTable): ReadonlySet<number> =>
  new Set(headings.flatMap(({ index, definition }) => (COUNTED.has(definition.kind) ? [index] : [])));

/** A number that a spreadsheet holds and shows just as it is written; every other text stays what it is. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,11})(?:\.\d{0,3}[1-9])?$/u;
const asNumber = (cell: string): string | number => (PLAIN_NUMBER.test(cell) ? Number(cell) : cell);

/** The cells of a file are its owner's: where a workbook cannot hold them whole, there is none. */
function refuseCut(output: string, cells: readonly string[], row: number): void {
  const longest = Math.max(0, ...cells.map((cell) => cell.length));
  if (longest > LONGEST_TEXT)
    throw new UserError({
      zh: `第 ${row} 行有一格 ${longest} 个字符，工作簿的一格最多 ${LONGEST_TEXT} 个，${output} 写不下。请用 --annotate 写成 .csv`,
      en: `row ${row} has a cell of ${longest} characters and a cell of a workbook holds ${LONGEST_TEXT}: ${output} cannot be written. Annotate as .csv`,
    });
  if (row > MOST_ROWS)
    throw new UserError({
      zh: `超过 ${MOST_ROWS} 行，工作簿的一张表写不下。请用 --annotate 写成 .csv`,
      en: `there are more than ${MOST_ROWS} rows, and a sheet of a workbook holds no more. Annotate as .csv`,
    });
}

async function* asCsv(table: OpenedTable, findings: AsyncIterable<Finding>, lang: Lang): AsyncGenerator<string> {
  for await (const row of annotatedRows(table, findings, lang)) yield csvText([row], { cells: 'as they are' });
}

/** The records of a table in order, each with a cell for what was found in it. Both come in the order of rows, so neither is held. */
async function* annotatedRows(table: OpenedTable, findings: AsyncIterable<Finding>, lang: Lang): AsyncGenerator<readonly string[]> {
  const byRow = groupByRow(findings, table);
  let next = await byRow.next();
  let row = 0;
  const annotated = async (cells: readonly string[]): Promise<readonly string[]> => {
    row++;
    let found: readonly Finding[] = [];
    while (!next.done && next.value.row <= row) {
      if (next.value.row === row) found = next.value.findings;
      next = await byRow.next();
    }
    const isHeader = row === table.headerRecord + 1;
    if (row <= table.headerRecord || (cells.every(isBlank) && found.length === 0)) return cells;
    const text = annotationOf(found, lang);
    const padded = [...cells, ...Array.from({ length: Math.max(0, table.width - cells.length) }, () => '')];
    return [...padded, isHeader ? [ANNOTATION_HEADING[lang], text].filter(Boolean).join(': ') : text];
  };
  for await (const { records, unclosed, isCut } of table.records()) {
    if (isCut)
      throw new UserError({
        zh: `${table.file}：有引号没有关上，后面的内容太长，不能写回。先关上引号`,
        en: `${table.file}: a quotation mark stays open and what follows is too long to be written back. Close it first`,
      });
    for (const cells of records) yield await annotated(cells);
    if (unclosed) yield await annotated(unclosed);
  }
}

async function* groupByRow(
  findings: AsyncIterable<Finding>,
  { file, sheet }: OpenedTable,
): AsyncGenerator<{ readonly row: number; readonly findings: readonly Finding[] }> {
  let group: Finding[] = [];
  for await (const finding of findings) {
    if (finding.file !== file || (sheet !== undefined && finding.sheet !== sheet)) continue;
    if (group.length > 0 && group[0]!.row !== finding.row) {
      yield { row: group[0]!.row ?? 0, findings: group };
      group = [];
    }
    group.push(finding);
  }
  if (group.length > 0) yield { row: group[0]!.row ?? 0, findings: group };
}
