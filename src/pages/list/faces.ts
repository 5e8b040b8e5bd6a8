import type { Faces } from '../../page/format.ts';
import type { Listing } from '../../report/listing/listing.ts';
import { listData } from './data.ts';
import { listPage } from './page.ts';
import { listRecord } from './record.ts';
import { listSheets } from './sheets.ts';

/** A list as people, spreadsheets and programs read it. */
export const listFaces = (listing: Listing): Faces => ({
  page: () => listPage(listing),
  data: () => listData(listing),
  record: () => listRecord(listing),
  sheets: () => listSheets(listing),
});
