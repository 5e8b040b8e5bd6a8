import { scaleLinear } from 'd3-scale';
import type { Columns } from '../../page/document.ts';
import { markup } from './markup.ts';
import type { Part } from './markup.ts';
import { percent } from './segments.ts';

/** Pixels: room for the value above, the columns, the period below. */
const ABOVE = 18;
const PLOT = 96;
const BELOW = 20;
/** From so many periods on, a line says more than columns. */
const MOST_COLUMNS = 6;
/** How much of its room a column takes. */
const THICK = 0.52;

/** One number over the periods, from zero. */
export function columnsOf({ title, points, caption }: Columns): Part {
  const values = points.flatMap(({ value, range }) => [...(value === undefined ? [] : [value]), ...(range ?? [])]);
  const scale = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(0, ...values) || 1])
    .range([ABOVE + PLOT, ABOVE]);
  const y = (value: number): string => scale(value).toFixed(1);
  const middleOf = (at: number): number => (at + 0.5) / points.length;
  const drawn =
    points.length <= MOST_COLUMNS
      ? points.map((point, at) => column(point, middleOf(at), THICK / points.length, at === points.length - 1, scale))
      : lineThrough(points, middleOf, y);
  const every = Math.ceil(points.length / MOST_COLUMNS);
  const names = points.map(
    ({ period }, at) =>
      (points.length - 1 - at) % every === 0 &&
      markup`<text x="${percent(middleOf(at))}" y="${ABOVE + PLOT + 15}" text-anchor="middle">${period}</text>`,
  );
  return markup`<figure class="columns">
    <h3>${title}</h3>
    <svg height="${ABOVE + PLOT + BELOW}" aria-hidden="true" focusable="false">
      <line class="base" x1="0" x2="100%" y1="${y(0)}" y2="${y(0)}" />
      ${drawn}${names}
    </svg>
    <figcaption>${caption}</figcaption>
  </figure> `;
}

function column(
  { value, text, range, period }: Columns['points'][number],
  middle: number,
  thick: number,
  isLast: boolean,
  scale: (value: number) => number,
): Part {
  const x = percent(middle);
  const line =
    range && markup`<line class="bound" x1="${x}" x2="${x}" y1="${scale(range[0]).toFixed(1)}" y2="${scale(range[1]).toFixed(1)}" />`;
  const [top, bottom] = value === undefined ? [scale(0), scale(0)] : [Math.min(scale(0), scale(value)), Math.max(scale(0), scale(value))];
  const words = markup`<text
    class="val${isLast && ' last'}"
    x="${x}"
    y="${(Math.min(top, ...(range ?? []).map(scale)) - 5).toFixed(1)}"
    text-anchor="middle"
    >${text}</text
  >`;
  if (value === undefined) return [line, words];
  return [
    markup`<rect
      class="${isLast ? 'f-bar' : 'f-bar2'}"
      x="${percent(middle - thick / 2)}"
      y="${top.toFixed(1)}"
      width="${percent(thick)}"
      height="${(bottom - top).toFixed(1)}"
      ><title>${period} ${text}</title></rect
    >`,
    line,
    words,
  ];
}

/** Dots joined where two stand beside each other: a gap stays one. */
function lineThrough(points: Columns['points'], middleOf: (at: number) => number, y: (value: number) => string): Part {
  const last = points.findLastIndex(({ value }) => value !== undefined);
  return points.map(({ value, text, period }, at) => {
    if (value === undefined) return undefined;
    const before = points[at - 1]?.value;
    const x = percent(middleOf(at));
    return [
      before !== undefined && markup`<line class="run" x1="${percent(middleOf(at - 1))}" x2="${x}" y1="${y(before)}" y2="${y(value)}" />`,
      markup`<circle class="k-bar" cx="${x}" cy="${y(value)}" r="3"><title>${period} ${text}</title></circle>`,
      at === last && markup`<text class="val last" x="${x}" y="${(Number(y(value)) - 7).toFixed(1)}" text-anchor="end">${text}</text>`,
    ];
  });
}
