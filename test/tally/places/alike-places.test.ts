import { describe, expect, test } from 'vitest';
import { areOfTwoKinds, stemOf } from '../../../src/tally/places/place-names.ts';
import { csvOf, household, measuredAll, project, seen, tallyTexts, village } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';
import type { Finding } from '../../../src/input/finding.ts';

type Found = readonly (readonly [code: string, file: string, row: number | undefined, value: Finding['value']])[];

async function found(files: Readonly<Record<string, string>>): Promise<Found> {
  const { findings } = await tallyTexts(files);
  return findings.map(({ code, file, row, value }) => [code, file, row, value]);
}

/** What is found where a village of 2019 is called one thing and in 2020 another. */
const acrossYears = (then: TableRow, now: TableRow): Promise<Found> =>
  found({
    'v.csv': csvOf([
      village({ period: 2019, collective_income: 50_000, ...then }),
      village({ period: 2020, collective_income: 80_000, ...now }),
    ]),
  });

const WARNED = 'alike-villages';

describe('villages whose names differ in an ending', () => {
  test.each([
    ['大桥', '大桥村'],
    ['大桥村', '大桥'],
    ['大桥村', '大桥村委会'],
    ['大桥村', '大桥行政村'],
    ['大桥村', '大桥村民委员会'],
    ['大桥村', '大桥社区'],
    ['大桥社区', '大桥社区居委会'],
    ['大桥村', '大桥屯'],
    ['大桥村', '大桥村★'],
    ['甲村', '*甲村（※）'],
    ['1001', '01001'],
    ['Daqiao', 'Daqiao Village'],
  ])('%s in 2019 and %s in 2020: a warning at the later one', async (then, now) =>
    expect(await acrossYears({ village: then }, { village: now })).toEqual([[WARNED, 'v.csv', 3, now]]),
  );

  test.each([
    ['上坪村', '下坪村'],
    ['大桥村', '小桥村'],
    ['大桥一村', '大桥二村'],
    ['村', '社区'],
  ])('%s and %s are two', async (then, now) => expect(await acrossYears({ village: then }, { village: now })).toEqual([]));

  test('they are not merged, and there is no growth', async () => {
    const files = {
      'v.csv': csvOf([village({ village: '大桥', period: 2019, collective_income: 50_000 }), village({ collective_income: 80_000 })]),
    };
    const { places } = await measuredAll(files, ['collective_income_growth']);
    expect(places.map(({ place, measured }) => [place.village, seen(measured[0]!).reason])).toEqual([['大桥村', 'no-base']]);
  });

  test('in one period two kinds of ending are two villages; a bare name is none', async () => {
    const both = (one: string, other: string): Promise<Found> =>
      found({ 'v.csv': csvOf([village({ village: one, households: 5 }), village({ village: other, households: 5 })]) });
    expect(await both('大桥村', '大桥社区')).toEqual([]);
    expect(await both('大桥村', '大桥屯')).toEqual([]);
    expect(await both('大桥村', '大桥')).toEqual([[WARNED, 'v.csv', 3, '大桥']]);
    expect(await both('大桥村', '大桥村委会')).toEqual([[WARNED, 'v.csv', 3, '大桥村委会']]);
  });

  test('across files of households and of projects', async () => {
    const files = {
      'a.csv': csvOf([household(1, { village: '大桥' }), household(2, { village: '大桥' })]),
      'b.csv': csvOf([household(3), household(4)]),
    };
    expect(await found(files)).toEqual([[WARNED, 'b.csv', 2, '大桥村']]);
    expect(await found({ 'a.csv': csvOf([project('P1'), project('P2', { village: '大桥' })]) })).toEqual([[WARNED, 'a.csv', 3, '大桥']]);
  });

  test('a name that the village table does not have is said once', async () => {
    const files = { 'v.csv': csvOf([village({ households: 5 })]), 'h.csv': csvOf([household(1, { village: '大桥' })]) };
    expect(await found(files)).toEqual([['unknown-village', 'h.csv', 2, '大桥']]);
  });

  test('other townships, or two codes, are other villages', async () => {
    const [a, b] = ['451122001001', '451122001002'];
    expect(await acrossYears({ village: '大桥', township: '公安镇' }, { township: '石龙镇' })).toEqual([]);
    expect(await acrossYears({ village: '大桥', village_code: a }, { village_code: b })).toEqual([]);
    expect(await acrossYears({ village: '大桥', village_code: a }, {})).toHaveLength(1);
  });

  test('one code is one village, whatever its name', async () => {
    const code = { village_code: '451122001001' };
    expect(await acrossYears({ village: '大桥', ...code }, code)).toEqual([]);
  });
});

