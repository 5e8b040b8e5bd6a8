import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileOf, parquet, recordsOf } from '../../support/parquet.ts';

/** What the cells of a column are read as. */
async function cells(type: 'INT32' | 'INT64' | 'FLOAT' | 'DOUBLE' | 'BOOLEAN' | 'TIMESTAMP' | 'UUID' | 'STRING', data: unknown[]) {
  return (await recordsOf(parquet([{ name: 'x', type, data }]))).slice(1).map(([cell]) => cell);
}

/** The cells of a column whose type is described. */
async function described(element: Readonly<Record<string, unknown>>, data: unknown[]) {
  const schema = [
    { name: 'root', num_children: 1 },
    { name: 'x', repetition_type: 'OPTIONAL', ...element },
  ] as never;
  return (await recordsOf(parquet([{ name: 'x', data }], { schema }))).slice(1).map(([cell]) => cell);
}

test('a row of every type of a database is read by one rule for each', async () => {
  const [header, row] = await recordsOf(readFileSync('fixtures/parquet/types.parquet'));
  expect(Object.fromEntries(header!.map((name, at) => [name, row![at]]))).toEqual({
    household_id: 'H1',
    persons: '3',
    u64: '12345678901234567890',
    i64: '-5',
    d9: '12.5',
    d30: '1234567890123.45',
    dbl: '2.675',
    f32: '0.1',
    b: 'yes',
    d: '2020-04-18',
    ts: '2020-04-18',
    // 16:00 in UTC is midnight in Beijing.
    tz: '2020-04-18',
    ns: '1969-12-31',
    t: '08:30:00',
    u: '01234567-89ab-cdef-0123-456789abcdef',
    li: '优质稻、鸡、不详',
    le: '无',
    ln: '',
    bl: 'a',
    ints: '1、2',
    js: '{"a":1}',
    en: 'x',
    nan: 'NaN',
    big: '1E+300',
    u8: '5',
    u32: '4000000000',
    // DuckDB keeps numbers of 128 bits as binary fractions.
    hg: '1.70141E+38',
    tss: '2020-04-18',
  });
});

test('columns of a type that is not read are named, and where numbers are binary fractions is known', async () => {
  const { notes, fractions } = await fileOf(readFileSync('fixtures/parquet/types.parquet'));
  expect(notes!.map(({ en }) => en)).toEqual([
    'columns of a type that is not read: st (STRUCT), mp (MAP), iv (INTERVAL), nested (LIST of groups)',
  ]);
  // dbl, f32, nan, big, hg: counted without the columns that are not read.
  expect([...fractions!]).toEqual([6, 7, 22, 23, 26]);
});

describe('whole numbers', () => {
  test('are exact to the ends of their types', async () => {
    const ends = [-2_147_483_648, -1, 0, 9, 10, 99, 100, 2_147_483_647];
    expect(await cells('INT32', ends)).toEqual(ends.map(String));
    const long = [-(2n ** 63n), -(2n ** 53n), -(2n ** 53n) + 1n, 0n, 2n ** 53n - 1n, 2n ** 53n, 2n ** 63n - 1n, 999_999_999_999_999n];
    expect(await cells('INT64', long)).toEqual(long.map(String));
  });
});

describe('binary fractions', () => {
  test('have the digits that are sure, and no artefact', async () =>
    expect(await cells('DOUBLE', [0.1 + 0.2, 2.675, 1e-7, 123_456_789.12, -0, 1e15, 451_122_100_001, 1 / 3])).toEqual([
      '0.3',
      '2.675',
      '0.0000001',
      '123456789.12',
      '0',
      '1E+15',
      '451122100001',
      '0.333333333333333',
    ]));

  test('of 32 bits are the shortest decimal that is the same number', async () =>
    expect(await cells('FLOAT', [0.1, 87_000.5, 3.14, 16_777_216, 1 / 3])).toEqual(['0.1', '87000.5', '3.14', '16777216', '0.33333334']));

  test('that are no number stay what they are, to be found', async () =>
    expect(await cells('DOUBLE', [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).toEqual([
      'NaN',
      'Infinity',
      '-Infinity',
    ]));
});

describe('decimals', () => {
  test('are exact, without zeros at the end', async () =>
    expect(
      await described({ type: 'INT32', converted_type: 'DECIMAL', scale: 2, precision: 9 }, [0, 0.05, -0.5, 12.5, 100, 8765.43]),
    ).toEqual(['0', '0.05', '-0.5', '12.5', '100', '8765.43']));
});

describe('days', () => {
  test('are ISO days, before 1970 too', async () =>
    expect(
      await described({ type: 'INT32', converted_type: 'DATE' }, [new Date('2020-04-18'), new Date('1969-12-31'), new Date('0999-01-01')]),
    ).toEqual(['2020-04-18', '1969-12-31', '0999-01-01']));

  test.each([
    // An instant: 15:59 in UTC is still that day in Beijing, 16:00 is the next.
    [true, '2020-04-17T15:59:59.999Z', '2020-04-17'],
    [true, '2020-04-17T16:00:00Z', '2020-04-18'],
    [true, '2020-04-18T00:00:00Z', '2020-04-18'],
    // A time on the wall is on its day, whatever the hour.
    [false, '2020-04-17T16:00:00Z', '2020-04-17'],
    [false, '1969-12-31T23:59:59.999Z', '1969-12-31'],
  ])('of a timestamp, in UTC %s: %s is %s', async (isAdjustedToUTC, moment, day) =>
    expect(
      await described({ type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit: 'MILLIS' } }, [new Date(moment)]),
    ).toEqual([day]),
  );
});

test('yes and no, and what is not known', async () => expect(await cells('BOOLEAN', [true, false, null])).toEqual(['yes', 'no', '']));

test('text is as it was: marks, line breaks, delimiters, NUL, a mark of the byte order', async () => {
  const texts = ['a,b', '"', 'x"y', 'a\nb', 'a\r\nb', 'a\u001fb', 'a\0b', '\ufeffa', ' a ', '😀', ''];
  expect(await cells('STRING', texts)).toEqual(texts);
});
