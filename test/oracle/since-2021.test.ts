import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportJson } from '../support/command-line.ts';
import { csvOf } from '../support/tables.ts';
import { rangeOf, together } from './plain.ts';
import type { Cell, Pair, PlainRow, Possible } from './plain.ts';

/** The figures of the years since 2021, worked out a second time: by trying every answer that a blank could have. */

interface Answer {
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

const COUNTY = { province: '内蒙古', county: '甲县' } as const;
const reported = async (rows: readonly PlainRow[], ids: readonly string[], by = 'county') => {
  const { json } = await reportJson(['-', '--by', by, '--period', '2023', '--metrics', ids.join(',')], { stdin: csvOf(rows) });
  return json.places[0]!.metrics as unknown as Readonly<Record<string, Answer>>;
};

/** A number beside what was worked out. A side that is open is not printed. */
function expectNear(answer: Answer, value: number | null, low: number | null, high: number | null): void {
  const near = (one: number | null): unknown => (one === null ? null : expect.closeTo(one, 9));
  expect({ value: answer.value, low: answer.low ?? null, high: answer.high ?? null }).toEqual({
    value: near(value),
    low: near(low),
    high: near(high),
  });
}

const RUNS = { numRuns: 60 };
const isNumber = (cell: Cell | undefined): cell is number => typeof cell === 'number';
const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe('operating income of collectives', () => {
  const PARTS = ['operating_income', 'contract_income', 'investment_income', 'other_income'] as const;
  const amount = fc.constantFrom<Cell>('', 0, 10_000, 25_000, 50_000, 100_000);
  const villages = fc.array(
    fc.record<Record<string, Cell>>({
      ...Object.fromEntries(PARTS.map((part) => [part, amount])),
      collective_operating_income: fc.constantFrom<Cell>('', '', 60_000),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const BANDS = [
    ['low_operating_income_villages', 0, 50_000],
    ['middle_operating_income_villages', 50_000, 100_000],
    ['high_operating_income_villages', 100_000, Infinity],
  ] as const;

  /** What a village's income could be, from the least to the greatest, and what is said of it. */
  function incomeOf(row: PlainRow): { readonly said: number | undefined; readonly least: number; readonly most: number } {
    const known = PARTS.map((part) => row[part]).filter(isNumber);
    const total = row.collective_operating_income;
    if (known.length === 4) return { said: sumOf(known), least: sumOf(known), most: sumOf(known) };
    if (isNumber(total)) return { said: total, least: total, most: total };
    return { said: known.length > 0 ? sumOf(known) : undefined, least: sumOf(known), most: Infinity };
  }

  test('the sum, its bounds, and the bands', async () => {
    await fc.assert(
      fc.asyncProperty(villages, async (rows) => {
        const written = rows.map((row, index) => ({ ...COUNTY, village: `V${index}`, period: 2023, households: 10, ...row }));
        const answers = await reported(written, ['collective_operating_income', ...BANDS.map(([id]) => id)]);
        const incomes = rows.map(incomeOf);
        const said = incomes.flatMap((one) => one.said ?? []);
        const isOpen = incomes.some(({ most }) => most === Infinity);
        expectNear(
          answers.collective_operating_income!,
          said.length > 0 ? sumOf(said) : null,
          sumOf(incomes.map(({ least }) => least)),
          isOpen ? null : sumOf(incomes.map(({ most }) => most)),
        );
        for (const [id, from, to] of BANDS) {
          const isIn = (income: number): boolean => income >= from && income < to;
          // An income that is open could be any of these, from the least on.
          const ways = incomes.map(({ least, most }) =>
            [least, 50_000, 100_000, 1e9].filter((one) => one >= least && one <= most).map((one) => isIn(one)),
          );
          const certain = ways.filter((way) => way.every((one) => one === way[0]));
          const [inside, atMost] = [certain.filter(([one]) => one).length, ways.filter((way) => way.includes(true)).length];
          expectNear(
            answers[id]!,
            certain.length > 0 ? inside / certain.length : atMost === 0 ? 0 : null,
            inside / rows.length,
            atMost / rows.length,
          );
        }
      }),
      RUNS,
    );
  });
});

describe('exited and monitored households', () => {
  const household = fc.record<Record<string, Cell>>({
    status: fc.constantFrom('exited', 'exited', 'never', 'never', 'remaining', 'returned', 'pre-exit', 'cancelled'),
    monitoring_type: fc.constantFrom('无', '脱贫不稳定户', '边缘易致贫户', '突发严重困难户'),
    risk_cleared: fc.constantFrom('yes', 'no', 'no', ''),
    has_industry: fc.constantFrom('yes', 'no', ''),
    liaison: fc.constantFrom('yes', 'no', ''),
  });
  /** Answers everything, so that no column is blank throughout. */
  const FIRST = { status: 'never', monitoring_type: '边缘易致贫户', risk_cleared: 'no', has_industry: 'yes', liaison: 'no' };
  const either = (cell: Cell | undefined): readonly boolean[] => (cell === 'yes' ? [true] : cell === 'no' ? [false] : [true, false]);

  /** A household is left out, or counted with or without it. */
  function waysOf(row: PlainRow, column: string): readonly Pair[] {
    const ways = new Map<string, Pair>();
    for (const cleared of either(row.risk_cleared))
      for (const has of either(row[column])) {
        const isMonitored = row.monitoring_type !== '无' && !cleared;
        const counts = row.status !== 'cancelled' && (row.status === 'exited' || isMonitored);
        const pair: Pair = counts ? [has ? 1 : 0, 1] : [0, 0];
        ways.set(pair.join(' '), pair);
      }
    return [...ways.values()];
  }

  test.each([
    ['industry_coverage_assisted', 'has_industry'],
    ['liaison_coverage', 'liaison'],
  ])('%s', async (id, column) => {
    await fc.assert(
      fc.asyncProperty(fc.array(household, { maxLength: 6 }), async (others) => {
        const rows: readonly PlainRow[] = [FIRST, ...others];
        const written = rows.map((row, index) => ({
          ...COUNTY,
          village: 'V',
          period: 2023,
          household_id: `H${index}`,
          persons: 2,
          ...row,
        }));
        const all = rows.map((row): Possible => {
          const pairs = waysOf(row, column);
          return { pairs, known: pairs.length === 1 ? pairs[0] : undefined, openBelow: false, openAbove: false };
        });
        const { low, high } = rangeOf(together(all));
        const known = together(all).known!;
        expectNear((await reported(written, [id]))[id]!, known[0] / known[1], low, high);
      }),
      RUNS,
    );
  });
});

describe('income of the exited', () => {
  const household = fc.record<Record<string, Cell>>({
    status: fc.constantFrom('exited', 'exited', 'exited', 'remaining', 'never'),
    persons: fc.integer({ min: 1, max: 5 }),
    net_income_per_capita: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: -500, max: 20_000 }) },
      { weight: 1, arbitrary: fc.constant('') },
    ),
    wage_income: fc.constantFrom<Cell>(0, 12_000, 30_000, ''),
  });
  const FIRST = { status: 'remaining', persons: 1, net_income_per_capita: 1, wage_income: 1 };
  const years = fc.array(fc.tuple(fc.array(household, { maxLength: 4 }), fc.array(household, { maxLength: 4 })), {
    minLength: 1,
    maxLength: 3,
  });

  const exited = (rows: readonly PlainRow[]): readonly PlainRow[] => rows.filter(({ status }) => status === 'exited');
  function meanOf(rows: readonly PlainRow[]): { readonly money: number; readonly persons: number; readonly isCertain: boolean } {
    const told = exited(rows).filter(({ net_income_per_capita: income }) => isNumber(income));
    return {
      money: sumOf(told.map((row) => Number(row.net_income_per_capita) * Number(row.persons))),
      persons: sumOf(told.map(({ persons }) => Number(persons))),
      isCertain: told.length === exited(rows).length,
    };
  }

  test('the mean, one of its kinds, and the growth of means that were added up first', async () => {
    await fc.assert(
      fc.asyncProperty(years, async (drawn) => {
        const villages = drawn.map((both) => both.map((rows): readonly PlainRow[] => [FIRST, ...rows]));
        const written = villages.flatMap((both, index) =>
          both.flatMap((rows, year) =>
            rows.map((row, at) => ({ ...COUNTY, village: `V${index}`, period: 2022 + year, household_id: `H${index}-${at}`, ...row })),
          ),
        );
        const answers = await reported(written, ['exited_income_per_person', 'exited_income_growth', 'exited_wage_income']);
        const means = villages.map((both) => both.map(meanOf));
        const isKnown = ({ persons, isCertain }: { readonly persons: number; readonly isCertain: boolean }): boolean =>
          persons > 0 || isCertain;
        const quotient = (all: readonly { readonly money: number; readonly persons: number }[]): number | null => {
          const persons = sumOf(all.map((one) => one.persons));
          return persons === 0 ? null : sumOf(all.map(({ money }) => money)) / persons;
        };

        const now = means.map(([, one]) => one!);
        const mean = quotient(now);
        const isCertain = now.every((one) => one.isCertain);
        expectNear(answers.exited_income_per_person!, mean, isCertain ? mean : null, isCertain ? mean : null);

        const both = means.filter((pair) => pair.every(isKnown));
        const [then, later] = [quotient(both.map(([one]) => one!)), quotient(both.map(([, one]) => one!))];
        const growth = then === null || later === null || then <= 0 ? null : (later - then) / then;
        const isGrowthCertain = means.flat().every((one) => one.isCertain);
        expectNear(answers.exited_income_growth!, growth, isGrowthCertain ? growth : null, isGrowthCertain ? growth : null);

        const wages = villages.flatMap(([, rows]) => exited(rows!));
        const told = wages.filter(({ wage_income: wage }) => isNumber(wage));
        const persons = sumOf(told.map((row) => Number(row.persons)));
        const wage = persons === 0 ? null : sumOf(told.map((row) => Number(row.wage_income))) / persons;
        const areAllTold = told.length === wages.length;
        expectNear(answers.exited_wage_income!, wage, areAllTold ? wage : null, areAllTold ? wage : null);
      }),
      RUNS,
    );
  });
});

