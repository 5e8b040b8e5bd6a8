import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metrics } from '../../src/measure/metrics/index.ts';
import { householdRates, usualRates } from '../../src/rows/left-out.ts';
import { listQuery, listedRows } from '../../src/rows/listed.ts';
import { listData } from '../../src/pages/list/data.ts';
import { buildListing, closingLines } from '../../src/report/listing/listing.ts';
import type { ListedFile } from '../../src/rows/listed.ts';
import type { Listing, ListingOptions } from '../../src/report/listing/listing.ts';
import { lists } from '../../src/rows/lists/index.ts';
import type { TallyPlan } from '../../src/tally/plan.ts';
import type { IsoDate, Period } from '../../src/vocabulary/period.ts';
import { csvOf, tallyTexts } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

/** 4000 yuan in fen. */
const LINE: TallyPlan['parameters'] = () => ({ poverty_line: 400_000n });
const kindOf = (id: string) => lists.find((kind) => kind.id === id)!;

async function listed(
  id: string,
  files: Readonly<Record<string, string>>,
  options: Partial<ListingOptions & Pick<TallyPlan, 'parameters'>> = {},
): Promise<Listing & { readonly files: readonly ListedFile[] }> {
  const kind = kindOf(id);
  const rates = id === 'excluded' ? usualRates(metrics) : [];
  const { parameters = LINE, ...rest } = options;
  const { tallies, rows } = await tallyTexts(files, { rows: [listQuery(kind, rates)], parameters, asOf: rest.asOf });
  const read = listedRows(kind, rates, rows[0]!);
  const given = { lang: 'en', place: undefined, withUnknown: true, notes: [], inputs: tallies.inputs, ...rest } as const;
  const listing = buildListing(kind, read, { period: '2020' as Period, asOf: '2020-12-31' as IsoDate, ...given });
  return { ...listing, files: read };
}

const household = (id: string, more: TableRow = {}): TableRow => ({
  household_id: id,
  village: '村1',
  period: 2020,
  persons: 3,
  status: '未脱贫',
  ...more,
});
const households = (...rows: readonly TableRow[]) => ({ 'h.csv': csvOf(rows) });

