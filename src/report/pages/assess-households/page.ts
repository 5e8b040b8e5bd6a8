import { Chalk } from 'chalk';
import { tables } from '../../../input/tables/index.ts';
import { MET } from '../../../measure/judge.ts';
import type { Met } from '../../../measure/judge.ts';
import type { Scheme } from '../../../standards/standard.ts';
import type { Input } from '../../../tally/tally.ts';
import { periodEnd } from '../../../vocabulary/period.ts';
import type { IsoDate } from '../../../vocabulary/period.ts';
import { placeName } from '../../../vocabulary/place.ts';
import type { Lang } from '../../../vocabulary/text.ts';
import { PLACE_COLUMNS, csvText } from '../../csv-text.ts';
import { draw, fill, tableWidth, widest } from '../../draw.ts';
import type { Surface } from '../../format.ts';
import { inputJson } from '../../record-parts.ts';
import { placeRecord } from '../../report.ts';
import { MET_NAMES, amendmentText, unjudgedText } from '../../verdict.ts';
import type { AssessedHousehold, OpenCriterion } from '../../assess/households.ts';

/** Households to be written out: all of a period, or those alone that do not meet everything. */
export interface HouseholdSheets {
  readonly households: readonly AssessedHousehold[];
  readonly onlyUnmet: boolean;
  readonly lang: Lang;
  readonly asOf: IsoDate | undefined;
}

const shownOf = ({ households, onlyUnmet }: HouseholdSheets): readonly AssessedHousehold[] =>
  onlyUnmet ? households.filter(({ met }) => met !== 'yes') : households;

const HEADINGS = {
  zh: ['户编号', '户主', '人数', '结论', '没有达标、不清楚的指标'],
  en: ['Household', 'Head', 'Persons', 'Verdict', 'Criteria not met or not known'],
} as const;

const NARROWEST_CRITERIA = 20;

/** For people: a block for each village, a row for each household, the counts last. */
export function householdsAsTable(sheets: HouseholdSheets, { width, color }: Surface): string {
  const { lang } = sheets;
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const villages = new Map<string, AssessedHousehold[]>();
  for (const one of shownOf(sheets)) {
    const name = placeName(one.place);
    const known = villages.get(name);
    if (known) known.push(one);
    else villages.set(name, [one]);
  }
  const blocks = [...villages].map(([name, households]) => {
    const rows = households.map((one) => [
      one.household,
      one.head,
      one.persons?.toString() ?? '',
      one.met ? MET_NAMES[one.met][lang] : '—',
      one.open.flatMap((criterion) => (criterion.met === 'not-assessable' ? [] : [openText(criterion, lang)])).join('\n'),
    ]);
    const widths = HEADINGS[lang].slice(0, -1).map((heading, at) => widest([heading, ...rows.map((row) => row[at]!)]));
    const rest = Math.max(NARROWEST_CRITERIA, width - tableWidth([...widths, 0]));
    const drawn = draw(HEADINGS[lang], rows, [...widths, rest], ['left', 'left', 'right', 'left', 'left'], lang, true);
    return `${chalk.bold(`${name} ${households[0]!.period}`)}\n${drawn}`;
  });
  return `${[...blocks, ...[...headOf(sheets), ...lackingOf(sheets)].map((line) => fill(line, width, lang)), summary(sheets)].join('\n\n')}\n`;
}

/** 9 人均纯收入 3000.00 ≤ 4000.00 */
function openText({ number, label, met, remarks, settledBy }: OpenCriterion, lang: Lang): string {
  const why =
    remarks.length > 0
      ? remarks.map((remark) => remark[lang])
      : [
          label[lang],
          ...(met === 'no' || settledBy.length === 0
            ? []
            : [
                `${MET_NAMES[met][lang]}${{ zh: '：', en: ': ' }[lang]}${settledBy
                  .map((column) => columnName(column, lang))
                  .join({ zh: '、', en: ', ' }[lang])}`,
              ]),
        ];
  return `${number} ${why.join({ zh: '，', en: ', ' }[lang])}`;
}

const columnName = (column: string, lang: Lang): string =>
  lang === 'en' ? column : (tables.households.columns[column]?.label.zh ?? column);

/** The schemes that households are judged by, with what is to be known of them, and why others are not judged. */
function headOf({ households, lang, asOf }: HouseholdSheets): readonly string[] {
  const lines = new Set<string>();
  for (const { scheme, period } of households) {
    if ('reason' in scheme) {
      lines.add(unjudgedText('household-exit', asOf ?? periodEnd(period), scheme)[lang]);
      continue;
    }
    lines.add(schemeText(scheme.scheme, lang));
    for (const amendment of scheme.amendments) lines.add(`* ${amendmentText(amendment)[lang]}`);
  }
  return lines.size === 0 ? [] : [[...lines].join('\n')];
}

