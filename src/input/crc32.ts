export const CRC_START = -1;
const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** The zip checksum carried on over more bytes. Node's own `zlib.crc32` came only with 20.15. */
export function crc32(start: number, bytes: Uint8Array): number {
  let sum = start;
  for (const byte of bytes) sum = CRC_TABLE[(sum ^ byte) & 0xff]! ^ (sum >>> 8);
  return sum;
}
