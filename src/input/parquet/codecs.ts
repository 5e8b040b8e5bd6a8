import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { snappyUncompress } from 'hyparquet/src/snappy.js';
import { unpackHadoopLz4, unpackLz4 } from './lz4.ts';
import { unpackZstd } from './zstd.ts';

/** Unpacks a page to the length that it is said to have; no way takes more memory than that and some. */
type Unpack = (packed: Uint8Array, length: number) => Uint8Array;

/** By the numbers that Parquet has for them. LZO is not among them: nothing kept reads it. */
const CODECS: readonly (Unpack | undefined)[] = [
  (packed) => packed,
  (packed, length) => {
    const page = new Uint8Array(length);
    snappyUncompress(packed, page);
    return page;
  },
  (packed, length) => gunzipSync(packed, { maxOutputLength: length }),
  undefined,
  (packed, length) => brotliDecompressSync(packed, { maxOutputLength: length }),
  unpackHadoopLz4,
  unpackZstd,
  unpackLz4,
];

/** How pages of a codec are unpacked, each held to its length; nothing where it is not known. */
export function unpackerOf(codec: number): Unpack | undefined {
  const unpack = CODECS[codec];
  return (
    unpack &&
    ((packed, length) => {
      if (length === 0) return new Uint8Array();
      const page = unpack(packed, length);
      if (page.length !== length) throw new RangeError(`a page of ${page.length} bytes instead of ${length}`);
      return page;
    })
  );
}
