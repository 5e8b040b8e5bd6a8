import type { BarPart, Judged, KeyFigure } from '../../page/document.ts';
import { CLASSES, glyph, noteLinks } from './inline.ts';
import { joined, markup } from './markup.ts';
import type { Part } from './markup.ts';

const DECIMALS = 2;

/** A share of a width. */
export const percent = (share: number): string => `${Number((share * 100).toFixed(DECIMALS))}%`;

/** A bar in pieces, told apart by gaps, edges and fills: for the eye alone, the numbers stand beside it. */
export function segments(parts: readonly BarPart[]): Part {
  let from = 0;
  const pieces = parts
    .filter(({ share }) => share > 0)
    .map(({ as, share }, at): Part => {
      const x = from;
      from += share;
      return [
        markup`<rect class="f-${CLASSES[as]}" x="${percent(x)}" y=".5" width="${percent(share)}" height="11" />`,
        at > 0 && markup`<line class="gap" x1="${percent(x)}" x2="${percent(x)}" y1="0" y2="12" />`,
      ];
    });
  return markup`<svg class="seg" height="12" aria-hidden="true" focusable="false">${pieces}</svg>`;
}

/** How many are judged how, in words with their signs. */
const countsOf = ({ counts }: Judged): Part =>
  markup`<span class="counts"
    >${counts.map(({ sign, text, count }) => markup`<span>${sign && glyph(sign.as)}${text} <b>${count}</b></span> `)}</span
  >`;

/** A number that is looked at first. */
export const keyFigure = ({ label, number, unit, numberNotes, lines, standard, notes, judged }: KeyFigure): Part =>
  markup`<div>
    <dt>${label}</dt>
    <dd class="big">${number}<span>${unit}</span>${noteLinks(numberNotes)}</dd>
    <dd class="meta">
      ${joined(
        lines.map((line) => markup`${line}`),
        markup`<br />`,
      )}
    </dd>
    <dd class="std">${standard}${noteLinks(notes)}</dd>
    ${judged && markup`<dd>${segments(judged.bar)}${countsOf(judged)}</dd> `}
  </div> `;
