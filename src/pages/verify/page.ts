import { SHORTENINGS } from '../../vocabulary/percent.ts';
import type { CountRange, OpenCountRange, Shortening } from '../../vocabulary/percent.ts';
import type { Lang, Text } from '../../vocabulary/text.ts';
import type { Block, Figures } from '../../page/page.ts';
import type { BothReadings, Fits, Question, ShownShare, Verification } from '../../verify/verification.ts';

export const READINGS: Readonly<Record<Shortening, Text>> = {
  rounded: { zh: '四舍五入', en: 'rounded' },
  truncated: { zh: '截去尾数', en: 'cut off' },
};

type Group = Figures['groups'][number];
type Figure = Group['figures'][number];

/** The answer for people: what was given, what fits under each reading, and where nothing does, what comes next to it. */
export function* verificationPage({ question, fits, asked, nearest, instead }: Verification, lang: Lang): Iterable<Block> {
  const groups: Group[] = [{ figures: given(question, asked, lang) }];
  if (question.kind === 'fit') groups.push({ heading: fitHeading(question, lang), figures: verdicts(fits, asked!, lang) });
  else groups.push({ heading: HEADINGS[question.kind][lang], figures: readings(fits, question.kind, lang) });
  if (instead) {
    groups.push(
      { heading: INSTEAD.denominators[lang], figures: readings(instead.denominators, 'denominators', lang) },
      { heading: INSTEAD.numerators[lang], figures: readings(instead.numerators, 'numerators', lang) },
    );
  }
  if (nearest.length > 0) groups.push({ heading: nearestHeading(question, lang), figures: nearest.map((share) => neighbour(share, lang)) });
  yield { kind: 'figures', groups };
}

const HEADINGS: Readonly<Record<Exclude<Question['kind'], 'fit'>, Text>> = {
  numerators: { zh: '能得出这个百分比的分子', en: 'Numerators that give this percentage' },
  denominators: { zh: '能得出这个百分比的分母', en: 'Denominators that give this percentage' },
  pairs: { zh: '能得出这个百分比的分子/分母', en: 'Pairs (numerator/denominator) that give this percentage' },
};

const INSTEAD: Readonly<Record<'denominators' | 'numerators', Text>> = {
  denominators: { zh: '分子不变，能得出这个百分比的分母', en: 'Denominators that would, with this numerator' },
  numerators: { zh: '分母不变，能得出这个百分比的分子', en: 'Numerators that would, with this denominator' },
};

function fitHeading(question: Question, lang: Lang): string {
  return {
    zh: `这两个数能不能得出 ${question.percent}%`,
    en: `Do these two numbers give ${question.percent}%?`,
  }[lang];
}

const nearestHeading = ({ kind }: Question, lang: Lang): string =>
  kind === 'pairs'
    ? { zh: '都得不出。分母再大一些，最先能得出的：', en: 'Nothing fits. The first that would, with a greater denominator:' }[lang]
    : { zh: '都得不出。最接近的：', en: 'Nothing fits. Nearest:' }[lang];

function given(question: Question, asked: ShownShare | undefined, lang: Lang): readonly Figure[] {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const numbers: (readonly [string, string | undefined])[] = [
    [say('百分比', 'Percentage'), `${question.percent}%`],
    [say('分子', 'Numerator'), 'numerator' in question ? `${question.numerator}` : undefined],
    [say('分母', 'Denominator'), 'denominator' in question ? `${question.denominator}` : undefined],
    [say('分母最大', 'Denominator up to'), 'most' in question ? question.most?.toString() : undefined],
    [say('准确比率', 'Exact share'), asked?.exact],
  ];
  return numbers.flatMap(([label, word]) => (word === undefined ? [] : [{ label, words: [word] }]));
}

const readings = (fits: BothReadings, kind: 'numerators' | 'denominators' | 'pairs', lang: Lang): readonly Figure[] =>
  SHORTENINGS.map((how) => ({ label: READINGS[how][lang], words: fitWords(fits[how], kind, lang) }));

/** Yes or no, and what the share prints as where it is something else. */
const verdicts = (fits: BothReadings, { printed }: ShownShare, lang: Lang): readonly Figure[] =>
  SHORTENINGS.map((how) => {
    const yes = fits[how].count !== 0n;
    const word = { zh: `${yes ? '能' : '不能'}，得 ${printed[how]}`, en: `${yes ? 'yes' : 'no'}: ${printed[how]}` }[lang];
    return { label: READINGS[how][lang], words: [word] };
  });

/** What fits, in words: nothing, a list, or the number and range of what would be too long a list. */
function fitWords(fits: Fits, kind: 'numerators' | 'denominators' | 'pairs', lang: Lang): readonly string[] {
  if (fits.count === 0n) return [{ zh: '没有', en: 'none' }[lang]];
  if (kind === 'pairs') return pairWords(fits, lang);
  if (fits.listed.length > 0) {
    return enumerated(
      fits.listed.map(({ numerator, denominator }) => `${kind === 'numerators' ? numerator : denominator}`),
      lang,
    );
  }
  return rangeWords(kind === 'numerators' ? fits.numerators! : fits.denominators!, lang);
}

function rangeWords({ first, last }: OpenCountRange | CountRange, lang: Lang): readonly string[] {
  if (last === undefined) return { zh: [`${first} 及以上的任何整数`], en: [`any whole number from ${first} up`] }[lang];
  const count = last - first + 1n;
  return { zh: [`${first} 至 ${last}`, `，共 ${count} 个整数`], en: [`${first} to ${last} `, `(${count} whole numbers)`] }[lang];
}

function pairWords({ count, listed, denominators }: Fits, lang: Lang): readonly string[] {
  const pairs = listed.map(({ numerator, denominator }) => `${numerator}/${denominator}`);
  if (count === BigInt(listed.length)) return enumerated(pairs, lang);
  const { first, last } = denominators!;
  const all = {
    zh: [`共 ${count} 对，`, `分母 ${first} 至 ${last}。`, `前 ${listed.length} 对：`],
    en: [`${count} pairs, `, `denominators ${first} to ${last}. `, `The first ${listed.length}: `],
  }[lang];
  return [...all, ...enumerated(pairs, lang)];
}

/** A list, a separator behind each but the last. */
const enumerated = (items: readonly string[], lang: Lang): readonly string[] =>
  items.map((item, index) => (index === items.length - 1 ? item : item + { zh: '、', en: ', ' }[lang]));

function neighbour({ share, exact, printed }: ShownShare, lang: Lang): Figure {
  const [rounded, truncated] = SHORTENINGS.map((how) => `${READINGS[how][lang]} ${printed[how]}`) as [string, string];
  return {
    label: `${share.numerator}/${share.denominator}`,
    words: { zh: [`= ${exact}`, `，${rounded}`, `，${truncated}`], en: [`= ${exact}, `, `${rounded}, `, truncated] }[lang],
  };
}
