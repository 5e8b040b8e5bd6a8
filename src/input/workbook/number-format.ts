/** What a number format makes of a number, as far as it changes what the number says. */
export type NumberFormat =
  | { readonly kind: 'number' }
  /** `000000`: a code whose leading zeros count. */
  | { readonly kind: 'code'; readonly digits: number }
  | { readonly kind: 'percent'; readonly decimals: number }
  | { readonly kind: 'date'; readonly shows: 'day' | 'month' | 'year' }
  /** Elapsed hours go on past 24. */
  | { readonly kind: 'time'; readonly elapsed: boolean };

const NUMBER: NumberFormat = { kind: 'number' };
/** As long as a format may be. */
const LONGEST_CODE = 255;

/**
 * The formats that a workbook names by number only (ECMA-376 part 1, 18.8.30). 27 to 36 and 50 to 58 depend on the country:
 * these are the Chinese ones, where 57 shows year and month.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

const LITERAL_OR_BRACKET = /"[^"]*"|[\\!_*].|\[[^\]]*\]/gsu;
const ELAPSED = /^\[(?:h+|m+|s+)\]$/iu;
const GENERAL = /general|g\/通用格式/giu;
const HALF_DAY = /am\/pm|a\/p|上午\/下午/giu;
const FRACTION_OF_SECOND = /([hs])[.,]0+/giu;
const DATE_PART = /y+|e+|m+|d+|h+|s+|aaa+/giu;

/** The format of an id: the workbook's own code, else the built-in one. */
export const numberFormat = (id: number, code: string | undefined): NumberFormat => formatOfCode(code ?? BUILT_IN[id] ?? '');

/** Reads a format code such as `yyyy"年"m"月"` or `0.00%`, by its first section that shows a number. */
function formatOfCode(code: string): NumberFormat {
  if (code.length > LONGEST_CODE) return NUMBER;
  let elapsed = false;
  const bare = code
    .replace(LITERAL_OR_BRACKET, (piece) => {
      if (!ELAPSED.test(piece)) return '';
      elapsed = true;
      return 'h';
    })
    .replace(GENERAL, '')
    .replace(HALF_DAY, 'h')
    .replace(FRACTION_OF_SECOND, '$1');
  for (const section of bare.split(';')) {
    const isNumber = /[0#?]/u.test(section);
    if (isNumber) return section.includes('%') ? { kind: 'percent', decimals: decimalsOf(section) } : codeOrNumber(section);
    const parts = section.toLowerCase().match(DATE_PART);
    if (parts) return dateOrTime(parts, elapsed);
  }
  return NUMBER;
}

const decimalsOf = (section: string): number => /\.([0?]*)/u.exec(section)?.[1]?.length ?? 0;

const codeOrNumber = (section: string): NumberFormat => (/^0{2,}$/u.test(section) ? { kind: 'code', digits: section.length } : NUMBER);

/** An `m` after the hour or before the second is a minute. */
function dateOrTime(parts: readonly string[], elapsed: boolean): NumberFormat {
  const letters = parts.map((part) => part[0]!);
  const has = (...wanted: readonly string[]): boolean => letters.some((letter) => wanted.includes(letter));
  const hasMonth = letters.some((letter, at) => letter === 'm' && letters[at - 1] !== 'h' && letters[at + 1] !== 's');
  const hasYear = has('y', 'e');
  if (has('d', 'a')) return { kind: 'date', shows: 'day' };
  if (hasMonth) return { kind: 'date', shows: hasYear ? 'month' : 'day' };
  return hasYear ? { kind: 'date', shows: 'year' } : { kind: 'time', elapsed };
}
