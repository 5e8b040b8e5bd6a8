import type { households } from './table.ts';
import type { ConditionOf } from '../../language/condition.ts';

export type HouseholdCondition = ConditionOf<typeof households.columns>;

/** 注销: left out of everything. */
export const cancelled: HouseholdCondition = { column: 'status', oneOf: ['cancelled'] };
/** Not cancelled. A file without the status speaks of nobody who was. */
export const kept: HouseholdCondition = { firstKnown: [{ not: cancelled }, { known: 'persons' }] };

/** 建档立卡: said outright, or by any status that only registered households have. */
export const registered: HouseholdCondition = {
  all: [kept, { firstKnown: [{ yes: 'registered' }, { not: { column: 'status', oneOf: ['never'] } }] }],
};

/** 未脱贫 (newly identified ones included) and 返贫. 预脱贫 is neither remaining nor exited. */
export const remaining: HouseholdCondition = { all: [registered, { column: 'status', oneOf: ['remaining', 'returned'] }] };
export const returned: HouseholdCondition = { all: [registered, { column: 'status', oneOf: ['returned'] }] };

/** 无劳动能力或主要劳动力长期外出务工. */
export const exempt: HouseholdCondition = { yes: 'exempt' };

/** 监测对象 or, since 2026, 防止返贫致贫对象, of whatever type; never-registered households may be monitored too. */
export const monitored: HouseholdCondition = {
  all: [kept, { column: 'monitoring_type', oneOf: ['unstable', 'marginal', 'sudden', 'unspecified'] }],
};

/** Monitored, and the risk is not cleared. */
export const monitoredNow: HouseholdCondition = { all: [monitored, { not: { yes: 'risk_cleared' } }] };

/** Marked cleared (标注风险消除). */
export const markedCleared: HouseholdCondition = { all: [monitored, { yes: 'risk_cleared' }] };

/** Monitored, and the risk is not cleared; or returned to poverty. */
export const atRisk: HouseholdCondition = {
  any: [monitoredNow, returned],
  someSuffice: true,
};

/** 已脱贫: registered, and the status is exited. 预脱贫 has not exited yet. */
export const exited: HouseholdCondition = { all: [registered, { column: 'status', oneOf: ['exited'] }] };

/**
 * 脱贫户 and 监测户, whom the years since 2021 assist: exited, or monitored and not cleared, never-registered households (边缘易致贫户) included. Where a file
 * has only one of the columns, whoever that decides is decided.
 */
export const assisted: HouseholdCondition = {
  any: [exited, { all: [monitored, { not: { yes: 'risk_cleared' } }], someSuffice: true }],
  someSuffice: true,
};

const namedHelper: HouseholdCondition = { hasItems: 'helper_name' };
const helpingUnit: HouseholdCondition = { hasItems: 'helper_unit' };

/** Whether a household has no school-age child: then there is nothing to secure. */
export const withoutPupil: HouseholdCondition = { column: 'education', oneOf: ['n/a'] };

/** Cleared too soon after it was identified. Of one whose day of clearing is not known, the day to judge at is the latest that it can be. */
const clearedTooSoon: HouseholdCondition = {
  any: [
    { shorterThan: { months: { parameter: 'clearance_months' } }, from: 'identified_on', to: 'cleared_on' },
    { shorterThan: { months: { parameter: 'clearance_months' } }, from: 'identified_on', to: 'as_of' },
  ],
  someSuffice: true,
};

/**
 * The questions that are asked of a household, each worded once: metrics count the answers, lists show the households behind them,
 * standards judge by them.
 */
export const householdAnswers = {
  /** Said outright, or by the list of its industries. */
  industry: { firstKnown: [{ yes: 'has_industry' }, { hasItems: 'industries' }] },
  /** A person or a unit; a file that has only one of the two columns is taken at its word. */
  helper: { firstKnown: [{ any: [namedHelper, helpingUnit] }, namedHelper, helpingUnit] },
  plan: { yes: 'has_plan' },
  stable_income: { yes: 'stable_income' },
  food: { yes: 'food' },
  clothing: { yes: 'clothing' },
  education: { column: 'education', oneOf: ['yes', 'n/a'] },
  medical: { yes: 'medical' },
  /** A house graded C or D is dangerous, whatever else is said of it: which of the two is right is not known. */
  housing: { statement: { yes: 'housing' }, doubtedBy: { all: [{ yes: 'housing' }, { column: 'house_grade', oneOf: ['C', 'D'] }] } },
  floor_area: { not: { column: 'house_area_per_capita', below: { parameter: 'floor_area' } } },
  water: { yes: 'water' },
  road: { yes: 'road' },
  power: { yes: 'power' },
  tv: { yes: 'tv' },
  /** 超过: more than the line; a household just on it has not passed it. */
  above_poverty_line: { column: 'net_income_per_capita', above: { parameter: 'poverty_line' } },
  /** 超过当年监测范围. */
  above_monitoring_line: { column: 'net_income_per_capita', above: { parameter: 'monitoring_line' } },
  identified_long_enough: { not: clearedTooSoon },
  /** 至少一项帮扶措施. */
  measures: { hasItems: 'measures' },
  /** 整户无劳动力 is no. */
  labour: { column: 'labour_persons', above: 0n },
} as const satisfies Readonly<Record<string, HouseholdCondition>>;

export type HouseholdAnswer = keyof typeof householdAnswers;

/** 两不愁三保障 and safe water. */
export const GUARANTEES = ['food', 'clothing', 'education', 'medical', 'housing', 'water'] as const satisfies readonly HouseholdAnswer[];
