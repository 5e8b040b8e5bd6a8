import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastPairThatFits, pairsThatFit } from '../../src/verify/percent-pairs.ts';
import {
  cutOff,
  denominatorsBeside,
  denominatorsThatFit,
  numeratorsBeside,
  numeratorsThatFit,
  shortened,
  SHORTENINGS,
} from '../../src/vocabulary/percent.ts';
import type { OpenCountRange, Shortening } from '../../src/vocabulary/percent.ts';
import { sumOfFloors } from '../../src/verify/sum-of-floors.ts';

type Range = readonly [bigint, bigint | undefined] | undefined;
const ends = (range: OpenCountRange | undefined): Range => range && [range.first, range.last];

describe('the denominators that fit a numerator and a percentage', () => {
  test.each<readonly [string, bigint, Range, Range]>([
    ['95.78', 159n, [166n, 166n], [166n, 166n]], // 159/166 = 95.7831…, 159/165 = 96.36, 159/167 = 95.21
    ['91', 61n, [67n, 67n], [67n, 67n]], // 61/67 = 91.04…; 61/66 = 92.42, 61/68 = 89.71
    ['0.82', 11n, [1334n, 1349n], [1326n, 1341n]], // 1100/0.825 = 1333.3 < d ≤ 1349.7 = 1100/0.815; 1100/0.83 = 1325.3 < d ≤ 1341.5
    ['1.9', 199n, [10206n, 10756n], [9951n, 10473n]], // 19900/1.95 = 10205.1, 19900/1.85 = 10756.8; 19900/2 = 9950 is 2.0, 19900/1.9 = 10473.7
    ['50', 1n, [2n, 2n], [2n, 2n]], // 100/50.5 = 1.98 < d ≤ 2.02 = 100/49.5; 1.96 < d ≤ 2
    ['100', 166n, [166n, 166n], [166n, 166n]], // never less than the numerator
    ['100', 300n, [300n, 301n], [300n, 300n]], // 300/301 = 99.67, 300/302 = 99.34
    ['95.79', 159n, undefined, undefined],
    ['0', 0n, [1n, undefined], [1n, undefined]], // 0 of anything
    ['0.01', 0n, undefined, undefined],
    ['0.00', 5n, [100001n, undefined], [50001n, undefined]], // 5/100 000 = 0.005 → 0.01; 5/50 000 = 0.01
    ['10', 10n ** 15n, [9523809523809524n, 10526315789473684n], [9090909090909091n, 10n ** 16n]], // 10^17/10.5, /9.5; 10^17/11, /10
  ])('%s%% and %s', (percent, numerator, rounded, truncated) => {
    expect(ends(denominatorsThatFit(percent, numerator, 'rounded'))).toEqual(rounded);
    expect(ends(denominatorsThatFit(percent, numerator, 'truncated'))).toEqual(truncated);
  });

  /**
   * National rural poverty (2010 standard): poor persons in 万 and the incidence printed, with the base that they imply. The interval of real
   * numbers is 100·n/(p + 0.05) < d ≤ 100·n/(p − 0.05); a table that rounds its ends to the nearest whole number is one off where the lower
   * end was rounded down (84 769.2 printed 84 769, but 84 769 × 0.65 % = 550.9985 < 551: the first to fit is 84 770) or the upper one up.
   */
  test.each<readonly [number, bigint, string, readonly [bigint, bigint], string]>([
    [2010, 16567n, '17.2', [96041n, 96600n], '96040.6–96600.6'],
    [2011, 12238n, '12.7', [95985n, 96743n], '95984.3–96743.1'],
    [2012, 9899n, '10.2', [96576n, 97527n], '96575.6–97527.1'],
    [2013, 8249n, '8.5', [96480n, 97621n], '96479.5–97621.3'],
    [2014, 7017n, '7.2', [96787n, 98139n], '96786.2–98139.9'],
    [2015, 5575n, '5.7', [96957n, 98672n], '96956.5–98672.6'],
    [2016, 4335n, '4.5', [95275n, 97415n], '95274.7–97415.7'],
    [2017, 3046n, '3.1', [96699n, 99868n], '96698.4–99868.9'],
    [2018, 1660n, '1.7', [94858n, 100606n], '94857.1–100606.1'],
    [2019, 551n, '0.6', [84770n, 100181n], '84769.2–100181.8'],
  ])('%s: %s 万 and %s%%', (_, numerator, percent, [first, last], interval) => {
    const range = denominatorsThatFit(percent, numerator, 'rounded');
    const [low, high] = interval.split('–').map(Number);
    expect(Number(range!.first) - 1).toBeLessThan(low!);
    expect(high! - Number(range!.last)).toBeLessThan(1);
    expect([range!.first, range!.last]).toEqual([first, last]);
  });
});

