import type { IsoDate } from '../vocabulary/period.ts';
import { holdsOn } from './dated.ts';
import type { Dated } from './dated.ts';
import { lineage, NATION, partOfTheCountry } from './lineage.ts';
import type { Amendment, Book, PartOfTheCountry, Scheme, SchemeId, Standard, StandardValue } from './standard.ts';

/** Why there is nothing to judge by. An answer, not a fault. */
export type NotInForce =
  /** No sourced value for that day; `periods` are the days for which there is one, by region. Empty where the id is not known there at all. */
  | { readonly reason: 'no-value-in-force'; readonly periods: readonly (Dated & { readonly region: string })[] }
  /** The answer depends on where the place lies, and nothing says where. */
  | { readonly reason: 'region-unknown' };

export interface StandardInForce {
  readonly standard: Standard;
  readonly value: StandardValue;
  /** Known changes of the rule, begun by that day, whose text was not read. */
  readonly amendments: readonly Amendment[];
}

export interface SchemeInForce {
  readonly scheme: Scheme;
  readonly amendments: readonly Amendment[];
}

/** The value by which a place of the region is judged on a day, or why there is none. Nothing reaches forward or back in time. */
export function standardInForce(book: Book, id: string, region: string | undefined, date: IsoDate): StandardInForce | NotInForce {
  let ofBook = found.get(book);
  if (!ofBook) found.set(book, (ofBook = new Map()));
  const key = `${id} ${date} ${region ?? ''}`;
  let answer = ofBook.get(key);
  if (!answer) ofBook.set(key, (answer = lookedUp(book, id, region, date)));
  return answer;
}

/** What was looked up in a book. It is asked of each place of a run anew, and most places lie in one county. */
const found = new WeakMap<Book, Map<string, StandardInForce | NotInForce>>();

function lookedUp({ standards }: Book, id: string, region: string | undefined, date: IsoDate): StandardInForce | NotInForce {
  const entries = standards
    .filter((standard) => standard.id === id)
    .flatMap((standard) => standard.values.map((value) => ({ rule: standard, period: value, found: { standard, value } })));
  const held = nearestHeld(entries, region, date);
  return 'reason' in held ? held : { ...held, amendments: begunBy(held.standard.amendments, date) };
}

/** The whole set of criteria by which a place of the region may exit on a day, or why there is none. */
export function schemeInForce({ schemes }: Book, id: SchemeId, region: string | undefined, date: IsoDate): SchemeInForce | NotInForce {
  const entries = schemes.filter((scheme) => scheme.id === id).map((scheme) => ({ rule: scheme, period: scheme, found: { scheme } }));
  const held = nearestHeld(entries, region, date);
  return 'reason' in held ? held : { ...held, amendments: begunBy(held.scheme.amendments, date) };
}

const begunBy = (amendments: readonly Amendment[] | undefined, date: IsoDate): readonly Amendment[] =>
  (amendments ?? []).filter(({ from }) => from <= date);

interface Entry<Found> {
  readonly rule: { readonly region: string; readonly appliesTo?: PartOfTheCountry | undefined };
  readonly period: Dated;
  readonly found: Found;
}

/**
 * The rule of the smallest region that holds on the day.
 *
 * A region's own rule hides the wider one only while the region has one: from the first day of its first value to the last day of
 * its last. Before that the wider rule was the only one there, and judges: a village of Guangxi in 2016 is judged by the nation's
 * incidence, the autonomous region's form being of 2017. But a gap between two values is not an absence of the rule: Guangxi had a
 * mark for collective income in 2019, we only have no document for its number. To judge that year by the nation's rule, or by the
 * mark of 2018, would give a verdict that nobody in that village would have got; the answer is that there is no sourced value.
 */
function nearestHeld<Found extends object>(
  entries: readonly Entry<Found>[],
  region: string | undefined,
  date: IsoDate,
): Found | NotInForce {
  // Without a region, a rule that some region has on that day may or may not be the place's own: the nation's is not lent to it.
  if (region === undefined && entries.some(({ rule, period }) => rule.region !== NATION && holdsOn(period, date)))
    return { reason: 'region-unknown' };
  const part = partOfTheCountry(region);
  const places = lineage(region ?? NATION);
  for (const place of places) {
    const here = entries.filter(
      ({ rule }) => rule.region === place && (part === undefined || rule.appliesTo === undefined || rule.appliesTo === part),
    );
    const held = here.find(({ period }) => holdsOn(period, date));
    if (held) return part === undefined && held.rule.appliesTo !== undefined ? { reason: 'region-unknown' } : held.found;
    if (isWithin(here, date)) break;
  }
  return {
    reason: 'no-value-in-force',
    periods: entries
      .filter(({ rule }) => places.includes(rule.region) && (part === undefined || rule.appliesTo === undefined || rule.appliesTo === part))
      .map(({ rule, period }) => ({ region: rule.region, from: period.from, until: period.until })),
  };
}

/** Whether a day lies between the first and the last day of a region's rule. */
const isWithin = (entries: readonly Entry<unknown>[], date: IsoDate): boolean =>
  entries.some(({ period }) => period.from <= date) && entries.some(({ period }) => date <= period.until);
