import { strFromU8, unzipSync } from 'fflate';

/** The parts of a workbook as text, by their path in the archive: read without the library that wrote them. */
export const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

/** The names of a workbook's sheets, in order. */
export const sheetNames = (parts: Readonly<Record<string, string>>): readonly string[] =>
  [...parts['xl/workbook.xml']!.matchAll(/<sheet name="([^"]*)"/gu)].map(([, name]) => name!);

const unescaped = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** One cell as the file has it: `t` is its type (`s` a shared string, none a number), `text` what it shows. */
export interface CellRead {
  readonly type: string | undefined;
  readonly isFormatted: boolean;
  readonly text: string;
}

/** The cells of one sheet, from 1, by their reference (A1). */
export function cellsOf(parts: Readonly<Record<string, string>>, sheet: number): ReadonlyMap<string, CellRead> {
  const shared = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si><t[^>]*?(?:\/>|>([^<]*)<\/t>)<\/si>/gu)].map(
    ([, text]) => text ?? '',
  );
  const cells = new Map<string, CellRead>();
  for (const [, attributes, inside = ''] of parts[`xl/worksheets/sheet${sheet}.xml`]!.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gu)) {
    const attribute = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(attributes!)?.[1];
    const type = attribute('t');
    const value = /<(?:v|t)(?: [^>]*)?>([^<]*)</u.exec(inside)?.[1] ?? '';
    cells.set(attribute('r')!, {
      type,
      isFormatted: attribute('s') !== undefined,
      text: unescaped(type === 's' ? shared[Number(value)]! : value),
    });
  }
  return cells;
}

/** The drop-down lists of one sheet, from 1: which cells, which words. */
export const dropDownsOf = (parts: Readonly<Record<string, string>>, sheet: number): ReadonlyMap<string, string> =>
  new Map(
    [
      ...parts[`xl/worksheets/sheet${sheet}.xml`]!.matchAll(
        /<dataValidation type="list" sqref="([^"]*)"[^>]*><formula1>(.*?)<\/formula1>/gu,
      ),
    ].map(([, cells, words]) => [cells!, unescaped(words!)]),
  );

/** All numbers and all texts of a workbook's cells, by the name of their sheet. */
export function contentOf(
  bytes: Uint8Array,
): ReadonlyMap<string, { readonly numbers: ReadonlySet<number>; readonly texts: readonly string[] }> {
  const parts = partsOf(bytes);
  return new Map(
    sheetNames(parts).map((name, at) => {
      const cells = [...cellsOf(parts, at + 1).values()].filter(({ text }) => text !== '');
      return [
        name,
        {
          numbers: new Set(cells.filter(({ type }) => type === undefined).map(({ text }) => Number(text))),
          texts: cells.filter(({ type }) => type !== undefined).map(({ text }) => text),
        },
      ];
    }),
  );
}

/** The rows of one sheet, from 1, as a person sees them: cells by column letter. */
export function rowsOf(parts: Readonly<Record<string, string>>, sheet: number): readonly Readonly<Record<string, CellRead>>[] {
  const rows: Record<string, CellRead>[] = [];
  for (const [at, cell] of cellsOf(parts, sheet)) {
    const [, column, row] = /^([A-Z]+)(\d+)$/u.exec(at)!;
    (rows[Number(row) - 1] ??= {})[column!] = cell;
  }
  return Array.from(rows, (row) => row ?? {});
}

/** The number format of a cell, as Excel names it; nothing where it has none of its own. */
export function formatAt(parts: Readonly<Record<string, string>>, sheet: number, at: string): string | undefined {
  const style = new RegExp(`<c r="${at}"[^>]*? s="(\\d+)"|<c (?=[^>]*r="${at}")[^>]*s="(\\d+)"`, 'u').exec(
    parts[`xl/worksheets/sheet${sheet}.xml`]!,
  );
  const index = Number(style?.[1] ?? style?.[2] ?? 0);
  const formats = [...parts['xl/styles.xml']!.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/gu)];
  const cellFormats = /<cellXfs[^>]*>(.*?)<\/cellXfs>/su.exec(parts['xl/styles.xml']!)![1]!;
  const id = /numFmtId="(\d+)"/u.exec([...cellFormats.matchAll(/<xf [^>]*>/gu)][index]![0])![1];
  const code = formats.find(([, one]) => one === id)?.[2];
  return code === undefined ? undefined : unescaped(code);
}
