import { UserError } from '../errors.ts';
import { isIsoDate, isPeriod } from '../vocabulary/period.ts';
import type { IsoDate, Period } from '../vocabulary/period.ts';

/** A period from its one writing: a year (`2020`) or a month (`2020-04`). Throws a UserError for anything else. */
export function period(text: string): Period {
  if (isPeriod(text)) return text;
  throw new UserError({ zh: `“${text}”不是时期，写成 2020 或 2020-04`, en: `"${text}" is not a period; write 2020 or 2020-04` });
}

/** A day from its one writing, `2020-12-31`. Throws a UserError for anything else, also for a day that does not exist. */
export function day(text: string): IsoDate {
  if (isIsoDate(text)) return text;
  throw new UserError({ zh: `“${text}”不是日期，写成 2020-12-31`, en: `"${text}" is not a day; write 2020-12-31` });
}
