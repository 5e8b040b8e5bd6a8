import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commands as allCommands } from '../../src/cli/commands/index.ts';
import { tables } from '../../src/tables/index.ts';
import { metrics } from '../../src/measure/metrics/index.ts';
import { formats } from '../../src/formats/index.ts';
import { anchorsOf, documentNames, documentText, linksOf, root, rowsBelow, shellCommands, TypingFolder } from '../support/documents.ts';
import { PlacesOfReports } from '../support/reported-places.ts';

const folder = new TypingFolder();
afterAll(() => folder.remove());

test('the generated parts are what the code gives today (else: npm run documents)', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/write-documents.mjs', '--check'], { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

describe.each(documentNames)('%s', (name) => {
  const text = documentText(name);

  // A document without commands has nothing to run.
  for (const command of shellCommands(text)) {
    test(`runs: ${command}`, () => {
      expect(command).toContain('npx aid-metrics ');
      const { status, stderr } = folder.typed(command);
      expect(stderr).not.toMatch(/error|warning|错误|警告/);
      expect(status).toBe(0);
    });
  }

  test('every link to a document, to a part of one and to a file leads somewhere', () => {
    for (const link of linksOf(text)) {
      if (/^https?:/u.test(link)) continue;
      const [file, anchor] = link.split('#') as [string, string?];
      const target = file === '' ? name : join(dirname(name), file);
      expect(existsSync(join(root, target)), link).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(documentText(target)), link).toContain(decodeURIComponent(anchor));
    }
  });

  test('every script of npm that is named is there', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    for (const [, script] of text.matchAll(/\bnpm run ([a-z:-]+)/gu)) expect(Object.keys(scripts)).toContain(script);
  });
});

test('every document is reached from the README, in each language', () => {
  for (const readme of ['README.md', 'README.zh.md'].filter((name) => documentNames.includes(name))) {
    const linked = linksOf(documentText(readme)).map((link) => link.split('#')[0]);
    for (const name of documentNames.filter((one) => one !== readme)) expect(linked, readme).toContain(name);
  }
});

test('every file and folder of the sources that CONTRIBUTING names is there', () => {
  const named = [...documentText('CONTRIBUTING.md').matchAll(/`((?:src|test|scripts|bin|bench|docs|\.ci)\/[^`<>…\s]+|vitest\S+\.ts)`/gu)];
  expect(named.length).toBeGreaterThan(20);
  for (const [, path] of named) expect(existsSync(join(root, path!)), path).toBe(true);
});

test('the fast tests leave out nothing that is not there, and are run by their name', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  expect(scripts['test:fast']).toBe('vitest run --config vitest.fast.config.ts');
  const left = [...readFileSync(join(root, 'vitest.fast.config.ts'), 'utf8').matchAll(/'(test\/[^'*{]+\.ts)'/gu)].map(([, path]) => path!);
  for (const path of left) expect(existsSync(join(root, path)), path).toBe(true);
});

describe('commands', () => {
  test.each(Object.keys(allCommands))('every option of %s is named', (command) => {
    const { stdout } = folder.typed(`npx aid-metrics ${command} --help --lang en`);
    const options = [...stdout.matchAll(/^ {2}(?:(-\w), )?(--[a-z-]+)/gmu)].flatMap(([, short, long]) =>
      short ? [short, long!] : [long!],
    );
    expect(options).toContain('--lang');
    const text = documentText('docs/commands.md');
    expect(options.filter((option) => !new RegExp(`\`(?:-\\w, )?${option}\\b`, 'u').test(text))).toEqual([]);
  });

  test.each(Object.keys(allCommands))('%s has a part of its own', (command) => {
    expect(documentText('docs/commands.md')).toMatch(new RegExp(`^## ${command} `, 'mu'));
  });
});

test('every format is named', () => {
  for (const { id } of formats) expect(documentText('docs/formats.md')).toContain(`| \`${id}\` |`);
});

describe('tables', () => {
  test('every column has a row with its labels, its blank and its headings', () => {
    const headings = { villages: 'Villages 村表', households: 'Households 户表', projects: 'Projects 项目表' };
    for (const { id: table, columns } of [tables.villages, tables.households, tables.projects]) {
      const rows = rowsBelow(documentText('docs/tables.md'), headings[table as 'villages']);
      const shown = Object.fromEntries(
        rows.map(([name, , blank, known]) => [/`(\w+)`/u.exec(name!)![1]!, { name: name!, blank: blank!, known: known! }]),
      );
      expect(Object.keys(shown)).toEqual(Object.keys(columns));
      for (const [id, { label, required, aliases, blankMeansNone }] of Object.entries(columns)) {
        expect(shown[id]!.name).toContain(`${required ? '\\* ' : ' '}${label.zh} · ${label.en}`);
        expect(shown[id]!.blank.includes('none'), id).toBe(blankMeansNone === true);
        for (const alias of aliases) expect(shown[id]!.known).toContain(alias.replaceAll('|', '\\|'));
      }
    }
  });

  test('the columns are named in which a blank means none', () => {
    const sentence = /Only in (.*?) of households does a blank mean/u.exec(documentText('docs/tables.md'))![1]!;
    const named = [...sentence.matchAll(/`(\w+)`/gu)].map(([, id]) => id!);
    const marked = Object.entries(tables).flatMap(([table, { columns }]) =>
      Object.entries(columns).flatMap(([id, { blankMeansNone }]) => (blankMeansNone ? [`${table} ${id}`] : [])),
    );
    expect(named.map((id) => `households ${id}`).toSorted()).toEqual(marked.toSorted());
  });
});

describe('metrics', () => {
  const rows = rowsBelow(documentText('docs/metrics.md'), 'The metrics and what they need 指标和所需的表');

  test('every metric stands in the table below its group, with its names and formula', () => {
    let group = '';
    const found = new Set<string>();
    for (const [id = '', ...cells] of rows) {
      if (id.startsWith('**')) group = id.replaceAll(/[*`]/gu, '');
      const metric = metrics.find((one) => id === `\`${one.id}\``);
      if (!metric) continue;
      found.add(metric.id);
      expect(metric.group).toBe(group);
      const { label, formula } = metric;
      expect(cells.slice(0, 4)).toEqual([label.zh, label.en, expect.any(String), `${formula.en}<br>${formula.zh}`]);
    }
    expect([...found].toSorted()).toEqual(metrics.map(({ id }) => id).toSorted());
  });

  test('the tables that are said to suffice for a metric do answer it, and the others do not', () => {
    const reports = new PlacesOfReports(folder);
    const [villages, households, projects] = ['villages', 'households', 'projects'].map((name) => `fixtures/complete/${name}.csv`);
    const given = [villages, households, `${villages} ${households}`, projects].map((files) =>
      // What is of a county stands in no village.
      ['village', 'county'].flatMap((by) => reports.of(`npx aid-metrics report ${files} --metrics all --by ${by}`)),
    );
    for (const { id } of metrics) {
      const marks = given.map((places) => (places.some(({ metrics: answers }) => answers[id]!.value !== null) ? '✓' : '–'));
      expect(rows.find(([name]) => name === `\`${id}\``)!.slice(5), id).toEqual(marks);
    }
  });
});
