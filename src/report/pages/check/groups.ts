import { Chalk } from 'chalk';
import { wording } from '../../../input/findings.ts';
import type { Finding, Severity } from '../../../input/findings.ts';
import type { Lang } from '../../../vocabulary/text.ts';
import { fill } from '../../draw.ts';
import { columnName, findingLines, SEVERITIES } from '../../findings-text.ts';
import type { Surface } from '../../format.ts';

/** Findings of one kind: how many, and where the first of them stand. */
export interface FindingGroup {
  readonly first: Finding;
  count: number;
  /** The first rows, by file and sheet. */
  readonly rows: Map<string, number[]>;
}

/** Rows named of a kind; the others are counted. */
const ROWS_NAMED = 8;
const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/** Gathers findings by kind: what is wrong, in which column. Only the first of each is kept. */
export async function groupFindings(findings: AsyncIterable<Finding>): Promise<readonly FindingGroup[]> {
  const groups = new Map<string, FindingGroup>();
  for await (const finding of findings) {
    const key = [finding.severity, finding.code, finding.column, finding.accepted].join('\u001f');
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { first: finding, count: 0, rows: new Map<string, number[]>() }));
    group.count++;
    const file = finding.sheet === undefined ? finding.file : `${finding.file} [${finding.sheet}]`;
    const named = [...group.rows.values()].reduce((sum, rows) => sum + rows.length, 0);
    if (finding.row === undefined || named >= ROWS_NAMED) continue;
    const rows = group.rows.get(file) ?? [];
    if (!rows.includes(finding.row)) rows.push(finding.row);
    group.rows.set(file, rows);
  }
  return [...groups.values()].toSorted((a, b) => ORDER.indexOf(a.first.severity) - ORDER.indexOf(b.first.severity) || b.count - a.count);
}

/** Findings by kind on a page of so many lines: the gravest and most frequent, each with its first rows and its way out once. */
export function groupedPage(groups: readonly FindingGroup[], lines: number, lang: Lang, { width, color }: Surface): string {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const page: string[] = [];
  let shown = 0;
  for (const group of groups) {
    const block = blockOf(group, lang, width, chalk);
    if (shown > 0 && page.length + block.length > lines) break;
    page.push(...block);
    shown++;
  }
  const rest = groups.slice(shown);
  if (rest.length > 0) {
    const count = rest.reduce((sum, group) => sum + group.count, 0);
    const more = {
      zh: `另有 ${rest.length} 类 ${count} 条没有显示。逐条列出：--each`,
      en: `${rest.length} more ${rest.length === 1 ? 'kind' : 'kinds'}, ${count} ${count === 1 ? 'finding' : 'findings'}, not shown. One by one: --each`,
    };
    page.push(...fill(more[lang], width, lang).split('\n'));
  }
  return page.map((line) => `${line}\n`).join('');
}

function blockOf({ first, count, rows }: FindingGroup, lang: Lang, width: number, chalk: InstanceType<typeof Chalk>): readonly string[] {
  const put = (text: string, indent: number): readonly string[] =>
    fill(text, width - indent, lang)
      .split('\n')
      .map((line) => ' '.repeat(indent) + line);
  if (count === 1) {
    const [what = '', hint = ''] = findingLines(first, lang).split('\n    → ');
    return [...put(what, 0), ...put(`→ ${hint}`, 4)];
  }
  const { message, hint } = wording(first);
  const column = first.column === undefined ? '' : `  ${columnName(first.column, lang)}`;
  const accepted = first.accepted === undefined ? '' : { zh: `（已接受：${first.accepted}）`, en: ` (accepted: ${first.accepted})` }[lang];
  const named = [...rows.values()].reduce((sum, one) => sum + one.length, 0);
  const where = [...rows]
    .map(
      ([file, numbers]) =>
        ({ zh: `${file} 第 ${numbers.join('、')} 行`, en: `${file} ${numbers.length === 1 ? 'row' : 'rows'} ${numbers.join(', ')}` })[lang],
    )
    .join({ zh: '；', en: '; ' }[lang]);
  const more = count > named && named > 0 ? { zh: ` 等 ${count} 处`, en: ` … ${count} in all` }[lang] : '';
  return [
    ...put(`${chalk.bold(`${SEVERITIES[first.severity][lang]} ×${count}`)}${accepted}${column}`, 0),
    ...put({ zh: `如：${message.zh}`, en: `such as: ${message.en}` }[lang], 4),
    ...(where === '' ? [] : put(where + more, 4)),
    ...put(`→ ${hint[lang]}`, 4),
  ];
}
