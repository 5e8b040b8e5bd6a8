import { expect, test } from 'vitest';
import { tryCase } from './case.ts';

/**
 * Tables as offices write them, changed in their structure and their cells, in every encoding and as workbooks, beside sums, standards, settings and
 * accepted findings: whatever they are, what is said of them holds. A case is a number: `npm run fuzz -- 1000000` tries so many others, and says the seed.
 */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 20_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? (process.env['CI'] ? 20_200_420 : Date.now() % 2 ** 31));
/** A night. */
const LONGEST_MS = 24 * 3_600_000;

test(
  `${RUNS} cases from seed ${SEED}`,
  async () => {
    let read = 0;
    for (let run = 0; run < RUNS; run++) {
      const seed = (SEED + run) % 2 ** 32;
      try {
        if ((await tryCase(seed)) === 'read') read++;
      } catch (error) {
        throw new Error(`case ${seed} (FUZZ_SEED=${seed} FUZZ_RUNS=1)`, { cause: error });
      }
    }
    // A test of which most inputs are refused at the header tests little.
    expect(read / RUNS).toBeGreaterThan(RUNS > 100 ? 0.5 : -1);
  },
  LONGEST_MS,
);
