import { writeOut } from './io.ts';
import type { NamedFile, Pieces } from './io.ts';
import type { PrintOptions } from './print-options.ts';
import { claimStandardOutput, refuseOutput, writeWhole } from './write-whole.ts';
import type { World } from './world.ts';

/** Writes a result to where it is to go. */
export type Output = (content: Pieces) => Promise<void>;

/**
 * Where a command's result goes: the file of `-o`, else standard output. A file that cannot be written, or that is one of the inputs (a profile and standards are),
 * is refused now, before the work is done.
 */
export async function outputFor({ output, settings }: PrintOptions, inputs: readonly NamedFile[], world: World): Promise<Output> {
  const read = [...inputs.map(({ file }) => file), ...settings];
  if (output === undefined) {
    await claimStandardOutput(read, world);
    return (content) => writeOut(content, world);
  }
  await refuseOutput(output, read, world);
  return (content) => writeWhole(output, content, world);
}
