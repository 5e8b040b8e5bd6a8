import { holdsOn } from './dated.ts';
import { lineage, partOfTheCountry } from './lineage.ts';
import type { Book, PartOfTheCountry } from './standard.ts';
import type { IsoDate } from '../vocabulary/period.ts';

/** Which of the standards are asked for: those of a region and of all that it lies in, those in force on a day. */
export interface Choice {
  readonly region: string | undefined;
  readonly on: IsoDate | undefined;
}

/** The part of a book that is asked for. A standard without a value on the day is left out. */
export function chosenOf({ standards, schemes }: Book, { region, on }: Choice): Book {
  const places = region === undefined ? undefined : lineage(region);
  const part = partOfTheCountry(region);
  const isThere = (rule: { readonly region: string; readonly appliesTo?: PartOfTheCountry | undefined }): boolean =>
    (places?.includes(rule.region) ?? true) && (part === undefined || rule.appliesTo === undefined || rule.appliesTo === part);
  return {
    standards: standards.filter(isThere).flatMap((standard) => {
      const values = standard.values.filter((value) => on === undefined || holdsOn(value, on));
      return values.length === 0 ? [] : [{ ...standard, values }];
    }),
    schemes: schemes.filter((scheme) => isThere(scheme) && (on === undefined || holdsOn(scheme, on))),
  };
}
