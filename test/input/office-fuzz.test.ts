import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measuredAll } from '../support/tables.ts';
import type { Finding } from '../../src/input/finding.ts';
import { tallyTexts } from '../support/tables.ts';

/**
 * A registry is drawn, then written as an office would: titles, a unit above the header, groups, rows that number the columns, totals, means,
 * notes, signatures, headers again, empty formulas, marks for none and unknown, marks that nobody sees, surplus separators.
 * Every figure must be that of the registry itself, added up here by hand. `FUZZ=10` tries ten times as many.
 */
const MORE = Number(process.env['FUZZ'] ?? 1);
const LONGEST_MS = 300_000 * MORE;

interface Village {
  readonly name: string;
  readonly population: number;
  readonly poor: number;
  readonly registered: number;
  readonly income: number;
}
interface Household {
  readonly id: string;
  readonly village: string;
  /** undefined: not known. */
  readonly industries: readonly string[] | undefined;
  readonly plan: boolean | undefined;
}

const NAMES = ['甲村', '乙村', '大坪村', '合计村', '注溪村', '小计屯', '第3村', '上寨', '平均坳村', '共和村', '说明坪村', '总寨'];
const INDUSTRIES = ['鸡', '优质稻', '油茶', '柑橘', '养蜂'];
const NONE = ['无', '/', '／', '-', '—', '——', '－', '暂无', '没有', '无产业', '0', '否', '未参与', 'none', '暂无产业', '×'];
const UNKNOWN = ['不详', '?', '？', 'N/A', '未知', '不清楚', '待核实', '外出务工', '/？', '待查'];
// Ticks beside blanks are a column of their own kind, tested elsewhere.
const YES = ['是', '有', 'Y', 'yes', '１', '已', '对'];
const NO = ['否', '无', '×', 'N', 'no', '０', '没有', '暂无'];
const NOT_SAID = ['', '/', '—', '不详', '？', 'n/a', '未填'];
const BETWEEN = ['、', '，', ';', '；', '/', '|', '+', '\\'];
const HIDDEN = ['', '', '', '\u202d', '\u200b', '\u00ad', '\ufeff', '\u2066', '\u001f', ' ', '\u3000', '\u00a0'];
const TOTALS = [
  '合计',
  '小计',
  '总计',
  '全县合计',
  '公安镇小计',
  '合计：',
  '合 计',
  '总计（%d个村）',
  '共计',
  '本页小计',
  '平均',
  '村均',
  'Total',
  'Sub-total',
  '其中：贫困村',
  '累计',
];
const NOTES = [
  '注：数据截至2020年12月31日',
  '说明：本表由村填报',
  '填表人：某某',
  '单位负责人（签字）：某某',
  '2021年1月5日',
  '备注：无',
  '*以公安部门数据为准',
  '数据来源：扶贫办',
  '（盖章）',
  'Note: as of December',
];
const UNITS = [
  { above: '单位：万元、人', scale: 10_000 },
  { above: '金额单位:万元', scale: 10_000 },
  { above: '填报单位：县农业农村局　　单位：元', scale: 1 },
  { above: '（单位：千元）', scale: 1000 },
  { above: 'Unit: 10,000 yuan', scale: 10_000 },
  { above: '填报单位：县扶贫办', scale: 1 },
];

const villagesOf = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 6 }).chain((names) =>
  fc.tuple(
    ...names.map((name) =>
      fc.record({
        name: fc.constant(name),
        population: fc.integer({ min: 300, max: 9000 }),
        poor: fc.integer({ min: 0, max: 40 }),
        registered: fc.integer({ min: 41, max: 200 }),
        // In hundreds of yuan, so that it is whole in 万元 to two places; nothing that leaps beside the others.
        income: fc.integer({ min: 200, max: 3000 }).map((hundreds) => hundreds * 100),
      }),
    ),
  ),
);
const pick = fc.nat(1_000_000);
const draw = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

