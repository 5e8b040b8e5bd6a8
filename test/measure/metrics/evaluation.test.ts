import { describe, expect, test } from 'vitest';
import { formatMeasured } from '../../../src/report/format-value.ts';
import { commandLine } from '../../support/command-line.ts';
import { csvOf, filesOf, measured, measuredAll, seen, tallyTexts, village } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';

/** The evaluation of a county: its village cell is blank. */
const county = (more: TableRow = {}): TableRow => ({
  province: '贵州',
  county: '云岭县',
  village: '',
  period: 2018,
  wrongly_exited_persons: 2,
  surveyed_exited_persons: 100,
  missed_poor_persons: 1,
  surveyed_other_persons: 500,
  surveyed_households: 200,
  satisfied_households: 180,
  ...more,
});
const member = (name: string, more: TableRow = {}): TableRow =>
  village({
    province: '贵州',
    county: '云岭县',
    village: name,
    period: 2018,
    rural_population: 1000,
    registered_poor_persons: 200,
    remaining_poor_persons: 10,
    ...more,
  });
const of = (id: string, ...rows: readonly TableRow[]) => measured(filesOf([], rows), id);

describe('the rates of a county that was evaluated', () => {
  test('are of its sample: persons, and households for recognition', async () => {
    // 2/100 = 2 %, 1/500 = 0.2 %, 180/200 = 90 %
    expect(seen(await of('wrong_exit_rate', county()))).toMatchObject({ value: '2/100', low: '2/100', high: '2/100' });
    expect(seen(await of('missed_poor_rate', county()))).toMatchObject({ value: '1/500' });
    expect(seen(await of('recognition_rate', county()))).toMatchObject({ value: '180/200' });
  });

  test('of two counties are of both samples together, never the mean', async () => {
    // (2 + 0) / (100 + 300) = 0.5 %; the mean would be 1 %
    const other = county({ county: '青山县', wrongly_exited_persons: 0, surveyed_exited_persons: 300 });
    expect(formatMeasured(await of('wrong_exit_rate', county(), other))).toBe('0.50%');
  });

  test('of an empty sample have nothing to divide by, and a blank is not known', async () => {
    const empty = county({ wrongly_exited_persons: 0, surveyed_exited_persons: 0 });
    expect(seen(await of('wrong_exit_rate', empty))).toMatchObject({ value: undefined, reason: 'zero-denominator' });
    const blank = await of('wrong_exit_rate', county({ wrongly_exited_persons: '' }));
    expect(seen(blank)).toMatchObject({ value: undefined, reason: 'no-data', low: '0/100', high: '100/100' });
    expect(blank.lacking).toEqual([{ column: 'wrongly_exited_persons', absent: false }]);
  });

  test('are no village: the county of the report is that of its villages, and its counts are theirs', async () => {
    const rows = [member('甲村'), member('乙村'), county({ rural_population: 99_999, remaining_poor_persons: 5000 })];
    const { places } = await measuredAll(filesOf([], rows), ['poverty_incidence', 'wrong_exit_rate'], { by: 'county' });
    expect(places).toHaveLength(1);
    expect(places[0]!.villages.inFile).toBe(2);
    expect(places[0]!.measured.map(formatMeasured)).toEqual(['1.00%', '2.00%']);
    const byVillage = await measuredAll(filesOf([], rows), ['poverty_incidence'], { by: 'village' });
    expect(byVillage.places.map(({ place }) => place.village)).toEqual(['甲村', '乙村']);
  });

  test('stand in a file of their own too, without a column of villages', async () => {
    const row = county({ village: undefined });
    expect(formatMeasured(await of('wrong_exit_rate', row))).toBe('2.00%');
    const files = { 'c.csv': csvOf([row]), 'v.csv': csvOf([member('甲村')]) };
    expect(formatMeasured(await measured(files, 'combined_poverty_incidence'))).toBe('1.54%');
    // 10 remaining; 2 % of 190 exited are 3.8; 0.2 % of 800 not registered are 1.6: 15.4 of 1000
  });

  test('without a county name are of the only county, and of none where there are several', async () => {
    const rows = [member('甲村'), county({ county: '', province: '' })];
    expect((await measuredAll(filesOf([], rows), ['wrong_exit_rate'], { by: 'county' })).places).toHaveLength(1);
    const { findings } = await tallyTexts(filesOf([], [...rows, member('丙村', { county: '青山县' })]));
    expect(findings).toMatchObject([{ code: 'required-blank', column: 'county', severity: 'error' }]);
  });

  test('that cannot be are errors, and in the row of a village a warning', async () => {
    const { findings } = await tallyTexts(filesOf([], [county({ satisfied_households: 201 })]));
    expect(findings).toMatchObject([{ code: 'part-exceeds-whole', severity: 'error', column: 'satisfied_households' }]);
    const astray = await tallyTexts(filesOf([], [member('甲村', { surveyed_households: 20 })]));
    expect(astray.findings).toMatchObject([{ code: 'evaluation-of-village', severity: 'warning', column: 'surveyed_households' }]);
  });

  test('a row without a village and without an evaluation still lacks its village', async () => {
    const blank = Object.fromEntries(Object.keys(county()).map((column) => [column, ''])) as TableRow;
    const { findings } = await tallyTexts(filesOf([], [county(), { ...blank, county: '云岭县', period: 2018, rural_population: 5 }]));
    expect(findings).toMatchObject([{ code: 'required-blank', column: 'village' }]);
  });

  test('a rejected row of a county widens no village', async () => {
    const rows = [member('甲村'), county({ surveyed_households: 'x' })];
    const { places } = await measuredAll(filesOf([], rows), ['poverty_incidence', 'recognition_rate'], { by: 'county' });
    expect(places[0]!.measured.map(({ rejected }) => rejected)).toEqual([0n, 1n]);
  });
});

