import { Buffer, isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { Finding } from '../../src/input/finding.ts';
import { openTables } from '../../src/input/open-table.ts';
import { tables } from '../../src/tables/index.ts';
import { measure, periodsOf } from '../../src/measure/measure.ts';
import { metrics } from '../../src/measure/metrics/index.ts';
import { findingRecord } from '../../src/report/findings-text.ts';
import { formats } from '../../src/formats/index.ts';
import { reportFaces } from '../../src/pages/report/faces.ts';
import { surfaceOf80, textOf } from '../support/written.ts';
import { buildReport } from '../../src/report/report.ts';
import { run } from '../../src/tally/run.ts';
import { facts } from '../../src/tables/facts.ts';
import { commandLine } from '../support/command-line.ts';

/**
 * Whatever the bytes are, the answer is a report, findings or a UserError, soon. `FUZZ=10 npx vitest run test/input/fuzz.test.ts`
 * tries ten times as many.
 */
const MORE = Number(process.env['FUZZ'] ?? 1);
/** No input here is large: one that takes so long is on its way to never ending. */
const LONGEST_MS = 5000;

const ROOT = 'fixtures/formats';
const TEXTS = [
  'utf-8/villages.csv',
  'utf-8/households.csv',
  'utf-8-mark/households.csv',
  'gbk/villages.csv',
  'gbk/households.csv',
  'utf-16le/households.csv',
  'utf-16be/villages.csv',
  'tab/households.tsv',
  'semicolon/villages.csv',
  'member-rows/members.csv',
].map((name) => readFileSync(`${ROOT}/${name}`));
const WORKBOOKS = ['workbook', 'workbook-merged'].map((way) => readFileSync(`${ROOT}/${way}/registry.xlsx`));
const VILLAGES = readFileSync(`${ROOT}/utf-8/villages.csv`);
/** The parts of the workbooks, unpacked, so that a change reaches the XML instead of failing at the checksum. */
const UNPACKED = WORKBOOKS.map((bytes) => unzipSync(bytes));

const sourceOf = (file: string, bytes: Uint8Array) => ({
  file,
  open: async function* (): AsyncGenerator<Uint8Array> {
    if (bytes.length > 0) yield bytes;
  },
});

/** Reads, adds up, measures and writes the bytes, beside a sound village file for every other input; true unless refused. */
async function survives(bytes: Uint8Array, beside: boolean): Promise<boolean> {
  const started = performance.now();
  try {
    const opened = [...(await openTables(sourceOf('x', bytes)))];
    if (beside) opened.push(...(await openTables(sourceOf('v', VILLAGES))));
    const found: Finding[] = [];
    const { tallies } = await run(opened, { facts, parameters: () => ({}) }, (finding) => found.push(finding));
    for (const { rows, accepted, rejected, table } of tallies.inputs) expect(accepted + rejected, table).toBe(rows);
    for (const finding of found) for (const lang of ['zh', 'en'] as const) JSON.stringify(findingRecord(finding, lang));
    const period = periodsOf(tallies).at(-1);
    if (period !== undefined) {
      const measured = measure(tallies, { period, by: 'township', evidence: 'auto', metrics });
      const report = buildReport(measured, tallies, metrics, {
        lang: 'zh',
        by: 'township',
        findings: { errors: 0, warnings: 0 },
        notes: [],
      });
      const faces = reportFaces(report, { shape: bytes.length % 2 === 0 ? 'long' : 'wide' });
      await textOf(formats[bytes.length % formats.length]!.write(faces, surfaceOf80('zh')));
    }
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    for (const { zh, en } of error.texts) expect([zh, en]).not.toContain('');
    return false;
  } finally {
    expect(performance.now() - started, 'milliseconds').toBeLessThan(LONGEST_MS);
  }
}

/** Holds every input to it, and wants at least so large a share of them to be read rather than refused: else the test tests little. */
async function holds(inputs: fc.Arbitrary<Uint8Array>, runs: number, leastRead: number): Promise<void> {
  let read = 0;
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(inputs, fc.boolean(), async (bytes, beside) => {
      tried++;
      if (await survives(bytes, beside)) read++;
    }),
    { numRuns: runs * MORE },
  );
  expect(read / tried).toBeGreaterThanOrEqual(leastRead);
}

// ---- damage

