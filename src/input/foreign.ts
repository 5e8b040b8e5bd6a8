import { Buffer } from 'node:buffer';
import { UserError } from '../errors.ts';
import type { Text } from '../vocabulary/text.ts';

/** What to do with a file that is no table. */
const WAYS = {
  resave: {
    zh: '用 Excel 或 WPS 打开，另存为 xlsx 或“CSV UTF-8”',
    en: 'Open it in Excel or WPS and save it as xlsx or "CSV UTF-8"',
  },
  password: {
    zh: '用 Excel 或 WPS 打开，去掉密码（文件 → 信息 → 保护工作簿），另存为 xlsx',
    en: 'Open it in Excel or WPS, remove the password (File, Info, Protect Workbook) and save it as xlsx',
  },
  passwordOrResave: {
    zh: '用 Excel 或 WPS 打开；如要密码，先去掉密码；再另存为 xlsx',
    en: 'Open it in Excel or WPS, remove the password if it asks for one, and save it as xlsx',
  },
  numbers: {
    zh: '用 Numbers 打开，选“文件 → 导出为 → Excel（或 CSV）”',
    en: 'Open it in Numbers and choose File, Export To, Excel (or CSV)',
  },
  copy: {
    zh: '把里面的表格复制到 Excel 或 WPS 表格，存为 xlsx；最好向制表单位要原来的表格文件',
    en: 'Copy its table into a spreadsheet and save that as xlsx, or better ask for the spreadsheet that it was made from',
  },
  original: {
    zh: '向制表单位要原来的表格文件（xlsx 或 CSV）',
    en: 'Ask for the spreadsheet that it was made from, as xlsx or CSV',
  },
  unpack: { zh: '先解压，再给出里面的 xlsx 或 CSV 文件', en: 'Unpack it and name the xlsx or CSV file that is in it' },
  database: { zh: '从数据库把这张表导出为 xlsx 或 CSV', en: 'Export the table from the database as xlsx or CSV' },
} as const satisfies Record<string, Text>;

/** A kind of file that people take for a table: what it is called, and the way out. */
interface Foreign extends Text {
  readonly way: keyof typeof WAYS;
}

const foreign = (zh: string, en: string, way: Foreign['way']): Foreign => ({ zh, en, way });

const HTML = foreign('网页（HTML）', 'a web page (HTML)', 'resave');
const XML_2003 = foreign('“XML 表格 2003”文件', 'an "XML Spreadsheet 2003"', 'resave');
const WEB_ARCHIVE = foreign('单个文件网页（MHT）', 'a web page in a single file (MHT)', 'resave');
const XML = foreign('XML 文件', 'an XML file', 'resave');
const PICTURE = foreign('图片', 'a picture', 'original');
const ARCHIVE = foreign('压缩文件', 'an archive', 'unpack');
const OLD_EXCEL = foreign('旧版 Excel 工作簿（xls）', 'a workbook of an old Excel (xls)', 'resave');
const WPS = foreign('WPS 表格文件（et）', 'a WPS spreadsheet (et)', 'resave');
const LOCKED = foreign('设了密码的工作簿', 'a workbook that is locked with a password (encrypted)', 'password');
/** Both keep their parts in the same kind of file; which of the two it is, this one does not say. */
const LOCKED_OR_OLD = foreign(
  '设了密码的工作簿，或旧版 Excel 工作簿（xls）',
  'a workbook locked with a password, or one of an old Excel (xls)',
  'passwordOrResave',
);
const WORD = foreign('Word 文档', 'a Word document', 'copy');
const SLIDES = foreign('演示文稿', 'a presentation', 'copy');
const OPEN_TEXT = foreign('OpenDocument 文本（odt）', 'an OpenDocument text (odt)', 'copy');

/** How files begin that are no text and no zip archive. */
const BEGINNINGS: readonly { readonly bytes: string; readonly at?: number; readonly is: Foreign }[] = [
  { bytes: '%PDF', is: foreign('PDF 文件', 'a PDF file', 'original') },
  { bytes: '\u0089PNG', is: PICTURE },
  { bytes: '\u00ff\u00d8\u00ff', is: PICTURE },
  { bytes: 'GIF8', is: PICTURE },
  { bytes: 'II*\0', is: PICTURE },
  { bytes: 'MM\0*', is: PICTURE },
  { bytes: 'WEBP', at: 8, is: PICTURE },
  { bytes: 'ftypheic', at: 4, is: PICTURE },
  { bytes: '{\\rtf', is: foreign('RTF 文档', 'an RTF document', 'copy') },
  { bytes: '\u001f\u008b', is: ARCHIVE },
  { bytes: 'Rar!\u001a', is: ARCHIVE },
  { bytes: "7z\u00bc\u00af'\u001c", is: ARCHIVE },
  { bytes: 'SQLite format 3\0', is: foreign('SQLite 数据库', 'an SQLite database', 'database') },
  { bytes: '\0\u0001\0\0Standard ', is: foreign('Access 数据库', 'an Access database', 'database') },
  { bytes: '\u0009\u0008', is: OLD_EXCEL },
  { bytes: '\u0009\u0004', is: OLD_EXCEL },
  { bytes: '\u0009\u0002', is: OLD_EXCEL },
];

