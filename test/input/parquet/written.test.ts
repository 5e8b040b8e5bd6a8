import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../support/seed.ts';
import { fileOf, parquet, parquetOfText, recordsOf } from '../../support/parquet.ts';

const CODECS = ['uncompressed', 'snappy', 'gzip', 'zstd', 'lz4', 'brotli'] as const;

test('every codec of a database gives the rows of the table that it was written from', async () => {
  const lines = readFileSync('fixtures/zhongshan/households.csv', 'utf8').trimEnd().split('\n');
  const rows = lines.map((line) => line.split(','));
  for (const codec of CODECS) expect(await recordsOf(readFileSync(`fixtures/parquet/${codec}.parquet`)), codec).toEqual(rows);
  expect(readdirSync('fixtures/parquet').filter((name) => name.endsWith('.parquet'))).toHaveLength(CODECS.length + 1);
});

const text = fc.oneof(
  fc.constantFrom('', '是', '否', '2020', 'a,b', '"', 'a"b', '"a"', 'a\nb', '\r', '\u001f', '\0', '优质稻、鸡', ' '),
  fc.string({ unit: 'grapheme' }),
);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 80 }));
const shape = fc.record({
  pageSize: fc.constantFrom(1, 30, 500, 1_048_576),
  rowGroupSize: fc.integer({ min: 1, max: 100 }),
  codec: fc.constantFrom('UNCOMPRESSED' as const, 'SNAPPY' as const),
});

describe('whatever is written is read', () => {
  test('text, in pages and row groups of any size', async () =>
    fc.assert(
      fc.asyncProperty(table, shape, async (rows, options) => {
        const names = rows[0]!.map((_, at) => `c${at}`);
        expect(await recordsOf(parquetOfText([names, ...rows], options))).toEqual([names, ...rows]);
      }),
    ));

  test.each(['PLAIN', 'DELTA_BINARY_PACKED', 'BYTE_STREAM_SPLIT'] as const)('whole numbers as %s', async (encoding) =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.maxSafeInteger()), { minLength: 1 }),
        fc.array(fc.integer()),
        shape,
        async (long, short, options) => {
          const data = [
            { name: 'long', type: 'INT64' as const, encoding, data: long.map((one) => (one === null ? null : BigInt(one))) },
            { name: 'short', type: 'INT32' as const, encoding, data: long.map((_, at) => short[at] ?? at) },
          ];
          const rows = long.map((one, at) => [one === null ? '' : String(one), String(short[at] ?? at)]);
          expect((await recordsOf(parquet(data, options))).slice(1)).toEqual(rows);
        },
      ),
    ),
  );

  test.each(['PLAIN', 'DELTA_LENGTH_BYTE_ARRAY', 'DELTA_BYTE_ARRAY'] as const)('text as %s', async (encoding) =>
    fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1 }), shape, async (texts, options) => {
        const data = texts.map((one) => one || null);
        expect((await recordsOf(parquet([{ name: 'x', type: 'STRING', encoding, data }], options))).slice(1)).toEqual(
          texts.map((one) => [one]),
        );
      }),
    ),
  );

  test('yes and no as runs', async () => {
    const data = Array.from({ length: 3000 }, (_, at) => (at % 7 === 0 ? null : at % 11 < 4));
    const rows = data.map((one) => [one === null ? '' : one ? 'yes' : 'no']);
    for (const encoding of ['PLAIN', 'RLE'] as const)
      expect((await recordsOf(parquet([{ name: 'x', type: 'BOOLEAN', encoding, data }]))).slice(1), encoding).toEqual(rows);
  });

  test('lists: what there is none of, what is not known, and an item that holds what stands between items', async () => {
    const schema = [
      { name: 'root', num_children: 1 },
      { name: 'industries', num_children: 1, converted_type: 'LIST', repetition_type: 'OPTIONAL' },
      { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
      { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    ] as never;
    const data = [['稻', '鸡'], [], null, [null], ['稻', null, '鸡'], ['稻、鸡'], ['', '稻'], ['']];
    const cells = (await recordsOf(parquet([{ name: 'industries', data }], { schema, pageSize: 1 }))).slice(1).map(([cell]) => cell);
    expect(cells).toEqual(['稻、鸡', '无', '', '不详', '稻、不详、鸡', '\u001d\u001e稻、鸡', '稻', '无']);
  });
});

test('a file without rows, and one without columns', async () => {
  expect(await recordsOf(parquet([{ name: 'village', type: 'STRING', data: [] }]))).toEqual([['village']]);
  const none = parquet([], { schema: [{ name: 'root', num_children: 0 }] as never });
  expect(await recordsOf(none)).toEqual([['']]);
});

test('names of columns are the header, whatever stands in them, and twice if they do', async () => {
  const names = ['户编号', '收入（万元）', 'a,b', 'a\nb', 'a\u001fb', '"', '户编号'];
  const schema = [{ name: 'root', num_children: names.length }, ...names.map((name) => ({ name, type: 'INT32' }))] as never;
  const file = parquet(
    names.map((name, at) => ({ name, data: [at] })),
    { schema },
  );
  expect(await recordsOf(file)).toEqual([names, names.map((_, at) => String(at))]);
});

test('the hash is that of the file', async () => {
  const { createHash } = await import('node:crypto');
  const bytes = readFileSync('fixtures/parquet/zstd.parquet');
  expect((await fileOf(bytes)).sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
});

test('text that is not UTF-8 is refused with its row and column', async () => {
  // 钟山县 in GB18030, as a column of bytes that says to be text; the header is row 1, and the third row of data row 4.
  const gbk = Uint8Array.of(0xd6, 0xd3, 0xc9, 0xbd);
  const texts = ['a"b', 'x', gbk].map((one) => (typeof one === 'string' ? new TextEncoder().encode(one) : one));
  const file = parquet([
    { name: 'village', type: 'STRING', data: ['村', '村', '村'] },
    { name: 'county', type: 'BYTE_ARRAY', data: texts },
  ]);
  await expect(recordsOf(file)).rejects.toThrow('row 4: the text in column "county" is not UTF-8');
});
