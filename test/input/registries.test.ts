import { describe, expect, test } from 'vitest';
import { checkJson, commandLine, reportJson } from '../support/command-line.ts';
import { measured, tallyTexts } from '../support/tables.ts';

const VILLAGES = 'village,period,rural_population,registered_poor_households\n大桥村,2020,1000,2\n';
const found = async (stdin: string) =>
  (await checkJson(['-'], { stdin })).json.findings.map(({ code, row, column }) => [code, row, column]);

describe('registries as they are', () => {
  test('title rows, question codes and units in either kind of bracket', async () => {
    const text =
      '钟山县村级情况表,,,\n填报单位：县扶贫办,,,\n村名,年份,B20 村集体经济收入（万元）,A1 贫困户数(户)\n大桥村,2020年,8.2,166\n';
    const { tallies } = await tallyTexts({ 'v.csv': text });
    expect(tallies.tallies[0]!.facts.get('declared.collective_income')!.yes).toBe(8_200_000n); // 8.2 万元 in fen
    expect(tallies.inputs[0]!.notes.map(({ en }) => en)).toEqual([
      '2 title rows above the header skipped',
      '1 date brought into one form',
      '1 number converted from the unit of their heading',
    ]);
  });

  test('a header of two rows is read as one', async () => {
    const text = '村名,年份,产业情况,,人口\n,,1-3个特色产业覆盖贫困户数,贫困户数,乡村人口数\n大桥村,2020,159,166,3125\n';
    const { tallies } = await tallyTexts({ 'v.csv': text });
    const { facts } = tallies.tallies[0]!;
    expect(['industry_households', 'registered_poor_households', 'rural_population'].map((id) => facts.get(`declared.${id}`)!.yes)).toEqual(
      [159n, 166n, 3125n],
    );
  });

  test('a general heading under a group that is no column is left alone', async () => {
    const { tallies } = await tallyTexts({ 'v.csv': '行政村,年度,常住人口,低保,,返贫\n,,,户数,人口数,人数\n甲村,2020,500,20,60,3\n' });
    const { facts } = tallies.tallies[0]!;
    expect(facts.get('declared.households')!.unrecorded).toBe(1n);
    expect(facts.get('declared.returned_persons')!.yes).toBe(3n);
    expect(tallies.inputs[0]!.notes.map(({ en }) => en)).toContain('columns left alone: 低保户数, 低保人口数');
  });

  test('the first row of data is never taken for a second row of headings', async () => {
    const { tallies } = await tallyTexts({ 'v.csv': '村名,年份,贫困户数\n贫困村,2020,\n大桥村,2020,5\n' });
    expect(tallies.inputs[0]!.rows).toBe(2);
  });

  test('a unit that contradicts its column is an error, and the column is not read', async () => {
    expect(await found('村名,年份,贫困户数,村集体经济收入（户）\n大桥村,2020,5,6\n')).toEqual([
      ['unit-contradicts', 1, 'collective_income'],
    ]);
  });

  test('a heading that asks the opposite turns the answers', async () => {
    const rows = (heading: string, answers: readonly string[]) =>
      `户编号,行政村,年度,人数,脱贫状态,${heading}\n${answers.map((answer, index) => `H${index},大桥村,2020,3,已脱贫,${answer}`).join('\n')}\n`;
    const { stdout } = await commandLine(['check', '-'], { stdin: rows('饮水困难', ['是', '否']) });
    expect(stdout).toMatch(/饮水困难 → water ¬/);
    expect(await found(rows('是否危房', ['是', '否']))).toEqual([]);
  });

  test('the codes of the national base are read under its heading, and nowhere else', async () => {
    const text = (heading: string): string =>
      `户编号,行政村,年度,人数,${heading}\nH1,大桥村,2020,3,0\nH2,大桥村,2020,2,1\nH3,大桥村,2020,4,2\nH4,大桥村,2020,5,3\n`;
    // 0 未脱贫 3 persons + 3 返贫 5 persons of 1000
    const one = await measured({ 'h.csv': text('脱贫属性'), 'v.csv': VILLAGES.replace(',2\n', ',4\n') }, 'poverty_incidence');
    expect(one.value).toEqual({ numerator: 8n, denominator: 1000n });
    expect((await found(text('脱贫状态'))).map(([code]) => code)).toEqual(Array.from({ length: 4 }, () => 'coded-choice'));
  });

  test('a cause or type given as a bare code needs its code table', async () => {
    expect(await found('户编号,行政村,年度,人数,脱贫状态,致贫原因\nH1,大桥村,2020,3,已脱贫,1\nH2,大桥村,2020,3,已脱贫,因病\n')).toEqual([
      ['coded-choice', 2, 'main_cause'],
    ]);
  });

  test('in a column of nothing but ticks and blanks a blank is "no"', async () => {
    const rows =
      '户编号,行政村,年度,人数,脱贫状态,一户一策,是否有产业\nH1,大桥村,2020,3,已脱贫,√,√\nH2,大桥村,2020,3,已脱贫,,否\nH3,大桥村,2020,3,已脱贫,,\n';
    const { json } = await reportJson(['-', '--metrics', 'plan_coverage,industry_coverage_all'], { stdin: rows });
    expect(json.places[0]!.metrics.plan_coverage).toMatchObject({ numerator: 1, denominator: 3, missing: 0 });
    // ticks beside other answers are ordinary answers: the blank stays unknown
    expect(json.places[0]!.metrics.industry_coverage_all).toMatchObject({ numerator: 1, denominator: 2, missing: 1 });
  });

  test('ticks in a village table', async () => {
    const { tallies } = await tallyTexts({ 'v.csv': '村名,年度,贫困户数,有无公共服务设施\nA,2020,1,√\nB,2020,1,\n' });
    expect(
      tallies.tallies.map(({ facts }) => [facts.get('declared.public_services')!.yes, facts.get('declared.public_services')!.unknown]),
    ).toEqual([
      [1n, 0n],
      [0n, 0n],
    ]);
    expect(tallies.inputs[0]!.notes.map(({ en }) => en)).toContain('nothing but ticks and blanks, so a blank is "no": public_services');
  });
});

