import { exitedIncomeOfKind } from '../exited-income.ts';

/** Net transfer income of the exited per person (转移净收入). Source: income sheet of the household booklet. */
export default exitedIncomeOfKind({
  column: 'transfer_income',
  id: 'exited_transfer_income',
  label: { zh: '脱贫人口人均转移净收入', en: 'Net transfer income per exited person' },
  income: { zh: '转移净收入', en: 'net transfer income' },
});
