import { projectAmount } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { project } from '../readers/index.ts';

/** Household times reached (受益户次), not distinct households. Source: arithmetic over the register. */
export default defineMetric({
  id: 'beneficiary_household_times',
  group: 'funds',
  label: { zh: '受益户次', en: 'Household times reached' },
  unit: 'households',
  shape: 'amount',
  flow: 'added',
  of: 'projects',
  numerator: { label: { zh: '受益户次', en: 'household times' }, unit: 'households' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '当期各项目受益户数之和。同一户从几个项目受益就算几次，所以是户次，不是户数。',
    en: 'Households reached by the projects of the period, added up: a household reached by several counts several times.',
  },
  formula: { zh: '各项目受益户数之和', en: 'the sum over the rows of the period' },
  source: { zh: '项目台账“受益户数”；算术定义', en: 'Register of projects (受益户数); arithmetic' },
  sufficient: [['projects']],
  reads: { times: above(project('beneficiary_household_times')) },
  part: ({ times }) => projectAmount(times),
});
