import { Buffer } from 'node:buffer';
import { strToU8, zipSync } from 'fflate';
import type { Dice } from './dice.ts';
import type { Grid } from './tables.ts';

/** How GBK writes each character that it has: what Node decodes, turned round. */
const GBK = ((): ReadonlyMap<string, readonly number[]> => {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const text = decoder.decode(Uint8Array.of(high, low));
      if (Array.from(text).length === 1 && text !== '\ufffd') codes.set(text, [high, low]);
    }
  return codes;
})();

const gbk = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text).flatMap((one) => (one < '\u0080' ? [one.charCodeAt(0)] : (GBK.get(one) ?? [0x3f]))));

/** A table as a text file, in any of the encodings, delimiters and line ends. */
export function csvBytes(grid: Grid, dice: Dice): Uint8Array {
  const [delimiter, end] = [dice.of([',', ',', '\t', ';']), dice.of(['\n', '\n', '\r\n', '\r'])];
  const isQuoted = dice.oneIn(4);
  const cell = (text: string): string =>
    isQuoted || (/[",;\t\r\n]/u.test(text) && !dice.oneIn(10)) ? `"${text.replaceAll('"', '""')}"` : text;
  const text = grid.map((row) => row.map(cell).join(delimiter)).join(end) + (dice.oneIn(3) ? '' : end);
  switch (dice.below(8)) {
    case 0:
      return gbk(text);
    case 1:
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 2:
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 3:
      return Buffer.from(`\uFEFF${text}`);
    default:
      return Buffer.from(text);
  }
}

const xml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    // oxlint-disable-next-line no-control-regex -- what XML may not hold
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Cs}]/gu, (one) => `_x${one.charCodeAt(0).toString(16).padStart(4, '0')}_`);

const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** A table as a workbook: numbers, texts, formulas with and without value, error values, hidden and merged cells. */
export function xlsxBytes(grid: Grid, dice: Dice): Uint8Array {
  const cell = (text: string, at: string): string => {
    if (text === '') return '';
    if (/^-?\d{1,15}(?:\.\d+)?$/u.test(text) && !dice.oneIn(4)) return `<c r="${at}" s="${dice.below(3)}"><v>${text}</v></c>`;
    if (dice.oneIn(25)) return `<c r="${at}"><f>A1+1</f>${dice.of(['', '<v>3</v>', '<v></v>'])}</c>`;
    if (dice.oneIn(40))
      return `<c r="${at}" t="${dice.of(['e', 'b', 'd', 's', 'str', 'x'])}"><v>${dice.of(['#N/A', '1', '0', '2020-04-18', '99'])}</v></c>`;
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`;
  };
  const rows = grid.map(
    (row, at) =>
      `<row r="${at + 1}"${dice.oneIn(12) ? ' hidden="1"' : ''}>${row.map((text, index) => cell(text, `${letters(index)}${at + 1}`)).join('')}</row>`,
  );
  const merged = dice.oneIn(6) ? `<mergeCells><mergeCell ref="${dice.of(['A1:C1', 'B2:B4', 'A3:Z9', 'C2'])}"/></mergeCells>` : '';
  const parts: Record<string, string> = {
    '_rels/.rels': '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr${dice.oneIn(9) ? ' date1904="1"' : ''}/><sheets><sheet name="${dice.of(['表1', 'a/b', '：', 'x'.repeat(40)])}" sheetId="1" r:id="s"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="s" Type="x/worksheet" Target="sheet.xml"/><Relationship Id="t" Type="x/styles" Target="styles.xml"/></Relationships>',
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>',
    'xl/sheet.xml': `<worksheet><sheetData>${rows.join('')}</sheetData>${merged}</worksheet>`,
  };
  if (dice.oneIn(15)) {
    // One part damaged: a piece of it doubled, or left out.
    const part = dice.of(Object.keys(parts));
    const [text, from] = [parts[part]!, dice.below(parts[part]!.length)];
    parts[part] = text.slice(0, from) + (dice.oneIn(2) ? text.slice(from - 20, from + 20) : '') + text.slice(from + dice.below(20));
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level: 0,
    mtime: '2020-01-01T00:00:00',
  });
}
