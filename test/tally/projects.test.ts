import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MeasuredPlace } from '../../src/measure/measured.ts';
import { formatMeasured } from '../../src/report/format-value.ts';
import { csvOf, measured, measuredAll, project, seen, tallyTexts, village } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const MEASURED = ['projects', 'planned_yuan', 'received_yuan', 'completion_rate', 'overdue_projects'] as const;

/** What the whole of some project rows comes to, as people read it. */
async function whole(rows: readonly TableRow[], { asOf, period }: { readonly asOf?: string; readonly period?: string } = {}) {
  const { total } = await measuredAll(
    { 'projects.csv': csvOf(rows) },
    MEASURED,
    period === undefined ? {} : { period: period as never },
    asOf === undefined ? {} : { asOf },
  );
  return Object.fromEntries(total.measured.map((one) => [one.metric.id, formatMeasured(one)]));
}

describe('the state of a project is that of its latest row up to the day', () => {
  const barn = [
    project('P1', { period: 2019, planned_yuan: 900, received_yuan: 500, planned_end: '2020-08', status: 'planned', completed_on: '' }),
    project('P1', { period: 2020, planned_yuan: 900, received_yuan: 300, planned_end: '2020-08', status: 'under-way', completed_on: '' }),
  ];

  test('due in August: not late at the end of July nor on the last of August, late in September', async () => {
    expect(await whole(barn, { asOf: '2020-07-31' })).toMatchObject({ projects: '1', overdue_projects: '0' });
    expect(await whole(barn, { asOf: '2020-08-31' })).toMatchObject({ overdue_projects: '0' });
    expect(await whole(barn, { asOf: '2020-09-01' })).toMatchObject({ overdue_projects: '1' });
    expect(await whole(barn, { asOf: '2020-09-30' })).toMatchObject({ projects: '1', overdue_projects: '1', completion_rate: '0.00%' });
  });

  test('planned once, received in each period', async () => {
    expect(await whole(barn)).toMatchObject({ projects: '1', planned_yuan: '900.00', received_yuan: '300.00' });
    expect(await whole(barn, { period: '2019' })).toMatchObject({ projects: '1', planned_yuan: '900.00', received_yuan: '500.00' });
  });

  test('by the end of 2019 nothing was late', async () => {
    expect(await whole(barn, { period: '2019' })).toMatchObject({ overdue_projects: '0', completion_rate: '0.00%' });
  });

  test('what was completed after the day was not completed then, and may have been late', async () => {
    const rows = [project('P1', { planned_end: '2020-08', status: 'completed', completed_on: '2020-10-15' })];
    expect(await whole(rows, { asOf: '2020-09-30' })).toMatchObject({ completion_rate: '0.00%', overdue_projects: '1' });
    expect(await whole(rows, { asOf: '2020-10-14' })).toMatchObject({ completion_rate: '0.00%', overdue_projects: '1' });
    expect(await whole(rows, { asOf: '2020-10-15' })).toMatchObject({ completion_rate: '100.00%', overdue_projects: '0' });
    expect(await whole(rows)).toMatchObject({ completion_rate: '100.00%', overdue_projects: '0' });
  });

  test('a day of completion says the status where it is blank', async () => {
    const rows = [project('P1', { status: '', completed_on: '2020-10-15' }), project('P2', { status: 'planned', completed_on: '' })];
    expect(await whole(rows)).toMatchObject({ completion_rate: '50.00%' });
  });

  test('of monthly rows the last one begun by the day counts, and a later one does not', async () => {
    const rows = [
      project('P1', { period: '2020-03', status: 'planned', planned_yuan: 100 }),
      project('P1', { period: '2020-06', status: 'under-way', planned_yuan: 120 }),
      project('P1', { period: '2020-09', status: 'completed', planned_yuan: 150 }),
    ];
    const at = async (period: string) => {
      const { completion_rate, planned_yuan, projects } = await whole(rows, { period });
      return [projects, planned_yuan, completion_rate];
    };
    expect(await at('2020-03')).toEqual(['1', '100.00', '0.00%']);
    expect(await at('2020-06')).toEqual(['1', '120.00', '0.00%']);
    expect(await at('2020-09')).toEqual(['1', '150.00', '100.00%']);
  });

  test('a project without a row in a later period still stands in it, with no money of that period', async () => {
    const rows = [
      project('P1', { period: 2019, planned_yuan: 900, received_yuan: 500, status: 'completed' }),
      project('P2', { planned_yuan: 1, received_yuan: 2 }),
    ];
    expect(await whole(rows)).toMatchObject({ projects: '2', planned_yuan: '901.00', received_yuan: '2.00' });
  });

  test('in whatever order the rows and the files come', async () => {
    const forwards = await tallyTexts({ 'a.csv': csvOf([barn[0]!]), 'b.csv': csvOf([barn[1]!]) });
    const backwards = await tallyTexts({ 'b.csv': csvOf([barn[1]!]), 'a.csv': csvOf([barn[0]!]) });
    const facts = ({ tallies }: typeof forwards) => tallies.tallies.map((tally) => [tally.period, [...tally.facts].toSorted()]).toSorted();
    expect(facts(backwards)).toEqual(facts(forwards));
    expect(await whole(barn.toReversed())).toEqual(await whole(barn));
  });

  test('the same project twice in one period is an error', async () => {
    const { findings } = await tallyTexts({ 'projects.csv': csvOf([project('P1'), project('P1')]) });
    expect(findings.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  });
});

describe('a project of several villages is added up once, where they meet', () => {
  const names = { province: '广西', county: '云岭县' };
  const villages = [
    village({ ...names, township: '青山镇', village: '甲村', households: 10 }),
    village({ ...names, township: '青山镇', village: '乙村', households: 10 }),
    village({ ...names, township: '白水镇', village: '丙村', households: 10 }),
  ];
  const projects = [
    project('P1', { ...names, township: '青山镇', village: '甲村', planned_yuan: 100, received_yuan: 10 }),
    project('P2', { ...names, township: '青山镇', village: '甲村、乙村', planned_yuan: 200, received_yuan: 20 }),
    project('P3', { ...names, township: '', village: '甲村、丙村', planned_yuan: 400, received_yuan: 40 }),
    project('P4', { ...names, township: '白水镇', village: '', planned_yuan: 800, received_yuan: 80 }),
    project('P5', { ...names, township: '', village: '', planned_yuan: 1600, received_yuan: 160 }),
  ];
  const by = (level: 'village' | 'township' | 'county' | 'all') =>
    measuredAll({ 'villages.csv': csvOf(villages), 'projects.csv': csvOf(projects) }, ['projects', 'planned_yuan', 'received_yuan'], {
      by: level,
    });
  const row = ({ place, measured: all }: MeasuredPlace) => [place.village ?? place.township ?? place.county, ...all.map(formatMeasured)];

  test('under its villages it is shown as shared, and not added', async () => {
    const { places } = await by('village');
    expect(places.map(row)).toEqual([
      ['甲村', '1', '100.00', '10.00'],
      ['乙村', '—', '—', '—'],
      ['丙村', '—', '—', '—'],
    ]);
    const shared = places.map(({ measured: all }) => all.map(({ beside }) => beside.map(({ value }) => Number(value)).join()));
    // P2, P3 and P5 are 甲村's too: 3 of 2200 yuan; P2 and P5 乙村's; P3, P4 and P5 丙村's. In fen.
    expect(shared).toEqual([
      ['3', '220000', '22000'],
      ['2', '180000', '18000'],
      ['3', '280000', '28000'],
    ]);
  });

  test('a township holds those of its villages, of several of them, and its own', async () => {
    const { places } = await by('township');
    // 青山镇 P1 + P2; 白水镇 P4. P3 and P5 stand at the county.
    expect(places.map(row)).toEqual([
      ['青山镇', '2', '300.00', '30.00'],
      ['白水镇', '1', '800.00', '80.00'],
    ]);
    expect(places.flatMap(({ measured: all }) => all.flatMap(({ beside }) => beside))).toEqual([]);
  });

  test('the county holds them all, each once, and so does the total of any report', async () => {
    const { places } = await by('county');
    expect(places.map(row)).toEqual([['云岭县', '5', '3100.00', '310.00']]);
    for (const level of ['village', 'township', 'county', 'all'] as const)
      expect((await by(level)).total.measured.map(formatMeasured)).toEqual(['5', '3100.00', '310.00']);
  });

  test('a village that is named without its township is found', async () => {
    const files = { 'villages.csv': csvOf(villages), 'projects.csv': csvOf([project('P1', { village: '丙村' })]) };
    const { places } = await measuredAll(files, ['projects']);
    expect(places.map(({ measured: [one] }) => formatMeasured(one!))).toEqual(['—', '—', '1']);
  });

  test('the same village named twice is one village', async () => {
    const files = { 'villages.csv': csvOf(villages), 'projects.csv': csvOf([project('P1', { village: '丙村、丙村' })]) };
    const { places } = await measuredAll(files, ['projects']);
    expect(places.map(({ measured: [one] }) => formatMeasured(one!))).toEqual(['—', '—', '1']);
  });
});

describe('what a project may not do', () => {
  const codes = async (...rows: readonly TableRow[]) => {
    const { findings } = await tallyTexts({ 'projects.csv': csvOf(rows) });
    return findings.map(({ code, severity, row }) => `${code} ${severity} ${row}`);
  };

  test.each<[string, readonly TableRow[], readonly string[]]>([
    ['spend more than it received', [project('P1', { received_yuan: 100, spent_yuan: 100.01 })], ['spent-exceeds-received warning 2']],
    ['spend all of it', [project('P1', { received_yuan: 100, spent_yuan: 100 })], []],
    ['receive more than was planned', [project('P1', { planned_yuan: 99.99, received_yuan: 100 })], ['received-exceeds-planned warning 2']],
    ['receive what was planned', [project('P1', { planned_yuan: 100, received_yuan: 100 })], []],
    [
      'spend this year what it received the year before',
      [project('P1', { period: 2019, received_yuan: 100, spent_yuan: 0 }), project('P1', { received_yuan: 0, spent_yuan: 100 })],
      [],
    ],
    [
      'spend more than it received in both years together',
      [project('P1', { period: 2019, received_yuan: 100, spent_yuan: 60 }), project('P1', { received_yuan: 0, spent_yuan: 41 })],
      ['spent-exceeds-received warning 3'],
    ],
    [
      'receive more than was planned in both years together',
      [project('P1', { period: 2019, planned_yuan: 100, received_yuan: 60 }), project('P1', { planned_yuan: 100, received_yuan: 41 })],
      ['received-exceeds-planned warning 3'],
    ],
    [
      'of two projects each is looked at by itself',
      [project('P1', { received_yuan: 1, spent_yuan: 0 }), project('P2', { received_yuan: 0, spent_yuan: 1 })],
      ['spent-exceeds-received warning 3'],
    ],
    ['what is not known is not judged', [project('P1', { received_yuan: '', spent_yuan: 100, planned_yuan: '' })], []],
    ['a lower bound of what was received may be more', [project('P1', { received_yuan: '100多', spent_yuan: 150 })], []],
    [
      'a lower bound of what was spent is spent',
      [project('P1', { received_yuan: 100, spent_yuan: '150多' })],
      ['spent-exceeds-received warning 2'],
    ],
  ])('%s', async (_, rows, expected) => {
    expect(await codes(...rows)).toEqual(expected);
  });
});

describe('rejected project rows widen the range', () => {
  test('a row with an unreadable amount could be any amount', async () => {
    const rows = [project('P1', { received_yuan: 100, status: 'completed' }), project('P2', { received_yuan: 'viel', status: 'planned' })];
    const files = { 'projects.csv': csvOf(rows) };
    const received = await measured(files, 'received_yuan');
    expect(formatMeasured(received)).toBe('≥100.00');
    expect(received).toMatchObject({ rejected: 1n, high: undefined });
    // P2 may be completed or not: between 1/2 and 2/2
    const completed = await measured(files, 'completion_rate');
    expect(seen(completed)).toMatchObject({ value: '1/1', low: '1/2', high: '2/2' });
    expect(completed.rejected).toBe(1n);
    // It may be a project of its own, and overdue
    expect(seen(await measured(files, 'projects'))).toMatchObject({ low: '1/0', high: '2/0' });
    expect(seen(await measured(files, 'overdue_projects'))).toMatchObject({ low: '0/0', high: undefined });
  });

  test('what is rejected is rows, whatever money stands in them', async () => {
    const rows = [
      project('P1', { planned_yuan: 100, received_yuan: 100, spent_yuan: 10, source: 'central' }),
      project('P2', {
        planned_yuan: 300,
        received_yuan: 30,
        spent_yuan: 10,
        source: 'central',
        category: 'housing',
        planned_start: 'neulich',
      }),
    ];
    const files = { 'projects.csv': csvOf(rows) };
    for (const id of [
      'planned_yuan',
      'received_yuan',
      'spent_yuan',
      'funds_by_category',
      'funds_by_source',
      'industry_fund_share',
      'spend_rate',
    ])
      expect([id, (await measured(files, id)).rejected]).toEqual([id, 1n]);
    expect(seen(await measured(files, 'received_yuan'))).toMatchObject({ low: '10000/0', high: '13000/0' });
    // What the rejected row received may be industry's or not: between 100 ÷ 130 and 130 ÷ 130
    expect(seen(await measured(files, 'industry_fund_share'))).toMatchObject({
      value: '10000/10000',
      low: '10000/13000',
      high: '13000/13000',
    });
  });

  test('a row whose period cannot be read may be of this one: it widens its own village, and the total once', async () => {
    const rows = [
      project('P1', { village: '甲村', received_yuan: 100 }),
      project('P2', { village: '乙村', received_yuan: 50 }),
      project('P3', { village: '甲村', received_yuan: 30, period: 'neulich' }),
    ];
    const { places, total } = await measuredAll({ 'projects.csv': csvOf(rows) }, ['received_yuan']);
    const range = (one: MeasuredPlace) => [seen(one.measured[0]!).low, seen(one.measured[0]!).high];
    const byName = Object.fromEntries(places.map((one) => [one.place.village, range(one)]));
    // The period of the third is not known: its 30 yuan may be of this one, in 甲村
    expect(byName).toEqual({ 甲村: ['10000/0', '13000/0'], 乙村: ['5000/0', '5000/0'] });
    expect(range(total)).toEqual(['15000/0', '18000/0']);
  });
});

describe('laws of projects', () => {
  const amount = fc.oneof({ weight: 4, arbitrary: fc.nat(100_000) }, { weight: 1, arbitrary: fc.constantFrom('', '500多') });
  const rows: fc.Arbitrary<readonly TableRow[]> = fc
    .array(
      fc.record({
        place: fc.constantFrom(
          { township: '青山镇', village: '甲村' },
          { township: '青山镇', village: '甲村、乙村' },
          { township: '', village: '甲村、丙村' },
          { township: '白水镇', village: '' },
          { township: '', village: '' },
        ),
        period: fc.constantFrom(2019, 2020),
        category: fc.constantFrom('industry', 'housing', 'relief'),
        source: fc.constantFrom('central', 'county', 'donation', ''),
        planned_yuan: amount,
        received_yuan: amount,
        spent_yuan: amount,
        quantity: fc.constantFrom('', 3, 2.5),
        unit: fc.constantFrom('亩', '只', ''),
        status: fc.constantFrom('planned', 'under-way', 'completed', 'stopped', ''),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((all) => all.map(({ place, ...row }, index) => project(`P${index}`, { county: '云岭县', ...place, ...row })));
  const villages = csvOf(
    ['甲村', '乙村', '丙村'].map((name) =>
      village({ county: '云岭县', township: name === '丙村' ? '白水镇' : '青山镇', village: name, households: 1 }),
    ),
  );
  const RUNS = { numRuns: 40 };

  test('a breakdown adds up to its total, at every place', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('village', 'township', 'county'), async (some, by) => {
        const files = { 'v.csv': villages, 'p.csv': csvOf(some) };
        const { places, total } = await measuredAll(files, ['received_yuan', 'funds_by_category', 'funds_by_source'], { by });
        for (const { measured: all } of [...places, total]) {
          const [received, ...broken] = all;
          for (const { value, breakdown } of broken) {
            expect(value).toEqual(received!.value);
            expect(breakdown!.reduce((sum, kind) => sum + kind.value, 0n)).toBe(received!.value?.numerator ?? 0n);
          }
        }
      }),
      RUNS,
    );
  });

  test('the total holds every project once, whatever the rows of the report', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (some) => {
        const files = { 'v.csv': villages, 'p.csv': csvOf(some) };
        const ids = ['projects', 'planned_yuan', 'received_yuan', 'spent_yuan'];
        const period = '2020' as never;
        const totals = await Promise.all(
          (['village', 'township', 'county', 'all'] as const).map(async (by) =>
            (await measuredAll(files, ids, { by, period })).total.measured.map(seen),
          ),
        );
        for (const one of totals) expect(one).toEqual(totals[0]);
        // Each of the rows is a project of its own, and stands from its period on.
        expect(totals[0]![0]!.value).toBe(`${some.length}/0`);
      }),
      RUNS,
    );
  });
});
