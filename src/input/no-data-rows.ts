import { orderUnder } from './column-order.ts';
import { cellText, comparable, halfWidth, isBlank } from './cell.ts';
import type { FindingCode } from './findings.ts';
import { readHeader, recognise } from './headers.ts';
import type { Heading } from './heading.ts';
import type { Cells } from './records.ts';
import { tables } from '../tables/index.ts';
import { EXAMPLE_VILLAGES } from './example-place.ts';
import { isTotalOfProjects, isTotalWord } from './total-words.ts';
import { readCell } from './read-cell.ts';
import { unreadable } from './unreadable.ts';
import { markOf } from './value-words.ts';
import type { Text } from '../vocabulary/text.ts';
import type { TableId } from '../vocabulary/table.ts';
import { NOTE, SENTENCE, LONGEST_NAME, isLabelled, isSentence, isOpenLabel } from './note-words.ts';
import { NUMBERING, NUMBERING_WORDS, isNumbering } from './numbering-row.ts';

/** Why a row is no data. It is left out, and said once. */
export interface NoData {
  readonly code: Extract<
    FindingCode,
    | 'total-row'
    | 'note-row'
    | 'numbering-row'
    | 'repeated-header'
    | 'reordered-header'
    | 'header-of-another-table'
    | 'row-of-another-table'
    | 'empty-row'
    | 'example-row'
  >;
  readonly arguments?: Readonly<Record<string, string | Text>>;
  /** What names the row may be printed: not of a note, which may hold the names of persons. */
  readonly isNamed?: true;
  /** It belongs to a row above it of which this has been said. */
  readonly isSaid?: true;
}

