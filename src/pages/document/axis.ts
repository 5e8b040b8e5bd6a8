import { scaleLinear } from 'd3-scale';
import type { Lang } from '../../vocabulary/text.ts';
import type { Axis } from '../../page/document.ts';
import { tickText } from '../../report/number-words.ts';

/** Beyond this share of the values an axis does not reach: what lies there is named. */
const MOST = 0.97;
/** An axis begins at zero unless the least value lies above this share of its end. */
const FAR_FROM_ZERO = 0.35;
/** So many times what it would reach, and it reaches the greatest after all. */
const NEAR = 1.5;
const TICKS = 4;
const MOST_TICKS = 5;
/** Of so many values the greatest alone may lie beyond the axis. */
const FEW = 8;

/** What decides an axis besides its values. */
export interface AxisNeeds {
  /** The value of the standard. */
  readonly line: number | undefined;
  /** Lengths are read, not places: they begin at zero. */
  readonly fromZero: boolean;
  /** A share that cannot be more than the whole. */
  readonly endsAtOne: boolean;
  readonly unit: string;
  readonly lang: Lang;
}

/** The axis on which values are shown, with round ends and at most five ticks. */
export function axisOf(values: readonly number[], { line, fromZero, endsAtOne, unit, lang }: AxisNeeds): Axis {
  const sorted = values.toSorted((a, b) => a - b);
  const marked = line === undefined ? [] : [line];
  const [most, greatest] = [at(sorted, MOST), sorted.at(-1) ?? 0];
  // What is not far beyond the others is shown where it is.
  const reach = greatest <= most * NEAR ? greatest : most;
  const high = Math.max(reach * 1.02, ...marked.map((one) => one * 1.5), 0);
  const least = Math.min(sorted[0] ?? 0, ...marked);
  const low = least < 0 ? Math.min(0, at(sorted, 1 - MOST), ...marked) : fromZero || least <= high * FAR_FROM_ZERO ? 0 : least;
  const scale = scaleLinear()
    .domain([low, high > low ? high : low + 1])
    .nice(TICKS);
  const [from, end] = scale.domain() as [number, number];
  const to = endsAtOne && sorted.every((value) => value <= 1) ? Math.min(1, end) : end;
  const few = [TICKS, TICKS - 1, TICKS - 2, 1].map((count) => scale.ticks(count)).find((some) => some.length <= MOST_TICKS) ?? [];
  const ticks = few.filter((tick) => tick >= from && tick <= to);
  return { from, to, ticks: ticks.map((tick) => ({ at: tick, text: tickText(tick, unit, lang) })) };
}

/** The value at such a share of sorted values. */
const at = (sorted: readonly number[], share: number): number => {
  const position = (sorted.length - 1) * share;
  const whole = sorted.length < FEW ? Math.round(position) : share > 0.5 ? Math.floor(position) : Math.ceil(position);
  return sorted[Math.max(0, whole)] ?? 0;
};
