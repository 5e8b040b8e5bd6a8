import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { assess, assessHouseholds, explain, fromBytes, list, lists, measure, metrics, report, tally, trend } from '../../src/index.ts';
import type { Source } from '../../src/index.ts';
import { talliesData } from '../../src/pages/tallies/data.ts';
import { csvOf, householdsOf, tallyTexts, village } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';
import { dataText } from '../support/written.ts';

// Made-up names. Only the first character of one may be printed.
const HELPER = '钱某二';
const OTHER_HELPER = '李某四';
const HEAD = '赵某一';
const MEMBER_OF_NONE = '孙某三';
const PLANTED = [HELPER, OTHER_HELPER, HEAD, MEMBER_OF_NONE];
const UNIT = '县委办';

const at = (name: string): TableRow => ({ province: '广西', county: '云岭县', township: '青山镇', village: name });
const rows = householdsOf([
  { ...at('甲村'), status: 'remaining', head_name: HEAD, helper_name: HELPER, helper_unit: UNIT, net_income_per_capita: 3000 },
  { ...at('甲村'), head_name: HEAD, helper_name: OTHER_HELPER, helper_unit: UNIT, net_income_per_capita: 9000 },
  { ...at('乙村'), head_name: MEMBER_OF_NONE, helper_name: HELPER, helper_unit: UNIT, net_income_per_capita: '' },
  { ...at('乙村'), head_name: HEAD, helper_name: '', helper_unit: '', net_income_per_capita: 10 },
  // Names that differ in blanks alone are found, and said.
  { ...at('乙村'), head_name: HEAD, helper_name: Array.from(HELPER).join(' '), helper_unit: UNIT, net_income_per_capita: 10 },
]);
const files = {
  'villages.csv': csvOf([village({ ...at('甲村'), rural_population: 10 }), village({ ...at('乙村'), rural_population: 10 })]),
  'households.csv': csvOf(rows),
};
const sources: readonly Source[] = Object.entries(files).map(([name, text]) => fromBytes(name, Buffer.from(text)));

/** Every text that can be reached from a value, keys of maps and of objects among them. */
function textsIn(value: unknown, seen = new Set<unknown>()): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const inside: unknown[] = [];
  // Maps, sets, and what may be read like them.
  if (Symbol.iterator in value && !Array.isArray(value)) inside.push(...(value as Iterable<unknown>));
  for (const name of Reflect.ownKeys(value)) inside.push(name, (value as Readonly<Record<string | symbol, unknown>>)[name]);
  return inside.flatMap((one) => textsIn(one, seen));
}

const namesIn = (value: unknown): readonly string[] =>
  textsIn(value).filter((text) => PLANTED.some((name) => text.replaceAll(' ', '').includes(name)));

describe('no name of a person is in what a run hands out', () => {
  test('the walk finds a name wherever it stands', () => {
    const deep = { list: [new Map([[`evidence.households_by_helper:${HELPER}`, new Set([OTHER_HELPER])]])] };
    expect(namesIn(deep)).toHaveLength(2);
  });

  test('in its sums', async () => {
    const tallied = await tally(sources);
    expect(namesIn(tallied)).toEqual([]);
    // The breakdown is still there, and so is the unit.
    expect(textsIn(tallied.tallies).filter((text) => text.startsWith('evidence.households_by_helper:')).length).toBeGreaterThan(2);
    expect(textsIn(tallied.tallies).some((text) => text.includes(UNIT))).toBe(true);
  });

  test('nor where the names came in a file of sums that somebody made', async () => {
    const sums = 'tally_schema,village,period,inputs,evidence.rows.yes,evidence.households_by_helper:单位\u001f钱某二.yes';
    const { tallies } = await tallyTexts({ 'tallies.csv': `${sums}\naid-metrics/tallies@1,甲村,2020,abc,1,1\n` });
    expect(tallies.tallies).toHaveLength(1);
    expect(namesIn(tallies.tallies)).toEqual([]);
  });

  test.each(['village', 'township', 'all', 'helper-unit'] as const)('in its measurement and its report by %s', async (by) => {
    const tallied = await tally(sources);
    const ids = by === 'helper-unit' ? metrics.filter(({ ofHelperUnit }) => ofHelperUnit).map(({ id }) => id) : ['all'];
    const measurement = measure(tallied, { by, metrics: ids });
    expect(measurement.places.length).toBeGreaterThan(0);
    expect(namesIn(measurement)).toEqual([]);
    for (const lang of ['zh', 'en'] as const) expect(namesIn(report(tallied, { by, metrics: ids, lang }))).toEqual([]);
  });

  test('in its trend and its acceptance sheets', async () => {
    const tallied = await tally(sources);
    expect(namesIn([trend(tallied, { metrics: ['all'] }), assess(tallied), assess(tallied, { by: 'county' })])).toEqual([]);
    expect(namesIn(await assessHouseholds(sources))).toEqual([]);
  });

  test.each(metrics.map(({ id }) => id))('in the rows behind %s', async (id) => {
    expect(namesIn(await explain(sources, id))).toEqual([]);
  });

  test.each(['unpaired', 'uncovered', 'unplanned', 'at-risk', 'excluded'])('in the list %s', async (kind) => {
    expect(lists.map(({ id }) => id)).toContain(kind);
    const columns: TableRow = { exempt: '否', has_industry: '否', has_plan: '否', monitoring_type: '', risk_cleared: '' };
    const text = csvOf(rows.map((row) => ({ ...row, ...columns })));
    expect(namesIn(await list([fromBytes('households.csv', Buffer.from(text))], kind, { withUnknown: true }))).toEqual([]);
  });

  test('in its file of sums', async () => {
    const { tallies } = await tally(sources);
    expect(namesIn(dataText(talliesData(tallies)))).toEqual([]);
  });
});

describe('who is the same stays known inside the run', () => {
  test('a helper of two villages counts once in their township', async () => {
    const { total, places } = measure(await tally(sources), { metrics: ['households_per_helper'] });
    // 甲村: 钱 and 李. 乙村: 钱, and 钱 with blanks, who counts as another. Together three.
    expect(places.map(({ measured }) => measured[0]!.value)).toEqual([
      { numerator: 2n, denominator: 2n },
      { numerator: 2n, denominator: 2n },
    ]);
    expect(total.measured[0]!.value).toEqual({ numerator: 4n, denominator: 3n });
  });

  test('in another order, and in several files, the sums are the same', async () => {
    const facts = async (parts: readonly (readonly TableRow[])[]) => {
      const given = Object.fromEntries(parts.map((part, index) => [`h${index}.csv`, csvOf(part)]));
      const { tallies } = await tallyTexts(given);
      return tallies.tallies.map(({ place, facts: sums }) => [place.village, [...sums].toSorted()] as const).toSorted();
    };
    const whole = await facts([rows]);
    expect(await facts([rows.toReversed()])).toEqual(whole);
    expect(await facts([rows.slice(3), rows.slice(0, 3)])).toEqual(whole);
  });
});
