import { aboutSheet, definitionsOf } from '../sheets/about-sheet.ts';
import { kindOfUnit } from '../sheets/cell-kind.ts';
import { cellDetails } from '../sheets/cell-details.ts';
import { dataSheet } from '../sheets/data-workbook.ts';
import { countAsNumber } from '../../report/format-value.ts';
import { placeSheetColumns } from '../sheets/place-sheet-columns.ts';
import type { ExplainedPlace, Explanation, PartId } from '../../report/explain/explanation.ts';
import { PART_NAMES } from '../../report/explain/words.ts';
import { workbookOf } from '../sheets/sheet-words.ts';
import type { ReportSheet, ReportWorkbook, SheetColumn, SheetRow } from '../../page/sheets.ts';
import { explainData } from './data.ts';

/** A number and the rows behind it as a workbook: the number of each place, every row of the files, and how it is computed. */
export function explainSheets(explanation: Explanation): ReportWorkbook {
  const { metric, lang, period, inputs, notes } = explanation;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const title = `${metric.label[lang]} ${period}`;
  return workbookOf(lang, [
    numbersSheet(explanation, title),
    dataSheet(
      {
        name: say('各行', 'Rows'),
        title: say(`${title}：各行`, `${title}: the rows behind it`),
        data: explainData(explanation),
        printed: ['village', 'township', 'part', 'household_id', 'project_id', 'weight', 'reason', 'column', 'file', 'sheet', 'row'],
      },
      lang,
    ),
    aboutSheet({
      lang,
      title,
      inputs,
      notes: notes.map((note) => note[lang]),
      definitions: definitionsOf([metric.id], lang),
      hasVerdicts: false,
    }),
  ]);
}

/** The parts whose rows add up to something. */
const SUMMED: readonly PartId[] = ['numerator', 'denominator', 'left-out'];

/** How many columns are printed, besides the names. */
const PRINTED = 11;

function numbersSheet({ metric, places, lang, terms }: Explanation, title: string): ReportSheet {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const named = placeSheetColumns(
    places.map(({ place }) => place),
    lang,
  );
  const details = cellDetails(lang);
  const unitOf = (part: PartId) => (part === 'denominator' ? (metric.denominator?.unit ?? metric.numerator.unit) : metric.numerator.unit);
  const sums = SUMMED.map((part): SheetColumn => ({
    head: say(`${PART_NAMES[part].zh}：各行合计`, `${PART_NAMES[part].en}: sum of the rows`),
    kind: kindOfUnit(unitOf(part)),
    width: 14,
  }));
  const rowOf = ({ place, name, cell, parts, absentHouseholds, isTotal }: ExplainedPlace): SheetRow => [
    name,
    ...details.map(({ of }) => of(cell, lang)),
    ...SUMMED.map((id) => {
      const part = parts.find((one) => one.part === id);
      return part?.sum !== undefined && part.rows.length > 0 ? countAsNumber(part.sum, unitOf(id)) : undefined;
    }),
    absentHouseholds > 0n ? Number(absentHouseholds) : undefined,
    ...(isTotal ? [] : [...named.cellsOf(place), ...named.others.cellsOf(place)]),
  ];
  return {
    name: say('数值', 'Numbers'),
    title,
    about: terms.abroad ? [metric.formula[lang]] : [metric.formula[lang], metric.source[lang]],
    blocks: [
      {
        kind: 'table',
        columns: [
          { head: say('地区', 'Place'), kind: 'text', width: 18 },
          ...details.map(({ column }) => column),
          ...sums,
          { head: say('村表有、户表没有的户', 'Households without a row'), kind: 'count', width: 14 },
          ...named.columns,
          ...named.others.columns,
        ],
        rows: places.map(rowOf),
      },
    ],
    paper: 'landscape',
    names: 1,
    printed: 1 + PRINTED,
  };
}
