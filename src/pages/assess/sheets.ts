import type { Met } from '../../measure/judge.ts';
import type { Input } from '../../tally/tally.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { aboutSheet } from '../sheets/about-sheet.ts';
import type { AppliedStandard } from '../sheets/about-sheet.ts';
import type { Sheet, SheetCriterion } from '../../report/assess/sheet.ts';
import { dataColumn } from '../../page/data-columns.ts';
import { placeSheetColumns } from '../sheets/place-sheet-columns.ts';
import type { ReportSheet, ReportWorkbook, SheetColumn, SheetRow } from '../../page/sheets.ts';
import { NOT_JUDGED, workbookOf } from '../sheets/sheet-words.ts';
import { MET_NAMES } from '../../report/verdict.ts';
import { partsSheet } from './parts-sheet.ts';
import { formsSheet } from './forms-sheet.ts';

/** So few sheets of places are printed without being asked for. */
const MOST_FORMS = 8;

/** Acceptance sheets as a workbook: a row per place and a column per criterion, the sheet of each place, and all that each criterion asks for. */
export function assessmentSheets(
  sheets: readonly Sheet[],
  inputs: readonly Input[],
  notes: readonly string[],
  lang: Lang,
  { each = false }: { readonly each?: boolean | undefined } = {},
): ReportWorkbook {
  const title = titleOf(sheets, lang);
  return workbookOf(lang, [
    ...acceptanceSheets(sheets, lang, each),
    partsSheet(sheets, title, lang),
    aboutSheet({
      lang,
      title,
      inputs,
      notes: [...notes, ...new Set(sheets.flatMap(({ amendments }) => amendments.map((one) => `* ${one}`)))],
      documents: [...new Set(sheets.flatMap(({ scheme, date }) => (scheme ? [basisOf({ scheme, date }, lang)] : [])))],
      standards: appliedIn(sheets),
      definitions: wordingsIn(sheets),
      hasVerdicts: true,
    }),
  ]);
}

function titleOf(sheets: readonly Sheet[], lang: Lang): string {
  const { region } = placeSheetColumns(
    sheets.map(({ place }) => place),
    lang,
  );
  const period = sheets[0]?.period ?? '';
  const time = /^\d{4}$/u.test(period) ? `${period} 年` : period;
  return { zh: `${region}${region ? ' ' : ''}${time}退出验收`, en: `Exit acceptance: ${region}${region ? ', ' : ''}${period}` }[lang];
}

/** By which document, and as of which day, places are judged. */
export const basisOf = (
  { scheme, date }: { readonly scheme: NonNullable<Sheet['scheme']>; readonly date: string | undefined },
  lang: Lang,
): string =>
  ({ zh: `${scheme.title}，按 ${date} 的标准：${scheme.document}`, en: `${scheme.title}, as in force on ${date}: ${scheme.document}` })[
    lang
  ];

/** The standards by which places are judged. */
export const appliedIn = (sheets: readonly Sheet[]): readonly AppliedStandard[] =>
  sheets.flatMap(({ criteria }) =>
    criteria.flatMap(({ label, parts }) => parts.flatMap(({ verdict }) => (verdict ? [{ what: label, verdict }] : []))),
  );

/** The criteria in the document's own words. */
function wordingsIn(sheets: readonly Sheet[]): readonly { readonly what: string; readonly is: string }[] {
  const wordings = new Map<string, string>();
  for (const { scheme, criteria } of sheets) {
    for (const { number, label, wording } of criteria) {
      const what = `${number} ${label}`;
      wordings.set(`${scheme!.id} ${what}`, wording);
    }
  }
  return [...wordings].map(([key, is]) => ({ what: key.slice(key.indexOf(' ') + 1), is }));
}

/** The verdicts of places criterion by criterion, and the sheet of each of them where they are few, or where it is asked for. */
export const acceptanceSheets = (sheets: readonly Sheet[], lang: Lang, each: boolean): readonly ReportSheet[] =>
  sheets.length === 0
    ? []
    : [...matrixSheets(sheets, titleOf(sheets, lang), lang), ...(each || sheets.length <= MOST_FORMS ? [formsSheet(sheets, lang)] : [])];

