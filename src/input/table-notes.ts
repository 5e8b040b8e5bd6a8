import type { Text } from '../vocabulary/text.ts';
import type { Kind } from '../language/column.ts';
import type { FoundHeader } from './find-header.ts';
import type { Heading } from './heading.ts';
import type { RecordFile } from './record-file.ts';
import { shownHeading } from './shown-value.ts';
import type { Suggestion } from './suggest-heading.ts';
import { suggested, MOST_NAMED } from './refused-table.ts';

/** What was understood about a file as a whole: its sheet, its title rows, hidden rows, headings that nobody knows. */
export function notesOf(
  file: RecordFile,
  { above, height }: FoundHeader,
  unknown: readonly string[],
  suggestions: readonly Suggestion[],
): readonly Text[] {
  const notes: Text[] = [...(file.notes ?? [])];
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

const COUNTED: ReadonlySet<Kind> = new Set<Kind>(['count', 'money', 'quantity', 'rate']);

/** That numbers are kept as binary fractions: what is read of them is a decimal near by. */
export function fractionNotes(fractions: ReadonlySet<number> | undefined, headings: readonly Heading[]): readonly Text[] {
  const named = headings.filter(({ index, definition }) => fractions?.has(index) && COUNTED.has(definition.kind));
  if (named.length === 0) return [];
  const names = named.map(({ written }) => written);
  return [
    {
      zh: `存为二进制小数的列，按 15 位有效数字读取，比最小单位（分）更细的四舍五入：${names.join('、')}（要精确请存为 DECIMAL）`,
      en: `columns kept as binary fractions, read to 15 digits and rounded to the smallest unit (fen): ${names.join(', ')} (DECIMAL keeps them exact)`,
    },
  ];
}
