import type { Evidence } from '../../measure/reason.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { EVIDENCE_NAMES } from '../../report/reasons.ts';
import type { DocumentBlock, Grid, GridCell, GridColumn } from '../../page/document.ts';
import { inThrees, limitText } from '../../report/number-words.ts';
import type { Report, ReportCell, ReportMetric, ReportPlace } from '../../report/report.ts';
import { placesOf } from '../../vocabulary/terms.ts';
import { asidesOf } from './note-book.ts';
import type { NoteBook } from './note-book.ts';
import { boundsText } from './bounds-text.ts';
import { signLegend, signOf } from './judged.ts';
import { shortName, withinOf } from './place-groups.ts';
import { TITLES } from './words.ts';

/** Metrics side by side on a page. */
const MOST_COLUMNS = 4;

/** What the section of all places is called. */
export const placesTitle = ({ by, lang }: Report): string =>
  (by === 'village' ? TITLES.places : by === 'helper-unit' ? TITLES.helpers : TITLES.placesOfLevel)[lang];

/** Every number of every place, with what it is made of, how it is judged and what must be said of it. */
export function placeGrids(report: Report, notes: NoteBook): readonly DocumentBlock[] {
  const { metrics, places, lang } = report;
  const plain = metrics
    .map((metric, index) => ({ metric, index }))
    .filter(({ index }) => !places.some(({ cells }) => cells[index]!.breakdown));
  const chunks: (typeof plain)[] = [];
  for (let at = 0; at < plain.length; at += MOST_COLUMNS) chunks.push(plain.slice(at, at + MOST_COLUMNS));
  const isJudged = places.some(({ cells }) => cells.some(({ verdict }) => verdict));
  return [
    ...(isJudged ? [signLegend(lang)] : []),
    ...chunks.map((chunk, at): Grid =>
      placesGrid(report, chunk, `${placesTitle(report)}${chunks.length > 1 ? ` ${at + 1}/${chunks.length}` : ''}`, notes),
    ),
    ...metrics.flatMap((metric, index) => kindsGrid(report, metric, index)),
  ];
}

function placesGrid(
  report: Report,
  chunk: readonly { readonly metric: ReportMetric; readonly index: number }[],
  title: string,
  notes: NoteBook,
): Grid {
  const { places, total, by, lang, terms } = report;
  const within = withinOf(places);
  const larger = places.map(({ place }) => within(place));
  const hasWithin = new Set(larger).size > 1;
  const inCommon = total.cells.map((_, index): InCommon => {
    const cells = places.map(({ cells: all }) => all[index]!);
    return { limit: limitsOf(cells).length < 2, evidence: evidencesOf(cells).length < 2 };
  });
  const row = (place: ReportPlace, name: string, where: string): readonly GridCell[] => [
    { text: name },
    ...(hasWithin ? [{ text: where }] : []),
    ...chunk.map(({ index }) => numberCell(place.cells[index]!, lang, notes, inCommon[index]!)),
  ];
  const nameHead = by === 'village' ? TITLES.village : by === 'helper-unit' ? TITLES.unit : TITLES.place;
  const columns: readonly GridColumn[] = [
    { head: nameHead[lang], as: 'name' },
    ...(hasWithin ? [{ head: withinHead(report), as: 'place', isSpare: true } as const] : []),
    ...chunk.map(({ metric, index }) => metricColumn(report, metric, index, notes)),
  ];
  const all =
    total.villages.inFile > 0
      ? {
          zh: `${total.name}（${placesOf('village', total.villages.inFile, terms, lang)}）`,
          en: `${total.name} (${placesOf('village', total.villages.inFile, terms, lang)})`,
        }[lang]
      : total.name;
  return {
    kind: 'grid',
    title,
    isTitleQuiet: true,
    columns,
    groups: [{ rows: places.map((place, at) => row(place, shortName(place.place, place.name), larger[at]!)) }],
    ...(by !== 'all' && { foot: row(total, all, '') }),
    isSortable: places.length > 1,
  };
}

/** What the larger places are called: townships, where villages differ by nothing else. */
function withinHead({ places, lang }: Report): string {
  const larger = new Set(places.map(({ place: { province, city, county } }) => [province, city, county].join('\u001f')));
  return (larger.size === 1 ? TITLES.township : TITLES.within)[lang];
}

/** What the cells of a column have in common need not be said in each of them. */
export interface InCommon {
  readonly limit: boolean;
  readonly evidence: boolean;
}

