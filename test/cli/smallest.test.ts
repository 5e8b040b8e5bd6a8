import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { csvOf, household } from '../support/tables.ts';
import { partsOf } from '../support/workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-smallest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { LANG: 'en_US.UTF-8' };
/** Two households in 孤村, 12 in 大桥村, 11 in 小桥村, all of one township; 20 in 坪村 of another. */
const SIZES = [
  ['东乡', '孤村', 2, 1000],
  ['东乡', '大桥村', 12, 3000],
  ['东乡', '小桥村', 11, 2000],
  ['西乡', '坪村', 20, 3000],
  ['西乡', '上村', 15, 3000],
] as const;
const rows = [2019, 2020].flatMap((period) =>
  SIZES.flatMap(([township, village, households, income], at) =>
    Array.from({ length: households }, (_, index) =>
      household(10_000 + at * 100 + index, {
        county: '甲县',
        township,
        village,
        period,
        persons: 2,
        net_income_per_capita: income + period - 2020,
        has_industry: index === 0 ? '否' : '是',
      }),
    ),
  ),
);
const file = join(folder, 'h.csv');
writeFileSync(file, csvOf(rows));
const asked = (...words: readonly string[]) => commandLine(words, { env });

describe('places with fewer households than --smallest', () => {
  test('count in the total and in larger places, and are not shown for themselves', async () => {
    const words = ['report', file, '--metrics', 'net_income_per_person', '--smallest', '10'];
    const { stdout, stderr, status } = await asked(...words, '-f', 'csv', '--brief');
    expect(status, stderr).toBe(0);
    // With 孤村 (2 households) goes 小桥村, the next smallest: the township less the others would be 孤村.
    expect(stdout).toMatch(/大桥村.*,3000/u);
    expect(stdout).toMatch(/坪村.*,3000/u);
    expect(stdout).not.toMatch(/孤村|小桥村/u);
    expect(stderr).toContain('2 villages are not shown: fewer than 10 registered households');
    const township = await asked(...words, '-f', 'csv', '--brief', '--by', 'township');
    // 东乡: (2 × 1000 + 12 × 3000 + 11 × 2000) ÷ 25 = 2400
    expect(township.stdout).toMatch(/东乡.*,2400/u);
    const page = await asked(...words, '-f', 'table', '--lang', 'zh');
    // (60 000 + 35 × 3000) ÷ 60 = 2750
    expect(page.stdout).toMatch(/合计.*2,750/u);
    expect(page.stdout).not.toMatch(/孤村|小桥村/u);
    expect(page.stderr + page.stdout).toContain('2 个村不单列：建档立卡户不足 10 户');
  });

  test('are in no format and no part of it: pages, workbooks, records, acceptance, periods', async () => {
    for (const format of ['json', 'markdown', 'html', 'xlsx']) {
      const output = join(folder, `r.${format}`);
      const { status, stderr } = await asked('report', file, '--region', '45', '--smallest', '10', '-f', format, '-o', output);
      expect(status, stderr).toBe(0);
      const text = format === 'xlsx' ? Object.values(partsOf(readFileSync(output))).join(' ') : readFileSync(output, 'utf8');
      expect(text, format).toContain('大桥村');
      expect(text, format).not.toMatch(/孤村|小桥村/u);
    }
    for (const words of [
      ['assess', '--region', '45'],
      ['assess', '--each', '--region', '45'],
      ['trend'],
      ['explain', 'industry_coverage'],
      ['list', 'uncovered'],
    ])
      for (const format of ['json', 'csv', 'markdown', 'html']) {
        const { stdout, stderr } = await asked(...words, file, '--smallest', '10', '-f', format);
        expect(stdout, stderr).toContain('大桥村');
        expect(stdout, `${words.join(' ')} ${format}`).not.toMatch(/孤村|小桥村/u);
      }
  }, 60_000);

  test('the rows behind the number of a larger place are shown without theirs, and the number stays', async () => {
    const { stdout } = await asked('explain', 'industry_coverage', file, '--by', 'township', '--smallest', '10', '-f', 'csv');
    expect(stdout).toContain('大桥村');
    expect(stdout).not.toMatch(/孤村|小桥村/u);
    const page = await asked('explain', 'industry_coverage', file, '--by', 'township', '--smallest', '10');
    // 1 + 11 + 10 of the 25 households of 东乡 have an industry.
    expect(page.stdout).toMatch(/东乡.*22/u);
    const list = await asked('list', 'uncovered', file, '--smallest', '10', '-f', 'csv');
    expect(list.stderr).toContain('2 rows lie in villages that are not shown: left out');
  });

  test.each([['report'], ['assess'], ['trend'], ['list', 'uncovered'], ['explain', 'industry_coverage']])(
    'are refused where they are asked for by name: %s %s',
    async (...words) => {
      for (const place of ['孤村', '小桥村']) {
        const { status, stderr, stdout } = await asked(...words, file, '--place', place, '--smallest', '10');
        expect([status, stdout]).toEqual([2, '']);
        expect(stderr).toContain('it is not shown for itself (--smallest)');
      }
      const zh = await asked(...words, file, '--place', '孤村', '--smallest', '10', '--lang', 'zh');
      expect(zh.stderr).toContain('不单列（--smallest）');
      expect((await asked(...words, file, '--place', '大桥村', '--smallest', '10')).stderr).not.toContain('not shown for itself');
    },
    60_000,
  );

  test('nothing is shown where all together are fewer; and what it does not go with is said', async () => {
    const few = await asked('report', file, '--smallest', '100');
    expect([few.status, few.stdout]).toEqual([2, '']);
    expect(few.stderr).toContain('all files together have fewer than 100 households');
    for (const [words, said] of [
      [['report', file, '-f', 'tallies', '--smallest', '10'], 'when they are read back'],
      [['report', file, '--by', 'helper-unit', '--metrics', 'pairing_coverage', '--smallest', '10'], 'about places'],
      [['assess', file, '--for', 'households', '--smallest', '10'], 'shows each household'],
      [['report', file, '--smallest', '0'], 'is not a whole number above 0'],
    ] as const) {
      const { status, stderr } = await asked(...words);
      expect([status, stderr.includes(said)], stderr).toEqual([2, true]);
    }
  });

  test('tallies are read back and hide the same', async () => {
    const sums = join(folder, 'tallies.csv');
    expect((await asked('tally', file, '-o', sums)).status).toBe(0);
    const words = ['--metrics', 'net_income_per_person', '--smallest', '10', '-f', 'csv', '--brief'];
    expect((await asked('report', sums, ...words)).stdout).toBe((await asked('report', file, ...words)).stdout);
  });

  test('the change of a larger place is not told where a hidden village has a number in one period alone', async () => {
    const lacking = join(folder, 'lacking.csv');
    writeFileSync(lacking, csvOf(rows.filter(({ period, village }) => !(period === 2019 && village === '孤村'))));
    const words = ['trend', lacking, '--by', 'township', '--metrics', 'net_income_per_person', '-f', 'json'];
    const [open, careful] = [await asked(...words), await asked(...words, '--smallest', '10')];
    // Of 大桥村 and 小桥村 alone the change is 1: with the value of all three of 2020 that would give 孤村.
    expect(open.stdout).toContain('"compared"');
    expect(careful.stdout).not.toMatch(/"compared": ?\{/u);
    expect(careful.stdout).not.toMatch(/孤村|小桥村/u);
  });
});
