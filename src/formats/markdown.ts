import type { Lang } from '../vocabulary/text.ts';
import { footnoteText } from '../page/footnotes.ts';
import type { Format, Surface } from '../page/format.ts';
import { gated } from '../page/gate.ts';
import type {
  Block,
  Cell,
  Figure,
  Figures,
  Inline,
  Matrix,
  Notes,
  Overview,
  OverviewRow,
  Page,
  Paragraph,
  Run,
  Sign,
  Table,
  Tallies,
} from '../page/page.ts';
import { SIGNS } from '../page/signs.ts';
import { sparkline } from './text/sparkline.ts';
import { linesOf } from './text/widths.ts';

/** For pages of text that others put together: the page in Markdown, whatever the width. */
export const markdown: Format<'page'> = gated({
  id: 'markdown',
  ending: '.md',
  of: 'page',
  write: ({ page }, surface) => pieces(page(), surface),
});

async function* pieces(page: Page, { lang }: Surface): AsyncGenerator<string> {
  let before: Block | undefined;
  for await (const block of page) {
    // Items of one list stand close together; everything else stands apart.
    const isNext = before !== undefined && isItem(before) && isItem(block) && block.isApart !== true;
    yield `${before === undefined ? '' : isNext ? '\n' : '\n\n'}${written(block, lang)}`;
    before = block;
  }
  yield '\n';
}

function written(block: Block, lang: Lang): string {
  if (block.kind === 'title') return `${'#'.repeat(block.level)} ${inline(plain(block.text), ' ')}`;
  if (block.kind === 'paragraph') return paragraph(block);
  if (block.kind === 'table') return table(block);
  if (block.kind === 'figures') return figures(block, lang);
  if (block.kind === 'matrix') return matrix(block);
  if (block.kind === 'overview') return overview(block);
  if (block.kind === 'tallies') return tallies(block);
  return notes(block);
}

/** What numbers stand for as a numbered list; what a star stands for before it. */
const notes = ({ notes: numbered, starred = [] }: Notes): string =>
  [
    ...starred.map((note) => `${String.raw`\*`} ${escaped(note, ' ')}\n`),
    ...numbered.map((note, at) => `${at + 1}. ${escaped([note].flat().join('\n'), '\\\n   ')}`),
  ].join('\n');

/** Columns from which on what is set in belongs to an item, and not to the paragraph above. */
const NESTED = 4;

/** Whether a block is an item of a list: it is set in, and not only from its second line on. */
const isItem = (block: Block): boolean =>
  block.kind === 'paragraph' && block.marker !== '' && (block.indent ?? 0) + (block.marker ?? '').length > 0;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A line for each place: number and sign in one cell, what it is made of in the next. */
function overview({ name, where, columns, rows, total }: Overview): string {
  const all = total ? [...rows, total] : rows;
  const shown = columns.map(({ head, limit }, at) => ({
    heading: `${escaped(head, ' ')}${limit ? ` ${inline([limit], ' ')}` : ''}`,
    hasMore: all.some(({ figures: own }) => beside(own[at]!) !== ''),
  }));
  const line = (one: OverviewRow, isTotal: boolean): string =>
    row([
      isTotal ? `**${escaped(one.name, ' ')}**` : escaped(one.name, ' '),
      ...(where === undefined ? [] : [escaped(one.where ?? '', ' ')]),
      ...shown.flatMap(({ hasMore }, at) => [numberOf(one.figures[at]!), ...(hasMore ? [beside(one.figures[at]!)] : [])]),
    ]);
  return [
    row([
      escaped(name, ' '),
      ...(where === undefined ? [] : [escaped(where, ' ')]),
      ...shown.flatMap(({ heading, hasMore }) => [heading, ...(hasMore ? [''] : [])]),
    ]),
    row(['---', ...(where === undefined ? [] : ['---']), ...shown.flatMap(({ hasMore }) => ['---:', ...(hasMore ? ['---'] : [])])]),
    ...rows.map((one) => line(one, false)),
    ...(total ? [line(total, true)] : []),
  ].join('\n');
}

const numberOf = ({ value, sign, footnotes, chart }: Figure): string =>
  [chart ? sparkline(chart) : '', escaped(value, ' '), sign === undefined ? '' : SIGNS[sign], footnoteText(footnotes)]
    .filter(Boolean)
    .join(' ');

