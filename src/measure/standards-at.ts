import { standardInForce } from '../standards/in-force.ts';
import { isOwnRegion, regionOf } from '../standards/lineage.ts';
import type { Book } from '../standards/standard.ts';
import type { Fraction } from '../vocabulary/fraction.ts';
import { kindOf, periodEnd } from '../vocabulary/period.ts';
import type { IsoDate, Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';

/** By what a run judges: the standards, and what the user says of where and when. */
export interface Standards {
  readonly book: Book;
  /** A code of GB/T 2260, for places that do not say where they lie. */
  readonly region?: string | undefined;
  /** The day to judge at; the period's end where it does not say. */
  readonly asOf?: IsoDate | undefined;
}

/**
 * Where a place lies: by its village code or its province. The user's region counts where the place says nothing, and where it is a smaller part
 * of what the place says; it never moves a place, unless it is a region of the office's own.
 */
export function regionAt(place: Pick<Place, 'province' | 'village_code'>, asked: string | undefined): string | undefined {
  // Codes and names of an office abroad mean nothing in GB/T 2260.
  if (asked !== undefined && isOwnRegion(asked)) return asked;
  const own = regionOf(place);
  return own === undefined || asked?.startsWith(own) ? asked : own;
}

/** A dated limit in the smallest unit, or why there is none: not in force there, or one of a year where the period is a month. */
export type ClassLimit = Fraction | 'none' | 'annual';

/** A dated limit of a class of villages, as it holds at a place at the end of a period. */
export function limitAt(limits: Standards | undefined, id: string, place: Place, period: Period): ClassLimit {
  if (kindOf(period) === 'month') return 'annual';
  if (!limits) return 'none';
  const { book, region, asOf } = limits;
  const found = standardInForce(book, id, regionAt(place, region), asOf ?? periodEnd(period));
  return 'value' in found ? found.value.threshold : 'none';
}
