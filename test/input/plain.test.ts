import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHeader } from '../../src/input/headers.ts';
import type { Heading } from '../../src/input/heading.ts';
import { isPlain, plainForm, plainValue } from '../../src/input/plain.ts';
import { readWhole } from '../../src/input/read-cell.ts';
import { tables } from '../../src/tables/index.ts';

/** Every column of every table, under each of its headings: opposite ones, those with a code table, and those in 万元. */
const headings: readonly Heading[] = Object.values(tables).flatMap((table) =>
  Object.entries(table.columns).flatMap(([column, { aliases, opposites = [], codes = [], kind }]) =>
    [column, ...aliases, ...opposites, ...codes.flatMap((one) => one.headings), ...(kind === 'money' ? [`${column}（万元）`] : [])].flatMap(
      (written) => readHeader([written], table).headings,
    ),
  ),
);

const WORDS =
  '是 否 有 无 没有 √ 1 0 2 yes no n/a none 不详 ? / — 合计 已脱贫 未脱贫 返贫 exited A C级 不适用 无学生 foo 12 优质稻、鸡 无产业 2020 2020-04 2020-13 3020 9999 2020-02-31 2020-02-28 2020-99-99 2020年 1,200 12户 1.5万 87万多 12.0 3.14159 0.5 007 4E17 1e3 -5 1234567890123456 451122000001 H0012 =1+1 #N/A １２ 张三 "a" a\u200bb';
const cells = fc.oneof(
  fc.constantFrom(...WORDS.split(' ')),
  fc.constantFrom(...WORDS.split(' ')).map((word) => ` ${word}`),
  fc.stringMatching(/^\d{1,16}(?:\.\d{0,5})?$/),
  fc.stringMatching(/^[A-Za-z]{0,5}[\dEe-]{1,12}$/),
  fc.stringMatching(/^(?:19|20|21)\d\d-\d\d-\d\d$/),
  fc.stringMatching(/^\d{1,4}(?:\.\d{1,10})?%?$/),
  fc.string({ maxLength: 6 }),
);

describe('a cell that needs no reading', () => {
  test('is read into the plain value, without a change and without a finding', () => {
    fc.assert(
      fc.property(fc.constantFrom(...headings), cells, (heading, cell) => {
        const plain = plainValue(cell, heading);
        if (plain === undefined) return;
        expect(readWhole(cell, heading.definition, heading.unit)).toEqual({ value: plain });
      }),
      { numRuns: 20_000 },
    );
  });

  test.each(headings.filter((heading) => plainForm(heading).as === 'words').map((heading) => [heading.written, heading] as const))(
    'each plain word under %s means what the reader says',
    (_, heading) => {
      const form = plainForm(heading);
      for (const [word, value] of form.as === 'words' ? form.spellings : [])
        expect(readWhole(word, heading.definition, heading.unit)).toEqual({ value });
    },
  );

  const under = (table: keyof typeof tables, heading: string): Heading => readHeader([heading], tables[table]).headings[0]!;

  test.each([
    ['households', 'status', 'foo', 'no choice'],
    ['households', 'industries', '无', 'an empty list'],
    ['households', 'exit_year', '9999', 'no year'],
    ['households', 'period', '3020', 'no period'],
    ['households', 'period', '2020-13', 'no month'],
    ['projects', 'planned_end', '2020-02-31', 'no day'],
    ['households', 'household_id', '4E17', 'has lost its digits'],
    ['villages', 'village_code', '4511', 'too short'],
    ['households', 'main_cause', '12', 'a code without its table'],
    ['households', 'award_yuan', '1,200', 'has a separator'],
    ['villages', 'collective_income（万元）', '12', 'is converted'],
    ['households', 'persons', '12345678', 'too many digits to be multiplied'],
  ] as const)('under %s %s, %s is read: %s', (table, heading, cell, _why) => {
    expect(isPlain(cell, under(table, heading))).toBe(false);
  });

  test.each([
    ['housing', '是', true],
    ['是否危房', '是', false],
    ['脱贫属性', '1', 'exited'],
    ['status', '已脱贫', 'exited'],
  ])('under %s, %s is plain and means %s', (heading, cell, value) => {
    expect(plainValue(cell, under('households', heading))).toBe(value);
  });
});
