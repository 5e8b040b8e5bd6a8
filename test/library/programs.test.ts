import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A folder as a user of the package has it: the package is installed, and the fixtures are there. */
const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-library-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = readFileSync('docs/library.md', 'utf8');
const programs = [...page.matchAll(/^```ts\n([^]*?)^```\n\n```text\n([^]*?)^```$/gmu)].map(([, source, printed], index) => ({
  name: `program-${index + 1}`,
  source: source!,
  printed: printed!,
}));

const OPTIONS = {
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    // The declarations of the package are checked as well.
    skipLibCheck: false,
    target: 'es2023',
    lib: ['es2023'],
    module: 'nodenext',
    moduleResolution: 'nodenext',
    types: ['node'],
    outDir: 'out',
    rootDir: '.',
  },
  include: ['*.ts'],
};

beforeAll(() => {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(resolve('.'), join(folder, 'node_modules', 'aid-metrics'));
  symlinkSync(resolve('node_modules/@types'), join(folder, 'node_modules', '@types'));
  symlinkSync(resolve('fixtures'), join(folder, 'fixtures'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});

/** Compiles what stands in the folder; the compiler's complaints, nothing where there are none. */
function compiled(): string {
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(OPTIONS));
  return spawnSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' }).stdout;
}

test('there are three programs, and each compiles in strict mode', () => {
  expect(programs).toHaveLength(3);
  for (const { name, source } of programs) writeFileSync(join(folder, `${name}.ts`), source);
  expect(compiled()).toBe('');
});

test.each(programs)('$name prints what the page says', ({ name, printed }) => {
  const { stdout, stderr } = spawnSync(process.execPath, [join('out', `${name}.js`)], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toBe(printed);
});

test('a period or a line that is made up does not compile', () => {
  const wrong = [
    "measure(tallied, { period: '2020' });",
    'await tally([], { parameters: () => ({}) });',
    'await tally([], { standards: {} });',
    "standardsFrom({ asOf: '2020-12-31' });",
  ];
  writeFileSync(
    join(folder, 'wrong.ts'),
    ["import { measure, standardsFrom, tally } from 'aid-metrics';", 'const tallied = await tally([]);', ...wrong].join('\n'),
  );
  const complaints = compiled();
  // One complaint for each line, from the third on.
  for (const index of wrong.keys()) expect(complaints).toMatch(new RegExp(`wrong\\.ts\\(${index + 3},`, 'u'));
  rmSync(join(folder, 'wrong.ts'));
});
