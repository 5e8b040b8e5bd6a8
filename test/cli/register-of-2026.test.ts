import { describe, expect, test } from 'vitest';
import { commandLine, reportJson } from '../support/command-line.ts';

/** A register of 2026: two monitored persons' households, one of them cleared, and one that is not monitored. Nothing says who was registered as poor. */
const REGISTER = `户编号,村,年度,家庭人口,监测对象类型,风险是否消除,产业
1,A村,2026,3,防止返贫致贫对象,否,鸡
2,A村,2026,2,防止返贫致贫对象,是,无
3,A村,2026,4,,,
`;

describe('a register of monitored households without 脱贫状态', () => {
  test('counts those monitored now, and says what of the cleared; what asks for the status has no answer', async () => {
    const { json } = await reportJson(
      ['-', '--metrics', 'monitored_households,monitored_persons_by_type,risk_cleared_share,exited_share'],
      {
        stdin: REGISTER,
      },
    );
    const of = json.total.metrics;
    expect(of['monitored_households']).toMatchObject({ value: 1 });
    expect(of['monitored_persons_by_type']).toMatchObject({ value: 3 });
    // One of the two that were ever monitored.
    expect(of['risk_cleared_share']).toMatchObject({ numerator: 1, denominator: 2 });
    expect(of['exited_share']).toMatchObject({ value: null });
  });

  test('lists those at risk, and does not say that nobody has returned', async () => {
    const { stdout, status } = await commandLine(['list', 'at-risk', '-', '--format', 'csv'], { stdin: REGISTER });
    expect(status).toBe(0);
    const [head, ...rows] = stdout.trim().split('\n');
    const at = head!.split(',').indexOf('returned');
    expect(rows.map((row) => row.split(',')[at])).toEqual(['']);
  });

  test('without 监测对象类型 the status is asked for as before', async () => {
    const { status, stderr } = await commandLine(['report', '-'], {
      stdin: REGISTER.replaceAll(/,监测对象类型|,防止返贫致贫对象|(?<=4),/gu, ''),
    });
    expect(status).toBe(2);
    expect(stderr).toContain('status');
  });
});
