import type { Kind, Kinds } from '../../language/column.ts';
import type { Row } from '../../language/row.ts';
import { isBlank } from '../cell.ts';
import type { Heading } from '../heading.ts';
import type { NoDataRows } from '../no-data-rows.ts';
import { plainForm } from '../plain.ts';
import { readWhole } from '../read-cell.ts';
import { blankAmongTicks } from '../ticks.ts';
import type { ChangeCode } from '../value-kind.ts';
import { NOTHING } from '../value-words.ts';
import { CHANGED, CellDictionary, ODD, UNREAD } from './cell-dictionary.ts';
import type { KnownCell } from './cell-dictionary.ts';

/** How the cells of a column are taken from bytes: not at all, as an id, as a number, by what the same cell said before. */
export const [SKIPPED, ID, NUMBER, WORDS] = [0, 1, 2, 3] as const;

interface Meaning {
  readonly value: Row[string];
  readonly changed: readonly ChangeCode[];
}

const NUMBERS: ReadonlySet<Kind> = new Set<Kind>(['count', 'money', 'quantity']);
const ID_COLUMN = 'household_id';
const NOTHING_CHANGED: readonly ChangeCode[] = [];

/** A column of a file as the scanner takes its cells, with what they were read into. */
export class ScannedColumn {
  readonly mode: number;
  readonly heading: Heading | undefined;
  /** Whether anything is asked of its values; else they need only be good. */
  readonly isAsked: boolean;
  readonly dictionary: CellDictionary<Meaning>;
  /** Plain numbers have at most so many digits, and so many decimal places; no digits where numbers are to be read. */
  readonly digits: number;
  readonly places: number;
  /** A larger number is something else. */
  readonly most: number;
  /** Whether a row was read in which something stands in the column: else its first cell tells that it is not blank throughout. */
  isFilled = false;
  /** What a blank number is. */
  readonly blank: number;

  constructor(
    heading: Heading | undefined,
    isAsked: boolean,
    at: number,
    besides: ReadonlySet<string>,
    isRequired: boolean,
    noData: NoDataRows,
  ) {
    this.heading = heading;
    this.isAsked = isAsked;
    const { definition, column, unit } = heading ?? {};
    this.mode = !definition ? SKIPPED : column === ID_COLUMN ? ID : NUMBERS.has(definition.kind) ? NUMBER : WORDS;
    const form = heading && this.mode === NUMBER ? plainForm(heading) : undefined;
    // As the first cell, a number may be the number of a column or of a row.
    this.digits = form?.as === 'decimal' && at > 0 ? form.digits : 0;
    this.places = form?.as === 'decimal' ? form.places : 0;
    const smallest = definition?.kind === 'money' ? 2 : definition?.kind === 'quantity' ? 4 : 0;
    this.most = definition?.atMost ? Number(definition.atMost.most) * 10 ** smallest : Number.MAX_SAFE_INTEGER;
    const none = definition?.blankMeansNone ? NOTHING[definition.kind] : undefined;
    this.blank = isAmount(none) ? Number(none.amount) : Number.NaN;
    const isKey = noData.keysAt.includes(at);
    // Ticks tell what a blank means only if each cell of their column has been looked at.
    const isTickable = heading !== undefined && blankAmongTicks(heading) !== undefined;
    const isOpenBeside = besides.has(column ?? '');

    this.dictionary = new CellDictionary((cell): KnownCell<Meaning> => {
      const isOddName = (isKey && !noData.isPlainName(cell)) || (at === 0 && cell !== '' && !noData.isPlainFirst(cell, at));
      const odd: KnownCell<Meaning> = { flags: ODD, number: Number.NaN, value: { value: undefined, changed: NOTHING_CHANGED } };
      if (isOddName) return odd;
      if (!definition) return { ...odd, flags: 0 };
      const reading = readWhole(cell, definition, unit!);
      if (reading === undefined) {
        if (isRequired && !unit!.ticked) return odd;
        const value = (unit!.ticked ? blankAmongTicks(heading!) : undefined) ?? none;
        return { flags: 0, number: this.blank, value: { value, changed: NOTHING_CHANGED } };
      }
      if ('finding' in reading) return odd;
      const changed = reading.changed ?? NOTHING_CHANGED;
      const flags = (isTickable || !this.isFilled ? UNREAD : 0) | (changed.length > 0 ? CHANGED : 0);
      if ('blank' in reading) {
        // Beside it, another column that answers the same question is then not known either.
        if (isRequired || (isOpenBeside && !isBlank(cell))) return odd;
        return { flags, number: Number.NaN, value: { value: undefined, changed } };
      }
      const { value } = reading;
      if (!isAmount(value)) return { flags, number: Number.NaN, value: { value, changed } };
      const number = Number(value.amount);
      return value.atLeast || !Number.isSafeInteger(number) || number > this.most ? odd : { flags, number, value: { value, changed } };
    }, isAsked);
  }

  /** The value behind a code, or of a number. */
  valueOf(code: number, number: number): Row[string] {
    if (this.mode !== NUMBER) return this.dictionary.valueOf(code).value;
    return Number.isNaN(number) ? undefined : { amount: BigInt(number), atLeast: false };
  }

  changesOf(code: number): readonly ChangeCode[] {
    return this.dictionary.valueOf(code).changed;
  }
}

const isAmount = (value: Kinds[Kind] | undefined): value is Kinds['count'] => typeof value === 'object' && 'amount' in value;
