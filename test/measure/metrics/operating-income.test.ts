import { describe, expect, test } from 'vitest';
import { shippedBook } from '../../../src/standards/regions/index.ts';
import { formatMeasured } from '../../../src/report/format-value.ts';
import { csvOf, measured, seen, village } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';

const limits = { book: shippedBook };
const of = (id: string, ...rows: readonly TableRow[]) => measured({ 'villages.csv': csvOf(rows) }, id, { limits });
const row = (more: TableRow = {}): TableRow => village({ period: 2023, ...more });
const parts = (operating: string | number, contract: string | number, investment: string | number, other: string | number): TableRow => ({
  operating_income: operating,
  contract_income: contract,
  investment_income: investment,
  other_income: other,
});

describe('collective_operating_income', () => {
  const id = 'collective_operating_income';

  test('operating, contract, investment and other operating income; subsidies and one-off money are no part of it', async () => {
    // 40 000 + 20 000 + 12 000.50 + 500 = 72 500.50 yuan
    const one = await of(id, row({ ...parts(40000, 20000, '12000.50', 500), collective_income: 2000000, subsidy_income: 1000000 }));
    expect(seen(one)).toMatchObject({ value: '7250050/0', low: '7250050/0', high: '7250050/0', missing: 0, evidence: 'villages' });
  });

  test('a part that is not known makes it a lower bound: what is not known is not zero', async () => {
    const one = await of(id, row(parts(40000, '', 12000, 0)));
    expect(formatMeasured(one)).toBe('≥52000.00');
    expect(seen(one)).toMatchObject({ value: '5200000/0', missing: 1, low: '5200000/0', high: undefined });
  });

  test('a column that the file does not have is no zero either', async () => {
    const one = await of(id, row({ operating_income: 40000 }));
    expect(formatMeasured(one)).toBe('≥40000.00');
    expect(one.lacking.map(({ column }) => column)).toEqual(['contract_income', 'investment_income', 'other_income']);
  });

  test('the total of the village stands where the parts are not all known, and not where they are', async () => {
    expect(seen(await of(id, row({ ...parts(40000, '', '', ''), collective_operating_income: 65000 })))).toMatchObject({
      value: '6500000/0',
      high: '6500000/0',
      missing: 0,
    });
    expect(seen(await of(id, row({ collective_operating_income: 65000 })))).toMatchObject({ value: '6500000/0' });
    expect(seen(await of(id, row({ ...parts(1, 2, 3, 4), collective_operating_income: 65000 })))).toMatchObject({ value: '1000/0' });
  });

  test('0 in all four is 0; nothing there is no number', async () => {
    expect(seen(await of(id, row(parts(0, 0, 0, 0))))).toMatchObject({ value: '0/0', missing: 0 });
    expect(seen(await of(id, row(parts('', '', '', ''))))).toMatchObject({
      value: undefined,
      reason: 'no-data',
      low: '0/0',
      high: undefined,
    });
    expect(seen(await of(id, row({ households: 3 })))).toMatchObject({ value: undefined, reason: 'no-data' });
  });

  test('a township is the sum of its villages, and at least that where one is not known', async () => {
    const rows = [row({ village: 'A', ...parts(1, 1, 1, 1) }), row({ village: 'B', ...parts(2, 2, 2, 2) })];
    expect(formatMeasured(await of(id, ...rows))).toBe('12.00');
    expect(formatMeasured(await of(id, ...rows, row({ village: 'C', ...parts('', '', '', '') })))).toBe('≥12.00');
  });

  test('no document gives a mark since 2021: nothing is judged', async () => {
    const files = { 'villages.csv': csvOf([row({ province: '广西', ...parts(1, 1, 1, 1) })]) };
    expect((await measured(files, id, { standards: { book: shippedBook } })).verdict).toBeUndefined();
  });
});

