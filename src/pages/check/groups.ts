import { wording } from '../../input/finding.ts';
import type { Finding } from '../../input/finding.ts';
import type { Severity } from '../../input/findings.ts';
import { maskNumbersIn } from '../../input/mask.ts';
import type { Lang, Text } from '../../vocabulary/text.ts';
import { fill, fillItems } from '../../page/lines.ts';
import { columnName } from '../../report/column-text.ts';
import { FindingGatherer } from '../../report/finding-groups.ts';
import type { FindingGroup } from '../../report/finding-groups.ts';
import { plainText } from '../../page/page.ts';
import type { Block, Paragraph, Tone } from '../../page/page.ts';
import type { Checked } from './checked.ts';
import { apart, countsText, inputBlocks } from './page.ts';

/** So many different errors are listed each; of more, the kinds. */
const FEW_ERRORS = 8;

/** Gathers findings by kind: what is wrong, in which column; a few errors by what they say too. */
async function groupFindings(
  findings: AsyncIterable<Finding>,
): Promise<{ readonly groups: readonly FindingGroup[]; readonly isEachError: boolean }> {
  const [each, kinds] = [new FindingGatherer({ eachError: true }), new FindingGatherer()];
  for await (const finding of findings) for (const gatherer of [each, kinds]) gatherer.add(finding);
  const isEachError = each.groups.filter(({ first }) => first.severity === 'error').length <= FEW_ERRORS;
  return { groups: (isEachError ? each : kinds).groups, isEachError };
}

/** A page that fits a screen or two. */
const MOST_LINES = 50;
/** What the kinds may take up, however much there is to say of the files. */
const FEWEST_FOR_KINDS = 24;
/** The summary, what stands over each severity, and the blanks between. */
const OF_ITS_OWN = 7;
/** Of how a file was read, so many lines. */
const MOST_ABOUT_COLUMNS = 3;

/** Findings for a person at a terminal: how many, then by kind, no more than a screen of that width or two holds, then how the files were read. */
export async function* screenPage(checked: Checked, width: number): AsyncGenerator<Block> {
  const { lang, counts } = checked;
  const { groups, isEachError } = await groupFindings(checked.findings());
  const about = [...inputBlocks(checked)].flatMap(({ text, indent = 0 }) => {
    const lines = fillItems(plainText(text), { zh: '；', en: '; ' }[lang], width - indent).map((line) => ' '.repeat(indent) + line);
    return lines.length > MOST_ABOUT_COLUMNS
      ? [...lines.slice(0, MOST_ABOUT_COLUMNS - 1), `${lines[MOST_ABOUT_COLUMNS - 1]!.trimEnd()} …`]
      : lines;
  });
  const summary = countsText(checked);
  const meaning = {
    zh: '错误的行不计入；警告的行照常计入',
    en: 'rows with errors are not counted; rows with warnings are',
  }[lang];
  const isRejected = counts.error + counts.warning > 0;
  yield { kind: 'paragraph', text: [{ text: summary, tone: 'strong' }, ...(isRejected ? [`    ${meaning}`] : [])] };
  const blocks = groups.map((group) => ({ group, block: blockOf(group, isEachError, lang) }));
  yield* groupBlocks(blocks, Math.max(FEWEST_FOR_KINDS, MOST_LINES - about.length - OF_ITS_OWN), lang, width);
  const room = MOST_LINES - FEWEST_FOR_KINDS;
  const shown = about.slice(0, room).map((text): Block => ({ kind: 'paragraph', text, breaks: 'nowhere' }));
  if (about.length > room)
    shown.push({
      kind: 'paragraph',
      text: { zh: '… 各文件的读法：--each', en: '… how each file was read: --each' }[lang],
      breaks: 'nowhere',
    });
  yield* apart(shown);
}

