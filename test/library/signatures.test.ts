import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-types-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  const options = ['-p', 'tsconfig.build.json', '--emitDeclarationOnly', '--outDir', folder];
  const { status, stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', ...options], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

/** A declaration of a file, without its comments and strings. */
interface Declaration {
  readonly text: string;
  readonly isType: boolean;
}

/** What a declaration file declares, and where it takes the names from that it does not declare: by the name in this file. */
interface DeclarationFile {
  readonly declared: ReadonlyMap<string, Declaration>;
  readonly imported: ReadonlyMap<string, Name>;
}

/** A name and the file that it comes from. */
interface Name {
  readonly file: string;
  readonly name: string;
}

const read = new Map<string, DeclarationFile>();

/** Reads a declaration file as the compiler writes it: every declaration begins at the start of a line. */
function fileOf(path: string): DeclarationFile {
  const known = read.get(path);
  if (known) return known;
  const text = readFileSync(path, 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gmu, '');
  const imported = new Map<string, Name>();
  const declared = new Map<string, Declaration>();
  for (const [, names, from] of text.matchAll(/^(?:import|export) (?:type )?\{([^}]*)\} from '([^']+)';/gmu)) {
    if (!from!.startsWith('.')) continue;
    for (const one of names!.split(',').map((part) => part.trim().replace(/^type /u, ''))) {
      if (one === '') continue;
      const [name, alias = name] = one.split(' as ');
      imported.set(alias!, { file: resolve(dirname(path), from!.replace(/\.(?:ts|js)$/u, '.d.ts')), name: name! });
    }
  }
  for (const block of text.split(/^(?=export |declare |interface |type |import )/mu)) {
    const head = /^(?:export )?(?:default )?(?:declare )?(?:abstract )?(interface|type|class|enum|const|function|let) (\w+)/u.exec(block);
    if (!head) continue;
    const [, kind, name] = head;
    const before = declared.get(name!);
    const isType = ['interface', 'type', 'class', 'enum'].includes(kind!) || before?.isType === true;
    declared.set(name!, { text: (before?.text ?? '') + withoutStrings(block), isType });
  }
  const file = { declared, imported };
  read.set(path, file);
  return file;
}

const withoutStrings = (text: string): string => text.replaceAll(/'[^'\n]*'|"[^"\n]*"|^\s*(?:private|#).*$/gmu, "''");

/** Where a name is declared in the end. */
function declaredAt({ file, name }: Name): Name | undefined {
  const { declared, imported } = fileOf(file);
  if (declared.has(name)) return { file, name };
  const from = imported.get(name);
  return from && declaredAt(from);
}

const keyOf = ({ file, name }: Name): string => `${file}#${name}`;

/** The types that the signatures of some names speak of, themselves among them, and those that these speak of. */
function typesBehind(names: readonly Name[]): ReadonlyMap<string, Name> {
  const reached = new Map<string, Name>();
  const waiting = [...names];
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    const at = declaredAt(name);
    if (!at || reached.has(keyOf(at))) continue;
    reached.set(keyOf(at), at);
    for (const word of new Set(
      fileOf(at.file)
        .declared.get(at.name)!
        .text.match(/\b[A-Za-z_]\w*\b/gu),
    )) {
      const other = declaredAt({ file: at.file, name: word });
      // A value is named by `typeof` alone, and what it is stands in the signature then.
      if (other && fileOf(other.file).declared.get(other.name)!.isType) waiting.push(other);
    }
  }
  return reached;
}

test('every type in a public signature is public itself', () => {
  const index = join(folder, 'index.d.ts');
  const names = [...fileOf(index).imported.keys()].map((name) => ({ file: index, name }));
  const exported = new Set(names.map((name) => keyOf(declaredAt(name)!)));
  const hidden = [...typesBehind(names)].flatMap(([key, { file, name }]) =>
    exported.has(key) ? [] : [`${name} of ${file.slice(folder.length + 1)}`],
  );
  expect(names.length).toBeGreaterThan(20);
  expect(hidden.toSorted()).toEqual([]);
});

test('the walk sees a type that is not exported', () => {
  // `measure` returns a Measurement, whose places hold what was Measured: two steps away from the function.
  const reached = typesBehind([{ file: join(folder, 'index.d.ts'), name: 'measure' }]);
  expect([...reached.values()].map(({ name }) => name)).toEqual(expect.arrayContaining(['Measurement', 'MeasuredPlace', 'Measured']));
});
