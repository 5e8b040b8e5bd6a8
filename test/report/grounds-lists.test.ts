import { describe, expect, test } from 'vitest';
import { refuseUnanswerable } from '../../src/library/refuse-unanswerable.ts';
import { listRecord } from '../../src/pages/list/record.ts';
import { buildListing, closingLines } from '../../src/report/listing/listing.ts';
import type { Listing } from '../../src/report/listing/listing.ts';
import { groupsOfList } from '../../src/report/listing/groups.ts';
import { listQuery, listedRows } from '../../src/rows/listed.ts';
import type { ListedRow } from '../../src/rows/listed.ts';
import { lists } from '../../src/rows/lists/index.ts';
import { shippedBook } from '../../src/standards/regions/index.ts';
import type { Parameters } from '../../src/language/condition.ts';
import type { IsoDate, Period } from '../../src/vocabulary/period.ts';
import { csvOf, tallyTexts } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

/** 7500 yuan in fen, half a year, fifteen days, a month. */
const NUMBERS: Parameters = { monitoring_line: 750_000n, clearance_months: 6n, recognition_days: 15n, measures_months: 1n };

interface Circumstances {
  readonly region?: string;
  readonly numbers?: Parameters;
  readonly period?: string;
  readonly asOf?: string;
}

async function listed(
  id: string,
  rows: readonly TableRow[],
  { region = '34', numbers = NUMBERS, period = '2024', asOf }: Circumstances = {},
): Promise<Listing> {
  const kind = lists.find((one) => one.id === id)!;
  const { tallies, rows: answers } = await tallyTexts(
    { 'h.csv': csvOf(rows) },
    { rows: [listQuery(kind, [])], parameters: numbers, asOf: asOf as IsoDate | undefined },
  );
  const files = listedRows(kind, [], answers[0]!, {
    book: shippedBook,
    region: region === '' ? undefined : region,
    asOf: asOf as IsoDate | undefined,
  });
  refuseUnanswerable(kind, files, period as Period);
  return buildListing(kind, files, {
    lang: 'en',
    place: undefined,
    withUnknown: true,
    notes: [],
    inputs: tallies.inputs,
    period: period as Period,
    asOf: (asOf ?? `${period}-12-31`) as IsoDate,
  });
}

const household = (id: string, more: TableRow = {}): TableRow => ({
  household_id: id,
  village: '村1',
  period: 2024,
  persons: 3,
  status: 'exited',
  net_income_per_capita: 12000,
  monitoring_type: '无',
  risk_cleared: '',
  ...more,
});
const words = (row: ListedRow, column: string): readonly string[] => {
  const figure = row.figures[column];
  return figure?.kind === 'words' ? figure.words.map(({ code }) => code) : [];
};
const fen = (row: ListedRow, column: string) => {
  const figure = row.figures[column];
  return figure?.kind === 'money' ? figure.amount : undefined;
};
const grounds = ({ rows }: Listing) => rows.map((row) => [row.id, words(row, 'grounds'), row.isCertain]);
const unknown = ({ rows }: Listing) =>
  rows.flatMap((row) => (row.isCertain ? [] : [[row.id, row.unknown.map(({ column, why }) => `${column} ${why}`)]]));

