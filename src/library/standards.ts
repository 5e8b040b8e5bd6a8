import { UserError } from '../errors.ts';
import type { Standards } from '../measure/standards-at.ts';
import { regionNamed } from '../standards/lineage.ts';
import { shippedBook } from '../standards/regions/index.ts';
import type { Book } from '../standards/standard.ts';
import type { IsoDate } from '../vocabulary/period.ts';

/** What may be said of the standards to judge by; the book that is shipped where no other is given. */
export interface StandardsOptions {
  readonly book?: Book | undefined;
  /** CN, or 2, 4 or 6 digits of GB/T 2260, or a province's name: for places that do not say where they lie. */
  readonly region?: string | undefined;
  /** The day to judge at; the period's end where it is not given. */
  readonly asOf?: IsoDate | undefined;
}

/** The standards to tally and to judge by: lines, floor areas, exit criteria. Throws a UserError where the region is none. */
export const standardsFrom = ({ book = shippedBook, region, asOf }: StandardsOptions = {}): Standards => ({
  book,
  region: region === undefined ? undefined : knownRegion(region),
  asOf,
});

function knownRegion(word: string): string {
  const region = regionNamed(word);
  if (region !== undefined) return region;
  throw new UserError({
    zh: `${word} 不是地区，写成 CN、45、4511、451122 或省名如 广西`,
    en: `${word} is not a region; write CN, 45, 4511, 451122 or a province such as Guangxi`,
  });
}
