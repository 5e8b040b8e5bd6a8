import { clearanceCriteria } from '../clearance-criteria.ts';
import { defineScheme, defineStandard } from '../define.ts';
import type { WrittenStandard } from '../define.ts';
import type { Book } from '../standard.ts';

const REGION = '34';
const LAST_CHECKED = '2026-11-26';

/** The transition (过渡期) that the pages speak of. */
const HOLDS = { from: '2024-03-15', until: '2025-12-31' } as const;

/** Two counties of two cities say it in the same words; the document of the province that these come from was not read: hence `press`. */
const YIJIANG: WrittenStandard['values'][number]['source'] = {
  title: '【退出标准】防止返贫监测对象风险消除条件',
  issuer: '芜湖市弋江区乡村振兴局',
  published: '2024-03-15',
  url: 'https://www.yjq.gov.cn/openness/grassroots/6603431/39287644.html',
  confidence: 'press',
};
const ZONGYANG: WrittenStandard['values'][number]['source'] = {
  title: '监测对象风险消除标准、程序',
  issuer: '枞阳县人民政府',
  url: 'https://zongyang.gov.cn/openness/OpennessContent/show/913795.html',
  confidence: 'press',
};
const NOTE = {
  zh: '取自两个县区的公开页面，文字相同；所依据的省级文件没有读到。“不设置比例要求”：风险消除的比例不作评判',
  en: 'read on the pages of two counties, in the same words; the document of the province was not read. No share is asked for (不设置比例要求): the share of risks cleared is judged by nothing',
};

/** Anhui (安徽): what a monitored household must meet before it is marked cleared. */
export const anhui: Book = {
  standards: [
    defineStandard({
      id: 'risk-clearance/months',
      region: REGION,
      level: 'household',
      label: { zh: '识别认定后最短监测期', en: 'Months between being identified and being cleared' },
      unit: 'months',
      comparison: 'at-least',
      wording: '原则上，识别认定监测对象时间至少半年以上',
      values: [{ ...HOLDS, value: '6 months', source: YIJIANG, furtherSource: ZONGYANG, note: NOTE }],
      lastChecked: LAST_CHECKED,
    }),
  ],
  schemes: [
    defineScheme({
      id: 'risk-clearance',
      region: REGION,
      level: 'household',
      title: { zh: '安徽监测对象风险消除条件', en: 'Anhui: when a monitored household may be marked cleared' },
      ...HOLDS,
      source: YIJIANG,
      furtherSource: ZONGYANG,
      note: NOTE,
      criteria: clearanceCriteria({
        income: '年人均纯收入稳定超过当年监测范围',
        guarantees: '“三保障”和饮水安全持续巩固',
        months: '识别认定监测对象时间至少半年以上',
        measures: '针对返贫致贫风险落实至少一项帮扶措施',
        labour: '对整户无劳动力的监测对象，暂不标注“风险消除”',
      }),
    }),
  ],
};
