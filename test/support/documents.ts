import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The names of every document that a user or a contributor reads. */
export const documentNames: readonly string[] = ['.', 'docs'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md')
    .map((name) => join(folder, name)),
);

/** The text of a document. */
export const documentText = (name: string): string => readFileSync(join(root, name), 'utf8');

/** The blocks to be typed into a shell. A block that is followed by what it prints is a generated part, and held by its script. */
export const shellBlocks = (text: string): readonly string[] =>
  [...text.matchAll(/^```sh\n((?:(?!```)[^])*)\n```$(?!\n\n```text)/gmu)].map(([, block]) => block!);

/** The commands of a document, each on a line of its own. Those of npm are held apart: they build and install. */
export const shellCommands = (text: string): readonly string[] =>
  shellBlocks(text)
    .filter((block) => !block.startsWith('#!'))
    .flatMap((block) => block.split('\n'))
    .filter((line) => !line.startsWith('npm '));

/** The cells of every row of the table below a heading. */
export const rowsBelow = (text: string, heading: string): readonly (readonly string[])[] =>
  text
    .split(`\n## ${heading}\n`)[1]!
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));

/** Where the links of a document lead to. */
export const linksOf = (text: string): readonly string[] => [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/gu)].map(([, link]) => link!);

/** What a link may name of a document: its headings, as GitHub writes them. */
export const anchorsOf = (text: string): readonly string[] =>
  [...withoutCode(text).matchAll(/^#+ (.*)$/gmu)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

const withoutCode = (text: string): string => text.replaceAll(/^```[^]*?^```$/gmu, '').replaceAll(/`[^`\n]*`/gu, '');

interface Typed {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder to type commands in: it has the fixtures, and nothing that is written there stays. */
export class TypingFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'aid-metrics-documents-'));

  constructor() {
    symlinkSync(join(root, 'fixtures'), join(this.path, 'fixtures'));
  }

  /** Types a command as a document has it, with the built program in place of npx. */
  typed(command: string): Typed {
    const program = `'${process.execPath}' '${join(root, 'bin', 'aid-metrics.js')}'`;
    return spawnSync('sh', ['-c', command.replaceAll('npx aid-metrics', program)], {
      cwd: this.path,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
