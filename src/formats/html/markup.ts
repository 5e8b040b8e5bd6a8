/** Text that is HTML already. Everything else that is put into HTML is escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Markup | string | number | undefined | false | readonly Part[];

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** HTML holds no control character but these two. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;

const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (sign) => SIGNS[sign]!).replaceAll(CONTROL, '\uFFFD');

const textOf = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  return typeof part === 'object' ? part.map(textOf).join('') : escaped(String(part));
};

/** Lines of a template are for its reader: of a break and what it is set in by, one break is left. */
const INDENTATION = /\s*\n\s*/gu;

/** HTML with parts put into it: a text can end no tag and no attribute, whatever it is. Attributes must be in double quotes. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.map((string, at) => string.replaceAll(INDENTATION, '\n') + (at < parts.length ? textOf(parts[at]) : '')).join(''));

/** Parts with something between them. */
export const joined = (parts: readonly Part[], between: Part): Part => parts.flatMap((part, at) => (at === 0 ? [part] : [between, part]));
