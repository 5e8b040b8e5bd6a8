import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { expectAsWorkedOut, expectTrend, filesOf, json, twoYears } from './compared.ts';
import type { SheetJson } from './compared.ts';
import { guangxi } from './documents.ts';
import type { PlainVillage } from './documents.ts';
import { allOf, answer, atLeastPercent, isRegistered, partOfWhole, verdict } from './plain.ts';
import { registries } from './registry.ts';
import type { Blanks, Registry } from './registry.ts';

const NONE: Blanks = { columns: [], absent: [], wholeColumns: false, exempt: true };
const INDUSTRY = ['registered_poor_households', 'exempt_households', 'industry_households', 'industry_exempt_households'];
const RUNS = { numRuns: 50 };

/** The contract does not say what a blank is where every way to fill it in has nothing to divide by, or nothing to divide. */
const isClear = ({ villages }: Registry): boolean =>
  villages.every((village) =>
    Object.values(guangxi).every(({ possible }) => {
      const { known, pairs } = possible(village);
      return known !== undefined || pairs.some(([above, below]) => above > 0 && below > 0);
    }),
  );

const asWorkedOut = (registry: Registry): Promise<void> => {
  fc.pre(isClear(registry));
  return expectAsWorkedOut(registry);
};

describe('blanks that meet one another', () => {
  test.each<readonly [string, Blanks]>([
    ['any of the four numbers of industry coverage may be blank', { ...NONE, columns: INDUSTRY }],
    ['or missing, and other columns do not change what that means', { ...NONE, columns: INDUSTRY, absent: INDUSTRY.slice(1) }],
    [
      'so may the whole of a share',
      { ...NONE, columns: ['households', 'rural_population', 'remaining_poor_persons', 'safe_housing_households'] },
    ],
    [
      'and the receipts, or what is taken off them',
      {
        ...NONE,
        columns: ['collective_income', 'subsidy_income', 'one_off_income'],
        absent: ['subsidy_income', 'one_off_income'],
      },
    ],
  ])('%s', (_, blanks) => fc.assert(fc.asyncProperty(registries(blanks, false), asWorkedOut), RUNS));

  test('a column of households that is blank in every row is blank, not missing', () =>
    fc.assert(fc.asyncProperty(registries({ ...NONE, wholeColumns: true }, true), asWorkedOut), RUNS));

  test('a change is of the villages known in both years, those with nothing to divide by among them', () =>
    fc.assert(fc.asyncProperty(twoYears({ ...NONE, columns: ['industry_households', 'households'] }), expectTrend), RUNS));
});

/** The village declares more registered households than the file has rows of them. */
const withPart = ({ row, households }: PlainVillage, more: number): PlainVillage => {
  const size = households!.filter(isRegistered).length + more;
  const all = Math.max(size, Number(row.households));
  return { row: { ...row, registered_poor_households: size, households: all }, households: undefined, partOfThem: households! };
};

test('household rows that are too few leave the declaration standing', () =>
  fc.assert(
    fc.asyncProperty(registries(NONE, true), fc.integer({ min: 1, max: 5 }), (registry, more) =>
      expectAsWorkedOut({ ...registry, villages: registry.villages.map((village) => withPart(village, more)) }),
    ),
    RUNS,
  ));

/** 村城乡居民养老保险参保情况统计表: 参保率 = 实际参保人数 ÷ 应参保人数, at least 90 %. */
const PENSION = ['pension_persons', 'pension_eligible_persons'];

test('the pension share rests on those who should be insured', () =>
  fc.assert(
    fc.asyncProperty(registries({ ...NONE, columns: PENSION, absent: PENSION }, false), fc.nat(20), async (drawn, fewer) => {
      const villages = drawn.villages.map(({ row, households }): PlainVillage => {
        const eligible = Number(row.rural_population) - fewer;
        const cells = Object.entries(row).map(([column, cell]) => [
          column,
          column === 'pension_eligible_persons' && cell !== ''
            ? eligible
            : column === 'pension_persons' && cell !== ''
              ? Math.min(Number(cell), eligible)
              : cell,
        ]);
        return { row: Object.fromEntries(cells), households };
      });
      const files = filesOf({
        province: '广西',
        period: 2020,
        villages: villages.map((one) => ({ ...one, row: { ...one.row, poverty_village: 'yes', exit_year: '' } })),
      });
      const { said } = await json<{ places: readonly SheetJson[] }>(['assess', ...files]);
      for (const [index, { row }] of villages.entries()) {
        const possible = partOfWhole(row.pension_persons, row.pension_eligible_persons);
        // Without a column the files say nothing of it, though nobody at all is insured.
        const share = PENSION.some((column) => !(column in row)) ? 'not-assessable' : verdict(possible, atLeastPercent(90), false);
        expect(said.places[index]!.criteria[7]!.met).toBe(allOf([answer(row.public_services), share]));
      }
    }),
    RUNS,
  ));

test('a mark of a year judges no month, and nobody fails by it', async () => {
  // One yuan by June is short of 50 000 by December, and nobody can say so in June.
  const [{ row }] = fc.sample(registries({ ...NONE, exempt: false }, false), 1)[0]!.villages as readonly [PlainVillage];
  const files = filesOf(
    {
      province: '广西',
      period: 2020,
      villages: [
        {
          row: { ...row, collective_income: 1, subsidy_income: 0, one_off_income: 0, poverty_village: 'yes', exit_year: '' },
          households: undefined,
        },
      ],
    },
    '2020-06',
  );
  const { stdout, status } = await commandLine([
    'report',
    ...files,
    '--metrics',
    'collective_income',
    '--format',
    'json',
    '--fail-on-unmet',
    '--quiet',
  ]);
  const { places } = JSON.parse(stdout) as { places: readonly { metrics: { collective_income: { value: number; verdict?: unknown } } }[] };
  expect(places[0]!.metrics.collective_income).toMatchObject({ value: 1 });
  expect(places[0]!.metrics.collective_income.verdict).toBeUndefined();
  expect(status).toBe(0);
});
