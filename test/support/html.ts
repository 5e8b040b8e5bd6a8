import { SaxesParser } from 'saxes';

/** A row of a table: the words of its cells, each with what stands in it for those who see it and those who hear it. */
export interface HtmlRow {
  readonly cells: readonly string[];
  /** Numbers of the notes that each cell refers to. */
  readonly notes: readonly (readonly number[])[];
}

export interface HtmlTable {
  readonly caption: string;
  readonly heads: readonly string[];
  /** Numbers of the notes that each head refers to. */
  readonly headNotes: readonly (readonly number[])[];
  readonly rows: readonly HtmlRow[];
}

/** What a page of ours holds. */
export interface HtmlPage {
  /** All words, one space between elements. */
  readonly text: string;
  readonly tables: readonly HtmlTable[];
  /** The notes by number, from 1 on. */
  readonly notes: readonly string[];
  readonly elements: readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[];
}

const withoutCode = (html: string): string => html.replaceAll(/(<(script|style)>)[^]*?(<\/\2>)/gu, '$1$3');

interface OpenTable {
  caption: string;
  heads: string[];
  headNotes: number[][];
  rows: { cells: string[]; notes: number[][] }[];
}

/** Reads a page, as strictly as XML is read: every element closed, every attribute quoted, every sign escaped. Throws at the first that is not. */
export function readHtml(html: string): HtmlPage {
  const parser = new SaxesParser();
  const path: string[] = [];
  const tables: OpenTable[] = [];
  const notes: string[] = [];
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  let text = '';
  let isNotes = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    elements.push({ name, attributes: { ...attributes } });
    text += ' ';
    const table = tables.at(-1);
    if (name === 'table') tables.push({ caption: '', heads: [], headNotes: [], rows: [] });
    if (name === 'tr' && !path.includes('thead')) table!.rows.push({ cells: [], notes: [] });
    if (name === 'th' || name === 'td') {
      const row = table!.rows.at(-1);
      if (path.includes('thead')) {
        table!.heads.push('');
        table!.headNotes.push([]);
      } else {
        row!.cells.push('');
        row!.notes.push([]);
      }
    }
    if (name === 'ol' && attributes.class === 'notes') isNotes = true;
    if (name === 'li' && isNotes) notes.push('');
    const link = /^#n(\d+)$/u.exec(attributes.href ?? '');
    if (link) (path.includes('thead') ? table?.headNotes : table?.rows.at(-1)?.notes)?.at(-1)?.push(Number(link[1]));
    add(' ');
  });
  const add = (words: string): void => {
    const table = tables.at(-1);
    if (isNotes && notes.length > 0) notes[notes.length - 1] += words;
    if (!table || !path.includes('table') || path.includes('sup')) return;
    if (path.includes('caption')) table.caption += words;
    else if (path.includes('thead')) {
      if (table.heads.length > 0) table.heads[table.heads.length - 1] += words;
    } else if (path.includes('th') || path.includes('td')) {
      const { cells } = table.rows.at(-1)!;
      cells[cells.length - 1] += words;
    }
  };
  parser.on('text', (words) => {
    text += words;
    add(words);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'ol') isNotes = false;
    path.pop();
  });
  parser.write(withoutCode(html)).close();
  const plain = (words: string): string => words.replaceAll(/\s+/gu, ' ').trim();
  return {
    text: plain(text),
    notes: notes.map(plain),
    elements,
    tables: tables.map(({ caption, heads, headNotes, rows }) => ({
      headNotes,
      caption: plain(caption),
      heads: heads.map(plain),
      rows: rows.map((row) => ({ cells: row.cells.map(plain), notes: row.notes })),
    })),
  };
}
