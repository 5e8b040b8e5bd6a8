import { defineStandard } from '../define.ts';
import type { Book } from '../standard.ts';

/** Henan (河南): of one county alone was a time limit found. */
export const henan: Book = {
  standards: [
    defineStandard({
      id: 'monitoring/recognition-days',
      region: '410581',
      level: 'household',
      label: { zh: '发现线索到识别认定的时限', en: 'Days from a clue to being recognised' },
      unit: 'days',
      comparison: 'at-most',
      wording: '从发现线索到完成识别认定不超过15天',
      values: [
        {
          from: '2023-01-01',
          until: '2023-12-31',
          value: '15 days',
          source: {
            title: '防止返贫监测政策（2023年）',
            issuer: '林州市人民政府网站',
            published: '2023',
            url: 'http://www.linzhou.gov.cn/sitesources/lzsrmzf/page_pc/jczwgkzl/sdly/fply/zcwj/articlecf7287f7010e41e3a93a6e0b37d43ba1.html',
            confidence: 'press',
          },
          furtherSource: {
            title: '防止返贫监测对象有哪几类？分别是怎么识别认定的？（甘肃秦安，“一般不超过15天”）',
            issuer: '秦安县人民政府',
            url: 'http://www.qinan.gov.cn/info/11792/1360362.htm',
            confidence: 'press',
          },
          note: {
            zh: '只读到页面的摘录；秦安的页面未注明日期，所以没有为秦安列出',
            en: 'read as an excerpt of the page; the page of Qin’an (Gansu) bears no date that was read, so that nothing is shipped for it',
          },
        },
      ],
      lastChecked: '2026-11-26',
    }),
  ],
  schemes: [],
};
