import { exitedIncomeOfKind } from '../exited-income.ts';

/** Net property income of the exited per person (财产净收入). Source: income sheet of the household booklet. */
export default exitedIncomeOfKind({
  column: 'property_income',
  id: 'exited_property_income',
  label: { zh: '脱贫人口人均财产净收入', en: 'Net property income per exited person' },
  income: { zh: '财产净收入', en: 'net property income' },
});
