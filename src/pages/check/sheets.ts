import { shownValueOf, wording } from '../../input/finding.ts';
import { textIn } from '../../vocabulary/text.ts';
import type { Finding } from '../../input/finding.ts';
import { tables } from '../../tables/index.ts';
import type { Input } from '../../tally/tally.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { aboutSheet } from '../sheets/about-sheet.ts';
import { columnLabel, columnName } from '../../report/column-text.ts';
import { namedColumns } from '../sheets/named-column.ts';
import { SEVERITY_NAMES, withheldText } from '../../report/findings-text.ts';
import type { ReportSheet, ReportWorkbook, SheetRow } from '../../page/sheets.ts';
import { workbookOf } from '../sheets/sheet-words.ts';
import { shownOf } from './checked.ts';
import type { Checked } from './checked.ts';

/** A check as a workbook: what is wrong, how each file was read, and what each of its headings was taken for. */
export function checkSheets(checked: Checked): ReportWorkbook {
  const { inputs, counts, lang } = checked;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const title = say('数据检查', 'Check of the data');
  return workbookOf(lang, [
    findingsSheet(checked, title),
    filesSheet(inputs, title, lang),
    headingsSheet(inputs, title, lang),
    aboutSheet({
      lang,
      title,
      inputs,
      notes: [
        countsText(counts, lang),
        say('错误的行不计入；警告的行照常计入。', 'Rows with errors are not counted; rows with warnings are.'),
      ],
      hasVerdicts: false,
    }),
  ]);
}

const countsText = (counts: Checked['counts'], lang: Lang): string =>
  ({
    zh: `错误 ${counts.error}，警告 ${counts.warning}，提示 ${counts.note}${counts.accepted > 0 ? `，其中已接受 ${counts.accepted}` : ''}`,
    en: `errors ${counts.error}, warnings ${counts.warning}, notes ${counts.note}${counts.accepted > 0 ? `, ${counts.accepted} of them accepted` : ''}`,
  })[lang];

/** How many columns are printed: what is wrong, and how it is mended. The value and the key stand in the message too. */
const PRINTED = 7;

function findingsSheet(checked: Checked, title: string): ReportSheet {
  const { lang, counts, withAccepted } = checked;
  const column = namedColumns(lang);
  return {
    name: { zh: '数据问题', en: 'Findings' }[lang],
    title,
    about: [countsText(counts, lang)],
    blocks: [
      {
        kind: 'table',
        columns: [
          column('severity', 'text', 9),
          column('file', 'text', 20),
          column('row', 'count', 7),
          column('column', 'text', 22),
          column('message', 'text', 48),
          column('hint', 'text', 36),
          column('code', 'text', 20),
          column('value', 'code', 16),
          column('key', 'code', 22),
          column('line', 'count', 9),
          ...(withAccepted ? [column('accepted', 'text', 24)] : []),
        ],
        rows: findingRows(checked),
      },
    ],
    paper: 'landscape',
    printed: PRINTED,
  };
}

async function* findingRows(checked: Checked): AsyncGenerator<SheetRow> {
  const { lang } = checked;
  const findings = shownOf(checked);
  let next = await findings.next();
  for (; next.done !== true; next = await findings.next()) yield findingRow(next.value, lang);
  if (next.value > 0) yield [undefined, undefined, undefined, undefined, withheldText(next.value, lang)];
}

function findingRow(finding: Finding, lang: Lang): SheetRow {
  const { severity, file, sheet, row, column: id, code, key, line, accepted } = finding;
  const { message, hint } = wording(finding);
  return [
    SEVERITY_NAMES[severity][lang],
    named(file, sheet),
    row,
    id === undefined ? undefined : columnName(id, lang),
    message[lang],
    hint[lang],
    code,
    textIn(shownValueOf(finding), lang),
    key,
    line,
    accepted,
  ];
}

const named = (file: string, sheet: string | undefined): string => (sheet === undefined ? file : `${file} [${sheet}]`);

const tableName = ({ table }: Input, lang: Lang): string =>
  table === 'profile' ? { zh: '设置', en: 'profile' }[lang] : tables[table].label[lang];

/** How each file was read. */
function filesSheet(inputs: readonly Input[], title: string, lang: Lang): ReportSheet {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const column = namedColumns(lang);
  return {
    name: say('文件', 'Files'),
    title: say(`${title}：文件`, `${title}: files`),
    about: [],
    blocks: [
      {
        kind: 'table',
        columns: [
          column('file', 'text', 34),
          { head: say('表', 'Table'), kind: 'text', width: 12 },
          { head: say('编码', 'Encoding'), kind: 'text', width: 12 },
          { head: say('行', 'Rows'), kind: 'count', width: 9 },
          { head: say('通过', 'Passed'), kind: 'count', width: 9 },
          { head: say('未通过', 'Rejected'), kind: 'count', width: 9 },
          { head: say('读入时的理解', 'What was understood in reading'), kind: 'text', width: 70 },
        ],
        rows: inputs.map((input): SheetRow => [
          named(input.file, input.sheet),
          tableName(input, lang),
          input.encoding,
          input.rows,
          input.accepted,
          input.rejected,
          input.notes.map((note) => note[lang]).join('\n'),
        ]),
      },
    ],
    paper: 'landscape',
  };
}

/** What each heading was taken for. */
function headingsSheet(inputs: readonly Input[], title: string, lang: Lang): ReportSheet {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const column = namedColumns(lang);
  return {
    name: say('列对照', 'Headings'),
    title: say(`${title}：列对照`, `${title}: headings`),
    about: [],
    blocks: [
      {
        kind: 'table',
        columns: [
          column('file', 'text', 28),
          { head: say('表头', 'Heading'), kind: 'text', width: 32 },
          { head: say('读作', 'Read as'), kind: 'text', width: 30 },
          { head: say('列名', 'Column'), kind: 'text', width: 30 },
          { head: say('数值乘以', 'Numbers times'), kind: 'count', width: 12 },
          { head: say('反问', 'Asks the opposite'), kind: 'text', width: 12 },
        ],
        rows: inputs.flatMap(({ file, sheet, table, columns }) =>
          columns.map(({ heading, column: id, factor, inverted }): SheetRow => [
            named(file, sheet),
            heading,
            table === 'profile' ? id : columnLabel(table, id)[lang],
            id,
            factor,
            inverted ? say('是', 'yes') : undefined,
          ]),
        ),
      },
    ],
    paper: 'landscape',
  };
}
