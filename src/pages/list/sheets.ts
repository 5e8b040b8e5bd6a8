import { PLACE_COLUMNS } from '../../vocabulary/place.ts';
import type { Lang, Text } from '../../vocabulary/text.ts';
import { aboutSheet } from '../sheets/about-sheet.ts';
import { dataColumn, placeDataColumns } from '../../page/data-columns.ts';
import type { DataColumnId } from '../../page/data-columns.ts';
import { countAsNumber } from '../../report/format-value.ts';
import { LEFT_OUT_NAMES } from '../../report/left-out-names.ts';
import { figureText } from '../../report/listing/figure-text.ts';
import { closingLines, ledgerOf } from '../../report/listing/listing.ts';
import type { Listing } from '../../report/listing/listing.ts';
import type { ListColumn } from '../../rows/list-kind.ts';
import type { ListedRow } from '../../rows/listed.ts';
import { placeSheetColumns } from '../sheets/place-sheet-columns.ts';
import { placeRecord } from '../../report/printed-place.ts';
import { unknownText } from '../../report/row-text.ts';
import type { CellKind, ReportSheet, ReportWorkbook, SheetColumn, SheetRow, SheetValue } from '../../page/sheets.ts';
import { workbookOf } from '../sheets/sheet-words.ts';

/** A list as a workbook that goes to a township: who is on it, of whom it is not known, and what it rests on. */
export function listSheets(listing: Listing): ReportWorkbook {
  const { kind, lang, rows, inputs, notes } = listing;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const [certain, uncertain] = [rows.filter(({ isCertain }) => isCertain), rows.filter(({ isCertain }) => !isCertain)];
  return workbookOf(lang, [
    rowsSheet(listing, certain, say('名单', 'List')),
    ...(uncertain.length > 0 ? [rowsSheet(listing, uncertain, say('不清楚', 'Not known'))] : []),
    ...(kind.listed.by === 'left-out' ? [ledgerSheet(listing)] : []),
    aboutSheet({
      lang,
      title: titleOf(listing),
      inputs,
      notes: [...notes, ...closingLines(listing)].map((note) => note[lang]),
      hasVerdicts: false,
    }),
  ]);
}

const titleOf = ({ kind, period, lang }: Listing): string =>
  ({ zh: `${kind.title.zh}，${period}`, en: `${kind.title.en}, ${period}` })[lang];

/** A column of the list, and what it shows of a row. */
interface Shown {
  readonly column: SheetColumn;
  readonly of: (row: ListedRow) => SheetValue;
}

/** The rows of a list with room to write beside them. What all rows have in common is said above. */
function rowsSheet(listing: Listing, rows: readonly ListedRow[], name: string): ReportSheet {
  const { kind, lang, asOf } = listing;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const records = rows.map((row) => placeRecord(row.place));
  const named = placeSheetColumns(records, lang);
  const isProjects = kind.from === 'projects';
  // A project stands at the place that holds all its villages: they have a column of their own.
  const places = isProjects ? named.columns.filter(({ head }) => head !== villageHead(lang)) : named.columns;
  const placeCells = ({ place }: ListedRow): SheetRow => {
    const cells = named.cellsOf(placeRecord(place));
    return isProjects ? cells.filter((_, at) => named.columns[at]!.head !== villageHead(lang)) : cells;
  };
  const columns = shownColumns(listing, rows);
  const said = saidOnce(listing, rows);
  const { region } = named;
  return {
    name,
    title: titleOf(listing),
    about: [
      [region, say(`截至 ${asOf}`, `as of ${asOf}`), say(`${rows.length} 条`, `${rows.length} rows`), ...said]
        .filter(Boolean)
        .join(say('，', ', ')),
    ],
    blocks: [
      {
        kind: 'table',
        columns: [...places, ...columns.map(({ column }) => column)],
        rows: rows.map((row): SheetRow => [...placeCells(row), ...columns.map(({ of }) => of(row))]),
      },
    ],
    paper: 'landscape',
    names: places.length + 1,
  };
}

const villageHead = (lang: Lang): string => placeDataColumns[PLACE_COLUMNS.indexOf('village')]!.label[lang];

/** Figures that are the same in every row are said once. */
const isSaidOnce = ({ id, saidOnce: mayBe }: ListColumn, rows: readonly ListedRow[], lang: Lang): boolean =>
  mayBe === true && rows.length > 0 && new Set(rows.map(({ figures }) => figureText(figures[id], lang))).size === 1;

