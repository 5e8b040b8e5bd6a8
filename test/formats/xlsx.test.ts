import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { DataTable, Surface } from '../../src/page/format.ts';
import { xlsx } from '../../src/formats/xlsx.ts';
import { MOST_CELLS } from '../../src/formats/xlsx/filled-table.ts';
import { layOut } from '../../src/formats/xlsx/sheet-layout.ts';
import { workbookOf } from '../../src/pages/sheets/sheet-words.ts';
import type { ReportSheet, SheetColumn, SheetTable } from '../../src/page/sheets.ts';
import { LONGEST_TEXT, sheetNames as namesFor, writeWorkbook } from '../../src/formats/xlsx/workbook.ts';
import { cellsOf, formatAt, partsOf, sheetNames } from '../support/workbook.ts';

const surface: Surface = { lang: 'zh', width: 80, color: false, headings: 'id' };

async function bytesOf(sheets: readonly ReportSheet[], more: Partial<Surface> = {}): Promise<Uint8Array> {
  const pieces: (string | Uint8Array)[] = [];
  const faces = { sheets: () => workbookOf('zh', sheets), data: (): DataTable => ({ columns: [], rows: [] }) };
  for await (const piece of xlsx.write(faces, { ...surface, ...more })) pieces.push(piece);
  return pieces[0] as Uint8Array;
}

const column = (head: string, kind: SheetColumn['kind'] = 'text', more: Partial<SheetColumn> = {}): SheetColumn => ({
  head,
  kind,
  width: 10,
  ...more,
});

const sheet = (table: Omit<SheetTable, 'kind'>, more: Partial<ReportSheet> = {}): ReportSheet => ({
  name: '各村',
  title: '标题',
  about: ['截至 2020-12-31'],
  blocks: [{ kind: 'table', ...table }],
  paper: 'landscape',
  names: 1,
  ...more,
});

describe('the cells of a workbook', () => {
  test('hold real numbers, shown by their kind', async () => {
    const kinds = ['count', 'money', 'share', 'growth', 'number', 'money-change', 'points'] as const;
    const parts = partsOf(
      await bytesOf([
        sheet({
          columns: [column('村'), ...kinds.map((kind) => column(kind, kind))],
          rows: [['甲村', 1234, 82_000.5, 0.9578, -0.05, 7, -6600, 12.47]],
        }),
      ]),
    );
    // Title, one line about it, an empty row, the headings: the first row of data is the fifth.
    const shown = ['B5', 'C5', 'D5', 'E5', 'F5', 'G5', 'H5'].map((at) => [cellsOf(parts, 1).get(at)!.text, formatAt(parts, 1, at)]);
    expect(shown).toEqual([
      ['1234', '#,##0'],
      ['82000.5', '#,##0.00'],
      ['0.9578', '0.00%'],
      ['-0.05', '+#,##0.00%;-#,##0.00%;0.00%'],
      ['7', 'General'],
      ['-6600', '+#,##0.00;-#,##0.00;0.00'],
      ['12.47', '+0.00" 点";-0.00" 点";0.00" 点"'],
    ]);
  });

  test('show a bound by its sign, and stay numbers', async () => {
    const parts = partsOf(
      await bytesOf([sheet({ columns: [column('村'), column('收入', 'money')], rows: [['甲村', { value: 5, bound: 'at-least' }]] })]),
    );
    expect(cellsOf(parts, 1).get('B5')).toMatchObject({ type: undefined, text: '5' });
    expect(formatAt(parts, 1, 'B5')).toBe('"≥"#,##0.00');
  });

  test('keep ids as text, blank ones too where somebody will type', async () => {
    const parts = partsOf(
      await bytesOf([sheet({ columns: [column('户编号', 'code')], rows: [['00200005'], [undefined], ['0112200100']] })]),
    );
    const cells = cellsOf(parts, 1);
    expect(cells.get('A5')).toMatchObject({ type: 's', text: '00200005' });
    expect(cells.get('A7')).toMatchObject({ type: 's', text: '0112200100' });
    expect(['A5', 'A6', 'A7'].map((at) => formatAt(parts, 1, at))).toEqual(['@', '@', '@']);
  });

  test.each(['=cmd|calc', '@SUM(1)', '+1', '-1+2', '#REF!', "'甲村", '<&>"', '\u0001\u0007', '_x0041_', '\uFFFE', '\uD800'])(
    'hold the name %j as a word',
    async (name) => {
      const parts = partsOf(await bytesOf([sheet({ columns: [column('村')], rows: [[name]] })]));
      expect(parts['xl/worksheets/sheet1.xml']).not.toMatch(/<f[ >/]|t="e"/u);
      // eslint-disable-next-line no-control-regex -- just these may not stand in XML
      expect(Object.values(parts).join('')).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/u);
      expect(['s', 'inlineStr']).toContain(cellsOf(parts, 1).get('A5')!.type);
    },
  );

  test('hold no longer text than Excel opens, cut between characters and with dots', async () => {
    const parts = partsOf(
      await bytesOf([sheet({ columns: [column('村')], rows: [['村'.repeat(40_000)], [`${'a'.repeat(LONGEST_TEXT - 2)}𠮷b`]] })]),
    );
    const cells = cellsOf(parts, 1);
    expect(cells.get('A5')!.text).toBe(`${'村'.repeat(LONGEST_TEXT - 1)}…`);
    expect(cells.get('A6')!.text).toBe(`${'a'.repeat(LONGEST_TEXT - 2)}…`);
  });
});

