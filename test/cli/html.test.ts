import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Met } from '../../src/measure/judge.ts';
import type { Evidence, Mark, Reason } from '../../src/measure/reason.ts';
import { metrics } from '../../src/measure/metrics/index.ts';
import { inThrees } from '../../src/report/number-words.ts';
import { EVIDENCE_NAMES, MARK_NAMES, REASON_NAMES } from '../../src/report/reasons.ts';
import { MET_NAMES } from '../../src/report/verdict.ts';
import { commandLine } from '../support/command-line.ts';
import { writeCounty } from '../support/county.ts';
import { readHtml } from '../support/html.ts';
import type { HtmlPage } from '../support/html.ts';

const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-html-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const county = writeCounty(join(folder, 'county'));
const zhongshan = ['villages', 'households', 'projects'].map((name) => `fixtures/zhongshan/${name}.csv`);
const gaps = ['villages', 'households', 'projects'].map((name) => `fixtures/gaps/${name}.csv`);
const overTime = ['villages', 'households-2019', 'households-2020'].map((name) => `fixtures/trend/${name}.csv`);

const html = async (...argv: readonly string[]): Promise<string> => (await commandLine([...argv, '--format', 'html', '-q'])).stdout;
const json = async <T>(...argv: readonly string[]): Promise<T> =>
  JSON.parse((await commandLine([...argv, '--format', 'json', '-q'])).stdout) as T;

interface Value {
  readonly value: number | null;
  readonly unit: string;
  readonly text: string;
  readonly reason?: Reason;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly missing: number;
  readonly rejected?: number;
  readonly evidence?: Evidence;
  readonly low: number | null;
  readonly high: number | null;
  readonly marks?: readonly Mark[];
  readonly villages?: { readonly used: number; readonly inFile: number };
  readonly lacking?: readonly { readonly label: string }[];
  readonly beside?: readonly { readonly label: string }[];
  readonly verdict?: {
    readonly met: Met;
    readonly thresholdText: string;
    readonly shortBy?: { readonly amount: number };
    readonly source: Record<string, string>;
    readonly amendments?: readonly string[];
  };
  readonly breakdown?: readonly { readonly label: string; readonly value: number }[];
}
interface ReportJson {
  readonly places: readonly {
    readonly place: Readonly<Record<string, string | null>>;
    readonly metrics: Readonly<Record<string, Value>>;
  }[];
  readonly total: { readonly metrics: Readonly<Record<string, Value>> };
  readonly inputs: readonly Readonly<Record<string, unknown>>[];
  readonly notes: readonly string[];
}

/** Every number that a text prints, as a number: 1,234.50 is 1234.5, −3 is -3. */
const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/[−-]?\d[\d,]*(?:\.\d+)?/gu)].map(([number]) => Number(number.replace('−', '-').replaceAll(',', '')));

/** Whether a text prints a number, to the decimals that are printed. */
const prints = (text: string, number: number, unit: string): boolean => {
  const wanted = unit === 'share' ? number * 100 : number;
  return numbersIn(text).some((one) => Math.abs(one - wanted) <= 0.005 + 1e-9 || Math.abs(one + wanted) <= 0.005 + 1e-9);
};

/** What a value says that a cell and its notes do not: nothing, where the page is whole. */
function unsaid(value: Value, cell: string, notes: string, lang: 'zh' | 'en', heading?: string): readonly string[] {
  const missing: string[] = [];
  const want = (what: string, isThere: boolean): void => void (isThere || missing.push(what));
  const said = `${cell} ${notes}`;
  if (value.value === null) {
    if (value.reason) want(`reason ${value.reason}`, notes.includes(REASON_NAMES[value.reason][lang]));
  } else {
    const [number] = inThrees(value.text)
      .replace(/(?<=^[≥≤]?)-/u, '−')
      .split(' ');
    want(`value ${number}`, cell.includes(number!));
  }
  const saysNothing = value.value === null && value.low === 0 && (value.high === 1 || value.high === null);
  if (!saysNothing) {
    for (const bound of [value.low, value.high])
      if (typeof bound === 'number' && bound !== value.value) want(`bound ${bound}`, prints(cell, bound, value.unit));
  }
  if (value.verdict) {
    want(`verdict ${value.verdict.met}`, cell.includes(MET_NAMES[value.verdict.met][lang]));
    const { amount = 0 } = value.verdict.shortBy ?? {};
    if (value.verdict.met === 'no' && amount > 0) want(`short by ${amount}`, numbersIn(cell).includes(amount));
  }
  if (value.numerator !== undefined && value.value !== null && value.denominator !== undefined) {
    want(`numerator ${value.numerator}`, numbersIn(cell).includes(value.numerator));
    want(`denominator ${value.denominator}`, numbersIn(cell).includes(value.denominator));
  }
  if (value.evidence)
    want(`evidence ${value.evidence}`, heading === undefined || `${heading} ${notes}`.includes(EVIDENCE_NAMES[value.evidence][lang]));
  if (value.missing > 0) want(`missing ${value.missing}`, cell.includes(`${value.missing}?`));
  if (value.rejected) want(`rejected ${value.rejected}`, numbersIn(cell).includes(value.rejected));
  for (const mark of value.marks ?? []) {
    if (mark === 'at-least' || mark === 'at-most') want(`mark ${mark}`, /[≥≤]/u.test(cell));
    else want(`mark ${mark}`, notes.includes(MARK_NAMES[mark][lang]));
  }
  for (const { label } of [...(value.lacking ?? []), ...(value.beside ?? [])]) want(label, said.includes(label));
  if (value.villages && value.villages.used > 0 && value.villages.used < value.villages.inFile)
    want('villages', numbersIn(cell).includes(value.villages.used));
  return missing;
}

