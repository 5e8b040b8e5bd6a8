import { comparableName } from '../../input/cell.ts';
import { PLACE_PARTS } from '../../vocabulary/place.ts';
import type { Place, PlacePart } from '../../vocabulary/place.ts';

/** A place in the writing that the run has for it. */
export interface SpelledPlace {
  readonly place: Place;
  /** A name that the row writes otherwise than the run: the writing, and that of the run. */
  readonly respelled?: readonly [written: string, as: string];
}

/**
 * One writing for each name of a place in a run: 大桥村（一）, 大桥村(一) and 大桥 村(一) are one to every reader, and so are they here.
 * The writing that comes first stands for all.
 */
export class Spellings {
  readonly #byPart: Readonly<Record<PlacePart, { readonly first: Map<string, string>; readonly known: Map<string, string> }>>;

  constructor() {
    const none = () => ({ first: new Map<string, string>(), known: new Map<string, string>() });
    this.#byPart = { province: none(), city: none(), county: none(), township: none(), village: none() };
  }

  of(written: Place): SpelledPlace {
    let place = written;
    let respelled: readonly [string, string] | undefined;
    for (const part of PLACE_PARTS) {
      const name = written[part];
      if (name === undefined) continue;
      const one = this.#nameOf(part, name);
      if (one === name) continue;
      place = { ...place, [part]: one };
      respelled = [name, one];
    }
    return { place, ...(respelled && { respelled }) };
  }

  #nameOf(part: PlacePart, name: string): string {
    const { first, known } = this.#byPart[part];
    const said = known.get(name);
    if (said !== undefined) return said;
    const compared = comparableName(name);
    const one = first.get(compared) ?? name;
    if (!first.has(compared)) first.set(compared, name);
    known.set(name, one);
    return one;
  }
}
