import { estimatorOf } from '../../measure/estimators/index.ts';
import type { Metric } from '../../measure/metric.ts';
import { yearBefore } from '../../vocabulary/period.ts';
import type { Period } from '../../vocabulary/period.ts';
import type { Lang, Text } from '../../vocabulary/text.ts';
import { unitName } from '../../vocabulary/terms.ts';
import type { Terms } from '../../vocabulary/terms.ts';
import type { Block } from '../../page/page.ts';
import { formatCount } from '../../report/format-value.ts';
import { LEFT_OUT_NAMES } from '../../report/left-out-names.ts';
import type { ReportCell } from '../../report/report.ts';
import { columnText } from '../../report/column-text.ts';
import { unknownText } from '../../report/row-text.ts';
import type { ExplainedPart, ExplainedPlace, Explanation, PartId } from '../../report/explain/explanation.ts';
import type { GatheredRow } from '../../rows/behind.ts';
import { PART_NAMES, weightUnit } from '../../report/explain/words.ts';

/** The rows behind a number for people: per place the number, and under it each part with the rows that it is made of. */
export function* explainedPlaces(explanation: Explanation): Iterable<Block> {
  const { lang, period, places } = explanation;
  if (places.length === 0) {
    yield { kind: 'paragraph', text: { zh: '没有这样的地方。', en: 'No such place.' }[lang], isApart: true };
    return;
  }
  for (const place of places) {
    const { text, counts, range, remarks } = place.cell;
    const number = [text, counts?.division, range].filter((one) => one !== undefined).join('  ');
    yield { kind: 'title', level: 2, tone: 'strong', text: `${place.name}  ${period}  ${number}`, isApart: true };
    for (const remark of remarks) yield { kind: 'paragraph', text: remark, tone: 'doubtful', indent: 2 };
    for (const part of place.parts) for (const line of partLines(part, place, explanation)) yield { kind: 'paragraph', ...line };
    for (const line of countLines(place, lang)) yield { kind: 'paragraph', text: line, indent: 2 };
  }
}

interface Line {
  readonly text: string;
  readonly indent: number;
}

function partLines(part: ExplainedPart, place: ExplainedPlace, { metric, lang, period, terms }: Explanation): readonly Line[] {
  const { rows, part: id } = part;
  if (rows.length === 0 && id !== 'numerator' && id !== 'denominator') return [];
  const colon = { zh: '：', en: ': ' }[lang];
  const total = totalOf(part, place, metric, lang, terms);
  const head = `${nameOf(part, metric, period, lang)}${total === '' ? '' : colon}${total}`;
  return [{ text: head, indent: 2 }, ...groupsOf(rows, id, lang).map((text) => ({ text, indent: 4 }))];
}

/** What a part is called. Growth is told by its two years. */
function nameOf({ part, rows }: ExplainedPart, metric: Metric, period: Period, lang: Lang): string {
  if (part === 'left-out' && rows.some(({ fact }) => fact.origin === 'declared')) return WORDS.takenAway[lang];
  if (part !== 'numerator' && part !== 'denominator') return PART_NAMES[part][lang];
  if (estimatorOf(metric).isOverYears) return part === 'numerator' ? period : yearBefore(period);
  return `${PART_NAMES[part][lang]} ${metric[part]?.label[lang] ?? ''}`;
}

