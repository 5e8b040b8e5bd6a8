import { describe, expect, test } from 'vitest';
import type { Column } from '../../src/language/column.ts';
import { tables } from '../../src/tables/index.ts';
import { csvOf, household, measured, project, seen, tallyTexts, village } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const PHONE = '13812345678';
const OLD_IDENTITY = '452423800101123';
const IDENTITY = '452423198001011234';

const numbers = (['villages', 'households', 'projects'] as const).flatMap((id) =>
  Object.entries<Column>(tables[id].columns)
    .filter(([, { kind }]) => ['count', 'money', 'quantity'].includes(kind))
    .map(([column, { kind, atMost, ofCounty }]) => ({ id, column, kind, atMost, ofCounty })),
);

/** A sound row of a table with one cell as given. */
const fileOf = (id: 'villages' | 'households' | 'projects', column: string, cell: string, ofCounty?: true): string =>
  csvOf([
    id === 'villages'
      ? ofCounty
        ? { county: '钟山县', period: 2020, [column]: cell }
        : village({ [column]: cell, helpers: column === 'helpers' ? cell : 1 })
      : id === 'households'
        ? household(1, { [column]: cell })
        : project('P1', { [column]: cell }),
  ] as readonly TableRow[]);

async function read(...[id, column, cell, ofCounty]: Parameters<typeof fileOf>) {
  const { tallies, findings } = await tallyTexts({ 'f.csv': fileOf(id, column, cell, ofCounty) });
  return {
    codes: findings.map(({ code, column: at }) => [code, at]),
    values: findings.map(({ value }) => value),
    input: tallies.inputs[0]!,
  };
}

describe('every number has a bound with a reason', () => {
  test.each(numbers)('$column of $id', ({ atMost }) => {
    expect(atMost?.most).toBeGreaterThan(0n);
    expect(atMost!.because.zh).not.toBe('');
    expect(atMost!.because.en).not.toBe('');
  });

  test.each(numbers)('$column of $id: its bound counts, one more does not', async ({ id, column, atMost, ofCounty }) => {
    const { codes, input } = await read(id, column, String(atMost!.most), ofCounty);
    expect([codes.filter(([code]) => code === 'beyond-plausible'), input.rejected]).toEqual([[], 0]);
    const more = await read(id, column, String(atMost!.most + 1n), ofCounty);
    expect(more.codes).toEqual([['beyond-plausible', column]]);
    expect(more.input.rejected).toBe(1);
  });

  test.each(numbers)(
    '$column of $id: a telephone or identity number counts nowhere, and is not shown whole',
    async ({ id, column, ofCounty }) => {
      for (const number of [
        PHONE,
        OLD_IDENTITY,
        IDENTITY,
        `${PHONE.slice(0, 3)} ${PHONE.slice(3, 7)} ${PHONE.slice(7)}`,
        '１３８１２３４５６７８',
      ]) {
        const { codes, values, input } = await read(id, column, number, ofCounty);
        expect(codes.length, number).toBe(1);
        expect(input.rejected, number).toBe(1);
        expect(values.join(), number).not.toMatch(/\d{11}/u);
      }
    },
  );
});

describe('what is left of a row with such a number', () => {
  test('its persons are not known: the range is open, not as wide as the number', async () => {
    const one = await measured(
      { 'h.csv': csvOf([household(1, { net_income_per_capita: 5000 }), household(2, { persons: PHONE, net_income_per_capita: 6000 })]) },
      'net_income_per_person',
    );
    expect(seen(one).high).toBeUndefined();
    expect(one.value).toEqual({ numerator: 1_500_000n, denominator: 3n });
  });

  test('a row that sums up others is told by its numbers, however large', async () => {
    // Three villages of 900 000, and their sum
    const rows = ['甲村', '乙村', '丙村'].map((name) =>
      village({ village: name, rural_population: 900_000, households: 300_000, helpers: 100 }),
    );
    const sum = village({ village: '钟山县', rural_population: 2_700_000, households: 900_000, helpers: 300 });
    const { findings } = await tallyTexts({ 'v.csv': csvOf([...rows, sum]) });
    expect(findings.map(({ code, row }) => [code, row])).toEqual([['sum-row', 5]]);
  });

  test('thousands of yuan in the heading count', async () => {
    const { findings } = await tallyTexts({ 'v.csv': `village,period,村集体经济收入（万元）\n甲村,2020,1380000\n` });
    expect(findings.map(({ code }) => code)).toEqual(['beyond-plausible']);
  });
});
