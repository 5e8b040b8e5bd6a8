import type { Lang, Text } from '../../vocabulary/text.ts';
import { MET_NAMES } from '../../report/verdict.ts';
import type { ReportSheet, ReportWorkbook } from '../../page/sheets.ts';

/** No standard judges it. */
export const NOT_JUDGED: Text = { zh: '不评', en: 'not judged' };

/** Sheets as a workbook, in which the words for verdicts are coloured. */
export const workbookOf = (lang: Lang, sheets: readonly ReportSheet[]): ReportWorkbook => ({
  lang,
  verdicts: {
    met: MET_NAMES.yes[lang],
    notMet: MET_NAMES.no[lang],
    undetermined: MET_NAMES.undetermined[lang],
    notAssessable: MET_NAMES['not-assessable'][lang],
    notJudged: NOT_JUDGED[lang],
  },
  sheets,
});
