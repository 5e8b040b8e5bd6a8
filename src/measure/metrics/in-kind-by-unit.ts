import { projectAmount } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { project } from '../readers/index.ts';

/** Quantities of projects by unit. Source: arithmetic over the register. */
export default defineMetric({
  id: 'in_kind_by_unit',
  group: 'funds',
  label: { zh: '实物和数量', en: 'Quantities by unit' },
  unit: 'projects',
  shape: 'amount',
  flow: 'added',
  of: 'projects',
  breakdown: { fact: 'project.quantity_by_unit', column: 'unit', unit: 'named' },
  numerator: { label: { zh: '有数量的项目', en: 'projects with a quantity' }, unit: 'projects' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '当期填了数量的项目数，数量按计量单位分列（亩、只、平方米……）；单位不同的数量从不相加。',
    en: 'Projects with a quantity in the period, and the quantities by their unit (mu, head, m² …); quantities of different units are never added.',
  },
  formula: { zh: '有数量的项目数；按计量单位：数量之和', en: 'projects with a quantity; for each unit, the sum' },
  source: { zh: '项目台账“数量、计量单位”；算术定义', en: 'Register of projects (数量, 计量单位); arithmetic' },
  sufficient: [['projects']],
  reads: { projects: above(project('projects_with_quantity')) },
  part: ({ projects }) => projectAmount(projects),
});
