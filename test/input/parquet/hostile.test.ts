import { readFileSync } from 'node:fs';
import { brotliCompressSync, crc32, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { unpackerOf } from '../../../src/input/parquet/codecs.ts';
import { readHybrid } from '../../../src/input/parquet/levels.ts';
import { readThrift } from '../../../src/input/parquet/thrift.ts';
import '../../support/seed.ts';
import { crafted, dataPage, parquetOfText, recordsOf, refusalOf, thrift, withFooter } from '../../support/parquet.ts';
import type { RawFooter } from '../../support/parquet.ts';

const small = (codec: 'UNCOMPRESSED' | 'SNAPPY' = 'SNAPPY') =>
  parquetOfText([['village', 'households'], ...Array.from({ length: 40 }, (_, at) => [`村${at % 3}`, String(at)])], { codec });

/** Whether a file is read or refused in words. */
async function readOrRefused(bytes: Uint8Array): Promise<boolean> {
  return recordsOf(bytes).then(
    () => true,
    (error: unknown) => error instanceof UserError,
  );
}

describe('a damaged file is read or refused in words, and never more', () => {
  test('cut off at any byte: it is refused', async () => {
    const file = small();
    for (let length = 4; length < file.length; length++)
      expect(await refusalOf(file.subarray(0, length)), `${length}`).toMatch(/damaged|too large/u);
  });

  test.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'lz4', 'brotli', 'types'])('%s with bytes that are others', async (name) => {
    const file = readFileSync(`fixtures/parquet/${name}.parquet`);
    const change = fc.tuple(fc.nat({ max: file.length - 5 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const other = Uint8Array.from(file);
        for (const [at, byte] of changes) other[at + 4] = byte;
        other.set(file.subarray(0, 4));
        expect(await readOrRefused(other)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a footer', () => {
  test('that is locked, as a whole or for a column, is said to be', async () => {
    const file = small();
    expect(await refusalOf(Buffer.concat([Buffer.from('PARE'), file.subarray(4)]))).toContain('encrypted');
    expect(await refusalOf(withFooter(file, (footer) => ({ ...footer, field_8: { field_1: {} } })))).toContain('encrypted');
  });

  test.each([
    ['more rows than its groups', (footer: RawFooter) => ({ ...footer, field_3: 41n })],
    ['no schema', (footer: RawFooter) => ({ ...footer, field_2: [{ field_4: 'root', field_5: 3 }] })],
    ['columns left over', (footer: RawFooter) => ({ ...footer, field_2: [...footer.field_2, { field_1: 1, field_4: 'x' }] })],
    [
      'a column beyond the file',
      (footer: RawFooter) => {
        footer.field_4[0]!.field_1[0]!.field_3['field_7'] = 1_000_000n;
        return footer;
      },
    ],
    [
      'a column twice',
      (footer: RawFooter) => {
        footer.field_4[0]!.field_1[1] = footer.field_4[0]!.field_1[0]!;
        return footer;
      },
    ],
  ])('with %s is damaged', async (_, change) => expect(await refusalOf(withFooter(small(), change))).toContain('damaged'));

  test('that promises a million million rows in some bytes is not followed', async () => {
    expect(await refusalOf(crafted([], { rows: 10n ** 12n }))).toContain('crafted');
  });

  test('whose description never ends is left soon', () => {
    // A long whole number of bytes that each say that one more follows; a list of 2^31; structures in structures.
    expect(() => readThrift(new Uint8Array(1_000_000).fill(0x96))).toThrow('thrift');
    expect(() => readThrift(Uint8Array.of(0x19, 0xfc, 0xff, 0xff, 0xff, 0xff, 0x07))).toThrow('a list of');
    expect(() => readThrift(new Uint8Array(1000).fill(0x1c))).toThrow('too deep');
    expect(readThrift(thrift({ field_1: 5, field_3: 'a', field_20: [1n, 2n] })).value).toMatchObject({ field_1: 5, field_20: [1n, 2n] });
  });
});

describe('a page', () => {
  const oneText = Uint8Array.of(2, 0, 0, 0, 2, 1, 1, 0, 0, 0, 0x61);

  test('is read where it is right', async () => expect(await recordsOf(crafted([dataPage(oneText)]))).toEqual([['x'], ['a']]));

  test('whose checksum is another is damaged', async () => {
    const checksum = crc32(oneText) | 0;
    expect(await recordsOf(crafted([dataPage(oneText, { checksum })]))).toEqual([['x'], ['a']]);
    expect(await refusalOf(crafted([dataPage(oneText, { checksum: checksum ^ 1 })]))).toContain('checksum');
  });

  test.each([
    ['of more values than the group has rows', [dataPage(oneText, { count: 2 })], 'rows: 1 left'],
    ['that is missing', [], 'rows: 1 left'],
    ['behind the last row', [dataPage(oneText), dataPage(oneText)], '1 values more than rows'],
    ['of a text longer than the page', [dataPage(Uint8Array.of(2, 0, 0, 0, 2, 1, 9, 0, 0, 0, 0x61))], 'damaged'],
    ['in a dictionary that is not there', [dataPage(Uint8Array.of(2, 0, 0, 0, 2, 1, 1, 2, 0), { encoding: 8 })], 'damaged'],
    ['of an encoding that nobody knows', [dataPage(oneText, { encoding: 99 })], 'encoding 99'],
    ['of levels in the old form', [dataPage(oneText, { levels: 4 })], 'BIT_PACKED'],
    ['that says to be larger than any', [dataPage(oneText, { unpacked: 2_000_000_000 })], 'too large'],
  ])('%s is refused', async (_, pages, words) => expect(await refusalOf(crafted(pages))).toContain(words));

  test.each([3, 8, 200])('of codec %i, which is not read, is refused by its name', async (codec) =>
    expect(await refusalOf(crafted([dataPage(oneText)], { codec }))).toContain(codec === 3 ? 'LZO' : `codec ${codec}`),
  );

  test('with a run of a thousand million levels takes no more of them than it has values', () => {
    // 2^30 times 1, as a run: its head is twice the length.
    expect([...readHybrid(Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x08, 1), 0, 1, 3)]).toEqual([1, 1, 1]);
    // Packed bits of no width, and as many: nothing follows them.
    expect([...readHybrid(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f), 0, 0, 3)]).toEqual([0, 0, 0]);
    expect(() => readHybrid(Uint8Array.of(3), 0, 1, 3)).toThrow('break off');
    expect(() => readHybrid(Uint8Array.of(0, 0, 0), 0, 0, 3)).toThrow('break off');
  });

  test('of differences whose heads lead backwards ends', async () => {
    // Blocks of 128 values in -5 parts; one whole number, and then nothing but heads.
    const values = Uint8Array.of(2, 0, 0, 0, 10, 1, 0x80, 0x01, 0xfb, 0xff, 0xff, 0xff, 0x0f, 0x05, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02);
    for (const type of [1, 2])
      expect(await refusalOf(crafted([dataPage(values, { count: 5, encoding: 5 })], { rows: 5n, type }))).toContain('damaged');
  });
});

describe('a codec holds a page to its length', () => {
  const [SNAPPY, GZIP, BROTLI, LZ4, ZSTD, LZ4_RAW] = [1, 2, 4, 5, 6, 7] as const;
  /** Ten times a. */
  const packed: readonly (readonly [codec: number, name: string, bytes: Uint8Array])[] = [
    [SNAPPY, 'SNAPPY', Uint8Array.of(10, 0, 0x61, 0x15, 1)],
    [GZIP, 'GZIP', gzipSync('aaaaaaaaaa')],
    [BROTLI, 'BROTLI', brotliCompressSync('aaaaaaaaaa')],
    [LZ4_RAW, 'LZ4_RAW', Uint8Array.of(0x10, 0x61, 1, 0, 0x50, 0x61, 0x61, 0x61, 0x61, 0x61)],
    [LZ4, 'LZ4', Uint8Array.of(0, 0, 0, 10, 0, 0, 0, 10, 0x10, 0x61, 1, 0, 0x50, 0x61, 0x61, 0x61, 0x61, 0x61)],
    // One frame of one run.
    [ZSTD, 'ZSTD', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x20, 10, 0x53, 0, 0, 0x61)],
  ];

  test.each(packed)('%i %s', (codec, _, bytes) => {
    const unpack = unpackerOf(codec)!;
    expect(Buffer.from(unpack(bytes, 10)).toString()).toBe('aaaaaaaaaa');
    expect(() => unpack(bytes, 9)).toThrow();
    expect(() => unpack(bytes, 11)).toThrow();
    for (let length = 0; length < bytes.length; length++) expect(() => unpack(bytes.subarray(0, length), 10), `${length}`).toThrow();
  });

  test('a frame of ZSTD that names a window of two gigabytes, or is followed by another, is none', () => {
    const unpack = unpackerOf(ZSTD)!;
    const wide = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa8, 0x53, 0, 0, 0x61);
    expect(() => unpack(wide, 10)).toThrow('a window');
    const [, , one] = packed[5]!;
    expect(() => unpack(Buffer.concat([one, one]), 20)).toThrow('not one frame');
  });
});
