import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../src/cli/exit-code.ts';
import { documentText, linksOf, root, shellBlocks, shellCommands } from './support/documents.ts';

describe.each(['README.md', 'README.zh.md'])('%s', (name) => {
  const text = documentText(name);

  test('it is short enough to be read', () => {
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });

  test('the two commands to begin with stand as they are to be typed', () => {
    const blocks = shellBlocks(text);
    expect(blocks).toContain('npm ci && npx aid-metrics report fixtures/zhongshan/villages.csv');
    expect(blocks).toContain('npm ci && npm test');
  });

  test('the way of one file is shown: check, report, assess', () => {
    const typed = shellCommands(text).map((command) => command.replace('npx aid-metrics ', '').split(' ')[0]);
    expect(typed.filter((command, at) => command !== typed[at - 1])).toEqual(['check', 'report', 'assess', 'list', 'explain']);
  });

  test('every exit status stands in its table', () => {
    for (const status of Object.values(EXIT)) expect(text).toMatch(new RegExp(`^\\| ${status} \\|`, 'mu'));
  });
});

test('both languages lead to the same documents', () => {
  const leads = (name: string): readonly string[] => linksOf(documentText(name)).filter((link) => !link.startsWith('README'));
  expect(leads('README.zh.md')).toEqual(leads('README.md'));
});

test('the line for cron is the one of its document', () => {
  const line = /^0 7 1 .*$/mu.exec(documentText('docs/cron.md'))![0];
  expect(documentText('README.md')).toContain(line);
  expect(documentText('README.zh.md')).toContain(line);
});

test('what the README leads to is in the package', () => {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly files: readonly string[] };
  expect(files).toEqual(expect.arrayContaining(['docs', 'README.zh.md', 'CHANGELOG.md']));
});
