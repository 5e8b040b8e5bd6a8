/** The width that is assumed, in pixels: it is not known. */
const WIDTH = 420;
/** Marks nearer to each other than this overlap. */
const APART = 9;
const STEP = 9.5;
/** A row never becomes higher than so much above and below its middle. */
const MOST = 17;

/**
 * How far each mark is moved up or down so that none lies on another: alternately, in steps. The whole row is compressed where that would be too much.
 * `shares`: where the marks stand across, from 0 to 1.
 */
export function offsetsOf(shares: readonly number[]): readonly number[] {
  const order = shares.map((share, index) => ({ x: share * WIDTH, index })).toSorted((a, b) => a.x - b.x || a.index - b.index);
  const offsets: number[] = shares.map(() => 0);
  /** Of each level, how far to the right it is taken. */
  const taken = new Map<number, number>();
  for (const { x, index } of order) {
    let level = 0;
    while ((taken.get(level) ?? -Infinity) > x - APART) level = level <= 0 ? 1 - level : -level;
    taken.set(level, x);
    offsets[index] = level * STEP;
  }
  const most = Math.max(MOST, ...offsets.map(Math.abs));
  return offsets.map((offset) => Number(((offset * MOST) / most).toFixed(1)));
}
