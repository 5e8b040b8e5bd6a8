import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { cellsOf } from '../support/database-tables.ts';
import { READER, beginPostgres, fillTable, READER_ENV } from '../support/postgres.ts';
import { csvOf, household } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const server = await beginPostgres();
const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-others-'));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server?.end();
});

const env = READER_ENV;
const at = (table: string): string => `postgres://127.0.0.1:${server!.port}/postgres/${encodeURIComponent(table)}`;
const fileOf = (name: string, rows: readonly TableRow[]): string => {
  const path = join(folder, name);
  writeFileSync(path, csvOf(rows));
  return path;
};

/** A table with columns of the given types, its cells as the database reads them: a blank one is NULL. */
async function typed(table: string, types: Readonly<Record<string, string>>, rows: readonly TableRow[]): Promise<void> {
  const columns = Object.keys(types);
  await server!.run(`DROP TABLE IF EXISTS "${table}" CASCADE`);
  await server!.run(`CREATE TABLE "${table}" (${columns.map((column) => `"${column}" ${types[column]}`).join(', ')})`);
  for (const row of rows) {
    const cells = columns.map((column) => (row[column] === '' || row[column] === undefined ? null : String(row[column])));
    const given = columns.map((column, index) =>
      types[column]!.endsWith('[]') ? `string_to_array($${index + 1}, '、')::${types[column]}` : `$${index + 1}`,
    );
    await server!.run(`INSERT INTO "${table}" VALUES (${given.join(', ')})`, cells);
  }
  await server!.run(`GRANT SELECT ON "${table}" TO ${READER.user}`);
}

const VILLAGE_TYPES = {
  county: 'varchar(20)',
  village: 'text',
  period: 'integer',
  households: 'smallint',
  registered_poor_households: 'bigint',
  registered_poor_persons: 'integer',
  remaining_poor_persons: 'integer',
  rural_population: 'numeric(10,0)',
  collective_income: 'numeric(14,4)',
  award_yuan: 'numeric',
  has_cooperative: 'boolean',
  hardened_road: 'text',
  exit_year: 'date',
};
const villages: readonly TableRow[] = [
  {
    village: '大桥村',
    households: 120,
    registered_poor_households: 30,
    registered_poor_persons: 100,
    collective_income: '51000.5',
    has_cooperative: 'true',
    exit_year: '2019-01-01',
  },
  {
    village: '小桥村',
    households: 80,
    registered_poor_households: 22,
    registered_poor_persons: 61,
    collective_income: '0',
    has_cooperative: 'false',
    hardened_road: '是',
    award_yuan: '1200',
  },
  {
    village: '坪村',
    households: 60,
    registered_poor_households: 12,
    registered_poor_persons: 31,
    collective_income: '',
    has_cooperative: '',
    hardened_road: '否',
  },
].map((row) => ({
  county: '甲县',
  period: 2020,
  rural_population: 400,
  remaining_poor_persons: 3,
  award_yuan: '',
  hardened_road: '',
  exit_year: '',
  ...row,
}));
const PROJECT_TYPES = {
  project_id: 'text',
  name: 'text',
  county: 'text',
  village: 'text[]',
  period: 'integer',
  category: 'kind_of_project',
  source: 'text',
  planned_yuan: 'numeric(12,2)',
  received_yuan: 'numeric(12,2)',
  spent_yuan: 'double precision',
  planned_end: 'date',
  completed_on: 'timestamp',
  status: 'text',
};
const projects: readonly TableRow[] = [
  {
    project_id: 'P1',
    name: '路灯',
    village: '大桥村、小桥村',
    category: '基础设施',
    planned_yuan: 300000,
    received_yuan: 200000,
    spent_yuan: 150000.5,
    planned_end: '2020-08-01',
    status: '在建',
  },
  {
    project_id: 'P2',
    name: '养鸡',
    village: '坪村',
    category: '产业',
    source: '中央',
    planned_yuan: '80000.5',
    received_yuan: 80000,
    spent_yuan: 80000,
    planned_end: '2020-06-30',
    completed_on: '2020-06-20',
    status: '已完工',
  },
  {
    project_id: 'P3',
    name: '培训',
    village: '',
    category: '产业',
    planned_yuan: '',
    received_yuan: '',
    spent_yuan: '',
    planned_end: '',
    status: '未开工',
  },
].map((row) => ({ county: '甲县', period: 2020, source: '', completed_on: '', ...row }));
/** As a file writes them: villages in the order of their names, as a table gives them. */
const inOrder = (rows: readonly TableRow[]): readonly TableRow[] =>
  rows.toSorted((a, b) => (String(a.county) + String(a.village) < String(b.county) + String(b.village) ? -1 : 1));
const written = (rows: readonly TableRow[]): readonly TableRow[] =>
  rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, column === 'exit_year' ? String(cell).slice(0, 4) : cell])),
  );
const households = Array.from({ length: 12 }, (_, index) =>
  household(10_001 + index, {
    county: '甲县',
    village: ['大桥村', '小桥村', '坪村'][index % 3],
    has_industry: index % 2 === 0 ? '是' : '否',
    net_income_per_capita: 3000 + index,
  }),
);

