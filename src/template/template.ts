import stringWidth from 'string-width';
import type { Column, Kind, Time } from '../language/column.ts';
import { tables } from '../tables/index.ts';
import type { Lang, Text } from '../vocabulary/text.ts';
import { UNIT_NAMES } from '../vocabulary/unit.ts';
import { csvText } from '../formats/csv/csv-text.ts';
import type { SheetOut } from '../formats/xlsx/workbook.ts';
import { examples } from './examples.ts';
import type { TemplateId } from './examples.ts';

type Cell = string | number;

const ROWS_TO_FILL = 1000;
const YES_NO: Readonly<Record<Lang, readonly [string, string]>> = { zh: ['是', '否'], en: ['yes', 'no'] };

/** How each kind of value is to be written. */
const KIND_WORDS: Readonly<Record<Kind, Text>> = {
  'yes-no': { zh: '是/否', en: 'yes or no' },
  count: { zh: '整数（户、人）', en: 'whole number (households, persons)' },
  money: { zh: '金额（元）', en: 'amount in yuan' },
  quantity: { zh: '数量，可带小数', en: 'number, decimals allowed' },
  rate: { zh: '百分数，如 95.78', en: 'percentage, such as 95.78' },
  period: { zh: '年度或月份，如 2020 或 2020-04', en: 'year or month, such as 2020 or 2020-04' },
  year: { zh: '年份，如 2020', en: 'year, such as 2020' },
  date: { zh: '日期，如 2020-04-18', en: 'date, such as 2020-04-18' },
  moment: { zh: '日期，如 2020-04-18；只知道月份写 2020-04', en: 'date, such as 2020-04-18, or 2020-04 where only the month is known' },
  text: { zh: '文字', en: 'words' },
  'text-id': { zh: '编号（按文本填写）', en: 'number or code, kept as text' },
  identity: { zh: '证件号码（按文本填写）', en: 'identity number, kept as text' },
  list: { zh: '名称，多个用顿号“、”隔开', en: 'names, several separated by semicolons' },
  choice: { zh: '从可选项中选一个', en: 'one of the choices' },
};

const TIME_WORDS: Readonly<Record<Time, Text>> = {
  stock: { zh: '期末数', en: "at the period's end" },
  flow: { zh: '当期数', en: 'of the period' },
};

/** Kinds that a spreadsheet would turn into something else while they are typed: long numbers lose digits, 2020-04 becomes a day. */
const KEPT_AS_TEXT: ReadonlySet<Kind> = new Set<Kind>(['text-id', 'period', 'date', 'moment']);

/** Kinds of which somebody might leave a zero blank. */
const COUNTED: ReadonlySet<Kind> = new Set<Kind>(['count', 'money', 'quantity', 'rate']);

/** The columns to fill in: those of members stand in other files, and identity numbers nobody needs to hand on. */
const columnsOf = (table: TemplateId): readonly (readonly [string, Column])[] =>
  Object.entries<Column>(tables[table].columns).filter(([, { kind, ofMember, ofCounty }]) => !ofMember && !ofCounty && kind !== 'identity');

/** What a column's numbers are counted in, where the heading can say so: our reader understands each of these in brackets. */
function unitOf({ kind, unit }: Column, lang: Lang): string | undefined {
  if (kind === 'money') return UNIT_NAMES.yuan[lang];
  return kind === 'rate' ? UNIT_NAMES.share[lang] : unit?.[lang];
}

/** The heading of a column: Chinese with its unit, or the canonical name. */
function headingOf(name: string, column: Column, lang: Lang): string {
  if (lang === 'en') return name;
  const unit = unitOf(column, lang);
  return unit === undefined ? column.label.zh : `${column.label.zh}（${unit}）`;
}

/** The word that a template uses for one of a column's choices. */
const choiceWord = (value: string, spellings: readonly string[], lang: Lang): string => (lang === 'zh' ? (spellings[0] ?? value) : value);

/** The words that may stand in a column; none where they are free. */
function wordsOf({ kind, choices }: Column, lang: Lang): readonly string[] {
  if (kind === 'yes-no') return YES_NO[lang];
  return Object.entries(choices ?? {}).map(([value, spellings]) => choiceWord(value, spellings, lang));
}

function exampleCell(example: boolean | number | string | Text | undefined, column: Column, lang: Lang): Cell {
  if (example === undefined) return '';
  if (typeof example === 'boolean') return YES_NO[lang][example ? 0 : 1];
  if (typeof example === 'object') return example[lang];
  const spellings = column.choices?.[example];
  return spellings ? choiceWord(String(example), spellings, lang) : example;
}