describe('who is listed', () => {
  test('a household with a plain no is, one that is exempt or never registered is not', async () => {
    const { rows } = await listed(
      'uncovered',
      households(
        household('H1', { has_industry: '否', exempt: '否' }),
        household('H2', { has_industry: '否', exempt: '是' }),
        household('H3', { has_industry: '否', exempt: '否', status: '非贫困户' }),
        household('H4', { has_industry: '是', exempt: '否' }),
      ),
    );
    expect(rows.map(({ id, isCertain }) => [id, isCertain])).toEqual([['H1', true]]);
  });

  test('an unknown answer names the columns that would settle it, and no others', async () => {
    const {
      rows,
      listed: certain,
      unknown,
    } = await listed(
      'uncovered',
      households(
        household('H1', { has_industry: '', exempt: '否' }),
        household('H2', { has_industry: '否', exempt: '' }),
        household('H3', { has_industry: '', exempt: '' }),
        // An exempt household is in neither count, whatever its industry.
        household('H4', { has_industry: '', exempt: '是' }),
      ),
    );
    expect([certain, unknown]).toEqual([0, 3]);
    expect(rows.map(({ id, unknown: columns }) => [id, columns.map(({ column, why }) => `${column} ${why}`)])).toEqual([
      // The file has no list of industries.
      ['H1', ['has_industry blank', 'industries absent']],
      ['H2', ['exempt blank']],
      ['H3', ['exempt blank', 'has_industry blank', 'industries absent']],
    ]);
  });

  test('a household exactly on the line is listed and lacks nothing, one fen below lacks one fen a person', async () => {
    const { rows } = await listed(
      'below-line',
      households(
        household('H1', { net_income_per_capita: 4000 }),
        household('H2', { net_income_per_capita: '3999.99' }),
        household('H3', { net_income_per_capita: '4000.01' }),
        household('H4', { net_income_per_capita: 2500, persons: 4 }),
        household('H5', { net_income_per_capita: '' }),
      ),
    );
    const figure = (row: (typeof rows)[number], id: string) => {
      const found = row.figures[id];
      return found?.kind === 'money' ? found.amount : undefined;
    };
    expect(rows.map((row) => [row.id, row.isCertain, figure(row, 'shortfall_per_person_yuan'), figure(row, 'shortfall_yuan')])).toEqual([
      ['H1', true, 0n, 0n],
      // 1 fen × 3 persons
      ['H2', true, 1n, 3n],
      // (4000 − 2500) yuan × 4 persons = 6000 yuan
      ['H4', true, 150_000n, 600_000n],
      ['H5', false, undefined, undefined],
    ]);
  });

  test('a guarantee gap says which are lacking; no school-age child is no gap; a house graded C is not known', async () => {
    const all = { food: '是', clothing: '是', education: '是', medical: '是', housing: '是', water: '是', house_grade: '' };
    const { rows } = await listed(
      'guarantee-gaps',
      households(
        household('H1', { ...all, housing: '否', water: '否' }),
        household('H2', { ...all, education: '不适用' }),
        household('H3', { ...all, house_grade: 'C' }),
        household('H4', { ...all, medical: '' }),
      ),
    );
    expect(
      rows.map(({ id, figures, unknown }) => [id, codes(figures.missing), unknown.map(({ column, why }) => `${column} ${why}`)]),
    ).toEqual([
      ['H1', ['housing', 'water'], []],
      ['H3', [], ['housing doubtful', 'house_grade doubtful']],
      ['H4', [], ['medical blank']],
    ]);
  });

  test('at risk are monitored households not cleared, registered or not, and returned ones', async () => {
    const { rows } = await listed(
      'at-risk',
      households(
        household('H1', { monitoring_type: '边缘易致贫户', risk_cleared: '否', status: '非贫困户' }),
        household('H2', { monitoring_type: '脱贫不稳定户', risk_cleared: '是', status: '已脱贫' }),
        household('H3', { monitoring_type: '', risk_cleared: '', status: '返贫' }),
        household('H4', { monitoring_type: '突发严重困难户', risk_cleared: '', status: '已脱贫' }),
      ),
    );
    expect(rows.map(({ id, figures, isCertain }) => [id, codes(figures.monitoring_type), codes(figures.returned), isCertain])).toEqual([
      ['H1', ['marginal'], ['no'], true],
      ['H3', undefined, ['yes'], true],
      ['H4', ['sudden'], ['no'], false],
    ]);
  });

  test('the ledger gives each rate and reason, cancelled households once, the never-registered not at all', async () => {
    const { rows } = await listed(
      'excluded',
      households(
        household('H1', { has_industry: '是', exempt: '是', education: '是' }),
        household('H2', { has_industry: '否', exempt: '否', education: '不适用' }),
        household('H3', { has_industry: '', exempt: '否', education: '' }),
        household('H4', { has_industry: '否', exempt: '是', education: '不适用', status: '注销' }),
        household('H5', { has_industry: '否', exempt: '是', education: '不适用', status: '非贫困户' }),
      ),
    );
    expect(rows.map(({ id, leftOut, unknown }) => [id, leftOut!.metric?.id, leftOut!.reason, unknown.map(({ column }) => column)])).toEqual(
      [
        ['H1', 'industry_coverage', 'exempt', []],
        ['H1', 'all_guarantees_coverage', 'unknown', ['food', 'clothing', 'medical', 'housing', 'water']],
        ['H2', 'education_coverage', 'no-pupil', []],
        ['H2', 'all_guarantees_coverage', 'unknown', ['food', 'clothing', 'medical', 'housing', 'water']],
        ['H3', 'industry_coverage', 'unknown', ['has_industry', 'industries']],
        ['H3', 'industry_coverage_all', 'unknown', ['has_industry', 'industries']],
        ['H3', 'education_coverage', 'unknown', ['education']],
        ['H3', 'all_guarantees_coverage', 'unknown', ['food', 'clothing', 'education', 'medical', 'housing', 'water']],
        ['H4', undefined, 'cancelled', []],
      ],
    );
  });
});

const codes = (figure: Listing['rows'][number]['figures'][string]) =>
  figure?.kind === 'words' ? figure.words.map(({ code }) => code) : undefined;

