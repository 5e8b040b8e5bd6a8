import { Buffer } from 'node:buffer';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'foreign-'));

/** What a command says of a file of this name with these bytes; it always ends with status 2 and prints nothing. */
async function refusal(name: string, bytes: Uint8Array | string, lang: 'zh' | 'en' = 'en'): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { status, stdout, stderr } = await commandLine(['report', path, '--lang', lang]);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  return stderr.replaceAll(folder, '').trim();
}

const OLE2 = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** An OLE2 file with a stream of this name, far from its beginning. */
const compound = (stream: string): Buffer => Buffer.concat([OLE2, Buffer.alloc(200_000), Buffer.from(stream, 'utf16le'), Buffer.alloc(64)]);
const zip = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const openDocument = (kind: string): Uint8Array => zip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<x/>' });

const TABLE = '<table><tr><td>村</td><td>年度</td></tr></table>';
const XML_2003 =
  '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>';
const RESAVE = 'Open it in Excel or WPS and save it as xlsx or "CSV UTF-8"';

describe('each kind of file that is no table has its own name and way out', () => {
  test.each<readonly [string, Uint8Array | string, string, string]>([
    ['a.xls', `<html><body>${TABLE}</body></html>`, 'a web page (HTML), though its name ends with .xls', RESAVE],
    ['a.xlsx', `<!DOCTYPE html>\n${TABLE}`, 'a web page (HTML), though its name ends with .xlsx', RESAVE],
    ['a.html', `\ufeff \n<HTML xmlns:x="urn:schemas-microsoft-com:office:excel">${TABLE}`, 'a web page (HTML);', RESAVE],
    ['a.csv', TABLE, 'a web page (HTML), though its name ends with .csv', RESAVE],
    ['b.xls', Buffer.from(`\ufeff<html>${TABLE}</html>`, 'utf16le'), 'a web page (HTML)', RESAVE],
    ['c.xls', `<?xml version="1.0"?><html>${TABLE}</html>`, 'a web page (HTML)', RESAVE],
    ['d.xls', 'MIME-Version: 1.0\nContent-Type: multipart/related\n', 'a web page in a single file (MHT)', RESAVE],
    ['e.xls', XML_2003, 'an "XML Spreadsheet 2003", though its name ends with .xls', RESAVE],
    ['f.xls', Buffer.from(`\ufeff${XML_2003}`, 'utf16le'), 'an "XML Spreadsheet 2003"', RESAVE],
    ['f.xml', '<?xml version="1.0"?><data/>', 'an XML file', RESAVE],
    ['g.xls', compound('Workbook'), 'a workbook of an old Excel (xls);', RESAVE],
    ['g.xlsx', compound('Workbook'), 'a workbook of an old Excel (xls), though its name ends with .xlsx', RESAVE],
    ['g.et', compound('Workbook'), 'a WPS spreadsheet (et);', RESAVE],
    ['h.xls', Buffer.from([9, 8, 8, 0, 0, 6, 5, 0]), 'a workbook of an old Excel (xls)', RESAVE],
    ['i.xlsx', compound('EncryptedPackage'), 'a workbook that is locked with a password (encrypted);', 'remove the password'],
    [
      'j.xlsx',
      compound('something'),
      'a workbook locked with a password, or one of an old Excel (xls);',
      'remove the password if it asks for one',
    ],
    ['k.doc', compound('WordDocument'), 'a Word document', 'Copy its table into a spreadsheet'],
    ['k.docx', zip({ 'word/document.xml': '<x/>' }), 'a Word document', 'Copy its table into a spreadsheet'],
    ['l.ods', openDocument('spreadsheet'), 'an OpenDocument spreadsheet (ods)', RESAVE],
    ['l.xlsx', openDocument('spreadsheet'), 'an OpenDocument spreadsheet (ods), though its name ends with .xlsx', RESAVE],
    ['l.odt', openDocument('text'), 'an OpenDocument text (odt)', 'Copy its table'],
    ['m.numbers', zip({ 'Index/Document.iwa': 'x' }), 'an Apple Numbers spreadsheet', 'Export To'],
    ['n.xlsb', zip({ 'xl/workbook.bin': 'x' }), 'a binary workbook (xlsb)', RESAVE],
    ['o.pptx', zip({ 'ppt/presentation.xml': '<x/>' }), 'a presentation', 'Copy its table'],
    ['o.ofd', zip({ 'OFD.xml': '<x/>' }), 'an OFD document', 'Ask for the spreadsheet'],
    ['p.zip', zip({ 'villages.csv': '村,年度' }), 'an archive', 'Unpack it'],
    ['p.rar', 'Rar!\u001a\u0007\0', 'an archive', 'Unpack it'],
    ['p.gz', Buffer.from([0x1f, 0x8b, 8, 0]), 'an archive', 'Unpack it'],
    ['q.pdf', '%PDF-1.7\n', 'a PDF file', 'Ask for the spreadsheet'],
    ['q.csv', '%PDF-1.7\n', 'a PDF file, though its name ends with .csv', 'Ask for the spreadsheet'],
    ['r.png', Buffer.from('89504e470d0a1a0a', 'hex'), 'a picture', 'Ask for the spreadsheet'],
    ['r.jpg', Buffer.from('ffd8ffe000104a464946', 'hex'), 'a picture', 'Ask for the spreadsheet'],
    ['s.rtf', '{\\rtf1\\ansi', 'an RTF document', 'Copy its table'],
    ['t.db', 'SQLite format 3\0', 'an SQLite database', 'Export the table from the database'],
  ])('%s', async (name, bytes, is, way) => {
    const message = await refusal(name, bytes);
    expect(message).toContain(`this is ${is}`);
    expect(message).toContain(way);
    expect(await refusal(name, bytes, 'zh')).toMatch(/^错误：.*这是.*，不能直接读取。请\p{Script=Han}/u);
  });

  test('a cell that begins like markup makes no web page of a table', async () => {
    const stdin = '村,年度,乡村户籍人口\n<甲>村,2020,5\n';
    expect((await commandLine(['check', '-'], { stdin })).status).toBe(0);
    expect((await commandLine(['check', '-'], { stdin: `<表>,,\n${stdin}` })).status).toBe(0);
  });

  test('the cases: html.xls and enc.xlsx', async () => {
    const html = await commandLine(['report', 'fixtures/cases/html.xls']);
    expect([html.status, html.stderr]).toEqual([2, expect.stringMatching(/web page \(HTML\).*save it as xlsx/u)]);
    const locked = await commandLine(['report', 'fixtures/cases/enc.xlsx', '--lang', 'zh']);
    expect([locked.status, locked.stderr]).toEqual([2, expect.stringMatching(/设了密码的工作簿，或旧版 Excel 工作簿（xls）/u)]);
  });
});
