import type { Met } from '../../measure/judge.ts';
import type { Lang } from '../../vocabulary/text.ts';
import type { BarPart, Judged, Legend, Sign } from '../../page/document.ts';
import type { MetCounts } from '../../report/summary.ts';
import { MET_NAMES } from '../../report/verdict.ts';
import { TITLES } from './words.ts';

const SIGNS: Readonly<Record<Met, Sign['as']>> = {
  yes: 'met',
  no: 'not-met',
  undetermined: 'undetermined',
  'not-assessable': 'not-assessable',
};

/** How a verdict is shown, and its word. */
export const signOf = (met: Met, lang: Lang): Sign => ({ as: SIGNS[met], word: MET_NAMES[met][lang] });

const ORDER = [
  ['met', 'yes', 'met'],
  ['undetermined', 'undetermined', 'undetermined'],
  ['notMet', 'no', 'not-met'],
] as const;

/** Counts of verdicts as a bar and in words. */
export function judgedOf(counts: MetCounts, lang: Lang): Judged | undefined {
  const all = counts.met + counts.notMet + counts.undetermined + counts.notJudged;
  if (all === counts.notJudged) return undefined;
  const bar: BarPart[] = ORDER.map(([key, , as]) => ({ as, share: counts[key] / all }));
  const said = (['met', 'notMet', 'undetermined'] as const).map((key) => {
    const met = ORDER.find(([one]) => one === key)![1];
    const sign = signOf(met, lang);
    return { sign, text: sign.word, count: counts[key] };
  });
  return {
    bar: [...bar, { as: 'not-judged', share: counts.notJudged / all }],
    counts: [...said, ...(counts.notJudged > 0 ? [{ sign: undefined, text: TITLES.notJudged[lang], count: counts.notJudged }] : [])],
  };
}

/** 达标 20，未达标 74，不能判定 13，不评 13 */
export function countsText(counts: MetCounts, lang: Lang): string {
  const parts = [
    `${MET_NAMES.yes[lang]} ${counts.met}`,
    `${MET_NAMES.no[lang]} ${counts.notMet}`,
    `${MET_NAMES.undetermined[lang]} ${counts.undetermined}`,
    ...(counts.notJudged > 0 ? [`${TITLES.notJudged[lang]} ${counts.notJudged}`] : []),
  ];
  return lang === 'zh' ? parts.join('，') : parts.map((part) => part.replace(/^(.*) (\d+)$/u, '$2 $1')).join(', ');
}

/** What the signs of a table mean. */
export const signLegend = (lang: Lang): Legend => ({
  kind: 'legend',
  of: 'signs',
  entries: (['yes', 'no', 'undetermined', 'not-assessable'] as const).map((met) => ({ as: SIGNS[met], text: MET_NAMES[met][lang] })),
});

/** What the marks of a chart mean. */
export const markLegend = (lang: Lang): Legend => ({
  kind: 'legend',
  of: 'marks',
  entries: [
    { as: 'met', text: MET_NAMES.yes[lang] },
    { as: 'not-met', text: MET_NAMES.no[lang] },
    { as: 'undetermined', text: { zh: '不能判定（横线是可能的范围）', en: 'undetermined (the line is what it could be)' }[lang] },
    { as: 'not-judged', text: TITLES.notJudged[lang] },
  ],
});
