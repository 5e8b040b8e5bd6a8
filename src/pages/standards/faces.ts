import type { Book } from '../../standards/standard.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { dataWorkbook } from '../sheets/data-workbook.ts';
import type { Faces } from '../../page/format.ts';
import { standardsData } from './data.ts';
import { standardsPage } from './page.ts';
import { standardsRecord } from './record.ts';

/** What is printed of a standard: what it asks for, when, and by which document. */
const PRINTED = ['label', 'region', 'level', 'comparison', 'value', 'from', 'until', 'title', 'number', 'wording'];

/** Standards as people, spreadsheets and programs read them. */
export const standardsFaces = (book: Book, lang: Lang): Faces => ({
  page: () => standardsPage(book, lang),
  data: () => standardsData(book, lang),
  record: () => standardsRecord(book),
  sheets: () =>
    dataWorkbook(
      { name: { zh: '标准', en: 'Standards' }[lang], data: standardsData(book, lang), printed: PRINTED },
      {
        lang,
        title: { zh: '标准', en: 'Standards' }[lang],
        inputs: [],
        notes: [],
        hasVerdicts: false,
      },
    ),
});
