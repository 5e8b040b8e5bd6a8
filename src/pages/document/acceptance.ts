import type { Lang } from '../../vocabulary/text.ts';
import type { Sheet } from '../../report/assess/sheet.ts';
import type { DocumentBlock, Grid, GridCell } from '../../page/document.ts';
import { MET_NAMES } from '../../report/verdict.ts';
import { criterionCounts, isOfCounties, sheetCounts } from './acceptance-counts.ts';
import { matrixOf } from './acceptance-matrix.ts';
import { countsText, signLegend } from './judged.ts';
import { MOST_PLACES } from './spread.ts';
import { TITLES } from './words.ts';

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
        ...(sheets.length > MOST_PLACES || sheets.length === 1 ? [] : [matrixOf(shown, own[0]!.criteria, lang)]),
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
