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

const CODES_BY_NAME: ReadonlyMap<string, string> = new Map(
  // 广西省 is written as well, though it is no province by name.
  PROVINCES.flatMap(({ code, short, full, english }) =>
    [short, full, `${short}省`, `${short}自治区`, ...english].map((name) => [comparable(name), code] as const),
  ),
);

function comparable(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** The two digits of a province that is named in any of its writings; undefined where no province is called so. */
export const codeOfProvince = (name: string): string | undefined => CODES_BY_NAME.get(comparable(name));

/** The province whose codes begin as a 12-digit village code does; undefined where there is none. */
export const provinceOfCode = (code: string): Province | undefined => PROVINCES.find((province) => code.startsWith(province.code));