/** Criteria that the files say nothing about, with the columns that would settle them: said once, not for every household. */
function lackingOf({ households, lang }: HouseholdSheets): readonly string[] {
  const lacking = new Map<string, number>();
  for (const { open } of households) {
    for (const criterion of open) {
      if (criterion.met !== 'not-assessable') continue;
      const text = openText(criterion, lang);
      lacking.set(text, (lacking.get(text) ?? 0) + 1);
    }
  }
  return [...lacking].map(([text, count]) => ({ zh: `${text}（${count} 户）`, en: `${text} (${count} households)` })[lang]);
}

function schemeText({ title, source, criteria }: Scheme, lang: Lang): string {
  const document = `${source.issuer}《${source.title}》${source.number ?? ''}`;
  const numbered = criteria.map(({ number, label }) => `${number} ${label[lang]}`).join({ zh: '；', en: '; ' }[lang]);
  return `${title[lang]}${{ zh: '，', en: ', ' }[lang]}${document}\n${numbered}`;
}

const countOf = (households: readonly AssessedHousehold[], met: Met): number => households.filter((one) => one.met === met).length;

function summary({ households, lang }: HouseholdSheets): string {
  const counts = MET.map((met) => [met, countOf(households, met)] as const).filter(([, count]) => count > 0);
  const words = counts.map(([met, count]) => `${MET_NAMES[met][lang]} ${count}`).join({ zh: '，', en: ', ' }[lang]);
  return {
    zh: `共 ${households.length} 户建档立卡贫困户${words ? `：${words}` : ''}`,
    en: `${households.length} registered ${households.length === 1 ? 'household' : 'households'}${words ? `: ${words}` : ''}`,
  }[lang];
}

/** For spreadsheets: a row for each household, a column for each criterion of its scheme by number. */
export function* householdsAsCsv(sheets: HouseholdSheets): Generator<string> {
  const { lang } = sheets;
  const shown = shownOf(sheets);
  const numbers = [
    ...new Set(shown.flatMap(({ scheme }) => ('scheme' in scheme ? scheme.scheme.criteria.map(({ number }) => number) : []))),
  ];
  const header = [
    ...PLACE_COLUMNS,
    'period',
    'household_id',
    'head_name',
    'persons',
    'met',
    ...numbers.map((number) => `criterion_${number}`),
    'open',
  ];
  const rowOf = (one: AssessedHousehold): readonly string[] => {
    const { scheme, criteria } = one;
    const own = 'scheme' in scheme ? scheme.scheme.criteria : [];
    const metOf = (number: number): string => criteria[own.findIndex((criterion) => criterion.number === number)] ?? '';
    return [
      ...PLACE_COLUMNS.map((part) => one.place[part] ?? ''),
      one.period,
      one.household,
      one.head,
      one.persons?.toString() ?? '',
      one.met ?? '',
      ...numbers.map(metOf),
      one.open.map((criterion) => openText(criterion, lang)).join('; '),
    ];
  };
  yield csvText([header]);
  for (let first = 0; first < shown.length; first += ROWS_AT_ONCE) yield csvText(shown.slice(first, first + ROWS_AT_ONCE).map(rowOf));
}

/** Rows written in one piece: all of a county's households at once would fill the memory. */
const ROWS_AT_ONCE = 1000;

/** For programs: `aid-metrics/assess@1`, with households, in pieces: all of a county's at once would fill the memory. */
export function* householdsAsJson(sheets: HouseholdSheets, inputs: readonly Input[], notes: readonly string[]): Generator<string> {
  const { households, lang } = sheets;
  const head = {
    schema: 'aid-metrics/assess@1',
    for: 'households',
    inputs: inputs.map((input) => inputJson(input, lang)),
    schemes: headOf(sheets),
    counts: Object.fromEntries(MET.map((met) => [met, countOf(households, met)])),
    notes,
  };
  yield `${JSON.stringify(head, undefined, 2).slice(0, -2)},\n  "households": [`;
  let before = '';
  for (const household of shownOf(sheets)) {
    yield `${before}\n    ${JSON.stringify(householdJson(household, lang))}`;
    before = ',';
  }
  yield before === '' ? ']\n}\n' : '\n  ]\n}\n';
}

function householdJson({ place, period, household, head, persons, met, criteria, scheme, open }: AssessedHousehold, lang: Lang): unknown {
  return {
    place: placeRecord(place),
    period,
    household_id: household,
    head_name: head || null,
    persons: persons === undefined ? null : Number(persons),
    met: met ?? null,
    criteria:
      'scheme' in scheme ? scheme.scheme.criteria.map(({ number, label }, at) => ({ number, label: label[lang], met: criteria[at] })) : [],
    open: open.map(({ number, met: how, remarks, settledBy }) => ({
      number,
      met: how,
      ...(remarks.length > 0 && { remarks: remarks.map((remark) => remark[lang]) }),
      ...(settledBy.length > 0 && { settledBy }),
    })),
  };
}
