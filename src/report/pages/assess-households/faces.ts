import type { Input } from '../../../tally/tally.ts';
import type { Faces } from '../../format.ts';
import { householdsData } from './data.ts';
import { householdsPage } from './page.ts';
import type { HouseholdSheets } from './page.ts';
import { householdsRecord } from './record.ts';

/** Judged households as people, spreadsheets and programs read them. */
export const householdsFaces = (sheets: HouseholdSheets, inputs: readonly Input[], notes: readonly string[]): Faces => ({
  page: () => householdsPage(sheets),
  data: () => householdsData(sheets),
  record: () => householdsRecord(sheets, inputs, notes),
});