/** Evenly anywhere: fc.double would be near the beginning nearly always. */
const ANYWHERE = fc.noBias(fc.nat(99_999)).map((part) => part / 100_000);
const SPECIAL = fc.constantFrom(
  ...[',', '\t', ';', '"', '\n', '\r', '\r\n', '\0', '\uFEFF', '户', '=', "'"].map((text) => Buffer.from(text)),
);
const CHANGE = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: ANYWHERE, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('put' as const), at: ANYWHERE, bytes: fc.oneof(SPECIAL, fc.uint8Array({ minLength: 1, maxLength: 8 })) }),
  fc.record({ kind: fc.constant('delete' as const), at: ANYWHERE, length: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('repeat' as const), at: ANYWHERE, length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: ANYWHERE }),
);
type Change = typeof CHANGE extends fc.Arbitrary<infer T> ? T : never;

function changed(bytes: Uint8Array, change: Change): Uint8Array {
  const at = Math.floor(change.at * bytes.length);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (change.kind) {
    case 'flip':
      return Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ (1 << change.bit) : byte));
    case 'put':
      return Buffer.concat([before, change.bytes, after]);
    case 'delete':
      return Buffer.concat([before, after.subarray(change.length)]);
    case 'repeat':
      return Buffer.concat([before, after.subarray(0, change.length), after]);
    case 'cut':
    default:
      return before;
  }
}