describe('combined poverty incidence', () => {
  test('adds what the sample stands for to those still poor', async () => {
    // two villages: 20 remaining, 400 registered, 2000 in all; exited 380 × 2 % = 7.6; not registered 1600 × 0.2 % = 3.2: 30.8 of 2000 = 1.54 %
    const one = await of('combined_poverty_incidence', member('甲村'), member('乙村'), county());
    expect(formatMeasured(one)).toBe('1.54%');
    expect(one.low).toEqual(one.value);
  });

  test('takes the numbers of the county row where it gives them', async () => {
    // 200 + 2 % of 2800 + 0.2 % of 27 000 = 200 + 56 + 54 = 310 of 30 000 = 1.0333… %
    const row = county({ rural_population: 30_000, registered_poor_persons: 3000, remaining_poor_persons: 200 });
    expect(formatMeasured(await of('combined_poverty_incidence', row))).toBe('1.03%');
  });

  test('of two counties brings samples of different sizes to one scale', async () => {
    // first 310 of 30 000; second 0 + 1/50 of 100 + 0 = 2 of 1000: 312 of 31 000 = 1.0064… %
    const first = county({ rural_population: 30_000, registered_poor_persons: 3000, remaining_poor_persons: 200 });
    const second = county({
      county: '青山县',
      rural_population: 1000,
      registered_poor_persons: 100,
      remaining_poor_persons: 0,
      wrongly_exited_persons: 1,
      surveyed_exited_persons: 50,
      missed_poor_persons: 0,
    });
    expect(formatMeasured(await of('combined_poverty_incidence', first, second))).toBe('1.01%');
  });

  test('with a village that does not say how many are poor there is none', async () => {
    const one = await of('combined_poverty_incidence', member('甲村'), member('乙村', { remaining_poor_persons: '' }), county());
    expect(seen(one)).toMatchObject({ value: undefined, reason: 'no-data' });
  });
});

