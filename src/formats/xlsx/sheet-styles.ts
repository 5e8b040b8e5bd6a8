import type { Lang } from '../../vocabulary/text.ts';
import type { CellKind, OwnValue, VerdictWords } from '../../page/sheets.ts';
import type { CellStyle, WordColours } from './workbook.ts';

type Font = NonNullable<CellStyle['font']>;
type Border = NonNullable<CellStyle['border']>;

/** The letters of a workbook: those that the office programs of the language come with. */
export const fontOf = (lang: Lang): Font & { readonly name: string } =>
  lang === 'zh' ? { name: 'Microsoft YaHei', size: 10 } : { name: 'Calibri', size: 11 };

/** In points. */
export const LINE_HEIGHT = 15;
export const TITLE_HEIGHT = 26;

const INK = '1B1F23';
const MUTED = '57606A';
const HEAD_GROUND = 'E8EEF2';
const HAIR = { style: 'hair', color: { rgb: '8C959F' } } as const;
const THIN = { style: 'thin', color: { rgb: INK } } as const;
const MEDIUM = { style: 'medium', color: { rgb: INK } } as const;
const ROUND: Border = { left: HAIR, right: HAIR, top: HAIR, bottom: HAIR };

const solid = (rgb: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
  bgColor: { rgb },
});

/** The forms of numbers, by what they are of. */
const NUMBERS: Readonly<Partial<Record<CellKind, string>>> = {
  count: '#,##0',
  decimal: '#,##0.00',
  number: 'General',
  money: '#,##0.00',
  share: '0.00%',
  growth: '+#,##0.00%;-#,##0.00%;0.00%',
  'count-change': '+#,##0;-#,##0;0',
  'money-change': '+#,##0.00;-#,##0.00;0.00',
};
const POINTS: Readonly<Record<Lang, string>> = { zh: '点', en: 'pp' };

/** How a kind of number is written; nothing for words. */
export function numberForm(kind: CellKind, lang: Lang, bound?: OwnValue['bound']): string | undefined {
  const form = kind === 'points' ? `+0.00" ${POINTS[lang]}";-0.00" ${POINTS[lang]}";0.00" ${POINTS[lang]}"` : NUMBERS[kind];
  if (form === undefined || bound === undefined) return form;
  const sign = { 'at-least': '≥', 'at-most': '≤' }[bound];
  return form
    .split(';')
    .map((one) => `"${sign}"${one === 'General' ? '0.######' : one}`)
    .join(';');
}

/** How many characters a number takes as it is shown. */
export function lengthOf(value: number, kind: CellKind, lang: Lang): number {
  const form = numberForm(kind, lang);
  if (form === undefined || form === 'General') return String(value).length;
  const percent = form.includes('%');
  const shown = Math.abs(percent ? value * 100 : value).toFixed(form.includes('0.00') ? 2 : 0);
  const digits = shown.split('.')[0]!.length;
  const signs = value < 0 || form.startsWith('+') ? 1 : 0;
  return shown.length + signs + (percent ? 1 : 0) + Math.floor((digits - 1) / 3) + (kind === 'points' ? POINTS[lang].length + 2 : 0);
}

/** Whether the kind is one of words, which may take several lines. */
export const isWords = (kind: CellKind): boolean => numberForm(kind, 'en') === undefined;

/** Styles are made once: a workbook keeps each of them once too. */
export class Styles {
  readonly #lang: Lang;
  readonly #font: Font;
  readonly #made = new Map<string, CellStyle>();

  constructor(lang: Lang) {
    this.#lang = lang;
    this.#font = fontOf(lang);
  }

  /** A cell of the rows, or of the total below them. */
  of(kind: CellKind, { bound, isTotal = false }: { readonly bound?: OwnValue['bound']; readonly isTotal?: boolean } = {}): CellStyle {
    const key = `${kind} ${bound ?? ''} ${isTotal}`;
    const known = this.#made.get(key);
    if (known) return known;
    const form = kind === 'code' ? '@' : numberForm(kind, this.#lang, bound);
    const isSmall = kind === 'hash' || kind === 'note';
    const made: CellStyle = {
      font: {
        ...this.#font,
        ...(isSmall && { size: 9 }),
        ...(kind === 'hash' && { name: 'Consolas' }),
        ...(isTotal && !isSmall && { bold: true }),
      },
      border: isTotal ? { ...ROUND, top: MEDIUM, bottom: MEDIUM } : ROUND,
      alignment: { vertical: 'center', ...alignment(kind) },
      ...(form !== undefined && { numFmt: form }),
    };
    this.#made.set(key, made);
    return made;
  }

  /** A heading: one line or the upper or lower of two. */
  head(line: 'only' | 'upper' | 'lower'): CellStyle {
    return {
      font: { ...this.#font, bold: true },
      fill: solid(HEAD_GROUND),
      border: { left: HAIR, right: HAIR, top: line === 'lower' ? HAIR : THIN, bottom: line === 'upper' ? HAIR : MEDIUM },
      alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    };
  }

  title(): CellStyle {
    return { font: { ...this.#font, size: 16, bold: true }, alignment: { vertical: 'center' } };
  }

  /** The heading of a part of a sheet. */
  part(): CellStyle {
    return { font: { ...this.#font, size: 12, bold: true }, alignment: { vertical: 'center' } };
  }

  /** What stands below the title: the first line in ink, the others quiet. */
  about(line: number): CellStyle {
    const font = line === 0 ? this.#font : { ...this.#font, size: 9, color: { rgb: MUTED } };
    return { font, alignment: { vertical: 'top', wrapText: true } };
  }

  words(): CellStyle {
    return { font: this.#font, alignment: { vertical: 'top', wrapText: true } };
  }
}

function alignment(kind: CellKind): CellStyle['alignment'] {
  if (kind === 'verdict') return { horizontal: 'center', shrinkToFit: true };
  if (kind === 'note' || kind === 'text') return { horizontal: 'left', indent: 1, wrapText: true };
  if (kind === 'hash') return { horizontal: 'left', wrapText: true };
  return kind === 'code' ? { horizontal: 'left', indent: 1 } : { horizontal: 'right' };
}

/** The failing are the ink: a verdict is told by its word, and by a ground that a grey printer shows too. */
export const verdictLooks = ({ met, notMet, undetermined, notAssessable, notJudged }: VerdictWords): WordColours['looks'] => [
  { word: notMet, style: { font: { bold: true, color: { rgb: 'FFFFFF' } }, fill: solid('B3261E') } },
  { word: undetermined, style: { font: { bold: true, color: { rgb: '7A5200' } }, fill: solid('FDF0CF') } },
  { word: met, style: { font: { color: { rgb: '0F6B83' } } } },
  { word: notAssessable, style: { font: { color: { rgb: '6E7781' } } } },
  { word: notJudged, style: { font: { color: { rgb: '6E7781' } } } },
];
