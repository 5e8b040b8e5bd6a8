import { describe, expect, test } from 'vitest';
import { estimators } from '../../src/measure/estimators/index.ts';
import type { Shape } from '../../src/measure/estimators/index.ts';
import { fraction } from '../../src/measure/possible.ts';
import type { Reason } from '../../src/measure/reason.ts';
import type { Unit } from '../../src/vocabulary/unit.ts';

const { ratio, amount, growth, mean } = estimators;

describe('a number of each shape', () => {
  test.each<readonly [Shape, bigint, bigint, Reason | undefined]>([
    // Over nothing: rows that are not known could stand below the line of a ratio.
    ['ratio', 0n, 2n, 'no-data'],
    ['ratio', 0n, 0n, 'zero-denominator'],
    ['ratio', 3n, 2n, undefined],
    ['mean', 0n, 2n, 'zero-denominator'],
    // Growth from less than nothing says nothing.
    ['growth', -3n, 0n, 'zero-denominator'],
    ['growth', 3n, 0n, undefined],
    ['amount', 0n, 2n, undefined],
  ])('ends: %s over %d with %d missing', (shape, denominator, missing, reason) => {
    expect(estimators[shape].whyNone(fraction(1n, denominator), missing > 0n, 'zero-denominator')).toBe(reason);
  });

  test('is bounded: an amount by its first corner, whatever is divided by its extreme', () => {
    const corners = { corners: [fraction(1n, 2n), fraction(1n, 4n)] };
    expect(amount.boundOf(corners, 'least')).toEqual(fraction(1n, 2n));
    expect(ratio.boundOf(corners, 'least')).toEqual(fraction(1n, 4n));
    expect(mean.boundOf(corners, 'greatest')).toEqual(fraction(1n, 2n));
    for (const one of Object.values(estimators)) expect(one.boundOf('open', 'least')).toBeUndefined();
  });

  test('of which nothing is known is nothing at the least if it is an amount; else it could be anything', () => {
    expect(amount.leastUnknown).toEqual(fraction(0n, 0n));
    for (const one of [ratio, growth, mean]) expect(one.leastUnknown).toBe('open');
  });

  test('is compared: an amount by itself, the others as fractions', () => {
    // 1/2 − 1/3 = 1/6
    expect(ratio.less(fraction(1n, 2n), fraction(1n, 3n))).toEqual(fraction(1n, 6n));
    expect(ratio.compare(fraction(1n, 2n), fraction(2n, 4n))).toBe(0n);
    expect(amount.less(fraction(5n, 0n), fraction(7n, 0n))).toEqual(fraction(-2n, 0n));
    expect(amount.compare(fraction(5n, 0n), fraction(7n, 0n)) < 0n).toBe(true);
    expect(amount.exact(fraction(5n, 0n))).toEqual(fraction(5n, 1n));
  });

  test.each<readonly [Shape, Unit, readonly [bigint, bigint], string]>([
    ['amount', 'yuan', [8_200_000n, 0n], '8200000/100'],
    ['amount', 'households', [12n, 0n], '12/1'],
    // Fen of three persons.
    ['mean', 'yuan', [900n, 3n], '900/300'],
    ['ratio', 'per-helper', [7n, 2n], '7/2'],
  ])('stands in its printed unit: %s of %s', (shape, unit, [numerator, denominator], printed) => {
    const value = estimators[shape].inUnit(fraction(numerator, denominator), unit);
    expect(`${value.numerator}/${value.denominator}`).toBe(printed);
  });

  test('is written: growth with its sign and how many times as much', () => {
    // From 100 to 150.
    expect(growth.written('50.00', fraction(50n, 100n), 'share')).toBe('+50.00% (1.50×)');
    expect(growth.written('-50.00', fraction(-50n, 100n), 'share')).toBe('-50.00% (0.50×)');
    expect(ratio.written('95.78', fraction(159n, 166n), 'share')).toBe('95.78%');
    expect(mean.written('4200.00', fraction(1n, 1n), 'yuan')).toBe('4200.00');
  });
});
