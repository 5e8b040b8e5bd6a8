import { metrics } from '../../measure/metrics/index.ts';
import type { Input } from '../../tally/tally.ts';
import { tables } from '../../tables/index.ts';
import { regionName } from '../../standards/lineage.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { documentText } from '../../report/verdict.ts';
import type { ReportVerdict } from '../../report/verdict.ts';
import type { ReportSheet, SheetBlock, SheetColumn, SheetRow } from '../../page/sheets.ts';

/** A standard that judged something, and what it judged. */
export interface AppliedStandard {
  readonly what: string;
  readonly verdict: Pick<ReportVerdict, 'standard' | 'region' | 'limit' | 'from' | 'until' | 'source' | 'amendments'>;
}

/** What a workbook rests on. */
export interface About {
  readonly lang: Lang;
  readonly title: string;
  readonly inputs: readonly Input[];
  readonly notes: readonly string[];
  readonly standards?: Iterable<AppliedStandard> | undefined;
  /** What is called how, and how it is computed. */
  readonly definitions?: readonly { readonly what: string; readonly is: string }[] | undefined;
  /** Documents that the sheets rest on, where no single standard names them. */
  readonly documents?: readonly string[] | undefined;
  /** How many errors and warnings the files have. */
  readonly findings?: { readonly errors: number; readonly warnings: number } | undefined;
  /** Whether verdicts stand in the workbook, to be explained. */
  readonly hasVerdicts: boolean;
}

/** What metrics are called, and how they are computed. */
export const definitionsOf = (ids: readonly string[], lang: Lang): NonNullable<About['definitions']> =>
  metrics.flatMap(({ id, label, formula, definition }) =>
    ids.includes(id) ? [{ what: label[lang], is: `${formula[lang]}\n${definition[lang]}` }] : [],
  );

/** All tables of this sheet stand on the same seven columns. */
const GRID = [22, 9, 9, 8, 8, 8, 34] as const;

/** The sheet that says what the others rest on: the files, the documents, what must be said of the whole, and what the words mean. */
export function aboutSheet(about: About): ReportSheet {
  const { lang, title, inputs, notes, standards = [], definitions = [], documents = [], findings } = about;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const said = [
    ...(findings && findings.errors + findings.warnings > 0
      ? [
          say(
            `数据问题：错误 ${findings.errors}，警告 ${findings.warnings}（check 逐条列出）`,
            `Findings: ${findings.errors} errors, ${findings.warnings} warnings (check lists them)`,
          ),
        ]
      : []),
    ...notes,
  ];
  return {
    name: say('说明', 'About'),
    title: say(`说明：${title}`, `About: ${title}`),
    about: [],
    paper: 'portrait',
    isAbout: true,
    blocks: [
      ...(inputs.length === 0 ? [] : inputBlocks(inputs, lang)),
      ...standardsBlocks(standards, lang),
      ...(documents.length === 0 ? [] : [wordsBlock(say('依据', 'Documents'), documents)]),
      ...(said.length === 0 ? [] : [wordsBlock(say('须知', 'To be known'), said)]),
      ...(definitions.length === 0 ? [] : [definitionsBlock(definitions, lang)]),
      ...(about.hasVerdicts ? [wordsBlock(say('用词和颜色', 'Words and colours'), legend(lang))] : []),
    ],
  };
}

const wordsBlock = (title: string, lines: readonly string[]): SheetBlock => ({ kind: 'words', title, lines });

function inputBlocks(inputs: readonly Input[], lang: Lang): readonly SheetBlock[] {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const named = ({ file, sheet }: Input): string => (sheet === undefined ? file : `${file} [${sheet}]`);
  const columns: readonly SheetColumn[] = [
    { head: say('文件', 'File'), kind: 'text', width: GRID[0] },
    { head: say('表', 'Table'), kind: 'text', width: GRID[1] },
    { head: say('编码', 'Encoding'), kind: 'text', width: GRID[2] },
    { head: say('行', 'Rows'), kind: 'count', width: GRID[3] },
    { head: say('通过', 'Passed'), kind: 'count', width: GRID[4] },
    { head: say('未通过', 'Rejected'), kind: 'count', width: GRID[5] },
    { head: 'SHA-256', kind: 'hash', width: GRID[6] },
  ];
  const rows = inputs.map((input): SheetRow => {
    const { table } = input;
    return [
      named(input),
      table === 'profile' ? say('设置', 'profile') : tables[table].label[lang],
      input.encoding,
      ...(table === 'profile' ? [undefined, undefined, undefined] : [input.rows, input.accepted, input.rejected]),
      input.sha256,
    ];
  });
  const notes = inputs.flatMap((input) => input.notes.map((note) => `${named(input)}${say('：', ': ')}${note[lang]}`));
  return [
    { kind: 'table', title: say('输入文件', 'Files'), columns, rows },
    ...(notes.length === 0 ? [] : [wordsBlock(say('读入时的理解', 'What was understood in reading'), notes)]),
  ];
}