/** A stream of choices, so that a case is small data and can be shrunk. */
const choices = fc.array(pick, { minLength: 40, maxLength: 40 });
class Dice {
  #at = 0;
  readonly #drawn: readonly number[];
  constructor(drawn: readonly number[]) {
    this.#drawn = drawn;
  }
  of<T>(list: readonly T[]): T {
    this.#at++;
    // Each turn around the stream is another one.
    return draw(list, this.#drawn[this.#at % this.#drawn.length]! + 31 * Math.floor(this.#at / this.#drawn.length));
  }
  oneIn(times: number): boolean {
    return this.of(Array.from({ length: times }, (_, at) => at === 0));
  }
}

const quoted = (cell: string): string => (/[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const line = (cells: readonly string[]): string => cells.map(quoted).join(',');
const hidden = (text: string, dice: Dice): string => dice.of(HIDDEN) + text + dice.of(HIDDEN);

function villageFile(villages: readonly Village[], dice: Dice): string {
  const unit = dice.of(UNITS);
  const header = ['序号', '村', '年度', '乡村户籍人口', '剩余贫困人口数', '建档立卡贫困户数', '村级集体经济收入'];
  const rows: string[] = [];
  const pad = (cell: string): string[] => [cell, '', '', '', '', '', ''];
  if (dice.oneIn(2)) rows.push(line(pad('示范县2020年统计表')));
  rows.push(line(dice.oneIn(2) ? pad(unit.above) : ['', '', '', '', '', '', unit.above]));
  rows.push(line(header));
  if (dice.oneIn(3))
    rows.push(
      line(
        dice.of([
          ['1', '2', '3', '4', '5', '6', '7'],
          ['（1）', '（2）', '（3）', '（4）', '（5）', '（6）', '（7）'],
          ['甲', '乙', '丙', '1', '2', '3', '4'],
        ]),
      ),
    );
  const sums = (of: readonly Village[]): string[] =>
    [
      of.reduce((sum, { population }) => sum + population, 0),
      of.reduce((sum, { poor }) => sum + poor, 0),
      of.reduce((sum, { registered }) => sum + registered, 0),
    ]
      .map(String)
      .concat(String(of.reduce((sum, { income }) => sum + income, 0) / unit.scale));
  if (dice.oneIn(4)) rows.push(line(['', '示范县', '2020', ...sums(villages)]));
  villages.forEach((village, index) => {
    const surplus = dice.oneIn(5) ? ',,' : '';
    rows.push(
      line([
        String(index + 1),
        hidden(village.name, dice),
        dice.of(['2020', '2020年', '２０２０']),
        String(village.population),
        String(village.poor),
        String(village.registered),
        String(village.income / unit.scale),
      ]) + surplus,
    );
    if (dice.oneIn(6)) rows.push(line(header));
    if (dice.oneIn(8)) rows.push(dice.of([',,,0,0,0,0', '9,,,,0,0,', '7,,,,,,', ',,2020,#DIV/0!,,0,']));
  });
  if (dice.oneIn(2)) {
    const word = dice.of(TOTALS).replace('%d', String(villages.length));
    rows.push(line(dice.oneIn(2) ? [word, '', '2020', ...sums(villages)] : ['', word, '', ...sums(villages)]));
  }
  for (let notes = dice.of([0, 1, 2, 3]); notes > 0; notes--)
    rows.push(line(dice.oneIn(2) ? pad(dice.of(NOTES)) : ['', dice.of(NOTES), '', '', '', '', '']));
  return rows.join(dice.of(['\n', '\r\n'])) + '\n';
}

function householdFile(households: readonly Household[], dice: Dice): string {
  const rows = ['户编号,村,家庭人口数,脱贫状态,参与产业,一户一策'];
  for (const { id, village, industries, plan } of households) {
    const list = industries === undefined ? dice.of(UNKNOWN) : industries.length === 0 ? dice.of(NONE) : industries.join(dice.of(BETWEEN));
    const yesNo = plan === undefined ? dice.of(NOT_SAID) : dice.of(plan ? YES : NO);
    const written = dice.of([id, id, `'${id}`, `="${id}"`, hidden(id, dice)]);
    rows.push(
      line([written, hidden(village, dice), '3', dice.of(['已脱贫', '已脱贫（享受政策）', '脱贫户', '稳定脱贫']), list, yesNo]) +
        (dice.oneIn(6) ? ',,' : ''),
    );
    if (dice.oneIn(9)) rows.push(rows[0]!);
  }
  if (dice.oneIn(2)) rows.push(line([dice.of(['合计', '小计：', 'Total']), '', String(3 * households.length), '', '', '']));
  if (dice.oneIn(2)) rows.push(line([dice.of(NOTES), '', '', '', '', '']));
  return rows.join('\n') + '\n';
}

const householdsOf = fc.array(
  fc.record({
    village: fc.constantFrom('甲村', '乙村', '合计村'),
    industries: fc.option(fc.uniqueArray(fc.constantFrom(...INDUSTRIES), { maxLength: 3 }), { nil: undefined, freq: 4 }),
    plan: fc.option(fc.boolean(), { nil: undefined, freq: 3 }),
  }),
  { minLength: 3, maxLength: 12 },
);

const errors = (findings: readonly Finding[]): readonly string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ code, row }) => `${code} ${row}`);

