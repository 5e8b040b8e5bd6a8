import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountPart } from '../../src/measure/amount.ts';
import { measure } from '../../src/measure/measure.ts';
import type { By, Measured, Query } from '../../src/measure/measured.ts';
import { defineMetric } from '../../src/measure/metric.ts';
import type { Metric } from '../../src/measure/metric.ts';
import { metrics } from '../../src/measure/metrics/index.ts';
import { shareOfWhole } from '../../src/measure/ratio.ts';
import { above, below, leftOut, reading, unknown } from '../../src/measure/reader.ts';
import { aYearBefore, declared, evaluated, told } from '../../src/measure/readers/index.ts';
import { factKey } from '../../src/language/fact.ts';
import { facts as allFacts } from '../../src/tables/facts.ts';
import { NOTHING } from '../../src/tally/sum.ts';
import type { Facts, Tally } from '../../src/tally/tally.ts';
import type { Period } from '../../src/vocabulary/period.ts';

const text = { zh: '数', en: 'number' };
const named = {
  id: 'example',
  group: 'core',
  label: text,
  unit: 'share',
  shape: 'ratio',
  numerator: { label: text, unit: 'persons' },
  denominator: { label: text, unit: 'persons' },
  withoutDenominator: 'zero-denominator',
  definition: text,
  formula: text,
  source: text,
  sufficient: [['villages']],
} as const;

describe('what a metric reads', () => {
  const example = defineMetric({
    ...named,
    reads: { poor: above(told('remaining_poor_persons')), population: below(declared('rural_population')) },
    part: ({ poor, population }) => shareOfWhole(poor, population),
  });

  test('says which facts are tallied: those that decide whose word is taken, too', () => {
    expect([...example.uses].toSorted()).toEqual([
      'declared.registered_poor_households',
      'declared.remaining_poor_persons',
      'declared.rows',
      'declared.rural_population',
      'evidence.registered_poor_households',
      'evidence.remaining_poor_persons',
      'evidence.rows',
    ]);
  });

  test('says which rows stand behind the number, and where', () => {
    expect(example.behind).toEqual({
      numerator: ['evidence.remaining_poor_persons', 'declared.remaining_poor_persons'],
      denominator: ['declared.rural_population'],
    });
  });

  test('is all that its formula can see: to forget a fact does not compile', () => {
    defineMetric({
      ...named,
      reads: { poor: above(told('remaining_poor_persons')) },
      // @ts-expect-error There is no population to read.
      part: ({ poor, population }) => shareOfWhole(poor, population),
    });
    defineMetric({
      ...named,
      reads: { receipts: above(aYearBefore(declared('collective_income'))) },
      // @ts-expect-error The files may not have the year before.
      part: ({ receipts }) => amountPart(receipts),
    });
  });

  test('holds what is shown beside the number as well', () => {
    const { uses } = defineMetric({
      ...named,
      reads: { poor: above(declared('rural_population')) },
      part: ({ poor }) => amountPart(poor),
      beside: [{ fact: 'evidence.pre_exit_persons', label: text, unit: 'persons' }],
      excluded: [{ label: text, unit: 'households', evidence: 'exempt_households', declared: 'exempt_households' }],
    });
    expect(uses).toEqual(expect.arrayContaining(['evidence.pre_exit_persons', 'evidence.exempt_households', 'declared.exempt_households']));
  });

  test('follows from the parts that a reading is made of', () => {
    const one = reading(
      {
        receipts: above(declared('collective_income')),
        aid: leftOut(declared('subsidy_income')),
        missed: unknown(evaluated('missed_poor_persons')),
      },
      (read) => read,
    );
    expect(one.behind).toEqual({
      numerator: ['declared.collective_income'],
      leftOut: ['declared.subsidy_income'],
      unknown: ['evaluation.missed_poor_persons'],
    });
    expect(aYearBefore(one)).toMatchObject({ uses: one.uses, behind: {} });
  });

  test('is there: a name that no fact has stops the program', () => {
    expect(() => declared('rural_populatoin')).toThrow(new RangeError('no fact declared.rural_populatoin'));
    expect(() => told('rural_population')).toThrow(new RangeError('no fact evidence.rural_population'));
  });
});

test.each(metrics.map((metric) => [metric.id, metric] as const))(
  '%s has rows above its line, and below it if it is a ratio',
  (_, metric) => {
    expect(metric.behind.numerator).not.toEqual([]);
    if (metric.shape === 'ratio' || metric.shape === 'mean') expect(metric.behind.denominator ?? []).not.toEqual([]);
  },
);

/** Sums of every fact and of some names, each by itself anything. */
const sums = fc.record({
  ...Object.fromEntries(Object.keys(NOTHING).map((part) => [part, fc.oneof({ weight: 3, arbitrary: fc.constant(0n) }, fc.bigInt(0n, 3n))])),
  yes: fc.bigInt(0n, 20n),
});
const anyFacts: fc.Arbitrary<Facts> = fc
  .array(sums, { minLength: 40, maxLength: 40 })
  .chain((some) => fc.infiniteStream(fc.nat(some.length - 1)).map((numbers) => [some, numbers] as const))
  .map(([some, numbers]) => {
    const next = () => ({ ...NOTHING, ...some[numbers.next().value as number] });
    const keys = allFacts.flatMap((fact) => [
      factKey(fact),
      ...(fact.per ? ['', 'central', 'a', 'b'].map((name) => `${factKey(fact)}:${name}`) : []),
    ]);
    return new Map(keys.map((key) => [key, key.endsWith('.rows') ? { ...next(), yes: 1n } : next()]));
  });

/** How many rows there are is always tallied. */
const isTallied = ({ uses }: Metric, key: string): boolean => key.endsWith('.rows') || uses.includes(key.split(':')[0]!);

const answers = (tallies: readonly Tally[], query: Query): readonly Partial<Measured>[] => {
  const { places, total } = measure({ tallies, unplaced: [], inputs: [] }, query);
  // Which columns would settle a number is asked of all facts of the files.
  return [...places, total].map(({ measured }) => ({ ...measured[0]!, lacking: [] }));
};

describe('without a fact that a metric does not use, its answer is the same', () => {
  test.each(metrics.map((metric) => [metric.id, metric] as const))('%s', (_, metric) => {
    fc.assert(
      fc.property(
        fc.array(anyFacts, { minLength: 3, maxLength: 3 }),
        fc.constantFrom('auto', 'households', 'villages'),
        fc.constantFrom<By>('village', ...(metric.ofHelperUnit ? (['helper-unit'] as const) : [])),
        fc.constantFrom(undefined, 'central'),
        (given, evidence, by, source) => {
          const places = [{ county: '甲县', village: '大桥村' }, { county: '甲县', village: '大桥村' }, { county: '甲县' }];
          const tallies = given.map((facts, index): Tally => {
            const isOfCounty = index === 2;
            const own = [...facts].filter(([key]) => key.startsWith('evaluation.') === isOfCounty);
            return {
              place: places[index]!,
              period: (index === 1 ? '2019' : '2020') as Period,
              facts: new Map(own),
              parameters: { poverty_line: 400_000n },
              inputs: new Set(['a']),
            };
          });
          const fewer = tallies.map((tally) => ({ ...tally, facts: new Map([...tally.facts].filter(([key]) => isTallied(metric, key))) }));
          const query: Query = { period: '2020' as Period, by, metrics: [metric], evidence, source };
          expect(answers(fewer, query)).toEqual(answers(tallies, query));
        },
      ),
      { numRuns: 20 },
    );
  });
});
