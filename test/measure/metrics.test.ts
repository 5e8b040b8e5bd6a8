import { describe, expect, test } from 'vitest';
import { formatMeasured } from '../../src/report/format-value.ts';
import { toNumber } from '../../src/vocabulary/fraction.ts';
import type { Measured } from '../../src/measure/measured.ts';
import { csvOf, measured } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const village = (more: TableRow): TableRow => ({ village: '大桥村', period: 2020, ...more });
const household = (id: number, more: TableRow = {}): TableRow => ({
  household_id: `H${id}`,
  village: '大桥村',
  period: 2020,
  persons: 3,
  status: 'exited',
  exempt: 'no',
  has_industry: 'yes',
  ...more,
});
const many = (count: number, more: (index: number) => TableRow): readonly TableRow[] =>
  Array.from({ length: count }, (_, index) => household(index, more(index)));

/** A measured metric in the numbers that a reader sees. */
const seen = ({ value, low, high, missing, reason, evidence, marks }: Measured) => ({
  value: value && `${value.numerator}/${value.denominator}`,
  low: low && toNumber(low),
  high: high && toNumber(high),
  missing: Number(missing),
  reason,
  evidence,
  marks,
});

describe('industry_coverage by village rows', () => {
  const of = (...rows: readonly TableRow[]) => measured({ 'villages.csv': csvOf(rows) }, 'industry_coverage');

  test('the article: 159 of 166 households is 95.78 %', async () => {
    const one = await of(village({ registered_poor_households: 166, exempt_households: 0, industry_households: 159 }));
    expect(formatMeasured(one)).toBe('95.78%'); // 159/166 = 0.957831…
    expect(seen(one)).toMatchObject({ value: '159/166', missing: 0, evidence: 'villages' });
  });

  test('exempt households leave both counts', async () => {
    // (100 − 5) ÷ (120 − 10) = 95/110
    expect(
      seen(
        await of(
          village({ registered_poor_households: 120, exempt_households: 10, industry_households: 100, industry_exempt_households: 5 }),
        ),
      ),
    ).toMatchObject({ value: '95/110' });
  });

  test('when it is not known how many exempt ones have an industry, that sets the range', async () => {
    // 100 ÷ 110; least (100 − 10) ÷ 110, greatest 100 ÷ 110
    const one = seen(await of(village({ registered_poor_households: 120, exempt_households: 10, industry_households: 100 })));
    expect(one).toMatchObject({ value: '100/110', low: 90 / 110, high: 100 / 110, missing: 0 });
  });

  test('more with an industry than eligible: no number, and the reason', async () => {
    expect(seen(await of(village({ registered_poor_households: 60, exempt_households: 10, industry_households: 55 })))).toMatchObject({
      value: undefined,
      reason: 'exempt-in-numerator',
    });
  });

  test('exactly as many as eligible is 100 %', async () => {
    expect(
      seen(
        await of(
          village({ registered_poor_households: 60, exempt_households: 10, industry_households: 50, industry_exempt_households: 0 }),
        ),
      ),
    ).toMatchObject({ value: '50/50' });
  });

  test('nobody eligible: nothing to divide by, never 0 %', async () => {
    expect(seen(await of(village({ registered_poor_households: 4, exempt_households: 4, industry_households: 0 })))).toMatchObject({
      value: undefined,
      reason: 'zero-denominator',
      low: undefined,
      high: undefined,
    });
  });

  test('no column of exempt households: nobody is left out, and the range says what exempt ones could make of it', async () => {
    // 50/60; least: 50 exempt ones have the industry, 0 of 10; greatest: 10 exempt ones have none, 50 of 50
    expect(seen(await of(village({ registered_poor_households: 60, industry_households: 50 })))).toMatchObject({
      value: '50/60',
      reason: undefined,
      missing: 0,
      low: 0,
      high: 1,
      evidence: 'villages',
      marks: ['exempt-not-separated'],
    });
  });

  test('exempt households left blank: no number, anything possible', async () => {
    expect(seen(await of(village({ registered_poor_households: 60, industry_households: 50, exempt_households: '' })))).toMatchObject({
      value: undefined,
      reason: 'no-data',
      missing: 60,
      low: 0,
      high: 1,
      marks: [],
    });
  });

  test('what exempt households cannot change is the value', async () => {
    // All of 5, or none of 5, whoever is exempt
    expect(seen(await of(village({ registered_poor_households: 5, industry_households: 5, exempt_households: '' })))).toMatchObject({
      value: '5/5',
      low: 1,
      high: 1,
    });
    expect(seen(await of(village({ registered_poor_households: 5, industry_households: 0, exempt_households: '' })))).toMatchObject({
      value: '0/5',
      low: 0,
      high: 0,
    });
  });

  test('of 166 with 20 exempt and 159 with an industry, 139 to 146 of 146 have one, however many exempt ones do', async () => {
    // At least 159 + 20 − 166 = 13 and at most 20 exempt ones have an industry: 159 − 20 = 139 to 159 − 13 = 146
    const rows = [village({ registered_poor_households: 166, exempt_households: 20, industry_households: 159 })];
    const { low, high, reason } = await measured({ 'v.csv': csvOf(rows) }, 'industry_coverage');
    expect(reason).toBe('exempt-in-numerator');
    expect([low, high]).toEqual([
      { numerator: 139n, denominator: 146n },
      { numerator: 146n, denominator: 146n },
    ]);
  });

  test('a county is not less certain than its villages, nor more', async () => {
    const county = (first: TableRow, second: TableRow) =>
      measured({ 'v.csv': csvOf([village({ village: 'A', ...first }), village({ village: 'B', ...second })]) }, 'industry_coverage');
    const of25 = { registered_poor_households: 25, exempt_households: '', industry_households: 21, industry_exempt_households: 0 };
    const of10 = { registered_poor_households: 10, industry_households: 5, industry_exempt_households: 0 };
    // A 5 of 10; B 21 of 25 to 21 of 21: between 26/35 = 74.29 % and 26/31 = 83.87 %, though the known part is 5/10
    const known = await county({ ...of10, exempt_households: 0 }, of25);
    expect(seen(known)).toMatchObject({ value: '5/10', low: 26 / 35, high: 26 / 31 });
    // A may have up to 5 exempt ones too: 26/35 to 26/26
    expect(seen(await county({ ...of10, exempt_households: '' }, of25))).toMatchObject({ value: undefined, low: 26 / 35, high: 1 });
  });

  test('of no registered households none is exempt: nothing to divide by', async () => {
    const none = { registered_poor_households: 0, exempt_households: '', industry_households: '', industry_exempt_households: '' };
    expect(seen(await of(village(none)))).toMatchObject({ value: undefined, reason: 'zero-denominator', missing: 0 });
    // And adds nothing to a county
    const other = village({ village: 'B', registered_poor_households: 10, exempt_households: 0, industry_households: 4 });
    expect(seen(await of(village(none), other))).toMatchObject({ value: '4/10', low: 0.4, high: 0.4, missing: 0 });
  });

  test('a village that cannot answer adds what is missing, never half a fraction', async () => {
    // A 100/160; B 100 registered and a blank: 100/160 with 100 missing, between 100/260 and 200/260.
    const one = seen(
      await of(
        village({ village: 'A', registered_poor_households: 160, exempt_households: 0, industry_households: 100 }),
        village({ village: 'B', registered_poor_households: 100, exempt_households: 0, industry_households: undefined }),
      ),
    );
    expect(one).toMatchObject({ value: '100/160', missing: 100, low: 100 / 260, high: 200 / 260 });
  });

  test('a county is the sum of its villages, not the mean of their rates', async () => {
    // (1 + 90) ÷ (10 + 100) = 91/110 = 82.73 %; the mean of 10 % and 90 % would be 50 %
    const one = await of(
      village({ village: 'A', registered_poor_households: 10, exempt_households: 0, industry_households: 1 }),
      village({ village: 'B', registered_poor_households: 100, exempt_households: 0, industry_households: 90 }),
    );
    expect(formatMeasured(one)).toBe('82.73%');
  });
});

