import { expect, test } from 'vitest';
import { tryCase } from './case.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 20_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? (process.env['CI'] ? 20_200_420 : Date.now() % 2 ** 31));
/** A night. */
const LONGEST_MS = 24 * 3_600_000;

/**
 * Tables as offices write them, changed in their structure and their cells, in every encoding and as workbooks, beside sums, standards, settings and
 * accepted findings: whatever they are, what is said of them holds. A case is a number: `npm run fuzz -- 1000000` tries so many others, and says the seed.
 * The even and the odd ones are tried side by side.
 */
export function tryCases(which: 'even' | 'odd'): void {
  test(
    `${which} ones of ${RUNS} cases from seed ${SEED}`,
    async () => {
      let [read, tried] = [0, 0];
      for (let run = which === 'even' ? 0 : 1; run < RUNS; run += 2) {
        const seed = (SEED + run) % 2 ** 32;
        tried++;
        try {
          if ((await tryCase(seed)) === 'read') read++;
        } catch (error) {
          throw new Error(`case ${seed} (npm run fuzz -- 1 ${seed})`, { cause: error });
        }
      }
      // A test of which most inputs are refused at the header tests little.
      if (tried > 100) expect(read / tried).toBeGreaterThan(0.5);
    },
    LONGEST_MS,
  );
}
