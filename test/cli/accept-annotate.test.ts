import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src/input/workbook.ts';
import { checkJson, commandLine, reportJson } from '../support/command-line.ts';

const bad = (name: string): string => `fixtures/bad/${name}.csv`;
let folder: string;
const file = (name: string, text?: string): string => {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aid-metrics-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('--accept', () => {
  // The clock of these tests stands at 2020-06-30.
  const accept = (rows: string): string => file('accepted.csv', `code,key,reason,until\n${rows}\n`);

  test('an accepted error is still shown and counted, and no longer decides the exit status', async () => {
    const list = accept('duplicate-household,H1 2020,复核过,2020-12-31');
    const { status, stdout } = await commandLine(['check', bad('duplicate-household'), '--accept', list]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/error \(accepted: 复核过\): household H1 stands already/);
    expect(stdout).toMatch(/errors 1, warnings 0, notes 0, 1 of them accepted/);
  });

  test('its row stays rejected', async () => {
    const list = accept('duplicate-household,H1,复核过,');
    const { status, json } = await reportJson([bad('duplicate-household'), '--period', '2020', '--accept', list]);
    expect(status).toBe(0);
    expect(json.inputs[0]).toMatchObject({ rows: 4, accepted: 3, rejected: 1 });
    expect(json.total.metrics.industry_coverage).toMatchObject({ numerator: 1, denominator: 2, rejected: 1 });
  });

  test('what has run out, or names something else, is not accepted', async () => {
    for (const row of ['duplicate-household,H1,x,2020-06-29', 'duplicate-household,H2,x,', 'duplicate-village,H1,x,']) {
      expect((await checkJson([bad('duplicate-household'), '--accept', accept(row)])).status).toBe(1);
    }
    expect((await checkJson([bad('duplicate-household'), '--accept', accept('duplicate-household,H1,x,2020-06-30')])).status).toBe(0);
  });

  test.each([
    ['no-such-code,H1,x,', /row 2: there is no finding code "no-such-code"/],
    ['duplicate-household,H1,,', /row 2: key and reason must both be given/],
    ['duplicate-household,H1,x,soon', /row 2: until "soon" is not a date/],
  ])('%s is refused', async (row, message) => {
    expect(await commandLine(['check', bad('duplicate-household'), '--accept', accept(row)])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(message),
    });
  });
});

const cellsOf = (text: string): string[][] =>
  parse(text.replace(/^\uFEFF/u, ''), { relax_column_count: true, relax_quotes: true, record_delimiter: ['\r\n', '\n', '\r'] });

