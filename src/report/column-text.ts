import { tables } from '../tables/index.ts';
import type { Lang, Text } from '../vocabulary/text.ts';
import { joinTexts, sameInBoth } from '../vocabulary/text.ts';
import type { ParameterId } from '../language/condition.ts';
import type { TableId } from '../vocabulary/table.ts';

/** A column as its reader calls it: its label, in both languages. */
export const columnLabel = (table: TableId, column: string): Text => tables[table].columns[column]?.label ?? sameInBoth(column);

/** Several columns of a table, as their reader calls them. */
export const columnLabels = (table: TableId, columns: readonly string[]): Text =>
  joinTexts(
    columns.map((column) => columnLabel(table, column)),
    { zh: '、', en: ', ' },
  );

/** A column as a person calls it: its label in Chinese, its own name in English. */
export function columnText(table: TableId, column: string): Text {
  const label = tables[table].columns[column]?.label.zh;
  return label === undefined ? (PARAMETER_NAMES[column] ?? sameInBoth(column)) : { zh: label, en: column };
}

const PARAMETER_NAMES: Readonly<Record<string, Text>> = {
  poverty_line: { zh: '贫困线', en: 'poverty line' },
  floor_area: { zh: '人均住房面积标准', en: 'floor-area standard' },
  monitoring_line: { zh: '监测范围（监测线）', en: 'monitoring line' },
  clearance_months: { zh: '风险消除的最短监测期', en: 'months before a risk may be cleared' },
  recognition_days: { zh: '识别认定时限', en: 'days to recognise' },
  measures_months: { zh: '落实措施时限', en: 'months to take measures' },
};

/** What a dated number is called that rows are compared with. */
export const parameterName = (parameter: ParameterId): Text => PARAMETER_NAMES[parameter]!;

/** The column as the reader knows it: the canonical name, in Chinese beside its heading. */
export function columnName(column: string, lang: Lang): string {
  if (lang === 'en') return column;
  const label = Object.values(tables).find((table) => column in table.columns)?.columns[column]?.label.zh;
  return label ? `${label}（${column}）` : column;
}
