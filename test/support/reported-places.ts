import type { TypingFolder } from './documents.ts';

/** What a report answers to a metric. */
export interface Answer {
  readonly text: string;
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
}
/** A row of a report in JSON. */
export interface Place {
  readonly place: { readonly village: string | null };
  readonly metrics: Readonly<Record<string, Answer>>;
}

/** The places of the reports that commands make, each typed once. */
export class PlacesOfReports {
  readonly #folder: TypingFolder;
  readonly #known = new Map<string, readonly Place[]>();

  constructor(folder: TypingFolder) {
    this.#folder = folder;
  }

  of(command: string): readonly Place[] {
    const known = this.#known.get(command);
    if (known) return known;
    const { places } = JSON.parse(this.#folder.typed(`${command} --format json`).stdout) as { readonly places: readonly Place[] };
    this.#known.set(command, places);
    return places;
  }
}
