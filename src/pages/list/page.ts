import { plainTable } from '../../page/page.ts';
import type { Block, Column } from '../../page/page.ts';
import { LEFT_OUT_NAMES } from '../../report/left-out-names.ts';
import { unknownText } from '../../report/row-text.ts';
import { placeName, sharedParts, withoutParts } from '../../vocabulary/place.ts';
import type { PlacePart } from '../../vocabulary/place.ts';
import type { Lang, Text } from '../../vocabulary/text.ts';
import type { ListedRow } from '../../rows/listed.ts';
import type { ListColumn, ListKind } from '../../rows/list-kind.ts';
import { figureText } from '../../report/listing/figure-text.ts';
import { groupsOfList } from '../../report/listing/groups.ts';
import { closingLines, ledgerOf } from '../../report/listing/listing.ts';
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
  helper: { zh: '帮扶', en: 'Helper' },
  households: { zh: '户数', en: 'Households' },
  uncertain: { zh: '不清楚的', en: 'Not known' },
  asOf: { zh: '截至', en: 'as of' },
} as const satisfies Readonly<Record<string, Text>>;

/** A column with its cells, before columns without any are left out. */
interface Filled {
  readonly column: Column;
  readonly cells: readonly string[];
}

/** A list for people: what it is, a row per household or project, those that may belong to it, and how many they are. */
export function* listPage(listing: Listing): Iterable<Block> {
  const { kind, rows, lang, period, asOf } = listing;
  const said = saidOnceIn(listing);
  const once = said.map(({ label, text }) => `  ${label[lang]} ${text}`).join('');
  yield { kind: 'title', level: 1, tone: 'strong', text: `${kind.title[lang]}  ${period} (${WORDS.asOf[lang]} ${asOf})${once}` };
  const [certain, uncertain] = [rows.filter(({ isCertain }) => isCertain), rows.filter(({ isCertain }) => !isCertain)];
  const columns = kind.columns.filter(({ id }) => !said.some((one) => one.id === id));
  const isLedger = kind.listed.by === 'left-out';
  if (isLedger && rows.length > 0) yield tableOf(summaryOf(rows, lang));
  const groups = groupsOfList(listing);
  if (certain.length > 0 && groups.length === 0)
    yield tableOf(isLedger ? ledgerColumns(certain, lang) : listColumns(kind, columns, certain, lang));
  const ungrouped = columns.filter(({ id }) => id !== kind.groupedBy);
  for (const { label, rows: own } of groups) {
    yield { kind: 'title', level: 2, tone: 'strong', text: label[lang] };
    yield tableOf(listColumns(kind, ungrouped, own, lang));
  }
  if (uncertain.length > 0) {
    yield { kind: 'title', level: 2, tone: 'strong', text: WORDS.uncertain[lang] };
    yield tableOf(listColumns(kind, 'unknown', uncertain, lang));
  }
  for (const line of closingLines(listing)) yield { kind: 'paragraph', text: line[lang] };
}

const tableOf = (filled: readonly Filled[]): Block =>
  plainTable(
    filled.map(({ column }) => column),
    filled[0]!.cells.map((_, row) => filled.map(({ cells }) => cells[row]!)),
  );

/** Figures that are the same in every row. */
function saidOnceIn({ kind, rows, lang }: Listing): readonly { readonly id: string; readonly label: Text; readonly text: string }[] {
  return kind.columns.flatMap(({ id, label, saidOnce }) => {
    const texts = [...new Set(rows.map(({ figures }) => figureText(figures[id], lang)))];
    return saidOnce && texts.length === 1 && texts[0] !== '' ? [{ id, label, text: texts[0]! }] : [];
  });
}

const text = (head: string, cells: readonly string[]): Filled => ({ column: { head, align: 'left', room: { as: 'words' } }, cells });
const firm = (head: string, cells: readonly string[], align: Column['align'] = 'left'): Filled => ({
  column: { head, align, room: { as: 'whole', heading: 'words' } },
  cells,
});

/** Which household or project a row is about. */
function subjectColumns(from: ListKind['from'], rows: readonly ListedRow[], lang: Lang): readonly Filled[] {
  const shared = sharedParts(rows.map(({ place }) => place));
  const [id, name] = from === 'projects' ? [WORDS.project, WORDS.name] : [WORDS.household, WORDS.head];
  const names = rows.map((row) => row.name ?? '');
  return [
    text(
      WORDS.place[lang],
      rows.map((row) => nameOf(row, shared)),
    ),
    firm(
      id[lang],
      rows.map((row) => row.id),
    ),
    from === 'projects' ? text(name[lang], names) : firm(name[lang], names),
  ];
}

/** The columns of a list; of rows that may belong to it, in place of its figures what is not known. */
function listColumns(
  { from }: ListKind,
  shown: readonly ListColumn[] | 'unknown',
  rows: readonly ListedRow[],
  lang: Lang,
): readonly Filled[] {
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
          const cells = rows.map((row) => figureText(row.figures[id], lang));
          return isNumber ? firm(label[lang], cells, 'right') : text(label[lang], cells);
        });
  const columns = [
    ...subjectColumns(from, rows, lang),
    firm(
      WORDS.persons[lang],
      rows.map(({ persons }) => persons?.toString() ?? ''),
      'right',
    ),
    ...figures,
    text(
      WORDS.helper[lang],
      rows.map(({ helpers }) => [helpers.names.join('、'), helpers.units.join('、')].filter(Boolean).join(' ')),
    ),
  ];
  return columns.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** The columns of the ledger: which rate, and why it does not count the household. */
function ledgerColumns(rows: readonly ListedRow[], lang: Lang): readonly Filled[] {
  const reason = (row: ListedRow): string =>
    [row.leftOut ? LEFT_OUT_NAMES[row.leftOut.reason][lang] : '', unknownTexts('households', row, lang)]
      .filter(Boolean)
      .join({ zh: '，', en: ': ' }[lang]);
  return [
    ...subjectColumns('households', rows, lang),
    text(
      WORDS.metric[lang],
      rows.map(({ leftOut }) => (leftOut?.metric?.label ?? WORDS.everything)[lang]),
    ),
    text(WORDS.reason[lang], rows.map(reason)),
  ].filter(({ cells }) => cells.some((cell) => cell !== ''));
}

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
