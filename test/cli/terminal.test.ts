import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { writeCounty } from '../support/county.ts';
import { hasTerminal, inTerminal } from '../support/pseudo-terminal.ts';

const villages = resolve('fixtures/zhongshan/villages.csv');
const program = `'${process.execPath}' '${resolve('bin/aid-metrics.js')}'`;
// eslint-disable-next-line no-control-regex
const COLOUR = /\u001B\[[\d;]*m/gu;

let folder: string;
let files: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'terminal-'));
  files = writeCounty(join(folder, 'county'), { rejected: false })
    .map((file) => `'${file}'`)
    .join(' ');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!hasTerminal)(`on a terminal of its own${hasTerminal ? '' : ' (no program script)'}`, () => {
  /** A pager that keeps what it is given, and says so. */
  const paged = (): { readonly PAGER: string; readonly seen: () => string } => {
    const kept = join(mkdtempSync(join(folder, 'pager-')), 'page');
    return { PAGER: `cat >'${kept}'; echo through the pager`, seen: () => (existsSync(kept) ? readFileSync(kept, 'utf8') : '') };
  };

  test('what is longer than the screen goes through the pager, whole and with its colours', async () => {
    const { PAGER, seen } = paged();
    const { shown, status } = await inTerminal(`${program} report ${files} -q --lang zh`, { env: { PAGER }, rows: 30, columns: 100 });
    expect(status).toBe(0);
    expect(shown.trim()).toBe('through the pager');
    expect(
      seen()
        .split('\n')
        .filter((line) => /村/u.test(line)).length,
    ).toBeGreaterThan(120);
    expect(seen()).toMatch(COLOUR);
  });

  test.each([
    ['what fits the screen', `${program} report '${villages}' -q`, 60],
    ['--no-pager', `${program} report FILES -q --no-pager`, 30],
  ])('%s goes straight out', async (_, command, rows) => {
    const { PAGER, seen } = paged();
    const { shown } = await inTerminal(command.replace('FILES', files), { env: { PAGER }, rows });
    expect([seen(), shown.includes('through the pager')]).toEqual(['', false]);
    expect(shown.replaceAll(COLOUR, '')).toMatch(/^Village +Coverage/mu);
  });

  test('without $PAGER, or with one that is not there, the page is shown all the same', async () => {
    for (const env of [{}, { PAGER: 'no-such-pager-here' }]) {
      const { shown } = await inTerminal(`${program} report ${files} -q`, { env, rows: 30 });
      expect(shown.replaceAll(COLOUR, '')).toMatch(/^Total/mu);
    }
  });

  test('-o says what was written, and -q does not', async () => {
    const output = join(folder, '月报.csv');
    expect((await inTerminal(`${program} report '${villages}' -o '${output}' --lang zh 2>&1`)).shown).toContain(`已写入 ${output}`);
    expect((await inTerminal(`${program} report '${villages}' -o '${output}' -q`)).shown).toBe('');
  });

  test('the width of the terminal is that of the page', async () => {
    for (const columns of [60, 120]) {
      const { shown } = await inTerminal(`${program} report ${files} -q --color never`, { columns });
      const longest = Math.max(...shown.split('\n').map((line) => (line.startsWith('─') ? line.trimEnd().length : 0)));
      expect(longest).toBeGreaterThan(columns - 25);
      expect(longest).toBeLessThanOrEqual(columns);
    }
  });
});

describe('colour', () => {
  const report = (argv: readonly string[], env: Readonly<Record<string, string>>, terminal = false): Promise<string> =>
    commandLine(['report', villages, '-q', '-f', 'table', ...argv], { env: { LANG: 'en_US.UTF-8', ...env }, terminal }).then(
      ({ stdout }) => stdout,
    );

  test.each<[string, Readonly<Record<string, string>>, boolean, boolean]>([
    ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0 on a terminal', { FORCE_COLOR: '0' }, true, false],
    ['NO_COLOR on a terminal', { NO_COLOR: '1' }, true, false],
    ['a dumb terminal', { TERM: 'dumb' }, true, false],
  ])('%s', async (_, env, terminal, colored) => {
    expect((await report([], env, terminal)).includes('\u001B[')).toBe(colored);
  });

  test.each(['report', 'assess', 'trend', 'check'])('is never the only sign: %s says the same without it', async (command) => {
    const both = await Promise.all(
      ['always', 'never'].map((when) =>
        commandLine([command, villages, '-f', 'table', '--color', when], { columns: 100 }).then(({ stdout }) => stdout),
      ),
    );
    expect(both[0]!.replaceAll(COLOUR, '')).toBe(both[1]);
  });

  test('a file never has it', async () => {
    const output = join(folder, 'page.txt');
    await commandLine(['report', villages, '-o', output], { env: { LANG: 'en_US.UTF-8', FORCE_COLOR: '1' } });
    expect(readFileSync(output, 'utf8')).not.toContain('\u001B[');
  });
});

test('the program alone prints its help to standard output and ends with 0', async () => {
  const { status, stdout, stderr } = await commandLine([]);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Usage: aid-metrics/u);
});

test.each([
  ['explain', 'poverty', ['poverty_incidence', 'poverty_gap']],
  ['explain', 'GAP', ['poverty_gap', 'income_gap_ratio']],
  ['list', 'cover', ['uncovered']],
  ['template', 'house', ['households']],
])('%s %s suggests %j', async (command, word, meant) => {
  const { status, stderr } = await commandLine([command, word]);
  expect(status).toBe(2);
  for (const one of meant) expect(stderr).toContain(one);
});

describe('what README promises of each format', () => {
  test.each([
    ['.xlsx', /^PK/u],
    ['.html', /^<!doctype html>/iu],
    ['.csv', /^﻿?period,|^﻿?\w+,/u],
    ['.md', /^# /u],
  ])('%s by the ending of -o', async (ending, begins) => {
    const output = join(folder, `report${ending}`);
    expect((await commandLine(['report', villages, '-q', '-o', output])).status).toBe(0);
    expect(readFileSync(output, 'latin1').replace(/^\u00EF\u00BB\u00BF/u, '')).toMatch(begins);
  });
});
