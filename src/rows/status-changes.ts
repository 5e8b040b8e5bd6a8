import { kindOf } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';
import { PLACE_PARTS } from '../vocabulary/place.ts';
import type { Place } from '../vocabulary/place.ts';
import { HOUSEHOLD_STATUSES, NOT_THERE } from './history.ts';
import type { HouseholdStatus, StatusHistory, StatusSnapshot } from './history.ts';
import { renamedIds } from './renamed.ts';
import type { Known, Renamed } from './renamed.ts';

/** A status by the row, or no row at all. */
export type StatusAt = HouseholdStatus | 'absent';

/** Every status, the rows' own order first: rows and columns of the matrix. */
export const STATUSES_AT: readonly StatusAt[] = [...HOUSEHOLD_STATUSES, 'absent'];

/** Households, and the persons in them by the later row where there is one. */
export interface HouseholdCount {
  readonly households: number;
  readonly persons: number;
}

/** How many households had one status and then another. */
export interface StatusCell extends HouseholdCount {
  readonly from: StatusAt;
  readonly to: StatusAt;
}

export interface Moved {
  readonly id: string;
  readonly from: Place;
  readonly to: Place;
}

/** What became of the households between two periods. */
export interface StatusChanges {
  readonly from: Period;
  readonly to: Period;
  /** The cells of the matrix that hold somebody. Their households add up to all that either period has. */
  readonly cells: readonly StatusCell[];
  readonly named: Readonly<Record<NamedChangeId, HouseholdCount>>;
  readonly personsAtLeast: boolean;
  /** Of the vanished, those of villages that the later period does not have at all: a file may be missing, not the household. */
  readonly vanishedWithVillage: number;
  readonly renamed: readonly Renamed[];
  readonly moved: readonly Moved[];
}

const POOR: readonly StatusAt[] = ['remaining', 'returned'];
const NOT_REGISTERED: readonly StatusAt[] = ['absent', 'never', 'cancelled'];
const THERE: readonly StatusAt[] = HOUSEHOLD_STATUSES;

/** Fields of the matrix: any of the first statuses, then any of the second. */
interface Fields {
  readonly from: readonly StatusAt[];
  readonly to: readonly StatusAt[];
}

/**
 * The changes that have a name. Poor is 未脱贫 and 返贫; 预脱贫 is neither poor nor exited.
 * Returned: it had exited and is poor again, or its row says 返贫 and the earlier one did not say it was poor. New: poor, without that word, and before
 * not in the file, never registered or cancelled. Vanished and appeared go by the id alone, so a new household may have appeared as well.
 */
export const NAMED_CHANGES = {
  stayed_poor: [{ from: POOR, to: POOR }],
  exited: [{ from: ['remaining', 'returned', 'pre-exit'], to: ['exited'] }],
  returned: [
    { from: ['exited'], to: POOR },
    { from: [...NOT_REGISTERED, 'pre-exit'], to: ['returned'] },
  ],
  new_poor: [{ from: NOT_REGISTERED, to: ['remaining'] }],
  cancelled: [{ from: THERE.filter((status) => status !== 'cancelled'), to: ['cancelled'] }],
  vanished: [{ from: THERE, to: ['absent'] }],
  appeared: [{ from: ['absent'], to: THERE }],
} as const satisfies Readonly<Record<string, readonly Fields[]>>;
export type NamedChangeId = keyof typeof NAMED_CHANGES;

/** The changes between each two consecutive periods of the household rows; none where there is but one period. Pure. */
export function statusChanges(history: StatusHistory): readonly StatusChanges[] {
  return pairsOf(history.periods).map(([from, to]) => changesBetween(history, history.at(from), history.at(to)));
}

/**
 * Years are followed by years and months by months. Where neither has two, a status is as at a period's end, and the periods are followed
 * by that day.
 */
function pairsOf(periods: readonly Period[]): readonly (readonly [Period, Period])[] {
  const pairs = (all: readonly Period[]) => all.slice(1).map((period, index) => [all[index]!, period] as const);
  const ofKinds = (['year', 'month'] as const).flatMap((kind) => pairs(periods.filter((period) => kindOf(period) === kind)));
  return ofKinds.length > 0 ? ofKinds : pairs(periods);
}

function changesBetween(history: StatusHistory, before: StatusSnapshot, after: StatusSnapshot): StatusChanges {
  const width = HOUSEHOLD_STATUSES.length + 1;
  const households = new Float64Array(width * width);
  const persons = new Float64Array(width * width);
  const vanished: Known[] = [];
  const appeared: Known[] = [];
  const moved: Moved[] = [];
  const villagesAfter = villagesOf(after);
  let vanishedWithVillage = 0;
  const known = (snapshot: StatusSnapshot, household: number): Known => ({
    id: history.idOf(household),
    place: history.placeOf(snapshot.places[household]!),
    persons: snapshot.persons[household]!,
    name: snapshot.names[household]!,
  });
  for (let household = 0; household < history.size; household++) {
    const [was, is] = [before.statuses[household]!, after.statuses[household]!];
    if (was === NOT_THERE && is === NOT_THERE) continue;
    const cell = was * width + is;
    households[cell]!++;
    persons[cell]! += (is === NOT_THERE ? before : after).persons[household]!;
    if (is === NOT_THERE) {
      vanished.push(known(before, household));
      if (!villagesAfter.has(before.places[household]!)) vanishedWithVillage++;
    } else if (was === NOT_THERE) appeared.push(known(after, household));
    else if (before.places[household] !== after.places[household]) {
      const [from, to] = [history.placeOf(before.places[household]!), history.placeOf(after.places[household]!)];
      if (!mayBeSameVillage(from, to)) moved.push({ id: history.idOf(household), from, to });
    }
  }
  const numberOf = (status: StatusAt): number => (status === 'absent' ? NOT_THERE : HOUSEHOLD_STATUSES.indexOf(status) + 1);
  const cells = STATUSES_AT.flatMap((from) =>
    STATUSES_AT.flatMap((to): StatusCell[] => {
      const cell = numberOf(from) * width + numberOf(to);
      return households[cell] === 0 ? [] : [{ from, to, households: households[cell]!, persons: persons[cell]! }];
    }),
  );
  return {
    from: before.period,
    to: after.period,
    cells,
    named: namedOf(cells),
    personsAtLeast: before.personsAtLeast || after.personsAtLeast,
    vanishedWithVillage,
    renamed: renamedIds(vanished, appeared),
    moved,
  };
}

const villagesOf = ({ statuses, places }: StatusSnapshot): ReadonlySet<number> =>
  new Set(places.filter((_, household) => statuses[household] !== NOT_THERE));

/** Where one row names its village with fewer parts than the other, the household has not moved. */
const mayBeSameVillage = (a: Place, b: Place): boolean =>
  [...PLACE_PARTS, 'village_code' as const].every((part) => a[part] === undefined || b[part] === undefined || a[part] === b[part]);

function namedOf(cells: readonly StatusCell[]): StatusChanges['named'] {
  const countOf = (fields: readonly Fields[]): HouseholdCount => {
    const inside = cells.filter((cell) => fields.some(({ from, to }) => from.includes(cell.from) && to.includes(cell.to)));
    return {
      households: inside.reduce((sum, one) => sum + one.households, 0),
      persons: inside.reduce((sum, one) => sum + one.persons, 0),
    };
  };
  return Object.fromEntries(Object.entries(NAMED_CHANGES).map(([id, fields]) => [id, countOf(fields)])) as StatusChanges['named'];
}
