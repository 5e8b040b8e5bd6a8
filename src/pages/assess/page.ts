import type { Met } from '../../measure/judge.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { plainTable } from '../../page/page.ts';
import type { Block, Column } from '../../page/page.ts';
import { MET_NAMES, MET_TONES } from '../../report/verdict.ts';
import { matrixPage } from './matrix.ts';
import type { Sheet, SheetCriterion } from '../../report/assess/sheet.ts';

const HEADINGS = {
  zh: ['', '指标', '计算', '结论', '说明'],
  en: ['', 'Criterion', 'Arithmetic', 'Verdict', 'Remarks'],
} as const;

/** Columns of the criterion's name, its arithmetic and its verdict; the remarks take what is left. */
const WIDTHS = { zh: { label: 12, arithmetic: 23, verdict: 8 }, en: { label: 12, arithmetic: 22, verdict: 12 } } as const;
const NARROWEST_REMARKS = 16;

/** Of more places than this, a line for each stands in the place of its sheet. */
const FEW = 5;

/** Acceptance for people: of many places a matrix, of few, or where it is asked for, the sheet of each. */
export const sheetsPage = (sheets: readonly Sheet[], lang: Lang, each: boolean): Iterable<Block> =>
  !each && sheets.length > FEW ? matrixPage(sheets, lang) : sheetsOnly(sheets, lang);

/** A table for each place, a row for each criterion, the verdict on the whole last. */
function* sheetsOnly(sheets: readonly Sheet[], lang: Lang): Iterable<Block> {
  for (const [index, sheet] of sheets.entries()) yield* sheetBlocks(sheet, lang, index > 0);
  const feet = [...new Set(sheets.flatMap(({ amendments }) => amendments))];
  for (const [index, text] of feet.entries()) yield { kind: 'paragraph', text: `* ${text}`, isApart: index === 0 };
}

function* sheetBlocks(sheet: Sheet, lang: Lang, isApart: boolean): Iterable<Block> {
  yield { kind: 'title', level: 1, tone: 'strong', text: `${sheet.name} ${sheet.period}`, isApart };
  if (sheet.notJudged !== undefined) {
    yield { kind: 'paragraph', text: sheet.notJudged };
    return;
  }
  const { scheme, date, criteria } = sheet;
  yield { kind: 'paragraph', text: { zh: `${scheme!.title}，按 ${date} 的标准`, en: `${scheme!.title}, as in force on ${date}` }[lang] };
  yield { kind: 'paragraph', text: scheme!.document };
  const { label, arithmetic, verdict } = WIDTHS[lang];
  const [number, ...others] = HEADINGS[lang];
  const rooms: readonly Column['room'][] = [
    { as: 'fixed', width: label },
    { as: 'fixed', width: arithmetic },
    { as: 'fixed', width: verdict },
    { as: 'rest', least: NARROWEST_REMARKS },
  ];
  const columns: readonly Column[] = [
    { head: number, align: 'right', room: { as: 'whole' } },
    ...others.map((head, at): Column => ({ head, align: 'left', room: rooms[at]! })),
  ];
  const rows = criteria.map((criterion) => [
    String(criterion.number),
    criterion.label,
    criterion.parts.length > 0 ? criterion.parts.map((part) => part.arithmetic) : '—',
    [{ text: criterion.metName, tone: MET_TONES[criterion.met] }],
    remarksOf(criterion, lang),
  ]);
  yield plainTable(columns, rows, { isRuled: true });
  yield conclusion(sheet, lang);
}

/** What stands beside a criterion: how to pass, what is not known, what is left out, and what only a visit can tell. */
export const remarksOf = ({ parts, outside }: SheetCriterion, lang: Lang): readonly string[] => [
  ...parts.flatMap(({ remarks }) => remarks),
  ...(outside.length > 0 ? [{ zh: `另需现场核实：${outside.join('；')}`, en: `on site: ${outside.join('; ')}` }[lang]] : []),
];

/** The verdict on the whole, how many criteria are met and how not. */
export function conclusionText({ metName, counts, criteria }: Sheet, lang: Lang): string {
  const separator = { zh: '，', en: ', ' }[lang];
  const counted = (Object.entries(counts) as [Met, number][])
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${MET_NAMES[kind][lang]} ${count}`);
  const onSite = criteria.filter((one) => one.met === 'yes' && one.outside.length > 0).length;
  const seen =
    onSite === 0 ? '' : { zh: `；达标的有 ${onSite} 项另需现场核实`, en: `; ${onSite} of those met are to be seen on site as well` }[lang];
  return {
    zh: `结论：${metName}（${counted.join(separator)}${seen}）`,
    en: `Conclusion: ${metName} (${counted.join(separator)}${seen})`,
  }[lang];
}

const conclusion = (sheet: Sheet, lang: Lang): Block => ({
  kind: 'paragraph',
  text: [{ text: conclusionText(sheet, lang), tone: MET_TONES[sheet.met!] }],
});
