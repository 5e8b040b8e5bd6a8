import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { readWorkbook } from '../../src/input/workbook.ts';
import { isWorkbook } from '../../src/input/workbook/is-workbook.ts';
import { workbook, workbookFiles } from '../support/workbooks.ts';
import type { WorkbookParts } from '../support/workbooks.ts';

const FILE = '贫困户.xlsx';
const read = (parts: WorkbookParts) => readWorkbook(FILE, workbook(parts));
const data = (...rows: readonly string[]): string => `<sheetData>${rows.join('')}</sheetData>`;
const oneSheet = (sheet: string, rest: Omit<WorkbookParts, 'sheets'> = {}): WorkbookParts => ({ sheets: { Sheet1: sheet }, ...rest });
const rowsOf = async (parts: WorkbookParts) => (await read(parts))[0]!.rows;
/** The text of one cell, given as the `<c>` that holds it. */
const cell = async (xml: string, rest: Omit<WorkbookParts, 'sheets'> = {}) =>
  (await rowsOf(oneSheet(data(`<row r="1">${xml}</row>`), rest)))[0]?.[0];
const formatted = (value: string | number, format: string | number, rest: Omit<WorkbookParts, 'sheets'> = {}) =>
  cell(`<c r="A1" s="1"><v>${value}</v></c>`, { formats: [format], ...rest });
/** What the reader refuses the bytes with. */
async function refusal(bytes: Uint8Array): Promise<string> {
  const error: unknown = await readWorkbook(FILE, bytes).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error('not refused with a UserError', { cause: error });
  const [text] = error.texts;
  expect(text!.zh).toContain(FILE);
  expect(text!.en).toContain(FILE);
  return text!.en;
}

describe('numbers', () => {
  test.each([
    ['12', '12'],
    ['-12.5', '-12.5'],
    ['12.300', '12.3'],
    ['1.2E3', '1200'],
    ['0.30000000000000004', '0.3'],
    ['1.1000000000000001', '1.1'],
    ['2.9999999999999996', '3'],
    ['1E-7', '0.0000001'],
    ['5.0000000000000004E-2', '0.05'],
    ['0', '0'],
    ['-0', '0'],
    ['123456789012345', '123456789012345'],
    ['999999999999999', '999999999999999'],
    ['12345678901.2345', '12345678901.2345'],
    ['452423199001011234', '4.52423E+17'],
    ['4.5242319900101101E+17', '4.52423E+17'],
    ['-1000000000000000', '-1E+15'],
    ['1e999', '1e999'],
    ['n/a', 'n/a'],
  ])('%s is shown as %s', async (value, text) => expect(await cell(`<c r="A1"><v>${value}</v></c>`)).toBe(text));

  test('stored as text stay as they are, digit for digit', async () => {
    const strings = '<si><t>452423199001011234</t></si><si><t>007.50</t></si>';
    const sheet = data('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>');
    expect(await rowsOf(oneSheet(sheet, { strings }))).toEqual([['452423199001011234', '007.50']]);
  });

  test.each([
    [12.5, '0.00', '12.5'],
    [12.5, '#,##0.00_);[Red]\\(#,##0.00\\)', '12.5'],
    [12.5, '0.00E+00', '12.5'],
    [12.5, '0.0"元/天 (day)"', '12.5'],
    [12.5, 'General', '12.5'],
    [12.5, 'G/通用格式"亩"', '12.5'],
    [12.5, '[$¥-804]#,##0.00', '12.5'],
    [12.5, '"', '12.5'],
    [12.5, '['.repeat(30_000), '12.5'],
    [12.5, '000', '12.5'],
    [4511, '000000', '004511'],
  ])('%s in the format %s is %s', async (value, format, text) => expect(await formatted(value, format)).toBe(text));
});

