import { defineScheme, defineStandard } from '../define.ts';
import type { WrittenScheme, WrittenStandard } from '../define.ts';
import type { Book } from '../standard.ts';

const REGION = '62';
const LAST_CHECKED = '2026-11-24';
/** The text names the standard of one year, and no other was read. */
const HOLDS = { from: '2020-01-01', until: '2020-12-31' } as const;

const SOURCE: WrittenStandard['values'][number]['source'] = {
  title: '甘肃省脱贫攻坚重点政策二十问',
  issuer: '临洮县融媒体中心（闽南网转载）',
  published: '2020-12-03',
  url: 'http://www.mnw.cn/news/china/2341436.html',
  confidence: 'press',
};

const standard = (
  what: string,
  label: WrittenStandard['label'],
  unit: WrittenStandard['unit'],
  comparison: WrittenStandard['comparison'],
  value: string,
  wording: string,
): WrittenStandard => ({
  id: `village-exit/${what}`,
  region: REGION,
  level: 'village',
  label,
  unit,
  comparison,
  wording,
  values: [{ ...HOLDS, value, source: SOURCE }],
  lastChecked: LAST_CHECKED,
});

const outside = (zh: string, en: string): WrittenScheme['criteria'][number]['parts'][number] => ({ kind: 'outside', what: { zh, en } });

/** Gansu (甘肃): the eleven items, in four kinds, by which a poverty village exits in 2020. Each of them alone can prevent it. */
export const gansu: Book = {
  standards: [
    defineStandard(
      standard('poverty-incidence', { zh: '贫困发生率', en: 'Poverty incidence' }, 'share', 'at-most', '0%', '贫困人口全部脱贫'),
    ),
    defineStandard(
      standard(
        'collective-income',
        { zh: '村集体经济收入', en: 'Collective income of the village' },
        'yuan',
        'at-least',
        '20000 yuan',
        '有集体经济收入（2020年当年收入达到2万元以上）',
      ),
    ),
    defineStandard(
      standard(
        'education',
        { zh: '失学辍学的适龄学生', en: 'Children of school age out of school' },
        'children',
        'at-most',
        '0 children',
        '义务教育阶段适龄学生有学上',
      ),
    ),
  ],
  schemes: [
    defineScheme({
      id: 'village-exit',
      region: REGION,
      level: 'village',
      title: { zh: '甘肃贫困村退出标准（4类11项，2020年）', en: 'Gansu exit standard of a village (eleven items, 2020)' },
      ...HOLDS,
      source: SOURCE,
      criteria: [
        {
          number: 1,
          label: { zh: '贫困人口全部脱贫', en: 'Nobody poor any more' },
          wording: '贫困人口全部脱贫',
          parts: [{ kind: 'metric', metric: 'poverty_incidence', standard: 'village-exit/poverty-incidence' }],
        },
        {
          number: 2,
          label: { zh: '有主导产业', en: 'A leading industry' },
          wording: '有主导产业',
          parts: [outside('有主导产业', 'there is a leading industry')],
        },
        {
          number: 3,
          label: { zh: '有农民专业合作组织', en: 'A cooperative' },
          wording: '有农民专业合作组织',
          parts: [{ kind: 'answer', answer: 'has_cooperative' }],
        },
        {
          number: 4,
          label: { zh: '有集体经济收入', en: 'Collective income' },
          wording: '有集体经济收入（2020年当年收入达到2万元以上）',
          parts: [{ kind: 'metric', metric: 'collective_income', standard: 'village-exit/collective-income' }],
        },
        {
          number: 5,
          label: { zh: '建制村通硬化路', en: 'A hardened road' },
          wording: '建制村通硬化路',
          parts: [{ kind: 'answer', answer: 'hardened_road' }],
        },
        {
          number: 6,
          label: { zh: '自然村通动力电', en: 'Power for machines in every settlement' },
          wording: '自然村通动力电',
          parts: [outside('自然村通动力电', 'three-phase power in every settlement')],
        },
        {
          number: 7,
          label: { zh: '人居环境干净整洁', en: 'Clean surroundings' },
          wording: '人居环境干净整洁',
          parts: [outside('人居环境干净整洁', 'the village is clean and tidy')],
        },
        {
          number: 8,
          label: { zh: '适龄学生有学上', en: 'Children in school' },
          wording: '义务教育阶段适龄学生有学上',
          parts: [{ kind: 'metric', metric: 'dropout_children', standard: 'village-exit/education' }],
        },
        {
          number: 9,
          label: { zh: '有村卫生室', en: 'A village clinic' },
          wording: '有村卫生室',
          parts: [outside('有村卫生室', 'there is a village clinic')],
        },
        {
          number: 10,
          label: { zh: '基本养老保险全覆盖', en: 'Pension insurance for all' },
          wording: '基本养老保险全覆盖',
          parts: [outside('应参保人员全部参加基本养老保险', 'everybody who can be insured is')],
        },
        {
          number: 11,
          label: { zh: '最低生活保障应保尽保', en: '低保 for all eligible' },
          wording: '最低生活保障应保尽保',
          parts: [outside('符合条件的全部纳入低保', 'all eligible households have 低保')],
        },
      ],
    }),
  ],
};
