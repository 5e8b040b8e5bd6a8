import { dataColumn } from '../../page/data-columns.ts';
import type { ReportSheet, SheetColumn, SheetRow } from '../../page/sheets.ts';
import { groupText } from '../../report/finding-groups.ts';
import type { FindingGroup } from '../../report/finding-groups.ts';
import type { Lang } from '../../vocabulary/text.ts';

/** What is wrong with the files of a result, by kind; one by one it is for `check`. No sheet where nothing is. */
export function findingGroupsSheet(groups: readonly FindingGroup[], title: string, lang: Lang): readonly ReportSheet[] {
  if (groups.length === 0) return [];
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const columns: readonly SheetColumn[] = [
    { head: dataColumn('severity').label[lang], kind: 'text', width: 9 },
    { head: say('条数', 'Count'), kind: 'count', width: 8 },
    { head: dataColumn('message').label[lang], kind: 'text', width: 50 },
    { head: say('在哪里', 'Where'), kind: 'text', width: 36 },
    { head: dataColumn('hint').label[lang], kind: 'text', width: 40 },
    { head: dataColumn('code').label[lang], kind: 'text', width: 20 },
    { head: dataColumn('accepted').label[lang], kind: 'text', width: 24, isOptional: true },
  ];
  const rowOf = (group: FindingGroup): SheetRow => {
    const { level, count, what, where, hint, accepted } = groupText(group, lang);
    return [level, count, what, where, hint, group.first.code, accepted];
  };
  return [
    {
      name: say('数据问题', 'Findings'),
      title: say(`${title}：数据问题`, `${title}: findings`),
      about: [
        say(
          '按类归并。错误的行不计入；警告的行照常计入。逐条：check … -o 数据问题.xlsx',
          'By kind. Rows with errors are not counted; rows with warnings are. One by one: check … -o findings.xlsx',
        ),
      ],
      blocks: [{ kind: 'table', columns, rows: groups.map(rowOf) }],
      paper: 'landscape',
    },
  ];
}
