import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HashedKeys } from '../../src/tally/hashed-keys.ts';
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

test('a key that was there before has its first number', () => {
  const keys = new HashedKeys();
  const first = new Map<string, number>();
  for (let number = 1; number <= 60_000; number++) {
    // Every third comes again: 40 000 different keys, of one to 200 characters.
    const key = `${'k'.repeat(number % 7 === 0 ? 195 : 0)}${number % 3 === 0 ? number - 1 : number}`;
    const bytes = Buffer.from(`..${key}..`);
    if (!first.has(key)) first.set(key, number);
    expect(keys.numberOf(bytes, 2, bytes.length - 2, number)).toBe(first.get(key));
  }
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
