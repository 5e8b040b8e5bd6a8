import { UserError } from '../../errors.ts';

/** The file cannot be read to its end. `where` names the place for whoever repairs it; `cause` is the reader's own complaint. */
export function damagedParquet(file: string, where: string, cause?: unknown): UserError {
  const error = new UserError({
    zh: `${file}：Parquet 文件已损坏或不完整（${where}）。请重新导出`,
    en: `${file}: the Parquet file is damaged or incomplete (${where}). Export it again`,
  });
  error.cause = cause;
  return error;
}

/** It is written in a way that is not read: `what` is the name that Parquet has for it. */
export const unsupported = (file: string, what: string): UserError =>
  new UserError({
    zh: `${file}：Parquet 文件用了不支持的写法（${what}）。请用 SNAPPY 或 ZSTD 压缩重新导出，或导出为 CSV`,
    en: `${file}: the Parquet file is written in a way that is not read (${what}). Export it again with SNAPPY or ZSTD, or as CSV`,
  });

export const lockedParquet = (file: string): UserError =>
  new UserError({
    zh: `${file}：Parquet 文件加了密。请不加密重新导出，或导出为 CSV`,
    en: `${file}: the Parquet file is encrypted. Export it again without a key, or as CSV`,
  });

/** What it holds is more than its size can account for, or too much at once. */
export const suspiciousParquet = (file: string, what: string): UserError =>
  new UserError({
    zh: `${file}：Parquet 文件的内容异常或过大（${what}），为安全起见没有读完。请用较小的行组重新导出，或导出为 CSV`,
    en: `${file}: the Parquet file looks crafted or is too large (${what}) and was not read to its end. Export it again with smaller row groups, or as CSV`,
  });

/** Bytes that are said to be text, and are not UTF-8. */
export const notUtf8 = (file: string, row: number, column: string): UserError =>
  new UserError({
    zh: `${file} 第 ${row} 行：列“${column}”的文字不是 UTF-8，而 Parquet 的文字必须是。请先把文字转成 UTF-8 再导出`,
    en: `${file} row ${row}: the text in column "${column}" is not UTF-8, as text in Parquet must be. Convert it to UTF-8 and export again`,
  });
