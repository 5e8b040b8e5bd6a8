import { maskIdentityNumbers } from '../input/mask.ts';
import { QUANTITY_PLACES } from '../input/values/quantity.ts';
import { tables } from '../tables/index.ts';
import { projectState } from '../tables/projects/money-columns.ts';
import type { MeasuredKind } from '../measure/measured.ts';
import type { Breakdown } from '../measure/metric.ts';
import type { Table } from '../language/table.ts';
import { UNNAMED } from '../language/fact.ts';
import { toNumber } from '../vocabulary/fraction.ts';
import type { Lang } from '../vocabulary/text.ts';
import { USUAL_TERMS, unitCode, unitName } from '../vocabulary/terms.ts';
import type { Terms } from '../vocabulary/terms.ts';
import { countAsNumber, formatCount, formatQuantity } from './format-value.ts';

/** One kind of a number that is broken down, with its texts. */
export interface ReportKind {
  /** The name as the files have it, or its canonical word; empty where no name is given. */
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** A unit of ours, or in kind the unit that the files name. */
  readonly unit: string;
  readonly unitName: string;
  readonly text: string;
  readonly plain: string;
}

const NOT_NAMED = { zh: '未注明', en: 'not named' } as const;
const QUANTITY = 10n ** BigInt(QUANTITY_PLACES);

/** Writes out the kinds of a number. */
export function kindsOf(
  { column, unit }: Breakdown,
  kinds: readonly MeasuredKind[],
  lang: Lang,
  terms: Terms = USUAL_TERMS,
): readonly ReportKind[] {
  const words = wordsOf(column);
  return kinds.map(({ name: own, value, atLeast }) => {
    // Whatever stands in the column: an identity number never leaves the tool whole.
    const name = maskIdentityNumbers(own);
    const label = name === UNNAMED ? NOT_NAMED[lang] : ((lang === 'zh' ? words[name]?.[0] : undefined) ?? name);
    const written =
      unit === 'named'
        ? { plain: formatQuantity(value), value: toNumber({ numerator: value, denominator: QUANTITY })!, unit: name, unitName: label }
        : {
            plain: formatCount(value, unit),
            value: countAsNumber(value, unit),
            unit: unitCode(unit, terms),
            unitName: unitName(unit, terms)[lang],
          };
    return { key: name, label, ...written, text: `${atLeast ? '≥' : ''}${written.plain}` };
  });
}

/** What the canonical words of a choice are called in Chinese. */
function wordsOf(column: string): Readonly<Record<string, readonly string[]>> {
  const all: readonly Table[] = [...Object.values(tables), projectState];
  for (const { columns } of all) {
    const choices = columns[column]?.choices;
    if (choices) return choices;
  }
  return {};
}
