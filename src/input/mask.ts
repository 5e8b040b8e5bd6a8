import { isIsoDate } from '../vocabulary/period.ts';

/** A name of which only the first character may leave the tool: 郭**. */
export const maskName = (name: string): string => (name === '' ? '' : `${Array.from(name)[0]}**`);

/** The value of a cell that should hold an identity number: the region and the last digits of one, of anything else how long it is. */
export function maskNumber(text: string): string {
  const number = text
    .normalize('NFKC')
    .replaceAll(/[\s-]+/gu, '')
    .toUpperCase();
  return isIdentity(number) ? endsOf(number) : 'X'.repeat(Math.min(Array.from(text).length, LONGEST_IDENTITY));
}
const LONGEST_IDENTITY = 22;

/** From so many digits on a number may be that of a person: a phone has 11, an identity number 15 or 18, a card 16 to 19. */
const PERSONAL_DIGITS = 11;

/**
 * What a text is, which decides what stands between the digits of one number. `piece`: one cell, heading, name or option, however it spaces
 * its digits. `line`: words of ours around pieces. `cell`: a figure or name among others, in which digits that do not touch are other numbers.
 */
export type TextIs = 'piece' | 'line' | 'cell';

/**
 * Text of a file as it may be printed. Every number long enough to be that of a person (identity number, phone, card) is masked,
 * whatever its digits and whatever stands between them: 4511XXXXXXXXXX1234, XXXXXXXXXXX. Years, months and days beside it are none of it.
 */
export const maskIdentityNumbers = (text: string): string => maskNumbersIn(text, 'piece');

/** The same for words of ours that hold such text: what in them is masked already, or is a figure of ours, stays as it is. */
export function maskNumbersIn(text: string, is: TextIs): string {
  if (text.length < FEWEST_CHARACTERS || !DIGIT.test(text)) return text;
  const signs = signsOf(text, is);
  let [masked, from] = ['', 0];
  for (const run of runsOf(signs, is)) {
    const shown = shownRun(run, is);
    if (shown === undefined) continue;
    masked += text.slice(from, run.start) + shown;
    from = run.end;
  }
  return from === 0 ? text : masked + text.slice(from);
}

/** A statistical code of 12 digits in a column of its own is no number of a person. */
export const maskPlaceCode = (text: string): string => (PLACE_CODE.test(text) ? text : maskIdentityNumbers(text));
const PLACE_CODE = /^[1-8]\d{11}$/u;

/** Two digits may be one character: ⑪. */
const FEWEST_CHARACTERS = 6;
const IDEOGRAPHS = '〇一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';
const DIGIT = /[\p{N}〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖]/u;
const INVISIBLE = /[\p{Cf}\p{Cc}\p{M}\u115f\u1160\u3164\uffa0]/u;
const BETWEEN: Readonly<Record<TextIs, RegExp>> = {
  piece: /[\s\p{Pd}\u2212\u30fb\u00b7.,_()+~]/u,
  line: /[ \t\u00a0\u2000-\u200a\u202f\u3000\p{Pd}\u2212\u00b7._]/u,
  cell: /(?!)/u,
};
/** More signs between two digits make them two numbers. */
const MOST_BETWEEN = 3;

/** A character as it is compared: its digits, or what else it is. */
interface Sign {
  readonly at: number;
  readonly end: number;
  readonly digits: string;
  readonly text: string;
  readonly is: 'digit' | 'between' | 'invisible' | 'other';
}

function signsOf(text: string, is: TextIs): readonly Sign[] {
  let at = 0;
  return Array.from(text, (character) => {
    const start = at;
    at += character.length;
    const plain = character.normalize('NFKC');
    const digits = digitsOf(plain);
    const kind = digits === '' ? (BETWEEN[is].test(plain) ? 'between' : INVISIBLE.test(plain) ? 'invisible' : 'other') : 'digit';
    return { at: start, end: at, digits, text: plain, is: kind };
  });
}

/** The decimal digits of a character, in whichever script. */
function digitsOf(plain: string): string {
  if (/^\(?\d+[).]?$/u.test(plain)) return plain.replaceAll(/\D/gu, '');
  const ideograph = Math.max(IDEOGRAPHS.indexOf(plain), FORMAL.indexOf(plain));
  if (ideograph !== -1) return String(ideograph);
  if (!/^\p{Nd}$/u.test(plain)) return '';
  // Digits of a script stand in order, ten together.
  const code = plain.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** Digits that may be one number, in the groups in which they are written. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly string[];
  readonly between: readonly string[];
  /** What stands right before and behind. */
  readonly before: string;
  readonly behind: string;
}

