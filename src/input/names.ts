import { tables } from '../tables/index.ts';
import type { Text } from '../vocabulary/text.ts';
import { NO_WORDS, STATED_NO_WORDS, STATED_YES_WORDS, YES_WORDS } from '../vocabulary/yes-no.ts';
import { comparable } from './cell.ts';
import { markOf } from './value-words.ts';

/** Surnames of most of the country, those of the south-west among them. What is far more often the beginning of another word is left out. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟应臧闵苟邬边卞姬师仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖明佘池查麻苑迟邝封谈匡鞠惠荆乐冀郁胥栗燕楚鄢劳谌奚皮粟冼蔺楼闻伊仝区郜海阚花帅屠朴练廉禹漆卿狄宣晋敬扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌裘亓修邰赫杭那宿鲜印逯隆茹慕玉亢嵇哈湛宾戎茅尉冶元阴昝智奉衡尧闭',
);
const COMPOUND_SURNAMES = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '司徒',
  '东方',
  '尉迟',
  '皇甫',
  '令狐',
  '长孙',
  '慕容',
  '公孙',
  '夏侯',
  '端木',
  '司空',
  '闻人',
  '呼延',
];

/** What headings, statuses and kinds end with, and names do not. */
const ENDS_OF_WORDS =
  /(?:[户房级类型数额率况别式量值比款费贫困病残灾]|姓名|名称|编号|序号|电话|手机|地址|备注|说明|情况|时间|日期|年度|月份|单位|住址|人口|人数|收入|支出|产业|项目|资金|干部|组长|签字|关系|方式|状态|状况|保障|安全|合计|总计|小计|达标|合格|政策|教育|医疗|饮水|住房|道路|享受|参加|落实|稳定|脱贫|因学|高中|初中|小学|文盲|大专|本科|务工|低保|五保|普通|一般)$/u;

/** Whether a text by itself is written as names of persons are: a surname and one or two characters, or a name with a dot between its parts. */
export function isLikeName(text: string): boolean {
  const name = text.normalize('NFKC').replaceAll(/[\s\p{Cf}]+/gu, '');
  if (/^\p{Script=Han}{2,}[·•・.]\p{Script=Han}{2,}$/u.test(name)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || ENDS_OF_WORDS.test(name) || isKnownWord(name)) return false;
  if (COMPOUND_SURNAMES.some((surname) => name.startsWith(surname))) return name.length > 2;
  return name.length < 4 && SURNAMES.has(name[0]!);
}

/** Numerals, units and what stands around a number. */
const OF_NUMBERS =
  /[一二两三四五六七八九十百千万亿零〇壹贰叁肆伍陆柒捌玖拾佰仟点半几数余多约近超大小左右以上下不足至到共计合每月年日季期第初末底户人口个名家次元角分亩头只株斤吨公里米平方栋间套项种类项倍成]|人民币|大约|大概|yuan|rmb|cny|usd|households?|persons?|people|about|approx|over|nearly|more|than|less|million|thousand|sqm|mu|kg|km|k|m|w/giu;

/** Whether a text in a column of numbers, dates or yes and no could be, or hold, the name of a person: words that the tool does not know. */
export function couldBeName(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(/\p{Cf}+/gu, '');
  if ((plain.match(/[\p{L}\p{M}]/gu) ?? []).length < 2 || markOf(plain) !== undefined || isKnownWord(plain)) return false;
  return isLikeName(plain) || /[\p{L}]/u.test(plain.replaceAll(OF_NUMBERS, ''));
}

let knownWords: ReadonlySet<string> | undefined;

/** Words of choices, and those of yes and no. */
function isKnownWord(text: string): boolean {
  knownWords ??= new Set([
    ...[...YES_WORDS, ...NO_WORDS, ...STATED_YES_WORDS, ...STATED_NO_WORDS].map(comparable),
    ...Object.values(tables).flatMap(({ columns }) =>
      Object.values(columns).flatMap(({ choices = {} }) =>
        Object.entries(choices).flatMap(([value, words]) => [value, ...words].map(comparable)),
      ),
    ),
  ]);
  return knownWords.has(comparable(text));
}

/** What a text is made of, and no character of it: 3 Chinese characters and 11 digits. */
export function shapeOf(text: string): Text {
  const plain = text.normalize('NFKC');
  const count = (pattern: RegExp): number => (plain.match(pattern) ?? []).length;
  const han = count(/\p{Script=Han}/gu);
  const letters = count(/\p{L}/gu) - han;
  const digits = count(/\p{Nd}/gu);
  const kinds = [
    { number: han, zh: '个汉字', one: 'Chinese character', many: 'Chinese characters' },
    { number: letters, zh: '个字母', one: 'letter', many: 'letters' },
    { number: digits, zh: '位数字', one: 'digit', many: 'digits' },
  ].filter(({ number }) => number > 0);
  return {
    zh: kinds.map(({ number, zh }) => `${number} ${zh}`).join('、'),
    en: kinds.map(({ number, one, many }) => `${number} ${number === 1 ? one : many}`).join(' and '),
  };
}
