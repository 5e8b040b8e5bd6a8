import type { Lang } from '../../vocabulary/text.ts';
import type { Sheet } from '../../report/assess/sheet.ts';
import type { ReportSheet, SheetBlock, SheetColumn, SheetRow } from '../../page/sheets.ts';
import { conclusionText, remarksOf } from './page.ts';

/** The sheet of each place as it is signed, one on a page. */
export function formsSheet(sheets: readonly Sheet[], lang: Lang): ReportSheet {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const columns: readonly SheetColumn[] = [
    { head: say('项', 'No.'), kind: 'count', width: 5 },
    { head: say('标准', 'Criterion'), kind: 'text', width: 24 },
    { head: say('计算', 'Arithmetic'), kind: 'text', width: 30 },
    { head: say('结论', 'Verdict'), kind: 'verdict', width: lang === 'zh' ? 10 : 13 },
    { head: say('说明', 'Remarks'), kind: 'note', width: 28 },
  ];
  return {
    name: say('验收表', 'Sheets'),
    title: say('退出验收表', 'Exit acceptance sheets'),
    about: [],
    blocks: sheets.flatMap((sheet, at): readonly SheetBlock[] => {
      const title = `${sheet.name} ${sheet.period}`;
      const beginsPage = at > 0;
      if (sheet.notJudged !== undefined) return [{ kind: 'words', title, lines: [sheet.notJudged], beginsPage }];
      const rows = sheet.criteria.map((criterion): SheetRow => [
        criterion.number,
        criterion.label,
        criterion.parts.map(({ arithmetic }) => arithmetic).join('\n'),
        criterion.metName,
        remarksOf(criterion, lang).join('\n'),
      ]);
      return [
        { kind: 'table', title, columns, rows, beginsPage },
        { kind: 'words', lines: [conclusionText(sheet, lang)] },
      ];
    }),
    paper: 'portrait',
  };
}