/** The standards that judged something, each once, and below them their documents: many stand in one. */
function standardsBlocks(standards: Iterable<AppliedStandard>, lang: Lang): readonly SheetBlock[] {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const columns: readonly SheetColumn[] = [
    { head: say('标准', 'Standard'), kind: 'text', width: GRID[0] },
    { head: say('界限', 'Limit'), kind: 'text', width: GRID[1] + GRID[2], span: 2 },
    { head: say('有效期', 'In force'), kind: 'text', width: GRID[3] + GRID[4], span: 2 },
    { head: say('文件', 'Document'), kind: 'text', width: GRID[5] },
    { head: say('代号', 'Id'), kind: 'text', width: GRID[6] },
  ];
  const documents = new Map<string, string>();
  const numberOf = (document: string): string => {
    const known = documents.get(document);
    if (known !== undefined) return known;
    const number = `[${documents.size + 1}]`;
    documents.set(document, number);
    return number;
  };
  const rows = new Map<string, SheetRow>();
  for (const { what, verdict } of standards) {
    const { standard, region, limit, from, until, source, amendments } = verdict;
    const key = `${what} ${standard} ${region} ${from} ${limit}`;
    if (rows.has(key)) continue;
    const document = [
      `${regionName(region)[lang]}${say('：', ': ')}${documentText(source, lang)}`,
      ...(source.url === undefined ? [] : [source.url]),
      ...amendments.map((amendment) => `* ${amendment}`),
    ].join('\n');
    rows.set(key, [what, limit, `${from} ${say('至', 'to')} ${until}`, numberOf(document), standard]);
  }
  if (rows.size === 0) return [];
  return [
    { kind: 'table', title: say('判定标准', 'Standards'), columns, rows: [...rows.values()] },
    wordsBlock(
      say('标准的文件', 'Documents of the standards'),
      [...documents].map(([document, number]) => `${number} ${document}`),
    ),
  ];
}

function definitionsBlock(definitions: NonNullable<About['definitions']>, lang: Lang): SheetBlock {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const rest = GRID.slice(1);
  return {
    kind: 'table',
    title: say('指标怎么算', 'How the metrics are computed'),
    columns: [
      { head: say('指标', 'Metric'), kind: 'text', width: GRID[0] },
      { head: say('算法', 'Formula'), kind: 'text', width: rest.reduce((sum, one) => sum + one, 0), span: rest.length },
    ],
    rows: definitions.map(({ what, is }): SheetRow => [what, is]),
  };
}

const legend = (lang: Lang): readonly string[] =>
  ({
    zh: [
      '达标：按标准达到了。未达标（红底）：没有达到。',
      '不能判定（黄底）：有空白或没有通过检查的行，所有可能的数里有的达标，有的不达标。',
      '无法评定：文件里没有这一列。空白或“不评”：没有标准评它。',
      '数前的 ≥ ≤：有一部分不清楚，真实的数至少、至多这么大。没有数的格是空的，原因写在备注里。',
      '改动结论一格的字，颜色会跟着变。',
    ],
    en: [
      'met: the standard is reached. not met (red): it is not.',
      'undetermined (yellow): cells are blank or rows were rejected, and some of the possible values pass while others do not.',
      'not assessable: the files have no such column. Blank or "not judged": no standard judges it.',
      '≥ and ≤ before a number: a part is not known, and the true number is at least, or at most, so large. A cell without a number is blank; the remarks say why.',
      'Write another verdict into a cell, and its colour follows.',
    ],
  })[lang];
