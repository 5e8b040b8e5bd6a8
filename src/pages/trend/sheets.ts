import { aboutSheet, definitionsOf } from '../sheets/about-sheet.ts';
import { cellDetails } from '../sheets/cell-details.ts';
import { kindOfMetric } from '../sheets/cell-kind.ts';
import { dataColumn } from '../../page/data-columns.ts';
import { namedColumns } from '../sheets/named-column.ts';
import { placeSheetColumns } from '../sheets/place-sheet-columns.ts';
import type { PlaceSheetColumns } from '../sheets/place-sheet-columns.ts';
import { REASON_NAMES } from '../../report/reasons.ts';
import type { ReportMetric } from '../../report/report.ts';
import { bounded } from '../../page/sheets.ts';
import type { CellKind, OwnValue, ReportSheet, ReportWorkbook, SheetColumn, SheetRow, SheetValue } from '../../page/sheets.ts';
import { workbookOf } from '../sheets/sheet-words.ts';
import { KIND_NAMES, TREND_MARK_NAMES } from '../../report/trend/words.ts';
import type { ReportDifference, ReportPoint, ReportSeries, TrendReport, TrendReportPlace } from '../../report/trend/trend-report.ts';
import { householdSheets } from './household-sheets.ts';

/** A trend as a workbook: the periods beside each other, every number in full, and what became of the households. */
export function trendSheets(report: TrendReport): ReportWorkbook {
  const { lang, inputs, notes, findings } = report;
  const places = placesOf(report);
  const title = titleOf(report, places);
  const metrics = [...new Set(report.total.series.map(({ metric }) => metric.id))];
  return workbookOf(lang, [
    changesSheet(report, places, title),
    pointsSheet(report, places, title),
    ...householdSheets(report.households, lang),
    aboutSheet({
      lang,
      title,
      inputs,
      notes,
      findings,
      definitions: definitionsOf(metrics, lang),
      hasVerdicts: false,
    }),
  ]);
}

/** The sheet of the periods alone, beside other results. */
export function periodsSheet(report: TrendReport): ReportSheet {
  const places = placesOf(report);
  return changesSheet(report, places, titleOf(report, places));
}

const placesOf = ({ places, lang }: TrendReport): PlaceSheetColumns =>
  placeSheetColumns(
    places.map(({ place }) => place),
    lang,
  );

function titleOf({ periods, lang }: TrendReport, { region }: PlaceSheetColumns): string {
  const span = periods.length > 1 ? `${periods[0]}—${periods.at(-1)}` : (periods[0] ?? '');
  return { zh: `${region}${region ? ' ' : ''}${span} 变化`, en: `Trend: ${region}${region ? ', ' : ''}${span}` }[lang];
}

/** Places without a name of their own (all of them as one) are called as the report calls them. */
const namesOf = (places: PlaceSheetColumns, { by, lang }: TrendReport): readonly SheetColumn[] =>
  by === 'all' || places.columns.length === 0 ? [{ head: { zh: '地区', en: 'Place' }[lang], kind: 'text', width: 14 }] : places.columns;

const nameCells = (
  places: PlaceSheetColumns,
  names: readonly SheetColumn[],
  { place, name }: TrendReportPlace,
  isTotal: boolean,
): SheetRow =>
  names.map((_, at) => {
    const own = isTotal || places.columns.length === 0 ? undefined : places.cellsOf(place)[at];
    return own ?? (at === 0 ? name : undefined);
  });

/** How a change of a metric is shown. */
function changeKind({ unit }: Pick<ReportMetric, 'unit'>): CellKind {
  if (unit === 'share') return 'points';
  return unit === 'yuan' ? 'money-change' : 'count-change';
}

/** A difference of shares is shown in percentage points. */
const HUNDRED = 100;

function changeValue(difference: ReportDifference | undefined, metric: ReportMetric): OwnValue | undefined {
  if (!difference) return undefined;
  const { value, text } = difference;
  const bound = text.startsWith('≥') ? 'at-least' : text.startsWith('≤') ? 'at-most' : undefined;
  return { value: metric.unit === 'share' ? value * HUNDRED : value, kind: changeKind(metric), bound };
}

/** A row per place and metric: its periods beside each other, then how the last differs from the one before. */
function changesSheet(report: TrendReport, places: PlaceSheetColumns, title: string): ReportSheet {
  const { lang, by, periods } = report;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const names = namesOf(places, report);
  const both = new Set(report.total.series.map(({ kind }) => kind)).size > 1;
  const rowsOf = (place: TrendReportPlace, isTotal: boolean): readonly SheetRow[] =>
    place.series.map((series) => [...nameCells(places, names, place, isTotal), ...seriesCells(series, report, both)]);
  return {
    name: say('变化', 'Trend'),
    title,
    about: [
      say(
        '比上期：最后一期减它的上一期，比率的差以百分点计（1 点 = 0.01）。',
        'Change: the last period less the one before; of rates in percentage points (1 pp = 0.01).',
      ),
    ],
    blocks: [
      {
        kind: 'table',
        columns: [
          ...names,
          { head: dataColumn('metric').label[lang], kind: 'text', width: 34 },
          ...periods.map((period): SheetColumn => ({ head: period, kind: 'number', width: 11 })),
          { head: say('比上期', 'Change'), kind: 'number', width: 12 },
          { head: say('增长率', 'Growth'), kind: 'growth', width: 11 },
          { head: dataColumn('remarks').label[lang], kind: 'note', width: 60 },
        ],
        rows: report.places.flatMap((place) => rowsOf(place, false)),
        ...(by !== 'all' && { totals: rowsOf(report.total, true) }),
      },
    ],
    paper: 'landscape',
    names: names.length,
  };
}

