import type { Lang } from '../../vocabulary/text.ts';
import type { Sheet, SheetCriterion } from '../../report/assess/sheet.ts';
import type { DocumentBlock, Grid, GridCell } from '../../page/document.ts';
import { MET_NAMES } from '../../report/verdict.ts';
import { signOf } from './judged.ts';
import { TITLES } from './words.ts';

/** So many sheets are read at once; more are opened one by one. */
const OPEN = 1;

/** The acceptance sheet of each place: every criterion with its arithmetic, its verdict and how to pass. */
export const sheetBlocks = (sheets: readonly Sheet[], lang: Lang): readonly DocumentBlock[] =>
  sheets.length <= OPEN ? sheets.flatMap((sheet) => sheetOf(sheet, lang)) : sheets.map((sheet) => foldOf(sheet, lang));

function foldOf(sheet: Sheet, lang: Lang): DocumentBlock {
  const said = sheet.met === undefined ? (sheet.notJudged ?? TITLES.notJudged[lang]) : conclusion(sheet, lang);
  return { kind: 'fold', summary: [sheet.name, { text: said, tone: 'quiet' }], blocks: sheetOf(sheet, lang) };
}

function conclusion({ metName, counts }: Sheet, lang: Lang): string {
  const counted = (['yes', 'no', 'undetermined', 'not-assessable'] as const)
    .filter((met) => counts[met] > 0)
    .map((met) => `${MET_NAMES[met][lang]} ${counts[met]}`);
  return `${metName} (${counted.join({ zh: '，', en: ', ' }[lang])})`;
}

function sheetOf(sheet: Sheet, lang: Lang): readonly DocumentBlock[] {
  if (sheet.met === undefined) return [{ kind: 'paragraph', text: sheet.notJudged ?? TITLES.notJudged[lang] }];
  const { scheme, date, period, amendments } = sheet;
  const basis = {
    zh: `${period}；${scheme!.title}（${scheme!.document}），按 ${date} 的标准`,
    en: `${period}; ${scheme!.title} (${scheme!.document}), as in force on ${date}`,
  }[lang];
  const grid: Grid = {
    kind: 'grid',
    title: `${sheet.name} ${TITLES.sheets[lang]}`,
    isTitleQuiet: true,
    columns: [
      { head: { zh: '标准', en: 'Criterion' }[lang], as: 'name' },
      { head: { zh: '计算', en: 'Arithmetic' }[lang], as: 'text' },
      { head: TITLES.verdict[lang], as: 'place' },
      { head: { zh: '说明', en: 'Remarks' }[lang], as: 'text' },
    ],
    groups: [{ rows: sheet.criteria.map((criterion) => rowOf(criterion, lang)) }],
  };
  return [
    { kind: 'paragraph', text: basis, tone: 'quiet' },
    grid,
    { kind: 'paragraph', text: `${{ zh: '结论：', en: 'Conclusion: ' }[lang]}${conclusion(sheet, lang)}` },
    ...amendments.map((text) => ({ kind: 'paragraph', text: `* ${text}`, tone: 'quiet' }) as const),
  ];
}

function rowOf({ number, label, met, metName, parts, outside }: SheetCriterion, lang: Lang): readonly GridCell[] {
  const remarks = [
    ...parts.flatMap((part) => part.remarks),
    ...(outside.length > 0 ? [{ zh: `另需现场核实：${outside.join('；')}`, en: `on site: ${outside.join('; ')}` }[lang]] : []),
  ];
  return [
    { text: [{ text: String(number), tone: 'strong' }, `　${label}`] },
    { text: parts.map(({ arithmetic }) => arithmetic).join('\n') || '—' },
    { text: `${metName} `, sign: { ...signOf(met, lang), word: '' } },
    { text: remarks.join('\n') },
  ];
}
