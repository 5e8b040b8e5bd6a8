import stringWidth from 'string-width';
import { footnoteText } from '../../page/footnotes.ts';
import { fill, padded } from '../../page/lines.ts';
import type { Figure, FigureColumn, Run, Tone } from '../../page/page.ts';
import { SIGNS } from '../../page/signs.ts';
import { SIGN_TONES } from '../../page/tones.ts';
import type { Pen } from './pen.ts';
import { sparkline } from './sparkline.ts';

/** A heading is broken rather than make its column wider than this. */
const HEADING = 10;

const barsOf = (chart: Figure['chart']): string => (chart ? sparkline(chart) : '');

/** One column, its numbers below each other. */
export class Drawn {
  readonly head: string;
  readonly hasCounts: boolean;
  readonly hasAsides: boolean;
  readonly #limit: Run | undefined;
  readonly #align: FigureColumn['align'];
  readonly #figures: readonly Figure[];
  readonly #pen: Pen;
  readonly #chart: number;
  readonly #value: number;
  readonly #counts: number;
  readonly #hasSigns: boolean;
  readonly #widths = new Map<boolean, number>();

  constructor({ head, limit, align }: FigureColumn, figures: readonly Figure[], pen: Pen) {
    this.head = head;
    this.#limit = limit;
    this.#align = align;
    this.#figures = figures;
    this.#pen = pen;
    this.#chart = figures.reduce((most, { chart }) => Math.max(most, stringWidth(barsOf(chart))), 0);
    this.#value = figures.reduce((most, { value }) => Math.max(most, stringWidth(value)), 0);
    this.#counts = figures.reduce((most, { counts = '' }) => Math.max(most, stringWidth(counts)), 0);
    this.#hasSigns = figures.some(({ sign }) => sign !== undefined);
    this.hasCounts = figures.some(({ counts, unknown }) => counts !== undefined || unknown !== undefined);
    this.hasAsides = figures.some(({ aside }) => aside !== undefined);
  }

  /** The standard with the name of what it judges. */
  get limit(): string | undefined {
    return this.#limit && `${this.head} ${this.#pen.inline([this.#limit])}`;
  }

  width(full: boolean): number {
    const known = this.#widths.get(full);
    if (known !== undefined) return known;
    const cells = this.#figures.reduce((most, _, at) => Math.max(most, stringWidth(this.cell(at, full))), 0);
    const limit = this.#limit ? stringWidth(this.#pen.inline([this.#limit])) : 0;
    const room = Math.max(cells, limit, HEADING);
    const width = Math.max(
      cells,
      limit,
      ...fill(this.head, room)
        .split('\n')
        .map((line) => stringWidth(line)),
    );
    this.#widths.set(full, width);
    return width;
  }

  heading(full: boolean): readonly string[] {
    const width = Math.max(this.width(full), 1);
    const lines = fill(this.head, width).split('\n');
    const numbers = this.#chart === 0 ? this.#value : this.#chart + 1 + this.#value;
    return [
      ...(this.#align === 'right' ? lines.map((line) => padded(line, numbers, 'right')) : lines),
      ...(this.#limit ? [this.#pen.inline([this.#limit])] : []),
    ];
  }

  cell(at: number, full: boolean, tone?: Tone): string {
    const { value, counts, unknown = '', chart } = this.#figures[at]!;
    const bars = this.#chart === 0 ? [] : [padded(barsOf(chart), this.#chart)];
    const set = [...bars, ...(this.#value === 0 ? [] : [padded(value, this.#value, 'right')])].join(' ');
    const beside =
      full && (counts !== undefined || unknown !== '') ? [this.#quiet(`${padded(counts ?? '', this.#counts, 'right')}${unknown}`)] : [];
    return this.#line(at, set, this.#hasSigns, [...beside, ...this.#more(at, full)], tone).trimEnd();
  }

  /** The same outside a column. */
  item(at: number): string {
    const { value, sign, counts = '', unknown = '', chart } = this.#figures[at]!;
    const beside = counts + unknown;
    const set = [barsOf(chart), value].filter(Boolean).join(' ');
    return this.#line(at, set, sign !== undefined, [
      ...(beside === '' ? [] : [this.#quiet(` ${beside}`)]),
      ...this.#more(at, true),
    ]).trimEnd();
  }

  #more(at: number, full: boolean): readonly string[] {
    const { aside, asideTone = 'not-met', footnotes } = this.#figures[at]!;
    const notes = footnoteText(footnotes);
    return [...(full && aside !== undefined ? [this.#pen.paint(aside, asideTone)] : []), ...(notes === '' ? [] : [this.#quiet(notes)])];
  }

  #line(at: number, value: string, withSign: boolean, beside: readonly string[], tone?: Tone): string {
    const figure = this.#figures[at]!;
    const { paint } = this.#pen;
    const written = paint(value, figure.sign === 'not-met' ? 'not-met' : tone);
    // Where nothing is judged, its notes stand in the place of a sign.
    const isJudged = withSign && (figure.sign !== undefined || figure.counts !== undefined);
    const judged = isJudged ? [figure.sign === undefined ? ' ' : paint(SIGNS[figure.sign], SIGN_TONES[figure.sign])] : [];
    return [written, ...judged, ...beside].join(' ');
  }

  #quiet(text: string): string {
    return this.#pen.paint(text, 'quiet');
  }
}
