import { refuseOutput, writeOut, writeWhole } from './io.ts';
import type { Pieces } from '../report/format.ts';
import type { Words } from './options.ts';
import type { World } from './world.ts';

/** Writes a result to where it is to go. */
export type Output = (content: Pieces) => Promise<void>;

/**
 * Where a command's result goes: the file of `-o`, else standard output. A file that cannot be written, or that is one of the inputs (a profile and standards are),
 * is refused now, before the work is done.
 */
export async function outputFor(words: Words, inputs: readonly string[], world: World): Promise<Output> {
  const output = words.output as string | undefined;
  if (output === undefined) return (content) => writeOut(content, world);
  const settings = [words.profile, words.standards].flat().filter((file) => typeof file === 'string');
  await refuseOutput(output, [...inputs, ...settings]);
  return (content) => writeWhole(output, content, world);
}