describe('a sheet', () => {
  const table = {
    columns: [
      column('村'),
      column('比率', 'share', { above: '产业覆盖率' }),
      column('结论', 'verdict', { above: '产业覆盖率' }),
      column('备注', 'note'),
    ],
    rows: [
      ['甲村', 0.5, '未达标', undefined],
      ['乙村', undefined, '不能判定', '没有数据'],
    ],
    totals: [['合计', 0.5, undefined, undefined]],
  } as const;

  test('has two rows of headings where some belong together, the upper merged', async () => {
    const parts = partsOf(await bytesOf([sheet(table)]));
    const cells = cellsOf(parts, 1);
    expect(['A4', 'B4', 'B5', 'C5', 'D4'].map((at) => cells.get(at)!.text)).toEqual(['村', '产业覆盖率', '比率', '结论', '备注']);
    const merged = [...parts['xl/worksheets/sheet1.xml']!.matchAll(/<mergeCell ref="([^"]*)"/gu)].map(([, ref]) => ref);
    expect(merged).toEqual(expect.arrayContaining(['A4:A5', 'B4:C4', 'D4:D5']));
  });

  test('freezes its headings and names, filters the rows and not the total', async () => {
    const xml = partsOf(await bytesOf([sheet(table)]))['xl/worksheets/sheet1.xml']!;
    expect(xml).toMatch(/<pane xSplit="1" ySplit="5" topLeftCell="B6" state="frozen"/u);
    // Rows 6 and 7 are data, row 8 is the total.
    expect(xml).toMatch(/<autoFilter ref="A5:D7"/u);
  });

  test('colours the words for verdicts by rule, in the total too, each word as a whole', async () => {
    const xml = partsOf(await bytesOf([sheet(table)]))['xl/worksheets/sheet1.xml']!;
    expect(xml).toMatch(/<conditionalFormatting sqref="C6:C8">/u);
    expect([...xml.matchAll(/<cfRule type="cellIs"[^>]*operator="equal"[^>]*><formula>"([^"]*)"/gu)].map(([, word]) => word)).toEqual(
      expect.arrayContaining(['未达标', '不能判定', '达标', '无法评定', '不评']),
    );
  });

  test('prints on A4 one page wide, headings on every page, with the title and the page below', async () => {
    const parts = partsOf(await bytesOf([sheet(table, { title: '甲&乙' })]));
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/u);
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<oddFooter>&amp;L甲&amp;&amp;乙&amp;R第 &amp;P 页，共 &amp;N 页</oddFooter>');
    expect(parts['xl/workbook.xml']).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">\'各村\'!$4:$5</definedName>');
  });

  test('is printed over several pages side by side where it is very wide, the names on each', async () => {
    const wide = Array.from({ length: 30 }, (_, at) => column(`c${at}`));
    const parts = partsOf(await bytesOf([sheet({ columns: [column('村'), ...wide], rows: [['甲村']] })]));
    // 31 columns of 10 are 310 wide: two pages of 185.
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/fitToWidth="2"/u);
    expect(parts['xl/workbook.xml']).toContain("'各村'!$A:$A,'各村'!$4:$4");
  });

  test('leaves out an optional column with nothing in it, and what is printed with it', async () => {
    const columns = [column('村'), column('乡镇', 'text', { isOptional: true }), column('数', 'count'), column('余', 'count')];
    const parts = partsOf(await bytesOf([sheet({ columns, rows: [['甲村', undefined, 1, 2]] }, { names: 2, printed: 3 })]));
    const cells = cellsOf(parts, 1);
    expect(['A4', 'B4', 'C4'].map((at) => cells.get(at)!.text)).toEqual(['村', '数', '余']);
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<pane xSplit="1"/u);
    expect(parts['xl/workbook.xml']).toContain('_xlnm.Print_Area" localSheetId="0">\'各村\'!$A$1:$B$5<');
  });

  test('is as high as its words need', async () => {
    const parts = partsOf(
      await bytesOf([
        sheet({
          columns: [column('村'), column('备注', 'note', { width: 20 })],
          rows: [
            ['甲村', '没有数据'],
            ['乙村', '没有数据，'.repeat(6)],
          ],
        }),
      ]),
    );
    const heights = [...parts['xl/worksheets/sheet1.xml']!.matchAll(/<row r="(?:5|6)" ht="([^"]*)"/gu)].map(([, height]) => Number(height));
    expect(heights[0]).toBe(15);
    // 60 columns of words where there is room for 19: four lines.
    expect(heights[1]).toBe(60);
  });

  test('goes on in a further one where it has more rows than a sheet holds, the total at the end', async () => {
    const rows = Array.from({ length: 25 }, (_, at) => [`村${at}`]);
    const drawn = await layOut(workbookOf('zh', [sheet({ columns: [column('村')], rows, totals: [['合计']] })]), 15);
    // Four rows above and one below leave ten: 10, 10 and 5 with the total.
    expect(drawn.map((one) => one.rows.length)).toEqual([14, 14, 10]);
    expect(drawn.at(-1)!.rows.at(-1)).toEqual(['合计']);
    const parts = partsOf(await writeWorkbook(drawn));
    expect(sheetNames(parts)).toEqual(['各村', '各村 (2)', '各村 (3)']);
  });

  test('refuses more than a workbook can be made of, and says what to do', async () => {
    const columns = Array.from({ length: 1000 }, (_, at) => column(`c${at}`));
    const rows = Array.from({ length: MOST_CELLS / 1000 + 2 }, () => []);
    await expect(layOut(workbookOf('zh', [sheet({ columns, rows })]))).rejects.toThrow(UserError);
  });

  test('begins a page where a block does', async () => {
    const one = { kind: 'table', columns: [column('项')], rows: [['1']] } as const;
    const xml = partsOf(await bytesOf([sheet(one, { blocks: [one, { ...one, title: '乙村', beginsPage: true }] })]))[
      'xl/worksheets/sheet1.xml'
    ]!;
    // Rows 1 to 5 are the first table, row 6 is empty, and 乙村 stands in row 7.
    expect(xml).toMatch(/<rowBreaks count="1" manualBreakCount="1"><brk id="6"/u);
    expect(xml).not.toMatch(/<autoFilter|<pane/u);
  });

  test('says by what the workbook was made where it says what it rests on', async () => {
    const about = sheet({ columns: [column('文件')], rows: [['村表.csv']] }, { isAbout: true });
    const parts = partsOf(await bytesOf([about], { madeBy: { command: ['report', '村 表.csv', "it's"], version: '1.2.3' } }));
    const texts = [...cellsOf(parts, 1).values()].map(({ text }) => text);
    expect(texts).toContain(String.raw`命令：aid-metrics report '村 表.csv' 'it'\''s'`);
    expect(texts).toContain('程序：aid-metrics 1.2.3');
  });
});

