import type { Chart } from '../../page/page.ts';

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const GAP = ' ';
/** Two values are told apart without a drawing. */
const FEWEST = 3;

/**
 * A series as a row of small bars, the greatest value the highest, a gap as a space. Bars begin at zero, so that they stand to each other as the
 * values do and a hundredth more does not look like a doubling; only where something is below zero they begin at the least. Each series has
 * its own scale. What is not nothing is at least the lowest bar. Empty for fewer than three periods, and where there are not
 * two values to compare.
 */
export function sparkline({ values }: Chart): string {
  const known = values.filter((number) => number !== undefined);
  if (values.length < FEWEST || known.length < 2) return '';
  const [floor, ceiling] = [Math.min(0, ...known), Math.max(0, ...known)];
  const height = ceiling - floor;
  return values
    .map((number) => {
      if (number === undefined) return GAP;
      const bar = height === 0 ? 0 : Math.ceil(((number - floor) / height) * BARS.length) - 1;
      return BARS[Math.max(0, bar)];
    })
    .join('');
}
