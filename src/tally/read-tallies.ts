import { amountIn, rowOf } from '../language/row.ts';
import { UserError } from '../errors.ts';
import type { Row } from '../language/row.ts';
import type { Found } from '../input/findings.ts';
import type { OpenedTable } from '../input/open-table.ts';
import { originOf } from '../input/record-file.ts';
import { readTable } from '../input/read-table.ts';
import { SUM_COLUMN, SUM_COLUMNS, TALLY_SCHEMA, tallies as tallyTable } from '../tables/tallies.ts';
import { placeKey, placeName } from '../vocabulary/place.ts';
import { readParameters } from './parameters-text.ts';
import { NOTHING, SUM_KEYS } from './sum.ts';
import type { Sum } from './sum.ts';
import { writtenPlace } from './row-places.ts';
import { inputOf } from './tally.ts';
import type { Facts, Input, Tally, Unplaced } from './tally.ts';

/** What tallies files held. */
export interface SummedFiles {
  readonly tallies: readonly Tally[];
  readonly unplaced: readonly Unplaced[];
  readonly inputs: ReadonlyMap<OpenedTable, Input>;
}

/** Reads tallies files back into tallies. Two rows that hold the same kind of sums of one place and period are an error: they would count it twice. */
export async function readTallies(files: readonly OpenedTable[], found: Found): Promise<SummedFiles> {
  const tallies: Tally[] = [];
  const unplaced: Unplaced[] = [];
  const inputs = new Map<OpenedTable, Input>();
  const seen = new Map<string, string>();
  for (const file of files) {
    let accepted = 0;
    let rejected = 0;
    const reading = await readTable(
      file,
      ({ row, position, key, rejected: bad }) => {
        const facts = factsOf(row);
        const place = writtenPlace(row);
        const { period, tally_schema: schema = '', unplaced_in: input, parameters = '', inputs: from } = rowOf(tallyTable, row);
        const origins = new Set([...facts.keys()].map((name) => name.split('.')[0]));
        const twin =
          input === undefined ? [...origins].map((origin) => seen.get(`${origin} ${placeKey(place)} ${period}`)).find(Boolean) : undefined;
        if (twin)
          found({
            code: 'duplicate-tally',
            severity: 'error',
            ...originOf(file),
            ...position,
            key: placeName(place) || key(),
            arguments: { twin },
          });
        if (bad || twin) {
          rejected++;
          return;
        }
        accepted++;
        if (schema !== TALLY_SCHEMA) throw otherSchema(file.file, schema);
        if (input !== undefined) {
          unplaced.push({ input, place: place.village === undefined ? undefined : place, period, facts });
          return;
        }
        for (const origin of origins) seen.set(`${origin} ${placeKey(place)} ${period}`, `${file.file} row ${position.row}`);
        tallies.push({
          place,
          period: period!,
          facts,
          parameters: readParameters(parameters),
          inputs: new Set(from),
        });
      },
      found,
    );
    inputs.set(file, { ...inputOf(file), rows: reading.rows, accepted, rejected, notes: file.notes });
  }
  return { tallies, unplaced, inputs };
}

/** The facts of a row: a fact is there when any of its sums is written; a sum that is not written is 0. */
function factsOf(row: Row): Facts {
  const facts = new Map<string, Sum>();
  for (const [column, value] of Object.entries(row)) {
    const { fact: key = '', sum } = SUM_COLUMN.exec(column)?.groups ?? {};
    if (sum === undefined || value === undefined) continue;
    const sumKey = SUM_KEYS[SUM_COLUMNS.findIndex((one) => one === sum)]!;
    facts.set(key, { ...(facts.get(key) ?? NOTHING), [sumKey]: amountIn(row, column)!.amount });
  }
  return facts;
}

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
  const kindsOf = ({ place, period, facts }: Tally): readonly string[] =>
    [...new Set([...facts.keys()].map((name) => name.split('.')[0]!))].map((origin) => `${origin}\u001f${placeKey(place)}\u001f${period}`);
  const known = new Set(summed.flatMap(kindsOf));
  const twice = counted.find((tally) => kindsOf(tally).some((kind) => known.has(kind)));
  if (!twice) return;
  const name = placeName(twice.place);
  throw new UserError({
    zh: `${name} ${twice.period} 既在汇总文件里，又在给出的表里，一起计算会重复。去掉其中一份`,
    en: `${name} ${twice.period} stands both in the tallies and in a table given beside them, so it would count twice. Leave one of them out`,
  });
}

const otherSchema = (file: string, schema: string): UserError =>
  new UserError({
    zh: `${file}：汇总格式是 ${schema}，本版本只读 ${TALLY_SCHEMA}。请用同一版本重新汇总`,
    en: `${file}: the tallies are written as ${schema}; this version reads ${TALLY_SCHEMA}. Make them again with this version`,
  });
