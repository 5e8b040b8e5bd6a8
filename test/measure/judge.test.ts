import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/measure/judge.ts';
import type { Verdict } from '../../src/measure/judge.ts';
import type { Metric } from '../../src/measure/metric.ts';
import { metrics } from '../../src/measure/metrics/index.ts';
import { defineStandard } from '../../src/standards/define.ts';
import type { StandardInForce } from '../../src/standards/in-force.ts';
import { shippedBook } from '../../src/standards/regions/index.ts';
import { COMPARISONS } from '../../src/standards/standard.ts';
import type { Comparison } from '../../src/standards/standard.ts';
import type { Fraction } from '../../src/vocabulary/fraction.ts';
import type { IsoDate } from '../../src/vocabulary/period.ts';
import { filesOf, householdsOf, measuredAll, village } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const GUANGXI = '广西壮族自治区';

/** The first place of some files, judged by what is shipped. */
async function judged(
  id: string,
  files: Readonly<Record<string, string>>,
  more: { readonly region?: string; readonly asOf?: string; readonly by?: 'village' | 'township' | 'county' | 'all' } = {},
) {
  const { region, asOf, by = 'village' } = more;
  const standards = { book: shippedBook, region, asOf: asOf as IsoDate | undefined };
  const { places, total } = await measuredAll(files, [id], { by, standards });
  return { one: places[0]!.measured[0]!, judging: places[0]!.judging, total: total.measured[0]! };
}
const inGuangxi = (...villages: readonly TableRow[]) =>
  filesOf(
    [],
    villages.map((row) => village({ province: GUANGXI, ...row })),
  );

const brief = (verdict: Verdict | undefined) =>
  verdict && {
    met: verdict.met,
    shortBy: verdict.shortBy && Number(verdict.shortBy.amount),
    unit: verdict.shortBy?.unit,
    hidden: verdict.hiddenByRounding,
  };
const incidence = async (remaining: number | string, population: number | string) =>
  brief((await judged('poverty_incidence', inGuangxi({ remaining_poor_persons: remaining, rural_population: population }))).one.verdict);
const coverage = async (industry: number, registered: number, exempt = 0) =>
  brief(
    (
      await judged(
        'industry_coverage',
        inGuangxi({
          industry_households: industry,
          registered_poor_households: registered,
          exempt_households: exempt,
          industry_exempt_households: 0,
        }),
      )
    ).one.verdict,
  );

describe('the unrounded number is compared with the threshold', () => {
  test.each([
    // Below 3 %: 30 of 1000 is exactly 3 % and fails, one person fewer passes.
    [30, 1000, 'no', 1, false],
    [29, 1000, 'yes', 0, false],
    // 749 of 25 000 is 2.996 %, printed 3.00 %: passes, and is marked. 750 is 3 % exactly: nothing is hidden.
    [749, 25_000, 'yes', 0, true],
    [750, 25_000, 'no', 1, false],
    // 751 of 25 000 is 3.004 %, printed 3.00 %: on the same side as what is printed.
    [751, 25_000, 'no', 2, false],
    [0, 1000, 'yes', 0, false],
  ])('%i of %i poor persons: %s', async (remaining, population, met, shortBy, hidden) => {
    expect(await incidence(remaining, population)).toEqual({ met, shortBy, unit: 'persons', hidden });
  });

  test.each([
    // 60 % and more: 60 of 100 passes, 59 lacks one. 37 of 62 is 59.677…%: 0.6 × 62 = 37.2, so 38 are needed.
    [60, 100, 'yes', 0, false],
    [59, 100, 'no', 1, false],
    [37, 62, 'no', 1, false],
    [38, 62, 'yes', 0, false],
    // 14 999 of 25 000 is 59.996 %, printed 60.00 %: fails, and is marked.
    [14_999, 25_000, 'no', 1, true],
    [0, 5, 'no', 3, false],
  ])('%i of %i households with an industry: %s', async (industry, registered, met, shortBy, hidden) => {
    expect(await coverage(industry, registered)).toEqual({ met, shortBy, unit: 'households', hidden });
  });

  test('exempt households are out of the number that is judged', async () => {
    // 6 ÷ (15 − 5) = 60 %; with the exempt ones it would be 40 %
    expect(await coverage(6, 15, 5)).toMatchObject({ met: 'yes' });
  });

  test('yuan are short in whole yuan', async () => {
    const income = async (yuan: number | string) =>
      brief((await judged('collective_income', inGuangxi({ collective_income: yuan, subsidy_income: 0, one_off_income: 0 }))).one.verdict);
    expect(await income(50_000)).toMatchObject({ met: 'yes', shortBy: 0, unit: 'yuan' });
    // Money is in fen: 0.01 and 1 yuan short are both one whole yuan, 1.01 are two
    expect(await income(49_999.99)).toMatchObject({ met: 'no', shortBy: 100 });
    expect(await income(49_999)).toMatchObject({ met: 'no', shortBy: 100 });
    expect(await income(49_998.99)).toMatchObject({ met: 'no', shortBy: 200 });
  });

  test('children out of school: none passes, one is one too many', async () => {
    const children = async (count: number | string) =>
      brief((await judged('dropout_children', inGuangxi({ dropout_children: count }))).one.verdict);
    expect(await children(0)).toMatchObject({ met: 'yes', shortBy: 0, unit: 'children' });
    expect(await children(1)).toMatchObject({ met: 'no', shortBy: 1, unit: 'children' });
    expect(await children('')).toMatchObject({ met: 'undetermined' });
  });

  test('money that is not recurring does not pass the mark', async () => {
    const { one } = await judged(
      'collective_income',
      inGuangxi({ collective_income: 90_000, subsidy_income: 10_000, one_off_income: 40_000 }),
    );
    expect(brief(one.verdict)).toMatchObject({ met: 'no', shortBy: 1_000_000 });
  });
});

