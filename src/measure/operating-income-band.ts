import { compareFractions } from '../vocabulary/fraction.ts';
import type { Fraction } from '../vocabulary/fraction.ts';
import type { Text } from '../vocabulary/text.ts';
import { defineMetric } from './metric.ts';
import type { Metric } from './metric.ts';
import { operatingIncome } from './operating-income.ts';
import { fraction } from './possible.ts';
import { limit } from './readers/index.ts';
import type { Quantity } from './quantity.ts';
import { shareOfVillages } from './village-share.ts';

/** The limits of the bands: a village that has the limit itself is above it (5万元以下 means less than 50 000 yuan). */
const LIMITS = { lower: 'operating-income-band/lower', upper: 'operating-income-band/upper' } as const;

/** One of the bands: between which of the two limits it lies. */
interface Band {
  readonly id: string;
  readonly label: Text;
  readonly short: Text;
  readonly counted: Text;
  readonly from?: keyof typeof LIMITS;
  readonly to?: keyof typeof LIMITS;
}

/** Every village stands below the line, whatever its income. */
const incomeOfEach: typeof operatingIncome = {
  ...operatingIncome,
  behind: { numerator: operatingIncome.rows, denominator: ['declared.rows'] },
};

const NO_LIMIT = { none: 'no-limit-in-force', annual: 'annual-standard' } as const;

/**
 * Villages whose operating income lies in a band (经营性收入分档), out of all villages. The limits are dated parameters and no marks: nothing is judged
 * by them. A village whose income is not known may lie in any; one known to be at least so much, in none below.
 */
export const operatingIncomeBand = ({ id, label, short, counted, from, to }: Band): Metric =>
  defineMetric({
    id,
    group: 'income',
    label,
    short,
    unit: 'share',
    shape: 'ratio',
    unsummed: true,
    numerator: { label: counted, unit: 'villages' },
    denominator: { label: { zh: '全部村', en: 'all villages' }, unit: 'villages' },
    withoutDenominator: 'zero-denominator',
    definition: {
      zh: `${counted.zh}占全部村的比例。分档的界限是可改的参数（默认5万元、10万元），不是达标线；正好等于界限的村算在上一档。收入不清楚的村计入上下限。`,
      en: `The share of all villages that are ${counted.en}. The limits are parameters (50 000 and 100 000 yuan unless a standards file says otherwise) and no marks; a village with the limit itself belongs to the band above it. Villages whose income is not known set the range.`,
    },
    formula: { zh: `${counted.zh} ÷ 全部村`, en: `${counted.en} ÷ all villages` },
    source: {
      zh: '5万元：2019年全国“空壳村”统计的界限；10万元：县级分档报道。都是统计分档，没有读到全国文件',
      en: '50 000 yuan: the limit in the national count of 2019; 100 000: the classes of a county report. Classes of statistics; no national document was found',
    },
    sufficient: [['villages']],
    reads: { income: incomeOfEach, lower: limit(LIMITS.lower), upper: limit(LIMITS.upper) },
    part: ({ income, lower, upper }) => {
      if (typeof lower === 'string' || typeof upper === 'string') {
        const why = typeof lower === 'string' ? lower : (upper as 'none' | 'annual');
        return { ...shareOfVillages(undefined), reason: NO_LIMIT[why], missing: 0n };
      }
      const limits = { lower, upper };
      return shareOfVillages(liesIn(income, from && limits[from], to && limits[to]));
    },
  });

/** Whether an income lies in a band; undefined where it may or may not. */
function liesIn({ low, high }: Quantity, from: Fraction | undefined, to: Fraction | undefined): boolean | undefined {
  const reaches = (amount: bigint, mark: Fraction): boolean => compareFractions(fraction(amount, 1n), mark) >= 0;
  const isAbove = (amount: bigint | 'open'): boolean => from === undefined || amount === 'open' || reaches(amount, from);
  const isBelow = (amount: bigint | 'open'): boolean => to === undefined || (amount !== 'open' && !reaches(amount, to));
  if (isAbove(low) && isBelow(high)) return true;
  const isOutside = !isAbove(high) || (to !== undefined && reaches(low, to));
  return isOutside ? false : undefined;
}
