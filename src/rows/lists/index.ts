import type { ListKind } from '../list-kind.ts';
import { atRisk } from './at-risk.ts';
import { belowLine } from './below-line.ts';
import { doubtfulClearances } from './doubtful-clearances.ts';
import { excluded } from './excluded.ts';
import { guaranteeGaps } from './guarantee-gaps.ts';
import { lateSteps } from './late-steps.ts';
import { overdue } from './overdue.ts';
import { uncovered } from './uncovered.ts';
import { unpaired } from './unpaired.ts';
import { unplanned } from './unplanned.ts';
import { unspent } from './unspent.ts';
import { watch } from './watch.ts';

/** Every list, in the order of the help page. */
export const lists: readonly ListKind[] = [
  uncovered,
  unpaired,
  unplanned,
  belowLine,
  guaranteeGaps,
  atRisk,
  watch,
  doubtfulClearances,
  lateSteps,
  excluded,
  overdue,
  unspent,
];
