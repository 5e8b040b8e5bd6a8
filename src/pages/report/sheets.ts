import type { Dossier } from '../document/dossier.ts';
import { estimatorOf } from '../../measure/estimators/index.ts';
import { metrics as allMetrics } from '../../measure/metrics/index.ts';
import type { LackingColumn } from '../../measure/lacking.ts';
import type { Metric } from '../../measure/metric.ts';
import { placesOf } from '../../vocabulary/terms.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { aboutSheet, definitionsOf } from '../sheets/about-sheet.ts';
import type { AppliedStandard } from '../sheets/about-sheet.ts';
import { kindOfMetric, kindOfUnit } from '../sheets/cell-kind.ts';
import { findingGroupsSheet } from '../sheets/finding-groups-sheet.ts';
import { dataColumn } from '../../page/data-columns.ts';
import type { Report, ReportCell, ReportMetric, ReportPlace } from '../../report/report.ts';
import type { Sheet } from '../../report/assess/sheet.ts';
import { bounded } from '../../page/sheets.ts';
import type { CellKind, ReportSheet, ReportWorkbook, SheetColumn, SheetRow, SheetValue } from '../../page/sheets.ts';
import { workbookOf } from '../sheets/sheet-words.ts';
import { summaryOf } from '../../report/summary.ts';
import type { MetricSummary } from '../../report/summary.ts';
import { MET_NAMES } from '../../report/verdict.ts';
import { acceptanceSheets, appliedIn as appliedInSheets } from '../assess/sheets.ts';
import { periodsSheet } from '../trend/sheets.ts';
import { detailSheet } from './detail-sheet.ts';
import { lackingText } from '../../report/lacking-text.ts';
import { fundsSheet } from './funds-sheet.ts';
import { nameColumns } from './name-columns.ts';

/** A report as a workbook: a row per place for paper, a row per answer for reckoning, and what both rest on. */
export function reportSheets(
  report: Report,
  { sheets = [], each = false, trend, funds, findings: groups = [] }: Partial<Dossier> = {},
): ReportWorkbook {
  const { lang, inputs, notes, findings, metrics } = report;
  const title = titleOf(report);
  return workbookOf(lang, [
    placesSheet(report, title),
    detailSheet(report, title),
    ...acceptanceSheets(sheets, lang, each),
    ...(trend ? [periodsSheet(trend)] : []),
    ...fundsSheet(report, title),
    ...(funds ? fundsSheet(funds, title) : []),
    ...findingGroupsSheet(groups, title, lang),
    aboutSheet({
      lang,
      title,
      inputs,
      notes,
      findings,
      standards: allApplied(report, sheets),
      definitions: definitionsOf(
        metrics.map(({ id }) => id),
        lang,
      ),
      hasVerdicts: true,
    }),
  ]);
}

function titleOf(report: Report): string {
  const { period } = report;
  const { region } = nameColumns(report).places;
  const time = { zh: /^\d{4}$/u.test(period) ? `${period} 年` : period, en: period };
  return { zh: `${region}${region ? ' ' : ''}${time.zh}脱贫指标`, en: `Poverty alleviation: ${region}${region ? ', ' : ''}${time.en}` }[
    report.lang
  ];
}

/** The definition of a metric of a report. */
const metricOf = (id: string): Metric => allMetrics.find((metric) => metric.id === id)!;

function* allApplied(report: Report, sheets: readonly Sheet[]): Generator<AppliedStandard> {
  yield* appliedIn(report);
  yield* appliedInSheets(sheets);
}

/** The standards by which the places are judged. */
function* appliedIn({ places, total }: Report): Generator<AppliedStandard> {
  for (const { cells } of [...places, total]) for (const { metric, verdict } of cells) if (verdict) yield { what: metric.label, verdict };
}

/** Rows made one by one, as they are written. */
function* eachOf(places: readonly ReportPlace[], rowOf: (place: ReportPlace) => SheetRow): Generator<SheetRow> {
  for (const place of places) yield rowOf(place);
}

