import type { Document } from '../../page/document.ts';
import type { Listing } from '../../report/listing/listing.ts';
import { plainDocument } from '../document/plain-document.ts';
import { listData } from './data.ts';
import { listPage } from './page.ts';

/** A list as a document: the rows, and what they rest on. */
export function listDocument(listing: Listing): Promise<Document> {
  const { lang, inputs, notes } = listing;
  const kicker = { zh: '名单', en: 'List' }[lang];
  const said = notes.map((note) => note[lang]);
  return plainDocument({ kicker, page: listPage(listing), data: listData(listing), inputs, notes: said }, lang);
}
