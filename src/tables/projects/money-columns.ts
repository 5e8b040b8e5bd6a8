import type { TableOf } from '../../language/table.ts';
import { projects } from './table.ts';

/** What a project's rows come to up to a day. No file has these columns: they stand beside those of its latest row. */
const { received_yuan, spent_yuan, planned_end } = projects.columns;
const derived = {
  received_to_date: { ...received_yuan, time: 'stock' },
  spent_to_date: { ...spent_yuan, time: 'stock' },
  left_to_date: { ...received_yuan, time: 'stock', mayBeNegative: true, label: { zh: '剩余', en: 'Left' } },
  /** The same, and nothing where more was spent than came in: that takes nothing from what other projects have left. */
  unspent_to_date: { ...received_yuan, time: 'stock', label: { zh: '剩余', en: 'Left' } },
  /** The end of the period in which the oldest money that is left came in, money being spent in the order in which it came. */
  left_since: { ...planned_end, label: { zh: '最早结余', en: 'Left since' } },
  /** How many whole years that is ago on the day. */
  left_age: {
    kind: 'choice',
    time: 'stock',
    label: { zh: '结余年限', en: 'Age of what is left' },
    aliases: [],
    choices: {
      'under-one-year': ['不满一年', 'less than a year'],
      'one-year': ['一至二年', 'one year'],
      'two-years-and-more': ['两年以上', 'two years or more'],
    },
  },
} as const;

/** The project table with what its rows come to. */
export const projectState = { ...projects, columns: { ...projects.columns, ...derived } } as unknown as TableOf<
  typeof projects.columns & typeof derived
>;

/** The columns of the file that a derived one is made of. */
export const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  received_to_date: ['received_yuan'],
  spent_to_date: ['spent_yuan'],
  left_to_date: ['received_yuan', 'spent_yuan'],
  unspent_to_date: ['received_yuan', 'spent_yuan'],
  left_since: ['received_yuan', 'spent_yuan'],
  left_age: ['received_yuan', 'spent_yuan'],
};

/** The columns of a file, with those that can be made of them. */
export const withDerived = (has: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...has, ...Object.keys(MADE_OF).filter((column) => MADE_OF[column]!.every((one) => has.has(one)))]);

/** Columns as files have them: one that is made of others is named by those. */
export const writtenColumns = (columns: readonly string[]): readonly string[] => [
  ...new Set(columns.flatMap((column) => MADE_OF[column] ?? [column])),
];