/** The header of a template and the example row below it. */
function rowsOf(table: TemplateId, lang: Lang): readonly [readonly string[], readonly Cell[]] {
  const columns = columnsOf(table);
  const row: Readonly<Record<string, boolean | number | string | Text | undefined>> = examples[table];
  return [
    columns.map(([name, column]) => headingOf(name, column, lang)),
    columns.map(([name, column]) => exampleCell(row[name], column, lang)),
  ];
}

/** A template as CSV: its header and an example row. */
export const templateCsv = (table: TemplateId, lang: Lang): string => csvText(rowsOf(table, lang).map((row) => row.map(String)));

/** A template as a workbook: the sheet to fill in, and one that explains its columns. */
export function templateSheets(table: TemplateId, lang: Lang): readonly SheetOut[] {
  return [sheetToFill(table, lang), explanations(table, lang)];
}

function sheetToFill(table: TemplateId, lang: Lang): SheetOut {
  const columns = columnsOf(table);
  const rows = rowsOf(table, lang);
  return {
    name: tables[table].label[lang],
    rows,
    frozenRows: 1,
    widths: widthsOf(rows),
    textColumns: columns.flatMap(([, { kind }], index) => (KEPT_AS_TEXT.has(kind) ? [index] : [])),
    lastRowToFill: ROWS_TO_FILL,
    dropDowns: columns.flatMap(([, column], index) => {
      const choices = wordsOf(column, lang);
      return choices.length === 0 ? [] : [{ column: index, fromRow: 1, toRow: ROWS_TO_FILL, choices }];
    }),
  };
}

function explanations(table: TemplateId, lang: Lang): SheetOut {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const header = [
    say('表头', 'Heading'),
    // In English the heading is the column's name already.
    say('列名', 'Meaning'),
    say('是否必填', 'Required'),
    say('填什么', 'What to write'),
    say('单位', 'Unit'),
    say('可选项', 'Choices'),
    say('期末数或当期数', 'Of which time'),
    say('空白表示', 'A blank means'),
  ];
  const theExample = [
    say('（第 2 行）', '(row 2)'),
    say('例子，不是真实数据，交表前请删掉这一行', 'an example, made up: delete it before you use the table'),
  ];
  const rows = columnsOf(table).map(([name, column]) => [
    headingOf(name, column, lang),
    say(name, column.label.en),
    column.required ? requiredWords(column, lang) : '',
    kindWords(column, lang),
    unitOf(column, lang) ?? '',
    wordsOf(column, lang).join(say('、', ', ')),
    column.time ? TIME_WORDS[column.time][lang] : '',
    blankWords(column, lang),
  ]);
  return {
    name: say('说明', 'Columns'),
    rows: [header, theExample, ...rows],
    frozenRows: 1,
    widths: widthsOf([header, ...rows]),
  };
}

/** 必填，或另有一列时可以没有. */
function requiredWords({ requiredUnless }: Column, lang: Lang): string {
  if (requiredUnless === undefined) return { zh: '必填', en: 'required' }[lang];
  return { zh: `必填；有 ${requiredUnless} 列时可以没有`, en: `required, unless there is ${requiredUnless}` }[lang];
}

function kindWords({ kind, digits }: Column, lang: Lang): string {
  const words = KIND_WORDS[kind][lang];
  return digits === undefined ? words : { zh: `${words}，${digits} 位数字`, en: `${words}, ${digits} digits` }[lang];
}

function blankWords({ required, blankMeansNone, blankMeans, kind }: Column, lang: Lang): string {
  if (required) return { zh: '错误', en: 'an error' }[lang];
  if (blankMeans) return blankMeans[lang];
  if (blankMeansNone) return { zh: '没有（整列都空时为不清楚）', en: 'none (unknown where the whole column is blank)' }[lang];
  return COUNTED.has(kind) ? { zh: '不清楚，不是零', en: 'unknown, never zero' }[lang] : { zh: '不清楚', en: 'unknown' }[lang];
}

const [NARROWEST, WIDEST, MARGIN] = [8, 48, 2];

/** Columns wide enough to read what stands in them. */
const widthsOf = (rows: readonly (readonly Cell[])[]): readonly number[] =>
  rows[0]!.map((_, index) => {
    const widest = Math.max(...rows.map((row) => stringWidth(String(row[index] ?? ''))));
    return Math.min(WIDEST, Math.max(NARROWEST, widest) + MARGIN);
  });
