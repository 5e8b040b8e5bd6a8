import type { Severity } from '../input/findings.ts';
import type { Finding } from '../input/finding.ts';

/** Findings of one kind: how many, and where the first of them stand. */
export interface FindingGroup {
  readonly first: Finding;
  count: number;
  /** The first rows, by file and sheet. */
  readonly rows: Map<string, number[]>;
}

/** Rows named of a kind; the others are counted. */
const ROWS_NAMED = 8;
const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/** Gathers findings by kind: what is wrong, in which column. Only the first of each is kept. */
export class FindingGatherer {
  readonly #groups = new Map<string, FindingGroup>();

  readonly add = (finding: Finding): FindingGroup => {
    const key = [finding.severity, finding.code, finding.column, finding.accepted].join('\u001f');
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