const labels = metrics.flatMap(({ label }) => [label.zh, label.en]).toSorted((a, b) => b.length - a.length);
/** The metric that a head names: below it may stand the standard or the unit. */
const labelOf = (head: string): string | undefined => labels.find((label) => head === label || head.startsWith(`${label} `));

/** The cell of a metric at a place, with the notes that it refers to. */
function cellOf(
  { tables, notes }: HtmlPage,
  row: string,
  label: string,
  nth: number,
): { readonly cell: string; readonly notes: string; readonly heading: string } {
  const said = (numbers: readonly number[]): string => numbers.map((number) => notes[number - 1]!).join(' ');
  for (const { heads, headNotes, rows } of tables) {
    const at = heads.findIndex((head) => labelOf(head) === label);
    const found = rows.filter(({ cells }) => cells[0] === row)[nth];
    if (at === -1 || !found || found.cells.length !== heads.length) continue;
    return { cell: found.cells[at]!, notes: said(found.notes[at]!), heading: said(headNotes[at]!) };
  }
  throw new Error(`no cell of ${label} at ${row}`);
}

function unsaidOf(report: ReportJson, page: HtmlPage, lang: 'zh' | 'en'): readonly string[] {
  const label = new Map(metrics.map((metric) => [metric.id, metric.label[lang]]));
  const seen = new Map<string, number>();
  const total = page.tables.flatMap(({ rows }) => rows.map(({ cells }) => cells[0]!)).find((name) => /^(?:合计|Total)/u.test(name));
  const rows = [
    ...report.places.map(({ place, metrics: own }) => ({ name: place.village ?? place.township ?? place.county!, own })),
    ...(total === undefined ? [] : [{ name: total, own: report.total.metrics }]),
  ];
  return rows.flatMap(({ name, own }) => {
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return Object.entries(own).flatMap(([id, value]) => {
      if (value.breakdown)
        return value.breakdown.flatMap((kind) =>
          page.text.includes(kind.label) && prints(page.text, kind.value, '') ? [] : [`${name} ${id} ${kind.label}`],
        );
      const { cell, notes, heading } = cellOf(page, name, label.get(id)!, nth);
      return unsaid(value, cell, notes, lang, heading).map((what) => `${name} ${id}: ${what} in “${cell}”`);
    });
  });
}