describe('percentages are the value times 100, never rounded, with at least the decimals of the format', () => {
  test.each([
    [0.9578, 10, '95.78%'],
    [0.9578, '0.0000%', '95.7800%'],
    [0.957812, '0.00%', '95.7812%'],
    [0.957812, 9, '95.7812%'],
    [1, '0%', '100%'],
    [1, '0.0%', '100.0%'],
    [0, '0.00%', '0.00%'],
    [0.07, '0%', '7%'],
    [0.28999999999999998, '0%', '29%'],
    [0.0005, '0.00%', '0.05%'],
    [-0.125, '0.0%;[Red]-0.0%', '-12.5%'],
    [1e16, '0%', '1E+16'],
  ])('%s in %s is %s', async (value, format, text) => expect(await formatted(value, format)).toBe(text));
});

describe('dates', () => {
  test.each([
    [43939, 14, '2020-04-18'],
    [43939, 'yyyy-mm-dd', '2020-04-18'],
    [43939, 'yyyy"年"m"月"d"日";@', '2020-04-18'],
    [43939, '[$-804]yyyy"年"m"月"d"日"', '2020-04-18'],
    [43939, '[DBNum1][$-804]yyyy"年"m"月"', '2020-04'],
    [43939, 'm"月"d"日"', '2020-04-18'],
    [43939, 'mmm', '2020-04-18'],
    [43939, 'aaaa', '2020-04-18'],
    [43939, 'yyyy/m', '2020-04'],
    [43939, 'mmm-yy', '2020-04'],
    [43939, 17, '2020-04'],
    [43939, 57, '2020-04'],
    [43939, 58, '2020-04-18'],
    [43939, 31, '2020-04-18'],
    [43939, 'e/m/d', '2020-04-18'],
    [43939, 'yyyy"年"', '2020'],
    [43939, 'yyyy\\年', '2020'],
    [43939.75, 'yyyy-mm-dd hh:mm:ss', '2020-04-18'],
    [43939.75, 'yyyy-mm hh:mm', '2020-04'],
    [43938.9999999999, 14, '2020-04-18'],
    [0.75, 'h:mm', '18:00'],
    [0.75, '上午/下午h"时"mm"分"', '18:00'],
    [0.7501, 'h:mm:ss AM/PM', '18:00:09'],
    [1.5, '[h]:mm', '36:00'],
    [1, 14, '1900-01-01'],
    [59, 14, '1900-02-28'],
    [60, 14, '1900-02-29'],
    [61, 14, '1900-03-01'],
    [2958465, 14, '9999-12-31'],
    [2958466, 14, '2958466'],
    [20200418, 'yyyy-mm-dd', '20200418'],
    [0, 14, '0'],
    [-1, 14, '-1'],
  ])('%s in %s is %s', async (value, format, text) => expect(await formatted(value, format)).toBe(text));

  test.each([
    [42477, 14, '2020-04-18'],
    [42477, 57, '2020-04'],
    [0, 14, '1904-01-01'],
  ])('%s in %s is %s where days count from 1904', async (value, format, text) =>
    expect(await formatted(value, format, { date1904: true })).toBe(text),
  );

  test('kept as ISO text are cut to what the format shows', async () => {
    const sheet = data('<row r="1"><c r="A1" t="d"><v>2020-04-18T00:00:00</v></c><c r="B1" s="1" t="d"><v>2020-04-18</v></c></row>');
    expect(await rowsOf(oneSheet(sheet, { formats: [57] }))).toEqual([['2020-04-18', '2020-04']]);
  });
});

