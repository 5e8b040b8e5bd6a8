/** The library behind the command line: read files, add their rows up, ask. docs/library.md shows it at work and says what of it is public. */
export { UserError } from './errors.ts';
export { DataError } from './library/data-error.ts';
export { fromBytes, fromPath } from './library/from-path.ts';
export { metricsNamed } from './library/metrics-named.ts';
export { day, period } from './library/periods.ts';
export { assess, measure, report, trend } from './library/questions.ts';
export { assessHouseholds, explain, list } from './library/rows.ts';
export { standardsFrom } from './library/standards.ts';
export { tally } from './library/tally.ts';
export { readProfile } from './profile/read-profile.ts';
export { wording } from './input/finding.ts';
export { metrics } from './measure/metrics/index.ts';
export { periodsOf } from './measure/measure.ts';
export { formats } from './formats/index.ts';
export { lists } from './rows/lists/index.ts';
export { reportFaces } from './pages/report/faces.ts';
export { withOwn } from './standards/book.ts';
export { schemeInForce, standardInForce } from './standards/in-force.ts';
export { readStandards } from './standards/read-standards.ts';
export { shippedBook } from './standards/regions/index.ts';

// What the functions take and give.
export type { SourceOptions } from './library/from-path.ts';
export type { AssessQuery, MeasureQuery, ReportQuery, TrendOptions } from './library/questions.ts';
export type { AssessedHouseholds, ExplainQuery, HouseholdsQuery, ListQuery, RowQuery, WithFindings } from './library/rows.ts';
export type { StandardsOptions } from './library/standards.ts';
export type { ReadOptions, Tallied } from './library/tally.ts';
export type { Fraction } from './vocabulary/fraction.ts';
export type { IsoDate, Period, PeriodKind } from './vocabulary/period.ts';
export type { Level, Place, PlacePart } from './vocabulary/place.ts';
export type { TableId } from './vocabulary/table.ts';
export type { Terms } from './vocabulary/terms.ts';
export type { Lang, Text } from './vocabulary/text.ts';
export type { Unit } from './vocabulary/unit.ts';
export type { FindingCode, Severity } from './input/findings.ts';
export type { Finding } from './input/finding.ts';
export type { OfficeWords, OwnHeading, OwnWord } from './input/office-words.ts';
export type { Source } from './input/source.ts';
export type { Profile } from './profile/profile.ts';
export type { Dated } from './standards/dated.ts';
export type { NotInForce, SchemeInForce, StandardInForce } from './standards/in-force.ts';
export type {
  Amendment,
  Book,
  Comparison,
  Confidence,
  Criterion,
  CriterionAnswer,
  CriterionMetric,
  CriterionPart,
  PartOfTheCountry,
  Scheme,
  SchemeId,
  Source as StandardSource,
  Standard,
  StandardLevel,
  StandardValue,
} from './standards/standard.ts';
export type { StandardUnit } from './standards/threshold.ts';
export type { DatabaseTable, Dialect, Sql, SqlLevel, Selected, SelectedGroups, SelectedRows } from './input/database-table.ts';
export type { Input, ReadColumn } from './tally/tally.ts';
export type { AssessedCriterion, AssessedPart, AssessedPlace } from './measure/assess.ts';
export type { Difference } from './measure/difference.ts';
export type { Judging, Met, NotJudged, Verdict } from './measure/judge.ts';
export type { ClassLimit, Standards } from './measure/standards-at.ts';
export type { Moment } from './vocabulary/moment.ts';
export type { LackingColumn } from './measure/lacking.ts';
export type { By, Measured, MeasuredKind, MeasuredPlace, Measurement, Unjudged } from './measure/measured.ts';
export type { LeftOut, Metric, MetricGroup } from './measure/metric.ts';
export type { Evidence, Mark, Reason } from './measure/reason.ts';
export type { Compared, Trend, TrendMark, TrendPlace, TrendPoint, TrendSeries } from './measure/trend.ts';
export type { EvidencePolicy } from './measure/village-view.ts';
export type { AssessedHousehold } from './report/assess/households.ts';
export type { JudgedHousehold, OpenCriterion, Remark } from './rows/judged-households.ts';
export type { ReportKind } from './report/breakdown.ts';
export type { ExplainedPart, ExplainedPlace, Explanation, PartId } from './report/explain/explanation.ts';
export type { GatheredRow } from './rows/behind.ts';
export type {
  About,
  DataColumn,
  DataKind,
  DataRecord,
  DataTable,
  Faces,
  Format,
  Headings,
  Pieces,
  Surface,
  Writer,
} from './page/format.ts';
export type { DataShape } from './pages/report/data.ts';
export type { LeftOutReason } from './rows/left-out.ts';
export type { ListedRow } from './rows/listed.ts';
export type { Figure, Ground, Grounds, ListColumn, ListKind, Listed, Word } from './rows/list-kind.ts';
export type { Listing } from './report/listing/listing.ts';
export type {
  Block,
  Cell,
  Chart,
  Column,
  Figures,
  Inline,
  Line,
  Notes,
  Page,
  Paragraph,
  Room,
  RowGroup,
  Run,
  Table,
  Title,
  Tone,
} from './page/page.ts';
export type { CellParts, NumberCell, ReasonCell, Report, ReportCell, ReportCounts, ReportMetric, ReportPlace } from './report/report.ts';
export type { UnknownColumn } from './rows/unknown-column.ts';
export type { ReportVerdict } from './report/verdict.ts';