describe('watch', () => {
  test('income under the line, never-registered ones included; on the line nobody is', async () => {
    const list = await listed('watch', [
      household('H1', { net_income_per_capita: 7500 }),
      household('H2', { net_income_per_capita: '7499.99' }),
      household('H3', { net_income_per_capita: 6000, persons: 2, status: 'never' }),
      household('H4', { net_income_per_capita: 100, status: 'cancelled' }),
    ]);
    expect(
      list.rows.map((row) => [row.id, words(row, 'monitored'), fen(row, 'shortfall_per_person_yuan'), fen(row, 'shortfall_yuan')]),
    ).toEqual([
      // 1 fen × 3 persons
      ['H2', ['missed'], 1n, 3n],
      // (7500 − 6000) yuan × 2 persons = 3000 yuan
      ['H3', ['missed'], 150_000n, 300_000n],
    ]);
  });

  test('stands in groups, each with its households, persons and shortfall', async () => {
    const low = { net_income_per_capita: 7000 };
    const list = await listed('watch', [
      household('H1', { ...low, monitoring_type: '边缘易致贫户', risk_cleared: 'no' }),
      household('H2', { ...low, monitoring_type: '脱贫不稳定户', risk_cleared: 'yes' }),
      household('H3', { ...low, persons: 5 }),
      household('H4', low),
      household('H5', { ...low, monitoring_type: '脱贫不稳定户' }),
    ]);
    expect(groupsOfList(list).map(({ code, rows, persons, sum }) => [code, rows.map(({ id }) => id), persons, sum?.amount])).toEqual([
      // 500 yuan × (5 + 3) persons
      ['missed', ['H3', 'H4'], 8n, 400_000n],
      ['monitored', ['H1'], 3n, 150_000n],
      ['cleared', ['H2'], 3n, 150_000n],
      ['unclear', ['H5'], 3n, 150_000n],
    ]);
    expect(closingLines(list).map(({ en }) => en)).toEqual([
      '5 households in all.',
      'not monitored: 2 households, 8 persons, short in all 4000.00 yuan.',
      'monitored: 1 household, 3 persons, short in all 1500.00 yuan.',
      'marked cleared: 1 household, 3 persons, short in all 1500.00 yuan.',
      'monitored, cleared or not is unknown: 1 household, 3 persons, short in all 1500.00 yuan.',
    ]);
    expect((listRecord(list).fields as { summary: unknown[] }).summary[0]).toEqual({
      monitored: 'missed',
      households: 2,
      persons: 8,
      shortfall_yuan: 4000,
      atLeast: false,
    });
  });

  test('a guarantee or water lacking, or sudden hardship, puts a household on it whatever its income', async () => {
    const list = await listed('watch', [
      household('H1', { water: 'no', housing: 'yes', sudden_hardship: 'no' }),
      household('H2', { water: 'yes', housing: 'no', sudden_hardship: 'yes' }),
      household('H3', { water: 'yes', housing: 'yes', sudden_hardship: 'no', monitoring_type: '突发严重困难户', risk_cleared: 'no' }),
      household('H4', { water: 'yes', housing: 'yes', sudden_hardship: 'no' }),
      // Without an income one ground is enough; without any it may be under the line.
      household('H5', { net_income_per_capita: '', water: 'no', housing: 'yes', sudden_hardship: 'no' }),
      household('H6', { net_income_per_capita: '', water: 'yes', housing: 'yes', sudden_hardship: 'no' }),
    ]);
    expect(grounds(list)).toEqual([
      ['H1', ['water'], true],
      ['H2', ['housing', 'sudden'], true],
      ['H3', ['sudden'], true],
      ['H5', ['water'], true],
      ['H6', [], false],
    ]);
    expect(unknown(list)).toEqual([['H6', ['net_income_per_capita blank']]]);
    expect([list.listed, list.unknown]).toEqual([4, 1]);
    // What the file has no column for is not asked, and that is said.
    expect(list.notes.map(({ en }) => en)).toEqual([
      'h.csv has no column "Food secured, Clothing secured, Compulsory education secured, Basic medical care secured" (or it is blank throughout): not asked: food lacking, clothing lacking, education lacking, medical lacking',
    ]);
  });

  test('nobody under the line: nobody listed', async () => {
    const list = await listed('watch', [household('H1')]);
    expect([list.listed, list.unknown, closingLines(list)[0]!.en]).toEqual([0, 0, 'No such household.']);
  });

  test('without the line there is no list, and it is said how to give one', async () => {
    await expect(listed('watch', [household('H1')], { numbers: {} })).rejects.toThrow(/monitoring-line.*--standards FILE --region/u);
    // Of a year, no month is judged by it.
    const month = [household('H1', { period: '2024-06', net_income_per_capita: 500 })];
    await expect(listed('watch', month, { period: '2024-06' })).rejects.toThrow(/annual-standard/u);
  });

  test('without a column of incomes there is no list', async () => {
    const row = household('H1', { water: 'no', net_income_per_capita: undefined });
    await expect(listed('watch', [row])).rejects.toThrow(/net_income_per_capita/u);
  });
});

