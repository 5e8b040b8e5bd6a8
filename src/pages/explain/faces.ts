import type { Faces } from '../../page/format.ts';
import type { Explanation } from '../../report/explain/explanation.ts';
import { explainData } from './data.ts';
import { definitionBlocks } from './definition.ts';
import { explainDocument } from './document.ts';
import { explainedPlaces } from './page.ts';
import { explainRecord } from './record.ts';
import { explainSheets } from './sheets.ts';

/** A number and the rows behind it as people, spreadsheets and programs read it. */
export const explainFaces = (explanation: Explanation): Faces => ({
  page: () => pageOf(explanation),
  data: () => explainData(explanation),
  record: () => explainRecord(explanation),
  document: () => explainDocument(explanation, pageOf(explanation)),
  sheets: () => explainSheets(explanation),
});

function* pageOf(explanation: Explanation) {
  yield* definitionBlocks(explanation.metric, explanation.lang, explanation.terms);
  yield* explainedPlaces(explanation);
}
