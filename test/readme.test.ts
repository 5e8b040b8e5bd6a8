import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { commands as allCommands } from '../src/cli/commands/index.ts';
import { tables } from '../src/tables/index.ts';
import { metrics } from '../src/measure/metrics/index.ts';
import { formats } from '../src/report/formats/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** A folder to type the commands of the README in: it has the fixtures, and nothing written there stays. */
const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-readme-'));
symlinkSync(join(root, 'fixtures'), join(folder, 'fixtures'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Types a command as the README has it, with the built program in place of npx. */
function typed(command: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const program = `'${process.execPath}' '${join(root, 'bin', 'aid-metrics.js')}'`;
  return spawnSync('sh', ['-c', command.replaceAll('npx aid-metrics', program)], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
  });
}

interface Answer {
  readonly text: string;
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
}
interface Place {
  readonly place: { readonly village: string | null };
  readonly metrics: Readonly<Record<string, Answer>>;
}

const answered = new Map<string, readonly Place[]>();

/** The places of the report that a command makes. */
function placesOf(command: string): readonly Place[] {
  const known = answered.get(command);
  if (known) return known;
  const { places } = JSON.parse(typed(`${command} --format json`).stdout) as { readonly places: readonly Place[] };
  answered.set(command, places);
  return places;
}

/** The cells of every row of the table below a heading. */
const rowsBelow = (heading: string): readonly (readonly string[])[] =>
  readme
    .split(`\n## ${heading}\n`)[1]!
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));

test('the generated parts are what the code gives today (else: npm run readme)', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/write-readme.mjs', '--check'], { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

describe('commands', () => {
  const blocks = [...readme.matchAll(/^```sh\n((?:(?!```)[^])*)\n```$(?!\n\n```text)/gmu)].map(([, block]) => block!);
  const commands = blocks.flatMap((block) => block.split('\n')).filter((line) => !line.startsWith('npm ci'));

  test('the two commands to begin with stand as they are to be typed', () => {
    expect(blocks).toContain('npm ci && npx aid-metrics report fixtures/zhongshan/villages.csv');
    expect(blocks).toContain('npm ci && npm test');
  });

  test.each(commands)('%s', (command) => {
    const { status, stderr } = typed(command);
    expect(stderr).not.toMatch(/error|warning|错误|警告/);
    expect(status).toBe(0);
  });

  test.each(Object.keys(allCommands))('every option of %s is named', (command) => {
    const { stdout } = typed(`npx aid-metrics ${command} --help --lang en`);
    const options = [...stdout.matchAll(/^ {2}(?:(-\w), )?(--[a-z-]+)/gmu)].flatMap(([, short, long]) =>
      short ? [short, long!] : [long!],
    );
    expect(options).toContain('--lang');
    for (const option of options) expect(readme).toMatch(new RegExp(`\`(?:-\\w, )?${option}\\b`, 'u'));
  });

  test('every format is named', () => {
    for (const { id } of formats) expect(readme).toContain(`| \`${id}\` |`);
  });
});

describe('tables', () => {
  test('every column is named, with its Chinese', () => {
    for (const { columns } of [tables.villages, tables.households, tables.projects]) {
      for (const [id, { label, required }] of Object.entries(columns))
        expect(readme).toContain(`\`${id}\`${required ? '\\*' : ''} ${label.zh}`);
    }
  });

  test('the columns are named in which a blank means none', () => {
    const sentence = /Only in (.*?) of households does a blank mean/u.exec(readme)![1]!;
    const named = [...sentence.matchAll(/`(\w+)`/gu)].map(([, id]) => id!);
    const marked = Object.entries(tables).flatMap(([table, { columns }]) =>
      Object.entries(columns).flatMap(([id, { blankMeansNone }]) => (blankMeansNone ? [`${table} ${id}`] : [])),
    );
    expect(named.map((id) => `households ${id}`).toSorted()).toEqual(marked.toSorted());
  });
});

describe('metrics', () => {
  test('every metric stands in the table with its names and formula', () => {
    for (const { id, label, formula, group } of metrics) {
      const row = rowsBelow('Metrics 指标').find(([name]) => name === `\`${id}\``);
      expect(row).toEqual([`\`${id}\``, label.zh, label.en, expect.any(String), `${formula.en}<br>${formula.zh}`, group]);
    }
  });

  test('the tables that are said to suffice for a metric do answer it, and the others do not', () => {
    const [villages, households, projects] = ['villages', 'households', 'projects'].map((name) => `fixtures/complete/${name}.csv`);
    const given = [villages, households, `${villages} ${households}`, projects].map((files) =>
      // What is of a county stands in no village.
      ['village', 'county'].flatMap((by) => placesOf(`npx aid-metrics report ${files} --metrics all --by ${by}`)),
    );
    const marks = metrics.map(({ id }) =>
      given.map((places) => (places.some(({ metrics: answers }) => answers[id]!.value !== null) ? '✓' : '–')),
    );
    const said = rowsBelow('What is needed for what');
    expect(said.map(([name]) => name)).toEqual(metrics.map(({ id, label }) => `\`${id}\` ${label.zh}`));
    expect(said.map(([, ...cells]) => cells)).toEqual(marks);
  });
});

describe('the article, recomputed', () => {
  const rows = rowsBelow('The article, recomputed');

  test('every figure that the tool can give stands there', () => {
    expect(rows.length).toBeGreaterThanOrEqual(8);
  });

  test.each(rows.map(([figure, , figures, command]) => [figure!, figures!, command!.replaceAll('`', '')] as const))(
    '%s: %s',
    (figure, figures, command) => {
      const id = /^npx aid-metrics report (?!.*--format).*--metrics (\w+)/u.exec(command)?.[1];
      if (id === undefined) {
        // Any other page is quoted: it must say just this, wherever its lines break.
        const { status, stdout } = typed(command);
        expect(status).toBe(0);
        expect(stdout.replaceAll(/\s+/gu, ' ')).toContain(figures);
        return;
      }
      const places = placesOf(command);
      const place = places.find(({ place: { village } }) => village !== null && figure.startsWith(village)) ?? places[0]!;
      if (place.place.village === null) expect(places).toHaveLength(1);
      else expect(figure.startsWith(place.place.village)).toBe(true);
      const { text, numerator, denominator } = place.metrics[id]!;
      const isRatio = metrics.find((metric) => metric.id === id)!.shape === 'ratio';
      expect(isRatio ? `${text} = ${numerator}/${denominator}` : text).toBe(figures);
    },
  );
});
