import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = resolve('src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const importsOf = (file: string): readonly string[] =>
  [
    ...readFileSync(join(SRC, file), 'utf8').matchAll(
      /^(?:import|export)\s[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gmu,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3]!);
const stageOf = (file: string): string => (file.includes('/') ? file.split('/')[0]! : file.replace('.ts', ''));

/** Files of data: what the field says, line by line. They may be as long as it takes. */
const DATA = [/^standards\/regions\//u, /^tables\/\w+\/columns\.ts$/u, /^input\/findings\.ts$/u];
const isData = (file: string): boolean => DATA.some((data) => data.test(file));
const linesOf = (file: string): number => readFileSync(join(SRC, file), 'utf8').trimEnd().split('\n').length;

/** What each file imports of the others. */
const graph = new Map(
  files.map((file) => [
    file,
    importsOf(file)
      .filter((imported) => imported.startsWith('.'))
      .map((imported) => relative(SRC, resolve(SRC, dirname(file), imported))),
  ]),
);

/** What the wording of results may know, which is all that makes them. */
const BEFORE_REPORT = ['vocabulary', 'errors', 'language', 'tables', 'input', 'standards', 'tally', 'measure', 'rows', 'verify'];

/** What each stage may import besides itself: the order in which the data flows. A format knows no result, and a page no format. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  vocabulary: [],
  errors: ['vocabulary'],
  language: ['vocabulary'],
  tables: ['vocabulary', 'language'],
  input: ['vocabulary', 'errors', 'language', 'tables'],
  standards: ['vocabulary', 'errors'],
  profile: ['vocabulary', 'errors', 'language', 'tables', 'input', 'standards'],
  tally: ['vocabulary', 'errors', 'language', 'tables', 'input'],
  measure: ['vocabulary', 'errors', 'language', 'tables', 'standards', 'tally'],
  verify: ['vocabulary'],
  rows: ['vocabulary', 'errors', 'language', 'tables', 'input', 'standards', 'tally', 'measure'],
  page: ['vocabulary', 'tables', 'input'],
  report: [...BEFORE_REPORT, 'page'],
  pages: [...BEFORE_REPORT, 'page', 'report'],
  formats: ['vocabulary', 'errors', 'page'],
  template: ['vocabulary', 'language', 'tables', 'input', 'formats'],
  library: [...BEFORE_REPORT, 'page', 'report', 'profile'],
  index: [...BEFORE_REPORT, 'page', 'report', 'pages', 'formats', 'library', 'profile'],
  cli: [...BEFORE_REPORT, 'page', 'report', 'pages', 'formats', 'template', 'library', 'profile'],
};

/** Where each outside package lives. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  zod: ['input', 'standards', 'profile'],
  'zod/mini': ['input'],
  'csv-parse': ['input'],
  'csv-parse/sync': ['input'],
  fzstd: ['input'],
  'hyparquet/src/constants.js': ['input'],
  'hyparquet/src/convert.js': ['input'],
  'hyparquet/src/delta.js': ['input'],
  'hyparquet/src/encoding.js': ['input'],
  'hyparquet/src/plain.js': ['input'],
  'hyparquet/src/snappy.js': ['input'],
  'hyparquet/src/thrift.js': ['input'],
  saxes: ['input'],
  yauzl: ['input'],
  'csv-stringify/sync': ['formats'],
  chalk: ['formats'],
  'cli-table3': ['formats'],
  'string-width': ['page', 'formats', 'template'],
  'wrap-ansi': ['page', 'formats'],
  'd3-scale': ['pages', 'formats'],
  'hucre/xlsx': ['formats'],
  commander: ['cli'],
  '@bomb.sh/tab': ['cli'],
  '@bomb.sh/tab/commander': ['cli'],
  pg: ['cli'],
};

/** Node's own modules that touch nothing outside the program. */
const HARMLESS = ['node:buffer', 'node:crypto', 'node:util', 'node:zlib'];

/** Where files are opened, besides the command line: a path handed to the library. */
const OPENS_FILES = 'library/from-path.ts';

describe('architecture', () => {
  test.each(files)('%s imports only what its stage may', (file) => {
    for (const imported of importsOf(file)) {
      if (imported.startsWith('node:')) {
        if (stageOf(file) !== 'cli' && file !== OPENS_FILES) expect(HARMLESS, `${file} imports ${imported}`).toContain(imported);
      } else if (imported.startsWith('.')) {
        const target = stageOf(relative(SRC, resolve(SRC, dirname(file), imported)));
        if (target !== stageOf(file)) expect(ALLOWED[stageOf(file)], `${file} imports ${imported}`).toContain(target);
      } else {
        expect(PACKAGES[imported], `${file} imports ${imported}`).toContain(stageOf(file));
      }
    }
  });

  test('the list of what is public is nothing but a list', () => {
    const lines = readFileSync(join(SRC, 'index.ts'), 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*/gu, '');
    expect(lines.replaceAll(/^export (?:type )?\{[^}]*\} from '[^']+';$/gmu, '').trim()).toBe('');
  });

  test.each(files.filter((file) => stageOf(file) !== 'cli'))('%s has no clock, no environment and no console', (file) => {
    expect(readFileSync(join(SRC, file), 'utf8')).not.toMatch(
      /\bDate\.now|new Date\(\)|\bprocess\.(?:env|std|exit|cwd|argv|on)|console\.|Math\.random/u,
    );
  });

  test.each([
    'input/values',
    'standards/regions',
    'measure/estimators',
    'measure/metrics',
    'measure/readers',
    'formats',
    'rows/lists',
    'cli/commands',
  ])('the list in %s names every neighbour', (folder) => {
    const list = readFileSync(join(SRC, folder, 'index.ts'), 'utf8');
    // A folder holds the parts of the neighbour that has its name.
    for (const { name } of readdirSync(join(SRC, folder), { withFileTypes: true }).filter((entry) => entry.isFile())) {
      if (name !== 'index.ts') expect(list).toContain(`'./${name}'`);
    }
  });

  test('the list of tables names every table, and each table has its columns, rules and facts', () => {
    const list = readFileSync(join(SRC, 'tables/index.ts'), 'utf8');
    const tables = readdirSync(join(SRC, 'tables'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(tables.length).toBeGreaterThan(0);
    for (const { name } of tables) {
      expect(list).toContain(`'./${name}/table.ts'`);
      expect(readdirSync(join(SRC, 'tables', name))).toEqual(expect.arrayContaining(['columns.ts', 'rules.ts', 'facts.ts']));
      expect(readFileSync(join(SRC, 'tables/facts.ts'), 'utf8')).toContain(`'./${name}/facts.ts'`);
    }
  });

  test.each(files.filter((file) => ['page', 'report', 'pages', 'formats'].includes(stageOf(file))))(
    '%s judges no row: what rows say has come from the stage of rows',
    (file) => {
      const judging =
        /language\/readings\/(?:holds|weigh|why-unknown|can-answer|parts)\.ts|tally\/(?:plan|run|told|row-query|engines\/.*)\.ts|input\/(?:open|read)-table\.ts/u;
      expect(importsOf(file).filter((imported) => judging.test(imported))).toEqual([]);
    },
  );

  test('that a file may be read twice is known where files are read', () => {
    const reading = files.filter((file) => readFileSync(join(SRC, file), 'utf8').includes('readAgainAs'));
    expect(reading.filter((file) => stageOf(file) !== 'input').every((file) => file.startsWith('tally/engines/'))).toBe(true);
  });

  test('the forms of a condition are told apart in one place', () => {
    const telling = /'(?:yes|known|hasItems|oneOf|before|later|statement|all|any|not|firstKnown)' in/u;
    expect(files.filter((file) => telling.test(readFileSync(join(SRC, file), 'utf8')))).toEqual(['language/condition.ts']);
  });

  test.each(files)('%s is not reached from itself', (file) => {
    const reached = new Set<string>();
    const open = [...graph.get(file)!];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(...(graph.get(next) ?? []));
    }
    expect(reached).not.toContain(file);
  });

  test.each(files.filter((file) => !isData(file)))('%s has at most 300 lines', (file) => {
    expect(linesOf(file)).toBeLessThanOrEqual(300);
  });

  test('what is said to be data is there, and needs the room', () => {
    for (const data of DATA) expect(files.filter((file) => data.test(file) && linesOf(file) > 300)).not.toEqual([]);
  });

  test('the wording of results has less than 4 000 lines', () => {
    const lines = files.filter((file) => stageOf(file) === 'report').reduce((sum, file) => sum + linesOf(file), 0);
    expect(lines).toBeGreaterThan(0);
    expect(lines).toBeLessThan(4000);
  });

  test.each(files.filter((file) => file.startsWith('pages/')))('%s draws nothing: that is for formats', (file) => {
    for (const imported of importsOf(file)) expect(['chalk', 'cli-table3', 'csv-stringify/sync', 'wrap-ansi']).not.toContain(imported);
  });

  test('a metric stands in the file of its id', async () => {
    for (const name of readdirSync(join(SRC, 'measure/metrics'))) {
      if (name === 'index.ts') continue;
      const { default: metric } = (await import(join(SRC, 'measure/metrics', name))) as { default: { id: string } };
      expect(name).toBe(`${metric.id.replaceAll('_', '-')}.ts`);
    }
  });
});
