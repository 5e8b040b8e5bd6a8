import { scaleLinear } from 'd3-scale';
import type { Mark, Spread } from '../../page/document.ts';
import { CLASSES, signOf } from './inline.ts';
import { markup } from './markup.ts';
import type { Part } from './markup.ts';
import { offsetsOf } from './overlap.ts';
import { percent } from './segments.ts';

/** Pixels. Across, everything is in per cent: one picture fits a phone, a desk and paper. */
const HEIGHTS = { bars: 24, strip: 38, boxes: 24 } as const;
const ABOVE = 24;
const BELOW = 24;

/** A share of the width where a value stands, inside the picture whatever the value. */
type Position = (value: number) => number;

/** Places in rows against one line. The picture is for the eye: its caption says the same, and so does the table of all places. */
export function spreadOf(spread: Spread): Part {
  const { title, form, axis, line, rows, tallyHead, caption } = spread;
  const scale = scaleLinear().domain([axis.from, axis.to]).range([0, 1]).clamp(true);
  const at: Position = (value) => scale(value);
  const height = HEIGHTS[form];
  const bottom = ABOVE + rows.length * height;
  const drawn = rows.map(({ marks }, index): Part => {
    const middle = ABOVE + (index + 0.5) * height;
    if (form === 'bars') return barRow(marks, middle, at, axis);
    return [
      markup`<line class="axis" x1="0" x2="100%" y1="${middle}" y2="${middle}" />`,
      form === 'strip' ? stripRow(marks, middle, at, axis) : boxRow(marks, middle, at),
    ];
  });
  return markup`<figure class="spread ${form}">
    <h3>${title}</h3>
    <div class="plot" aria-hidden="true">
      <ul class="names">
        ${rows.map(({ name }) => markup`<li>${name}</li>`)}
      </ul>
      <svg height="${bottom + BELOW}" focusable="false">
        ${axis.ticks.map((tick) => tickOf(tick, bottom, at))} ${line && lineBehind(line.at, bottom, at)}${drawn}${line && lineOf(line, at)}
      </svg>
      <ul class="tally">
        <li class="head">${tallyHead}</li>
        ${rows.map(({ tally, sign }) => markup`<li>${tally}${form === 'bars' && markup`<span class="sg">${sign && signOf(sign)}</span>`}</li>`)}
      </ul>
    </div>
    <figcaption>${caption}</figcaption>
  </figure> `;
}

const EDGE = 0.12;
/** Words at an end stand inside the picture. */
const anchorOf = (share: number): string => (share < EDGE ? 'start' : share > 1 - EDGE ? 'end' : 'middle');

const tickOf = ({ at: value, text }: Spread['axis']['ticks'][number], bottom: number, at: Position): Part => {
  const x = percent(at(value));
  return markup`<line class="tick" x1="${x}" x2="${x}" y1="${bottom}" y2="${bottom + 5}" /><text
      x="${x}"
      y="${bottom + 18}"
      text-anchor="${anchorOf(at(value))}"
      >${text}</text
    >`;
};

const lineBehind = (value: number, bottom: number, at: Position): Part =>
  markup`<line class="std" x1="${percent(at(value))}" x2="${percent(at(value))}" y1="${ABOVE - 6}" y2="${bottom}" />`;

const lineOf = ({ at: value, text }: NonNullable<Spread['line']>, at: Position): Part =>
  markup`<text class="std" x="${percent(at(value))}" y="12" text-anchor="${anchorOf(at(value))}">${text}</text>`;

const titleOf = ({ name, text, sign }: Mark): Part => markup`<title>${[name, text, sign?.word].filter(Boolean).join(' ')}</title>`;

function stripRow(marks: readonly Mark[], middle: number, at: Position, { from, to }: Spread['axis']): Part {
  const placed = marks.flatMap((mark) => {
    const value = mark.value ?? (mark.range && (mark.range[0] + mark.range[1]) / 2);
    return value === undefined ? [] : [{ mark, value }];
  });
  const offsets = offsetsOf(placed.map(({ value }) => at(value)));
  return placed.map(({ mark, value }, index) => {
    const y = middle + offsets[index]!;
    const x = percent(at(value));
    if (value > to || value < from)
      return markup`<svg x="${x}" y="${y}" overflow="visible">
        <path class="k-${CLASSES[mark.as]}" d="${value > to ? 'M-9-5 0 0-9 5z' : 'M9-5 0 0 9 5z'}">${titleOf(mark)}</path>
      </svg>`;
    if (mark.as === 'not-met')
      return markup`<svg x="${x}" y="${y}" overflow="visible"><path class="k-no" d="M0-6 6 0 0 6-6 0z">${titleOf(mark)}</path></svg>`;
    const range = mark.as === 'undetermined' && mark.range;
    return [
      range && markup`<line class="range" x1="${percent(at(range[0]))}" x2="${percent(at(range[1]))}" y1="${y}" y2="${y}" />`,
      markup`<circle class="k-${CLASSES[mark.as]}" cx="${x}" cy="${y}" r="4">${titleOf(mark)}</circle>`,
    ];
  });
}

const BAR = 13;

function barRow(marks: readonly Mark[], middle: number, at: Position, { to: end }: Spread['axis']): Part {
  return marks.map((mark) => {
    const { value, range } = mark;
    const line =
      range &&
      markup`<line
        class="range${value === undefined && ' open'}"
        x1="${percent(at(range[0]))}"
        x2="${percent(at(range[1]))}"
        y1="${middle}"
        y2="${middle}"
      />`;
    if (value === undefined) return line;
    const [from, to] = [Math.min(at(0), at(value)), Math.max(at(0), at(value))];
    return [
      markup`<rect class="k-${CLASSES[mark.as]}" x="${percent(from)}" y="${middle - BAR / 2}" width="${percent(to - from)}" height="${BAR}"
        >${titleOf(mark)}</rect
      >`,
      value > end && markup`<svg x="100%" y="${middle}" overflow="visible"><path class="beyond" d="M1-7 9 0 1 7z"/></svg>`,
      line,
    ];
  });
}

/** The value below which such a share of sorted values lies. */
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(position)]!, sorted[Math.ceil(position)]!];
  return below + (above - below) * (position - Math.floor(position));
}

/** The middle ninety in a hundred as a line, the middle half as a box, the median, and each place that is not met. */
function boxRow(marks: readonly Mark[], middle: number, at: Position): Part {
  const sorted = marks.flatMap(({ value }) => value ?? []).toSorted((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const [low, quarter, median, threeQuarters, high] = [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => at(quantile(sorted, share))) as [
    number,
    number,
    number,
    number,
    number,
  ];
  // Ticks that fall on the same thousandth of the width are one.
  const failing = [
    ...new Set(
      marks.flatMap(({ as, value }) => (as === 'not-met' && value !== undefined ? percent(at(value)).replace(/(\.\d)\d/u, '$1') : [])),
    ),
  ];
  return markup`<line class="whisker" x1="${percent(low)}" x2="${percent(high)}" y1="${middle}" y2="${middle}" /><rect
      class="box"
      x="${percent(quarter)}"
      y="${middle - 6}"
      width="${percent(threeQuarters - quarter)}"
      height="12"
    /><line class="median" x1="${percent(median)}" x2="${percent(median)}" y1="${middle - 7}" y2="${middle + 7}" />${failing.map(
      (x) => markup`<line class="fail" x1="${x}" x2="${x}" y1="${middle - 9}" y2="${middle + 9}" />`,
    )}`;
}
