import { exitedIncomeOfKind } from '../exited-income.ts';

/** Income from working away of the exited per person (务工收入). Source: income sheet of the household booklet. */
export default exitedIncomeOfKind({
  column: 'migrant_income',
  id: 'exited_migrant_income',
  label: { zh: '脱贫人口人均务工收入', en: 'Income from working away per exited person' },
  income: { zh: '务工收入', en: 'income from working away' },
});
