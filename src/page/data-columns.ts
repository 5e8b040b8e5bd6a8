import { tables } from '../tables/index.ts';
import { PLACE_COLUMNS } from '../vocabulary/place.ts';
import { joinTexts } from '../vocabulary/text.ts';
import type { Text } from '../vocabulary/text.ts';
import { UNIT_NAMES } from '../vocabulary/unit.ts';
import type { DataColumn, DataKind } from './format.ts';

/** What the columns of results are called. Those of the tables that are read have their names there. */
const NAMES = {
  accepted: { zh: '已接受', en: 'Accepted' },
  amendments: { zh: '后来的调整', en: 'Amendments' },
  applies_to: { zh: '适用于', en: 'Applies to' },
  as_of: { zh: '截至', en: 'As of' },
  asked: { zh: '要求', en: 'Asked' },
  asked_met: { zh: '要求的结论', en: 'Verdict on what is asked' },
  change: { zh: '变化', en: 'Change' },
  code: { zh: '代码', en: 'Code' },
  column: { zh: '列', en: 'Column' },
  compared: { zh: '比较的村', en: 'Villages compared' },
  compared_from: { zh: '比较的村：上期', en: 'Compared: before' },
  compared_to: { zh: '比较的村：本期', en: 'Compared: now' },
  comparison: { zh: '比较', en: 'Comparison' },
  confidence: { zh: '依据种类', en: 'Kind of document' },
  criterion: { zh: '项', en: 'No.' },
  denominator: { zh: '分母', en: 'Denominator' },
  denominator_first: { zh: '分母从', en: 'Denominator from' },
  denominator_last: { zh: '分母到', en: 'Denominator to' },
  evidence: { zh: '依据', en: 'Evidence' },
  file: { zh: '文件', en: 'File' },
  fits: { zh: '有多少种', en: 'Fits' },
  from: { zh: '起', en: 'From' },
  from_period: { zh: '从哪一期', en: 'From period' },
  from_status: { zh: '原状态', en: 'From status' },
  further_source: { zh: '另一出处', en: 'Further source' },
  growth: { zh: '增长率', en: 'Growth' },
  head_name: { zh: '户主', en: 'Head' },
  helper_name: { zh: '帮扶人', en: 'Helper' },
  helper_unit: { zh: '帮扶单位', en: "Helper's unit" },
  high: { zh: '上限', en: 'High' },
  hint: { zh: '改法', en: 'How to mend it' },
  household_id: { zh: '户编号', en: 'Household' },
  households: { zh: '户数', en: 'Households' },
  id: { zh: '编号', en: 'Id' },
  issuer: { zh: '发文机关', en: 'Issuer' },
  key: { zh: '键', en: 'Key' },
  kind: { zh: '种类', en: 'Kind' },
  label: { zh: '名称', en: 'Label' },
  last_checked: { zh: '最后核对', en: 'Last checked' },
  left_out: { zh: '未计入', en: 'Left out' },
  level: { zh: '级别', en: 'Level' },
  line: { zh: '行（文本）', en: 'Line' },
  low: { zh: '下限', en: 'Low' },
  marks: { zh: '标记', en: 'Marks' },
  message: { zh: '内容', en: 'Message' },
  met: { zh: '结论', en: 'Verdict' },
  metric: { zh: '指标', en: 'Metric' },
  missing: { zh: '不清楚', en: 'Unknown' },
  name: { zh: '项目', en: 'Project' },
  note: { zh: '说明', en: 'Note' },
  number: { zh: '文号', en: 'Number' },
  numerator: { zh: '分子', en: 'Numerator' },
  numerator_first: { zh: '分子从', en: 'Numerator from' },
  numerator_last: { zh: '分子到', en: 'Numerator to' },
  open: { zh: '没有达标、不清楚的指标', en: 'Criteria not met or not known' },
  part: { zh: '部分', en: 'Part' },
  parts: { zh: '要求', en: 'Parts' },
  percent: { zh: '公布的百分比', en: 'Published percentage' },
  period: { zh: '期', en: 'Period' },
  persons: { zh: '人数', en: 'Persons' },
  printed_pct: { zh: '写成', en: 'Printed' },
  project_id: { zh: '项目编号', en: 'Project id' },
  published: { zh: '发布', en: 'Published' },
  reading: { zh: '取法', en: 'Reading' },
  reason: { zh: '原因', en: 'Reason' },
  reference: { zh: '只供参考', en: 'For reference alone' },
  region: { zh: '地区', en: 'Region' },
  remarks: { zh: '备注', en: 'Remarks' },
  row: { zh: '行', en: 'Row' },
  scheme: { zh: '标准', en: 'Scheme' },
  scope: { zh: '范围', en: 'Scope' },
  settled_by: { zh: '补上哪些列可以定', en: 'Settled by' },
  severity: { zh: '级别', en: 'Severity' },
  sheet: { zh: '工作表', en: 'Sheet' },
  short_by: { zh: '还差', en: 'Short by' },
  short_by_unit: { zh: '还差的单位', en: 'Unit of short by' },
  threshold: { zh: '标准值', en: 'Threshold' },
  title: { zh: '文件标题', en: 'Title' },
  to_period: { zh: '到哪一期', en: 'To period' },
  to_status: { zh: '现状态', en: 'To status' },
  unit: { zh: '单位', en: 'Unit' },
  unknown: { zh: '不清楚的列', en: 'Unknown' },
  until: { zh: '止', en: 'Until' },
  url: { zh: '网址', en: 'Link' },
  value: { zh: '数值', en: 'Value' },
  verdict: { zh: '结论', en: 'Verdict' },
  weight: { zh: '计入', en: 'Counted' },
  wording: { zh: '原文', en: 'Wording' },
} as const satisfies Readonly<Record<string, Text>>;

/** The columns of results that have a name of their own here. */
export type DataColumnId = keyof typeof NAMES;

/** A column of a result. */
export const dataColumn = (id: DataColumnId, kind: DataKind = 'text', wordOf?: DataColumn['wordOf']): DataColumn => ({
  id,
  label: NAMES[id],
  kind,
  wordOf,
});

/** Several columns of text. */
export const textColumns = (ids: readonly DataColumnId[]): readonly DataColumn[] => ids.map((id) => dataColumn(id));

/** The columns that name a place, as in the tables that are read. */
export const placeDataColumns: readonly DataColumn[] = PLACE_COLUMNS.map((id) => ({
  id,
  label: tables.villages.columns[id]!.label,
  kind: 'text',
}));

/** Words of a closed list by their names; several stand between separators. */
export const wordsOf =
  (names: Readonly<Record<string, Text>>, separator = ';'): NonNullable<DataColumn['wordOf']> =>
  (cell) => {
    const words = cell.split(separator);
    if (!words.every((word) => Object.hasOwn(names, word))) return undefined;
    return joinTexts(
      words.map((word) => names[word]!),
      { zh: '、', en: ', ' },
    );
  };

/** Units as data has them: a share is a ratio of one there. */
export const unitWords = wordsOf({ ...UNIT_NAMES, share: { zh: '比例', en: 'share' } });

/** Columns of the tables as people call them, whichever table they are of. */
export const columnWords: NonNullable<DataColumn['wordOf']> = (cell) =>
  Object.values(tables).find((table) => Object.hasOwn(table.columns, cell))?.columns[cell]?.label;
