import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { csvOf, household, householdsOf, village } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const VILLAGES = 'fixtures/assess/villages.csv';
const HOUSEHOLDS = 'fixtures/assess/households.csv';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aid-metrics-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface PartJson {
  readonly id: string;
  readonly met: string;
  readonly value?: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly excluded?: readonly { readonly value: number; readonly unit: string }[];
  readonly settledBy?: readonly string[];
  readonly remarks?: readonly string[];
  readonly verdict?: {
    readonly standard: string;
    readonly region: string;
    readonly threshold: number;
    readonly shortBy?: { readonly amount: number; readonly unit: string };
    readonly hiddenByRounding?: boolean;
  };
}
interface PlaceJson {
  readonly place: Readonly<Record<string, string | null>>;
  readonly asOf?: string;
  readonly scheme?: { readonly id: string; readonly region: string };
  readonly notJudged?: string;
  readonly met?: string;
  readonly counts?: Readonly<Record<string, number>>;
  readonly criteria: readonly { readonly number: number; readonly met: string; readonly parts: readonly PartJson[] }[];
}
interface HouseholdJson {
  readonly household_id: string;
  readonly head_name: string | null;
  readonly met: string | null;
  readonly criteria: readonly { readonly number: number; readonly met: string }[];
  readonly open: readonly {
    readonly number: number;
    readonly met: string;
    readonly remarks?: readonly string[];
    readonly settledBy?: readonly string[];
  }[];
}
interface AssessJson {
  readonly schema: string;
  readonly for: string;
  readonly places: readonly PlaceJson[];
  readonly households: readonly HouseholdJson[];
  readonly counts: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

/** The sheets of a table given as rows, with what else the command line says. */
async function assessed(rows: readonly TableRow[], ...argv: readonly string[]) {
  const outcome = await commandLine(['assess', '-', '--format', 'json', ...argv], { stdin: csvOf(rows) });
  return { ...outcome, json: (outcome.stdout === '' ? undefined : JSON.parse(outcome.stdout)) as AssessJson };
}
const sheetOf = async (row: TableRow, ...argv: readonly string[]): Promise<PlaceJson> => (await assessed([row], ...argv)).json.places[0]!;
const criterion = (sheet: PlaceJson, number: number) => sheet.criteria.find((one) => one.number === number)!;

/** A village of Guangxi that meets everything in 2020. */
const passing = (more: TableRow = {}): TableRow =>
  village({
    province: '广西',
    county: '云岭县',
    households: 100,
    rural_population: 400,
    registered_poor_households: 50,
    remaining_poor_persons: 4,
    exempt_households: 10,
    industry_households: 24,
    industry_exempt_households: 0,
    collective_income: 50_000,
    subsidy_income: 0,
    one_off_income: 0,
    safe_housing_households: 98,
    safe_water_households: 98,
    powered_households: 98,
    tv_households: 98,
    insured_persons: 392,
    pension_eligible_persons: 300,
    pension_persons: 270,
    dropout_children: 0,
    has_cooperative: 'yes',
    hardened_road: 'yes',
    public_services: 'yes',
    sound_committee: 'yes',
    ...more,
  });

describe('the acceptance sheet of a village', () => {
  test('twelve criteria, each met on its line, make a pass', async () => {
    const sheet = await sheetOf(passing());
    expect(sheet.criteria.map(({ number, met }) => [number, met])).toEqual(Array.from({ length: 12 }, (_, index) => [index + 1, 'yes']));
    expect(sheet).toMatchObject({
      met: 'yes',
      asOf: '2020-12-31',
      scheme: { id: 'village-exit', region: '45' },
      counts: { yes: 12, no: 0, undetermined: 0, 'not-assessable': 0 },
    });
  });

  test.each<[number, TableRow, string, number, string]>([
    // 0.6 × 40 = 24; 0.98 × 100 = 98; 0.98 × 400 = 392; 0.9 × 300 = 270; 0.03 × 400 = 12, and 12 is not below it
    [1, { industry_households: 22 }, 'industry_coverage', 2, 'households'],
    [2, { safe_housing_households: 97 }, 'village_housing_share', 1, 'households'],
    [3, { insured_persons: 391 }, 'village_insured_share', 1, 'persons'],
    [4, { dropout_children: 2 }, 'dropout_children', 2, 'children'],
    [6, { safe_water_households: 90 }, 'village_water_share', 8, 'households'],
    [7, { powered_households: 97 }, 'village_power_share', 1, 'households'],
    [8, { pension_persons: 269 }, 'village_pension_share', 1, 'persons'],
    [9, { tv_households: 0 }, 'village_tv_share', 98, 'households'],
    [10, { collective_income: 49_999.5 }, 'collective_income', 1, 'yuan'],
    [12, { remaining_poor_persons: 12 }, 'poverty_incidence', 1, 'persons'],
  ])('criterion %i fails by itself, and says by how much', async (number, more, id, amount, unit) => {
    const sheet = await sheetOf(passing(more));
    expect(sheet.met).toBe('no');
    expect(sheet.counts).toMatchObject({ yes: 11, no: 1 });
    expect(criterion(sheet, number).met).toBe('no');
    expect(criterion(sheet, number).parts.find((part) => part.id === id)).toMatchObject({
      met: 'no',
      verdict: { shortBy: { amount, unit } },
    });
  });

  test.each([
    // 30 of 1000 and 20 of 1000 are the marks themselves; a person fewer passes, and nothing needs to be said of the reading
    ['广西', 30, 'no', true],
    ['贵州', 30, 'no', true],
    ['湖南', 20, 'no', true],
    ['贵州', 29, 'yes', false],
    ['湖南', 21, 'no', false],
  ])('%s with %i poor of 1000: %s; the two readings of the mark are told: %s', async (province, poor, met, told) => {
    const { json } = await assessed([passing({ province, rural_population: 1000, remaining_poor_persons: poor })], '--lang', 'zh');
    const part = json.places[0]!.criteria.flatMap(({ parts }) => parts).find(({ id }) => id === 'poverty_incidence')!;
    expect(part.met).toBe(met);
    const remarks = (part.remarks ?? []).join();
    expect([remarks.includes('低于'), remarks.includes('不得退出')]).toEqual([told, told]);
  });

  test('without those who should be insured no share is judged, whatever the residents are, and the sheet names the column', async () => {
    const sheet = await sheetOf(passing({ pension_eligible_persons: undefined, pension_persons: 400 }));
    const part = criterion(sheet, 8).parts.find(({ id }) => id === 'village_pension_share')!;
    expect(part).toMatchObject({ met: 'not-assessable', settledBy: ['pension_eligible_persons'] });
    expect(part.remarks).toContain('not in the files: Persons who should have pension insurance');
    const blank = await sheetOf(passing({ pension_eligible_persons: '' }));
    expect(criterion(blank, 8).met).toBe('undetermined');
  });

  test.each([
    [5, 'hardened_road'],
    [8, 'public_services'],
    [11, 'sound_committee'],
  ])('criterion %i asks for %s', async (number, column) => {
    expect(criterion(await sheetOf(passing({ [column]: 'no' })), number).met).toBe('no');
    expect(criterion(await sheetOf(passing({ [column]: '' })), number)).toMatchObject({ met: 'undetermined' });
    const absent = criterion(await sheetOf(passing({ [column]: undefined })), number);
    expect(absent.met).toBe('not-assessable');
    expect(absent.parts.find(({ id }) => id === column)).toMatchObject({ settledBy: [column] });
  });

  test.each([
    ['the ratio and the cooperative', {}, 'yes', 'yes'],
    ['a cooperative is no ratio', { industry_households: 1, collective_income: 1 }, 'no', 'no'],
    ['a ratio is no cooperative', { has_cooperative: 'no' }, 'no', 'no'],
    ['a blank cooperative leaves it open', { has_cooperative: '' }, 'undetermined', 'undetermined'],
    ['a failed ratio decides whatever the cooperative', { industry_households: 1, collective_income: 1, has_cooperative: '' }, 'no', 'no'],
    ['an absent column cannot be assessed', { has_cooperative: undefined }, 'not-assessable', 'not-assessable'],
    ['a blank is graver than an absent column', { industry_households: '', has_cooperative: undefined }, 'undetermined', 'not-assessable'],
  ] as const)('criteria 1 and 10 are judged whole: %s', async (_, more, first, tenth) => {
    const sheet = await sheetOf(passing(more));
    expect([criterion(sheet, 1).met, criterion(sheet, 10).met]).toEqual([first, tenth]);
    expect(criterion(sheet, 1).parts.map(({ id }) => id)).toEqual(['industry_coverage', 'has_cooperative']);
    expect(criterion(sheet, 10).parts.map(({ id }) => id)).toEqual(['has_cooperative', 'collective_income']);
  });

  test('gives the arithmetic, and who is left out and how many', async () => {
    const [part] = criterion(await sheetOf(passing()), 1).parts;
    // 24 ÷ (50 − 10)
    expect(part).toMatchObject({ numerator: 24, denominator: 40, value: 0.6, excluded: [{ value: 10, unit: 'households' }] });
    const { stdout } = await commandLine(['assess', '-', '--format', 'table'], {
      stdin: csvOf([passing({ industry_households: 25, exempt_households: 9 })]),
    });
    // 25/41 = 60.97560…%, unrounded
    expect(stdout).toContain('25/41 = 60.9756…%');
  });

  test('a verdict that rounding would hide is marked', async () => {
    // 749 of 25 000 is 2.996 %, printed 3.00 %
    const [part] = criterion(await sheetOf(passing({ rural_population: 25_000, remaining_poor_persons: 749 })), 12).parts;
    expect(part).toMatchObject({ met: 'yes', verdict: { hiddenByRounding: true } });
  });

  test('a column that the file lacks cannot be assessed, and is named', async () => {
    const sheet = await sheetOf(passing({ tv_households: undefined }));
    expect(criterion(sheet, 9)).toMatchObject({ met: 'not-assessable', parts: [{ settledBy: ['tv_households'] }] });
    expect(sheet.met).toBe('not-assessable');
  });

  test('a blank leaves it undetermined, and is named', async () => {
    const sheet = await sheetOf(passing({ tv_households: '' }));
    expect(criterion(sheet, 9)).toMatchObject({ met: 'undetermined', parts: [{ settledBy: ['tv_households'] }] });
  });

  test('the year of exit decides, and a year without a sourced value is not assessable', async () => {
    const of = async (exit_year: number) => {
      const sheet = await sheetOf(passing({ collective_income: 35_000, exit_year }));
      return [sheet.asOf, criterion(sheet, 10).met];
    };
    expect(await of(2018)).toEqual(['2018-12-31', 'yes']);
    expect(await of(2019)).toEqual(['2019-12-31', 'not-assessable']);
    expect(await of(2020)).toEqual(['2020-12-31', 'no']);
    expect(await of(2021)).toEqual(['2020-12-31', 'no']);
  });

  test('no poverty village has no sheet, and is said to be none', async () => {
    const sheet = await sheetOf(passing({ poverty_village: 'no' }));
    expect([sheet.criteria, sheet.met]).toEqual([[], undefined]);
    expect(sheet.notJudged).toContain('not a poverty village');
  });

  test('in 2021 no standard holds: no sheet, a reason, status 0', async () => {
    const { status, json } = await assessed([passing({ period: 2021 })], '--fail-on-unmet');
    expect(status).toBe(0);
    expect(json.places[0]).toMatchObject({ criteria: [] });
    expect(json.places[0]!.notJudged).toContain('2021-12-31');
  });

  test('a county’s name alone does not say where it is, --region does', async () => {
    const row = passing({ province: undefined, county: '钟山县' });
    const sheet = await sheetOf(row);
    expect(sheet.scheme).toBeUndefined();
    expect(sheet.notJudged).toContain('--region');
    expect(await sheetOf(row, '--region', '45')).toMatchObject({ met: 'yes', scheme: { region: '45' } });
    expect(await sheetOf(row, '--region', '广西')).toMatchObject({ scheme: { region: '45' } });
  });

  test('--region does not move a village that says Guizhou: the nation’s criteria judge it', async () => {
    const sheet = await sheetOf(passing({ province: '贵州省' }), '--region', '45');
    expect(sheet.scheme).toMatchObject({ region: 'CN' });
    expect(criterion(sheet, 1)).toMatchObject({
      met: 'yes',
      parts: [{ id: 'poverty_incidence', verdict: { region: 'CN', threshold: 0.03 } }],
    });
  });

  test('--standards puts a user’s own number in place of the shipped one', async () => {
    const row = passing({ exit_year: 2019, collective_income: 39_999 });
    expect(criterion(await sheetOf(row), 10).met).toBe('not-assessable');
    const own = criterion(await sheetOf(row, '--standards', 'fixtures/standards/guangxi-2019.json'), 10);
    expect(own).toMatchObject({ met: 'no' });
    expect(own.parts[1]!.verdict).toMatchObject({ threshold: 40_000, shortBy: { amount: 1, unit: 'yuan' } });
    const refused = await commandLine(['assess', '-', '--standards', 'fixtures/standards/misspelt.json'], { stdin: csvOf([row]) });
    expect([refused.status, refused.stdout]).toEqual([2, '']);
  });

  test('household rows are the evidence where they are given', async () => {
    writeFileSync(join(folder, 'v.csv'), csvOf([passing({ registered_poor_households: 3, exempt_households: 0, industry_households: 3 })]));
    const rows = householdsOf(
      ['yes', 'yes', 'no'].map((has_industry) => ({ has_industry, exempt: 'no', province: '广西', county: '云岭县' })),
    );
    writeFileSync(join(folder, 'h.csv'), csvOf(rows));
    const { stdout } = await commandLine(['assess', join(folder, 'v.csv'), join(folder, 'h.csv'), '--format', 'json']);
    const [sheet] = (JSON.parse(stdout) as AssessJson).places;
    // 2 of 3 by the households, 3 of 3 by the village
    expect(criterion(sheet!, 1).parts[0]).toMatchObject({ numerator: 2, denominator: 3, met: 'yes' });
  });
});

describe('tallies instead of rows', () => {
  test('give the same sheet, for villages and for counties', async () => {
    const tallies = join(folder, 'tallies.csv');
    expect((await commandLine(['report', VILLAGES, '--format', 'tallies', '-o', tallies])).status).toBe(0);
    for (const whom of ['villages', 'counties']) {
      const sheet = async (file: string) => (await commandLine(['assess', file, '--for', whom, '--format', 'csv', '--quiet'])).stdout;
      expect(await sheet(tallies)).toBe(await sheet(VILLAGES));
    }
  });

  test('hold no households', async () => {
    const tallies = join(folder, 'of-households.csv');
    await commandLine(['report', HOUSEHOLDS, '--format', 'tallies', '-o', tallies]);
    const { status, stdout } = await commandLine(['assess', tallies, '--for', 'households']);
    expect([status, stdout]).toEqual([2, '']);
  });
});

describe('household rows without a village table', () => {
  test('answer what they can; all else cannot be assessed from these files', async () => {
    const rows = householdsOf(['yes', 'yes', 'no'].map((has_industry) => ({ has_industry, exempt: 'no', province: '广西' })));
    const sheet = await assessed(rows).then(({ json }) => json.places[0]!);
    expect(criterion(sheet, 1).parts.map(({ id, met }) => [id, met])).toEqual([
      ['industry_coverage', 'yes'],
      ['has_cooperative', 'not-assessable'],
    ]);
    for (const number of [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      expect([number, criterion(sheet, number).met]).toEqual([number, 'not-assessable']);
  });
});

describe('--for counties', () => {
  test('ten criteria over the sums of the villages', async () => {
    const rows = [passing({ village: 'A', remaining_poor_persons: 4 }), passing({ village: 'B', remaining_poor_persons: 19 })];
    const { json } = await assessed(rows, '--for', 'counties');
    expect(json.places).toHaveLength(1);
    const [sheet] = json.places;
    expect(sheet).toMatchObject({ scheme: { id: 'county-exit', region: '45' }, place: { county: '云岭县', village: null } });
    expect(sheet!.criteria.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    // (4 + 19) ÷ 800 = 2.875 %: B alone would fail with 4.75 %
    expect(criterion(sheet!, 10)).toMatchObject({
      met: 'yes',
      parts: [{ numerator: 23, denominator: 800, verdict: { standard: 'county-exit/poverty-incidence' } }],
    });
    expect(criterion(sheet!, 1).parts[0]).toMatchObject({ numerator: 48, denominator: 80, met: 'yes' });
  });

  test('what only a visit can tell is not assessable by itself', async () => {
    // The nation's rule on villages names no number for infrastructure.
    const { json } = await assessed([passing({ province: '贵州' })]);
    expect(criterion(json.places[0]!, 2)).toMatchObject({ met: 'not-assessable', parts: [] });
  });
});

describe('--for households', () => {
  /** A household of Guangxi that meets the eight and one in 2020. */
  const sound = (id: number, more: TableRow = {}): TableRow =>
    household(id, {
      province: '广西',
      head_name: '甲某某',
      net_income_per_capita: 4001,
      stable_income: 'yes',
      food: 'yes',
      clothing: 'yes',
      housing: 'yes',
      house_grade: 'A',
      house_area_per_capita: 13,
      medical: 'yes',
      education: 'yes',
      water: 'yes',
      road: 'yes',
      power: 'yes',
      tv: 'yes',
      ...more,
    });
  const one = async (more: TableRow): Promise<HouseholdJson> => {
    // A second household keeps a blank from being a column that is blank throughout.
    const { json } = await assessed([sound(1, more), sound(2)], '--for', 'households');
    return json.households[0]!;
  };

  test('nine criteria, each met, make a pass', async () => {
    const { json, status } = await assessed([sound(1)], '--for', 'households');
    expect(status).toBe(0);
    expect(json).toMatchObject({ schema: 'aid-metrics/assess@1', for: 'households', counts: { yes: 1, no: 0 } });
    expect(json.households[0]).toMatchObject({ met: 'yes', open: [] });
    expect(json.households[0]!.criteria.map(({ number, met }) => [number, met])).toEqual(
      Array.from({ length: 9 }, (_, index) => [index + 1, 'yes']),
    );
  });

  test.each<[string, TableRow, number, string]>([
    ['exactly on the line', { net_income_per_capita: 4000 }, 9, 'no'],
    ['one fen above the line', { net_income_per_capita: 4000.01 }, 9, 'yes'],
    ['no income known', { net_income_per_capita: '' }, 9, 'undetermined'],
    ['12.99 m² of 13', { house_area_per_capita: 12.99 }, 2, 'no'],
    ['exactly 13 m²', { house_area_per_capita: 13 }, 2, 'yes'],
    ['a house graded C that is called safe', { house_grade: 'C' }, 2, 'undetermined'],
    ['a house graded B', { house_grade: 'B' }, 2, 'yes'],
    ['a house that is not safe', { housing: 'no', house_grade: 'D' }, 2, 'no'],
    ['no child of school age', { education: 'n/a' }, 4, 'yes'],
    ['a child out of school', { education: 'no' }, 4, 'no'],
    ['no stable income', { stable_income: 'no' }, 1, 'no'],
    ['not enough to wear', { clothing: 'no', food: '' }, 1, 'no'],
    ['a blank for food', { food: '' }, 1, 'undetermined'],
    ['no medical care', { medical: 'no' }, 3, 'no'],
    ['no safe water', { water: 'no' }, 5, 'no'],
    ['no road', { road: 'no' }, 6, 'no'],
    ['no power', { power: 'no' }, 7, 'no'],
    ['no television', { tv: 'no' }, 8, 'no'],
  ])('%s', async (_, more, number, met) => {
    const { met: whole, criteria, open } = await one(more);
    expect(criteria.find((criterion) => criterion.number === number)!.met).toBe(met);
    expect(whole).toBe(met);
    expect(open.map((criterion) => [criterion.number, criterion.met])).toEqual(met === 'yes' ? [] : [[number, met]]);
  });

  test('says by how much, and which column would settle it', async () => {
    expect((await one({ net_income_per_capita: 4000 })).open[0]!.remarks!.join()).toMatch(/4000\.00 ≤ 4000\.00/u);
    expect((await one({ house_area_per_capita: 12.5 })).open[0]!.remarks!.join()).toMatch(/12\.5 < 13/u);
    expect((await one({ food: '', clothing: '' })).open[0]!.settledBy).toEqual(['food', 'clothing']);
    // Two answers that contradict each other: either of them may be wrong
    expect((await one({ house_grade: 'D' })).open[0]!.settledBy).toEqual(['housing', 'house_grade']);
  });

  test('a column that the file lacks cannot be assessed, for anybody', async () => {
    const { json, status } = await assessed(
      [sound(1, { tv: undefined }), sound(2, { tv: undefined, water: 'no' })],
      '--for',
      'households',
      '--fail-on-unmet',
    );
    expect(json.households.map(({ met }) => met)).toEqual(['not-assessable', 'no']);
    expect(json.households[0]!.open).toMatchObject([{ number: 8, met: 'not-assessable', settledBy: ['tv'] }]);
    expect(status).toBe(3);
  });

  test('only registered households are judged; those of whom it is not known are counted in a note', async () => {
    const { json } = await assessed(
      [sound(1), sound(2, { status: 'never' }), sound(3, { status: 'cancelled' }), sound(4, { status: 'remaining' })],
      '--for',
      'households',
    );
    expect(json.households.map(({ household_id }) => household_id)).toEqual(['H1', 'H4']);
  });

  test.each<[string, TableRow, number]>([
    ['a yes or no', { water: '' }, 5],
    ['one of several answers', { stable_income: '' }, 1],
    ['a number', { house_area_per_capita: '' }, 2],
    ['an income', { net_income_per_capita: '' }, 9],
  ])('a column that is there and blank in every row is open, and nobody passes by it: %s', async (_, blank, number) => {
    const files = [sound(1, blank), sound(2, blank)];
    const { json, status } = await assessed(files, '--for', 'households', '--fail-on-unmet');
    expect(json.households.map(({ open }) => open.map((one) => [one.number, one.met]))).toEqual([
      [[number, 'undetermined']],
      [[number, 'undetermined']],
    ]);
    expect(status).toBe(3);
  });

  test('a column that the file does not have is not assessed, and nobody fails by it', async () => {
    const { json, status } = await assessed([sound(1, { water: undefined })], '--for', 'households', '--fail-on-unmet');
    expect(json.households[0]!.open).toMatchObject([{ number: 5, met: 'not-assessable' }]);
    expect(status).toBe(0);
  });

  test('names are masked, identity numbers too', async () => {
    const { stdout } = await assessed([sound(1, { household_id: '451122199001011234' })], '--for', 'households');
    expect(stdout).not.toContain('甲某某');
    expect(stdout).not.toContain('451122199001011234');
  });

  test('--unmet leaves out those that meet everything, and still counts them', async () => {
    const { json } = await assessed([sound(1), sound(2, { water: 'no' })], '--for', 'households', '--unmet');
    expect(json.households.map(({ household_id }) => household_id)).toEqual(['H2']);
    expect(json.counts).toMatchObject({ yes: 1, no: 1 });
    // Of villages too: 乙 is not met, 丙 undetermined, 戊 not assessable.
    const villages = await commandLine(['assess', VILLAGES, '--unmet', '--format', 'json']);
    const { places } = JSON.parse(villages.stdout) as { readonly places: readonly { readonly place: { readonly village: string } }[] };
    expect(places.map(({ place }) => place.village)).toEqual(['乙村', '丙村', '戊村']);
  });

  test('a year without a sourced poverty line cannot assess the income', async () => {
    const { json } = await assessed([sound(1, { period: 2018 })], '--for', 'households');
    expect(json.households[0]!.criteria.find(({ number }) => number === 9)!.met).toBe('not-assessable');
  });

  test('elsewhere the nation’s five criteria judge', async () => {
    const { json } = await assessed([sound(1, { province: '贵州省', water: 'no' })], '--for', 'households');
    expect(json.households[0]).toMatchObject({ met: 'yes' });
    expect(json.households[0]!.criteria).toHaveLength(5);
  });

  test('a file that is named twice judges its households once: the rows of its second reading are duplicates', async () => {
    const argv = ['--for', 'households', '--partial', '--format', 'json'];
    const countsOf = async (...files: readonly string[]): Promise<PlaceJson['counts']> =>
      (JSON.parse((await commandLine(['assess', ...files, ...argv])).stdout) as PlaceJson).counts;
    const once = await countsOf(HOUSEHOLDS);
    expect(Object.values(once!).reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(await countsOf(HOUSEHOLDS, HOUSEHOLDS)).toEqual(once);
  });

  test('needs a household table', async () => {
    const { status, stderr } = await commandLine(['assess', VILLAGES, '--for', 'households']);
    expect(status).toBe(2);
    expect(stderr).toContain('household');
  });
});

describe('exit status', () => {
  test.each<[string, TableRow, number]>([
    ['everything met', {}, 0],
    ['a criterion not met', { sound_committee: 'no' }, 3],
    ['a criterion undetermined', { sound_committee: '' }, 3],
    ['a column that the file lacks', { sound_committee: undefined }, 0],
    ['no poverty village', { poverty_village: 'no', sound_committee: 'no' }, 0],
  ])('with --fail-on-unmet: %s', async (_, more, status) => {
    expect((await assessed([passing(more)], '--fail-on-unmet')).status).toBe(status);
    expect((await assessed([passing(more)])).status).toBe(0);
  });

  test('errors in the data: no sheet; with --partial the row may be anything, and the status is that of the data', async () => {
    // More persons insured than … the row is an error for its number of safe houses.
    const bad = passing({ safe_housing_households: 101 });
    const refused = await assessed([bad]);
    expect([refused.status, refused.stdout]).toEqual([1, '']);
    const partial = await assessed([bad], '--partial', '--fail-on-unmet');
    expect(partial.status).toBe(1);
    const [sheet] = partial.json.places;
    expect(sheet!.met).not.toBe('yes');
    expect(criterion(sheet!, 12).met).toBe('undetermined');
    expect(criterion(sheet!, 11).met).toBe('undetermined');
  });
});

describe('formats', () => {
  test.each([
    ['zh', [VILLAGES]],
    ['en', [VILLAGES]],
    ['zh', [VILLAGES, '--for', 'counties']],
    ['en', [VILLAGES, '--for', 'counties']],
    ['zh', [HOUSEHOLDS, '--for', 'households']],
    ['en', [HOUSEHOLDS, '--for', 'households']],
  ])('fits 80 columns in %s %o', async (lang, argv) => {
    const { stdout } = await commandLine(['assess', ...argv, '--format', 'table', '--lang', lang]);
    expect(stdout.length).toBeGreaterThan(500);
    for (const line of stdout.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
  });

  test('JSON says the schema, the day and the document of each verdict', async () => {
    const { stdout, status } = await commandLine(['assess', VILLAGES, '--format', 'json']);
    expect(status).toBe(0);
    const json = JSON.parse(stdout) as AssessJson;
    expect(json).toMatchObject({ schema: 'aid-metrics/assess@1', for: 'places' });
    expect(json.places.map(({ met }) => met)).toEqual(['yes', 'no', 'undetermined', undefined, 'not-assessable']);
    const [, second] = json.places;
    const failed = second!.criteria.flatMap(({ number, met }) => (met === 'no' ? [number] : []));
    expect(failed).toEqual([1, 2, 4, 8, 10, 11, 12]);
    for (const { criteria } of json.places)
      for (const { parts } of criteria) for (const { verdict } of parts) if (verdict) expect(verdict).toHaveProperty('source.title');
  });

  test('CSV has a row for each thing asked, its numbers and verdicts being those of JSON', async () => {
    const csv = await commandLine(['assess', VILLAGES, '--format', 'csv']);
    const rows = parse<Record<string, string>>(csv.stdout, { columns: true });
    const json = JSON.parse((await commandLine(['assess', VILLAGES, '--format', 'json'])).stdout) as AssessJson;
    const expected = json.places.flatMap(({ place, criteria }) =>
      criteria.length === 0
        ? [[place.village, '', '', '', '']]
        : criteria.flatMap(({ number, met, parts }) =>
            parts.map((part) => [place.village, String(number), met, part.id, String(part.verdict?.shortBy?.amount ?? '')]),
          ),
    );
    expect(rows.map((row) => [row.village, row.criterion, row.met, row.asked, row.short_by])).toEqual(expected);
    expect(rows.find(({ village: name }) => name === '丁村')!.remarks).toContain('not a poverty village');
  });

  test('CSV of households has a column for each criterion', async () => {
    const { stdout } = await commandLine(['assess', HOUSEHOLDS, '--for', 'households', '--format', 'csv', '--quiet']);
    const rows = parse<Record<string, string>>(stdout, { columns: true });
    expect(rows.map(({ household_id, met, criterion_2, criterion_9 }) => [household_id, met, criterion_2, criterion_9])).toEqual([
      ['JC01', 'yes', 'yes', 'yes'],
      ['JC02', 'no', 'yes', 'no'],
      ['JC03', 'undetermined', 'yes', 'undetermined'],
      ['JC04', 'undetermined', 'undetermined', 'yes'],
      ['JC05', 'no', 'no', 'yes'],
      ['JC06', 'yes', 'yes', 'yes'],
    ]);
  });

  test('an output file holds the same bytes as standard output', async () => {
    const file = join(folder, 'sheet.json');
    const { status, stdout } = await commandLine(['assess', VILLAGES, '-o', file]);
    expect([status, stdout]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8')).toBe((await commandLine(['assess', VILLAGES, '--format', 'json'])).stdout);
  });

  test('only the sheet is on standard output, notes are on standard error', async () => {
    const { stdout, stderr } = await commandLine(['assess', HOUSEHOLDS, '--for', 'households', '--format', 'csv']);
    expect(stderr).toContain('cancelled');
    expect(stdout).not.toContain('note:');
  });

  test('a change of the rules that was not read is said beside the sheet', async () => {
    const { stdout } = await commandLine(['assess', VILLAGES, '--format', 'table']);
    expect(stdout).toContain('桂扶领发〔2018〕13号');
  });
});

test('villages that name no county are not judged as one', async () => {
  const stdin = 'province,village,period,rural_population,remaining_poor_persons\n广西,甲村,2020,1000,5\n';
  const { status, stdout } = await commandLine(['assess', '-', '--for', 'counties'], { stdin });
  expect(status).toBe(0);
  expect(stdout).toContain('these villages name no county, and are not judged as one');
});
