import { plainTable } from '../../page/page.ts';
import type { Block, Column, RowGroup } from '../../page/page.ts';
import { LEFT_OUT_NAMES } from '../../report/left-out-names.ts';
import { unknownText } from '../../report/row-text.ts';
import { withThousands } from '../../report/thousands.ts';
import { placeKey, placeName, sharedParts, withoutParts } from '../../vocabulary/place.ts';
import type { PlacePart } from '../../vocabulary/place.ts';
import type { Lang, Text } from '../../vocabulary/text.ts';
import type { ListedRow } from '../../rows/listed.ts';
import type { Figure, ListColumn, ListKind } from '../../rows/list-kind.ts';
import { figureText } from '../../report/listing/figure-text.ts';
import { groupsOfList } from '../../report/listing/groups.ts';
import { closingLines, countText, ledgerOf } from '../../report/listing/listing.ts';
import type { Listing } from '../../report/listing/listing.ts';

const WORDS = {
  place: { zh: '地区', en: 'Place' },
  household: { zh: '户编号', en: 'Household' },
  project: { zh: '编号', en: 'Project' },
  head: { zh: '户主', en: 'Head' },
  name: { zh: '项目', en: 'Name' },
  persons: { zh: '人口', en: 'Persons' },
  metric: { zh: '指标', en: 'Metric' },
  reason: { zh: '原因', en: 'Reason' },
  everything: { zh: '全部比率', en: 'every rate' },
  unknown: { zh: '不清楚', en: 'Not known' },
  helper: { zh: '帮扶人', en: 'Helper' },
  helperUnit: { zh: '帮扶单位', en: "Helper's unit" },
  households: { zh: '户数', en: 'Households' },
  uncertain: { zh: '不清楚的', en: 'Not known' },
} as const satisfies Readonly<Record<string, Text>>;

/** A column with its cells, before columns without any are left out. */
interface Filled {
  readonly column: Column;
  readonly cells: readonly string[];
}

/** A list for people: what it is and how many there are, a row per household or project under its village, those that may belong to it. */
export function* listPage(listing: Listing): Iterable<Block> {
  const { kind, rows, lang } = listing;
  const said = saidOnceIn(listing);
  yield { kind: 'title', level: 1, tone: 'strong', text: titleOf(listing, said) };
  const [certain, uncertain] = [rows.filter(({ isCertain }) => isCertain), rows.filter(({ isCertain }) => !isCertain)];
  const columns = kind.columns.filter(({ id }) => !said.some((one) => one.id === id));
  const isLedger = kind.listed.by === 'left-out';
  if (isLedger && rows.length > 0) yield { ...tableOf(summaryOf(rows, lang)), isApart: true };
  const groups = groupsOfList(listing);
  if (certain.length > 0 && groups.length === 0)
    yield groupedTable(certain, isLedger ? ledgerColumns : listColumns(kind, columns), listing);
  const ungrouped = columns.filter(({ id }) => id !== kind.groupedBy);
  for (const { label, rows: own } of groups) {
    yield { kind: 'title', level: 2, tone: 'strong', text: label[lang], isApart: true };
    yield groupedTable(own, listColumns(kind, ungrouped), listing);
  }
  if (uncertain.length > 0) {
    yield { kind: 'title', level: 2, tone: 'strong', text: WORDS.uncertain[lang], isApart: true };
    yield groupedTable(uncertain, listColumns(kind, 'unknown'), listing);
  }
  // How many there are stands in the title.
  for (const [at, line] of closingLines(listing)
    .slice(listing.listed === 0 ? 0 : 1)
    .entries())
    yield { kind: 'paragraph', text: line[lang], isApart: at === 0 };
}

/** 没有产业的贫困户（不含豁免户），2020（截至 2020-12-31）：196 户。缺什么：产业 */
function titleOf(listing: Listing, said: ReturnType<typeof saidOnceIn>): string {
  const { kind, lang, period, asOf } = listing;
  const colon = { zh: '：', en: ': ' }[lang];
  const what = { zh: `${kind.title.zh}，${period}（截至 ${asOf}）`, en: `${kind.title.en}, ${period} (as of ${asOf})` }[lang];
  const once = said.map(({ label, text }) => `${label[lang]}${colon}${text}`);
  return `${what}${colon}${[countText(listing)[lang], ...once].join({ zh: '；', en: '; ' }[lang])}`;
}