/** One sheet for each scheme: the criteria of two schemes are not the same. Places that are not judged stand where they do in the files. */
function matrixSheets(sheets: readonly Sheet[], title: string, lang: Lang): readonly ReportSheet[] {
  const schemes = [...new Set(sheets.flatMap(({ scheme }) => scheme?.id ?? []))];
  const groups = schemes.length > 1 ? schemes : [undefined];
  return groups.map((id, at) =>
    matrixSheet(
      sheets.filter(({ scheme }) => id === undefined || scheme?.id === id || (scheme === undefined && at === 0)),
      title,
      lang,
    ),
  );
}

const WIDTHS = { zh: { verdict: 9, criterion: 8, short: 30 }, en: { verdict: 13, criterion: 9, short: 34 } } as const;

/** A row per place, a column per criterion, the verdict on the whole first, and last the shortest way to a pass. */
function matrixSheet(sheets: readonly Sheet[], title: string, lang: Lang): ReportSheet {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const named = placeSheetColumns(
    sheets.map(({ place }) => place),
    lang,
  );
  const names: readonly SheetColumn[] =
    named.columns.length > 0 ? named.columns : [{ head: say('地区', 'Place'), kind: 'text', width: 14 }];
  const criteria = new Map(sheets.flatMap((sheet) => sheet.criteria).map(({ number, label }) => [number, label]));
  const numbers = [...criteria.keys()].toSorted((a, b) => a - b);
  const width = WIDTHS[lang];
  const rowOf = (sheet: Sheet): SheetRow => [
    ...(named.columns.length > 0 ? named.cellsOf(sheet.place) : [sheet.name]),
    sheet.notJudged === undefined ? sheet.metName : NOT_JUDGED[lang],
    ...numbers.map((number) => sheet.criteria.find((one) => one.number === number)?.metName),
    sheet.notJudged ?? sheet.criteria.flatMap((criterion) => shortOf(criterion)).join(say('；', '; ')),
  ];
  const basis = sheets.find(({ scheme }) => scheme);
  return {
    name: say('退出验收', 'Acceptance'),
    title,
    about: [countsLine(sheets, lang), ...(basis?.scheme ? [basisOf({ scheme: basis.scheme, date: basis.date }, lang)] : [])],
    blocks: [
      {
        kind: 'table',
        columns: [
          ...names,
          { head: dataColumn('verdict').label[lang], kind: 'verdict', width: width.verdict },
          ...numbers.map((number): SheetColumn => ({ head: `${number} ${criteria.get(number)}`, kind: 'verdict', width: width.criterion })),
          { head: dataColumn('short_by').label[lang], kind: 'note', width: width.short },
        ],
        rows: sheets.map(rowOf),
      },
    ],
    paper: 'landscape',
    names: names.length,
  };
}

/** 3 还差 15 人; a question that is answered with no says just that. */
function shortOf({ number, met, parts }: SheetCriterion): readonly string[] {
  if (met !== 'no') return [];
  const said = parts.filter((part) => part.met === 'no').map(({ verdict, arithmetic }) => verdict?.advice ?? arithmetic);
  return [`${number} ${said.join('、')}`];
}

function countsLine(sheets: readonly Sheet[], lang: Lang): string {
  const judged = sheets.filter(({ notJudged }) => notJudged === undefined);
  const counted = (['yes', 'no', 'undetermined', 'not-assessable'] as const satisfies readonly Met[])
    .map((met) => [met, judged.filter((sheet) => sheet.met === met).length] as const)
    .filter(([met, count]) => count > 0 || met === 'yes' || met === 'no');
  const words = counted.map(([met, count]) => `${MET_NAMES[met][lang]} ${count}`).join({ zh: '，', en: ', ' }[lang]);
  const others = sheets.length - judged.length;
  return {
    zh: `评定 ${judged.length} 个：${words}${others > 0 ? `；不评 ${others} 个` : ''}`,
    en: `${judged.length} judged: ${words}${others > 0 ? `; ${others} not judged` : ''}`,
  }[lang];
}
