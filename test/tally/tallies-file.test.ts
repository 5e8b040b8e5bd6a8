import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { measure } from '../../src/measure/measure.ts';
import type { By, MeasuredPlace } from '../../src/measure/measured.ts';
import { metrics } from '../../src/measure/metrics/index.ts';
import { talliesData } from '../../src/pages/tallies/data.ts';
import { dataText } from '../support/written.ts';
import type { Tallies } from '../../src/tally/tally.ts';
import { placeName } from '../../src/vocabulary/place.ts';
import { csvOf, householdsOf, project, seen, tallyTexts, village } from '../support/tables.ts';
import type { Given, TableRow } from '../support/tables.ts';

const names = { province: '广西', county: '云岭县' };
const at = (township: string, name: string): TableRow => ({ ...names, township, village: name });
const jia = at('青山镇', '甲村');
const bing = at('白水镇', '丙村');

const files = {
  'villages.csv': csvOf([
    village({ ...jia, households: 20, rural_population: 100, registered_poor_households: 3, helpers: 2, paired_households: 3 }),
    village({
      ...at('青山镇', '乙村'),
      households: 10,
      rural_population: 50,
      registered_poor_households: 6,
      helpers: 2,
      paired_households: 5,
    }),
    village({ ...bing, households: 20, rural_population: 100, registered_poor_households: 3 }),
  ]),
  'households.csv': csvOf(
    householdsOf([
      {
        ...jia,
        head_name: '赵某一',
        helper_name: '钱某二',
        helper_unit: '县委',
        industries: '鸡、优质稻',
        net_income_per_capita: 3000,
        award_yuan: '500多',
      },
      {
        ...jia,
        head_name: '孙某三',
        helper_name: '李某四',
        helper_unit: '县委',
        industries: '鸡',
        net_income_per_capita: 4000,
        award_yuan: '',
      },
      { ...jia, head_name: '周某五', helper_name: '钱某二', helper_unit: '县府', industries: '', net_income_per_capita: '', award_yuan: 0 },
      {
        ...bing,
        head_name: '吴某六',
        helper_name: '钱某二',
        helper_unit: '县委',
        industries: '鸡',
        net_income_per_capita: 9000.5,
        award_yuan: 20,
      },
      { ...bing, head_name: '郑某七', helper_name: '', helper_unit: '', industries: '蜂', net_income_per_capita: -10, award_yuan: 20 },
      {
        ...bing,
        head_name: '王某八',
        helper_name: '李某四、钱某二',
        helper_unit: '县府、县委',
        industries: '',
        net_income_per_capita: 0,
        award_yuan: 1,
      },
    ]),
  ),
  'projects.csv': csvOf([
    project('P1', {
      ...jia,
      planned_yuan: 100,
      received_yuan: 50,
      spent_yuan: 20,
      source: 'central',
      status: 'completed',
      quantity: 2.5,
      unit: '亩',
    }),
    project('P2', {
      ...names,
      township: '',
      village: '甲村、丙村',
      planned_yuan: 300,
      received_yuan: '',
      spent_yuan: 20,
      source: '',
      status: 'under-way',
      planned_end: '2020-08-31',
      quantity: '',
      unit: '',
    }),
    project('P3', {
      ...names,
      township: '白水镇',
      village: '',
      planned_yuan: 700,
      received_yuan: '60多',
      spent_yuan: 20,
      category: 'housing',
      source: 'county',
      status: 'stopped',
      quantity: 3,
      unit: '只',
    }),
    project('P4', {
      ...names,
      township: '',
      village: '',
      planned_yuan: 900,
      received_yuan: 5,
      spent_yuan: 5,
      source: 'central',
      status: '',
      quantity: 1,
      unit: '亩',
    }),
  ]),
};
const LINE: Given = { parameters: { poverty_line: 400_000n } };

