import type { OfficeWords } from '../input/office-words.ts';
import { NO_OFFICE_WORDS } from '../input/office-words.ts';
import type { Period } from '../vocabulary/period.ts';
import { USUAL_TERMS } from '../vocabulary/terms.ts';
import type { Terms } from '../vocabulary/terms.ts';
import type { Lang } from '../vocabulary/text.ts';

/** What an office says once about its files and its country, instead of on every command line. */
export interface Profile {
  /** The file and its SHA-256: what a result rests on. Nothing where no profile was given. */
  readonly origin: { readonly file: string; readonly sha256: string } | undefined;
  readonly office: OfficeWords;
  readonly terms: Terms;
  readonly region: string | undefined;
  /** Files of standards, as the profile names them. */
  readonly standards: readonly string[];
  readonly snapshot: Period | undefined;
  readonly lang: Lang | undefined;
}

/** Where no profile is given. */
export const NO_PROFILE: Profile = {
  origin: undefined,
  office: NO_OFFICE_WORDS,
  terms: USUAL_TERMS,
  region: undefined,
  standards: [],
  snapshot: undefined,
  lang: undefined,
};
