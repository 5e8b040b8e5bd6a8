import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { checkJson, commandLine, reportJson } from '../support/command-line.ts';

const [villages, households] = ['fixtures/zhongshan/villages.csv', 'fixtures/zhongshan/households.csv'];

describe('options that could be misunderstood are not', () => {
  test.each([
    [['report', villages, '--lang', 'fr'], /--lang fr is not known; choose zh or en/],
    [['report', villages, '--long', '--format', 'json'], /--long goes with csv, tsv, not with json/],
    [['report', villages, '--brief', '--format', 'table'], /--brief goes with csv, tsv, not with table/],
    [['report', villages, '--brief', '--long'], /use --long or --brief, not both/],
    [['report', villages, '--headings', 'fr'], /--headings fr is not known; choose one of id, zh, en/],
    [['report', villages, '--headings', 'zh', '--format', 'json'], /--headings goes with csv, tsv, not with json; .*--lang/],
    [['report', villages, '--by', 'hamlet'], /--by hamlet is not known; choose one of village, township/],
    [['report', villages, '--period', 'now'], /--period now is not a period/],
    [['report', villages, '--as-of', '2020'], /--as-of 2020 is not a date/],
    [['report', villages, '--max-findings', 'all'], /not a whole number/],
    [['report', villages, '--metrics', 'all,foo'], /no metric "foo"; did you mean food_coverage\? Groups: core, industry/],
    [['report', villages, '--colour'], /unknown option '--colour'/],
    [['report', villages, '--colour'], /Try: aid-metrics report --help/],
    [['list'], /Try: aid-metrics list --help/],
    [['reprot', villages], /unknown command 'reprot'.*Did you mean report.*\nTry: aid-metrics --help/],
    [['report', villages, '--color', 'red'], /--color red is not known; choose one of auto, always, never/],
    [['report', villages, '--by', 'helper-unit'], /--by helper-unit needs a household table/],
    [['report', villages, '--source', 'pocket'], /--source pocket is not known; choose one of central, province/],
    [['report', villages, '--region', '钟山县'], /--region 钟山县 is not a region/],
  ])('%s', async (argv, message) => {
    const { status, stderr, stdout } = await commandLine(argv);
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringMatching(message)]);
  });

  test('projects alone are reported by their funds', async () => {
    const { status, json } = await reportJson(['fixtures/zhongshan/projects.csv', '--by', 'all']);
    expect(status).toBe(0);
    expect(json.places[0]!.metrics.projects).toMatchObject({ value: 24 });
  });

  test('--long alone is CSV, also on a terminal', async () => {
    expect((await commandLine(['report', villages, '--long'], { terminal: true })).stdout).toMatch(/^province,.*,scope,metric,value,unit/);
  });

  test('inputs stand in the order in which they were typed', async () => {
    const { json } = await reportJson(['--households', households, villages]);
    expect(json.inputs.map(({ file }) => file)).toEqual([households, villages]);
  });

  test('--snapshot gives rows without a period one', async () => {
    const households = 'household_id,village,persons,status,exempt,has_industry\nH1,大桥村,3,exited,no,yes\n';
    const { json } = await reportJson(['-', '--snapshot', '2020'], { stdin: households });
    expect(json.places[0]!.metrics.industry_coverage).toMatchObject({ numerator: 1, denominator: 1 });
  });

  test('a unit in the cell under a unit in the heading is not guessed', async () => {
    const { json } = await checkJson(['-'], { stdin: 'village,period,村集体经济收入（万元）\n大桥村,2020,8.2万\n江台村,2020,8.2\n' });
    expect(json.findings.map(({ code, row, column }) => [code, row, column])).toEqual([['unit-twice', 2, 'collective_income']]);
  });

  test('in wide CSV a number that is not certain has its range beside it', async () => {
    const stdin = 'village,period,collective_income\n大桥村,2020,87万多\n';
    const { stdout } = await commandLine(['report', '-', '--metrics', 'collective_income_total'], { stdin });
    expect(stdout).toMatch(
      /collective_income_total_yuan,collective_income_total_missing,collective_income_total_low_yuan,collective_income_total_high_yuan\n.*,870000\.00,0,870000\.00,\n/,
    );
  });
});

