import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { withOwn } from '../../src/standards/book.ts';
import { standardInForce } from '../../src/standards/in-force.ts';
import { readStandards } from '../../src/standards/read-standards.ts';
import { shippedBook } from '../../src/standards/regions/index.ts';
import type { IsoDate } from '../../src/vocabulary/period.ts';

const SOURCE = { title: '钟山县通知', issuer: '钟山县扶贫开发领导小组', published: '2019', confidence: 'hearsay' };
const INCOME = {
  id: 'village-exit/collective-income',
  region: '45',
  level: 'village',
  label: { zh: '村集体经济收入', en: 'Collective income' },
  unit: 'yuan',
  comparison: 'at-least',
  wording: '达4万元以上（含）',
  values: [{ from: '2019-01-01', until: '2019-12-31', value: '40000 yuan', source: SOURCE }],
  lastChecked: '2020-01-01',
};

/** A file with the standard above, changed by a function of its text. */
const file = (standard: unknown, schemes?: unknown): string =>
  JSON.stringify({ standards: [standard], ...(schemes === undefined ? {} : { schemes }) }, undefined, 2);

function refusal(text: string): readonly string[] {
  try {
    readStandards(text, 'mine.json');
  } catch (error) {
    if (error instanceof UserError) return error.texts.map(({ en }) => en);
    throw error;
  }
  return [];
}

const [value] = INCOME.values;
const withValue = (changes: object): unknown => ({ ...INCOME, values: [{ ...value, ...changes }] });

