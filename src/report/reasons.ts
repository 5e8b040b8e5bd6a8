import type { Evidence, Mark, Reason } from '../measure/reason.ts';
import type { Text } from '../vocabulary/text.ts';

/** What each reason for having no number is called. */
export const REASON_NAMES: Readonly<Record<Reason, Text>> = {
  'no-data': { zh: '没有数据', en: 'no data' },
  'zero-denominator': { zh: '分母为零', en: 'nothing to divide by' },
  'no-base': { zh: '没有上年数据', en: 'no base year' },
  'base-not-positive': { zh: '上年不为正', en: 'base not positive' },
  'exempt-in-numerator': { zh: '分子含豁免户', en: 'exempt households in the numerator' },
  'no-line-in-force': { zh: '当年没有贫困线', en: 'no line in force' },
  'no-limit-in-force': { zh: '当年没有分档界限', en: 'no limits of bands in force' },
  'tallied-with-another-line': { zh: '汇总时用的是另一条线', en: 'tallied with another line' },
  'annual-standard': { zh: '年度标准不判月份', en: 'a mark of the year judges no month' },
  'needs-households': { zh: '需要户表', en: 'needs households' },
  'needs-villages': { zh: '需要村表', en: 'needs villages' },
  'needs-projects': { zh: '需要项目表', en: 'needs projects' },
  suppressed: { zh: '为保护隐私不显示', en: 'suppressed' },
};

/** What each mark beside a number says. */
export const MARK_NAMES: Readonly<Record<Mark, Text>> = {
  'not-separated': { zh: '未分开', en: 'not separated' },
  'exempt-not-separated': { zh: '豁免户未分开', en: 'exempt not separated' },
  'at-least': { zh: '至少', en: 'at least' },
  'at-most': { zh: '至多', en: 'at most' },
};

/** The marks that say what a number ought to leave out and could not. */
export const NOT_SEPARATED: readonly Mark[] = ['not-separated', 'exempt-not-separated'];

export const EVIDENCE_NAMES: Readonly<Record<Evidence, Text>> = {
  households: { zh: '户表', en: 'households' },
  villages: { zh: '村表', en: 'villages' },
  partial: { zh: '部分户表', en: 'partly households' },
};
