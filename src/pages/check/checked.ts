import type { Finding } from '../../input/finding.ts';
import type { Input } from '../../tally/tally.ts';
import type { Lang } from '../../vocabulary/text.ts';

/** What a check came to. There may be more findings than memory holds: they are read anew, in order, each time. */
export interface Checked {
  readonly findings: () => AsyncIterable<Finding>;
  readonly inputs: readonly Input[];
  readonly counts: Readonly<Record<Finding['severity'] | 'accepted', number>>;
  readonly withAccepted: boolean;
  /** How many findings are shown at most. */
  readonly limit: number;
  readonly lang: Lang;
}

/** The findings that are shown, and in the end how many more there are. */
export async function* shownOf({ findings, limit }: Checked): AsyncGenerator<Finding, number> {
  let all = 0;
  for await (const finding of findings()) if (all++ < limit) yield finding;
  return Math.max(0, all - limit);
}
