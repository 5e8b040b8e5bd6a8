import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HashedKeys } from '../../src/tally/hashed-keys.ts';
import { NumberedKeys } from '../../src/tally/numbered-keys.ts';
import { SumsOfGroups } from '../../src/tally/engines/files/group-sums.ts';
import { Steps } from '../../src/tally/engines/files/steps.ts';

test('each pair has one number, from 1, however large its numbers are', () => {
  const small = fc.nat(40);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(small, fc.nat(9000)), fc.oneof(small, fc.nat(70_000))), { maxLength: 300 }), (pairs) => {
      const steps = new Steps();
      const known = new Map<string, number>();
      for (const [node, which] of [...pairs, ...pairs]) {
        const name = `${node} ${which}`;
        if (!known.has(name)) known.set(name, known.size + 1);
        expect(steps.step(node, which)).toBe(known.get(name));
      }
      expect(steps.size).toBe(known.size);
    }),
  );
});

describe.each([
  ['kept by their hash', () => new HashedKeys()],
  ['kept by their last digits', () => new NumberedKeys()],
])('keys %s', (_, made) => {
  /** Asks for each key, between other bytes, and looks that it has the number with which it first came. */
  const ask = (keys: readonly string[]): void => {
    const table = made();
    const first = new Map<string, number>();
    keys.forEach((key, index) => {
      const bytes = Buffer.from(`1.${key}.1`);
      if (!first.has(key)) first.set(key, index + 1);
      expect(table.numberOf(bytes, 2, bytes.length - 2, index + 1)).toBe(first.get(key));
    });
  };

  test('have the number with which they first came', () => {
    // Every third comes again: 40 000 different keys, of one to 200 characters.
    ask(Array.from({ length: 60_000 }, (_, at) => `${at % 7 === 0 ? 'k'.repeat(195) : ''}${at % 3 === 0 ? at : at + 1}`));
  });

  test('are told apart by every character, zeros before a number too', () => {
    const digits = fc.stringMatching(/^[01]{0,9}$/u);
    const key = fc.tuple(fc.constantFrom('', 'h', 'H', '1h', 'h-'), digits).map(([before, after]) => before + after);
    fc.assert(fc.property(fc.array(key, { maxLength: 200 }), ask));
  });

  test('that are spread far apart are kept too, and come again after the last', () => {
    const keys = Array.from({ length: 20_000 }, (_, at) => `${(BigInt(at) * 104_395_301n * 7_919n) % 10n ** 18n}`.padStart(18, '0'));
    ask([...keys, ...keys]);
  });
});

test('sums beyond 2^53 lose nothing', () => {
  const sums = new SumsOfGroups(2);
  sums.begin(1);
  sums.values[2] = Number.MAX_SAFE_INTEGER;
  sums.addBeyond(2, 5);
  expect(sums.of(1, 0)).toBe(2n ** 53n + 4n);
  expect(sums.of(1, 1)).toBe(0n);
  sums.clear(1);
  expect(sums.of(1, 0)).toBe(0n);
});
