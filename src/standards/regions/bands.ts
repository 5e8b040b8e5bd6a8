import { defineStandard } from '../define.ts';
import type { WrittenStandard } from '../define.ts';
import type { Book } from '../standard.ts';

const LAST_CHECKED = '2026-11-26';
/** Classes of statistics, in use at least since the report of 2015; a later year needs somebody to look again. */
const HOLDS = { from: '2016-01-01', until: '2026-12-31' } as const;

type WrittenSource = WrittenStandard['values'][number]['source'];

const EMPTY_VILLAGES: WrittenSource = {
  title: '村集体经济的收敛性分析——基于北京郊区40个村庄的长时段观察（1978—2018年）',
  issuer: '期刊论文，fx361 转载',
  published: '2023-03-02',
  url: 'https://m.fx361.cc/news/2023/0302/21564268.html',
  confidence: 'press',
};
const COUNTY_CLASSES: WrittenSource = {
  title: '某县村集体经济收入按5万元、10万元、50万元分档的报道（文件原题未见）',
  issuer: 'bcrbszb.bcxww.com',
  published: '2015-12-03',
  url: 'http://bcrbszb.bcxww.com/html/2015-12/03/content_14475.htm',
  confidence: 'press',
};
const NO_MARK = {
  zh: '统计分档的界限，不是达标线，不作结论；没有读到规定它的文件，可用 --standards 换成本地的分档',
  en: 'the limit of a statistical class, no mark: nothing is judged by it. No document that lays it down was read; a standards file may give others',
};

const band = (which: 'lower' | 'upper', value: string, wording: string, source: WrittenSource): WrittenStandard => ({
  id: `operating-income-band/${which}`,
  region: 'CN',
  level: 'village',
  label:
    which === 'lower'
      ? { zh: '村集体经营性收入分档：下限', en: 'Bands of operating income: lower limit' }
      : { zh: '村集体经营性收入分档：上限', en: 'Bands of operating income: upper limit' },
  unit: 'yuan',
  comparison: 'at-least',
  wording,
  values: [{ ...HOLDS, value, source, note: NO_MARK }],
  reference: true,
  lastChecked: LAST_CHECKED,
});

/** Limits of classes of villages: parameters of a count, by which nothing is judged. */
export const bands: Book = {
  standards: [
    defineStandard(band('lower', '50000 yuan', '没有收益或者收益低于5万元的“空壳村”', EMPTY_VILLAGES)),
    defineStandard(band('upper', '100000 yuan', '村集体经济收入10万元以上', COUNTY_CLASSES)),
  ],
  schemes: [],
};
