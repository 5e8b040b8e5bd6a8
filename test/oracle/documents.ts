import {
  allOf,
  answer,
  atLeast,
  atLeastPercent,
  atMost,
  belowPercent,
  countOf,
  counted,
  industryByHouseholds,
  industryByNumbers,
  isRegistered,
  partOfWhole,
  recurringIncome,
  remainingPersons,
  settled,
  together,
  verdict,
} from './plain.ts';
import type { Cell, Mark, Met, PlainRow, Possible } from './plain.ts';

/** What the documents ask for, written down a second time from their wording. */

/** A registry: the rows of one period, and which columns its files have. */
export interface PlainVillage {
  readonly row: PlainRow;
  /** The household rows of the village; nothing where there is no household file. */
  readonly households: readonly PlainRow[] | undefined;
  /** Household rows that are fewer than the village declares: the declaration stands. */
  readonly partOfThem?: readonly PlainRow[];
}

/** One number that a criterion asks for: what could be true of it, its mark by the year, and the columns that it cannot do without. */
export interface Asked {
  readonly possible: (village: PlainVillage) => Possible;
  /** Nothing where no document gives a mark for that year. */
  readonly mark: (year: number) => Mark | undefined;
  readonly columns: (village: PlainVillage) => readonly string[];
  readonly isAmount?: true;
}

const declared = (part: string, whole: string, mark: Mark): Asked => ({
  possible: ({ row }) => partOfWhole(row[part], row[whole]),
  mark: () => mark,
  columns: () => [part, whole],
});

/** 村集体经济收入: 2017年2万元以上, 到2020年5万元以上 (form of 2017); 2018年3万元 (Guangxi Daily). None was found for 2019. */
const INCOME_MARKS: Readonly<Record<number, number>> = { 2017: 20_000, 2018: 30_000, 2020: 50_000 };

const asks = ({ households }: PlainVillage, column: string): boolean => households?.some((row) => column in row) === true;
const hasShare = (village: PlainVillage): boolean => asks(village, 'exempt') && asks(village, 'has_industry');

/** The numbers of a village, those that its household rows answer in place of what it declares. */
const numbersOf = (village: PlainVillage): Parameters<typeof industryByNumbers>[0] => ({
  ...village.row,
  ...(village.households && { registered_poor_households: village.households.filter(isRegistered).length }),
  ...(asks(village, 'exempt') && { exempt_households: countOf(village.households!, 'exempt') }),
  ...(asks(village, 'has_industry') && { industry_households: countOf(village.households!, 'has_industry') }),
});

/** 贫困村脱贫摘帽认定分析表（2017年）, the numbers of its items; the county form has the same ones but for income. */
export const guangxi: Readonly<Record<string, Asked>> = {
  industry_coverage: {
    possible: (village) => (hasShare(village) ? industryByHouseholds(village.households!) : industryByNumbers(numbersOf(village))),
    mark: () => atLeastPercent(60),
    columns: (village) => [
      ...(village.households ? [] : ['registered_poor_households']),
      ...(asks(village, 'has_industry') ? [] : ['industry_households']),
    ],
  },
  village_housing_share: declared('safe_housing_households', 'households', atLeastPercent(98)),
  village_insured_share: declared('insured_persons', 'rural_population', atLeastPercent(98)),
  dropout_children: {
    possible: ({ row }) => counted(row.dropout_children),
    mark: () => atMost(0),
    columns: () => ['dropout_children'],
    isAmount: true,
  },
  village_water_share: declared('safe_water_households', 'households', atLeastPercent(98)),
  village_power_share: declared('powered_households', 'households', atLeastPercent(98)),
  village_tv_share: declared('tv_households', 'households', atLeastPercent(98)),
  collective_income: {
    possible: ({ row }) => recurringIncome(row),
    mark: (year) => (INCOME_MARKS[year] === undefined ? undefined : atLeast(INCOME_MARKS[year])),
    columns: () => ['collective_income'],
    isAmount: true,
  },
  poverty_incidence: {
    possible: ({ row, households }) =>
      partOfWhole(households === undefined ? row.remaining_poor_persons : remainingPersons(households), row.rural_population),
    mark: () => belowPercent(3),
    columns: ({ households }) => ['rural_population', ...(households === undefined ? ['remaining_poor_persons'] : [])],
  },
};