const measurementOf = (tallies: Tallies, by: By) => measure(tallies, { period: '2020' as never, by, evidence: 'auto', metrics });
const written = (tallies: Tallies): string => dataText(talliesData(tallies));

/** What is read of a place: each metric's number, bounds, breakdown and what is shared beside it. */
const readOf = ({ place, unit, measured }: MeasuredPlace) => ({
  name: unit ?? placeName(place),
  metrics: Object.fromEntries(
    measured.map((one) => [one.metric.id, { ...seen(one), rejected: one.rejected, kinds: one.breakdown, beside: one.beside }]),
  ),
});
type Read = ReturnType<typeof readOf>;
const without = ({ name, metrics: all }: Read, id: string): Read => ({
  name,
  metrics: Object.fromEntries(Object.entries(all).filter(([key]) => key !== id)),
});

describe('a tallies file says what the rows said', () => {
  test.each(['village', 'township', 'county', 'all'] as const)('by %s, projects and breakdowns among it', async (by) => {
    const rows = await tallyTexts(files, LINE);
    const sums = await tallyTexts({ 'tallies.csv': written(rows.tallies) }, LINE);
    expect(sums.findings).toEqual([]);
    const [before, after] = [measurementOf(rows.tallies, by), measurementOf(sums.tallies, by)];
    const id = 'households_per_helper';
    expect(after.places.map((place) => without(readOf(place), id))).toEqual(before.places.map((place) => without(readOf(place), id)));
    expect(without(readOf(after.total), id)).toEqual(without(readOf(before.total), id));
    // Something is there to be lost.
    expect(before.total.measured.filter(({ value }) => value !== undefined).length).toBeGreaterThan(20);
  });

  test('of one village the helpers are as many; of several they are a number without names, and the quotient a lower bound', async () => {
    const rows = await tallyTexts(files, LINE);
    const sums = await tallyTexts({ 'tallies.csv': written(rows.tallies) }, LINE);
    const helpers = (tallies: Tallies) => {
      const { places, total } = measurementOf(tallies, 'village');
      return [...places, total].map((place) => readOf(place).metrics.households_per_helper!).map(({ value, marks }) => [value, ...marks]);
    };
    // 甲村: 钱 and 李 of 县委, 钱 of 县府; 乙村 by its village row; 丙村: 钱 of 县委, 李 of 县府.
    expect(helpers(rows.tallies).slice(0, 3)).toEqual([['3/3'], ['5/2'], ['2/2']]);
    expect(helpers(sums.tallies).slice(0, 3)).toEqual(helpers(rows.tallies).slice(0, 3));
    // Named: 钱 of 县委 counts once for 甲村 and 丙村, (3 + 5 + 2) ÷ (4 + 2). Counted only: ÷ (3 + 2 + 2), or more.
    expect(helpers(rows.tallies)[3]).toEqual(['10/6', 'at-least']);
    expect(helpers(sums.tallies)[3]).toEqual(['10/7', 'at-least']);
  });

  test('the helping units are still there, with the number of their helpers', async () => {
    const rows = await tallyTexts(files, LINE);
    const sums = await tallyTexts({ 'tallies.csv': written(rows.tallies) }, LINE);
    const shares = (tallies: Tallies) =>
      measurementOf(tallies, 'helper-unit').places.map((place) => [place.unit, readOf(place).metrics.pairing_coverage!.value]);
    expect(shares(rows.tallies)).toEqual([
      ['县委', '4/6'],
      ['县府', '2/6'],
    ]);
    expect(shares(sums.tallies)).toEqual(shares(rows.tallies));
  });

  test('no name of a helper or of a household is in it, nor a household’s id', async () => {
    const text = written((await tallyTexts(files, LINE)).tallies);
    for (const name of ['赵某一', '钱某二', '孙某三', '李某四', '周某五', '吴某六', '郑某七', '王某八', 'H1'])
      expect(text, name).not.toContain(name);
    for (const unit of ['县委', '县府']) expect(text).toContain(unit);
  });

  test('read under another poverty line, what rests on it has no number and says why; all else stays', async () => {
    const rows = await tallyTexts(files, LINE);
    const sums = await tallyTexts({ 'tallies.csv': written(rows.tallies) }, { parameters: { poverty_line: 300_000n } });
    const { metrics: read } = readOf(measurementOf(sums.tallies, 'all').total);
    expect(read.poverty_gap).toMatchObject({ value: undefined, reason: 'tallied-with-another-line' });
    expect(read.income_gap_ratio).toMatchObject({ value: undefined, reason: 'tallied-with-another-line' });
    const before = readOf(measurementOf(rows.tallies, 'all').total).metrics;
    expect(read.net_income_per_person).toEqual(before.net_income_per_person);
    expect(read.planned_yuan).toEqual(before.planned_yuan);
  });

  test('beside a file that it holds it is refused, and two tallies of one village too', async () => {
    const text = written((await tallyTexts(files, LINE)).tallies);
    for (const [name, content] of Object.entries(files))
      await expect(tallyTexts({ 'tallies.csv': text, [name]: content }, LINE), name).rejects.toThrow(name);
    const twice = await tallyTexts({ 'tallies.csv': text, 'again.csv': text }, LINE);
    expect(new Set(twice.findings.map(({ code, severity }) => `${code} ${severity}`))).toEqual(new Set(['duplicate-tally error']));
  });

  test('the tallies of two counties merge into what their rows come to together', async () => {
    const other = {
      'villages.csv': csvOf([
        village({ province: '广西', county: '河口县', township: '东镇', village: '丁村', households: 7, rural_population: 40 }),
      ]),
      'projects.csv': csvOf([
        project('Q1', {
          province: '广西',
          county: '河口县',
          township: '东镇',
          village: '丁村',
          planned_yuan: 11,
          received_yuan: 11,
          spent_yuan: 1,
          source: 'city',
          status: 'planned',
        }),
      ]),
    };
    const first = await tallyTexts(files, LINE);
    const second = await tallyTexts(other, LINE);
    const merged = await tallyTexts({ 'a.csv': written(first.tallies), 'b.csv': written(second.tallies) }, LINE);
    expect(merged.findings).toEqual([]);
    const [county, neighbour] = measurementOf(merged.tallies, 'county').places;
    expect(without(readOf(county!), 'households_per_helper')).toEqual(
      without(readOf(measurementOf(first.tallies, 'county').places[0]!), 'households_per_helper'),
    );
    expect(readOf(neighbour!).metrics.planned_yuan).toMatchObject({ value: '1100/0' });
    // 100 + 300 + 700 + 900 + 11 yuan
    expect(readOf(measurementOf(merged.tallies, 'county').total).metrics.planned_yuan).toMatchObject({ value: '201100/0' });
  });
});

