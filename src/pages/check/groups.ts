import { wording } from '../../input/finding.ts';
import type { Finding } from '../../input/finding.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { fill } from '../../page/lines.ts';
import { columnName } from '../../report/column-text.ts';
import { FindingGatherer } from '../../report/finding-groups.ts';
import type { FindingGroup } from '../../report/finding-groups.ts';
import { findingLines, SEVERITY_NAMES } from '../../report/findings-text.ts';
import { plainText } from '../../page/page.ts';
import type { Block, Inline, Paragraph } from '../../page/page.ts';
import type { Checked } from './checked.ts';
import { apart, countsBlock, inputBlocks } from './page.ts';

/** Gathers findings by kind: what is wrong, in which column. */
async function groupFindings(findings: AsyncIterable<Finding>): Promise<readonly FindingGroup[]> {
  const gatherer = new FindingGatherer();
  for await (const finding of findings) gatherer.add(finding);
  return gatherer.groups;
}

/** A page that fits a screen or two. */
const MOST_LINES = 50;
/** What the kinds may take up, however much there is to say of the files. */
const FEWEST_FOR_KINDS = 24;
/** Of how a file was read, so many lines. */
const MOST_ABOUT_COLUMNS = 3;

/** Findings for a person at a terminal: by kind, no more than a screen of that width or two holds. */
export async function* screenPage(checked: Checked, width: number): AsyncGenerator<Block> {
  const { lang } = checked;
  const groups = await groupFindings(checked.findings());
  const about = [...inputBlocks(checked)].flatMap(({ text, indent = 0 }) => {
    const lines = fill(' '.repeat(indent) + plainText(text), width).split('\n');
    return lines.length > MOST_ABOUT_COLUMNS ? [...lines.slice(0, MOST_ABOUT_COLUMNS - 1), `${lines[MOST_ABOUT_COLUMNS - 1]} …`] : lines;
  });
  yield* groupBlocks(groups, Math.max(FEWEST_FOR_KINDS, MOST_LINES - about.length - 2), lang, width);
  const room = MOST_LINES - FEWEST_FOR_KINDS;
  const shown = about.slice(0, room).map((text): Block => ({ kind: 'paragraph', text, breaks: 'nowhere' }));
  if (about.length > room)
    shown.push({
      kind: 'paragraph',
      text: { zh: '… 各文件的读法：--each', en: '… how each file was read: --each' }[lang],
      breaks: 'nowhere',
    });
  yield* apart([...shown, countsBlock(checked)]);
}

/** Findings by kind in so many lines: the gravest and most frequent, each with its first rows and its way out once. */
function* groupBlocks(groups: readonly FindingGroup[], lines: number, lang: Lang, width: number): Iterable<Block> {
  let [shown, taken] = [0, 0];
  for (const group of groups) {
    const block = blockOf(group, lang);
    const needed = block.reduce((sum, { text, indent = 0 }) => sum + fill(plainText(text), width - indent).split('\n').length, 0);
    if (shown > 0 && taken + needed > lines) break;
    yield* block;
    taken += needed;
    shown++;
  }
  const rest = groups.slice(shown);
  if (rest.length === 0) return;
  const count = rest.reduce((sum, group) => sum + group.count, 0);
  const more = {
    zh: `另有 ${rest.length} 类 ${count} 条没有显示。逐条列出：--each`,
    en: `${rest.length} more ${rest.length === 1 ? 'kind' : 'kinds'}, ${count} ${count === 1 ? 'finding' : 'findings'}, not shown. One by one: --each`,
  };
  yield { kind: 'paragraph', text: more[lang] };
}

type Said = Paragraph & Block;

function blockOf({ first, count, rows }: FindingGroup, lang: Lang): readonly Said[] {
  const put = (text: Inline, indent: number): Said => ({ kind: 'paragraph', text, indent });
  if (count === 1) {
    const [what, hint] = findingLines(first, lang);
    return [put(what, 0), put(hint, 4)];
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
    put([{ text: `${SEVERITY_NAMES[first.severity][lang]} ×${count}`, tone: 'strong' }, `${accepted}${column}`], 0),
    put({ zh: `如：${message.zh}`, en: `such as: ${message.en}` }[lang], 4),
    ...(where === '' ? [] : [put(where + more, 4)]),
    put(`→ ${hint[lang]}`, 4),
  ];
}
