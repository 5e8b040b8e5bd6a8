import { amountPart } from '../amount.ts';
import { defineMetric } from '../metric.ts';
import { above } from '../reader.ts';
import { declared } from '../readers/index.ts';

/** Children out of school (辍学人数), as the village declares them. Source: Guangxi village exit form 2017, item 4. */
export default defineMetric({
  id: 'dropout_children',
  group: 'village',
  label: { zh: '辍学人数', en: 'Children out of school' },
  unit: 'children',
  shape: 'amount',
  flow: 'added',
  judgedBy: 'education',
  numerator: { label: { zh: '失学辍学的义务教育阶段儿童', en: 'children of compulsory school age out of school' }, unit: 'children' },
  withoutDenominator: 'no-data',
  definition: {
    zh: '当期义务教育阶段失学辍学的儿童人数。退出标准要求没有因贫辍学。',
    en: 'Children of compulsory school age who are out of school in the period. The exit form asks for none for economic reasons.',
  },
  formula: { zh: '辍学人数', en: 'children out of school' },
  source: { zh: '广西贫困村脱贫摘帽双认定表（2017年）第4项', en: 'Guangxi village exit form 2017, item 4' },
  sufficient: [['villages'], ['villages', 'households']],
  reads: { children: above(declared('dropout_children')) },
  part: ({ children }) => amountPart(children),
});
