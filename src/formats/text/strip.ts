import stringWidth from 'string-width';
import { fill } from '../../page/lines.ts';
import type { Column } from '../../page/page.ts';
import type { Pen } from './pen.ts';

/** Narrower than this, a page is a strip: what a line cannot hold stands below each other, each with its name. */
export const NARROWEST_TABLE = 55;

/** Set in below what it belongs to. */
export const setIn = (text: string, width: number, margin = 2): string => fill(text, width - margin).replaceAll(/^/gmu, ' '.repeat(margin));

/**
 * Rows of a table below each other, a line for each cell with the heading of its column; the first cell names the row. A first column without a heading
 * numbers the second. Cells without a word are left out,
 * and cells that have room in one line share it.
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
      return [...(name === '' ? [] : [paint(fill(name, width), 'strong')]), ...packed(lines, width)].join('\n');
    })
    .join('\n');
}

/** Lines that have room beside each other stand beside each other. */
function packed(lines: readonly string[], width: number): readonly string[] {
  const made: string[] = [];
  for (const line of lines) {
    const last = made.at(-1);
    const together = `${last ?? ''}  ${line.trimStart()}`;
    const isShort = last !== undefined && !last.includes('\n') && !line.includes('\n') && stringWidth(together) <= width;
    if (isShort) made[made.length - 1] = together;
    else made.push(line);
  }
  return made;
}