// About 30 cells and lines that an office made of its own in each: 400 × 30 = 12 000.
test(
  'a village registry as an office writes it gives the figures of the registry',
  async () => {
    await fc.assert(
      fc.asyncProperty(villagesOf, choices, async (villages, drawn) => {
        const text = villageFile(villages, new Dice(drawn));
        const given = { snapshot: '2020' as never };
        const { findings } = await tallyTexts({ 'v.csv': text }, given);
        expect(errors(findings), text).toEqual([]);
        const { total } = await measuredAll({ 'v.csv': text }, ['poverty_incidence', 'collective_income_total'], { by: 'all' }, given);
        const [incidence, income] = total.measured;
        const sum = (of: (village: Village) => number): bigint => BigInt(villages.reduce((all, village) => all + of(village), 0));
        expect(incidence!.value, text).toEqual({ numerator: sum(({ poor }) => poor), denominator: sum(({ population }) => population) });
        expect(income!.value, text).toMatchObject({ numerator: sum((village) => village.income) * 100n });
      }),
      { numRuns: 400 * MORE },
    );
  },
  LONGEST_MS,
);

test(
  'a household registry as an office writes it gives the figures of the registry',
  async () => {
    await fc.assert(
      fc.asyncProperty(householdsOf, choices, async (drawnHouseholds, drawn) => {
        const households = drawnHouseholds.map((one, index) => ({ ...one, id: `45112200${index + 10}` }));
        const text = householdFile(households, new Dice(drawn));
        const given = { snapshot: '2020' as never };
        const { findings } = await tallyTexts({ 'h.csv': text }, given);
        expect(errors(findings), text).toEqual([]);
        const { total } = await measuredAll({ 'h.csv': text }, ['industry_coverage_all', 'plan_coverage'], { by: 'all' }, given);
        const seen = total.measured.map(({ value, missing }) => [value?.numerator ?? 0n, value?.denominator ?? 0n, missing]);
        const of = (answers: readonly (boolean | undefined)[]): readonly bigint[] =>
          [
            answers.filter((answer) => answer === true).length,
            answers.filter((answer) => answer !== undefined).length,
            answers.filter((answer) => answer === undefined).length,
          ].map(BigInt);
        const expected = [
          of(households.map(({ industries }) => industries && industries.length > 0)),
          of(households.map(({ plan }) => plan)),
        ];
        // A column that nobody answered has no figure to compare.
        for (const [index, [, known]] of expected.entries()) if (known! > 0n) expect(seen[index], text).toEqual(expected[index]);
      }),
      { numRuns: 600 * MORE },
    );
  },
  LONGEST_MS,
);