describe.skipIf(!server)('village and project tables in a database', () => {
  test.each([
    ['beside households in a file', 'file'],
    ['beside households in the database', 'table'],
  ])(
    'print what files with the same rows print, by their types: %s',
    async (_, where) => {
      await server!.run('DROP TYPE IF EXISTS kind_of_project CASCADE');
      await server!.run("CREATE TYPE kind_of_project AS ENUM ('基础设施', '产业')");
      await typed('villages', VILLAGE_TYPES, villages);
      await typed('projects', PROJECT_TYPES, projects);
      const { header, cells } = cellsOf(households);
      await fillTable(server!, 'households', header, cells);
      const ofFile = fileOf('h.csv', households);
      const tables = [
        '--villages',
        at('villages'),
        '--projects',
        at('projects'),
        '--households',
        where === 'file' ? ofFile : at('households'),
      ];
      const files = [
        '--villages',
        fileOf('v.csv', inOrder(written(villages))),
        '--projects',
        fileOf('p.csv', inOrder(projects)),
        '--households',
        ofFile,
      ];
      for (const words of [
        ['report', '--metrics', 'all'],
        ['report', '--metrics', 'all', '--by', 'county'],
        ['tally'],
        ['assess'],
        ['trend'],
      ]) {
        const asked = (given: readonly string[]) => commandLine([...words, ...given, '--region', '45', '-f', 'csv'], { env });
        const [file, table] = [await asked(files), await asked(tables)];
        expect([table.status, words], table.stderr).toEqual([0, words]);
        const comparable = (text: string): string => text.replaceAll(/[0-9a-f]{64}(?:;[0-9a-f]{64})*/gu, 'SHA');
        expect(comparable(table.stdout), words.join(' ')).toBe(comparable(file.stdout));
      }
      for (const words of [
        ['list', 'unspent'],
        ['list', 'overdue'],
        ['explain', 'spend_rate'],
        ['explain', 'collective_income_total'],
      ]) {
        const asked = (given: readonly string[]) => commandLine([...words, ...given, '-f', 'csv'], { env });
        const [file, table] = [await asked(files), await asked(tables)];
        expect([table.status, words], table.stderr).toEqual([0, words]);
        // Where it stands differs: a table has no row numbers.
        const parted = (text: string) =>
          text
            .split('\n')
            .map((line) => line.replaceAll(/postgres:[^,]*|[^,]*\.csv|,\d*(?=\r?$)|(?<=(?:\.csv|postgres:[^,]*),,)\d+/gu, ''));
        const rowsOnly = (text: string) => parted(text).map((line) => line.replaceAll(/,,\d{1,2},/gu, ',,,'));
        expect(rowsOnly(table.stdout), words.join(' ')).toEqual(rowsOnly(file.stdout));
      }
    },
    120_000,
  );

  test('rows that are refused or odd are findings, called by their villages', async () => {
    const odd = [
      ...villages.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, String(cell)]))),
      { county: '甲县', village: '破村', period: '2020', households: '约八十', registered_poor_households: '5' },
      { county: '甲县', village: '小桥村', period: '2020', households: '80', registered_poor_households: '22' },
      { county: '甲县', village: '上村', period: '2020', households: '10', registered_poor_households: '12' },
      { county: '', village: '', period: '', households: '', registered_poor_households: '' },
    ];
    const { header, cells } = cellsOf(odd);
    await fillTable(
      server!,
      'odd',
      header,
      cells.map((row) => row.map((cell) => (cell === '' ? null : cell))),
    );
    const { status, stdout, stderr } = await commandLine(['check', '--villages', at('odd'), '-f', 'csv'], { env });
    expect(status, stderr).toBe(1);
    expect(stdout).toMatch(/约八十|5 Chinese/u);
    expect(stdout).toMatch(/破村/u);
    expect(stdout).toContain('duplicate');
    expect(stdout).toContain('part-exceeds-whole');
    expect(stdout).not.toMatch(/undefined|NaN/u);
    const file = await commandLine(['check', '--villages', fileOf('odd.csv', odd), '-f', 'csv'], { env });
    const codes = (text: string) => [...text.matchAll(/,(?<code>[a-z]+(?:-[a-z]+)+),/gu)].map((found) => found.groups!.code).toSorted();
    expect(codes(stdout)).toEqual(codes(file.stdout));
    expect(codes(stdout).length).toBeGreaterThan(2);
  });

  test('a view with headings in Chinese, and more columns than anybody needs', async () => {
    await typed('villages', VILLAGE_TYPES, villages);
    await server!.run('DROP VIEW IF EXISTS "各村"');
    await server!.run(
      `CREATE VIEW "各村" AS SELECT county AS "县", village AS "村名", period AS "年度", households AS "总户数", registered_poor_households AS "建档立卡户数", registered_poor_persons AS "建档立卡人数", rural_population AS "农村人口", remaining_poor_persons AS "未脱贫人口", '2024-01-01'::timestamptz AS "更新时间", NULL::json AS "备注 ""原文""" FROM villages`,
    );
    await server!.run(`GRANT SELECT ON "各村" TO ${READER.user}`);
    const words = ['--metrics', 'poverty_incidence', '-f', 'csv', '--brief'];
    const view = await commandLine(['report', '--villages', at('各村'), ...words], { env });
    const file = await commandLine(['report', '--villages', fileOf('v.csv', inOrder(written(villages))), ...words], { env });
    expect(view.status, view.stderr).toBe(0);
    expect(view.stdout).toBe(file.stdout);
    // Without being told which table it is, too.
    const untold = await commandLine(['report', at('各村'), ...words], { env });
    expect(untold.stdout).toBe(file.stdout);
  });

  test('rows that change during the run end it', async () => {
    await typed('villages', VILLAGE_TYPES, villages);
    await server!.run(
      'CREATE OR REPLACE VIEW restless AS SELECT county, village, period, households, registered_poor_households, (random() * 1000000)::integer AS rural_population FROM villages',
    );
    await server!.run(`GRANT SELECT ON restless TO ${READER.user}`);
    const { status, stderr } = await commandLine(['report', '--villages', at('restless')], { env });
    expect([status, stderr.includes('its rows changed during the run')]).toEqual([2, true]);
  });
});
