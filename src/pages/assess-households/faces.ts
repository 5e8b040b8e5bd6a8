import type { Input } from '../../tally/tally.ts';
import { dataWorkbook } from '../sheets/data-workbook.ts';
import type { Faces } from '../../page/format.ts';
import { plainDocument } from '../document/plain-document.ts';
import { householdsData } from './data.ts';
import { headLines, householdsPage, summary } from './page.ts';
import type { HouseholdSheets } from './page.ts';
import { householdsRecord } from './record.ts';

/** Judged households as people, spreadsheets and programs read them. */
export const householdsFaces = (sheets: HouseholdSheets, inputs: readonly Input[], notes: readonly string[]): Faces => ({
  page: () => householdsPage(sheets),
  data: () => householdsData(sheets),
  record: () => householdsRecord(sheets, inputs, notes),
  document: () => {
    const kicker = { zh: '退出验收：户', en: 'Exit acceptance of households' }[sheets.lang];
    return plainDocument({ kicker, page: householdsPage(sheets), data: householdsData(sheets), inputs, notes }, sheets.lang);
  },
  sheets: () => {
    const { lang, households } = sheets;
    const period = households[0]?.period ?? '';
    const data = householdsData(sheets);
    const criteria = data.columns.map(({ id }) => id).filter((id) => id.startsWith('criterion_'));
    const printed = ['village', 'township', 'household_id', 'head_name', 'persons', 'met', ...criteria, 'open'];
    return dataWorkbook(
      { name: { zh: '各户', en: 'Households' }[lang], data, printed },
      {
        lang,
        title: { zh: `贫困户退出验收 ${period}`, en: `Exit acceptance of households, ${period}` }[lang],
        inputs,
        notes: [summary(sheets), ...notes],
        documents: headLines(sheets),
        hasVerdicts: true,
      },
    );
  },
});