describe('check --annotate', () => {
  test('writes the file back with one more column, beside the row that it is about', async () => {
    const out = file('numbers.csv');
    expect((await commandLine(['check', bad('numbers'), '--annotate', out, '--lang', 'zh'])).status).toBe(1);
    const text = readFileSync(out, 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [header, ...rows] = cellsOf(text);
    expect(header!.at(-1)).toBe('错误信息');
    expect(rows[0]!.at(-1)).toMatch(/^错误 乡村户籍人口（rural_population）：“-5”是负数。/);
    expect(rows).toHaveLength(6);
  });

  test('names and numbers stay whole in the cells and masked beside them', async () => {
    const list = 'household_id,head_name,head_id_no,village,period,persons,status\nH1,郭某某,451122199001011234,大桥村,2020,3,富裕\n';
    const out = file('masked.csv');
    await commandLine(['check', file('personal.csv', list), '--annotate', out]);
    const row = cellsOf(readFileSync(out, 'utf8'))[1]!;
    expect(row.slice(0, 3)).toEqual(['H1', '郭某某', '451122199001011234']);
    expect(row.at(-1)).toMatch(/4511X{10}1234/);
    expect(row.at(-1)).not.toMatch(/郭某某|451122199001011234/);
  });

  test('as a workbook', async () => {
    const out = file('parts.xlsx');
    await commandLine(['check', bad('parts'), '--annotate', out]);
    const [sheet] = await readWorkbook(out, readFileSync(out));
    expect(sheet!.rows).toHaveLength(5);
    expect(sheet!.rows[1]!.at(-1)).toMatch(/is more than registered_poor_households/);
  });

  test('in a workbook numbers of counts and money are numbers, and ids, codes and what is written otherwise stay text', async () => {
    const out = file('numbers.xlsx');
    const rows = '村,村代码,年度,总户数,村集体经济收入\n甲村,451122100201,2020,0123,82000.5\n乙村,451122100202,2020,120,1.50\n';
    await commandLine(['check', file('numbers.csv', rows), '--annotate', out]);
    const xml = Buffer.from(unzipSync(readFileSync(out))['xl/worksheets/sheet1.xml']!).toString();
    const kindOf = (at: string): string => (new RegExp(`<c r="${at}"([^>]*)>`, 'u').exec(xml)?.[1]?.includes('t="s"') ? 'text' : 'number');
    // 0123 and 1.50 would be shown as 123 and 1.5.
    expect(['B2', 'C2', 'D2', 'E2', 'D3', 'E3'].map(kindOf)).toEqual(['text', 'text', 'text', 'number', 'number', 'text']);
  });

  test('the tail after an unclosed quote is one cell', async () => {
    const out = file('unclosed.csv');
    await commandLine(['check', bad('unclosed-quote'), '--annotate', out]);
    const rows = cellsOf(readFileSync(out, 'utf8'));
    expect(rows).toHaveLength(3);
    expect(rows[2]!.slice(0, 2)).toEqual(['公安镇', '江台村,2020,1341,67,11,0,61,82000,0,0\n公安镇,新村,2020,900,30,2,0,20,1000,0,0\n']);
    expect(rows[2]!.at(-1)).toMatch(/a quotation mark is never closed/);
  });

  test('writes no workbook in which a cell of the file would be cut, and says which row it is', async () => {
    const long = file('long.csv', `village,period,registered_poor_households,remark\n甲村,2020,5,\n乙村,2020,5,${'长'.repeat(32_768)}\n`);
    const { status, stderr } = await commandLine(['check', long, '--annotate', file('long.xlsx')]);
    expect(status).toBe(2);
    expect(stderr).toContain('row 3 has a cell of 32768 characters');
    expect((await commandLine(['check', long, '--annotate', file('long-annotated.csv')])).status).toBe(0);
  });

  test('other endings and several files are refused', async () => {
    expect(await commandLine(['check', bad('parts'), '--annotate', file('x.txt')])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/must end in \.csv or \.xlsx/),
    });
    expect(await commandLine(['check', bad('parts'), bad('numbers'), '--annotate', file('x.csv')])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/one file back at a time/),
    });
    expect(await commandLine(['check', bad('parts'), '--annotate', bad('parts')])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/also an input/),
    });
  });

  test('no row and no cell is lost, whatever stands in the file', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', '是', '-3', '=1+1', "'x", '"a,b"', '"a""b"', '"a\nb"', ' 村1 ', '２０２０', '\u00a0'),
      fc.string({ maxLength: 5, unit: 'grapheme' }),
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (body) => {
        const text = `标题\n\nhousehold_id,village,period,persons,status\n${body.map((cells) => cells.join(',')).join('\n')}`;
        const [input, out] = [file('any.csv', text), file('any-out.csv')];
        const { status } = await commandLine(['check', input, '--annotate', out, '--quiet']);
        fc.pre(status !== 2);
        const [before, after] = [wholeCells(text), cellsOf(readFileSync(out, 'utf8'))];
        expect(after).toHaveLength(before.length);
        before.forEach((cells, index) => expect(after[index]!.slice(0, cells.length)).toEqual(cells));
      }),
      { numRuns: 150 },
    );
  });
});

/** The cells of a text, closed where a quotation mark is left open. */
function wholeCells(text: string): string[][] {
  try {
    return cellsOf(text);
  } catch {
    return cellsOf(`${text}"`);
  }
}
