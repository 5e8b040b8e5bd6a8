// Seconds and peak memory of what must grow with the size of the files and no faster: each at n and at 2n. Usage: node bench/growth.mjs [n [case]]
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const size = Number(process.argv[2] ?? 20_000);
const only = process.argv[3];
const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-growth-'));
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const HEAD = 'township,village,period,rural_population,registered_poor_households,collective_income';
const lines = (count, line) => Array.from({ length: count }, (_, at) => line(at)).join('\n');
const village = (at) => `镇${at},村${at},2020,${1000 + (at % 500)},10,${20_000 + at}`;

/** What is written for a size, and the words of the command. */
const CASES = {
  places: (n) => [{ 'v.csv': `${HEAD}\n${lines(n, village)}` }, ['report', 'v.csv', '-q', '-o', 'o.csv']],
  'villages of one name': (n) => [
    { 'v.csv': `${HEAD}\n${lines(n, (at) => village(at).replace(`村${at}`, '新村'))}` },
    ['report', 'v.csv', '-q', '-o', 'o.csv'],
  ],
  duplicates: (n) => [{ 'v.csv': `${HEAD}\n${lines(n, (at) => village(at % 10))}` }, ['check', 'v.csv', '-f', 'csv', '-o', 'o.csv']],
  findings: (n) => [
    { 'v.csv': `${HEAD}\n${lines(n, (at) => village(at).replace(',10,', ',x,'))}` },
    ['check', 'v.csv', '-f', 'json', '-o', 'o.json'],
  ],
  'accepted keys': (n) => [
    {
      'v.csv': `${HEAD}\n${lines(n, (at) => village(at).replace(',10,', ',x,'))}`,
      'a.csv': `code,key,reason\n${lines(n, (at) => `not-a-number,镇${at} 村${at},已复核`)}`,
    },
    ['check', 'v.csv', '--accept', 'a.csv', '-f', 'csv', '-o', 'o.csv'],
  ],
  'blank lines': (n) => [{ 'v.csv': `${HEAD}\n${village(1)}\n${'\n'.repeat(10 * n)}` }, ['check', 'v.csv', '-o', 'o.json']],
};

/** Seconds and peak megabytes of one run. */
async function run(words) {
  const started = performance.now();
  const child = spawn(process.execPath, [here('measured.mjs'), here('../dist/cli/main.js'), ...words], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  let kilobytes = '';
  child.stdio[3].on('data', (text) => (kilobytes += text));
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status > 1) throw new Error(`${words.join(' ')} ended with status ${status}`);
  return { seconds: (performance.now() - started) / 1000, megabytes: Number(kilobytes) / 1024 };
}

for (const [name, made] of Object.entries(CASES)) {
  if (only !== undefined && !name.includes(only)) continue;
  const results = [];
  for (const n of [size, 2 * size]) {
    const [files, words] = made(n);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), `${text}\n`);
    results.push(await run(words));
  }
  const [one, two] = results;
  const each = ((two.megabytes - one.megabytes) * 1024) / size;
  process.stdout.write(
    `${name.padEnd(22)} ${one.seconds.toFixed(1)} s → ${two.seconds.toFixed(1)} s (×${(two.seconds / one.seconds).toFixed(2)})   ${one.megabytes.toFixed(0)} → ${two.megabytes.toFixed(0)} MB   ${each.toFixed(1)} kB each\n`,
  );
}
rmSync(folder, { recursive: true });
