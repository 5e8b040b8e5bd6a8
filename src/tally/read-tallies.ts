import { amountIn, rowOf } from '../language/row.ts';
import { UserError } from '../errors.ts';
import type { Amount } from '../language/column.ts';
import type { Row } from '../language/row.ts';
import type { Found } from '../input/finding.ts';
import type { OpenedTable } from '../input/open-table.ts';
import { originOf } from '../input/record-file.ts';
import { readTable } from '../input/read-table.ts';
import type { ReadRow } from '../input/read-row.ts';
import { FACT_NAME, SUM_COLUMN, SUM_COLUMNS, TALLY_SCHEMA, tallies as table } from '../tables/tallies.ts';
import type { Period } from '../vocabulary/period.ts';
import { placeKey, placeName } from '../vocabulary/place.ts';
import type { Place } from '../vocabulary/place.ts';
import type { RowFinding } from './duplicates.ts';
import { readParameters } from './parameters-text.ts';
import { PackedFacts } from './packed-facts.ts';
import { NOTHING, SUM_KEYS } from './sum.ts';
import type { Sum } from './sum.ts';
import { writtenPlace } from './places/row-places.ts';
import { inputOf } from './tally.ts';
import type { Facts, Input, Tally, Unplaced } from './tally.ts';

/** What tallies files held. */
export interface SummedFiles {
  readonly tallies: readonly Tally[];
  readonly unplaced: readonly Unplaced[];
  readonly inputs: ReadonlyMap<OpenedTable, Input>;
}

/** The sums of one place and period in one file: all of its rows in the long form, a single row in the wide one. */
interface Block {
  readonly first: ReadRow;
  readonly place: Place;
  readonly period: Period | undefined;
  readonly unplacedIn: string | undefined;
  readonly facts: Map<string, Sum>;
  readonly inputs: Set<string>;
  /** Facts with their part, each of which stands once. */
  readonly parts: Set<string>;
  parameters: string;
  rows: number;
  /** A row of it cannot be read, or would count twice: none of its rows counts, for half a sum is none. */
  isBroken: boolean;
}

/** Reads tallies files back into tallies, in either form; `spelled` gives places the run's writing. What is summed twice (a place, a period, and one kind of sums) is an error. */
export async function readTallies(files: readonly OpenedTable[], spelled: (place: Place) => Place, found: Found): Promise<SummedFiles> {
  const tallies: Tally[] = [];
  const unplaced: Unplaced[] = [];
  const inputs = new Map<OpenedTable, Input>();
  const seen = new Map<string, string>();
  for (const file of files) {
    const blocks: Block[] = [];
    const report = (at: ReadRow, place: Place, finding: RowFinding | undefined): void => {
      if (finding) found({ ...finding, ...originOf(file), ...at.position, key: placeName(place) || at.key() });
    };
    const long = new Map<string, Block>();
    let isShifted = false;
    const reading = await readTable(
      file,
      (read) => {
        if (read.shifted) isShifted = true;
        const { tally_schema: schema = '' } = rowOf(table, read.row);
        if (!read.rejected) refuseOtherSchema(file.file, schema);
        const isWide = schema === TALLY_SCHEMA.wide;
        const key = isWide ? undefined : blockKey(read.row);
        const known = key === undefined ? undefined : long.get(key);
        const block = known ?? beginBlock(read);
        if (!known) blocks.push(block);
        if (key !== undefined) long.set(key, block);
        block.rows++;
        const finding = read.rejected ? undefined : isWide ? addWide(block, read.row) : addLong(block, read.row, file);
        report(read, block.place, block.isBroken ? undefined : finding);
        if (read.rejected || finding) block.isBroken = true;
      },
      found,
    );
    let accepted = 0;
    for (const block of blocks) {
      const finding = block.isBroken ? undefined : (lackingIn(block) ?? summedBefore({ ...block, place: spelled(block.place) }, seen));
      report(block.first, block.place, finding);
      if (block.isBroken || finding || isShifted) continue;
      accepted += block.rows;
      const { period, unplacedIn, facts } = block;
      const place = spelled(block.place);
      if (unplacedIn !== undefined) {
        unplaced.push({ input: unplacedIn, place: place.village === undefined ? undefined : place, period, facts });
        continue;
      }
      for (const kind of kindsOf({ place, period, facts })) seen.set(kind, `${file.file} row ${block.first.position.row}`);
      tallies.push({
        place,
        period: period!,
        facts: PackedFacts.of(facts),
        parameters: readParameters(block.parameters),
        inputs: block.inputs,
      });
    }
    const rejected = reading.rows - accepted;
    inputs.set(file, { ...inputOf(file), rows: reading.rows, accepted, rejected, notes: file.notes });
  }
  return { tallies, unplaced, inputs };
}

function blockKey(row: Row): string {
  const { unplaced_in: input, period } = rowOf(table, row);
  return [input, placeKey(writtenPlace(row)), period].join('\u001f');
}

function beginBlock(first: ReadRow): Block {
  const { period, unplaced_in: unplacedIn } = rowOf(table, first.row);
  return {
    first,
    place: writtenPlace(first.row),
    period,
    unplacedIn,
    facts: new Map(),
    inputs: new Set(),
    parts: new Set(),
    parameters: '',
    rows: 0,
    isBroken: false,
  };
}

