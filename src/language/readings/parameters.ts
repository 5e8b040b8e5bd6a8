import { fold, gathered } from '../condition.ts';
import type { Cases, Condition, Limit, ParameterId, Span } from '../condition.ts';

/** The dated numbers that a condition compares with. The day to judge at is none. */
export const parametersIn = (condition: Condition): readonly ParameterId[] => fold(condition, PARAMETERS);

const none = (): readonly ParameterId[] => [];
const ofLimit = (limit: Limit): readonly ParameterId[] => (typeof limit === 'bigint' ? [] : [limit.parameter]);
const ofSpan = (span: Span): readonly ParameterId[] => ofLimit('months' in span ? span.months : span.days);

const PARAMETERS: Cases<readonly ParameterId[]> = {
  ...gathered<ParameterId>(),
  yes: none,
  known: none,
  hasItems: none,
  oneOf: none,
  below: ({ below }) => ofLimit(below),
  above: ({ above }) => ofLimit(above),
  equals: ({ equals }) => ofLimit(equals),
  before: none,
  later: none,
  longerThan: ({ longerThan }) => ofSpan(longerThan),
  shorterThan: ({ shorterThan }) => ofSpan(shorterThan),
  during: none,
};
