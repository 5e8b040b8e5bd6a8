import type { z } from 'zod';
import type { Text } from '../vocabulary/text.ts';
import { pathText } from './json-places.ts';
import { KEYS, PROBLEM_CODES } from './schema.ts';
import type { ProblemCode } from './schema.ts';

/** What is wrong in a file of standards, where, and what is wanted instead. */
export interface Problem {
  readonly path: string;
  readonly text: Text;
}

const WANTED: Readonly<Record<ProblemCode, Text>> = {
  blank: { zh: '不能空着', en: 'must not be blank' },
  'not-a-day': { zh: '要写日期，如 2020-12-31', en: 'must be a day, such as 2020-12-31' },
  'not-a-year-month-or-day': {
    zh: '要写年、月或日，如 2020、2020-04、2020-04-18',
    en: 'must be a year, a month or a day: 2020, 2020-04, 2020-04-18',
  },
  'not-a-region': {
    zh: '要写 CN 或 GB/T 2260 代码的前 2、4、6 位，如 45、4511、451122；境外机构可自定编号，如 lumara-north',
    en: 'must be CN or the first 2, 4 or 6 digits of a GB/T 2260 code, such as 45, 4511, 451122, or an id of your own abroad, such as lumara-north',
  },
  'not-an-id': {
    zh: '编号写成 village-exit/water 这样：小写字母、数字、连字符',
    en: 'must be an id such as village-exit/water: small letters, digits, hyphens',
  },
  'ends-before-it-begins': { zh: '截止日早于起始日', en: 'ends before it begins (from)' },
  'not-a-value': {
    zh: '数值要带单位，如 60%、20000 yuan、13 m2、0 children',
    en: 'must be a number with its unit, such as 60%, 20000 yuan, 13 m2, 0 children',
  },
  'not-a-value-of-the-unit': {
    zh: '数值与 unit 不符，或小数位太多；share 写 60%，yuan 写 20000 yuan，money（其他货币）写 20000 lum，m2 写 13 m2，months 写 6 months，days 写 15 days，人数户数写整数',
    en: 'does not fit the unit, or has too many decimals; share is written 60%, yuan 20000 yuan, money (another currency) 20000 lum, m2 13 m2, months 6 months, days 15 days, counts whole',
  },
  'values-overlap': {
    zh: '与前面一个数值的时段重叠；每一天只能有一个数值',
    en: 'overlaps an earlier value; a day can have only one value',
  },
  'another-level': {
    zh: '与编号所说的层级不符（household、village、county）',
    en: 'is not the level that the id names (household, village, county)',
  },
  'part-of-a-province': { zh: 'appliesTo 只用于全国的标准（region 为 CN）', en: 'appliesTo is only for national standards (region CN)' },
  'answer-of-another-level': { zh: '这一层级没有这个答案列', en: 'is not an answer of this level' },
};

/** The words of one issue of the schema: usually one problem, several for several unknown keys. */
export function problemsOf(issue: z.core.$ZodIssue, keys: Readonly<Record<string, readonly string[]>> = KEYS): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keys[lastName(issue.path)] ?? [];
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      text: {
        zh: `没有这个键${known.length > 0 ? `；这里可用：${known.join('、')}` : ''}`,
        en: `there is no such key${known.length > 0 ? `; known here: ${known.join(', ')}` : ''}`,
      },
    }));
  }
  return [{ path: pathText(issue.path), text: wanted(issue) }];
}

const lastName = (path: readonly PropertyKey[]): string => path.findLast((one) => typeof one === 'string') ?? '';

const TYPE_NAMES: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'text' },
  object: { zh: '对象 {…}', en: 'an object {…}' },
  array: { zh: '数组 […]', en: 'a list […]' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  int: { zh: '整数', en: 'a whole number' },
  number: { zh: '数字', en: 'a number' },
};

function wanted(issue: z.core.$ZodIssue): Text {
  const code = PROBLEM_CODES.find((one) => one === issue.message);
  if (code !== undefined) return WANTED[code];
  if (issue.code === 'invalid_type') {
    const type = TYPE_NAMES[issue.expected] ?? { zh: issue.expected, en: issue.expected };
    return { zh: `缺少，或不是${type.zh}`, en: `is missing, or is not ${type.en}` };
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return { zh: `要写其中之一：${values.join('、')}`, en: `must be one of ${values.join(', ')}` };
  }
  if (issue.code === 'invalid_union') return { zh: '要写其中之一：metric、answer、outside', en: 'must be one of metric, answer, outside' };
  if (issue.code === 'too_small') return { zh: '至少要有一个', en: 'needs at least one' };
  return { zh: '不符合格式', en: 'is not as it must be' };
}
