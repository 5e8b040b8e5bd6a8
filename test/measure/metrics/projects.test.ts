import { describe, expect, test } from 'vitest';
import { formatMeasured } from '../../../src/report/format-value.ts';
import { csvOf, household, measured, measuredAll, project, seen, village } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';
import type { Period } from '../../../src/vocabulary/period.ts';

const of = (id: string, rows: readonly TableRow[], more: Partial<Parameters<typeof measured>[2]> = {}, asOf?: string) =>
  measured({ 'projects.csv': csvOf(rows) }, id, more, asOf === undefined ? {} : { asOf });

/** Every metric of projects. */
const OF_PROJECTS = [
  'projects',
  'planned_yuan',
  'received_yuan',
  'spent_yuan',
  'spend_rate',
  'completion_rate',
  'overdue_projects',
  'industry_fund_share',
  'funds_by_category',
  'funds_by_source',
  'in_kind_by_unit',
  'beneficiary_household_times',
] as const;

describe.each(OF_PROJECTS)('%s', (id) => {
  test('villages and households alone cannot give it', async () => {
    const files = { 'v.csv': csvOf([village({ households: 5 })]), 'h.csv': csvOf([household(1)]) };
    expect(seen(await measured(files, id))).toMatchObject({ value: undefined, reason: 'needs-projects' });
  });

  test('a village without projects beside one with them has no number, and takes nothing from the total', async () => {
    const files = {
      'v.csv': csvOf([village({ village: 'A', households: 5 }), village({ village: 'B', households: 5 })]),
      'p.csv': csvOf([
        project('P1', {
          village: 'A',
          planned_yuan: 100,
          received_yuan: 100,
          spent_yuan: 50,
          status: 'completed',
          planned_end: '2020-06-30',
          source: 'central',
          quantity: 2,
          unit: '亩',
          beneficiary_households: 3,
        }),
      ]),
    };
    const { places, total } = await measuredAll(files, [id]);
    expect(seen(places[1]!.measured[0]!)).toMatchObject({ value: undefined, reason: 'no-data' });
    expect(total.measured[0]!.value).toEqual(places[0]!.measured[0]!.value);
    expect(total.measured[0]!.value).toBeDefined();
    expect(total.measured[0]!.marks).toEqual([]);
  });
});

describe('projects and planned_yuan', () => {
  test('a project counts once, and what is planned once, however many periods it has rows in', async () => {
    const rows = [
      project('P1', { period: 2019, planned_yuan: 900 }),
      project('P1', { planned_yuan: 900 }),
      project('P2', { planned_yuan: 100.5 }),
    ];
    expect(formatMeasured(await of('projects', rows))).toBe('2');
    expect(formatMeasured(await of('planned_yuan', rows))).toBe('1000.50');
    expect(formatMeasured(await of('projects', rows, { period: '2019' as never }))).toBe('1');
  });

  test('a plan without a sum: at least the others', async () => {
    const one = await of('planned_yuan', [project('P1', { planned_yuan: 900 }), project('P2', { planned_yuan: '' })]);
    expect(formatMeasured(one)).toBe('≥900.00');
    expect(seen(one)).toMatchObject({ missing: 1, low: '90000/0', high: undefined });
    expect(seen(await of('planned_yuan', [project('P1', { planned_yuan: '' })]))).toMatchObject({ value: undefined, reason: 'no-data' });
  });
});

describe('received_yuan and spent_yuan', () => {
  test('what flowed in the period, and nothing of another', async () => {
    const rows = [
      project('P1', { period: 2019, received_yuan: 500, spent_yuan: 200 }),
      project('P1', { received_yuan: 300, spent_yuan: 400 }),
      project('P2', { received_yuan: 20, spent_yuan: 0 }),
    ];
    expect(formatMeasured(await of('received_yuan', rows))).toBe('320.00');
    expect(formatMeasured(await of('spent_yuan', rows))).toBe('400.00');
    expect(formatMeasured(await of('received_yuan', rows, { period: '2019' as never }))).toBe('500.00');
  });

  test('a blank is unknown, a lower bound is one: the sum is at least that', async () => {
    expect(formatMeasured(await of('received_yuan', [project('P1', { received_yuan: 500 }), project('P2', { received_yuan: '' })]))).toBe(
      '≥500.00',
    );
    expect(formatMeasured(await of('spent_yuan', [project('P1', { spent_yuan: '500多' }), project('P2', { spent_yuan: 1 })]))).toBe(
      '≥501.00',
    );
    expect(seen(await of('received_yuan', [project('P1', { received_yuan: '' })]))).toMatchObject({ value: undefined, reason: 'no-data' });
  });
});