describe('the counts on either side of a percentage', () => {
  test.each<readonly [string, bigint, readonly bigint[]]>([
    ['95.79', 166n, [159n, 160n]], // 159.01
    ['0.01', 166n, [0n, 1n]],
    ['99.99', 166n, [165n, 166n]],
    ['100', 166n, [166n]],
  ])('numerators of %s%% over %s', (percent, denominator, beside) => {
    expect(numeratorsBeside(percent, denominator)).toEqual(beside);
  });

  test.each<readonly [string, bigint, bigint | undefined, readonly bigint[]]>([
    ['95.79', 159n, undefined, [166n, 165n]], // 165.99
    ['95.78', 159n, 160n, [160n]], // 166.005 is out of reach
    ['99.99', 159n, undefined, [160n, 159n]], // 159.016
    ['0.00', 5n, 1000n, [1000n]],
    ['3', 0n, undefined, [1n]], // 0 is 0 % of whatever it is of
  ])('denominators of %s%% under %s, up to %s', (percent, numerator, most, beside) => {
    expect(denominatorsBeside(percent, numerator, most)).toEqual(beside);
  });
});

describe('a share shortened in two ways', () => {
  test.each<readonly [bigint, bigint, string, string, string]>([
    [199n, 10000n, '1.9', '2.0', '1.9'], // 1.99 % cut off is printed 1.9
    [61n, 67n, '91.04', '91.04', '91.04'], // 91.0447…
    [749n, 25000n, '3.00', '3.00', '2.99'], // 2.996 %
    [1n, 200n, '0', '1', '0'], // 0.5 %: half goes away from zero
    [166n, 166n, '100.0', '100.0', '100.0'],
  ])('%s/%s as %s is %s or %s', (numerator, denominator, percent, rounded, truncated) => {
    expect(SHORTENINGS.map((how) => shortened({ numerator, denominator }, percent, how))).toEqual([rounded, truncated]);
  });

  test('what is cut off is known to be nothing or not', () => {
    expect(cutOff({ numerator: 1n, denominator: 8n }, 1)).toEqual({ text: '12.5', exact: true });
    expect(cutOff({ numerator: 2999999n, denominator: 100000000n }, 4)).toEqual({ text: '2.9999', exact: false });
  });
});

/** Percentages from 0 to 100 with up to three decimals, as typed. */
const percents = fc.integer({ min: 0, max: 3 }).chain((places) =>
  fc.integer({ min: 0, max: 100 * 10 ** places }).map((units) => {
    const digits = String(units).padStart(places + 1, '0');
    return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }),
);
const readings = fc.constantFrom<Shortening>(...SHORTENINGS);
const MOST = 60;
const upTo = (last: number, first = 0): readonly bigint[] => Array.from({ length: last - first + 1 }, (_, index) => BigInt(first + index));
const fits = (numerator: bigint, denominator: bigint, percent: string, how: Shortening): boolean =>
  shortened({ numerator, denominator }, percent, how) === percent;
const isIn = (range: OpenCountRange | undefined, count: bigint): boolean =>
  range !== undefined && range.first <= count && (range.last === undefined || count <= range.last);

