import type { Fraction } from '../../vocabulary/fraction.ts';
import { defineMetric } from '../metric.ts';
import type { Part } from '../part.ts';
import { fraction } from '../possible.ts';
import type { Bound, Bounds } from '../possible.ts';
import { shareNotSeparated, shareOfHouseholds } from '../ratio.ts';
import { above, apart, asDeclared, below, leftOut } from '../reader.ts';
import { householdShare, numberOf, shareRows } from '../readers/index.ts';
import type { NumberOf } from '../readers/index.ts';
import type { HouseholdShare, Quantity } from '../quantity.ts';

/** The column by which a village tells the figure. */
const TOLD = ['industry_households'];

const largest = (...all: readonly bigint[]): bigint => all.reduce((a, b) => (a > b ? a : b));
/** Of limits, the narrowest; `open` where none is one. */
const narrowest = (...all: readonly (bigint | 'open')[]): bigint | 'open' =>
  all.reduce((a, b) => (a === 'open' ? b : b === 'open' || a < b ? a : b));
const less = (a: bigint | 'open', b: bigint | 'open'): bigint | 'open' => (a === 'open' || b === 'open' ? 'open' : a - b);

/** Whose word several numbers rest on together. */
const sameEvidence = (quantities: readonly Quantity[]): Part['evidence'] =>
  new Set(quantities.map(({ evidence }) => evidence)).size === 1 ? quantities[0]!.evidence : 'partial';

/** The four numbers by which a village tells it. */
interface Numbers {
  readonly registered: Quantity;
  readonly exempt: NumberOf;
  readonly industry: Quantity;
  readonly both: Quantity;
}

/**
 * By three or four numbers: industry less exempt ones among them, over registered less exempt. Where one is not known there may be no number,
 * but there are bounds. Where there is no column of exempt households at all, nobody is left out, and the bounds say what exempt ones could make of it.
 */
function byNumbers({ registered, exempt, industry, both }: Numbers): Part {
  const { rejected, readable } = registered;
  if (registered.value === 0n && rejected === 0n) return { ...NOBODY, rejected, evidence: registered.evidence };
  const size = registered.value ?? (registered.evidence === undefined ? readable : undefined);
  const isSeparated = exempt.hasColumn;
  // Of a rejected village row that could be read, all or nothing of its households.
  const isReadable = size !== undefined && (registered.high !== 'open' || rejected > 0n);
  const bounds = boundsOf(isReadable ? { ...registered, low: size, high: size } : registered, exempt, industry, both);
  // Without the column, those alone are left out that are said to be exempt among those with an industry.
  const leftOut = isSeparated ? exempt.value : (both.value ?? 0n);
  if (registered.value === undefined || leftOut === undefined || industry.value === undefined) {
    const eligible = size === undefined ? 0n : largest(0n, size - (exempt.value ?? 0n));
    const evidence = (size === undefined ? registered : { evidence: undefined }).evidence;
    return { ...NOT_TOLD, ...(bounds ?? anyOf(eligible)), missing: rejected > 0n ? 0n : eligible, rejected, evidence };
  }
  const eligible = registered.value - leftOut;
  const covered = industry.value - (both.value ?? both.low);
  const whose = sameEvidence([registered, ...(isSeparated ? [exempt] : []), industry]);
  if (covered > eligible)
    return {
      value: undefined,
      reason: 'exempt-in-numerator',
      ...(bounds ?? anyOf(eligible)),
      missing: eligible,
      rejected,
      evidence: whose,
    };
  return {
    value: fraction(covered, eligible),
    ...(bounds ?? anyOf(eligible)),
    missing: 0n,
    rejected,
    evidence: whose,
    bounded: [registered, exempt, industry, both].some(({ atLeast }) => atLeast),
    ...(!isSeparated && { marks: ['exempt-not-separated'] }),
  };
}

const NOBODY = { value: fraction(0n, 0n), low: fraction(0n, 0n), high: fraction(0n, 0n), missing: 0n } as const;
const NOT_TOLD = { value: undefined, reason: 'no-data' } as const;

/** The share of all registered households, where the household rows speak and neither they nor the village have a column of exempt ones. */
const notSeparated = ({
  all,
  exempt,
}: {
  readonly all: HouseholdShare | undefined;
  readonly exempt: NumberOf;
}): HouseholdShare | undefined => (exempt.hasColumn ? undefined : all);

