import type { Faces } from '../../page/format.ts';
import type { Listing } from '../../report/listing/listing.ts';
import { plainDocument } from '../document/plain-document.ts';
import { listData } from './data.ts';
import { listPage } from './page.ts';
import { listRecord } from './record.ts';
import { listSheets } from './sheets.ts';

/** A list as people, spreadsheets and programs read it. */
export const listFaces = (listing: Listing): Faces => ({
  page: () => listPage(listing),
  data: () => listData(listing),
  record: () => listRecord(listing),
  document: () => {
    const { lang, inputs, notes } = listing;
    const said = notes.map((note) => note[lang]);
    const kicker = { zh: '名单', en: 'List' }[lang];
    return plainDocument({ kicker, page: listPage(listing), data: listData(listing), inputs, notes: said }, lang);
  },
  sheets: () => listSheets(listing),
});
