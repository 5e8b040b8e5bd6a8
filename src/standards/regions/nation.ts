import { clearanceCriteria } from '../clearance-criteria.ts';
import { defineScheme, defineStandard } from '../define.ts';
import type { WrittenStandard } from '../define.ts';
import { EXITS_END } from '../exits-end.ts';
import type { Book } from '../standard.ts';

const LAST_CHECKED = '2026-11-24';

type WrittenSource = WrittenStandard['values'][number]['source'];

/**
 * Made public by Xinhua on Thursday 2016-04-28 (http://en.chinagate.cn/news/2016-04/29/content_38349551.htm). The sentences on exits were
 * read in copies of that publication, not in the document itself: hence `press`.
 */
const EXIT_OPINION: WrittenSource = {
  title: '关于建立贫困退出机制的意见',
  issuer: '中共中央办公厅、国务院办公厅',
  number: '厅字〔2016〕16号',
  published: '2016-04-28',
  url: 'https://flfgdq.cn/law/关于建立贫困退出机制的意见-2016年',
  confidence: 'press',
};
const EXIT_BEGINS = '2016-04-28';

/** Shown beside a verdict on a number that is the mark itself. */
const ON_THE_MARK = {
  zh: '恰好等于2%（西部3%）时各文件说法不一：厅字〔2016〕16号写“降至2%以下（西部地区降至3%以下）”，可读作含本数；评估检查的报道和国务院新闻写“低于”；国开办发〔2017〕56号写“高于2%（3%）的，不得退出”，恰好等于并不在内。此处按“低于”，恰好等于不算达标',
  en: 'at exactly 2 % (3 % in the west) the documents differ: 厅字〔2016〕16号 says "2 % (3 %) or less" or "under" by one word, reports of the evaluation and State Council news say "lower than" (低于), and 国开办发〔2017〕56号 says "higher than 2 % (3 %) may not exit" (高于…不得退出), which the mark itself is not. This entry reads it as "lower than": the mark itself is not met',
};

/** The guiding opinions on monitoring against a return to poverty; of the copy only the opening could be read. */
const CLEARANCE: WrittenSource = {
  title: '关于健全防止返贫动态监测和帮扶机制的指导意见',
  issuer: '中央农村工作领导小组',
  number: '中农组发〔2021〕7号',
  published: '2021',
  url: 'http://m.haohg.cn/zdlyxxgk/shgysyjs/xczxxxgk/zcwj/content/post_4634426.html',
  confidence: 'press',
};
const CLEARANCE_READ: WrittenSource = {
  title: '监测对象标注解除风险的前提条件是什么？哪种情形下不能标注风险消除？风险消除包含哪些程序？',
  issuer: '海南省人民政府网',
  published: '2021-12',
  url: 'http://fygsj.cn/hainan/c100568/202112/b481439ec18f4be7ab3099ac00703f92.shtml',
  confidence: 'press',
};
/** From when on it was read to be applied. */
const CLEARANCES_BEGIN = '2021-12-01';

const COUNTY_PRESS: WrittenSource = {
  title: '2018年8月17日新闻发布会：40个县退出贫困县序列（Forty counties removed from the list）',
  issuer: '中国政府网英文版 (english.www.gov.cn)',
  published: '2018-08-17',
  url: 'http://english.www.gov.cn/news/topnews/201808/17/content_WS5d16c12bc6d03ce678794003.html',
  confidence: 'press',
};

const incidence = (
  level: 'village' | 'county',
  appliesTo: 'west' | 'not-west',
  value: string,
  furtherSource?: WrittenSource,
): WrittenStandard => ({
  id: `${level}-exit/poverty-incidence`,
  region: 'CN',
  appliesTo,
  level,
  label: { zh: '贫困发生率', en: 'Poverty incidence' },
  unit: 'share',
  comparison: 'below',
  wording: `原则上贫困${level === 'village' ? '村' : '县'}贫困发生率降至2%以下（西部地区降至3%以下）`,
  values: [{ from: EXIT_BEGINS, until: EXITS_END, value, source: EXIT_OPINION, furtherSource, note: ON_THE_MARK }],
  lastChecked: LAST_CHECKED,
});

const year = (name: number): { from: string; until: string } => ({ from: `${name}-01-01`, until: `${name}-12-31` });