describe('collective_operating_income_growth', () => {
  const id = 'collective_operating_income_growth';

  test('now less a year ago over a year ago', async () => {
    // (72 000 − 60 000) ÷ 60 000 = 20 %
    const one = await of(id, row(parts(40000, 20000, 12000, 0)), row({ period: 2022, ...parts(30000, 20000, 10000, 0) }));
    expect(formatMeasured(one)).toBe('+20.00% (1.20×)');
    expect(seen(one)).toMatchObject({ value: '1200000/6000000', missing: 0 });
  });

  test('no base, a base of nothing, a base that is not known', async () => {
    expect(seen(await of(id, row(parts(1, 1, 1, 1))))).toMatchObject({ value: undefined, reason: 'no-base' });
    expect(seen(await of(id, row(parts(1, 1, 1, 1)), row({ period: 2022, ...parts(0, 0, 0, 0) })))).toMatchObject({
      value: undefined,
      reason: 'base-not-positive',
    });
    // at least 4 then: the growth may be anything below (4 − 4) ÷ 4
    const one = await of(id, row(parts(1, 1, 1, 1)), row({ period: 2022, ...parts(4, '', 0, 0) }));
    expect(seen(one)).toMatchObject({ value: '0/400', low: undefined, high: '0/400' });
  });

  test('villages known in both years are summed before dividing', async () => {
    // A 100 → 200, B 300 → 300; C has no base: (500 − 400) ÷ 400 = 25 %
    const rows = [
      row({ village: 'A', ...parts(200, 0, 0, 0) }),
      row({ village: 'A', period: 2022, ...parts(100, 0, 0, 0) }),
      row({ village: 'B', ...parts(300, 0, 0, 0) }),
      row({ village: 'B', period: 2022, ...parts(300, 0, 0, 0) }),
      row({ village: 'C', ...parts(900, 0, 0, 0) }),
    ];
    const one = await of(id, ...rows);
    expect(seen(one)).toMatchObject({ value: '10000/40000' });
    expect(one.villages).toEqual({ used: 2, inFile: 3 });
  });
});

describe('villages by band of operating income', () => {
  const bands = ['low', 'middle', 'high'].map((band) => `${band}_operating_income_villages`);
  const shares = async (...rows: readonly TableRow[]) => Promise.all(bands.map(async (id) => seen(await of(id, ...rows)).value));
  const earning = (...amounts: readonly (string | number)[]): readonly TableRow[] =>
    amounts.map((amount, index) => row({ village: `V${index}`, ...parts(amount, 0, 0, 0) }));

  test('under 50 000, from 50 000, from 100 000: the limit itself belongs to the band above it', async () => {
    expect(await shares(...earning(0, '49999.99', 50000, '99999.99', 100000))).toEqual(['2/5', '2/5', '1/5']);
  });

  test('a lower bound settles what it can', async () => {
    // ≥ 100 000: high, whatever the rest. ≥ 60 000: not low, middle or high. ≥ 0: any.
    const rows = [100000, 60000, 0].map((amount, index) => row({ village: `V${index}`, ...parts(amount, '', 0, 0) }));
    const [low, middle, high] = await Promise.all(bands.map(async (id) => seen(await of(id, ...rows))));
    // V0 is known in all three, V1 in the low band (it is not there), V2 in none
    expect(low).toMatchObject({ value: '0/2', low: '0/3', high: '1/3', missing: 1 });
    expect(middle).toMatchObject({ value: '0/1', low: '0/3', high: '2/3', missing: 2 });
    expect(high).toMatchObject({ value: '1/1', low: '1/3', high: '3/3', missing: 2 });
  });

  test('nothing there: no number, and anything is possible', async () => {
    expect(seen(await of(bands[0]!, row({ households: 3 })))).toMatchObject({
      value: undefined,
      reason: 'no-data',
      low: '0/1',
      high: '1/1',
    });
  });

  test('the limits are parameters: a file of standards gives others, a year without any has none', async () => {
    const [lower, upper] = shippedBook.standards.filter(({ id }) => id.startsWith('operating-income-band/'));
    const value = { ...lower!.values[0]!, value: '20000 yuan', threshold: { numerator: 2000000n, denominator: 1n } };
    const book = { standards: [{ ...lower!, values: [value] }, upper!], schemes: [] };
    const files = { 'villages.csv': csvOf(earning(19999, 20000)) };
    expect(seen(await measured(files, bands[0]!, { limits: { book } })).value).toBe('1/2');
    expect(seen(await measured(files, bands[0]!, {}))).toMatchObject({ value: undefined, reason: 'no-limit-in-force' });
    const old = { 'villages.csv': csvOf([village({ period: 2015, ...parts(1, 1, 1, 1) })]) };
    expect(seen(await measured(old, bands[0]!, { limits }))).toMatchObject({ value: undefined, reason: 'no-limit-in-force' });
  });

  test('a month is not put in a class of a year', async () => {
    const files = { 'villages.csv': csvOf([row({ period: '2023-06', ...parts(60000, 0, 0, 0) })]) };
    expect(seen(await measured(files, bands[1]!, { limits }))).toMatchObject({ value: undefined, reason: 'annual-standard' });
  });
});
