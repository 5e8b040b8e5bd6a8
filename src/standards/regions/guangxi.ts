import { defineScheme, defineStandard } from '../define.ts';
import type { WrittenScheme, WrittenStandard } from '../define.ts';
import type { Book } from '../standard.ts';

const REGION = '45';
const LAST_CHECKED = '2026-11-24';
/** The forms are of 2017 and name marks up to 2020. */
const FORMS_HOLD = { from: '2017-01-01', until: '2020-12-31' } as const;
const year = (name: number): { from: string; until: string } => ({ from: `${name}-01-01`, until: `${name}-12-31` });

type WrittenSource = WrittenStandard['values'][number]['source'];
type WrittenCriterion = WrittenScheme['criteria'][number];

const FORMS =
  'https://github.com/SineObama/pgfp_self/blob/979c96f95bb940083da7ebc4af1457082235b4c6/src/main/webapp/WEB-INF/views/modules/report/';
const ISSUER = '广西壮族自治区扶贫开发领导小组';
const VILLAGE_FORM: WrittenSource = {
  title: '贫困村脱贫摘帽认定分析表（2017年）',
  issuer: ISSUER,
  published: '2017',
  url: `${FORMS}countryIdentificationForm.jsp`,
  confidence: 'form',
};
const HOUSEHOLD_FORM: WrittenSource = {
  title: '贫困户脱贫摘帽“双认定”分析表（2017年）',
  issuer: ISSUER,
  published: '2017',
  url: `${FORMS}doubleCognizanceForm.jsp`,
  confidence: 'form',
};
const COUNTY_FORM: WrittenSource = {
  title: '贫困县脱贫摘帽认定表（2017年）',
  issuer: ISSUER,
  published: '2017',
  url: `${FORMS}poorCountyIdentificationForm.jsp`,
  confidence: 'form',
};

/** Known to change the rules of 2017; named at https://www.ngzb.com.cn/news/43779.html, its text not read. */
const CHANGED_IN_2018 = [
  {
    title: '对2017年脱贫摘帽标准的调整（文件原题未见）',
    number: '桂扶领发〔2018〕13号',
    from: '2018-01-01',
    note: {
      zh: '2018年起对2017年的标准有调整，原文没有读到；此处仍是2017年表上的数值',
      en: 'adjusts the rules of 2017 from 2018 on; its text was not read, and the numbers here are those of the 2017 form',
    },
  },
];

const FORM_OF = {
  village: VILLAGE_FORM,
  county: COUNTY_FORM,
} as const;

/** A share that the village form and the county form ask for alike, of the village and of the county. */
function share(
  level: 'village' | 'county',
  what: string,
  value: string,
  label: WrittenStandard['label'],
  wording: string,
  comparison: WrittenStandard['comparison'] = 'at-least',
  note?: WrittenStandard['label'],
): WrittenStandard {
  return {
    id: `${level}-exit/${what}`,
    region: REGION,
    level,
    label,
    unit: 'share',
    comparison,
    wording,
    values: [{ ...FORMS_HOLD, value, source: FORM_OF[level], note }],
    amendments: CHANGED_IN_2018,
    lastChecked: LAST_CHECKED,
  };
}

const HOUSING = { zh: '有住房保障的农户', en: 'Farm households with safe housing' };
const INSURED = { zh: '参加基本医疗保险的农村居民', en: 'Rural residents with medical insurance' };
const WATER = { zh: '饮水安全的农户', en: 'Farm households with safe water' };
const POWER = { zh: '接通生活用电的农户', en: 'Farm households with electricity' };
const TV = { zh: '有电视看的农户', en: 'Farm households with television' };
const PENSION = { zh: '城乡居民养老保险参保率', en: 'Residents with pension insurance' };
const INDUSTRY = { zh: '特色产业覆盖贫困户', en: 'Poor households with an industry' };
/** Shown beside a verdict on exactly 3 %. */
const ON_THE_MARK = {
  zh: '恰好3%：表上写“低于国家规定的3%标准”，不算达标；国开办发〔2017〕56号写的是“高于3%的，不得退出”，按它恰好3%可以退出',
  en: 'exactly 3 %: the form says "lower than (低于) the 3 % of the nation", so the mark itself is not met; 国开办发〔2017〕56号 says "higher than 3 % may not exit" (高于…不得退出), by which it would be',
};
const INCIDENCE = { zh: '贫困发生率', en: 'Poverty incidence' };

