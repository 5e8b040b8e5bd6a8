import type { ReadColumn } from '../../tally/tally.ts';
import { findingLines, withheldText } from '../../report/findings-text.ts';
import type { Block, Paragraph } from '../../page/page.ts';
import { shownOf } from './checked.ts';
import type { Checked } from './checked.ts';

/** How far in stands what belongs to the line above. */
const DETAIL = 4;

/** A line that is not broken: it may be looked for in a file. */
const line = (text: string, indent = 0): Paragraph & Block => ({ kind: 'paragraph', text, indent, breaks: 'nowhere' });

/** Findings for people: one by one, then how each file was read. */
export async function* checkPage(checked: Checked): AsyncGenerator<Block> {
  const findings = shownOf(checked);
  let next = await findings.next();
  for (; next.done !== true; next = await findings.next()) {
    const [what, hint] = findingLines(next.value, checked.lang);
    yield line(what);
    yield line(hint, DETAIL);
  }
  if (next.value > 0) yield line(withheldText(next.value, checked.lang));
  yield* apart([...inputBlocks(checked), line(countsText(checked))]);
}

/** Blocks with room before the first. */
export const apart = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block, at) => (at === 0 ? { ...block, isApart: true } : block));

/** How each file was read, a line each. */
export function* inputBlocks({ inputs, lang }: Checked): Iterable<Paragraph & Block> {
  for (const { file, sheet, table, encoding, rows, accepted, rejected, columns, notes } of inputs) {
    const name = sheet === undefined ? file : `${file} [${sheet}]`;
    if (table === 'profile') {
      yield line({ zh: `${file}：设置`, en: `${file}: profile` }[lang]);
      continue;
    }
    const kind = { villages: '村表', households: '户表', projects: '项目表', tallies: '汇总表' }[table];
    yield line(
      {
        zh: `${name}：${kind}，${encoding}，${rows} 行，通过 ${accepted}，未通过 ${rejected}`,
        en: `${name}: ${table}, ${encoding}, ${rows} rows, ${accepted} accepted, ${rejected} rejected`,
      }[lang],
    );
    yield line({ zh: '列：', en: 'columns: ' }[lang] + columns.map(readAs).join({ zh: '；', en: '; ' }[lang]), DETAIL);
    for (const note of notes) yield line(note[lang], DETAIL);
  }
}

/** How many findings of each severity there are. */
export function countsText({ counts, lang }: Checked): string {
  const accepted =
    counts.accepted === 0 ? { zh: '', en: '' } : { zh: `，其中已接受 ${counts.accepted}`, en: `, ${counts.accepted} of them accepted` };
  return {
    zh: `错误 ${counts.error}，警告 ${counts.warning}，提示 ${counts.note}${accepted.zh}`,
    en: `errors ${counts.error}, warnings ${counts.warning}, notes ${counts.note}${accepted.en}`,
  }[lang];
}

/** How a heading was understood, where that is more than its own name. */
function readAs({ heading, column, factor, inverted }: ReadColumn): string {
  const marks = [...(factor === 1 ? [] : [`×${factor}`]), ...(inverted ? ['¬'] : [])];
  return heading === column && marks.length === 0 ? column : `${heading} → ${[column, ...marks].join(' ')}`;
}
