import { defineMetric } from '../metric.ts';
import type { Part } from '../part.ts';
import { shareFacts, shareOfHouseholds } from '../ratio.ts';
import type { Quantity, VillageView } from '../village-view.ts';

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** Whose word several numbers rest on together. */
const sameEvidence = (quantities: readonly Quantity[]): Part['evidence'] =>
  new Set(quantities.map(({ evidence }) => evidence)).size === 1 ? quantities[0]!.evidence : 'partial';

/**
 * By three or four numbers: industry less exempt ones among them, over registered less exempt. Where one is not known there may be no number,
 * but there are bounds: each household with an industry may be exempt or not, as far as the numbers leave room.
 */
function byNumbers(village: VillageView): Part {
  const [registered, exempt, industry, both] = [
    'registered_poor_households',
    'exempt_households',
    'industry_households',
    'industry_exempt_households',
  ].map((id) => village.number(id)) as [Quantity, Quantity, Quantity, Quantity];
  const rejected = registered.rejected;
  const size = registered.value ?? village.readable('registered_poor_households');
  const bounded = registered.atLeast || exempt.atLeast || industry.atLeast || both.atLeast;
  const bounds = size === undefined || registered.high === 'open' ? openBounds(size, rejected) : boundsOf(size, exempt, industry, both);
  if (registered.value === undefined || exempt.value === undefined || industry.value === undefined) {
    const eligible = size === undefined ? 0n : larger(0n, size - (exempt.value ?? 0n));
    return { value: undefined, reason: 'no-data', ...bounds, missing: rejected > 0n ? 0n : eligible, rejected };
  }
  const eligible = registered.value - exempt.value;
  const covered = industry.value - (both.value ?? 0n);
  if (covered > eligible) {
    const any = { low: { numerator: 0n, denominator: eligible }, high: { numerator: eligible, denominator: eligible } };
    return { value: undefined, reason: 'exempt-in-numerator', ...any, missing: eligible, rejected };
  }
  return {
    value: { numerator: covered, denominator: eligible },
    ...bounds,
    missing: 0n,
    rejected,
    evidence: sameEvidence([registered, exempt, industry]),
    bounded,
  };
}

/** What can be said when the number of registered households could be any: of a rejected village row that could be read, all or nothing of it. */
const openBounds = (size: bigint | undefined, rejected: bigint): Pick<Part, 'low' | 'high'> =>
  size === undefined || rejected === 0n
    ? { low: 'open', high: 'open' }
    : { low: { numerator: 0n, denominator: size }, high: { numerator: size, denominator: size } };

/** The least and the greatest share of `size` registered households that the other numbers leave room for. */
function boundsOf(size: bigint, exempt: Quantity, industry: Quantity, both: Quantity): Pick<Part, 'low' | 'high'> {
  const capped = ({ low, high }: Quantity): readonly [bigint, bigint] => [smaller(low, size), high === 'open' ? size : smaller(high, size)];
  const [exemptLow, exemptHigh] = capped(exempt);
  const [industryLow, industryHigh] = capped(industry);
  const bothKnown = both.value !== undefined && !both.atLeast ? both.value : undefined;
  // Of the households with an industry, how many are exempt; so few or so many as the three numbers allow.
  const bothLow = bothKnown ?? larger(0n, industryLow + exemptLow - size);
  const bothHigh = bothKnown ?? smaller(exemptHigh, industryHigh);
  const yesLow = larger(0n, industryLow - smaller(bothHigh, industryLow));
  const yesHigh = larger(0n, industryHigh - bothLow);
  if (exemptLow === exemptHigh) {
    const eligible = size - exemptLow;
    return {
      low: { numerator: smaller(yesLow, eligible), denominator: eligible },
      high: { numerator: smaller(yesHigh, eligible), denominator: eligible },
    };
  }
  const withoutHigh = size - industryLow;
  const withoutLow = larger(0n, size - industryHigh - exemptHigh);
  return { low: { numerator: yesLow, denominator: yesLow + withoutHigh }, high: { numerator: yesHigh, denominator: yesHigh + withoutLow } };
}

/**
 * Industry coverage (产业覆盖率): poor households with a qualifying industry, out of the poor households able to have one.
 * Exempt households (无劳动能力或主要劳动力长期外出务工) are in neither count. Households whose answer is unknown are missing.
 * Source: Guangxi village exit form 2017, item 1.
 */
export default defineMetric({
  id: 'industry_coverage',
  group: 'core',
  label: { zh: '产业覆盖率', en: 'Industry coverage' },
  unit: 'share',
  shape: 'ratio',
  judgedBy: 'industry-coverage',
  numerator: {
    label: { zh: '有特色产业的贫困户（不含豁免户）', en: 'poor households with an industry, exempt ones left out' },
    unit: 'households',
  },
  denominator: { label: { zh: '建档立卡贫困户减去豁免户', en: 'registered poor households, exempt ones left out' }, unit: 'households' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '有特色产业覆盖的贫困户占应覆盖贫困户的比例。无劳动能力或主要劳动力长期外出务工的贫困户（豁免户）不计入分子，也不计入分母。',
    en: 'The share of poor households with a qualifying industry among those able to have one. Households without labour, or whose main worker has long been away (exempt), are in neither count.',
  },
  formula: {
    zh: '（有产业的贫困户 − 其中的豁免户）÷（建档立卡贫困户 − 豁免户）',
    en: '(poor households with an industry − exempt ones among them) ÷ (registered poor households − exempt households)',
  },
  source: {
    zh: '广西贫困村脱贫摘帽双认定表（2017年）第1项：覆盖全村60%以上（含）贫困户（无劳动能力或者主要劳动力长期外出务工的贫困户除外）',
    en: 'Guangxi village exit form 2017, item 1: at least 60 % of the poor households, those without labour or whose main worker has long been away excepted',
  },
  sufficient: [['villages'], ['households']],
  uses: shareFacts(
    'industry_coverage',
    'registered_poor_households',
    'exempt_households',
    'industry_households',
    'industry_exempt_households',
  ),
  behind: {
    numerator: ['evidence.industry_coverage_yes', 'declared.industry_households'],
    denominator: ['evidence.industry_coverage_yes', 'evidence.industry_coverage_no', 'declared.registered_poor_households'],
    leftOut: ['evidence.exempt_households', 'declared.exempt_households', 'declared.industry_exempt_households'],
  },
  excluded: [{ label: { zh: '豁免户', en: 'exempt' }, unit: 'households', evidence: 'exempt_households', declared: 'exempt_households' }],
  part: (village) => {
    const share = village.householdShare('industry_coverage');
    return share ? shareOfHouseholds(share, village.absentHouseholds) : byNumbers(village);
  },
});
