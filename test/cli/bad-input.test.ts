import { describe, expect, test } from 'vitest';
import { checkJson, commandLine, reportJson } from '../support/command-line.ts';

const bad = (name: string): string => `fixtures/bad/${name}.csv`;

/** What cannot be read at all: exit 2, and a message that holds the fix. */
const stopping: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['no such file', [bad('no-such-file')], /no such file: fixtures\/bad\/no-such-file\.csv/],
  ['a directory', ['fixtures/bad'], /is a directory; name the files in it/],
  ['an empty file', [bad('empty')], /empty \(0 bytes\)/],
  ['headers that fit no table', [bad('no-table')], /fit no table\. Headings seen: colour \| size/],
  ['the marks of two tables', [bad('two-tables')], /marks of households and projects.*--households FILE/],
  [
    'two columns with one header',
    [bad('twin-headings')],
    /column 3 "产业覆盖户数" and column 4 "industry_households" are both industry_households/,
  ],
  ['not text at all', [bad('not-text')], /not a text file/],
  ['a damaged workbook', [bad('workbook')], /workbook is damaged or incomplete/],
  ['a file that breaks off inside a character', [bad('truncated-utf8')], /breaks off in the middle of a character/],
  ['a required column missing', [bad('required-column')], /lacks required columns: period \(年度\).*--snapshot 2020/],
  ['a household file without a period, alone', [bad('household-without-period')], /no period column.*--snapshot 2020/],
  ['a household file without a period, among several', [bad('household-without-period'), bad('two-periods')], /no period column/],
  ['standard input twice', ['-', '-'], /only once/],
  ['no file', [], /no file given/],
];

describe('what cannot be read ends with status 2 and says how to mend it', () => {
  test.each(stopping)('%s', async (_, files, message) => {
    for (const command of ['report', 'check']) {
      const { status, stdout, stderr } = await commandLine([command, ...files]);
      expect(stderr).toMatch(message);
      expect(status).toBe(2);
      expect(stdout).not.toMatch(/%/);
    }
  });

  test('every message is said in Chinese too', async () => {
    for (const [, files] of stopping) {
      const { stderr } = await commandLine(['report', ...files, '--lang', 'zh']);
      expect(stderr).toMatch(/^错误：.*\p{Script=Han}/u);
    }
  });

  test('all files that cannot be read are named in one run', async () => {
    const { stderr } = await commandLine(['report', bad('empty'), bad('no-table'), bad('villages')]);
    expect(stderr).toMatch(/empty\.csv[\s\S]*no-table\.csv/);
  });
});

/** What is wrong in the rows: code, spreadsheet row, column. */
const findings: readonly (readonly [string, readonly string[], number, readonly (readonly [string, number, string | null])[]])[] = [
  ['a header and no rows', ['header-only'], 1, [['no-rows', 1, null]]],
  [
    'rows with too few and too many cells',
    ['row-widths'],
    1,
    [
      ['row-too-short', 3, null],
      ['row-too-long', 4, null],
    ],
  ],
  ['an unclosed quote', ['unclosed-quote'], 1, [['unclosed-quote', 3, null]]],
  ['a NUL byte', ['nul-byte'], 1, [['nul-byte', 3, 'village']]],
  [
    'required cells blank',
    ['required-blank'],
    1,
    [
      ['required-blank', 2, 'persons'],
      ['required-blank', 3, 'village'],
      ['required-blank', 4, 'household_id'],
    ],
  ],
  [
    'numbers that are none',
    ['numbers'],
    1,
    [
      ['negative', 2, 'rural_population'],
      ['not-a-number', 3, 'rural_population'],
      ['scientific-notation', 4, 'rural_population'],
      ['scientific-notation', 5, 'rural_population'],
      ['not-whole', 6, 'rural_population'],
      ['percentage-for-number', 7, 'registered_poor_households'],
    ],
  ],
  [
    'parts greater than their wholes',
    ['parts'],
    1,
    [
      ['part-exceeds-whole', 2, 'industry_households'],
      ['industry-exceeds-eligible', 3, 'industry_households'],
      ['part-exceeds-whole', 4, 'remaining_poor_persons'],
      ['parts-exceed-receipts', 5, 'collective_income'],
    ],
  ],
  ['the same village and period twice', ['duplicate-village'], 1, [['duplicate-village', 4, 'village']]],
  ['a household id twice in a period', ['duplicate-household'], 1, [['duplicate-household', 4, 'household_id']]],
  [
    'a period that is not one',
    ['not-a-period'],
    1,
    [
      ['not-a-period', 2, 'period'],
      ['not-a-period', 3, 'period'],
    ],
  ],
  [
    'choices and codes',
    ['choices'],
    1,
    [
      ['unknown-choice', 2, 'status'],
      ['coded-choice', 3, 'status'],
      ['coded-yes-no', 4, 'exempt'],
      ['not-yes-no', 4, 'has_industry'],
      ['destroyed-number', 5, 'household_id'],
    ],
  ],
  [
    'a household of an unknown village, once per village',
    ['unknown-village', 'villages'],
    0,
    [
      ['unknown-village', 2, 'village'],
      ['household-count-differs', 2, 'registered_poor_households'],
    ],
  ],
  [
    'a household file of another size than declared',
    ['villages', 'fewer-households'],
    0,
    [['household-count-differs', 2, 'registered_poor_households']],
  ],
  ['a village that could be several', ['ambiguous-village', 'two-villages-of-one-name'], 1, [['ambiguous-village', 2, 'village']]],
];