describe('projects', () => {
  const project = (id: string, more: TableRow): TableRow => ({
    project_id: id,
    name: id,
    village: '村1',
    period: 2020,
    category: '产业',
    ...more,
  });
  const projects = (...rows: readonly TableRow[]) => ({ 'p.csv': csvOf(rows) });

  test('a project is late from the day after its planned end, by its latest row', async () => {
    const { rows } = await listed(
      'overdue',
      projects(
        project('P1', { planned_end: '2020-12-31', status: '在建' }),
        project('P2', { planned_end: '2020-12-30', status: '在建' }),
        project('P3', { planned_end: '2020-02-28', status: '已完成' }),
        project('P4', { planned_end: '2019-12-31', status: '在建', period: 2019 }),
        project('P4', { planned_end: '2019-12-31', status: '终止' }),
        project('P5', { planned_end: '', status: '在建' }),
      ),
    );
    expect(rows.map(({ id, row, figures, unknown }) => [id, row, figures.days_late, unknown.map(({ column }) => column)])).toEqual([
      ['P2', 3, { kind: 'number', value: 1n }, []],
      ['P5', 7, undefined, ['planned_end']],
    ]);
  });

  test('days late are counted to the day asked for, over the leap day', async () => {
    const rows = projects(project('P1', { planned_end: '2020-02-28', status: '在建' }));
    const { rows: late } = await listed('overdue', rows, { asOf: '2020-03-02' as IsoDate });
    // 29 February, 1 and 2 March
    expect(late[0]!.figures.days_late).toEqual({ kind: 'number', value: 3n });
  });

  test('money is left where more was received than spent for certain', async () => {
    const { rows } = await listed(
      'unspent',
      projects(
        project('P1', { received_yuan: 1000, spent_yuan: 999 }),
        project('P2', { received_yuan: 1000, spent_yuan: 1000 }),
        project('P3', { received_yuan: '1000多', spent_yuan: 900 }),
        project('P4', { received_yuan: '1000多', spent_yuan: 1000 }),
        project('P5', { received_yuan: 1000, spent_yuan: '900多' }),
        project('P6', { received_yuan: 1000, spent_yuan: '' }),
        project('P7', { received_yuan: '', spent_yuan: '' }),
      ),
    );
    expect(
      rows.map(({ id, isCertain, figures, unknown }) => [
        id,
        isCertain,
        figures.left_yuan,
        unknown.map(({ column, why }) => `${column} ${why}`),
      ]),
    ).toEqual([
      ['P1', true, { kind: 'money', amount: 100n, atLeast: false }, []],
      ['P3', true, { kind: 'money', amount: 10_000n, atLeast: true }, []],
      ['P4', false, { kind: 'money', amount: 0n, atLeast: true }, ['received_yuan doubtful', 'spent_yuan doubtful']],
      ['P5', false, undefined, ['received_yuan doubtful', 'spent_yuan doubtful']],
      ['P6', false, undefined, ['spent_yuan blank']],
      ['P7', false, undefined, ['received_yuan blank', 'spent_yuan blank']],
    ]);
  });

  test('what was received and spent in all periods up to the day counts, with how old what is left is', async () => {
    const files = projects(
      // 1000 in 2017 and 500 in 2019; 900 spent in 2018, 700 in 2020: by the end of 2019 1500 − 900 = 600, of which 100 is of 2017
      project('P1', { period: 2017, received_yuan: 1000, spent_yuan: 0 }),
      project('P1', { period: 2018, received_yuan: 0, spent_yuan: 900 }),
      project('P1', { period: 2019, received_yuan: 500, spent_yuan: 0 }),
      project('P1', { period: 2020, received_yuan: 0, spent_yuan: 700 }),
      // Spent out of what came earlier: the flows of 2020 alone would hide it, and the other way round.
      project('P2', { period: 2019, received_yuan: 300, spent_yuan: 100 }),
      project('P2', { period: 2020, received_yuan: 50, spent_yuan: 250 }),
      // Last reported in 2018.
      project('P3', { period: 2018, received_yuan: 10, spent_yuan: 4 }),
    );
    const left = async (more: Parameters<typeof listed>[2]) =>
      (await listed('unspent', files, more)).rows.map(({ id, figures: { left_yuan, years_old, two_years_or_more: old } }) => [
        id,
        left_yuan?.kind === 'money' && left_yuan.amount,
        years_old?.kind === 'number' && years_old.value,
        codes(old),
      ]);
    // 2020: P1 500 + 1000 − 1600 < 0, P2 350 − 350 = 0, P3 6 yuan since 2018
    expect(await left({})).toEqual([['P3', 600n, 2n, ['yes']]]);
    // As of the end of 2019: P1 600 yuan, the oldest of 2017; P2 200 of 2019; P3 6 of 2018, a year old.
    expect(await left({ asOf: '2019-12-31' as IsoDate })).toEqual([
      ['P1', 60_000n, 2n, ['yes']],
      ['P2', 20_000n, 0n, ['no']],
      ['P3', 600n, 1n, ['no']],
    ]);
    expect((await left({ asOf: '2019-12-30' as IsoDate }))[0]![2]).toBe(1n);
  });

  test('the row of a year and those of its months are not both counted', async () => {
    const files = projects(
      project('P1', { period: '2020-03', received_yuan: 100, spent_yuan: 60 }),
      project('P1', { period: 2020, received_yuan: 100, spent_yuan: 90 }),
    );
    const left = async (asOf: string) => (await listed('unspent', files, { asOf: asOf as IsoDate })).rows[0]?.figures.left_yuan;
    expect(await left('2020-12-31')).toMatchObject({ amount: 1000n });
    // Before the year is over its row says more than the day knows; the months up to the day do not.
    expect(await left('2020-06-30')).toMatchObject({ amount: 4000n });
  });

  test('a blank in an earlier period leaves open what is left, unless what is known is certain', async () => {
    const files = projects(
      project('P1', { period: 2019, received_yuan: '', spent_yuan: 0 }),
      project('P1', { received_yuan: 100, spent_yuan: 40 }),
      project('P2', { period: 2019, received_yuan: 100, spent_yuan: '' }),
      project('P2', { received_yuan: 100, spent_yuan: 40 }),
    );
    const { rows } = await listed('unspent', files);
    expect(rows.map(({ id, isCertain, figures }) => [id, isCertain, figures.left_yuan, figures.years_old])).toEqual([
      ['P1', true, { kind: 'money', amount: 6000n, atLeast: true }, undefined],
      ['P2', false, undefined, undefined],
    ]);
  });
});

