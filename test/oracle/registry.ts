import fc from 'fast-check';
import type { Cell, PlainRow } from './plain.ts';
import type { PlainVillage } from './documents.ts';

/** A made-up registry: what its offices know, and the cells that they left blank. */
export interface Registry {
  readonly province: string | undefined;
  readonly period: number;
  readonly villages: readonly PlainVillage[];
}

/** How much of a registry may be unknown. */
export interface Blanks {
  /** Columns of the village table that may be blank in a row, or missing from the file. */
  readonly columns: readonly string[];
  readonly absent: readonly string[];
  /** Whether a column of the household table may be blank in every row. */
  readonly wholeColumns: boolean;
  /** Whether some households are exempt. */
  readonly exempt: boolean;
}

const rarely = (weight: number): fc.Arbitrary<boolean> =>
  fc.oneof({ weight, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

/** So many of a whole, most often near the mark of 98 %, at it or all. */
const mostOf = (whole: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.constant(whole),
    fc.constantFrom(0, 1, 2).map((short) => Math.max(0, whole - short)),
    fc.nat(whole),
  );

const yesNo = fc.oneof({ weight: 4, arbitrary: fc.constant('yes') }, { weight: 1, arbitrary: fc.constant('no') });
/** Receipts about the marks of 20 000, 30 000 and 50 000 yuan. */
const yuan = fc.constantFrom(0, 19_999, 20_000, 30_000, 49_999, 50_000, 50_001, 90_000);

const HOUSEHOLD_WORDS = ['stable_income', 'food', 'clothing', 'medical', 'housing', 'water', 'road', 'power', 'tv'] as const;

const household = fc.record<Record<string, Cell>>({
  persons: fc.integer({ min: 1, max: 4 }),
  status: fc.constantFrom('remaining', 'exited', 'exited', 'exited', 'returned', 'pre-exit', 'never', 'cancelled'),
  registered: fc.constantFrom('', '', 'yes'),
  exempt: fc.constantFrom('yes', 'no', 'no', ''),
  has_industry: fc.constantFrom('yes', 'yes', 'yes', 'no', ''),
  education: fc.constantFrom('yes', 'yes', 'no', 'n/a', ''),
  net_income_per_capita: fc.constantFrom(3999, 4000, 4001, 9000, ''),
  house_area_per_capita: fc.constantFrom(12, 13, 14, 30, ''),
  ...Object.fromEntries(HOUSEHOLD_WORDS.map((column) => [column, fc.constantFrom<Cell>('yes', 'yes', 'yes', 'yes', 'no', '')])),
});

/** One village as it is, before anything is left blank. */
const village: fc.Arbitrary<PlainVillage> = fc
  .record({
    households: fc.integer({ min: 8, max: 60 }),
    persons: fc.integer({ min: 30, max: 120 }),
    registered: fc.integer({ min: 1, max: 8 }),
    rows: fc.array(household, { minLength: 1, maxLength: 8 }),
    remaining: fc.nat(5),
    receipts: yuan,
    exit: fc.constantFrom<Cell>('', '', 2016, 2017, 2018, 2019, 2020, 2021),
    poor: fc.constantFrom('yes', 'yes', 'yes', 'yes', '', 'no'),
  })
  .chain(({ households, persons, registered, rows, remaining, receipts, exit, poor }) =>
    fc.record({
      row: fc
        .record({
          exempt: fc.nat(registered),
          industry: fc.nat(registered),
          shared: fc.nat(registered),
          safe: mostOf(households),
          water: mostOf(households),
          power: mostOf(households),
          tv: mostOf(households),
          insured: mostOf(persons),
          pension: mostOf(persons),
          dropouts: fc.constantFrom(0, 0, 0, 1),
          subsidy: fc.constantFrom(0, 0, 0.5, 1),
          oneOff: fc.constantFrom(0, 0, 0.5, 1),
          answers: fc.tuple(yesNo, yesNo, yesNo, yesNo),
        })
        .map((drawn): PlainRow => {
          // Among those with an industry, as many are exempt as the three numbers leave room for.
          const shared = Math.min(
            drawn.exempt,
            Math.max(drawn.industry + drawn.exempt - registered, Math.min(drawn.shared, drawn.industry)),
          );
          const subsidy = Math.floor(receipts * drawn.subsidy);
          return {
            households,
            rural_population: persons,
            registered_poor_households: registered,
            registered_poor_persons: Math.min(persons, registered * 3),
            remaining_poor_persons: Math.min(remaining, registered * 3, persons),
            exempt_households: drawn.exempt,
            industry_households: drawn.industry,
            industry_exempt_households: shared,
            safe_housing_households: drawn.safe,
            safe_water_households: drawn.water,
            powered_households: drawn.power,
            tv_households: drawn.tv,
            insured_persons: drawn.insured,
            pension_eligible_persons: persons,
            pension_persons: drawn.pension,
            dropout_children: drawn.dropouts,
            collective_income: receipts,
            subsidy_income: subsidy,
            one_off_income: Math.floor((receipts - subsidy) * drawn.oneOff),
            has_cooperative: drawn.answers[0],
            hardened_road: drawn.answers[1],
            public_services: drawn.answers[2],
            sound_committee: drawn.answers[3],
            poverty_village: poor,
            exit_year: exit,
          };
        }),
      households: fc.constant(rows),
    }),
  );

/** A registry of one county with one to three villages. With `households` each has as many registered household rows as it declares. */
export const registries = ({ columns, absent, wholeColumns, exempt }: Blanks, households: boolean): fc.Arbitrary<Registry> =>
  fc.record({
    province: fc.constantFrom('广西', '广西', '广西', '云南', '湖南', undefined),
    period: fc.constantFrom(2018, 2019, 2020, 2020),
    villages: fc
      .tuple(
        fc.array(
          fc.record({
            truth: village,
            blank: fc.record<Record<string, boolean>>(Object.fromEntries(columns.map((column) => [column, rarely(6)]))),
          }),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
        fc.record<Record<string, boolean>>(Object.fromEntries(absent.map((column) => [column, rarely(8)]))),
      )
      .map(([drawn, missing]) => drawn.map(({ truth, blank }) => asSeen(exempt ? truth : withoutExempt(truth), blank, missing, households)))
      .map((villages) => (wholeColumns ? villages : withoutBlankColumns(villages))),
  });

function asSeen(
  { row, households: rows }: PlainVillage,
  blank: Readonly<Record<string, boolean>>,
  missing: Readonly<Record<string, boolean>>,
  households: boolean,
): PlainVillage {
  const registered = rows!.filter(({ status, registered: said }) => status !== 'cancelled' && (said === 'yes' || status !== 'never'));
  const size: PlainRow = households ? { registered_poor_households: registered.length, ...withinSize(row, registered.length) } : {};
  const cells = Object.entries({ ...row, ...size })
    .filter(([column]) => missing[column] !== true)
    .map(([column, cell]): readonly [string, Cell] => [column, blank[column] === true ? '' : cell]);
  return { row: Object.fromEntries(cells), households: households ? rows : undefined };
}

const withoutExempt = ({ row, ...rest }: PlainVillage): PlainVillage => ({
  ...rest,
  row: { ...row, exempt_households: 0, industry_exempt_households: 0 },
});

/** The first household answers everything, so that no column is blank throughout. */
const withoutBlankColumns = ([first, ...others]: readonly PlainVillage[]): readonly PlainVillage[] => [
  {
    row: first!.row,
    households: first!.households?.map((row, index) =>
      index === 0
        ? Object.fromEntries(
            Object.entries(row).map(([column, cell]) => [
              column,
              cell === '' && column !== 'registered' ? (ANSWERS[column] ?? 'yes') : cell,
            ]),
          )
        : row,
    ),
  },
  ...others,
];
const ANSWERS: PlainRow = { net_income_per_capita: 4001, house_area_per_capita: 13 };

/** The numbers of a village that must not be more than its registered households. */
const withinSize = (row: PlainRow, size: number): PlainRow => ({
  households: Math.max(size, Number(row.households)),
  exempt_households: 0,
  industry_households: Math.min(size, Number(row.industry_households)),
  industry_exempt_households: 0,
});
