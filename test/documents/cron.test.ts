import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { documentText, root, shellBlocks } from '../support/documents.ts';

/** The script as it stands in the document. */
const script = shellBlocks(documentText('docs/cron.md')).find((block) => block.startsWith('#!/bin/sh'))!;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aid-metrics-cron-'));
  mkdirSync(join(folder, 'bin'));
  mkdirSync(join(folder, 'data'));
  program('monthly-report', script);
  program('aid-metrics', `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'bin', 'aid-metrics.js')}' "$@"\n`);
  // Keeps the letter: its arguments, then its text.
  program('mail', `#!/bin/sh\nprintf '%s\\n' "$@" >'${join(folder, 'letter')}'\ncat >>'${join(folder, 'letter')}'\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, text: string): void {
  writeFileSync(join(folder, 'bin', name), text);
  chmodSync(join(folder, 'bin', name), 0o755);
}

/** Runs the script over some files: its status, the letter that was sent, and the reports that are there after it. */
function monthly(
  villages: string,
  households: string,
): { readonly status: number | null; readonly letter: string; readonly reports: readonly string[] } {
  writeFileSync(join(folder, 'data/villages.csv'), villages);
  writeFileSync(join(folder, 'data/households.csv'), households);
  const { status } = spawnSync(join(folder, 'bin/monthly-report'), [join(folder, 'data'), 'office@example.org'], {
    env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH']}` },
  });
  const letter = join(folder, 'letter');
  return {
    status,
    letter: existsSync(letter) ? readFileSync(letter, 'utf8') : '',
    reports: readdirSync(join(folder, 'data')).filter((name) => name.startsWith('report-')),
  };
}

const HOUSEHOLDS = `户编号,村,年度,家庭人口数,脱贫状态,是否建档立卡,是否参与产业,无劳动能力或主要劳动力长期外出务工
A1,甲村,2020,4,已脱贫,是,是,否
A2,甲村,2020,3,已脱贫,是,有产业,否
`;
const VILLAGES = `省,县,村,年度,乡村户籍人口,建档立卡贫困户数,村级集体经济收入,其中补助收入,其中一次性收入,剩余贫困人口数
广西壮族自治区,示例县,甲村,2020,100,2,60000,0,0,0
`;

test('where every standard is met, nothing is sent', () => {
  const { status, letter, reports } = monthly(VILLAGES, HOUSEHOLDS);
  expect(status).toBe(0);
  expect(letter).toBe('');
  expect(reports).toHaveLength(1);
});

test('where a standard is not met, the page is sent', () => {
  // 1 of 2 households is 50 %, below 60 %.
  const { status, letter, reports } = monthly(VILLAGES, HOUSEHOLDS.replace('有产业', '否'));
  expect(status).toBe(3);
  expect(letter).toMatch(/^-s\n扶贫月报 \d{4}-\d{2}：有未达标或不能判定的\noffice@example\.org\n/u);
  expect(letter).toMatch(/✗ +[\d/]+ 差 \d+ 户/u);
  expect(letter).toContain('50.00%');
  expect(reports).toHaveLength(1);
});

test('where the data has errors, the findings are sent and no report is left', () => {
  const { status, letter, reports } = monthly(VILLAGES.replace('60000', '六万多一点'), HOUSEHOLDS);
  expect(status).toBe(1);
  expect(letter).toContain('没有做成（状态 1）');
  expect(letter).toContain('第 2 行');
  expect(reports).toEqual([]);
});

test('where a file is not there, that is sent', () => {
  const { status, letter } = monthly('', HOUSEHOLDS);
  expect(status).toBe(2);
  expect(letter).toContain('没有做成（状态 2）');
  expect(letter).toContain('villages.csv');
});

test('with a profile, headings and language of the office need no word on the line', () => {
  program('monthly-report', script.replaceAll('--lang zh', '--profile office.json'));
  writeFileSync(join(folder, 'data/office.json'), JSON.stringify({ lang: 'zh', map: { 有产业吗: 'has_industry' } }));
  const { status, letter } = monthly(VILLAGES, HOUSEHOLDS.replace('是否参与产业', '有产业吗').replace('有产业,否', '否,否'));
  expect(status).toBe(3);
  expect(letter).toMatch(/✗ +[\d/]+ 差 \d+ 户/u);
});

test('the line for cron calls the script as it says it is used', () => {
  expect(documentText('docs/cron.md')).toMatch(/^0 7 1 \* \* \/usr\/local\/bin\/monthly-report \S+ \S+@\S+$/mu);
});
