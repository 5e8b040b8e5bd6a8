import type { z } from 'zod';
import { schemeSchema, standardSchema } from './schema.ts';
import type { Scheme, Standard } from './standard.ts';

/** A standard and a scheme as they are written: values and days as text. */
export type WrittenStandard = z.input<typeof standardSchema>;
export type WrittenScheme = z.input<typeof schemeSchema>;

/** A shipped standard, held to the same strict schema as a user's. Throws when it is not as it must be. */
export const defineStandard = (written: WrittenStandard): Standard => standardSchema.parse(written);

/** A shipped scheme, held to the same strict schema as a user's. Throws when it is not as it must be. */
export const defineScheme = (written: WrittenScheme): Scheme => schemeSchema.parse(written);
