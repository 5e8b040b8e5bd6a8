import { households } from '../input/tables/households.ts';
import { villages } from '../input/tables/villages.ts';
import type { Column } from '../input/column.ts';
import type { Finding } from '../input/findings.ts';
import { placeKey, placeName } from '../vocabulary/place.ts';
import { toDecimal } from '../vocabulary/fraction.ts';
import type { Fact } from './fact.ts';
import { facts } from './facts/index.ts';
import type { Tally } from './tally.ts';

/** The facts that are told twice, by the village and by its households. */
export const comparedFacts: readonly Fact[] = facts.filter(({ id, origin }) =>
  facts.some((other) => other.id === id && other.origin !== origin),
);

/** Where a village's declaration of a period stands. */
export interface DeclaredAt {
  readonly file: string;
  readonly line: number;
  readonly row: number;
  readonly key: string | undefined;
}

/** How declarations are looked up by the tallies they went into. */
export const declarationKey = ({ place, period }: Pick<Tally, 'place' | 'period'>): string => `${placeKey(place)}\u001f${period}`;

/**
 * Where household rows and village rows disagree about the same thing: a warning at the village's cell.
 * Rows that are unknown or rejected could explain a difference; then there is none to report.
 */
export function* disagreements(tallies: readonly Tally[], declaredAt: ReadonlyMap<string, DeclaredAt>): Generator<Finding> {
  for (const tally of tallies) {
    const at = declaredAt.get(declarationKey(tally));
    if (!at || !tally.facts.has('evidence.rows')) continue;
    for (const [column, definition] of Object.entries<Column>(villages.columns)) {
      const declared = tally.facts.get(`declared.${column}`);
      const evidence = tally.facts.get(`evidence.${column}`);
      if (!declared || !evidence || declared.unrecorded + declared.open + declared.rejectedOpen > 0n || evidence.unrecorded > 0n) continue;
      const isCount = column === 'registered_poor_households';
      const most = evidence.yes + evidence.unknown + evidence.rejected;
      const explained =
        evidence.open + evidence.rejectedOpen > 0n ? declared.yes >= evidence.yes : declared.yes >= evidence.yes && declared.yes <= most;
      if (explained) continue;
      const written = (amount: bigint): string =>
        definition.kind === 'money' ? toDecimal({ numerator: amount, denominator: 100n }, 2) : amount.toString();
      yield {
        code: isCount ? 'household-count-differs' : 'evidence-differs',
        severity: 'warning',
        file: at.file,
        line: at.line,
        row: at.row,
        column,
        value: written(declared.yes),
        key: at.key ?? placeName(tally.place),
        arguments: {
          column: { zh: definition.label.zh, en: column },
          declared: written(declared.yes),
          evidence: written(evidence.yes),
          table: households.label,
        },
      };
    }
  }
}
