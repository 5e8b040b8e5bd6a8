import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statusChanges } from '../../src/measure/status-changes.ts';
import type { StatusChanges } from '../../src/measure/status-changes.ts';
import { StatusHistory } from '../../src/tally/status-history.ts';
import { csvOf, tallyTexts } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';
import '../support/seed.ts';

async function changesOf(...files: readonly (readonly TableRow[])[]): Promise<readonly StatusChanges[]> {
  const history = new StatusHistory();
  await tallyTexts(Object.fromEntries(files.map((rows, index) => [`h${index}`, csvOf(rows)])), { facts: [], visitor: history });
  return statusChanges(history);
}

const household = (household_id: string, period: string, status: string, more: TableRow = {}): TableRow => ({
  household_id,
  village: '东村',
  period,
  head_name: '',
  persons: 3,
  status,
  ...more,
});

/** The changes of one household from 2019 to 2020; without a status it is not in that period. Another one keeps both periods in the files. */
async function ofOne(was: string | undefined, is: string | undefined): Promise<readonly string[]> {
  const [found] = await changesOf([
    household('KEEP', '2019', 'never'),
    household('KEEP', '2020', 'never'),
    ...(was === undefined ? [] : [household('H1', '2019', was)]),
    ...(is === undefined ? [] : [household('H1', '2020', is)]),
  ]);
  return Object.entries(found!.named).flatMap(([id, { households }]) => (households > 0 ? [id] : []));
}

describe('what became of a household', () => {
  test.each<[string | undefined, string | undefined, readonly string[]]>([
    ['remaining', 'remaining', ['stayed_poor']],
    ['returned', 'remaining', ['stayed_poor']],
    ['remaining', 'returned', ['stayed_poor']],
    ['remaining', 'exited', ['exited']],
    ['returned', 'exited', ['exited']],
    ['pre-exit', 'exited', ['exited']],
    ['exited', 'exited', []],
    ['exited', 'returned', ['returned']],
    ['exited', 'remaining', ['returned']],
    ['never', 'returned', ['returned']],
    ['pre-exit', 'returned', ['returned']],
    ['pre-exit', 'remaining', []],
    ['remaining', 'pre-exit', []],
    ['never', 'remaining', ['new_poor']],
    ['cancelled', 'remaining', ['new_poor']],
    [undefined, 'remaining', ['new_poor', 'appeared']],
    [undefined, 'returned', ['returned', 'appeared']],
    [undefined, 'exited', ['appeared']],
    [undefined, 'cancelled', ['appeared']],
    ['remaining', undefined, ['vanished']],
    ['exited', 'cancelled', ['cancelled']],
    ['cancelled', 'cancelled', []],
    ['never', 'never', []],
  ])('%s, then %s: %j', async (was, is, named) => {
    expect(await ofOne(was, is)).toEqual(named);
  });

  test('its persons are those of the later row, and of the earlier one where it vanished', async () => {
    const [found] = await changesOf([
      household('H1', '2019', 'remaining', { persons: 3 }),
      household('H1', '2020', 'exited', { persons: 4 }),
      household('H2', '2019', 'remaining', { persons: 5 }),
    ]);
    expect(found!.named.exited).toEqual({ households: 1, persons: 4 });
    expect(found!.named.vanished).toEqual({ households: 1, persons: 5 });
  });

  test('a vanished household of a village that the later file does not have is told apart', async () => {
    const [found] = await changesOf([
      household('H1', '2019', 'remaining'),
      household('H2', '2019', 'remaining', { village: '西村' }),
      household('H3', '2020', 'remaining', { persons: 9 }),
    ]);
    expect(found!.named.vanished.households).toBe(2);
    expect(found!.vanishedWithVillage).toBe(1);
  });

  test('in another village than before it has moved; a village that is named with fewer parts is no other', async () => {
    const [found] = await changesOf(
      [household('H1', '2019', 'remaining'), household('H2', '2019', 'remaining', { township: '青山镇' })],
      [household('H1', '2020', 'remaining', { village: '西村' }), household('H2', '2020', 'remaining')],
    );
    expect(found!.moved.map(({ id, from, to }) => [id, from.village, to.village])).toEqual([['H1', '东村', '西村']]);
    expect(found!.named.vanished.households).toBe(0);
  });
});

describe('which periods are compared', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['each with the next of its kind', ['2018', '2019', '2020'], ['2018 2019', '2019 2020']],
    ['over a gap too, a status being as at the period’s end', ['2017', '2020'], ['2017 2020']],
    ['years with years and months with months', ['2019', '2019-06', '2019-07', '2020'], ['2019 2020', '2019-06 2019-07']],
    ['a month with a year where there is nothing else', ['2019-06', '2020'], ['2019-06 2020']],
    ['nothing where there is one period', ['2020'], []],
  ])('%s', async (_, periods, pairs) => {
    const found = await changesOf(periods.map((period) => household('H1', period, 'remaining')));
    expect(found.map(({ from, to }) => `${from} ${to}`)).toEqual(pairs);
  });
});

