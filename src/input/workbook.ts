import { Buffer } from 'node:buffer';
import { UserError } from '../errors.ts';
import { archiveRefused, compoundRefused, isCompound } from './foreign.ts';
import { cellTooLong, limitsOf } from './limits.ts';
import type { Limits } from './limits.ts';
import { damaged, openArchive } from './workbook/archive.ts';
import type { Archive } from './workbook/archive.ts';
import { numberFormat } from './workbook/number-format.ts';
import type { NumberFormat } from './workbook/number-format.ts';
import { TextRuns, asText } from './workbook/strings.ts';
import { MOST_CELLS, newBudget, readWorksheet } from './workbook/worksheet.ts';
import type { Grid } from './workbook/worksheet.ts';
import { isWorkbook } from './workbook/is-workbook.ts';
import { isTrue, localName, readXml } from './workbook/xml.ts';
import type { Attributes } from './workbook/xml.ts';

/** A sheet of a workbook, its cells as text. */
export interface Sheet extends Grid {
  readonly name: string;
  /** The spreadsheet does not show it. */
  readonly isHidden: boolean;
  /** Every row from row 1 on, so that index + 1 is the spreadsheet's row number; blank rows are [], all others equally long. */
  readonly rows: readonly (readonly string[])[];
  /** Row numbers (from 1) that the spreadsheet hides. */
  readonly hiddenRows: readonly number[];
}

const PACKAGE_RELATIONSHIPS = '_rels/.rels';
const USUAL_MAIN_PART = 'xl/workbook.xml';

/**
 * The sheets of an xlsx workbook, visible ones first, with every cell as the text that an office clerk takes it for: numbers without binary artefacts,
 * dates as 2020-04-18, percentages with their sign, formulas by the value that was last calculated.
 * Throws a UserError when the archive is crafted, too large, damaged or encrypted, or holds no workbook; a hidden sheet that cannot be read
 * is left out, unless it is the one that is asked for.
 */
export async function readWorkbook(
  file: string,
  bytes: Uint8Array,
  asked?: string,
  limits: Limits = limitsOf(),
): Promise<readonly Sheet[]> {
  if (isCompound(bytes)) throw compoundRefused(file, bytes);
  if (!isWorkbook(bytes)) throw notXlsx(file);
  const archive = await openArchive(file, bytes);
  const mainPart = await findMainPart(archive);
  const { sheets, dates, isUncalculated } = await readMainPart(archive, mainPart);
  const related = await readRelationships(archive, mainPart);
  const partOfType = (type: string): string | undefined => related.find((target) => target.type === type)?.part;
  const shared = {
    strings: await readStrings(archive, partOfType('sharedStrings'), limits),
    formats: await readFormats(archive, partOfType('styles')),
    dates,
    isUncalculated,
    limits,
  };
  const budget = newBudget();
  const read: Sheet[] = [];
  for (const { name, id, isHidden } of [...sheets.filter((sheet) => !sheet.isHidden), ...sheets.filter((sheet) => sheet.isHidden)]) {
    const target = related.find((relationship) => relationship.id === id);
    const isNeeded = !isHidden || name === asked;
    if (target === undefined && isNeeded) throw damaged(file, `${mainPart}: ${name}`);
    if (target?.type !== 'worksheet') continue;
    const grid = await readWorksheet(archive, target.part, name, shared, isNeeded ? budget : newBudget()).catch((error: unknown) => {
      if (isNeeded || !(error instanceof UserError)) throw error;
      return undefined;
    });
    if (grid) read.push({ name, isHidden, ...grid });
  }
  return read;
}

/** Where a part points to: the last word of the relationship's type, and the other part's full name. */
interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

/** The part that lists the sheets, by the package's relationships: not every program calls it xl/workbook.xml. */
async function findMainPart(archive: Archive): Promise<string> {
  const related = archive.has(PACKAGE_RELATIONSHIPS) ? await readRelationships(archive, '') : [];
  const part = related.find(({ type }) => type === 'officeDocument')?.part ?? USUAL_MAIN_PART;
  if (!part.endsWith('.xml') || !archive.has(part) || part.startsWith('word/') || part.startsWith('ppt/'))
    throw await notAWorkbook(archive);
  return part;
}

