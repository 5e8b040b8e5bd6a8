import { maskIdentityNumbers } from '../../../input/mask.ts';
import { SUM_COLUMNS, TALLY_SCHEMA } from '../../../input/tables/tallies.ts';
import type { Place } from '../../../vocabulary/place.ts';
import { writeParameters } from '../../../tally/parameters-text.ts';
import { withoutNames } from '../../../tally/personal.ts';
import { SUM_KEYS } from '../../../tally/sum.ts';
import { isOfProjects } from '../../../tally/tally.ts';
import type { Facts, Tallies } from '../../../tally/tally.ts';
import { PLACE_COLUMNS } from '../../../vocabulary/place.ts';
import type { DataTable } from '../../format.ts';

/** The sums themselves, to be merged later: a row per place and period, read back like any table. Helpers are a count in them. */
export function talliesData(all: Tallies): DataTable {
  const placed = all.tallies.map((tally) => ({ ...tally, facts: withoutNames(tally.facts) }));
  const { unplaced } = all;
  const names = [...new Set([...placed, ...unplaced].flatMap(({ facts }) => [...facts.keys()]))].toSorted();
  const factCells = (facts: Facts): readonly string[] =>
    names.flatMap((name) => {
      const sum = facts.get(name);
      return SUM_KEYS.map((part) => sum?.[part].toString() ?? '');
    });
  const placeCells = (place: Place): readonly string[] => PLACE_COLUMNS.map((part) => maskIdentityNumbers(place[part] ?? ''));
  const columns = [
    'tally_schema',
    ...PLACE_COLUMNS,
    'period',
    'inputs',
    'unplaced_in',
    'parameters',
    ...names.flatMap((name) => SUM_COLUMNS.map((part) => `${maskIdentityNumbers(name)}.${part}`)),
  ];
  const rows = [
    ...placed.map(({ place, period, inputs, parameters, facts }) => [
      TALLY_SCHEMA,
      ...placeCells(place),
      period,
      [...inputs].toSorted().join(';'),
      '',
      // Only the state of projects depends on the day.
      writeParameters(isOfProjects({ facts }) ? parameters : { ...parameters, as_of: undefined }),
      ...factCells(facts),
    ]),
    ...unplaced.map(({ place, period, input, facts }) => [
      TALLY_SCHEMA,
      ...placeCells(place ?? {}),
      period ?? '',
      input,
      input,
      '',
      ...factCells(facts),
    ]),
  ];
  return { columns, rows };
}
