import { Buffer } from 'node:buffer';
import { expect } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { acceptBy, readAccepted } from '../../src/input/accepted.ts';
import type { Finding } from '../../src/input/finding.ts';
import { openTables } from '../../src/input/open-table.ts';
import type { Source } from '../../src/input/source.ts';
import { parametersFor } from '../../src/library/parameters.ts';
import { estimatorOf } from '../../src/measure/estimators/index.ts';
import { measure, periodsOf } from '../../src/measure/measure.ts';
import type { MeasuredPlace } from '../../src/measure/measured.ts';
import { metrics } from '../../src/measure/metrics/index.ts';
import { readProfile } from '../../src/profile/read-profile.ts';
import { findingRecord } from '../../src/report/findings-text.ts';
import { csv } from '../../src/formats/csv.ts';
import { formats } from '../../src/formats/index.ts';
import { reportFaces } from '../../src/pages/report/faces.ts';
import { talliesData } from '../../src/pages/tallies/data.ts';
import { buildReport } from '../../src/report/report.ts';
import { withOwn } from '../../src/standards/book.ts';
import { readStandards } from '../../src/standards/read-standards.ts';
import { shippedBook } from '../../src/standards/regions/index.ts';
import { run } from '../../src/tally/run.ts';
import { facts } from '../../src/tables/facts.ts';
import { surfaceOf80, textOf } from '../support/written.ts';
import { csvBytes, xlsxBytes } from './bytes.ts';
import { gatedLine } from '../../src/page/gate.ts';
import { PLANTED, nastyCell } from './cells.ts';
import { Dice } from './dice.ts';
import { gridOf } from './tables.ts';
import type { Grid } from './tables.ts';

/** Rows of sums: a sum is a figure of the tool, however long it is. */
const SUMS = /^aid-metrics\/tallies@.*$/gmu;
/** No case is large: one that takes so long is on its way to never ending. */
const LONGEST_MS = 5000;

/** How far a case came: refused at the header, or read. */
export type Reached = 'refused' | 'read';

const sourceOf = (file: string, bytes: Uint8Array): Source => ({
  file,
  open: async function* () {
    if (bytes.length > 0) yield bytes;
  },
});

/** The case of a seed, from its bytes to what is written. Throws where something does not hold. */
export async function tryCase(seed: number): Promise<Reached> {
  const started = performance.now();
  const first = await outcomeOf(seed);
  expect(performance.now() - started, 'milliseconds').toBeLessThan(LONGEST_MS);
  // A name may stand where a village or a unit is called: those are written as they are.
  for (const secret of [PLANTED.identity, PLANTED.phone, PLANTED.card]) expect(first.text.replaceAll(SUMS, '')).not.toContain(secret);
  // The same bytes twice, of some.
  if (seed % 16 === 0) expect((await outcomeOf(seed)).text).toBe(first.text);
  return first.reached;
}