describe('spend_rate', () => {
  test('spent out of received, over the projects where both are known', async () => {
    // (50 + 30) ÷ (100 + 60) = 50 %; P3 and P4 say only one of the two
    const rows = [
      project('P1', { received_yuan: 100, spent_yuan: 50 }),
      project('P2', { received_yuan: 60, spent_yuan: 30 }),
      project('P3', { received_yuan: 1000, spent_yuan: '' }),
      project('P4', { received_yuan: '', spent_yuan: 1000 }),
    ];
    const one = await of('spend_rate', rows);
    expect(formatMeasured(one)).toBe('50.00%');
    expect(seen(one)).toMatchObject({ value: '8000/16000', missing: 2, low: undefined, high: undefined });
  });

  test('everything spent is 100 %, nothing 0 %', async () => {
    expect(formatMeasured(await of('spend_rate', [project('P1', { received_yuan: 7, spent_yuan: 7 })]))).toBe('100.00%');
    expect(formatMeasured(await of('spend_rate', [project('P1', { received_yuan: 7, spent_yuan: 0 })]))).toBe('0.00%');
  });

  test('nothing received: nothing to divide by', async () => {
    expect(seen(await of('spend_rate', [project('P1', { received_yuan: 0, spent_yuan: 0 })]))).toMatchObject({
      value: undefined,
      reason: 'zero-denominator',
    });
  });

  test('only one of the two known: no number', async () => {
    expect(seen(await of('spend_rate', [project('P1', { received_yuan: 5, spent_yuan: '' })]))).toMatchObject({
      value: undefined,
      reason: 'no-data',
      missing: 1,
    });
    expect(seen(await of('spend_rate', [project('P1', { received_yuan: 5 })]))).toMatchObject({ value: undefined, reason: 'no-data' });
  });

  test('a project of which neither is known is missing too, and a village of them leaves the county open', async () => {
    const rows = [
      project('P1', { village: 'A', received_yuan: 100, spent_yuan: 50 }),
      project('P2', { village: 'B', received_yuan: '', spent_yuan: '' }),
    ];
    expect(seen(await of('spend_rate', rows))).toMatchObject({ value: '5000/10000', missing: 1, low: undefined, high: undefined });
    expect(seen(await of('industry_fund_share', rows))).toMatchObject({
      value: '10000/10000',
      missing: 1,
      low: undefined,
      high: undefined,
    });
  });

  test('a county is divided once', async () => {
    // 10/10 and 0/90: 10 %, the mean would be 50 %
    const rows = [
      project('P1', { village: 'A', received_yuan: 10, spent_yuan: 10 }),
      project('P2', { village: 'B', received_yuan: 90, spent_yuan: 0 }),
    ];
    expect(formatMeasured(await of('spend_rate', rows))).toBe('10.00%');
  });
});

describe('completion_rate', () => {
  const states = (...statuses: readonly string[]): readonly TableRow[] =>
    statuses.map((status, index) => project(`P${index}`, { status, completed_on: '' }));

  test('completed out of those not stopped', async () => {
    expect(seen(await of('completion_rate', states('completed', 'under-way', 'planned', 'stopped', 'completed')))).toMatchObject({
      value: '2/4',
      missing: 0,
      low: '2/4',
      high: '2/4',
    });
  });

  test('a status that is not known could be any, stopped included', async () => {
    // 1 of 2 known, 1 unknown: between 1/3 and 2/3
    expect(seen(await of('completion_rate', states('completed', 'under-way', '')))).toMatchObject({
      value: '1/2',
      missing: 1,
      low: '1/3',
      high: '2/3',
    });
  });

  test('all of them stopped: nothing to divide by; none known: no number', async () => {
    expect(seen(await of('completion_rate', states('stopped')))).toMatchObject({ value: undefined, reason: 'zero-denominator' });
    expect(seen(await of('completion_rate', states('', '')))).toMatchObject({ value: undefined, reason: 'no-data', missing: 2 });
    expect(seen(await of('completion_rate', [project('P1')]))).toMatchObject({ value: undefined, reason: 'no-data', missing: 1 });
  });

  test('a county is the sum of its villages', async () => {
    const rows = [
      project('P1', { village: 'A', status: 'completed' }),
      ...['P2', 'P3', 'P4'].map((id) => project(id, { village: 'B', status: 'planned' })),
    ];
    expect(seen(await of('completion_rate', rows))).toMatchObject({ value: '1/4' });
  });
});

