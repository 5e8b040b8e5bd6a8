import type { Sign } from './page.ts';

/** How each sign is drawn: all of them are one column wide everywhere. */
export const SIGNS: Readonly<Record<Sign, string>> = { met: '✓', 'not-met': '✗', undetermined: '?', 'not-assessable': '–' };

/** What stands for a sign that a terminal may not have. */
const PLAIN: Readonly<Record<string, string>> = {
  '✓': '+',
  '✗': 'x',
  '–': '-',
  '—': '-',
  '…': '...',
  '≥': '>=',
  '≤': '<=',
  '×': 'x',
  '→': '->',
  '·': '.',
};

/** What stands for the strokes that tables and charts are drawn with: as wide as they are. */
const STROKES: Readonly<Record<string, string>> = {
  '✓': '+',
  '✗': 'x',
  '–': '-',
  '…': '~',
  '─': '-',
  '▒': '=',
  '·': '.',
  '▁': '.',
  '▂': '.',
  '▃': ':',
  '▄': ':',
  '▅': '|',
  '▆': '|',
  '▇': '#',
  '█': '#',
};

const replacing = (signs: Readonly<Record<string, string>>): ((text: string) => string) => {
  const special = new RegExp(`[${Object.keys(signs).join('')}]`, 'gu');
  return (text) => text.replaceAll(special, (sign) => signs[sign]!);
};

/** Text without signs that a terminal may not have, before it is set in columns. */
const plainText = replacing(PLAIN);

/** The same of what is drawn. */
export const plainStrokes = replacing(STROKES);

/** All texts of a part of a page without such signs. */
export function plainly<T>(part: T): T {
  if (typeof part === 'string') return plainText(part) as T;
  if (Array.isArray(part)) return part.map(plainly) as T;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, plainly(value)])) as T;
}
