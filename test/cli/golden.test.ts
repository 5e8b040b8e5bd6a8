import { describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';

/**
 * Pages that people see, kept whole: command, standard output, standard error, exit status.
 * `npx vitest run -u test/cli/golden.test.ts` writes them anew; read the difference before committing it.
 */
const zhongshan = ['villages', 'households', 'projects'].map((name) => `fixtures/zhongshan/${name}.csv`);
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
  'assess-zh': ['assess', 'fixtures/assess/villages.csv', '--format', 'table', '--lang', 'zh'],
  'assess-en': ['assess', 'fixtures/assess/villages.csv', '--format', 'table'],
  'assess-households-zh': ['assess', 'fixtures/assess/households.csv', '--for', 'households', '--format', 'table', '--lang', 'zh'],
  'explain-industry-coverage-zh': ['explain', 'industry_coverage', '--lang', 'zh'],
  'explain-industry-coverage-en': ['explain', 'industry_coverage'],
  'explain-list-en': ['explain'],
  'standards-zh': ['standards', '--lang', 'zh'],
  'standards-en': ['standards', '--region', '451122', '--on', '2018-12-31'],
  'standards-csv': ['standards', '--region', 'CN', '--on', '2020-12-31', '--format', 'csv'],
  'standards-json': ['standards', '--region', '广西', '--on', '2016-12-31', '--format', 'json'],
  'standards-refused-zh': ['standards', '--standards', 'fixtures/standards/misspelt.json', '--lang', 'zh'],
  'help-standards-en': ['standards', '--help'],
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
