import type { Lang } from '../../vocabulary/text.ts';
import type { Sheet, SheetCriterion } from '../../report/assess/sheet.ts';
import type { Grid, GridCell, GridGroup } from '../../page/document.ts';
import { MET_NAMES } from '../../report/verdict.ts';
import { isOfCounties, sheetCounts } from './acceptance-counts.ts';
import { countsText, signOf } from './judged.ts';
import { groupsOf, shortName } from './place-groups.ts';
import { TITLES } from './words.ts';

/** So few places stand beside each other, what is asked of them below. */
const MOST_BESIDE = 8;

/** Every verdict of every place: a row per place, or, where they are few, a column. */
export const matrixOf = (sheets: readonly Sheet[], criteria: readonly SheetCriterion[], lang: Lang): Grid =>
  sheets.length <= MOST_BESIDE ? turned(sheets, criteria, lang) : matrix(sheets, criteria, lang);

function matrix(sheets: readonly Sheet[], criteria: readonly SheetCriterion[], lang: Lang): Grid {
  const groups = groupsOf(sheets, lang).map(({ name, places }): GridGroup => ({
    ...(name !== '' && {
      heading: { text: name, about: `${places.length}${{ zh: ' 村：', en: ' villages: ' }[lang]}${countsText(sheetCounts(places), lang)}` },
    }),
    rows: places.map((sheet) => matrixRow(sheet, criteria.length, lang)),
  }));
  return {
    kind: 'grid',
    title: (isOfCounties(sheets) ? TITLES.matrixOfCounties : TITLES.matrix)[lang],
    columns: [
      { head: (isOfCounties(sheets) ? TITLES.place : TITLES.village)[lang], as: 'name' },
      { head: TITLES.verdict[lang], as: 'sign' },
      ...criteria.map(({ number, label }) => ({ head: String(number), title: label, as: 'sign' }) as const),
      { head: { zh: '还差', en: 'Short by' }[lang], as: 'text', isSpare: true },
    ],
    groups,
    beginsPage: sheets.length > MOST_ON_A_PAGE,
  };
}

/** A matrix of more rows begins a page of its own on paper. */
const MOST_ON_A_PAGE = 12;

function matrixRow(sheet: Sheet, columns: number, lang: Lang): readonly GridCell[] {
  const name = shortName(sheet.place, sheet.name);
  if (sheet.met === undefined) return [{ text: name }, { text: sheet.notJudged ?? TITLES.notJudged[lang], span: columns + 2 }];
  return [
    { text: name },
    { sign: signOf(sheet.met, lang), isSignAlone: true },
    ...sheet.criteria.map(({ met }): GridCell => ({ sign: signOf(met, lang), isSignAlone: true })),
    { text: shortText(sheet, lang) },
  ];
}

/** 3 差 15 人；10 差 6,600 元 */
const shortText = ({ criteria }: Sheet, lang: Lang): string =>
  criteria
    .flatMap((criterion) =>
      criterion.met === 'no' ? [`${criterion.number}${{ zh: ' ', en: ': ' }[lang]}${shortOf(criterion, lang)}`] : [],
    )
    .join({ zh: '；', en: '; ' }[lang]);

/** 差 6,600 元 */
const shortOf = ({ parts }: SheetCriterion, lang: Lang): string =>
  parts
    .flatMap((part) =>
      part.met === 'no' ? [part.verdict?.shortfall ?? (part.verdict ? MET_NAMES.no[lang] : { zh: '答“否”', en: 'answer "no"' }[lang])] : [],
    )
    .join({ zh: '、', en: ', ' }[lang]);

function turned(sheets: readonly Sheet[], criteria: readonly SheetCriterion[], lang: Lang): Grid {
  const comma = { zh: '；', en: '; ' }[lang];
  const colon = { zh: '：', en: ': ' }[lang];
  const nameOf = ({ place, name }: Sheet): string => shortName(place, name);
  const signCell = (met: Sheet['met']): GridCell => (met === undefined ? {} : { sign: signOf(met, lang), isSignAlone: true });
  const unjudged = sheets.flatMap((sheet) =>
    sheet.met === undefined ? [`${nameOf(sheet)}${colon}${sheet.notJudged ?? TITLES.notJudged[lang]}`] : [],
  );
  const whole: readonly GridCell[] = [
    { text: [{ text: TITLES.verdict[lang], tone: 'strong' }] },
    ...sheets.map(({ met }) => signCell(met)),
    { text: unjudged.join(comma) },
  ];
  const rowOf = ({ number, label }: SheetCriterion): readonly GridCell[] => {
    const asked = sheets.map((sheet) => sheet.criteria.find((one) => one.number === number));
    const short = asked.flatMap((one, at) => (one?.met === 'no' ? [`${nameOf(sheets[at]!)}${colon}${shortOf(one, lang)}`] : []));
    return [
      { text: [{ text: String(number), tone: 'strong' }, `　${label}`] },
      ...asked.map((one) => signCell(one?.met)),
      { text: short.join(comma) },
    ];
  };
  return {
    kind: 'grid',
    title: (isOfCounties(sheets) ? TITLES.turnedOfCounties : TITLES.turned)[lang],
    columns: [
      { head: { zh: '标准', en: 'Criterion' }[lang], as: 'name' },
      ...sheets.map((sheet) => ({ head: nameOf(sheet), as: 'sign' }) as const),
      { head: { zh: '还差', en: 'Short by' }[lang], as: 'text', isSpare: true },
    ],
    groups: [{ rows: [whole, ...criteria.map(rowOf)] }],
    isTurned: true,
  };
}
