/** Somebody who signs, a day, a telephone, a source: 填表人：, 审核人：, 数据来源：, Prepared by: */
const LABEL =
  /^[(（]?(?:(?:单位|部门|科室|分管|主管|县|乡|镇|村)?(?:填表|填报|制表|审核|审批|审定|复核|校对|核对|经办|负责|责任|联系|报送|编制|填写|录入|统计|提供|签发|分管|主管|主要)[^:：]{0,10}|(?:数据|资料|信息)?来源|(?:联系)?电话|手机|传真|邮箱|日期|时间|年月日|备注|注|附注|说明|填表说明|填报说明|指标解释|注释|附件?|(?:金额|计量)?单位|盖章|签字|签名)\s*\d*[:：]/u;
/** A role without its colon: the name stands in the next cell. */
const ROLE =
  /^(?:第一书记|(?:村|驻村)?(?:支书|支部书记|主任|会计|文书)|(?:填表|填报|制表|审核|复核|校对|经办|负责|责任|联系|统计)人?员?|单位负责人|分管领导|主管领导|联系电话|电话|手机号?码?)(?:[（(].*[)）])?[:：]?$/u;
/** A short label of whatever kind before a colon: 村支书：张三. */
const SHORT_LABEL = /^\p{Script=Han}{1,10}(?:[（(][^()（）]*[)）])?[:：]/u;
const SIGNED = /盖章|签字|签章|签名|signature/iu;
const ENGLISH_LABEL =
  /^(?:notes?|remarks?|sources?|prepared|compiled|checked|reviewed|approved|verified|submitted|reported|signed|date|tel|telephone|phone|contact|filled|completed)\b[^:]{0,24}:/iu;
/** How a note begins: 注：, 备注, Note:, ※ */
export const NOTE = /^(?:(?:注|备注|附注|说明|注释|note|notes|remarks?|source)(?:[\s:：.、,，;；\d(（一二三①②③]|$)|[*※★＊#]\s*\S)/iu;
/** What stands in a sentence and in no name. */
export const SENTENCE =
  /[。；！!;]|[:：]|^(?:以上|以下|本表|此表|上表|上述|截至|截止|数据|根据|按照?|经|如有|具体|其余|未尽|另|此|第\d+页)|\d{4}\s*年\s*\d|\d{4}[-./]\d{1,2}[-./]\d|.{4}(?:表|册|台账|名单|情况)$/u;
/** A name of a place, a household or a project is no longer. */
export const LONGEST_NAME = 20;

/** Whether words say who signs, when, where from, or what is noted. */
export const isLabelled = (text: string): boolean =>
  LABEL.test(text) || SHORT_LABEL.test(text) || ENGLISH_LABEL.test(text) || SIGNED.test(text) || ROLE.test(text);

/** What villages are called, whatever their first character says elsewhere: 经坊村, 另山屯. */
const VILLAGE_NAME = /^\p{Script=Han}{1,8}(?:村|屯|寨|庄|组|社区|村委会|居委会)$/u;

/** Whether a text is a sentence rather than a name. */
export const isSentence = (text: string): boolean => text.length > LONGEST_NAME || (SENTENCE.test(text) && !VILLAGE_NAME.test(text));

/** Whether the nearest filled cell before is a label that ends with its colon. */
export function isOpenLabel(texts: readonly string[], isLabel: readonly boolean[], index: number): boolean {
  const before = texts.findLastIndex((text, at) => at < index && text !== '');
  return (
    before !== -1 &&
    isLabel[before] === true &&
    (/[:：]$/u.test(texts[before]!) || ROLE.test(texts[before]!) || SIGNED.test(texts[before]!))
  );
}
