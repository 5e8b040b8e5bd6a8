import { holdsOn } from '../standards/dated.ts';
import { schemeInForce, standardInForce } from '../standards/in-force.ts';
import { NATION } from '../standards/lineage.ts';
import type { NotInForce, SchemeInForce } from '../standards/in-force.ts';
import type { Criterion, CriterionPart } from '../standards/standard.ts';
import type { Tallies, Tally } from '../tally/tally.ts';
import { dayFor, isPartOfYear, judge } from './judge.ts';
import type { Judging, Met } from './judge.ts';
import type { Standards } from './standards-at.ts';
import { eachPlace } from './measure.ts';
import { isLacking } from './measured.ts';
import type { Measured, MeasuredPlace, Query, Unjudged } from './measured.ts';
import { metrics } from './metrics/index.ts';

/** One thing that a criterion asks for, and what the files say to it. */
export type AssessedPart =
  | { readonly kind: 'metric'; readonly met: Met; readonly measured: Measured; readonly unjudged: Unjudged | undefined }
  | { readonly kind: 'answer'; readonly met: Met; readonly answer: string }
  /** Only a visit can tell: it decides nothing here, and is said beside the verdict. */
  | { readonly kind: 'outside'; readonly what: Extract<CriterionPart, { readonly kind: 'outside' }>['what'] };

/** A criterion judged whole: met when everything that the tables can tell of it is. */
export interface AssessedCriterion {
  readonly criterion: Criterion;
  readonly met: Met;
  readonly parts: readonly AssessedPart[];
}

/** A place with its acceptance sheet, or why it has none. */
export interface AssessedPlace {
  readonly place: MeasuredPlace;
  readonly judging: Judging | undefined;
  readonly scheme: SchemeInForce | NotInForce | undefined;
  readonly criteria: readonly AssessedCriterion[];
  readonly met: Met | undefined;
}

/** The metrics that some criterion may ask for. */
export const assessedMetrics = metrics.filter(({ judgedBy }) => judgedBy !== undefined);

/** What is to be judged. */
export interface AssessQuery extends Omit<Query, 'metrics' | 'by' | 'standards'> {
  readonly by: 'village' | 'county';
  readonly standards: Standards;
}

/** Judges villages or counties by all criteria of the scheme that is in force for each of them. */
export const assess = (tallies: Tallies, query: AssessQuery): readonly AssessedPlace[] => [...assessEach(tallies, query)];

/** The same one by one: where there are very many, none is kept. */
export function* assessEach(tallies: Tallies, query: AssessQuery): Generator<AssessedPlace> {
  for (const place of eachPlace(tallies, { ...query, metrics: assessedMetrics })) yield assessPlace(place);
}

function assessPlace(place: MeasuredPlace): AssessedPlace {
  const { judging } = place;
  if (!judging) return { place, judging, scheme: undefined, criteria: [], met: undefined };
  const scheme = schemeInForce(judging.book, `${judging.level}-exit`, judging.region, judging.date);
  if ('reason' in scheme) return { place, judging, scheme, criteria: [], met: undefined };
  const criteria = [...scheme.scheme.criteria, ...evaluationBeside(scheme, place, judging)].map((criterion): AssessedCriterion => {
    const parts = criterion.parts.map((part) => assessPart(part, place, judging));
    return { criterion, parts, met: together(parts.flatMap((part) => (part.kind === 'outside' ? [] : [part.met]))) };
  });
  return { place, judging, scheme, criteria, met: together(criteria.map(({ met }) => met)) };
}

/**
 * The nation's criterion on the evaluation, beside the form of a region that does not ask for it: wherever the evaluation was made, it is judged.
 * Its number follows those of the form.
 */
function evaluationBeside({ scheme }: SchemeInForce, { isEvaluated }: MeasuredPlace, { book, date }: Judging): readonly Criterion[] {
  const asks = ({ parts }: Criterion): boolean =>
    parts.some((part) => part.kind === 'metric' && metrics.find(({ id }) => id === part.metric)!.of === 'evaluation');
  if (!isEvaluated || scheme.criteria.some(asks)) return [];
  const national = book.schemes.find(({ id, region, ...period }) => id === scheme.id && region === NATION && holdsOn(period, date));
  const last = Math.max(...scheme.criteria.map(({ number }) => number));
  return (national?.criteria ?? []).filter(asks).map((criterion, index) => ({ ...criterion, number: last + 1 + index }));
}

function assessPart(part: CriterionPart, { measured, members }: MeasuredPlace, judging: Judging): AssessedPart {
  const { book, region } = judging;
  if (part.kind === 'outside') return part;
  if (part.kind === 'answer') return { kind: 'answer', answer: part.answer, met: answerOf(part.answer, members) };
  const number = measured.find(({ metric }) => metric.id === part.metric)!;
  const date = dayFor(number.metric, judging);
  if (isPartOfYear(number.metric, judging))
    return {
      kind: 'metric',
      met: 'not-assessable',
      measured: number,
      unjudged: { id: part.standard, date, why: { reason: 'annual-standard' } },
    };
  const inForce = standardInForce(book, part.standard, region, date);
  if ('reason' in inForce)
    return { kind: 'metric', met: 'not-assessable', measured: number, unjudged: { id: part.standard, date, why: inForce } };
  const verdict = judge({ ...number, isLacking: isLacking(number) }, inForce);
  return { kind: 'metric', met: verdict.met, measured: { ...number, verdict }, unjudged: undefined };
}

/** A yes/no column of the village table: of several villages, all must say yes. */
function answerOf(column: string, members: readonly Tally[]): Met {
  const answers = members.map(({ facts }): Met => {
    const sum = facts.get(`declared.${column}`);
    const rows = facts.get('declared.rows');
    if (!sum || sum.unrecorded > 0n || !rows) return 'not-assessable';
    if (rows.rejected + rows.rejectedOpen > 0n) return 'undetermined';
    return sum.yes > 0n ? 'yes' : sum.unknown > 0n ? 'undetermined' : 'no';
  });
  return together(answers);
}

/** Several answers that must all be yes: one "no" decides; else what is not known leaves it open. Nothing to ask is nothing to assess. */
export function together(answers: readonly Met[]): Met {
  const gravest = (['no', 'undetermined', 'not-assessable'] as const).find((met) => answers.includes(met));
  return gravest ?? (answers.length === 0 ? 'not-assessable' : 'yes');
}
