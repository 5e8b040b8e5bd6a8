import { evaluationRate } from '../evaluation.ts';

export default evaluationRate({
  id: 'wrong_exit_rate',
  label: { zh: '脱贫人口错退率', en: 'Wrongly exited' },
  part: 'wrongly_exited_persons',
  whole: 'surveyed_exited_persons',
  judgedBy: 'wrong-exit-rate',
  numerator: { label: { zh: '抽样错退人口数', en: 'wrongly exited persons in the sample' }, unit: 'persons' },
  denominator: { label: { zh: '抽样脱贫人口数', en: 'exited persons in the sample' }, unit: 'persons' },
  definition: {
    zh: '县的评估检查抽样的脱贫人口中，收入没有稳定超过扶贫标准或没有稳定实现“两不愁三保障”的人口的比例。写在县的行里（村留空）。',
    en: 'Of the exited persons whom the evaluation of a county visited, those whose income is not reliably above the line or who lack a guarantee. It stands in the row of a county, which has no village.',
  },
});
