import { describe, expect, test } from 'vitest';
import { cellText } from '../../../src/input/cell.ts';
import type { Column, Kind } from '../../../src/language/column.ts';
import { households } from '../../../src/tables/households/table.ts';
import { villages } from '../../../src/tables/villages/table.ts';
import { PLAIN_HEADER } from '../../../src/input/value-kind.ts';
import { valueKinds } from '../../../src/input/values/index.ts';

const read = (definition: Column, cell: string, inverted = false) =>
  valueKinds[definition.kind].read(cellText(cell), definition, { ...PLAIN_HEADER, inverted });
const plain = (kind: Kind): Column => ({ kind, label: { zh: '', en: '' }, aliases: [] });

describe('yes or no', () => {
  test.each(['是', '有', 'yes', 'TRUE', '1', 'Y', '√', '参加', '风险已消除', ' 是 ', 'ＹＥＳ'])('%s is yes', (cell) =>
    expect(read(plain('yes-no'), cell)).toEqual({ value: true }),
  );
  test.each(['否', '无', 'no', 'False', '0', 'n', '×', '没参加', '风险未消除'])('%s is no', (cell) =>
    expect(read(plain('yes-no'), cell)).toEqual({ value: false }),
  );
  test('a bare 2 needs its code table', () => expect(read(plain('yes-no'), '2')).toEqual({ finding: 'coded-yes-no' }));
  test('other words are a finding', () => expect(read(plain('yes-no'), '也许')).toEqual({ finding: 'not-yes-no' }));
  test('an opposite question turns the answer', () => expect(read(plain('yes-no'), '是', true)).toEqual({ value: false }));
});

describe('periods, dates and years', () => {
  test.each([
    ['2020', '2020'],
    ['2020年', '2020'],
    ['2020年度', '2020'],
    ['202004', '2020-04'],
    ['2020-04', '2020-04'],
    ['2020/4', '2020-04'],
    ['2020年4月', '2020-04'],
    ['２０２０', '2020'],
  ])('period %s', (cell, value) => expect(read(plain('period'), cell)).toMatchObject({ value }));
  test.each(['2020-13', '去年', '2020-04-18', '20', '2020.5.1', '202013'])('%s is no period', (cell) =>
    expect(read(plain('period'), cell)).toEqual({ finding: 'not-a-period' }),
  );
  test.each([
    ['2020-04-18', '2020-04-18'],
    ['2020/4/8', '2020-04-08'],
    ['20200418', '2020-04-18'],
    ['2020年4月18日', '2020-04-18'],
    ['2020-08', '2020-08-31'],
    ['2020', '2020-12-31'],
  ])('date %s', (cell, value) => expect(read(plain('date'), cell)).toMatchObject({ value }));
  test.each(['2019-02-29', '18/4/2020', 'soon'])('%s is no date', (cell) =>
    expect(read(plain('date'), cell)).toEqual({ finding: 'not-a-date' }),
  );
  test('a year is read off a fuller date', () => expect(read(plain('year'), '2018年12月')).toMatchObject({ value: 2018 }));
});

describe('lists, choices, ids, rates', () => {
  test('a list is split at the usual signs, and says each thing once', () =>
    expect(read(plain('list'), '优质稻、鸡，鸡; 薯类')).toEqual({ value: ['优质稻', '鸡', '薯类'] }));
  test('the word 无 alone is an empty list', () => expect(read(plain('list'), '无')).toEqual({ value: [] }));
  test.each([
    ['未脱贫', 'remaining'],
    ['已脱贫', 'exited'],
    ['返贫', 'returned'],
    ['预脱贫', 'pre-exit'],
    ['新识别贫困户', 'remaining'],
    ['低保贫困户', 'remaining'],
    ['一般贫困户', 'remaining'],
    ['非贫困户', 'never'],
    ['注销', 'cancelled'],
    ['Exited', 'exited'],
  ])('status %s is %s', (cell, value) => expect(read(households.columns.status, cell)).toEqual({ value }));
  test('a bare code is never guessed', () => expect(read(households.columns.status, '1')).toEqual({ finding: 'coded-choice' }));
  test('an id in scientific notation has lost its digits', () =>
    expect(read(households.columns.household_id, '4.5E+17')).toEqual({ finding: 'destroyed-number' }));
  test('an id keeps every digit', () =>
    expect(read(households.columns.household_id, '="452423000000000012"')).toEqual({ value: '452423000000000012' }));
  test('a village code has twelve digits', () => {
    expect(read(villages.columns.village_code, '451122101201')).toEqual({ value: '451122101201' });
    expect(read(villages.columns.village_code, '4511')).toEqual({ finding: 'not-a-village-code' });
  });
  test('a rate keeps the decimals as typed', () => expect(read(plain('rate'), '95.70%')).toEqual({ value: '95.70' }));
});