describe('how it is listed', () => {
  test('rows keep the order of the files, and the same file twice counts once', async () => {
    const [a, b] = [household('H2', { has_plan: '否' }), household('H1', { has_plan: '否' })];
    const { rows } = await listed('unplanned', { 'b.csv': csvOf([a]), 'a.csv': csvOf([b]), 'c.csv': csvOf([a]) });
    expect(rows.map(({ file, row, id }) => `${file} ${row} ${id}`)).toEqual(['b.csv 2 H2', 'a.csv 2 H1']);
  });

  test('a column that shows to be blank throughout says nothing, and a tick column says no', async () => {
    const { files, rows } = await listed('unplanned', {
      'ticks.csv': csvOf([household('H1', { has_plan: '√' }), household('H2', { has_plan: '' })]),
      'blank.csv': csvOf([household('H3', { has_plan: '' })]),
    });
    expect(rows.map(({ id, isCertain }) => [id, isCertain])).toEqual([['H2', true]]);
    expect(files.map(({ unanswerable }) => unanswerable.flatMap(({ columns }) => columns))).toEqual([[], ['has_plan']]);
  });

  test('a file that does not say who is exempt lists all without an industry, and says that exempt ones may be among them', async () => {
    const plain = csvOf([
      household('H1', { has_industry: '否' }),
      household('H2', { has_industry: '是' }),
      household('H3', { has_industry: '' }),
    ]);
    for (const lang of ['zh', 'en'] as const) {
      const { rows, listed: certain, unknown, notes } = await listed('uncovered', { 'plain.csv': plain }, { lang });
      expect(rows.map(({ id, isCertain }) => [id, isCertain])).toEqual([
        ['H1', true],
        ['H3', false],
      ]);
      expect([certain, unknown]).toEqual([1, 1]);
      expect(notes.map((note) => note[lang])).toEqual([
        {
          zh: 'plain.csv 没有“无劳动能力或主要劳动力长期外出务工”列（或整列空白）：豁免户没有剔除，可能也在名单里',
          en: 'plain.csv has no column "Exempt from the industry test" (or it is blank throughout): exempt households could not be left out and may be in the list',
        }[lang],
      ]);
    }
    // Beside a file that says it, each is listed by what it says; without the industry nobody is
    const told = csvOf([household('H4', { has_industry: '否', exempt: '是' }), household('H5', { has_industry: '否', exempt: '否' })]);
    const both = await listed('uncovered', { 'plain.csv': plain, 'told.csv': told });
    expect(both.rows.filter(({ isCertain }) => isCertain).map(({ id }) => id)).toEqual(['H1', 'H5']);
    const neither = await listed('uncovered', { 'h.csv': csvOf([household('H6', { exempt: '否' })]) });
    expect([neither.rows, neither.files[0]!.unanswerable[0]!.columns]).toEqual([[], ['has_industry', 'industries']]);
  });

  test('the ledger has whom a figure leaves out also where the village tells the rest of it', async () => {
    // The rows say who is exempt, the village how many have an industry: (2 − 1) ÷ (3 − 1), H2 left out
    const rows = [household('H1', { exempt: '否' }), household('H2', { exempt: '是' }), household('H3', { exempt: '否' })];
    const files = {
      'v.csv': csvOf([
        { village: '村1', period: 2020, registered_poor_households: 3, industry_households: 2, industry_exempt_households: 1 },
      ]),
      'h.csv': csvOf(rows),
    };
    const entries = async (more: readonly TableRow[]) =>
      (await listed('excluded', { ...files, 'h.csv': csvOf([...rows, ...more]) })).rows
        .filter(({ leftOut }) => leftOut?.metric?.id === 'industry_coverage')
        .map(({ id, leftOut, unknown }) => [id, leftOut!.reason, ...unknown.map(({ column, why }) => `${column} ${why}`)]);
    expect(await entries([])).toEqual([['H2', 'exempt']]);
    // Never registered, it is in no rate; one that does not say is not known
    expect(await entries([household('H4', { exempt: '是', status: '非贫困户' }), household('H5', { exempt: '' })])).toEqual([
      ['H2', 'exempt'],
      ['H5', 'unknown', 'exempt blank'],
    ]);
  });

  test('only the rows of a place, of whatever level', async () => {
    const rows = households(
      household('H1', { has_plan: '否', township: '甲镇' }),
      household('H2', { has_plan: '否', township: '乙镇', village: '村2' }),
    );
    for (const place of ['乙镇', '村2']) expect((await listed('unplanned', rows, { place })).rows.map(({ id }) => id)).toEqual(['H2']);
  });

  test('an empty list says so, and CSV has nothing but its header', async () => {
    const listing = await listed('unplanned', households(household('H1', { has_plan: '是' })));
    expect(closingLines(listing).map(({ en }) => en)).toEqual(['No such household.']);
    expect([...(listData(listing).rows as Iterable<unknown>)]).toEqual([]);
  });
});

