import type { Input } from '../../tally/tally.ts';
import type { Lang } from '../../vocabulary/text.ts';
import type { DocumentBlock, Grid, GridCell, Section } from '../../page/document.ts';
import { inThrees } from '../../report/number-words.ts';
import type { NoteBook } from './note-book.ts';
import { TITLES } from './words.ts';

/** What a document rests on. */
export interface Provenance {
  readonly inputs: readonly Input[];
  readonly notes: readonly string[];
}

const TABLES = {
  villages: { zh: '村表', en: 'villages' },
  households: { zh: '户表', en: 'households' },
  projects: { zh: '项目表', en: 'projects' },
  tallies: { zh: '汇总表', en: 'tallies' },
  profile: { zh: '设置', en: 'profile' },
} as const satisfies Readonly<Record<Input['table'], unknown>>;

/** The last section: the numbered notes, what the reader should know, the files. It is made last, when all notes are known. */
export function basisSection({ inputs, notes }: Provenance, book: NoteBook, lang: Lang): Section {
  const said: readonly DocumentBlock[] = notes.map((text) => ({ kind: 'paragraph', text, marker: '·', indent: 2 }));
  return {
    id: 'basis',
    title: TITLES.basis[lang],
    blocks: [
      ...(book.texts.length > 0 ? [{ kind: 'notes', notes: book.texts } as const] : []),
      ...said,
      ...(inputs.length > 0 ? [inputsGrid(inputs, lang)] : []),
    ],
  };
}

function inputsGrid(inputs: readonly Input[], lang: Lang): Grid {
  return {
    kind: 'grid',
    title: { zh: '输入文件', en: 'Input files' }[lang],
    columns: [
      { head: { zh: '文件', en: 'File' }[lang], as: 'name' },
      { head: { zh: '表', en: 'Table' }[lang], as: 'text' },
      { head: { zh: '编码', en: 'Encoding' }[lang], as: 'text', isSpare: true },
      { head: { zh: '行', en: 'Rows' }[lang], as: 'number' },
      { head: { zh: '通过', en: 'Accepted' }[lang], as: 'number' },
      { head: { zh: '未通过', en: 'Rejected' }[lang], as: 'number' },
      { head: 'SHA-256', as: 'code' },
    ],
    groups: [{ rows: inputs.map((input) => inputRow(input, lang)) }],
  };
}

const inputRow = ({ file, sheet, table, encoding, rows, accepted, rejected, sha256, notes }: Input, lang: Lang): readonly GridCell[] => [
  { text: sheet === undefined ? file : `${file} [${sheet}]`, asides: notes.map((note) => note[lang]) },
  { text: TABLES[table][lang] },
  { text: encoding },
  ...[rows, accepted, rejected].map((count) => ({ text: table === 'profile' ? '' : inThrees(String(count)) })),
  { text: sha256 },
];
