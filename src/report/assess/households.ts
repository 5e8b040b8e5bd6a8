import { amountIn, rowOf } from '../../language/row.ts';
import { households } from '../../tables/households/table.ts';
import type { Row } from '../../language/row.ts';
import { canAnswer } from '../../language/readings/can-answer.ts';
import { columnsIn } from '../../language/readings/columns.ts';
import { toPredicate } from '../../language/readings/holds.ts';
import type { Condition, ParameterId, Parameters } from '../../language/condition.ts';
import type { Predicate } from '../../language/readings/holds.ts';
import { maskName } from '../../input/mask.ts';
import { maskId } from '../../input/shown-value.ts';
import type { OpenedTable } from '../../input/open-table.ts';
import { tables } from '../../tables/index.ts';
import { together } from '../../measure/assess.ts';
import type { Met } from '../../measure/judge.ts';
import { regionAt } from '../../measure/judging.ts';
import type { Standards } from '../../measure/judging.ts';
import { schemeInForce } from '../../standards/in-force.ts';
import type { NotInForce, SchemeInForce } from '../../standards/in-force.ts';
import type { Criterion } from '../../standards/standard.ts';
import type { RowVisitor, VisitedRow } from '../../tally/engine.ts';
import { householdAnswers, registered } from '../../tables/households/definitions.ts';
import type { HouseholdAnswer } from '../../tables/households/definitions.ts';
import { kindOf, periodEnd } from '../../vocabulary/period.ts';
import type { Period } from '../../vocabulary/period.ts';
import type { Place } from '../../vocabulary/place.ts';
import type { Text } from '../../vocabulary/text.ts';
import { formatCount, formatQuantity } from '../format-value.ts';

/** A criterion of a household that is not met for certain. */
export interface OpenCriterion {
  readonly number: number;
  readonly label: Text;
  readonly met: Exclude<Met, 'yes'>;
  /** Its number beside the one that it must pass, and the columns that would settle it. */
  readonly remarks: readonly Text[];
  readonly settledBy: readonly string[];
}

type JudgedCriterion = Omit<OpenCriterion, 'met'> & { readonly met: Met };

/** A registered household, judged by all criteria of its scheme. */
export interface AssessedHousehold {
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
  Partial<Record<HouseholdAnswer, { readonly parameter: ParameterId; readonly column: string; readonly sign: string }>>
> = {
  above_poverty_line: { parameter: 'poverty_line', column: 'net_income_per_capita', sign: '≤' },
  floor_area: { parameter: 'floor_area', column: 'house_area_per_capita', sign: '<' },
};

const conditions: Readonly<Record<HouseholdAnswer, Condition>> = householdAnswers;

/** Judges registered households as their rows go by. Whether a household is registered must be known; those of whom it is not are counted. */
export class HouseholdAssessor implements RowVisitor {
  readonly columns: ReadonlySet<string> = new Set(Object.values(conditions).flatMap(columnsIn));
  readonly #standards: Standards;
  readonly #predicates = new Map<HouseholdAnswer, Predicate>(
    (Object.entries(conditions) as [HouseholdAnswer, Condition][]).map(([answer, condition]) => [answer, toPredicate(condition)]),
  );
  readonly #registered = toPredicate(registered);
  readonly #judged = new Map<string, JudgedCriterion>();
  readonly #schemes = new Map<string, SchemeInForce | NotInForce>();
  readonly #files = new Map<string, { readonly households: AssessedHousehold[]; notKnown: number }>();

  constructor(standards: Standards) {
    this.#standards = standards;
  }

  begin(file: OpenedTable): (row: VisitedRow) => void {
    const seen = { households: [] as AssessedHousehold[], notKnown: 0 };
    this.#files.set(`${file.file} ${file.sheet ?? ''} ${file.table}`, seen);
    if (file.table !== 'households') return () => undefined;
    // A column that is there and blank in every row is blank in this one: its answer is open, not unasked.
    const has = new Set([...file.headings.map(({ column }) => column), ...(file.blankThroughout ?? [])]);
    return (visited) => {
      const isRegistered = this.#registered(visited.row, visited.parameters);
      if (isRegistered === undefined) seen.notKnown++;
      else if (isRegistered) seen.households.push(this.#assess(visited, has));
    };
  }

  /** The households of a period, in the order of the files. */
  of(period: Period): readonly AssessedHousehold[] {
    return [...this.#files.values()].flatMap(({ households }) => households.filter((one) => one.period === period));
  }

  /** Households of which it is not known whether they are registered. */
  get notKnown(): number {
    return [...this.#files.values()].reduce((sum, { notKnown }) => sum + notKnown, 0);
  }

  #assess({ row, place, period, parameters }: VisitedRow, has: ReadonlySet<string>): AssessedHousehold {
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
function remarkOn(answer: HouseholdAnswer, met: Met, row: Row, period: Period, parameters: Parameters): Text | undefined {
  const compared = COMPARED[answer];
  if (!compared || met === 'yes') return undefined;
  const { parameter, column, sign } = compared;
  const { label } = tables.households.columns[column]!;
  const limit = parameters[parameter];
  if (limit === undefined && parameter === 'poverty_line' && kindOf(period) === 'month')
    return {
      zh: `${label.zh}：贫困线是年度标准，不判月份（annual-standard）`,
      en: `${label.en}: the line is a mark of the year and judges no month (annual-standard)`,
    };
  if (limit === undefined) return { zh: `${label.zh}：当年没有可用的标准`, en: `${label.en}: no standard is in force` };
  const value = amountIn(row, column);
  if (value === undefined) return undefined;
  const written = (amount: bigint): string => (parameter === 'poverty_line' ? formatCount(amount, 'yuan') : formatQuantity(amount));
  return {
    zh: `${label.zh} ${written(value.amount)} ${sign} ${written(limit)}`,
    en: `${label.en} ${written(value.amount)} ${sign} ${written(limit)}`,
  };
}
