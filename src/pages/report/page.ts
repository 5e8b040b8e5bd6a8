import { levelHeading, placesOf } from '../../vocabulary/terms.ts';
import { Footnotes, footnoteText } from '../../page/footnotes.ts';
import { leadOf, legendOf } from '../../report/lead.ts';
import { plainTable } from '../../page/page.ts';
import type { Block, Cell, Column, Figure, FigureColumn, Line, OverviewRow } from '../../page/page.ts';
import { lineNames, regionOf } from '../../report/place-names.ts';
import type { Report, ReportCell, ReportMetric, ReportPlace } from '../../report/report.ts';
import { summaryOf } from '../../report/summary.ts';
import type { ReportSummary } from '../../report/summary.ts';
import { limitText } from '../../report/number-words.ts';
import { withThousands } from '../../report/thousands.ts';
import { MET_NAMES, MET_SIGNS, MET_TONES, documentNote } from '../../report/verdict.ts';
import type { ReportVerdict } from '../../report/verdict.ts';
import { figureOf } from '../../report/figure.ts';

const HEADINGS = {
  zh: { place: '地区', metric: '指标', value: '数值', division: '计算', remarks: '说明', kind: '分类', total: '合计' },
  en: { place: 'Place', metric: 'Metric', value: 'Value', division: 'Count', remarks: 'Remarks', kind: 'Kind', total: 'Total' },
} as const;

const UNIT_HEADING = { zh: '帮扶单位', en: "Helper's unit" } as const;
const WHERE = { zh: '所在地', en: 'Lies in' } as const;
/** What the tallies of a report stand under. */
const TALLY_HEADS = {
  zh: ['指标', '合计', '达标', '未达标', '不能判定', '标准'],
  en: ['Metric', 'Total', 'Met', 'Not met', 'Undetermined', 'Standard'],
} as const;
/** Which formats leave nothing out. */
const COMPLETE = { zh: '-f csv 或 -o 月报.xlsx 是全的', en: 'complete: -f csv, -o report.xlsx' } as const;
/** Of more places than this the metrics are counted one by one. */
const FEW = 4;
/** Of so many places, all metrics stand below each other before any is left out. */
const FEW_ENOUGH_FOR_ALL = 8;

/** The report for people: what it comes to, a line for each place, the total, and the reasons once. */
export function* reportPage(report: Report): Iterable<Block> {
  const { lang, places } = report;
  const summary = summaryOf(report);
  yield titleOf(report, summary);
  const notes = new Footnotes();
  const columns = report.metrics.map((metric, index) => columnOf(report, summary, index, metric, notes));
  if (places.length > FEW && summary.judged.length > 1) yield talliesOf(report, summary);
  const isWhole = report.by === 'all' || isTheWhole(report);
  yield { ...overviewOf(report, columns, notes, isWhole), isApart: true };
  const shown = isWhole ? places : [...places, report.total];
  const kinds = report.metrics.map((): (readonly Cell[])[] => []);
  for (const place of shown) for (const [index, cell] of place.cells.entries()) kinds[index]!.push(...kindRows(place, cell));
  for (const [index, metric] of report.metrics.entries()) yield* kindsTable(report, kinds[index]!, metric);
  const legend = legendOf({ ...countsOf(report), hasUnknown: shown.some(({ cells }) => cells.some(isWithUnknown)) }, lang);
  if (legend.length > 0) yield { kind: 'paragraph', text: legend, isApart: true };
  const starred = report.footnotes.filter((text) => text.startsWith('* ')).map((text) => text.slice(2));
  if (notes.all.length + starred.length > 0) yield { kind: 'notes', notes: notes.all, starred, isApart: legend.length === 0 };
}

/** 示例县 2020（截至 2020-12-31），120 村：3 项都达标 54，… */
function titleOf(report: Report, summary: ReportSummary): Block {
  const { lang, period, asOf, by, places, terms } = report;
  const region = regionOf(places);
  const when = { zh: `${period}（截至 ${asOf}）`, en: `${period} (as of ${asOf})` }[lang];
  const units = { zh: `${places.length} 个帮扶单位`, en: `${places.length} helping units` }[lang];
  // Where no place is shown for itself, how many there are is said of all together.
  const count = by === 'all' || places.length === 0 ? [] : [by === 'helper-unit' ? units : placesOf(by, places.length, terms, lang)];
  const separator = { zh: '，', en: ', ' }[lang];
  const lead = leadOf(summary, lang);
  const counted = [[region, when].filter(Boolean).join(' '), ...count].join(separator);
  return {
    kind: 'title',
    level: 1,
    tone: 'strong',
    text: lead === '' ? counted : `${counted}${{ zh: '：', en: ': ' }[lang]}${lead}`,
  };
}

