import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Column } from '../../src/language/column.ts';
import { tables } from '../../src/tables/index.ts';
import { commandLine } from '../support/command-line.ts';

// Made up, all of them: a name, an identity number of each length, a phone, a bank card.
const NAME = '郭建军';
const NUMBERS = ['451122199001011234', '45112219900101123X', '451122900101123', '13800138000', '6222020012345678901'];

/** The same numbers as people and programs write them. */
const WRITINGS: Readonly<Record<string, (number: string) => string>> = {
  'as it is': (number) => number,
  spaced: (number) => number.replaceAll(/(\d{3,4})(?=\d)/gu, '$1 '),
  hyphenated: (number) => number.replaceAll(/(\d{3})(?=\d)/gu, '$1-'),
  'full width': (number) => number.replaceAll(/./gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  'with invisible marks': (number) => number.replaceAll(/(\d{2})/gu, '$1\u200b'),
  'in Arabic digits': (number) => number.replaceAll(/\d/gu, (digit) => String.fromCharCode(0x660 + Number(digit))),
  'beside a name': (number) => `${NAME}${number}`,
};

type TableName = 'villages' | 'households' | 'projects';
const BASES: Readonly<Record<TableName, Readonly<Record<string, string>>>> = {
  villages: {
    county: '钟山县',
    township: '公安镇',
    village: '大桥村',
    period: '2020',
    households: '400',
    rural_population: '1341',
    registered_poor_households: '60',
    remaining_poor_persons: '11',
    collective_income: '82000',
  },
  households: {
    household_id: 'H',
    county: '钟山县',
    township: '公安镇',
    village: '大桥村',
    period: '2020',
    persons: '3',
    status: 'remaining',
    registered: '是',
    exempt: '否',
    has_industry: '否',
    has_plan: '否',
    net_income_per_capita: '3000',
  },
  projects: {
    project_id: 'P',
    county: '钟山县',
    village: '大桥村',
    name: '茶园',
    period: '2020',
    category: 'industry',
    planned_yuan: '90000',
    received_yuan: '80000',
    spent_yuan: '50000',
    planned_end: '2020-03-01',
    status: 'under-way',
  },
};

const columnsOf = (table: TableName): readonly (readonly [string, Column])[] =>
  Object.entries<Column>(tables[table].columns).filter(
    ([name, { ofCounty, ofMember }]) => ofCounty !== true && ofMember !== true && !name.startsWith('stated'),
  );

/** Rows of a table, in each of which one column holds one of what is planted. */
function planted(table: TableName, plants: readonly string[], columns = columnsOf(table)): string {
  const key = Object.keys(BASES[table])[0]!;
  const names = [...new Set([...Object.keys(BASES[table]), ...columns.map(([name]) => name)])];
  const rows = columns
    .flatMap(([column]) => plants.map((plant) => [column, plant] as const))
    .map(([column, plant], at) => ({
      ...BASES[table],
      ...(table === 'villages' ? { village: `大桥${at}村` } : { [key]: `${BASES[table][key]}${at}` }),
      [column]: plant,
    }));
  return stringify([names, ...rows.map((row: Readonly<Record<string, string>>) => names.map((name) => row[name] ?? ''))]);
}

/** Columns of words, in which a name is a word like any other; of the others, those of persons are masked. */
const isWords = ([, { kind, personal }]: readonly [string, Column]): boolean =>
  (kind === 'text' || kind === 'list') && personal === undefined;
/** Ids that are words: an office that numbers its projects by name prints it. */
const isProjectId = ([name]: readonly [string, Column]): boolean => name === 'project_id';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planted-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const FORMATS = ['table', 'csv', 'json', 'markdown', 'html', 'tsv'];

/** Every command that reads tables, as it is called with a file of a table. */
const COMMANDS: Readonly<Record<TableName, readonly (readonly string[])[]>> = {
  villages: [
    ['check'],
    ['report', '--partial'],
    ['report', '--partial', '--by', 'township', '--metrics', 'all'],
    ['assess', '--partial'],
    ['trend', '--partial'],
    ['tally', '--partial'],
    ['explain', 'poverty_incidence', '--partial'],
  ],
  households: [
    ['check'],
    ['report', '--partial', '--metrics', 'all'],
    ['report', '--partial', '--by', 'helper-unit', '--metrics', 'households_per_helper'],
    ['assess', '--for', 'households', '--partial'],
    ['trend', '--partial'],
    ['tally', '--partial'],
    ...['industry_households_by_type', 'pairing_coverage', 'poverty_gap'].map((metric) => ['explain', metric, '--partial']),
    ...['uncovered', 'unpaired', 'unplanned', 'below-line', 'at-risk', 'guarantee-gaps', 'excluded'].map((kind) => [
      'list',
      kind,
      '--unknown',
      '--partial',
    ]),
  ],
  projects: [
    ['check'],
    ['report', '--partial', '--metrics', 'funds'],
    ['tally', '--partial'],
    ['explain', 'spent_yuan', '--partial'],
    ['list', 'overdue', '--unknown', '--partial'],
    ['list', 'unspent', '--unknown', '--partial'],
  ],
};

/** All that a run writes for others to read: its two streams and its files. */
async function written(argv: readonly string[], stdin?: string): Promise<string> {
  const { status, stdout, stderr } = await commandLine(argv, stdin === undefined ? {} : { stdin });
  expect(status, `${argv.join(' ')}: ${stderr}`).toBeLessThan(4);
  return stdout + stderr;
}

/** A text without what may stand between the digits of one number, in half-width digits. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/\\u[0-9a-f]{4}/gu, '')
    .replaceAll(/[0-9a-f]{64}/gu, '')
    .replaceAll(/(?<=\d)[ \-\u2010-\u2015\u200b]+(?=\d)/gu, '');

/** More of a number than its ends. */
const MOST_SHOWN = 7;
function expectNoNumber(text: string, number: string, by: string): void {
  const plain = bare(text);
  for (let at = 0; at + MOST_SHOWN <= number.length; at++) {
    const part = number.slice(at, at + MOST_SHOWN);
    const found = plain.indexOf(part);
    if (found !== -1) expect.fail(`${by} shows ${part}: …${plain.slice(Math.max(0, found - 120), found + 40)}…`);
  }
}
function expectNoName(text: string, by: string): void {
  const found = text.indexOf(NAME);
  if (found !== -1) expect.fail(`${by} shows the name: …${text.slice(Math.max(0, found - 120), found + 40)}…`);
}

/** Runs every command over a table. In a turn each writes one format, and another in every turn. */
async function look(table: TableName, text: string, expectNothing: (written: string, by: string) => void, turn?: number): Promise<void> {
  const file = put(`${table}.csv`, text);
  for (const [index, command] of COMMANDS[table].entries()) {
    for (const [at, format] of (command[0] === 'tally' ? ['csv'] : FORMATS).entries()) {
      if (turn !== undefined && command[0] !== 'tally' && (index + turn) % FORMATS.length !== at) continue;
      // The language alternates, so that every command and every format is seen in both.
      const langs = command[0] === 'check' ? ['zh', 'en'] : [(index + at) % 2 === 0 ? 'zh' : 'en'];
      for (const lang of langs) {
        const argv = [
          command[0]!,
          ...command.slice(1, command[1]?.startsWith('-') === false ? 2 : 1),
          file,
          ...command.slice(command[1]?.startsWith('-') === false ? 2 : 1),
        ];
        expectNothing(await written([...argv, '--format', format, '--lang', lang]), [...argv, format, lang].join(' '));
      }
    }
  }
}

describe.each(['villages', 'households', 'projects'] as const)('in whatever column of %s it stands', (table) => {
  test.each(Object.keys(WRITINGS))('a number %s is not shown', { timeout: 120_000 }, async (writing) => {
    const turn = Object.keys(WRITINGS).indexOf(writing);
    const numbers = turn === 0 ? NUMBERS : NUMBERS.filter((number) => number.length !== 15);
    const text = planted(table, numbers.map(WRITINGS[writing]!));
    const expectNone = (shown: string, by: string): void => {
      for (const number of numbers) expectNoNumber(shown, number, by);
    };
    await look(table, text, expectNone, turn);
  });

  test('a name is not shown where none belongs, nor where a person is named', { timeout: 60_000 }, async () => {
    const columns = columnsOf(table).filter((column) => !isWords(column) && !isProjectId(column));
    await look(table, planted(table, [NAME], columns), expectNoName);
  });

  test('nor in the place of a heading', { timeout: 60_000 }, async () => {
    const own = Object.keys(BASES[table]);
    for (const replaced of own) {
      for (const plant of [NAME, ...NUMBERS]) {
        const text = stringify([own.map((name) => (name === replaced ? plant : name)), Object.values(BASES[table])]);
        const file = put('headings.csv', text);
        for (const argv of [['check', file], ['check', file, '--format', 'json'], ['report', file, `--${table}`, file].slice(0, 2)]) {
          for (const lang of ['zh', 'en']) {
            const shown = await written([...argv, '--lang', lang]);
            if (plant === NAME) expectNoName(shown, argv.join(' '));
            else expectNoNumber(shown, plant, argv.join(' '));
          }
        }
      }
    }
  });
});

test('a file without a header shows what its first row looks like, and nobody in it', async () => {
  for (const row of [
    `${NUMBERS[0]},${NAME},${NUMBERS[3]},大桥村,3`,
    `${NAME},${NUMBERS[0]},${NUMBERS[4]}`,
    `3,Guo Jianjun,${NUMBERS[3]}`,
  ]) {
    for (const lang of ['zh', 'en']) {
      const shown = await written(['check', '-', '--lang', lang], `${row}\n${row}\n`);
      for (const number of NUMBERS) expectNoNumber(shown, number, row);
      expectNoName(shown, row);
      expect(shown).not.toContain('Jianjun');
    }
  }
});

describe('what is no cell', () => {
  const village = stringify([Object.keys(BASES.villages), Object.values(BASES.villages)]);

  test.each(NUMBERS)('%s in the name of a file, in options, in reasons and keys', { timeout: 60_000 }, async (number) => {
    mkdirSync(join(folder, number), { recursive: true });
    const file = put(`${number}/村表 ${number}.csv`, `${village}${Object.values({ ...BASES.villages, households: 'x' }).join(',')}\n`);
    const accepted = put(`accepted-${number}.csv`, `code,key,reason\nnot-a-number,大桥村,${number}\nno-such-code-${number},x,y\n`);
    const known = put('known.csv', `code,key,reason\nnot-a-number,大桥村,复核人${number}\n`);
    const profile = put('profile.json', JSON.stringify({ [`人${number}`]: 1, map: { [number]: 'village' } }));
    const standards = put('standards.json', JSON.stringify({ [number]: [{ id: number }] }));
    const spaced = WRITINGS.spaced!(number);
    for (const argv of [
      ['check', file],
      ['check', file, '--format', 'json', '--accept', known],
      ['check', file, '--format', 'csv', '--accept', known],
      ['check', file, '--accept', known],
      ['check', file, '--accept', accepted],
      ['report', file, '--partial', '--format', 'json'],
      ['report', file, '--place', number],
      ['report', file, '--partial', '--place', spaced],
      ['report', file, '--metrics', spaced],
      ['report', file, '--period', number],
      ['report', file, '--by', spaced],
      ['report', file, '--map', `${number}=village`],
      ['report', file, '--map', `village=${number}`],
      ['report', file, '--region', number],
      ['report', file, '--partial', '--profile', profile],
      ['report', file, '--partial', '--standards', standards],
      ['report', join(folder, number, `${number}.csv`)],
      ['report', file, '-o', join(folder, number)],
      ['report', file, '-o', join(folder, 'no', number, 'x.csv')],
      ['report', file, `--${number}`],
      ['explain', number, file],
      ['explain', number],
      ['list', spaced, file],
      ['template', number],
      [number],
    ]) {
      for (const lang of ['zh', 'en']) expectNoNumber(await written([...argv, '--lang', lang]), number, argv.join(' '));
    }
  });

  test('an annotated copy keeps the cells of its owner, and what is written beside them shows nobody', async () => {
    for (const number of NUMBERS) {
      const file = put('own.csv', planted('households', [number]));
      const out = join(folder, 'annotated.csv');
      await written(['check', file, '--annotate', out, '--quiet']);
      const text = readFileSync(out, 'utf8');
      expect(text).toContain(number);
      const beside = text.split('\n').map((line) => line.slice(line.search(/(?:error|warning|note) \w/u)));
      expectNoNumber(beside.join('\n'), number, 'annotated');
    }
  });

  test('no file of findings is left behind', () => {
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('aid-metrics-') && name.includes('findings'))).toEqual([]);
  });
});

test('figures of ours, codes of places, years and days stay as they are', async () => {
  const text = stringify([
    ['village', 'village_code', 'period', 'collective_income', 'rural_population'],
    ['大桥村', '451122100001', '2020', '123456789.5', '1341'],
    ['江台村', '451122100002', '2020', '9876543210.25', '900'],
  ]);
  const csv = await written(['report', '-', '--format', 'csv', '--lang', 'zh', '--metrics', 'collective_income_total'], text);
  expect(csv).toContain('451122100001');
  expect(csv).toContain('9876543210.25');
  const json = await written(['report', '-', '--format', 'json', '--lang', 'zh', '--metrics', 'collective_income_total', '-q'], text);
  expect(json).toContain('"village_code": "451122100002"');
  expect(json).toMatch(/"sha256": "[0-9a-f]{64}"/u);
  expect(json).toContain('9999999999.75');
});
