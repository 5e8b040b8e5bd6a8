import type { Faces } from '../../page/format.ts';
import type { Listing } from '../../report/listing/listing.ts';
import { listData } from './data.ts';
import { listPage } from './page.ts';
import { listRecord } from './record.ts';

/** A list as people, spreadsheets and programs read it. */
export const listFaces = (listing: Listing): Faces => ({
  page: () => listPage(listing),
  data: () => listData(listing),
  record: () => listRecord(listing),
  document: async () => (await import('./document.ts')).listDocument(listing),
  sheets: async () => (await import('./sheets.ts')).listSheets(listing),
});