/** Only listed: the county form asks for them, no metric of ours answers. */
function countyReference(
  what: string,
  label: WrittenStandard['label'],
  wording: string,
  values: readonly { from: string; until: string; value: string }[],
): WrittenStandard {
  return {
    id: `county-exit/${what}`,
    region: REGION,
    level: 'county',
    label,
    unit: 'share',
    comparison: 'at-least',
    wording,
    values: values.map((value) => ({ ...value, source: COUNTY_FORM })),
    amendments: CHANGED_IN_2018,
    reference: true,
    lastChecked: LAST_CHECKED,
  };
}

const standards: readonly WrittenStandard[] = [
  share('village', 'industry-coverage', '60%', INDUSTRY, '覆盖全村60%以上（含）贫困户（无劳动能力或者主要劳动力长期外出务工的贫困户除外）'),
  share(
    'village',
    'housing',
    '98%',
    HOUSING,
    '行政村内98%以上（含）农户有钢混、砖混、砖木、土木或者木制结构的住房，房屋主体稳固安全，人均建筑面积13平方米以上（含）',
  ),
  share(
    'village',
    'medical-insurance',
    '98%',
    INSURED,
    '行政村内98%以上（含）农村居民参加当年城乡居民基本医疗保险（含大病保险）或者商业保险等',
  ),
  {
    id: 'village-exit/education',
    region: REGION,
    level: 'village',
    label: { zh: '因经济困难辍学的儿童少年', en: 'Children out of school for want of money' },
    unit: 'children',
    comparison: 'at-most',
    wording: '行政村内适龄儿童少年能接受义务教育且没有因经济困难原因辍学',
    values: [{ ...FORMS_HOLD, value: '0 children', source: VILLAGE_FORM }],
    amendments: CHANGED_IN_2018,
    lastChecked: LAST_CHECKED,
  },
  share('village', 'water', '98%', WATER, '行政村内98%以上（含）农户解决饮水问题且达到安全用水标准'),
  share('village', 'power', '98%', POWER, '行政村内98%以上（含）农户家中接通生活用电'),
  share('village', 'tv', '98%', TV, '行政村内98%农户有电视机或电脑或智能手机，能收看中央和广西电视频道或上网'),
  share('village', 'pension', '90%', PENSION, '城乡居民养老保险参保率90%以上（含）'),
  {
    id: 'village-exit/collective-income',
    region: REGION,
    level: 'village',
    label: { zh: '村集体经济收入', en: 'Collective income of the village' },
    unit: 'yuan',
    comparison: 'at-least',
    wording: '2017年村集体经济收入达2万元以上（含）并逐年提高，到2020年达5万元以上（含）',
    values: [
      { ...year(2017), value: '20000 yuan', source: VILLAGE_FORM },
      {
        ...year(2018),
        value: '30000 yuan',
        source: {
          title: '全区预脱贫的贫困村集体经济发展收入力争达到3万元以上的目标',
          issuer: '广西日报',
          published: '2018-10-23',
          url: 'http://www.gov.cn/xinwen/2018-10/23/content_5333729.htm',
          confidence: 'press',
        },
        note: {
          zh: '报道写的是“力争达到”的目标；当年就是达标线，是推断',
          en: 'the report names it as a target to strive for; that it was the pass mark of the year is inferred',
        },
      },
      { ...year(2020), value: '50000 yuan', source: VILLAGE_FORM },
    ],
    amendments: CHANGED_IN_2018,
    lastChecked: LAST_CHECKED,
  },
  share('village', 'poverty-incidence', '3%', INCIDENCE, '贫困发生率低于国家规定的3%标准', 'below', ON_THE_MARK),

  share(
    'county',
    'industry-coverage',
    '60%',
    INDUSTRY,
    '特色产业覆盖贫困户比例达60%以上（含）（无劳动能力或主要劳动力长期外出务工的贫困户除外）',
  ),
  share('county', 'housing', '98%', HOUSING, '全县98%以上（含）农户有住房，房屋主体稳固安全，人均建筑面积13平方米以上（含）'),
  share('county', 'medical-insurance', '98%', INSURED, '全县98%以上（含）农村居民参加当年城乡居民基本医疗保险（含大病保险）或商业保险等'),
  {
    id: 'county-exit/education',
    region: REGION,
    level: 'county',
    label: { zh: '因经济困难辍学的儿童少年', en: 'Children out of school for want of money' },
    unit: 'children',
    comparison: 'at-most',
    wording: '全县适龄儿童少年能接受义务教育且没有因经济困难原因辍学',
    values: [{ ...FORMS_HOLD, value: '0 children', source: COUNTY_FORM }],
    amendments: CHANGED_IN_2018,
    lastChecked: LAST_CHECKED,
  },
  share('county', 'water', '98%', WATER, '全县98%以上（含）农户解决饮水问题且达到安全用水标准'),
  share('county', 'power', '98%', POWER, '全县98%以上（含）农户家中接通生活用电'),
  share('county', 'tv', '98%', TV, '全县98%以上（含）农户有电视或电脑或智能手机，能收看中央和广西电视频道或上网'),
  share('county', 'pension', '90%', PENSION, '城乡居民养老保险参保率90%以上（含）'),
  share('county', 'poverty-incidence', '3%', INCIDENCE, '贫困发生率低于国家规定的3%标准', 'below', ON_THE_MARK),
  countyReference(
    'dangerous-houses-rebuilt',
    { zh: '贫困户存量危房改造率', en: 'Dangerous houses of the poor rebuilt' },
    '2017年贫困户存量危房改造率达90%以上（含）并逐年提高，到2020年达到100%',
    [
      { ...year(2017), value: '90%' },
      { ...year(2020), value: '100%' },
    ],
  ),
  countyReference(
    'education-consolidation',
    { zh: '义务教育巩固率', en: 'Pupils who finish compulsory school' },
    '2017年全县义务教育巩固率达90%以上（含）并逐年提高，到2020年达93%以上（含）',
    [
      { ...year(2017), value: '90%' },
      { ...year(2020), value: '93%' },
    ],
  ),
  share(
    'county',
    'hardened-road',
    '98%',
    { zh: '通硬化路的行政村', en: 'Villages on a hardened road' },
    '全县98%以上（含）行政村通行政村的道路达到硬化（沥青/水泥）要求',
  ),
  // 均: all of them.
  share(
    'county',
    'cooperative',
    '100%',
    { zh: '有合作社或产业基地的贫困村', en: 'Poverty villages with a cooperative or an industry base' },
    '县内所有贫困村均有农民合作社等新型农业经营主体或有产业基地（园）覆盖',
  ),

  {
    id: 'household-exit/floor-area',
    region: REGION,
    level: 'household',
    label: { zh: '人均住房建筑面积', en: 'Floor area per person' },
    unit: 'm2',
    comparison: 'at-least',
    wording: '人均建筑面积13平方米以上（含）（包括厅堂、厨房、卫生间等生活用房面积）',
    values: [
      {
        ...FORMS_HOLD,
        value: '13 m2',
        source: HOUSEHOLD_FORM,
        note: {
          zh: '父母与子女拆户分户的，按父母与子女住房总面积测算',
          en: 'where parents and children are registered apart, their floor area is counted together',
        },
      },
    ],
    amendments: CHANGED_IN_2018,
    lastChecked: LAST_CHECKED,
  },
];

