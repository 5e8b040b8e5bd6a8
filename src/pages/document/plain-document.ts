import type { DataTable } from '../../page/format.ts';
import type { Document, DocumentBlock, GridCell } from '../../page/document.ts';
import { plainText } from '../../page/page.ts';
import type { Page } from '../../page/page.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { NoteBook } from './note-book.ts';
import { basisSection } from './provenance.ts';
import type { Provenance } from './provenance.ts';

/** More rows than this are for a workbook. */
const MOST_ROWS = 2000;

/** What a result is called above its title, the page that a person reads, its rows as programs read them, and what it rests on. */
export interface PlainResult extends Provenance {
  readonly kicker: string;
  readonly page: Page;
  readonly data: DataTable;
}

/** A result that is a page of blocks as a document: the page, below it every field of its rows, and what they rest on. */
export async function plainDocument({ kicker, page, data, inputs, notes }: PlainResult, lang: Lang): Promise<Document> {
  const blocks: DocumentBlock[] = [];
  let title = '';
  for await (const block of page) {
    if (title === '' && block.kind === 'title') title = plainText(block.text);
    // The section has a heading of its own, and those of the page stand below it.
    else blocks.push(block.kind === 'title' ? { ...block, level: 3 } : block);
  }
  return {
    kicker,
    title: title || kicker,
    about: '',
    lead: undefined,
    warning: undefined,
    sections: [
      { id: 'result', title: { zh: '结果', en: 'Result' }[lang], blocks },
      { id: 'rows', title: { zh: '每行的全部内容', en: 'All that is known of each row' }[lang], blocks: [await fieldsFold(data, lang)] },
      basisSection({ inputs, notes }, new NoteBook(lang), lang),
    ].filter((section) => section.blocks.length > 0),
  };
}

async function fieldsFold({ columns, rows }: DataTable, lang: Lang): Promise<DocumentBlock> {
  const kept: (readonly string[])[] = [];
  let count = 0;
  for await (const row of rows) {
    count++;
    if (count <= MOST_ROWS) kept.push(row);
  }
  if (count > MOST_ROWS)
    return {
      kind: 'paragraph',
      text: {
        zh: `有 ${count} 行，逐项列出太长。请写成工作簿（-o 结果.xlsx）或 CSV（-o 结果.csv），或用 --place 只要一个地方的。`,
        en: `${count} rows are too many to be listed with all their fields. Write a workbook (-o result.xlsx) or CSV (-o result.csv), or ask for one place (--place).`,
      }[lang],
    };
  const isFilled = columns.map((_, at) => kept.some((row) => row[at] !== ''));
  const shown = [...columns.keys()].filter((at) => isFilled[at]);
  const title = { zh: `${count} 行`, en: `${count} ${count === 1 ? 'row' : 'rows'}` }[lang];
  return {
    kind: 'fold',
    summary: title,
    blocks: [
      {
        kind: 'grid',
        title,
        isTitleQuiet: true,
        columns: shown.map((at) => ({ head: columns[at]!.label[lang], as: at === shown[0] ? 'name' : 'text' })),
        groups: [
          {
            rows: kept.map((row): readonly GridCell[] =>
              shown.map((at) => ({ text: columns[at]!.wordOf?.(row[at]!)?.[lang] ?? row[at]! })),
            ),
          },
        ],
      },
    ],
  };
}
