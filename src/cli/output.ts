import { refuseOutput, writeOut, writeWhole } from './io.ts';
import type { NamedFile } from './io.ts';
import type { Pieces } from '../report/format.ts';
import type { PrintOptions } from './print-options.ts';
import { writeToTerminal } from './pager.ts';
import type { Lang } from '../vocabulary/text.ts';
import type { World } from './world.ts';

/** Writes a result to where it is to go. */
export type Output = (content: Pieces) => Promise<void>;

/**
 * Where a command's result goes: the file of `-o`, else standard output. A file that cannot be written, or that is one of the inputs (a profile and standards are),
 * is refused now, before the work is done.
 */
export async function outputFor(
  {
    output,
    settings,
    pager,
    quiet,
    surface,
  }: Pick<PrintOptions, 'output' | 'settings' | 'pager' | 'quiet'> & { readonly surface: { readonly lang: Lang } },
  inputs: readonly NamedFile[],
  world: World,
): Promise<Output> {
  if (output === undefined) return (content) => (pager ? writeToTerminal(content, world) : writeOut(content, world));
  await refuseOutput(output, [...inputs.map(({ file }) => file), ...settings]);
  return async (content) => {
    await writeWhole(output, content, world);
    if (world.stderr.isTTY === true && !quiet)
      world.stderr.write(`${{ zh: `已写入 ${output}`, en: `written: ${output}` }[surface.lang]}\n`);
  };
}
