import { asDeclared, reading } from '../reader.ts';
import type { Reader } from '../reader.ts';
import type { Quantity } from '../quantity.ts';
import { evaluated } from './evaluated.ts';

/** The same read of every village of a county. Of these the rows of the village table are shown, as of the county. */
export const ofVillages = <T>(one: Reader<T>): Reader<readonly T[]> => ({
  ...asDeclared(one),
  read: (county) => county.villages.map(one.read),
});

/** A number of a whole county, as its own row says it and as each of its villages does. */
export interface OfCounty {
  readonly own: Quantity;
  readonly villages: readonly Quantity[];
}

/** What the row of a county says of the county, with what its villages say. */
export const ofCounty = (id: string, ofVillage: Reader<Quantity>): Reader<OfCounty> =>
  reading({ own: evaluated(id), villages: ofVillages(ofVillage) }, (read) => read);
