import type { Terms } from '../../vocabulary/terms.ts';
import type { ListedRow } from '../../rows/listed.ts';
import type { ListColumn, ListKind } from '../../rows/list-kind.ts';
import { formatCount } from '../format-value.ts';
import type { Text } from '../../vocabulary/text.ts';

/** The rows of a list that have one word in the column by which it is grouped, with what they come to. */
export interface ListGroup {
  /** The word; nothing where it is not known. */
  readonly code: string | undefined;
  readonly label: Text;
  readonly rows: readonly ListedRow[];
  readonly persons: bigint;
  /** The column of money that is summed, and its sum over the rows where it is known. */
  readonly sum: { readonly column: ListColumn; readonly amount: bigint; readonly atLeast: boolean } | undefined;
}

/** A list and its rows. */
interface ListWithRows {
  readonly kind: ListKind;
  readonly rows: readonly ListedRow[];
}

const UNKNOWN: Text = { zh: '不清楚', en: 'not known' };

/** The groups of the rows that are certainly in a list, in the order of their words; none where it is not grouped. */
export function groupsOfList({ kind, rows }: ListWithRows): readonly ListGroup[] {
  const by = kind.columns.find(({ id }) => id === kind.groupedBy);
  if (!by) return [];
  const certain = rows.filter(({ isCertain }) => isCertain);
  const summed = kind.columns.find(({ id }) => id === kind.summed);
  const codes: readonly (string | undefined)[] = [...Object.keys(by.names ?? {}), undefined];
  return codes
    .map((code) =>
      groupOf(
        code,
        code === undefined ? UNKNOWN : by.names![code]!,
        summed,
        certain.filter((row) => wordOf(row, by) === code),
      ),
    )
    .filter((group) => group.rows.length > 0);
}

function wordOf({ figures }: ListedRow, { id }: ListColumn): string | undefined {
  const figure = figures[id];
  return figure?.kind === 'words' ? figure.words[0]?.code : undefined;
}

function groupOf(code: string | undefined, label: Text, summed: ListColumn | undefined, rows: readonly ListedRow[]): ListGroup {
  const amounts = rows.map(({ figures }) => (summed ? figures[summed.id] : undefined));
  const known = amounts.flatMap((figure) => (figure?.kind === 'money' ? [figure] : []));
  const sum = summed && {
    column: summed,
    amount: known.reduce((all, { amount }) => all + amount, 0n),
    atLeast: known.length < rows.length || known.some(({ atLeast }) => atLeast),
  };
  return { code, label, rows, persons: rows.reduce((all, { persons = 0n }) => all + persons, 0n), sum };
}

/** What each group comes to, as a sentence. */
export const groupLines = (listing: ListWithRows & { readonly terms: Terms }): readonly Text[] =>
  groupsOfList(listing).map(({ label, rows, persons, sum }) => {
    const money = sum && `${sum.atLeast ? '≥' : ''}${formatCount(sum.amount, 'yuan')}`;
    const { currency } = listing.terms;
    const households = `${rows.length} ${rows.length === 1 ? 'household' : 'households'}`;
    return {
      zh: `${label.zh}：${rows.length} 户 ${persons} 人${sum ? `，${sum.column.label.zh} ${money} ${currency.zh}` : ''}。`,
      en: `${label.en}: ${households}, ${persons} persons${sum ? `, ${sum.column.label.en.toLowerCase()} ${money} ${currency.en}` : ''}.`,
    };
  });
