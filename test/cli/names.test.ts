import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkJson, commandLine, reportJson } from '../support/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-names-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const villages = file('villages.csv', '村,年度,受帮扶户,豁免户,产业户数\n甲村,2020,20,2,9\n');

describe('--map', () => {
  // 9 of 20 − 2 = 9/18 = 50 %.
  test('says which column a heading is', async () => {
    const { json } = await reportJson([villages, '--map', '受帮扶户=registered_poor_households']);
    expect(json.places[0]!.metrics['industry_coverage']).toMatchObject({ value: 0.5, numerator: 9, denominator: 18 });
  });

  test.each(['受帮扶户=villages.registered_poor_households', ' 受 帮扶户 =建档立卡贫困户数', '受帮扶户=Registered Poor Households'])(
    'is understood as %s',
    async (map) => {
      const { json } = await reportJson([villages, '--map', map]);
      expect(json.places[0]!.metrics['industry_coverage']).toMatchObject({ denominator: 18 });
    },
  );

  test('wins over what the heading means to others', async () => {
    const path = file('alias.csv', '村,年度,贫困户数,户数,豁免户,产业户数\n甲村,2020,50,20,2,9\n');
    const { json } = await reportJson([path, '--map', '户数=registered_poor_households', '--map', '贫困户数=households']);
    expect(json.places[0]!.metrics['industry_coverage']).toMatchObject({ numerator: 9, denominator: 18 });
  });

  // 5 under 万元 is 50 000 yuan, whoever named the column.
  test('says nothing of the unit: that stands in the heading', async () => {
    const path = file('unit.csv', '村,年度,公账进项（万元）,补助收入,一次性收入\n甲村,2020,5,0,0\n');
    for (const heading of ['公账进项', '公账进项（万元）']) {
      const { json } = await reportJson([path, '--map', `${heading}=collective_income`]);
      expect(json.places[0]!.metrics['collective_income'], heading).toMatchObject({ value: 50000 });
    }
  });

  test('a heading that no file has is said', async () => {
    const { stderr, status } = await commandLine([
      'report',
      villages,
      '--map',
      '受帮扶户=registered_poor_households',
      '--map',
      '没有的=households',
    ]);
    expect(stderr).toContain('--map: no file has the heading "没有的"');
    expect(stderr).not.toContain('"受帮扶户"');
    expect(status).toBe(0);
  });

  test.each([
    ['x=registered_poor_housholds', 'did you mean registered_poor_households?'],
    ['x=households.rural_populaton', 'there is no column "households.rural_populaton"'],
    ['x=towns.persons', 'there is no column "towns.persons"'],
    ['x', 'HEADING=COLUMN'],
    ['=persons', 'HEADING=COLUMN'],
    ['x=', 'HEADING=COLUMN'],
  ])('%s cannot be run', async (map, message) => {
    const { status, stderr, stdout } = await commandLine(['report', villages, '--map', map]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('two headings said to be one column are refused as ever', async () => {
    const { status, stderr } = await commandLine([
      'report',
      villages,
      '--map',
      '受帮扶户=exempt_households',
      '--map',
      '产业户数=exempt_households',
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain('are both exempt_households');
  });

  // 20 helped, of whom 2 are exempt: the 50 under the usual name are another number.
  test('the heading of the usual name yields, and is named', async () => {
    const path = file('both.csv', '村,年度,建档立卡贫困户数,受帮扶户,豁免户,产业户数\n甲村,2020,50,20,2,9\n');
    expect((await commandLine(['report', path])).status).toBe(0);
    const { json } = await reportJson([path, '--map', '受帮扶户=registered_poor_households']);
    expect(json.places[0]!.metrics['industry_coverage']).toMatchObject({ numerator: 9, denominator: 18 });
    const { stderr } = await commandLine(['report', path, '--map', '受帮扶户=registered_poor_households']);
    expect(stderr).toContain('columns left alone: 建档立卡贫困户数');
  });
});

describe('a heading that nobody knows', () => {
  test('is suggested in the note', async () => {
    const path = file('slip.csv', 'village,period,registered_poor_households,rural_populaton\n甲村,2020,2,50\n');
    const { stderr } = await commandLine(['report', path, '--metrics', 'all']);
    expect(stderr).toContain('rural_populaton (did you mean rural_population?)');
  });

  test.each([
    ['vilage,period,households\n甲村,2020,2\n', '"vilage" (did you mean village?)'],
    ['村,年渡,总户数\n甲村,2020,2\n', undefined],
    ['household_id,village,persons,statuss\n1,甲村,2,已脱贫\n', '"statuss" (did you mean status?)'],
  ])('is suggested in the refusal: %s', async (text, message) => {
    const { status, stderr } = await commandLine(['report', file('refused.csv', text)]);
    expect(status).toBe(2);
    expect(stderr).toContain(message ?? '--map HEADING=COLUMN');
    if (message === undefined) expect(stderr).not.toContain('did you mean');
  });
});

const abroad = ['fixtures/abroad/villages.csv', 'fixtures/abroad/households.csv'];
const withProfile = [...abroad, '--profile', 'fixtures/abroad/profile.json'];

describe('a profile', () => {
  // Willowbrook: B. and W. of three able households, F-002 has no trade: 2/3. Poor: 3 of 183. Money: 420.5 − 60 − 12 thousand.
  test('names the headings, words, units and region of an office abroad', async () => {
    const { json } = await reportJson(withProfile);
    const [willowbrook, stonebridge, marshEnd] = json.places.map(({ metrics }) => metrics);
    expect(willowbrook!['industry_coverage']).toMatchObject({ numerator: 2, denominator: 3 });
    expect(willowbrook!['poverty_incidence']).toMatchObject({ numerator: 3, denominator: 183, verdict: { met: 'yes', region: 'lumara' } });
    expect(willowbrook!['collective_income']).toMatchObject({
      value: 348500,
      unit: 'lum',
      text: '348500.00',
      verdict: { met: 'yes', region: 'lumara-north', thresholdText: '200000 lum' },
    });
    // 6 of 139 is 4.3 %, below five in a hundred; 4 of 78 is 5.1 %, and not.
    expect(stonebridge!['poverty_incidence']).toMatchObject({ numerator: 6, denominator: 139, verdict: { met: 'yes' } });
    expect(marshEnd!['poverty_incidence']).toMatchObject({ numerator: 4, denominator: 78, verdict: { met: 'no' } });
    // 72 − 30 thousand.
    expect(marshEnd!['collective_income']).toMatchObject({
      value: 42000,
      verdict: { met: 'no', shortBy: { amount: 158000, unit: 'lum' } },
    });
  });

  test('stands among the inputs with its SHA-256', async () => {
    const { json } = await reportJson(withProfile);
    expect(json.inputs.at(-1)).toMatchObject({
      file: 'fixtures/abroad/profile.json',
      table: 'profile',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
    });
    const without = await reportJson(['fixtures/trend/villages.csv']);
    expect(without.json.inputs).toHaveLength(1);
  });

  const commands: readonly (readonly string[])[] = [
    ['report', '--metrics', 'all'],
    ['report', '--metrics', 'all', '--by', 'communes'],
    ['check'],
    ['list', 'uncovered'],
    ['list', 'below-line'],
    ['list', 'excluded'],
    ['trend', '--metrics', 'all'],
    ['assess'],
    ['assess', '--for', 'households'],
    ['explain', 'collective_income'],
    ['explain', 'industry_coverage', '--place', 'Marsh End', '--by', 'commune'],
  ];
  test.each(commands.flatMap((command) => ['table', 'csv', 'json'].map((format) => [...command, '--format', format])))(
    'leaves no word of China in: %s %s %s %s %s %s %s',
    async (command, ...options) => {
      const { stdout, stderr, status } = await commandLine([command, ...options.filter((word) => word !== undefined), ...withProfile]);
      expect(status, stderr).toBe(0);
      // The id of a metric or a column is a public name in any country.
      const said = (stdout + stderr).replaceAll(/\b(?:award|planned|received|spent|housing_aid|money_left)_yuan\b/gu, '');
      expect(said).not.toMatch(/\p{Script=Han}|yuan|China|Guangxi|GB\/T|《/iu);
    },
  );

  test('money stands in the currency in the names of columns', async () => {
    const { stdout } = await commandLine(['report', ...withProfile, '--metrics', 'collective_income,award_yuan']);
    expect(stdout.split('\n')[0]).toContain(',collective_income_lum,');
    expect(stdout.split('\n')[0]).toMatch(/,award_lum,?/u);
  });

  test('levels have the names of the office', async () => {
    const { stdout } = await commandLine(['report', ...withProfile, '--format', 'table', '--by', 'Commune']);
    expect(stdout.replaceAll(/[\s│]+/gu, ' ')).toMatch(/Total 3 .*Hamlets/u);
  });

  test('yields to the command line', async () => {
    const { stdout } = await commandLine(['report', ...withProfile, '--format', 'table', '--lang', 'zh']);
    expect(stdout).toContain('产业覆盖率');
    const other = await commandLine(['report', ...withProfile, '--region', '45', '--format', 'json']);
    expect(other.stdout).not.toContain('lumara-north"');
    const map = await commandLine(['report', ...withProfile, '--map', 'Members=poverty_type', '--format', 'json']);
    expect(map.stderr).toContain('lacks required columns: persons');
  });

  test('an id of a region that nobody names is refused', async () => {
    const { status, stderr } = await commandLine(['report', abroad[0]!, '--region', 'lumara', '--map', 'Hamlet=village']);
    expect(status).toBe(2);
    expect(stderr).toContain('--region lumara is not a region');
  });
});

const profile = (text: string): string => file('profile.json', text);

describe('a profile that cannot be read says each place and what is wanted', () => {
  test.each([
    ['{ "maps": {} }', 'line 1 maps: there is no such key; known here: schema, map, words'],
    ['{\n "map": { "Families": "hoseholds" }\n}', 'line 2 map.Families: there is no column "hoseholds"; did you mean households?'],
    ['{ "map": { "persons": "Members" } }', 'is the wrong way round: write "Members": "persons"'],
    ['{ "words": { "status": { "Lifted": "exitted" } } }', 'words.status.Lifted: there is no value "exitted"; did you mean exited?'],
    ['{ "words": { "persons": { "one": "1" } } }', '"persons" is no column of choices or of yes and no'],
    ['{ "region": "广西县" }', 'line 1 region: must be CN, 45'],
    ['{ "snapshot": "spring" }', 'snapshot: must be a period'],
    ['{ "lang": "fr" }', 'lang: must be one of zh, en'],
    ['{ "levels": { "hamlet": "Hamlet" } }', 'levels.hamlet: there is no such key; known here: province, city, county, township, village'],
    ['{ "lang": "en", "lang": "zh" }', 'this key is written twice'],
    ['{ "lang": "en"', 'not valid JSON'],
  ])('%s', async (text, message) => {
    const { status, stderr, stdout } = await commandLine(['report', villages, '--profile', profile(text)]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('all problems in one run', async () => {
    const { stderr } = await commandLine(['report', villages, '--profile', profile('{ "map": { "a": "b1" }, "region": "?" }')]);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });

  test('no such file, and standards that its path does not reach', async () => {
    expect(await commandLine(['report', villages, '--profile', join(folder, 'none.json')])).toMatchObject({ status: 2 });
    const { status, stderr } = await commandLine(['report', villages, '--profile', profile('{ "standards": "none.json" }')]);
    expect(status).toBe(2);
    expect(stderr).toContain(join(folder, 'none.json'));
  });
});

describe('words of a profile', () => {
  const households = file(
    'households.csv',
    'household_id,village,persons,status,exempt,has_industry\n1,甲村,3,out,oui,oui\n2,甲村,2,in,non,oui\n3,甲村,1,in,non,1\n',
  );
  // Two of three households are not exempt; both have an industry.
  test.each([
    '{ "words": { "households.status": { "out": "exited", "in": "remaining" }, "yes-no": { "oui": "yes", "non": "no" } } }',
    '{ "words": { "status": { "out": "exited", "in": "remaining" }, "yes": "oui", "no": ["non"] } }',
    '{ "words": { "households.status": { "exited": "out", "remaining": ["in", "inside"] }, "yes-no": { "yes": ["Oui"], "no": ["Non"] } } }',
  ])('%s', async (text) => {
    const { json, status } = await reportJson([households, '--snapshot', '2020', '--profile', profile(text)]);
    expect(status).toBe(0);
    expect(json.places[0]!.metrics['industry_coverage']).toMatchObject({ numerator: 2, denominator: 2 });
  });

  test('what is said of one column counts before what is said of all', async () => {
    const text =
      '{ "words": { "status": { "out": "exited", "in": "remaining" }, "yes-no": { "oui": "yes", "non": "no" }, "exempt": { "oui": "no" } } }';
    const { json } = await reportJson([households, '--snapshot', '2020', '--profile', profile(text)]);
    expect(json.places[0]!.metrics['industry_coverage']).toMatchObject({ numerator: 3, denominator: 3 });
  });

  test('a word that nobody knows is a finding still', async () => {
    const { json, status } = await checkJson([
      households,
      '--snapshot',
      '2020',
      '--profile',
      profile('{ "words": { "yes-no": { "oui": "yes" } } }'),
    ]);
    expect(status).toBe(1);
    expect(new Set(json.findings.map(({ code }) => code))).toEqual(new Set(['unknown-choice', 'not-yes-no']));
  });
});

describe('a report without one figure', () => {
  test('ends with 1 and names what is lacking', async () => {
    const { status, stdout, stderr } = await commandLine(['report', file('few.csv', 'village,period,households\n甲村,2020,10\n')]);
    expect(status).toBe(1);
    expect(stdout.split('\n')).toHaveLength(3);
    expect(stderr).toContain(
      'error: not one figure could be computed. Industry coverage: no data (villages without: Registered poor households',
    );
  });

  // A zero denominator is no figure either; 0 of 5 is one.
  test.each([
    ['village,period,registered_poor_households,exempt_households,industry_households\n甲村,2020,0,0,0\n', 1],
    ['village,period,registered_poor_households,exempt_households,industry_households\n甲村,2020,5,0,0\n', 0],
  ])('%s: %i', async (text, expected) => {
    const { status } = await commandLine(['report', file('zero.csv', text), '--metrics', 'industry_coverage']);
    expect(status).toBe(expected);
  });
});

describe('explain of a village by its county', () => {
  const files = ['fixtures/trend/villages.csv', 'fixtures/trend/households-2020.csv'];
  test('finds the county, and says so', async () => {
    const { status, stdout, stderr } = await commandLine([
      'explain',
      'industry_coverage',
      ...files,
      '--place',
      '东河村',
      '--by',
      'county',
      '--lang',
      'zh',
    ]);
    expect(status).toBe(0);
    expect(stderr).toContain('东河村 是更小的地方：下面是它所在的 甲县 的数字，只列 东河村 的行');
    const whole = await commandLine(['explain', 'industry_coverage', ...files, '--place', '甲县', '--by', 'county', '--lang', 'zh']);
    const numberOf = (text: string): string | undefined => /甲县  2020  .*/u.exec(text)?.[0];
    expect(numberOf(stdout)).toBe(numberOf(whole.stdout));
    expect(whole.stdout.length).toBeGreaterThan(stdout.length);
  });
});

describe('check on a terminal', () => {
  const rows = Array.from({ length: 400 }, (_, index) => `${index},甲村,x${index},已脱贫,也许`);
  const many = file('many.csv', ['household_id,village,persons,status,exempt', ...rows].join('\n'));

  test('gathers findings by kind, with the first rows and the hint once', async () => {
    const { stdout, status } = await commandLine(['check', many, '--snapshot', '2020', '--lang', 'zh'], { terminal: true });
    expect(status).toBe(1);
    expect(stdout.split('\n').length).toBeLessThan(50);
    expect(stdout).toMatch(/^ +400× {2}\S+：/mu);
    expect(stdout.split('\n')[0]).toContain('错误 800，警告 0，提示 0');
    expect(stdout.replaceAll(/\s+/gu, '')).toContain('第2、3、4、5、6、7、8、9行等400处');
    expect(stdout.match(/→/gu)).toHaveLength(2);
  });

  test('lists a few errors each, those that say the same together', async () => {
    const stdin = '村,年度,建档立卡贫困户数,特色产业覆盖贫困户数\n甲村,2020,10,一百\n乙村,2020,10,一百\n丙村,2020,10,几户\n';
    const { stdout } = await commandLine(['check', '-', '--lang', 'zh', '--color', 'never'], { terminal: true, stdin });
    expect(stdout).toMatch(/^错误 3，警告 0，提示 0 {4}错误的行不计入；警告的行照常计入$/mu);
    expect(stdout.replaceAll(/\n +/gu, '')).toContain('- 第 2、3 行  特色产业覆盖贫困户数（industry_households）：“一百”不是数字');
    expect(stdout.replaceAll(/\n +/gu, '')).toContain('- 第 4 行 [丙村 2020]  特色产业覆盖贫困户数（industry_households）：“几户”不是数字');
  });

  test('--each and --max-findings list them one by one', async () => {
    const each = await commandLine(['check', many, '--snapshot', '2020', '--each'], { terminal: true });
    expect(each.stdout.match(/→/gu)!.length).toBeGreaterThanOrEqual(800);
    const some = await commandLine(['check', many, '--snapshot', '2020', '--max-findings', '3'], { terminal: true });
    expect(some.stdout.match(/: error: /gu)).toHaveLength(3);
  });

  test('a pipe has every finding', async () => {
    const { stdout } = await commandLine(['check', many, '--snapshot', '2020']);
    expect(stdout.match(/: error: /gu)).toHaveLength(800);
  });
});
