import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDecimal, toNumber } from '../../src/vocabulary/fraction.ts';

describe('toDecimal rounds half away from zero on the exact value', () => {
  test.each([
    [159n, 166n, 4, '0.9578'], // 0.957831…
    [1n, 200n, 2, '0.01'], // 0.005 → 0.01
    [-1n, 200n, 2, '-0.01'], // −0.005 → −0.01
    [1n, 201n, 2, '0.00'], // 0.00497…
    [-1n, 201n, 2, '0.00'], // never −0.00
    [2n, 3n, 0, '1'],
    [1005n, 1000n, 2, '1.01'], // a double of 1.005 prints 1.00
    [10_000_000_000_000_000n, 3n, 2, '3333333333333333.33'],
  ])('%s / %s to %s places is %s', (numerator, denominator, places, expected) => {
    expect(toDecimal({ numerator, denominator }, places)).toBe(expected);
  });

  test('a fraction without a denominator is refused', () => {
    expect(() => toDecimal({ numerator: 1n, denominator: 0n }, 2)).toThrow(RangeError);
    expect(toNumber({ numerator: 1n, denominator: 0n })).toBeUndefined();
  });

  test('the printed value is never further from the exact one than half of its last place', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 20n), 10n ** 20n),
        fc.bigInt(1n, 10n ** 12n),
        fc.integer({ min: 0, max: 6 }),
        (numerator, denominator, places) => {
          const scale = 10n ** BigInt(places);
          const printed = BigInt(toDecimal({ numerator, denominator }, places).replace('.', ''));
          const distance = printed * denominator - numerator * scale;
          expect((distance < 0n ? -distance : distance) * 2n <= denominator).toBe(true);
        },
      ),
    );
  });
});
