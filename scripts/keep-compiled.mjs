// Keeps what V8 makes of the bundle, so that a start need not make it again. Usage: node scripts/keep-compiled.mjs; `npm run build` does it.
// Run with the words of a command, it runs that command and keeps what was compiled for it, beside what was kept before.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { COMPILED, files, loaded } = createRequire(import.meta.url)('../bin/compiled.js');
const villages = fileURLToPath(new URL('../fixtures/zhongshan/villages.csv', import.meta.url));
const households = fileURLToPath(new URL('../fixtures/zhongshan/households.csv', import.meta.url));

/** What most people ask: the last one says what is loaded first. */
const COMMANDS = [
  ['--help'],
  ['standards'],
  ['check', villages, households],
  ['assess', villages, '--format', 'table'],
  ['trend', villages, '--format', 'table'],
  ['list', 'uncovered', villages, households, '--format', 'table'],
  ['explain', 'industry_coverage', villages, '--format', 'table'],
  ['report', villages, households, '--format', 'html'],
  ['report', villages, households, '--format', 'table'],
  ['report', villages, households, '--quiet'],
];

function keep() {
  mkdirSync(COMPILED, { recursive: true });
  for (const [name, { script }] of files) writeFileSync(join(COMPILED, name), script.createCachedData());
}

if (process.argv.length > 2) {
  process.on('exit', keep);
  loaded('main.js');
} else {
  rmSync(COMPILED, { recursive: true, force: true });
  for (const words of COMMANDS) {
    const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...words], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`);
  }
}