describe('overdue_projects', () => {
  const due = (planned_end: string, status: string, completed_on = ''): readonly TableRow[] => [
    project('P1', { planned_end, status, completed_on }),
  ];

  test.each([
    ['the day before', '2020-06-29', 'under-way', '1'],
    ['on the day itself', '2020-06-30', 'under-way', '0'],
    ['the day after', '2020-07-01', 'under-way', '0'],
    ['a month is due on its last day', '2020-06', 'planned', '0'],
    ['the month before', '2020-05', 'planned', '1'],
    ['a year is due on its last day', '2020', 'planned', '0'],
    ['completed', '2020-05-01', 'completed', '0'],
    ['stopped', '2020-05-01', 'stopped', '0'],
  ])('judged at 2020-06-30, %s', async (_, end, status, overdue) => {
    expect(formatMeasured(await of('overdue_projects', due(end, status), {}, '2020-06-30'))).toBe(overdue);
  });

  test('one of which the end or the state is not known may be overdue', async () => {
    const rows = [
      project('P1', { planned_end: '2020-01-31', status: 'under-way' }),
      project('P2', { planned_end: '', status: 'under-way' }),
      project('P3', { planned_end: '2020-01-31', status: '' }),
      project('P4', { planned_end: '', status: 'completed' }),
      project('P5', { planned_end: '2021-01-31', status: '' }),
    ];
    // P1 is, P2 and P3 may be, P4 and P5 are not: between 1 and 3
    const one = await of('overdue_projects', rows);
    expect(seen(one)).toMatchObject({ value: '1/0', missing: 2, low: '1/0', high: '3/0' });
    expect(formatMeasured(one)).toBe('≥1');
  });
});

describe('industry_fund_share', () => {
  const funds = (id: string, category: string, source: string, received: number | string): TableRow =>
    project(id, { category, source, received_yuan: received });

  test('what industry projects received out of all that was received', async () => {
    // 60 ÷ (60 + 40)
    const rows = [funds('P1', 'industry', 'central', 60), funds('P2', 'infrastructure', 'county', 40)];
    expect(seen(await of('industry_fund_share', rows))).toMatchObject({
      value: '6000/10000',
      missing: 0,
      low: '6000/10000',
      high: '6000/10000',
    });
  });

  test('with a source, of the funds of that source alone', async () => {
    // central: 30 ÷ (30 + 10); county: 0 ÷ 70
    const rows = [
      funds('P1', 'industry', 'central', 30),
      funds('P2', 'infrastructure', 'central', 10),
      funds('P3', 'infrastructure', 'county', 70),
    ];
    expect(seen(await of('industry_fund_share', rows, { source: 'central' }))).toMatchObject({
      value: '3000/4000',
      low: '3000/4000',
      high: '3000/4000',
    });
    expect(seen(await of('industry_fund_share', rows, { source: 'county' }))).toMatchObject({ value: '0/7000' });
    expect(seen(await of('industry_fund_share', rows, { source: 'enterprise' }))).toMatchObject({
      value: undefined,
      reason: 'zero-denominator',
    });
  });

  test('funds of which the source is not said may be of it', async () => {
    // central 30 of 40; 20 of industry and 40 of others could be central: between 30 ÷ 80 and 50 ÷ 60
    const rows = [
      funds('P1', 'industry', 'central', 30),
      funds('P2', 'infrastructure', 'central', 10),
      funds('P3', 'industry', '', 20),
      funds('P4', 'infrastructure', '', 40),
    ];
    expect(seen(await of('industry_fund_share', rows, { source: 'central' }))).toMatchObject({
      value: '3000/4000',
      low: '3000/8000',
      high: '5000/6000',
    });
    // All funds together do not ask for the source: 50 of 100
    expect(seen(await of('industry_fund_share', rows))).toMatchObject({ value: '5000/10000', low: '5000/10000' });
  });

  test('funds that are not known leave it open', async () => {
    const rows = [funds('P1', 'industry', 'central', 30), funds('P2', 'infrastructure', 'central', '')];
    expect(seen(await of('industry_fund_share', rows))).toMatchObject({ value: '3000/3000', missing: 1, low: undefined, high: undefined });
  });

  test('a register that names no source can answer for all funds, and for none of them', async () => {
    const rows = [project('P1', { received_yuan: 60 }), project('P2', { received_yuan: 40, category: 'housing' })];
    expect(seen(await of('industry_fund_share', rows))).toMatchObject({ value: '6000/10000', low: '6000/10000', high: '6000/10000' });
    expect(seen(await of('industry_fund_share', rows, { source: 'central' }))).toMatchObject({ value: undefined, reason: 'no-data' });
  });

  test('nothing received, and nothing known', async () => {
    expect(seen(await of('industry_fund_share', [funds('P1', 'industry', 'central', 0)]))).toMatchObject({ reason: 'zero-denominator' });
    expect(seen(await of('industry_fund_share', [funds('P1', 'industry', 'central', '')]))).toMatchObject({ reason: 'no-data' });
  });
});

