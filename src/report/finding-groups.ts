import { wording } from '../input/findings.ts';
import type { Finding, Severity } from '../input/findings.ts';

/** Findings of one kind: how many, and where the first of them stand. */
export interface FindingGroup {
  readonly first: Finding;
  count: number;
  /** The first rows, by file and sheet. */
  readonly rows: Map<string, number[]>;
}

/** Rows named of a kind; the others are counted. */
const ROWS_NAMED = 8;
/** Of so many kinds at most, errors are told apart by what they say too. */
const MOST_KINDS = 100;
const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/** Gathers findings by kind: what is wrong, in which column. Only the first of each is kept. `eachError`: errors that say the same alone are of one kind. */
export class FindingGatherer {
  readonly #eachError: boolean;
  readonly #groups = new Map<string, FindingGroup>();

  constructor({ eachError = false }: { readonly eachError?: boolean } = {}) {
    this.#eachError = eachError;
  }

  readonly add = (finding: Finding): FindingGroup => {
    const isTold = this.#eachError && finding.severity === 'error' && this.#groups.size < MOST_KINDS;
    const said = isTold ? wording(finding).message.zh : '';
    const key = [finding.severity, finding.code, finding.column, finding.accepted, said].join('\u001f');
    let group = this.#groups.get(key);
    if (!group) this.#groups.set(key, (group = { first: finding, count: 0, rows: new Map<string, number[]>() }));
    group.count++;
    const file = finding.sheet === undefined ? finding.file : `${finding.file} [${finding.sheet}]`;
    const named = [...group.rows.values()].reduce((sum, rows) => sum + rows.length, 0);
    if (finding.row === undefined || named >= ROWS_NAMED) return group;
    const rows = group.rows.get(file) ?? [];
    if (!rows.includes(finding.row)) rows.push(finding.row);
    group.rows.set(file, rows);
    return group;
  };

  /** The gravest first, then the most frequent. */
  get groups(): readonly FindingGroup[] {
    return [...this.#groups.values()].toSorted(
      (a, b) => ORDER.indexOf(a.first.severity) - ORDER.indexOf(b.first.severity) || b.count - a.count,
    );
  }
}
