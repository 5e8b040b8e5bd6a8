import { stat } from 'node:fs/promises';
import { UserError } from '../../errors.ts';
import { load } from '../../library/load.ts';
import { periodsOf } from '../../measure/measure.ts';
import { comparedFacts } from '../../tally/disagreements.ts';
import { run } from '../../tally/run.ts';
import { openSource } from '../io.ts';
import type { World } from '../world.ts';

/** Nobody waits for a larger file at the Tab key. */
const LARGEST = 32 << 20;

/** The periods of the files that are named on a command line, the latest first; those of files that cannot be read are not known. */
export async function periodsNamed(words: readonly string[], world: World): Promise<readonly string[]> {
  const files: string[] = [];
  for (const word of words) {
    const found = await stat(word).catch(() => undefined);
    if (found?.isFile() === true && found.size <= LARGEST) files.push(word);
  }
  if (files.length === 0) return [];
  try {
    const { opened } = await load(
      files.map((file) => () => openSource({ file }, world)),
      {},
      [],
    );
    const plan = { facts: comparedFacts, parameters: () => ({}), snapshot: undefined };
    const { tallies } = await run(
      opened,
      plan,
      () => undefined,
      () => undefined,
    );
    return periodsOf(tallies).toReversed();
  } catch (error) {
    // What is wrong with a file is said when the command runs.
    if (error instanceof UserError) return [];
    throw error;
  }
}
