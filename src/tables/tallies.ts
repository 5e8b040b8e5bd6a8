import { defineTable } from '../language/table.ts';
import { placeColumns } from './shared.ts';
import { villages } from './villages/table.ts';

/** The writing of `tallies` files that this version writes and reads. */
export const TALLY_SCHEMA = 'aid-metrics/tallies@1';

/** The sums kept of each fact, in the order in which they are written. */
export const SUM_COLUMNS = ['yes', 'unknown', 'rejected', 'open', 'rejected_open', 'unrecorded', 'at_least'] as const;

/** `evidence.industry_households.yes`, or with a name of a breakdown `evidence.industry_households_by_type:优质稻.yes`. */
export const SUM_COLUMN = new RegExp(
  `^(?<fact>(?:declared|evidence|evaluation|project)\\.[a-z_]+(?::.*)?)\\.(?<sum>${SUM_COLUMNS.join('|')})$`,
  'su',
);

/** The tool's own mergeable sums: a row per place and period, one column per fact, origin and sum. */
export const tallies = defineTable({
  id: 'tallies',
  label: { zh: '汇总表', en: 'tallies' },
  marks: [['tally_schema']],
  key: ['village', 'period'],
  columns: {
    tally_schema: { kind: 'text', required: true, label: { zh: '汇总格式', en: 'Tally schema' }, aliases: [] },
    ...placeColumns,
    village: { ...villages.columns.village, required: undefined },
    period: { ...villages.columns.period, required: undefined },
    inputs: { kind: 'list', required: true, label: { zh: '来源文件摘要', en: 'SHA-256 of the inputs' }, aliases: [] },
    parameters: { kind: 'text', label: { zh: '参数', en: 'Parameters' }, aliases: [] },
    /** The file whose rejected rows without a readable village are counted here: they widen every village of it. */
    unplaced_in: {
      kind: 'text',
      label: { zh: '无法定位的行所在文件', en: 'File of rows without a readable village' },
      aliases: [],
    },
  },
  furtherColumn: (heading) =>
    SUM_COLUMN.test(heading) ? { kind: 'count', mayBeNegative: true, label: { zh: heading, en: heading }, aliases: [] } : undefined,
  rules: [],
});