describe('a row per member', () => {
  const header = '行政村,年度,户编号,户主姓名,姓名,与户主关系,证件号码,脱贫状态,是否有产业,无劳动能力或主要劳动力长期外出务工\n';
  const row = (id: string, relation: string, more = '已脱贫,是,否'): string => `大桥村,2020,${id},甲,乙,${relation},,${more}\n`;

  test('is folded by household, and its persons counted', async () => {
    const text =
      header +
      row('H1', '户主', '未脱贫,是,否') +
      row('H1', '配偶', '未脱贫,是,否') +
      row('H1', '之子', '未脱贫,是,否') +
      row('H2', '户主', '已脱贫,否,否');
    const { tallies, findings } = await tallyTexts({ 'h.csv': text, 'v.csv': VILLAGES });
    expect(findings).toEqual([]);
    expect(tallies.inputs[0]).toMatchObject({ rows: 4, accepted: 4, rejected: 0 });
    const { facts } = tallies.tallies[0]!;
    expect([facts.get('evidence.registered_poor_households')!.yes, facts.get('evidence.remaining_poor_persons')!.yes]).toEqual([2n, 3n]);
  });

  test('household data on the first row alone is enough', async () => {
    const { findings, tallies } = await tallyTexts({ 'h.csv': header + row('H1', '户主') + ',2020,H1,,丙,之女,,,,\n' });
    expect(findings.map(({ code }) => code)).toEqual([]);
    expect(tallies.inputs[0]).toMatchObject({ accepted: 2 });
  });

  test.each([
    ['no head', row('H1', '配偶') + row('H1', '之子'), [['no-head', 2, 'relation_to_head']]],
    ['two heads', row('H1', '户主') + row('H1', '户主'), [['several-heads', 3, 'relation_to_head']]],
    ['rows that disagree', row('H1', '户主') + row('H1', '之子', '未脱贫,是,否'), [['member-disagrees', 3, 'status']]],
    ['nothing that is required', '大桥村,2020,H1,甲,乙,户主,,,是,否\n', [['required-blank', 2, 'status']]],
  ])('%s', async (_, rows, expected) => {
    expect(await found(header + rows)).toEqual(expected);
  });

  test('persons are compared where they are declared', async () => {
    const text = `人数,${header}3,${row('H1', '户主')}3,${row('H1', '配偶')}`;
    expect(await found(text)).toEqual([['members-differ', 2, 'persons']]);
  });

  describe('a row of the wrong width is found once, not again in what its household lacks without it', () => {
    const declared = `人数,${header}`;
    const short = (line: string): string => line.replace(/,[^,]*,[^,]*\n$/u, '\n');
    const complete = `2,${row('H0', '户主')}2,${row('H0', '配偶')}`;

    test.each([
      ['a member', `2,${row('H1', '户主')}${short(`2,${row('H1', '配偶')}`)}`, [['row-too-short', 5, null]]],
      ['the head', `${short(`2,${row('H1', '户主')}`)}2,${row('H1', '配偶')}`, [['row-too-short', 4, null]]],
      [
        'a row with a cell too many in front, which names no household',
        `2,${row('H1', '户主')}x,2,${row('H1', '配偶')}`,
        [['row-too-long', 5, null]],
      ],
      ['a row that swallows the rest of the file', `2,${row('H1', '户主')}"2,${row('H1', '配偶')}`, [['unclosed-quote', 5, null]]],
      [
        'the only row that has what is required',
        `${short(`2,${row('H1', '户主')}`)}2,,2020,H1,,丙,之女,,,,\n`,
        [['row-too-short', 4, null]],
      ],
      [
        'another household is judged as ever',
        `${short(`2,${row('H1', '户主')}`)}2,${row('H1', '配偶')}3,${row('H2', '配偶')}`,
        [
          ['row-too-short', 4, null],
          ['members-differ', 6, 'persons'],
          ['no-head', 6, 'relation_to_head'],
        ],
      ],
      [
        'what does not follow from it is found',
        `${short(`2,${row('H1', '之子')}`)}2,${row('H1', '户主')}2,${row('H1', '户主', '未脱贫,是,否')}`,
        [
          ['row-too-short', 4, null],
          ['several-heads', 6, 'relation_to_head'],
          ['member-disagrees', 6, 'status'],
        ],
      ],
    ])('%s', async (_, rows, expected) => {
      expect(await found(declared + complete + rows)).toEqual(expected);
    });

    test('a household left without what is required is still rejected', async () => {
      const { tallies } = await tallyTexts({
        'h.csv': `${declared}${complete}${short(`2,${row('H1', '户主')}`)}2,,2020,H1,,丙,之女,,,,\n`,
      });
      expect(tallies.inputs[0]).toMatchObject({ rows: 4, accepted: 2, rejected: 2 });
    });
  });
});

