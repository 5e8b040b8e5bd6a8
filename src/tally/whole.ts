import type { OpenedTable } from '../input/open-table.ts';
import { placeKey, placeName } from '../vocabulary/place.ts';
import type { Place } from '../vocabulary/place.ts';
import type { PlaceKeys } from './places/place-keys.ts';
import { mergeTallies } from './merge.ts';
import type { AnsweredFile, RowAnswer, RowQuery } from './row-query.ts';
import type { Input, Tallies, Tally, Unplaced } from './tally.ts';

/** What tables of a run came to, as far as it has come. */
export class Whole {
  readonly tallies: Tally[] = [];
  readonly unplaced: Unplaced[] = [];
  readonly #inputs = new Map<OpenedTable, Input>();
  readonly #answers = new Map<RowQuery, AnsweredFile[]>();
  readonly #order = new Map<string, number>();
  readonly #keys: PlaceKeys;

  constructor(keys: PlaceKeys) {
    this.#keys = keys;
  }

  /** Takes what a table came to, and what it was. */
  add(file: OpenedTable, input: Input, { tallies, unplaced }: Pick<Tallies, 'tallies' | 'unplaced'>): void {
    this.#inputs.set(file, input);
    this.addSums({ tallies, unplaced });
  }

  addSums({ tallies, unplaced }: Pick<Tallies, 'tallies' | 'unplaced'>): void {
    for (const tally of tallies) this.tallies.push(tally);
    for (const one of unplaced) this.unplaced.push(one);
  }

  /** Takes what a file answers to the queries. */
  answer(queries: readonly RowQuery[], rows: (query: RowQuery) => readonly AnsweredFile[]): void {
    for (const query of queries) {
      const known = this.#answers.get(query);
      if (known) known.push(...rows(query));
      else this.#answers.set(query, [...rows(query)]);
    }
  }

  /** The answers to queries, of the files in the order in which they were read. */
  answersTo(queries: readonly RowQuery[]): readonly RowAnswer[] {
    return queries.map((query) => this.#answers.get(query) ?? []);
  }

  /** Places stand in the order in which they were first remembered. */
  remember(place: Place): void {
    const key = this.#keys.of(place);
    if (!this.#order.has(key)) this.#order.set(key, this.#order.size);
  }

  inputsOf(opened: readonly OpenedTable[]): readonly Input[] {
    return opened.map((file) => this.#inputs.get(file)!);
  }

  /** All sums, those of one place and period as one: in the order of the places remembered, others after them by name; the periods of each in order of time. */
  merged(): readonly Tally[] {
    const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    const last = this.#order.size;
    const ranked = mergeTallies(this.tallies).map((tally) => ({ tally, rank: this.#order.get(placeKey(tally.place)) ?? last }));
    ranked.sort(
      (a, b) =>
        a.rank - b.rank ||
        (a.rank < last
          ? 0
          : byText(placeName(a.tally.place), placeName(b.tally.place)) || byText(placeKey(a.tally.place), placeKey(b.tally.place))) ||
        byText(a.tally.period, b.tally.period),
    );
    return ranked.map(({ tally }) => tally);
  }
}