describe('verdicts on an evaluation', () => {
  const verdictsOf = async (row: TableRow): Promise<readonly string[]> => {
    const { stdout } = await commandLine(['report', '-', '--by', 'county', '--metrics', 'evaluation', '--long'], { stdin: csvOf([row]) });
    return stdout
      .split('\n')
      .slice(1, 5)
      .map((line) => line.split(',').at(-2)!);
  };
  const whole = { rural_population: 10_000, registered_poor_persons: 1000, remaining_poor_persons: 100 };

  test('2 % and 90 % themselves pass; a person or a household more or less does not', async () => {
    // combined: 100 + 2 % of 900 + 0.2 % of 9000 = 136 of 10 000 = 1.36 % < 3 %
    expect(await verdictsOf(county(whole))).toEqual(['yes', 'yes', 'yes', 'yes']);
    const short = county({ ...whole, wrongly_exited_persons: 3, missed_poor_persons: 11, satisfied_households: 179 });
    // 100 + 3 % of 900 + 2.2 % of 9000 = 325 of 10 000 = 3.25 %
    expect(await verdictsOf(short)).toEqual(['no', 'no', 'no', 'no']);
  });

  test('the sheet of a county judges it beside the form of its region, with the note on the very mark', async () => {
    const row = county({ ...whole, province: '广西' });
    const { stdout } = await commandLine(['assess', '-', '--for', 'counties', '--format', 'json', '--lang', 'zh'], { stdin: csvOf([row]) });
    const { places } = JSON.parse(stdout) as {
      places: { criteria: { number: number; met: string; parts: { id: string; remarks?: string[] }[] }[] }[];
    };
    const last = places[0]!.criteria.at(-1)!;
    expect(last).toMatchObject({ number: 11, met: 'yes' });
    expect(last.parts.map(({ id }) => id)).toEqual([
      'combined_poverty_incidence',
      'wrong_exit_rate',
      'missed_poor_rate',
      'recognition_rate',
    ]);
    expect(last.parts[1]!.remarks!.join()).toContain('高于2%的，不得退出');
    expect(last.parts[2]!.remarks).toBeUndefined();
  });

  test('before the measures there is none', async () => {
    expect(await verdictsOf(county({ ...whole, period: 2016 }))).toEqual(['', '', '', '']);
  });
});

describe('villages of a county on hardened roads and with cooperatives', () => {
  const rows = (roads: readonly string[], more: TableRow = {}): readonly TableRow[] =>
    roads.map((road, index) => member(`村${index}`, { province: '广西', hardened_road: road, ...more }));
  const met = async (all: readonly TableRow[], id: string): Promise<string | undefined> => {
    const { stdout } = await commandLine(['assess', '-', '--for', 'counties', '--format', 'json'], { stdin: csvOf(all) });
    const { places } = JSON.parse(stdout) as { places: { criteria: { parts: { id: string; met: string }[] }[] }[] };
    return places[0]!.criteria.flatMap(({ parts }) => parts).find((part) => part.id === id)?.met;
  };

  test('98 % of the villages: 49 of 50 pass, 48 do not, and one that does not say leaves it open', async () => {
    const yes = Array.from({ length: 48 }, () => '是');
    expect(await met(rows([...yes, '是', '否']), 'hardened_road_share')).toBe('yes');
    expect(await met(rows([...yes, '否', '否']), 'hardened_road_share')).toBe('no');
    expect(await met(rows([...yes, '', '否']), 'hardened_road_share')).toBe('undetermined');
    expect(
      await met(
        rows([...yes, '是', '是']).map((row) => ({ ...row, hardened_road: undefined })),
        'hardened_road_share',
      ),
    ).toBe('not-assessable');
  });

  test('every poverty village has a cooperative; of others it is not asked', async () => {
    const equipped = member('甲', { province: '广西', has_cooperative: '是', poverty_village: '是' });
    const none = member('乙', { province: '广西', has_cooperative: '否', poverty_village: '否' });
    expect(seen(await of('cooperative_share', equipped, none))).toMatchObject({ value: '1/1' });
    expect(await met([equipped, none], 'cooperative_share')).toBe('yes');
    expect(await met([equipped, { ...none, poverty_village: '是' }], 'cooperative_share')).toBe('no');
    // It does not say that it is none, so it is asked.
    expect(await met([equipped, { ...none, poverty_village: '' }], 'cooperative_share')).toBe('no');
    expect(await met([equipped, { ...none, poverty_village: '是', has_cooperative: '' }], 'cooperative_share')).toBe('undetermined');
  });
});
