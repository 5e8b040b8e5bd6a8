import { cut } from './limits.ts';
import type { CodeTable, Column, Kind } from '../language/column.ts';
import type { Table } from '../language/table.ts';
import { comparable } from './cell.ts';
import { currenciesOf, mayBeOf, unitOf } from './header-units.ts';
import type { Unit } from './header-units.ts';
import { PLAIN_HEADER } from './value-kind.ts';
import type { HeaderUnit } from './value-kind.ts';
import { TABLE_IDS } from '../vocabulary/table.ts';
import type { TableId } from '../vocabulary/table.ts';
import { tables } from '../tables/index.ts';
import type { Heading } from './heading.ts';

/** A header row read as one table: the headings understood, and those left alone. */
export interface HeaderReading {
  readonly table: Table;
  readonly headings: readonly Heading[];
  readonly unknown: readonly string[];
  /** Headings that would be a column but for a unit that it cannot have: read as none, and said. */
  readonly contradicting: readonly Heading[];
}

interface Meaning {
  /** As it is written, before it is made comparable. */
  readonly heading: string;
  readonly column: string;
  readonly definition: Column;
  readonly doubtful: boolean;
  /** Other tables use the heading for something else. */
  readonly shared: boolean;
  readonly mapped: boolean;
  readonly inverted: boolean;
  readonly codes: CodeTable | undefined;
}