describe('what is not known may decide', () => {
  const households = (yes: number, no: number, unknown: number): readonly TableRow[] =>
    householdsOf(
      [...Array<string>(yes).fill('yes'), ...Array<string>(no).fill('no'), ...Array<string>(unknown).fill('')].map((has_industry) => ({
        province: GUANGXI,
        exempt: 'no',
        has_industry,
      })),
    );
  const met = async (yes: number, no: number, unknown: number) =>
    (await judged('industry_coverage', filesOf(households(yes, no, unknown)))).one.verdict?.met;

  test('unknown rows that could cross the line leave it undetermined', async () => {
    // 6 of 9 known; with the unknown one between 6/10 = 60 % and 7/10: met whatever it is
    expect(await met(6, 3, 1)).toBe('yes');
    // 6 of 9 known; with two unknown between 6/11 = 54.5 % and 8/11: undetermined
    expect(await met(6, 3, 2)).toBe('undetermined');
    // 4 of 9 known; with one unknown between 4/10 and 5/10: not met whatever it is
    expect(await met(4, 5, 1)).toBe('no');
    // 5 of 9 known; with one unknown between 5/10 and 6/10 = 60 %: undetermined
    expect(await met(5, 4, 1)).toBe('undetermined');
  });

  test('a village whose households all left the answer blank is undetermined, though no village table says anything', async () => {
    const rows = [...households(0, 0, 2), ...householdsOf([{ province: GUANGXI, village: '龙村', exempt: 'no', has_industry: 'yes' }], 9)];
    const { one } = await judged('industry_coverage', filesOf(rows));
    expect(one).toMatchObject({ reason: 'no-data', missing: 2n, lacking: [], verdict: { met: 'undetermined' } });
  });

  test('a column that is blank in every row of the file says nothing, as if it were not there', async () => {
    expect(await met(0, 0, 3)).toBe('not-assessable');
  });

  test('how many confirmed would settle it', async () => {
    // 6 yes, 3 no, 2 unknown: 0.6 × 11 = 6.6, so 7 are needed: one more
    const { one } = await judged('industry_coverage', filesOf(households(6, 3, 2)));
    expect(brief(one.verdict)).toEqual({ met: 'undetermined', shortBy: 1, unit: 'households', hidden: false });
  });

  test('a rejected row could cross the line as well', async () => {
    // 5 of 8 known, the ninth rejected for its number of persons: between 5/9 = 55.6 % and 6/9
    const rows = [...households(5, 3, 0), { ...householdsOf([{}], 99)[0]!, province: GUANGXI, persons: 'viele' }];
    expect((await judged('industry_coverage', filesOf(rows))).one).toMatchObject({ rejected: 1n, verdict: { met: 'undetermined' } });
  });

  test('a rejected village row never passes', async () => {
    // 5 poor of 1000 would pass; but more persons in school than there are make the row an error
    const bad = { rural_population: 1000, remaining_poor_persons: 5, households: 10, safe_housing_households: 20 };
    const { one } = await judged('poverty_incidence', inGuangxi(bad));
    expect(one.verdict?.met).toBe('undetermined');
  });

  test('a side that is open is undetermined, unless the other side has failed already', async () => {
    // One of two registered households has no row, nobody knows how many persons it has: 20 of 1000 poor at least, 30 of 1000 at least
    const open = async (persons: number) => {
      const rows = householdsOf([{ province: GUANGXI, status: 'remaining', persons }]);
      const declared = village({ province: GUANGXI, rural_population: 1000, registered_poor_households: 2 });
      const { one } = await judged('poverty_incidence', filesOf(rows, [declared]));
      return [one.high, one.verdict?.met];
    };
    expect(await open(20)).toEqual([undefined, 'undetermined']);
    expect(await open(30)).toEqual([undefined, 'no']);
  });

  test('a number that no file speaks of is not assessable, a blank one is undetermined', async () => {
    expect(await incidence('', 1000)).toMatchObject({ met: 'undetermined' });
    const absent = await judged('poverty_incidence', inGuangxi({ rural_population: 1000 }));
    expect(absent.one.verdict?.met).toBe('not-assessable');
    expect(absent.one.lacking).toEqual([{ column: 'remaining_poor_persons', absent: true }]);
    expect(absent.one.verdict?.shortBy).toBeUndefined();
  });

  test('receipts that are not separated could be nothing', async () => {
    const { one } = await judged('collective_income', inGuangxi({ collective_income: 90_000, subsidy_income: '', one_off_income: 0 }));
    expect(brief(one.verdict)).toMatchObject({ met: 'undetermined', shortBy: 5_000_000 });
  });
});

