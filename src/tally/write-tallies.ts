import { maskIdentityNumbers, maskPlaceCode } from '../input/mask.ts';
import { SUM_COLUMNS, TALLY_SCHEMA } from '../tables/tallies.ts';
import { PLACE_COLUMNS } from '../vocabulary/place.ts';
import type { Place } from '../vocabulary/place.ts';
import { writeParameters } from './parameters-text.ts';
import { personsCounted } from './personal.ts';
import { NOTHING, SUM_KEYS, addSums } from './sum.ts';
import type { Sum } from './sum.ts';
import { isOfProjects } from './tally.ts';
import type { Facts, Tallies } from './tally.ts';

/** The sums of a place and period as rows. What holds for all of them (the inputs, the parameters) stands in the first. */
interface Block {
  readonly place: Place;
  readonly period: string;
  readonly facts: Facts;
  readonly inputs: string;
  readonly parameters: string;
  readonly unplacedIn: string;
}

/**
 * The rows of a tallies file below its header, a block at a time: schema, place, period, fact, part, value, inputs, parameters, unplaced in. Helpers are a count
 * in them.
 */
export function* talliesRows({ tallies, unplaced }: Tallies): Generator<readonly (readonly string[])[]> {
  for (const { place, period, inputs, parameters, facts } of tallies) {
    yield rowsOf({
      place,
      period,
      facts: personsCounted(facts),
      inputs: [...inputs].toSorted().join(';'),
      // Only the state of projects depends on the day.
      parameters: writeParameters(isOfProjects({ facts }) ? parameters : { ...parameters, as_of: undefined }),
      unplacedIn: '',
    });
  }
  for (const { place = {}, period = '', input, facts } of unplaced)
    yield rowsOf({ place, period, facts: personsCounted(facts), inputs: input, parameters: '', unplacedIn: input });
}

function rowsOf({ place, period, facts, inputs, parameters, unplacedIn }: Block): readonly (readonly string[])[] {
  const named = [
    TALLY_SCHEMA.long,
    ...PLACE_COLUMNS.map((part) => (part === 'village_code' ? maskPlaceCode : maskIdentityNumbers)(place[part] ?? '')),
    period,
  ];
  const sums = [...printable(facts)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sums
    .flatMap(([fact, sum]) => partsOf(sum).map((part) => [...named, fact, ...part]))
    .map((row, index) => [...row, index === 0 ? inputs : '', index === 0 ? parameters : '', unplacedIn]);
}

/** Names of a breakdown may hold what must not be printed: where masked names are alike, their sums are one. */
function printable(facts: Facts): ReadonlyMap<string, Sum> {
  const kept = new Map<string, Sum>();
  for (const [key, sum] of facts) {
    const name = maskIdentityNumbers(key);
    kept.set(name, addSums(kept.get(name) ?? NOTHING, sum));
  }
  return kept;
}

/** The parts of a sum that are not 0. A fact that comes to nothing keeps one row: it was asked, and 0 is not the same as not known. */
function partsOf(sum: Sum): readonly (readonly [string, string])[] {
  const parts = SUM_KEYS.flatMap((key, index) => (sum[key] === 0n ? [] : [[SUM_COLUMNS[index]!, sum[key].toString()] as const]));
  return parts.length > 0 ? parts : [[SUM_COLUMNS[0], '0']];
}
