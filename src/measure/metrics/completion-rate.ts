import { defineMetric } from '../metric.ts';
import { projectShare } from '../readers/index.ts';
import { shareOfProjects } from '../ratio.ts';

/** Completion rate (项目完工率): completed projects out of those not stopped, by the latest row up to the day of judgement. Source: arithmetic over the register. */
export default defineMetric({
  id: 'completion_rate',
  group: 'funds',
  label: { zh: '项目完工率', en: 'Completion rate' },
  unit: 'share',
  shape: 'ratio',
  of: 'projects',
  numerator: { label: { zh: '已完成的项目', en: 'completed projects' }, unit: 'projects' },
  denominator: {
    label: { zh: '没有终止、状态清楚的项目', en: 'projects that are not stopped and whose status is known' },
    unit: 'projects',
  },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '截至统计日，已完成的项目占没有终止的项目的比例。状态空白的按“不清楚”；统计日之后才完成的，当时还没有完成。',
    en: 'As of the day of judgement, completed projects out of those that are not stopped. A blank status is unknown; what was completed later was not completed then.',
  },
  formula: { zh: '已完成项目 ÷ 未终止项目', en: 'completed projects ÷ projects not stopped' },
  source: { zh: '项目台账“项目状态”；算术定义', en: 'Register of projects (项目状态); arithmetic' },
  sufficient: [['projects']],
  reads: { share: projectShare('completion') },
  part: ({ share }) => shareOfProjects(share),
});
