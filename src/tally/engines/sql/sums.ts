import type { Sql } from '../../../input/database-table.ts';
import type { Fact } from '../../../language/fact.ts';
import { breakdownKey, factKey } from '../../../language/fact.ts';
import { isAnswerable } from '../../../language/readings/fact-columns.ts';
import { every, no, some, toPairs, toWeight } from '../../../language/readings/to-sql.ts';
import type { Asked, Known, Pair, Test } from '../../../language/readings/to-sql.ts';
import { namesOf } from '../../../language/readings/weigh.ts';
import { FactNames, PackedFacts } from '../../packed-facts.ts';
import type { PackedSum } from '../../packed-facts.ts';
import { SUM_PARTS } from '../../sum-parts.ts';
import type { SumPart } from '../../sum-parts.ts';
import { NOTHING, SUM_KEYS } from '../../sum.ts';
import type { Sum } from '../../sum.ts';
import { askedInSql } from './asked-in-sql.ts';
import type { NumbersInSql } from './asked-in-sql.ts';
import { NO_NAMES, SEPARATORS } from './plain-columns.ts';
import type { PlainColumn } from './plain-columns.ts';
import { KEY } from './table-in-sql.ts';
import type { TableInSql } from './table-in-sql.ts';

/** Of which rows sums are asked, and what compares them. */
export interface Summed {
  readonly table: TableInSql;
  /** Its columns as the whole table showed that they are to be understood. */
  readonly columns: ReadonlyMap<string, PlainColumn>;
  readonly facts: readonly Fact[];
  readonly numbers: NumbersInSql;
  /** Which rows count by themselves. */
  readonly where: Test<Sql>;
  /** Under what names persons are known in this run. */
  readonly salt: string;
}

type Sums = Record<keyof Sum, bigint>;

/** What the plain rows of one place and period, by the key of their cells, add up to. */
export interface SummedKey {
  readonly key: string;
  readonly rows: number;
  readonly facts: PackedFacts;
}

/** Adds up plain rows where they lie: one statement for the facts, one for each breakdown. */
export async function sumsOf(summed: Summed): Promise<readonly SummedKey[]> {
  const { table, columns, facts, where } = summed;
  if (where === false) return [];
  const has = new Set(columns.keys());
  const { statement, read } = statementOf(summed, has);
  const named = new Map<string, Map<string, Sums>>();
  const sums = (await table.database.query(statement)).map(read);
  for (const fact of facts) if (fact.per && isAnswerable(fact, has)) await breakDown(fact, summed, named);
  const shared = new FactNames(facts.map(factKey));
  return sums.map(({ key, rows, sums: whole }) => ({
    key,
    rows,
    facts: new PackedFacts(shared, whole, named.get(key)),
  }));
}

/** Tests of a row that are worked out once and then called by name: facts share most of them. */
class NamedTests {
  readonly #names = new Map<Sql, Sql>();
  readonly nameOf = (test: Sql): Sql => {
    const name = this.#names.get(test) ?? `am_t${this.#names.size}`;
    this.#names.set(test, name);
    return name;
  };

