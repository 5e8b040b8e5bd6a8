import { projectAmount } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { project } from '../readers/index.ts';

/**
 * Money left (结余资金), cumulative: received and not yet spent over all periods up to the day of judgement, by how old the oldest of it is.
 * A project that spent more than it received takes nothing from the others. Source: 国办发〔2014〕70号 for the two years; arithmetic.
 */
export default defineMetric({
  id: 'money_left_yuan',
  group: 'funds',
  label: { zh: '累计结余资金', en: 'Money left to date' },
  unit: 'yuan',
  shape: 'amount',
  of: 'projects',
  breakdown: { fact: 'project.money_left_by_age', column: 'left_age', unit: 'yuan' },
  numerator: { label: { zh: '累计到位减去累计支出', en: 'received less spent to date' }, unit: 'yuan' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '截至统计日，各项目历年累计到位减去累计支出后剩余的资金，按最早一笔结余的年限分列（先到先用）。支出多于到位的项目不抵减其他项目。',
    en: 'What projects received and have not spent over all periods up to the day of judgement, by the age of the oldest of it (money is spent in the order in which it came). A project that spent more than it received takes nothing from the others.',
  },
  formula: { zh: 'Σ 大于零的（累计到位 − 累计支出），按结余年限', en: 'Σ (received − spent to date) where above zero, by age' },
  source: {
    zh: '国办发〔2014〕70号：结转两年以上的资金收回；项目台账；算术定义',
    en: '国办发〔2014〕70号 (money carried over for two years and more is called in); register of projects; arithmetic',
  },
  sufficient: [['projects']],
  reads: { left: above(project('money_left')) },
  part: ({ left }) => projectAmount(left),
});
