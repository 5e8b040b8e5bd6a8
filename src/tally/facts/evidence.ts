import { households } from '../../input/tables/households.ts';
import type { ConditionOf } from '../../input/condition.ts';
import { defineFact } from '../fact.ts';
import type { Fact } from '../fact.ts';

type HouseholdCondition = ConditionOf<typeof households.columns>;

/** 注销: left out of everything. */
const kept: HouseholdCondition = { not: { column: 'status', oneOf: ['cancelled'] } };

/** 建档立卡: said outright, or by any status that only registered households have. */
const registered: HouseholdCondition = {
  all: [kept, { firstKnown: [{ yes: 'registered' }, { not: { column: 'status', oneOf: ['never'] } }] }],
};

/** 未脱贫 (newly identified ones included) and 返贫. 预脱贫 is neither remaining nor exited. */
const remaining: HouseholdCondition = { all: [registered, { column: 'status', oneOf: ['remaining', 'returned'] }] };

/** Said outright, or by the list of its industries. */
const withIndustry: HouseholdCondition = { firstKnown: [{ yes: 'has_industry' }, { hasItems: 'industries' }] };

const namedHelper: HouseholdCondition = { hasItems: 'helper_name' };
const helpingUnit: HouseholdCondition = { hasItems: 'helper_unit' };

/** A person or a unit; a file that has only one of the two columns is taken at its word. */
const withHelper: HouseholdCondition = { firstKnown: [{ any: [namedHelper, helpingUnit] }, namedHelper, helpingUnit] };

const count = (id: string, where: HouseholdCondition): Fact =>
  defineFact(households, { id, origin: 'evidence', from: 'households', time: 'stock', sum: 1, where });

const persons = (id: string, where: HouseholdCondition): Fact =>
  defineFact(households, {
    id,
    origin: 'evidence',
    from: 'households',
    time: 'stock',
    sum: { column: 'persons' },
    where,
  });

/**
 * The three sums of a share of households: those of the base that have it, those of the base that do not, and those of either.
 * A household that may lie outside the base, or may or may not have it, is unknown in just the sums that it could belong to;
 * so the least and the greatest share follow from the sums alone.
 */
const share = (id: string, base: HouseholdCondition, has: HouseholdCondition): readonly Fact[] => {
  const yes: HouseholdCondition = { all: [base, has] };
  const no: HouseholdCondition = { all: [base, { not: has }] };
  return [count(`${id}_yes`, yes), count(`${id}_no`, no), count(`${id}_answered`, { any: [yes, no] })];
};

/** What household rows add up to: the evidence. A fact with the id of a village column answers for that column. */
export const evidenceFacts: readonly Fact[] = [
  defineFact(households, { id: 'rows', origin: 'evidence', from: 'households', time: 'stock', sum: 1 }),
  count('cancelled_households', { column: 'status', oneOf: ['cancelled'] }),
  count('registered_poor_households', registered),
  persons('registered_poor_persons', registered),
  count('remaining_poor_households', remaining),
  persons('remaining_poor_persons', remaining),
  persons('pre_exit_persons', { all: [registered, { column: 'status', oneOf: ['pre-exit'] }] }),
  count('exempt_households', { all: [registered, { yes: 'exempt' }] }),
  count('industry_households', { all: [registered, withIndustry] }),
  count('industry_exempt_households', { all: [registered, { yes: 'exempt' }, withIndustry] }),
  ...share('industry_coverage', { all: [registered, { not: { yes: 'exempt' } }] }, withIndustry),
  ...share('industry_coverage_all', registered, withIndustry),
  count('paired_households', { all: [registered, withHelper] }),
  ...share('pairing_coverage', registered, withHelper),
  count('planned_households', { all: [registered, { yes: 'has_plan' }] }),
  ...share('plan_coverage', registered, { yes: 'has_plan' }),
];