describe('doubtful-clearances', () => {
  const all = { food: 'yes', clothing: 'yes', education: 'yes', medical: 'yes', housing: 'yes', water: 'yes' };
  const cleared = (id: string, more: TableRow = {}): TableRow =>
    household(id, {
      ...all,
      monitoring_type: '脱贫不稳定户',
      risk_cleared: 'yes',
      identified_on: '2023-08-31',
      cleared_on: '2024-03-01',
      measures: '产业奖补',
      labour_persons: 2,
      ...more,
    });

  test('one that meets everything is not listed, and one that is not marked cleared neither', async () => {
    const list = await listed('doubtful-clearances', [
      cleared('H1'),
      cleared('H2', { risk_cleared: 'no', cleared_on: '', net_income_per_capita: 100 }),
      cleared('H3', { status: 'cancelled', net_income_per_capita: 100 }),
      household('H4', { ...all, net_income_per_capita: 100, measures: '', labour_persons: 0 }),
    ]);
    expect([list.listed, list.unknown]).toEqual([0, 0]);
  });

  test('each doubt by its boundary', async () => {
    const list = await listed('doubtful-clearances', [
      // Above the line means more than the line.
      cleared('H1', { net_income_per_capita: 7500 }),
      cleared('H2', { net_income_per_capita: '7500.01' }),
      cleared('H3', { medical: 'no', water: 'no' }),
      // Half a year after August 31 is the last of February, which in 2024 is the 29th.
      cleared('H4', { cleared_on: '2024-02-28' }),
      cleared('H5', { cleared_on: '2024-02-29' }),
      cleared('H6', { measures: '无' }),
      cleared('H7', { labour_persons: 0 }),
      // Not yet half a year at the end of 2024, whenever it was cleared.
      cleared('H8', { identified_on: '2024-07-01', cleared_on: '' }),
    ]);
    expect(grounds(list)).toEqual([
      ['H1', ['income'], true],
      ['H3', ['medical', 'water'], true],
      ['H4', ['months'], true],
      ['H6', ['measures'], true],
      ['H7', ['labour'], true],
      ['H8', ['months'], true],
    ]);
  });

  test('what is not known leaves it open, and is named', async () => {
    const list = await listed('doubtful-clearances', [
      cleared('H1', { net_income_per_capita: '' }),
      cleared('H2', { cleared_on: '' }),
      // Some day of February: before or after the 29th.
      cleared('H3', { cleared_on: '2024-02' }),
      cleared('H4', { labour_persons: '' }),
      cleared('H5', { risk_cleared: '', water: 'no' }),
      cleared('H6', { risk_cleared: '' }),
    ]);
    expect(unknown(list)).toEqual([
      ['H1', ['net_income_per_capita blank']],
      ['H2', ['cleared_on blank']],
      ['H3', ['identified_on doubtful', 'cleared_on doubtful']],
      ['H4', ['labour_persons blank']],
      ['H5', ['risk_cleared blank']],
    ]);
    expect(list.listed).toBe(0);
  });

  test('a region is asked by its own document: half a year and a measure in Anhui, not in the nation', async () => {
    const rows = [cleared('H1', { measures: '无', cleared_on: '2023-10-01' }), cleared('H2', { labour_persons: 0 })];
    expect(grounds(await listed('doubtful-clearances', rows, { region: '45' }))).toEqual([['H2', ['labour'], true]]);
    expect(grounds(await listed('doubtful-clearances', rows, { region: '340203' })).map(([id]) => id)).toEqual(['H1', 'H2']);
    // The page of Anhui is of March 2024: the year before is judged by the nation's.
    const before = rows.map((row) => ({ ...row, period: 2023 }));
    expect(grounds(await listed('doubtful-clearances', before, { region: '34', period: '2023' }))).toEqual([['H2', ['labour'], true]]);
    const note = (await listed('doubtful-clearances', rows, { region: '45' })).notes[0]!.en;
    expect(note).toContain('中农组发〔2021〕7号');
  });

  test('without the line income alone is open; without a scheme or a region there is nothing to check by', async () => {
    const list = await listed('doubtful-clearances', [cleared('H1'), cleared('H2', { water: 'no' })], {
      numbers: { clearance_months: 6n },
    });
    expect(grounds(list)).toEqual([
      ['H1', [], false],
      ['H2', ['water'], true],
    ]);
    expect(unknown(list)).toEqual([['H1', ['monitoring_line absent']]]);
    expect(list.notes.at(-1)!.en).toMatch(/no monitoring line \(monitoring-line\) is in force for 2024/u);
    const later = [{ ...cleared('H1'), period: 2026 }];
    await expect(listed('doubtful-clearances', later, { period: '2026' })).rejects.toThrow(
      /no scheme risk-clearance is in force for 2026/u,
    );
  });

  test('a file without a column is not asked for it, and that is said', async () => {
    const { labour_persons: _, ...row } = cleared('H1');
    const list = await listed('doubtful-clearances', [row]);
    expect([list.listed, list.unknown]).toEqual([0, 0]);
    expect(list.notes.map(({ en }) => en).join()).toContain(
      '"Persons able to work" (or it is blank throughout): not asked: nobody able to work',
    );
  });
});