describe('a report in HTML', () => {
  test.each([
    ['a county with gaps and rejected rows', county, ['--partial'], 'zh'],
    ['every metric of few villages', zhongshan, ['--metrics', 'all'], 'zh'],
    ['every metric where much is missing', gaps, ['--metrics', 'all', '--partial'], 'en'],
    ['townships', county, ['--partial', '--by', 'township', '--metrics', 'core,funds,guarantees'], 'en'],
  ] as const)('carries every fact of the JSON: %s', async (_, files, options, lang) => {
    const argv = ['report', ...files, ...options, '--lang', lang];
    const report = await json<ReportJson>(...argv);
    const page = readHtml(await html(...argv));
    expect(unsaidOf(report, page, lang)).toEqual([]);
    for (const note of report.notes) expect(page.text).toContain(note);
    for (const { file, sha256, rows } of report.inputs)
      for (const fact of [file, sha256]) expect([page.text, rows]).toEqual([expect.stringContaining(String(fact)), rows]);
    const verdicts = report.places.flatMap(({ metrics: own }) => Object.values(own).flatMap(({ verdict }) => verdict ?? []));
    for (const { source, amendments = [] } of verdicts) {
      for (const said of [source.title!, source.issuer!, ...amendments]) expect(page.notes.join(' ')).toContain(said);
    }
  });

  test('begins with what the villages come to, and shows funds, trend and findings where there are any', async () => {
    const page = readHtml(await html('report', ...county, '--partial', '--lang', 'zh'));
    expect(page.text).toMatch(/评定 \d+ 个村：达标 \d+，未达标 \d+，不能判定 \d+/u);
    const ids = page.elements.filter(({ name }) => name === 'section').map(({ attributes }) => attributes.id);
    expect(ids).toEqual(['figures', 'spread', 'acceptance', 'trend', 'funds', 'places', 'findings', 'basis']);
  });

  test('leaves out what the files say nothing of, and its link too', async () => {
    const page = readHtml(await html('report', 'fixtures/zhongshan/villages.csv', '--period', '2019'));
    const ids = page.elements.filter(({ name }) => name === 'section').map(({ attributes }) => attributes.id!);
    expect(ids).not.toContain('funds');
    expect(ids).not.toContain('findings');
    const links = page.elements.flatMap(({ attributes }) => /^#([a-z]+)$/u.exec(attributes.href ?? '')?.[1] ?? []);
    for (const link of links) expect(ids).toContain(link);
  });

  test('says of the same data what other formats say of them: what else is added up changes no number and no finding', async () => {
    const argv = ['report', ...gaps, '--partial'];
    const [before, after] = [await commandLine([...argv, '--format', 'json']), await commandLine([...argv, '--format', 'html'])];
    expect(after.stderr).toBe(before.stderr);
    expect(after.status).toBe(before.status);
  });

  test('puts up to eight villages beside each other, what is asked of them below and the verdict on the whole first', async () => {
    const page = readHtml(await html('report', 'fixtures/assess/villages.csv'));
    const { places } = await json<{
      readonly places: readonly {
        readonly place: Record<string, string>;
        readonly met: Met | null;
        readonly criteria: readonly { readonly number: number; readonly label: string; readonly met: Met }[];
      }[];
    }>('assess', 'fixtures/assess/villages.csv');
    const matrix = page.tables.find(({ caption }) => caption === 'Verdict of each village by criterion')!;
    expect(matrix.heads.slice(1, -1)).toEqual(places.map(({ place }) => place.village));
    const judged = places.filter(({ met }) => met);
    const wordAt = (row: HtmlPage['tables'][number]['rows'][number], village: string): string => row.cells[matrix.heads.indexOf(village)]!;
    expect(matrix.rows[0]!.cells[0]).toBe('Verdict');
    for (const { place, met, criteria } of judged) {
      expect(wordAt(matrix.rows[0]!, place.village!)).toContain(MET_NAMES[met!].en);
      for (const { number, label, met: one } of criteria) {
        const row = matrix.rows.find(({ cells }) => cells[0]!.startsWith(String(number)) && cells[0]!.endsWith(label))!;
        expect(wordAt(row, place.village!), label).toContain(MET_NAMES[one].en);
      }
    }
    expect(judged.length).toBeGreaterThan(1);
  });

  test('is the same bytes twice', async () => {
    expect(await html('report', ...zhongshan)).toBe(await html('report', ...zhongshan));
  });

  test('every number of a note leads to a note, and every id stands once', async () => {
    for (const page of [readHtml(await html('report', ...county, '--partial')), readHtml(await html('assess', county[0]!, '--partial'))]) {
      const ids = page.elements.flatMap(({ attributes }) => attributes.id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { attributes } of page.elements)
        if (attributes.href?.startsWith('#') === true) expect(ids).toContain(attributes.href.slice(1));
    }
  });

  test('two hundred villages are below 2 MB', async () => {
    const files = writeCounty(join(folder, 'two-hundred'), { villages: 200 });
    const report = await html('report', ...files, '--partial');
    expect(report.length).toBeLessThan(2_000_000);
    expect((await html('assess', files[0]!, '--partial')).length).toBeLessThan(2_000_000);
  });

  test('more than six hundred villages are told by township, with the report to ask for', async () => {
    const [villages] = writeCounty(join(folder, 'many'), { villages: 640, rejected: false });
    const text = await html('report', villages!, '--lang', 'zh', '--partial');
    const page = readHtml(text);
    expect(page.text).toContain('report … --place 青山镇 -o 青山镇.html');
    expect(page.tables.find(({ heads }) => heads[0] === '所在地')!.rows).toHaveLength(8);
    expect(text.length).toBeLessThan(300_000);
  });
});

describe('other results in HTML', () => {
  interface SheetJson {
    readonly places: readonly {
      readonly place: Record<string, string | null>;
      readonly notJudged?: string;
      readonly criteria: readonly {
        readonly label: string;
        readonly wording: string;
        readonly met: Met;
        readonly onSite?: readonly string[];
        readonly parts: readonly { readonly text: string; readonly remarks?: readonly string[] }[];
      }[];
    }[];
  }

  test('an acceptance sheet carries every criterion with its arithmetic, verdict and remarks', async () => {
    const argv = ['assess', county[0]!, county[1]!, '--partial', '--lang', 'zh'];
    const { places } = await json<SheetJson>(...argv);
    const page = readHtml(await html(...argv));
    const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
    const sheets = page.tables.filter(({ caption }) => caption.endsWith('验收表'));
    const judged = places.filter(({ criteria }) => criteria.length > 0);
    expect(sheets).toHaveLength(judged.length);
    for (const [at, { criteria }] of judged.entries()) {
      for (const [row, { label, met, parts, onSite = [] }] of criteria.entries()) {
        const cells = sheets[at]!.rows[row]!.cells;
        const said = cells.join(' ');
        expect(cells[0]).toContain(label);
        expect(cells[2]).toContain(MET_NAMES[met].zh);
        for (const fact of [...parts.flatMap(({ text, remarks = [] }) => [text, ...remarks]), ...onSite])
          expect(said).toContain(plain(fact));
      }
    }
    for (const { notJudged } of places) if (notJudged !== undefined) expect(page.text).toContain(notJudged);
    for (const { wording } of judged[0]!.criteria) expect(page.text).toContain(plain(wording));
  });

  test('a trend carries every period of every place, its change and what must be said of it', async () => {
    const argv = ['trend', ...overTime, '--lang', 'en'];
    interface Point extends Value {
      readonly period: string;
      readonly change?: { readonly text: string };
      readonly growth?: { readonly text: string };
    }
    const { places } = await json<{
      readonly places: readonly { readonly place: Record<string, string>; readonly metrics: Record<string, readonly Point[]> }[];
    }>(...argv);
    const page = readHtml(await html(...argv));
    const label = new Map(metrics.map((metric) => [metric.id, metric.label.en]));
    for (const { place, metrics: own } of places) {
      for (const [id, points] of Object.entries(own)) {
        for (const point of points) {
          const found = page.tables
            .filter(({ caption, heads }) => caption.startsWith(label.get(id)!) && heads.includes(point.period) && heads[0] === 'Place')
            .flatMap(({ heads, rows }) =>
              rows
                .filter(({ cells }) => cells[0]!.startsWith(place.village!))
                .map((row) => ({
                  cell: row.cells[heads.indexOf(point.period)]!,
                  notes: row.notes[heads.indexOf(point.period)]!.map((number) => page.notes[number - 1]).join(' '),
                })),
            )[0]!;
          expect(unsaid(point, found.cell, found.notes, 'en')).toEqual([]);
          for (const difference of [point.change, point.growth]) if (difference) expect(found.cell).toContain(inThrees(difference.text));
        }
      }
    }
  });

  test('a check carries every finding with its row and how to mend it', async () => {
    const argv = ['check', 'fixtures/bad/numbers.csv', 'fixtures/bad/villages.csv', '--lang', 'zh'];
    const { findings } = await json<{ readonly findings: readonly Readonly<Record<string, string | number | null>>[] }>(...argv);
    expect(findings.length).toBeGreaterThan(3);
    const page = readHtml(await html(...argv));
    const rows = page.tables.flatMap((table) => table.rows.map(({ cells }) => cells.join(' ')));
    for (const { file, row, value, message, hint } of findings)
      expect(
        rows.some((cells) =>
          [file, row ?? '', value ?? '', message, hint].every((fact) => cells.includes(String(fact).replaceAll(/\s+/gu, ' ').trim())),
        ),
      ).toBe(true);
  });

  test.each([
    ['list', 'uncovered', zhongshan[1]!],
    ['explain', 'industry_coverage', ...zhongshan],
    ['standards'],
    ['verify', '95.78', '--denominator', '166'],
    ['assess', 'fixtures/assess/households.csv', '--for', 'households'],
    ['report', zhongshan[0]!, '--by', 'all'],
    ['report', ...zhongshan, '--by', 'helper-unit'],
    ['report', ...zhongshan, '--by', 'county'],
    ['trend', ...overTime, '--by', 'all'],
    ['report', 'fixtures/abroad/villages.csv', '--profile', 'fixtures/abroad/profile.json'],
  ])('%s %s is a page that is well formed in both languages', async (...argv) => {
    for (const lang of ['zh', 'en']) {
      const text = await html(...argv, '--lang', lang);
      const page = readHtml(text);
      expect(page.elements.find(({ name }) => name === 'html')!.attributes.lang).toBe(lang === 'zh' ? 'zh-CN' : 'en');
      expect(page.elements.filter(({ name }) => name === 'h1')).toHaveLength(1);
      expect(text).not.toMatch(/\bundefined\b|\bNaN\b|\[object|Infinity/u);
    }
  });
});
