import { without } from './dated.ts';
import type { Dated } from './dated.ts';
import type { Book, PartOfTheCountry, Scheme, Standard } from './standard.ts';

interface Rule {
  readonly id: string;
  readonly region: string;
  readonly appliesTo?: PartOfTheCountry | undefined;
}

/** Whether two rules are about one thing for one region: a national rule without a half replaces both halves. */
const isSameRule = (a: Rule, b: Rule): boolean =>
  a.id === b.id && a.region === b.region && (a.appliesTo === undefined || b.appliesTo === undefined || a.appliesTo === b.appliesTo);

/** A book with a user's own entries: each takes the place of what is shipped under its id and region, on the days that it covers. */
export function withOwn(shipped: Book, own: Book): Book {
  const kept = (standard: Standard): readonly Standard[] => {
    const taken: readonly Dated[] = own.standards.filter((other) => isSameRule(standard, other)).flatMap(({ values }) => values);
    if (taken.length === 0) return [standard];
    const values = standard.values.flatMap((value) => without(value, taken).map((period) => ({ ...value, ...period })));
    return values.length === 0 ? [] : [{ ...standard, values }];
  };
  const keptScheme = (scheme: Scheme): readonly Scheme[] =>
    without(
      scheme,
      own.schemes.filter((other) => isSameRule(scheme, other)),
    ).map((period) => ({ ...scheme, ...period }));
  return {
    standards: [...shipped.standards.flatMap(kept), ...own.standards],
    schemes: [...shipped.schemes.flatMap(keptScheme), ...own.schemes],
  };
}