/** Anything from none to all of so many households. */
const anyOf = (size: bigint): Bounds => ({ low: fraction(0n, size), high: fraction(size, size) });

/**
 * Every share that the four numbers leave room for; nothing where they contradict each other. Each household is exempt or not, and has an industry
 * or not. Of the pairs (covered, eligible) it follows: covered = industry − both, eligible = registered − exempt, both ≤ exempt,
 * covered ≤ eligible, and the eligible without an industry are at most all that have none.
 */
function boundsOf(registered: Quantity, exempt: Quantity, industry: Quantity, both: Quantity): Bounds | undefined {
  const mostExempt = narrowest(exempt.high, registered.high);
  const fewest = largest(0n, ...[exempt.high, both.high].flatMap((most) => (most === 'open' ? [] : [industry.low - most])));
  const most = less(narrowest(industry.high, registered.high), both.low);
  // Where neither the whole nor its part has a limit, nothing is said of either.
  if (most === 'open') return { low: 'open', high: 'open' };
  const mostWithout = less(registered.high, industry.low);
  const first = largest(fewest, mostExempt === 'open' ? 0n : registered.low - mostExempt);
  const last = narrowest(less(registered.high, largest(exempt.low, both.low)), mostWithout === 'open' ? 'open' : most + mostWithout);
  const isContradicted = most < fewest || (last !== 'open' && last < first) || (exempt.high !== 'open' && both.low > exempt.high);
  return isContradicted ? undefined : { low: fewestOf(fewest, mostWithout, first, last), high: mostOf(most, first, last) };
}

/** The fewest covered of so many eligible: never fewer than `fewest`, nor than what those without an industry leave. */
function fewestOf(fewest: bigint, mostWithout: bigint | 'open', first: bigint, last: bigint | 'open'): Bound {
  if (last === 'open' || mostWithout === 'open') return { corners: [fraction(fewest, first)], endless: true };
  const at = (eligible: bigint): Fraction => fraction(largest(fewest, eligible - mostWithout), eligible);
  const bend = fewest + mostWithout;
  return { corners: [at(first), ...(first < bend && bend < last ? [at(bend)] : []), ...(first < last ? [at(last)] : [])] };
}

/** The most covered of so many eligible: never more than all of them, nor than `most`. */
function mostOf(most: bigint, first: bigint, last: bigint | 'open'): Bound {
  const at = (eligible: bigint): Fraction => fraction(eligible < most ? eligible : most, eligible);
  const bends = first < most && (last === 'open' || most < last);
  return {
    corners: [at(first), ...(bends ? [at(most)] : []), ...(last !== 'open' && first < last ? [at(last)] : [])],
    endless: last === 'open',
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
  short: { zh: '产业覆盖率', en: 'Coverage' },
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
    zh: '有特色产业覆盖的贫困户占应覆盖贫困户的比例。无劳动能力或主要劳动力长期外出务工的贫困户（豁免户）不计入分子，也不计入分母。文件里没有豁免户一列时，谁也不剔除，并标注“豁免户未分开”。',
    en: 'The share of poor households with a qualifying industry among those able to have one. Households without labour, or whose main worker has long been away (exempt), are in neither count. Where the files have no column of exempt households nobody is left out, and it is marked "exempt not separated".',
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
  reads: {
    share: shareRows('industry_coverage', TOLD),
    all: apart(shareRows('industry_coverage_all', TOLD)),
    industry: above(asDeclared(numberOf('industry_households', TOLD))),
    registered: below(asDeclared(numberOf('registered_poor_households', TOLD))),
    exempt: leftOut(numberOf('exempt_households', TOLD)),
    both: leftOut(asDeclared(numberOf('industry_exempt_households', TOLD))),
  },
  otherwise: {
    in: (read) => notSeparated(read) !== undefined,
    behind: householdShare('industry_coverage_all', 'industry_households', 'registered_poor_households').behind,
  },
  excluded: [{ label: { zh: '豁免户', en: 'exempt' }, unit: 'households', evidence: 'exempt_households', declared: 'exempt_households' }],
  part: ({ share, ...read }) => {
    if (share) return shareOfHouseholds(share);
    const all = notSeparated(read);
    return all ? shareNotSeparated(all) : byNumbers(read);
  },
});