const SHEET_NAMES = {
  village: { zh: '各村指标', en: 'Villages' },
  township: { zh: '各乡镇指标', en: 'Townships' },
  county: { zh: '各县指标', en: 'Counties' },
  city: { zh: '各市指标', en: 'Cities' },
  province: { zh: '各省指标', en: 'Provinces' },
  all: { zh: '指标', en: 'Metrics' },
  'helper-unit': { zh: '各帮扶单位指标', en: 'Helping units' },
} as const;

/** Of more metrics there is more to say. */
const FEW_METRICS = 6;

/** A row per place: the metrics beside each other, each with its counts and its verdict; what cannot be a number is said in the last column. */
function placesSheet(report: Report, title: string): ReportSheet {
  const { lang, by, places, asOf, total } = report;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const named = nameColumns(report);
  const summary = summaryOf(report);
  const blocks = report.metrics.map((metric) =>
    metricColumns(
      metric,
      report,
      summary.judged.find((one) => one.metric === metric),
    ),
  );
  const remarks: SheetColumn = {
    head: dataColumn('remarks').label[lang],
    kind: 'note',
    width: report.metrics.length > FEW_METRICS ? 60 : lang === 'zh' ? 26 : 22,
  };
  const rowOf = ({ cells }: ReportPlace, names: readonly SheetValue[]): SheetRow => [
    ...names,
    ...blocks.flatMap(({ cellsOf }, at) => cellsOf(cells[at]!)),
    remarksOf(cells, lang),
  ];
  const count =
    by === 'helper-unit' ? say(`${places.length} 个单位`, `${places.length} units`) : placesOf(by, places.length, report.terms, lang);
  return {
    name: SHEET_NAMES[by][lang],
    title,
    about: [
      [...(by === 'all' ? [] : [count]), say(`截至 ${asOf}`, `as of ${asOf}`)].join(say('，', ', ')),
      ...(by === 'all' ? [] : [countsLine(summary.judged, lang)].filter((line) => line !== '')),
    ],
    blocks: [
      {
        kind: 'table',
        columns: [...named.columns, ...blocks.flatMap(({ columns }) => columns), remarks],
        rows: eachOf(places, (place) => rowOf(place, named.cellsOf(place))),
        ...(by !== 'all' && { totals: [rowOf(total, named.totalCells(totalName(report)))] }),
      },
    ],
    paper: 'landscape',
    names: named.columns.length,
  };
}

function totalName({ total, lang, terms }: Report): string {
  const { inFile } = total.villages;
  if (inFile === 0) return total.name;
  return { zh: `${total.name}（${inFile} 村）`, en: `${total.name} (${placesOf('village', inFile, terms, 'en')})` }[lang];
}

/** Coverage ≥60%: 95 met, 4 not met … */
const countsLine = (judged: readonly MetricSummary[], lang: Lang): string =>
  judged
    .map(({ metric, counts, limit }) => {
      const { met, notMet, undetermined, notJudged } = counts;
      const of = `${metric.label}${limit === undefined ? '' : ` ${limit}`}`;
      const said = {
        zh: [`达标 ${met}`, `未达标 ${notMet}`, `不能判定 ${undetermined}`, `不评 ${notJudged}`],
        en: [`${met} met`, `${notMet} not met`, `${undetermined} undetermined`, `${notJudged} not judged`],
      }[lang];
      return { zh: `${of}：${said.join('，')}`, en: `${of}: ${said.join(', ')}` }[lang];
    })
    .join({ zh: '；', en: '; ' }[lang]);

const WIDTH_OF_KIND: Readonly<Partial<Record<CellKind, number>>> = { share: 9, growth: 10, money: 13, count: 9, decimal: 9 };

interface MetricColumns {
  readonly columns: readonly SheetColumn[];
  readonly cellsOf: (cell: ReportCell) => SheetRow;
}

