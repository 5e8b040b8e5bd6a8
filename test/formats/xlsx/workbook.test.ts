import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../../src/formats/xlsx/workbook.ts';
import { cellsOf, dropDownsOf, partsOf, sheetNames } from '../../support/workbook.ts';

describe('a workbook', () => {
  test.each([
    '=1+1',
    '+86',
    '-5',
    '@a',
    '007',
    '4511221002001234567',
    '1e3',
    'TRUE',
    '2020-04',
    '<&"',
    '  in spaces ',
    '#N/A',
    '#REF!',
    '# 1',
  ])('keeps the string %j a string', async (text) => {
    const parts = partsOf(await writeWorkbook([{ name: 'a', rows: [['heading'], [text]] }]));
    const cell = cellsOf(parts, 1).get('A2')!;
    expect(['s', 'inlineStr']).toContain(cell.type);
    expect(cell.text).toBe(text);
    expect(parts['xl/worksheets/sheet1.xml']).not.toMatch(/<f[ >/]/);
  });

  test('does not let text turn into the character whose escape it looks like', async () => {
    const cells = cellsOf(partsOf(await writeWorkbook([{ name: 'a', rows: [['_x0041_ and _x41_']] }])), 1);
    expect(cells.get('A1')!.text).toBe('_x005F_x0041_ and _x41_');
  });

  test('keeps numbers numbers, and an empty string no cell', async () => {
    const cells = cellsOf(
      partsOf(
        await writeWorkbook([
          {
            name: 'a',
            rows: [
              ['n', 'm'],
              [-12.5, ''],
            ],
          },
        ]),
      ),
      1,
    );
    expect(cells.get('A2')).toMatchObject({ type: undefined, text: '-12.5' });
    expect(cells.has('B2')).toBe(false);
  });

  test('has its sheets in order, the frozen rows and the widths', async () => {
    const parts = partsOf(
      await writeWorkbook([
        { name: '村表', rows: [['a', 'b']], frozenRows: 1, widths: [12, 30] },
        { name: '说明', rows: [['a']] },
      ]),
    );
    expect(sheetNames(parts)).toEqual(['村表', '说明']);
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<pane ySplit="1" topLeftCell="A2" state="frozen"/);
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<col min="2" max="2" width="30"/);
    expect(parts['xl/worksheets/sheet2.xml']).not.toMatch(/<pane|<col /);
  });

  test('formats text columns down to the last row that is there to be filled in', async () => {
    const parts = partsOf(
      await writeWorkbook([
        {
          name: 'a',
          rows: [
            ['n', 'id'],
            [1, '007'],
          ],
          textColumns: [1],
          lastRowToFill: 4,
        },
      ]),
    );
    const cells = cellsOf(parts, 1);
    expect([...cells].filter(([, { isFormatted }]) => isFormatted).map(([at]) => at)).toEqual(['B1', 'B2', 'B3', 'B4', 'B5']);
    expect(cells.get('B2')).toMatchObject({ type: 's', text: '007' });
    expect(parts['xl/styles.xml']).toMatch(/formatCode="@"/);
  });

  test('formats an error word in a text column too, and leaves it a word', async () => {
    const parts = partsOf(await writeWorkbook([{ name: 'a', rows: [['id'], ['#N/A']], textColumns: [0] }]));
    expect(cellsOf(parts, 1).get('A2')).toEqual({ type: 'inlineStr', isFormatted: true, text: '#N/A' });
  });

  test('offers the words of a drop-down, and refuses a list that Excel would not open', async () => {
    const list = (choices: readonly string[]) =>
      writeWorkbook([{ name: 'a', rows: [['x', 'y']], dropDowns: [{ column: 1, fromRow: 1, toRow: 1000, choices }] }]);
    const parts = partsOf(await list(['是', '否', '"?"']));
    expect(dropDownsOf(parts, 1)).toEqual(new Map([['B2:B1001', '"是,否,""?"""']]));
    await expect(list(['a,b'])).rejects.toThrow(RangeError);
    await expect(list(['x'.repeat(256)])).rejects.toThrow(RangeError);
  });

  test('is the same bytes twice, also when the clock has moved on', async () => {
    const sheets = [{ name: 'a', rows: [['x', 1]], textColumns: [0], lastRowToFill: 9 }];
    const first = await writeWorkbook(sheets);
    // An archive keeps its times in steps of two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(await writeWorkbook(sheets)).toEqual(first);
    expect(partsOf(first)['docProps/core.xml']).toMatch(/2020-01-01T00:00:00Z.*2020-01-01T00:00:00Z/);
  });
});
