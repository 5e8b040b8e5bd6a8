import { wording } from '../input/findings.ts';
import type { Finding, Severity } from '../input/findings.ts';
import { tables } from '../input/tables/index.ts';
import type { Lang } from '../vocabulary/text.ts';
import { csvText } from './csv-text.ts';

/** Findings as the columns of CSV and the keys of JSON. */
export const FINDING_COLUMNS = ['severity', 'code', 'file', 'line', 'row', 'column', 'value', 'key', 'message', 'hint'] as const;

const SEVERITIES: Readonly<Record<Severity, Readonly<Record<Lang, string>>>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  note: { zh: '提示', en: 'note' },
};

/** A finding with its sentences, in the order of its columns. */
export function findingRecord(finding: Finding, lang: Lang): Readonly<Record<(typeof FINDING_COLUMNS)[number], string | number | null>> {
  const { message, hint } = wording(finding);
  const { severity, code, file, line = null, row = null, column = null, value = null, key = null } = finding;
  return { severity, code, file, line, row, column, value, key, message: message[lang], hint: hint[lang] };
}

/** A finding as a person reads it: where, what, and how to mend it. */
export function findingLines(finding: Finding, lang: Lang): string {
  const { message, hint } = wording(finding);
  const where = placeOf(finding, lang);
  const colon = { zh: '：', en: ': ' }[lang];
  return `${where}${colon}${SEVERITIES[finding.severity][lang]}${colon}${message[lang]}\n    → ${hint[lang]}`;
}

function placeOf({ file, row, line, column, key }: Finding, lang: Lang): string {
  const parts = [file];
  if (row !== undefined) parts.push({ zh: `第 ${row} 行`, en: `row ${row}` }[lang]);
  if (line !== undefined && line !== row) parts.push({ zh: `（文件第 ${line} 行）`, en: `(line ${line})` }[lang]);
  if (column !== undefined) parts.push(columnName(column, lang));
  if (key !== undefined) parts.push(`[${key}]`);
  return parts.join(' ');
}

/** The column as the reader knows it: the canonical name, in Chinese beside its heading. */
function columnName(column: string, lang: Lang): string {
  if (lang === 'en') return column;
  const label = Object.values(tables).find((table) => column in table.columns)?.columns[column]?.label.zh;
  return label ? `${label}（${column}）` : column;
}

export const findingsCsvHeader = (): string => csvText([[...FINDING_COLUMNS]]);

export const findingCsv = (finding: Finding, lang: Lang): string => {
  const record = findingRecord(finding, lang);
  return csvText([FINDING_COLUMNS.map((column) => String(record[column] ?? ''))]);
};
