import { shownValueOf, wording } from '../input/finding.ts';
import type { Severity } from '../input/findings.ts';
import type { Finding } from '../input/finding.ts';
import { columnName } from './column-text.ts';
import { maskIdentityNumbers, maskNumbersIn } from '../input/mask.ts';
import { textIn } from '../vocabulary/text.ts';
import type { Lang } from '../vocabulary/text.ts';
import { gatedLine } from '../page/gate.ts';

/** Findings as the columns of CSV and the keys of JSON. */
export const FINDING_COLUMNS = ['severity', 'code', 'file', 'line', 'row', 'column', 'value', 'key', 'message', 'hint'] as const;

/** What each severity is called. */
export const SEVERITY_NAMES: Readonly<Record<Severity, Readonly<Record<Lang, string>>>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  note: { zh: '提示', en: 'note' },
};

type FindingRecord = Readonly<Record<(typeof FINDING_COLUMNS)[number], string | number | null> & { accepted?: string; sheet?: string }>;

/** A finding with its sentences, in the order of its columns. */
export function findingRecord(finding: Finding, lang: Lang): FindingRecord {
  const { message, hint } = wording(finding);
  const { severity, code, line = null, row = null, column = null } = finding;
  const file = maskIdentityNumbers(finding.file);
  const value = textIn(shownValueOf(finding), lang) ?? null;
  const key = finding.key === undefined ? null : maskNumbersIn(finding.key, 'line');
  const more = {
    ...(finding.sheet !== undefined && { sheet: maskIdentityNumbers(finding.sheet) }),
    ...(finding.accepted !== undefined && { accepted: maskIdentityNumbers(finding.accepted) }),
  };
  return { severity, code, file, line, row, column, value, key, message: message[lang], hint: hint[lang], ...more };
}

/** A finding as a person reads it, a line each: where and what, and how to mend it. */
export function findingLines(finding: Finding, lang: Lang): readonly [string, string] {
  const { message, hint } = wording(finding);
  const where = placeOf(finding, lang);
  const colon = { zh: '：', en: ': ' }[lang];
  const accepted =
    finding.accepted === undefined ? '' : { zh: `（已接受：${finding.accepted}）`, en: ` (accepted: ${finding.accepted})` }[lang];
  const what = `${where}${colon}${SEVERITY_NAMES[finding.severity][lang]}${accepted}${colon}${message[lang]}`;
  return [gatedLine(what), `→ ${gatedLine(hint[lang])}`];
}

function placeOf({ file, sheet, row, line, column, key }: Finding, lang: Lang): string {
  const parts = [sheet === undefined ? file : `${file} [${sheet}]`];
  if (row !== undefined) parts.push({ zh: `第 ${row} 行`, en: `row ${row}` }[lang]);
  if (line !== undefined && line !== row) parts.push({ zh: `（文件第 ${line} 行）`, en: `(line ${line})` }[lang]);
  if (column !== undefined) parts.push(columnName(column, lang));
  if (key !== undefined) parts.push(`[${key}]`);
  return parts.join(' ');
}

/** What is said of findings beyond the limit. */
export const withheldText = (withheld: number, lang: Lang): string =>
  withheld === 0
    ? ''
    : { zh: `还有 ${withheld} 条没有显示（--max-findings 0 显示全部）`, en: `${withheld} more not shown (--max-findings 0 shows all)` }[
        lang
      ];

/** What stands beside a row in an annotated file: each finding and its way out, in one cell. */
export const annotationOf = (findings: readonly Finding[], lang: Lang): string =>
  findings
    .map((finding) => {
      const { message, hint } = wording(finding);
      const column = finding.column === undefined ? '' : `${columnName(finding.column, lang)}${{ zh: '：', en: ': ' }[lang]}`;
      return gatedLine(`${SEVERITY_NAMES[finding.severity][lang]} ${column}${message[lang]}${{ zh: '。', en: '. ' }[lang]}${hint[lang]}`);
    })
    .join({ zh: '；', en: '; ' }[lang]);

/** The heading of that cell. */
export const ANNOTATION_HEADING: Readonly<Record<Lang, string>> = { zh: '错误信息', en: 'errors' };