const YEARBOOK: WrittenSource = {
  title: '云南调查年鉴2017 表4-2 2010-2016年农村扶贫新标准及贫困状况（说明3、4）',
  issuer: '国家统计局云南调查总队',
  published: '2017',
  url: 'http://202.106.125.35/csydkns/navi/navihtml.aspx?filename=N2017110011000082&page=1',
  confidence: 'document',
};
const DISPOSABLE = {
  zh: '2014年起对应农村常住居民人均可支配收入',
  en: 'from 2014 on it is a line of disposable income of rural residents',
};

/**
 * The notice and the measures stand in a copy (the address below); its clauses on the rates were read in other copies of them
 * (https://www.baiwen17.com/article/119597.html), not in the document itself: hence `press`.
 */
const EVALUATION: WrittenSource = {
  title: '贫困县退出专项评估检查实施办法（试行）',
  issuer: '国务院扶贫办',
  number: '国开办发〔2017〕56号',
  published: '2017-09-30',
  url: 'https://0798ci.com/doc/91503.html',
  confidence: 'press',
};
const EVALUATION_BEGINS = '2017-09-30';
const EVALUATION_PRESS: WrittenSource = {
  title: '严把贫困县退出关口（关于国开办发〔2017〕56号《贫困县退出专项评估检查实施办法（试行）》的报道）',
  issuer: '瞭望新闻周刊',
  published: '2017-11-06',
  url: 'http://m.dddjmc.com/news/txnews/cnnews/sh/2017-11-06/2070843_3.html',
  confidence: 'press',
};

type Label = WrittenStandard['label'];

/** One of the rates of the evaluation. Whether the mark itself passes is in the words of the measures; the press words it more strictly. */
const evaluation = (
  what: string,
  label: Label,
  comparison: 'at-most' | 'at-least',
  wording: string,
  value: string,
  note: Label,
): WrittenStandard => ({
  id: `exit-evaluation/${what}`,
  region: 'CN',
  level: 'county',
  label,
  unit: 'share',
  comparison,
  wording,
  values: [{ from: EVALUATION_BEGINS, until: EXITS_END, value, source: EVALUATION, furtherSource: EVALUATION_PRESS, note }],
  lastChecked: LAST_CHECKED,
});

/** 综合贫困发生率: with the wrongly exited and the missed. The press alone says on which side the mark itself lies as the opinion of 2016 is applied. */
const combinedIncidence = (appliesTo: 'west' | 'not-west', value: string): WrittenStandard => ({
  id: 'exit-evaluation/combined-poverty-incidence',
  region: 'CN',
  appliesTo,
  level: 'county',
  label: { zh: '综合贫困发生率', en: 'Combined poverty incidence' },
  unit: 'share',
  comparison: 'below',
  wording: '贫困发生率必须低于2%（西部地区低于3%）',
  values: [{ from: EVALUATION_BEGINS, until: EXITS_END, value, source: EVALUATION_PRESS, furtherSource: EVALUATION, note: ON_THE_MARK }],
  lastChecked: LAST_CHECKED,
});

const OF_PERSONS = {
  zh: '按人计算，抽样入户核实。“高于2%的，不得退出”：恰好2%可以退出；报道写的是“必须低于2%”',
  en: 'counted in persons, by visits to a sample. "Higher than 2 % may not exit": the mark itself may; the press writes "must be lower than 2 %"',
};

