/** The library behind the command line: open tables, tally their rows, measure, build the report. */
export { UserError } from './errors.ts';
export { openTables } from './input/open-table.ts';
export type { OpenedTable } from './input/open-table.ts';
export type { Source } from './input/source.ts';
export type { Finding, Found } from './input/findings.ts';
export { wording } from './input/findings.ts';
export { inProcess as tally } from './tally/engines/in-process.ts';
export type { TallyPlan } from './tally/engine.ts';
export { facts } from './tally/facts/index.ts';
export type { Tallies, Tally } from './tally/tally.ts';
export { measure, periodsOf } from './measure/measure.ts';
export type { Measurement, Query } from './measure/measure.ts';
export { metrics } from './measure/metrics/index.ts';
export type { Metric } from './measure/metric.ts';
export { buildReport } from './report/report.ts';
export type { Report } from './report/report.ts';
export { formats } from './report/formats/index.ts';
