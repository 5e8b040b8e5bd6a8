import { describe, expect, test } from 'vitest';
import type { Column } from '../../src/language/column.ts';
import { households } from '../../src/tables/households/table.ts';
import { villages } from '../../src/tables/villages/table.ts';
import { tallyTexts } from '../support/tables.ts';

type Answer = boolean | string | undefined;

/** What each of some cells below a heading is read as, to the end: with the second reading that ticks need. */
async function readAs(table: 'villages' | 'households', heading: string, column: string, cells: readonly string[]) {
  const fixed = table === 'households' ? '户编号,村,年度,家庭人口数' : '村,年度,贫困户数';
  const status = column === 'status' ? '' : ',脱贫状态';
  const rows = cells.map((cell, index) =>
    table === 'households' ? `H${index},甲村,2020,3${status && ',已脱贫'},${cell}` : `村${index},2020,3,${cell}`,
  );
  const header = table === 'households' ? `${fixed}${status},${heading}` : `${fixed},${heading}`;
  const seen: Answer[] = [];
  const visitor = {
    columns: new Set([column]),
    begin: () => {
      seen.length = 0;
      return ({ row }: { readonly row: Readonly<Record<string, unknown>> }) => void seen.push(row[column] as Answer);
    },
  };
  const { findings, tallies } = await tallyTexts({ 'file.csv': `${[header, ...rows].join('\n')}\n` }, { visitor });
  return { seen, codes: findings.map(({ code }) => code), notes: tallies.inputs[0]!.notes.map(({ en }) => en) };
}

const asked = [villages, households].flatMap(({ id, columns }) =>
  Object.entries<Column>(columns).flatMap(([column, { kind, opposites = [] }]) =>
    opposites.map((heading) => ({ id, column, kind, heading })),
  ),
);
const NO_IN_IT = /[无未不非没]/u;

describe('every heading that asks the opposite question', () => {
  test('there are some of every table that asks', () =>
    expect(new Set(asked.map(({ id }) => id))).toEqual(new Set(['villages', 'households'])));

  test.each(asked)('$heading turns the answers of $column', async ({ id, column, kind, heading }) => {
    const [yes, no]: readonly Answer[] = kind === 'yes-no' ? [true, false] : ['yes', 'no'];
    const as = async (cells: readonly string[]) => (await readAs(id as 'villages', heading, column, cells)).seen;
    // ticked: a tick answers the heading, a blank is the opposite of it
    expect(await as(['√', '', '', '✓'])).toEqual([no, yes, yes, no]);
    expect(await as(['☑', ''])).toEqual([no, yes]);
    // coded and worded; a blank beside them is not known
    expect(await as(['1', '0', ''])).toEqual([no, yes, undefined]);
    expect(await as(['是', '否', ''])).toEqual([no, yes, undefined]);
    expect(await as(['Y', 'N', ''])).toEqual([no, yes, undefined]);
    expect(await as(['√', '×', ''])).toEqual([no, yes, undefined]);
    // 有 and 无 are answers where the heading has no word for no in it, else what they mean cannot be told
    const held = await readAs(id as 'villages', heading, column, ['有', '无']);
    if (NO_IN_IT.test(heading)) {
      expect(held.seen.every((answer) => answer === undefined)).toBe(true);
      expect(held.codes).toContain(kind === 'yes-no' ? 'not-yes-no' : 'unknown-choice');
    } else expect(held.seen).toEqual([no, yes]);
  });
});

