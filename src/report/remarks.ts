import type { Measured } from '../measure/measured.ts';
import { isOptional } from '../measure/lacking.ts';
import type { Reason } from '../measure/reason.ts';
import { sameInBoth } from '../vocabulary/text.ts';
import type { Lang, Text } from '../vocabulary/text.ts';
import { placesOf, unitName } from '../vocabulary/terms.ts';
import type { Terms } from '../vocabulary/terms.ts';
import { UNIT_NAMES, unitFor } from '../vocabulary/unit.ts';
import { formatCount } from './format-value.ts';
import { lackingText } from './lacking-text.ts';
import { EVIDENCE_NAMES, MARK_NAMES, NOT_SEPARATED, REASON_NAMES } from './reasons.ts';
import type { ReportRemark } from './reported.ts';

/** Why a number is judged by nothing, where a standard of its year ought to: it is of a month. */
export const whyUnjudged = (unjudged: Measured['unjudged']): 'annual-standard' | undefined =>
  unjudged?.why.reason === 'annual-standard' ? 'annual-standard' : undefined;

/** Why there is no number, or why a number is judged by nothing: a mark of a year beside a month. */
export const reasonOf = (reason: Reason | undefined, unjudged: Measured['unjudged']): Reason | undefined => reason ?? whyUnjudged(unjudged);

/** The columns to be named beside a number: where there is none, first those that it cannot do without; where it is not separated, all of them. */
export function wanting({ metric, reason, marks, lacking }: Measured): Measured['lacking'] {
  const isNamed = reason === 'no-data' || reason === 'exempt-in-numerator' || reason?.startsWith('needs-') === true;
  if (!isNamed && !marks.some((mark) => NOT_SEPARATED.includes(mark))) return [];
  const needed = lacking.filter((one) => !isOptional(metric, one));
  return needed.length > 0 ? needed : lacking;
}

/** Why there is no number, or how far it can be trusted: the same words wherever it is so. */
export const reasonsIn = (said: readonly ReportRemark[], lang: Lang): string | undefined =>
  said
    .filter(({ of }) => of === 'reason' || of === 'mark' || of === 'lacking')
    .map(({ text }) => text)
    .join({ zh: '，', en: ', ' }[lang]) || undefined;

/** What must be said beside a number, or instead of one, each with what it is of. */
export function remarksOf(measured: Measured, lang: Lang, terms: Terms): readonly ReportRemark[] {
  const { metric, marks, missing, rejected, reason, unjudged, evidence, villages, beside } = measured;
  // What is missing of projects is projects, whatever is added up of them.
  const unit = metric.of === 'projects' ? 'projects' : (metric.denominator?.unit ?? metric.unit);
  const remarks: ReportRemark[] = [];
  const say = (of: ReportRemark['of'], text: Text): number => remarks.push({ of, text: text[lang] });
  const why = reasonOf(reason, unjudged);
  if (why) say('reason', REASON_NAMES[why]);
  for (const mark of marks) if (NOT_SEPARATED.includes(mark)) say('mark', MARK_NAMES[mark]);
  for (const text of lackingText(wanting(measured), lang)) say('lacking', sameInBoth(text));
  // Missing money is missing villages: said below.
  if (missing > 0n && !reason && unit !== 'yuan')
    say('missing', {
      zh: `${missing} ${UNIT_NAMES[unit].zh}${unit === 'projects' ? '项目' : ''}不清楚`,
      en: `${missing} ${unitFor(unit, missing).en} unknown`,
    });
  if (rejected > 0n) say('rejected', { zh: `${rejected} 行未通过检查`, en: `${rejected} rejected ${rejected === 1n ? 'row' : 'rows'}` });
  if (evidence === 'partial') say('evidence', EVIDENCE_NAMES.partial);
  if (villages.used > 0 && villages.used < villages.inFile)
    say('villages', {
      zh: `${villages.inFile} 村中的 ${villages.used} 村`,
      en: `${villages.used} of ${placesOf('village', villages.inFile, terms, 'en')}`,
    });
  for (const { label, unit: besideUnit, value } of beside)
    say('beside', {
      zh: `另有${label.zh} ${formatCount(value, besideUnit)} ${unitName(besideUnit, terms).zh}`,
      en: `${formatCount(value, besideUnit)} ${label.en} beside it`,
    });
  return remarks;
}
