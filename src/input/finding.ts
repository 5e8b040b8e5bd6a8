import { textIn } from '../vocabulary/text.ts';
import type { Text } from '../vocabulary/text.ts';
import { maskIdentityNumbers, maskNumbersIn, maskPlaceCode } from './mask.ts';
import type { Severity, FindingCode } from './findings.ts';
import { FINDING_KINDS } from './findings.ts';

/** One thing that is wrong, where, and what about it. Everything a message needs, and no sentence. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly file: string;
  /** The sheet, in a workbook. */
  readonly sheet?: string | undefined;
  /** The line of the file on which the row begins, from 1. */
  readonly line?: number | undefined;
  /** The row as a spreadsheet numbers it, from 1, the header included. */
  readonly row?: number | undefined;
  /** The canonical name of the column. */
  readonly column?: string | undefined;
  /** The cell as the file has it, masked where it is personal; its shape, where it may be a name. */
  readonly value?: string | Text | undefined;
  /** What the row is about: a household id, a village and its period. */
  readonly key?: string | undefined;
  readonly arguments?: Readonly<Record<string, string | Text>>;
  /** Why somebody has accepted it: it is shown, and does not count against the exit status. */
  readonly accepted?: string | undefined;
}

/** Receives findings as they are found. */
export type Found = (finding: Finding) => void;

/** The value of a finding as it may be printed: a village code in its own column stays whole. */
export function shownValueOf({ value, column }: Pick<Finding, 'value' | 'column'>): string | Text | undefined {
  if (typeof value !== 'string') return value;
  return column === 'village_code' ? maskPlaceCode(value) : maskIdentityNumbers(value);
}

const PLACEHOLDER = /\{(\w+)\}/gu;

/** The sentence of a finding and its way to mend it, in both languages. */
export function wording(finding: Finding): { readonly message: Text; readonly hint: Text } {
  const { message, hint } = FINDING_KINDS[finding.code];
  const known: Readonly<Record<string, string | Text | undefined>> = {
    ...finding.arguments,
    value: finding.arguments?.value ?? shownValueOf(finding),
    key: finding.arguments?.key ?? finding.key,
    column: finding.arguments?.column ?? finding.column,
  };
  const fill = (template: Text): Text => {
    const inLang = (lang: 'zh' | 'en'): string =>
      template[lang].replace(PLACEHOLDER, (_, name: string) => {
        const argument = known[name] ?? '';
        // An argument of one language may be text of a file; the others are words of ours around some.
        return typeof argument === 'string' && name !== 'key'
          ? maskIdentityNumbers(argument)
          : maskNumbersIn(textIn(argument, lang), 'line');
      });
    return { zh: inLang('zh'), en: inLang('en') };
  };
  return { message: fill(message), hint: fill(hint) };
}
