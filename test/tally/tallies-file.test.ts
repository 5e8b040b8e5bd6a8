import { describe, expect, test } from 'vitest';
import { measure } from '../../src/measure/measure.ts';
import type { By, MeasuredPlace } from '../../src/measure/measure.ts';
import { metrics } from '../../src/measure/metrics/index.ts';
import { talliesData } from '../../src/report/pages/tallies/data.ts';
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