describe('industry_coverage by household rows', () => {
  const of = (rows: readonly TableRow[], ...villages: readonly TableRow[]) =>
    measured({ 'households.csv': csvOf(rows), ...(villages.length > 0 && { 'villages.csv': csvOf(villages) }) }, 'industry_coverage');

  test('each of the nine answers counts where it belongs', async () => {
    // exempt × industry: no/yes 4, no/no 3, no/? 2, yes/any 3, ?/yes 1, ?/no 1, ?/? 1
    const rows = [
      ...Array.from({ length: 4 }, () => ({})),
      ...Array.from({ length: 3 }, () => ({ has_industry: 'no' })),
      ...Array.from({ length: 2 }, () => ({ has_industry: '' })),
      { exempt: 'yes' },
      { exempt: 'yes', has_industry: 'no' },
      { exempt: 'yes', has_industry: '' },
      { exempt: '' },
      { exempt: '', has_industry: 'no' },
      { exempt: '', has_industry: '' },
    ].map((more, index) => household(index, more));
    // Known: 4 of 7. Unknown: 2 + 1 + 1 + 1 = 5.
    // Least: no/? and ?/no and ?/? lack one, ?/yes is exempt: 4 ÷ (7 + 2 + 1 + 1) = 4/11.
    // Greatest: no/? and ?/yes and ?/? have one, ?/no is exempt: (4 + 2 + 1 + 1) ÷ (8 + 3) = 8/11.
    expect(seen(await of(rows))).toMatchObject({ value: '4/7', missing: 5, low: 4 / 11, high: 8 / 11, evidence: 'households' });
  });

  test('a list of industries is an industry, a blank in it is none', async () => {
    const rows = [
      household(1, { has_industry: undefined, industries: '优质稻、鸡' }),
      household(2, { has_industry: undefined, industries: '' }),
    ];
    expect(seen(await of(rows))).toMatchObject({ value: '1/2', missing: 0 });
  });

  test('a list that is blank throughout says nothing', async () => {
    const rows = [household(1, { has_industry: undefined, industries: '' }), household(2, { has_industry: undefined, industries: '' })];
    expect(seen(await of(rows))).toMatchObject({ value: undefined, reason: 'no-data' });
  });

  test('never-registered and cancelled households do not count', async () => {
    const rows = [
      household(1),
      household(2, { status: 'never' }),
      household(3, { status: 'cancelled' }),
      household(4, { has_industry: 'no' }),
    ];
    expect(seen(await of(rows))).toMatchObject({ value: '1/2' });
  });

  test('household rows replace the declaration when there are as many as declared', async () => {
    const rows = many(4, (index) => ({ has_industry: index < 3 ? 'yes' : 'no' }));
    const declared = village({ registered_poor_households: 4, exempt_households: 0, industry_households: 4 });
    expect(seen(await of(rows, declared))).toMatchObject({ value: '3/4', evidence: 'households' });
  });

  test('with fewer rows than declared, and nothing declared of the industry, the rest are unknown households', async () => {
    // 3 of 4 known, 6 absent: between 3/10 and 9/10
    const rows = many(4, (index) => ({ has_industry: index < 3 ? 'yes' : 'no' }));
    expect(seen(await of(rows, village({ registered_poor_households: 10 })))).toMatchObject({
      value: '3/4',
      missing: 6,
      low: 0.3,
      high: 0.9,
      evidence: 'partial',
    });
  });

  test('with fewer rows than declared the declaration stands, until the rows are as many', async () => {
    const rows = many(4, (index) => ({ has_industry: index < 3 ? 'yes' : 'no' }));
    const declared = (registered: number) =>
      village({ registered_poor_households: registered, exempt_households: 1, industry_households: 4, industry_exempt_households: 0 });
    expect(seen(await of(rows, declared(10)))).toMatchObject({ value: '4/9', missing: 0, evidence: 'villages' });
    expect(seen(await of(rows, declared(5)))).toMatchObject({ value: '4/4', missing: 0, evidence: 'villages' });
    // Four rows of four, or of three: 3 of 4
    expect(seen(await of(rows, declared(4)))).toMatchObject({ value: '3/4', evidence: 'households' });
    expect(seen(await of(rows, village({ registered_poor_households: 3, industry_households: 1 })))).toMatchObject({
      value: '3/4',
      evidence: 'households',
    });
    // A blank says nothing of how many there are
    const blank = { ...declared(10), registered_poor_households: '' };
    expect(seen(await of(rows, blank))).toMatchObject({ value: '3/4', evidence: 'households' });
    // Whoever wants the part gets it
    const files = { 'h.csv': csvOf(rows), 'v.csv': csvOf([declared(10)]) };
    expect(seen(await measured(files, 'industry_coverage', { evidence: 'households' }))).toMatchObject({ value: '3/4', missing: 0 });
  });

  test('household rows without a column of exempt ones: those with an industry out of all, anything possible', async () => {
    // 3 of 4; least: the three are exempt, 0 of 1; greatest: the fourth is, 3 of 3
    const rows = many(4, (index) => ({ exempt: undefined, has_industry: index < 3 ? 'yes' : 'no' }));
    const plain = { value: '3/4', missing: 0, low: 0, high: 1, marks: ['exempt-not-separated'], evidence: 'households' };
    expect(seen(await of(rows))).toMatchObject(plain);
    expect(seen(await of(rows, village({ registered_poor_households: 4 })))).toMatchObject(plain);
    // One that says nothing of its industry is missing, and counts on neither side of 3/4
    const more = [...rows, household(9, { exempt: undefined, has_industry: '' })];
    expect(seen(await of(more))).toMatchObject({ ...plain, missing: 1 });
    // With none, or all of them, exempt ones change nothing
    expect(seen(await of(many(4, () => ({ exempt: undefined, has_industry: 'yes' }))))).toMatchObject({ value: '4/4', low: 1, high: 1 });
    expect(seen(await of(many(4, () => ({ exempt: undefined, has_industry: 'no' }))))).toMatchObject({ value: '0/4', low: 0, high: 0 });
    // The village has the column, and left it blank: that is another thing
    const blank = village({ registered_poor_households: 4, exempt_households: '' });
    expect(seen(await of(rows, blank))).toMatchObject({ value: undefined, reason: 'no-data' });
  });

  test('a column that the household file lacks is taken from the village row', async () => {
    // The households know the industry (3 of 4), the village how many are exempt (1) and how many of these have one (1): (3 − 1) ÷ (4 − 1)
    const rows = many(4, (index) => ({ exempt: undefined, has_industry: index < 3 ? 'yes' : 'no' }));
    const declared = village({
      registered_poor_households: 4,
      exempt_households: 1,
      industry_households: 9,
      industry_exempt_households: 1,
    });
    expect(
      seen(await measured({ 'h.csv': csvOf(rows), 'v.csv': csvOf([{ ...declared, industry_households: 4 }]) }, 'industry_coverage')),
    ).toMatchObject({ value: '2/3', evidence: 'partial' });
  });

  test('--evidence takes one side alone', async () => {
    const files = {
      'h.csv': csvOf(many(4, (index) => ({ has_industry: index < 3 ? 'yes' : 'no' }))),
      'v.csv': csvOf([village({ registered_poor_households: 4, exempt_households: 0, industry_households: 4 })]),
    };
    expect(seen(await measured(files, 'industry_coverage', { evidence: 'villages' }))).toMatchObject({
      value: '4/4',
      evidence: 'villages',
    });
    expect(seen(await measured(files, 'industry_coverage', { evidence: 'households' }))).toMatchObject({
      value: '3/4',
      evidence: 'households',
    });
  });
});