// ---- laws

const blankOr = (...values: readonly string[]) => fc.constantFrom('', ...values);
const anyHousehold: fc.Arbitrary<TableRow> = fc.record({
  village: fc.constantFrom('村1', '村2'),
  period: fc.constantFrom(2019, 2020),
  persons: fc.integer({ min: 1, max: 8 }),
  status: fc.constantFrom('未脱贫', '已脱贫', '返贫', '预脱贫', '非贫困户', '注销'),
  registered: blankOr('是'),
  exempt: blankOr('是', '否'),
  has_industry: blankOr('是', '否'),
  industries: blankOr('优质稻'),
  helper_name: blankOr('干部01'),
  has_plan: blankOr('是', '否', '√'),
  net_income_per_capita: blankOr('3999.99', '4000', '4000.01', '4000多'),
  food: blankOr('是', '否'),
  clothing: fc.constant('是'),
  education: blankOr('是', '否', '不适用'),
  medical: fc.constant('是'),
  housing: blankOr('是', '否'),
  house_grade: blankOr('A', 'C'),
  water: blankOr('是', '否'),
  monitoring_type: blankOr('边缘易致贫户'),
  risk_cleared: blankOr('是', '否'),
});
const anyProject: fc.Arbitrary<TableRow> = fc.record({
  village: fc.constantFrom('村1', '村1、村2', ''),
  period: fc.constantFrom(2019, 2020),
  category: fc.constant('产业'),
  received_yuan: blankOr('10', '20'),
  spent_yuan: blankOr('10', '20'),
  planned_end: blankOr('2019-06-30', '2021-06-30'),
  status: blankOr('在建', '已完成', '终止'),
});