// Named in the types above, so that it can be named. It may change at any time: docs/library.md.
export type { Amount, Kind, Kinds, Time } from './language/column.ts';
export type { Row } from './language/row.ts';
export type { AnyCondition, ColumnNames, Condition, ConditionForms, Limit, ParameterId, Parameters, Span } from './language/condition.ts';
export type { Fact, Origin } from './language/fact.ts';
export type { Weight } from './language/weight.ts';
export type { Sum } from './tally/sum.ts';
export type { Facts, HiddenPlaces, Tallies, Tally, Unplaced } from './tally/tally.ts';
export type { Shape } from './measure/estimators/index.ts';
export type { Behind, Breakdown, Sufficient } from './measure/metric.ts';
export type { Part } from './measure/part.ts';
export type { Bound, Bounds, Corners } from './measure/possible.ts';
export type { Looked, Outlook, VillageView } from './measure/village-view.ts';
export type { HouseholdShare, Quantity, Weighing } from './measure/quantity.ts';

// What documents, workbooks and pages are made of, and what is followed of households: named so that it can be named. It may change at any time.
export type { OpenCriterion as WordedOpenCriterion } from './report/assess/households.ts';
export type { Sheet, SheetCriterion, SheetPart } from './report/assess/sheet.ts';
export type {
  Axis,
  BarPart,
  Columns,
  Document,
  DocumentBlock,
  Fold,
  Grid,
  GridCell,
  GridColumn,
  GridGroup,
  Judged,
  KeyFigure,
  KeyFigures,
  Legend,
  Mark as DocumentMark,
  Section,
  SideBySide,
  Sign as DocumentSign,
  Spread,
} from './page/document.ts';
export type { Dossier } from './pages/document/dossier.ts';
export type { FindingGroup } from './report/finding-groups.ts';
export type {
  Figure as PageFigure,
  FigureColumn,
  Matrix,
  MatrixCriterion,
  MatrixRow,
  Overview,
  OverviewRow,
  Sign as PageSign,
  Tallies as PageTallies,
  Tally as PageTally,
} from './page/page.ts';
export type { ReportRemark } from './report/report.ts';
export type {
  CellKind,
  OwnValue,
  ReportSheet,
  ReportWorkbook,
  SheetBlock,
  SheetColumn,
  SheetRow,
  SheetTable,
  SheetValue,
  SheetWords,
  VerdictWords,
} from './page/sheets.ts';
export type { ReportCount, ReportStatusCell, ReportVillage, StatusReport } from './report/trend/status-report.ts';
export type { ReportDifference, ReportPoint, ReportSeries, TrendReport, TrendReportPlace } from './report/trend/trend-report.ts';
export type { HouseholdStatus } from './rows/history.ts';
export type { Likeness } from './rows/renamed.ts';
export type { NamedChangeId, StatusAt } from './rows/status-changes.ts';
