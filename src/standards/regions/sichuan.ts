import { defineStandard } from '../define.ts';
import type { WrittenStandard } from '../define.ts';
import type { Book } from '../standard.ts';

const SOURCE: WrittenStandard['values'][number]['source'] = {
  title: '财政厅提前下达乡村振兴补助资金172.94亿元！四川50个重点帮扶县获单独补助',
  issuer: '四川日报（转载）',
  published: '2022-12-09',
  url: 'https://m.pouringspot.com/10462/10464/10797/2022/12/9/ea87190535ad447e8f98fd06e4e699fb.shtml',
  confidence: 'press',
};

const industryShare = (of: 'central' | 'provincial', value: string, label: WrittenStandard['label']): WrittenStandard => ({
  id: `bridging-funds/${of}-industry-share`,
  region: '51',
  level: 'county',
  label,
  unit: 'share',
  comparison: 'at-least',
  wording: '2023年用于产业发展资金规模占比，原则上不低于分配各地中央资金的60%、省级资金的50%',
  values: [
    {
      from: '2023-01-01',
      until: '2023-12-31',
      value,
      source: SOURCE,
      note: { zh: '原文是“原则上”', en: 'the source says "in principle"' },
    },
  ],
  lastChecked: '2026-11-26',
});

/** Sichuan (四川): what the bridging funds of 2023 were to be spent on, the central and the provincial ones apart. */
export const sichuan: Book = {
  standards: [
    defineStandard(
      industryShare('central', '60%', { zh: '中央衔接资金用于产业的占比', en: "Industry's share of the central bridging funds" }),
    ),
    defineStandard(
      industryShare('provincial', '50%', { zh: '省级衔接资金用于产业的占比', en: "Industry's share of the provincial bridging funds" }),
    ),
  ],
  schemes: [],
};