const outside = (zh: string, en: string): WrittenCriterion['parts'][number] => ({ kind: 'outside', what: { zh, en } });

const villageCriteria: readonly WrittenCriterion[] = [
  {
    number: 1,
    label: { zh: '有特色产业', en: 'An industry of its own' },
    wording:
      '有1-3个特色产业（在该县确定的2-5个特色产业中选定），且覆盖全村60%以上（含）贫困户（无劳动能力或者主要劳动力长期外出务工的贫困户除外）；有农民合作社等新型农业经营主体或有产业基地（园）覆盖',
    parts: [
      { kind: 'metric', metric: 'industry_coverage', standard: 'village-exit/industry-coverage' },
      { kind: 'answer', answer: 'has_cooperative' },
    ],
  },
  {
    number: 2,
    label: { zh: '有住房保障', en: 'Safe housing' },
    wording: '行政村内98%以上（含）农户房屋主体稳固安全（A、B级），人均建筑面积13平方米以上（含）；易地扶贫搬迁户已交付钥匙或已搬迁入住',
    parts: [
      { kind: 'metric', metric: 'village_housing_share', standard: 'village-exit/housing' },
      outside('易地扶贫搬迁户已交付钥匙或已入住', 'relocated households have their keys or have moved in'),
    ],
  },
  {
    number: 3,
    label: { zh: '有基本医疗保障', en: 'Basic medical care' },
    wording:
      '行政村内98%以上（含）农村居民参加当年城乡居民基本医疗保险（含大病保险）或者商业保险等；患病能得到有效治疗；医疗救助政策得到有效落实',
    parts: [
      { kind: 'metric', metric: 'village_insured_share', standard: 'village-exit/medical-insurance' },
      outside('就医能得到有效治疗，医疗救助落实', 'the sick are treated, and medical aid is carried out'),
    ],
  },
  {
    number: 4,
    label: { zh: '有义务教育保障', en: 'Compulsory education' },
    wording: '行政村内适龄儿童少年能接受义务教育且没有因经济困难原因辍学；教育扶贫政策得到有效落实',
    parts: [
      { kind: 'metric', metric: 'dropout_children', standard: 'village-exit/education' },
      outside('教育扶贫政策落实', 'school aid is carried out'),
    ],
  },
  {
    number: 5,
    label: { zh: '有路通村屯', en: 'Roads' },
    wording:
      '通行政村的道路达到硬化（沥青/水泥）要求，原则上路基宽度不小于6.5米、路面宽度不小于4.5米；20户以上（含）的自然村（屯）通砂石路以上（含）的路，路面宽度不小于3.5米，机动车能通行',
    parts: [
      { kind: 'answer', answer: 'hardened_road' },
      outside('20户以上自然屯通砂石路，路面宽3.5米以上', 'settlements of 20 households and more have a gravel road 3.5 m wide'),
    ],
  },
  {
    number: 6,
    label: { zh: '有饮用水', en: 'Safe water' },
    wording: '行政村内98%以上（含）农户解决饮水问题且达到安全用水标准',
    parts: [{ kind: 'metric', metric: 'village_water_share', standard: 'village-exit/water' }],
  },
  {
    number: 7,
    label: { zh: '有电用', en: 'Electricity' },
    wording: '行政村内98%以上（含）农户家中接通生活用电',
    parts: [{ kind: 'metric', metric: 'village_power_share', standard: 'village-exit/power' }],
  },
  {
    number: 8,
    label: { zh: '有公共服务设施', en: 'Public services' },
    wording:
      '有办公场所、宣传栏；有标准化卫生室；有篮球场，有文化室（农家书屋）或戏台等；通网络宽带；城乡居民养老保险参保率90%以上（含），60周岁以上（含）参保老年人100%享受养老保险待遇；符合条件的贫困户纳入农村低保',
    parts: [
      { kind: 'answer', answer: 'public_services' },
      { kind: 'metric', metric: 'village_pension_share', standard: 'village-exit/pension' },
      outside('60周岁以上参保老人100%领取；应保尽保', 'all insured aged 60 and over receive it; all eligible poor have 低保'),
    ],
  },
  {
    number: 9,
    label: { zh: '有电视看', en: 'Television' },
    wording: '行政村内98%农户有电视机或电脑或智能手机，能收看中央和广西电视频道或上网',
    parts: [{ kind: 'metric', metric: 'village_tv_share', standard: 'village-exit/tv' }],
  },
  {
    number: 10,
    label: { zh: '有村集体经济收入', en: 'Collective income' },
    wording:
      '有村民合作社，依托村级集体所有的资源、资产和资金，获得稳定的收入；2017年村集体经济收入达2万元以上（含）并逐年提高，到2020年达5万元以上（含）',
    parts: [
      { kind: 'answer', answer: 'has_cooperative' },
      { kind: 'metric', metric: 'collective_income', standard: 'village-exit/collective-income' },
    ],
  },
  {
    number: 11,
    label: { zh: '有好的“两委”班子', en: 'Sound village committees' },
    wording: '“两委”班子没有软弱涣散村党组织的12种情形（桂组通字〔2016〕32号），或者已经整顿到位',
    parts: [{ kind: 'answer', answer: 'sound_committee' }],
  },
  {
    number: 12,
    label: { zh: '贫困发生率低于3%', en: 'Poverty incidence below 3%' },
    wording: '贫困发生率低于国家规定的3%标准（剩余贫困人口÷全村人口）',
    parts: [{ kind: 'metric', metric: 'poverty_incidence', standard: 'village-exit/poverty-incidence' }],
  },
];

