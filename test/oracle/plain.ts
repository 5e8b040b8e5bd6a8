/**
 * The figures and verdicts of a registry, worked out a second time: slowly, from the contract and the wording of the documents, by trying every
 * answer that a blank could have. It shares no code with the program; where the two differ, one of them is wrong.
 */

/** A cell as it is written: a number, a word, or blank. A column that a file does not have is in none of its rows. */
export type Cell = number | string;
export type PlainRow = Readonly<Record<string, Cell>>;

export type Met = 'yes' | 'no' | 'undetermined' | 'not-assessable';

/** What is counted above the line and below it, in one of the ways in which the blanks could be filled in. */
export type Pair = readonly [above: number, below: number];

/** Everything that could be true of one number at one place. */
export interface Possible {
  readonly pairs: readonly Pair[];
  /** What is known; nothing where no number can be given. */
  readonly known: Pair | undefined;
  /** The pairs stand for more than can be listed: there is no least, or no greatest. */
  readonly openBelow: boolean;
  readonly openAbove: boolean;
}

const isKnown = (cell: Cell | Between | undefined): cell is number => typeof cell === 'number';
const upTo = (last: number, first = 0): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

/** More than any village of a test has. */
const VAST = 10_000_000;

/** A part of a whole, either of which may be blank: a part is never more than its whole. */
export function partOfWhole(part: Cell | undefined, whole: Cell | undefined): Possible {
  const least = isKnown(part) ? part : 0;
  const wholes = isKnown(whole) ? [whole] : [...upTo(least + 5, least), VAST];
  // Of a village of any size all could be part of it; the sizes between are tried where they are few.
  const partsOf = (below: number): readonly number[] => (isKnown(part) ? [part] : [...upTo(Math.min(below, 200)), below]);
  return {
    pairs: wholes.flatMap((below) => partsOf(below).map((above): Pair => [above, below])).filter(([above, below]) => above <= below),
    known: isKnown(part) && isKnown(whole) ? [part, whole] : undefined,
    openBelow: !isKnown(whole),
    openAbove: !isKnown(whole) && !isKnown(part),
  };
}

/** A number that household rows give where some of them do not answer: the least, and the greatest. */
export interface Between {
  readonly least: number;
  readonly most: number;
}
type Told = Cell | Between | undefined;
const isBetween = (told: Told): told is Between => typeof told === 'object';

/** How many rows answer yes, or could. */
export function countOf(rows: readonly PlainRow[], column: string): Cell | Between {
  const [least, open] = ['yes', ''].map((word) => rows.filter((row) => isRegistered(row) && row[column] === word).length);
  return open === 0 ? least! : { least: least!, most: least! + open! };
}

/**
 * Industry coverage by four numbers: industry less exempt ones among them, out of registered less exempt. Every number that is blank is tried
 * with every size that the others leave room for.
 */
export function industryByNumbers(row: Readonly<Record<string, Told>>): Possible {
  const [registered, exempt, industry, both] = [
    'registered_poor_households',
    'exempt_households',
    'industry_households',
    'industry_exempt_households',
  ].map((column) => row[column]);
  const choices = (told: Told, most: number): readonly number[] =>
    isBetween(told) ? upTo(Math.min(told.most, most), told.least) : isKnown(told) ? (told <= most ? [told] : []) : upTo(most);
  const pairs: Pair[] = [];
  for (const size of isKnown(registered) ? [registered] : upTo(25))
    for (const out of choices(exempt, size))
      for (const having of choices(industry, size))
        for (const shared of choices(both, Math.min(out, having)))
          if (having - shared <= size - out) pairs.push([having - shared, size - out]);
  // Without a column of exempt households those alone are left out that are said to be exempt among those with an industry; where these are not
  // known either, nobody is left out. With an industry are counted all that are not known to be exempt, if there is room for them.
  const shared = isKnown(both) ? both : 0;
  const out = exempt === undefined ? shared : exempt;
  const isCounted = isKnown(registered) && isKnown(industry) && isKnown(out);
  const counts: Pair | undefined = isCounted ? [industry - shared, registered - out] : undefined;
  return {
    pairs,
    known: counts && counts[0] <= counts[1] ? counts : undefined,
    openBelow: !isKnown(registered),
    openAbove: !isKnown(registered),
  };
}

/** Industry coverage by household rows: each household that is registered is without an industry, with one, or not counted. */
export function industryByHouseholds(rows: readonly PlainRow[]): Possible {
  let pairs: readonly Pair[] = [[0, 0]];
  let [above, below] = [0, 0];
  for (const row of rows.filter((one) => isRegistered(one))) {
    const ways = new Set<string>();
    for (const exempt of yesOrNo(row.exempt))
      for (const industry of yesOrNo(row.has_industry)) ways.add(exempt ? '0 0' : industry ? '1 1' : '0 1');
    pairs = sumsOf(
      pairs,
      [...ways].map((way) => way.split(' ').map(Number) as unknown as Pair),
    );
    if (row.exempt === 'no' && row.has_industry === 'yes') above++;
    if (row.exempt === 'no' && (row.has_industry === 'yes' || row.has_industry === 'no')) below++;
  }
  return {
    pairs,
    known: below > 0 || pairs.every(([, one]) => one === 0) ? [above, below] : undefined,
    openBelow: false,
    openAbove: false,
  };
}

const yesOrNo = (cell: Cell | undefined): readonly boolean[] => (cell === 'yes' ? [true] : cell === 'no' ? [false] : [true, false]);

