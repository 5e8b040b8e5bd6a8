import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REASONS } from '../../src/measure/reason.ts';
import { commandLine } from '../support/command-line.ts';
import { documentText, root } from '../support/documents.ts';

const formats = documentText('docs/formats.md');

/** The words in code of a part of a document, below a heading and above the next one of its rank. */
function codeBelow(text: string, heading: string): ReadonlySet<string> {
  const rank = /^#+/u.exec(heading)![0];
  const part = text.split(`\n${heading}`)[1]?.split(new RegExp(`\n#{1,${rank.length}} `, 'u'))[0];
  expect(part, heading).toBeDefined();
  return new Set([...part!.matchAll(/`([^`\n]+)`/gu)].map(([, word]) => word!));
}

/** Every key of what a program reads. Below `metrics` and `changes` stand names of their own, and no keys. */
function keysOf(written: unknown, named = false): readonly string[] {
  if (Array.isArray(written)) return written.flatMap((one) => keysOf(one, named));
  if (typeof written !== 'object' || written === null) return [];
  return Object.entries(written).flatMap(([key, value]) => [
    ...(named ? [] : [key]),
    ...keysOf(value, !named && (key === 'metrics' || key === 'changes') && !Array.isArray(value)),
  ]);
}

const COMMANDS: readonly (readonly [string, readonly string[]])[] = [
  [
    'report',
    [
      'report fixtures/complete/villages.csv fixtures/complete/households.csv fixtures/complete/projects.csv --metrics all',
      'report fixtures/zhongshan/households.csv --by helper-unit --metrics pairing_coverage',
      'report fixtures/gaps/villages.csv fixtures/gaps/households.csv --partial --metrics all',
    ],
  ],
  ['check', ['check fixtures/dirty/households.csv fixtures/dirty/villages.csv']],
  [
    'assess',
    [
      'assess fixtures/assess/villages.csv fixtures/assess/households.csv --region 45',
      'assess fixtures/assess/households.csv --for households --region 45',
      'assess fixtures/complete/villages.csv --for counties',
    ],
  ],
  [
    'list',
    [
      'list guarantee-gaps fixtures/assess/households.csv --unknown',
      'list excluded fixtures/complete/households.csv',
      'list overdue fixtures/zhongshan/projects.csv --as-of 2022-12-31',
    ],
  ],
  ['trend', ['trend fixtures/trend/villages.csv fixtures/trend/households-2019.csv fixtures/trend/households-2020.csv --metrics all']],
  ['verify', ['verify 95.78% --max-denominator 200', 'verify 95.78% --numerator 7 --denominator 9', 'verify 95.78% --denominator 9']],
  [
    'explain',
    [
      'explain industry_coverage fixtures/complete/villages.csv fixtures/complete/households.csv',
      'explain funds_by_source fixtures/zhongshan/projects.csv',
    ],
  ],
];

describe.each(COMMANDS)('aid-metrics/%s@1', (command, lines) => {
  test.each(lines)('every key of %s is named', async (line) => {
    const { stdout } = await commandLine([...line.split(' '), '--format', 'json']);
    const written = JSON.parse(stdout) as { readonly schema: string };
    expect(written.schema).toBe(`aid-metrics/${command}@1`);
    const named = new Set([...codeBelow(formats, '### Shared parts'), ...codeBelow(formats, `### \`aid-metrics/${command}@1\``), 'schema']);
    // The columns of a list are keys of its rows: they are those of its CSV.
    const header = command === 'list' ? (await commandLine([...line.split(' '), '--format', 'csv'])).stdout.split('\n')[0]!.split(',') : [];
    expect([...new Set(keysOf(written))].filter((key) => !named.has(key) && !header.includes(key))).toEqual([]);
  });
});

test('every key of standards is named', async () => {
  const { stdout } = await commandLine(['standards', '--format', 'json']);
  const text = documentText('docs/standards.md');
  const named = codeBelow(text, '## A file of your own');
  const written = new Set(keysOf(JSON.parse(stdout)));
  for (const key of ['schema', 'zh', 'en', 'label', 'unit', 'lastChecked', 'wording']) written.delete(key);
  expect([...written].filter((key) => !named.has(key))).toEqual([]);
});

test('the file of standards that is shown is the one that the tests read', () => {
  const [, shown] = /```json\n([^]*?)```/u.exec(documentText('docs/standards.md'))!;
  expect(JSON.parse(shown!)).toEqual(JSON.parse(readFileSync(join(root, 'fixtures/standards/guangxi-2019.json'), 'utf8')));
});

test('every reason is named', () => {
  const named = codeBelow(formats, '## Reasons 没有数字的原因');
  expect(REASONS.filter((reason) => !named.has(reason))).toEqual([]);
});
