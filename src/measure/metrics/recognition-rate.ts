import { evaluationRate } from '../evaluation.ts';

export default evaluationRate({
  id: 'recognition_rate',
  label: { zh: '群众认可度', en: 'Recognition by the households asked' },
  part: 'satisfied_households',
  whole: 'surveyed_households',
  judgedBy: 'recognition',
  numerator: { label: { zh: '认可户数', en: 'households that recognise the result' }, unit: 'households' },
  denominator: { label: { zh: '调查总户数', en: 'households asked' }, unit: 'households' },
  definition: {
    zh: '县的评估检查调查的户中，认可脱贫政策、帮扶措施和成效的户的比例。按户计算。',
    en: 'Of the households that the evaluation of a county asked, those that recognise the policies, the measures and their effect. Counted in households.',
  },
});
