import type { RowOf } from '../language/row.ts';
import { amountIn, rowOf } from '../language/row.ts';
import { cellText, comparableName } from './cell.ts';
import type { Amount, Kind, Kinds } from '../language/column.ts';
import type { Finding, Found } from './finding.ts';
import { FINDING_KINDS } from './findings.ts';
import type { FindingCode } from './findings.ts';
import type { OpenedTable } from './open-table.ts';
import { maskId, shownValue } from './shown-value.ts';
import type { Text } from '../vocabulary/text.ts';
import { originOf } from './record-file.ts';
import type { ReadRow } from './read-row.ts';
import { blankAmongTicks } from './ticks.ts';
import { households } from '../tables/households/table.ts';

type Value = Kinds[Kind] | undefined;

const HEAD = /^(?:户主|本人|本人或户主|0?1|head)$/iu;

/**
 * The households of a file with a row per member, each at the place of its first row. The household's columns are repeated on its rows:
 * the first that is not blank is taken, and a later one that differs is a finding. Persons are counted from the rows where the column is missing.
 * A row of the wrong width stays by itself: of a household that lacks it, what is missing for that reason is not found a second time.
 */
export function foldMembers(file: OpenedTable, members: readonly ReadRow[], found: Found): readonly ReadRow[] {
  const groups = new Map<string, ReadRow[]>();
  const single: ReadRow[] = [];
  for (const member of members) {
    const { household_id: id, period = '' } = member.row;
    if (member.shifted || typeof id !== 'string' || typeof period !== 'string') {
      single.push(member);
      continue;
    }
    const key = `${comparableName(id)}\u001f${period}`;
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }
  const hasPersons = file.headings.some(({ column }) => column === 'persons');
  const incomplete = householdsOfShifted(members, new Set([...groups.values()].map((rows) => idOf(rows[0]!)!)));
  const folded = [...groups.values()].map((rows) =>
    foldOne(file, rows, { hasPersons, isIncomplete: incomplete.has(idOf(rows[0]!)!) }, found),
  );
  return [...folded, ...single].toSorted((a, b) => a.position.row - b.position.row);
}

/** The households that rows of the wrong width belong to: the one that the row names, or where it names none, those of the rows around it. */
function householdsOfShifted(members: readonly ReadRow[], households: ReadonlySet<string>): ReadonlySet<string> {
  const nameOf = (member: ReadRow | undefined): string | undefined => {
    const id = member && idOf(member);
    return id !== undefined && households.has(id) ? id : undefined;
  };
  return new Set(
    members.flatMap((member, index) => {
      if (!member.shifted) return [];
      const named = nameOf(member);
      return named === undefined ? [members[index - 1], members[index + 1]].flatMap((beside) => nameOf(beside) ?? []) : [named];
    }),
  );
}

/** What is known of a household before it is folded. */
interface Circumstances {
  /** The file has a column for the number of persons. */
  readonly hasPersons: boolean;
  /** One of its rows has the wrong width, so that it may have stood for a head, a person, a cell that is missing now. */
  readonly isIncomplete: boolean;
}

function foldOne(file: OpenedTable, rows: readonly ReadRow[], { hasPersons, isIncomplete }: Circumstances, found: Found): ReadRow {
  const first = rows[0]!;
  const household = maskId(householdOf(first).household_id!);
  let rejected = rows.some((row) => row.rejected);
  const report = (code: FindingCode, at: ReadRow, more: Pick<Finding, 'column' | 'value' | 'arguments'>): void => {
    const { severity } = FINDING_KINDS[code];
    if (severity === 'error') rejected = true;
    found({ code, severity, ...originOf(file), ...at.position, key: at.key(), ...more, arguments: { household, ...more.arguments } });
  };
  const heads = rows.filter((one) => HEAD.test(cellText(householdOf(one).relation_to_head ?? '')));
  if (heads.length === 0 && !isIncomplete) report('no-head', first, { column: 'relation_to_head' });
  for (const other of heads.slice(1))
    report('several-heads', other, { column: 'relation_to_head', arguments: { other: String(heads[0]!.position.row) } });

  const row: Record<string, Value> = {};
  for (const { column, definition, unit } of file.headings) {
    if (definition.ofMember) continue;
    // A tick in any row of a household is the household's: the blanks beside it say nothing.
    const blank = unit.ticked ? blankAmongTicks({ definition, unit }) : undefined;
    const said = rows.filter((one) => !isNothing(one.row[column]) && one.row[column] !== blank);
    const isUnreadable = definition.blankMeansNone && rows.some((one) => one.row[column] === undefined);
    if (said[0] || !isUnreadable) row[column] = (said[0] ?? first).row[column];
    for (const one of said.slice(1)) {
      if (written(one.row[column]) === written(row[column])) continue;
      const shown = (value: Value): string | Text => shownValue(written(value), definition);
      report('member-disagrees', one, {
        column,
        value: shown(one.row[column]),
        arguments: {
          column: { zh: definition.label.zh, en: column },
          other: String(said[0]!.position.row),
          otherValue: shown(row[column]),
        },
      });
    }
    if (!definition.required || row[column] !== undefined || rejected) continue;
    if (isIncomplete) rejected = true;
    else report('required-blank', first, { column, value: '', arguments: { column: definition.label } });
  }
  const counted: Amount = { amount: BigInt(rows.length), atLeast: false };
  const said = amountIn(row, 'persons');
  if (!hasPersons) row.persons = counted;
  else if (!isIncomplete && said !== undefined && said.amount !== counted.amount) {
    report('members-differ', first, {
      column: 'persons',
      value: said.amount.toString(),
      arguments: { counted: String(rows.length), column: households.columns.persons.label },
    });
  }
  return { ...first, row, rejected, rows: rows.length };
}

/** The id of a row's household, as it is compared. */
const idOf = ({ row }: ReadRow): string | undefined =>
  typeof row.household_id === 'string' ? comparableName(row.household_id) : undefined;

const householdOf = ({ row }: ReadRow): RowOf<typeof households.columns> => rowOf(households, row);

/** A blank, or what a blank means where it means none. */
const isNothing = (value: Value): boolean =>
  value === undefined || value === 'none' || (Array.isArray(value) && value.length === 0) || (isAmount(value) && value.amount === 0n);

const isAmount = (value: Value): value is Amount => typeof value === 'object' && 'amount' in value;

/** A value as one word, to compare and to show. */
function written(value: Value): string {
  if (isAmount(value)) return `${value.amount}${value.atLeast ? '+' : ''}`;
  return Array.isArray(value) ? value.join('、') : String(value);
}
