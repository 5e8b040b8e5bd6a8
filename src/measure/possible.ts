import { addFractionParts, compareFractions } from '../vocabulary/fraction.ts';
import type { Fraction } from '../vocabulary/fraction.ts';

/**
 * What is above and below the line of one village, over everything that its unknown rows could be: the corners of that area which the least (or the
 * greatest) ratio can stand at, from the smallest denominator to the largest. Areas of several villages add corner by corner along their
 * edges, so that the extremes of a sum of ratios are exact: the worst of a county need not be made of the worst of each of its villages.
 */
export interface Corners {
  readonly corners: readonly Fraction[];
  /** From the last corner on, the denominator may grow without limit. */
  readonly endless?: boolean;
}

/** One side of what could be: a single pair, several, or without limit. */
export type Bound = Fraction | Corners | 'open';
export type Side = 'least' | 'greatest';

/** Both sides of what could be. */
export interface Bounds {
  readonly low: Bound;
  readonly high: Bound;
}

export const fraction = (numerator: bigint, denominator: bigint): Fraction => ({ numerator, denominator });

const asCorners = (bound: Fraction | Corners): Corners => ('corners' in bound ? bound : { corners: [bound] });
const NOTHING: Fraction = { numerator: 0n, denominator: 0n };

/** What several villages could be together, each by itself. Edges of one direction become one, so a sum has few corners. */
export function addBounds(bounds: readonly Bound[], side: Side): Bound {
  let start = NOTHING;
  let endless = false;
  const edges: Fraction[] = [];
  for (const bound of bounds) {
    if (bound === 'open') return 'open';
    const { corners, endless: isEndless = false } = asCorners(bound);
    start = addFractionParts(start, corners[0]!);
    endless ||= isEndless;
    for (let index = 1; index < corners.length; index++) {
      const [from, to] = [corners[index - 1]!, corners[index]!];
      // Two corners at one place have no direction.
      if (to.denominator > from.denominator) edges.push(fraction(to.numerator - from.numerator, to.denominator - from.denominator));
    }
  }
  if (edges.length === 0 && !endless) return start;
  // The least rises ever more steeply, the greatest ever less.
  const order = side === 'least' ? 1 : -1;
  const corners = [start];
  let last: Fraction | undefined;
  for (const edge of edges.toSorted((a, b) => order * compareFractions(a, b))) {
    // Beyond a rising edge the denominator without limit is always the better way to the least.
    if (endless && side === 'least' && edge.numerator > 0n) break;
    const end = addFractionParts(corners.at(-1)!, edge);
    if (last && compareFractions(last, edge) === 0) corners[corners.length - 1] = end;
    else corners.push(end);
    last = edge;
  }
  return { corners, ...(endless && { endless }) };
}

/**
 * The least or the greatest ratio. `none`: whatever is not known, there is nothing to divide by. `open`: it has no limit, or one that it never
 * reaches. Of pairs with the same ratio the one with the largest counts.
 */
export function extremeOf(bound: Bound, side: Side): Fraction | 'open' | 'none' {
  if (bound === 'open') return 'open';
  const { corners, endless = false } = asCorners(bound);
  const isBetter = (order: number): boolean => (side === 'least' ? order <= 0 : order >= 0);
  let best: Fraction | undefined;
  for (const corner of corners) {
    const { numerator, denominator } = corner;
    if (denominator === 0n) {
      // Over ever less below the line, what is left above it grows beyond all limits.
      if (side === 'least' ? numerator < 0n : numerator > 0n) return 'open';
      continue;
    }
    if (!best || isBetter(compareFractions(corner, best))) best = corner;
  }
  // Nothing out of ever more is nothing; something out of ever more comes as near to nothing as one likes, and never there.
  const { numerator } = corners.at(-1)!;
  if (endless && numerator === 0n && (side === 'least' || !best)) return best?.numerator === 0n ? best : fraction(0n, 1n);
  if (endless && numerator > 0n && side === 'least') return 'open';
  return best ?? 'none';
}