describe('words that say themselves what is the case', () => {
  test.each<readonly [heading: string, column: string, cell: string, Answer]>([
    ['是否危房', 'housing', '安全', true],
    ['是否危房', 'housing', '不安全', false],
    ['是否危房', 'housing', '危房', false],
    ['是否危房', 'housing', '非危房', true],
    ['是否危房', 'housing', '不是危房', true],
    ['住房安全', 'housing', '危房', false],
    ['住房安全', 'housing', '不安全', false],
    ['饮水困难', 'water', '安全', true],
    ['饮水困难', 'water', '困难', false],
    ['饮水困难', 'water', '不困难', true],
    ['饮水困难', 'water', '无饮水困难', true],
    ['饮水安全', 'water', '饮水困难', false],
    ['是否辍学', 'education', '辍学', 'no'],
    ['是否辍学', 'education', '未辍学', 'yes'],
    ['是否辍学', 'education', '不适用', 'n/a'],
    ['是否建档立卡', 'registered', '非建档立卡户', false],
    ['是否建档立卡', 'registered', '建档立卡户', true],
    ['是否通电', 'power', '未通电', false],
  ])('%s (%s): %s', async (heading, column, cell, value) => {
    const { seen, codes } = await readAs('households', heading, column, [cell]);
    expect(seen).toEqual([value]);
    expect(codes.filter((code) => code !== 'registered-contradicts')).toEqual([]);
  });
});

describe('a status that is asked as yes or no', () => {
  test.each([
    ['是否脱贫', 'exited', 'remaining'],
    ['是否未脱贫', 'remaining', 'exited'],
    ['未脱贫', 'remaining', 'exited'],
  ])('%s: yes is %s, no is %s', async (heading, yes, no) => {
    for (const cells of [
      ['√', '', '√'],
      ['是', '否', '是'],
      ['1', '0', '1'],
      ['Y', 'N', 'Y'],
      ['√', '×', '√'],
    ]) {
      const { seen, codes } = await readAs('households', heading, 'status', cells);
      expect([seen, codes], cells.join()).toEqual([[yes, no, yes], []]);
    }
    const { notes } = await readAs('households', heading, 'status', ['√', '']);
    expect(notes.join()).toMatch(/nothing but ticks and blanks, .*: status/u);
  });

  test('a blank beside words is a blank', async () => {
    const { codes } = await readAs('households', '是否脱贫', 'status', ['是', '']);
    expect(codes).toEqual(['required-blank']);
  });
});

describe('ticks in a file with a row per member', () => {
  const read = async (heading: string, cells: readonly string[], status = ',脱贫状态') => {
    const relations = ['户主', '妻', '子'];
    const rows = cells.map((cell, index) => `甲村,2020,H${Math.floor(index / 3)},${relations[index % 3]}${status && ',已脱贫'},${cell}`);
    const seen: unknown[] = [];
    const column = status ? 'education' : 'status';
    const visitor = {
      columns: new Set([column]),
      begin: () => {
        seen.length = 0;
        return ({ row }: { readonly row: Readonly<Record<string, unknown>> }) => void seen.push(row[column]);
      },
    };
    const { findings } = await tallyTexts({ 'h.csv': [`村,年度,户编号,与户主关系${status},${heading}`, ...rows].join('\n') }, { visitor });
    return { seen, codes: findings.map(({ code }) => code) };
  };
  test('a tick at any member is the household’s, a household without one has the opposite', async () =>
    expect(await read('辍学', ['', '', '√', '', '', ''])).toEqual({ seen: ['no', 'yes'], codes: [] }));
  test('so of a status', async () =>
    expect(await read('是否脱贫', ['√', '', '', '', '', ''], '')).toEqual({ seen: ['exited', 'remaining'], codes: [] }));
});

test('the note says what a blank is', async () => {
  expect((await readAs('households', '是否危房', 'housing', ['√', ''])).notes).toContain(
    'nothing but ticks and blanks under a heading that asks the opposite, so a tick is "no" and a blank "yes": housing',
  );
});

test('the question that is not turned keeps its answers', async () => {
  expect((await readAs('households', '住房安全', 'housing', ['√', '', '√'])).seen).toEqual([true, false, true]);
  expect((await readAs('villages', '有无村民合作社', 'has_cooperative', ['√', ''])).seen).toEqual([true, false]);
  // a household without pupils leaves it blank as well
  expect((await readAs('households', '义务教育有保障', 'education', ['√', ''])).seen).toEqual(['yes', undefined]);
});
