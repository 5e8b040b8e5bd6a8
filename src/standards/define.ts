import type { z } from 'zod';
import type { schemeSchema, standardSchema } from './schema.ts';
import type { Scheme, Standard } from './standard.ts';
import { readThreshold } from './threshold.ts';

/** A standard and a scheme as they are written: values and days as text. */
export type WrittenStandard = z.input<typeof standardSchema>;
export type WrittenScheme = z.input<typeof schemeSchema>;

/**
 * A shipped standard with its values read. That it is as the strict schema wants it is tested, not asked at every start: zod, once it has seen these
 * schemas, reads the cells of a large file half as fast again. Throws a RangeError when a value is not one of its unit.
 */
export function defineStandard(written: WrittenStandard): Standard {
  const values = written.values.map((one) => {
    const threshold = readThreshold(one.value, written.unit);
    if (threshold === undefined) throw new RangeError(`${written.id}: ${one.value} is no value of ${written.unit}`);
    return { ...one, threshold };
  });
  return { ...written, values } as unknown as Standard;
}

/** A shipped scheme; what the strict schema wants of it is tested. */
export const defineScheme = (written: WrittenScheme): Scheme => written as unknown as Scheme;
