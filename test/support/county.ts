import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvOf } from './tables.ts';
import type { TableRow } from './tables.ts';

/** What a county of the generator has. */
export interface CountySize {
  readonly villages?: number;
  /** Whether some rows are wrong: reports then need `--partial`. */
  readonly rejected?: boolean;
}

const TOWNSHIPS = ['青山镇', '白水镇', '石桥镇', '云岭乡', '双河乡', '新田镇', '龙潭镇', '松坪乡'] as const;
const FIRST = ['大', '下', '水', '平', '枫', '江', '石', '上', '东', '长', '新', '古', '高', '沙', '竹'] as const;
const SECOND = ['桥', '垌', '坪', '寨', '坡', '台', '岭', '湾', '塘', '田'] as const;
const YEARS = [2018, 2019, 2020] as const;

/** Names of a county that would not fit a column, and one that two villages share. */
const NAMED: Readonly<Record<number, string>> = { 2: '江台上下联合新农村社区示范村', 17: '大桥村' };

/** The village that reports a sum a thousand times too large. */
const OUTLIER = 4;
const OUTLIER_YUAN = 17_250_012;

/** Numbers that look drawn by lot and are the same each time: a linear congruential generator (Lehmer, with the constants of Park and Miller). */
function lots(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

interface Village {
  readonly at: number;
  readonly place: TableRow;
  readonly isPoverty: boolean;
  readonly population: number;
  readonly households: readonly TableRow[];
}

/**
 * One county as its files: villages in eight townships with the figures of 2018 to 2020, every registered household of 2020, and projects. Some figures are
 * missing, one is far too large, every ninth village is none that is judged, and four rows are wrong. The same size gives the same bytes.
 */
export function county({ villages: count = 120, rejected = true }: CountySize = {}): Readonly<Record<string, string>> {
  const lot = lots(20_201_231);
  const villages = Array.from({ length: count }, (_, at) => villageAt(at, lot));
  const villageRows = YEARS.flatMap((year) => villages.map((village) => villageRow(village, year, lot)));
  const householdRows = villages.flatMap(({ households }) => households);
  return {
    'villages.csv': csvOf(rejected ? spoiled(villageRows, count) : villageRows),
    'households.csv': csvOf(rejected ? householdRows.map((row, at) => (at === 61 ? { ...row, persons: '四口' } : row)) : householdRows),
    'projects.csv': csvOf(projectRows(villages, lot)),
  };
}

/** Writes the files of a county into a folder, and gives their paths. */
export function writeCounty(folder: string, size: CountySize = {}): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(county(size)).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}

function villageAt(at: number, lot: (below: number) => number): Village {
  const name = NAMED[at] ?? `${FIRST[at % FIRST.length]!}${SECOND[Math.floor(at / FIRST.length) % SECOND.length]!}村`;
  const series = at < FIRST.length * SECOND.length ? '' : String(Math.floor(at / (FIRST.length * SECOND.length)) + 1);
  const place = {
    province: '广西壮族自治区',
    city: '示例市',
    county: '示例县',
    township: TOWNSHIPS[at % TOWNSHIPS.length]!,
    village: name.replace(/村$/u, `${series}村`),
  };
  const registered = 22 + lot(22);
  const uncovered = at % 23 === 7 ? 45 : 6 + lot(14);
  const households = Array.from({ length: registered }, (_, row) => householdRow(at, place, row, uncovered, lot));
  return { at, place, isPoverty: at % 9 !== 8, population: 900 + lot(2600), households };
}

function householdRow(at: number, place: TableRow, row: number, uncovered: number, lot: (below: number) => number): TableRow {
  const isPoor = lot(100) < (at % 31 === 11 ? 60 : 6);
  const isExempt = lot(40) === 0;
  const hasIndustry = isExempt || lot(100) < uncovered ? '否' : '是';
  return {
    household_id: String(100_000 + at * 1000 + row),
    ...place,
    period: 2020,
    head_name: `示例${'甲乙丙丁戊己庚辛'[lot(8)]!}`,
    persons: 1 + lot(6),
    registered: '是',
    status: isPoor ? '未脱贫' : '已脱贫',
    exempt: isExempt ? '是' : '否',
    has_industry: at % 15 === 3 && row < 5 ? '' : hasIndustry,
    net_income_per_capita: isPoor ? 2600 + lot(1300) : 4300 + lot(9000),
    helper_name: `干部${'甲乙丙丁戊己庚辛壬癸'[lot(10)]!}`,
    helper_unit: ['示例县农业农村局', '示例县水利局', '示例县教育局', '示例县卫生健康局'][lot(4)]!,
    has_plan: lot(30) === 0 ? '否' : '是',
    medical: lot(120) === 0 ? '否' : '是',
    housing: lot(120) === 0 ? '否' : '是',
    house_grade: ['A', 'A', 'B', lot(40) === 0 ? 'C' : 'B'][lot(4)]!,
  };
}

