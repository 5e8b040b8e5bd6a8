import { factKey } from '../language/fact.ts';
import { facts } from '../tables/facts.ts';
import type { VillageView } from './village-view.ts';

/** What an auditor is shown of a number: the rows above the line, below it, and those whose answer is not known. */
export interface Behind {
  readonly numerator: readonly string[];
  readonly denominator?: readonly string[];
  /** Counted above or below the line, and taken away again. */
  readonly leftOut?: readonly string[];
  /** Facts that hold for rows which lack the number to be counted by: neither above the line nor below it. */
  readonly unknown?: readonly string[];
}

/** Something that is read of a village, with the facts that it is read from. */
export interface Reader<T> {
  /** Every fact that it takes, by `origin.id`: these are tallied. */
  readonly uses: readonly string[];
  /** The facts whose rows it stands for. Where both household rows and the village row could say it, those of both. */
  readonly rows: readonly string[];
  /** Where these rows stand in the number. Nowhere, as long as nobody says. */
  readonly behind: Partial<Behind>;
  readonly read: (village: VillageView) => T;
}

/** Several readers, each by the name under which a formula knows it. */
export type Reads = Readonly<Record<string, Reader<unknown>>>;

/** What readers give: all that a formula sees. */
export type Read<R extends Reads> = { readonly [Name in keyof R]: R[Name] extends Reader<infer T> ? T : never };

const known = new Set(facts.map(factKey));

/** Says that facts are there. A name that no fact has is our mistake. */
export function existing(keys: readonly string[]): readonly string[] {
  const unknown = keys.find((key) => !known.has(key));
  if (unknown !== undefined) throw new RangeError(`no fact ${unknown}`);
  return keys;
}

/** Of several names of facts, those that are there. */
export const those = (keys: readonly string[]): readonly string[] => keys.filter((key) => known.has(key));

/** A reader from what a village view gives. */
export const reader = <T>(
  { uses, rows = [], behind = {} }: Pick<Reader<T>, 'uses'> & Partial<Reader<T>>,
  read: Reader<T>['read'],
): Reader<T> => ({ uses: existing(uses), rows: existing(rows), behind, read });

const STANDINGS = ['numerator', 'denominator', 'leftOut', 'unknown'] as const satisfies readonly (keyof Behind)[];

/** One reader made of several by a formula. The facts, and where the rows stand, follow from them. */
export function reading<const R extends Reads, T>(reads: R, formula: (read: Read<R>) => T): Reader<T> {
  const parts = Object.entries<Reader<unknown>>(reads);
  const all = parts.map(([, part]) => part);
  return {
    uses: [...new Set(all.flatMap(({ uses }) => uses))],
    rows: [...new Set(all.flatMap(({ rows }) => rows))],
    behind: behindOf(all),
    read: (village) => {
      const values: Record<string, unknown> = {};
      for (const [name, part] of parts) values[name] = part.read(village);
      return formula(values as Read<R>);
    },
  };
}

function behindOf(readers: readonly Reader<unknown>[]): Partial<Behind> {
  const lists = STANDINGS.map((standing) => [standing, readers.flatMap(({ behind }) => behind[standing] ?? [])] as const);
  return Object.fromEntries(lists.filter(([, keys]) => keys.length > 0));
}

const standing =
  (where: keyof Behind) =>
  <T>(one: Reader<T>): Reader<T> => ({ ...one, behind: { ...one.behind, [where]: one.rows } });

/** What is counted above the line. */
export const above = standing('numerator');
/** What is counted below the line. */
export const below = standing('denominator');
/** What is taken away. */
export const leftOut = standing('leftOut');
/** What tells who cannot be counted. */
export const unknown = standing('unknown');

/** What stands nowhere in the number as it usually is. */
export const apart = <T>(one: Reader<T>): Reader<T> => ({ ...one, rows: [], behind: {} });

/** What the village table alone is shown for, though household rows could say it as well: their rows are behind the number in another way. */
export const asDeclared = <T>(one: Reader<T>): Reader<T> => ({
  ...one,
  rows: one.rows.filter((key) => key.startsWith('declared.') || key.startsWith('evaluation.')),
});