const countyCriteria: readonly WrittenCriterion[] = [
  {
    number: 1,
    label: { zh: '有特色产业', en: 'Industries of its own' },
    wording: '有2-5个特色产业，特色产业覆盖贫困户比例达60%以上（含）；县内所有贫困村均有农民合作社等新型农业经营主体或有产业基地（园）覆盖',
    parts: [
      { kind: 'metric', metric: 'industry_coverage', standard: 'county-exit/industry-coverage' },
      { kind: 'metric', metric: 'cooperative_share', standard: 'county-exit/cooperative' },
    ],
  },
  {
    number: 2,
    label: { zh: '有住房保障', en: 'Safe housing' },
    wording:
      '全县98%以上（含）农户房屋主体稳固安全，人均建筑面积13平方米以上（含）；2017年贫困户存量危房改造率达90%以上（含）并逐年提高，到2020年达到100%',
    parts: [
      { kind: 'metric', metric: 'village_housing_share', standard: 'county-exit/housing' },
      outside('搬迁户入住；贫困户存量危房改造率', 'relocated households have moved in; dangerous houses of the poor rebuilt'),
    ],
  },
  {
    number: 3,
    label: { zh: '有基本医疗保障', en: 'Basic medical care' },
    wording: '全县98%以上（含）农村居民参加当年城乡居民基本医疗保险（含大病保险）或商业保险等；贫困户因病致（返）贫问题基本解决',
    parts: [
      { kind: 'metric', metric: 'village_insured_share', standard: 'county-exit/medical-insurance' },
      outside('医疗救助落实，因病致贫基本解决', 'medical aid is carried out, poverty by illness is mostly ended'),
    ],
  },
  {
    number: 4,
    label: { zh: '有义务教育保障', en: 'Compulsory education' },
    wording: '没有因经济困难原因辍学；2017年全县义务教育巩固率达90%以上（含）并逐年提高，到2020年达93%以上（含）',
    parts: [
      { kind: 'metric', metric: 'dropout_children', standard: 'county-exit/education' },
      outside('义务教育巩固率；保障体系、师资、资助体系健全', 'pupils who finish school; schools, teachers and grants are in place'),
    ],
  },
  {
    number: 5,
    label: { zh: '有安全饮水', en: 'Safe water' },
    wording: '全县98%以上（含）农户解决饮水问题且达到安全用水标准',
    parts: [{ kind: 'metric', metric: 'village_water_share', standard: 'county-exit/water' }],
  },
  {
    number: 6,
    label: { zh: '有路通村屯', en: 'Roads' },
    wording: '全县98%以上（含）行政村通硬化路；20户以上（含）的自然村（屯）通砂石路以上（含）的路',
    parts: [
      { kind: 'metric', metric: 'hardened_road_share', standard: 'county-exit/hardened-road' },
      outside('20户以上自然屯通砂石路', 'settlements of 20 households and more have a gravel road'),
    ],
  },
  {
    number: 7,
    label: { zh: '有电用', en: 'Electricity' },
    wording: '全县98%以上（含）农户家中接通生活用电',
    parts: [{ kind: 'metric', metric: 'village_power_share', standard: 'county-exit/power' }],
  },
  {
    number: 8,
    label: { zh: '有基本公共服务', en: 'Public services' },
    wording:
      '至少有1所二级及以上公立医院，所有乡镇有标准化卫生院，所有行政村有标准化卫生室、办公场所、宣传栏、篮球场、文化室或戏台、网络宽带；全县98%以上（含）农户有电视或电脑或智能手机',
    parts: [
      { kind: 'metric', metric: 'village_tv_share', standard: 'county-exit/tv' },
      outside('医院、卫生院、村级设施齐全', 'hospital, clinics and village facilities are complete'),
    ],
  },
  {
    number: 9,
    label: { zh: '有社会救助', en: 'Social assistance' },
    wording: '农村低保标准达到或超过国家扶贫标准；城乡居民养老保险参保率90%以上（含），60周岁以上（含）参保老年人100%享受养老保险待遇',
    parts: [
      { kind: 'metric', metric: 'village_pension_share', standard: 'county-exit/pension' },
      outside(
        '低保标准不低于扶贫标准；60岁以上100%领取',
        'the 低保 line is not under the poverty line; all insured aged 60 and over receive a pension',
      ),
    ],
  },
  {
    number: 10,
    label: { zh: '农村贫困发生率低于3%', en: 'Poverty incidence below 3%' },
    wording: '贫困发生率低于国家规定的3%标准；全县农村居民人均可支配收入年均增速高于全国平均水平',
    parts: [
      { kind: 'metric', metric: 'poverty_incidence', standard: 'county-exit/poverty-incidence' },
      outside('农村居民收入增速高于全国平均', 'rural income grows faster than the national average'),
    ],
  },
];

