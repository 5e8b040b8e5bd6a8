import type { Lang } from '../../vocabulary/text.ts';
import { dataColumn } from '../../page/data-columns.ts';
import type { ReportSheet, SheetBlock, SheetRow, SheetValue } from '../../page/sheets.ts';
import type { StatusReport } from '../../report/trend/status-report.ts';

/** What became of the households, a sheet for each pair of periods. */
export const householdSheets = (all: readonly StatusReport[], lang: Lang): readonly ReportSheet[] =>
  all.map((changes) => {
    const say = (zh: string, en: string): string => ({ zh, en })[lang];
    const { from, to, vanishedWithVillage } = changes;
    return {
      name: all.length === 1 ? say('户的变化', 'Households') : say(`户的变化 ${from}—${to}`, `Households ${from}-${to}`),
      title: say(`户的变化 ${from} → ${to}`, `Households ${from} → ${to}`),
      about: [],
      blocks: [
        matrixBlock(changes, 'households', lang),
        matrixBlock(changes, 'persons', lang),
        namedBlock(changes, lang),
        ...(vanishedWithVillage === 0 ? [] : [vanishedBlock(changes, lang)]),
        ...renamedBlocks(changes, lang),
        ...movedBlocks(changes, lang),
      ],
      paper: 'landscape',
    };
  });

const FIRST = 34;
const WIDTH = 15;

const persons = (count: number, { personsAtLeast }: StatusReport): SheetValue =>
  personsAtLeast ? { value: count, bound: 'at-least' } : count;

/** From each status to each: a row per status before, a column per status after. */
function matrixBlock(changes: StatusReport, of: 'households' | 'persons', lang: Lang): SheetBlock {
  const { rows, columns, cells, from, to } = changes;
  return {
    kind: 'table',
    title: { zh: of === 'households' ? '户数' : '人数', en: of === 'households' ? 'Households' : 'Persons' }[lang],
    columns: [
      { head: `${from} ＼ ${to}`, kind: 'text', width: FIRST },
      ...columns.map(({ name }) => ({ head: name, kind: 'count' as const, width: WIDTH })),
    ],
    rows: rows.map(({ status, name }): SheetRow => [
      name,
      ...columns.map((column) => {
        const cell = cells.find((one) => one.from === status && one.to === column.status);
        return cell && (of === 'households' ? cell.households : persons(cell.persons, changes));
      }),
    ]),
  };
}

const namedBlock = (changes: StatusReport, lang: Lang): SheetBlock => ({
  kind: 'table',
  columns: [
    { head: { zh: '变化', en: 'Change' }[lang], kind: 'text', width: FIRST },
    { head: dataColumn('households').label[lang], kind: 'count', width: WIDTH },
    { head: dataColumn('persons').label[lang], kind: 'count', width: WIDTH },
  ],
  rows: changes.named.map(({ name, households, persons: count }): SheetRow => [name, households, persons(count, changes)]),
});

const vanishedBlock = ({ vanishedWithVillage, to }: StatusReport, lang: Lang): SheetBlock => ({
  kind: 'words',
  lines: [
    {
      zh: `消失的户中有 ${vanishedWithVillage} 户，所在的村在 ${to} 的户表里没有任何户：可能少给了文件`,
      en: `${vanishedWithVillage} of the vanished are of villages without any household in ${to}: a file may be missing`,
    }[lang],
  ],
});

function renamedBlocks({ renamed, from, to }: StatusReport, lang: Lang): readonly SheetBlock[] {
  if (renamed.length === 0) return [];
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  return [
    {
      kind: 'table',
      title: say('疑似改号（请核对，未计入以上数字）', 'Ids that look renamed (to be checked; the figures above go by the id)'),
      columns: [
        { head: dataColumn('household_id').label[lang] + say(`（${from}）`, ` (${from})`), kind: 'code', width: FIRST },
        { head: dataColumn('household_id').label[lang] + say(`（${to}）`, ` (${to})`), kind: 'code', width: 2 * WIDTH, span: 2 },
        { head: say('村', 'Village'), kind: 'text', width: WIDTH },
        { head: say('为什么', 'Why'), kind: 'text', width: WIDTH },
      ],
      rows: renamed.map(({ from: old, to: now, village, likenessName }): SheetRow => [old, now, village.name, likenessName]),
    },
  ];
}

function movedBlocks({ moved, from, to }: StatusReport, lang: Lang): readonly SheetBlock[] {
  if (moved.length === 0) return [];
  return [
    {
      kind: 'table',
      title: { zh: '前后两期在不同村的户', en: 'Households in another village than before' }[lang],
      columns: [
        { head: dataColumn('household_id').label[lang], kind: 'code', width: FIRST },
        { head: from, kind: 'text', width: 2 * WIDTH, span: 2 },
        { head: to, kind: 'text', width: 2 * WIDTH, span: 2 },
      ],
      rows: moved.map(({ id, from: before, to: after }): SheetRow => [id, before.name, after.name]),
    },
  ];
}
