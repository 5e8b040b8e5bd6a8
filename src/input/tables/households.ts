import { defineTable } from '../column.ts';
import { placeColumns } from '../place-columns.ts';
import { YES_NO_CHOICES } from '../value-words.ts';

/** A row per household and period: the evidence behind what the village declares. */
export const households = defineTable({
  id: 'households',
  label: { zh: '户表', en: 'households' },
  marks: [['household_id']],
  key: ['household_id', 'period'],
  columns: {
    household_id: {
      kind: 'text-id',
      label: { zh: '户编号', en: 'Household id' },
      required: true,
      aliases: ['户ID', '户口本号（户编号）', '户口本号', '户编码', '农户编号', '家庭编号'],
    },
    ...placeColumns,
    period: {
      kind: 'period',
      label: { zh: '年度', en: 'Period' },
      aliases: ['年份', '归属年度', '时期', '期间', '统计年度', '数据年度', '统计时间', 'year', 'data_year'],
      blankMeans: {
        zh: '--snapshot 指明的时期，或所给文件里唯一的时期',
        en: 'the period of --snapshot, or the only one in the files given',
      },
    },
    head_name: {
      kind: 'text',
      personal: 'name',
      label: { zh: '户主姓名', en: 'Head of household' },
      aliases: ['户主', '户主名'],
    },
    head_id_no: {
      kind: 'identity',
      personal: 'number',
      label: { zh: '户主证件号码', en: 'Identity number of the head' },
      aliases: ['户主身份证号', '户主身份证号码'],
    },
    relation_to_head: {
      ofMember: true,
      kind: 'text',
      label: { zh: '与户主关系', en: 'Relation to the head' },
      aliases: ['户主关系', 'AAB006'],
    },
    member_name: {
      ofMember: true,
      kind: 'text',
      personal: 'name',
      label: { zh: '姓名', en: 'Name of the member' },
      aliases: ['成员姓名', '家庭成员姓名'],
    },
    member_id_no: {
      ofMember: true,
      kind: 'identity',
      personal: 'number',
      label: { zh: '证件号码', en: 'Identity number of the member' },
      aliases: ['身份证号', '身份证号码', '成员证件号码', 'id_no'],
    },
    person_id: { ofMember: true, kind: 'text-id', label: { zh: '人编号', en: 'Person id' }, aliases: ['人口编号', 'AAB001'] },
    persons: {
      kind: 'count',
      time: 'stock',
      required: true,
      countedFromMembers: true,
      label: { zh: '家庭人口数', en: 'Persons' },
      aliases: ['人数', '户人口数', '成员人数', '家庭人口', '家庭人数', '人口数', 'member_count'],
    },
    registered: {
      kind: 'yes-no',
      label: { zh: '是否建档立卡', en: 'Registered as poor' },
      aliases: ['建档立卡', '是否建档立卡户', '是否建档立卡贫困户', '建档立卡户'],
    },
    status: {
      kind: 'choice',
      required: true,
      label: { zh: '脱贫状态', en: 'Status' },
      // The national base writes 0 未脱贫, 1 脱贫, 2 预脱贫, 3 返贫 under 脱贫属性 (AAR010).
      codes: [
        { headings: ['脱贫属性', 'AAR010'], values: { 0: 'remaining', 1: 'exited', 2: 'pre-exit', 3: 'returned' } },
        { headings: ['是否脱贫'], values: { 是: 'exited', 否: 'remaining' } },
      ],
      aliases: ['脱贫标志', 'exit_status'],
      choices: {
        remaining: [
          '未脱贫',
          '新识别',
          '新识别贫困户',
          '贫困户',
          '未脱贫户',
          '未脱贫贫困户',
          '未脱贫新识别',
          '新增贫困户',
          '新纳入',
          'poor',
          'not exited',
        ],
        // prettier-ignore
        exited: [
          '已脱贫', '脱贫', '脱贫户', '已脱贫户', '稳定脱贫', '稳定脱贫户', '已稳定脱贫', '正常脱贫', '脱贫享受政策', '脱贫享受政策户',
          '脱贫不享受政策', '脱贫不享受政策户', '脱贫不再享受政策', '已脱贫享受政策', '已脱贫不享受政策', '已脱贫不再享受政策',
          '享受政策', '不享受政策', '不再享受政策', '脱贫不脱政策', '脱贫人口', '已脱贫人口',
        ],
        returned: ['返贫', '返贫户', '已返贫', '脱贫后返贫', '返贫人口'],
        'pre-exit': ['预脱贫', '预脱贫户', 'pre_exit', '拟脱贫', '预退出'],
        never: ['非贫困户', '一般户', '一般农户', '非建档立卡户', '非建档立卡贫困户', '非贫困', '普通农户'],
        cancelled: ['注销', '已注销', '销户', 'canceled', '自然注销', '整户注销', '清退', '已清退', '剔除'],
      },
      narrowing: { remaining: ['returned'] },
    },
    poverty_type: { kind: 'text', worded: true, label: { zh: '贫困户属性', en: 'Poverty type' }, aliases: ['贫困类型'] },
    main_cause: {
      kind: 'text',
      worded: true,
      label: { zh: '主要致贫原因', en: 'Main cause of poverty' },
      aliases: ['致贫原因', '致贫原因1'],
    },
    identified_year: {
      kind: 'year',
      label: { zh: '识别年度', en: 'Year of registration' },
      aliases: ['纳入时间', '首次识别时间', '识别年份'],
    },
    exit_year: { kind: 'year', label: { zh: '脱贫年度', en: 'Year of exit' }, aliases: ['脱贫年份', '脱贫时间'] },

    net_income_per_capita: {
      kind: 'money',
      time: 'flow',
      mayBeNegative: true,
      label: { zh: '人均纯收入', en: 'Net income per person' },
      aliases: ['家庭年人均纯收入', '年人均纯收入', '家庭人均纯收入', '人均年纯收入'],
    },
    stable_income: {
      kind: 'yes-no',
      label: { zh: '是否有稳定收入', en: 'Stable income' },
      aliases: ['有稳定收入来源', '有无稳定收入', '有稳定收入'],
    },
    exempt: {
      kind: 'yes-no',
      label: { zh: '无劳动能力或主要劳动力长期外出务工', en: 'Exempt from the industry test' },
      aliases: ['是否无劳动能力或主要劳动力长期外出务工', '是否豁免', '豁免', 'coverage_exempt'],
    },
    industries: {
      kind: 'list',
      blankMeansNone: true,
      notItems: ['外出务工', '务工', '打工', '外出打工', '在外务工', '转移就业', '自谋职业', 'migrant work', 'working away'],
      besides: 'has_industry',
      label: { zh: '参与产业', en: 'Industries' },
      aliases: ['产业', '产业名称', '特色产业', '参与的产业', '到户产业'],
    },
    has_industry: {
      kind: 'yes-no',
      label: { zh: '是否参与产业', en: 'Has an industry' },
      aliases: ['是否有产业', '有无产业', '有无特色产业', '是否有特色产业', '是否参与特色产业'],
    },
    award_yuan: {
      kind: 'money',
      time: 'flow',
      blankMeansNone: true,
      label: { zh: '产业奖补金额', en: 'Industry awards' },
      aliases: ['产业奖补', '产业发展奖补', '奖补金额', 'industry_award'],
    },

    helper_name: {
      kind: 'list',
      personal: 'name',
      blankMeansNone: true,
      besides: 'helper_unit',
      label: { zh: '帮扶责任人', en: 'Helper' },
      aliases: ['帮扶责任人姓名', '帮扶人', '帮扶干部', '帮扶联系人', '结对帮扶干部'],
    },
    helper_unit: {
      kind: 'list',
      blankMeansNone: true,
      besides: 'helper_name',
      label: { zh: '帮扶单位', en: "Helper's unit" },
      aliases: ['帮扶单位名称', '帮扶责任单位'],
    },
    has_plan: {
      kind: 'yes-no',
      label: { zh: '是否有帮扶计划', en: 'Has a plan' },
      aliases: ['一户一策', '是否制定一户一策', '有无帮扶计划', '是否制定帮扶计划'],
    },

    food: { kind: 'yes-no', label: { zh: '不愁吃', en: 'Food secured' }, aliases: ['是否不愁吃', '吃不愁'] },
    clothing: { kind: 'yes-no', label: { zh: '不愁穿', en: 'Clothing secured' }, aliases: ['是否不愁穿', '穿不愁'] },
    education: {
      kind: 'choice',
      label: { zh: '义务教育有保障', en: 'Compulsory education secured' },
      aliases: ['义务教育保障', '有义务教育保障', '义务教育是否有保障'],
      choices: { ...YES_NO_CHOICES, 'n/a': ['不适用', '无义务教育阶段学生', '无适龄学生', 'na', '无学龄儿童'] },
    },
    medical: {
      kind: 'yes-no',
      label: { zh: '基本医疗有保障', en: 'Basic medical care secured' },
      aliases: ['基本医疗保障', '有基本医疗保障', '基本医疗是否有保障'],
    },
    housing: {
      kind: 'yes-no',
      label: { zh: '住房安全有保障', en: 'Safe housing' },
      opposites: ['是否危房', '危房户', '危房', '主要住房是否危房', '住房是否危房'],
      aliases: ['住房安全', '有住房保障', '住房是否安全', '住房安全保障', '住房保障'],
    },
    house_grade: {
      kind: 'choice',
      label: { zh: '住房等级', en: 'Grade of the house' },
      aliases: ['房屋安全等级', '危房等级', '住房安全等级', '房屋等级'],
      choices: { A: ['A级', 'a'], B: ['B级', 'b'], C: ['C级', 'c'], D: ['D级', 'd'] },
    },
    house_area_per_capita: {
      kind: 'quantity',
      time: 'stock',
      unit: { zh: '平方米', en: 'm²' },
      label: { zh: '人均住房面积', en: 'Floor area per person' },
      aliases: ['人均住房面积（平方米）'],
    },
    water: {
      kind: 'yes-no',
      label: { zh: '饮水安全', en: 'Safe water' },
      opposites: ['饮水困难', '饮水是否困难', '是否饮水困难'],
      aliases: ['饮水是否安全', '有安全饮水', '安全饮水', '饮水安全有保障'],
    },
    road: { kind: 'yes-no', label: { zh: '有路通村屯', en: 'Road to the settlement' }, aliases: ['是否通路', '通路'] },
    power: { kind: 'yes-no', label: { zh: '是否通电', en: 'Power' }, aliases: ['是否通生活用电', '有电用', '通电'] },
    tv: { kind: 'yes-no', label: { zh: '有电视看', en: 'Television' }, aliases: ['是否通广播电视', '是否有电视'] },
    housing_aid_yuan: {
      kind: 'money',
      time: 'flow',
      blankMeansNone: true,
      label: { zh: '危旧房改造补助金额', en: 'Housing aid' },
      aliases: ['危房改造补助', '危旧房改造补助', '住房补助金额'],
    },

    monitoring_type: {
      kind: 'choice',
      blankMeansNone: true,
      label: { zh: '监测对象类型', en: 'Monitoring type' },
      aliases: ['监测类型', '监测类别', '监测对象类别', '易返贫致贫户类型', '易返贫致贫户（监测对象）类型'],
      choices: {
        unstable: ['脱贫不稳定户', '脱贫不稳定'],
        marginal: ['边缘易致贫户', '边缘户', '边缘易致贫'],
        sudden: ['突发严重困难户', '突发严重困难', '严重困难户'],
        none: ['无', '否', '非监测对象', '不是监测对象'],
      },
    },
    risk_cleared: {
      kind: 'yes-no',
      label: { zh: '风险是否消除', en: 'Risk cleared' },
      aliases: ['风险是否已消除', '风险消除', '风险状态'],
    },
  },
  rules: [
    {
      code: 'registered-contradicts',
      severity: 'warning',
      column: 'registered',
      broken: { all: [{ yes: 'registered' }, { column: 'status', oneOf: ['never'] }] },
    },
    {
      code: 'registered-contradicts',
      severity: 'warning',
      column: 'registered',
      broken: { all: [{ not: { yes: 'registered' } }, { column: 'status', oneOf: ['remaining', 'exited', 'returned', 'pre-exit'] }] },
    },
    {
      code: 'industry-contradicts',
      severity: 'warning',
      column: 'has_industry',
      broken: { all: [{ not: { yes: 'has_industry' } }, { hasItems: 'industries' }] },
    },
    {
      code: 'unsafe-house-called-safe',
      severity: 'warning',
      column: 'housing',
      broken: { all: [{ yes: 'housing' }, { column: 'house_grade', oneOf: ['C', 'D'] }] },
    },
    {
      code: 'exit-year-of-the-poor',
      severity: 'warning',
      column: 'exit_year',
      broken: { all: [{ column: 'status', oneOf: ['remaining'] }, { known: 'exit_year' }] },
    },
    {
      code: 'exit-year-later',
      severity: 'warning',
      column: 'exit_year',
      broken: {
        all: [
          { column: 'status', oneOf: ['exited'] },
          { later: 'exit_year', than: 'period' },
        ],
      },
    },
    { code: 'exit-before-registration', severity: 'warning', column: 'exit_year', broken: { later: 'identified_year', than: 'exit_year' } },
    {
      code: 'nobody-in-household',
      severity: 'warning',
      column: 'persons',
      broken: { all: [{ column: 'persons', below: 1n }, { not: { column: 'status', oneOf: ['cancelled'] } }] },
    },
    {
      code: 'risk-without-monitoring',
      severity: 'warning',
      column: 'risk_cleared',
      broken: { all: [{ known: 'risk_cleared' }, { column: 'monitoring_type', oneOf: ['none'] }] },
    },
  ],
});
