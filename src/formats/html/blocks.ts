import type { Lang } from '../../vocabulary/text.ts';
import type { DocumentBlock, Legend, SideBySide } from '../../page/document.ts';
import { columnsOf } from './columns.ts';
import { gridOf } from './grid.ts';
import { CLASSES, glyph, inline } from './inline.ts';
import { markup } from './markup.ts';
import type { Part } from './markup.ts';
import { plainBlock } from './plain.ts';
import type { Outline } from './plain.ts';
import { keyFigure } from './segments.ts';
import { spreadOf } from './spread.ts';

/** A block of a document, drawn. */
export function blockOf(block: DocumentBlock, outline: Outline, lang: Lang): Part {
  const all = (blocks: readonly DocumentBlock[]): Part => blocks.map((one) => blockOf(one, outline, lang));
  if (block.kind === 'grid') return gridOf(block, lang);
  if (block.kind === 'key-figures') return markup`<dl class="keys">${block.figures.map(keyFigure)}</dl>\n`;
  if (block.kind === 'spread') return spreadOf(block);
  if (block.kind === 'columns') return columnsOf(block);
  if (block.kind === 'legend') return legendOf(block);
  if (block.kind === 'side-by-side')
    return markup`<div class="beside${isOfColumns(block) && ' small'}">${block.parts.map((part) => markup`<div>${all(part)}</div>\n`)}</div>\n`;
  if (block.kind === 'fold') return markup`<details><summary>${inline(block.summary)}</summary>\n${all(block.blocks)}</details>\n`;
  return plainBlock(block, outline, lang);
}

/** Small charts stand four beside each other. */
const isOfColumns = ({ parts }: SideBySide): boolean => parts.some(([first]) => first?.kind === 'columns');

const MARKS = {
  met: markup`<circle class="k-ok" cx="11" cy="8" r="4" />`,
  'not-met': markup`<path class="k-no" d="M11 2 17 8 11 14 5 8z" />`,
  undetermined: markup`<line class="range" x1="0" x2="22" y1="8" y2="8" /><circle class="k-un" cx="11" cy="8" r="4" />`,
  'not-assessable': undefined,
  'not-judged': markup`<circle class="k-nj" cx="11" cy="8" r="4" />`,
  amount: markup`<circle class="k-bar" cx="11" cy="8" r="4" />`,
} as const;

const legendOf = ({ of, entries }: Legend): Part =>
  markup`<p class="legend">
    ${entries.map(
      ({ as, text }) =>
        markup`<span
          >${of === 'marks' ? markup`<svg width="22" height="16" aria-hidden="true" focusable="false">${MARKS[as]}</svg>` : as in CLASSES && as !== 'not-judged' && as !== 'amount' && glyph(as)}${text}</span
        > `,
    )}
  </p> `;
