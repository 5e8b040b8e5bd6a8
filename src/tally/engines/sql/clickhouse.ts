import type { Dialect } from '../../../input/database-table.ts';

const text = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const shortHash = (value: string): string => `substring(lower(hex(SHA256(${value}))), 1, 32)`;

/** A text, a name in quotation marks, or a name of ours. */
const TOKENS = /'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|\bam_[a-z]+\d*\b/gsu;

/** An expression with the names of others written out. */
const writtenOut = (expression: string, known: ReadonlyMap<string, string>): string =>
  expression.replaceAll(TOKENS, (token) => known.get(token) ?? token);

/** ClickHouse, from version 18 on. */
export const clickhouse: Dialect = {
  id: 'clickhouse',
  name: (name) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
  text,
  whole: (number) => `toInt64(${number})`,
  matches: (value, pattern) => `match(${value}, ${text(`^(?:${pattern})$`)})`,
  // Ten digits before the point and four behind it are exact in a double.
  smallestUnits: (value, places) =>
    places === 0 ? `toInt64OrZero(${value})` : `toInt64(round(toFloat64OrZero(${value}) * ${10 ** places}))`,
  choose: (cases, otherwise) =>
    cases.length === 0 ? otherwise : `multiIf(${cases.map(([condition, value]) => `${condition}, ${value}`).join(', ')}, ${otherwise})`,
  sum: (number) => `sum(toDecimal128(${number}, 0))`,
  sumWhere: (number, condition) => `sumIf(toDecimal128(${number}, 0), ${condition})`,
  // In one level, names written out: a table over several shards adds up where its rows lie only if the adding names it directly, and a shard calls
  // its columns by their expressions. What is written out twice is worked out once.
  select: (what, from, levels, rest) => {
    const known = new Map<string, string>();
    for (const [name, expression] of levels.flat()) known.set(name, writtenOut(expression, known));
    const selected = what.map((one) => (known.has(one) ? `${known.get(one)!} AS ${one}` : writtenOut(one, known)));
    return `SELECT ${selected.join(', ')} FROM ${from} ${writtenOut(rest, known)}`;
  },
  lower: (value) => `lower(${value})`,
  hash: (value) => `toDecimal128(toInt64(bitAnd(cityHash64(${value}), 4611686018427387903)), 0)`,
  pseudonyms: (value, separators, marks, salt) => {
    const name = `replaceRegexpAll(one, '^ +| +$', '')`;
    const isNobody = `${name} = '' OR match(${name}, ${text(`^(?:${marks})$`)})`;
    const shown = `if(${isNobody}, ${name}, concat('h', ${shortHash(`concat(${text(salt)}, ${name})`)}))`;
    const pieces = `splitByChar(',', replaceRegexpAll(${value}, ${text(`[${separators}]`)}, ','))`;
    return `arrayStringConcat(arrayMap(one -> ${shown}, ${pieces}), '、')`;
  },
  pseudonym: (value, salt) => `concat('w', ${shortHash(`concat(${text(salt)}, ${value})`)})`,
  joined: (texts) => (texts.length === 1 ? texts[0]! : `concat(${texts.join(', ')})`),
  limit: (rows, from) => `LIMIT ${from}, ${rows}`,
};
