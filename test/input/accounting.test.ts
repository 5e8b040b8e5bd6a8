import { expect, test } from 'vitest';
import { checkJson, reportJson } from '../support/command-line.ts';

const FILE = 'fixtures/cases/acct.csv';

test('acct.csv: money as Excel shows it; what is negative or was hidden by a narrow column is a finding', async () => {
  const { json, status } = await checkJson([FILE]);
  expect(json.findings.map(({ row, column, code }) => [row, column, code])).toEqual([
    [5, 'collective_income', 'negative'],
    [6, 'collective_income', 'column-too-narrow'],
  ]);
  expect(status).toBe(1);
  const report = await reportJson([FILE, '--partial', '--metrics', 'collective_income']);
  // 50 000 − 0 − 0; 82 000 − 0 − 0, the zeros shown as ` -   `; 30 000. The other two rows are rejected.
  expect(report.json.places.map(({ place, metrics }) => [place.village, metrics.collective_income!.value])).toEqual([
    ['甲村', 50_000],
    ['乙村', 82_000],
    ['丙村', 30_000],
    ['丁村', null],
    ['戊村', null],
  ]);
});

test('a line of #### is a row like any other', async () => {
  const stdin = '村,年度,村级集体经济收入\n########,2020,50000\n甲村,2020,50000\n';
  const { json } = await checkJson(['-'], { stdin });
  expect(json.inputs[0]).toMatchObject({ rows: 2, rejected: 1 });
  expect(json.findings).toMatchObject([{ code: 'column-too-narrow', row: 2, column: 'village' }]);
});

test('a net income may be negative, in brackets too', async () => {
  const stdin =
    'household_id,village,period,persons,status,net_income_per_capita\nH1,甲村,2020,1,exited,"(1,200.00)"\nH2,甲村,2020,1,exited," ¥1,400.00 "\n';
  // (−1200 + 1400) / 2 persons
  expect((await reportJson(['-', '--metrics', 'net_income_per_person'], { stdin })).json.places[0]!.metrics).toMatchObject({
    net_income_per_person: { value: 100 },
  });
});
