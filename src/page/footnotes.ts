/** The notes of a page, each said once and numbered in the order in which they are first needed. */
export class Footnotes {
  readonly #numbers = new Map<string, number>();

  /** The number of a note; nothing of no text. */
  of(text: string | undefined): number | undefined {
    if (text === undefined || text === '') return undefined;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size + 1);
    return this.#numbers.size;
  }

  /** The numbers of several notes, in their order. */
  ofAll(texts: readonly string[]): readonly number[] {
    return [...new Set(texts.flatMap((text) => this.of(text) ?? []))].toSorted((a, b) => a - b);
  }

  get all(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}

/** Numbers of notes as they stand beside a number: [2], [2,4]; nothing of none. */
export const footnoteText = (numbers: readonly number[] | undefined): string =>
  numbers === undefined || numbers.length === 0 ? '' : `[${numbers.join(',')}]`;
