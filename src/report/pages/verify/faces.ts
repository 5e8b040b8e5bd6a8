import type { Lang } from '../../../vocabulary/text.ts';
import type { About, Faces } from '../../format.ts';
import type { Verification } from '../../../verify/verification.ts';
import { verificationData } from './data.ts';
import { verificationPage } from './page.ts';
import { verificationRecord } from './record.ts';

/** What fits a percentage, as people, spreadsheets and programs read it. */
export const verificationFaces = (verification: Verification, lang: Lang): Faces & About => ({
  isOfFiguresAlone: true,
  page: () => verificationPage(verification, lang),
  data: () => verificationData(verification),
  record: () => verificationRecord(verification),
});