describe('late-steps', () => {
  const step = (id: string, more: TableRow): TableRow =>
    household(id, { clue_on: '', identified_on: '', measures: '', measures_on: '', ...more });
  const days = (row: ListedRow, column: string) => {
    const figure = row.figures[column];
    return figure?.kind === 'number' ? Number(figure.value) : undefined;
  };
  const late = ({ rows }: Listing) =>
    rows.map((row) => [row.id, words(row, 'grounds'), days(row, 'recognition_days_late'), days(row, 'measures_days_late'), row.isCertain]);
  const monitored = { monitoring_type: '边缘易致贫户', risk_cleared: 'no', measures: '低保' };

  test('on the last day it is in time, a day later it is late', async () => {
    const list = await listed('late-steps', [
      // March 1 and fifteen days: March 16. March 16 and a month: April 16.
      step('H1', { ...monitored, clue_on: '2024-03-01', identified_on: '2024-03-16', measures_on: '2024-04-16' }),
      step('H2', { ...monitored, clue_on: '2024-03-01', identified_on: '2024-03-17', measures_on: '2024-04-18' }),
      // January 31 and a month: the last of February.
      step('H3', { ...monitored, clue_on: '2024-01-31', identified_on: '2024-01-31', measures_on: '2024-03-01' }),
    ]);
    expect(late(list)).toEqual([
      ['H2', ['recognition', 'measures'], 1, 1, true],
      ['H3', ['measures'], undefined, 1, true],
    ]);
  });

  test('no measure yet is late once the month is over; before the last day nobody is', async () => {
    const rows = [
      step('H1', { ...monitored, clue_on: '2024-11-20', identified_on: '2024-11-29', measures: '尚未实施' }),
      step('H2', { ...monitored, clue_on: '2024-12-01', identified_on: '2024-12-01', measures: '尚未实施' }),
      step('H3', { clue_on: '2024-12-20' }),
    ];
    // Due December 29, judged at the 31st: two days. H2 is due January 1.
    expect(late(await listed('late-steps', rows))).toEqual([['H1', ['measures'], undefined, 2, true]]);
    expect(late(await listed('late-steps', rows, { asOf: '2024-12-29' }))).toEqual([]);
  });

  test('a day that is not known leaves it open; who is neither monitored nor suspected has no step', async () => {
    const list = await listed('late-steps', [
      // Measures without their day; a clue that may have come to nothing; a month for a day.
      step('H1', { ...monitored, clue_on: '2024-03-01', identified_on: '2024-03-02' }),
      step('H2', { clue_on: '2024-03-01' }),
      step('H3', { ...monitored, clue_on: '2024-03', identified_on: '2024-03-20', measures_on: '2024-03-21' }),
      step('H4', {}),
    ]);
    expect(unknown(list)).toEqual([
      ['H1', ['measures_on blank', 'measures doubtful']],
      ['H2', ['identified_on blank']],
      ['H3', ['clue_on doubtful', 'identified_on doubtful']],
    ]);
  });

  test('a limit that no document of the region sets is not asked; without any there is no list', async () => {
    const rows = [step('H1', { ...monitored, clue_on: '2024-03-01', identified_on: '2024-04-01', measures_on: '2024-09-01' })];
    expect(late(await listed('late-steps', rows, { numbers: { recognition_days: 15n } }))).toEqual([
      // March 16 to April 1
      ['H1', ['recognition'], 16, undefined, true],
    ]);
    await expect(listed('late-steps', rows, { numbers: {} })).rejects.toThrow(/monitoring\/recognition-days/u);
  });
});
