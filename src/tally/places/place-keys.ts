import { placeKey } from '../../vocabulary/place.ts';
import type { Place } from '../../vocabulary/place.ts';

/** The key of each place, one text for all that is kept by it. A run has one object for each place. */
export class PlaceKeys {
  readonly #keys = new Map<Place, string>();

  of(place: Place): string {
    let key = this.#keys.get(place);
    if (key === undefined) this.#keys.set(place, (key = placeKey(place)));
    return key;
  }
}
