import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { commandLine, reportJson } from '../support/command-line.ts';

const villages = 'fixtures/zhongshan/villages.csv';
const bin = 'bin/aid-metrics.js';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aid-metrics-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('where a report goes', () => {
  test('the ending of the output says the format', async () => {
    for (const [name, start] of [
      ['r.json', '{'],
      ['r.csv', '\uFEFFprovince,'],
      ['r.tsv', '\uFEFFprovince\t'],
      ['r.txt', '钟山县公安镇 2020'],
    ] as const) {
      const { status, stdout } = await commandLine(['report', villages, '-o', join(folder, name)]);
      expect([status, stdout]).toEqual([0, '']);
      expect(readFileSync(join(folder, name), 'utf8').startsWith(start)).toBe(true);
    }
  });

  test('an unknown ending is refused, and so is an unknown format', async () => {
    expect(await commandLine(['report', villages, '-o', join(folder, 'r.doc')])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/means no format.*\.csv \.tsv \.json/),
    });
    expect(await commandLine(['report', villages, '--format', 'pdf'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`choose one of ${formats.map(({ id }) => id).join(', ')}, tallies`),
    });
  });

  test('CSV that is not plain ASCII begins with a mark in a file, and never on standard output unless asked', async () => {
    const marked = async (...more: readonly string[]): Promise<boolean> => {
      const file = join(folder, 'marked.csv');
      await commandLine(['report', villages, '-o', file, ...more]);
      return readFileSync(file, 'utf8').startsWith('\uFEFF');
    };
    expect(await marked('--lang', 'zh')).toBe(true);
    expect(await marked('--lang', 'en')).toBe(true);
    expect(await marked('--by', 'all')).toBe(false);
    expect(await marked('--by', 'all', '--headings', 'zh')).toBe(true);
    expect(await marked('--lang', 'zh', '--no-bom')).toBe(false);
    expect(await marked('--lang', 'en', '--bom')).toBe(true);
    expect((await commandLine(['report', villages, '--lang', 'zh'])).stdout.startsWith('province')).toBe(true);
    expect((await commandLine(['report', villages, '--bom'])).stdout.startsWith('\uFEFF')).toBe(true);
  });

  test('the old file stays whole when the report is refused', async () => {
    const file = join(folder, 'old.csv');
    writeFileSync(file, 'old');
    expect((await commandLine(['report', 'fixtures/bad/parts.csv', '-o', file])).status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a folder, a missing folder and an input are refused as output', async () => {
    for (const [output, message] of [
      [folder, /is a directory/],
      [join(folder, 'nowhere', 'r.csv'), /cannot write into the folder/],
      [villages, /also an input/],
    ] as const) {
      const { status, stderr } = await commandLine(['report', villages, '-o', output, '--format', 'csv']);
      expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
    }
  });

  test('a full disk leaves the old file whole, and nothing behind', () => {
    // A file-size limit stands in for the full disk: the write fails half way.
    const file = join(folder, 'full.json');
    writeFileSync(file, 'old');
    const { status, stderr } = spawnSync(
      'bash',
      [
        '-c',
        `trap '' XFSZ; ulimit -f 1; exec node ${bin} report ${villages} fixtures/zhongshan/households.csv --metrics all -o ${file} --quiet`,
      ],
      { encoding: 'utf8', env: { ...process.env, LANG: 'en_US.UTF-8' } },
    );
    expect(stderr).toMatch(/cannot write .*full\.json \(EFBIG\); the old file is as it was/);
    expect(status).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('standard input and output', () => {
  test('a file from standard input counts as the file', async () => {
    const text = readFileSync(villages);
    const [piped, named] = [await reportJson(['-'], { stdin: text }), await reportJson([villages])];
    expect(piped.json.inputs[0]!.file).toBe('-');
    expect(piped.json.places).toEqual(named.json.places);
  });

  test('a closed pipe is silent and keeps the status', () => {
    const script = `set -o pipefail; node ${bin} report ${villages} --metrics all --long | head -n 1; echo "status $?"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8', env: { ...process.env, LANG: 'en_US.UTF-8' } });
    expect(stdout).toMatch(/^province.*\nstatus 0\n$/);
    expect(stderr).not.toMatch(/EPIPE|Error/);
  });

  test('nothing but the report goes to standard output', async () => {
    const { stdout, stderr } = await commandLine(['report', villages]);
    expect(stdout.split('\n').filter(Boolean)).toHaveLength(3);
    expect(stderr).toMatch(/^note: this is 2020; the files also hold 2019/);
  });

  test('--quiet says nothing but errors', async () => {
    expect((await commandLine(['report', villages, '--quiet'])).stderr).toBe('');
    expect((await commandLine(['report', 'fixtures/bad/parts.csv', '--quiet'])).stderr).toMatch(/error/);
  });

  test('what was spooled is gone on every way out, a signal included', async () => {
    // A folder of its own: other runs spool beside this one.
    const spooled = mkdtempSync(join(tmpdir(), 'aid-metrics-test-'));
    const spools = (): readonly string[] => readdirSync(spooled);
    const child = spawn('node', [bin, 'report', '-'], { stdio: ['pipe', 'ignore', 'ignore'], env: { ...process.env, TMPDIR: spooled } });
    child.stdin.write('village,period,households\n');
    for (let tries = 0; tries < 200 && spools().length === 0; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(spools().length).toBe(1);
    child.kill('SIGTERM');
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(status).toBe(143);
    expect(spools()).toEqual([]);
    rmSync(spooled, { recursive: true });
  });
});

describe('language', () => {
  test('the locale decides, --lang overrides it', async () => {
    const title = async (argv: readonly string[], env: Readonly<Record<string, string>>): Promise<string> =>
      (await commandLine(['report', villages, '--format', 'table', ...argv], { env })).stdout.split('\n')[0]!;
    expect(await title([], { LANG: 'zh_CN.GB18030' })).toMatch(/截至/);
    expect(await title([], { LANG: 'de_DE.UTF-8' })).toMatch(/as of/);
    expect(await title([], { LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' })).toMatch(/截至/);
    expect(await title(['--lang', 'en'], { LANG: 'zh_CN.UTF-8' })).toMatch(/as of/);
    expect(await title(['--lang=zh'], {})).toMatch(/截至/);
  });

  test('a report on a terminal is a table, into a pipe it is CSV', async () => {
    expect((await commandLine(['report', villages], { terminal: true })).stdout).toMatch(/✓/);
    expect((await commandLine(['report', villages])).stdout).toMatch(/^province,/);
  });
});

describe('choosing what to report', () => {
  test('--period, and one that the files do not have', async () => {
    expect((await reportJson([villages, '--period', '2019'])).json).toMatchObject({ period: '2019', asOf: '2019-12-31' });
    expect(await commandLine(['report', villages, '--period', '2018'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/they hold 2019, 2020/),
    });
  });

  test.each(['township', 'county', 'city', 'province'])('--by %s sums the villages', async (level) => {
    const { json } = await reportJson([villages, '--by', level]);
    expect(json.places).toHaveLength(1);
    expect(json.places[0]!.place.village).toBeNull();
    expect(json.places[0]!.metrics.industry_coverage).toMatchObject({ numerator: 220, denominator: 233, text: '94.42%' });
  });

  test('--by all is one place without a name', async () => {
    const { json } = await reportJson([villages, '--by', 'all']);
    expect(json.places).toHaveLength(1);
    expect(Object.values(json.places[0]!.place)).toEqual([null, null, null, null, null, null]);
  });

  test('metrics by id, group and all, each once', async () => {
    const { json } = await reportJson([villages, '--metrics', 'industry,core,industry_coverage']);
    expect(Object.keys(json.total.metrics)).toEqual([
      'industry_coverage',
      'poverty_incidence',
      'collective_income',
      'collective_income_growth',
      'industry_coverage_all',
      'industry_coverage_assisted',
      'liaison_coverage',
      'industry_households_by_type',
      'awarded_households',
      'award_yuan',
    ]);
  });

  test('tallies beside a file that they contain are refused, and so are two of one village', async () => {
    const tallies = join(folder, 'tallies.csv');
    await commandLine(['report', villages, '--format', 'tallies', '-o', tallies]);
    expect(await commandLine(['report', tallies, villages])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/already in the tallies/),
    });
    const copy = join(folder, 'tallies2.csv');
    writeFileSync(copy, `${readFileSync(tallies, 'utf8')}\n`);
    expect(await commandLine(['report', tallies, copy])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/cannot be added twice/),
    });
    expect(await commandLine(['report', villages, '--format', 'tallies', '--by', 'county'])).toMatchObject({ status: 2 });
  });

  test('village tallies and household tallies of one village go together', async () => {
    const [v, h] = [join(folder, 'v.csv'), join(folder, 'h.csv')];
    await commandLine(['report', villages, '--format', 'tallies', '-o', v]);
    await commandLine(['report', 'fixtures/zhongshan/households.csv', '--format', 'tallies', '-o', h]);
    const [merged, rows] = [
      await reportJson([v, h, '--metrics', 'all']),
      await reportJson([villages, 'fixtures/zhongshan/households.csv', '--metrics', 'all']),
    ];
    expect(merged.json.places).toEqual(rows.json.places);
    // Tallies say how many helpers a village has, not who: of both villages together there may be fewer.
    const { households_per_helper: least, ...metrics } = merged.json.total.metrics;
    const { households_per_helper: exact, ...same } = rows.json.total.metrics;
    expect(metrics).toEqual(same);
    expect([least!.text, exact!.text]).toEqual(['≥1.85', '1.85']);
  });
});

describe('the packed program', () => {
  test('runs as the package says', () => {
    expect(execFileSync('node', [bin, '--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