describe('other cells', () => {
  test.each([
    ['<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['<c r="A1" t="b"><v>0</v></c>', 'FALSE'],
    ['<c r="A1"><f>B1*2</f><v>84</v></c>', '84'],
    ['<c r="A1" t="str"><f>B1&amp;"村"</f><v>木榔村</v></c>', '木榔村'],
    ['<c r="A1" t="str"><f>IF(B1,"","")</f><v></v></c>', undefined],
    ['<c r="A1"><f>SUM(B1:B2)</f></c>', '=SUM(B1:B2)'],
    ['<c r="A1" t="e"><f>#REF!</f><v>#REF!</v></c>', '#REF!'],
    ['<c r="A1" t="inlineStr"><is><r><t>木榔</t></r><r><t>村</t></r></is></c>', '木榔村'],
    ['<c r="A1" t="inlineStr"><is><t><![CDATA[a<b]]>&amp;c</t></is></c>', 'a<b&c'],
    ['<c r="A1" t="str"><v>a_x000D_&#10;b&#13;c_x005F_x0041_</v></c>', 'a\nb\nc_x0041_'],
    ['<c><v>5</v></c>', '5'],
  ])('%s is %s', async (xml, text) => expect(await cell(xml)).toBe(text));

  test('rich text is joined, line breaks stay, phonetic runs are left out', async () => {
    const strings =
      '<si><r><rPr><b/></rPr><t xml:space="preserve">木榔 </t></r><r><t>村&#10;二组</t></r><rPh sb="0" eb="1"><t>mulang</t></rPh></si>';
    expect(await cell('<c r="A1" t="s"><v>0</v></c>', { strings })).toBe('木榔 村\n二组');
  });

  test('elements may have a prefix', async () => {
    const sheet =
      '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await rowsOf({ sheets: { a: '' }, files: { 'xl/worksheets/sheet1.xml': sheet } })).toEqual([['7']]);
  });
});

describe('sheets', () => {
  test('rows keep their numbers; blank ones are empty, the others equally long', async () => {
    const sheet = data(
      '<row r="2"><c r="B2"><v>1</v></c></row>',
      '<row r="4"><c r="A4"><v>2</v></c><c r="D4"><v>3</v></c><c r="F4" s="1"/></row>',
      '<row r="9"><c r="Z9" s="1"/></row>',
    );
    expect(await rowsOf(oneSheet(sheet))).toEqual([[], ['', '1', '', ''], [], ['2', '', '', '3']]);
  });

  test('merged cells all have the text of the first, as far as the sheet is used', async () => {
    const sheet = `${data(
      '<row r="1"><c r="A1" t="str"><v>表</v></c></row>',
      '<row r="2"><c r="A2" t="str"><v>甲村</v></c><c r="B2"><v>1</v></c></row>',
      '<row r="3"><c r="A3"/><c r="B3"><v>2</v></c></row>',
    )}<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="A2:A3"/><mergeCell ref="D8:E9"/></mergeCells>`;
    expect(await rowsOf(oneSheet(sheet))).toEqual([
      ['表', '表'],
      ['甲村', '1'],
      ['甲村', '2'],
    ]);
  });

  test('hidden rows are read and named', async () => {
    const sheet = data(
      '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>',
      '<row r="3" hidden="0"><c r="A3"><v>3</v></c></row>',
      '<row r="8" hidden="true"/>',
    );
    expect(await read(oneSheet(sheet))).toEqual([
      { name: 'Sheet1', isHidden: false, rows: [['1'], [], ['3']], hiddenRows: [1], mergedDown: new Set() },
    ]);
  });

  test('hidden and very hidden ones come last, and marked', async () => {
    const sheets = { '村 & 户': data(), a: data(), b: data() };
    const states = { a: 'state="hidden"', '村 & 户': 'state="veryHidden"' };
    expect((await read({ sheets, states })).map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['b', false],
      ['村 & 户', true],
      ['a', true],
    ]);
  });

  test('a dimension of the whole sheet and a stray cell in its corner cost nothing', async () => {
    const dimension = '<dimension ref="A1:XFD1048576"/>';
    expect(await rowsOf(oneSheet(dimension + data('<row r="1"><c r="A1"><v>1</v></c></row>')))).toEqual([['1']]);
    const sheet = dimension + data('<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>');
    const rows = await rowsOf(oneSheet(sheet));
    expect([rows.length, rows[0]!.length, rows[5]!.length, rows.at(-1)!.at(-1)]).toEqual([1_048_576, 16_384, 0, '2']);
  });

  test('too many cells are refused with the sheet and the way out', async () => {
    // 400 rows × 16,384 columns = 6.6 million cells, of which 800 have text.
    const rows = Array.from(
      { length: 400 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c><c r="XFD${index + 1}"><v>1</v></c></row>`,
    );
    expect(await refusal(workbook(oneSheet(data(...rows))))).toContain('"Sheet1" is too large');
  });

  test('merging the same cells over and over is refused', async () => {
    const rows = Array.from(
      { length: 1000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c><c r="CV${index + 1}"><v>1</v></c></row>`,
    );
    const merged = '<mergeCell ref="A1:XFD1048576"/>'.repeat(100);
    expect(await refusal(workbook(oneSheet(`${data(...rows)}<mergeCells>${merged}</mergeCells>`)))).toContain('too large');
  });
});

describe('what is no sound workbook is refused', () => {
  const small = oneSheet(data('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>43939</v></c></row>'), {
    strings: '<si><t>甲村</t></si>',
    formats: [14],
  });
  const withSheet = (sheet: string): Uint8Array => workbook(oneSheet(sheet));

  test('a zip archive that holds none', async () => {
    expect(await refusal(zipSync({ 'a.txt': strToU8('a') }))).toContain('this is an archive');
    const document = {
      '_rels/.rels': '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    };
    expect(await refusal(zipSync({ 'word/document.xml': strToU8('<document/>') }))).toContain('this is a Word document');
    expect(await refusal(workbook({ sheets: {}, files: { ...document, 'word/document.xml': '<document/>' } }))).toContain('damaged');
    const binary = { '_rels/.rels': document['_rels/.rels'].replace('word/document.xml', 'xl/workbook.bin') };
    expect(await refusal(workbook({ sheets: {}, files: { ...binary, 'xl/workbook.bin': 'x' } }))).toContain(
      'this is a binary workbook (xlsb)',
    );
  });

  test('text, nothing, an old xls, an encrypted workbook', async () => {
    const ole2 = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refusal(strToU8('a,b'))).toContain('not an xlsx workbook');
    expect(await refusal(new Uint8Array())).toContain('not an xlsx workbook');
    expect(await refusal(ole2)).toContain('a workbook locked with a password, or one of an old Excel (xls)');
    expect(await refusal(Buffer.concat([ole2, Buffer.from('Workbook', 'utf16le')]))).toContain('a workbook of an old Excel (xls)');
    expect(await refusal(Buffer.concat([ole2, Buffer.from('EncryptedPackage', 'utf16le')]))).toContain(
      'locked with a password (encrypted)',
    );
  });

  test('an encrypted archive', async () => {
    const bytes = Buffer.from(workbook(small));
    const directory = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    bytes.writeUInt16LE(bytes.readUInt16LE(directory + 8) | 1, directory + 8);
    expect(await refusal(bytes)).toContain('locked with a password (encrypted)');
  });

  test('a truncated one, and one with a changed byte', async () => {
    const bytes = workbook(small);
    expect(await refusal(bytes.subarray(0, bytes.length / 2))).toContain('damaged');
    const stored = zipSync(workbookFiles(small), { level: 0 });
    const at = Buffer.from(stored).indexOf('43939');
    stored[at] = 0x35;
    expect(await refusal(stored)).toContain('sheet1.xml: checksum');
  });

  test('a zip bomb: one part that shrank too much, parts too large together, too many parts', async () => {
    const zeros = new Uint8Array(30_000_000);
    expect(await refusal(workbook({ ...small, files: { 'xl/media/a.png': zeros } }))).toContain('crafted or is too large');
    const bytes = Buffer.from(workbook(small));
    // The directory claims 600 MB for its first entry.
    bytes.writeUInt32LE(600_000_000, bytes.indexOf('PK\u0001\u0002', 0, 'latin1') + 24);
    expect(await refusal(bytes)).toContain('unpacked > 512 MB');
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`xl/${index}`, 'a']));
    expect(await refusal(workbook({ ...small, files: many }))).toContain('entries');
  });

  test('a bomb that lies about its length', async () => {
    const files = { 'xl/worksheets/sheet1.xml': ' '.repeat(30_000_000) };
    const bytes = Buffer.from(workbook({ ...small, files }));
    const directory = bytes.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml')) - 46;
    bytes.writeUInt32LE(1000, directory + 24);
    expect(await refusal(bytes)).toContain('damaged');
  });

  test.each([
    ['XML that breaks off', '<sheetData><row>'],
    ['an unknown entity', data('<row><c t="str"><v>&bomb;</v></c></row>')],
    ['a text that is not there', data('<row><c t="s"><v>7</v></c></row>')],
    ['a row beyond the last', data('<row r="1048577"/>')],
    ['a row that is no number', data('<row r="x"/>')],
    ['a cell beyond the last column', data('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
    ['a cell in another row', data('<row r="1"><c r="A2"><v>1</v></c></row>')],
    ['merged cells that are none', '<mergeCells><mergeCell ref="A:B"/></mergeCells>'],
  ])('%s', async (_, sheet) => expect(await refusal(withSheet(sheet))).toContain('damaged'));

  test('a document type, which could hold entities that multiply', async () => {
    const sheet = '<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet/>';
    const bytes = zipSync({ ...workbookFiles(small), 'xl/worksheets/sheet1.xml': strToU8(sheet) });
    expect(await refusal(bytes)).toContain('damaged');
  });

  test('a part that is missing, or not UTF-8', async () => {
    const { 'xl/worksheets/sheet1.xml': _, ...rest } = workbookFiles(small);
    expect(await refusal(zipSync(rest))).toContain('sheet1.xml is missing');
    expect(await refusal(workbook({ ...small, files: { 'xl/sharedStrings.xml': new Uint8Array([0x3c, 0xff, 0xff]) } }))).toContain(
      'damaged',
    );
  });

  const bytesOf = { deflated: workbook(small), stored: zipSync(workbookFiles(small), { level: 0 }) };
  test.each(['deflated', 'stored'] as const)('whatever happens to its bytes (%s): the same sheets, or a UserError', async (kind) => {
    const original = bytesOf[kind];
    const expected = await readWorkbook(FILE, original);
    const byte = fc.record({ at: fc.nat(original.length - 1), value: fc.nat(255) });
    const damage = fc.record({ changes: fc.array(byte, { minLength: 1, maxLength: 4 }), length: fc.option(fc.nat(original.length)) });
    await fc.assert(
      fc.asyncProperty(damage, async ({ changes, length }) => {
        const bytes = Uint8Array.from(original);
        for (const { at, value } of changes) bytes[at] = value;
        try {
          const sheets = await readWorkbook(FILE, bytes.subarray(0, length ?? bytes.length));
          expect(sheets).toEqual(expected);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
        }
      }),
      { numRuns: 600, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: true },
    );
  });

  test('whatever happens to its XML: sheets, or a UserError', async () => {
    const files = workbookFiles(small);
    const damage = fc.record({
      part: fc.constantFrom(...Object.keys(files)),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      put: fc.oneof(
        fc.string({ maxLength: 4 }),
        fc.constantFrom('<', '</', '"', '<c>', '<is>', '<v>', '<row>', 'r="', '&#0;', '<!--', ']]>'),
      ),
      cut: fc.nat(40),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ part, at, put, cut }) => {
        const text = Buffer.from(files[part]!).toString();
        const start = Math.floor(at * text.length);
        const changed = strToU8(text.slice(0, start) + put + text.slice(start + cut));
        try {
          await readWorkbook(FILE, zipSync({ ...files, [part]: changed }));
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
        }
      }),
      { numRuns: 600, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: true },
    );
  });
});

test('a workbook is told by its first bytes', () => {
  expect(isWorkbook(workbook({ sheets: { a: '' } }))).toBe(true);
  expect(isWorkbook(strToU8('PK'))).toBe(false);
  expect(isWorkbook(strToU8('村,年'))).toBe(false);
});
