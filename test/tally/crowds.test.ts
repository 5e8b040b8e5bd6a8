import { describe, expect, test } from 'vitest';
import { acceptBy } from '../../src/input/accepted.ts';
import { PackedFacts, packed, unpacked } from '../../src/tally/packed-facts.ts';
import { indexPlaces } from '../../src/tally/places/place-index.ts';
import { NOTHING } from '../../src/tally/sum.ts';
import type { Sum } from '../../src/tally/sum.ts';
import { tallyTexts } from '../support/tables.ts';

const many = Array.from({ length: 40 }, (_, at) => ({ township: `第${at}镇`, village: '新村' }));

describe('villages of one name', () => {
  const index = indexPlaces([...many, { township: '甲镇', village: '新村', village_code: '451122100200' }]);

  test('each is found by its township', () => {
    expect(index.resolve({ township: '第7镇', village: '新村' })).toMatchObject({ found: 'one', place: many[7], shorter: false });
  });
  test('by its code alone', () => {
    expect(index.resolve({ village: '新村', village_code: '451122100200' })).toMatchObject({ found: 'one', place: { township: '甲镇' } });
  });
  test('by the township, where a code is written that no table has', () => {
    expect(index.resolve({ township: '第7镇', village: '新村', village_code: '451122100999' })).toMatchObject({
      found: 'one',
      place: many[7],
    });
  });
  test('by the name alone it is several of them, in their order', () => {
    const found = index.resolve({ village: '新村' });
    expect(found.found === 'several' && found.candidates).toHaveLength(41);
    expect(found.found === 'several' && found.candidates.filter(({ village_code }) => village_code === undefined)).toEqual(many);
  });
  test('in another township none', () => {
    expect(index.resolve({ township: '无此镇', village: '新村' })).toEqual({ found: 'none' });
  });

  test('a row that fits twenty-five of them names twenty, and how many there are', async () => {
    const rows = many.slice(0, 25).map(({ township, village }) => `${township},${village},2020,10`);
    const { findings } = await tallyTexts({
      'v.csv': ['township,village,period,rural_population', ...rows].join('\n'),
      'h.csv': 'household_id,village,period,persons,status\n1,新村,2020,3,已脱贫\n',
    });
    const [said] = findings.filter(({ code }) => code === 'ambiguous-village');
    expect(said?.arguments?.['candidates']).toMatch(/第19镇新村 … \(25\)$/u);
  });
});

describe('sums in little', () => {
  const sum = (more: Partial<Sum>): Sum => ({ ...NOTHING, ...more });

  test.each([
    sum({}),
    sum({ yes: 7n }),
    sum({ yes: 2n ** 53n - 1n }),
    sum({ yes: 2n ** 53n }),
    sum({ yes: 2n ** 80n, unknown: 1n }),
    sum({ unrecorded: 1n }),
    sum({ yes: -5n }),
  ])('come back as they were', (one) => {
    expect(unpacked(packed(one))).toEqual(one);
  });

  test('add up beyond what a number holds', () => {
    const of = (yes: bigint) => PackedFacts.of(new Map([['declared.x', sum({ yes })]]));
    // (2^53 − 1) + 2 = 2^53 + 1, which no number of the language is.
    expect(PackedFacts.merged(of(2n ** 53n - 1n), of(2n)).get('declared.x')?.yes).toBe(2n ** 53n + 1n);
  });

  test('facts of two files, breakdowns among them, are those of both', () => {
    const a = PackedFacts.of(
      new Map([
        ['declared.x', sum({ yes: 1n })],
        ['evidence.y:鸡', sum({ yes: 2n })],
      ]),
    );
    const b = PackedFacts.of(
      new Map([
        ['evidence.z', sum({ unknown: 3n })],
        ['evidence.y:鸡', sum({ yes: 4n })],
      ]),
    );
    const both = PackedFacts.merged(a, b);
    expect(new Map(both)).toEqual(
      new Map([
        ['declared.x', sum({ yes: 1n })],
        ['evidence.z', sum({ unknown: 3n })],
        ['evidence.y:鸡', sum({ yes: 6n })],
      ]),
    );
    expect([both.size, both.has('declared.x'), both.has('declared.z'), [...both.keys()].length]).toEqual([3, true, false, 3]);
  });
});

test('the first entry that names a finding, by its whole key or by how it begins, accepts it', () => {
  const entry = (key: string, reason: string) => ({ code: 'not-a-number', key, reason, until: undefined });
  const accept = acceptBy([entry('甲村 2020', '一'), entry('甲村', '二'), entry('乙村', '三'), entry('甲', '四')], '2020-06-30' as never);
  const reasonOf = (key: string) => accept({ code: 'not-a-number', severity: 'error', file: 'v', key }).accepted;
  expect(['甲村 2020', '甲村 2019', '乙村 2020 x', '甲村镇 2020', '丙村'].map(reasonOf)).toEqual(['一', '二', '三', undefined, undefined]);
});

describe('a period decades off the others', () => {
  const villages = (periods: readonly string[]) =>
    tallyTexts({ 'v.csv': ['village,period,rural_population', ...periods.map((period) => `甲村,${period},10`)].join('\n') });
  const off = async (periods: readonly string[]) =>
    (await villages(periods)).findings.filter(({ code }) => code === 'period-far-off').map(({ value }) => value);

  test('is a warning at its row', async () => {
    expect(await off(['1980', '2019', '2020'])).toEqual(['1980']);
    expect(await off(['2019', '2020', '2080-04'])).toEqual(['2080-04']);
  });
  // 2020 − 2001 = 19 years; 2020 − 2000 = 20.
  test('nineteen years are none, twenty are', async () => {
    expect(await off(['2001', '2020'])).toEqual([]);
    expect(await off(['2000', '2020', '2021'])).toEqual(['2000']);
  });
});
