import { households } from './table.ts';
import { defineFact } from '../../language/fact.ts';
import type { Fact } from '../../language/fact.ts';
import {
  GUARANTEES,
  assisted,
  atRisk,
  cancelled,
  exempt,
  exited,
  householdAnswers,
  kept,
  markedCleared,
  monitored,
  monitoredNow,
  registered,
  remaining,
  returned,
  withoutPupil,
} from './definitions.ts';
import type { HouseholdCondition } from './definitions.ts';
import { shareFactsOf } from '../../language/share.ts';

type HouseholdFact = Parameters<typeof defineFact<typeof households.columns>>[1];

const sum = (id: string, more: Pick<HouseholdFact, 'sum' | 'where' | 'per' | 'personal'>): Fact =>
  defineFact(households, { id, origin: 'evidence', from: 'households', time: 'stock', ...more });

const count = (id: string, where: HouseholdCondition, per?: HouseholdFact['per']): Fact => sum(id, { sum: 1, where, ...(per && { per }) });
const persons = (id: string, where: HouseholdCondition): Fact => sum(id, { sum: { column: 'persons' }, where });

const share = (id: string, base: HouseholdCondition, has: HouseholdCondition): readonly Fact[] =>
  shareFactsOf(households, 'evidence', id, base, has);

const { industry, helper, plan } = householdAnswers;
const awarded: HouseholdCondition = { all: [registered, { column: 'award_yuan', above: 0n }] };
const pupils: HouseholdCondition = { all: [registered, { not: withoutPupil }] };
const withIncome: HouseholdCondition = { all: [registered, { known: 'net_income_per_capita' }] };
const belowLine: HouseholdCondition = {
  all: [registered, { column: 'net_income_per_capita', below: { parameter: 'poverty_line' } }],
};
const income = 'net_income_per_capita';

/** The kinds of income that a household's row may tell, each of the whole household. */
export const EXITED_INCOMES = ['wage_income', 'business_income', 'property_income', 'transfer_income', 'migrant_income'] as const;

/** An income of the exited, the persons of the households that tell it, and those of the households that do not. */
function incomeOfExited(column: 'net_income_per_capita' | (typeof EXITED_INCOMES)[number], weight: HouseholdFact['sum']): readonly Fact[] {
  const told: HouseholdCondition = { all: [exited, { known: column }] };
  return [
    sum(`exited_${column}`, { sum: weight, where: told }),
    persons(`exited_persons_with_${column}`, told),
    persons(`exited_persons_without_${column}`, { all: [exited, { not: { known: column } }] }),
  ];
}

/** What household rows add up to: the evidence. A fact with the id of a village column answers for that column. */
export const evidenceFacts: readonly Fact[] = [
  sum('rows', { sum: 1 }),
  count('cancelled_households', cancelled),
  count('registered_poor_households', registered),
  persons('registered_poor_persons', registered),
  count('remaining_poor_households', remaining),
  persons('remaining_poor_persons', remaining),
  persons('pre_exit_persons', { all: [registered, { column: 'status', oneOf: ['pre-exit'] }] }),
  count('exempt_households', { all: [registered, exempt] }),
  count('industry_households', { all: [registered, industry] }),
  count('industry_exempt_households', { all: [registered, exempt, industry] }),
  ...share('industry_coverage', { all: [registered, { not: exempt }] }, industry),
  ...share('industry_coverage_all', registered, industry),
  count('industry_households_by_type', { all: [registered, industry] }, ['industries']),
  count('awarded_households', awarded),
  sum('award_yuan', { sum: { column: 'award_yuan' }, where: registered }),
  count('paired_households', { all: [registered, helper] }),
  ...share('pairing_coverage', registered, helper),
  count('paired_households_by_unit', { all: [registered, helper] }, ['helper_unit']),
  sum('households_by_helper', {
    sum: 1,
    where: { all: [registered, helper] },
    per: ['helper_unit', 'helper_name'],
    personal: true,
  }),
  count('planned_households', { all: [registered, plan] }),
  ...share('plan_coverage', registered, plan),
  ...GUARANTEES.flatMap((answer) => share(`${answer}_coverage`, answer === 'education' ? pupils : registered, householdAnswers[answer])),
  ...share('all_guarantees_coverage', registered, {
    all: GUARANTEES.map((answer) => householdAnswers[answer]),
    someSuffice: true,
  }),
  ...share('exited_share', registered, { column: 'status', oneOf: ['exited'] }),
  count('returned_households', returned),
  count('monitored_households', monitoredNow),
  count('monitored_households_by_type', monitoredNow, ['monitoring_type']),
  sum('monitored_persons_by_type', { sum: { column: 'persons' }, where: monitoredNow, per: ['monitoring_type'] }),
  count('newly_monitored_households', { all: [monitored, { column: 'identified_on', during: 'period' }] }, ['monitoring_type']),
  count('cleared_households', { all: [markedCleared, { column: 'cleared_on', during: 'period' }] }, ['monitoring_type']),
  ...share('risk_cleared_share', monitored, { yes: 'risk_cleared' }),
  count('at_risk_households', atRisk),
  ...share('above_line', registered, householdAnswers.above_poverty_line),
  persons('persons_with_income', withIncome),
  persons('persons_without_income', { all: [registered, { not: { known: 'net_income_per_capita' } }] }),
  sum('income_times_persons', { sum: { column: income, times: 'persons' }, where: withIncome }),
  persons('persons_below_line', belowLine),
  sum('shortfall', { sum: { column: income, shortOf: 'poverty_line', times: 'persons' }, where: withIncome }),
  sum('line_times_persons', { sum: { parameter: 'poverty_line', times: 'persons' }, where: withIncome }),
  sum('line_times_persons_below', { sum: { parameter: 'poverty_line', times: 'persons' }, where: belowLine }),
  count('housing_aid_households', { all: [kept, { column: 'housing_aid_yuan', above: 0n }] }),
  ...share('industry_coverage_assisted', assisted, industry),
  ...share('liaison_coverage', assisted, { yes: 'liaison' }),
  persons('persons_of_exited', exited),
  ...incomeOfExited('net_income_per_capita', { column: income, times: 'persons' }),
  ...EXITED_INCOMES.flatMap((column) => incomeOfExited(column, { column })),
];
