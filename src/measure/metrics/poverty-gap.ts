import { defineMetric } from '../metric.ts';
import { above, below } from '../reader.ts';
import { povertyLine, recorded } from '../readers/index.ts';
import { gapPart, personsWithoutIncome } from '../income.ts';

/**
 * Poverty gap (贫困缺口率): how far the persons of registered households fall short of the line, out of the line for all of them. Those above the line
 * fall short of nothing. Money in fen. Source: Foster, Greer and Thorbecke 1984, with the exponent 1.
 */
export default defineMetric({
  id: 'poverty_gap',
  group: 'income',
  label: { zh: '贫困缺口率', en: 'Poverty gap' },
  unit: 'share',
  shape: 'ratio',
  numerator: { label: { zh: '离贫困线的差额之和', en: 'shortfall from the line' }, unit: 'yuan' },
  denominator: { label: { zh: '贫困线 × 收入清楚的建档立卡人口', en: 'line × registered persons whose income is known' }, unit: 'yuan' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '收入清楚的建档立卡人口离当年贫困线的差额之和，占贫困线乘以这些人口的比例。收入达到贫困线的人差额为 0。',
    en: 'The shortfall from the poverty line of the year, over all registered persons whose income is known, out of the line times these persons. Whoever reaches the line falls short of nothing.',
  },
  formula: {
    zh: 'Σ 人数 × max(0, 贫困线 − 人均纯收入) ÷（贫困线 × Σ 人数）',
    en: 'Σ persons × max(0, line − income) ÷ (line × Σ persons)',
  },
  source: {
    zh: 'Foster、Greer、Thorbecke（1984）FGT 指数，α = 1；贫困线见 aid-metrics standards',
    en: 'Foster, Greer and Thorbecke (1984), α = 1; for the line see aid-metrics standards',
  },
  sufficient: [['households'], ['villages', 'households']],
  reads: {
    line: povertyLine,
    shortfall: above(recorded('shortfall')),
    lines: below(recorded('line_times_persons')),
    others: personsWithoutIncome,
  },
  part: gapPart,
});