/** 建档立卡: said outright, or by any status that only registered households have. */
export const isRegistered = ({ registered, status }: PlainRow): boolean =>
  status !== 'cancelled' && (registered === 'yes' || (registered !== 'no' && status !== 'never'));

/** Persons of households that are still poor: 未脱贫 and 返贫. */
export const remainingPersons = (rows: readonly PlainRow[]): number =>
  rows
    .filter((row) => isRegistered(row) && (row.status === 'remaining' || row.status === 'returned'))
    .reduce((sum, { persons }) => sum + Number(persons), 0);

/**
 * Recurring collective income: all receipts less subsidies and one-off money. Where one of these is not known, it could be all that is left,
 * and what is left after those known is the number.
 */
export function recurringIncome(row: PlainRow): Possible {
  const receipts = row.collective_income;
  if (!isKnown(receipts))
    return {
      pairs: [
        [0, 1],
        [VAST, 1],
      ],
      known: undefined,
      openBelow: false,
      openAbove: true,
    };
  const parts = [row.subsidy_income, row.one_off_income];
  const most = parts.reduce<number>((left, part) => left - (isKnown(part) ? part : 0), receipts);
  const least = parts.every(isKnown) ? most : 0;
  return {
    pairs: [
      [least, 1],
      [most, 1],
    ],
    known: [most, 1],
    openBelow: false,
    openAbove: false,
  };
}

/** A number that is counted and not divided. */
export const counted = (cell: Cell | undefined): Possible =>
  isKnown(cell)
    ? { pairs: [[cell, 1]], known: [cell, 1], openBelow: false, openAbove: false }
    : {
        pairs: [
          [0, 1],
          [VAST, 1],
        ],
        known: undefined,
        openBelow: false,
        openAbove: true,
      };

/** Every sum of one pair of each. */
const sumsOf = (left: readonly Pair[], right: readonly Pair[], below = (a: number, b: number): number => a + b): readonly Pair[] => {
  const sums = new Map<string, Pair>();
  for (const [a, b] of left) for (const [c, d] of right) sums.set(`${a + c} ${below(b, d)}`, [a + c, below(b, d)]);
  return [...sums.values()];
};

/** Several villages as one place: every answer of one beside every answer of the others. `amount`: they are added and not divided. */
export function together(villages: readonly Possible[], amount = false): Possible {
  const below = amount ? () => 1 : (a: number, b: number): number => a + b;
  const known = villages.flatMap((one) => one.known ?? []);
  const knownPairs = villages.flatMap((one) => (one.known ? [one.known] : []));
  return {
    pairs: villages.map(({ pairs }) => pairs).reduce((left, right) => sumsOf(left, right, below)),
    known: known.length === 0 ? undefined : knownPairs.reduce(([a, b], [c, d]) => [a + c, below(b, d)]),
    openBelow: villages.some(({ openBelow }) => openBelow),
    openAbove: villages.some(({ openAbove }) => openAbove),
  };
}

/** A village of which one pair alone is possible is known, whatever cells are blank. */
export function settled(possible: Possible): Possible {
  const { pairs, openBelow, openAbove, known } = possible;
  const [first] = pairs;
  const isOne = first !== undefined && pairs.every(([above, below]) => above === first[0] && below === first[1]);
  return known === undefined && isOne && !openBelow && !openAbove ? { ...possible, known: first } : possible;
}

/** The least and the greatest of what could be true; nothing where there is none, or nothing to divide by. */
export function rangeOf({ pairs, openBelow, openAbove }: Possible): { readonly low: number | null; readonly high: number | null } {
  const values = pairs.filter(([, below]) => below > 0).map(([above, below]) => above / below);
  if (values.length === 0) return { low: null, high: null };
  return {
    low: openBelow ? null : values.reduce((a, b) => Math.min(a, b)),
    high: openAbove ? null : values.reduce((a, b) => Math.max(a, b)),
  };
}

/** A mark: what passes it, written with whole numbers so that nothing is rounded. */
export type Mark = (above: number, below: number) => boolean;
export const atLeastPercent =
  (percent: number): Mark =>
  (above, below) =>
    above * 100 >= percent * below;
export const belowPercent =
  (percent: number): Mark =>
  (above, below) =>
    above * 100 < percent * below;
export const atLeast =
  (least: number): Mark =>
  (above) =>
    above >= least;
export const atMost =
  (most: number): Mark =>
  (above) =>
    above <= most;

/** Met where every possible answer passes, not met where none does. A column that no file has is no blank: nothing was asked. */
export function verdict({ pairs }: Possible, passes: Mark, isAbsent: boolean): Met {
  const answers = pairs.filter(([, below]) => below > 0).map(([above, below]) => passes(above, below));
  if (answers.length === 0) return 'not-assessable';
  if (answers.every(Boolean)) return 'yes';
  if (!answers.some(Boolean)) return 'no';
  return isAbsent ? 'not-assessable' : 'undetermined';
}

/** The answer of a yes/no column. */
export const answer = (cell: Cell | undefined): Met =>
  cell === undefined ? 'not-assessable' : cell === 'yes' ? 'yes' : cell === 'no' ? 'no' : 'undetermined';

/** Several answers that must all be yes. */
export function allOf(answers: readonly Met[]): Met {
  if (answers.includes('no')) return 'no';
  if (answers.includes('undetermined')) return 'undetermined';
  if (answers.includes('not-assessable') || answers.length === 0) return 'not-assessable';
  return 'yes';
}
