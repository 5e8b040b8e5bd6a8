// Measures how long a report on two villages takes against an empty program, run in turns: what it costs to start.
// Usage: npm run bench:start [-- rounds]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const rounds = Number(process.argv[2] ?? 21);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const programs = {
  empty: ['-e', '0'],
  report: [here('../bin/aid-metrics.js'), 'report', here('../fixtures/zhongshan/villages.csv'), '--quiet'],
};

/** Seconds of one run in a process of its own. */
function run(argv) {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, argv, { stdio: ['ignore', 'ignore', 'ignore'] });
  if (status !== 0) throw new Error(`status ${status}`);
  return (performance.now() - started) / 1000;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const results = { empty: [], report: [] };
for (let round = 0; round < rounds; round++) for (const name of Object.keys(programs)) results[name].push(run(programs[name]));
const ratios = results.report.map((seconds, round) => seconds / results.empty[round]);
process.stdout.write(
  `empty ${median(results.empty).toFixed(3)} s   report ${median(results.report).toFixed(3)} s   ${median(ratios).toFixed(1)} times the empty program\n`,
);
