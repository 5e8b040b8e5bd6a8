import type { Fraction } from '../vocabulary/fraction.ts';
import type { Text } from '../vocabulary/text.ts';
import { defineMetric } from './metric.ts';
import type { Metric } from './metric.ts';
import type { Part } from './part.ts';
import { shareOfWhole } from './ratio.ts';
import { above, below } from './reader.ts';
import { declared } from './readers/index.ts';

/** What differs from one village criterion to the next. */
interface VillageShare {
  readonly id: string;
  readonly label: Text;
  /** The column counted above the line, and what it holds. */
  readonly part: string;
  readonly counted: Text;
  readonly whole: keyof typeof WHOLES;
  /** The statistics table behind the form, where the base stands in it. */
  readonly table?: Text;
  readonly judgedBy: string;
  /** The item of the form. */
  readonly item: number;
  readonly definition: Text;
}

const WHOLES = {
  households: { label: { zh: '全村农户', en: 'all farm households of the village' }, unit: 'households' },
  rural_population: { label: { zh: '乡村户籍人口', en: 'rural registered population' }, unit: 'persons' },
  pension_eligible_persons: { label: { zh: '应参保人数', en: 'persons who should be insured' }, unit: 'persons' },
} as const;

/**
 * A share of all farm households or persons of a village, poor or not: what the exit form asks for. Only village rows can give it, because a
 * household file holds the registered ones. Source: Guangxi village exit form 2017.
 */
export const villageShare = ({ id, label, part, counted, whole, judgedBy, item, table, definition }: VillageShare): Metric =>
  defineMetric({
    id,
    group: 'village',
    label,
    unit: 'share',
    shape: 'ratio',
    judgedBy,
    numerator: { label: counted, unit: WHOLES[whole].unit },
    denominator: WHOLES[whole],
    withoutDenominator: 'zero-denominator',
    definition,
    formula: { zh: `${counted.zh} ÷ ${WHOLES[whole].label.zh}`, en: `${counted.en} ÷ ${WHOLES[whole].label.en}` },
    source: {
      zh: `广西贫困村脱贫摘帽双认定表（2017年）第${item}项${table ? `；${table.zh}` : ''}`,
      en: `Guangxi village exit form 2017, item ${item}${table ? `; ${table.en}` : ''}`,
    },
    sufficient: [['villages'], ['villages', 'households']],
    reads: { counted: above(declared(part)), all: below(declared(whole)) },
    part: (read) => shareOfWhole(read.counted, read.all),
  });

const ONE: Fraction = { numerator: 1n, denominator: 1n };
const NONE_OF_ONE: Fraction = { numerator: 0n, denominator: 1n };
const OUTSIDE: Fraction = { numerator: 0n, denominator: 0n };

/** One village of a share of villages, by its answer. A village that does not answer may be either. */
export const shareOfVillages = (answer: boolean | undefined): Part => ({
  value: answer === undefined ? undefined : answer ? ONE : NONE_OF_ONE,
  ...(answer === undefined && { reason: 'no-data' }),
  low: answer === true ? ONE : NONE_OF_ONE,
  high: answer === false ? NONE_OF_ONE : ONE,
  missing: answer === undefined ? 1n : 0n,
  rejected: 0n,
  evidence: 'villages',
});

/** A village that such a share does not ask. */
export const notAsked: Part = { value: OUTSIDE, low: OUTSIDE, high: OUTSIDE, missing: 0n, rejected: 0n, evidence: 'villages' };
