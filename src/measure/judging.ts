import { EXITS_END } from '../standards/exits-end.ts';
import { NATION, isOwnRegion, lineage, regionOf } from '../standards/lineage.ts';
import type { Book } from '../standards/standard.ts';
import type { Tally } from '../tally/tally.ts';
import { periodEnd, periodStart } from '../vocabulary/period.ts';
import type { IsoDate, Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';
import type { Judging } from './judge.ts';

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

/** The smallest region that several places have in common. */
function commonRegion(regions: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = regions;
  if (first === undefined) return undefined;
  const common = lineage(first).find((candidate) => others.every((other) => other !== undefined && lineage(other).includes(candidate)));
  // That the places lie in one country is no answer to where they lie.
  return common === NATION ? undefined : common;
}

/**
 * A village that has its own year of exit is judged by the standards of that year, unless the year has not come yet. Once the years of exit are over, no
 * number is judged by them any more: there is no verdict on the poverty of a later year.
 */
function exitDate({ facts, period }: Tally): IsoDate | undefined {
  if (periodStart(period) > EXITS_END) return undefined;
  const year = facts.get('declared.exit_year');
  if (!year || year.yes === 0n || year.open > 0n || year.yes > BigInt(period.slice(0, 4))) return undefined;
  return periodEnd(year.yes.toString() as Period);
}

/** Whether the village row says that it is no poverty village, whatever rejected rows may belong to it: the village exit standard is not for it. */
function isNoPovertyVillage({ facts }: Tally): boolean {
  const [answer, rows] = [facts.get('declared.poverty_village'), facts.get('declared.rows')];
  return rows !== undefined && rows.yes === 1n && answer !== undefined && answer.yes + answer.unknown + answer.unrecorded === 0n;
}

/** The facts that decide how a village is judged. */
export const judgingFacts = ['declared.exit_year', 'declared.poverty_village'] as const;

/** How a place of a level is judged; undefined where nothing judges such a place. `members` are its villages of the period. */
export function judgingOf(
  { book, region, asOf }: Standards,
  level: string | undefined,
  members: readonly Tally[],
  period: Period,
): Judging | undefined {
  if ((level !== 'village' && level !== 'county') || members.length === 0) return undefined;
  const day = asOf ?? periodEnd(period);
  const where = commonRegion(members.map(({ place }) => regionAt(place, region)));
  // Villages that name no county are no county.
  if (level === 'county')
    return members.some(({ place }) => place.county === undefined) ? undefined : { book, level, region: where, date: day, period };
  if (members.some(isNoPovertyVillage)) return undefined;
  return { book, level, region: where, date: exitDate(members[0]!) ?? day, period };
}
