import { describe, expect, test } from 'vitest';
import { htmlFormat } from '../../src/formats/html.ts';
import { formats } from '../../src/formats/index.ts';
import { markdown } from '../../src/formats/markdown.ts';
import { table } from '../../src/formats/table.ts';
import { xlsx } from '../../src/formats/xlsx.ts';
import { commandLine } from '../support/command-line.ts';

const files = ['villages', 'households', 'projects'].map((name) => `fixtures/gaps/${name}.csv`);
const overTime = ['villages', 'households-2019', 'households-2020'].map((name) => `fixtures/trend/${name}.csv`);

/** One command line for each result that is written. */
const commands: Readonly<Record<string, readonly string[]>> = {
  report: ['report', ...files],
  list: ['list', 'uncovered', ...files],
  explain: ['explain', 'industry_coverage', ...files],
  'assess villages': ['assess', 'fixtures/assess/villages.csv'],
  'assess households': ['assess', 'fixtures/assess/households.csv', '--for', 'households'],
  trend: ['trend', ...overTime],
  check: ['check', 'fixtures/bad/numbers.csv'],
  standards: ['standards', '--region', 'CN'],
  verify: ['verify', '95.78', '--denominator', '166'],
};

describe('every command writes every format', () => {
  const all = Object.keys(commands).flatMap((name) => formats.map(({ id }) => [name, id] as const));
  test.each(all)('%s as %s', async (name, id) => {
    const { status, stdout } = await commandLine([...commands[name]!, '--format', id]);
    expect(status).toBe(name === 'check' ? 1 : 0);
    // A workbook is an archive; everything else is text, which ends its last line.
    if (id === 'xlsx') expect(stdout.startsWith('PK')).toBe(true);
    else expect(stdout.endsWith('\n')).toBe(true);
    expect(stdout.length).toBeGreaterThan(20);
  });
});

test.each([
  ['table', table],
  ['markdown', markdown],
  ['html', htmlFormat],
  ['xlsx', xlsx],
] as const)('the list says of %s what its own file says', (id, own) => {
  const listed = formats.find((format) => format.id === id)!;
  expect({ ...listed, write: undefined }).toEqual({ ...own, write: undefined });
});

test('no two formats have one name or one ending', () => {
  const endings = formats.flatMap(({ ending }) => ending ?? []);
  expect(new Set(endings).size).toBe(endings.length);
  expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
});
