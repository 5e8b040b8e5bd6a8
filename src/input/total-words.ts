import { cellText, halfWidth } from './cell.ts';

/** Words by which a row says that it sums up others. */
const SUM = '[∑Σ]|合计|小计|总计|共计|累计|总和|汇总|合總|合計|總計|小計|共計';
const HAS_SUM = new RegExp(SUM, 'u');
/** A place may be called so: 小计村, 合计屯, 其中坪村. */
const PLACE_CALLED_SO = new RegExp(`^(?:${SUM}|平均|其中)[\\p{Script=Han}]{0,4}(?:村|屯|寨|庄|组|坪|湾|社区|村委会|居委会)$`, 'u');
/** What counts is no name: 合计3个村, 合计（村）, 其中贫困村. */
const COUNTS = /[\d:：()个各全共所数]|(?:贫困|脱贫|示范|重点|摘帽|帮扶|出列|预脱贫|深度|易地)村$/u;
/** What is a sum or a mean as a whole. */
const WHOLE =
  /^(?:计|总|总数|总体|合共|共|总合|全国|全省|全市|全县|全区|全旗|全州|全乡|全镇|全乡镇|全街道|全部|全体|全部村|所有村|各村|\d+个?村|[一二两三四五六七八九十]+个?村|.{0,6}之和|全[县市区乡镇].{0,2}数|小记|过次页|承前页|转下页|非贫困村|含[:：].*|中位数|最大值?|最小值?|占比|占.{0,6}比|比例|比重|同比|环比|增长率|增速|增幅|较上年.{0,6}|比上年.{0,6}|上年数?|上年同期|目标值?|目标任务|任务数|达标率|完成率|排名|名次|均值|平均|平均数|平均值|[县市区乡镇村户人]均|共\d+(?:个?村|户|人|个|项).*)$/u;
const MEAN = /^(?:(?:全[县市区乡镇]|[县市区乡镇村户人])?平均.{0,8}|.{0,12}平均(?:数|值|水平)?)$/u;
const OF_WHICH = /^其中(?:[:：(].*|.{0,12})$/u;
const ENGLISH =
  /^(?:(?:[\p{L}\d'’.-]+\s+){0,4}(?:(?:sub|grand)\s*-?\s*)?totals?(?:\s*[(:,].*|\s+(?:of|for)\b.*)?|(?:sum|average|mean|avg\.?)(?:\s*[(:,].*|\s+(?:of|for|per)\b.*)?|(?:[\p{L}\d'’.-]+\s+){1,4}(?:average|mean)|of which\b.*|sub-?totals? \d+|totals? (?:villages|households)|median|max(?:imum)?|min(?:imum)?|% of total|share of total|rank(?:ing)?|(?:all|the) (?:villages|households|townships|counties)|overall)$/iu;
/** Longer text is a sentence, or a project. */
const LONGEST = 24;

/** Whether the words of a cell say that its row sums up others, is their mean, or tells a part of them (其中). */
export function isTotalWord(cell: string): boolean {
  if (cell.length < 1 || cell.length > LONGEST * 2) return false;
  const words = halfWidth(cellText(cell))
    .replace(/^[([【]+|[)\]】:。.]+$/gu, '')
    .trim();
  const text = words.replace(/\s+/gu, '');
  if (text === '' || text.length > LONGEST) return false;
  if (/^[\u0020-\u007e’]+$/u.test(words)) return ENGLISH.test(words);
  if (PLACE_CALLED_SO.test(text) && !COUNTS.test(text)) return false;
  return HAS_SUM.test(text) || WHOLE.test(text) || MEAN.test(text) || OF_WHICH.test(text);
}

const PROJECT_TOTAL = /^.{0,10}(?:合计|小计|总计|共计)(?:\(.*\))?[:：]?$|^其中[:：]|^全[县市区乡镇]$|^总(?:投资|计|数)$/u;

/** Whether the name of a project is such a word. A project may be about sums and means: 户均增收项目. */
export function isTotalOfProjects(cell: string): boolean {
  const words = cellText(cell);
  return PROJECT_TOTAL.test(halfWidth(words).replace(/\s+/gu, '')) || (/total$/iu.test(words) && isTotalWord(cell));
}
