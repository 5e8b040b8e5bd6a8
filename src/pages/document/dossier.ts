import type { Sheet } from '../../report/assess/sheet.ts';
import type { FindingGroup } from '../../report/finding-groups.ts';
import type { Report } from '../../report/report.ts';
import type { TrendReport } from '../../report/trend/trend-report.ts';

/** What a leader's page holds beside the report itself. What the files say nothing of is absent. */
export interface Dossier {
  /** The acceptance sheets of the same period. */
  readonly sheets: readonly Sheet[];
  /** Whether the sheet of each place is asked for, however many they are. */
  readonly each?: boolean | undefined;
  /** The same metrics over the periods of the files. */
  readonly trend: TrendReport | undefined;
  /** The funds of the projects, all places together. */
  readonly funds: Report | undefined;
  readonly findings: readonly FindingGroup[];
}
