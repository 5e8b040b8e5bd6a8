// Measures a report on a large household file against a bare loop over csv-parse on the same file, run in turns.
// Usage: npm run bench [-- households [rounds]]
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.mjs';

const households = Number(process.argv[2] ?? 500_000);
const rounds = Number(process.argv[3] ?? 5);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Seconds and peak megabytes of one run of a module in a process of its own. */
async function run(module, ...rest) {
  const started = performance.now();
  const child = spawn(process.execPath, [here('measured.mjs'), module, ...rest], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  let kilobytes = '';
  child.stdio[3].on('data', (text) => (kilobytes += text));
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`${module} ended with status ${status}`);
  return { seconds: (performance.now() - started) / 1000, megabytes: Number(kilobytes) / 1024 };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const say = (line) => process.stdout.write(`${line}\n`);

const paths = await generate(households);
const [large, villages] = [fileURLToPath(paths.households), fileURLToPath(paths.villages)];
const results = { bare: [], report: [], check: [] };
for (let round = 0; round < rounds; round++) {
  results.bare.push(await run(here('bare.mjs'), large));
  results.report.push(await run(here('../dist/bundled/main.js'), 'report', large, villages, '--quiet'));
  results.check.push(await run(here('../dist/bundled/main.js'), 'check', large, villages));
}
const seconds = (name) => results[name].map((one) => one.seconds);
say(`${households} households, ${rounds} rounds, median seconds and peak megabytes`);
for (const name of Object.keys(results)) {
  const ratios = results[name].map((one, round) => one.seconds / results.bare[round].seconds);
  const peak = Math.max(...results[name].map((one) => one.megabytes));
  say(`${name.padEnd(7)} ${median(seconds(name)).toFixed(2)} s   ${peak.toFixed(0)} MB   ${median(ratios).toFixed(2)} times the bare loop`);
}
