import { defineTable } from '../language/table.ts';
import { placeColumns } from './shared.ts';
import { villages } from './villages/table.ts';

/** The writing of `tallies` files: long has a row per fact and part, and is what this version writes. Wide, the older one, has a column for each. */
export const TALLY_SCHEMA = { long: 'aid-metrics/tallies@2', wide: 'aid-metrics/tallies@1' } as const;

/** The sums kept of each fact, in the order in which they are written. */
export const SUM_COLUMNS = ['yes', 'unknown', 'rejected', 'open', 'rejected_open', 'unrecorded', 'at_least'] as const;

const FACT = '(?:declared|evidence|evaluation|project)\\.[a-z_]+(?::.*)?';

/** `evidence.industry_households`, or with a name of a breakdown `evidence.industry_households_by_type:优质稻`. */
export const FACT_NAME = new RegExp(`^${FACT}$`, 'su');

/** The column of a sum in the wide form: `evidence.industry_households.yes`. */
export const SUM_COLUMN = new RegExp(`^(?<fact>${FACT})\\.(?<sum>${SUM_COLUMNS.join('|')})$`, 'su');

/** The tool's own mergeable sums: a row per place, period, fact and part; in the wide form a row per place and period. */
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
    /** Of all rows of a place and period: said in one of them. */
    inputs: { kind: 'list', label: { zh: '来源文件摘要', en: 'SHA-256 of the inputs' }, aliases: [] },
    parameters: { kind: 'text', label: { zh: '参数', en: 'Parameters' }, aliases: [] },
    /** The file whose rejected rows without a readable village are counted here: they widen every village of it. */
    unplaced_in: {
      kind: 'text',
      label: { zh: '无法定位的行所在文件', en: 'File of rows without a readable village' },
      aliases: [],
    },
    fact: { kind: 'text', label: { zh: '事实', en: 'Fact' }, aliases: [] },
    part: {
      kind: 'choice',
      label: { zh: '部分', en: 'Part' },
      aliases: [],
      choices: Object.fromEntries(SUM_COLUMNS.map((part) => [part, []])),
    },
    value: { kind: 'count', mayBeNegative: true, label: { zh: '合计数', en: 'Sum' }, aliases: [] },
  },
  furtherColumn: (heading) =>
    SUM_COLUMN.test(heading) ? { kind: 'count', mayBeNegative: true, label: { zh: heading, en: heading }, aliases: [] } : undefined,
  rules: [],
});
