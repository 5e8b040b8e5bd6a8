import { defineMetric } from '../metric.ts';
import { above, below } from '../reader.ts';
import { povertyLine, recorded } from '../readers/index.ts';
import { gapPart, personsWithoutIncome } from '../income.ts';

/**
 * Income gap ratio (收入差距率): how far the persons below the line fall short of it, out of the line for them alone. Just on the line is not below it.
 * Money in fen. Source: Sen 1976.
 */
export default defineMetric({
  id: 'income_gap_ratio',
  group: 'income',
  label: { zh: '贫困线以下人口收入差距率', en: 'Income gap ratio' },
  unit: 'share',
  shape: 'ratio',
  numerator: { label: { zh: '离贫困线的差额之和', en: 'shortfall from the line' }, unit: 'yuan' },
  denominator: { label: { zh: '贫困线 × 贫困线以下的建档立卡人口', en: 'line × registered persons below it' }, unit: 'yuan' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '人均纯收入低于当年贫困线的建档立卡人口，离贫困线的差额之和，占贫困线乘以这些人口的比例。没有人低于贫困线时不计算。',
    en: 'The shortfall from the poverty line of the year of the registered persons below it, out of the line times these persons. With nobody below there is no number.',
  },
  formula: {
    zh: 'Σ 人数 × (贫困线 − 人均纯收入) ÷（贫困线 × Σ 人数），只算低于贫困线的人',
    en: 'Σ persons × (line − income) ÷ (line × Σ persons), over those below the line',
  },
  source: {
    zh: 'Sen（1976）收入差距率；贫困线见 aid-metrics standards',
    en: 'Sen (1976), income gap ratio; for the line see aid-metrics standards',
  },
  sufficient: [['households'], ['villages', 'households']],
  reads: {
    line: povertyLine,
    shortfall: above(recorded('shortfall')),
    lines: below(recorded('line_times_persons_below')),
    others: personsWithoutIncome,
  },
  part: gapPart,
});
