import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';

/** What a terminal obeys, what breaks a line, what turns what follows, what nobody sees. */
const SIGNS: Readonly<Record<string, string>> = {
  'a colour': '\u001b[31m',
  'a title of the window': '\u001b]0;x\u0007',
  'a C1 sequence': '\u009b2J',
  'a carriage return': '\r',
  'a line break': '\n',
  'a line separator': '\u2028',
  'a paragraph separator': '\u2029',
  'a next line': '\u0085',
  'a form feed': '\u000c',
  'a change of direction': '\u202e',
  'an isolate': '\u2066',
  'a joiner': '\u200d',
  'a tag': '\u{e0041}',
};

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\u{e0000}-\u{e007f}]/u;
/** Words behind the sign: at the beginning of a line they would pass for one of ours. */
const FORGED = 'error: FORGED';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'injected-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const HOUSEHOLD = {
  household_id: 'H1',
  county: '钟山县',
  township: '公安镇',
  village: '大桥村',
  period: '2020',
  persons: '3',
  status: 'remaining',
  exempt: '否',
  has_industry: '否',
  helper_name: '甲',
  helper_unit: '乙',
  head_name: '丙',
};
const csvOf = (rows: readonly Readonly<Record<string, string>>[]): string =>
  stringify([Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))]);

function expectLegible(text: string, by: string, lines = true): void {
  const found = OBEYED.exec(text);
  if (found) expect.fail(`${by} writes ${JSON.stringify(text.slice(Math.max(0, found.index - 60), found.index + 20))}`);
  if (lines)
    expect(
      // A list of units is broken at a line break: a unit may have that name, and its cells stand beside it.
      text.split('\n').filter((line) => line.trimStart().startsWith(FORGED) && !/\S {2,}\S/u.test(line)),
      by,
    ).toEqual([]);
}

/** Runs a command in every format that a person reads, and in those of programs, where line breaks have their own form. */
async function look(argv: readonly string[]): Promise<void> {
  for (const lang of ['zh', 'en']) {
    for (const format of ['table', 'markdown', 'html', 'json', 'csv']) {
      const words = [...argv, '--format', format, '--lang', lang];
      const { status, stdout, stderr } = await commandLine(words);
      expect(status, stderr).toBeLessThan(4);
      expectLegible(stderr, words.join(' '));
      // Within quotation marks a table in text keeps line breaks and tabs.
      // In HTML a line break is a blank. In a list of units it stands between two, and each has a line of its own.
      const hasLines = format !== 'csv' && format !== 'html' && !argv.includes('helper-unit');
      expectLegible(format === 'csv' ? stdout.replaceAll(/[\r\t]/gu, '') : stdout, words.join(' '), hasLines);
    }
  }
}

describe.each(Object.keys(SIGNS))('%s', (kind) => {
  const sign = SIGNS[kind]!;
  const plant = `x${sign}${FORGED}`;

  test('in cells', { timeout: 60_000 }, async () => {
    const columns = Object.keys(HOUSEHOLD);
    const rows = columns.map((column, at) => ({ ...HOUSEHOLD, household_id: `H${at}`, [column]: plant }));
    const file = put('cells.csv', csvOf(rows));
    for (const argv of [
      ['check', file],
      ['report', file, '--partial'],
      ['report', file, '--partial', '--by', 'helper-unit', '--metrics', 'households_per_helper'],
      ['list', 'uncovered', file, '--partial', '--unknown'],
      ['explain', 'industry_coverage', file, '--partial'],
      ['assess', file, '--for', 'households', '--partial'],
      ['trend', file, '--partial'],
    ])
      await look(argv);
  });

  test('in headings, and in a file without any', async () => {
    const file = put('headings.csv', csvOf([{ ...HOUSEHOLD, [plant]: '1', [`人均纯收入（${plant}）`]: '3000' }]));
    await look(['check', file]);
    await look(['report', file]);
    await look(['check', put('none.csv', stringify([[plant, 'y', 'z']]))]);
  });

  test('in names of files, options, reasons and keys', async () => {
    const bad = csvOf([{ ...HOUSEHOLD, persons: 'many' }]);
    const file = put(`h ${plant}.csv`.replaceAll('/', ''), bad);
    const reasons = put(
      'reasons.csv',
      stringify([
        ['code', 'key', 'reason'],
        ['not-a-number', 'H1', plant],
      ]),
    );
    const keys = put(
      'keys.csv',
      stringify([
        ['code', 'key', 'reason'],
        [plant, 'H1', 'y'],
      ]),
    );
    const profile = put('profile.json', JSON.stringify({ [plant]: 1 }));
    const standards = put('standards.json', JSON.stringify({ [plant]: [] }));
    for (const argv of [
      ['check', file],
      ['check', file, '--accept', reasons],
      ['check', file, '--accept', keys],
      ['report', file, '--partial'],
      ['report', file, '--partial', '--place', plant],
      ['report', file, '--metrics', plant],
      ['report', file, '--map', `${plant}=village`],
      ['report', file, '--map', `village=${plant}`],
      ['report', file, '--partial', '--profile', profile],
      ['report', file, '--partial', '--standards', standards],
      ['report', join(folder, plant)],
      ['report', file, '-o', join(folder, plant, 'x.csv')],
      ['report', file, `--${plant}`],
      ['explain', plant, file],
      ['list', plant, file],
      ['template', plant],
      [plant],
    ])
      await look(argv);
  });
});

test('what is escaped is shown where it stands', async () => {
  const { stderr } = await commandLine(['report', 'a\u001b[31m\u202eb\n.csv', '--lang', 'en']);
  expect(stderr).toContain(String.raw`a\u001b[31m\u202eb\n.csv`);
});

test('JSON reads as the text that it was', async () => {
  const file = put('a\u202e\u009b\n.csv', csvOf([HOUSEHOLD]));
  const { stdout } = await commandLine(['report', file, '--format', 'json', '-q']);
  expect((JSON.parse(stdout) as { inputs: { file: string }[] }).inputs[0]!.file).toBe(file);
  expect(stdout).toContain(String.raw`\u202e\u009b\n.csv`);
});

test.each(['=1+1', '+1+1', '-1a', '@x', '＝1+1', '＋1+1', '－1', '＠SUM(A1)'])(
  'a name %s is no formula in CSV, and reads back as it was',
  async (name) => {
    const { stdout } = await commandLine(['report', '-', '--format', 'csv', '--metrics', 'pairing_coverage'], {
      stdin: csvOf([{ ...HOUSEHOLD, village: `'${name}` }]),
    });
    expect(stdout).toContain(`,'${name},`);
    const again = await commandLine(['tally', '-'], { stdin: csvOf([{ ...HOUSEHOLD, village: `'${name}` }]) });
    const report = await commandLine(['report', '-', '--format', 'json', '--metrics', 'pairing_coverage', '-q'], { stdin: again.stdout });
    expect((JSON.parse(report.stdout) as { places: { place: { village: string } }[] }).places[0]!.place.village).toBe(name);
  },
);
