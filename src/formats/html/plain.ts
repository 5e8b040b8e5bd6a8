import type { Lang } from '../../vocabulary/text.ts';
import { plainText } from '../../page/page.ts';
import type { Block, Figures, Paragraph, Table } from '../../page/page.ts';
import { cellOf, inline } from './inline.ts';
import { markup, Markup } from './markup.ts';
import type { Part } from './markup.ts';
import { matrixTable, overviewTable, talliesTable } from './place-tables.ts';
import { WORDS } from './words.ts';

/** What the blocks of a page need to know of those before them. */
export class Outline {
  #hasParts = false;
  #heading = '';
  #tables = 0;

  /** How deep a heading stands: the page has one of the first rank, parts the second. */
  depthOf(level: 1 | 2 | 3): number {
    if (level === 1) this.#hasParts = true;
    return level === 1 ? 2 : level + (this.#hasParts ? 1 : 0);
  }

  heading(text: string): void {
    this.#heading = text;
    this.#tables = 0;
  }

  /** The name of the next table: that of the heading above, numbered where it has several. */
  tableName(lang: Lang): string {
    this.#tables++;
    const name = this.#heading || WORDS.table[lang];
    return this.#tables === 1 ? name : `${name} (${this.#tables})`;
  }
}

/** A block that every page may hold. */
export function plainBlock(block: Block, outline: Outline, lang: Lang): Part {
  if (block.kind === 'title') {
    outline.heading(plainText(block.text));
    const depth = new Markup(String(outline.depthOf(block.level)));
    return markup`<h${depth}>${inline(block.text)}</h${depth}>\n`;
  }
  if (block.kind === 'paragraph') return paragraph(block);
  if (block.kind === 'table') return table(block, outline.tableName(lang), lang);
  if (block.kind === 'figures') return figures(block);
  if (block.kind === 'overview') return table(overviewTable(block), outline.tableName(lang), lang);
  if (block.kind === 'tallies') return table(talliesTable(block), outline.tableName(lang), lang);
  if (block.kind === 'matrix') return table(matrixTable(block), outline.tableName(lang), lang);
  return notesList(block.notes.map((note) => [note].flat().join('\n')));
}

/** Notes with the names by which their numbers lead to them. */
export const notesList = (notes: readonly string[]): Part =>
  markup`<ol class="notes">
    ${notes.map((note, at) => markup`<li id="n${at + 1}">${inline(note)}</li> `)}
  </ol> `;

const TONE_CLASSES = { strong: 'strong', quiet: 'quiet', met: 'ok', 'not-met': 'no', undetermined: 'un', doubtful: 'un' } as const;
const DEEPEST = 6;

function paragraph({ text, tone, indent = 0, marker = '' }: Paragraph): Part {
  const depth = Math.min(DEEPEST, Math.ceil(indent / 2));
  const classes = [...(depth > 0 ? [`in${depth}`] : []), ...(tone === undefined ? [] : [TONE_CLASSES[tone]])];
  return markup`<p${classes.length > 0 && markup` class="${classes.join(' ')}"`}>${marker.trim() !== '' && markup`${marker.trim()} `}${inline(text)}</p>\n`;
}

function table({ columns, groups }: Table, name: string, lang: Lang): Part {
  const side = columns.map(({ align }) => (align === 'right' ? markup` class="number"` : undefined));
  const head = columns.map(({ head: words }, at) =>
    words.trim() === '' ? markup`<td></td>` : markup`<th scope="col" ${side[at]}>${inline(words)}</th>`,
  );
  const bodies = groups.map(
    ({ heading, rows }) =>
      markup`<tbody>
        ${
          heading &&
          markup`<tr class="group">
            <th scope="rowgroup" colspan="${columns.length}">${heading}</th>
          </tr> `
        }${rows.map(
          (cells) =>
            markup`<tr>
              ${cells.map((cell, at) => markup`<td${side[at]}>${cellOf(cell)}</td>`)}
            </tr> `,
        )}
      </tbody> `,
  );
  return markup`<div class="wide plain" role="region" tabindex="0" aria-label="${name} · ${WORDS.scrolls[lang]}">
    <table>
      <caption class="vh">
        ${name}
      </caption>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      ${bodies}
    </table>
  </div> `;
}

const figures = ({ groups }: Figures): Part =>
  groups.map(({ heading, figures: own }) => [
    heading !== undefined && markup`<h3>${heading}</h3> `,
    markup`<dl class="pairs">
      ${own.map(
        ({ label, words }) =>
          markup`<dt>${label}</dt>
            <dd>${inline(words.join(''))}</dd> `,
      )}
    </dl> `,
  ]);
