import { shownValueOf, wording } from '../../input/finding.ts';
import { textIn } from '../../vocabulary/text.ts';
import type { Finding } from '../../input/finding.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { columnName } from '../../report/column-text.ts';
import type { DocumentBlock, Grid, GridCell } from '../../page/document.ts';
import { acceptedText, groupText } from '../../report/finding-groups.ts';
import type { FindingGroup } from '../../report/finding-groups.ts';
import { SEVERITY_NAMES } from '../../report/findings-text.ts';

/** Findings by kind: how many, what, where the first are, and how to mend them. `each`: all of one kind, where they are at hand. */
export function findingsBlocks(
  groups: readonly FindingGroup[],
  lang: Lang,
  each?: (group: FindingGroup) => readonly Finding[],
): readonly DocumentBlock[] {
  if (groups.length === 0) return [];
  const grid: Grid = {
    kind: 'grid',
    title: { zh: '按类归并', en: 'By kind' }[lang],
    columns: [
      { head: { zh: '级别', en: 'Level' }[lang], as: 'name' },
      { head: { zh: '条数', en: 'Count' }[lang], as: 'number' },
      { head: { zh: '内容', en: 'What' }[lang], as: 'text' },
      { head: { zh: '在哪里', en: 'Where' }[lang], as: 'text' },
      { head: { zh: '改法', en: 'How to mend it' }[lang], as: 'text' },
    ],
    groups: [{ rows: groups.map((group) => rowOf(group, lang)) }],
  };
  return [grid, ...(each ? groups.map((group) => foldOf(group, each(group), lang)) : [])];
}

function rowOf(group: FindingGroup, lang: Lang): readonly GridCell[] {
  const { level, accepted, count, what, where, hint } = groupText(group, lang);
  return [
    { text: level, ...(accepted !== undefined && { asides: [accepted] }) },
    { text: String(count), order: count },
    { text: what },
    { text: where },
    { text: hint },
  ];
}

/** All findings of a kind, one by one. */
function foldOf({ first, count }: FindingGroup, findings: readonly Finding[], lang: Lang): DocumentBlock {
  const column = first.column === undefined ? '' : ` ${columnName(first.column, lang)}`;
  const withheld = count - findings.length;
  const title = `${SEVERITY_NAMES[first.severity][lang]} ${first.code}${column}`;
  const grid: Grid = {
    kind: 'grid',
    title,
    isTitleQuiet: true,
    columns: [
      { head: { zh: '文件', en: 'File' }[lang], as: 'name' },
      { head: { zh: '行', en: 'Row' }[lang], as: 'number' },
      { head: { zh: '哪一条', en: 'Which' }[lang], as: 'text' },
      { head: { zh: '值', en: 'Value' }[lang], as: 'text' },
      { head: { zh: '内容', en: 'What' }[lang], as: 'text' },
      { head: { zh: '改法', en: 'How to mend it' }[lang], as: 'text' },
    ],
    groups: [{ rows: findings.map((finding) => findingRow(finding, lang)) }],
  };
  const rest = withheld > 0 ? [{ kind: 'paragraph', text: withheldText(withheld, lang) } as const] : [];
  return {
    kind: 'fold',
    summary: [title, { text: { zh: `${count} 条，逐条`, en: `all ${count}` }[lang], tone: 'quiet' }],
    blocks: [...(findings.length > 0 ? [grid] : []), ...rest],
  };
}

const withheldText = (count: number, lang: Lang): string =>
  ({ zh: `还有 ${count} 条没有列出（--max-findings 0 列出全部）`, en: `${count} more not listed (--max-findings 0 lists all)` })[lang];

function findingRow(finding: Finding, lang: Lang): readonly GridCell[] {
  const { message, hint } = wording(finding);
  const { file, sheet, row, line, key, accepted } = finding;
  const atLine = line !== undefined && line !== row ? [{ zh: `文件第 ${line} 行`, en: `line ${line}` }[lang]] : [];
  return [
    { text: sheet === undefined ? file : `${file} [${sheet}]` },
    { text: row === undefined ? '' : String(row), ...(row !== undefined && { order: row }), asides: atLine },
    { text: key ?? '' },
    { text: textIn(shownValueOf(finding), lang) ?? '' },
    { text: message[lang], ...(accepted !== undefined && { asides: [acceptedText(accepted, lang)] }) },
    { text: hint[lang] },
  ];
}
