import { defineMetric } from '../metric.ts';
import type { Part } from '../part.ts';
import { shareFacts, shareOfHouseholds, shareOfWhole } from '../ratio.ts';
import type { Quantity, VillageView } from '../village-view.ts';

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** Whose word several numbers rest on together. */
const sameEvidence = (quantities: readonly Quantity[]): Part['evidence'] =>
  new Set(quantities.map(({ evidence }) => evidence)).size === 1 ? quantities[0]!.evidence : 'partial';

/**
 * By two or three numbers of the village row: industry less exempt ones among them, over registered less exempt.
 * Where it is not known how many of the households with an industry are exempt, that sets the range.
 */
function byNumbers(village: VillageView): Part {
  const [registered, exempt, industry, both] = [
    'registered_poor_households',
    'exempt_households',
    'industry_households',
    'industry_exempt_households',
  ].map((id) => village.quantity(id)) as [Quantity, Quantity, Quantity, Quantity];
  const rejected = registered.rejected;
  const eligible =
    registered.value !== undefined && exempt.value !== undefined && rejected === 0n ? registered.value - exempt.value : undefined;
  if (
    eligible === undefined &&
    registered.value !== undefined &&
    industry.value !== undefined &&
    rejected === 0n &&
    industry.value <= registered.value
  ) {
    // Who is exempt is not known: those with an industry may all be, or none; and so may those without.
    const certain = both.value === undefined ? 0n : industry.value - both.value;
    const most = both.value === undefined ? industry.value : certain;
    const without = registered.value - industry.value;
    return {
      value: undefined,
      reason: 'no-data',
      low: { numerator: certain, denominator: certain + without },
      high: { numerator: most, denominator: most },
      missing: registered.value,
      rejected,
    };
  }
  if (eligible === undefined || industry.value === undefined) {
    const whole = eligible === undefined ? registered : { ...registered, value: eligible, low: eligible, high: eligible };
    return shareOfWhole({ ...industry, value: undefined, high: 'open' }, whole, village.readable('registered_poor_households'));
  }
  const exemptWithIndustry = both.value ?? (exempt.value === 0n ? 0n : undefined);
  const covered = industry.value - (exemptWithIndustry ?? 0n);
  const least = exemptWithIndustry === undefined ? industry.value - smaller(exempt.value!, industry.value) : covered;
  const inRange = covered <= eligible;
  return {
    value: inRange ? { numerator: covered, denominator: eligible } : undefined,
    ...(!inRange && { reason: 'exempt-in-numerator' }),
    low: { numerator: smaller(least, eligible), denominator: eligible },
    high: { numerator: smaller(covered, eligible), denominator: eligible },
    missing: 0n,
    rejected,
    evidence: sameEvidence([registered, exempt, industry]),
  };
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
  part: (village) => {
    const share = village.householdShare('industry_coverage');
    return share ? shareOfHouseholds(share, village.absentHouseholds) : byNumbers(village);
  },
});
