import type { Format } from '../page/format.ts';
import { gatedLater } from '../page/gate.ts';
import { csv, tsv } from './csv.ts';
import { json } from './json.ts';

/** For the terminal. */
export const table: Format<'page'> = gatedLater(
  { id: 'table', ending: '.txt', of: 'page' },
  async () => (await import('./table.ts')).table,
);
const markdown = gatedLater({ id: 'markdown', ending: '.md', of: 'page' }, async () => (await import('./markdown.ts')).markdown);
const html = gatedLater<'page' | 'document'>(
  { id: 'html', ending: '.html', of: 'page' },
  async () => (await import('./html.ts')).htmlFormat,
);
const xlsx = gatedLater<'data' | 'sheets'>(
  { id: 'xlsx', ending: '.xlsx', of: 'data', isBinary: true },
  async () => (await import('./xlsx.ts')).xlsx,
);

/** Every format: a command that makes the faces of its result has them all. */
export const formats: readonly Format[] = [table, csv, tsv, json, markdown, html, xlsx];