const beside = ({ counts = '', unknown = '', aside }: Figure): string => escaped([counts + unknown, aside].filter(Boolean).join(' '), ' ');

/** Signs alone: what is met is a point. */
function matrix({ heads, criteria, rows }: Matrix): string {
  const sign = (one: Sign | undefined): string => (one === undefined ? '' : one === 'met' ? '.' : SIGNS[one]);
  const rule = (count: number): readonly string[] => Array.from({ length: count }, () => ':---:');
  return [
    row([heads.number, heads.criterion, heads.notMet, heads.undetermined]),
    row(['---:', '---', '---:', '---:']),
    ...criteria.map(({ number, label, notMet, undetermined }) =>
      row([String(number), escaped(label, ' '), String(notMet), String(undetermined)]),
    ),
    '',
    row([heads.place, heads.verdict, ...criteria.map(({ number }) => String(number)), heads.short]),
    row(['---', ':---:', ...rule(criteria.length), '---']),
    ...rows.map((one) =>
      row([
        escaped(one.name, ' '),
        one.sign === undefined ? '' : SIGNS[one.sign],
        ...one.signs.map(sign),
        escaped(one.instead ?? one.short, ' '),
      ]),
    ),
  ].join('\n');
}

const tallies = ({ heads, tallies: own }: Tallies): string =>
  [
    row(heads.map((head) => escaped(head, ' '))),
    row(['---', '---:', '---:', '---:', '---:', '---']),
    ...own.map(({ label, total, met, notMet, undetermined, limit }) =>
      row([escaped(label, ' '), escaped(total, ' '), String(met), String(notMet), String(undetermined), escaped(limit, ' ')]),
    ),
  ].join('\n');

function paragraph(block: Paragraph): string {
  const { text, marker = '', indent = 0 } = block;
  if (!isItem(block)) return atStart(inline(text, '\\\n'));
  const margin = indent >= NESTED ? '  ' : '';
  const number = marker.trim() === '' ? '' : `${marker.trim()} `;
  return `${margin}- ${number}${inline(text, `\\\n${margin}  `)}`;
}

function table({ columns, groups }: Table): string {
  const heading = (text: string): string => row([`**${escaped(text, ' ')}**`, ...columns.slice(1).map(() => '')]);
  return [
    row(columns.map(({ head }) => escaped(head, ' '))),
    row(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...groups.flatMap((group) => [
      ...(group.heading === undefined ? [] : [heading(group.heading)]),
      ...group.rows.map((cells) => row(cells.map(cellText))),
    ]),
  ].join('\n');
}

const cellText = (cell: Cell): string =>
  linesOf(cell)
    .map((line) => inline([line], '<br>'))
    .filter((line) => line !== '')
    .join('<br>');

const figures = ({ groups }: Figures, lang: Lang): string =>
  groups
    .map(({ heading, figures: own }) => {
      const items = own.map(
        ({ label, words }) => `- ${escaped(label, ' ')}${{ zh: '：', en: ': ' }[lang]}${escaped(words.join('').trim(), ' ')}`,
      );
      return [...(heading === undefined ? [] : [`## ${escaped(heading, ' ')}\n`]), ...items].join('\n');
    })
    .join('\n\n');

/** The words of a title: it is strong already. */
const plain = (text: Inline): Inline => (typeof text === 'string' ? text : text.map((run) => (typeof run === 'string' ? run : run.text)));

function inline(text: Inline, lineBreak: string): string {
  if (typeof text === 'string') return escaped(text, lineBreak);
  return text.map((run) => (typeof run === 'string' ? escaped(run, lineBreak) : runText(run, lineBreak))).join('');
}

function runText({ text, tone, sign, footnote }: Run, lineBreak: string): string {
  const words = escaped(text, lineBreak);
  return `${sign === undefined ? '' : SIGNS[sign]}${tone === 'strong' ? `**${words}**` : words}${footnote === undefined ? '' : ` [${footnote}]`}`;
}

/** Signs that Markdown reads as its own, wherever they stand. An underscore within a word is none. */
const SPECIAL = /[\\`*|<>~[\]]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gu;

const escaped = (text: string, lineBreak: string): string => text.replaceAll(SPECIAL, String.raw`\$&`).replaceAll(/\s*\n\s*/gu, lineBreak);

/** Signs that make a list or a heading of a line that begins with them. */
const atStart = (text: string): string => text.replace(/^(\d*)([#+\-.)])(?=\s)/u, String.raw`$1\$2`);
