import { projectAmount } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { project } from '../readers/index.ts';

/** Projects (项目数), each once, by its latest row up to the day of judgement. Source: arithmetic over the register. */
export default defineMetric({
  id: 'projects',
  group: 'funds',
  label: { zh: '项目数', en: 'Projects' },
  unit: 'projects',
  shape: 'amount',
  of: 'projects',
  beside: [{ fact: 'project.shared_projects', label: { zh: '共用项目', en: 'shared projects' }, unit: 'projects', level: 'village' }],
  numerator: { label: { zh: '项目', en: 'projects' }, unit: 'projects' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '截至统计日已有记录的项目数，每个项目只算一次。几个村共同的项目算在包含这些村的最低一级，在各村另行列出，不重复计入。',
    en: 'Projects on record up to the day of judgement, each once. A project of several villages counts at the lowest place that holds them all, and is noted beside each of them without being added.',
  },
  formula: { zh: '项目数（每个项目一次）', en: 'projects, each once' },
  source: { zh: '项目台账；算术定义', en: 'Register of projects; arithmetic' },
  sufficient: [['projects']],
  reads: { projects: above(project('projects')) },
  part: ({ projects }) => projectAmount(projects),
});