/** What a row says of its whole block. */
function addHead(block: Block, row: Row): void {
  const { inputs = [], parameters } = rowOf(table, row);
  for (const input of inputs) block.inputs.add(input);
  if (parameters !== undefined) block.parameters = [block.parameters, parameters].filter(Boolean).join(';');
}

/** Adds a row of the long form: one part of one fact. */
function addLong(block: Block, row: Row, { file }: OpenedTable): RowFinding | undefined {
  addHead(block, row);
  const { fact, part, value } = rowOf(table, row);
  if (fact === undefined) return blank('fact');
  if (part === undefined) return blank('part');
  if (value === undefined) return blank('value');
  if (!FACT_NAME.test(fact)) return { code: 'unknown-choice', severity: 'error', column: 'fact', value: fact };
  const name = `${part} ${fact}`;
  if (block.parts.has(name)) return twinFinding(`${file} row ${block.first.position.row}`);
  block.parts.add(name);
  addPart(block.facts, fact, part, value);
  return undefined;
}

/** Adds a row of the wide form: a fact is there when any of its parts is written, and a part that is not written is 0. */
function addWide(block: Block, row: Row): undefined {
  addHead(block, row);
  for (const column of Object.keys(row)) {
    const { fact = '', sum } = SUM_COLUMN.exec(column)?.groups ?? {};
    const value = sum === undefined ? undefined : amountIn(row, column);
    if (sum !== undefined && value !== undefined) addPart(block.facts, fact, sum, value);
  }
}

function addPart(facts: Map<string, Sum>, fact: string, part: string, { amount }: Amount): void {
  facts.set(fact, { ...(facts.get(fact) ?? NOTHING), [SUM_KEYS[SUM_COLUMNS.findIndex((one) => one === part)]!]: amount });
}

const blank = (column: keyof typeof table.columns): RowFinding => ({
  code: 'required-blank',
  severity: 'error',
  column,
  value: '',
  arguments: { column: table.columns[column].label },
});

const twinFinding = (twin: string): RowFinding => ({ code: 'duplicate-tally', severity: 'error', arguments: { twin } });

/** Sums must say their period, and what they were made of: else it cannot be told whether they stand beside their own files. */
function lackingIn({ inputs, period, unplacedIn }: Block): RowFinding | undefined {
  if (inputs.size === 0) return blank('inputs');
  return period === undefined && unplacedIn === undefined ? blank('period') : undefined;
}

function summedBefore({ place, period, facts, unplacedIn }: Block, seen: ReadonlyMap<string, string>): RowFinding | undefined {
  if (unplacedIn !== undefined) return undefined;
  const twin = kindsOf({ place, period, facts }).flatMap((kind) => seen.get(kind) ?? [])[0];
  return twin === undefined ? undefined : twinFinding(twin);
}

/** What a tally would count twice beside another: one kind of sums (by origin), of one place and period. */
const kindsOf = ({ place, period, facts }: { readonly place: Place; readonly period: Period | undefined; readonly facts: Facts }) =>
  [...new Set([...facts.keys()].map((name) => name.split('.')[0]!))].map((origin) => `${origin}\u001f${placeKey(place)}\u001f${period}`);

/** Refuses tallies beside a file that is already in them: its rows would count twice. */
export function refuseContained(tallies: readonly Tally[], files: readonly OpenedTable[]): void {
  const contained = new Set(tallies.flatMap(({ inputs }) => [...inputs]));
  const twice = files.filter(({ sha256 }) => contained.has(sha256)).map(({ file }) => file);
  if (twice.length > 0)
    throw new UserError({
      zh: `${twice.join('、')} 已经包含在汇总文件里，一起计算会重复。去掉其中一份`,
      en: `${twice.join(', ')}: already in the tallies given beside it, so its rows would count twice. Leave one of them out`,
    });
}

/**
 * Refuses rows beside tallies of the same place, period and kind: they would count twice. A file that has changed since it was summed has another
 * SHA-256, so what it is about must tell.
 */
export function refuseSummedTwice(summed: readonly Tally[], counted: readonly Tally[]): void {
  if (summed.length === 0) return;
  const known = new Set(summed.flatMap(kindsOf));
  const twice = counted.find((tally) => kindsOf(tally).some((kind) => known.has(kind)));
  if (!twice) return;
  const name = placeName(twice.place);
  throw new UserError({
    zh: `${name} ${twice.period} 既在汇总文件里，又在给出的表里，一起计算会重复。去掉其中一份`,
    en: `${name} ${twice.period} stands both in the tallies and in a table given beside them, so it would count twice. Leave one of them out`,
  });
}

function refuseOtherSchema(file: string, schema: string): void {
  const known: readonly string[] = Object.values(TALLY_SCHEMA);
  if (known.includes(schema)) return;
  throw new UserError({
    zh: `${file}：汇总格式是 ${schema}，本版本只读 ${known.join('、')}。请用同一版本重新汇总`,
    en: `${file}: the tallies are written as ${schema}; this version reads ${known.join(' and ')}. Make them again with this version`,
  });
}
