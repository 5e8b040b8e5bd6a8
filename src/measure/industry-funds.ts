import type { Text } from '../vocabulary/text.ts';
import { defineMetric } from './metric.ts';
import type { Metric } from './metric.ts';
import type { Part } from './part.ts';
import { fraction } from './possible.ts';
import { above, below } from './reader.ts';
import type { Reader } from './reader.ts';
import { ofSource } from './readers/index.ts';
import type { OfSource } from './readers/index.ts';

/** What industry projects received, and what all did: of every source, of the one asked for, or always of one. */
export const industryFunds = (source?: string): { readonly industry: Reader<OfSource>; readonly funds: Reader<OfSource> } => ({
  industry: above(
    ofSource(
      'received_for_industry',
      'received_for_industry_by_source',
      source === undefined ? undefined : { source, rows: `received_${source}_for_industry` },
    ),
  ),
  funds: below(ofSource('received_yuan', 'received_by_source', source === undefined ? undefined : { source, rows: `received_${source}` })),
});

/** Received by industry projects out of all received. Projects whose source is not known may be of the one looked at. */
export function industryShare({ industry, funds }: { readonly industry: OfSource; readonly funds: OfSource }): Part {
  const { all } = funds;
  if (!all || !industry.all || all.value === undefined) {
    const [missing, rejected] = [all?.missing ?? 0n, all?.rejected ?? 0n];
    // Nothing to add where there is no project at all; where what they received is not known it could be anything.
    const bound = missing + rejected === 0n ? fraction(0n, 0n) : 'open';
    return { value: undefined, reason: 'no-data', low: bound, high: bound, missing, rejected };
  }
  const [total, forIndustry, loose, looseIndustry] = [funds.own, industry.own, funds.loose, industry.loose];
  // What rejected rows received may be industry's or not.
  const rejected = all.high === 'open' ? 'open' : all.high - all.low;
  return {
    value: fraction(forIndustry, total),
    low: rejected === 'open' ? 'open' : fraction(forIndustry, total + loose - looseIndustry + rejected),
    high: rejected === 'open' ? 'open' : fraction(forIndustry + looseIndustry + rejected, total + looseIndustry + rejected),
    missing: all.missing,
    rejected: all.rejected,
    bounded: all.atLeast,
  };
}

/** What differs between the two levels of government whose bridging funds (衔接资金) are judged apart. */
interface BridgingFunds {
  readonly id: string;
  readonly source: 'central' | 'province';
  readonly judgedBy: string;
  readonly label: Text;
  readonly short: Text;
  readonly funds: Text;
  readonly document: Text;
}

/**
 * Industry's share of the bridging funds of one level of government (衔接资金用于产业的占比), whatever `--source` says, so that both stand side by side.
 * It is judged by region and year where a document gives a mark, of the whole year's funds.
 */
export const bridgingFundShare = ({ id, source, judgedBy, label, short, funds, document }: BridgingFunds): Metric =>
  defineMetric({
    id,
    group: 'funds',
    label,
    short,
    unit: 'share',
    shape: 'ratio',
    flow: 'added',
    annual: true,
    of: 'projects',
    judgedBy: `bridging-funds/${judgedBy}`,
    numerator: { label: { zh: `${funds.zh}中产业项目到位的`, en: `${funds.en} received by industry projects` }, unit: 'yuan' },
    denominator: { label: { zh: `到位的${funds.zh}`, en: `${funds.en} received` }, unit: 'yuan' },
    withoutDenominator: 'zero-denominator',
    definition: {
      zh: `当期到位的${funds.zh}中产业项目的比例，不受 --source 影响。资金来源空白的项目可能属于它，计入上下限。只有文件写了数值的地区和年度才作结论，县级判定，全年的资金才判定。`,
      en: `The share of industry projects in the ${funds.en} received in the period, whatever --source says. Projects without a source may belong to it, and set the range. Judged of counties and whole years, only in the regions and years for which a document gives a mark.`,
    },
    formula: {
      zh: `${funds.zh}中产业项目到位的 ÷ 到位的${funds.zh}`,
      en: `${funds.en} received by industry projects ÷ ${funds.en} received`,
    },
    source: document,
    sufficient: [['projects']],
    reads: industryFunds(source),
    part: industryShare,
  });