const tableOf = (filled: readonly Filled[]): Block =>
  plainTable(
    filled.map(({ column }) => column),
    filled[0]!.cells.map((_, row) => filled.map(({ cells }) => cells[row]!)),
  );

/** Makes the columns of some rows; `isGrouped`: the place stands over them. */
type ColumnsOf = (rows: readonly ListedRow[], lang: Lang, isGrouped: boolean) => readonly Filled[];

/** Which formats leave nothing out. */
const COMPLETE = { zh: '-f csv 或 -o 名单.xlsx 是全的', en: 'complete: -f csv, -o list.xlsx' } as const;

/** Households stand under the name of their village, with how many they are; projects, of which a village has few, name theirs in the row. */
function groupedTable(rows: readonly ListedRow[], columnsOf: ColumnsOf, { kind, lang }: Listing): Block {
  const isGrouped = kind.from === 'households';
  const filled = columnsOf(rows, lang, isGrouped);
  const cells = rows.map((_, at) => filled.map((column) => column.cells[at]!));
  const groups = isGrouped ? villageGroups(rows, cells, lang) : [{ rows: cells }];
  return { kind: 'table', columns: filled.map(({ column }) => column), groups, complete: COMPLETE[lang], isApart: true };
}

/** 大桥村（青山镇）  26 户 */
function villageGroups(rows: readonly ListedRow[], cells: readonly (readonly string[])[], lang: Lang): readonly RowGroup[] {
  const shared = sharedParts(rows.map(({ place }) => place));
  const groups = new Map<string, { readonly row: ListedRow; readonly cells: (readonly string[])[]; readonly ids: Set<string> }>();
  for (const [at, row] of rows.entries()) {
    const key = placeKey(row.place);
    const group = groups.get(key) ?? { row, cells: [], ids: new Set<string>() };
    groups.set(key, group);
    group.cells.push(cells[at]!);
    group.ids.add(row.id);
  }
  return [...groups.values()].map(({ row: { place }, cells: own, ids }) => {
    const { village, ...larger } = place;
    const where = placeName(withoutParts(larger, shared));
    const name = village ?? placeName(place);
    const inBrackets = village === undefined || where === '' ? '' : { zh: `（${where}）`, en: ` (${where})` }[lang];
    const count = { zh: `${ids.size} 户`, en: `${ids.size} ${ids.size === 1 ? 'household' : 'households'}` }[lang];
    return { heading: `${name}${inBrackets}  ${count}`, rows: own };
  });
}

/** Figures that are the same in every row: those of a place, and, of several rows, words. */
function saidOnceIn({ kind, rows, lang }: Listing): readonly { readonly id: string; readonly label: Text; readonly text: string }[] {
  return kind.columns.flatMap(({ id, label, saidOnce }) => {
    const texts = [...new Set(rows.map(({ figures }) => shownFigure(figures[id], lang)))];
    const isOfWords = rows.length > 1 && rows.every(({ isCertain, figures }) => isCertain && figures[id]?.kind === 'words');
    return (saidOnce === true || isOfWords) && texts.length === 1 && texts[0] !== '' ? [{ id, label, text: texts[0]! }] : [];
  });
}

const text = (head: string, cells: readonly string[], goes?: number): Filled => ({
  column: { head, align: 'left', room: { as: 'words' }, ...(goes !== undefined && { goes }) },
  cells,
});
const firm = (head: string, cells: readonly string[], align: Column['align'] = 'left'): Filled => ({
  column: { head, align, room: { as: 'whole', heading: 'words' } },
  cells,
});