/** What an archive without a workbook is: an OpenDocument says it in its first part, others by their parts. */
async function notAWorkbook(archive: Archive): Promise<UserError> {
  if (archive.parts.some((part) => part.startsWith('xl/')) && !archive.has('xl/workbook.bin'))
    return damaged(archive.file, `${USUAL_MAIN_PART} is missing`);
  let mimetype = '';
  if (archive.has('mimetype')) for await (const chunk of archive.read('mimetype')) mimetype += Buffer.from(chunk).toString('latin1');
  return archiveRefused(archive.file, archive.parts, mimetype);
}

/** The relationships of a part; those of the whole package are those of the part ''. */
async function readRelationships(archive: Archive, part: string): Promise<readonly Relationship[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relationships: Relationship[] = [];
  await readXml(archive, `${folder}_rels/${part.slice(folder.length)}.rels`, {
    open: (element, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (element !== 'Relationship') return;
      relationships.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part: resolvePart(folder, target) });
    },
  });
  return relationships;
}

/** A target's full part name: `/xl/styles.xml` is one already, `../styles.xml` counts from the folder. */
function resolvePart(folder: string, target: string): string {
  const names: string[] = [];
  for (const name of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}

/** The sheets in their order, by name and relationship, the date system, and whether the formulas still wait for somebody to calculate them. */
async function readMainPart(archive: Archive, part: string) {
  const sheets: { readonly name: string; readonly id: string; readonly isHidden: boolean }[] = [];
  let dates: 1900 | 1904 = 1900;
  let isUncalculated = false;
  let root: string | undefined;
  await readXml(archive, part, {
    open: (element, attributes) => {
      root ??= element;
      if (element === 'workbookPr' && isTrue(attributes['date1904'])) dates = 1904;
      if (element === 'calcPr' && isTrue(attributes['fullCalcOnLoad'])) isUncalculated = true;
      if (element === 'sheet') {
        const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
        sheets.push({ name: attributes['name'] ?? '', id: relationshipId(attributes), isHidden });
      }
    },
  });
  if (root !== 'workbook') throw notXlsx(archive.file);
  return { sheets, dates, isUncalculated };
}

/** `r:id`, whatever the prefix. */
const relationshipId = (attributes: Attributes): string =>
  Object.entries(attributes).find(([name]) => name.includes(':') && localName(name) === 'id')?.[1] ?? '';

/** The texts that cells refer to by number. */
async function readStrings(archive: Archive, part: string | undefined, limits: Limits): Promise<readonly string[]> {
  const strings: string[] = [];
  if (part === undefined) return strings;
  const runs = new TextRuns();
  await readXml(archive, part, {
    open: (element) => runs.open(element),
    close: (element) => {
      if (element === 'si') {
        const text = asText(runs.take());
        if (text.length > limits.cell) throw cellTooLong(archive.file, limits);
        if (strings.push(text) > MOST_CELLS) throw damaged(archive.file, `${part}: more than ${MOST_CELLS}`);
      } else runs.close(element);
    },
    text: (text) => runs.text(text),
  });
  return strings;
}

/** The number format of each cell style, by the style's number. */
async function readFormats(archive: Archive, part: string | undefined): Promise<readonly NumberFormat[]> {
  const formats: NumberFormat[] = [];
  if (part === undefined) return formats;
  const codes = new Map<number, string>();
  let inCellFormats = false;
  await readXml(archive, part, {
    open: (element, { numFmtId, formatCode }) => {
      if (element === 'cellXfs') inCellFormats = true;
      else if (element === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      else if (element === 'xf' && inCellFormats) formats.push(numberFormat(Number(numFmtId ?? 0), codes.get(Number(numFmtId))));
    },
    close: (element) => {
      if (element === 'cellXfs') inCellFormats = false;
    },
  });
  return formats;
}

const notXlsx = (file: string): UserError =>
  new UserError({
    zh: `${file}：这不是 xlsx 工作簿。请在电子表格程序中另存为 xlsx 或 CSV`,
    en: `${file}: this is not an xlsx workbook. Save it as xlsx or CSV in a spreadsheet program`,
  });
