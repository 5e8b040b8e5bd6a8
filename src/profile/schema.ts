import { z } from 'zod';
import { isPeriod } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';
import { PLACE_PARTS } from '../vocabulary/place.ts';

export const PROFILE_SCHEMA = 'aid-metrics/profile@1';

const words = z.string().regex(/\S/, 'blank');
const inBoth = z.strictObject({ zh: words, en: words });
/** A wording in both languages; one text alone is said in either. */
const text = z.preprocess((written) => (typeof written === 'string' ? { zh: written, en: written } : written), inBoth);
const several = z.preprocess((written) => (typeof written === 'string' ? [written] : written), z.array(words).min(1));
const levels = z.strictObject(
  Object.fromEntries(PLACE_PARTS.map((part) => [part, text.optional()])) as Record<
    (typeof PLACE_PARTS)[number],
    z.ZodOptional<typeof text>
  >,
);

/** `yes` and `no` beside the columns are said of every column of yes and no. */
const withYesNo = (written: unknown): unknown => {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return written;
  const { yes, no, ...columns } = written as Readonly<Record<string, unknown>>;
  if (yes === undefined && no === undefined) return written;
  const both = { ...(yes !== undefined && { yes }), ...(no !== undefined && { no }) };
  return { ...columns, 'yes-no': { ...(columns['yes-no'] as object | undefined), ...both } };
};

/** A profile as it is written. Everything is strict: an unknown key is refused, because a misspelt `words` must not pass unseen. */
export const profileSchema = z.strictObject({
  schema: z.literal(PROFILE_SCHEMA).optional(),
  /** Headings of the files, each with its column. */
  map: z.record(words, words).optional(),
  /** By column, or `yes-no`: words of the files, each with its value; or a value with its words. */
  words: z.preprocess(withYesNo, z.record(words, z.record(words, several))).optional(),
  region: words.optional(),
  standards: several.optional(),
  currency: text.optional(),
  levels: levels.optional(),
  snapshot: z
    .string()
    .refine((written): written is Period => isPeriod(written), 'not-a-period')
    .optional(),
  lang: z.enum(['zh', 'en']).optional(),
});

/** The keys that an object may have, by the name under which it stands; for messages. */
export const PROFILE_KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(profileSchema.shape),
  levels: [...PLACE_PARTS],
  ...Object.fromEntries(['currency', ...PLACE_PARTS].map((key) => [key, Object.keys(inBoth.shape)])),
};