describe('what fits is what prints as the percentage, tried one by one', () => {
  test('numerators', () => {
    fc.assert(
      fc.property(percents, readings, fc.integer({ min: 1, max: 400 }), (percent, how, size) => {
        const denominator = BigInt(size);
        const range = numeratorsThatFit(percent, denominator, how);
        expect(upTo(size).filter((numerator) => isIn(range, numerator))).toEqual(
          upTo(size).filter((numerator) => fits(numerator, denominator, percent, how)),
        );
        if (range) expect(range.last <= denominator).toBe(true);
      }),
    );
  });

  test('denominators', () => {
    fc.assert(
      fc.property(percents, readings, fc.integer({ min: 0, max: 100 }), (percent, how, count) => {
        const numerator = BigInt(count);
        const range = denominatorsThatFit(percent, numerator, how);
        const tried = upTo(400, Math.max(count, 1));
        expect(tried.filter((denominator) => isIn(range, denominator))).toEqual(
          tried.filter((denominator) => fits(numerator, denominator, percent, how)),
        );
        if (range) expect(range.first >= numerator).toBe(true);
      }),
    );
  });

  test('denominators without a last one still fit far up', () => {
    fc.assert(
      fc.property(fc.constantFrom('0', '0.0', '0.00'), readings, fc.bigInt(0n, 10n ** 15n), (percent, how, numerator) => {
        const { first, last } = denominatorsThatFit(percent, numerator, how)!;
        expect(last).toBeUndefined();
        for (const denominator of [first, first * 7n, first * 10n ** 9n]) expect(fits(numerator, denominator, percent, how)).toBe(true);
        if (first > 1n && first > numerator) expect(fits(numerator, first - 1n, percent, how)).toBe(false);
      }),
    );
  });

  test('pairs, their number and their denominators', () => {
    fc.assert(
      fc.property(percents, readings, fc.integer({ min: 1, max: MOST }), fc.integer({ min: 1, max: 30 }), (percent, how, most, wanted) => {
        const pairs = upTo(most, 1).flatMap((denominator) =>
          upTo(Number(denominator)).flatMap((numerator) =>
            fits(numerator, denominator, percent, how) ? [{ numerator, denominator }] : [],
          ),
        );
        const found = pairsThatFit(percent, BigInt(most), how, wanted);
        expect(found.count).toBe(BigInt(pairs.length));
        expect(found.first).toEqual(pairs.slice(0, wanted));
        expect(found.denominators).toEqual(
          pairs.length > 0 ? { first: pairs[0]!.denominator, last: pairs.at(-1)!.denominator } : undefined,
        );
      }),
    );
  });

  test('every percentage has a least pair, and no lesser denominator has one', () => {
    fc.assert(
      fc.property(percents, readings, (percent, how) => {
        const { numerator, denominator } = leastPairThatFits(percent, how);
        expect(fits(numerator, denominator, percent, how)).toBe(true);
        for (let lesser = denominator - 1n; lesser > 0n && lesser > denominator - 100n; lesser--)
          expect(numeratorsThatFit(percent, lesser, how)).toBeUndefined();
      }),
    );
  });

  test('floors, added up', () => {
    const small = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 60 }), small, small, (terms, divisor, step, start) => {
        let sum = 0;
        for (let index = 0; index < terms; index++) sum += Math.floor((step * index + start) / divisor);
        expect(sumOfFloors(BigInt(terms), BigInt(divisor), BigInt(step), BigInt(start))).toBe(BigInt(sum));
      }),
    );
  });
});

test('pairs up to 10^15 are counted, not gone through', () => {
  // A share of 1/10 000 of all n/d, give or take the edges: 10^30 / 2 × 1/10 000 = 5 × 10^25.
  const { count, first, denominators } = pairsThatFit('95.78', 10n ** 15n, 'rounded', 20);
  expect(count.toString()).toMatch(/^(?:4999|5000)\d{22}$/);
  expect(first[0]).toEqual({ numerator: 159n, denominator: 166n }); // 68/71 = 95.77, 91/95 = 95.79
  expect(denominators).toEqual({ first: 166n, last: 10n ** 15n });
});
