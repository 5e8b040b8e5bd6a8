import { describe, expect, test } from 'vitest';
import { csvOf, measuredAll, seen, tallyTexts } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const member = (household: string, more: TableRow = {}): TableRow => ({
  household_id: household,
  village: '大桥村',
  period: 2020,
  status: 'remaining',
  relation_to_head: '妻',
  ...more,
});
const head = (household: string, more: TableRow = {}): TableRow => member(household, { relation_to_head: '户主', ...more });

/** Two persons of a household without a fault, and those of the household H2 that are given. */
const withSecond = (rows: readonly TableRow[]): Readonly<Record<string, string>> => ({
  'villages.csv': csvOf([{ village: '大桥村', period: 2020, rural_population: 100 }]),
  'members.csv': csvOf([head('H1'), member('H1'), ...rows]),
});

/** What the household file came to, and the incidence of its village: so many of 100 persons. */
async function read(files: Readonly<Record<string, string>>) {
  const { tallies, findings } = await tallyTexts(files);
  const { total } = await measuredAll(files, ['poverty_incidence']);
  const { rows, accepted, rejected } = tallies.inputs.find(({ table }) => table === 'households')!;
  return {
    rows: { rows, accepted, rejected },
    errors: findings.filter(({ severity }) => severity === 'error').map(({ code, row }) => `${code} ${row}`),
    incidence: seen(total.measured[0]!),
  };
}

describe('an error in one member rejects the household, and it widens the range', () => {
  test('without a fault both households count: 2 + 3 persons of 100', async () => {
    const { errors, rows, incidence } = await read(withSecond([head('H2'), member('H2'), member('H2')]));
    expect(errors).toEqual([]);
    expect(rows).toEqual({ rows: 5, accepted: 5, rejected: 0 });
    expect(incidence).toMatchObject({ value: '5/100', low: '5/100', high: '5/100' });
  });

  test.each<readonly [string, string, readonly TableRow[]]>([
    ['a cell that cannot be read, of the head', 'not-yes-no 4', [head('H2', { exempt: 'often' }), member('H2'), member('H2')]],
    ['of the last member', 'not-yes-no 6', [head('H2'), member('H2'), member('H2', { exempt: 'often' })]],
    [
      'a status that no member has',
      'required-blank 4',
      [head('H2', { status: '' }), member('H2', { status: '' }), member('H2', { status: '' })],
    ],
  ])('%s', async (_, error, rows) => {
    const said = await read(withSecond(rows));
    expect(said.errors).toEqual([error]);
    // Of the rejected household nothing counts: 2 of 100. It has three rows, and may be as poor: up to 5.
    expect(said.rows).toEqual({ rows: 5, accepted: 2, rejected: 3 });
    expect(said.incidence).toMatchObject({ value: '2/100', low: '2/100', high: '5/100' });
  });

  test.each<readonly [string, string, readonly TableRow[]]>([
    [
      'members that say different things of the household',
      'member-disagrees 5',
      [head('H2'), member('H2', { status: 'exited' }), member('H2')],
    ],
    ['two heads', 'several-heads 5', [head('H2'), head('H2'), member('H2')]],
    ['no head', 'no-head 4', [member('H2'), member('H2'), member('H2')]],
  ])('a warning does not: %s', async (_, warning, rows) => {
    const files = withSecond(rows);
    const { findings } = await tallyTexts(files);
    expect(findings.map(({ code, severity, row }) => `${severity} ${code} ${row}`)).toEqual([`warning ${warning}`]);
    // The first that is said counts: three persons who remain poor.
    expect((await read(files)).incidence).toMatchObject({ value: '5/100', low: '5/100', high: '5/100' });
  });

  test('a number of persons that is not that of its rows is left as it is written, and said', async () => {
    const { tallies, findings } = await tallyTexts(
      withSecond([head('H2', { persons: 4 }), member('H2', { persons: 4 }), member('H2', { persons: 4 })]),
    );
    expect(findings.map(({ code, row }) => `${code} ${row}`)).toContain('members-differ 4');
    expect(tallies.inputs).toHaveLength(2);
  });
});
