import type { Parameters } from '../language/condition.ts';
import { UserError } from '../errors.ts';
import type { Finding } from '../input/finding.ts';
import type { OpenedTable } from '../input/open-table.ts';
import { comparedFacts } from '../tally/disagreements.ts';
import { run } from '../tally/run.ts';
import type { Input } from '../tally/tally.ts';
import type { Text } from '../vocabulary/text.ts';
import type { CommandContext } from './command.ts';
import { EXIT } from './exit-code.ts';
import { FindingStore } from './finding-store.ts';
import type { InputOptions } from './options.ts';
import { plainRowsIn } from './plain-rows-option.ts';
import type { Progress } from './progress.ts';
import { profileInputs } from './tally-files.ts';

/** Everything that is wrong with files. */
export interface FoundInFiles {
  readonly store: FindingStore;
  readonly counts: Readonly<Record<Finding['severity'] | 'accepted', number>>;
  /** Errors that nobody has accepted. */
  readonly openErrors: number;
  readonly inputs: readonly Input[];
  /** Why reading has stopped half way. */
  readonly stopped: readonly Text[];
}

/** Nothing that is compared needs a dated number. */
const NO_PARAMETERS: Parameters = {};

/** Reads opened files to their end and keeps what is wrong with them; where nobody wants more, errors alone. `accept` marks what somebody has accepted. */
export async function findIn(
  opened: readonly OpenedTable[],
  { snapshot, quiet }: InputOptions,
  accept: (finding: Finding) => Finding,
  progress: Progress,
  { world, profile }: CommandContext,
): Promise<FoundInFiles> {
  const store = await FindingStore.create(world);
  const counts = { error: 0, warning: 0, note: 0, accepted: 0 };
  let openErrors = 0;
  const keep = (found: Finding): void => {
    const finding = accept(found);
    counts[finding.severity]++;
    if (finding.accepted !== undefined) counts.accepted++;
    else if (finding.severity === 'error') {
      openErrors++;
      world.statusSoFar(EXIT.dataErrors);
    }
    if (!quiet || finding.severity === 'error') store.add(finding);
  };
  let inputs: readonly Input[] = [];
  let stopped: readonly Text[] = [];
  try {
    const { tallies } = await run(
      opened,
      { facts: comparedFacts, parameters: () => NO_PARAMETERS, snapshot, plainRows: plainRowsIn(world.env) },
      keep,
      progress.show,
    );
    inputs = [...tallies.inputs, ...profileInputs(profile)];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    stopped = error.texts;
  }
  progress.clear();
  return { store, counts, openErrors, inputs, stopped };
}
