import { strToU8, zipSync } from 'fflate';

export interface WorkbookParts {
  /** The content of `<worksheet>`, by sheet name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Attributes of a `<sheet>`, by sheet name. */
  readonly states?: Readonly<Record<string, string>>;
  /** The `<si>` elements. */
  readonly strings?: string;
  /** Format codes, or ids of built-in formats: style 1 is the first. */
  readonly formats?: readonly (string | number)[];
  readonly date1904?: boolean;
  /** The writer leaves calculating to whoever opens the workbook. */
  readonly isUncalculated?: boolean;
  /** More files, or others in place of those made. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const relationships = (targets: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

function styles(formats: readonly (string | number)[]): string {
  const own = formats.map((format, index) =>
    typeof format === 'number' ? '' : `<numFmt numFmtId="${200 + index}" formatCode="${escaped(format)}"/>`,
  );
  const cells = formats.map(
    (format, index) => `<xf numFmtId="${typeof format === 'number' ? format : 200 + index}" applyNumberFormat="1"/>`,
  );
  return `<styleSheet ${MAIN}><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${cells.join('')}</cellXfs></styleSheet>`;
}

/** The files of a workbook, as a spreadsheet program lays them out. */
export function workbookFiles({
  sheets,
  states = {},
  strings,
  formats = [],
  date1904 = false,
  isUncalculated = false,
  files = {},
}: WorkbookParts) {
  const names = Object.keys(sheets);
  const texts: Record<string, string | Uint8Array> = {
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${TYPES}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" ${states[name] ?? ''} r:id="rId${index + 1}"/>`)
      .join('')}</sheets>${isUncalculated ? '<calcPr calcId="124519" fullCalcOnLoad="1"/>' : ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...names.map((_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['rId900', 'styles', 'styles.xml'],
      ...(strings === undefined ? [] : [['rId901', 'sharedStrings', '/xl/sharedStrings.xml'] as const]),
    ]),
    'xl/styles.xml': styles(formats),
    ...(strings !== undefined && { 'xl/sharedStrings.xml': `<sst ${MAIN}>${strings}</sst>` }),
    ...Object.fromEntries(
      Object.values(sheets).map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, `<worksheet ${MAIN}>${sheet}</worksheet>`]),
    ),
    ...files,
  };
  return Object.fromEntries(
    Object.entries(texts).map(([name, content]) => [name, typeof content === 'string' ? strToU8(PROLOG + content) : content]),
  );
}

/** The bytes of a workbook with these parts. */
export const workbook = (parts: WorkbookParts): Uint8Array => zipSync(workbookFiles(parts));

/** A cell of a sheet: words, a number, a formula with what the file holds of its result, or an error value. */
export type SheetCell =
  string | number | { readonly formula: string; readonly value?: string; readonly type?: string } | { readonly error: string };

const columnLetters = (index: number): string =>
  (index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

function cellXml(cell: SheetCell, reference: string): string {
  if (cell === '') return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if ('error' in cell) return `<c r="${reference}" t="e"><v>${cell.error}</v></c>`;
  const type = cell.type === undefined ? '' : ` t="${cell.type}"`;
  return `<c r="${reference}"${type}><f>${escaped(cell.formula)}</f>${cell.value === undefined ? '' : `<v>${cell.value}</v>`}</c>`;
}

/** The content of a worksheet with these rows. */
export const sheetOf = (rows: readonly (readonly SheetCell[])[]): string =>
  `<sheetData>${rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, index) => cellXml(cell, `${columnLetters(index)}${row + 1}`)).join('')}</row>`,
    )
    .join('')}</sheetData>`;