describe('adding exactly what is short meets the standard, and one fewer does not', () => {
  const inForce = (comparison: Comparison, value: string, unit: 'share' | 'yuan' | 'children'): StandardInForce => {
    const standard = defineStandard({
      id: 'village-exit/made-up',
      region: '45',
      level: 'village',
      label: { zh: '编', en: 'made up' },
      unit,
      comparison,
      wording: '编',
      values: [
        { from: '2020-01-01', until: '2020-12-31', value, source: { title: '编', issuer: '编', published: '2020', confidence: 'hearsay' } },
      ],
      lastChecked: '2020-01-01',
    });
    return { standard, value: standard.values[0]!, amendments: [] };
  };
  const metricOf = (id: string): Metric => metrics.find((metric) => metric.id === id)!;
  const verdictOn = (metric: Metric, value: Fraction, by: StandardInForce): Verdict =>
    judge({ metric, value, low: value, high: value, reason: undefined, isLacking: false }, by);
  const direction = (comparison: Comparison): bigint => (comparison === 'at-least' || comparison === 'above' ? 1n : -1n);
  const comparisons = fc.constantFrom(...COMPARISONS);

  test('households and persons', () => {
    const numbers = fc.record({
      comparison: comparisons,
      hundredths: fc.integer({ min: 100, max: 9900 }),
      whole: fc.integer({ min: 200, max: 100_000 }),
      part: fc.nat(100_000),
    });
    fc.assert(
      fc.property(numbers, ({ comparison, hundredths, whole, part }) => {
        const by = inForce(comparison, `${hundredths / 100}%`, 'share');
        const [metric, denominator] = [metricOf('industry_coverage'), BigInt(whole)];
        const value = { numerator: BigInt(Math.min(part, whole)), denominator };
        const { met, shortBy } = verdictOn(metric, value, by);
        const after = (amount: bigint) =>
          verdictOn(metric, { numerator: value.numerator + direction(comparison) * amount, denominator }, by).met;
        expect(shortBy!.amount === 0n).toBe(met === 'yes');
        expect(after(shortBy!.amount)).toBe('yes');
        if (shortBy!.amount > 0n) expect(after(shortBy!.amount - 1n)).toBe('no');
      }),
    );
  });

  test('yuan and children', () => {
    const numbers = fc.record({ comparison: comparisons, limit: fc.integer({ min: 0, max: 100_000 }), amount: fc.nat(20_000_000) });
    fc.assert(
      fc.property(numbers, fc.constantFrom('yuan', 'children'), ({ comparison, limit, amount }, unit) => {
        // Fewer than none cannot be.
        fc.pre(comparison !== 'below' || limit > 0);
        const by = inForce(comparison, `${limit} ${unit}`, unit);
        const metric = metricOf(unit === 'yuan' ? 'collective_income' : 'dropout_children');
        const step = unit === 'yuan' ? 100n : 1n;
        const { met, shortBy } = verdictOn(metric, { numerator: BigInt(amount), denominator: 0n }, by);
        const after = (short: bigint) =>
          verdictOn(metric, { numerator: BigInt(amount) + direction(comparison) * short, denominator: 0n }, by).met;
        expect(shortBy!.amount % step).toBe(0n);
        expect(shortBy!.amount === 0n).toBe(met === 'yes');
        expect(after(shortBy!.amount)).toBe('yes');
        if (shortBy!.amount > 0n) expect(after(shortBy!.amount - step)).toBe('no');
      }),
    );
  });

  test.each([
    ['at-least', ['no', 'yes', 'yes']],
    ['above', ['no', 'no', 'yes']],
    ['at-most', ['yes', 'yes', 'no']],
    ['below', ['yes', 'no', 'no']],
  ] as const)('%s: under, on and over the line', (comparison, expected) => {
    const by = inForce(comparison, '50%', 'share');
    const verdicts = [49n, 50n, 51n].map((numerator) => verdictOn(metricOf('industry_coverage'), { numerator, denominator: 100n }, by).met);
    expect(verdicts).toEqual(expected);
  });
});