/** Columns that name what a row is about. */
const NAMING: ReadonlySet<string> = new Set([
  'county',
  'township',
  'village',
  'village_code',
  'household_id',
  'project_id',
  'name',
  'head_name',
]);
/** Those of them that a row of data has. */
const KEYS: Readonly<Record<TableId, readonly string[]>> = {
  villages: ['village'],
  households: ['household_id', 'village'],
  projects: ['project_id', 'name'],
  tallies: [],
};
/** Columns that stand filled in beside rows that nobody has filled in yet. */
const FILLED_DOWN: ReadonlySet<string> = new Set(['province', 'city', 'county', 'township', 'period']);
/** Kinds of which a note holds nothing. */
const ANSWERS: ReadonlySet<string> = new Set(['count', 'money', 'quantity', 'rate', 'yes-no', 'choice']);
/** How groups of projects are numbered; projects themselves have digits. */
const GROUP_NUMBER = /^[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?$/u;
/** What a formula leaves in a row that nobody has filled. */
const EMPTY = /^(?:0+(?:\.0+)?%?|[-–—/]+)$/u;
const PLAIN_ID = /^[A-Za-z]{0,4}[\d-]{4,}$/;
/** Different names whose look is remembered. */
const REMEMBERED = 200_000;

/** Tells rows of data from lines that are none: totals, notes, signatures, headers again, rows that number the columns, empty formulas. */
export class NoDataRows {
  readonly #headings: readonly Heading[];
  readonly #header: Cells;
  readonly #table: TableId;
  readonly #keyAt: readonly number[];
  readonly #namingAt: readonly number[];
  readonly #villageAt: number;
  /** Where a village stands that a row may do without: elsewhere it has been looked at with the keys. */
  readonly #freeVillageAt: number;
  readonly #serialAt: number;
  readonly #nameAt: number;
  readonly #looks = new Map<string, boolean>();
  #under: 'own header' | 'another header' = 'own header';
  #isSaid = false;
  /** Below a header with the same columns in another order: where each cell of the first header's order stands. */
  #order: readonly number[] | undefined;

  constructor(table: TableId, headings: readonly Heading[], header: Cells) {
    this.#table = table;
    this.#headings = headings;
    this.#header = header.map(comparable);
    const at = (column: string): number => headings.find((one) => one.column === column)?.index ?? -1;
    this.#keyAt = KEYS[table].map(at).filter((index) => index !== -1);
    this.#namingAt = headings.filter(({ column }) => NAMING.has(column)).map(({ index }) => index);
    this.#villageAt = at('village');
    this.#freeVillageAt = this.#keyAt.includes(this.#villageAt) ? -1 : this.#villageAt;
    this.#serialAt = this.#header.findIndex((heading) => NUMBERING_WORDS.test(heading));
    this.#nameAt = table === 'projects' ? at('name') : -1;
  }

  /** The cells of a row in the order of the first header. One of another width stays as it is: that is found when it is read. */
  inOrder(cells: Cells): Cells {
    if (!this.#order || cells.length < this.#order.length || !cells.slice(this.#order.length).every(isBlank)) return cells;
    return this.#order.map((index) => cells[index]!);
  }

  /** Why a row that is not blank is no data, or nothing if it is some. Rows are asked for in order. */
  of(cells: Cells): NoData | undefined {
    const reason = this.#isOrdinary(cells) ? undefined : this.#look(cells);
    if (reason?.code === 'repeated-header' || reason?.code === 'reordered-header') this.#under = 'own header';
    else if (reason?.code === 'header-of-another-table') {
      this.#under = 'another header';
      this.#isSaid = false;
    } else if (this.#under === 'another header') return this.#rowOfAnotherTable();
    return reason;
  }

  /** Rows under the header of another table cannot be read by this one: the first is an error, the others belong to it. */
  #rowOfAnotherTable(): NoData {
    const isSaid = this.#isSaid;
    this.#isSaid = true;
    return { code: 'row-of-another-table', ...(isSaid && { isSaid }) };
  }

  /** Most rows are told by their first cells: an id of digits, a name seen before. */
  #isOrdinary(cells: Cells): boolean {
    if (this.#under !== 'own header' || this.#keyAt.length === 0) return false;
    for (const index of this.#keyAt) if (!this.isPlainName(cells[index] ?? '')) return false;
    const village = cells[this.#freeVillageAt] ?? '';
    if (village !== '' && !this.isPlainName(village)) return false;
    let first = 0;
    while (first < cells.length && cells[first] === '') first++;
    return this.isPlainFirst(cells[first] ?? '', first);
  }

  /** Whether rows are read as the first header says: none further down began another table or another order. */
  get isUnderOwnHeader(): boolean {
    return this.#under === 'own header' && this.#order === undefined;
  }

  /** Where the cells stand that name a row. Where all of them are plain names, and the first cell is one, the row is data. */
  get keysAt(): readonly number[] {
    return this.#freeVillageAt === -1 ? this.#keyAt : [...this.#keyAt, this.#freeVillageAt];
  }

  /** Whether the first cell of a row that is not empty, there, begins none that is no data. */
  isPlainFirst(cell: string, at: number): boolean {
    if (at === this.#serialAt && /^\p{L}{2}/u.test(cell)) return false;
    return this.#keyAt.includes(at) || this.isPlainName(cell) || /^\d+$/.test(cell);
  }

  /** Whether a cell is a name, or an id, that no line without data bears. */
  isPlainName(cell: string): boolean {
    if (PLAIN_ID.test(cell)) return true;
    const known = this.#looks.get(cell);
    if (known !== undefined) return known;
    const plain = this.#looksPlain(cell);
    if (this.#looks.size < REMEMBERED) this.#looks.set(cell, plain);
    return plain;
  }

  /** A name that no line without data bears. */
  #looksPlain(cell: string): boolean {
    if (isBlank(cell) || cell.length > LONGEST_NAME || markOf(cellText(cell)) !== undefined) return false;
    const text = halfWidth(cellText(cell));
    if (
      isTotalWord(text) ||
      NOTE.test(text) ||
      isLabelled(text) ||
      SENTENCE.test(text) ||
      NUMBERING.test(text) ||
      NUMBERING_WORDS.test(text)
    )
      return false;
    // Where columns stand in another order, any heading may stand where a name does.
    const isHeading = HEADING_WORDS.has(comparable(text)) || readHeader([text], tables[this.#table]).headings.length > 0;
    return !this.#header.includes(comparable(text)) && !isHeading && !EXAMPLE_VILLAGES.has(comparable(text));
  }

  #look(cells: Cells): NoData | undefined {
    const header = this.#headerAgain(cells);
    if (header) return header;
    const total = this.#total(cells);
    if (total !== undefined) return { code: 'total-row', arguments: { words: total }, isNamed: true };
    if (isNumbering(cells)) return { code: 'numbering-row' };
    if (EXAMPLE_VILLAGES.has(comparable(cellText(cells[this.#villageAt] ?? '')))) return { code: 'example-row', isNamed: true };
    if (this.#isEmpty(cells)) return { code: 'empty-row' };
    return this.#isNote(cells) ? { code: 'note-row' } : undefined;
  }

  #headerAgain(cells: Cells): NoData | undefined {
    const filled = cells.flatMap((cell, index) => (isBlank(cell) ? [] : [{ word: comparable(cell), index }]));
    const same = filled.filter(({ word, index }) => word === this.#header[index] || (word !== '' && this.#header[index]?.endsWith(word)));
    const own = same.filter(({ word, index }) => word === this.#header[index]);
    // Below a header of other columns, or of other units, the rows would be read by the wrong ones.
    const isOther = this.#headings.some(({ index }) => !isBlank(cells[index] ?? '') && !same.some((one) => one.index === index));
    if (own.length >= 2 && same.length * 2 > filled.length && !isOther) return { code: 'repeated-header' };
    if (!filled.some(({ word }) => HEADING_WORDS.has(word))) return undefined;
    const [reading] = recognise(cells);
    const order = reading && orderUnder(reading, { table: this.#table, headings: this.#headings, width: this.#header.length });
    if (order) {
      const before = this.#order;
      this.#order = before ? order.map((index) => before[index]!) : order;
      return { code: 'reordered-header' };
    }
    return reading && { code: 'header-of-another-table', arguments: { table: reading.table.label } };
  }

  /** The word by which a row says that it sums up others (合计), as its first words or where its name should be. */
  #total(cells: Cells): string | undefined {
    const first = cells.findIndex((cell) => !isBlank(cell));
    for (const index of [first, ...this.#namingAt]) {
      const cell = cells[index] ?? '';
      const isGroup = this.#table === 'projects' && index === first && GROUP_NUMBER.test(cellText(cell));
      const isTotal = isGroup || (index === this.#nameAt ? isTotalOfProjects(cell) : isTotalWord(cell));
      if (isTotal) return cellText(cell).split(/[:：]/u)[0]!;
    }
    return undefined;
  }

  /** Nothing names the row, and nothing stands in it but what formulas leave in an empty one. */
  #isEmpty(cells: Cells): boolean {
    const isNothing = (cell: string): boolean =>
      isBlank(cell) || markOf(cellText(cell)) !== undefined || unreadable(cell) !== undefined || EMPTY.test(halfWidth(cellText(cell)));
    if (!this.#headings.every(({ column, index }) => FILLED_DOWN.has(column) || isNothing(cells[index] ?? ''))) return false;
    // A row of a place, not yet filled in, is one of its own.
    if (this.#table === 'projects' && !isBlank(cells[this.#villageAt] ?? '')) return false;
    const read = new Set(this.#headings.map(({ index }) => index));
    return cells.every((cell, index) => read.has(index) || isNothing(cell) || /^\d{1,6}$/.test(cellText(cell)));
  }

  /** A note below the table, a signature, a title between two tables: words without a figure, where no name stands. */
  #isNote(cells: Cells): boolean {
    const texts = cells.map((cell) => halfWidth(cellText(cell)));
    const isLabel = texts.map((text) => isLabelled(text));
    // 填表人：| 张三: what follows a label without words is its.
    const belongs = texts.map((text, index) => isLabel[index] || (text !== '' && isOpenLabel(texts, isLabel, index)));
    const isAnswer = ({ definition, unit, index }: Heading): boolean =>
      ANSWERS.has(definition.kind) &&
      texts[index] !== undefined &&
      texts[index] !== '' &&
      !belongs[index] &&
      'value' in readCell(texts[index], definition, unit);
    if (this.#headings.some(isAnswer)) return false;
    const filled = texts.filter((text) => text !== '');
    const isName = (index: number): boolean =>
      texts[index] !== undefined && texts[index] !== '' && !belongs[index] && !NOTE.test(texts[index]) && !isSentence(texts[index]);
    // Where rows are numbered, words in the place of the number and no figure at all are somebody who signs.
    const isUnnumbered =
      this.#serialAt !== -1 &&
      /^\p{L}{2,}/u.test(texts[this.#serialAt] ?? '') &&
      !/^[一二三四五六七八九十]+$/u.test(texts[this.#serialAt]!);
    if (this.#keyAt.some(isName)) return isUnnumbered;
    if (isLabel.includes(true) || NOTE.test(filled[0]!)) return true;
    if (new Set(filled).size > 1) return false;
    const isRead = this.#headings.some(({ index }) => (texts[index] ?? '') !== '');
    return isSentence(filled[0]!) || !isRead;
  }
}

/** What columns that name a row are called, in any table: a header that stands further down has one of these words. */
const HEADING_WORDS: ReadonlySet<string> = new Set(
  Object.values(tables).flatMap(({ columns }) =>
    Object.entries(columns)
      .filter(([column]) => NAMING.has(column) || column === 'period')
      .flatMap(([column, { label, aliases }]) => [column, label.zh, label.en, ...aliases].map(comparable)),
  ),
);
