import { defineTable } from '../column.ts';
import { placeColumns } from '../place-columns.ts';

const { province, city, county, township } = placeColumns;

/** A row per project or aid measure (a donation, an in-kind gift) and period. */
export const projects = defineTable({
  id: 'projects',
  label: { zh: '项目表', en: 'projects' },
  marks: [['project_id'], ['name', 'category']],
  key: ['project_id', 'period'],
  columns: {
    project_id: {
      kind: 'text-id',
      required: true,
      label: { zh: '项目编号', en: 'Project id' },
      aliases: ['项目ID', '项目代码', '项目编码'],
    },
    name: {
      kind: 'text',
      required: true,
      label: { zh: '项目名称', en: 'Project' },
      aliases: ['project_name', '帮扶项目', '措施名称'],
    },
    province,
    city,
    county,
    township,
    village: {
      kind: 'list',
      label: { zh: '村', en: 'Village' },
      aliases: ['行政村', '村名', '项目村', '实施村', '项目地点', '实施地点', '所在村'],
      blankMeans: { zh: '整个乡镇或整个县的项目', en: 'a project of the whole township or county' },
    },
    period: {
      kind: 'period',
      required: true,
      label: { zh: '年度', en: 'Period' },
      aliases: ['年份', '归属年度', '实施年度', '统计年度', '时期', '期间', 'year'],
    },
    category: {
      kind: 'choice',
      required: true,
      label: { zh: '项目类型', en: 'Category' },
      aliases: ['类别', '项目类别', 'project_type'],
      choices: {
        industry: ['产业', '产业发展', '产业项目'],
        infrastructure: ['基础设施', '基础设施建设'],
        housing: ['住房', '危旧房改造', '危房改造', '住房安全'],
        education: ['教育', '教育资助', '助学'],
        health: ['医疗', '健康', '医疗救助'],
        'public-service': ['公共服务', '社会事业', '文化体育'],
        organisation: ['组织建设', '党建', '基层组织建设'],
        relief: ['救助', '慰问', '临时救助', '捐助'],
        management: ['管理费', '项目管理费'],
        other: ['其他', '其它'],
      },
    },
    source: {
      kind: 'choice',
      label: { zh: '资金来源', en: 'Source of funds' },
      aliases: ['来源', 'fund_source'],
      choices: {
        central: ['中央', '中央资金', '中央财政'],
        province: ['省', '省级', '自治区', '自治区级', '省级资金', '自治区资金'],
        city: ['市', '市级', '市级资金'],
        county: ['县', '县级', '县级资金', '旗县级资金'],
        unit: ['帮扶单位', '后盾单位', '单位帮扶'],
        enterprise: ['企业', '企业帮扶', '爱心企业'],
        donation: ['捐款', '捐赠', '社会捐赠', '捐助'],
        self: ['自筹', '群众自筹'],
        other: ['其他', '其它'],
      },
    },
    planned_yuan: {
      kind: 'money',
      time: 'stock',
      label: { zh: '计划投资', en: 'Planned' },
      aliases: ['计划资金', '计划总投资', '项目预算总投资', '投资合计', '总投资', 'total_investment'],
    },
    received_yuan: {
      kind: 'money',
      time: 'flow',
      label: { zh: '到位资金', en: 'Received' },
      aliases: ['已到位资金', '到账资金', '已拨付金额', '到位金额'],
    },
    spent_yuan: {
      kind: 'money',
      time: 'flow',
      label: { zh: '支出资金', en: 'Spent' },
      aliases: ['已支出资金', '已支付金额', '支出金额', '已完成投资'],
    },
    quantity: { kind: 'quantity', time: 'flow', label: { zh: '数量', en: 'Quantity' }, aliases: ['实物数量'] },
    unit: { kind: 'text', label: { zh: '计量单位', en: 'Unit' }, aliases: ['单位', '数量单位'] },
    beneficiary_households: {
      kind: 'count',
      time: 'flow',
      label: { zh: '受益户数', en: 'Households reached' },
      aliases: ['受益农户数', '惠及户数'],
    },
    beneficiary_persons: {
      kind: 'count',
      time: 'flow',
      label: { zh: '受益人口', en: 'Persons reached' },
      aliases: ['受益人数', '受益人口数', '惠及人数'],
    },
    planned_start: {
      kind: 'date',
      label: { zh: '计划开始时间', en: 'Planned start' },
      aliases: ['计划开工时间', 'plan_start'],
    },
    planned_end: {
      kind: 'date',
      label: { zh: '计划完成时间', en: 'Planned end' },
      aliases: ['计划结束时间', '计划竣工时间', 'plan_end'],
    },
    completed_on: {
      kind: 'date',
      label: { zh: '完成时间', en: 'Completed on' },
      aliases: ['竣工时间', '实际完成时间', '实际竣工时间'],
    },
    status: {
      kind: 'choice',
      label: { zh: '项目状态', en: 'Status' },
      aliases: ['状态', '进度', '项目进度'],
      choices: {
        planned: ['规划中', '计划', '未开工', '计划中'],
        'under-way': ['实施中', '在建', '进行中', 'under_way', '持续'],
        completed: ['已完成', '完成', '已完工', '竣工', '已竣工'],
        stopped: ['已终止', '终止', '停工', '取消'],
      },
    },
  },
  rules: [
    {
      code: 'date-without-completion',
      severity: 'warning',
      column: 'status',
      broken: { all: [{ known: 'completed_on' }, { column: 'status', oneOf: ['planned', 'under-way'] }] },
    },
  ],
});
