import type { Book } from '../../../standards/standard.ts';
import type { Lang } from '../../../vocabulary/text.ts';
import type { Faces } from '../../format.ts';
import { standardsData } from './data.ts';
import { standardsPage } from './page.ts';
import { standardsRecord } from './record.ts';

/** Standards as people, spreadsheets and programs read them. */
export const standardsFaces = (book: Book, lang: Lang): Faces => ({
  page: () => standardsPage(book, lang),
  data: () => standardsData(book, lang),
  record: () => standardsRecord(book),
});
