// Measures this tool and its peers on the same files in one run, in turns: medians, ratios, peak memory. Every program must come to the same counts.
// `--national` adds 30 million households, `--rows` the report with every row read, `--brief` leaves the loops over csv-parse out.
// Usage: npm run bench [-- --households 50000,2000000] [--rounds 5] [--national] [--rows] [--brief]; DuckDB is a peer after `npm install --prefix bench/peers`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { generate } from './generate.mjs';

const { values } = parseArgs({
  options: {
    households: { type: 'string', default: '50000,2000000' },
    rounds: { type: 'string', default: '5' },
    national: { type: 'boolean', default: false },
    rows: { type: 'boolean', default: false },
    brief: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const sizes = [...values.households.split(',').map(Number), ...(values.national ? [30_000_000] : [])];
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const say = (line) => process.stdout.write(`${line}\n`);
const tool = here('../bin/aid-metrics.js');
const output = here('data/report.csv');

/** Seconds, peak megabytes, exit status and output of one run of a program. GNU time tells the memory of whatever program it is. */
async function run([command, ...words], env = {}) {
  const started = performance.now();
  const child = spawn('/usr/bin/env', ['time', '-f', 'peak %M cpu %U %S', command, ...words], { env: { ...process.env, ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  const status = await new Promise((resolve) => child.on('close', resolve));
  const seconds = (performance.now() - started) / 1000;
  const [, peak, user, system] = /peak (\d+) cpu ([\d.]+) ([\d.]+)\n$/.exec(err) ?? [];
  return { seconds, cpu: Number(user) + Number(system), megabytes: Number(peak) / 1024, status, out, err };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const node = (...words) => [process.execPath, ...words];
const has = (command, ...words) => spawnSync(command, words, { stdio: 'ignore' }).status === 0;

/** The counts that the report gives, as the peers print them. */
function countsOfReport() {
  const rows = parse(readFileSync(output), { columns: true, bom: true });
  const sum = (column) => rows.reduce((all, row) => all + Number(row[column] || 0), 0);
  return ['industry_coverage_denominator', 'industry_coverage_numerator', 'poverty_incidence_numerator'].map(sum).join(' ');
}

/** Programs on one size: what is run, and how its counts are told where it has some. */
function programsFor({ households, villages }, spoiled) {
  const report = (file, ...more) => node(tool, 'report', file, villages, '-f', 'csv', '-o', output, '--quiet', ...more);
  const counts = ({ out }) => out.trim();
  return {
    'node -e 0': { words: node('-e', '0') },
    ...(hasDuckdb ? { 'DuckDB, bare aggregate': { words: node(here('peers/duckdb.mjs'), households), counts } } : {}),
    'aid-metrics report': { words: report(households), counts: countsOfReport },
    'report, 1 % of rows bad': { words: report(spoiled.households, '--partial'), status: 1 },
    'aid-metrics check': { words: node(tool, 'check', households, villages) },
    ...(values.rows
      ? { 'report, every row read': { words: report(households), counts: countsOfReport, env: { AID_METRICS_SCANNER: 'off' } } }
      : {}),
    ...(values.brief
      ? {}
      : {
          'csv-parse alone': { words: node(here('peers/csv-parse.mjs'), households), counts },
          'csv-parse and zod': { words: node(here('peers/csv-parse-zod.mjs'), households), counts },
        }),
    ...(hasMiller
      ? { 'Miller, count of villages': { words: ['mlr', '--icsv', '--ojson', 'count', '-g', 'township,village', households] } }
      : {}),
    ...(hasPandas ? { pandas: { words: ['python3', here('peers/pandas.py'), households], counts } } : {}),
  };
}
const hasDuckdb = existsSync(here('peers/node_modules/@duckdb/node-api'));
const hasMiller = has('mlr', '--version');
const hasPandas = has('python3', '-c', 'import pandas');

/** Runs all programs in turns and prints a line for each. */
async function measure(title, programs, yardsticks) {
  const results = new Map(Object.keys(programs).map((name) => [name, []]));
  const told = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const [name, { words, counts, status = 0, env }] of Object.entries(programs)) {
      const result = await run(words, env);
      if (result.status !== status) throw new Error(`${name} ended with status ${result.status}: ${result.err.slice(0, 400)}`);
      results.get(name).push(result);
      if (counts) told.set(name, counts(result));
    }
  }
  if (new Set(told.values()).size > 1) throw new Error(`the counts differ: ${JSON.stringify([...told])}`);
  const known = yardsticks.filter((name) => results.has(name));
  say(`\n### ${title}\n`);
  say(`| | seconds | of CPU | peak MB |${known.map((name) => ` × ${name} |`).join('')}`);
  say(`| --- | --: | --: | --: |${known.map(() => ' --: |').join('')}`);
  for (const [name, own] of results) {
    const ratios = known.map((yard) => median(own.map(({ seconds }, round) => seconds / results.get(yard)[round].seconds)).toFixed(2));
    say(
      `| ${name} | ${median(own.map(({ seconds }) => seconds)).toFixed(2)} | ${median(own.map(({ cpu }) => cpu)).toFixed(2)} | ${Math.max(...own.map(({ megabytes }) => megabytes)).toFixed(0)} |${ratios.map((ratio) => ` ${ratio} |`).join('')}`,
    );
  }
}

const paths = async (households, bad, folder) => {
  const urls = await generate(households, { villages: 2000, bad, folder: new URL(folder, import.meta.url) });
  return { households: fileURLToPath(urls.households), villages: fileURLToPath(urls.villages) };
};

mkdirSync(here('data'), { recursive: true });
const { model } = cpus()[0];
say(
  `${cpus().length} cores (${model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}; medians of ${rounds} rounds, in turns.`,
);
await measure(
  'Two villages',
  {
    'node -e 0': { words: node('-e', '0') },
    'aid-metrics report': { words: node(tool, 'report', here('../fixtures/zhongshan/villages.csv'), '--quiet') },
  },
  ['node -e 0'],
);
for (const size of sizes) {
  const [plain, spoiled] = [await paths(size, 0, 'data/plain/'), await paths(size, 1, 'data/spoiled/')];
  await measure(`${size.toLocaleString('en').replaceAll(',', ' ')} households in 2 000 villages`, programsFor(plain, spoiled), [
    'node -e 0',
    'DuckDB, bare aggregate',
    'csv-parse alone',
  ]);
}
