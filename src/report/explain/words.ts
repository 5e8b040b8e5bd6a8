import { tables } from '../../tables/index.ts';
import type { Fact } from '../../language/fact.ts';
import type { Text } from '../../vocabulary/text.ts';
import type { Unit } from '../../vocabulary/unit.ts';
import type { GatheredRow } from '../../rows/behind.ts';
import { weighingColumns } from '../../language/readings/weighing.ts';
import type { PartId } from './explanation.ts';

export const PART_NAMES: Readonly<Record<PartId, Text>> = {
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  'left-out': { zh: '不计入', en: 'Left out' },
  unknown: { zh: '不清楚', en: 'Unknown' },
};

/** Whether a fact weighs rows in money: its sums are in fen. */
const isMoney = ({ from, sum }: Fact, columns: readonly string[]): boolean =>
  (sum !== 1 && ('parameter' in sum || 'shortOf' in sum)) || columns.some((column) => tables[from].columns[column]?.kind === 'money');

/** In what a row's weight is printed. */
export const weightUnit = (fact: Fact): Unit => (isMoney(fact, weighingColumns(fact.sum)) ? 'yuan' : 'households');

/** The columns that a row counts by: those that weigh it, or those that leave it unknown. */
export const countedColumns = ({ answer, fact, unknown }: GatheredRow): readonly string[] =>
  answer === 'unknown' ? unknown.map(({ column }) => column) : weighingColumns(fact.sum);