async function outcomeOf(seed: number): Promise<{ readonly reached: Reached; readonly text: string }> {
  try {
    return { reached: 'read', text: await written(new Dice(seed)) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    for (const { zh, en } of error.texts) expect([zh, en]).not.toContain('');
    return { reached: 'refused', text: error.texts.flatMap(({ zh, en }) => [zh, en].map(gatedLine)).join('\n') };
  }
}

/** Everything that is written of a case. */
async function written(dice: Dice): Promise<string> {
  const sources = filesOf(dice);
  const book = dice.oneIn(12) ? withOwn(shippedBook, readStandards(standardsText(dice), 's.json')) : shippedBook;
  const profile = dice.oneIn(12) ? readProfile(profileText(dice), { file: 'p.json', sha256: '0' }) : undefined;
  const accept = dice.oneIn(12) ? acceptBy(await readAccepted(sourceOf('a.csv', acceptedBytes(dice))), '2020-06-30' as never) : undefined;
  const snapshot = dice.oneIn(2);
  const opened = [];
  for (const source of sources) opened.push(...(await openTables(source, { snapshot, office: profile?.office })));
  const found: Finding[] = [];
  const plan = { facts, parameters: parametersFor(book, profile?.region ?? '45'), ...(snapshot && { snapshot: '2020' as never }) };
  const { tallies } = await run(opened, plan, (finding) => found.push(accept ? accept(finding) : finding));
  for (const { rows, accepted, rejected, table } of tallies.inputs) expect(accepted + rejected, table).toBe(rows);
  let text = found.map((finding) => JSON.stringify([findingRecord(finding, 'zh'), findingRecord(finding, 'en')])).join('\n');
  const period = periodsOf(tallies).at(-1);
  if (period === undefined) return text;
  const by = dice.of(['village', 'township', 'county', 'all', 'helper-unit'] as const);
  const chosen = metrics.filter(() => dice.oneIn(12));
  const measured = measure(tallies, {
    period,
    by,
    evidence: dice.of(['auto', 'households', 'villages'] as const),
    metrics: chosen,
    standards: { book, region: '45' },
  });
  for (const place of [...measured.places, measured.total]) expectOrdered(place);
  const report = buildReport(measured, tallies, chosen, {
    lang: dice.of(['zh', 'en'] as const),
    by,
    findings: { errors: 0, warnings: 0 },
    notes: [],
  });
  text += await textOf(
    dice.of(formats).write(reportFaces(report, { shape: dice.of(['long', 'wide'] as const) }), surfaceOf80(report.lang)),
  );
  return dice.oneIn(6) ? text + (await textOf(csv.write({ data: () => talliesData(tallies) }, surfaceOf80(report.lang)))) : text;
}

/** Low, value and high stand in this order. */
function expectOrdered({ measured }: MeasuredPlace): void {
  for (const { metric, value, low, high } of measured) {
    const { compare } = estimatorOf(metric);
    if (low && value) expect(compare(low, value) <= 0n, `${metric.id}: low`).toBe(true);
    if (value && high) expect(compare(value, high) <= 0n, `${metric.id}: high`).toBe(true);
    if (low && high) expect(compare(low, high) <= 0n, `${metric.id}: low and high`).toBe(true);
  }
}

/** One to three files, of any table and kind. */
function filesOf(dice: Dice): readonly Source[] {
  const tables = dice.of([
    ['villages'],
    ['villages'],
    ['households'],
    ['villages', 'households'],
    ['villages', 'households', 'projects'],
    ['households'],
    ['projects'],
    ['tallies'],
    ['villages', 'tallies'],
  ] as const);
  return tables.map((table) => {
    if (table === 'tallies') return sourceOf('tallies.csv', csvBytes(talliesGrid(dice), new Dice(3)));
    const grid = gridOf(table, dice);
    return dice.oneIn(4) ? sourceOf(`${table}.xlsx`, xlsxBytes(grid, dice)) : sourceOf(`${table}.csv`, csvBytes(grid, dice));
  });
}

const TALLIES_HEAD = ['tally_schema', 'county', 'village', 'period', 'fact', 'part', 'value', 'inputs', 'parameters', 'unplaced_in'];

/** Sums in the long form, some cells of them wrong, some columns left out. */
function talliesGrid(dice: Dice): Grid {
  const names = facts.filter(({ per }) => !per).map(({ origin, id }) => `${origin}.${id}`);
  const rows = Array.from({ length: 2 + dice.below(12) }, (_, at) => {
    const village = dice.of(['丙村', '丁村']);
    const row = [
      'aid-metrics/tallies@2',
      '示范县',
      village,
      '2020',
      dice.of(names),
      dice.of(['yes', 'yes', 'unknown', 'rejected', 'unrecorded', 'open']),
      String(dice.below(90)),
      at < 2 ? 'a'.repeat(64) : '',
      at === 0 ? 'poverty_line=400000' : '',
      '',
    ];
    return row.map((cell) => (dice.oneIn(60) ? dice.of(['', nastyCell(dice)]) : cell));
  });
  const without = dice.oneIn(10) ? dice.below(TALLIES_HEAD.length) : -1;
  return [TALLIES_HEAD, ...rows].map((row) => row.filter((_, index) => index !== without));
}

const JSON_VALUES = [
  '""',
  '"x"',
  '0',
  '-1',
  'null',
  'true',
  '[]',
  '{}',
  '"2020"',
  '"2020-13"',
  '"45"',
  '"3%"',
  `"${'9'.repeat(80)}"`,
  '[[[]]]',
];

/** A JSON text of which a value, now and then, is another, or which is cut. */
function spoiled(text: string, dice: Dice): string {
  if (dice.oneIn(2)) return text;
  if (dice.oneIn(8)) return text.slice(0, dice.below(text.length));
  const values = [...text.matchAll(/"[^"]*"(?!\s*:)|\d+/gu)];
  const { 0: value, index } = dice.of(values);
  return text.slice(0, index) + dice.of(JSON_VALUES) + text.slice(index + value.length);
}

function standardsText(dice: Dice): string {
  const source = { title: '某县通知', issuer: '某领导小组', published: '2019', confidence: 'hearsay' };
  const value = { from: '2019-01-01', until: '2021-12-31', value: dice.of(['40000 yuan', '50000 yuan']), source };
  const standard = {
    id: 'village-exit/collective-income',
    region: dice.of(['45', '451122']),
    level: 'village',
    label: { zh: '村集体经济收入', en: 'Collective income' },
    unit: 'yuan',
    comparison: 'at-least',
    wording: '达4万元以上（含）',
    values: [value],
    lastChecked: '2020-01-01',
  };
  return spoiled(JSON.stringify({ standards: [standard] }), dice);
}

const profileText = (dice: Dice): string =>
  spoiled(
    JSON.stringify({
      map: { 受帮扶户: 'registered_poor_households' },
      words: { 'yes-no': { oui: 'yes' } },
      region: '45',
      snapshot: '2020',
      lang: 'zh',
    }),
    dice,
  );

const acceptedBytes = (dice: Dice): Uint8Array =>
  dice.oneIn(4)
    ? csvBytes(
        [
          ['code', 'key', 'reason', 'until'],
          [nastyCell(dice), nastyCell(dice), nastyCell(dice), '2021-12-31'],
        ],
        dice,
      )
    : Buffer.from(`code,key,reason,until\nnot-a-number,${dice.of(['甲村', '乙村 2020'])},已复核,2021-12-31\n`);
