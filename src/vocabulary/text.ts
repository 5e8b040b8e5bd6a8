/** The two languages in which everything a person reads is written. */
export type Lang = 'zh' | 'en';

/** A wording in both languages. A missing language does not compile. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Three-valued logic: `undefined` is "not known", never "no". */
export type Answer = boolean | undefined;

/** The same words in both languages: names, ids, file names. */
export const sameInBoth = (words: string): Text => ({ zh: words, en: words });

/** A wording in one language; text that has none is itself. */
export const textIn = <T extends string | Text | undefined>(text: T, lang: Lang): T extends undefined ? undefined : string =>
  (typeof text === 'object' ? text[lang] : text) as T extends undefined ? undefined : string;

/** Joins wordings, language by language. */
export const joinTexts = (texts: readonly Text[], separator: Text): Text => ({
  zh: texts.map((text) => text.zh).join(separator.zh),
  en: texts.map((text) => text.en).join(separator.en),
});
