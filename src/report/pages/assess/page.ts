import { Chalk } from 'chalk';
import type { Met } from '../../../measure/judge.ts';
import type { Lang } from '../../../vocabulary/text.ts';
import { draw, fill, tableWidth, widest } from '../../draw.ts';
import type { Surface } from '../../format.ts';
import { MET_NAMES } from '../../verdict.ts';
import type { Sheet, SheetCriterion } from '../../assess/sheet.ts';

type Style = InstanceType<typeof Chalk>;

const HEADINGS = {
  zh: ['', '指标', '计算', '结论', '说明'],
  en: ['', 'Criterion', 'Arithmetic', 'Verdict', 'Remarks'],
} as const;

/** Columns of the criterion's name, its arithmetic and its verdict; the remarks take what is left. */
const WIDTHS = { zh: { label: 12, arithmetic: 23, verdict: 8 }, en: { label: 12, arithmetic: 22, verdict: 12 } } as const;
const NARROWEST_REMARKS = 16;

const COLORS: Readonly<Record<Met, 'green' | 'red' | 'yellow'>> = {
  yes: 'green',
  no: 'red',
  undetermined: 'yellow',
  'not-assessable': 'yellow',
};

/** Acceptance sheets for people: a block for each place, a row for each criterion, the verdict on the whole last. */
export function sheetsAsTable(sheets: readonly Sheet[], lang: Lang, { width, color }: Surface): string {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const feet = [...new Set(sheets.flatMap(({ amendments }) => amendments))].map((text) => fill(`* ${text}`, width, lang));
  return `${[...sheets.map((sheet) => block(sheet, lang, width, chalk)), ...(feet.length > 0 ? [feet.join('\n')] : [])].join('\n\n')}\n`;
}

function block(sheet: Sheet, lang: Lang, width: number, chalk: Style): string {
  const title = chalk.bold(`${sheet.name} ${sheet.period}`);
  if (sheet.notJudged !== undefined) return `${title}\n${fill(sheet.notJudged, width, lang)}`;
  const { scheme, date, criteria } = sheet;
  const by = { zh: `${scheme!.title}，按 ${date} 的标准`, en: `${scheme!.title}, as in force on ${date}` }[lang];
  const { label, arithmetic, verdict } = WIDTHS[lang];
  const number = widest(criteria.map((one) => String(one.number)));
  const remarks = Math.max(NARROWEST_REMARKS, width - tableWidth([number, label, arithmetic, verdict, 0]));
  const rows = criteria.map((criterion) => [
    String(criterion.number),
    criterion.label,
    criterion.parts.map((part) => part.arithmetic).join('\n') || '—',
    chalk[COLORS[criterion.met]](criterion.metName),
    remarksOf(criterion, lang).join('\n'),
  ]);
  const drawn = draw(
    HEADINGS[lang],
    rows,
    [number, label, arithmetic, verdict, remarks],
    ['right', 'left', 'left', 'left', 'left'],
    lang,
    false,
  );
  return [title, fill(by, width, lang), fill(scheme!.document, width, lang), drawn, conclusion(sheet, lang, width, chalk)].join('\n');
}

/** What stands beside a criterion: how to pass, what is not known, what is left out, and what only a visit can tell. */
export const remarksOf = ({ parts, outside }: SheetCriterion, lang: Lang): readonly string[] => [
  ...parts.flatMap(({ remarks }) => remarks),
  ...(outside.length > 0 ? [{ zh: `另需现场核实：${outside.join('；')}`, en: `on site: ${outside.join('; ')}` }[lang]] : []),
];

function conclusion({ met, metName, counts, criteria }: Sheet, lang: Lang, width: number, chalk: Style): string {
  const separator = { zh: '，', en: ', ' }[lang];
  const counted = (Object.entries(counts) as [Met, number][])
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${MET_NAMES[kind][lang]} ${count}`);
  const onSite = criteria.filter((one) => one.met === 'yes' && one.outside.length > 0).length;
  const seen =
    onSite === 0 ? '' : { zh: `；达标的有 ${onSite} 项另需现场核实`, en: `; ${onSite} of those met are to be seen on site as well` }[lang];
  const words = {
    zh: `结论：${metName}（${counted.join(separator)}${seen}）`,
    en: `Conclusion: ${metName} (${counted.join(separator)}${seen})`,
  }[lang];
  return fill(chalk[COLORS[met!]](words), width, lang);
}