/** The columns of a metric under one heading: the value, what it is made of, how it is judged and how much money it is short by. */
function metricColumns(metric: ReportMetric, { lang }: Report, judged: MetricSummary | undefined): MetricColumns {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const { numerator, denominator, estimated } = metricOf(metric.id);
  const kind = kindOfMetric(metric);
  const isMoney = metric.unit === 'yuan';
  const unit = metric.unit === 'share' ? '' : say(`（${metric.unitName}）`, ` (${metric.unitName})`);
  const limit = judged?.limit === undefined ? '' : say(`\n标准 ${judged.limit}`, `\nstandard ${judged.limit}`);
  const value =
    { share: say('比率', 'Rate'), growth: say('增长率', 'Growth'), money: say('金额', 'Amount') }[kind as string] ?? say('数量', 'Number');
  const isCounted = denominator !== undefined && estimatorOf(metric).isDivision && estimated !== true;
  const narrow = lang === 'zh' ? 8 : 11;
  const counted = isCounted
    ? [numerator, denominator].map(({ label, unit: of }): SheetColumn => ({
        head: label[lang],
        kind: kindOfUnit(of),
        width: of === 'yuan' ? 13 : narrow,
      }))
    : [];
  const isShort = judged !== undefined && isMoney && judged.counts.notMet > 0;
  const columns: readonly SheetColumn[] = [
    { head: value, kind, width: WIDTH_OF_KIND[kind] ?? narrow },
    ...counted,
    ...(isShort ? [{ head: say('差额', 'Short by'), kind: 'money' as const, width: 11 }] : []),
    ...(judged ? [{ head: say('结论', 'Verdict'), kind: 'verdict' as const, width: lang === 'zh' ? 9 : 13 }] : []),
  ];
  const above = `${metric.label}${unit}${limit}`;
  const only = columns.length === 1;
  return {
    columns: columns.map((column) => (only ? { ...column, head: above, width: Math.max(column.width, 11) } : { ...column, above })),
    cellsOf: (cell) => [
      bounded(cell.value, cell.marks),
      ...(isCounted ? [cell.counts?.numerator, cell.counts?.denominator] : []),
      ...(isShort ? [cell.verdict?.met === 'no' ? cell.verdict.shortBy?.amount : undefined] : []),
      ...(judged ? [cell.verdict && MET_NAMES[cell.verdict.met][lang]] : []),
    ],
  };
}

/**
 * What must be said of a place beside its numbers: why there is none, what it could be, how much is not known. What holds for several metrics is said once.
 * Which columns are wanting stands in the details: there is no room for it here.
 */
function remarksOf(cells: ReportPlace['cells'], lang: Lang): string {
  const said = new Map<string, string[]>();
  for (const cell of cells) {
    const { metric, range, verdict } = cell;
    const wanting = lackingText(cell.lacking.map(wantingColumn), lang);
    const about = [
      ...cell.remarks.filter((remark) => !wanting.includes(remark)),
      ...(range === undefined ? [] : [range]),
      ...(verdict?.exactly === undefined ? [] : [verdict.exactly]),
    ].join({ zh: '，', en: ', ' }[lang]);
    if (about !== '') said.set(about, [...(said.get(about) ?? []), withoutBrackets(metric.label)]);
  }
  return [...said]
    .map(([about, labels]) => `${labels.join({ zh: '、', en: ', ' }[lang])}${{ zh: '：', en: ': ' }[lang]}${about}`)
    .join({ zh: '；', en: '; ' }[lang]);
}

const wantingColumn = ({ table, column, absent }: ReportCell['lacking'][number]): LackingColumn => ({
  column,
  absent,
  ...(table !== 'villages' && table !== 'tallies' && { table }),
});

/** A label as a reader knows it who has its whole above. */
const withoutBrackets = (label: string): string => label.replace(/(?:（[^（）]*）|\s*\([^()]*\))$/u, '');