  get level(): readonly (readonly [name: Sql, test: Sql])[] {
    return [...this.#names].map(([test, name]) => [name, test]);
  }
}

/** What is asked for a part of a sum: which of its groups add what. */
interface AskedPart {
  readonly part: keyof Sum;
  /** Where in the answer it stands; a number of rows where it is all of them. */
  readonly at: number | 'rows';
}

/**
 * The statement for the sums of all facts. Rows that no fact can tell apart become one group, with their number and what they weigh together; facts are
 * asked of groups, of which there are far fewer.
 */
function statementOf({ table, columns, facts, numbers, where }: Summed, has: ReadonlySet<string>) {
  const { dialect } = table;
  const tests = new NamedTests();
  const asked = askedInSql(columns, dialect, numbers, tests.nameOf);
  const pairOf = toPairs(asked, new Map());
  const weights = new Map<Sql, Sql>();
  const answers: Sql[] = [];
  const place = (expression: Sql): number => {
    const known = answers.indexOf(expression);
    return known === -1 ? answers.push(expression) - 1 : known;
  };
  const plans = facts.map((fact): readonly AskedPart[] => {
    const answerable = isAnswerable(fact, has);
    const pair: Pair<Sql> = fact.where && answerable ? pairOf(fact.where) : { yes: true, no: false };
    const weight = toWeight(asked, fact.sum);
    return SUM_KEYS.flatMap((part): readonly AskedPart[] => {
      const adds = SUM_PARTS[part];
      if (adds.rows === 'rejected' || (adds.columns === 'there') !== answerable) return [];
      const condition = adds.columns === 'lacking' ? true : partCondition(adds, pair, weight, asked);
      if (condition === false) return [];
      if (fact.sum === 1 || adds.adds === 'row')
        return [{ part, at: condition === true ? 'rows' : place(dialect.sumWhere('am_n', condition)) }];
      // What is not known weighs any number: it is left out before it is multiplied.
      const weighed = typeof weight.isKnown === 'boolean' ? dialect.sum(weight.value) : dialect.sumWhere(weight.value, weight.isKnown);
      const name = weights.get(weighed) ?? `am_w${weights.size}`;
      weights.set(weighed, name);
      return [{ part, at: place(condition === true ? dialect.sum(name) : dialect.sumWhere(name, condition)) }];
    });
  });
  const level = tests.level;
  const groups = table.groups(
    {
      where,
      by: [KEY, ...level.map(([name]) => name)],
      sums: [['am_n', dialect.count], ...[...weights].map(([weighed, name]) => [name, weighed] as const)],
    },
    [level],
  );
  const statement = `SELECT ${[KEY, dialect.sum('am_n'), ...answers].join(', ')} FROM (${groups}) AS am_groups GROUP BY ${KEY}`;
  const read = ([key, rows, ...numbersOf]: readonly string[]) => ({
    key: key!,
    rows: Number(rows),
    sums: plans.map((plan): PackedSum => packedSum(plan, BigInt(rows!), numbersOf)),
  });
  return { statement, read };
}

function packedSum(plan: readonly AskedPart[], rows: bigint, numbers: readonly string[]): PackedSum {
  const sum: Sums = { ...NOTHING };
  for (const { part, at } of plan) sum[part] = at === 'rows' ? rows : BigInt(numbers[at]!);
  const isPlain = sum.yes <= BigInt(Number.MAX_SAFE_INTEGER) && sum.yes >= 0n && SUM_KEYS.every((key) => key === 'yes' || sum[key] === 0n);
  return isPlain ? Number(sum.yes) : sum;
}

/** Which rows add to a part of a sum. */
function partCondition({ answers, weight }: SumPart, pair: Pair<Sql>, { isKnown }: Known<Sql>, asked: Asked<Sql>): Test<Sql> {
  const isUnknown = every(asked, [no(asked, pair.yes), no(asked, pair.no)]);
  const answered = answers
    ? some(
        asked,
        answers.map((answer) => (answer === 'yes' ? pair.yes : isUnknown)),
      )
    : true;
  const weighed =
    weight === undefined
      ? true
      : weight === 'lower-bound'
        ? false
        : weight === 'known' || weight === 'exact'
          ? isKnown
          : no(asked, isKnown);
  return every(asked, [answered, weighed]);
}

/** Adds up a breakdown: by the cells as they are written, of which the names are then read. Names of persons leave as words that nobody can read. */
async function breakDown(
  fact: Fact,
  { table, columns: all, numbers, where, salt }: Summed,
  named: Map<string, Map<string, Sums>>,
): Promise<void> {
  const { dialect } = table;
  const asked = askedInSql(all, dialect, numbers);
  const yes = fact.where ? toPairs(asked)(fact.where).yes : true;
  const weight = toWeight(asked, fact.sum);
  const certain = every(asked, [where, yes]);
  if (certain === false) return;
  const columns = fact.per!.flatMap((column) => all.get(column) ?? []);
  const cells = columns.map(({ cell }) => cell);
  const isKnown = weight.isKnown === true ? undefined : weight.isKnown;
  const none = dialect.sum(dialect.whole(0n));
  const yesSum = isKnown === undefined ? dialect.sum(weight.value) : isKnown === false ? none : dialect.sumWhere(weight.value, isKnown);
  const openSum = isKnown === undefined ? none : isKnown === false ? dialect.count : dialect.countWhere(`(NOT ${isKnown})`);
  const groups = table.groups({
    where: certain,
    by: [KEY, ...cells],
    sums: [
      ['am_yes', yesSum],
      ['am_open', openSum],
    ],
  });
  const shown = columns.map(({ cell, words }) =>
    words ? cell : dialect.choose([[`${cell} = ''`, "''"]], dialect.pseudonyms(cell, SEPARATORS, NO_NAMES, salt)),
  );
  const statement = `SELECT ${[KEY, ...shown, 'am_yes', 'am_open'].join(', ')} FROM (${groups}) AS am_groups`;
  for (const answer of await table.database.query(statement)) {
    const [key, ...rest] = answer;
    const [sumYes, sumOpen] = rest.slice(-2).map(BigInt) as [bigint, bigint];
    const row = Object.fromEntries(
      columns.map(({ heading, words }, index) => {
        const cell = rest[index]!;
        return [heading.column, words ? words.get(cell) : cell === '' ? [] : [...new Set(cell.split('、'))]];
      }),
    );
    let sums = named.get(key!);
    if (!sums) named.set(key!, (sums = new Map()));
    for (const name of namesOf(row, fact.per!)) {
      const of = breakdownKey(fact, name);
      const sum = sums.get(of) ?? { ...NOTHING };
      sum.yes += sumYes;
      sum.open += sumOpen;
      sums.set(of, sum);
    }
  }
}
