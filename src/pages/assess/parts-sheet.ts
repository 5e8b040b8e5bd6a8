import { metrics as allMetrics } from '../../measure/metrics/index.ts';
import type { Lang } from '../../vocabulary/text.ts';
import type { Sheet, SheetCriterion, SheetPart } from '../../report/assess/sheet.ts';
import { kindOfMetric, kindOfUnit } from '../sheets/cell-kind.ts';
import { columnLabel } from '../../report/column-text.ts';
import { namedColumns } from '../sheets/named-column.ts';
import { placeSheetColumns } from '../sheets/place-sheet-columns.ts';
import { REASON_NAMES } from '../../report/reasons.ts';
import { bounded } from '../../page/sheets.ts';
import type { CellKind, ReportSheet, SheetColumn, SheetRow } from '../../page/sheets.ts';
import { NOT_JUDGED } from '../sheets/sheet-words.ts';
import { MET_NAMES } from '../../report/verdict.ts';
import { remarksOf } from './page.ts';

/** How many columns are printed, besides the names: those that say most. */
const PRINTED = 9;

/** A row for each thing that a criterion asks for, with its arithmetic and all that is known of it. */
export function partsSheet(sheets: readonly Sheet[], title: string, lang: Lang): ReportSheet {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const named = placeSheetColumns(
    sheets.map(({ place }) => place),
    lang,
  );
  const verdict = lang === 'zh' ? 10 : 13;
  const column = namedColumns(lang);
  const columns: readonly SheetColumn[] = [
    ...named.columns,
    column('criterion', 'count', 5),
    { head: say('标准', 'Criterion'), kind: 'text', width: 20 },
    column('verdict', 'verdict', verdict),
    column('asked', 'text', 20),
    { head: say('计算', 'Arithmetic'), kind: 'text', width: 27 },
    column('asked_met', 'verdict', verdict),
    column('value', 'number', 12),
    column('short_by', 'count', 10),
    column('remarks', 'note', 32),
    column('numerator', 'count', 11),
    column('denominator', 'count', 11),
    column('missing', 'count', 9),
    column('low', 'number', 11),
    column('high', 'number', 11),
    { head: say('界限', 'Limit'), kind: 'text', width: 16 },
    column('reason', 'text', 18),
    column('left_out', 'text', 40),
    column('settled_by', 'text', 40),
    { head: say('现场核实', 'On site'), kind: 'text', width: 60 },
    ...named.others.columns,
    column('period', 'text', 9),
    column('as_of', 'text', 12),
  ];
  const rowsOf = (sheet: Sheet): readonly SheetRow[] => {
    const first = named.cellsOf(sheet.place);
    const last: SheetRow = [...named.others.cellsOf(sheet.place), sheet.period, sheet.date];
    const between = columns.length - first.length - last.length;
    const row = (cells: SheetRow): SheetRow => [
      ...first,
      ...cells,
      ...Array.from({ length: between - cells.length }, () => undefined),
      ...last,
    ];
    if (sheet.notJudged !== undefined)
      return [row([undefined, undefined, NOT_JUDGED[lang], undefined, undefined, undefined, undefined, undefined, sheet.notJudged])];
    return sheet.criteria.flatMap((criterion) => {
      const about: SheetRow = [criterion.number, criterion.label, criterion.metName];
      const parts = criterion.parts.map((part) => row([...about, ...partCells(criterion, part, lang)]));
      if (parts.length > 0) return parts;
      const blank = Array.from({ length: PRINTED - about.length - 1 }, () => undefined);
      return [row([...about, ...blank, remarksOf(criterion, lang).join('; ')])];
    });
  };
  return {
    name: say('明细', 'Details'),
    title: say(`${title}：明细`, `${title}: details`),
    about: [],
    blocks: [{ kind: 'table', columns, rows: sheets.flatMap(rowsOf) }],
    paper: 'landscape',
    names: named.columns.length,
    printed: named.columns.length + PRINTED,
  };
}

function partCells(criterion: SheetCriterion, part: SheetPart, lang: Lang): SheetRow {
  const metric = allMetrics.find(({ id }) => id === part.id);
  const kind: CellKind = metric ? kindOfMetric(metric) : 'number';
  const above = metric ? kindOfUnit(metric.numerator.unit) : 'count';
  const below = metric?.denominator ? kindOfUnit(metric.denominator.unit) : 'count';
  const { verdict } = part;
  const separator = { zh: '；', en: '; ' }[lang];
  return [
    metric ? metric.label[lang] : columnLabel('villages', part.id)[lang],
    part.arithmetic,
    MET_NAMES[part.met][lang],
    bounded(part.value, [], kind),
    bounded(verdict?.shortBy?.amount, [], above),
    remarksOf(criterion, lang).join(separator),
    bounded(part.numerator, [], above),
    bounded(part.denominator, [], below),
    part.missing,
    bounded(part.low, [], kind),
    bounded(part.high, [], kind),
    verdict?.limit,
    part.reason && REASON_NAMES[part.reason][lang],
    part.excluded.map(({ label, value }) => `${label} ${value}`).join(separator),
    part.settledBy.map((one) => columnLabel('villages', one)[lang]).join(separator),
    criterion.outside.join(separator),
  ];
}
