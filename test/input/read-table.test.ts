import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/language/row.ts';
import { foldMembers } from '../../src/input/fold-members.ts';
import { hasMembers, openTables } from '../../src/input/open-table.ts';
import { readTable } from '../../src/input/read-table.ts';
import type { ReadRow } from '../../src/input/read-row.ts';

/** The rows of a file given as text, folded where it has members, and the codes of what was found. */
async function read(
  text: string,
): Promise<{ readonly rows: readonly Row[]; readonly rejected: readonly boolean[]; readonly codes: readonly string[] }> {
  const open = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  };
  const [file] = await openTables({ file: 'h.csv', open });
  const rows: ReadRow[] = [];
  const codes: string[] = [];
  await readTable(
    file!,
    (row) => rows.push(row),
    ({ code }) => codes.push(code),
  );
  const folded = hasMembers(file!) ? foldMembers(file!, rows, ({ code }) => codes.push(code)) : rows;
  return { rows: folded.map(({ row }) => row), rejected: folded.map(({ rejected }) => rejected), codes };
}

describe('in a column where a blank means none', () => {
  const header = 'household_id,village,period,persons,status,award_yuan,housing_aid_yuan,monitoring_type,helper_name,risk_cleared\n';
  const NOTHING = { amount: 0n, atLeast: false };

  test('a blank is none, also beside a cell that cannot be read', async () => {
    const { rows } = await read(`${header}H1,甲村,2020,3,exited,500,500,unstable,张,yes\nH2,甲村,2020,many,exited, ,,,　,\n`);
    expect(rows[1]).toMatchObject({ award_yuan: NOTHING, housing_aid_yuan: NOTHING, monitoring_type: 'none', helper_name: [] });
  });

  test('a cell that cannot be read is not none: it stays unknown, and nothing is made of it', async () => {
    // With monitoring taken as none, "risk cleared" would be a risk without monitoring.
    const { rows, rejected, codes } = await read(`${header}H1,甲村,2020,3,exited,some,a few,perhaps,张,yes\n`);
    expect(codes.toSorted()).toEqual(['not-a-number', 'not-a-number', 'unknown-choice']);
    expect(rejected).toEqual([true]);
    expect([rows[0]!.award_yuan, rows[0]!.housing_aid_yuan, rows[0]!.monitoring_type]).toEqual([undefined, undefined, undefined]);
    expect(rows[0]).toMatchObject({ helper_name: ['张'], persons: { amount: 3n } });
  });

  test('monitoring that says none beside a risk is still found', async () => {
    const { codes } = await read(`${header}H1,甲村,2020,3,exited,500,500,unstable,张,yes\nH2,甲村,2020,3,exited,,,,,yes\n`);
    expect(codes).toEqual(['risk-without-monitoring']);
  });

  test.each([
    ['unreadable, then blank', 'some', '', undefined],
    ['blank, then unreadable', '', 'some', undefined],
    ['unreadable, then said', 'some', '500', { amount: 50000n, atLeast: false }],
    ['blank in every row', '', '', NOTHING],
  ])('a household of two members, %s', async (_, first, second, expected) => {
    const members = '户编号,村,年度,脱贫状态,与户主关系,产业奖补金额\n';
    const { rows } = await read(`${members}A1,甲村,2020,已脱贫,户主,${first}\nA1,甲村,2020,已脱贫,妻,${second}\n`);
    expect(rows.map(({ award_yuan }) => award_yuan)).toEqual([expected]);
  });
});