const CHANGES = fc.array(CHANGE, { minLength: 1, maxLength: 4 });
const damaged = (originals: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> =>
  fc.tuple(fc.constantFrom(...originals), CHANGES).map(([bytes, changes]) => changes.reduce(changed, bytes));
/** Text in UTF-8 that stays text: pieces taken out, put in, doubled. */
const edited: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    fc.constantFrom(...TEXTS.filter(isUtf8).map((bytes) => bytes.toString())),
    fc.array(
      fc.tuple(
        ANYWHERE,
        fc.nat(6),
        fc.oneof(fc.constantFrom('', ',', '"', '\n', '\r', ';', '\t'), fc.string({ unit: 'binary', maxLength: 3 })),
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
  )
  .map(([text, edits]) =>
    Buffer.from(
      edits.reduce((now, [part, taken, put]) => {
        const at = Math.floor(part * now.length);
        return now.slice(0, at) + put + now.slice(at + taken);
      }, text),
    ),
  );
/** A workbook of which the XML of one part was changed, packed again. */
const rewritten: fc.Arbitrary<Uint8Array> = fc
  .constantFrom(...UNPACKED)
  .chain((parts) => fc.tuple(fc.constant(parts), fc.constantFrom(...Object.keys(parts).filter((part) => part.endsWith('.xml'))), CHANGES))
  .map(([parts, part, changes]) => zipSync({ ...parts, [part]: changes.reduce(changed, parts[part]!) }, { level: 0 }));
/** A workbook whose shared texts became others: sound XML, nasty cells. */
const reworded = (cell: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  fc.tuple(fc.constantFrom(...UNPACKED), fc.array(fc.tuple(ANYWHERE, cell), { minLength: 1, maxLength: 6 })).map(([parts, changes]) => {
    const words = strFromU8(parts['xl/sharedStrings.xml']!).split(/(?<=<t[^>]*>)|(?=<\/t>)/u);
    for (const [at, text] of changes) {
      const index = 2 * Math.floor((at * (words.length - 1)) / 2) + 1;
      words[index] = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\0', '_x0000_');
    }
    return zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(words.join('')) }, { level: 0 });
  });

// ---- rows of anything under headings that are known

// prettier-ignore
const NASTY = [
  '', ' ', '\u3000', '"', '""', '"a', 'a"b', ',', 'a,b', '\n', 'a\nb', '\r\n', '\t', '\0', '\0\0', "'", "'=1", '\u200b', '\ufeff',
  '=1+1', '="0001"', '="', '@SUM(A1)', '+1', '-1', '--', '1e309', '1E+17', '4.52423E+17', '-0', '0x10', 'NaN', 'Infinity', '∞',
  '１２３', '１，２００（户）', '①', '²', '½', '٣', '一百', '壹佰', '1,2,3', '1.', '.5', '1..2', '999999999999999999999', '5.05万元',
  '95.78%', '100.0%%', '≥3', '3以上', '约5', '2020年', '2020-13', '2020-02-30', '0000', '9999-12-31', '2020年第四季度', '43939', '是',
  '否', '√', '×', '对', '0', '1', '有', '未脱贫', '返贫', '注销', '户主', '不详', '#REF!', '#N/A', '\\', '/', 'null', 'undefined', '👨‍👩‍👧‍👦',
  '\u202e村坪上', '\u200f', '\ud800', '\udfff', '㛃', 'é', 'e\u0301', '\ufdfa', '__proto__', 'constructor', 'toString',
  'hasOwnProperty', '上坪村', '下坪村', '公安镇', '452423199001011234', '11010119900307123X', 'a'.repeat(10_000), '9'.repeat(10_000),
  '村'.repeat(10_000), '、'.repeat(2000), ' '.repeat(10_000) + 'x', '('.repeat(3000), '1,'.repeat(3000), '0'.repeat(5000) + '.',
  '\u200b'.repeat(5000) + 'x',
];
const CELL = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const HEADINGS = Object.values(tables).map(({ columns }) => {
  const all = Object.entries(columns);
  const required = all.filter(([, { required: is }]) => is).map(([column]) => column);
  return {
    required: required.includes('village') ? required : ['village', ...required],
    others: all.map(([column, { label, aliases }]) => [column, label.zh, ...aliases]),
  };
});
/** A header that some table recognises, mostly. */
const HEADER = fc.constantFrom(...HEADINGS).chain(({ required, others }) =>
  fc
    .uniqueArray(fc.nat(others.length - 1), { minLength: 2, maxLength: 12 })
    .chain((picked) => fc.tuple(...picked.filter((at) => !required.includes(others[at]![0]!)).map((at) => fc.constantFrom(...others[at]!))))
    .map((more) => [...required, ...more]),
);
const USUAL = ['上坪村', '2020', '5', '0003', '是', '否', '已脱贫', '产业', '户主', '10.5', ''];
const ROWS = fc.record({
  header: HEADER,
  rows: fc.array(
    fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...USUAL) }, { weight: 2, arbitrary: CELL }), {
      minLength: 1,
      maxLength: 20,
    }),
    {
      maxLength: 5,
    },
  ),
  ragged: fc.boolean(),
  quoted: fc.boolean(),
  delimiter: fc.constantFrom(',', '\t', ';'),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf8', 'utf8', 'utf16le'),
});
const asFile = fc.record({ made: ROWS }).map(({ made: { header, rows, ragged, quoted, delimiter, end, encoding } }) => {
  const fitted = ragged ? rows : rows.map((row) => header.map((_, index) => row[index % row.length]!));
  const written = (cell: string): string => (quoted ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = [header, ...fitted].map((row) => row.map(written).join(delimiter)).join(end);
  return Buffer.from(encoding === 'utf8' ? text : `\uFEFF${text}`, encoding as 'utf8');
});

describe('whatever the bytes are: a report, findings or a UserError, and every row is accepted or rejected', () => {
  test('random bytes', () => holds(fc.uint8Array({ maxLength: 400 }), 1500, 0));
  test('random text', () =>
    holds(
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
      500,
      0,
    ));
  test('damaged text files', () => holds(damaged(TEXTS), 2500, 0.1));
  test('edited text files', () => holds(edited, 1500, 0.3));
  test('damaged workbooks', () => holds(damaged(WORKBOOKS), 1000, 0));
  test('workbooks with damaged parts', () => holds(rewritten, 600, 0.05));
  test('workbooks with nasty words', () => holds(reworded(CELL), 600, 0.15));
  test('nasty cells under known headings', () => holds(asFile, 2200, 0.3));
});

test('command lines never end as a bug', async () => {
  const inputs = fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged(TEXTS), damaged(WORKBOOKS), rewritten, asFile);
  const argv = fc.constantFrom<readonly string[]>(
    ['check', '-'],
    ['check', '-', '--format', 'json'],
    ['check', '-', `${ROOT}/utf-8/villages.csv`, '--format', 'csv', '--lang', 'zh'],
    ['report', '-', '--partial', '--metrics', 'all', '--format', 'table'],
    ['report', '-', `${ROOT}/utf-8/villages.csv`, '--partial', '--format', 'json'],
    ['report', '-', '--snapshot', '2020', '--format', 'tallies', '--partial'],
  );
  await fc.assert(
    fc.asyncProperty(inputs, argv, async (bytes, words) => {
      const started = performance.now();
      const { status, stdout, stderr } = await commandLine(words, { stdin: Buffer.from(bytes) });
      expect([0, 1, 2], stderr).toContain(status);
      if (words.includes('json') && stdout !== '') JSON.parse(stdout);
      expect(performance.now() - started, 'milliseconds').toBeLessThan(LONGEST_MS);
    }),
    { numRuns: 600 * MORE },
  );
});
