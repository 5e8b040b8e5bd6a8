import { describe, expect, test } from 'vitest';
import { formatMeasured } from '../../../src/report/format-value.ts';
import { toNumber } from '../../../src/vocabulary/fraction.ts';
import { csvOf, measured } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';

const household = (id: number, more: TableRow = {}): TableRow => ({
  household_id: `H${id}`,
  village: '大桥村',
  period: 2020,
  persons: 3,
  status: 'exited',
  monitoring_type: '',
  risk_cleared: '',
  ...more,
});
const of = (...rows: readonly TableRow[]) => measured({ 'households.csv': csvOf(rows) }, 'risk_cleared_share');

describe('risk_cleared_share', () => {
  test('cleared out of ever monitored, households without a monitoring type in neither count', async () => {
    // two cleared of three monitored: 2/3 = 66.67 %
    const one = await of(
      household(1, { monitoring_type: '脱贫不稳定户', risk_cleared: 'yes' }),
      household(2, { monitoring_type: '突发严重困难户', risk_cleared: 'yes' }),
      household(3, { monitoring_type: '脱贫不稳定户', risk_cleared: 'no' }),
      household(4),
    );
    expect(one.value).toEqual({ numerator: 2n, denominator: 3n });
    expect(formatMeasured(one)).toBe('66.67%');
  });

  test('a never-registered household may be monitored, a cancelled one is not counted', async () => {
    const one = await of(
      household(1, { status: 'never', monitoring_type: '边缘易致贫户', risk_cleared: 'yes' }),
      household(2, { status: 'cancelled', monitoring_type: '脱贫不稳定户', risk_cleared: 'no' }),
    );
    expect(one.value).toEqual({ numerator: 1n, denominator: 1n });
  });

  test('a monitored household that does not say is missing and sets the range', async () => {
    // known 1/1; the other could be either: 1/2 to 2/2
    const one = await of(
      household(1, { monitoring_type: '脱贫不稳定户', risk_cleared: 'yes' }),
      household(2, { monitoring_type: '脱贫不稳定户', risk_cleared: '' }),
    );
    expect(one).toMatchObject({ value: { numerator: 1n, denominator: 1n }, missing: 1n });
    expect([one.low && toNumber(one.low), one.high && toNumber(one.high)]).toEqual([0.5, 1]);
  });

  test('nobody monitored: nothing to divide by; a column blank throughout says nothing', async () => {
    const known = await of(household(1, { monitoring_type: '无', risk_cleared: 'no' }), household(2, { monitoring_type: '无' }));
    expect(known).toMatchObject({ value: undefined, reason: 'zero-denominator' });
    expect((await of(household(1, { monitoring_type: '无' }))).reason).toBe('no-data');
  });

  test('village rows cannot give it', async () => {
    const village = { village: '大桥村', period: 2020, registered_poor_households: 4 };
    expect((await measured({ 'villages.csv': csvOf([village]) }, 'risk_cleared_share')).reason).toBe('needs-households');
  });
});
