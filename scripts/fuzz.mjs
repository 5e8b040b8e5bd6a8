// Tries so many random inputs: npm run fuzz -- [cases [seed]]. The seed that is printed gives the same cases again.
import { spawnSync } from 'node:child_process';

const [runs = '20000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
process.stdout.write(`${runs} cases, seed ${seed}\n`);
const env = { ...process.env, FUZZ_RUNS: runs, FUZZ_SEED: seed };
const { status } = spawnSync('npx', ['vitest', 'run', 'test/fuzz'], { env, stdio: 'inherit' });
process.stdout.write(`seed ${seed}\n`);
process.exitCode = status ?? 1;
