import { Buffer, isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Utf8Check } from '../../src/input/byte-checks.ts';

test('bytes are UTF-8 or not, in whatever pieces they come', () => {
  const whole = fc.constantFrom('a', 'é', '村', '\u{20000}').map((character) => [...Buffer.from(character)]);
  // Bytes that begin a character, go on with one, or are in none.
  const odd = fc.constantFrom(0xe6, 0x9d, 0x91, 0xf0, 0xa0, 0xc3, 0xff, 0x80).map((byte) => [byte]);
  const bytes = fc
    .array(fc.oneof({ weight: 12, arbitrary: whole }, { weight: 1, arbitrary: odd }), { maxLength: 12 })
    .map((all) => all.flat());
  fc.assert(
    fc.property(bytes, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }), (all, lengths) => {
      const check = new Utf8Check();
      for (let at = 0, piece = 0; at < all.length; at += lengths[piece++ % lengths.length]!)
        check.see(Uint8Array.from(all.slice(at, at + lengths[piece % lengths.length]!)));
      expect(check.holds()).toBe(isUtf8(Uint8Array.from(all)));
    }),
    { numRuns: 5000 },
  );
});
