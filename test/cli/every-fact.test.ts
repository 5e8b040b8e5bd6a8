import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { commandLine, reportJson } from '../support/command-line.ts';
import { readHtml } from '../support/html.ts';
import { WORDS, factsOf } from '../support/facts-of-json.ts';

const gaps = ['villages', 'households', 'projects'].map((name) => `fixtures/gaps/${name}.csv`);
const overTime = ['villages', 'households-2019', 'households-2020'].map((name) => `fixtures/trend/${name}.csv`);

/** Results of which html has no test of its own that goes through them cell by cell. */
const results: Readonly<Record<string, readonly string[]>> = {
  'list of households': ['list', 'below-line', 'fixtures/gaps/households.csv', '--unknown'],
  'list of projects': ['list', 'unspent', ...gaps],
  ledger: ['list', 'excluded', ...gaps],
  explain: ['explain', 'industry_coverage', ...gaps],
  'explain over time': ['explain', 'collective_income_growth', ...overTime],
  'assess of households': ['assess', 'fixtures/assess/households.csv', '--for', 'households'],
  assess: ['assess', 'fixtures/assess/villages.csv'],
  trend: ['trend', ...overTime],
  check: ['check', 'fixtures/bad/numbers.csv'],
  standards: ['standards', '--region', 'CN'],
};

/** Facts of JSON by the name of their field. */
const FACTS = new Set(
  ['value', 'numerator', 'denominator', 'low', 'high', 'amount', 'persons', 'accepted', 'rejected', 'row', 'shortfall', 'threshold']
    .concat(['met', 'reason', 'marks', 'notes', 'sha256', 'file', 'message', 'hint', 'household_id', 'project_id', 'name'])
    .concat(['village', 'township', 'label', 'remarks', 'arithmetic', 'title', 'issuer']),
);

/** Every number that a text prints: 1,234.50 is 1234.5. The sign may be a word: short by, fewer. */
const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/\d[\d,]*(?:\.\d+)?/gu)].map(([number]) => Number(number.replaceAll(',', '')));

/** To the two decimals that are printed; a share in per cent. */
function isPrinted(numbers: readonly number[], value: number): boolean {
  const wanted = Math.abs(value);
  return numbers.some((one) => Math.abs(one - wanted) <= 0.005 + 1e-9 || Math.abs(one - wanted * 100) <= 0.005 + 1e-9);
}

const recordsOf = (csv: string): readonly Readonly<Record<string, string>>[] => parse(csv, { columns: true });

const plain = (text: string): string =>
  text
    .replaceAll(/\s+/gu, '')
    .replaceAll('−', '-')
    .replaceAll(/(?<=\d),(?=\d{3})/gu, '');

describe('a page in HTML says every fact of the JSON', () => {
  test.each(Object.keys(results))('%s', async (name) => {
    const { stdout } = await commandLine([...results[name]!, '--format', 'json', '-q']);
    const page = readHtml((await commandLine([...results[name]!, '--format', 'html', '-q'])).stdout);
    const numbers = numbersIn(page.text);
    const text = plain(page.text);
    const facts = factsOf(JSON.parse(stdout), FACTS);
    expect(facts.length).toBeGreaterThan(10);
    const wanting = facts.filter(({ value }) =>
      typeof value === 'number'
        ? !isPrinted(numbers, value)
        : // The sign of a bound stands at the number.
          !(value === 'at-least' && text.includes('≥')) &&
          !(value === 'at-most' && text.includes('≤')) &&
          !text.includes(plain(value)) &&
          !text.includes(plain(WORDS[value]?.en ?? value)),
    );
    expect(wanting).toEqual([]);
  });
});

describe('csv --long says every fact of the JSON', () => {
  test.each([
    [['report', ...gaps, '--metrics', 'all', '--region', '45']],
    [['report', 'fixtures/dirty/villages.csv', '--partial']],
    [['report', ...gaps, '--by', 'township']],
  ])('%j', async (argv) => {
    const { json } = await reportJson([...argv.slice(1), '-q']);
    const rows = recordsOf((await commandLine([...argv, '--long', '-q'])).stdout);
    const wanting: string[] = [];
    for (const { place, metrics: answers } of [...json.places, { place: undefined, metrics: json.total.metrics }]) {
      for (const [id, answer] of Object.entries(answers)) {
        const row = rows.find(
          (one) =>
            one.metric === id &&
            (place === undefined
              ? one.scope === 'total'
              : one.scope === 'place' && (one.village || one.township) === (place.village ?? place.township)),
        );
        const want = (column: string, value: unknown): void => {
          const cell = row?.[column] ?? '';
          const same = typeof value === 'number' ? cell !== '' && Math.abs(Number(cell) - value) < 0.005 : cell === (value ?? '');
          if (!same) wanting.push(`${place?.village ?? place?.township ?? 'total'} ${id} ${column}: ${String(value)}, not ${cell}`);
        };
        for (const column of ['value', 'numerator', 'denominator', 'low', 'high', 'missing', 'reason', 'unit'])
          want(column, answer[column] ?? undefined);
        want('verdict', (answer.verdict as { readonly met: string } | undefined)?.met);
      }
    }
    expect(wanting).toEqual([]);
    expect(rows.length).toBeGreaterThan(5);
  });
});
