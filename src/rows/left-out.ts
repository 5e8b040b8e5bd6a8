import type { Row } from '../language/row.ts';
import { canAnswer } from '../language/readings/can-answer.ts';
import { toPredicate } from '../language/readings/holds.ts';
import type { Condition, Parameters } from '../language/condition.ts';
import { isPartOf } from '../language/readings/parts.ts';
import { unansweredColumns } from '../language/readings/why-unknown.ts';
import type { Metric } from '../measure/metric.ts';
import { factKey } from '../language/fact.ts';
import type { Fact } from '../language/fact.ts';
import { facts } from '../tables/facts.ts';
import { assisted, cancelled, exempt, registered, withoutPupil } from '../tables/households/definitions.ts';

/** Why a household is left out of a rate. */
export const LEFT_OUT_REASONS = ['cancelled', 'exempt', 'no-pupil', 'unknown'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** The conditions by which a rate's own wording leaves households out. */
const WORDED: readonly { readonly reason: LeftOutReason; readonly condition: Condition }[] = [
  { reason: 'exempt', condition: exempt },
  { reason: 'no-pupil', condition: withoutPupil },
];

/** A rate of households, by the sum of those it counts above or below the line. */
export interface HouseholdRate {
  readonly metric: Metric;
  readonly answered: Fact;
}

const byKey = new Map(facts.map((fact) => [factKey(fact), fact]));

/** The fact of a name, `origin.id`. A name that no fact has is our mistake. */
export function factOf(key: string): Fact {
  const fact = byKey.get(key);
  if (!fact) throw new RangeError(`no fact ${key}`);
  return fact;
}

/** The fact of all rows that a share counts, where the facts behind a number are those of a share of households. */
export function answeredFactOf(keys: readonly string[]): Fact | undefined {
  const share = keys.find((key) => key.startsWith('evidence.') && key.endsWith('_no'));
  return share === undefined ? undefined : byKey.get(`${share.slice(0, -'_no'.length)}_answered`);
}

/** Which of the metrics are rates of households. */
export const householdRates = (metrics: readonly Metric[]): readonly HouseholdRate[] =>
  metrics.flatMap((metric) => {
    const answered = answeredFactOf(metric.behind.denominator ?? []);
    return answered ? [{ metric, answered }] : [];
  });

/** The rates that a ledger is kept of where none are asked for: not those of 脱贫户 and 监测户 together, in which most households of a year of exit have no place. */
export const usualRates = (metrics: readonly Metric[]): readonly HouseholdRate[] =>
  householdRates(metrics).filter(({ answered }) => !isPartOf(assisted, answered.where!));

/** That a household is in no rate at all, and in no note of one either. */
export interface LeftOut {
  readonly reason: LeftOutReason;
  /** The columns that gave no answer. */
  readonly columns: readonly string[];
}

/** Holds, or may hold, for every row that any of the rates may leave out. */
export const mayBeLeftOut = (rates: readonly HouseholdRate[]): Condition => ({
  any: [cancelled, ...WORDED.map(({ condition }) => condition), ...rates.map(({ answered }): Condition => ({ not: answered.where! }))],
});

const isRegistered = toPredicate(registered);
const isCancelled = toPredicate(cancelled);

export const isLeftOutOfEverything = (row: Row, parameters: Parameters): boolean => isCancelled(row, parameters) === true;

/**
 * Why a household is in neither count of a rate: its answer is not known, or the rate's own wording leaves it out. Nothing where it is in one, or where
 * the rate is not about it: never registered, or never monitored.
 */
export function leftOutOf({ where }: Pick<Fact, 'where'>, row: Row, parameters: Parameters): LeftOut | undefined {
  const answer = toAnswer(where!)(row, parameters);
  if (answer === true) return undefined;
  if (answer === undefined) return { reason: 'unknown', columns: unansweredColumns(where!, row, parameters) };
  if (isRegistered(row, parameters) !== true) return undefined;
  const worded = WORDED.find(({ condition }) => isPartOf(condition, where!) && toAnswer(condition)(row, parameters) === true);
  return worded && { reason: worded.reason, columns: [] };
}

/**
 * The same for a file that cannot answer a rate, but says whom the rate's wording leaves out: of those alone, where others make the rest of the figure.
 * Nothing where it does not say that either.
 */
export function wordedOnly(
  { where }: Pick<Fact, 'where'>,
  has: ReadonlySet<string>,
): ((row: Row, parameters: Parameters) => LeftOut | undefined) | undefined {
  const worded = WORDED.filter(({ condition }) => isPartOf(condition, where!) && canAnswer(condition, has));
  if (worded.length === 0) return undefined;
  return (row, parameters) => {
    if (isRegistered(row, parameters) !== true) return undefined;
    const answers = worded.map(({ reason, condition }) => ({ reason, condition, answer: toAnswer(condition)(row, parameters) }));
    const out = answers.find(({ answer }) => answer === true);
    if (out) return { reason: out.reason, columns: [] };
    const unknown = answers.find(({ answer }) => answer === undefined);
    return unknown && { reason: 'unknown', columns: unansweredColumns(unknown.condition, row, parameters) };
  };
}

/** Conditions are asked of many rows, and printed as functions once. */
const shared = new Map<Condition, ReturnType<typeof toPredicate>>();
const toAnswer = (condition: Condition): ReturnType<typeof toPredicate> => toPredicate(condition, shared);
