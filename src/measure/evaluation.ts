import type { Text } from '../vocabulary/text.ts';
import { defineMetric } from './metric.ts';
import type { Metric } from './metric.ts';
import { shareOfWhole } from './ratio.ts';
import { above, below } from './reader.ts';
import { evaluated } from './readers/index.ts';

/** What differs from one rate of a county's evaluation to the next. */
interface EvaluationRate extends Pick<Metric, 'id' | 'label' | 'numerator' | 'definition'> {
  readonly denominator: NonNullable<Metric['denominator']>;
  /** The columns of the county's row above and below the line. */
  readonly part: string;
  readonly whole: string;
  readonly judgedBy: string;
}

/** The measures that name the rates; the formulas are those of copies of them. */
export const EVALUATION_SOURCE: Text = {
  zh: '贫困县退出专项评估检查实施办法（试行），国开办发〔2017〕56号',
  en: 'measures for the evaluation of counties that exit (trial), 国开办发〔2017〕56号',
};

/** A rate of the sample that the evaluation of a county visited: what its row says. Of several counties it is the rate of all their samples together. */
export const evaluationRate = ({ id, label, part, whole, judgedBy, numerator, denominator, definition }: EvaluationRate): Metric =>
  defineMetric({
    id,
    group: 'evaluation',
    label,
    unit: 'share',
    shape: 'ratio',
    of: 'evaluation',
    judgedBy: `exit-evaluation/${judgedBy}`,
    numerator,
    denominator,
    withoutDenominator: 'zero-denominator',
    definition,
    formula: { zh: `${numerator.label.zh} ÷ ${denominator.label.zh}`, en: `${numerator.label.en} ÷ ${denominator.label.en}` },
    source: EVALUATION_SOURCE,
    sufficient: [['villages']],
    reads: { found: above(evaluated(part)), sample: below(evaluated(whole)) },
    part: ({ found, sample }) => shareOfWhole(found, sample),
  });
