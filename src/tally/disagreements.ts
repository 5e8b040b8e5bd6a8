import { villages } from '../tables/villages/table.ts';
import type { Column } from '../language/column.ts';
import type { Finding } from '../input/finding.ts';
import { placeKey, placeName } from '../vocabulary/place.ts';
import { toDecimal } from '../vocabulary/fraction.ts';
import type { Text } from '../vocabulary/text.ts';
import type { Fact, Origin } from '../language/fact.ts';
import { NOTHING } from './sum.ts';
import type { Sum } from './sum.ts';
import { facts } from '../tables/facts.ts';
import type { Tally } from './tally.ts';

/** The facts that are told twice, by the village and by its households. */
const COMPARED: readonly Origin[] = ['declared', 'evidence'];
export const comparedFacts: readonly Fact[] = facts.filter(
  ({ id, origin }) =>
    COMPARED.includes(origin) && facts.some((other) => other.id === id && other.origin !== origin && COMPARED.includes(other.origin)),
);

/** Where a village's declaration of a period stands. */
export interface DeclaredAt {
  readonly file: string;
  readonly sheet?: string;
  readonly line: number;
  readonly row: number;
  readonly key: string | undefined;
}

/** How declarations are looked up by the tallies they went into. */
export const declarationKey = ({ place, period }: Pick<Tally, 'place' | 'period'>): string => `${placeKey(place)}\u001f${period}`;

/**
 * Where household rows and village rows disagree about the same thing: a warning at the village's cell.
 * Rows that are unknown, rejected or absent, and lower bounds, could explain a difference; then there is none to report.
 */
export function* disagreements(tallies: readonly Tally[], declaredAt: ReadonlyMap<string, DeclaredAt>): Generator<Finding> {
  for (const tally of tallies) {
    const at = declaredAt.get(declarationKey(tally));
    if (!at || !tally.facts.has('evidence.rows')) continue;
    const absent = absentHouseholds(tally);
    for (const { column, definition, inVillage, inRows } of comparedColumns) {
      const declared = tally.facts.get(inVillage);
      const evidence = tally.facts.get(inRows);
      const isSize = column === REGISTERED;
      if (!declared || !evidence || !isStated(declared) || evidence.unrecorded > 0n) continue;
      if (couldBe(declared.yes, evidence, isSize ? 0n : absent, evidenceWeights.get(column) === 1)) continue;
      const written = (amount: bigint): string =>
        definition.kind === 'money' ? toDecimal({ numerator: amount, denominator: FEN }, 2) : amount.toString();
      yield {
        code: isSize ? 'household-count-differs' : 'evidence-differs',
        severity: 'warning',
        ...at,
        column,
        value: written(declared.yes),
        key: at.key ?? placeName(tally.place),
        arguments: {
          column: { zh: definition.label.zh, en: column },
          declared: written(declared.yes),
          evidence: written(evidence.yes),
          used: absent > 0n ? DECLARATION_STANDS : ROWS_ARE_USED,
        },
      };
    }
  }
}

const REGISTERED = 'registered_poor_households';
const FEN = 100n;
/** Whose word counts, where the user does not say otherwise. */
const DECLARATION_STANDS: Text = {
  zh: '户表补齐村表填报的全部贫困户之前，以村表为准',
  en: "the village's own figures stand until the household file has every household it declares",
};
const ROWS_ARE_USED: Text = { zh: '以户表为准', en: 'the household rows are used' };
const evidenceWeights = new Map(comparedFacts.filter(({ origin }) => origin === 'evidence').map(({ id, sum }) => [id, sum]));

/** The columns of the village table that household rows tell too, and the facts of both. */
const comparedColumns = Object.entries<Column>(villages.columns)
  .filter(([column]) => comparedFacts.some(({ id }) => id === column))
  .map(([column, definition]) => ({ column, definition, inVillage: `declared.${column}`, inRows: `evidence.${column}` }));

/** Whether the village row gives an exact number. */
const isStated = ({ unrecorded, open, rejectedOpen, atLeast }: Sum): boolean => unrecorded + open + rejectedOpen + atLeast === 0n;

/** Households that the village declares and the rows do not have. */
function absentHouseholds({ facts }: Tally): bigint {
  const declared = facts.get(`declared.${REGISTERED}`)?.yes ?? 0n;
  const evidence = facts.get(`evidence.${REGISTERED}`) ?? NOTHING;
  const absent = declared - evidence.yes - evidence.unknown - evidence.rejected;
  return absent > 0n ? absent : 0n;
}

/** Whether what is not known of the households could make up the declared number. An absent household weighs 1, or anything. */
function couldBe(
  declared: bigint,
  { yes, unknown, rejected, open, rejectedOpen, atLeast }: Sum,
  absent: bigint,
  countsHouseholds: boolean,
): boolean {
  if (declared < yes) return false;
  const isOpen = open + rejectedOpen + atLeast > 0n || (absent > 0n && !countsHouseholds);
  return isOpen || declared <= yes + unknown + rejected + absent;
}
