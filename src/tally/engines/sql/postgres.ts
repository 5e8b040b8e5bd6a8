import type { Dialect, Selected } from '../../../input/database-table.ts';

const text = (value: string): string => {
  if (value.includes('\0')) throw new Error('a text with NUL');
  // Strings are standard: a backslash is itself. The connection says so.
  return `'${value.replaceAll("'", "''")}'`;
};
const shortHash = (value: string): string => `left(encode(sha256(convert_to(${value}, 'UTF8')), 'hex'), 32)`;

const orderBy = (order: readonly string[]): string => (order.length === 0 ? '' : `ORDER BY ${order.join(', ')}`);
const limited = ({ limit }: Selected): string => (limit === undefined ? '' : `LIMIT ${limit}`);

/** The rows that are meant, with their levels: each is a selection from the one before it. */
function whereIn({ from, levels, where }: Selected): string {
  let source = from;
  for (const [depth, level] of levels.filter((one) => one.length > 0).entries()) {
    const added = level.map(([name, expression]) => `${expression} AS ${name}`).join(', ');
    // OFFSET 0 keeps the planner from writing the expressions out wherever they are named.
    source = `(SELECT ${depth === 0 ? '' : '*, '}${added} FROM ${source} OFFSET 0) AS level${depth}`;
  }
  return `FROM ${source} ${where === true ? '' : `WHERE ${where === false ? '1 = 0' : where}`}`;
}

/** PostgreSQL, from version 13 on. */
export const postgres: Dialect = {
  id: 'postgresql',
  name: (name) => `"${name.replaceAll('"', '""')}"`,
  text,
  whole: (number) => `(${number})::bigint`,
  matches: (value, pattern) => `${value} ~ ${text(`^(?:${pattern})$`)}`,
  smallestUnits: (value, places) => (places === 0 ? `${value}::bigint` : `(${value}::numeric * ${10 ** places})::bigint`),
  piece: (value, from, length) => `substring(${value}, ${from}, ${length})`,
  numberOfDay: (value) => `(${value}::date - DATE '1970-01-01')::bigint`,
  choose: (cases, otherwise) =>
    cases.length === 0
      ? otherwise
      : `CASE ${cases.map(([condition, value]) => `WHEN ${condition} THEN ${value}`).join(' ')} ELSE ${otherwise} END`,
  count: 'count(*)',
  countWhere: (condition) => `count(*) FILTER (WHERE ${condition})`,
  sum: (number) => `sum(${number})`,
  sumWhere: (number, condition) => `coalesce(sum(${number}) FILTER (WHERE ${condition}), 0)`,
  rows: ({ cells, order = [], ...selected }) =>
    [`SELECT ${cells.join(', ')}`, whereIn(selected), orderBy(order), limited(selected)].join(' '),
  groups: ({ by, sums, having, moreThan, largestFirst, ...selected }) => {
    const summed = new Map(sums);
    return [
      `SELECT ${[...by, ...sums.map(([name, sum]) => `${sum} AS ${name}`)].join(', ')}`,
      whereIn(selected),
      by.length === 0 ? '' : `GROUP BY ${by.join(', ')}`,
      having === undefined ? '' : `HAVING ${having}`,
      moreThan === undefined ? '' : `${having === undefined ? 'HAVING' : 'AND'} ${summed.get(moreThan[0])!} > ${moreThan[1]}`,
      largestFirst === undefined ? '' : orderBy([`${largestFirst} DESC`, ...by]),
      limited(selected),
    ].join(' ');
  },
  lower: (value) => `lower(${value} COLLATE "C")`,
  hash: (value) => `hashtextextended(${value}, 0)`,
  pseudonyms: (value, separators, marks, salt) => {
    const name = `btrim(one.name)`;
    const shown = `CASE WHEN ${name} = '' OR ${name} ~ ${text(`^(?:${marks})$`)} THEN ${name} ELSE 'h' || ${shortHash(`${text(salt)} || ${name}`)} END`;
    const pieces = `regexp_split_to_table(${value}, ${text(`[${separators}]`)}) WITH ORDINALITY AS one (name, place)`;
    return `(SELECT string_agg(${shown}, '、' ORDER BY one.place) FROM ${pieces})`;
  },
  pseudonym: (value, salt) => `'w' || ${shortHash(`${text(salt)} || ${value}`)}`,
  joined: (texts) => `(${texts.join(' || ')})`,
};
