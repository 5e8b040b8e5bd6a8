import type { Met } from '../../measure/judge.ts';
import type { Lang } from '../../vocabulary/text.ts';
import type { Sheet, SheetCriterion } from '../../report/assess/sheet.ts';
import type { DocumentBlock, Grid, GridCell, GridGroup } from '../../page/document.ts';
import type { MetCounts } from '../../report/summary.ts';
import { MET_NAMES } from '../../report/verdict.ts';
import { countsText, signLegend, signOf } from './judged.ts';
import { groupsOf, shortName } from './place-groups.ts';
import { MOST_PLACES } from './spread.ts';
import { TITLES } from './words.ts';

const OUTCOMES: Readonly<Record<Met, keyof MetCounts>> = {
  yes: 'met',
  no: 'notMet',
  undetermined: 'undetermined',
  'not-assessable': 'undetermined',
};

/** How many sheets come to what. */
export function sheetCounts(sheets: readonly Sheet[]): MetCounts {
  const counts = { met: 0, notMet: 0, undetermined: 0, notJudged: 0 };
  for (const { met } of sheets) counts[met === undefined ? 'notJudged' : OUTCOMES[met]]++;
  return counts;
}

/** One criterion over all sheets of a scheme. */
interface CriterionCounts {
  readonly number: number;
  readonly label: string;
  readonly wording: string;
  notMet: number;
  undetermined: number;
  /** No file has the column. */
  notAssessable: number;
}

/** Each criterion that some sheet asks for, with how many do not pass it, by its number. */
export function criterionCounts(sheets: readonly Sheet[]): readonly CriterionCounts[] {
  const counts = new Map<number, CriterionCounts>();
  for (const { criteria } of sheets) {
    for (const { number, label, wording, met } of criteria) {
      let one = counts.get(number);
      if (!one) counts.set(number, (one = { number, label, wording, notMet: 0, undetermined: 0, notAssessable: 0 }));
      if (met === 'no') one.notMet++;
      else if (met === 'undetermined') one.undetermined++;
      else if (met === 'not-assessable') one.notAssessable++;
    }
  }
  return [...counts.values()].toSorted((a, b) => a.number - b.number);
}

/**
 * The criteria that most do not pass, then every verdict of every place. Sheets of several schemes are shown one scheme after the other.
 * `withWording`: the document's own words stand below each criterion.
 */
export function acceptanceBlocks(sheets: readonly Sheet[], lang: Lang, withWording = false): readonly DocumentBlock[] {
  const schemes = new Map<string, Sheet[]>();
  const unjudged: Sheet[] = [];
  for (const sheet of sheets) {
    if (!sheet.scheme) {
      unjudged.push(sheet);
      continue;
    }
    const key = `${sheet.scheme.id} ${sheet.scheme.document} ${sheet.criteria.map(({ number }) => number).join()}`;
    const same = schemes.get(key);
    if (same) same.push(sheet);
    else schemes.set(key, [sheet]);
  }
  const [first] = schemes.keys();
  return [
    signLegend(lang),
    ...[...schemes].flatMap(([key, own]): readonly DocumentBlock[] => {
      const shown = key === first && unjudged.length > 0 ? sheets.filter((sheet) => own.includes(sheet) || !sheet.scheme) : own;
      return [
        { kind: 'paragraph', text: schemeText(own, lang), tone: 'quiet' },
        criteriaGrid(own, lang, withWording),
        ...(sheets.length > MOST_PLACES || sheets.length === 1 ? [] : [matrix(shown, own[0]!.criteria, lang)]),
      ];
    }),
  ];
}

const schemeText = (sheets: readonly Sheet[], lang: Lang): string => {
  const { title, document } = sheets[0]!.scheme!;
  const dates = [...new Set(sheets.map(({ date }) => date))].filter((date) => date !== undefined).toSorted();
  const days = dates.length > 3 ? `${dates[0]}–${dates.at(-1)}` : dates.join({ zh: '、', en: ', ' }[lang]);
  return { zh: `${title}（${document}），按 ${days} 的标准`, en: `${title} (${document}), as in force on ${days}` }[lang];
};

const isOfCounties = (sheets: readonly Sheet[]): boolean => sheets.every(({ place }) => place.village === null && place.township === null);

function criteriaGrid(sheets: readonly Sheet[], lang: Lang, withWording: boolean): Grid {
  const counts = criterionCounts(sheets);
  const most = Math.max(1, ...counts.map(({ notMet, undetermined, notAssessable }) => notMet + undetermined + notAssessable));
  const hasNone = counts.some(({ notAssessable }) => notAssessable > 0);
  return {
    kind: 'grid',
    title: (isOfCounties(sheets) ? TITLES.criteriaOfCounties : TITLES.criteria)[lang],
    columns: [
      { head: { zh: '标准', en: 'Criterion' }[lang], as: 'name' },
      { head: MET_NAMES.no[lang], as: 'number' },
      { head: MET_NAMES.undetermined[lang], as: 'number' },
      ...(hasNone ? [{ head: MET_NAMES['not-assessable'][lang], as: 'number' } as const] : []),
      { head: { zh: '图', en: 'Bar' }[lang], as: 'bar' },
    ],
    groups: [
      {
        rows: counts.map(({ number, label, wording, notMet, undetermined, notAssessable }): readonly GridCell[] => [
          { text: [{ text: String(number), tone: 'strong' }, `　${label}`], asides: withWording ? [wording] : [] },
          { text: String(notMet) },
          { text: String(undetermined) },
          ...(hasNone ? [{ text: String(notAssessable) }] : []),
          {
            bar: [
              { as: 'not-met', share: notMet / most },
              { as: 'undetermined', share: undetermined / most },
              { as: 'not-judged', share: notAssessable / most },
            ],
          },
        ]),
      },
    ],
  };
}

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
    .flatMap(({ number, met, parts }) => {
      if (met !== 'no') return [];
      const short = parts.flatMap((part) =>
        part.met === 'no'
          ? [part.verdict?.shortfall ?? (part.verdict ? MET_NAMES.no[lang] : { zh: '答“否”', en: 'answer "no"' }[lang])]
          : [],
      );
      return [`${number}${{ zh: ' ', en: ': ' }[lang]}${short.join({ zh: '、', en: ', ' }[lang])}`];
    })
    .join({ zh: '；', en: '; ' }[lang]);

/** 评定 107 个村：达标 20，未达标 74，不能判定 13。没过最多的是第 10 项村集体经济收入（38 村）。 */
export function acceptanceLead(sheets: readonly Sheet[], lang: Lang): string {
  const counts = sheetCounts(sheets);
  const judged = sheets.length - counts.notJudged;
  const { notJudged: _, ...others } = counts;
  const worst = criterionCounts(sheets).toSorted((a, b) => b.notMet - a.notMet)[0];
  const what = isOfCounties(sheets)
    ? { zh: '个县', en: judged === 1 ? 'county' : 'counties' }
    : { zh: '个村', en: judged === 1 ? 'village' : 'villages' };
  const said = countsText({ ...others, notJudged: 0 }, lang);
  const most =
    worst && worst.notMet > 0 && judged > 1
      ? {
          zh: `没过最多的是第 ${worst.number} 项${worst.label}（${worst.notMet} ${isOfCounties(sheets) ? '县' : '村'}）。`,
          en: ` Most fail criterion ${worst.number}, ${worst.label} (${worst.notMet}).`,
        }[lang]
      : '';
  return { zh: `评定 ${judged} ${what.zh}：${said}。${most}`, en: `${judged} ${what.en} assessed: ${said}.${most}` }[lang];
}