/** What holds for the whole country, each number with its document. */
export const nation: Book = {
  standards: [
    defineStandard({
      id: 'poverty-line',
      region: 'CN',
      level: 'household',
      label: { zh: '农村扶贫标准（年人均纯收入，当年价）', en: 'Rural poverty line (net income per person and year, current prices)' },
      unit: 'yuan',
      comparison: 'above',
      wording: '年人均纯收入稳定超过国家扶贫标准',
      values: [
        {
          ...year(2010),
          value: '2300 yuan',
          source: {
            title: '2014年农村贫困人口减少的报道（2010年不变价2300元）',
            issuer: '经济日报',
            published: '2015-04-16',
            url: 'http://finance.china.com.cn/roll/20150416/3062021.shtml',
            confidence: 'press',
          },
        },
        { ...year(2011), value: '2536 yuan', source: YEARBOOK },
        { ...year(2012), value: '2625 yuan', source: YEARBOOK },
        { ...year(2013), value: '2736 yuan', source: YEARBOOK },
        { ...year(2014), value: '2800 yuan', source: YEARBOOK, note: DISPOSABLE },
        { ...year(2015), value: '2855 yuan', source: YEARBOOK, note: DISPOSABLE },
        { ...year(2016), value: '2952 yuan', source: YEARBOOK, note: DISPOSABLE },
        {
          ...year(2020),
          value: '4000 yuan',
          source: {
            title: "Official: China's poverty standard higher than World Bank level",
            issuer: '国务院新闻办公室 (SCIO)',
            published: '2021-04-07',
            url: 'http://english.scio.gov.cn/pressroom/2021-04/07/content_77385003.htm',
            confidence: 'press',
          },
          note: {
            zh: '原文是“4000元左右”，是约数',
            en: 'the source says "about 4,000 yuan": an approximate figure',
          },
        },
      ],
      lastChecked: LAST_CHECKED,
    }),
    defineStandard(incidence('village', 'not-west', '2%')),
    defineStandard(incidence('village', 'west', '3%')),
    defineStandard(incidence('county', 'not-west', '2%', COUNTY_PRESS)),
    defineStandard(incidence('county', 'west', '3%', COUNTY_PRESS)),
    defineStandard(combinedIncidence('not-west', '2%')),
    defineStandard(combinedIncidence('west', '3%')),
    defineStandard(
      evaluation(
        'wrong-exit-rate',
        { zh: '脱贫人口错退率', en: 'Wrongly exited, out of the exited sampled' },
        'at-most',
        '脱贫人口错退率高于2%的，不得退出',
        '2%',
        OF_PERSONS,
      ),
    ),
    defineStandard(
      evaluation(
        'missed-poor-rate',
        { zh: '贫困人口漏评率', en: 'Poor persons missed, out of the not registered sampled' },
        'at-most',
        '贫困人口漏评率高于2%的，不得退出',
        '2%',
        OF_PERSONS,
      ),
    ),
    defineStandard(
      evaluation(
        'recognition',
        { zh: '群众认可度', en: 'Recognition by the households asked' },
        'at-least',
        '群众认可度低于90%的，不得退出',
        '90%',
        {
          zh: '按户计算，抽样入户核实。“低于90%的，不得退出”：恰好90%可以退出；报道写的是“必须高于90%”',
          en: 'counted in households, by visits to a sample. "Lower than 90 % may not exit": the mark itself may; the press writes "must be higher than 90 %"',
        },
      ),
    ),
  ],
  schemes: [
    defineScheme({
      id: 'risk-clearance',
      region: 'CN',
      level: 'household',
      title: { zh: '监测对象风险消除条件（过渡期）', en: 'When a monitored household may be marked cleared (2021–2025)' },
      from: CLEARANCES_BEGIN,
      until: '2025-12-31',
      source: CLEARANCE,
      furtherSource: CLEARANCE_READ,
      note: {
        zh: '这几条是在依据中农组发〔2021〕7号的地方页面（海南、安徽弋江、云南楚雄、甘肃秦安）里读到的，前两条文字一致，没有劳动力一条见于海南和安徽；原文件只读到开头。“半年”“至少一项措施”只见于安徽，不列为全国条件',
        en: 'these were read on pages of provinces and counties that apply 中农组发〔2021〕7号 (Hainan, Yijiang, Chuxiong, Qin’an): the first two in the same words, the one on labour in Hainan and Anhui; of the document itself only the opening was. Half a year and a measure are asked for in Anhui alone, and are no criterion here',
      },
      criteria: clearanceCriteria({
        income: '收入持续稳定，家庭年人均纯收入稳定超过当年监测范围',
        guarantees: '“两不愁三保障”及饮水安全持续巩固',
        labour: '对无劳动能力的，落实社会保障措施后，暂不标注“风险消除”，持续跟踪监测',
      }),
    }),
    defineScheme({
      id: 'household-exit',
      region: 'CN',
      level: 'household',
      title: { zh: '国家贫困人口退出标准（一超过、两不愁、三保障）', en: 'National exit standard of a household' },
      from: EXIT_BEGINS,
      until: EXITS_END,
      source: EXIT_OPINION,
      // The opinion's own sentence has no water; later wordings of the State Council have. Left out here, because a rule of 2016 must not
      // be given what was added afterwards, and the day of the addition is in no document that was read.
      note: {
        zh: '原文没有安全饮水；后来的表述加上了安全饮水，何时起算的文件没有读到，所以没有列为一条',
        en: 'the opinion does not name safe water; later wordings do. The document that says from when was not read, so it is no criterion here',
      },
      criteria: [
        {
          number: 1,
          label: { zh: '收入超过国家扶贫标准', en: 'Income above the line' },
          wording: '该户年人均纯收入稳定超过国家扶贫标准',
          parts: [{ kind: 'answer', answer: 'above_poverty_line' }],
        },
        {
          number: 2,
          label: { zh: '吃穿不愁', en: 'Enough to eat and to wear' },
          wording: '吃穿不愁',
          parts: [
            { kind: 'answer', answer: 'food' },
            { kind: 'answer', answer: 'clothing' },
          ],
        },
        {
          number: 3,
          label: { zh: '义务教育有保障', en: 'Compulsory education' },
          wording: '义务教育有保障',
          parts: [{ kind: 'answer', answer: 'education' }],
        },
        {
          number: 4,
          label: { zh: '基本医疗有保障', en: 'Basic medical care' },
          wording: '基本医疗有保障',
          parts: [{ kind: 'answer', answer: 'medical' }],
        },
        {
          number: 5,
          label: { zh: '住房安全有保障', en: 'Safe housing' },
          wording: '住房安全有保障',
          parts: [{ kind: 'answer', answer: 'housing' }],
        },
      ],
    }),
    defineScheme({
      id: 'village-exit',
      region: 'CN',
      level: 'village',
      title: { zh: '国家贫困村退出标准', en: 'National exit standard of a village' },
      from: EXIT_BEGINS,
      until: EXITS_END,
      source: EXIT_OPINION,
      criteria: [
        {
          number: 1,
          label: { zh: '贫困发生率', en: 'Poverty incidence' },
          wording: '原则上贫困村贫困发生率降至2%以下（西部地区降至3%以下）',
          parts: [{ kind: 'metric', metric: 'poverty_incidence', standard: 'village-exit/poverty-incidence' }],
        },
        {
          number: 2,
          label: { zh: '基础设施', en: 'Infrastructure' },
          wording: '统筹考虑村内基础设施',
          parts: [{ kind: 'outside', what: { zh: '村内基础设施（原文没有数值）', en: 'infrastructure (the document gives no number)' } }],
        },
        {
          number: 3,
          label: { zh: '基本公共服务', en: 'Public services' },
          wording: '统筹考虑基本公共服务',
          parts: [{ kind: 'outside', what: { zh: '基本公共服务（原文没有数值）', en: 'public services (the document gives no number)' } }],
        },
        {
          number: 4,
          label: { zh: '产业发展', en: 'Industry' },
          wording: '统筹考虑产业发展',
          parts: [{ kind: 'outside', what: { zh: '产业发展（原文没有数值）', en: 'industry (the document gives no number)' } }],
        },
        {
          number: 5,
          label: { zh: '集体经济收入', en: 'Collective income' },
          wording: '统筹考虑集体经济收入等综合因素',
          parts: [
            { kind: 'outside', what: { zh: '集体经济收入（原文没有数值）', en: 'collective income (the document gives no number)' } },
          ],
        },
      ],
    }),
    defineScheme({
      id: 'county-exit',
      region: 'CN',
      level: 'county',
      title: { zh: '国家贫困县退出标准', en: 'National exit standard of a county' },
      from: EXIT_BEGINS,
      until: EXITS_END,
      source: EXIT_OPINION,
      furtherSource: COUNTY_PRESS,
      criteria: [
        {
          number: 1,
          label: { zh: '贫困发生率', en: 'Poverty incidence' },
          wording: '原则上贫困县贫困发生率降至2%以下（西部地区降至3%以下）',
          parts: [{ kind: 'metric', metric: 'poverty_incidence', standard: 'county-exit/poverty-incidence' }],
        },
        {
          number: 2,
          label: { zh: '专项评估检查', en: 'Evaluation' },
          wording: '国务院扶贫开发领导小组组织对地方退出情况进行专项评估检查',
          parts: [
            { kind: 'metric', metric: 'combined_poverty_incidence', standard: 'exit-evaluation/combined-poverty-incidence' },
            { kind: 'metric', metric: 'wrong_exit_rate', standard: 'exit-evaluation/wrong-exit-rate' },
            { kind: 'metric', metric: 'missed_poor_rate', standard: 'exit-evaluation/missed-poor-rate' },
            { kind: 'metric', metric: 'recognition_rate', standard: 'exit-evaluation/recognition' },
          ],
        },
      ],
    }),
  ],
};