const evidencesOf = (cells: readonly ReportCell[]): readonly Evidence[] => [...new Set(cells.flatMap(({ evidence }) => evidence ?? []))];
const limitsOf = (cells: readonly ReportCell[]): readonly string[] => [
  ...new Set(cells.flatMap(({ verdict }) => (verdict ? limitText(verdict.limit) : []))),
];

/** On whose word a number rests. */
const evidenceNote = (evidence: Evidence, lang: Lang, notes: NoteBook): number =>
  notes.numberOf(`${{ zh: '依据：', en: 'evidence: ' }[lang]}${EVIDENCE_NAMES[evidence][lang]}`);

/** A metric as the head of a column: below it the standard where one judges all, else the unit. */
function metricColumn({ places, lang }: Report, metric: ReportMetric, index: number, notes: NoteBook): GridColumn {
  const cells = places.map(({ cells: all }) => all[index]!);
  const [limits, evidences] = [limitsOf(cells), evidencesOf(cells)];
  const unit = metric.unit === 'share' ? '' : metric.unitName;
  const under = limits.length > 1 ? { zh: '标准各地不同', en: 'standards differ' }[lang] : (limits[0] ?? unit);
  return {
    head: metric.label,
    as: 'number',
    ...(under !== '' && { under }),
    notes: [
      ...new Set(cells.flatMap(({ verdict }) => (verdict ? notes.ofVerdict(verdict) : []))),
      ...(evidences.length === 1 ? [evidenceNote(evidences[0]!, lang, notes)] : []),
    ],
  };
}

/** One answer: the number or what it could be, the verdict, the counts, and beside it what only this cell says. */
export function numberCell(cell: ReportCell, lang: Lang, notes: NoteBook, { limit, evidence }: InCommon): GridCell {
  const { value, text, counts, missing, verdict } = cell;
  const bounds = boundsText(cell, lang);
  const [number = '', behind] = inThrees(text).split(/ (?=\()/u);
  const division = counts && inThrees(`${counts.plainNumerator}/${counts.plainDenominator}`);
  const unknown = missing > 0 ? `${division === undefined ? '' : '+'}${missing}?` : '';
  // How many times it has become stands beside its counts.
  const made = [`${division ?? ''}${unknown}`, behind?.replace(/[()]/gu, '') ?? ''].filter((part) => part !== '').join(' · ');
  const advice = verdict?.shortfall ?? (verdict?.advice === undefined ? undefined : inThrees(verdict.advice));
  return {
    text: value === null ? (bounds ?? '—') : number.replace(/^-/u, '−'),
    ...(verdict && { sign: signOf(verdict.met, lang) }),
    ...(made !== '' && { counts: made }),
    asides: [
      ...(value !== null && bounds !== undefined ? [bounds] : []),
      ...(verdict && !limit ? [limitText(verdict.limit)] : []),
      ...[verdict?.exactly, advice].flatMap((said) => said ?? []),
      ...asidesOf(cell),
    ],
    // That it rests on part of the households is said already.
    notes: [
      ...notes.ofCell(cell),
      ...(evidence || cell.evidence === undefined || cell.evidence === 'partial' ? [] : [evidenceNote(cell.evidence, lang, notes)]),
    ],
    ...(value !== null && { order: value }),
  };
}

/** The kinds of a number that is broken down, place by place. */
function kindsGrid({ places, total, by, lang }: Report, metric: ReportMetric, index: number): readonly Grid[] {
  const groups = [...places, ...(by === 'all' ? [] : [total])].flatMap(({ place, name, cells }) => {
    const kinds = cells[index]!.breakdown ?? [];
    return kinds.length === 0
      ? []
      : [
          {
            heading: { text: shortName(place, name), about: `${inThrees(cells[index]!.text)} ${metric.unitName}` },
            rows: kinds.map((kind): readonly GridCell[] => [
              { text: kind.label },
              { text: inThrees(kind.text), order: kind.value },
              { text: kind.unitName },
            ]),
          },
        ];
  });
  if (groups.length === 0) return [];
  return [
    {
      kind: 'grid',
      title: metric.label,
      columns: [
        { head: { zh: '分类', en: 'Kind' }[lang], as: 'name' },
        { head: { zh: '数值', en: 'Value' }[lang], as: 'number' },
        { head: { zh: '单位', en: 'Unit' }[lang], as: 'text' },
      ],
      groups,
    },
  ];
}
