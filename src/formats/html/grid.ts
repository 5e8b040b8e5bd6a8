import type { Lang } from '../../vocabulary/text.ts';
import type { Grid, GridCell, GridColumn } from '../../page/document.ts';
import { inline, noteLinks, signOf, CLASSES } from './inline.ts';
import { markup } from './markup.ts';
import type { Part } from './markup.ts';
import { segments } from './segments.ts';
import { WORDS } from './words.ts';

/** What the cells of a column have, so that all its lines stand below each other. */
interface Shape {
  readonly counts: boolean;
  readonly sign: boolean;
}

/** A table of judged cells. */
export function gridOf(grid: Grid, lang: Lang): Part {
  const { title, isTitleQuiet, columns, groups, foot, isSortable, isTurned, beginsPage } = grid;
  const rows = [...groups.flatMap((group) => group.rows), ...(foot ? [foot] : [])];
  const shapes = columns.map(({ as }, at): Shape => ({
    counts: as === 'number' && rows.some((cells) => cells[at]?.counts !== undefined),
    sign: as === 'number' && rows.some((cells) => cells[at]?.sign !== undefined),
  }));
  const kind = columns.some(({ as }) => as === 'sign') ? ` matrix${isTurned === true ? ' turned' : ''}` : '';
  const row = (cells: readonly GridCell[]): Part =>
    markup`<tr>
      ${cells.map((cell, at) => cellOf(cell, columns[at]!, shapes[at]!, at === 0))}
    </tr> `;
  const bodies = groups.map(
    ({ heading, rows: own }) =>
      markup`<tbody>
        ${
          heading &&
          markup`<tr class="group">
            <th scope="rowgroup" colspan="${columns.length}">${heading.text} <span>${heading.about}</span></th>
          </tr> `
        }${own.map(row)}
      </tbody> `,
  );
  return markup`<div class="wide${beginsPage === true && ' fresh'}" role="region" tabindex="0" aria-label="${title} · ${WORDS.scrolls[lang]}">
<table class="grid${kind}${isSortable === true && ' sorts'}"><caption${isTitleQuiet === true && markup` class="vh"`}>${title}</caption>
<thead><tr>${columns.map((column, at) => headOf(column, shapes[at]!))}</tr></thead>
${bodies}${
    foot &&
    markup`<tfoot>
      ${row(foot)}
    </tfoot> `
  }</table></div>\n`;
}

function headOf({ head, under, notes, title, as, isSpare }: GridColumn, shape: Shape): Part {
  const name = title === undefined ? markup`${head}` : markup`<abbr title="${title}">${head}</abbr><span class="vh">${title}</span>`;
  const padded = [shape.sign && markup`<span class="sg"></span>`, shape.counts && markup`<span class="c"></span>`];
  const below = under !== undefined && markup`<small>${under}${noteLinks(notes)}${padded}</small>`;
  return markup`<th scope="col" class="${as}${isSpare === true && ' spare'}"><span class="h">${name}</span>${padded}${below}${under === undefined && noteLinks(notes)}</th>`;
}

function cellOf(cell: GridCell, { as, isSpare }: GridColumn, shape: Shape, isName: boolean): Part {
  const { sign, span, order, isSignAlone } = cell;
  const classes = [as, ...(isSpare === true ? ['spare'] : []), ...(sign && isSignAlone === true ? [CLASSES[sign.as]] : [])].join(' ');
  const more = markup`${span !== undefined && markup` colspan="${span}"`}${order !== undefined && markup` data-o="${order}"`}`;
  const content = contentOf(cell, shape);
  return isName
    ? markup`<th scope="row" class="${classes}" ${more}>${content}</th>`
    : markup`<td class="${span === undefined ? classes : 'reason'}" ${more}>${content}</td>`;
}

function contentOf({ text, sign, isSignAlone, counts, asides = [], notes, bar }: GridCell, shape: Shape): Part {
  return [
    text !== undefined && inline(text),
    isSignAlone === true ? sign && signOf(sign) : (sign || shape.sign) && markup`<span class="sg">${sign && signOf(sign)}</span>`,
    noteLinks(notes),
    shape.counts && markup`<span class="c">${counts}</span>`,
    asides.map((aside) => markup`<small>${aside}</small>`),
    bar && segments(bar),
  ];
}
