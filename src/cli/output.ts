import { refuseOutput, writeOut, writeWhole } from './io.ts';
import type { NamedFile } from './io.ts';
import type { Pieces } from '../report/format.ts';
import type { PrintOptions } from './print-options.ts';
import type { World } from './world.ts';

/** Writes a result to where it is to go. */
export type Output = (content: Pieces) => Promise<void>;

/**
 * Where a command's result goes: the file of `-o`, else standard output. A file that cannot be written, or that is one of the inputs (a profile and standards are),
 * is refused now, before the work is done.
 */
export async function outputFor(
  { output, settings }: Pick<PrintOptions, 'output' | 'settings'>,
  inputs: readonly NamedFile[],
  world: World,
): Promise<Output> {
  if (output === undefined) return (content) => writeOut(content, world);
  await refuseOutput(output, [...inputs.map(({ file }) => file), ...settings]);
  return (content) => writeWhole(output, content, world);
}