const householdCriteria: readonly WrittenCriterion[] = [
  {
    number: 1,
    label: { zh: '有稳定收入来源且吃穿不愁', en: 'A stable income, food and clothing' },
    wording: '有劳动能力的家庭有耕地林地、经营场地、养殖、务工或其他稳定的收入；丧失劳动能力的家庭获得A类或B类低保金；不愁吃不愁穿',
    parts: [
      { kind: 'answer', answer: 'stable_income' },
      { kind: 'answer', answer: 'food' },
      { kind: 'answer', answer: 'clothing' },
    ],
  },
  {
    number: 2,
    label: { zh: '有住房保障', en: 'Safe housing' },
    wording: '房屋主体稳固安全（A、B级），人均建筑面积13平方米以上（含）',
    parts: [
      { kind: 'answer', answer: 'housing' },
      { kind: 'answer', answer: 'floor_area' },
    ],
  },
  {
    number: 3,
    label: { zh: '有基本医疗保障', en: 'Basic medical care' },
    wording: '家庭成员参加当年城乡居民基本医疗保险（含大病保险）或商业保险；就医能得到有效治疗；享受到应得的医疗救助政策',
    parts: [{ kind: 'answer', answer: 'medical' }],
  },
  {
    number: 4,
    label: { zh: '有义务教育保障', en: 'Compulsory education' },
    wording: '家庭适龄儿童少年能接受义务教育且没有因经济困难原因辍学，享受到应得的教育扶贫政策',
    parts: [{ kind: 'answer', answer: 'education' }],
  },
  {
    number: 5,
    label: { zh: '有安全饮水', en: 'Safe water' },
    wording: '解决饮水问题且达到安全用水标准：每人每天不低于35升，人力取水往返时间不超过20分钟，供水保证率不低于90%',
    parts: [{ kind: 'answer', answer: 'water' }],
  },
  {
    number: 6,
    label: { zh: '有路通村屯', en: 'A road' },
    wording: '所在自然村（屯）属20户以上（含）的，通砂石路以上（含）的路，路面宽度不小于3.5米，机动车能通行',
    parts: [{ kind: 'answer', answer: 'road' }],
  },
  {
    number: 7,
    label: { zh: '有电用', en: 'Electricity' },
    wording: '家中接通生活用电',
    parts: [{ kind: 'answer', answer: 'power' }],
  },
  {
    number: 8,
    label: { zh: '有电视看', en: 'Television' },
    wording: '有电视机看或电脑或智能手机，能收看中央和广西电视频道或上网',
    parts: [{ kind: 'answer', answer: 'tv' }],
  },
  {
    number: 9,
    label: { zh: '年人均纯收入超过国家扶贫标准', en: 'Income above the line' },
    wording: '家庭年人均纯收入稳定超过国家现行扶贫标准（不含基础养老金、C类低保金、临时性救助捐助）',
    parts: [{ kind: 'answer', answer: 'above_poverty_line' }],
  },
];

