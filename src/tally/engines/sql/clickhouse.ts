import type { Dialect, Selected, Sql } from '../../../input/database-table.ts';

const text = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const shortHash = (value: string): string => `substring(lower(hex(SHA256(${value}))), 1, 32)`;

/** A text, a name in quotation marks, or a name of ours. */
const TOKENS = /'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|\bam_[a-z]+\d*\b/gsu;

/** An expression with the names of others written out. */
const writtenOut = (expression: Sql, known: ReadonlyMap<string, Sql>): Sql =>
  expression.replaceAll(TOKENS, (token) => known.get(token) ?? token);

/**
 * How expressions are written that name others: in one level, because a table over several servers adds up where its rows lie only if the adding names
 * it directly. What is written out twice is worked out once.
 */
function inOneLevel({ levels }: Selected): (expression: Sql) => Sql {
  const known = new Map<string, Sql>();
  for (const [name, expression] of levels.flat()) known.set(name, writtenOut(expression, known));
  return (expression) => writtenOut(expression, known);
}

const named = (all: readonly (readonly [name: string, expression: Sql])[]): Sql =>
  all.map(([name, expression]) => `${expression} AS ${name}`).join(', ');
const listed = (keyword: string, all: readonly Sql[]): Sql => (all.length === 0 ? '' : ` ${keyword} ${all.join(', ')}`);
const limited = ({ limit }: Selected): Sql => (limit === undefined ? '' : ` LIMIT ${limit}`);
const whereIn = ({ from, where }: Selected, written: (expression: Sql) => Sql): Sql =>
  `FROM ${from}${where === true ? '' : ` WHERE ${where === false ? '1 = 0' : written(where)}`}`;

/**
 * ClickHouse, from version 18 on. Each statement is asked twice over: of every server for its own rows (`distributed_group_by_no_merge`: what it sends is
 * called by our names, not by the text of expressions, which servers write in different ways), and of their answers together.
 */
export const clickhouse: Dialect = {
  id: 'clickhouse',
  name: (name) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
  text,
  whole: (number) => `toInt64(${number})`,
  matches: (value, pattern) => `match(${value}, ${text(`^(?:${pattern})$`)})`,
  // Ten digits before the point and four behind it are exact in a double.
  smallestUnits: (value, places) =>
    places === 0 ? `toInt64OrZero(${value})` : `toInt64(round(toFloat64OrZero(${value}) * ${10 ** places}))`,
  piece: (value, from, length) => `substring(${value}, ${from}, ${length})`,
  // Every case of a choice is worked out for every row: what is no day is 0.
  numberOfDay: (value) => `toInt64(toDateOrZero(${value}))`,
  choose: (cases, otherwise) =>
    cases.length === 0 ? otherwise : `multiIf(${cases.map(([condition, value]) => `${condition}, ${value}`).join(', ')}, ${otherwise})`,
  count: 'count()',
  countWhere: (condition) => `countIf(${condition})`,
  sum: (number) => `sum(toDecimal128(${number}, 0))`,
  sumWhere: (number, condition) => `sumIf(toDecimal128(${number}, 0), ${condition})`,
  rows: ({ cells, order = [], ...selected }) => {
    const written = inOneLevel(selected);
    const shown = cells.map((cell, index) => [`am_o${index}`, written(cell)] as const);
    const sorted = order.map((cell, index) => [`am_s${index}`, written(cell)] as const);
    const end = listed(
      'ORDER BY',
      sorted.map(([name]) => name),
    );
    const first = `SELECT ${named([...shown, ...sorted])} ${whereIn(selected, written)}${end}${limited(selected)}`;
    return `SELECT ${shown.map(([name]) => name).join(', ')} FROM (${first})${end}${limited(selected)}`;
  },
  groups: ({ by, sums, having, moreThan, largestFirst, areTogether = false, ...selected }) => {
    const written = inOneLevel(selected);
    const keys = listed('GROUP BY', by);
    const [sum, number] = moreThan ?? [];
    const ofOne = [...(having === undefined ? [] : [having]), ...(areTogether && sum !== undefined ? [`am_part_${sum} > ${number}`] : [])];
    const ofAll = areTogether || sum === undefined ? '' : ` HAVING ${sum} > ${number}`;
    const parts = [
      ...by.map((name) => [name, written(name)] as const),
      ...sums.map(([name, one]) => [`am_part_${name}`, written(one)] as const),
    ];
    const first = `SELECT ${named(parts)} ${whereIn(selected, written)}${keys}${ofOne.length === 0 ? '' : ` HAVING ${ofOne.join(' AND ')}`}`;
    const whole = [...by, ...sums.map(([name]) => (areTogether ? `am_part_${name} AS ${name}` : `sum(am_part_${name}) AS ${name}`))];
    const order = largestFirst === undefined ? '' : listed('ORDER BY', [`${largestFirst} DESC`, ...by]);
    return `SELECT ${whole.join(', ')} FROM (${first})${areTogether ? '' : keys + ofAll}${order}${limited(selected)}`;
  },
  lower: (value) => `lower(${value})`,
  hash: (value) => `cityHash64(${value})`,
  pseudonyms: (value, separators, marks, salt) => {
    const name = `replaceRegexpAll(one, '^ +| +$', '')`;
    const isNobody = `${name} = '' OR match(${name}, ${text(`^(?:${marks})$`)})`;
    const shown = `if(${isNobody}, ${name}, concat('h', ${shortHash(`concat(${text(salt)}, ${name})`)}))`;
    const pieces = `splitByChar(',', replaceRegexpAll(${value}, ${text(`[${separators}]`)}, ','))`;
    return `arrayStringConcat(arrayMap(one -> ${shown}, ${pieces}), '、')`;
  },
  pseudonym: (value, salt) => `concat('w', ${shortHash(`concat(${text(salt)}, ${value})`)})`,
  joined: (texts) => (texts.length === 1 ? texts[0]! : `concat(${texts.join(', ')})`),
};