const saidOnce = ({ kind, lang }: Listing, rows: readonly ListedRow[]): readonly string[] =>
  kind.columns
    .filter((column) => isSaidOnce(column, rows, lang))
    .map(({ id, label }) => `${label[lang]} ${figureText(rows[0]!.figures[id], lang)}`);

/** A column that is left out where no row has anything in it. */
const shown = (head: string, kind: CellKind, width: number, of: Shown['of']): Shown => ({
  column: { head, kind, width, isOptional: true },
  of,
});

function shownColumns(listing: Listing, rows: readonly ListedRow[]): readonly Shown[] {
  const { kind, lang, terms } = listing;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const label = (id: DataColumnId): string => dataColumn(id).label[lang];
  const comma = say('、', ', ');
  const projects: readonly Shown[] = [
    shown(villageHead(lang), 'text', 18, ({ villages, place }) => villages.join(comma) || place.village),
    shown(label('project_id'), 'code', 16, ({ id }) => id),
    shown(label('name'), 'text', 30, ({ name }) => name),
  ];
  const households: readonly Shown[] = [
    shown(label('household_id'), 'code', 20, ({ id }) => id),
    shown(label('head_name'), 'code', 10, ({ name }) => name),
    shown(label('persons'), 'count', 7, ({ persons }) => (persons === undefined ? undefined : Number(persons))),
  ];
  const figures = kind.columns
    .filter((one) => !isSaidOnce(one, rows, lang))
    .map((one): Shown => ({ column: figureColumn(one, terms.currency[lang], lang), of: (row) => figureValue(row.figures[one.id], lang) }));
  const metric = ({ leftOut }: ListedRow): SheetValue => leftOut && (leftOut.metric?.label ?? EVERY_RATE)[lang];
  const files = new Set(rows.map(({ file, sheet }) => `${file} ${sheet ?? ''}`));
  return [
    ...(kind.from === 'projects' ? projects : households),
    ...figures,
    shown(label('metric'), 'text', 22, metric),
    shown(label('reason'), 'text', 14, ({ leftOut }) => leftOut && LEFT_OUT_NAMES[leftOut.reason][lang]),
    shown(label('unknown'), 'text', 30, ({ unknown }) => unknown.map((one) => unknownText(kind.from, one)[lang]).join(comma)),
    shown(label('helper_name'), 'text', 14, ({ helpers }) => helpers.names.join(comma)),
    shown(label('helper_unit'), 'text', 20, ({ helpers }) => helpers.units.join(comma)),
    // Left empty for what is written by hand.
    { column: { head: say('备注', 'Notes'), kind: 'note', width: 20 }, of: () => undefined },
    ...(files.size > 1 ? [shown(label('file'), 'text', 20, ({ file, sheet }) => (sheet === undefined ? file : `${file} [${sheet}]`))] : []),
    shown(label('row'), 'count', 7, ({ row }) => row),
  ];
}

const EVERY_RATE: Text = { zh: '全部比率', en: 'every rate' };

const figureColumn = ({ label, holds }: ListColumn, currency: string, lang: Lang): SheetColumn => ({
  head: holds === 'money' ? { zh: `${label.zh}（${currency}）`, en: `${label.en} (${currency})` }[lang] : label[lang],
  kind: holds === 'money' ? 'money' : holds === 'number' ? 'count' : 'text',
  isOptional: true,
  width: holds === undefined ? 16 : 13,
});

function figureValue(figure: ListedRow['figures'][string], lang: Lang): SheetValue {
  if (figure === undefined) return undefined;
  if (figure.kind === 'money') return { value: countAsNumber(figure.amount, 'yuan'), bound: figure.atLeast ? 'at-least' : undefined };
  return figure.kind === 'number' ? Number(figure.value) : figureText(figure, lang);
}

/** The ledger in numbers: how many households each rate leaves out, and why. */
function ledgerSheet(listing: Listing): ReportSheet {
  const { lang, rows } = listing;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  return {
    name: say('汇总', 'Summary'),
    title: titleOf(listing),
    about: [],
    paper: 'portrait',
    blocks: [
      {
        kind: 'table',
        columns: [
          { head: dataColumn('metric').label[lang], kind: 'text', width: 34 },
          { head: dataColumn('reason').label[lang], kind: 'text', width: 20 },
          { head: dataColumn('households').label[lang], kind: 'count', width: 12 },
        ],
        rows: ledgerOf(rows).map(({ leftOut, households }): SheetRow => [
          (leftOut.metric?.label ?? EVERY_RATE)[lang],
          LEFT_OUT_NAMES[leftOut.reason][lang],
          households,
        ]),
      },
    ],
  };
}
