import type { Fraction } from '../vocabulary/fraction.ts';
import type { Text } from '../vocabulary/text.ts';
import { incomePart, personsWithout } from './income.ts';
import { defineMetric } from './metric.ts';
import type { Metric } from './metric.ts';
import type { Part } from './part.ts';
import { fraction } from './possible.ts';
import { above, below, reading } from './reader.ts';
import type { Reader } from './reader.ts';
import { recorded } from './readers/index.ts';

/** An income of the exited of one village: the sum, the persons, and who does not tell it. */
export const incomeOfExited = (column: string): Reader<Part> =>
  reading(
    {
      income: above(recorded(`exited_${column}`)),
      persons: below(recorded(`exited_persons_with_${column}`)),
      others: personsWithout(`exited_persons_without_${column}`, 'persons_of_exited'),
    },
    ({ income, persons, others }) => incomePart(income && persons && { above: income, below: persons }, others),
  );

/** An income of which either year is shown by itself: what stands below the line is that of the year before. */
export const asNumerator = <T>({ behind: { denominator: _persons, ...behind }, ...one }: Reader<T>): Reader<T> => ({ ...one, behind });

/** What differs from one kind of income to the next. */
interface KindOfIncome {
  readonly column: string;
  readonly id: string;
  readonly label: Text;
  readonly income: Text;
}

const PERSONS = { label: { zh: '收入清楚的脱贫人口', en: 'exited persons whose income is known' }, unit: 'persons' } as const;

/**
 * Income of the exited per person, of one kind (脱贫人口人均工资性收入 …): what their households had of it, out of their persons. Households whose income of the
 * kind is not known are left out, and their persons are said; a household that had none writes 0. Source: income sheet of the household booklet.
 */
export const exitedIncomeOfKind = ({ column, id, label, income }: KindOfIncome): Metric =>
  defineMetric({
    id,
    group: 'income',
    label,
    unit: 'yuan',
    shape: 'mean',
    numerator: { label: { zh: `脱贫户${income.zh}之和`, en: `${income.en} of exited households` }, unit: 'yuan' },
    denominator: PERSONS,
    withoutDenominator: 'zero-denominator',
    definition: {
      zh: `已脱贫户全家的${income.zh}之和除以这些户的人口。没有填的户不计入，另列人数；没有这项收入的要填0。`,
      en: `The ${income.en} of exited households, over the persons of those households. Households that do not say are left out, and their persons are told; who had none writes 0.`,
    },
    formula: { zh: `Σ ${income.zh} ÷ Σ 人数（已脱贫户）`, en: `Σ ${income.en} ÷ Σ persons (exited households)` },
    source: {
      zh: '扶贫手册收入表：工资性、生产经营性、财产性、转移性收入；算术定义',
      en: 'Income sheet of the household booklet: wages, business, property, transfers; arithmetic',
    },
    sufficient: [['households'], ['villages', 'households']],
    reads: { part: incomeOfExited(column) },
    part: ({ part }) => part,
  });

/** How a mean grew over a year, made of both means once each has been added up: now less then, over then. Nothing to divide by where that was not positive. */
export function growthOfMeans([now, then]: readonly Fraction[]): Fraction {
  const base = then!.numerator * now!.denominator;
  if (now!.denominator === 0n || base <= 0n) return fraction(0n, 0n);
  return fraction(now!.numerator * then!.denominator - base, base);
}

/** The growth of a mean in one village, of which both years must be known. A mean that is not certain leaves the growth open. */
export function growthPartOfMeans(now: Part, then: Part | undefined): Part {
  const isKnown = now.value !== undefined && then?.value !== undefined;
  const isCertain = isKnown && now.low !== 'open' && then.low !== 'open';
  const bound = isCertain ? fraction(0n, 0n) : 'open';
  return {
    ...now,
    value: isKnown ? fraction(0n, 0n) : undefined,
    ...(!isKnown && { reason: now.value === undefined ? (now.reason ?? 'no-data') : 'no-base' }),
    low: bound,
    high: bound,
    missing: now.missing + (then?.missing ?? 0n),
    rejected: now.rejected + (then?.rejected ?? 0n),
    marks: [...new Set([...(now.marks ?? []), ...(then?.marks ?? [])])],
    ...(isKnown && { quotients: { pairs: [now.value, then.value], make: growthOfMeans } }),
  };
}

/** One growth less another. Nothing to divide by where either mean of the year before is not positive. */
function leadOf([now, then, farmers, farmersThen]: readonly Fraction[]): Fraction {
  const [own, theirs] = [growthOfMeans([now!, then!]), growthOfMeans([farmers!, farmersThen!])];
  if (own.denominator <= 0n || theirs.denominator <= 0n) return fraction(0n, 0n);
  return fraction(own.numerator * theirs.denominator - theirs.numerator * own.denominator, own.denominator * theirs.denominator);
}

/** How far the growth of the exited is ahead, in one village: their mean now and then, that of all farmers now and then. */
export function leadPart(means: readonly (Part | undefined)[]): Part {
  const known = means.flatMap((one) => (one?.value ? [one.value] : []));
  const isKnown = known.length === means.length;
  const all = means.flatMap((one) => one ?? []);
  const bound = isKnown && all.every(({ low }) => low !== 'open') ? fraction(0n, 0n) : 'open';
  return {
    value: isKnown ? fraction(0n, 0n) : undefined,
    ...(!isKnown && { reason: means[0]?.value && means[2]?.value ? 'no-base' : 'no-data' }),
    low: bound,
    high: bound,
    missing: all.reduce((sum, { missing }) => sum + missing, 0n),
    rejected: all.reduce((sum, { rejected }) => sum + rejected, 0n),
    evidence: all[0]?.evidence,
    marks: [...new Set(all.flatMap(({ marks }) => marks ?? []))],
    ...(isKnown && { quotients: { pairs: known, make: leadOf } }),
  };
}
