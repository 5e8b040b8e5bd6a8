import { placesOf } from '../../vocabulary/terms.ts';
import type { Sheet } from '../../report/assess/sheet.ts';
import type { DocumentBlock, GridCell } from '../../page/document.ts';
import type { Report } from '../../report/report.ts';
import { summaryOf } from '../../report/summary.ts';
import type { MetCounts } from '../../report/summary.ts';
import { MET_NAMES } from '../../report/verdict.ts';
import { sheetCounts } from './acceptance-counts.ts';
import { placeOf } from '../../report/place-names.ts';
import { groupsOf } from './place-groups.ts';
import { MOST_PLACES } from './spread.ts';
import { TITLES } from './words.ts';

/** Whether there are too many places to be shown one by one. */
export const areMany = ({ places }: Pick<Report, 'places'>): boolean => places.length > MOST_PLACES;

/** In place of a row per place: a row per larger place with its counts, and which narrower report holds the places. */
export function manyPlacesBlocks(report: Report, sheets: readonly Sheet[]): readonly DocumentBlock[] {
  const { places, lang, by, terms } = report;
  const groups = groupsOf(places, lang);
  const ofSheets = new Map(groupsOf(sheets, lang).map(({ name, places: own }) => [name, sheetCounts(own)]));
  const judged = summaryOf(report).judged.map(({ metric }) => metric);
  const rows = groups.map(({ name, places: own }): readonly GridCell[] => {
    const { judged: counted } = summaryOf({ metrics: report.metrics, places: own });
    return [
      { text: name },
      { text: String(own.length), order: own.length },
      ...(sheets.length > 0 ? [countCell(ofSheets.get(name))] : []),
      ...judged.map((metric) => countCell(counted.find((one) => one.metric.id === metric.id)?.counts)),
    ];
  });
  const example = exampleOf(report);
  const sentence = {
    zh: `这里有 ${places.length} 个地方，逐个列出太长。要看一个地方各村的数值和逐项结论，请只要它的报告：report … --place ${example} -o ${example}.html；全部数值用 -o 月报.xlsx。`,
    en: `${placesOf(by === 'helper-unit' ? 'all' : by, places.length, terms, lang)} are too many to be listed one by one. For the numbers and verdicts of those of one place ask for its report: report … --place ${example} -o ${example}.html; for all numbers: -o report.xlsx.`,
  }[lang];
  const under = [MET_NAMES.yes, MET_NAMES.no, MET_NAMES.undetermined].map((name) => name[lang]).join('/');
  return [
    { kind: 'paragraph', text: sentence },
    {
      kind: 'grid',
      title: { zh: '按所在地汇总', en: 'By larger place' }[lang],
      isTitleQuiet: true,
      columns: [
        { head: TITLES.within[lang], as: 'name' },
        { head: { zh: '个数', en: 'Places' }[lang], as: 'number' },
        ...(sheets.length > 0 ? [{ head: TITLES.acceptance[lang], under, as: 'number' } as const] : []),
        ...judged.map((metric) => ({ head: metric.label, under, as: 'number' }) as const),
      ],
      groups: [{ rows }],
      isSortable: true,
    },
  ];
}

const countCell = (counts: MetCounts | undefined): GridCell =>
  counts ? { text: `${counts.met}/${counts.notMet}/${counts.undetermined}`, order: counts.notMet } : { text: '—' };

/** A larger place of the report, to show how to ask for it. */
function exampleOf({ places }: Report): string {
  const { township, county, province } = placeOf(places[0]!.place);
  return township ?? county ?? province ?? '…';
}