describe('the long form', () => {
  const header = 'tally_schema,village,period,fact,part,value,inputs,parameters';
  const line = (more: string): string => `aid-metrics/tallies@2,甲村,2020,${more}`;
  const rowsOf = (text: string): readonly (readonly string[])[] => parse(text, { bom: true });

  test('has a row per place, period, fact and part; zeros are left out, but for a fact that comes to nothing', async () => {
    const { tallies } = await tallyTexts(
      { 'v.csv': csvOf([village({ ...jia, households: 20, helpers: 0 }), village({ ...bing, households: '' })]) },
      LINE,
    );
    const [names, ...rows] = rowsOf(written(tallies));
    const at = (column: string): number => names!.indexOf(column);
    const ofHouseholds = rows
      .filter((row) => ['declared.households', 'declared.helpers'].includes(row[at('fact')]!))
      .map((row) => ['village', 'fact', 'part', 'value'].map((column) => row[at(column)]));
    // 甲村 has 20 households and says that nobody helps; of 丙村 both cells are blank: a row whose number is open.
    expect(ofHouseholds).toEqual([
      ['甲村', 'declared.helpers', 'yes', '0'],
      ['甲村', 'declared.households', 'yes', '20'],
      ['丙村', 'declared.helpers', 'open', '1'],
      ['丙村', 'declared.households', 'open', '1'],
    ]);
    const zeros = rows.filter((row) => row[at('value')] === '0');
    for (const zero of zeros)
      expect(rows.filter((row) => row[at('village')] === zero[at('village')] && row[at('fact')] === zero[at('fact')])).toHaveLength(1);
    // The inputs are said once for each place and period.
    expect(rows.filter((row) => row[at('inputs')] !== '').map((row) => row[at('village')])).toEqual(['甲村', '丙村']);
  });

  test.each([
    ['the same part twice', [line('declared.rows,yes,1,abc,'), line('declared.rows,yes,1,,')], 'duplicate-tally'],
    ['a part that is none', [line('declared.rows,maybe,1,abc,')], 'unknown-choice'],
    ['a fact that is none', [line('rows,yes,1,abc,')], 'unknown-choice'],
    ['no part', [line('declared.rows,,1,abc,')], 'required-blank'],
    ['no sum', [line('declared.rows,yes,,abc,')], 'required-blank'],
    ['a sum that is none', [line('declared.rows,yes,many,abc,')], 'not-a-number'],
    ['nobody knows of which files', [line('declared.rows,yes,1,,')], 'required-blank'],
  ])('with %s its place is left out whole, and said', async (_, lines, code) => {
    const more = line('declared.households,yes,5,,');
    const other = 'aid-metrics/tallies@2,乙村,2020,declared.rows,yes,1,def,';
    const { tallies, findings } = await tallyTexts({ 'tallies.csv': [header, ...lines, more, other, ''].join('\n') });
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(tallies.tallies.map(({ place }) => place.village)).toEqual(['乙村']);
    const [{ rows, accepted, rejected }] = tallies.inputs as [Tallies['inputs'][number]];
    expect([rows, accepted, rejected]).toEqual([lines.length + 2, 1, lines.length + 1]);
  });

  test('the older wide form is read as it was', async () => {
    const text = readFileSync('fixtures/tallies/wide.csv', 'utf8');
    const villages = readFileSync('fixtures/zhongshan/villages.csv', 'utf8');
    const lines: Given = {
      parameters: (_, period) => ({ ...(period === '2020' && { poverty_line: 400_000n }), floor_area: 130_000n }),
    };
    const wide = await tallyTexts({ 'wide.csv': text }, lines);
    expect(wide.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const rows = await tallyTexts({ 'villages.csv': villages }, lines);
    expect(wide.tallies.tallies).toHaveLength(4);
    for (const by of ['village', 'all'] as const)
      expect(measurementOf(wide.tallies, by).places.map(readOf)).toEqual(measurementOf(rows.tallies, by).places.map(readOf));
    // Written again, it is in the long form, and says the same.
    const long = await tallyTexts({ 'long.csv': written(wide.tallies) }, lines);
    expect(measurementOf(long.tallies, 'all').total.measured.map(({ value }) => value)).toEqual(
      measurementOf(rows.tallies, 'all').total.measured.map(({ value }) => value),
    );
  });

  test('names that must not be printed may look alike when masked: their sums are one', async () => {
    const [one, two] = ['451122199001011234', '451122199009091234'];
    const rows = await tallyTexts({ 'h.csv': csvOf(householdsOf([one, two].map((industries) => ({ industries, has_industry: '是' })))) });
    const text = written(rows.tallies);
    expect(text).not.toContain(one);
    const again = await tallyTexts({ 'tallies.csv': text });
    expect(again.findings).toEqual([]);
    const key = 'evidence.industry_households_by_type:4511XXXXXXXXXX1234';
    expect(again.tallies.tallies[0]!.facts.get(key)?.yes).toBe(2n);
  });
});