describe('breakdowns of projects', () => {
  const kinds = async (id: string, rows: readonly TableRow[]) => {
    const one = await of(id, rows);
    return { value: seen(one).value, kinds: one.breakdown!.map(({ name, value, atLeast }) => [name, Number(value), atLeast]) };
  };

  test('funds by category and by source add up to the funds; the greatest first, what is not named last', async () => {
    const rows = [
      project('P1', { category: 'industry', source: 'central', received_yuan: 30 }),
      project('P2', { category: 'housing', source: '', received_yuan: 60 }),
      project('P3', { category: 'industry', source: 'county', received_yuan: 50 }),
    ];
    expect(await kinds('funds_by_category', rows)).toEqual({
      value: '14000/0',
      kinds: [
        ['industry', 8000, false],
        ['housing', 6000, false],
      ],
    });
    expect(await kinds('funds_by_source', rows)).toEqual({
      value: '14000/0',
      kinds: [
        ['county', 5000, false],
        ['central', 3000, false],
        ['', 6000, false],
      ],
    });
  });

  test('a kind with an amount that is not known is at least the others', async () => {
    const rows = [
      project('P1', { source: 'central', received_yuan: 30 }),
      project('P2', { source: 'central', received_yuan: '' }),
      project('P3', { source: 'county', received_yuan: '5多' }),
      project('P4', { source: 'unit', received_yuan: 2 }),
    ];
    expect((await kinds('funds_by_source', rows)).kinds).toEqual([
      ['central', 3000, true],
      ['county', 500, true],
      ['unit', 200, false],
    ]);
  });

  test('quantities are added within their unit, never across units', async () => {
    const one = await of('in_kind_by_unit', [
      project('P1', { quantity: 356.5, unit: '平方米' }),
      project('P2', { quantity: 100, unit: '只' }),
      project('P3', { quantity: 20, unit: '只' }),
      project('P4', { quantity: '', unit: '' }),
    ]);
    // Three projects have a quantity; 120 head and 356.5 m², to four decimals
    expect(formatMeasured(one)).toBe('3');
    expect(one.breakdown!.map(({ name, value }) => [name, value])).toEqual([
      ['平方米', 3_565_000n],
      ['只', 1_200_000n],
    ]);
  });
});

describe('beneficiary_household_times', () => {
  test('a household reached by several projects counts several times', async () => {
    const rows = [
      project('P1', { beneficiary_households: 40 }),
      project('P2', { beneficiary_households: 40 }),
      project('P3', { period: 2019, beneficiary_households: 9 }),
    ];
    expect(formatMeasured(await of('beneficiary_household_times', rows))).toBe('80');
  });

  test('a blank is unknown', async () => {
    expect(
      formatMeasured(
        await of('beneficiary_household_times', [
          project('P1', { beneficiary_households: 40 }),
          project('P2', { beneficiary_households: '' }),
        ]),
      ),
    ).toBe('≥40');
    expect(seen(await of('beneficiary_household_times', [project('P1', { beneficiary_households: '' })]))).toMatchObject({
      reason: 'no-data',
    });
  });
});

describe('spend_rate_to_date', () => {
  const row = (id: string, period: number, received: number | string, spent: number | string): TableRow =>
    project(id, { period, received_yuan: received, spent_yuan: spent });

  test('is of all periods up to the day, where spend_rate is of one', async () => {
    // 2019: 100 received, 20 spent; 2020: nothing received, 60 spent. To date 80 of 100; of 2020 alone there is nothing to divide by.
    const files = { 'p.csv': csvOf([row('P1', 2019, 100, 20), row('P1', 2020, 0, 60)]) };
    expect(seen(await measured(files, 'spend_rate_to_date'))).toMatchObject({ value: '8000/10000', low: '8000/10000', missing: 0 });
    expect(seen(await measured(files, 'spend_rate'))).toMatchObject({ value: undefined, reason: 'zero-denominator' });
    expect(seen(await measured(files, 'spend_rate_to_date', { period: '2019' as Period }))).toMatchObject({ value: '2000/10000' });
  });

  test('counts a project that has no row of the period, and leaves out one with a blank in any', async () => {
    // P1 50 of 100 in 2019; P2 blank in 2019; P3 30 of 40 in 2020: (50 + 30) of (100 + 40)
    const files = { 'p.csv': csvOf([row('P1', 2019, 100, 50), row('P2', 2019, '', 1), row('P2', 2020, 9, 1), row('P3', 2020, 40, 30)]) };
    expect(seen(await measured(files, 'spend_rate_to_date'))).toMatchObject({
      value: '8000/14000',
      low: undefined,
      high: undefined,
      missing: 1,
    });
  });
});
