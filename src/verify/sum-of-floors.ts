/**
 * Σ ⌊(step·i + start) / divisor⌋ over i = 0 … terms − 1, for numbers that are not negative: the whole points below a line. In as many steps as
 * Euclid's algorithm takes, however many terms there are: the points below are counted along one axis, what is left of them along the other.
 * Σ ⌊2i/3⌋ over i = 0 … 4 is 0 + 0 + 1 + 2 + 2 = 5.
 */
export function sumOfFloors(terms: bigint, divisor: bigint, step: bigint, start: bigint): bigint {
  let sum = 0n;
  let [count, below, slope, offset] = [terms, divisor, step, start];
  for (;;) {
    sum += ((count * (count - 1n)) / 2n) * (slope / below) + count * (offset / below);
    slope %= below;
    offset %= below;
    const top = slope * count + offset;
    if (top < below) return sum;
    [count, offset, below, slope] = [top / below, top % below, slope, below];
  }
}