describe('a file of standards', () => {
  test('fills the year for which nothing is shipped, hearsay and all', () => {
    const book = withOwn(shippedBook, readStandards(file(INCOME), 'mine.json'));
    const found = standardInForce(book, INCOME.id, '451122', '2019-12-31' as IsoDate);
    expect(found).toMatchObject({ value: { value: '40000 yuan', threshold: { numerator: 4_000_000n, denominator: 1n } } });
    expect(standardInForce(book, INCOME.id, '451122', '2018-12-31' as IsoDate)).toMatchObject({ value: { value: '30000 yuan' } });
  });

  test('may leave out either list', () => {
    expect(readStandards('{}', 'mine.json')).toEqual({ standards: [], schemes: [] });
  });

  test('takes the place of a shipped value on its own days only', () => {
    const own = readStandards(file(withValue({ from: '2018-06-01', until: '2018-06-30', value: '25000 yuan' })), 'mine.json');
    const book = withOwn(shippedBook, own);
    const on = (date: string): string => {
      const found = standardInForce(book, INCOME.id, '45', date as IsoDate);
      return 'reason' in found ? found.reason : found.value.value;
    };
    expect(['2018-05-31', '2018-06-01', '2018-06-30', '2018-07-01'].map(on)).toEqual([
      '30000 yuan',
      '25000 yuan',
      '25000 yuan',
      '30000 yuan',
    ]);
  });

  test('a national value without a half takes the place of both halves', () => {
    const national = {
      ...INCOME,
      id: 'village-exit/poverty-incidence',
      region: 'CN',
      unit: 'share',
      comparison: 'below',
      values: [{ ...value, from: '2016-01-01', until: '2020-12-31', value: '2.5%' }],
    };
    const book = withOwn(shippedBook, readStandards(file(national), 'mine.json'));
    // Hubei is not of the west, Guizhou is; a place that does not say where it lies may lie in Guangxi, which has its own.
    for (const region of ['42', '52', 'CN']) {
      const found = standardInForce(book, 'village-exit/poverty-incidence', region, '2018-12-31' as IsoDate);
      expect(found).toMatchObject({ value: { threshold: { numerator: 1n, denominator: 40n } } });
    }
    expect(standardInForce(book, 'village-exit/poverty-incidence', undefined, '2018-12-31' as IsoDate)).toEqual({
      reason: 'region-unknown',
    });
  });

  test.each<[string, string, RegExp]>([
    [
      'a misspelt key',
      file(withValue({ untill: '2019-12-31' })),
      /^mine\.json line 25 standards\[0\]\.values\[0\]\.untill: there is no such key; known here: from, until/,
    ],
    [
      'a misspelt key at the top',
      '{\n"standard": []\n}',
      /^mine\.json line 2 standard: there is no such key; known here: schema, standards, schemes$/,
    ],
    ['a missing key', file({ ...INCOME, unit: undefined }), /line 3 standards\[0\]\.unit: must be one of share, yuan/],
    ['a missing text', file({ ...INCOME, wording: undefined }), /standards\[0\]\.wording: is missing, or is not text$/],
    ['a value without its unit', file(withValue({ value: '40000' })), /standards\[0\]\.values\[0\]\.value: must be a number with its unit/],
    ['a value of another unit', file(withValue({ value: '40%' })), /standards\[0\]\.values\[0\]\.value: does not fit the unit/],
    ['a number of fen that is not whole', file(withValue({ value: '1.005 yuan' })), /does not fit the unit, or has too many decimals/],
    ['a day that does not exist', file(withValue({ until: '2019-02-29' })), /until: must be a day, such as 2020-12-31$/],
    ['a value that ends before it begins', file(withValue({ until: '2018-12-31' })), /until: ends before it begins/],
    ['a region that is no province', file({ ...INCOME, region: '99' }), /standards\[0\]\.region: must be CN or the first 2, 4 or 6 digits/],
    ['a half of a province', file({ ...INCOME, appliesTo: 'west' }), /appliesTo is only for national standards/],
    ['a level that the id does not name', file({ ...INCOME, level: 'county' }), /is not the level that the id names/],
    [
      'an id that nothing is judged by',
      file({ ...INCOME, id: 'village-exit/colective-income' }),
      /standards\[0\]\.id: nothing is judged by village-exit\/colective-income; known: poverty-line/,
    ],
    [
      'two values for one day',
      file({ ...INCOME, values: [value, { ...value, from: '2019-12-31', until: '2020-12-31' }] }),
      /standards\[0\]\.values\[1\]\.from: overlaps an earlier value/,
    ],
    ['one standard twice', JSON.stringify({ standards: [INCOME, INCOME] }), /standards\[1\]: has the id and region of an earlier entry/],
    ['a key written twice', '{\n"standards": [],\n"standards": []\n}', /^mine\.json line 3 standards: this key is written twice$/],
    ['no JSON', '{\n"standards": [\n}', /^mine\.json line 3: not valid JSON/],
    ['a list instead of an object', '[]', /^mine\.json line 1 \(the whole file\): is missing, or is not an object/],
  ])('refuses %s, and says where', (_, text, message) => {
    const problems = refusal(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
  });

  test('names every problem in one run', () => {
    const wrong = { ...INCOME, regoin: '45', comparison: 'atleast', values: [{ ...value, from: '2019', value: 'forty' }] };
    expect(refusal(file(wrong)).map((problem) => problem.split(' ')[3])).toEqual([
      'standards[0].comparison:',
      'standards[0].values[0].from:',
      'standards[0].values[0].value:',
      'standards[0].regoin:',
    ]);
  });

  test('refuses a criterion that names a standard nobody has, or an answer of another level', () => {
    const scheme = {
      id: 'village-exit',
      region: '451122',
      level: 'village',
      title: { zh: '本县标准', en: 'Ours' },
      from: '2018-01-01',
      until: '2020-12-31',
      source: SOURCE,
      criteria: [
        { number: 1, label: { zh: '路', en: 'Road' }, wording: '路', parts: [{ kind: 'answer', answer: 'hardened_road' }] },
        {
          number: 2,
          label: { zh: '水', en: 'Water' },
          wording: '水',
          parts: [{ kind: 'metric', metric: 'village_water_share', standard: 'village-exit/watre' }],
        },
      ],
    };
    expect(refusal(file(INCOME, [scheme]))[0]).toMatch(
      /schemes\[0\]\.criteria\[1\]\.parts\[0\]\.standard: there is no standard village-exit\/watre/,
    );
    const [road] = scheme.criteria;
    const other = { ...scheme, criteria: [{ ...road, parts: [{ kind: 'answer', answer: 'tv' }] }] };
    expect(refusal(file(INCOME, [other]))[0]).toMatch(/criteria\[0\]\.parts\[0\]\.answer: is not an answer of this level/);
    expect(refusal(file(INCOME, [{ ...scheme, criteria: [road] }]))).toEqual([]);
  });
});