/** Which household or project a row is about. */
function subjectColumns(from: ListKind['from'], rows: readonly ListedRow[], lang: Lang, isGrouped: boolean): readonly Filled[] {
  const shared = sharedParts(rows.map(({ place }) => place));
  const [id, name] = from === 'projects' ? [WORDS.project, WORDS.name] : [WORDS.household, WORDS.head];
  const names = rows.map((row) => row.name ?? '');
  const places = text(
    WORDS.place[lang],
    rows.map((row) => nameOf(row, shared)),
  );
  return [
    ...(isGrouped ? [] : [places]),
    firm(
      id[lang],
      rows.map((row) => row.id),
    ),
    from === 'projects' ? text(name[lang], names) : firm(name[lang], names),
  ];
}

/** A figure as a page shows it: an amount with its thousands set apart. */
function shownFigure(figure: Figure | undefined, lang: Lang): string {
  const text = figureText(figure, lang);
  return figure?.kind === 'money' || figure?.kind === 'number' ? withThousands(text) : text;
}

/** The columns of a list; of rows that may belong to it, in place of its figures what is not known. Where there is no room, the helpers go. */
const listColumns =
  ({ from }: ListKind, shown: readonly ListColumn[] | 'unknown'): ColumnsOf =>
  (rows, lang, isGrouped) => {
    const figures =
      shown === 'unknown'
        ? [
            text(
              WORDS.unknown[lang],
              rows.map((row) => unknownTexts(from, row, lang)),
            ),
          ]
        : shown.map(({ id, label }): Filled => {
            const isNumber = rows.some((row) => row.figures[id] !== undefined && row.figures[id].kind !== 'words');
            const cells = rows.map((row) => shownFigure(row.figures[id], lang));
            return isNumber ? firm(label[lang], cells, 'right') : text(label[lang], cells);
          });
    const columns = [
      ...subjectColumns(from, rows, lang, isGrouped),
      firm(
        WORDS.persons[lang],
        rows.map(({ persons }) => persons?.toString() ?? ''),
        'right',
      ),
      ...figures,
      text(
        WORDS.helper[lang],
        rows.map(({ helpers }) => helpers.names.join('、')),
        1,
      ),
      text(
        WORDS.helperUnit[lang],
        rows.map(({ helpers }) => helpers.units.join('、')),
        0,
      ),
    ];
    return columns.filter(({ cells }) => cells.some((cell) => cell !== ''));
  };

/** The columns of the ledger: which rate, and why it does not count the household. */
const ledgerColumns: ColumnsOf = (rows, lang, isGrouped) => {
  const reason = (row: ListedRow): string =>
    [row.leftOut ? LEFT_OUT_NAMES[row.leftOut.reason][lang] : '', unknownTexts('households', row, lang)]
      .filter(Boolean)
      .join({ zh: '，', en: ': ' }[lang]);
  return [
    ...subjectColumns('households', rows, lang, isGrouped),
    text(
      WORDS.metric[lang],
      rows.map(({ leftOut }) => (leftOut?.metric?.label ?? WORDS.everything)[lang]),
    ),
    text(WORDS.reason[lang], rows.map(reason)),
  ].filter(({ cells }) => cells.some((cell) => cell !== ''));
};

const unknownTexts = (from: ListKind['from'], { unknown }: ListedRow, lang: Lang): string =>
  unknown.map((one) => unknownText(from, one)[lang]).join({ zh: '、', en: ', ' }[lang]);

function summaryOf(rows: readonly ListedRow[], lang: Lang): readonly Filled[] {
  const counted = ledgerOf(rows);
  return [
    text(
      WORDS.metric[lang],
      counted.map(({ leftOut }) => (leftOut.metric?.label ?? WORDS.everything)[lang]),
    ),
    text(
      WORDS.reason[lang],
      counted.map(({ leftOut }) => LEFT_OUT_NAMES[leftOut.reason][lang]),
    ),
    firm(
      WORDS.households[lang],
      counted.map(({ households }) => String(households)),
      'right',
    ),
  ];
}

function nameOf({ place, villages }: ListedRow, shared: ReadonlySet<PlacePart>): string {
  const village = villages.length > 0 ? villages.join('、') : place.village;
  return placeName(withoutParts({ ...place, village }, shared)) || placeName(place);
}