describe('ids that look renamed', () => {
  const renamed = async (before: readonly TableRow[], after: readonly TableRow[]): Promise<readonly string[]> => {
    const [found] = await changesOf([household('KEEP', '2019', 'never'), ...before], [household('KEEP', '2020', 'never'), ...after]);
    return found!.renamed.map(({ from, to, likeness }) => `${from} ${to} ${likeness}`);
  };
  const was = (id: string, more: TableRow = {}): TableRow => household(id, '2019', 'remaining', more);
  const is = (id: string, more: TableRow = {}): TableRow => household(id, '2020', 'remaining', more);

  test.each<[string, TableRow, TableRow, readonly string[]]>([
    ['the same head', was('A1', { head_name: '户主甲' }), is('Z9', { head_name: '户主甲' }), ['A1 Z9 same-head']],
    ['the same head of another number of persons', was('A1', { head_name: '户主甲' }), is('Z9', { head_name: '户主甲', persons: 4 }), []],
    ['the same head in another village', was('A1', { head_name: '户主甲' }), is('Z9', { head_name: '户主甲', village: '西村' }), []],
    ['ids alike of two heads', was('001', { head_name: '户主甲' }), is('1', { head_name: '户主乙' }), []],
    ['leading zeros', was('0012'), is('12'), ['0012 12 written-otherwise']],
    ['case, which makes no other id', was('ab12'), is('AB12'), []],
    ['a prefix', was('123'), is('DQ-123'), ['123 DQ-123 prefix']],
    ['a prefix taken away', was('DQ-123'), is('123'), ['DQ-123 123 prefix']],
    ['an end too short to say anything', was('12'), is('DQ-12'), []],
    ['one digit of six', was('100001'), is('100002'), ['100001 100002 one-digit']],
    ['one digit of five', was('10001'), is('10002'), []],
    ['one letter', was('A00001'), is('B00001'), []],
    ['two digits', was('100001'), is('100022'), []],
  ])('%s', async (_, before, after, found) => {
    expect(await renamed([before], [after])).toEqual(found);
  });

  test('where two could be meant, none is named', async () => {
    expect(await renamed([was('100001')], [is('100002'), is('100003')])).toEqual([]);
  });

  test('a surer likeness goes before one that is less sure', async () => {
    const named = { head_name: '户主甲' };
    expect(await renamed([was('100001', named)], [is('100002'), is('999999', named)])).toEqual(['100001 999999 same-head']);
  });

  test('an id that both periods have is never renamed', async () => {
    expect(await renamed([was('100001'), was('100002')], [is('100001'), is('100002')])).toEqual([]);
  });
});

describe('laws', () => {
  const statuses = ['remaining', 'exited', 'returned', 'pre-exit', 'never', 'cancelled'];
  const registry = (period: string): fc.Arbitrary<readonly TableRow[]> =>
    fc
      .uniqueArray(
        fc.record({ id: fc.integer({ min: 1, max: 30 }), status: fc.constantFrom(...statuses), persons: fc.integer({ min: 1, max: 6 }) }),
        {
          selector: ({ id }) => id,
          minLength: 1,
          maxLength: 25,
        },
      )
      .map((rows) => rows.map(({ id, status, persons }) => household(`H${id}`, period, status, { persons })));

  test('the cells of the matrix add up to the households of both periods, each once', async () => {
    await fc.assert(
      fc.asyncProperty(registry('2019'), registry('2020'), async (before, after) => {
        const [found] = await changesOf(before, after);
        const [inBefore, inAfter] = [before, after].map((rows) => new Set(rows.map(({ household_id }) => household_id)));
        const sum = (keep: (cell: StatusChanges['cells'][number]) => boolean): number =>
          found!.cells.filter(keep).reduce((all, { households }) => all + households, 0);
        expect(sum(() => true)).toBe(new Set([...inBefore!, ...inAfter!]).size);
        expect(sum(({ from }) => from !== 'absent')).toBe(inBefore!.size);
        expect(sum(({ to }) => to !== 'absent')).toBe(inAfter!.size);
        expect(found!.named.vanished.households - found!.named.appeared.households).toBe(inBefore!.size - inAfter!.size);
      }),
      { numRuns: 50 },
    );
  });

  test('one file or two, in either order, is the same', async () => {
    await fc.assert(
      fc.asyncProperty(registry('2019'), registry('2020'), async (before, after) => {
        const [one] = await changesOf([...before, ...after]);
        const [two] = await changesOf(after, before);
        expect({ ...two, renamed: new Set(two!.renamed.map(({ from, to }) => `${from} ${to}`)) }).toEqual({
          ...one,
          renamed: new Set(one!.renamed.map(({ from, to }) => `${from} ${to}`)),
        });
      }),
      { numRuns: 20 },
    );
  });
});