describe('laws of lists', () => {
  const byFact = lists.filter(({ listed: { by } }) => by === 'holds');

  test.each(byFact.map((kind) => [kind.id, kind] as const))(
    '%s lists as many rows as its fact counts, known and unknown',
    async (id, kind) => {
      const fact = kind.listed.by === 'holds' ? kind.listed.fact : '';
      const fallback = (kind.listed.by === 'holds' && kind.listed.leavingOutNobody?.fact) || fact;
      await fc.assert(
        fc.asyncProperty(fc.array(kind.from === 'projects' ? anyProject : anyHousehold, { minLength: 1, maxLength: 30 }), async (some) => {
          const named = some.map((row, index) =>
            kind.from === 'projects' ? { project_id: `P${index}`, name: `P${index}`, ...row } : { household_id: `H${index}`, ...row },
          );
          const { tallies, rows } = await tallyTexts({ 'rows.csv': csvOf(named) }, { rows: [listQuery(kind, [])], parameters: LINE });
          const read = listedRows(kind, [], rows[0]!);
          for (const period of ['2019', '2020'] as Period[]) {
            const options = {
              lang: 'en',
              place: undefined,
              withUnknown: true,
              notes: [],
              inputs: [],
              period,
              asOf: `${period}-12-31` as IsoDate,
            } as const;
            const { listed: certain, unknown } = buildListing(kind, read, options);
            // A file that does not say whom to leave out leaves out nobody.
            const by = read.some(({ notLeftOut }) => notLeftOut) ? fallback : fact;
            const sums = tallies.tallies.filter((one) => one.period === period).flatMap(({ facts }) => facts.get(by) ?? []);
            expect(BigInt(certain), id).toBe(sums.reduce((all, { yes }) => all + yes, 0n));
            expect(BigInt(unknown), id).toBe(sums.reduce((all, sum) => all + sum.unknown, 0n));
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  test('what a rate counts and what the ledger leaves out of it are the registered households', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyHousehold, { minLength: 1, maxLength: 30 }), async (some) => {
        const rates = householdRates(metrics);
        const kind = kindOf('excluded');
        const rows = some.map((row, index) => ({ household_id: `H${index}`, ...row, period: 2020 }));
        const given = { rows: [listQuery(kind, rates)], parameters: LINE };
        const { tallies, rows: answers } = await tallyTexts({ 'rows.csv': csvOf(rows) }, given);
        const sum = (fact: string, part: 'yes' | 'unknown' | 'unrecorded') =>
          tallies.tallies.reduce((all, { facts }) => all + (facts.get(fact)?.[part] ?? 0n), 0n);
        const ledger = listedRows(kind, rates, answers[0]!).flatMap((file) => file.rows);
        for (const { metric, answered } of rates) {
          const name = `${answered.origin}.${answered.id}`;
          if (sum(name, 'unrecorded') > 0n) continue;
          const out = ledger.filter(({ leftOut }) => leftOut?.metric?.id === metric.id);
          expect(BigInt(out.filter(({ leftOut }) => leftOut?.reason === 'unknown').length), metric.id).toBe(sum(name, 'unknown'));
          // Of monitored households it asks the monitored alone, registered or not.
          if (metric.id === 'risk_cleared_share' || !usualRates(metrics).some((rate) => rate.metric === metric)) continue;
          expect(sum(name, 'yes') + BigInt(out.length), metric.id).toBe(sum('evidence.registered_poor_households', 'yes'));
        }
        expect(BigInt(ledger.filter(({ leftOut }) => leftOut?.reason === 'cancelled').length)).toBe(
          sum('evidence.cancelled_households', 'yes'),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('projects with money left and those without an answer are the ones whose sums say so', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyProject, { minLength: 1, maxLength: 30 }), async (some) => {
        const rows = some.map((row, index): TableRow => ({ project_id: `P${index}`, name: `P${index}`, ...row, period: 2020 }));
        const { tallies } = await tallyTexts({ 'rows.csv': csvOf(rows) }, { parameters: LINE });
        const sum = (fact: string) => tallies.tallies.reduce((all, { facts }) => all + (facts.get(fact)?.yes ?? 0n), 0n);
        const { listed: certain, unknown, rows: left, files } = await listed('unspent', { 'rows.csv': csvOf(rows) });
        expect(BigInt(unknown)).toBe(sum('project.spend_unknown'));
        const over = rows.filter(({ received_yuan: received, spent_yuan: spent }) => received === '20' && spent === '10');
        expect(certain).toBe(files[0]!.unanswerable.length > 0 ? 0 : over.length);
        expect(left.filter(({ isCertain }) => isCertain).every(({ figures }) => figures.left_yuan?.kind === 'money')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