const WORDS = {
  takenAway: { zh: '减去', en: 'Taken away' },
  rows: { zh: '各行合计', en: 'the rows' },
  less: { zh: '，减去下面的', en: ', less what is taken away below' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a part comes to: the number as reports print it, and what the rows add up to where something is still taken away from them. */
function totalOf({ part, rows, sum }: ExplainedPart, { cell, parts }: ExplainedPlace, metric: Metric, lang: Lang, terms: Terms): string {
  if (part === 'unknown') return { zh: `${rows.length} 行`, en: `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}` }[lang];
  // Without a number and without rows nothing is known; that is not 0.
  if (rows.length === 0 && cell.value === null) return '—';
  const isTakenAway = (one: ExplainedPart): boolean => one.part === 'left-out' && one.rows.some(({ fact }) => fact.origin === 'declared');
  if (part === 'left-out' && isTakenAway({ part, rows, sum })) return '';
  if (sum === undefined) return printedOf(part, cell, metric);
  const unit = (part === 'denominator' ? metric.denominator?.unit : undefined) ?? metric.numerator.unit;
  const ofRows = `${rows.some(({ atLeast }) => atLeast) ? '≥' : ''}${formatCount(sum, unit)}`;
  const printed = printedOf(part, cell, metric);
  const unitText = unitName(unit, terms)[lang];
  if (printed === '' || printed === formatCount(sum, unit)) return `${ofRows} ${unitText}`;
  const less = parts.some(isTakenAway) ? WORDS.less[lang] : '';
  return {
    zh: `${printed} ${unitText}（${WORDS.rows.zh} ${ofRows}${less}）`,
    en: `${printed} ${unitText} (${WORDS.rows.en} ${ofRows}${less})`,
  }[lang];
}

/** The number that a part is in the report; nothing where it has none of its own. */
function printedOf(part: PartId, { plain = '', counts }: ReportCell, metric: Metric): string {
  const { isOverYears, isSum } = estimatorOf(metric);
  if (isOverYears || part === 'left-out') return '';
  if (part === 'denominator') return counts?.plainDenominator ?? '';
  return isSum ? plain : (counts?.plainNumerator ?? '');
}

interface GroupOfRows {
  readonly where: string;
  readonly why: string;
  readonly rows: GatheredRow[];
}

/** The rows of a part by file, and by why they are there. A village's own number stands on a line of its own. */
function groupsOf(rows: readonly GatheredRow[], part: PartId, lang: Lang): readonly string[] {
  const groups = new Map<string, GroupOfRows>();
  const lines: (string | GroupOfRows)[] = [];
  for (const row of rows) {
    const { fact, weight, atLeast } = row;
    const where = row.sheet === undefined ? row.file : `${row.file} [${row.sheet}]`;
    if (fact.origin === 'declared' && part !== 'unknown') {
      const column = columnText('villages', fact.id)[lang];
      const number = `${atLeast ? '≥' : ''}${formatCount(weight!, weightUnit(fact))}`;
      lines.push(`${rowsText(where, [row], lang)}${{ zh: '：', en: ': ' }[lang]}${column} = ${number}`);
      continue;
    }
    const why = whyText(row, lang);
    const key = `${where}\u001f${why}`;
    let group = groups.get(key);
    if (!group) {
      groups.set(key, (group = { where, why, rows: [] }));
      lines.push(group);
    }
    group.rows.push(row);
  }
  return lines.map((line) => {
    if (typeof line === 'string') return line;
    return `${rowsText(line.where, line.rows, lang)}${line.why === '' ? '' : `${{ zh: '：', en: ': ' }[lang]}${line.why}`}`;
  });
}

function whyText({ fact, unknown, reason }: GatheredRow, lang: Lang): string {
  if (unknown.length > 0) return unknown.map((one) => unknownText(fact.from, one)[lang]).join({ zh: '、', en: ', ' }[lang]);
  return reason === undefined ? '' : LEFT_OUT_NAMES[reason][lang];
}

/** Where rows stand. Those of a table of a database have no numbers, and are called by what names them. */
function rowsText(where: string, rows: readonly Pick<GatheredRow, 'row' | 'id'>[], lang: Lang): string {
  const numbers = rows.flatMap(({ row }) => row ?? []);
  if (numbers.length > 0) return numbersText(where, numbers, lang);
  const ids = [...new Set(rows.flatMap(({ id }) => id ?? []))];
  return ids.length === 0 ? where : `${where} ${ids.join({ zh: '、', en: ', ' }[lang])}`;
}

/** `households.csv rows 2–8, 10`: each row once, in order, runs of neighbours as their ends. */
export function numbersText(where: string, rows: readonly number[], lang: Lang): string {
  const sorted = [...new Set(rows)].toSorted((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const row of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  const written = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join({ zh: '、', en: ', ' }[lang]);
  return { zh: `${where} 第 ${written} 行`, en: `${where} ${sorted.length === 1 ? 'row' : 'rows'} ${written}` }[lang];
}

function countLines({ absentHouseholds, cell }: ExplainedPlace, lang: Lang): readonly string[] {
  const lines: Text[] = [];
  if (absentHouseholds > 0n)
    lines.push({
      zh: `没有行：村表有、户表没有的 ${absentHouseholds} 户`,
      en: `Without a row: ${absentHouseholds} ${absentHouseholds === 1n ? 'household' : 'households'} that the village declares`,
    });
  if (cell.rejected > 0)
    lines.push({
      zh: `未通过检查：${cell.rejected} 行（见标准错误输出或 check）`,
      en: `Rejected: ${cell.rejected} ${cell.rejected === 1 ? 'row' : 'rows'} (see standard error, or check)`,
    });
  return lines.map((line) => line[lang]);
}