/** What stands over the findings of one severity. */
const HEADINGS: Readonly<Record<Severity, Text>> = {
  error: { zh: '错误', en: 'Errors' },
  warning: { zh: '警告', en: 'Warnings' },
  note: { zh: '提示', en: 'Notes' },
};
const HEADING_TONES = { error: 'not-met', warning: 'strong', note: 'strong' } as const satisfies Readonly<Record<Severity, Tone>>;

/** Findings by kind in so many lines: the gravest and most frequent, each with its first rows and its way out once. */
function* groupBlocks(
  groups: readonly { readonly group: FindingGroup; readonly block: readonly Said[] }[],
  lines: number,
  lang: Lang,
  width: number,
): Iterable<Block> {
  let [shown, taken] = [0, 0];
  let severity: Severity | undefined;
  for (const { group, block } of groups) {
    const needed = block.reduce((sum, { text, indent = 0 }) => sum + fill(plainText(text), width - indent).split('\n').length, 0);
    if (shown > 0 && taken + needed > lines) break;
    const own = group.first.severity;
    if (own !== severity)
      yield { kind: 'paragraph', text: [{ text: HEADINGS[own][lang], tone: HEADING_TONES[own] }], isApart: severity === undefined };
    severity = own;
    yield* block;
    taken += needed;
    shown++;
  }
  const rest = groups.slice(shown);
  if (rest.length === 0) return;
  const count = rest.reduce((sum, { group }) => sum + group.count, 0);
  const more = {
    zh: `另有 ${rest.length} 类 ${count} 条没有显示。逐条列出：--each`,
    en: `${rest.length} more ${rest.length === 1 ? 'kind' : 'kinds'}, ${count} ${count === 1 ? 'finding' : 'findings'}, not shown. One by one: --each`,
  };
  yield { kind: 'paragraph', text: more[lang] };
}

type Said = Paragraph & Block;

/** An error with where it stands first; of a kind first how many there are. */
function blockOf(group: FindingGroup, isEachError: boolean, lang: Lang): readonly Said[] {
  const { first, count } = group;
  const { message, hint } = wording(first);
  const colon = { zh: '：', en: ': ' }[lang];
  const column = first.column === undefined ? '' : `${columnName(first.column, lang)}${colon}`;
  const accepted = first.accepted === undefined ? '' : { zh: `（已接受：${first.accepted}）`, en: ` (accepted: ${first.accepted})` }[lang];
  const what = `${column}${message[lang]}${accepted}`;
  const where = whereText(group, lang);
  if (first.severity === 'error' && isEachError) {
    const at = first.key === undefined || count > 1 ? where : `${where} [${maskNumbersIn(first.key, 'line')}]`;
    return [
      { kind: 'paragraph', text: [at, what].filter(Boolean).join('  '), indent: 2 },
      { kind: 'paragraph', text: `→ ${hint[lang]}`, indent: 6 },
    ];
  }
  const marker = `${`${count}×`.padStart(6)}  `;
  return [
    { kind: 'paragraph', text: what, marker, indent: marker.length },
    ...(where === '' ? [] : [{ kind: 'paragraph' as const, text: where, indent: marker.length }]),
    { kind: 'paragraph', text: `→ ${hint[lang]}`, indent: marker.length },
  ];
}

/** villages.csv 第 3、4、6 行 等 */
function whereText({ first, count, rows }: FindingGroup, lang: Lang): string {
  if (rows.size === 0) return first.sheet === undefined ? first.file : `${first.file} [${first.sheet}]`;
  const named = [...rows.values()].reduce((sum, one) => sum + one.length, 0);
  const where = [...rows]
    .map(
      ([file, numbers]) =>
        ({ zh: `${file} 第 ${numbers.join('、')} 行`, en: `${file} ${numbers.length === 1 ? 'row' : 'rows'} ${numbers.join(', ')}` })[lang],
    )
    .join({ zh: '；', en: '; ' }[lang]);
  const more = { zh: ` 等 ${count} 处（--each 逐条列出）`, en: ` … ${count} in all (--each lists them)` }[lang];
  return count > named ? where + more : where;
}
