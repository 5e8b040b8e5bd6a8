import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskIdentityNumbers, maskName, maskNumber, maskNumbersIn, maskPlaceCode } from '../../src/input/mask.ts';
import { couldBeName, isLikeName, shapeOf } from '../../src/input/names.ts';
import { shownHeading, shownRow, shownValue } from '../../src/input/shown-value.ts';
import { tables } from '../../src/tables/index.ts';

describe('numbers of persons, made up', () => {
  test.each([
    ['451122199001011234', '4511XXXXXXXXXX1234'],
    ['45112219900101123x', '4511XXXXXXXXXX123X'],
    ['451122900101123', '4511XXXXXXX1123'],
    ['45112219900101123443', '4511XXXXXXXXXXXX3443'],
    ['4511 2219 9001 0112 34', '4511XXXXXXXXXX1234'],
    ['451122 19900101 1234', '4511XXXXXXXXXX1234'],
    ['13800138000', 'XXXXXXXXXXX'],
    ['138-0013-8000', 'XXXXXXXXXXX'],
    ['+86 138 0013 8000', '+XXXXXXXXXXXXX'],
    ['138.0013.8000', 'XXXXXXXXXXX'],
    ['138\n0013\n8000', 'XXXXXXXXXXX'],
    ['138\u200b0013\u200b8000', 'XXXXXXXXXXX'],
    ['138—0013—8000', 'XXXXXXXXXXX'],
    ['１３８００１３８０００', 'XXXXXXXXXXX'],
    ['١٣٨٠٠١٣٨٠٠٠', 'XXXXXXXXXXX'],
    ['①③⑧⓪⓪①③⑧⓪⓪⓪', 'XXXXXXXXXXX'],
    ['一三八〇〇一三八〇〇〇', 'XXXXXXXXXXX'],
    ['13,800,138,000', 'XXXXXXXXXXX'],
    ['6222 0200 1234 5678 901', 'XXXXXXXXXXXXXXXXXXX'],
    ['大桥村13800138000号', '大桥村XXXXXXXXXXX号'],
    ['H13800138000', 'HXXXXXXXXXXX'],
    ['1380013 2020', 'XXXXXXXXXXX'],
    ['451122199001011234 2020', '4511XXXXXXXXXXXXXX2020'],
    ['4.51122199001E+17', 'XXXXXXXXXXXXE+17'],
    ['12345678901', 'XXXXXXXXXXX'],
    ['450122000001', 'XXXXXXXXXXXX'],
  ])('%s is shown as %s', (text, shown) => {
    expect(maskIdentityNumbers(text)).toBe(shown);
    expect(maskIdentityNumbers(shown)).toBe(shown);
  });

  test.each([
    '1234567890',
    '4501230001 2020',
    '2020-12-31 2021-01-02',
    '2018 2019 2020',
    '村表-20201231.csv',
    '村表-20201231093000.csv',
    '2020年12月31日',
    '4.5E+17',
    '95.78313253012049',
    '1,234,567.00',
    '101、102、103、104',
    'rows 12, 13, 14, 15, 16',
    '约30户',
  ])('%s is no such number', (text) => expect(maskIdentityNumbers(text)).toBe(text));

  test('figures of ours among our own words stay', () => {
    for (const text of ['1,234,567,890.12 yuan', '0.9578313253012049', '159 166 95.78']) expect(maskNumbersIn(text, 'cell')).toBe(text);
    expect(maskNumbersIn('12345678901 yuan', 'cell')).toBe('XXXXXXXXXXX yuan');
  });

  test('a village code stays in its own column alone', () => {
    expect(maskPlaceCode('451122100001')).toBe('451122100001');
    expect(maskPlaceCode('13800138000')).toBe('XXXXXXXXXXX');
    expect(maskPlaceCode('451122199001011234')).toBe('4511XXXXXXXXXX1234');
  });

  test('the column of identity numbers shows nothing that is none', () => {
    expect(maskNumber('451122199001011234')).toBe('4511XXXXXXXXXX1234');
    expect(maskNumber('郭某')).toBe('XX');
    expect(maskNumber('1380013')).toBe('XXXXXXX');
  });

  test('no text keeps eleven digits in a row, and masking twice changes nothing', () => {
    const sign = fc.constantFrom(...Array.from('0123456789０５٣五-— .\u200b甲aX+(),\n'));
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 60 }), (text) => {
        const shown = maskIdentityNumbers(text);
        expect(shown).not.toMatch(/(?<!\.)\d{11}/u);
        expect(maskIdentityNumbers(shown)).toBe(shown);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('names', () => {
  test.each(['郭建军', '王明', '欧阳娜娜', '阿卜杜拉·买买提', '韦 小 红'])('%s is written as a name is', (text) =>
    expect(isLikeName(text)).toBe(true),
  );
  test.each(['富裕', '因灾', '备注', '边缘户', '大桥', '联系电话', '江西省赣州市', '3', '高中'])('%s is not', (text) =>
    expect(isLikeName(text)).toBe(false),
  );

  test.each(['郭建军', '郭建军3', 'Guo Jianjun', '户主郭建军', '也许'])('%s could be one among numbers', (text) =>
    expect(couldBeName(text)).toBe(true),
  );
  test.each(['约30户', '三十多人', '待定', '12.5', '8.2万元', '是的', 'N/A', 'about 30', '一百二十'])('%s could not', (text) =>
    expect(couldBeName(text)).toBe(false),
  );

  test('are shown by their first character, or by their shape', () => {
    expect(maskName('郭建军')).toBe('郭**');
    expect(shapeOf('郭建军13')).toEqual({ zh: '3 个汉字、2 位数字', en: '3 Chinese characters and 2 digits' });
    expect(shapeOf('x')).toEqual({ zh: '1 个字母', en: '1 letter' });
  });

  test('a wrong cell is shown where it is nobody', () => {
    const {
      persons,
      status,
      head_name: head,
      household_id: id,
    } = tables.households.columns as typeof tables.households.columns & Record<string, never>;
    expect(shownValue('郭建军', persons)).toEqual(shapeOf('郭建军'));
    expect(shownValue('约30户', persons)).toBe('约30户');
    expect(shownValue('=IF(A2="郭建军",1,0)', persons)).toBe('=IF(A2="…",1,0)');
    expect(shownValue('富裕', status)).toBe('富裕');
    expect(shownValue('郭建军', status)).toEqual(shapeOf('郭建军'));
    expect(shownValue('郭建军', head)).toBe('郭**');
    expect(shownValue('13800138000', id)).toBe('XXXXXXXXXXX');
  });

  test('headings are shown, unless they are somebody', () => {
    expect(shownHeading('联系电话').zh).toBe('联系电话');
    expect(shownHeading('郭建军').zh).toBe('3 个汉字');
    expect(shownHeading('13800138000').en).toBe('XXXXXXXXXXX');
    expect(shownRow(['大桥村', '王小二郎官', '3', '户主姓名']).map(({ en }) => en)).toEqual([
      '3 Chinese characters',
      '5 Chinese characters',
      '3',
      '户主姓名',
    ]);
  });
});
