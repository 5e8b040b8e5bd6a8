import { describe, expect, test } from 'vitest';
import { formatMeasured } from '../../../src/report/format-value.ts';
import { filesOf, householdsOf, measured, seen, village } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';

/** Both have the same households below the line; `answer` is the column above it. */
describe.each([
  ['industry_coverage_assisted', 'has_industry'],
  ['liaison_coverage', 'liaison'],
])('%s', (id, answer) => {
  type Household = readonly [answer: string, status?: string, type?: string, cleared?: string];
  const rows = (...all: readonly Household[]): readonly TableRow[] =>
    householdsOf(
      all.map(([said, status = 'exited', monitoring_type = '无', risk_cleared = '']) => ({
        [answer]: said,
        status,
        monitoring_type,
        risk_cleared,
      })),
    );
  const of = (households: readonly TableRow[], villages: readonly TableRow[] = []) => measured(filesOf(households, villages), id);

  test('exited households and monitored ones, never-registered included; each once', async () => {
    const one = await of(
      rows(
        ['yes'],
        ['no'],
        ['yes', 'exited', '脱贫不稳定户', 'no'],
        ['yes', 'never', '边缘易致贫户', 'no'],
        ['no', 'never', '突发严重困难户', 'no'],
        ['yes', 'never'],
        ['yes', 'cancelled', '边缘易致贫户', 'no'],
        ['yes', 'remaining'],
      ),
    );
    // exited 3, marginal 1, sudden 1; with it 3 of 5
    expect(seen(one)).toMatchObject({ value: '3/5', low: '3/5', high: '3/5', missing: 0, evidence: 'households' });
    expect(formatMeasured(one)).toBe('60.00%');
  });

  test('a never-registered household whose risk is cleared is monitored no longer; an exited one stays', async () => {
    expect(
      seen(await of(rows(['no', 'never', '边缘易致贫户', 'yes'], ['yes', 'exited', '脱贫不稳定户', 'yes'], ['no', 'remaining', '', 'no']))),
    ).toMatchObject({ value: '1/1' });
  });

  test('everybody is 100 %, nobody 0 %', async () => {
    expect(formatMeasured(await of(rows(['yes'])))).toBe('100.00%');
    expect(formatMeasured(await of(rows(['no'])))).toBe('0.00%');
  });

  test('a risk of which it is not said whether it is cleared leaves open whether the household counts', async () => {
    // 1 of 2 for certain; the third has none and may be in or out: between 1/3 and 1/2
    expect(seen(await of(rows(['yes'], ['no'], ['no', 'never', '边缘易致贫户', ''])))).toMatchObject({
      value: '1/2',
      low: '1/3',
      high: '1/2',
      missing: 1,
    });
  });

  test('a file that does not say whether risks are cleared still counts the exited', async () => {
    const without = householdsOf([
      { [answer]: 'yes', monitoring_type: '无' },
      { [answer]: 'no', status: 'never', monitoring_type: '边缘易致贫户' },
    ]);
    expect(seen(await of(without))).toMatchObject({ value: '1/1', low: '1/2', high: '1/1', missing: 1 });
  });

  test('an answer that is blank sets the range', async () => {
    expect(seen(await of(rows(['yes'], ['no'], [''])))).toMatchObject({ value: '1/2', low: '1/3', high: '2/3', missing: 1 });
  });

  test('nothing there: nobody to count, no column, no household rows', async () => {
    expect(seen(await of(rows(['yes', 'never'])))).toMatchObject({ value: undefined, reason: 'zero-denominator' });
    expect(seen(await of(householdsOf([{ monitoring_type: '无', risk_cleared: '' }])))).toMatchObject({
      value: undefined,
      reason: 'no-data',
    });
    expect(seen(await of([], [village({ registered_poor_households: 5, industry_households: 4 })]))).toMatchObject({
      value: undefined,
      reason: 'needs-households',
    });
  });

  test('registered households that the file lacks could be either', async () => {
    expect(seen(await of(rows(['yes'], ['no']), [village({ registered_poor_households: 3 })]))).toMatchObject({
      value: '1/2',
      low: '1/3',
      high: '2/3',
      missing: 1,
      evidence: 'partial',
    });
  });
});

test('a list of industries is an industry', async () => {
  const files = filesOf(
    householdsOf([
      { industries: '优质稻', monitoring_type: '' },
      { industries: '', monitoring_type: '' },
    ]),
  );
  expect(seen(await measured(files, 'industry_coverage_assisted'))).toMatchObject({ value: '1/2' });
});
