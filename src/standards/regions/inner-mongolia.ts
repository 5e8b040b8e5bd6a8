import { defineStandard } from '../define.ts';
import type { Book } from '../standard.ts';

/** Inner Mongolia (内蒙古): what the bridging funds of 2022 were to be spent on. */
export const innerMongolia: Book = {
  standards: [
    defineStandard({
      id: 'bridging-funds/central-industry-share',
      region: '15',
      level: 'county',
      label: { zh: '中央衔接资金用于产业的占比', en: "Industry's share of the central bridging funds" },
      unit: 'share',
      comparison: 'at-least',
      wording: '衔接资金占比原则上不得低于下达各地的资金总规模的55%，且不得低于2021年的资金占比',
      values: [
        {
          from: '2022-01-01',
          until: '2022-12-31',
          value: '55%',
          notUnderTheYearBefore: true,
          source: {
            title: '关于下达2022年财政衔接推进乡村振兴补助资金的报道（原题未见）',
            issuer: '内蒙古日报',
            published: '2022-05-23',
            url: 'http://szb.northnews.cn/nmgrb/html/2022-05/23/content_36479_181342.htm',
            confidence: 'press',
          },
          note: {
            zh: '原文是“原则上”；“且不得低于2021年的资金占比”要有2021年的项目表才能判断',
            en: 'the source says "in principle"; "and not under the share of 2021" needs the projects of 2021',
          },
        },
      ],
      lastChecked: '2026-11-26',
    }),
  ],
  schemes: [],
};
