import { PROVINCES, codeOfProvince } from '../vocabulary/province.ts';
import type { Place } from '../vocabulary/place.ts';
import type { PartOfTheCountry } from './standard.ts';

/** The region of every rule that holds for the whole country. */
export const NATION = 'CN';

/**
 * The west (西部): the twelve of 国发〔2000〕33号 (2000-10-26), 国务院关于实施西部大开发若干政策措施的通知.
 * The three prefectures that enjoy its policies (恩施, 湘西, 延边) lie in provinces of the centre and the north-east, and were judged by the centre's number.
 */
export const WEST = {
  source: { title: '国务院关于实施西部大开发若干政策措施的通知', number: '国发〔2000〕33号', from: '2000-10-26' },
  codes: ['50', '51', '52', '53', '54', '61', '62', '64', '63', '65', '15', '45'],
} as const;

/** A region that an office names itself: `lumara`, `lumara-north`, `LM-04`. It lies in the regions that its id begins with, and in no country of ours. */
const OWN_REGION = /^[A-Za-z][A-Za-z0-9]*(?:[-_.:/][A-Za-z0-9]+)*$/;

/** Whether a region is one that an office names itself, outside GB/T 2260. The nation and the names of provinces are none. */
export const isOwnRegion = (code: string): boolean =>
  OWN_REGION.test(code) && !/^cn(?:$|[^a-z0-9])/iu.test(code) && codeOfProvince(code) === undefined;

/** Whether a code is a region: `CN`, the beginning of a code of GB/T 2260 (`45`, `4511`, `451122`), or an office's own. */
export const isRegion = (code: string): boolean =>
  code === NATION ||
  (/^(?:\d{2}|\d{4}|\d{6})$/.test(code) && PROVINCES.some((province) => code.startsWith(province.code))) ||
  isOwnRegion(code);

/**
 * The region whose standards hold for a place, told by its village code, else by the province's name.
 * Undefined where neither says it: a county's name alone never does, because counties of one name lie in several provinces.
 */
export function regionOf({ province, village_code }: Pick<Place, 'province' | 'village_code'>): string | undefined {
  if (village_code !== undefined && /^\d{12}$/.test(village_code)) {
    const county = village_code.slice(0, 6);
    if (isRegion(county)) return county;
  }
  return province === undefined ? undefined : codeOfProvince(province);
}

/** The region that a word names: a code of a region, of a longer one the county's part, or a province. Undefined where it names none. */
export const regionNamed = (word: string): string | undefined => (isRegion(word) ? word : regionOf({ province: word, village_code: word }));

/** A region and all that it lies in, the smallest first: `451122` → 451122, 4511, 45, CN; `lumara-north` → lumara-north, lumara. */
export function lineage(region: string): readonly string[] {
  if (region === NATION) return [NATION];
  if (isOwnRegion(region)) {
    const ends = [...region.matchAll(/[-_.:/]/gu)].map(({ index }) => index);
    return [region, ...ends.toReversed().map((end) => region.slice(0, end))];
  }
  return [...[6, 4, 2].filter((digits) => digits <= region.length).map((digits) => region.slice(0, digits)), NATION];
}

/** Which half of the country a region lies in; undefined for the country itself and where the region is not known. */
export function partOfTheCountry(region: string | undefined): PartOfTheCountry | undefined {
  if (region === undefined || region === NATION || isOwnRegion(region)) return undefined;
  return WEST.codes.some((code) => region.startsWith(code)) ? 'west' : 'not-west';
}

/** A region's name: that of its province, with the code where it is smaller. */
export function regionName(region: string): { readonly zh: string; readonly en: string } {
  if (region === NATION) return { zh: '全国', en: 'China' };
  const province = PROVINCES.find(({ code }) => region.startsWith(code));
  if (!province) return { zh: region, en: region };
  const rest = region.length > 2 ? ` ${region}` : '';
  return { zh: province.short + rest, en: province.english[0]! + rest };
}
