import { amountIn, rowOf } from '../language/row.ts';
import { households } from '../tables/households/table.ts';
import type { Row } from '../language/row.ts';
import { canAnswer } from '../language/readings/can-answer.ts';
import { columnsIn } from '../language/readings/columns.ts';
import { toPredicate } from '../language/readings/holds.ts';
import type { Condition, ParameterId, Parameters } from '../language/condition.ts';
import type { Predicate } from '../language/readings/holds.ts';
import { maskName } from '../input/mask.ts';
import { maskId } from '../input/shown-value.ts';
import { together } from '../measure/assess.ts';
import type { Met } from '../measure/judge.ts';
import { regionAt } from '../measure/standards-at.ts';
import type { Standards } from '../measure/standards-at.ts';
import { schemeInForce } from '../standards/in-force.ts';
import type { NotInForce, SchemeInForce } from '../standards/in-force.ts';
import type { Criterion } from '../standards/standard.ts';
import type { AnsweredFile, AnsweredRow, RowAnswer, RowQuery } from '../tally/row-query.ts';
import { householdAnswers, registered } from '../tables/households/definitions.ts';
import type { HouseholdAnswer } from '../tables/households/definitions.ts';
import { kindOf, periodEnd } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';
import type { Answer, Text } from '../vocabulary/text.ts';

/** Beside an answer that compares numbers: the household's own and the one that it must pass, in smallest units; or that there is none to pass. */
export type Remark =
  | { readonly column: string; readonly value: bigint; readonly falls: 'not above' | 'below'; readonly limit: bigint }
  | { readonly column: string; readonly without: 'standard' | 'annual-standard' };

/** A criterion of a household that is not met for certain. */
export interface OpenCriterion {
  readonly number: number;
  readonly label: Text;
  readonly met: Exclude<Met, 'yes'>;
  readonly remarks: readonly Remark[];
  /** The columns that would settle it. */
  readonly settledBy: readonly string[];
}

type JudgedCriterion = Omit<OpenCriterion, 'met'> & { readonly met: Met };

/** A registered household, judged by all criteria of its scheme. */
export interface JudgedHousehold {
  readonly place: Place;
  readonly period: Period;
  /** Masked where it is an identity number. */
  readonly household: string;
  /** Masked. */
  readonly head: string;
  readonly persons: bigint | undefined;
  readonly scheme: SchemeInForce | NotInForce;
  readonly met: Met | undefined;
  /** In the order of the scheme. */
  readonly criteria: readonly Met[];
  readonly open: readonly OpenCriterion[];
}

/** The parameter that an answer compares with: without one in force it says nothing. */
const COMPARED: Readonly<
  Partial<Record<HouseholdAnswer, { readonly parameter: ParameterId; readonly column: string; readonly falls: 'not above' | 'below' }>>
> = {
  above_poverty_line: { parameter: 'poverty_line', column: 'net_income_per_capita', falls: 'not above' },
  above_monitoring_line: { parameter: 'monitoring_line', column: 'net_income_per_capita', falls: 'not above' },
  floor_area: { parameter: 'floor_area', column: 'house_area_per_capita', falls: 'below' },
};

const conditions: Readonly<Record<HouseholdAnswer, Condition>> = householdAnswers;

/** What must be asked of rows to judge registered households. */
export const judgedQuery: RowQuery = {
  from: 'households',
  columns: [
    ...new Set(['household_id', 'head_name', 'persons', ...[registered, ...Object.values<Condition>(conditions)].flatMap(columnsIn)]),
  ],
  where: registered,
};

/** Registered households, judged. */
export interface JudgedHouseholds {
  /** Those of a period, in the order of the files. */
  readonly households: readonly JudgedHousehold[];
  /** Households, of any period, of which it is not known whether they are registered: they are not judged. */
  readonly notKnown: number;
}

/** Judges the registered households of a period. */
export function judgedHouseholds(standards: Standards, answer: RowAnswer, period: Period): JudgedHouseholds {
  const judge = new HouseholdJudge(standards);
  const households: JudgedHousehold[] = [];
  let notKnown = 0;
  for (const file of answer) {
    const has = askable(file);
    for (const row of file.rows) {
      const isRegistered = judge.isRegistered(row);
      if (isRegistered === undefined) notKnown++;
      else if (isRegistered && row.period === period) households.push(judge.judge(row, has));
    }
  }
  return { households, notKnown };
}

/** A column that is there and blank in every row is blank in this one: its answer is open, not unasked. */
const askable = ({ columns, blankThroughout }: AnsweredFile): ReadonlySet<string> => new Set([...columns, ...blankThroughout]);

