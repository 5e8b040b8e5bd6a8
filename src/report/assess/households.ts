import type { JudgedHousehold, OpenCriterion as JudgedCriterion, Remark } from '../../rows/judged-households.ts';
import { tables } from '../../tables/index.ts';
import type { Text } from '../../vocabulary/text.ts';
import { formatCount, formatQuantity } from '../format-value.ts';

/** A criterion of a household that is not met for certain, with what is to be said of it. */
export interface OpenCriterion extends Omit<JudgedCriterion, 'remarks'> {
  /** Its number beside the one that it must pass. */
  readonly remarks: readonly Text[];
}

/** A registered household, judged by all criteria of its scheme. */
export interface AssessedHousehold extends Omit<JudgedHousehold, 'open'> {
  readonly open: readonly OpenCriterion[];
}

/** A household as it was judged, with its remarks in words. */
export const assessedHousehold = (household: JudgedHousehold): AssessedHousehold => ({
  ...household,
  open: household.open.map((criterion) => ({ ...criterion, remarks: criterion.remarks.map(remarkText) })),
});

const SIGNS = { 'not above': '≤', below: '<' } as const;

/** 人均纯收入 3000.00 ≤ 4000.00 */
export function remarkText(remark: Remark): Text {
  const { label, kind } = tables.households.columns[remark.column]!;
  if ('without' in remark)
    return remark.without === 'annual-standard'
      ? {
          zh: `${label.zh}：贫困线是年度标准，不判月份（annual-standard）`,
          en: `${label.en}: the line is a mark of the year and judges no month (annual-standard)`,
        }
      : { zh: `${label.zh}：当年没有可用的标准`, en: `${label.en}: no standard is in force` };
  const written = (amount: bigint): string => (kind === 'money' ? formatCount(amount, 'yuan') : formatQuantity(amount));
  const compared = `${written(remark.value)} ${SIGNS[remark.falls]} ${written(remark.limit)}`;
  return { zh: `${label.zh} ${compared}`, en: `${label.en} ${compared}` };
}
