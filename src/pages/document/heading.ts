import type { Period } from '../../vocabulary/period.ts';
import { PLACE_PARTS, lowestCommonPlace, placeName } from '../../vocabulary/place.ts';
import type { PlacePart } from '../../vocabulary/place.ts';
import type { Lang } from '../../vocabulary/text.ts';
import type { Document } from '../../page/document.ts';
import type { Inline } from '../../page/page.ts';
import type { FindingGroup } from '../../report/finding-groups.ts';
import type { ReportPlace } from '../../report/report.ts';
import { placeOf } from '../../report/place-names.ts';
import { TITLES } from './words.ts';

/** 2020 年, 2020 年 4 月 */
export function periodText(period: Period, lang: Lang): string {
  const [year, month] = period.split('-');
  if (lang === 'en') return period;
  return month === undefined ? `${year} 年` : `${year} 年 ${Number(month)} 月`;
}

/** Where all places lie: the smallest place that holds them, and its full name. Empty where they name none. */
export function regionOf(places: readonly Pick<ReportPlace, 'place'>[]): { readonly short: string; readonly full: string } {
  const known = places.map(({ place }) => placeOf(place)).filter((place) => PLACE_PARTS.some((part) => place[part] !== undefined));
  if (known.length === 0) return { short: '', full: '' };
  const common = lowestCommonPlace(known);
  const own = PLACE_PARTS.findLast((part) => common[part] !== undefined);
  return { short: own === undefined ? '' : common[own]!, full: own === undefined ? '' : placeName(common) };
}

const LARGER = { township: { zh: '个乡镇', en: 'townships' }, county: { zh: '个县', en: 'counties' } } as const;

/** 8 个乡镇: the larger places of several villages, where there are several. */
export function largerPlaces(places: readonly Pick<ReportPlace, 'place'>[], lang: Lang): string | undefined {
  for (const part of ['township', 'county'] as const satisfies readonly PlacePart[]) {
    const names = new Set(
      places.map(({ place }) => [place.province, place.city, place.county, part === 'township' ? place.township : ''].join('\u001f')),
    );
    const isNamed = places.every(({ place }) => place[part] !== null);
    if (isNamed && names.size > 1 && names.size < places.length) return `${names.size} ${LARGER[part][lang]}`;
  }
  return undefined;
}

/** That rows were rejected or warned of, with the way to what was found. */
export function warningOf(
  findings: { readonly errors: number; readonly warnings: number },
  rejected: number,
  hasSection: boolean,
  lang: Lang,
): Document['warning'] {
  const { errors, warnings } = findings;
  if (errors + warnings + rejected === 0) return undefined;
  const parts = {
    zh: [
      ...(rejected > 0 ? [`${rejected} 行未通过检查，没有计入`] : []),
      ...(errors > 0 ? [`${errors} 处错误`] : []),
      ...(warnings > 0 ? [`${warnings} 个警告`] : []),
    ],
    en: [
      ...(rejected > 0 ? [`${rejected} ${rejected === 1 ? 'row' : 'rows'} rejected and not counted`] : []),
      ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
      ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
    ],
  }[lang];
  return {
    title: TITLES.incomplete[lang],
    text: { zh: `${parts.join('；')}。`, en: `${parts.join('; ')}.` }[lang],
    link: hasSection
      ? { to: 'findings', text: { zh: '看问题', en: 'See the findings' }[lang] }
      : { to: 'basis', text: { zh: '看依据', en: 'See the basis' }[lang] },
  };
}

/** How many findings there are, in words. */
export function findingsAbout(groups: readonly FindingGroup[], lang: Lang): string {
  const count = (severity: string): number =>
    groups.filter(({ first }) => first.severity === severity).reduce((sum, group) => sum + group.count, 0);
  return {
    zh: `错误 ${count('error')}，警告 ${count('warning')}，提示 ${count('note')}。错误的行不计入；警告的行照常计入。`,
    en: `${count('error')} errors, ${count('warning')} warnings, ${count('note')} notes. Rows with errors are not counted; rows with warnings are.`,
  }[lang];
}

/** A sentence whose numbers stand out. */
export const strongNumbers = (text: string | undefined): Inline | undefined =>
  text?.split(/(\d+(?:,\d{3})*)/u).map((part, at) => (at % 2 === 1 ? { text: part, tone: 'strong' as const } : part));
