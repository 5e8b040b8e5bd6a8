import type { Place } from '../vocabulary/place.ts';
import type { PartOfTheCountry } from './standard.ts';

/** The region of every rule that holds for the whole country. */
export const NATION = 'CN';

/** A province, autonomous region or municipality. */
export interface Province {
  /** The first two digits of its code in GB/T 2260. */
  readonly code: string;
  readonly short: string;
  readonly full: string;
  readonly english: readonly string[];
}

/** 中华人民共和国行政区划代码, GB/T 2260-2007. The provinces have been the same since 1997 (重庆). */
export const PROVINCES_SOURCE = { title: '中华人民共和国行政区划代码', number: 'GB/T 2260-2007', from: '2008-02-01' } as const;

export const PROVINCES: readonly Province[] = [
  { code: '11', short: '北京', full: '北京市', english: ['Beijing'] },
  { code: '12', short: '天津', full: '天津市', english: ['Tianjin'] },
  { code: '13', short: '河北', full: '河北省', english: ['Hebei'] },
  { code: '14', short: '山西', full: '山西省', english: ['Shanxi'] },
  { code: '15', short: '内蒙古', full: '内蒙古自治区', english: ['Inner Mongolia', 'Nei Mongol'] },
  { code: '21', short: '辽宁', full: '辽宁省', english: ['Liaoning'] },
  { code: '22', short: '吉林', full: '吉林省', english: ['Jilin'] },
  { code: '23', short: '黑龙江', full: '黑龙江省', english: ['Heilongjiang'] },
  { code: '31', short: '上海', full: '上海市', english: ['Shanghai'] },
  { code: '32', short: '江苏', full: '江苏省', english: ['Jiangsu'] },
  { code: '33', short: '浙江', full: '浙江省', english: ['Zhejiang'] },
  { code: '34', short: '安徽', full: '安徽省', english: ['Anhui'] },
  { code: '35', short: '福建', full: '福建省', english: ['Fujian'] },
  { code: '36', short: '江西', full: '江西省', english: ['Jiangxi'] },
  { code: '37', short: '山东', full: '山东省', english: ['Shandong'] },
  { code: '41', short: '河南', full: '河南省', english: ['Henan'] },
  { code: '42', short: '湖北', full: '湖北省', english: ['Hubei'] },
  { code: '43', short: '湖南', full: '湖南省', english: ['Hunan'] },
  { code: '44', short: '广东', full: '广东省', english: ['Guangdong'] },
  { code: '45', short: '广西', full: '广西壮族自治区', english: ['Guangxi', 'Guangxi Zhuang Autonomous Region'] },
  { code: '46', short: '海南', full: '海南省', english: ['Hainan'] },
  { code: '50', short: '重庆', full: '重庆市', english: ['Chongqing'] },
  { code: '51', short: '四川', full: '四川省', english: ['Sichuan'] },
  { code: '52', short: '贵州', full: '贵州省', english: ['Guizhou'] },
  { code: '53', short: '云南', full: '云南省', english: ['Yunnan'] },
  { code: '54', short: '西藏', full: '西藏自治区', english: ['Tibet', 'Xizang'] },
  { code: '61', short: '陕西', full: '陕西省', english: ['Shaanxi'] },
  { code: '62', short: '甘肃', full: '甘肃省', english: ['Gansu'] },
  { code: '63', short: '青海', full: '青海省', english: ['Qinghai'] },
  { code: '64', short: '宁夏', full: '宁夏回族自治区', english: ['Ningxia', 'Ningxia Hui Autonomous Region'] },
  { code: '65', short: '新疆', full: '新疆维吾尔自治区', english: ['Xinjiang', 'Xinjiang Uygur Autonomous Region'] },
  { code: '71', short: '台湾', full: '台湾省', english: ['Taiwan'] },
  { code: '81', short: '香港', full: '香港特别行政区', english: ['Hong Kong'] },
  { code: '82', short: '澳门', full: '澳门特别行政区', english: ['Macao', 'Macau'] },
];

/**
 * The west (西部): the twelve of 国发〔2000〕33号 (2000-10-26), 国务院关于实施西部大开发若干政策措施的通知.
 * The three prefectures that enjoy its policies (恩施, 湘西, 延边) lie in provinces of the centre and the north-east, and were judged by the centre's number.
 */
export const WEST = {
  source: { title: '国务院关于实施西部大开发若干政策措施的通知', number: '国发〔2000〕33号', from: '2000-10-26' },
  codes: ['50', '51', '52', '53', '54', '61', '62', '64', '63', '65', '15', '45'],
} as const;

const CODES_BY_NAME: ReadonlyMap<string, string> = new Map(
  // 广西省 is written as well, though it is no province by name.
  PROVINCES.flatMap(({ code, short, full, english }) =>
    [short, full, `${short}省`, `${short}自治区`, ...english].map((name) => [comparable(name), code] as const),
  ),
);

function comparable(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** Whether a code begins with a province of the table: `CN`, `45`, `4511`, `451122`. */
export const isRegion = (code: string): boolean =>
  code === NATION || (/^(?:\d{2}|\d{4}|\d{6})$/.test(code) && PROVINCES.some((province) => code.startsWith(province.code)));

/**
 * The region whose standards hold for a place, told by its village code, else by the province's name.
 * Undefined where neither says it: a county's name alone never does, because counties of one name lie in several provinces.
 */
export function regionOf({ province, village_code }: Pick<Place, 'province' | 'village_code'>): string | undefined {
  if (village_code !== undefined && /^\d{12}$/.test(village_code)) {
    const county = village_code.slice(0, 6);
    if (isRegion(county)) return county;
  }
  return province === undefined ? undefined : CODES_BY_NAME.get(comparable(province));
}

/** The region that a word names: a code of a region, of a longer one the county's part, or a province. Undefined where it names none. */
export const regionNamed = (word: string): string | undefined => (isRegion(word) ? word : regionOf({ province: word, village_code: word }));

/** A region and all that it lies in, the smallest first: `451122` → 451122, 4511, 45, CN. */
export function lineage(region: string): readonly string[] {
  if (region === NATION) return [NATION];
  return [...[6, 4, 2].filter((digits) => digits <= region.length).map((digits) => region.slice(0, digits)), NATION];
}

/** Which half of the country a region lies in; undefined for the country itself and where the region is not known. */
export function partOfTheCountry(region: string | undefined): PartOfTheCountry | undefined {
  if (region === undefined || region === NATION) return undefined;
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
