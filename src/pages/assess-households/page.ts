import { MET } from '../../measure/judge.ts';
import type { Met } from '../../measure/judge.ts';
import type { Scheme } from '../../standards/standard.ts';
import { periodEnd } from '../../vocabulary/period.ts';
import type { IsoDate } from '../../vocabulary/period.ts';
import { placeName } from '../../vocabulary/place.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { columnText } from '../../report/column-text.ts';
import { plainTable } from '../../page/page.ts';
import type { Block, Column } from '../../page/page.ts';
import { remarkText } from '../../report/assess/households.ts';
import { MET_NAMES, amendmentText, unjudgedText } from '../../report/verdict.ts';
import type { JudgedHousehold, OpenCriterion } from '../../rows/judged-households.ts';

/** Households to be written out: all of a period, or those alone that do not meet everything. */
export interface HouseholdSheets {
  readonly households: readonly JudgedHousehold[];
  readonly onlyUnmet: boolean;
  /** The numbers of the criteria of all schemes that judge households. */
  readonly criteria: readonly number[];
  readonly lang: Lang;
  readonly asOf: IsoDate | undefined;
}

export const shownOf = ({ households, onlyUnmet }: HouseholdSheets): readonly JudgedHousehold[] =>
  onlyUnmet ? households.filter(({ met }) => met !== 'yes') : households;

const HEADINGS = {
  zh: ['户编号', '户主', '人数', '结论', '没有达标、不清楚的指标'],
  en: ['Household', 'Head', 'Persons', 'Verdict', 'Criteria not met or not known'],
} as const;

const NARROWEST_CRITERIA = 20;

/** For people: a table for each village, a row for each household, the counts last. */
export function* householdsPage(sheets: HouseholdSheets): Iterable<Block> {
  const { lang } = sheets;
  const villages = new Map<string, JudgedHousehold[]>();
  for (const one of shownOf(sheets)) {
    const name = placeName(one.place);
    const known = villages.get(name);
    if (known) known.push(one);
    else villages.set(name, [one]);
  }
  const last = HEADINGS[lang].length - 1;
  const columns = HEADINGS[lang].map((head, at): Column => ({
    head,
    align: at === PERSONS ? 'right' : 'left',
    room: at === last ? { as: 'rest', least: NARROWEST_CRITERIA } : { as: 'whole' },
  }));
  for (const [name, households] of villages) {
    yield { kind: 'title', level: 1, tone: 'strong', text: `${name} ${households[0]!.period}`, isApart: true };
    yield plainTable(
      columns,
      households.map((one) => [
        one.household,
        one.head,
        one.persons?.toString() ?? '',
        one.met ? MET_NAMES[one.met][lang] : '—',
        one.open.flatMap((criterion) => (criterion.met === 'not-assessable' ? [] : [openText(criterion, lang)])),
      ]),
    );
  }
  const head = headLines(sheets);
  for (const [at, text] of head.entries()) yield { kind: 'paragraph', text, isApart: at === 0 };
  for (const text of [...lackingOf(sheets), summary(sheets)]) yield { kind: 'paragraph', text, isApart: true };
}

/** Where the number of persons stands among the columns. */
const PERSONS = 2;

/** 9 人均纯收入 3000.00 ≤ 4000.00 */
export function openText({ number, label, met, remarks, settledBy }: OpenCriterion, lang: Lang): string {
  const why =
    remarks.length > 0
      ? remarks.map((remark) => remarkText(remark)[lang])
      : [
          label[lang],
          ...(met === 'no' || settledBy.length === 0
            ? []
            : [
                `${MET_NAMES[met][lang]}${{ zh: '：', en: ': ' }[lang]}${settledBy
                  .map((column) => columnText('households', column)[lang])
                  .join({ zh: '、', en: ', ' }[lang])}`,
              ]),
        ];
  return `${number} ${why.join({ zh: '，', en: ', ' }[lang])}`;
}

/** The schemes that households are judged by, with what is to be known of them, and why others are not judged. */
export function headLines({ households, lang, asOf }: HouseholdSheets): readonly string[] {
  const lines = new Set<string>();
  for (const { scheme, period } of households) {
    if ('reason' in scheme) {
      lines.add(unjudgedText('household-exit', asOf ?? periodEnd(period), scheme)[lang]);
      continue;
    }
    for (const line of schemeLines(scheme.scheme, lang)) lines.add(line);
    for (const amendment of scheme.amendments) lines.add(`* ${amendmentText(amendment)[lang]}`);
  }
  return [...lines];
}

/** Criteria that the files say nothing about, with the columns that would settle them: said once, not for every household. */
function lackingOf({ households, lang }: HouseholdSheets): readonly string[] {
  const lacking = new Map<string, number>();
  for (const { open } of households) {
    for (const criterion of open) {
      if (criterion.met !== 'not-assessable') continue;
      const text = openText(criterion, lang);
      lacking.set(text, (lacking.get(text) ?? 0) + 1);
    }
  }
  return [...lacking].map(([text, count]) => ({ zh: `${text}（${count} 户）`, en: `${text} (${count} households)` })[lang]);
}

function schemeLines({ title, source, criteria }: Scheme, lang: Lang): readonly string[] {
  const document = `${source.issuer}《${source.title}》${source.number ?? ''}`;
  const numbered = criteria.map(({ number, label }) => `${number} ${label[lang]}`).join({ zh: '；', en: '; ' }[lang]);
  return [`${title[lang]}${{ zh: '，', en: ', ' }[lang]}${document}`, numbered];
}

export const countOf = (households: readonly JudgedHousehold[], met: Met): number => households.filter((one) => one.met === met).length;

/** How many households there are, and how they are judged. */
export function summary({ households, lang }: HouseholdSheets): string {
  const counts = MET.map((met) => [met, countOf(households, met)] as const).filter(([, count]) => count > 0);
  const words = counts.map(([met, count]) => `${MET_NAMES[met][lang]} ${count}`).join({ zh: '，', en: ', ' }[lang]);
  return {
    zh: `共 ${households.length} 户建档立卡贫困户${words ? `：${words}` : ''}`,
    en: `${households.length} registered ${households.length === 1 ? 'household' : 'households'}${words ? `: ${words}` : ''}`,
  }[lang];
}
