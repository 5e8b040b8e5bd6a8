import { Chalk } from 'chalk';
import { draw, fill, tableWidth, widest } from '../../draw.ts';
import type { Align } from '../../draw.ts';
import type { Surface } from '../../format.ts';
import { LEFT_OUT_NAMES } from '../../left-out.ts';
import { unknownText } from '../../row-text.ts';
import { PLACE_PARTS, placeName } from '../../../vocabulary/place.ts';
import type { PlacePart } from '../../../vocabulary/place.ts';
import type { Lang, Text } from '../../../vocabulary/text.ts';
import type { ListedRow } from '../../listing/collector.ts';
import type { ListColumn, ListKind } from '../../listing/kind.ts';
import { figureText } from '../../listing/figure-text.ts';
import { closingLines, ledgerOf } from '../../listing/listing.ts';
import type { Listing } from '../../listing/listing.ts';

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

/** A column of text is never narrower than this, or than its longest word. */
const NARROWEST = 6;
const WORD = /[A-Za-z0-9_()-]+/gu;

/** What a column of the drawn table holds. Numbers keep their width; texts share what is left. */
interface Drawn {
  readonly head: string;
  readonly cells: readonly string[];
  readonly isFirm: boolean;
  readonly align: Align;
}

/** A list for the terminal: what it is, a row per household or project, those that may belong to it, and how many they are. */
export function listTable(listing: Listing, surface: Surface): string {
  const { kind, rows, lang, period, asOf } = listing;
  const { width } = surface;
  const chalk = new Chalk({ level: surface.color ? 1 : 0 });
  const said = saidOnceIn(listing);
  const once = said.map(({ label, text }) => `  ${label[lang]} ${text}`).join('');
  const title = fill(`${kind.title[lang]}  ${period} (${WORDS.asOf[lang]} ${asOf})${once}`, width, lang);
  const [certain, uncertain] = [rows.filter(({ isCertain }) => isCertain), rows.filter(({ isCertain }) => !isCertain)];
  const columns = kind.columns.filter(({ id }) => !said.some((one) => one.id === id));
  const isLedger = kind.listed.by === 'left-out';
  const parts = [
    chalk.bold(title),
    ...(isLedger && rows.length > 0 ? [drawn(summaryOf(rows, lang), width, lang)] : []),
    ...(certain.length > 0
      ? [drawn(isLedger ? ledgerColumns(certain, lang) : listColumns(kind, columns, certain, lang), width, lang)]
      : []),
    ...(uncertain.length > 0 ? [chalk.bold(WORDS.uncertain[lang]), drawn(listColumns(kind, 'unknown', uncertain, lang), width, lang)] : []),
    ...closingLines(listing).map((line) => fill(line[lang], width, lang)),
  ];
  return `${parts.join('\n')}\n`;
}

/** Figures that are the same in every row. */
function saidOnceIn({ kind, rows, lang }: Listing): readonly { readonly id: string; readonly label: Text; readonly text: string }[] {
  return kind.columns.flatMap(({ id, label, saidOnce }) => {
    const texts = [...new Set(rows.map(({ figures }) => figureText(figures[id], lang)))];
    return saidOnce && texts.length === 1 && texts[0] !== '' ? [{ id, label, text: texts[0]! }] : [];
  });
}

const text = (head: string, cells: readonly string[]): Drawn => ({ head, cells, isFirm: false, align: 'left' });
const firm = (head: string, cells: readonly string[], align: Align = 'left'): Drawn => ({ head, cells, isFirm: true, align });

/** Which household or project a row is about. */
function subjectColumns(from: ListKind['from'], rows: readonly ListedRow[], lang: Lang): readonly Drawn[] {
  const shared = sharedParts(rows);
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
): readonly Drawn[] {
  const figures =
    shown === 'unknown'
      ? [
          text(
            WORDS.unknown[lang],
            rows.map((row) => unknownTexts(from, row, lang)),
          ),
        ]
      : shown.map(({ id, label }): Drawn => {
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
function ledgerColumns(rows: readonly ListedRow[], lang: Lang): readonly Drawn[] {
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

function summaryOf(rows: readonly ListedRow[], lang: Lang): readonly Drawn[] {
  const counted = ledgerOf(rows);
  const column = (head: Text, align: Align, cells: readonly string[]): Drawn => ({
    head: head[lang],
    cells,
    isFirm: align === 'right',
    align,
  });
  return [
    column(
      WORDS.metric,
      'left',
      counted.map(({ leftOut }) => (leftOut.metric?.label ?? WORDS.everything)[lang]),
    ),
    column(
      WORDS.reason,
      'left',
      counted.map(({ leftOut }) => LEFT_OUT_NAMES[leftOut.reason][lang]),
    ),
    column(
      WORDS.households,
      'right',
      counted.map(({ households }) => String(households)),
    ),
  ];
}

/** The larger parts of a place's name that all rows share are not said on every one. */
function sharedParts(rows: readonly ListedRow[]): ReadonlySet<PlacePart> {
  const larger = PLACE_PARTS.filter((part) => part !== 'village');
  return new Set(larger.filter((part) => new Set(rows.map(({ place }) => place[part])).size === 1));
}

function nameOf({ place, villages }: ListedRow, shared: ReadonlySet<PlacePart>): string {
  const village = villages.length > 0 ? villages.join('、') : place.village;
  const own = Object.fromEntries(
    PLACE_PARTS.filter((part) => !shared.has(part)).map((part) => [part, part === 'village' ? village : place[part]]),
  );
  return placeName(own) || placeName(place);
}

/** Draws columns in a width: numbers and ids whole, texts as wide as they need or as is left. */
function drawn(columns: readonly Drawn[], width: number, lang: Lang): string {
  const needed = columns.map(({ head, cells, isFirm }) => (isFirm ? widest([...cells, ...head.split(' ')]) : widest([head, ...cells])));
  const floors = columns.map(({ head, cells }) =>
    Math.max(NARROWEST, ...[head, ...cells].flatMap((cell) => (cell.match(WORD) ?? []).map((word) => word.length))),
  );
  const widths = [...needed];
  // The widest text gives way first; below its longest word only where nothing else is left.
  for (const floor of [floors, columns.map(() => NARROWEST)]) {
    while (tableWidth(widths) > width) {
      const next = [...widths.keys()].filter((index) => !columns[index]!.isFirm && widths[index]! > floor[index]!);
      const widestText = next.toSorted((a, b) => widths[b]! - widths[a]! || a - b)[0];
      if (widestText === undefined) break;
      widths[widestText]!--;
    }
  }
  const rows = columns[0]!.cells.map((_, row) => columns.map(({ cells }) => cells[row]!));
  return draw(
    columns.map(({ head }) => head),
    rows,
    widths,
    columns.map(({ align }) => align),
    lang,
    true,
  );
}
