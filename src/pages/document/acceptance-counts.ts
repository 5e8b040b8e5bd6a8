import type { Met } from '../../measure/judge.ts';
import type { Sheet } from '../../report/assess/sheet.ts';
import type { MetCounts } from '../../report/summary.ts';

const OUTCOMES: Readonly<Record<Met, keyof MetCounts>> = {
  yes: 'met',
  no: 'notMet',
  undetermined: 'undetermined',
  'not-assessable': 'undetermined',
};

/** How many sheets come to what. */
export function sheetCounts(sheets: readonly Sheet[]): MetCounts {
  const counts = { met: 0, notMet: 0, undetermined: 0, notJudged: 0 };
  for (const { met } of sheets) counts[met === undefined ? 'notJudged' : OUTCOMES[met]]++;
  return counts;
}

/** One criterion over all sheets of a scheme. */
interface CriterionCounts {
  readonly number: number;
  readonly label: string;
  readonly wording: string;
  notMet: number;
  undetermined: number;
  /** No file has the column. */
  notAssessable: number;
}

/** Each criterion that some sheet asks for, with how many do not pass it, by its number. */
export function criterionCounts(sheets: readonly Sheet[]): readonly CriterionCounts[] {
  const counts = new Map<number, CriterionCounts>();
  for (const { criteria } of sheets) {
    for (const { number, label, wording, met } of criteria) {
      let one = counts.get(number);
      if (!one) counts.set(number, (one = { number, label, wording, notMet: 0, undetermined: 0, notAssessable: 0 }));
      if (met === 'no') one.notMet++;
      else if (met === 'undetermined') one.undetermined++;
      else if (met === 'not-assessable') one.notAssessable++;
    }
  }
  return [...counts.values()].toSorted((a, b) => a.number - b.number);
}

/** Whether the sheets are of counties, not of villages. */
export const isOfCounties = (sheets: readonly Sheet[]): boolean =>
  sheets.every(({ place }) => place.village === null && place.township === null);