/** The exit forms of the Guangxi Zhuang Autonomous Region. The rules of 2016 were found only at second hand and are not here. */
export const guangxi: Book = {
  standards: standards.map(defineStandard),
  schemes: [
    defineScheme({
      id: 'household-exit',
      region: REGION,
      level: 'household',
      title: { zh: '广西贫困户脱贫标准“八有一超”', en: 'Guangxi exit standard of a household (eight and one)' },
      ...FORMS_HOLD,
      source: HOUSEHOLD_FORM,
      amendments: CHANGED_IN_2018,
      criteria: [...householdCriteria],
    }),
    defineScheme({
      id: 'village-exit',
      region: REGION,
      level: 'village',
      title: { zh: '广西贫困村脱贫标准“十一有一低于”', en: 'Guangxi exit standard of a village (eleven and one)' },
      ...FORMS_HOLD,
      source: VILLAGE_FORM,
      amendments: CHANGED_IN_2018,
      criteria: [...villageCriteria],
    }),
    defineScheme({
      id: 'county-exit',
      region: REGION,
      level: 'county',
      title: { zh: '广西贫困县脱贫标准“九有一低于”', en: 'Guangxi exit standard of a county (nine and one)' },
      ...FORMS_HOLD,
      source: COUNTY_FORM,
      amendments: CHANGED_IN_2018,
      criteria: [...countyCriteria],
    }),
  ],
};