describe('the names of sheets', () => {
  test.each([
    [['各村指标'], ['各村指标']],
    [['a[1]:*?/\\b'], ['a 1      b']],
    [
      ["'甲'", ''],
      ['甲', 'Sheet'],
    ],
    [['History'], ['History (2)']],
    [
      ['村', '村', '村 (2)'],
      ['村', '村 (2)', '村 (2) (2)'],
    ],
    [
      ['Villages', 'VILLAGES'],
      ['Villages', 'VILLAGES (2)'],
    ],
    [
      ['x'.repeat(40), 'x'.repeat(40)],
      ['x'.repeat(31), `${'x'.repeat(27)} (2)`],
    ],
    [[`${'x'.repeat(30)}𠮷`], ['x'.repeat(30)]],
    [['a\u0001\nb'], ['a  b']],
  ])('%j become %j', (wanted, names) => {
    expect(namesFor(wanted)).toEqual(names);
  });

  test('stand quoted where formulas name them', async () => {
    const parts = partsOf(await bytesOf([sheet({ columns: [column('村')], rows: [] }, { name: "甲's 村-1" })]));
    expect(parts['xl/workbook.xml']).toContain("'甲''s 村-1'!$4:$4");
  });
});

test('a result without sheets of its own is a workbook of its data, in the reader’s words', async () => {
  const data = (): DataTable => ({
    columns: [
      { id: 'household_id', label: { zh: '户编号', en: 'Household' }, kind: 'text' },
      { id: 'coverage_pct', label: { zh: '覆盖率', en: 'Coverage' }, kind: 'per-cent' },
      { id: 'reading', label: { zh: '取法', en: 'Reading' }, kind: 'text', wordOf: () => ({ zh: '四舍五入', en: 'rounded' }) },
      { id: 'weight', label: { zh: '计入', en: 'Counted' }, kind: 'number' },
    ],
    rows: [
      ['0012', '95.78', 'rounded', '≥40'],
      ['0013', '', '', '12'],
    ],
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsx.write({ data }, surface)) pieces.push(piece as Uint8Array);
  const parts = partsOf(pieces[0]!);
  const cells = cellsOf(parts, 1);
  // A title, an empty row, the headings.
  expect(['A3', 'B3', 'C3', 'D3'].map((at) => cells.get(at)!.text)).toEqual(['户编号', '覆盖率', '取法', '计入']);
  expect(['A4', 'B4', 'C4', 'D4', 'D5'].map((at) => [cells.get(at)!.type, cells.get(at)!.text])).toEqual([
    ['s', '0012'],
    [undefined, '0.9578'],
    ['s', '四舍五入'],
    ['s', '≥40'],
    [undefined, '12'],
  ]);
  expect(cells.get('B5')?.text ?? '').toBe('');
});
