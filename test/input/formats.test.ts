import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';

const FOLDER = 'fixtures/formats';

/** The ways in which the registry is written, by the folder that holds it. The first is what the others are held against. */
const ways = [
  'utf-8',
  'utf-8-mark',
  'gbk',
  'utf-16le',
  'utf-16be',
  'tab',
  'semicolon',
  'parquet',
  'workbook',
  'workbook-merged',
  'member-rows',
] as const;

const filesOf = (way: string): readonly string[] =>
  readdirSync(`${FOLDER}/${way}`)
    .toSorted()
    .map((name) => `${FOLDER}/${way}/${name}`);

/** The report of a way as it is printed, without what names the files. */
async function reportOf(way: string): Promise<string> {
  const { status, stdout, stderr } = await commandLine(['report', ...filesOf(way), '--format', 'json', '--metrics', 'all']);
  expect(status, stderr).toBe(0);
  const { inputs: _, notes: __, findings: ___, ...rest } = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  return JSON.stringify(rest, undefined, 2);
}

test('every folder is a way that is tested', () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).toSorted()).toEqual([...ways].toSorted());
});

test('the report says what the registry holds', async () => {
  const { total } = JSON.parse(await reportOf(ways[0])) as {
    readonly total: { readonly metrics: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  };
  expect(total.metrics).toMatchObject({
    industry_coverage: { numerator: 5, denominator: 7, evidence: 'households' },
    poverty_incidence: { numerator: 8, denominator: 1180, evidence: 'households' },
    collective_income: { value: 90_499.5 },
    collective_income_total: { value: 132_500 },
    pairing_coverage: { numerator: 5, denominator: 8 },
  });
});

describe.each(ways)('a registry as %s', (way) => {
  test('gives the same report, byte for byte', async () => expect(await reportOf(way)).toBe(await reportOf(ways[0])));

  test('has no errors or warnings, and is understood as the page says', async () => {
    const argv = ['check', ...filesOf(way), '--lang', 'zh'];
    const { status, stdout, stderr } = await commandLine(argv);
    expect(stdout).toContain('错误 0，警告 0');
    expect(status).toBe(0);
    const page = [`$ aid-metrics ${argv.join(' ')}`, '', stdout, '--- standard error', stderr, `--- exit status ${status}`, ''].join('\n');
    await expect(page).toMatchFileSnapshot(`../golden/formats-${way}.txt`);
  });
});
