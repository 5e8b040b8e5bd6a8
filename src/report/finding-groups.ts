import { wording } from '../input/finding.ts';
import type { Finding } from '../input/finding.ts';
import type { Severity } from '../input/findings.ts';
import type { Lang } from '../vocabulary/text.ts';
import { columnName } from './column-text.ts';
import { SEVERITY_NAMES } from './findings-text.ts';

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

/** What people read of a kind of findings. */
export interface GroupText {
  readonly level: string;
  /** Why it is accepted, where it is. */
  readonly accepted: string | undefined;
  readonly count: number;
  /** The column and what is wrong there; of several, the first as an example. */
  readonly what: string;
  /** The first rows. */
  readonly where: string;
  readonly hint: string;
}

/** A kind of findings in words: how many, what, where the first are, and how to mend them. */
export function groupText({ first, count, rows }: FindingGroup, lang: Lang): GroupText {
  const { message, hint } = wording(first);
  const column = first.column === undefined ? '' : `${columnName(first.column, lang)}${{ zh: '：', en: ': ' }[lang]}`;
  const such = count > 1 ? { zh: '如：', en: 'such as: ' }[lang] : '';
  const where = [...rows].map(([file, numbers]) => rowsText(file, numbers, lang)).join({ zh: '；', en: '; ' }[lang]);
  const named = [...rows.values()].reduce((sum, one) => sum + one.length, 0);
  const more = count > named && named > 0 ? { zh: ` 等 ${count} 处`, en: ` … ${count} in all` }[lang] : '';
  return {
    level: SEVERITY_NAMES[first.severity][lang],
    accepted: first.accepted === undefined ? undefined : acceptedText(first.accepted, lang),
    count,
    what: `${column}${such}${message[lang]}`,
    where: where === '' ? first.file : where + more,
    hint: hint[lang],
  };
}

export const acceptedText = (why: string, lang: Lang): string => ({ zh: `已接受：${why}`, en: `accepted: ${why}` })[lang];

const rowsText = (file: string, rows: readonly number[], lang: Lang): string =>
  ({ zh: `${file} 第 ${rows.join('、')} 行`, en: `${file} ${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}` })[lang];