const QUESTION_CODE = /^[a-c]\d+(?:-\d+)*[a-z]?\d*[.、:\s]*(?=[\p{Script=Han}])/u;
/** 其中：未脱贫户数 is 未脱贫户数; 其中：户数 says nothing without what it is of. */
const OF_WHICH = /^其中:?(?!(?:户数?|人数?|人口数?|数量|金额)(?:[(（]|$))/u;
/** What stands before a count in English and adds nothing: Number of poor households, No. of HH, # households. */
const COUNT_OF = /^(?:(?:total)?(?:number|no\.?|count)of|#)/u;
/** A name that says its unit without brackets: award_yuan, 补助金额元. */
const UNIT_IN_NAME = /yuan|rmb|元$/u;
const OF_MONEY = /元|yuan|rmb|[千万萬亿]|thousand|million/u;
/** The unit among the pieces that brackets hold: （含补助，万元）. */
function unitInBrackets(inside: string, currencies: readonly string[]): Unit | undefined {
  const plain = inside.replace(/^(?:计量|金额)?单位[:：]?|^units?[:：]/u, '');
  if (plain === '万') return unitOf('万元');
  return (
    unitOf(plain, currencies) ??
    plain
      .split(/[、，；;]|,(?!\d{3})/u)
      .map((piece) => unitOf(piece, currencies))
      .find((unit) => unit !== undefined)
  );
}
/** Words for no in a heading that asks the opposite. */
const NEGATED = /[无未不非没]/u;
const BRACKETED_END = /^(?<name>.+)[([【[](?<inside>[^()[\]【】]+)[)\]】]$/u;

/** What offices write for a word of an English heading: Household size is HH size, Poor persons are Poor people. */
const SHORT_FOR: readonly (readonly [RegExp, string])[] = [
  [/households?/giu, 'hh'],
  [/households/giu, 'hhs'],
  [/persons/giu, 'people'],
];

/** The writings of a heading, with its English words as offices shorten them. */
const writingsOf = (headings: readonly string[]): readonly string[] =>
  headings.flatMap((heading) => [
    heading,
    ...SHORT_FOR.map(([word, short]) => heading.replace(word, short)).filter((writing) => writing !== heading),
  ]);

const meaningsOf = new WeakMap<Table, ReadonlyMap<string, Meaning>>();

/** Every writing of every heading of a table. */
function meanings(table: Table): ReadonlyMap<string, Meaning> {
  const known = meaningsOf.get(table);
  if (known) return known;
  const made = new Map<string, Meaning>();
  for (const [column, definition] of Object.entries(table.columns)) {
    const add = (writings: readonly string[], more: Partial<Meaning>): void => {
      for (const writing of writings) made.set(comparable(writing), { ...plain(writing, column, definition), ...more });
    };
    add(writingsOf([column, definition.label.zh, definition.label.en, ...definition.aliases]), {});
    add(definition.sharedAliases ?? [], { shared: true });
    add(definition.doubtfulAliases ?? [], { doubtful: true });
    add(definition.opposites ?? [], { inverted: true });
    for (const { headings, values } of definition.codes ?? []) add(headings, { codes: values });
  }
  for (const [heading, column] of table.ownHeadings ?? [])
    made.set(heading, { ...plain(heading, column, table.columns[column]!), mapped: true });
  meaningsOf.set(table, made);
  return made;
}

/** A heading that says nothing but its column. */
const plain = (heading: string, column: string, definition: Column): Meaning => ({
  heading,
  column,
  definition,
  doubtful: false,
  shared: false,
  mapped: false,
  inverted: false,
  codes: undefined,
});

/** Every writing by which a table knows its columns, as it is compared: with its column, and as it is written. */
export const writingsFor = (table: Table): ReadonlyMap<string, Pick<Meaning, 'column' | 'heading'>> => meanings(table);

interface Understood extends Meaning {
  readonly namesUnit: boolean;
  readonly unit: HeaderUnit;
  /** The unit in brackets is none that the column can have. */
  readonly contradicts: boolean;
}

/** Longer text is no heading: looking at it costs time for nothing. */
const LONGEST_HEADING = 200;

/** A unit of money behind a name without brackets, or any unit behind a stroke: 收入万元, 收入/万元, 贫困户数/户. */
const UNIT_BEHIND = /^(?<name>.+?)(?:(?<stroke>[/|:：,，_-])(?<any>[^/|:：,，_-]+)|(?<money>(?:人民币)?[十百千万萬亿]*元))$/u;

function unitBehind(whole: string, table: Table): { readonly meaning: Meaning; readonly unit: Unit } | undefined {
  const { name, any, money } = UNIT_BEHIND.exec(whole)?.groups ?? {};
  const meaning = name === undefined ? undefined : meanings(table).get(name);
  const unit = unitOf(any ?? money ?? '', currenciesOf(table));
  return meaning && unit && (any !== undefined || meaning.definition.kind === 'money') ? { meaning, unit } : undefined;
}

/** What one heading means in a table: as a whole, without a question code, without the unit in brackets, by what the brackets hold. */
function understand(written: string, table: Table): Understood | undefined {
  const known = meanings(table);
  const further = table.furtherColumn?.(written.trim());
  if (further) return { ...plain(written.trim(), written.trim(), further), contradicts: false, namesUnit: true, unit: PLAIN_HEADER };
  if (written.length > LONGEST_HEADING) return undefined;
  const full = comparable(written);
  const bare = known.get(full)?.mapped ? full : full.replace(QUESTION_CODE, '');
  const whole = known.has(bare) ? bare : bare.replace(OF_WHICH, '');
  const bracketed = BRACKETED_END.exec(whole)?.groups;
  const unit = bracketed && unitInBrackets(bracketed.inside!, currenciesOf(table));
  const counted = (name: string): Meaning | undefined => {
    const meaning = COUNT_OF.test(name) ? known.get(name.replace(COUNT_OF, '')) : undefined;
    return meaning?.definition.kind === 'count' ? meaning : undefined;
  };
  const named = bracketed && (known.get(bracketed.name!) ?? counted(bracketed.name!));
  const behind = known.has(whole) ? undefined : unitBehind(whole, table);
  // 建档立卡贫困户（人数） are its persons, as under a group of that name.
  const together = bracketed && known.get(bracketed.name! + bracketed.inside!);
  const meaning =
    known.get(whole) ??
    counted(whole) ??
    together ??
    named ??
    (bracketed && !unit ? known.get(bracketed.inside!) : undefined) ??
    behind?.meaning;
  if (!meaning) return undefined;
  const header = {
    ...PLAIN_HEADER,
    inverted: meaning.inverted,
    codes: meaning.codes,
    ...(meaning.inverted && NEGATED.test(meaning.heading) && { negated: true }),
  };
  // What the user says of a heading says nothing of its unit: that stands in the heading.
  if (behind && meaning === behind.meaning)
    return { ...meaning, contradicts: !mayBeOf(behind.unit, meaning), namesUnit: true, unit: { ...header, scale: behind.unit.scale } };
  if (!unit || (meaning !== named && !meaning.mapped)) {
    // A bracket that speaks of money and is not understood could be any multiple.
    const contradicts =
      bracketed !== undefined &&
      meaning === named &&
      meaning.definition.kind === 'money' &&
      !known.has(bracketed.inside!) &&
      OF_MONEY.test(bracketed.inside!);
    return {
      ...meaning,
      contradicts,
      namesUnit: UNIT_IN_NAME.test(bracketed && meaning === named ? bracketed.name! : whole),
      unit: header,
    };
  }
  return { ...meaning, contradicts: !mayBeOf(unit, meaning), namesUnit: true, unit: { ...header, scale: unit.scale } };
}

/** Reads a header row as the given table. */
export function readHeader(cells: readonly string[], table: Table): HeaderReading {
  const headings: Heading[] = [];
  const unknown: string[] = [];
  const contradicting: Heading[] = [];
  cells.forEach((written, index) => {
    const meaning = understand(written, table);
    const heading = meaning && { ...meaning, index, written: cut(written.trim(), LONGEST_HEADING) };
    if (heading) (heading.contradicts ? contradicting : headings).push(heading);
    else if (written.trim() !== '') unknown.push(cut(written.trim(), LONGEST_HEADING));
  });
  // Of two headings for one column the one that says so for certain is read, and the other left alone.
  const strongest = new Map<string, number>();
  for (const heading of headings) strongest.set(heading.column, Math.max(strongest.get(heading.column) ?? 0, certainty(heading)));
  const yields = (heading: Heading): boolean => certainty(heading) < strongest.get(heading.column)!;
  return {
    table,
    headings: headings.filter((heading) => !yields(heading)),
    unknown: [...unknown, ...headings.filter(yields).map((heading) => heading.written)],
    contradicting,
  };
}

/** How sure it is that a heading is its column: the user says so, the heading does, other tables use it for something else. */
const certainty = ({ mapped, shared }: Heading): number => (mapped ? 2 : shared ? 0 : 1);

const VILLAGE_KINDS: readonly Kind[] = ['count', 'money', 'yes-no', 'rate', 'year'];

/** Whether a header row bears the marks of a table: the columns that only it has. */
function isMarked({ table, headings }: HeaderReading): boolean {
  const has = new Set(headings.map((heading) => heading.column));
  const marking = new Set(headings.flatMap(({ column, shared }) => (shared ? [] : [column])));
  if (table.id !== 'villages') return table.marks.some((mark) => mark.every((column) => has.has(column)));
  const own = Object.keys(table.columns).filter(
    (column) => !(column in tables.households.columns) && !(column in tables.projects.columns) && !table.weakMarks?.includes(column),
  );
  const isOfCounty = headings.some(({ definition }) => definition.ofCounty);
  return (has.has('village') || (isOfCounty && has.has('county'))) && own.some((column) => marking.has(column));
}

/**
 * Which tables a header row could be: those whose own columns it has. A row without marks is a village table
 * when it names a village beside any count, sum of money or exit-form column.
 */
export function recognise(cells: readonly string[], known: Readonly<Record<TableId, Table>> = tables): readonly HeaderReading[] {
  const readings = TABLE_IDS.map((id) => readHeader(cells, known[id]));
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