describe('townships and counties whose names differ in an ending', () => {
  test.each([
    [{ township: '公安' }, { township: '公安镇' }],
    [{ township: '公安乡' }, { township: '公安镇' }],
    [{ township: '两安瑶族乡' }, { township: '两安乡' }],
    [{ county: '钟山' }, { county: '钟山县' }],
    [{ county: '富川' }, { county: '富川瑶族自治县' }],
    [{ province: '广西' }, { province: '广西壮族自治区' }],
  ])('%j in 2019 and %j in 2020: a warning', async (then, now) =>
    expect(await acrossYears(then, now)).toEqual([[WARNED, 'v.csv', 3, '大桥村']]),
  );

  test('城关镇 and 城关乡 of one year are two', async () => {
    const rows = [village({ township: '城关镇', households: 5 }), village({ township: '城关乡', households: 5 })];
    expect(await found({ 'v.csv': csvOf(rows) })).toEqual([]);
  });
});

test('a name that is nothing but an ending is not cut', () => {
  expect([stemOf('village', '村'), stemOf('village', '大桥村'), stemOf('county', '县')]).toEqual(['村', '大桥', '县']);
  expect(areOfTwoKinds('village', '大桥村', '大桥')).toBe(false);
});

describe('helpers whose names differ in blanks alone', () => {
  const helpers = (...rows: readonly TableRow[]) => rows.map((row, index) => household(index + 1, row));
  const WARNED_HELPER = 'helper-differs-in-blanks';

  test.each([
    ['张三', '张 三'],
    ['张 三', '张三'],
    ['张三', '张\u3000三'],
    ['欧阳一', '欧阳 一'],
  ])('%s, then %s: a warning with the name masked, and two helpers', async (one, other) => {
    const rows = helpers({ helper_name: one }, { helper_name: one }, { helper_name: other }, { helper_name: other });
    const { findings } = await tallyTexts({ 'h.csv': csvOf(rows) });
    expect(findings).toMatchObject([
      {
        code: WARNED_HELPER,
        severity: 'warning',
        row: 4,
        column: 'helper_name',
        value: `${one[0]}**`,
        arguments: { twin: { en: 'h.csv row 2' } },
      },
    ]);
    const { total } = await measuredAll({ 'h.csv': csvOf(rows) }, ['households_per_helper']);
    // 4 households, two helpers
    expect(seen(total.measured[0]!).value).toBe('4/2');
  });

  test('of two units they are two persons', async () => {
    const rows = helpers({ helper_name: '张三', helper_unit: '财政局' }, { helper_name: '张 三', helper_unit: '水利局' });
    expect((await tallyTexts({ 'h.csv': csvOf(rows) })).findings).toEqual([]);
  });

  test('in a list of several, across files', async () => {
    const files = {
      'a.csv': csvOf(helpers({ helper_name: '张三、李四' })),
      'b.csv': csvOf([household(9, { helper_name: '王五、李 四' })]),
    };
    expect((await tallyTexts(files)).findings).toMatchObject([{ code: WARNED_HELPER, file: 'b.csv', row: 2, value: '李**' }]);
  });
});
