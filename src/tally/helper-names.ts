import type { Row } from '../language/row.ts';
import { maskName } from '../input/mask.ts';
import { rowText } from './duplicates.ts';
import type { RowFinding, RowName } from './duplicates.ts';
import { COMBINED } from '../language/fact.ts';
import { namesOf } from '../language/readings/weigh.ts';

const BLANKS = /\s/gu;
const NONE: readonly RowFinding[] = [];

/** How a helper was written first, and in which other ways since. */
interface Spelling {
  readonly helper: string;
  readonly at: RowName;
  others?: Set<string>;
}

const withoutBlanks = (helper: string): string => helper.replace(BLANKS, '');
const isSpelled = ({ helper, others }: Spelling, other: string): boolean => helper === other || others?.has(other) === true;

/** Helpers by name and unit, to see those whose names differ in blanks alone (张 三, 张三). They count as two; somebody should say whether they are. */
export class HelperNames {
  /** By name and unit without blanks: the first spelling and where it stood, and further ones. */
  readonly #spellings = new Map<string, Spelling>();
  /** Cells that said the same are one list: each is looked at once. */
  readonly #seen = new WeakMap<object, Set<unknown>>();

  /** A finding for each spelling of a helper in the row that is new and not the first. */
  take(row: Row, at: () => RowName): readonly RowFinding[] {
    const { helper_name: names, helper_unit: units } = row;
    if (!Array.isArray(names) || names.length === 0) return NONE;
    const seen = this.#seen.get(names);
    if (seen?.has(units)) return NONE;
    if (seen) seen.add(units);
    else this.#seen.set(names, new Set([units]));
    return namesOf(row, ['helper_unit', 'helper_name']).flatMap((helper) => this.#differing(helper, at()) ?? []);
  }

  /** Takes a row of which nothing is to be said: its helpers are known in this spelling, or one is new and alone. Else nothing is taken. */
  takeSilently(row: Row, at: () => RowName): boolean {
    const { helper_name: names } = row;
    if (!Array.isArray(names) || names.length === 0) return true;
    let alone: string | undefined;
    for (const helper of namesOf(row, ['helper_unit', 'helper_name'])) {
      const known = this.#spellings.get(withoutBlanks(helper));
      if (known ? !isSpelled(known, helper) : alone !== undefined) return false;
      if (!known) alone = helper;
    }
    if (alone !== undefined) this.#spellings.set(withoutBlanks(alone), { helper: alone, at: at() });
    return true;
  }

  #differing(helper: string, at: RowName): RowFinding | undefined {
    const bare = withoutBlanks(helper);
    const known = this.#spellings.get(bare);
    if (!known) this.#spellings.set(bare, { helper, at });
    if (!known || isSpelled(known, helper)) return undefined;
    (known.others ??= new Set()).add(helper);
    const value = maskName(helper.slice(helper.lastIndexOf(COMBINED) + COMBINED.length));
    return { code: 'helper-differs-in-blanks', severity: 'warning', column: 'helper_name', value, arguments: { twin: rowText(known.at) } };
  }
}
