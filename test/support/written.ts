import { csvText } from '../../src/formats/csv/csv-text.ts';
import type { DataTable, Pieces, Surface } from '../../src/page/format.ts';

/** A pipe of 80 columns. */
export const surfaceOf80 = (lang: Surface['lang']): Surface => ({ lang, width: 80, color: false, headings: 'id' });

/** Everything that a format writes. */
export async function textOf(pieces: Pieces): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += String(piece);
  return text;
}

/** A table of data that does not stream, as CSV. */
export const dataText = ({ columns, rows }: DataTable): string =>
  csvText([columns.map(({ id }) => id), ...(rows as Iterable<readonly string[]>)]);
