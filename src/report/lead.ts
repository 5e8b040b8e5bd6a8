import type { Run } from '../page/page.ts';
import type { MetCounts, ReportSummary } from './summary.ts';
import type { Lang } from '../vocabulary/text.ts';

/** What a report comes to in one sentence: how many places meet all standards that judge them. Empty where none is judged. */
export function leadOf({ counts, judged }: ReportSummary, lang: Lang): string {
  if (judged.length === 0) return '';
  const { met, notMet, undetermined, notJudged } = counts;
  const all = judged.length;
  const some = notJudged > 0 ? { zh: `，不评 ${notJudged}`, en: `, ${notJudged} not judged` } : { zh: '', en: '' };
  if (all === 1)
    return {
      zh: `达标 ${met}，未达标 ${notMet}，不能判定 ${undetermined}${some.zh}`,
      en: `${met} met, ${notMet} not met, ${undetermined} undetermined${some.en}`,
    }[lang];
  return {
    zh: `${all} 项都达标 ${met}，有未达标 ${notMet}，不能判定 ${undetermined}${some.zh}`,
    en: `${met} met all ${all}, ${notMet} not met, ${undetermined} undetermined${some.en}`,
  }[lang];
}

/** What the signs of a page mean, those alone that occur. */
export function legendOf(
  counts: Partial<MetCounts> & { readonly hasUnknown: boolean; readonly notAssessable?: number },
  lang: Lang,
): readonly Run[] {
  const words = {
    met: { zh: '达标', en: 'met' },
    notMet: { zh: '未达标', en: 'not met' },
    undetermined: { zh: '不能判定', en: 'undetermined' },
    notAssessable: { zh: '无法评定', en: 'not assessable' },
    notJudged: { zh: '空白 不评', en: 'blank: not judged' },
    unknown: { zh: '+5? 另有 5 户（人）不清楚', en: '+5? 5 more unknown' },
  } as const;
  const signs = { met: 'met', notMet: 'not-met', undetermined: 'undetermined', notAssessable: 'not-assessable' } as const;
  const runs = (['met', 'notMet', 'undetermined', 'notAssessable'] as const).flatMap((outcome): readonly Run[] =>
    (counts[outcome] ?? 0) > 0 ? [{ sign: signs[outcome], text: ` ${words[outcome][lang]}` }] : [],
  );
  const said: readonly Run[] = [
    ...runs,
    ...((counts.notJudged ?? 0) > 0 && runs.length > 0 ? [{ text: words.notJudged[lang] }] : []),
    ...(counts.hasUnknown ? [{ text: words.unknown[lang] }] : []),
  ];
  return said.flatMap((run, at) => (at === 0 ? [run] : [{ text: '  ' }, run]));
}