function* runsOf(signs: readonly Sign[], is: TextIs): Generator<Run> {
  let next = 0;
  while (next < signs.length) {
    if (signs[next]!.is !== 'digit') {
      next++;
      continue;
    }
    const first = next;
    const groups: string[] = [signs[next]!.digits];
    const between: string[] = [];
    let last = next;
    for (let at = next + 1, gap = ''; at < signs.length; at++) {
      const sign = signs[at]!;
      if (sign.is === 'digit') {
        if (gap === '') groups[groups.length - 1] += sign.digits;
        else {
          groups.push(sign.digits);
          between.push(gap);
        }
        [gap, last] = ['', at];
      } else if (sign.is === 'between' && gap.length < MOST_BETWEEN && !endsNumber(signs, at)) gap += sign.text;
      else if (sign.is !== 'invisible') break;
    }
    const behind = signs.slice(last + 1, last + 6);
    const letter = is !== 'cell' || behind[0]?.text.toUpperCase() === 'X' ? behind.find((sign) => sign.is === 'other') : undefined;
    const ends = groups.join('').length === IDENTITY_DIGITS && letter?.text.toUpperCase() === 'X' ? letter : undefined;
    if (ends) groups[groups.length - 1] += 'X';
    yield {
      start: signs[first]!.at,
      end: ends?.end ?? signs[last]!.end,
      groups,
      between,
      before: signs[first - 1]?.text ?? '',
      behind: behind.map((sign) => sign.digits || sign.text).join(''),
    };
    next = last + 1;
  }
}
const IDENTITY_DIGITS = 17;

/** A comma goes on with a number only where it sets off thousands; else it begins the next. */
function endsNumber(signs: readonly Sign[], at: number): boolean {
  if (signs[at]!.text !== ',') return false;
  const behind = signs.slice(at + 1, at + 5).map((sign) => sign.is === 'digit');
  return !(behind[0] && behind[1] && behind[2]) || behind[3] === true;
}

/** A run as it may be printed; undefined where it is shown as it stands. */
function shownRun(run: Run, is: TextIs): string | undefined {
  const whole = run.groups.join('');
  const mask = isIdentity(whole) ? endsOf(whole) : 'X'.repeat(whole.length);
  if (isIdentity(whole)) return mask;
  const exponent = /^E\+?(\d+)/iu.exec(run.behind)?.[1];
  if (exponent !== undefined) return Number(exponent) >= PERSONAL_DIGITS - 1 && whole.length > MOST_OF_MANTISSA ? mask : undefined;
  if (whole.length < PERSONAL_DIGITS || isFraction(run, is)) return undefined;
  if (is === 'cell') return isPlaceCode(whole) || isMoment(whole) ? undefined : mask;
  if (PHONE.test(whole)) return mask;
  return personalDigits(run.groups) < PERSONAL_DIGITS ? undefined : mask;
}
/** So many digits of a number that a spreadsheet has shortened say nothing. */
const MOST_OF_MANTISSA = 4;
const isPlaceCode = (digits: string): boolean => PLACE_CODE.test(digits);

/** A number with decimals is an amount or a share, as long as its whole part is short. In a cell that we wrote, so are the decimals by themselves. */
const isFraction = ({ groups, between, before, behind }: Run, is: TextIs): boolean =>
  is === 'cell'
    ? before === '.' || /^\.\d/u.test(behind)
    : groups.length === 2 &&
      between[0] === '.' &&
      groups[0]!.length < PERSONAL_DIGITS &&
      !(groups[0]!.length > 2 && PHONE.test(groups.join('')));

/** A mobile number, with or without the code of the country. */
const PHONE = /^(?:(?:00)?86)?1[3-9]\d{9}$/u;

/** The digits of a run that are no years, months and days at its ends: `4501230001 2020` is an id and its period. */
function personalDigits(groups: readonly string[]): number {
  const dates = datesIn(groups);
  const [first, last] = [dates.indexOf(false), dates.lastIndexOf(false)];
  return first === -1 ? 0 : groups.slice(first, last + 1).join('').length;
}

/** Which groups of digits are dates: 2020, 202004, 20200418, or year, month and day one after the other. */
function datesIn(groups: readonly string[]): readonly boolean[] {
  const dates = groups.map((group) => isYear(group) || isMoment(group));
  groups.forEach((group, at) => {
    if (!isYear(group)) return;
    const [month = '', day = ''] = groups.slice(at + 1, at + 3);
    if (!/^(?:0?[1-9]|1[0-2])$/u.test(month)) return;
    dates[at + 1] = true;
    if (/^(?:0?[1-9]|[12]\d|3[01])$/u.test(day)) dates[at + 2] = true;
  });
  return dates;
}

const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/u.test(digits);

/** A month, a day, a minute or a second of this century, as names of files have them: 202004, 20200418, 20200418093000. */
function isMoment(digits: string): boolean {
  const [, year, month, day = '01', hour = '00', minute = '00', second = '00'] =
    /^(20\d\d)(\d\d)(?:(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?)?$/u.exec(digits) ?? [];
  return year !== undefined && isIsoDate(`${year}-${month}-${day}`) && hour < '24' && minute < '60' && second < '60';
}

/** An identity number, the old one of 15 digits, or the new one alone or with the suffix of a disability card. */
function isIdentity(number: string): boolean {
  const [, year, month, day] = /^[1-9]\d{5}(\d{4})(\d\d)(\d\d)\d{3}[\dX](?:\d{2}|\d{4})?$/u.exec(number) ?? [];
  if (year !== undefined) return year > '1880' && year < '2100' && isIsoDate(`${year}-${month}-${day}`);
  const [, short, ofYear, ofMonth] = /^[1-9]\d{5}(\d\d)(\d\d)(\d\d)\d{3}$/u.exec(number) ?? [];
  return short !== undefined && isIsoDate(`19${short}-${ofYear}-${ofMonth}`);
}

/** The region and the last digits of an identity number, as registries print it. */
const endsOf = (number: string): string => `${number.slice(0, 4)}${'X'.repeat(number.length - 8)}${number.slice(-4)}`;
