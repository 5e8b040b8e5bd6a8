import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { csvOf } from '../support/tables.ts';
import {
  VILLAGE_ITEMS,
  guangxi,
  householdItems,
  item,
  judged,
  nationalHouseholdItems,
  nationalIncidence,
  possibleOf,
  yearOf,
} from './documents.ts';
import type { Asked, PlainVillage } from './documents.ts';
import { isRegistered, rangeOf, settled, together } from './plain.ts';
import type { Cell, Met, Possible } from './plain.ts';
import { registries } from './registry.ts';
import type { Blanks, Registry } from './registry.ts';

const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-oracle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [VILLAGES, HOUSEHOLDS] = [join(folder, 'villages.csv'), join(folder, 'households.csv')];

interface PartJson {
  readonly id: string;
  readonly met: Met;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
export interface SheetJson {
  readonly place: { readonly village: string | null };
  readonly met?: Met;
  readonly criteria: readonly { readonly number: number; readonly met: Met; readonly parts: readonly PartJson[] }[];
}

const nameOf = (index: number): string => `第${index + 1}村`;

/** Writes the files of a registry; the arguments that name them. */
export function filesOf({ province, period, villages }: Registry, written: number | string = period): readonly string[] {
  const place = (index: number) => ({ ...(province !== undefined && { province }), county: '甲县', village: nameOf(index) });
  writeFileSync(VILLAGES, csvOf(villages.map(({ row }, index) => ({ ...place(index), period: written, ...row }))));
  const households = villages.flatMap(({ partOfThem, households: rows = partOfThem ?? [] }, index) =>
    rows.map((row, at) => ({ ...place(index), household_id: `H${index + 1}-${at + 1}`, period: written, ...row })),
  );
  if (households.length === 0) return [VILLAGES];
  writeFileSync(HOUSEHOLDS, csvOf(households));
  return [VILLAGES, HOUSEHOLDS];
}

/** Runs a command that prints JSON, and the status that it ends with under `--fail-on-unmet`. */
export async function json<T>(words: readonly string[]): Promise<{ readonly said: T; readonly status: number }> {
  const { stdout, stderr, status } = await commandLine([...words, '--format', 'json', '--fail-on-unmet', '--quiet']);
  if (stdout === '') throw new Error(stderr);
  return { said: JSON.parse(stdout) as T, status };
}

const statusOf = (mets: readonly Met[]): number => (mets.some((met) => met === 'no' || met === 'undetermined') ? 3 : 0);

/** A number and what it could be, as the program printed them and as they were worked out. A side that is open is not compared. */
function expectNumber(part: Pick<PartJson, 'value' | 'low' | 'high'>, asked: Asked, villages: readonly PlainVillage[]): void {
  const possible = possibleOf(asked, villages);
  const { low, high } = rangeOf(possible);
  const { known } = possible;
  // Where every answer that is possible is the same, that is the value.
  const only = low !== null && low === high ? low : null;
  const value = known === undefined || known[1] === 0 ? only : known[0] / known[1];
  const near = (a: number | null, b: number | null): boolean => (a === null || b === null ? a === b : Math.abs(a - b) < 1e-9);
  expect([part.value, near(part.value, value)], 'value').toEqual([part.value, true]);
  if (low !== null) expect(part.low, 'least').toBeCloseTo(low, 9);
  if (high !== null) expect(part.high, 'greatest').toBeCloseTo(high, 9);
}

/** 综合贫困发生率, 错退率, 漏评率, 认可度 rest on the evaluation in the row of the county, which these registries do not have. */
const EVALUATION = ['combined_poverty_incidence', 'wrong_exit_rate', 'missed_poor_rate', 'recognition_rate'];

/** Whether the region's own form holds in a year, else the nation's opinion of 2016. */
const hasForm = (province: string | undefined, year: number): boolean => province === '广西' && year >= 2017;

function expectVillages(sheets: readonly SheetJson[], { province, period, villages }: Registry): readonly Met[] {
  expect(sheets.map(({ place }) => place.village)).toEqual(villages.map((_, index) => nameOf(index)));
  return villages.flatMap((village, index): readonly Met[] => {
    const { criteria, met } = sheets[index]!;
    const year = yearOf(village.row, period);
    if (village.row.poverty_village === 'no' || (province === undefined && year >= 2017)) {
      expect([criteria.length, met]).toEqual([0, undefined]);
      return [];
    }
    const mets = criteria.map((one) => one.met);
    if (hasForm(province, year)) {
      expect(criteria.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      for (const number of Object.keys(VILLAGE_ITEMS).map(Number))
        expect([number, mets[number - 1]]).toEqual([number, item(number, village, year)]);
      for (const { parts } of criteria) for (const part of parts) if (guangxi[part.id]) expectNumber(part, guangxi[part.id]!, [village]);
    } else if (province !== undefined) expect(mets[0]).toBe(judged(nationalIncidence(province !== '湖南'), [village], year));
    const gravest = (['no', 'undetermined', 'not-assessable'] as const).find((one) => mets.includes(one)) ?? 'yes';
    expect(met).toBe(gravest);
    return mets;
  });
}

async function expectCounty(files: readonly string[], registry: Registry): Promise<void> {
  const { said, status } = await json<{ places: readonly SheetJson[] }>(['assess', ...files, '--for', 'counties']);
  const { province, period, villages } = registry;
  const { criteria } = said.places[0]!;
  for (const { parts } of criteria)
    for (const part of parts) {
      if (EVALUATION.includes(part.id)) {
        expect([part.id, part.value, part.met]).toEqual([part.id, null, 'not-assessable']);
        continue;
      }
      const asked = hasForm(province, period) ? guangxi[part.id] : nationalIncidence(province !== '湖南');
      if (!asked) continue;
      expect([part.id, part.met]).toEqual([part.id, judged(asked, villages, period)]);
      expectNumber(part, asked, villages);
    }
  expect(status).toBe(statusOf(criteria.map(({ met }) => met)));
}

async function expectReport(files: readonly string[], { province, period, villages }: Registry): Promise<void> {
  interface Answer {
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly verdict?: { readonly met: Met };
  }
  const ids = Object.keys(guangxi);
  const { said, status } = await json<{ places: readonly { metrics: Readonly<Record<string, Answer>> }[] }>([
    'report',
    ...files,
    '--metrics',
    ids.join(','),
  ]);
  const mets = villages.flatMap((village, index) =>
    ids.flatMap((id): readonly Met[] => {
      const answer = said.places[index]!.metrics[id]!;
      const year = yearOf(village.row, period);
      expectNumber(answer, guangxi[id]!, [village]);
      if (village.row.poverty_village === 'no' || !hasForm(province, year)) return answer.verdict ? [answer.verdict.met] : [];
      // No verdict is printed where no document gives a mark.
      const expected = guangxi[id]!.mark(year) && judged(guangxi[id]!, [village], year);
      expect([id, answer.verdict?.met]).toEqual([id, expected]);
      return expected ? [expected] : [];
    }),
  );
  expect(status).toBe(statusOf(mets));
}

async function expectHouseholds(files: readonly string[], { province, period, villages }: Registry): Promise<void> {
  const { said, status } = await json<{
    households: readonly { household_id: string; met: Met | null; open: readonly { number: number; met: Met }[] }[];
  }>(['assess', ...files, '--for', 'households']);
  const expected = villages.flatMap(({ partOfThem, households: rows = partOfThem ?? [] }, index) =>
    rows.flatMap((row, at) => (isRegistered(row) ? [{ id: `H${index + 1}-${at + 1}`, row }] : [])),
  );
  expect(said.households.map((one) => one.household_id)).toEqual(expected.map(({ id }) => id));
  const all: Met[] = [];
  for (const [index, { row }] of expected.entries()) {
    if (province === undefined) {
      expect(said.households[index]!.met).toBeNull();
      continue;
    }
    const mets = hasForm(province, period) ? householdItems(row, period) : nationalHouseholdItems(row, period);
    const open = mets.flatMap((met, at) => (met === 'yes' ? [] : [{ number: at + 1, met }]));
    expect(said.households[index]!.open.map(({ number, met }) => ({ number, met }))).toEqual(open);
    all.push(...mets);
  }
  expect(status).toBe(statusOf(all));
}

/** A column of the household file that is blank in every row replaces nothing that a village declares. */
function withoutBlankEvidence(registry: Registry): Registry {
  const rows = registry.villages.flatMap(({ households, partOfThem }) => households ?? partOfThem ?? []);
  const isHeard = ([column]: readonly [string, Cell]): boolean => rows.some((row) => row[column] !== '');
  const villages = registry.villages.map(({ households, ...village }) => ({
    ...village,
    households: households?.map((row) => Object.fromEntries(Object.entries(row).filter(isHeard))),
  }));
  return { ...registry, villages };
}

/** Compares everything that is printed of a registry with what its documents make of it. */
export async function expectAsWorkedOut(registry: Registry): Promise<void> {
  const files = filesOf(registry);
  const heard = withoutBlankEvidence(registry);
  const { said, status } = await json<{ places: readonly SheetJson[] }>(['assess', ...files]);
  expect(status).toBe(statusOf(expectVillages(said.places, heard)));
  await expectCounty(files, heard);
  await expectReport(files, heard);
  if (files.length > 1) await expectHouseholds(files, registry);
}

/** The figures of a county over two years: each village is in both, with blanks of its own in each. */
export async function expectTrend(years: readonly Registry[]): Promise<void> {
  const rows = years.flatMap(({ villages }, year) =>
    villages.map(({ row }, index) => ({ county: '甲县', village: nameOf(index), period: 2019 + year, ...row })),
  );
  writeFileSync(VILLAGES, csvOf(rows));
  interface Point {
    readonly value: number | null;
    readonly change?: { readonly value: number };
    readonly changeMarks?: readonly string[];
  }
  const ids = ['industry_coverage', 'village_housing_share', 'collective_income', 'poverty_incidence'];
  const { stdout } = await commandLine(['trend', VILLAGES, '--by', 'county', '--metrics', ids.join(','), '--format', 'json', '--quiet']);
  const { places } = JSON.parse(stdout) as { places: readonly { metrics: Readonly<Record<string, readonly Point[]>> }[] };
  for (const id of ids) {
    const asked = guangxi[id]!;
    const [then, now] = years.map(({ villages }) => villages.map((village) => settled(asked.possible(village))));
    const points = places[0]!.metrics[id]!;
    const values = [then!, now!].map((all) => divided(together(all, asked.isAmount).known, asked));
    expect([id, points[0]!.value, points[1]!.value]).toEqual(
      [id, values[0], values[1]].map((one) => (typeof one === 'number' ? expect.closeTo(one, 9) : one)),
    );
    // Compared are the villages that are known in both years.
    const common = then!.map((one, index) => one.known !== undefined && now![index]!.known !== undefined);
    const [before, after] = [then!, now!].map((all) => divided(knownSum(all.filter((_, index) => common[index])), asked));
    const change = before === null || after === null ? undefined : after! - before!;
    expect([id, points[1]!.change?.value]).toEqual([id, change === undefined ? undefined : expect.closeTo(change, 9)]);
    const differ = then!.some((one, index) => !common[index] && (one.known ?? now![index]!.known) !== undefined);
    expect([id, change !== undefined && differ]).toEqual([
      id,
      change !== undefined && (points[1]!.changeMarks ?? []).includes('villages-differ'),
    ]);
  }
}

const knownSum = (all: readonly Possible[]): Possible['known'] => (all.length === 0 ? undefined : together(all).known);

/** A known pair as a number: nothing where there is nothing to divide by. */
const divided = (known: Possible['known'], { isAmount }: Asked): number | null =>
  known === undefined ? null : isAmount ? known[0] : known[1] === 0 ? null : known[0] / known[1];

/** Two years of the same villages. */
export const twoYears = (blanks: Blanks): fc.Arbitrary<readonly Registry[]> =>
  fc.tuple(registries(blanks, false), registries(blanks, false)).map(([then, now]) => {
    const size = Math.min(then.villages.length, now.villages.length);
    return [then, now].map((year) => ({ ...year, villages: year.villages.slice(0, size) }));
  });