/** Part names that tell what an archive is, whatever its ending. */
const PARTS: readonly { readonly part: RegExp; readonly is: Foreign }[] = [
  { part: /^word\/document\.xml$/u, is: WORD },
  { part: /^ppt\/presentation\.xml$/u, is: SLIDES },
  { part: /^xl\/workbook\.bin$/u, is: foreign('二进制工作簿（xlsb）', 'a binary workbook (xlsb)', 'resave') },
  { part: /^index(?:\/document\.iwa|\/tables\/.*|\.zip)$/u, is: foreign('苹果 Numbers 表格', 'an Apple Numbers spreadsheet', 'numbers') },
  { part: /^ofd\.xml$/u, is: foreign('OFD 版式文件', 'an OFD document', 'original') },
];

/** The same by what an OpenDocument says of itself. */
const OPEN_DOCUMENTS: readonly (readonly [kind: string, is: Foreign])[] = [
  ['opendocument.spreadsheet', foreign('OpenDocument 表格（ods）', 'an OpenDocument spreadsheet (ods)', 'resave')],
  ['opendocument.text', OPEN_TEXT],
  ['opendocument.presentation', SLIDES],
];

/** Streams of an OLE2 file, in UTF-16, the telling ones first. */
const STREAMS: readonly (readonly [stream: string, is: Foreign])[] = [
  ['EncryptedPackage', LOCKED],
  ['WordDocument', WORD],
  ['PowerPoint Document', SLIDES],
  ['Workbook', OLD_EXCEL],
  ['Book', OLD_EXCEL],
];

const OLE2 = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
/** So much of a text tells what it is. */
const SAMPLE = 4096;

/** Whether the file is one of those that hold their parts as streams: old Office files and locked ones. Only the whole of it tells which. */
export const isCompound = (first: Uint8Array): boolean => OLE2.equals(first.subarray(0, OLE2.length));

/** Refuses a file that its first bytes show to be neither text nor a zip archive, or a text that is no table (a web page saved as .xls). */
export function refuseForeign(file: string, first: Uint8Array): void {
  const sample = Buffer.from(first.subarray(0, SAMPLE)).toString('latin1');
  const is = BEGINNINGS.find(({ bytes, at = 0 }) => sample.startsWith(bytes, at))?.is ?? markupOf(sample);
  if (is) throw notATable(file, is);
}

/** The refusal of an OLE2 file, given whole. */
export function compoundRefused(file: string, whole: Uint8Array): UserError {
  const bytes = Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength);
  const is = STREAMS.find(([stream]) => bytes.includes(Buffer.from(stream, 'utf16le')))?.[1] ?? LOCKED_OR_OLD;
  return notATable(file, is === OLD_EXCEL && /\.ett?$/iu.test(file) ? WPS : is);
}

/** The refusal of a zip archive that holds no xlsx workbook, by the names of its parts and what an OpenDocument says of itself. */
export function archiveRefused(file: string, parts: readonly string[], mimetype: string): UserError {
  const is =
    OPEN_DOCUMENTS.find(([kind]) => mimetype.includes(kind))?.[1] ??
    PARTS.find(({ part }) => parts.some((name) => part.test(name.toLowerCase())))?.is ??
    ARCHIVE;
  return notATable(file, is);
}

/** The refusal of a zip archive, or of a workbook, that is locked. */
export const locked = (file: string): UserError => notATable(file, LOCKED);

/** What a text is that programs write for a spreadsheet to open; encodings of two bytes have a zero beside each letter. */
function markupOf(sample: string): Foreign | undefined {
  const text = sample
    .replaceAll('\0', '')
    .replace(/^[\u00ef\u00bb\u00bf\u00fe\u00ff\s]+/u, '')
    .toLowerCase();
  if (text.startsWith('mime-version:')) return WEB_ARCHIVE;
  if (!text.startsWith('<')) return undefined;
  if (/progid="excel\.sheet"|schemas-microsoft-com:office:spreadsheet|<(?:ss:)?workbook[\s>]/u.test(text)) return XML_2003;
  if (/^<(?:!doctype\s+html|(?:html|head|meta|body|table|style|div|script)[\s>/])|<html[\s>]/u.test(text)) return HTML;
  return text.startsWith('<?xml') ? XML : undefined;
}

/** What the file is, under which ending it goes if that says otherwise, and the way out. */
function notATable(file: string, is: Foreign): UserError {
  const ending = /\.(?:xlsx?|et|csv|txt)$/iu.exec(file)?.[0];
  // A locked workbook keeps its ending rightly.
  const isDisguised = ending !== undefined && is !== LOCKED && is !== LOCKED_OR_OLD && !is.zh.includes(ending.slice(1).toLowerCase());
  const under = isDisguised ? { zh: `，虽然扩展名是 ${ending}`, en: `, though its name ends with ${ending}` } : { zh: '', en: '' };
  const way = WAYS[is.way];
  return new UserError({
    zh: `${file}：这是${is.zh}${under.zh}，不能直接读取。请${way.zh}`,
    en: `${file}: this is ${is.en}${under.en}; it cannot be read as it is. ${way.en}`,
  });
}
