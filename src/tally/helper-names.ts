import type { Row } from '../language/row.ts';
import { maskName } from '../input/mask.ts';
import { rowText } from './duplicates.ts';
import type { RowFinding, RowName } from './duplicates.ts';
import { COMBINED } from '../language/fact.ts';
import { namesOf } from '../language/readings/weigh.ts';

const BLANKS = /\s/gu;
const NONE: readonly RowFinding[] = [];

/** Helpers by name and unit, to see those whose names differ in blanks alone (张 三, 张三). They count as two; somebody should say whether they are. */
export class HelperNames {
  /** By name and unit without blanks, each spelling and where it stood first. */
  readonly #spellings = new Map<string, Map<string, RowName>>();
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

  /** Whether taking a row would say nothing: its helpers are known in this spelling, or one is new and alone. */
  isSilent(row: Row): boolean {
    const { helper_name: names } = row;
    if (!Array.isArray(names) || names.length === 0) return true;
    const unknown = namesOf(row, ['helper_unit', 'helper_name']).filter(
      (helper) => !this.#spellings.get(helper.replace(BLANKS, ''))?.has(helper),
    );
    return unknown.length === 0 || (unknown.length === 1 && !this.#spellings.has(unknown[0]!.replace(BLANKS, '')));
  }

  #differing(helper: string, at: RowName): RowFinding | undefined {
    const bare = helper.replace(BLANKS, '');
    const spellings = this.#spellings.get(bare);
    if (!spellings) {
      this.#spellings.set(bare, new Map([[helper, at]]));
      return undefined;
    }
    if (spellings.has(helper)) return undefined;
    const [first] = spellings.values();
    spellings.set(helper, at);
    const value = maskName(helper.slice(helper.lastIndexOf(COMBINED) + COMBINED.length));
    return { code: 'helper-differs-in-blanks', severity: 'warning', column: 'helper_name', value, arguments: { twin: rowText(first!) } };
  }
}
