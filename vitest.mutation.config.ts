import { defineConfig } from 'vitest/config';

/**
 * The tests that mutation runs: worked cases of the numbers. Properties over random rows, fuzz, golden pages and the built program are left out:
 * they are slow, and a change that only they notice has no case that shows what is wrong.
 */
export default defineConfig({
  test: {
    include: ['test/{measure,tally,standards,vocabulary}/**/*.test.ts', 'test/cli/{assess,verdicts}.test.ts'],
    exclude: ['test/tally/laws.test.ts', 'test/tally/engines/**', 'test/measure/bounds.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    env: { CI: '1' },
    // A worker for each file would spend most of the time on reading the sources again.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