function seriesCells({ metric, kind, points }: ReportSeries, { periods, lang }: TrendReport, both: boolean): SheetRow {
  const unit = metric.unit === 'share' ? '' : { zh: `（${metric.unitName}）`, en: ` (${metric.unitName})` }[lang];
  const length = both ? { zh: `，${KIND_NAMES[kind].zh}`, en: `, ${KIND_NAMES[kind].en}` }[lang] : '';
  const last = points.at(-1);
  const said = points.flatMap(({ period, cell, remarks, change }) => {
    const about = [
      ...(cell?.range === undefined ? [] : [cell.range]),
      ...(change?.range === undefined ? [] : [{ zh: `变化 ${change.range}`, en: `change ${change.range}` }[lang]]),
      ...remarks,
    ];
    return about.length === 0 ? [] : [`${period} ${about.join({ zh: '，', en: ', ' }[lang])}`];
  });
  return [
    `${metric.label}${unit}${length}`,
    ...periods.map((period): SheetValue => {
      const cell = points.find((point) => point.period === period)?.cell;
      return cell && bounded(cell.value, cell.marks, kindOfMetric(metric));
    }),
    changeValue(last?.change, metric),
    last?.growth?.value,
    said.join({ zh: '；', en: '; ' }[lang]),
  ];
}

/** How many columns of the long form are printed, besides the names. */
const PRINTED = 9;

/** A row per place, metric and period, with all that is known of each. */
function pointsSheet(report: TrendReport, places: PlaceSheetColumns, title: string): ReportSheet {
  const { lang, by } = report;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const names = namesOf(places, report);
  const details = cellDetails(lang);
  const column = namedColumns(lang);
  const columns: readonly SheetColumn[] = [
    ...names,
    column('period', 'text', 9),
    column('metric', 'text', 24),
    column('value', 'number', 12),
    column('change', 'number', 12),
    column('growth', 'growth', 11),
    column('marks', 'text', 22),
    { head: say('变化的下限', 'Change: low'), kind: 'number', width: 12 },
    { head: say('变化的上限', 'Change: high'), kind: 'number', width: 12 },
    { head: say('为什么没有增长率', 'Why no growth'), kind: 'text', width: 18 },
    { head: say('增长率的下限', 'Growth: low'), kind: 'growth', width: 12 },
    { head: say('增长率的上限', 'Growth: high'), kind: 'growth', width: 12 },
    column('compared', 'text', 40),
    column('compared_from', 'number', 12),
    column('compared_to', 'number', 12),
    ...details.slice(VALUE_ENDS).map((detail) => detail.column),
    ...places.others.columns,
  ];
  const rowsOf = (place: TrendReportPlace, isTotal: boolean): readonly SheetRow[] =>
    place.series.flatMap(({ metric, points }) =>
      points.map((point) => [
        ...nameCells(places, names, place, isTotal),
        ...pointCells(metric, point, report),
        ...details.slice(VALUE_ENDS).map(({ of }) => (point.cell ? of(point.cell, lang) : undefined)),
        ...places.others.cellsOf(place.place),
      ]),
    );
  return {
    name: say('明细', 'Details'),
    title: say(`${title}：明细`, `${title}: details`),
    about: [],
    blocks: [
      {
        kind: 'table',
        columns,
        rows: [...report.places.flatMap((place) => rowsOf(place, false)), ...(by === 'all' ? [] : rowsOf(report.total, true))],
      },
    ],
    paper: 'landscape',
    names: names.length,
    printed: names.length + PRINTED,
  };
}

/** Of the details of a cell, the metric, the value stand further left. */
const VALUE_ENDS = 2;

function pointCells(
  metric: ReportMetric,
  { period, cell, change, growth, growthReason, marks, compared }: ReportPoint,
  { lang }: TrendReport,
): SheetRow {
  const kind = kindOfMetric(metric);
  const exactly = (value: number | null | undefined): SheetValue =>
    bounded(value === null || value === undefined || metric.unit !== 'share' ? value : value * HUNDRED, [], changeKind(metric));
  const separator = { zh: '、', en: ', ' }[lang];
  return [
    period,
    metric.label,
    cell ? bounded(cell.value, cell.marks, kind) : { value: REASON_NAMES['no-data'][lang], kind: 'text' },
    changeValue(change, metric),
    growth?.value,
    marks.map((mark) => TREND_MARK_NAMES[mark][lang]).join(separator),
    exactly(change?.low),
    exactly(change?.high),
    growthReason && REASON_NAMES[growthReason][lang],
    growth?.low ?? undefined,
    growth?.high ?? undefined,
    compared?.villages.map(({ village, village_code }) => village ?? village_code ?? '').join(separator),
    bounded(compared?.before.value, [], kind),
    bounded(compared?.now.value, [], kind),
  ];
}
