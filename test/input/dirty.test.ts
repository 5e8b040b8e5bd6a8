import { expect, test } from 'vitest';
import { checkJson } from '../support/command-line.ts';

/** Every defect planted in `fixtures/dirty`: file, spreadsheet row, column, what must be found; behind it, what was done to the row. */
const planted: readonly (readonly [file: string, row: number, column: string | null, code: string])[] = [
  ['villages.csv', 4, 'village', 'required-blank'], // 村名空白
  ['villages.csv', 5, 'period', 'required-blank'], // 年度空白
  ['villages.csv', 6, 'period', 'not-a-period'], // 十三月
  ['villages.csv', 7, 'period', 'not-a-period'], // 写成一天
  ['villages.csv', 8, 'rural_population', 'negative'], // 负数
  ['villages.csv', 9, 'rural_population', 'not-a-number'], // NaN
  ['villages.csv', 10, 'rural_population', 'scientific-notation'], // 科学计数法
  ['villages.csv', 11, 'households', 'not-whole'], // 半户
  ['villages.csv', 12, 'households', 'unit-unexpected'], // 户数带“元”
  ['villages.csv', 13, 'paired_households', 'percentage-for-number'], // 填了百分数
  ['villages.csv', 14, 'households', 'number-too-large'], // 证件号码填进户数
  ['villages.csv', 15, 'award_yuan', 'negative'], // 金额为负
  ['villages.csv', 16, 'award_yuan', 'not-a-number'], // 金额是文字
  ['villages.csv', 17, 'collective_income', 'scientific-notation'], // 金额科学计数法
  ['villages.csv', 18, 'poverty_village', 'coded-yes-no'], // 是否填了 2
  ['villages.csv', 19, 'poverty_village', 'not-yes-no'], // 是否填了别的
  ['villages.csv', 20, 'exit_year', 'not-a-year'], // 年份是文字
  ['villages.csv', 21, 'stated_poverty_incidence', 'not-a-rate'], // 比率是文字
  ['villages.csv', 22, 'village_code', 'not-a-village-code'], // 村代码九位
  ['villages.csv', 23, 'village_code', 'destroyed-number'], // 村代码被改成科学计数法
  ['villages.csv', 24, 'registered_poor_households', 'part-exceeds-whole'], // 贫困户多于总户数
  ['villages.csv', 25, 'registered_poor_persons', 'part-exceeds-whole'], // 贫困人口多于乡村人口
  ['villages.csv', 26, 'remaining_poor_persons', 'part-exceeds-whole'], // 剩余多于建档立卡
  ['villages.csv', 27, 'remaining_poor_households', 'part-exceeds-whole'], // 剩余户多于贫困户
  ['villages.csv', 28, 'exempt_households', 'part-exceeds-whole'], // 豁免户多于贫困户
  ['villages.csv', 29, 'industry_households', 'part-exceeds-whole'], // 产业户多于贫困户
  ['villages.csv', 30, 'industry_exempt_households', 'part-exceeds-whole'], // 有产业的豁免户多于豁免户
  ['villages.csv', 31, 'industry_households', 'industry-exceeds-eligible'], // 产业户多于应覆盖户
  ['villages.csv', 32, 'awarded_households', 'part-exceeds-whole'], // 奖补户多于贫困户
  ['villages.csv', 33, 'paired_households', 'part-exceeds-whole'], // 结对户多于贫困户
  ['villages.csv', 34, 'planned_households', 'part-exceeds-whole'], // 一户一策多于贫困户
  ['villages.csv', 35, 'collective_income', 'parts-exceed-receipts'], // 漏加征地补偿
  ['villages.csv', 36, 'safe_water_households', 'part-exceeds-whole'], // 饮水户多于总户数
  ['villages.csv', 37, 'powered_households', 'part-exceeds-whole'], // 通电户多于总户数
  ['villages.csv', 38, 'tv_households', 'part-exceeds-whole'], // 电视户多于总户数
  ['villages.csv', 39, 'safe_housing_households', 'part-exceeds-whole'], // 住房户多于总户数
  ['villages.csv', 40, 'insured_persons', 'part-exceeds-whole'], // 医保人数多于人口
  ['villages.csv', 41, 'pension_persons', 'part-exceeds-whole'], // 养老人数多于人口
  ['villages.csv', 42, 'registered_poor_persons', 'fewer-persons-than-households'], // 人少于户
  ['villages.csv', 43, 'remaining_poor_persons', 'roll-forward-differs'], // 人口对不上账
  ['villages.csv', 44, 'stated_industry_coverage', 'stated-rate-truncated'], // 比率被截尾
  ['villages.csv', 45, 'stated_poverty_incidence', 'stated-rate-differs'], // 比率对不上
  ['villages.csv', 46, null, 'row-too-short'], // 少三格
  ['villages.csv', 47, null, 'row-too-long'], // 多一格
  ['villages.csv', 48, 'village', 'duplicate-village'], // 同村同年两行
  ['villages.csv', 49, 'registered_poor_households', 'household-count-differs'], // 户表比村表少
  ['households.csv', 4, 'household_id', 'required-blank'], // 户编号空白
  ['households.csv', 5, 'household_id', 'destroyed-number'], // 户编号被破坏
  ['households.csv', 6, 'persons', 'required-blank'], // 人数空白
  ['households.csv', 7, 'persons', 'nobody-in-household'], // 零人
  ['households.csv', 8, 'status', 'unknown-choice'], // 状态不在选项里
  ['households.csv', 9, 'status', 'coded-choice'], // 状态填了编码
  ['households.csv', 10, 'main_cause', 'coded-choice'], // 原因填了编码
  ['households.csv', 11, 'head_id_no', 'identity-checksum'], // 校验码不对
  ['households.csv', 12, 'head_id_no', 'identity-birth-date'], // 出生日期不存在
  ['households.csv', 13, 'head_id_no', 'identity-length'], // 十五位
  ['households.csv', 14, 'head_id_no', 'identity-destroyed'], // 证件号码被破坏
  ['households.csv', 15, 'registered', 'registered-contradicts'], // 非贫困户却建档
  ['households.csv', 16, 'exit_year', 'exit-year-of-the-poor'], // 未脱贫却有脱贫年度
  ['households.csv', 17, 'exit_year', 'exit-year-later'], // 脱贫年度晚于年度
  ['households.csv', 18, 'exit_year', 'exit-before-registration'], // 脱贫早于识别
  ['households.csv', 19, 'has_industry', 'industry-contradicts'], // 否却列出产业
  ['households.csv', 20, 'housing', 'unsafe-house-called-safe'], // 危房填安全
  ['households.csv', 21, 'house_grade', 'unknown-choice'], // 等级不在选项里
  ['households.csv', 22, 'risk_cleared', 'risk-without-monitoring'], // 未监测却有风险
  ['households.csv', 23, 'net_income_per_capita', 'unit-unexpected'], // 收入单位不对
  ['households.csv', 24, 'household_id', 'duplicate-household'], // 户编号重复
  ['households.csv', 25, 'village', 'unknown-village'], // 村表没有的村
  ['households.csv', 26, null, 'row-too-short'], // 少三格
  ['projects.csv', 3, 'name', 'required-blank'], // 项目名称空白
  ['projects.csv', 4, 'category', 'unknown-choice'], // 类型不在选项里
  ['projects.csv', 5, 'completed_on', 'not-a-date'], // 二月三十日
  ['projects.csv', 6, 'spent_yuan', 'unit-twice'], // 单位写了两次
  ['projects.csv', 7, 'spent_yuan', 'spent-exceeds-received'], // 支出多于到位
  ['projects.csv', 8, 'received_yuan', 'received-exceeds-planned'], // 到位多于计划
  ['projects.csv', 9, 'status', 'date-without-completion'], // 有完成时间却未完成
  ['projects.csv', 10, 'project_id', 'duplicate-project'], // 项目重复
  ['projects.csv', 11, 'village', 'unknown-village'], // 项目在不存在的村
  ['members.csv', 4, 'relation_to_head', 'no-head'], // 没有户主
  ['members.csv', 7, 'relation_to_head', 'several-heads'], // 两个户主
  ['members.csv', 9, 'status', 'member-disagrees'], // 各行不一致
  ['members.csv', 10, 'persons', 'members-differ'], // 人数与行数不符
  ['members.csv', 11, 'status', 'required-blank'], // 状态空白
];

const files = ['villages.csv', 'households.csv', 'members.csv', 'projects.csv'].map((name) => `fixtures/dirty/${name}`);

test('every planted defect is found on its row and column, and none is invented', async () => {
  const { status, json } = await checkJson(files);
  const found = json.findings.map(({ file, row, column, code }) => [file.replace('fixtures/dirty/', ''), row, column, code].join(' '));
  expect(found.toSorted()).toEqual(planted.map(([file, row, column, code]) => [file, row, column, code].join(' ')).toSorted());
  expect(status).toBe(1);
  for (const { rows, accepted, rejected } of json.inputs) expect(accepted + rejected).toBe(rows);
});

test('at least sixty defects are planted', () => {
  expect(planted.length).toBeGreaterThanOrEqual(60);
});