describe('the standard of the place, the region and the year', () => {
  const income = (more: TableRow): TableRow => ({ collective_income: 35_000, subsidy_income: 0, one_off_income: 0, ...more });
  const threshold = async (files: Readonly<Record<string, string>>, more?: Parameters<typeof judged>[2], id = 'collective_income') => {
    const { one } = await judged(id, files, more);
    return one.verdict ? `${one.verdict.standard.region} ${one.verdict.value.value} ${one.verdict.met}` : one.unjudged?.why.reason;
  };

  test.each([
    [2017, '45 20000 yuan yes'],
    [2018, '45 30000 yuan yes'],
    [2019, 'no-value-in-force'],
    [2020, '45 50000 yuan no'],
    [2021, 'no-value-in-force'],
  ])('the mark for collective income in %i', async (period, expected) => {
    expect(await threshold(inGuangxi(income({ period })))).toBe(expected);
  });

  test('a year without a sourced value has no verdict, and says which years have one', async () => {
    const { one } = await judged('collective_income', inGuangxi(income({ period: 2019 })));
    expect(one.verdict).toBeUndefined();
    expect(one.unjudged).toMatchObject({
      id: 'village-exit/collective-income',
      date: '2019-12-31',
      why: { periods: [{ from: '2017-01-01' }, { from: '2018-01-01' }, { from: '2020-01-01' }] },
    });
  });

  test.each([
    ['its own year of exit decides', 2018, '45 30000 yuan yes'],
    ['the year of exit may have no mark', 2019, 'no-value-in-force'],
    ['a year of exit that has not come does not', 2021, '45 50000 yuan no'],
    ['nor does a blank one', '', '45 50000 yuan no'],
    ['the same year is the same', 2020, '45 50000 yuan no'],
  ])('%s', async (_, exit_year, expected) => {
    expect(await threshold(inGuangxi(income({ exit_year })))).toBe(expected);
  });

  test('after 2020 a village that left in 2018 is still judged as in 2018', async () => {
    expect(await threshold(inGuangxi(income({ period: 2021, exit_year: 2018 })))).toBe('45 30000 yuan yes');
  });

  test('the year of exit counts before --as-of, its own year too', async () => {
    expect(await threshold(inGuangxi(income({ exit_year: 2020 })), { asOf: '2021-06-30' })).toBe('45 50000 yuan no');
    expect(await threshold(inGuangxi(income({ exit_year: 2018 })), { asOf: '2021-06-30' })).toBe('45 30000 yuan yes');
    expect(await threshold(inGuangxi(income({})), { asOf: '2021-06-30' })).toBe('no-value-in-force');
  });

  test('no exit standard reaches past 2020', async () => {
    const files = inGuangxi({ period: 2021, rural_population: 1000, remaining_poor_persons: 0 });
    expect(await threshold(files, {}, 'poverty_incidence')).toBe('no-value-in-force');
    expect(await threshold(files, { asOf: '2020-12-31' }, 'poverty_incidence')).toBe('45 3% yes');
  });

  test('before the form of 2017 the nation judged: 3 % in the west', async () => {
    const files = inGuangxi({ period: 2016, rural_population: 1000, remaining_poor_persons: 0 });
    expect(await threshold(files, {}, 'poverty_incidence')).toBe('CN 3% yes');
  });

  test('a village that is no poverty village is not judged; one that does not say is', async () => {
    for (const [poverty_village, expected] of [
      ['no', undefined],
      ['yes', '45 50000 yuan no'],
      ['', '45 50000 yuan no'],
    ] as const) {
      const { one } = await judged('collective_income', inGuangxi(income({ poverty_village })));
      expect(one.verdict && `${one.verdict.standard.region} ${one.verdict.value.value} ${one.verdict.met}`).toBe(expected);
      if (poverty_village === 'no') expect(one.unjudged).toBeUndefined();
    }
  });

  const people = { rural_population: 1000, remaining_poor_persons: 25 };
  test.each<[string, TableRow, string | undefined, string]>([
    ['the village code', { village_code: '451122100201' }, undefined, '45 3% yes'],
    ['the province', { province: '广西' }, undefined, '45 3% yes'],
    ['the province in English', { province: 'Guangxi' }, undefined, '45 3% yes'],
    ['--region', {}, '45', '45 3% yes'],
    ['--region of a county', {}, '451122', '45 3% yes'],
    ['never a county’s name', { county: '钟山县', city: '贺州市' }, undefined, 'region-unknown'],
    // 25 of 1000 is 2.5 %: under 3 % of the west, over 2 % of the rest
    ['a province of the west', { province: '贵州省' }, undefined, 'CN 3% yes'],
    ['a province that is not', { province: '湖北省' }, undefined, 'CN 2% no'],
    ['--region does not move a village that says Guizhou', { province: '贵州省' }, '45', 'CN 3% yes'],
    ['nor one whose code says it', { village_code: '520123100201' }, '45', 'CN 3% yes'],
    ['the code counts before the province', { village_code: '451122100201', province: '湖北省' }, undefined, '45 3% yes'],
  ])('the region is told by %s', async (_, place, region, expected) => {
    expect(await threshold(filesOf([], [village({ ...people, ...place })]), { ...(region && { region }) }, 'poverty_incidence')).toBe(
      expected,
    );
  });

  test('Guizhou has no mark for collective income, and Guangxi’s is not lent to it', async () => {
    expect(await threshold(filesOf([], [village(income({ province: '贵州省' }))]), { region: '45' })).toBe('no-value-in-force');
  });

  test('a county is judged by the standard of counties, a township and the whole by none', async () => {
    const files = inGuangxi(
      { county: '钟山县', township: '公安镇', village: 'A', ...people },
      { county: '钟山县', township: '公安镇', village: 'B', ...people, remaining_poor_persons: 35 },
    );
    // (25 + 35) ÷ 2000 is exactly 3 %: one person too many
    const { one, total } = await judged('poverty_incidence', files, { by: 'county' });
    expect(one.verdict?.standard.id).toBe('county-exit/poverty-incidence');
    expect(brief(one.verdict)).toMatchObject({ met: 'no', shortBy: 1 });
    expect([total.verdict, total.unjudged]).toEqual([undefined, undefined]);
    for (const by of ['township', 'all'] as const) {
      const { one: other } = await judged('poverty_incidence', files, { by });
      expect([other.verdict, other.unjudged]).toEqual([undefined, undefined]);
    }
  });

  test('villages of one county’s name in two provinces are in neither', async () => {
    const files = filesOf(
      [],
      [
        village({ county: '城关县', village: 'A', village_code: '451122100201', ...people }),
        village({ county: '城关县', village: 'B', village_code: '520123100201', ...people }),
      ],
    );
    expect(await threshold(files, { by: 'county' }, 'poverty_incidence')).toBe('region-unknown');
  });

  test('a county without a collective-income mark has no verdict on it and no complaint', async () => {
    const { one } = await judged('collective_income', inGuangxi(income({ county: '钟山县' })), { by: 'county' });
    expect([one.verdict, one.unjudged]).toEqual([undefined, undefined]);
  });
});
