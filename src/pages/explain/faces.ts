import type { Faces } from '../../page/format.ts';
import type { Explanation } from '../../report/explain/explanation.ts';
import { explainData } from './data.ts';
import { definitionBlocks } from './definition.ts';
import { explainedPlaces } from './page.ts';
import { explainRecord } from './record.ts';

/** A number and the rows behind it as people, spreadsheets and programs read it. */
export const explainFaces = (explanation: Explanation): Faces => ({
  page: () => pageOf(explanation),
  data: () => explainData(explanation),
  record: () => explainRecord(explanation),
  document: async () => (await import('./document.ts')).explainDocument(explanation, pageOf(explanation)),
  sheets: async () => (await import('./sheets.ts')).explainSheets(explanation),
});

function* pageOf(explanation: Explanation) {
  yield* definitionBlocks(explanation.metric, explanation.lang, explanation.terms);
  yield* explainedPlaces(explanation);
}
