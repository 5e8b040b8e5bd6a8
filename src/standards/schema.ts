import { z } from 'zod';
import { isIsoDate } from '../vocabulary/period.ts';
import { overlaps } from './dated.ts';
import { isRegion, NATION } from './lineage.ts';
import {
  COMPARISONS,
  CONFIDENCES,
  CRITERION_METRICS,
  HOUSEHOLD_ANSWERS,
  PARTS_OF_THE_COUNTRY,
  SCHEME_IDS,
  STANDARD_LEVELS,
  STANDARDS_SCHEMA,
  VILLAGE_ANSWERS,
} from './standard.ts';
import type { Scheme, Standard, StandardLevel } from './standard.ts';
import { readThreshold, STANDARD_UNITS } from './threshold.ts';

/**
 * What is wrong beyond the shape, as the message of an issue; the words for people are in `problems.ts`.
 * Everything here is strict: an unknown key is refused, because a misspelt `until` must not leave a standard in force for ever.
 */
export const PROBLEM_CODES = [
  'blank',
  'not-a-day',
  'not-a-year-month-or-day',
  'not-a-region',
  'not-an-id',
  'ends-before-it-begins',
  'not-a-value',
  'not-a-value-of-the-unit',
  'values-overlap',
  'another-level',
  'part-of-a-province',
  'answer-of-another-level',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
const problem = (code: ProblemCode): string => code;

const words = z.string().regex(/\S/, problem('blank'));
const inBoth = z.strictObject({ zh: words, en: words });
/** A wording in both languages; one text alone is said in either. */
const text = z.preprocess((written) => (typeof written === 'string' ? { zh: written, en: written } : written), inBoth);
const day = z.string().refine(isIsoDate, problem('not-a-day'));
const region = z.string().refine(isRegion, problem('not-a-region'));
const id = z.string().regex(/^[a-z][a-z0-9-]*(?:\/[a-z][a-z0-9-]*)?$/, problem('not-an-id'));

const source = z.strictObject({
  title: words,
  issuer: words,
  number: words.optional(),
  published: z
    .string()
    .refine((value) => /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(value) || isIsoDate(value), problem('not-a-year-month-or-day'))
    .optional(),
  url: words.optional(),
  confidence: z.enum(CONFIDENCES),
});

const amendment = z.strictObject({ title: words, number: words, from: day, note: text });

const value = z
  .strictObject({
    from: day,
    until: day,
    value: z.string().regex(/^\d+(?:\.\d+)?(?:%| [a-z0-9]+)$/, problem('not-a-value')),
    notUnderTheYearBefore: z.literal(true).optional(),
    source,
    furtherSource: source.optional(),
    note: text.optional(),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: problem('ends-before-it-begins') });

/** The level that an id names by its first part; of `poverty-line` and `exit-evaluation` the entry itself says it. */
const levelOfId = (written: string): StandardLevel | undefined =>
  STANDARD_LEVELS.find((level) => written === `${level}-exit` || written.startsWith(`${level}-exit/`));

const writtenStandard = z.strictObject({
  id,
  region,
  appliesTo: z.enum(PARTS_OF_THE_COUNTRY).optional(),
  level: z.enum(STANDARD_LEVELS),
  label: text,
  unit: z.enum(STANDARD_UNITS),
  comparison: z.enum(COMPARISONS),
  wording: words,
  values: z.array(value).min(1),
  amendments: z.array(amendment).optional(),
  reference: z.boolean().optional(),
  lastChecked: day,
});

/** A standard as written, checked and with its values read. */
export const standardSchema = writtenStandard
  .refine((standard) => (levelOfId(standard.id) ?? standard.level) === standard.level, {
    path: ['level'],
    message: problem('another-level'),
  })
  .refine((standard) => standard.appliesTo === undefined || standard.region === NATION, {
    path: ['appliesTo'],
    message: problem('part-of-a-province'),
  })
  .transform((standard, context): Standard => {
    const values = standard.values.map((one, index, all) => {
      const issue = (key: string, code: ProblemCode): void =>
        void context.issues.push({ code: 'custom', input: one, path: ['values', index, key], message: problem(code) });
      const threshold = readThreshold(one.value, standard.unit);
      if (threshold === undefined) issue('value', 'not-a-value-of-the-unit');
      if (all.slice(0, index).some((earlier) => overlaps(earlier, one))) issue('from', 'values-overlap');
      return { ...one, threshold: threshold ?? { numerator: 0n, denominator: 1n } };
    });
    return { ...standard, values };
  });

const criterion = z.strictObject({
  number: z.int().min(1),
  label: text,
  wording: words,
  parts: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('metric'), metric: z.enum(CRITERION_METRICS), standard: id }),
        z.strictObject({ kind: z.literal('answer'), answer: z.enum([...VILLAGE_ANSWERS, ...HOUSEHOLD_ANSWERS]) }),
        z.strictObject({ kind: z.literal('outside'), what: text }),
      ]),
    )
    .min(1),
});

const ANSWERS: Readonly<Record<StandardLevel, readonly string[]>> = {
  household: HOUSEHOLD_ANSWERS,
  village: VILLAGE_ANSWERS,
  county: [],
};

const writtenScheme = z.strictObject({
  id: z.enum(SCHEME_IDS),
  region,
  level: z.enum(STANDARD_LEVELS),
  title: text,
  from: day,
  until: day,
  source,
  furtherSource: source.optional(),
  amendments: z.array(amendment).optional(),
  note: text.optional(),
  criteria: z.array(criterion).min(1),
});

/** A scheme as written, checked. */
export const schemeSchema = writtenScheme
  .refine(({ from, until }) => from <= until, { path: ['until'], message: problem('ends-before-it-begins') })
  .refine((scheme) => (levelOfId(scheme.id) ?? 'household') === scheme.level, { path: ['level'], message: problem('another-level') })
  .superRefine(({ level, criteria }, context) => {
    for (const [index, { parts }] of criteria.entries()) {
      for (const [place, part] of parts.entries()) {
        if (part.kind !== 'answer' || ANSWERS[level].includes(part.answer)) continue;
        context.addIssue({
          code: 'custom',
          path: ['criteria', index, 'parts', place, 'answer'],
          message: problem('answer-of-another-level'),
          input: part.answer,
        });
      }
    }
  })
  .transform((scheme): Scheme => scheme);

/** A user's file: either list may be missing. */
export const standardsFileSchema = z.strictObject({
  /** What `aid-metrics standards --format json` writes, so that its output can be changed and read back. */
  schema: z.literal(STANDARDS_SCHEMA).optional(),
  standards: z.array(standardSchema).optional(),
  schemes: z.array(schemeSchema).optional(),
});

/** The keys that an object may have, by the name under which it stands (`standards`, `values`, `source`); for messages. */
export const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(standardsFileSchema.shape),
  standards: Object.keys(writtenStandard.shape),
  schemes: Object.keys(writtenScheme.shape),
  values: Object.keys(value.shape),
  source: Object.keys(source.shape),
  furtherSource: Object.keys(source.shape),
  amendments: Object.keys(amendment.shape),
  criteria: Object.keys(criterion.shape),
  parts: ['kind', 'metric', 'standard', 'answer', 'what'],
  label: Object.keys(inBoth.shape),
  title: Object.keys(inBoth.shape),
  note: Object.keys(inBoth.shape),
  what: Object.keys(inBoth.shape),
};