describe('what is wrong in the rows is found on its row and column, and nothing else is', () => {
  test.each(findings)('%s', async (_, names, status, expected) => {
    const checked = await checkJson(names.map(bad));
    expect(checked.json.findings.map((one) => [one.code, one.row, one.column])).toEqual(expected);
    expect(checked.status).toBe(status);
    for (const one of checked.json.findings) {
      expect(one.file).toMatch(/^fixtures\/bad\//);
      expect(one.line).toBeGreaterThan(0);
      expect(one.message).not.toMatch(/[{}]|undefined/);
      expect(one.hint).not.toMatch(/[{}]|undefined/);
    }
    for (const { rows, accepted, rejected } of checked.json.inputs) expect(accepted + rejected).toBe(rows);
  });

  test.each(findings)('%s: the report is refused, unless partial', async (_, names, status) => {
    const refused = await commandLine(['report', ...names.map(bad)]);
    expect(refused.status).toBe(status);
    if (status === 1) expect(refused).toMatchObject({ stdout: '', stderr: expect.stringMatching(/no report made.*--partial/) });
  });

  test('the twin of a duplicate is named by file and row', async () => {
    const { json } = await checkJson([bad('duplicate-household')]);
    expect(json.findings[0]!.message).toBe('household H1 stands already in fixtures/bad/duplicate-household.csv row 2 for the same period');
  });

  test('a near name is suggested and never merged', async () => {
    const { json } = await reportJson([bad('unknown-village'), bad('villages')]);
    expect(json.places.map((one) => one.place.village)).toEqual(['大桥村', '大桥']);
    const { stdout } = await commandLine(['check', bad('unknown-village'), bad('villages')]);
    expect(stdout).toMatch(/did you mean "公安镇大桥村"\?/);
  });

  test('left-out compensation is hinted at', async () => {
    const { stdout } = await commandLine(['check', bad('parts')]);
    expect(stdout).toMatch(/add back the compensation/);
  });

  test('--max-findings caps what is shown, never the totals', async () => {
    const { stdout } = await commandLine(['check', bad('numbers'), '--max-findings', '2']);
    expect(stdout.match(/→/g)).toHaveLength(2);
    expect(stdout).toMatch(/4 more not shown[\s\S]*errors 6, warnings 0/);
  });
});

describe('a report in spite of errors', () => {
  test('a village whose only poor row is unreadable does not print 0.00 %', async () => {
    // Households: 1 exited of 3 persons; 1 rejected of 4 persons. Population 3125, 166 declared households, so 164 are absent: the high side is open.
    const stdin = 'village,period,rural_population,registered_poor_households\n大桥村,2020,3125,166\n';
    const { status, json } = await reportJson([bad('only-poor-row-unreadable'), '-', '--partial'], { stdin });
    expect(status).toBe(1);
    const incidence = json.places[0]!.metrics.poverty_incidence;
    expect(incidence).toMatchObject({ numerator: 0, missing: 164, rejected: 1, low: 0, high: null, evidence: 'partial' });
    // What the village declares stands until the rows hold all 166
    const declared = await reportJson([bad('only-poor-row-unreadable'), bad('villages'), '--partial']);
    expect(declared.json.places[0]!.metrics.poverty_incidence).toMatchObject({ numerator: 20, denominator: 3125, evidence: 'villages' });
    const table = await commandLine(['report', bad('only-poor-row-unreadable'), '-', '--partial', '--format', 'table'], { stdin });
    expect(table.stdout).toMatch(/≥0\.00%/);
    expect(table.stderr).toMatch(/1 of 2 rows rejected: not counted, and the ranges widened/);
  });

  test('with the persons of the rejected row readable and nothing absent, the range is closed', async () => {
    const villages = 'village,period,rural_population,registered_poor_households\n大桥村,2020,1000,2\n';
    const { json } = await reportJson([bad('only-poor-row-unreadable'), '-', '--partial'], { stdin: villages });
    // 4 persons of 1000 could be poor.
    expect(json.places[0]!.metrics.poverty_incidence).toMatchObject({ numerator: 0, denominator: 1000, low: 0, high: 0.004, rejected: 1 });
  });
});
