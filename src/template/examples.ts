import type { Columns, Kind } from '../language/column.ts';
import type { households } from '../tables/households/table.ts';
import type { projects } from '../tables/projects/table.ts';
import type { villages } from '../tables/villages/table.ts';
import { examplePlace } from '../input/example-place.ts';
import type { Text } from '../vocabulary/text.ts';

/** How an example is written here: yes/no and choices as the values themselves, which each language has its own word for. */
type ExampleOf<K extends Kind> = K extends 'yes-no'
  ? boolean
  : K extends 'count' | 'money' | 'quantity' | 'rate' | 'year'
    ? number
    : string | Text;

/** An example row of the given columns. A column without an example stays blank. */
type Examples<C extends Columns> = { readonly [N in keyof C]?: ExampleOf<C[N]['kind']> };

/** The tables that people fill in. */
export const TEMPLATE_IDS = ['villages', 'households', 'projects'] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

const place = examplePlace;
const village_code = '990101101201';
const period = '2020';

/**
 * The example row of each template, made up. The household is the only poor one of the village and the project is that village's,
 * so that the three filled-in templates agree: a check of them finds nothing.
 */
export const examples: {
  readonly villages: Examples<typeof villages.columns>;
  readonly households: Examples<typeof households.columns>;
  readonly projects: Examples<typeof projects.columns>;
} = {
  villages: {
    ...place,
    village_code,
    period,
    households: 320,
    rural_population: 1286,
    resident_population: 1010,
    registered_poor_households: 1,
    registered_poor_persons: 4,
    remaining_poor_households: 0,
    remaining_poor_persons: 0,
    opening_poor_persons: 4,
    exited_persons: 4,
    new_poor_persons: 0,
    returned_persons: 0,
    returned_households: 0,
    monitored_households: 0,
    exempt_households: 0,
    industry_households: 1,
    industry_exempt_households: 0,
    awarded_households: 1,
    award_yuan: 3000,
    paired_households: 1,
    planned_households: 1,
    helpers: 1,
    collective_income: 82000,
    subsidy_income: 10000,
    one_off_income: 0,
    operating_income: 40000,
    contract_income: 20000,
    investment_income: 12000,
    other_income: 0,
    collective_operating_income: 72000,
    farmers_income_per_capita: 15200,
    safe_housing_households: 320,
    safe_water_households: 320,
    powered_households: 320,
    tv_households: 318,
    insured_persons: 1280,
    pension_eligible_persons: 760,
    pension_persons: 702,
    dropout_children: 0,
    has_cooperative: true,
    hardened_road: true,
    public_services: true,
    sound_committee: true,
    poverty_village: true,
    exit_year: 2019,
    stated_industry_coverage: 100,
    stated_poverty_incidence: 0,
  },
  households: {
    household_id: '99010110120100001',
    ...place,
    village_code,
    period,
    head_name: { zh: '户主甲', en: 'Head A' },
    persons: 4,
    registered: true,
    status: 'exited',
    poverty_type: { zh: '一般贫困户', en: 'ordinary' },
    main_cause: { zh: '缺资金', en: 'lack of capital' },
    identified_year: 2016,
    exit_year: 2020,
    net_income_per_capita: 11200,
    stable_income: true,
    exempt: false,
    industries: { zh: '优质稻、鸡', en: 'rice; chickens' },
    has_industry: true,
    award_yuan: 3000,
    helper_name: { zh: '干部01', en: 'Helper 01' },
    helper_unit: { zh: '示例单位', en: 'Example Unit' },
    has_plan: true,
    food: true,
    clothing: true,
    education: 'yes',
    medical: true,
    housing: true,
    house_grade: 'A',
    house_area_per_capita: 32.5,
    water: true,
    road: true,
    power: true,
    tv: true,
    housing_aid_yuan: 0,
    monitoring_type: 'unstable',
    risk_cleared: true,
    sudden_hardship: false,
    clue_on: '2020-03-01',
    identified_on: '2020-03-10',
    measures: { zh: '产业奖补、公益性岗位', en: 'industry award; public job' },
    measures_on: '2020-03-20',
    cleared_on: '2020-10-20',
    labour_persons: 2,
    liaison: true,
    wage_income: 30000,
    business_income: 12000,
    property_income: 800,
    transfer_income: 2000,
    migrant_income: 24000,
  },
  projects: {
    project_id: '990101101201-2020-001',
    name: { zh: '示例村鸡舍', en: 'Chicken sheds of Example Village' },
    ...place,
    period,
    category: 'industry',
    source: 'county',
    planned_yuan: 200000,
    received_yuan: 150000,
    spent_yuan: 120000,
    quantity: 4,
    unit: { zh: '座', en: 'sheds' },
    beneficiary_households: 1,
    beneficiary_persons: 4,
    planned_start: '2020-03-01',
    planned_end: '2020-10-31',
    completed_on: '2020-10-20',
    status: 'completed',
  },
};
