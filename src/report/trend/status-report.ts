import { printedPlace } from '../../rows/printed.ts';
import { maskId } from '../../input/shown-value.ts';
import { STATUSES_AT } from '../../rows/status-changes.ts';
import type { NamedChangeId, StatusAt, StatusChanges } from '../../rows/status-changes.ts';
import type { Likeness } from '../../rows/renamed.ts';
import type { Period } from '../../vocabulary/period.ts';
import { placeName } from '../../vocabulary/place.ts';
import type { Place } from '../../vocabulary/place.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { placeRecord } from '../printed-place.ts';
import type { ReportPlace } from '../report.ts';
import { CHANGE_NAMES, LIKENESS_NAMES, statusName } from './words.ts';

/** Households and their persons. */
export interface ReportCount {
  readonly households: number;
  readonly persons: number;
  /** 12, ≥40 */
  readonly personsText: string;
}

export interface ReportStatusCell extends ReportCount {
  readonly from: StatusAt;
  readonly to: StatusAt;
}

export interface ReportVillage {
  readonly place: ReportPlace['place'];
  readonly name: string;
}

/** What became of the households between two periods, with every text that is needed of it. Ids are masked where they are identity numbers. */
export interface StatusReport {
  readonly from: Period;
  readonly to: Period;
  /** The statuses that the earlier, and the later, period has, in the order of the matrix. */
  readonly rows: readonly { readonly status: StatusAt; readonly name: string }[];
  readonly columns: readonly { readonly status: StatusAt; readonly name: string }[];
  readonly cells: readonly ReportStatusCell[];
  readonly named: readonly (ReportCount & { readonly id: NamedChangeId; readonly name: string })[];
  /** Some household has "and more" persons: all sums of persons are at least so many. */
  readonly personsAtLeast: boolean;
  readonly vanishedWithVillage: number;
  readonly renamed: readonly {
    readonly from: string;
    readonly to: string;
    readonly village: ReportVillage;
    readonly likeness: Likeness;
    readonly likenessName: string;
  }[];
  readonly moved: readonly { readonly id: string; readonly from: ReportVillage; readonly to: ReportVillage }[];
}

/** Writes the changes of the households out. */
export function statusReport(changes: StatusChanges, lang: Lang): StatusReport {
  const { from, to, cells, named, vanishedWithVillage, personsAtLeast } = changes;
  const count = <T extends { readonly households: number; readonly persons: number }>(one: T) => ({
    ...one,
    personsText: `${personsAtLeast ? '≥' : ''}${one.persons}`,
  });
  const namesOf = (side: 'from' | 'to') => {
    const present = new Set(cells.map((cell) => cell[side]));
    return STATUSES_AT.filter((status) => present.has(status)).map((status) => ({ status, name: statusName(status)[lang] }));
  };
  const village = (place: Place): ReportVillage => ({
    place: placeRecord(place),
    name: placeName(printedPlace(place), 'township') || placeName(printedPlace(place)),
  });
  return {
    from,
    to,
    rows: namesOf('from'),
    columns: namesOf('to'),
    cells: cells.map(count),
    named: (Object.keys(named) as NamedChangeId[]).map((id) => ({ id, name: CHANGE_NAMES[id][lang], ...count(named[id]) })),
    personsAtLeast,
    vanishedWithVillage,
    renamed: changes.renamed.map(({ from: old, to: now, place, likeness }) => ({
      from: maskId(old),
      to: maskId(now),
      village: village(place),
      likeness,
      likenessName: LIKENESS_NAMES[likeness][lang],
    })),
    moved: changes.moved.map(({ id, from: before, to: after }) => ({
      id: maskId(id),
      from: village(before),
      to: village(after),
    })),
  };
}