describe('bridging funds', () => {
  const project = fc.record<Record<string, Cell>>({
    source: fc.constantFrom('central', 'central', 'province', 'county', ''),
    category: fc.constantFrom('industry', 'infrastructure'),
    received_yuan: fc.constantFrom(0, 100, 450, 550),
    spent_yuan: fc.constantFrom<Cell>(0, 100, 500, ''),
  });

  test('both shares, and what is left', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(project, { minLength: 1, maxLength: 5 }), async (rows) => {
        const written = rows.map((row, index) => ({ ...COUNTY, village: 'V', period: 2023, project_id: `P${index}`, name: 'P', ...row }));
        const answers = await reported(written, ['central_industry_fund_share', 'provincial_industry_fund_share', 'money_left_yuan']);
        for (const [id, source] of [
          ['central_industry_fund_share', 'central'],
          ['provincial_industry_fund_share', 'province'],
        ] as const) {
          const all = rows.map((row): Possible => {
            const received = Number(row.received_yuan);
            const counted: Pair = [row.category === 'industry' ? received : 0, received];
            const pairs: readonly Pair[] = row.source === source ? [counted] : row.source === '' ? [counted, [0, 0]] : [[0, 0]];
            return { pairs, known: row.source === source ? counted : [0, 0], openBelow: false, openAbove: false };
          });
          const known = together(all).known!;
          const { low, high } = rangeOf(together(all));
          if (known[1] > 0) expectNear(answers[id]!, known[0] / known[1], low, high);
          else expect([id, answers[id]!.value === null || low === high]).toEqual([id, true]);
        }
        // Of nothing received nothing is left, whatever was spent.
        const told = rows.filter(({ received_yuan: received, spent_yuan: spent }) => received === 0 || isNumber(spent));
        const left = sumOf(told.map((row) => Math.max(0, Number(row.received_yuan) - Number(row.spent_yuan))));
        const areAllTold = told.length === rows.length;
        expect(answers.money_left_yuan!.value).toBe(told.length === 0 ? null : left);
        if (told.length > 0) expect(answers.money_left_yuan!.high ?? null).toBe(areAllTold ? left : null);
      }),
      RUNS,
    );
  });
});
