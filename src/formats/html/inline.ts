import type { Sign } from '../../page/document.ts';
import type { Cell, Inline, Run, Tone } from '../../page/page.ts';
import { linesOf } from '../text/widths.ts';
import { markup, joined } from './markup.ts';
import type { Part } from './markup.ts';

const TONES: Readonly<Record<Tone, string>> = {
  strong: '',
  quiet: 'quiet',
  met: 'ok',
  'not-met': 'no',
  undetermined: 'un',
  doubtful: 'un',
};

/** The number of a note, as a link to it. */
export const noteLinks = (notes: readonly number[] | undefined): Part =>
  notes !== undefined &&
  notes.length > 0 &&
  markup`<sup
    >${joined(
      notes.map((note) => markup`<a href="#n${note}">${note}</a>`),
      ' ',
    )}</sup
  >`;

function runOf({ text, tone, footnote }: Run): Part {
  const words = broken(text);
  const toned =
    tone === undefined ? words : tone === 'strong' ? markup`<b>${words}</b>` : markup`<span class="${TONES[tone]}">${words}</span>`;
  return [toned, footnote !== undefined && noteLinks([footnote])];
}

const broken = (text: string): Part => joined(text.split('\n'), markup`<br />`);

/** Words in a line. */
export const inline = (text: Inline): Part =>
  typeof text === 'string' ? broken(text) : text.map((run) => (typeof run === 'string' ? broken(run) : runOf(run)));

/** A cell of a plain table: its lines below each other. */
export const cellOf = (cell: Cell): Part =>
  joined(
    linesOf(cell)
      .filter(({ text }) => text !== '')
      .map((line) => runOf(line)),
    markup`<br />`,
  );

const GLYPHS: Readonly<Record<Sign['as'], string>> = { met: '✓', 'not-met': '✗', undetermined: '?', 'not-assessable': '–' };
export const CLASSES = {
  met: 'ok',
  'not-met': 'no',
  undetermined: 'un',
  'not-assessable': 'na',
  'not-judged': 'nj',
  amount: 'bar',
} as const;

/** The glyph of a judgement, for the eye alone. */
export const glyph = (as: Sign['as']): Part => markup`<i class="g ${CLASSES[as]}" aria-hidden="true">${GLYPHS[as]}</i>`;

/** A sign with its word for those who do not see it. */
export const signOf = ({ as, word }: Sign): Part => markup`${glyph(as)}<span class="vh">${word}</span>`;