describe('poverty_incidence', () => {
  const of = (rows: readonly TableRow[], ...villages: readonly TableRow[]) =>
    measured(
      { ...(rows.length > 0 && { 'households.csv': csvOf(rows) }), ...(villages.length > 0 && { 'villages.csv': csvOf(villages) }) },
      'poverty_incidence',
    );

  test('the article: 20 of 3125 persons is 0.64 %, 11 of 1341 is 0.82 %', async () => {
    expect(formatMeasured(await of([], village({ rural_population: 3125, remaining_poor_persons: 20 })))).toBe('0.64%'); // 0.0064
    expect(formatMeasured(await of([], village({ rural_population: 1341, remaining_poor_persons: 11 })))).toBe('0.82%'); // 0.008202…
  });

  test('persons are counted, not households; returned ones are poor, those in pre-exit are shown beside', async () => {
    // 2 + 4 of 1000; 5 persons in pre-exit
    const rows = [
      household(1, { status: 'remaining', persons: 2 }),
      household(2, { status: 'returned', persons: 4 }),
      household(3, { status: 'pre-exit', persons: 5 }),
      household(4),
    ];
    const one = await of(rows, village({ rural_population: 1000 }));
    expect(seen(one)).toMatchObject({ value: '6/1000', evidence: 'households' });
    expect(one.beside).toMatchObject([{ key: 'pre_exit_persons', value: 5n }]);
  });

  test('the number of poor persons not known: no number, and the whole population missing', async () => {
    expect(seen(await of([], village({ rural_population: 1000, remaining_poor_persons: '' })))).toMatchObject({
      value: undefined,
      reason: 'no-data',
      missing: 1000,
      low: 0,
      high: 1,
    });
  });

  test('households absent whose persons nobody knows leave the high side open', async () => {
    const one = seen(await of([household(1, { status: 'remaining' })], village({ rural_population: 1000, registered_poor_households: 2 })));
    expect(one).toMatchObject({ value: '3/1000', low: 0.003, high: undefined, missing: 1, evidence: 'partial' });
  });

  test('households absent whose persons are declared close it', async () => {
    // 3 persons known of 8 declared: the other 5 could be poor
    const one = seen(
      await of(
        [household(1, { status: 'remaining' })],
        village({ rural_population: 1000, registered_poor_households: 2, registered_poor_persons: 8 }),
      ),
    );
    expect(one).toMatchObject({ value: '3/1000', low: 0.003, high: 0.008, missing: 5 });
  });

  test('two of 166 households do not replace what the village declares', async () => {
    // 609 of 3126 persons is 19.48 %; the two households are 6 persons, 0.19 %
    const rows = [household(1, { status: 'remaining' }), household(2, { status: 'remaining' })];
    const declared = { rural_population: 3126, registered_poor_households: 166, registered_poor_persons: 700 };
    const stands = await of(rows, village({ ...declared, remaining_poor_persons: 609 }));
    expect(formatMeasured(stands)).toBe('19.48%');
    expect(seen(stands)).toMatchObject({ value: '609/3126', missing: 0, low: 609 / 3126, high: 609 / 3126, evidence: 'villages' });
    // Nothing declared: the known ones, 700 − 6 persons missing, up to 700 of 3126
    expect(seen(await of(rows, village({ ...declared, remaining_poor_persons: '' })))).toMatchObject({
      value: '6/3126',
      missing: 694,
      low: 6 / 3126,
      high: 700 / 3126,
      evidence: 'partial',
    });
  });

  test('no poor person among an unknown number of people is none, whatever the number: a range, and nothing to divide by', async () => {
    expect(seen(await of([], village({ rural_population: '', remaining_poor_persons: 0 })))).toMatchObject({
      value: undefined,
      reason: 'no-data',
      low: 0,
      high: 0,
    });
  });

  test('no village file: the base is wanting, not the residents', async () => {
    expect(seen(await of([household(1)]))).toMatchObject({ value: undefined, reason: 'needs-villages' });
  });

  test('an empty village: nothing to divide by', async () => {
    expect(seen(await of([], village({ rural_population: 0, remaining_poor_persons: 0 })))).toMatchObject({ reason: 'zero-denominator' });
  });
});

