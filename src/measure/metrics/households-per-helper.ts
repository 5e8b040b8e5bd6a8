import { defineMetric } from '../metric.ts';
import { COMBINED } from '../../language/fact.ts';
import { NOT_KNOWN } from '../amount.ts';
import type { Part } from '../part.ts';
import { above, below } from '../reader.ts';
import type { Read } from '../reader.ts';
import { absentHouseholds, countedNames, declared, kinds, recordedUnlessTold } from '../readers/index.ts';

/** Households per helper of one village; `unit` takes the helpers of one unit alone. */
function perHelper(read: PairedHouseholds, unit?: string): Part {
  const { households, helperSets, counted, byUnit, absentHouseholds } = read;
  // Half of what the village tells is no declaration of the figure.
  if (!households) return unit === undefined ? declaredPerHelper(read) : unknownPart('no-data');
  const ofUnit = (name: string): boolean => unit === undefined || name.split(COMBINED)[0]!.split('、').includes(unit);
  const helpers = new Set([...helperSets.keys()].filter(ofUnit));
  const paired = unit === undefined ? households.yes : (byUnit.get(unit)?.yes ?? 0n);
  const missing = unit === undefined ? households.unknown + absentHouseholds : 0n;
  const rejected = households.rejected + households.rejectedOpen;
  if (paired === 0n && missing + rejected > 0n) return { ...unknownPart('no-data'), missing, rejected };
  const numberOfHelpers = unit === undefined ? counted.all : (counted.byUnit.get(unit)?.yes ?? 0n);
  const value = { numerator: paired, denominator: helpers.size > 0 ? BigInt(helpers.size) : numberOfHelpers };
  const isCertain = missing + rejected === 0n;
  return {
    value,
    low: isCertain ? value : 'open',
    high: isCertain ? value : 'open',
    missing,
    rejected,
    evidence: absentHouseholds > 0n ? 'partial' : 'households',
    distinct: helpers.size > 0 ? helpers : 'counted',
  };
}

/** By the village row's two numbers. */
function declaredPerHelper({ paired, helpers }: PairedHouseholds): Part {
  if (paired.value === undefined || helpers.value === undefined) return unknownPart('no-data');
  const value = { numerator: paired.value, denominator: helpers.value };
  const { rejected } = paired;
  const bounds = rejected > 0n ? ({ low: 'open', high: 'open' } as const) : { low: value, high: value };
  return { value, ...bounds, missing: 0n, rejected, evidence: 'villages', distinct: 'counted' };
}

const unknownPart = (reason: 'no-data'): Part => ({
  value: undefined,
  reason,
  low: 'open',
  high: 'open',
  missing: NOT_KNOWN.missing,
  rejected: 0n,
  distinct: 'counted',
});

/** What both readings of it see: of a village, and of one helping unit in it. */
const reads = {
  households: above(below(recordedUnlessTold('households_by_helper', ['paired_households', 'helpers']))),
  paired: above(declared('paired_households')),
  helpers: below(declared('helpers')),
  helperSets: kinds('households_by_helper'),
  counted: countedNames('households_by_helper'),
  byUnit: kinds('paired_households_by_unit'),
  absentHouseholds,
};
type PairedHouseholds = Read<typeof reads>;

/**
 * Households per helper (户均帮扶干部负担): paired registered households, out of different helpers. A helper is a name together with a unit (where only
 * one of the two is written, that), and counts once however many households or villages there are; a place is the union of its villages. Source: arithmetic over 帮扶责任人.
 */
export default defineMetric({
  id: 'households_per_helper',
  group: 'pairing',
  label: { zh: '每名帮扶责任人结对户数', en: 'Households per helper' },
  unit: 'per-helper',
  shape: 'ratio',
  numerator: { label: { zh: '结对的贫困户', en: 'paired poor households' }, unit: 'households' },
  denominator: { label: { zh: '帮扶责任人（姓名和单位都相同的算一人）', en: 'helpers, each name and unit once' }, unit: 'helpers' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '结对的建档立卡贫困户数除以帮扶责任人数。姓名和单位都相同的算一人，跨村只算一次；只写了单位的，一个单位算一个。村表或汇总表只有人数时，几个村合计可能重复计人，结果标“≥”。',
    en: 'Paired registered poor households, divided by the number of helpers. The same name and unit is one helper, once over all villages; a unit without a name is one. Where village rows or tallies give numbers of helpers alone, the same helper may be in several of them, and the result is marked "≥".',
  },
  formula: { zh: '结对的贫困户 ÷ 帮扶责任人数', en: 'paired poor households ÷ different helpers' },
  source: { zh: '帮扶手册“帮扶责任人”栏；算术定义', en: 'The helper entries of the household booklet; arithmetic' },
  sufficient: [['households'], ['villages'], ['villages', 'households']],
  reads,
  part: (read) => perHelper(read),
  ofHelperUnit: { reads, part: perHelper },
});