const talliesOf = ({ lang, total, metrics }: Report, { judged }: ReportSummary): Block => ({
  kind: 'tallies',
  heads: TALLY_HEADS[lang],
  tallies: judged.map(({ metric, counts: { met, notMet, undetermined }, limit }) => ({
    label: metric.short,
    total: figureOf(total.cells[metrics.indexOf(metric)]!).value,
    met,
    notMet,
    undetermined,
    limit: limit === undefined ? '' : limitText(limit, { starred: true }),
  })),
});

const verdictsOf = ({ places }: Report, index: number): readonly ReportVerdict[] =>
  places.flatMap(({ cells }) => cells[index]!.verdict ?? []);

/** A metric as a column, its standard below its name where one judges all places. */
function columnOf(report: Report, { judged }: ReportSummary, index: number, metric: ReportMetric, notes: Footnotes): FigureColumn {
  const { lang } = report;
  const limit = judged.find((one) => one.metric === metric)?.limit;
  if (limit !== undefined) {
    const documents = new Set(verdictsOf(report, index).map((verdict) => documentNote(verdict, lang)));
    const footnote = notes.of([...documents].join({ zh: '；', en: '; ' }[lang]));
    return { head: metric.short, limit: { text: limitText(limit, { starred: true }), footnote } };
  }
  const unit = metric.unit === 'share' ? '' : { zh: `（${metric.unitName}）`, en: ` (${metric.unitName})` }[lang];
  return { head: `${metric.short}${unit}` };
}

function overviewOf(report: Report, columns: readonly FigureColumn[], notes: Footnotes, isWhole: boolean): Block {
  const { lang, by, places, terms } = report;
  const names = lineNames(places, by);
  const hasWhere = names.some(({ where }) => where !== undefined);
  const row = (place: ReportPlace, name: string, where: string | undefined): OverviewRow => ({
    name,
    where,
    figures: place.cells.map((cell, index) => figureWith(cell, columns[index]!, notes, report)),
  });
  const rows = places.map((place, at) => row(place, names[at]!.name, names[at]!.where));
  const total = isWhole ? undefined : row(report.total, totalOf(report).name, undefined);
  const all = [...rows, ...(total ? [total] : [])];
  return {
    kind: 'overview',
    name: by === 'helper-unit' ? UNIT_HEADING[lang] : by === 'all' ? HEADINGS[lang].place : levelHeading(by, terms, lang),
    where: hasWhere ? whereOf(report) : undefined,
    columns,
    rows,
    total,
    complete: COMPLETE[lang],
    otherwise:
      places.length > FEW_ENOUGH_FOR_ALL
        ? undefined
        : all.flatMap((one, at) => placeBlocks(report, one.name, places[at] ?? report.total, one.figures, at === 0)),
  };
}

/** The larger places are townships where nothing else tells villages apart. */
function whereOf({ by, places, terms, lang }: Report): string {
  const differ = (part: 'county' | 'city' | 'province'): boolean => new Set(places.map(({ place }) => place[part])).size > 1;
  return by === 'village' && !differ('county') && !differ('city') && !differ('province')
    ? levelHeading('township', terms, lang)
    : WHERE[lang];
}

/** A cell in one line; its reasons as the numbers of notes. Of many places, what each could be stands in other formats. */
function figureWith(cell: ReportCell, { limit }: FigureColumn, notes: Footnotes, { lang, places, total }: Report): Figure {
  const { verdict, range, value } = cell;
  const figure = figureOf(cell);
  const own =
    verdict && !limit
      ? [`${limitText(verdict.limit, { starred: true })}${{ zh: '，', en: ', ' }[lang]}${documentNote(verdict, lang)}`]
      : [];
  const isSaid = figure.value.startsWith('≥') || figure.value.startsWith('≤');
  const between = range !== undefined && value !== null && !isSaid && places.length <= FEW ? [range] : [];
  // What is blank in some of its places says nothing more of all together.
  const why = total.cells.includes(cell) && places.length > FEW ? cell.notes.filter((note) => note !== cell.reasons) : cell.notes;
  const footnotes = notes.ofAll([...own, ...openSide(cell, lang), ...between, ...why]);
  return { ...figure, ...(verdict && { sign: MET_SIGNS[verdict.met] }), footnotes };
}

