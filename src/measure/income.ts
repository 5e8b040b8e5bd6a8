import type { Sum } from '../tally/sum.ts';
import type { Part } from './part.ts';
import { reading, unknown } from './reader.ts';
import type { Reader } from './reader.ts';
import { absentHouseholds, absentPersons, evidence, recorded } from './readers/index.ts';

/** Why there is no line to compare with. */
const NO_LINE = { none: 'no-line-in-force', other: 'tallied-with-another-line', annual: 'annual-standard' } as const;

/** Persons of registered households whose income is not known, and what rejected rows could say of incomes. */
export interface PersonsWithoutIncome {
  /** Those of households without one (all, where the file has no incomes), and those whom the file lacks. */
  readonly missing: bigint;
  readonly absentHouseholds: bigint;
  readonly absentPersons: bigint | 'open';
  /** Rejected rows, and the registered persons in them. */
  readonly rejected: bigint;
  readonly rejectedPersons: bigint;
}

/** What a figure of income reads besides incomes. `without`: the persons whose income is not known; `all`: those whom it could be of. */
export const personsWithout = (without: string, all: string): Reader<PersonsWithoutIncome> =>
  reading(
    {
      without: unknown(recorded(without)),
      all: evidence(all),
      registered: evidence('registered_poor_persons'),
      absentHouseholds,
      absentPersons,
      rows: evidence('rows'),
    },
    (read): PersonsWithoutIncome => {
      const { yes, unknown: perhaps } = read.without ?? read.all;
      const { absentHouseholds: households, absentPersons: persons, rows } = read;
      return {
        absentHouseholds: households,
        absentPersons: persons,
        missing: yes + perhaps + (persons === 'open' ? households : persons),
        rejected: rows.rejected + rows.rejectedOpen,
        rejectedPersons: read.registered.rejected,
      };
    },
  );

/** The same of all registered households. */
export const personsWithoutIncome = personsWithout('persons_without_income', 'registered_poor_persons');

/** A figure of income from two sums over persons whose income is known. Where any is not, it has no bounds: an income may be anything. */
export function incomePart(sums: { readonly above: Sum; readonly below: Sum } | undefined, others: PersonsWithoutIncome): Part {
  const { missing, rejected } = others;
  if (!sums) return { value: undefined, reason: 'no-data', low: 'open', high: 'open', missing, rejected: 0n };
  const isCertain = missing + rejected + sums.below.open === 0n && others.absentHouseholds === 0n;
  const value = { numerator: sums.above.yes, denominator: sums.below.yes };
  const nobody = sums.below.yes === 0n && !isCertain;
  return {
    value: nobody ? undefined : value,
    ...(nobody && { reason: 'no-data' }),
    low: isCertain ? value : 'open',
    high: isCertain ? value : 'open',
    missing,
    rejected,
    evidence: others.absentHouseholds > 0n ? 'partial' : 'households',
    ...(sums.above.atLeast + sums.above.open > 0n && { marks: ['at-least'] }),
  };
}

/** What a poverty gap reads: the line, the shortfall from it, and the line once for each person. */
interface Gap {
  readonly line: bigint | keyof typeof NO_LINE;
  readonly shortfall: Sum | undefined;
  readonly lines: Sum | undefined;
  readonly others: PersonsWithoutIncome;
}

/**
 * The shortfall from the poverty line, out of the line times persons: of all whose income is known, or of those below it alone.
 * The least it could be has everybody unknown at the line; the greatest is open, because an income may be negative.
 */
export function gapPart({ line, shortfall, lines, others }: Gap): Part {
  const part = incomePart(shortfall && lines && { above: shortfall, below: lines }, others);
  if (typeof line !== 'bigint')
    return {
      ...part,
      value: undefined,
      reason: NO_LINE[line],
      low: 'open',
      high: 'open',
    };
  if (!shortfall || !lines || part.low !== 'open' || others.absentPersons === 'open' || lines.rejectedOpen > 0n) return part;
  const atTheLine = line * (part.missing + others.rejectedPersons);
  return { ...part, low: { numerator: shortfall.yes, denominator: lines.yes + atTheLine } };
}
