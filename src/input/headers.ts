import type { Column, Kind, Table } from './column.ts';
import { comparable } from './cell.ts';
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
}

interface Meaning {
  readonly column: string;
  readonly definition: Column;
  readonly doubtful: boolean;
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
    const sure = [column, definition.label.zh, definition.label.en, ...definition.aliases];
    for (const writing of sure) made.set(comparable(writing), { column, definition, doubtful: false });
    for (const writing of definition.doubtfulAliases ?? []) made.set(comparable(writing), { column, definition, doubtful: true });
  }
  meaningsOf.set(table.id, made);
  return made;
}

interface Understood extends Meaning {
  readonly unit: HeaderUnit;
}

/** What one heading means in a table: as a whole, without a question code, without the unit in brackets, by what the brackets hold. */
function understand(written: string, table: Table): Understood | undefined {
  const known = meanings(table);
  const further = table.furtherColumn?.(written.trim());
  if (further) return { column: written.trim(), definition: further, doubtful: false, unit: { scale: 0, inverted: false } };
  const whole = comparable(written).replace(QUESTION_CODE, '');
  const bracketed = BRACKETED_END.exec(whole)?.groups;
  const unit = bracketed ? UNITS[bracketed.inside!] : undefined;
  if (bracketed && unit) {
    const meaning = known.get(bracketed.name!);
    if (meaning && unit.kinds.includes(meaning.definition.kind)) return { ...meaning, unit: { scale: unit.scale, inverted: false } };
    return undefined;
  }
  const meaning = known.get(whole) ?? (bracketed ? (known.get(bracketed.name!) ?? known.get(bracketed.inside!)) : undefined);
  return meaning && { ...meaning, unit: { scale: 0, inverted: false } };
}

/** Reads a header row as the given table. */
export function readHeader(cells: readonly string[], table: Table): HeaderReading {
  const headings: Heading[] = [];
  const unknown: string[] = [];
  cells.forEach((written, index) => {
    const meaning = understand(written, table);
    if (meaning) headings.push({ index, written: written.trim(), ...meaning });
    else if (written.trim() !== '') unknown.push(written.trim());
  });
  return { table, headings, unknown };
}

const VILLAGE_KINDS: readonly Kind[] = ['count', 'money', 'yes-no', 'rate', 'year'];

/** Whether a header row bears the marks of a table: the columns that only it has. */
function isMarked({ table, headings }: HeaderReading): boolean {
  const has = new Set(headings.map((heading) => heading.column));
  if (table.id !== 'villages') return table.marks.some((mark) => mark.every((column) => has.has(column)));
  const own = Object.keys(table.columns).filter(
    (column) => !(column in tables.households.columns) && !(column in tables.projects.columns) && !table.weakMarks?.includes(column),
  );
  return has.has('village') && own.some((column) => has.has(column));
}

/**
 * Which tables a header row could be: those whose own columns it has. A row without marks is a village table
 * when it names a village beside any count, sum of money or exit-form column.
 */
export function recognise(cells: readonly string[]): readonly HeaderReading[] {
  const readings = TABLE_IDS.map((id) => readHeader(cells, tables[id]));
  const marked = readings.filter(isMarked);
  if (marked.length > 0) return marked;
  return readings.filter(
    ({ table, headings }) =>
      table.id === 'villages' &&
      headings.some(({ column }) => column === 'village') &&
      headings.some(({ definition }) => VILLAGE_KINDS.includes(definition.kind)),
  );
}
