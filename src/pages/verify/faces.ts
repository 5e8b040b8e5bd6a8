import type { Lang } from '../../vocabulary/text.ts';
import { dataWorkbook } from '../sheets/data-workbook.ts';
import type { About, Faces } from '../../page/format.ts';
import type { Verification } from '../../verify/verification.ts';
import { verificationData } from './data.ts';
import { verificationPage } from './page.ts';
import { verificationRecord } from './record.ts';

/** What fits a percentage, as people, spreadsheets and programs read it. */
export const verificationFaces = (verification: Verification, lang: Lang): Faces & About => ({
  isOfFiguresAlone: true,
  page: () => verificationPage(verification, lang),
  data: () => verificationData(verification),
  record: () => verificationRecord(verification),
  sheets: () =>
    dataWorkbook(
      { name: { zh: '核对', en: 'Check' }[lang], data: verificationData(verification) },
      {
        lang,
        title: { zh: `核对 ${verification.question.percent}%`, en: `What fits ${verification.question.percent}%` }[lang],
        inputs: [],
        notes: [],
        hasVerdicts: false,
      },
    ),
});
