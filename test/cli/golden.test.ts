import { describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';

/**
 * Pages that people see, kept whole: command, standard output, standard error, exit status.
 * `npx vitest run -u test/cli/golden.test.ts` writes them anew; read the difference before committing it.
 */
const zhongshan = ['villages', 'households', 'projects'].map((name) => `fixtures/zhongshan/${name}.csv`);
const overTime = ['villages', 'households-2019', 'households-2020'].map((name) => `fixtures/trend/${name}.csv`);
const abroad = [...['villages', 'households'].map((name) => `fixtures/abroad/${name}.csv`), '--profile', 'fixtures/abroad/profile.json'];
const gaps = ['villages', 'households', 'projects'].map((name) => `fixtures/gaps/${name}.csv`);
const pages: Readonly<Record<string, readonly string[]>> = {
  'report-villages-en': ['report', zhongshan[0]!, '--format', 'table'],
  'report-villages-zh': ['report', zhongshan[0]!, '--format', 'table', '--lang', 'zh'],
  'report-2019-zh': ['report', zhongshan[0]!, '--format', 'table', '--lang', 'zh', '--period', '2019'],
  'report-all-zh': ['report', ...zhongshan, '--format', 'table', '--lang', 'zh', '--metrics', 'all'],
  'report-all-en': ['report', ...zhongshan, '--format', 'table', '--metrics', 'all'],
  'report-json': ['report', ...zhongshan, '--format', 'json'],
  'report-csv': ['report', ...zhongshan, '--metrics', 'all'],
  'report-csv-long': ['report', ...zhongshan, '--long', '--by', 'township'],
  'report-tallies': ['report', zhongshan[0]!, '--format', 'tallies'],
  'report-partial-zh': [
    'report',
    'fixtures/bad/only-poor-row-unreadable.csv',
    'fixtures/bad/villages.csv',
    '--partial',
    '--format',
    'table',
    '--lang',
    'zh',
  ],
  'report-refused-en': ['report', 'fixtures/bad/parts.csv'],
  'check-clean-en': ['check', ...zhongshan],
  'check-numbers-en': ['check', 'fixtures/bad/numbers.csv'],
  'check-parts-zh': ['check', 'fixtures/bad/parts.csv', '--lang', 'zh'],
  'check-choices-json': ['check', 'fixtures/bad/choices.csv', '--format', 'json'],
  'check-unknown-village-csv-zh': [
    'check',
    'fixtures/bad/unknown-village.csv',
    'fixtures/bad/villages.csv',
    '--format',
    'csv',
    '--lang',
    'zh',
  ],
  'trend-zh': ['trend', ...overTime, '--format', 'table', '--lang', 'zh'],
  'trend-en': ['trend', ...overTime, '--format', 'table', '--metrics', 'industry_coverage,collective_income'],
  'trend-csv': ['trend', ...overTime],
  'trend-matrix-csv': ['trend', ...overTime, '--matrix'],
  'trend-json': ['trend', ...overTime, '--format', 'json', '--metrics', 'industry_coverage,collective_income', '--by', 'all'],
  'help-trend-zh': ['trend', '--help', '--lang', 'zh'],
  'assess-zh': ['assess', 'fixtures/assess/villages.csv', '--format', 'table', '--lang', 'zh'],
  'assess-en': ['assess', 'fixtures/assess/villages.csv', '--format', 'table'],
  'assess-households-zh': ['assess', 'fixtures/assess/households.csv', '--for', 'households', '--format', 'table', '--lang', 'zh'],
  'explain-industry-coverage-zh': ['explain', 'industry_coverage', '--lang', 'zh'],
  'explain-industry-coverage-en': ['explain', 'industry_coverage'],
  'explain-list-en': ['explain'],
  'explain-files-zh': ['explain', 'industry_coverage', ...gaps, '--lang', 'zh'],
  'explain-files-en': ['explain', 'industry_coverage', ...zhongshan],
  'explain-files-villages-zh': ['explain', 'industry_coverage', ...gaps, '--evidence', 'villages', '--lang', 'zh'],
  'explain-files-growth-en': ['explain', 'collective_income_growth', gaps[0]!],
  'explain-files-projects-zh': ['explain', 'received_yuan', ...gaps, '--lang', 'zh'],
  'explain-files-csv': ['explain', 'industry_coverage', ...gaps, '--format', 'csv'],
  'explain-files-json': ['explain', 'poverty_incidence', ...gaps, '--place', '乙村', '--format', 'json'],
  'help-explain-zh': ['explain', '--help', '--lang', 'zh'],
  'standards-zh': ['standards', '--lang', 'zh'],
  'standards-en': ['standards', '--region', '451122', '--on', '2018-12-31'],
  'standards-csv': ['standards', '--region', 'CN', '--on', '2020-12-31', '--format', 'csv'],
  'standards-json': ['standards', '--region', '广西', '--on', '2016-12-31', '--format', 'json'],
  'standards-refused-zh': ['standards', '--standards', 'fixtures/standards/misspelt.json', '--lang', 'zh'],
  'help-standards-en': ['standards', '--help'],
  'list-uncovered-zh': ['list', 'uncovered', ...zhongshan, '--format', 'table', '--lang', 'zh'],
  'list-below-line-zh': ['list', 'below-line', ...gaps, '--unknown', '--format', 'table', '--lang', 'zh'],
  'list-excluded-en': ['list', 'excluded', ...gaps, '--format', 'table'],
  'list-overdue-en': ['list', 'overdue', ...zhongshan, '--format', 'table'],
  'list-guarantee-gaps-json': ['list', 'guarantee-gaps', ...gaps, '--unknown', '--format', 'json'],
  'list-unspent-csv': ['list', 'unspent', ...gaps],
  'list-nobody-zh': ['list', 'unplanned', ...zhongshan, '--format', 'table', '--lang', 'zh'],
  'list-unknown-kind-zh': ['list', 'below-lin', gaps[1]!, '--lang', 'zh'],
  'help-list-en': ['list', '--help'],
  'abroad-report-table': ['report', ...abroad, '--format', 'table', '--by', 'commune'],
  'abroad-report-csv': ['report', ...abroad],
  'abroad-report-json': ['report', ...abroad, '--metrics', 'collective_income', '--format', 'json'],
  'abroad-check': ['check', ...abroad],
  'abroad-assess': ['assess', ...abroad],
  'abroad-list-below-line': ['list', 'below-line', ...abroad, '--format', 'table'],
  'abroad-trend': ['trend', ...abroad, '--format', 'table', '--metrics', 'poverty_incidence,collective_income'],
  'abroad-explain': ['explain', 'collective_income', ...abroad, '--place', 'Marsh End', '--by', 'division'],
  'abroad-standards': ['standards', '--profile', 'fixtures/abroad/profile.json'],
  'verify-denominators-en': ['verify', '95.78%', '--numerator', '159'],
  'verify-numerators-zh': ['verify', '０.82 ％', '--denominator', '1,341', '--lang', 'zh'],
  'verify-range-zh': ['verify', '10.2', '--numerator', '9899', '--lang', 'zh'],
  'verify-open-en': ['verify', '0.00 %', '--numerator', '5'],
  'verify-truncated-zh': ['verify', '1.9', '--numerator', '199', '--denominator', '10000', '--lang', 'zh'],
  'verify-pairs-en': ['verify', '91', '--max-denominator', '200'],
  'verify-json': ['verify', '91', '--numerator', '61', '--format', 'json'],
  'verify-csv': ['verify', '91', '--max-denominator', '24', '--format', 'csv'],
  'verify-no-fit-en': ['verify', '95.78', '--numerator', '158', '--denominator', '166'],
  'verify-no-fit-zh': ['verify', '95.79', '--numerator', '159', '--lang', 'zh'],
  'verify-nothing-known-zh': ['verify', '95.78%', '--lang', 'zh'],
  'help-verify-en': ['verify', '--help'],
  'help-tally-en': ['tally', '--help'],
  'help-en': ['--help'],
  'help-report-zh': ['report', '--help', '--lang', 'zh'],
  'no-command-zh': ['--lang', 'zh'],
  'unknown-option-zh': ['report', '--perod', '2020', '--lang', 'zh'],
  'unknown-metric-en': ['report', zhongshan[0]!, '--metrics', 'industry_coverag'],
};

describe('golden pages', () => {
  test.each(Object.entries(pages))('%s', async (name, argv) => {
    const { status, stdout, stderr } = await commandLine(argv);
    const page = [`$ aid-metrics ${argv.join(' ')}`, '', stdout, '--- standard error', stderr, `--- exit status ${status}`, ''].join('\n');
    await expect(page).toMatchFileSnapshot(`../golden/${name}.txt`);
  });
});