describe('numbers that are looked at and never used', () => {
  // Made-up numbers; region 99 does not exist.
  const id = async (number: string) => found(`户编号,户主证件号码,行政村,年度,人数,脱贫状态\nH1,${number},大桥村,2020,3,已脱贫\n`);

  test.each([
    ['4.51122E+17', 'identity-destroyed'],
    ['451122199001021000', 'identity-destroyed'],
    ['45112219901301123X', 'identity-birth-date'],
    ['451122900101123', 'identity-length'],
    ['451122199001011235', 'identity-checksum'],
  ])('%s: %s, a warning', async (number, code) => {
    expect(await id(number)).toEqual([[code, 2, 'head_id_no']]);
  });

  test('a right one, with and without a disability suffix, is fine', async () => {
    const right = '99010219900101100X';
    expect(checkDigit(right)).toBe(right.at(-1));
    expect(await id(right)).toEqual([]);
    expect(await id(`${right}43`)).toEqual([]);
  });

  test('a stated rate is compared with the numbers of its row, rounded and truncated apart', async () => {
    const rate = async (stated: string) => found(`村名,年度,乡村人口数,剩余贫困人口,贫困发生率\n大桥村,2020,3125,4,${stated}\n`);
    // 4 / 3125 = 0.128 %
    expect(await rate('0.13')).toEqual([]);
    expect(await rate('0.128%')).toEqual([]);
    expect(await rate('0.12')).toEqual([['stated-rate-truncated', 2, 'stated_poverty_incidence']]);
    expect(await rate('0.14')).toEqual([['stated-rate-differs', 2, 'stated_poverty_incidence']]);
  });

  test('the poor persons of the year must add up', async () => {
    const flow = async (closing: number) =>
      found(`村名,年度,期初贫困人口,新增贫困人口数,返贫人口数,脱贫人数,剩余贫困人口\n大桥村,2020,10,2,1,6,${closing}\n`);
    expect(await flow(7)).toEqual([]); // 10 + 2 + 1 − 6
    expect(await flow(8)).toEqual([['roll-forward-differs', 2, 'remaining_poor_persons']]);
  });
});

/** GB 11643-1999, written out once more. */
function checkDigit(number: string): string {
  let remainder = 0;
  for (let index = 0; index < 17; index++) remainder += Number(number[index]) * (2 ** (17 - index) % 11);
  return '10X98765432'[remainder % 11]!;
}
