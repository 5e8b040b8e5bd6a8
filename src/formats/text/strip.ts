import { fill } from '../../page/lines.ts';
import type { Column } from '../../page/page.ts';
import type { Pen } from './overview.ts';

/** Narrower than this, a page is a strip: what a line cannot hold stands below each other, each with its name. */
export const NARROWEST_TABLE = 55;

/** Set in below what it belongs to. */
export const setIn = (text: string, width: number, margin = 2): string => fill(text, width - margin).replaceAll(/^/gmu, ' '.repeat(margin));

/**
 * Rows of a table below each other, a line for each cell with the heading of its column; the first cell names the row. A first column without a heading
 * numbers the second. Cells without a word are left out.
 */
export function drawStrip(columns: readonly Column[], rows: readonly (readonly string[])[], { width, lang, paint }: Pen): string {
  const colon = { zh: '：', en: ': ' }[lang];
  const names = columns[0]?.head.trim() === '' && columns.length > 1 ? 2 : 1;
  return rows
    .map((cells) => {
      const name = cells.slice(0, names).filter(Boolean).join(' ').replaceAll('\n', ' ');
      const lines = cells.slice(names).flatMap((cell, at) => {
        const head = columns[at + names]!.head;
        return cell.trim() === '' ? [] : [setIn(`${head}${head === '' ? '' : colon}${cell.replaceAll('\n', ' ')}`, width)];
      });
      return [...(name === '' ? [] : [paint(fill(name, width), 'strong')]), ...lines].join('\n');
    })
    .join('\n');
}
