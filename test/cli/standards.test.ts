import stringWidth from 'string-width';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aid-metrics-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Listed {
  readonly standards: readonly { readonly id: string; readonly region: string; readonly values: readonly { readonly value: string }[] }[];
  readonly schemes: readonly { readonly id: string; readonly region: string }[];
}
const listed = async (...argv: readonly string[]): Promise<Listed> =>
  JSON.parse((await commandLine(['standards', '--format', 'json', ...argv])).stdout) as Listed;

describe('aid-metrics standards', () => {
  test.each([
    ['zh', []],
    ['en', []],
    ['zh', ['--standards', 'fixtures/standards/guangxi-2019.json']],
    ['en', ['--region', '45']],
  ])('fits 80 columns in %s %o', async (lang, more) => {
    const { status, stdout, stderr } = await commandLine(['standards', '--lang', lang, ...more]);
    expect([status, stderr]).toEqual([0, '']);
    for (const line of stdout.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
  });

  test('lists for a region what it lies in, and nothing of its neighbours', async () => {
    const { standards, schemes } = await listed('--region', '42');
    expect(new Set([...standards, ...schemes].map(({ region }) => region))).toEqual(new Set(['CN']));
    const incidence = standards.filter(({ id }) => id === 'village-exit/poverty-incidence');
    expect(incidence.flatMap(({ values }) => values.map(({ value }) => value))).toEqual(['2%']);
  });

  test.each([
    ['2020-12-31', ['50000 yuan']],
    ['2021-01-01', []],
    ['2019-06-30', []],
    ['2017-01-01', ['20000 yuan']],
  ])('lists for %s the marks %o', async (day, values) => {
    const { standards } = await listed('--on', day, '--region', '广西');
    const marks = standards.filter(({ id }) => id === 'village-exit/collective-income');
    expect(marks.flatMap((mark) => mark.values.map(({ value }) => value))).toEqual(values);
  });

  test('says so when nothing is in force', async () => {
    expect((await commandLine(['standards', '--on', '2030-01-01'])).stdout).toBe('No standard of that region and day.\n');
  });

  test('a file of one own stands in its days, and is named as hearsay', async () => {
    const argv = ['standards', '--standards', 'fixtures/standards/guangxi-2019.json', '--on', '2019-12-31', '--region', '45'];
    expect((await commandLine(argv)).stdout).toContain('at least 40000 yuan  2019-01-01 … 2019-12-31  hearsay');
  });

  test('what is written as json can be read back, and gives the same', async () => {
    const { stdout } = await commandLine(['standards', '--format', 'json']);
    const file = join(folder, 'all.json');
    writeFileSync(file, stdout);
    expect((await commandLine(['standards', '--format', 'json', '--standards', file])).stdout).toBe(stdout);
  });

  test('the ending of the output says the format', async () => {
    const file = join(folder, 'standards.csv');
    expect(await commandLine(['standards', '-o', file])).toMatchObject({ status: 0, stdout: '' });
    expect(readFileSync(file, 'utf8')).toMatch(/^\uFEFFkind,id,region,applies_to,level,label,unit,comparison,value,from,until,confidence,/);
  });

  test.each([
    [['--region', '钟山县'], /--region 钟山县 is not a region; write CN, 45/],
    [['--region', '99'], /--region 99 is not a region/],
    [['--on', '2020'], /--on 2020 is not a date; write 2020-12-31/],
    [['--standards', 'no-such.json'], /no such file: no-such\.json/],
    [['--standards', 'fixtures/bad/not-text.csv'], /not-text\.csv (?:is not in UTF-8|line 1: not valid JSON)/],
    [['--standards', 'fixtures/standards/misspelt.json', '-o', 'fixtures/standards/misspelt.json'], /is also an input/],
  ])('%o is refused', async (argv, message) => {
    const { status, stdout, stderr } = await commandLine(['standards', ...argv]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  test('every problem of a file is named with its line', async () => {
    const { stderr } = await commandLine(['standards', '--standards', 'fixtures/standards/misspelt.json']);
    expect(
      stderr
        .split('\n')
        .filter(Boolean)
        .map((line) => /line (\d+)/.exec(line)?.[1]),
    ).toEqual(['5', '14', '15', '16']);
  });
});