/** What a village says of a year: less of everything the earlier it is. */
function villageRow({ at, place, isPoverty, population, households }: Village, year: number, lot: (below: number) => number): TableRow {
  const years = 2020 - year;
  const counted = (column: string, value: string): number => households.filter((row) => row[column] === value).length;
  const registered = households.length;
  const exempt = counted('exempt', '是');
  const industry = Math.max(0, counted('has_industry', '是') - years * Math.floor(registered / 6));
  const poor = households.filter(({ status }) => status === '未脱贫').reduce((sum, { persons }) => sum + Number(persons), 0);
  const homes = Math.floor(population / 4);
  const income = 20_000 + lot(60_000) + (at % 3 === 0 ? 30_000 : 8000);
  const all = (of: number): number => (lot(100) < 12 ? Math.floor(of * 0.965) : of);
  return {
    ...place,
    period: year,
    households: homes,
    rural_population: population,
    registered_poor_households: registered,
    remaining_poor_persons: at % 40 === 22 ? '' : poor + years * (12 + lot(40)),
    exempt_households: exempt,
    industry_households: at % 29 === 13 ? '' : industry,
    industry_exempt_households: 0,
    collective_income:
      at % 17 === 6 ? '' : at === OUTLIER && year === 2020 ? OUTLIER_YUAN : Math.floor(income / (1 + years * 0.35)) + 12_000,
    subsidy_income: at % 19 === 5 ? '' : 6000,
    one_off_income: at % 19 === 5 ? '' : 0,
    safe_housing_households: all(homes),
    safe_water_households: all(homes),
    powered_households: homes,
    tv_households: all(homes),
    insured_persons: at % 33 === 9 ? '' : all(population),
    pension_eligible_persons: Math.floor(population * 0.6),
    pension_persons: Math.floor(population * (lot(10) === 0 ? 0.5 : 0.58)),
    dropout_children: lot(30) === 0 ? 1 + lot(2) : 0,
    has_cooperative: lot(40) === 0 ? '否' : '是',
    hardened_road: lot(60) === 0 ? '否' : '是',
    public_services: lot(50) === 0 ? '' : '是',
    sound_committee: '是',
    poverty_village: isPoverty ? '是' : '否',
    exit_year: isPoverty ? 2020 : '',
  };
}

/** Rows of the last year that cannot be read. */
const spoiled = (rows: readonly TableRow[], count: number): readonly TableRow[] => {
  const last = rows.length - count;
  const wrong: Readonly<Record<number, TableRow>> = {
    [last + Math.min(9, count - 1)]: { industry_households: '一百' },
    [last + Math.min(25, count - 2)]: { remaining_poor_persons: '-4' },
    [last - count + 3]: { industry_households: '一百' },
  };
  return rows.map((row, at) => (wrong[at] ? { ...row, ...wrong[at] } : row));
};

const CATEGORIES = ['产业', '基础设施', '住房', '教育', '公共服务'] as const;
const SOURCES = ['中央', '省', '市', '县', '企业'] as const;

const projectRows = (villages: readonly Village[], lot: (below: number) => number): readonly TableRow[] =>
  villages
    .flatMap((village) => (village.at % 3 === 0 ? [village, village] : [village]))
    .map(({ place, at }, row) => {
      const planned = 50_000 + lot(40) * 10_000;
      const received = row % 37 === 5 ? '' : planned - lot(5) * 5000;
      return {
        project_id: `XM${String(row + 1).padStart(4, '0')}`,
        name: `${String(place.village)}项目`,
        ...place,
        period: 2020,
        category: CATEGORIES[row % CATEGORIES.length]!,
        source: SOURCES[lot(SOURCES.length)]!,
        planned_yuan: planned,
        received_yuan: received,
        spent_yuan: received === '' ? 0 : Math.floor((received * (60 + lot(41))) / 100),
        beneficiary_households: 5 + lot(15),
        planned_start: '2020-03-01',
        planned_end: at % 20 === 4 ? '2020-09-30' : '2020-11-30',
        completed_on: at % 20 === 4 ? '' : '2020-11-20',
        status: at % 20 === 4 ? '实施中' : '已完成',
      };
    });
