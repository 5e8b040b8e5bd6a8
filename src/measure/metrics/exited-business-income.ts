import { exitedIncomeOfKind } from '../exited-income.ts';

/** Net business income of the exited per person (经营净收入). Source: income sheet of the household booklet. */
export default exitedIncomeOfKind({
  column: 'business_income',
  id: 'exited_business_income',
  label: { zh: '脱贫人口人均经营净收入', en: 'Net business income per exited person' },
  income: { zh: '经营净收入', en: 'net business income' },
});