describe('every word is read before any file is opened', () => {
  // Neither the table nor the standards nor the accepted findings are there: whoever opened one of them would speak of it.
  const files = ['no-such-table.csv', '--standards', 'no-such-standards.json', '--accept', 'no-such-list.csv'];
  const wrong: readonly (readonly [string, string])[] = [
    ['--period', 'now'],
    ['--snapshot', 'now'],
    ['--as-of', '2020'],
    ['--by', 'hamlet'],
    ['--evidence', 'mine'],
    ['--metrics', 'foo'],
    ['--encoding', 'latin1'],
    ['--map', 'heading=no_such_column'],
    ['--max-findings', 'all'],
    ['--format', 'pdf'],
    ['--color', 'red'],
  ];
  const commandsWithFiles: Readonly<Record<string, readonly string[]>> = {
    report: ['report'],
    check: ['check'],
    assess: ['assess'],
    list: ['list', 'excluded'],
    trend: ['trend'],
    explain: ['explain', 'industry_coverage'],
    tally: ['tally'],
  };
  const cases = Object.entries(commandsWithFiles).flatMap(([name, words]) =>
    wrong.map(([option, word]) => [name, words, option, word] as const),
  );

  test.each(cases)('%s %s %s %s', async (name, words, option, word) => {
    const help = await commandLine([name, '--help']);
    if (!help.stdout.includes(` ${option} <`)) return;
    const given = help.stdout.includes('--standards') ? files : files.toSpliced(1, 2);
    const { status, stdout, stderr } = await commandLine([...words, ...given, option, word]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toContain('no-such-table');
    expect(stderr).not.toContain('no-such-standards');
    expect(stderr).not.toContain('no-such-list');
    expect(stderr).toContain(word.split('=').at(-1));
    expect(stderr).toMatch(new RegExp(`\\nTry: aid-metrics ${name} --help\\n$`, 'u'));
  });

  test('what is wrong with a file does not point to the help', async () => {
    const { status, stderr } = await commandLine(['report', 'no-such-table.csv']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('no-such-table.csv')]);
    expect(stderr).not.toContain('--help');
  });
});

describe('help', () => {
  test('a bare call prints it to standard output, and is no failure', async () => {
    const bare = await commandLine([]);
    expect(bare).toEqual(await commandLine(['--help']));
    expect([bare.status, bare.stderr]).toEqual([0, '']);
    expect(bare.stdout).toMatch(/^Usage: aid-metrics/);
  });

  test.each(Object.keys(commands))(
    'of %s groups its options, and has at least two examples and its exit statuses, in both languages',
    async (name) => {
      for (const [lang, title, examples, statuses] of [
        ['en', 'How to print:', 'Examples:', 'Exit status:'],
        ['zh', '怎样输出：', '例子：', '退出状态：'],
      ] as const) {
        const { status, stdout } = await commandLine([name, '--help', '--lang', lang]);
        expect(status).toBe(0);
        for (const heading of [title, examples, statuses]) expect(stdout).toContain(`\n${heading}\n`);
        expect(stdout).not.toMatch(/^(?:Options:|选项：)/mu);
        expect(stdout.split(`\n${examples}\n`)[1]!.match(/^ {2}aid-metrics /gmu)!.length).toBeGreaterThanOrEqual(2);
        for (const code of ['0', '2', '70']) expect(stdout.split(`\n${statuses}\n`)[1]).toMatch(new RegExp(`^ {2}${code} `, 'mu'));
      }
    },
  );
});

describe('how to print', () => {
  test('-f is --format, -q is --quiet', async () => {
    const [short, long] = [
      await commandLine(['report', villages, '-q', '-f', 'json']),
      await commandLine(['report', villages, '--format', 'json']),
    ];
    expect(short.stdout).toBe(long.stdout);
    expect([short.stderr, long.stderr]).toEqual(['', expect.stringContaining('note:')]);
  });

  test.each([
    [['--color', 'always'], false, true],
    [['--color', 'auto'], false, false],
    [[], false, false],
    [[], true, true],
    [['--color', 'auto'], true, true],
    [['--color', 'never'], true, false],
    [['--no-color'], true, false],
  ])('%s, on a terminal: %s, gives colour: %s', async (words, terminal, colored) => {
    const { stdout } = await commandLine(['report', villages, '-f', 'table', ...words], { terminal });
    expect(stdout.includes('\u001b[')).toBe(colored);
  });

  test('colour that is asked for wins over NO_COLOR', async () => {
    const env = { LANG: 'en_US.UTF-8', NO_COLOR: '1' };
    expect((await commandLine(['report', villages, '-f', 'table'], { terminal: true, env })).stdout).not.toContain('\u001b[');
    expect((await commandLine(['report', villages, '-f', 'table', '--color', 'always'], { env })).stdout).toContain('\u001b[');
  });
});
