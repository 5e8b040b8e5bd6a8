import { evaluationRate } from '../evaluation.ts';

export default evaluationRate({
  id: 'missed_poor_rate',
  label: { zh: '贫困人口漏评率', en: 'Poor persons missed' },
  part: 'missed_poor_persons',
  whole: 'surveyed_other_persons',
  judgedBy: 'missed-poor-rate',
  numerator: { label: { zh: '漏评人口数', en: 'poor persons missed in the sample' }, unit: 'persons' },
  denominator: { label: { zh: '抽查村未建档立卡农村人口数', en: 'persons in the sample that are not registered' }, unit: 'persons' },
  definition: {
    zh: '县的评估检查抽查村未建档立卡的农村人口中，符合识别标准但没有纳入的人口的比例。',
    en: 'Of the rural persons not registered in the villages that the evaluation of a county visited, those who are poor by the national standard and were left out.',
  },
});