describe('collective income', () => {
  const of = (id: string, ...villages: readonly TableRow[]) => measured({ 'villages.csv': csvOf(villages) }, id);
  const income = (period: number, all: string | number, subsidy: string | number, oneOff: string | number, name = '江台村') =>
    village({ village: name, period, collective_income: all, subsidy_income: subsidy, one_off_income: oneOff });

  test('the article: 82 000 recurring, though 2 082 000 came in', async () => {
    expect(formatMeasured(await of('collective_income', income(2020, 2_082_000, 0, 2_000_000)))).toBe('82000.00');
    expect(formatMeasured(await of('collective_income_total', income(2020, 2_082_000, 0, 2_000_000)))).toBe('2082000.00');
  });

  test('the article: all receipts +2439.02 % (25.39 times), recurring +0.00 %', async () => {
    const rows = [income(2019, 82_000, 0, 0), income(2020, 2_082_000, 0, 2_000_000)];
    expect(formatMeasured(await of('collective_income_total_growth', ...rows))).toBe('+2439.02% (25.39×)'); // 2 000 000 ÷ 82 000 = 24.3902…
    expect(formatMeasured(await of('collective_income_growth', ...rows))).toBe('+0.00% (1.00×)');
  });

  test('subsidies not known: not separated, between nothing and what is left', async () => {
    const one = seen(await of('collective_income', income(2020, 100, '', 40)));
    expect(one).toMatchObject({ value: '6000/0', marks: ['not-separated'] }); // (100 − 40) yuan in fen
    const { low, high } = await of('collective_income', income(2020, 100, '', 40));
    expect([low?.numerator, high?.numerator]).toEqual([0n, 6000n]);
  });

  test('a village without a figure: the known sum of the others, as a lower bound', async () => {
    const one = await of('collective_income', income(2020, 100, 0, 0, 'A'), income(2020, '', '', '', 'B'));
    expect(formatMeasured(one)).toBe('≥100.00');
    expect(one).toMatchObject({ villages: { used: 1, inFile: 2 }, high: undefined });
  });

  test('no year before: no base', async () => {
    expect(seen(await of('collective_income_growth', income(2020, 100, 0, 0)))).toMatchObject({ value: undefined, reason: 'no-base' });
  });

  test('a base of zero: no number, never Infinity', async () => {
    expect(seen(await of('collective_income_growth', income(2019, 0, 0, 0), income(2020, 100, 0, 0)))).toMatchObject({
      value: undefined,
      reason: 'base-not-positive',
    });
  });

  test('a fall is negative', async () => {
    expect(formatMeasured(await of('collective_income_growth', income(2019, 100, 0, 0), income(2020, 75, 0, 0)))).toBe('-25.00% (0.75×)');
  });

  test('growth of a county sums the villages known in both years', async () => {
    // A 100 → 150, B 0 → 50, C only now: (200 − 100) ÷ 100 = +100 %
    const rows = [
      income(2019, 100, 0, 0, 'A'),
      income(2020, 150, 0, 0, 'A'),
      income(2019, 0, 0, 0, 'B'),
      income(2020, 50, 0, 0, 'B'),
      income(2020, 999, 0, 0, 'C'),
    ];
    const one = await of('collective_income_growth', ...rows);
    expect(formatMeasured(one)).toBe('+100.00% (2.00×)');
    expect(one.villages).toEqual({ used: 2, inFile: 3 });
  });

  test('a lower bound stays one in the sum', async () => {
    expect(formatMeasured(await of('collective_income_total', income(2020, '87万多', 0, 0)))).toBe('≥870000.00');
  });

  test('a month is compared with the same month of the year before', async () => {
    const rows = [
      { village: 'A', period: '2019-04', collective_income: 100, subsidy_income: 0, one_off_income: 0 },
      { village: 'A', period: '2020-04', collective_income: 110, subsidy_income: 0, one_off_income: 0 },
    ];
    expect(formatMeasured(await of('collective_income_growth', ...rows))).toBe('+10.00% (1.10×)');
  });
});