/** 关于建立贫困退出机制的意见: below 2 %, in the west below 3 %. */
export const nationalIncidence = (isWest: boolean): Asked => ({ ...guangxi.poverty_incidence!, mark: () => belowPercent(isWest ? 3 : 2) });

/** The items of the village form, by number: numbers and yes/no columns. Item 8 also asks for the pension share, and is not compared here. */
export const VILLAGE_ITEMS: Readonly<Record<number, readonly string[]>> = {
  1: ['industry_coverage', 'has_cooperative'],
  2: ['village_housing_share'],
  3: ['village_insured_share'],
  4: ['dropout_children'],
  5: ['hardened_road'],
  6: ['village_water_share'],
  7: ['village_power_share'],
  9: ['village_tv_share'],
  10: ['has_cooperative', 'collective_income'],
  11: ['sound_committee'],
  12: ['poverty_incidence'],
};

/** What a number could be at a place of one or several villages. */
export const possibleOf = (asked: Asked, villages: readonly PlainVillage[]): Possible =>
  together(
    villages.map((village) => settled(asked.possible(village))),
    asked.isAmount,
  );

/** What a place of one or several villages comes to by one number. */
export function judged(asked: Asked, villages: readonly PlainVillage[], year: number): Met {
  const mark = asked.mark(year);
  if (!mark) return 'not-assessable';
  const possible = possibleOf(asked, villages);
  const isAbsent = villages.some((village) => asked.columns(village).some((column) => !(column in village.row)));
  return verdict(possible, mark, isAbsent);
}

/** The year whose standards judge a village: that of its own exit, unless it has not come yet. */
export function yearOf({ exit_year: exit }: PlainRow, period: number): number {
  return typeof exit === 'number' && exit <= period ? exit : period;
}

/** An item of the form judged whole. */
export const item = (number: number, village: PlainVillage, year: number): Met =>
  allOf(VILLAGE_ITEMS[number]!.map((id) => (guangxi[id] ? judged(guangxi[id], [village], year) : answer(village.row[id]))));

/** 扶贫标准: 4000 yuan in 2020 (press: about 4000); no document was found for 2017 to 2019. */
const LINE: Readonly<Record<number, number>> = { 2020: 4000 };

const above = (cell: Cell | undefined, line: number | undefined): Met =>
  cell === undefined || line === undefined ? 'not-assessable' : cell === '' ? 'undetermined' : Number(cell) > line ? 'yes' : 'no';
const area = (cell: Cell | undefined): Met =>
  cell === undefined ? 'not-assessable' : cell === '' ? 'undetermined' : Number(cell) >= 13 ? 'yes' : 'no';
/** No school-age child: nothing is lacking. */
const schooling = (cell: Cell | undefined): Met => (cell === 'n/a' ? 'yes' : answer(cell));

/** 贫困户脱贫摘帽“双认定”分析表（2017年）, its nine items in order. */
export const householdItems = (row: PlainRow, year: number): readonly Met[] => [
  allOf([answer(row.stable_income), answer(row.food), answer(row.clothing)]),
  allOf([answer(row.housing), area(row.house_area_per_capita)]),
  answer(row.medical),
  schooling(row.education),
  answer(row.water),
  answer(row.road),
  answer(row.power),
  answer(row.tv),
  above(row.net_income_per_capita, LINE[year]),
];

/** 关于建立贫困退出机制的意见: the five of the nation, in order. */
export const nationalHouseholdItems = (row: PlainRow, year: number): readonly Met[] => [
  above(row.net_income_per_capita, LINE[year]),
  allOf([answer(row.food), answer(row.clothing)]),
  schooling(row.education),
  answer(row.medical),
  answer(row.housing),
];
