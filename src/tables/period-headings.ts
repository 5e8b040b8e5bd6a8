/** Headings by which every table calls its period. */
const IN_EVERY_TABLE = [
  '年份',
  '归属年度',
  '统计年度',
  '时期',
  '期间',
  'year',
  '年',
  '统计期',
  '报告期',
  '所属年度',
  'reporting period',
] as const;

/** Those of registers that are filled in year by year. In a project file such a column often stands beside the period. */
const IN_REGISTERS = ['数据年度', '统计时间', 'data_year', '填报年度', '年月'] as const;

/** The headings of the period, table by table. */
export const periodHeadings = {
  villages: [...IN_EVERY_TABLE, ...IN_REGISTERS, '报告年度', '所属时期', 'period of report'],
  households: [...IN_EVERY_TABLE, ...IN_REGISTERS],
  projects: [...IN_EVERY_TABLE, '实施年度', '项目年度'],
} as const;