/** Which side of what it could be nobody knows, where there is no number. */
function openSide({ value, low, high, range }: ReportCell, lang: Report['lang']): readonly string[] {
  if (value !== null || range === undefined || (low !== null && high !== null)) return [];
  return [low === null ? { zh: '下限不定', en: 'low end open' }[lang] : { zh: '上限不定', en: 'high end open' }[lang]];
}

const isWithUnknown = (cell: ReportCell): boolean => figureOf(cell).unknown !== undefined;

/** Which signs a page shows. */
function countsOf({ places }: Report) {
  const cells = places.flatMap((place) => place.cells);
  const count = (met: ReportVerdict['met']): number => cells.filter(({ verdict }) => verdict?.met === met).length;
  const judged = cells.filter(({ verdict }) => verdict).length;
  const notJudged = judged > 0 ? places.filter((place) => place.cells.every(({ verdict }) => !verdict)).length : 0;
  return { met: count('yes'), notMet: count('no'), undetermined: count('undetermined'), notAssessable: count('not-assessable'), notJudged };
}

/** No column of a place's own table is narrower. */
const LEAST = 12;

/** A row per metric, for one place. */
function placeBlocks(report: Report, name: string, { cells }: ReportPlace, figures: readonly Figure[], isFirst: boolean): readonly Block[] {
  const { lang } = report;
  const words = HEADINGS[lang];
  const rows = cells.map((cell, index): readonly Cell[] => {
    const { value, counts = '', unknown = '', footnotes } = figures[index]!;
    return [
      cell.metric.label,
      cell.metric.unit === 'share' || cell.value === null ? value : `${value} ${cell.metric.unitName}`,
      [{ text: counts + unknown, tone: 'quiet' }],
      [remarkLine(cell, footnoteText(footnotes), lang)],
    ];
  });
  const columns: readonly Column[] = [
    { head: words.metric, align: 'left', room: { as: 'text', least: LEAST } },
    { head: words.value, align: 'right', room: { as: 'whole' } },
    { head: words.division, align: 'right', room: { as: 'whole' } },
    { head: words.remarks, align: 'left', room: { as: 'text' } },
  ];
  return [{ kind: 'title', level: 2, tone: 'strong', text: name, isApart: !isFirst }, plainTable(columns, rows)];
}

/** The verdict in words, what a number could be, and the numbers of its notes. */
function remarkLine({ verdict, range, value }: ReportCell, footnotes: string, lang: Report['lang']): Line {
  const separator = { zh: '，', en: ', ' }[lang];
  const judged = verdict && [
    `${MET_NAMES[verdict.met][lang]} ${limitText(verdict.limit, { starred: true })}`,
    verdict.exactly,
    verdict.advice && withThousands(verdict.advice),
  ];
  const said = [...(judged ?? []), value === null || footnotes !== '' ? undefined : range]
    .filter((text) => text !== undefined)
    .join(separator);
  return { text: [said, footnotes].filter(Boolean).join(' '), tone: verdict && MET_TONES[verdict.met] };
}

/** The kinds of a number that is broken down. */
const kindRows = ({ name }: ReportPlace, { breakdown = [] }: ReportCell): readonly (readonly Cell[])[] =>
  breakdown.map((kind, at) => [at === 0 ? name : '', kind.label, `${withThousands(kind.text)} ${kind.unitName}`]);

/** The kinds of a number, place by place, under the name of the metric. */
function kindsTable(report: Report, rows: readonly (readonly Cell[])[], { label }: ReportMetric): readonly Block[] {
  const words = HEADINGS[report.lang];
  if (rows.length === 0) return [];
  const columns: readonly Column[] = [
    { head: words.place, align: 'left', room: { as: 'whole' } },
    { head: words.kind, align: 'left', room: { as: 'text', least: LEAST } },
    { head: words.value, align: 'right', room: { as: 'whole' } },
  ];
  return [{ kind: 'title', level: 2, tone: 'strong', text: label, isApart: true }, plainTable(columns, rows)];
}

/** Whether the only place says all that the total would: not where projects of a larger place are in it too. */
const isTheWhole = ({ places, total }: Report): boolean =>
  places.length === 1 && total.cells.every(({ text }, index) => text === places[0]!.cells[index]!.text);

function totalOf({ total, lang, terms }: Report): ReportPlace {
  const { inFile } = total.villages;
  if (inFile === 0) return total;
  return {
    ...total,
    name: `${total.name} ${placesOf('village', inFile, terms, lang)}`,
  };
}
