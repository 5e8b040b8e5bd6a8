import type { Text } from '../vocabulary/text.ts';
import { defineMetric } from './metric.ts';
import type { Metric } from './metric.ts';
import { shareAsTold } from './ratio.ts';
import { recordedShare } from './readers/index.ts';

/** What differs from one guarantee to the next. */
interface Guarantee {
  /** The metric, and the share of households that it is. */
  readonly id: string;
  readonly label: Text;
  /** Those counted above the line. */
  readonly secured: Text;
  /** Those counted below it, where that is not every registered household that answered. */
  readonly among?: Text;
  readonly definition: Text;
}

const REGISTERED: Text = { zh: '有答案的建档立卡贫困户', en: 'registered poor households whose answer is known' };

/**
 * A guarantee (两不愁三保障): registered households with "yes", out of those with "yes" or "no". Blanks are missing, never "no".
 * Only household rows can give it. Source: 关于建立贫困退出机制的意见 (厅字〔2016〕16号); the share itself is arithmetic.
 */
export const guarantee = ({ id, label, secured, among = REGISTERED, definition }: Guarantee): Metric =>
  defineMetric({
    id,
    group: 'guarantees',
    label,
    unit: 'share',
    shape: 'ratio',
    numerator: { label: secured, unit: 'households' },
    denominator: { label: among, unit: 'households' },
    withoutDenominator: 'zero-denominator',
    definition,
    formula: { zh: `${secured.zh} ÷ ${among.zh}`, en: `${secured.en} ÷ ${among.en}` },
    source: {
      zh: '关于建立贫困退出机制的意见（厅字〔2016〕16号）：两不愁、三保障；安全饮水为后来增加；比例为算术定义',
      en: 'Opinions on the mechanism of exit from poverty (厅字〔2016〕16号): no worry about food and clothing, education, medical care and housing secured; safe water was added later; the share is arithmetic',
    },
    sufficient: [['households'], ['villages', 'households']],
    reads: { share: recordedShare(id) },
    part: ({ share }) => shareAsTold(share),
  });
