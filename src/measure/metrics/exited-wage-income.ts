import { exitedIncomeOfKind } from '../exited-income.ts';

/** Wage income of the exited per person (工资性收入). Source: income sheet of the household booklet. */
export default exitedIncomeOfKind({
  column: 'wage_income',
  id: 'exited_wage_income',
  label: { zh: '脱贫人口人均工资性收入', en: 'Wage income per exited person' },
  income: { zh: '工资性收入', en: 'wage income' },
});
