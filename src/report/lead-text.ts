import type { Lang } from '../vocabulary/text.ts';
import type { ReportSummary } from './summary.ts';

/** What a report comes to, in a sentence: 120 个村：3 项都达标 54，有未达标 40，不能判定 13，不评 13。 Nothing where no standard judges. */
export function leadText({ places, judged, counts }: ReportSummary, what: string, lang: Lang): string | undefined {
  if (judged.length === 0) return undefined;
  const { met, notMet, undetermined, notJudged } = counts;
  const all = judged.length === 1 ? judged[0]!.metric.label : { zh: `${judged.length} 项都`, en: `all ${judged.length}` }[lang];
  const rest = notJudged === 0 ? { zh: '', en: '' } : { zh: `，不评 ${notJudged}`, en: `, ${notJudged} not judged` };
  return {
    zh: `${places} 个${what}：${all}达标 ${met}，有未达标 ${notMet}，不能判定 ${undetermined}${rest.zh}。`,
    en: `${places} ${what}: ${met} met ${all}, ${notMet} not met, ${undetermined} undetermined${rest.en}.`,
  }[lang];
}
