import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { fromBytes, measure, period, tally } from '../../src/index.ts';
import { tables } from '../../src/tables/index.ts';
import { metrics } from '../../src/measure/metrics/index.ts';
import { documentText, root, rowsBelow } from '../support/documents.ts';

type TableName = 'villages' | 'households' | 'projects';

/** The columns that a table may keep, whatever a metric needs: what names a row, and what the table cannot do without. */
const ALWAYS: Readonly<Record<TableName, readonly string[]>> = {
  villages: ['county', 'village', 'period'],
  households: ['county', 'village', 'household_id', 'period', 'persons', 'status'],
  projects: ['county', 'village', 'project_id', 'name', 'period', 'category'],
};

/** A file in which every column is filled, with nothing but some of them. */
function fileWith(table: TableName, columns: readonly string[]): ReturnType<typeof fromBytes> {
  const rows = parse(readFileSync(join(root, `fixtures/complete/${table}.csv`)), { columns: true, bom: true }) as readonly Record<
    string,
    string
  >[];
  const kept = [...new Set([...ALWAYS[table], ...columns])];
  const lines = [kept, ...rows.map((row) => kept.map((column) => row[column] ?? ''))].map((cells) => cells.join(','));
  return fromBytes(`${table}.csv`, new TextEncoder().encode(`${lines.join('\n')}\n`));
}

/** The numbers of a metric by village and by county in the last year of the files, with how many answers are missing. None at all: an empty list. */
async function numbersOf(id: string, files: readonly ReturnType<typeof fromBytes>[]): Promise<readonly string[]> {
  const tallied = await tally(files);
  return (['village', 'county'] as const).flatMap((by) =>
    measure(tallied, { period: period('2020'), metrics: [id], by }).places.flatMap(({ place, measured }) =>
      measured.flatMap(({ value, missing }) =>
        value === undefined ? [] : [`${place.village ?? place.county}: ${value.numerator}/${value.denominator}, ${missing} missing`],
      ),
    ),
  );
}

const namesIn = (cell: string): readonly string[] => [...cell.matchAll(/`(\w+)`/gu)].map(([, name]) => name!);

/** What a cell names: sets of columns, of which any one will do, and what the village table has to say beside them. */
function readCell(cell: string): { readonly sets: readonly (readonly string[])[]; readonly villages: readonly string[] } {
  const [own = '', beside = ''] = cell.replace(/\([^)]*\)/u, '').split('+ 村表 villages');
  return { sets: own.split('或 or').map(namesIn), villages: namesIn(beside) };
}

const rows = rowsBelow(documentText('docs/tables.md'), 'Which columns a metric needs 指标需要哪些列');

test('every metric is there, in its order', () => {
  expect(rows.map(([name]) => name)).toEqual(metrics.map(({ id, label }) => `\`${id}\` ${label.zh}`));
});

test('every column that is named is one', () => {
  for (const [, ...cells] of rows) {
    for (const [at, cell] of cells.entries()) {
      const { columns } = [tables.villages, tables.households, tables.projects][at]!;
      for (const name of readCell(cell).sets.flat()) expect(Object.keys(columns)).toContain(name);
    }
  }
});

describe.each(rows.map((cells) => [namesIn(cells[0]!)[0]!, cells] as const))('%s', (id, [, villages, households, projects]) => {
  const given = { villages: villages!, households: households!, projects: projects! };
  for (const table of ['villages', 'households', 'projects'] as const) {
    if (given[table].startsWith('–')) continue;
    const { sets, villages: beside } = readCell(given[table]);
    for (const set of sets) {
      const files = (columns: readonly string[]): readonly ReturnType<typeof fromBytes>[] => [
        fileWith(table, columns),
        ...(beside.length > 0 ? [fileWith('villages', beside)] : []),
      ];
      test(`has a number with no more of ${table} than ${set.join(', ') || 'the required columns'}`, async () => {
        expect(await numbersOf(id, files(set))).not.toEqual([]);
      });
      // A plain "no" decides some households whatever other guarantee is not in the file: the number is another one then.
      test.each(set)(`has not that number of ${table} without %s`, async (column) => {
        const without = set.filter((one) => one !== column);
        expect(await numbersOf(id, files(without)).catch(() => [])).not.toEqual(await numbersOf(id, files(set)));
      });
    }
  }
});
