import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { commandLine } from '../support/command-line.ts';
import type { ReportJson } from '../support/command-line.ts';
import { writeCounty } from '../support/county.ts';

let folder: string;
let files: readonly string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'county-'));
  files = writeCounty(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A question mark before a name is the sign of a verdict. */
const CLOSING = /^\s*(?:[，。；：、）》”!)\]]|\?(?! ))/u;

const page = async (argv: readonly string[], columns: number): Promise<readonly string[]> => {
  const { stdout } = await commandLine([argv[0]!, ...files, '--partial', '--quiet', '--format', 'table', ...argv.slice(1)], { columns });
  return stdout.trimEnd().split('\n');
};

describe('a county of 120 villages on a terminal', () => {
  test.each([
    [100, 135],
    [80, 140],
    [120, 140],
  ])('%i columns: no more than %i lines, one for each village', async (columns, most) => {
    const lines = await page(['report', '--lang', 'zh'], columns);
    expect(lines.length).toBeLessThanOrEqual(most);
    expect(lines.filter((line) => /^\S*村[… ]/u.test(line)).length).toBeGreaterThanOrEqual(118);
  });

  test.each(
    [40, 55, 80, 120, 160].flatMap((columns) =>
      ['zh', 'en'].flatMap((lang) => ['report', 'assess', 'trend'].map((what) => [what, columns, lang] as const)),
    ),
  )('%s on %i columns in %s: no line is wider, and none begins with a closing mark', async (command, columns, lang) => {
    for (const line of await page([command, '--lang', lang], columns)) {
      expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
      expect(line).not.toMatch(CLOSING);
    }
  });

  test.each(
    [80, 120].flatMap((columns) =>
      ['zh', 'en'].flatMap((lang) => ['report', 'assess', 'trend'].map((what) => [what, columns, lang] as const)),
    ),
  )('%s on %i columns in %s, as it is read', async (command, columns, lang) => {
    const lines = await page([command, '--lang', lang], columns);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`../golden/county/${command}-${columns}-${lang}.txt`);
  });

  test.each([
    [80, 150],
    [120, 150],
  ])('trend on %i columns has a line for each village under the total', async (columns, most) => {
    const lines = await page(['trend', '--lang', 'zh'], columns);
    expect(lines.length).toBeLessThanOrEqual(most);
    expect(lines.filter((line) => /^\S*村[… ]/u.test(line)).length).toBeGreaterThanOrEqual(118);
    expect(lines[0]).toBe('示例县 2018 至 2020，120 村');
    expect(lines.findIndex((line) => line.startsWith('合计'))).toBeLessThan(lines.findIndex((line) => line.startsWith('青山·大桥村')));
  });

  test('a list stands under its villages, and below 55 columns a household is key: value', async () => {
    const list = async (columns: number): Promise<readonly string[]> =>
      (await commandLine(['list', 'uncovered', ...files, '--partial', '-q', '-f', 'table', '--lang', 'zh'], { columns })).stdout.split(
        '\n',
      );
    const wide = await list(80);
    // The county has 491 households without an industry, in nearly all of its villages.
    expect(wide.slice(0, 2).join('')).toContain('：491 户，另有');
    expect(wide.filter((line) => /^\S+村（\S+）  \d+ 户$/u.test(line)).length).toBeGreaterThan(90);
    expect((await list(36)).join('\n')).toMatch(/^  \d{6}\n  户主：示\*\*  人口：\d/mu);
  });

  test('what is left out is said, and nothing is where there is room', async () => {
    expect((await page(['report', '--lang', 'zh'], 80)).join('\n')).toContain('宽 80 列放不下：乡镇、分子分母');
    expect((await page(['report', '--lang', 'zh'], 160)).join('\n')).not.toContain('放不下');
  });

  test('acceptance of many is a matrix; of one, or of each, the sheet', async () => {
    expect((await page(['assess'], 80)).length).toBeLessThanOrEqual(150);
    expect((await page(['assess', '--place', '下桥村'], 80)).join('\n')).toMatch(/Criterion +Arithmetic/u);
    expect((await page(['assess', '--each'], 80)).length).toBeGreaterThan(3000);
  });
});

describe('choosing places', () => {
  const places = async (...more: readonly string[]): Promise<ReportJson['places']> =>
    (JSON.parse((await commandLine(['report', ...files, '--partial', '-q', '--format', 'json', ...more])).stdout) as ReportJson).places;
  const incomes = (found: ReportJson['places']): readonly unknown[] => found.map(({ metrics }) => metrics.collective_income!.value);

  test('--sort puts the greatest first and those without a number last, --top ends the list', async () => {
    const all = incomes(await places('--sort', 'collective_income'));
    expect(all).toHaveLength(120);
    expect(all[0]).toBe(17_244_012);
    expect(all.at(-1)).toBe(null);
    expect(incomes(await places('--sort', 'collective_income', '--top', '3'))).toEqual(all.slice(0, 3));
  });

  test('--sort by a metric that is not reported', async () => {
    const [first] = await places('--metrics', 'industry_coverage', '--sort', 'collective_income', '--top', '1');
    expect(first!.place.village).toBe('枫桥村');
    expect(Object.keys(first!.metrics)).toEqual(['industry_coverage']);
  });

  test('--unmet keeps those with a standard not met or undetermined', async () => {
    for (const { metrics } of await places('--unmet'))
      expect(Object.values(metrics).map(({ verdict }) => (verdict as { met: string } | undefined)?.met)).toEqual(
        expect.arrayContaining([expect.stringMatching(/no|undetermined|not-assessable/u)]),
      );
  });

  test('--place takes a township with the total of its own, and names what is meant', async () => {
    // 120 villages in 8 townships.
    expect(await places('--place', '青山镇')).toHaveLength(15);
    expect(await commandLine(['report', ...files, '--partial', '-q', '--place', '青山鎮'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('青山镇'),
    });
  });

  test.each([['0'], ['-1'], ['two']])('--top %s is refused', async (top) => {
    expect(await commandLine(['report', ...files, `--top=${top}`])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('whole number'),
    });
  });
});

test('a terminal without Unicode has plain signs', async () => {
  const env = { LC_ALL: 'C', LANG: 'en_US.UTF-8' };
  const { stdout } = await commandLine(['report', ...files, '--partial', '-q', '--format', 'table'], { env });
  expect(stdout).not.toMatch(/[✓✗≥─…—]/u);
  expect(stdout).toMatch(/>=60%/u);
});
