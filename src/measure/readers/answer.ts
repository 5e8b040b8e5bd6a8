import { reader } from '../reader.ts';
import type { Reader } from '../reader.ts';

/** What the village row answers to a yes-or-no question; undefined where nobody can tell. */
export const answer = (id: string): Reader<boolean | undefined> =>
  reader({ uses: ['declared.rows', `declared.${id}`], rows: [`declared.${id}`] }, (village) => village.answer(id));

/** The same of a question that each village is counted by: those with a yes above the line, every village below it. */
export const answerOfEach = (id: string): Reader<boolean | undefined> => {
  const one = answer(id);
  return { ...one, rows: [], behind: { numerator: one.rows, denominator: ['declared.rows'] } };
};
