import { projects } from './table.ts';
import { bothKnown, bothKnownToDate, completed, overdue, stopped } from './definitions.ts';
import { defineFact } from '../../language/fact.ts';
import { projectState } from './money-columns.ts';
import type { Fact } from '../../language/fact.ts';
import { shareFactsOf } from '../../language/share.ts';

type StateFact = Parameters<typeof defineFact<typeof projectState.columns>>[1];
type ProjectFact = Parameters<typeof defineFact<typeof projects.columns>>[1];

/** The state of a project: of its latest row up to the day to judge at. */
const state = (id: string, more: Pick<ProjectFact, 'sum' | 'where'>): Fact =>
  defineFact(projects, { id, origin: 'project', from: 'projects', time: 'stock', ...more });

/** What a project's rows come to up to the day to judge at. */
const toDate = (id: string, more: Pick<StateFact, 'sum' | 'where' | 'per'>): Fact =>
  defineFact(projectState, { id, origin: 'project', from: 'projects', time: 'stock', ...more });

/** What flowed in a period: of the project's row of that period. */
const flow = (id: string, more: Pick<ProjectFact, 'sum' | 'where' | 'per'>): Fact =>
  defineFact(projects, { id, origin: 'project', from: 'projects', time: 'flow', ...more });

const received = { column: 'received_yuan' } as const;
const spent = { column: 'spent_yuan' } as const;

/** Shown under each village of a project that is counted at a larger place. */
const shareable: readonly Fact[] = [
  state('projects', { sum: 1 }),
  state('planned_yuan', { sum: { column: 'planned_yuan' } }),
  flow('received_yuan', { sum: received }),
  flow('spent_yuan', { sum: spent }),
];

/** What project rows add up to, at the lowest place that holds all villages of a project. */
export const projectFacts: readonly Fact[] = [
  flow('rows', { sum: 1 }),
  ...shareable,
  ...shareable.map((fact): Fact => ({ ...fact, id: `shared_${fact.id}`, shared: true })),
  ...shareFactsOf(projects, 'project', 'completion', { not: stopped }, completed),
  state('overdue_projects', { sum: 1, where: overdue }),
  flow('received_where_spent_known', { sum: received, where: bothKnown }),
  flow('spent_where_received_known', { sum: spent, where: bothKnown }),
  flow('spend_unknown', { sum: 1, where: { not: bothKnown } }),
  toDate('received_to_date', { sum: { column: 'received_to_date' }, where: bothKnownToDate }),
  toDate('spent_to_date', { sum: { column: 'spent_to_date' }, where: bothKnownToDate }),
  toDate('spend_unknown_to_date', { sum: 1, where: { not: bothKnownToDate } }),
  toDate('projects_with_money_left', { sum: 1, where: { column: 'left_to_date', above: 0n } }),
  toDate('money_left', { sum: { column: 'unspent_to_date' } }),
  toDate('money_left_by_age', { sum: { column: 'unspent_to_date' }, where: { column: 'left_to_date', above: 0n }, per: ['left_age'] }),
  flow('received_by_category', { sum: received, per: ['category'] }),
  flow('received_by_source', { sum: received, per: ['source'] }),
  flow('received_for_industry', { sum: received, where: { column: 'category', oneOf: ['industry'] } }),
  flow('received_for_industry_by_source', { sum: received, where: { column: 'category', oneOf: ['industry'] }, per: ['source'] }),
  ...(['central', 'province'] as const).flatMap((source) => [
    flow(`received_${source}`, { sum: received, where: { column: 'source', oneOf: [source] } }),
    flow(`received_${source}_for_industry`, {
      sum: received,
      where: {
        all: [
          { column: 'source', oneOf: [source] },
          { column: 'category', oneOf: ['industry'] },
        ],
      },
    }),
  ]),
  flow('projects_with_quantity', { sum: 1, where: { known: 'quantity' } }),
  flow('quantity_by_unit', { sum: { column: 'quantity' }, where: { known: 'quantity' }, per: ['unit'] }),
  flow('beneficiary_household_times', { sum: { column: 'beneficiary_households' } }),
];
