import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkJson, commandLine, reportJson } from '../support/command-line.ts';

/** Small inputs that real registries resemble, each with its right value. They stand beside the project, and may be absent. */
const CASES = join('..', 'shared', 'cases');
const has = existsSync(CASES);
const at = (name: string): string => join(CASES, name);

const counts = async (name: string, metric: string, ...more: readonly string[]): Promise<unknown> => {
  const { json } = await reportJson([at(name), '--metrics', metric, '--snapshot', '2020', ...more]);
  return json.places.map(({ metrics }) => [metrics[metric]!.numerator, metrics[metric]!.denominator]);
};
const found = async (...argv: readonly string[]): Promise<readonly (string | undefined)[]> =>
  (await checkJson([...argv, '--snapshot', '2020'])).json.findings.map(({ code }) => code);

test.skipIf(has)('the cases beside the project are absent: skipped', () => undefined);

describe.skipIf(!has)('inputs that real registries resemble', () => {
  test('core_min: strokes are no industry', async () => {
    const { json } = await reportJson([at('core_min.csv'), '--region', '45', '--metrics', 'industry_coverage']);
    expect(json.places[0]!.metrics.industry_coverage).toMatchObject({
      numerator: 1,
      denominator: 3,
      text: '33.33%',
      verdict: { met: 'no' },
    });
    const { stdout } = await commandLine(['list', 'uncovered', at('core_min.csv'), '--format', 'csv']);
    expect([...stdout.matchAll(/\b100\d\b/gu)].map(([id]) => id)).toEqual(['1001', '1002']);
  });

  test('none_min: 1 of 3', async () => expect(await counts('none_min.csv', 'industry_coverage_all')).toEqual([[1, 3]]));

  test('none_ind: ten ways of writing none', async () => {
    const { json } = await reportJson([at('none_ind.csv'), '--metrics', 'industry_coverage_all,industry_households_by_type']);
    // 鸡 counts; 外出务工 and #N/A are not known: 1 of 9, between 1 and 3 of 11
    expect(json.places[0]!.metrics.industry_coverage_all).toMatchObject({
      numerator: 1,
      denominator: 9,
      missing: 2,
      low: 1 / 11,
      high: 3 / 11,
    });
    expect(json.places[0]!.metrics.industry_households_by_type!.breakdown).toMatchObject([{ key: '鸡', value: 1 }]);
  });

  test.each(['unit3.csv', 'unit3.xlsx'])('%s: the unit above the header', async (name) => {
    const { json } = await reportJson([at(name), '--metrics', 'collective_income', '--region', '45']);
    expect(json.places[0]!.metrics.collective_income).toMatchObject({ value: 82000, verdict: { met: 'yes' } });
  });
  test('unit3.csv: 150 000 less 100 000 of subsidies', async () => {
    const { json } = await reportJson([at('unit3.csv'), '--metrics', 'collective_income']);
    expect(json.places[1]!.metrics.collective_income).toMatchObject({ value: 50000 });
  });
  test('unit1.xlsx: yuan typed under 万元', async () => {
    const { json } = await checkJson([at('unit1.xlsx')]);
    expect(json.findings).toContainEqual(
      expect.objectContaining({ code: 'unit-doubtful', row: 3, message: expect.stringContaining('typed in yuan') }),
    );
  });

  test('tot3: three villages', async () => {
    expect(await counts('tot3.csv', 'poverty_incidence', '--by', 'all')).toEqual([[51, 7466]]);
    expect((await reportJson([at('tot3.csv')])).json.places).toHaveLength(3);
  });
  test.each(['incform.csv', 'incform_title.xlsx'])('%s: a header of two rows', async (name) => {
    const { json } = await reportJson([at(name), '--metrics', 'poverty_incidence', '--snapshot', '2017']);
    expect(json.places.map(({ metrics }) => [metrics.poverty_incidence!.numerator, metrics.poverty_incidence!.text])).toEqual([
      [25, '0.80%'],
      [12, '0.89%'],
    ]);
  });
  test('pgform3v.xlsx: a header of three rows', async () =>
    expect(await counts('pgform3v.xlsx', 'industry_coverage')).toEqual([
      [90, 94],
      [60, 62],
    ]));
  test.each(['note1.csv', 'note3.csv'])('%s: notes below the table', async (name) => {
    expect(await counts(name, 'poverty_incidence')).toEqual([
      [20, 3125],
      [11, 1341],
    ]);
    const { stdout } = await commandLine(['check', at(name), '--snapshot', '2020']);
    expect(stdout).not.toMatch(/张三|李四/);
  });

  test.each(['hh_nocache.xlsx', 'nocache2.xlsx'])('%s: formulas without a value', async (name) =>
    expect(await found(at(name))).toContain('formula-without-value'),
  );
  test('hh_nocache.xlsx: awards are not 8000', async () => {
    const { json } = await reportJson([at('hh_nocache.xlsx'), '--metrics', 'award_yuan']);
    expect(json.places[0]!.metrics.award_yuan!.missing).toBeGreaterThan(0);
    expect(json.places[0]!.metrics.award_yuan!.text).not.toBe('8,000.00');
  });

  test('hidden_id: a duplicate', async () => expect(await found(at('hidden_id.csv'))).toEqual(['duplicate-household']));
  test('status_min: two exited, one remaining', async () => {
    expect(await found(at('status_min.csv'))).toEqual([]);
    const { json } = await reportJson([at('status_min.csv'), '--metrics', 'exited_share']);
    expect(json.places[0]!.metrics.exited_share).toMatchObject({ numerator: 2, denominator: 3 });
  });
  test('trail: surplus separators', async () => {
    const { status, json } = await checkJson([at('trail.csv')]);
    expect([status, json.inputs[0]]).toMatchObject([0, { rows: 3, accepted: 3 }]);
  });
  test('acct: money as a spreadsheet shows it', async () => {
    const { json } = await reportJson([at('acct.csv'), '--partial', '--metrics', 'collective_income']);
    expect(json.places.map(({ metrics }) => metrics.collective_income!.value).slice(0, 3)).toEqual([50000, 82000, 30000]);
    expect((await found(at('acct.csv'))).toSorted()).toEqual(expect.arrayContaining(['negative']));
    expect((await checkJson([at('acct.csv')])).json.findings.map(({ row }) => row)).toEqual([5, 6]);
  });
  test.each([
    ['html.xls', /web page|HTML/iu],
    ['enc.xlsx', /password.*(?:old|97)|(?:old|97).*password/isu],
    ['hidden3.xlsx', /hidden.*--sheet/su],
  ])('%s is refused with its way out', async (name, message) => {
    expect(await commandLine(['check', at(name)])).toMatchObject({ status: 2, stderr: expect.stringMatching(message) });
  });
  test('yearfmt: 1905 is a finding', async () => expect((await found(at('yearfmt.xlsx'))).length).toBeGreaterThan(0));
  test('copysheet: the duplicate names the other sheet', async () => {
    const { json } = await checkJson([at('copysheet.xlsx')]);
    expect(json.findings[0]!.message).toMatch(/Sheet1\b/u);
  });
  test('vn: 大桥 and 大桥村 are told apart, and said', async () => {
    const { json } = await checkJson([at('vn.csv')]);
    expect(json.findings).toMatchObject([{ severity: 'warning', message: expect.stringMatching(/大桥.*大桥村|大桥村.*大桥/u) }]);
    const { json: report } = await reportJson([at('vn.csv'), '--metrics', 'collective_income_growth']);
    expect(report.places.at(-1)!.metrics.collective_income_growth!.value).toBeNull();
  });

  test('every case has its line in the README and none crashes', async () => {
    for (const name of readdirSync(CASES)) {
      if (name === 'README.md') continue;
      expect([0, 1, 2], name).toContain((await commandLine(['report', at(name), '--snapshot', '2020'])).status);
    }
  });
});
