import { configDefaults, defineConfig } from 'vitest/config';

/**
 * The tests to run while working, in less than half a minute: one worked case for each thing that can go wrong.
 * Left out: random rows, the second working-out, golden pages, commands typed as a user types them, large files. `npm test` runs all.
 */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      ...configDefaults.exclude,
      'test/cli/**',
      'test/documents/**',
      'test/oracle/**',
      'test/**/*fuzz.test.ts',
      'test/fuzz/**',
      'test/tally/laws.test.ts',
      'test/tally/engines/**',
      'test/databases/**',
      'test/measure/{bounds,every-answer}.test.ts',
      'test/report/explain.test.ts',
      'test/input/{cases,office-files,unreadable-cells}.test.ts',
      'test/library/programs.test.ts',
    ],
    setupFiles: ['test/support/seed.ts'],
    // A worker for each file would spend most of the time on reading the sources again.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