class HouseholdJudge {
  readonly #standards: Standards;
  readonly #predicates = new Map<HouseholdAnswer, Predicate>(
    (Object.entries(conditions) as [HouseholdAnswer, Condition][]).map(([answer, condition]) => [answer, toPredicate(condition)]),
  );
  readonly #registered = toPredicate(registered);
  readonly #judged = new Map<string, JudgedCriterion>();
  readonly #schemes = new Map<string, SchemeInForce | NotInForce>();

  constructor(standards: Standards) {
    this.#standards = standards;
  }

  isRegistered({ cells, parameters }: AnsweredRow): Answer {
    return this.#registered(cells, parameters);
  }

  judge({ cells: row, place, period, parameters }: AnsweredRow, has: ReadonlySet<string>): JudgedHousehold {
    const scheme = this.#schemeOf(place, period);
    const { household_id: id = '', head_name: name, persons } = rowOf(households, row);
    const about = {
      place,
      period,
      household: maskId(id),
      head: name === undefined ? '' : maskName(name),
      persons: persons?.amount,
      scheme,
    };
    if ('reason' in scheme) return { ...about, met: undefined, criteria: [], open: [] };
    const judged = scheme.scheme.criteria.map((criterion) => this.#criterion(criterion, row, period, parameters, has));
    const criteria = judged.map(({ met }) => met);
    return {
      ...about,
      criteria,
      met: together(criteria),
      open: judged.filter((one): one is OpenCriterion => one.met !== 'yes'),
    };
  }

  #schemeOf(place: Place, period: Period): SchemeInForce | NotInForce {
    const { book, region, asOf } = this.#standards;
    const where = regionAt(place, region);
    const key = `${where ?? ''} ${period}`;
    let found = this.#schemes.get(key);
    if (!found) this.#schemes.set(key, (found = schemeInForce(book, 'household-exit', where, asOf ?? periodEnd(period))));
    return found;
  }

  #criterion(
    { number, label, parts }: Criterion,
    row: Row,
    period: Period,
    parameters: Parameters,
    has: ReadonlySet<string>,
  ): JudgedCriterion {
    const asked = parts.flatMap((part) => (part.kind === 'answer' ? [part.answer as HouseholdAnswer] : []));
    const answers = asked.map((answer) => ({ answer, met: this.#answer(answer, row, parameters, has) }));
    const lacking = answers.filter(({ met }) => met === 'undetermined' || met === 'not-assessable');
    const settledBy = lacking.flatMap(({ answer }) => settling(conditions[answer], row));
    return this.#once({
      number,
      label,
      met: together(answers.map(({ met }) => met)),
      remarks: answers.flatMap(({ answer, met }) => remarkOn(answer, met, row, period, parameters) ?? []),
      settledBy: [...new Set(settledBy)],
    });
  }

  /** Most households come to the same few answers: one object for each, because hundreds of thousands of them are felt. */
  #once(judged: JudgedCriterion): JudgedCriterion {
    if (judged.remarks.length > 0) return judged;
    const key = `${judged.number} ${judged.met} ${judged.settledBy.join(' ')} ${judged.label.en}`;
    const known = this.#judged.get(key);
    if (!known) this.#judged.set(key, judged);
    return known ?? judged;
  }

  #answer(answer: HouseholdAnswer, row: Row, parameters: Parameters, has: ReadonlySet<string>): Met {
    const compared = COMPARED[answer];
    if (!canAnswer(conditions[answer], has) || (compared && parameters[compared.parameter] === undefined)) return 'not-assessable';
    const holds = this.#predicates.get(answer)!(row, parameters);
    return holds === undefined ? 'undetermined' : holds ? 'yes' : 'no';
  }
}

/** The columns that would settle an answer: those that are blank or not there, or else all of them, because they contradict each other. */
function settling(condition: Condition, row: Row): readonly string[] {
  const columns = columnsIn(condition);
  const unknown = columns.filter((column) => row[column] === undefined);
  return unknown.length > 0 ? unknown : columns;
}

/** Why an answer that compares numbers is "no", or cannot be given. */
function remarkOn(answer: HouseholdAnswer, met: Met, row: Row, period: Period, parameters: Parameters): Remark | undefined {
  const compared = COMPARED[answer];
  if (!compared || met === 'yes') return undefined;
  const { parameter, column, falls } = compared;
  const limit = parameters[parameter];
  if (limit === undefined)
    return {
      column,
      without:
        (parameter === 'poverty_line' || parameter === 'monitoring_line') && kindOf(period) === 'month' ? 'annual-standard' : 'standard',
    };
  const value = amountIn(row, column);
  return value && { column, value: value.amount, falls, limit };
}
