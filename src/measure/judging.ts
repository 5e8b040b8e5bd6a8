import { NATION, lineage } from '../standards/lineage.ts';
import type { Tally } from '../tally/tally.ts';
import { periodEnd } from '../vocabulary/period.ts';
import type { IsoDate, Period } from '../vocabulary/period.ts';
import type { Judging } from './judge.ts';
import { regionAt } from './standards-at.ts';
import type { Standards } from './standards-at.ts';

/** The smallest region that several places have in common. */
function commonRegion(regions: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = regions;
  if (first === undefined) return undefined;
  const common = lineage(first).find((candidate) => others.every((other) => other !== undefined && lineage(other).includes(candidate)));
  // That the places lie in one country is no answer to where they lie.
  return common === NATION ? undefined : common;
}

/** A village that has its own year of exit is judged by the standards of that year, unless the year has not come yet. */
function exitDate({ facts, period }: Tally): IsoDate | undefined {
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
    return members.some(({ place }) => place.county === undefined) ? undefined : { book, level, region: where, date: day, day, period };
  if (members.some(isNoPovertyVillage)) return undefined;
  return { book, level, region: where, date: exitDate(members[0]!) ?? day, day, period };
}
