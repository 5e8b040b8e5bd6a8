import type { CodeTable, Column, Kind, Table } from './column.ts';
import { comparable } from './cell.ts';
import { PLAIN_HEADER } from './value-kind.ts';
import type { HeaderUnit } from './value-kind.ts';
import { TABLE_IDS } from '../vocabulary/table.ts';
import type { TableId } from '../vocabulary/table.ts';
import { tables } from './tables/index.ts';

/** How one heading of a file was understood. */
export interface Heading {
  /** Its place in the row, from 0. */
  readonly index: number;
  /** As the file has it. */
  readonly written: string;
  /** The canonical column. */
  readonly column: string;
  readonly definition: Column;
  readonly unit: HeaderUnit;
  /** The heading is only probably this column. */
  readonly doubtful: boolean;
}

/** A header row read as one table: the headings understood, and those left alone. */
export interface HeaderReading {
  readonly table: Table;
  readonly headings: readonly Heading[];
  readonly unknown: readonly string[];
  /** Headings that would be a column but for a unit that it cannot have: read as none, and said. */
  readonly contradicting: readonly Heading[];
}

interface Meaning {
  readonly column: string;
  readonly definition: Column;
  readonly doubtful: boolean;
  readonly inverted: boolean;
  readonly codes: CodeTable | undefined;
}

/** Unit words of headings: by which power of ten they scale, and which kinds of column may carry them. */
const UNITS: Readonly<Record<string, { readonly scale: number; readonly kinds: readonly Kind[] }>> = {
  元: { scale: 0, kinds: ['money'] },
  yuan: { scale: 0, kinds: ['money'] },
  rmb: { scale: 0, kinds: ['money'] },
  千元: { scale: 3, kinds: ['money'] },
  万元: { scale: 4, kinds: ['money'] },
  亿元: { scale: 8, kinds: ['money'] },
  '元/人': { scale: 0, kinds: ['money'] },
  '元/年': { scale: 0, kinds: ['money'] },
  户: { scale: 0, kinds: ['count'] },
  万户: { scale: 4, kinds: ['count'] },
  人: { scale: 0, kinds: ['count'] },
  名: { scale: 0, kinds: ['count'] },
  个: { scale: 0, kinds: ['count'] },
  万人: { scale: 4, kinds: ['count'] },
  '%': { scale: 0, kinds: ['rate'] },
  亩: { scale: 0, kinds: ['quantity'] },
  m2: { scale: 0, kinds: ['quantity'] },
  平方米: { scale: 0, kinds: ['quantity'] },
  平米: { scale: 0, kinds: ['quantity'] },
};

const QUESTION_CODE = /^[a-c]\d+(?:-\d+)*[a-z]?\d*[.、:\s]*(?=[\p{Script=Han}])/u;
const BRACKETED_END = /^(?<name>.+)[([【[](?<inside>[^()[\]【】]+)[)\]】]$/u;

const meaningsOf = new Map<TableId, ReadonlyMap<string, Meaning>>();

/** Every writing of every heading of a table. */
function meanings(table: Table): ReadonlyMap<string, Meaning> {
  const known = meaningsOf.get(table.id);
  if (known) return known;
  const made = new Map<string, Meaning>();
  for (const [column, definition] of Object.entries(table.columns)) {
    const add = (writings: readonly string[], more: Partial<Meaning>): void => {
      for (const writing of writings)
        made.set(comparable(writing), { column, definition, doubtful: false, inverted: false, codes: undefined, ...more });
    };
    add([column, definition.label.zh, definition.label.en, ...definition.aliases], {});
    add(definition.doubtfulAliases ?? [], { doubtful: true });
    add(definition.opposites ?? [], { inverted: true });
    for (const { headings, values } of definition.codes ?? []) add(headings, { codes: values });
  }
  meaningsOf.set(table.id, made);
  return made;
}

interface Understood extends Meaning {
  readonly unit: HeaderUnit;
  /** The unit in brackets is none that the column can have. */
  readonly contradicts: boolean;
}

/** What one heading means in a table: as a whole, without a question code, without the unit in brackets, by what the brackets hold. */
function understand(written: string, table: Table): Understood | undefined {
  const known = meanings(table);
  const further = table.furtherColumn?.(written.trim());
  if (further)
    return {
      column: written.trim(),
      definition: further,
      doubtful: false,
      inverted: false,
      codes: undefined,
      contradicts: false,
      unit: PLAIN_HEADER,
    };
  const whole = comparable(written).replace(QUESTION_CODE, '');
  const bracketed = BRACKETED_END.exec(whole)?.groups;
  const unit = bracketed ? UNITS[bracketed.inside!] : undefined;
  const named = bracketed && known.get(bracketed.name!);
  const meaning = known.get(whole) ?? named ?? (bracketed && !unit ? known.get(bracketed.inside!) : undefined);
  if (!meaning) return undefined;
  const header = { ...PLAIN_HEADER, inverted: meaning.inverted, codes: meaning.codes };
  if (!unit || meaning !== named) return { ...meaning, contradicts: false, unit: header };
  return { ...meaning, contradicts: !unit.kinds.includes(meaning.definition.kind), unit: { ...header, scale: unit.scale } };
}

/** Reads a header row as the given table. */
export function readHeader(cells: readonly string[], table: Table): HeaderReading {
  const headings: Heading[] = [];
  const unknown: string[] = [];
  const contradicting: Heading[] = [];
  cells.forEach((written, index) => {
    const meaning = understand(written, table);
    const heading = meaning && { ...meaning, index, written: written.trim() };
    if (heading) (heading.contradicts ? contradicting : headings).push(heading);
    else if (written.trim() !== '') unknown.push(written.trim());
  });
  return { table, headings, unknown, contradicting };
}

const VILLAGE_KINDS: readonly Kind[] = ['count', 'money', 'yes-no', 'rate', 'year'];

/** Whether a header row bears the marks of a table: the columns that only it has. */
function isMarked({ table, headings }: HeaderReading): boolean {
  const has = new Set(headings.map((heading) => heading.column));
  if (table.id !== 'villages') return table.marks.some((mark) => mark.every((column) => has.has(column)));
  const own = Object.keys(table.columns).filter(
    (column) => !(column in tables.households.columns) && !(column in tables.projects.columns) && !table.weakMarks?.includes(column),
  );
  const isOfCounty = headings.some(({ definition }) => definition.ofCounty);
  return (has.has('village') || (isOfCounty && has.has('county'))) && own.some((column) => has.has(column));
}

/**
 * Which tables a header row could be: those whose own columns it has. A row without marks is a village table
 * when it names a village beside any count, sum of money or exit-form column.
 */
export function recognise(cells: readonly string[]): readonly HeaderReading[] {
  const readings = TABLE_IDS.map((id) => readHeader(cells, tables[id]));
  // A header names several things; a row of an explanation may name one twice (户编号, household_id).
  if (new Set(readings.flatMap(({ headings }) => headings.map(({ column }) => column))).size < 2) return [];
  const marked = readings.filter(isMarked);
  if (marked.length > 0) return marked;
  return readings.filter(
    ({ table, headings }) =>
      table.id === 'villages' &&
      headings.some(({ column }) => column === 'village') &&
      headings.some(({ definition }) => VILLAGE_KINDS.includes(definition.kind)),
  );
}
