import { describeChanges } from '../input/changes.ts';
import { maskIdentityNumbers } from '../input/mask.ts';
import type { TableReading } from '../input/read-table.ts';
import type { OpenedTable } from '../input/open-table.ts';
import type { Text } from '../vocabulary/text.ts';
import type { RowCounter } from './row-counter.ts';
import { inputOf } from './tally.ts';
import type { Input } from './tally.ts';

/** What the rows of a file came to. */
export type Counted = Pick<RowCounter, 'accepted' | 'rejected' | 'shorter' | 'respelled' | 'firstRespelled'>;

/** A file as an input of the run, once its rows are counted. */
export function inputAsRead(file: OpenedTable, reading: TableReading, counted: Counted): Input {
  const { accepted, rejected } = counted;
  return { ...inputOf(file), rows: reading.rows, accepted, rejected, notes: [...file.notes, ...readingNotes(file, reading, counted)] };
}

/** What is to be said of how a file was read. */
function readingNotes(
  { headings }: OpenedTable,
  reading: TableReading,
  { shorter, respelled, firstRespelled = ['', ''] }: Counted,
): readonly Text[] {
  const notes: Text[] = [];
  if (reading.blankRows > 0)
    notes.push({
      zh: `跳过 ${reading.blankRows} 个空行`,
      en: `${reading.blankRows} blank ${reading.blankRows === 1 ? 'row' : 'rows'} skipped`,
    });
  if (shorter > 0)
    notes.push({
      zh: `${shorter} 行的村没有写全（如缺乡镇），按唯一相符的村计入`,
      en: `${shorter} ${shorter === 1 ? 'row names its' : 'rows name their'} village with fewer parts than the village has; the only one that fits was taken`,
    });
  if (respelled > 0) {
    const [written, as] = firstRespelled.map(maskIdentityNumbers) as [string, string];
    notes.push({
      zh: `${respelled} 行的地名只是写法不同（全角半角、空格、括号，如“${written}”即“${as}”），按同一个地方计入`,
      en: `${respelled} ${respelled === 1 ? 'row writes its' : 'rows write their'} place otherwise (width, blanks, brackets: "${written}" is "${as}"); it is the same place`,
    });
  }
  if (reading.blankThroughout.length > 0)
    notes.push({
      zh: `整列为空，按“不知道”处理：${reading.blankThroughout.join('、')}`,
      en: `blank throughout, so not known: ${reading.blankThroughout.join(', ')}`,
    });
  if (reading.households !== undefined)
    notes.push({
      zh: `一人一行，按户编号合并为 ${reading.households} 户`,
      en: `a row per member, folded into ${reading.households} ${reading.households === 1 ? 'household' : 'households'}`,
    });
  if (reading.surplusRows > 0)
    notes.push({
      zh: `${reading.surplusRows} 行末尾有多余的空单元格，已忽略`,
      en: `${reading.surplusRows} ${reading.surplusRows === 1 ? 'row ends' : 'rows end'} with surplus blank cells, left aside`,
    });
  const turned = new Set(headings.flatMap(({ column, unit }) => (unit.inverted ? [column] : [])));
  const [asked, opposite] = [false, true].map((isTurned) => reading.tickColumns.filter((column) => turned.has(column) === isTurned)) as [
    string[],
    string[],
  ];
  if (asked.length > 0)
    notes.push({
      zh: `只有“√”和空格的列，空格按“否”：${asked.join('、')}`,
      en: `nothing but ticks and blanks, so a blank is "no": ${asked.join(', ')}`,
    });
  if (opposite.length > 0)
    notes.push({
      zh: `表头问的是相反的情况（如“是否危房”）、只有“√”和空格的列，“√”按不达标、空格按达标：${opposite.join('、')}`,
      en: `nothing but ticks and blanks under a heading that asks the opposite, so a tick is "no" and a blank "yes": ${opposite.join(', ')}`,
    });
  return [...notes, ...describeChanges(reading.changes)];
}