describe('pairing and plans', () => {
  test('a helper or a unit pairs a household; a blank is none while the column is used', async () => {
    const rows = [household(1, { helper_name: '干部01' }), household(2, { helper_name: '' }), household(3, { helper_name: '' })];
    expect(seen(await measured({ 'h.csv': csvOf(rows) }, 'pairing_coverage'))).toMatchObject({ value: '1/3', missing: 0 });
  });

  test('plans by the village row', async () => {
    expect(
      seen(await measured({ 'v.csv': csvOf([village({ registered_poor_households: 67, planned_households: 60 })]) }, 'plan_coverage')),
    ).toMatchObject({ value: '60/67' });
  });
});

describe('households and village mixed, and numbers that are not exact', () => {
  const declared = village({
    rural_population: 100,
    registered_poor_households: 4,
    registered_poor_persons: 12,
    remaining_poor_persons: 5,
    exempt_households: 1,
    industry_households: 2,
    industry_exempt_households: 1,
    paired_households: 3,
    planned_households: 2,
  });
  const two = [household(1, { exempt: undefined, status: 'remaining' }), household(2, { exempt: undefined, has_industry: 'no' })];
  const of = (id: string, rows: readonly TableRow[], ...villages: readonly TableRow[]) =>
    measured({ ...(rows.length > 0 && { 'h.csv': csvOf(rows) }), 'v.csv': csvOf(villages) }, id);

  test('half of the households is never divided by what the village declares, nor the other way round', async () => {
    expect(seen(await of('plan_coverage', two, declared))).toMatchObject({ value: '2/4', evidence: 'villages' });
    expect(seen(await of('pairing_coverage', two, declared))).toMatchObject({ value: '3/4', evidence: 'villages' });
    // The household rows know the industry of 2 of 4, the village says 2 of 4 and 1 exempt with one: (2 − 1) ÷ (4 − 1)
    expect(seen(await of('industry_coverage', two, declared))).toMatchObject({ value: '1/3', evidence: 'villages' });
  });

  test('household rows without a single registered household do not speak for the village', async () => {
    const never = [household(1, { status: 'never' })];
    expect(seen(await of('poverty_incidence', never, declared))).toMatchObject({ value: '5/100', evidence: 'villages' });
  });

  test('"≥" where it can only be more, "≤" where it can only be less, a range where it can be either', async () => {
    const share = async (registered: string, industry: string): Promise<string> =>
      formatMeasured(
        await of('industry_coverage_all', [], village({ registered_poor_households: registered, industry_households: industry })),
      );
    expect(await share('10', '3多')).toBe('≥30.00%');
    expect(await share('10多', '3')).toBe('≤30.00%');
    expect(await share('10多', '3多')).toBe('30.00%');
  });

  test('growth over a lower bound is at most what it seems', async () => {
    const rows = [
      village({ period: 2019, collective_income: '87万多', subsidy_income: 0, one_off_income: 0 }),
      village({ collective_income: 1_000_000, subsidy_income: 0, one_off_income: 0 }),
    ];
    // (100 − 87) ÷ 87 = 14.94 %, less if the base was more
    expect(formatMeasured(await of('collective_income_growth', [], ...rows))).toBe('≤+14.94% (1.15×)');
  });

  test('income less a lower bound is at most what is left', async () => {
    expect(
      formatMeasured(await of('collective_income', [], village({ collective_income: 2000, subsidy_income: '100多', one_off_income: 0 }))),
    ).toBe('≤1900.00');
  });

  test('industry coverage of a lower bound is bounded by the whole', async () => {
    // 3 or more of 8: between (3 − 2) ÷ 8 and 8 ÷ 8
    const one = seen(
      await of('industry_coverage', [], village({ registered_poor_households: 10, exempt_households: 2, industry_households: '3多' })),
    );
    expect(one).toMatchObject({ value: '3/8', low: 0.125, high: 1 });
  });

  test('a village left out for its exempt households widens the county by all of it', async () => {
    // A 5 of 8; B has 2 with an industry and only 1 eligible: left out, 1 missing: between 5/9 and 6/9
    const one = seen(
      await of(
        'industry_coverage',
        [],
        village({ village: 'A', registered_poor_households: 8, exempt_households: 0, industry_households: 5 }),
        village({
          village: 'B',
          registered_poor_households: 2,
          exempt_households: 1,
          industry_households: 2,
          industry_exempt_households: 0,
        }),
      ),
    );
    expect(one).toMatchObject({ value: '5/8', missing: 1, low: 5 / 9, high: 6 / 9 });
  });

  test('exempt households not known: what is known of the others still counts', async () => {
    // 61 of 67 have an industry, any may be exempt: none of 6 at least, 61 of 61 at most
    const one = await of('industry_coverage', [], village({ registered_poor_households: 67, industry_households: 61 }));
    expect([one.low, one.high]).toEqual([
      { numerator: 0n, denominator: 6n },
      { numerator: 61n, denominator: 61n },
    ]);
  });
});
