import type { Run } from '../page/page.ts';
import type { MetCounts, ReportSummary } from './summary.ts';
import type { Lang } from '../vocabulary/text.ts';

/** How many places meet all standards that judge them: 3 项都达标 54，有未达标 40，不能判定 13，不评 13. Empty where none is judged. `only`: what the one standard is of. */
export function leadOf({ counts, judged }: ReportSummary, lang: Lang, only?: string): string {
  if (judged.length === 0) return '';
  const { met, notMet, undetermined, notJudged } = counts;
  const all = judged.length;
  const some = notJudged > 0 ? { zh: `，不评 ${notJudged}`, en: `, ${notJudged} not judged` } : { zh: '', en: '' };
  const isPlain = all === 1 && only === undefined;
  const [zh, en] = all === 1 ? [only ?? '', only === undefined ? '' : ` ${only}`] : [`${all} 项都`, ` all ${all}`];
  return {
    zh: `${zh}达标 ${met}，${isPlain ? '' : '有'}未达标 ${notMet}，不能判定 ${undetermined}${some.zh}`,
    en: `${met} met${en}, ${notMet} not met, ${undetermined} undetermined${some.en}`,
  }[lang];
}

/** The same as a sentence of its own: 120 个村：3 项都达标 54，有未达标 40，不能判定 13，不评 13。 Nothing where no standard judges. */
export function leadSentence(summary: ReportSummary, what: string, lang: Lang): string | undefined {
  const { places, judged } = summary;
  if (judged.length === 0) return undefined;
  const lead = leadOf(summary, lang, judged[0]!.metric.label);
  return { zh: `${places} 个${what}：${lead}。`, en: `${places} ${what}: ${lead}.` }[lang];
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
