import { withMark } from './byte-order-mark.ts';
import { writeOut } from './io.ts';
import type { NamedFile } from './named-file.ts';
import type { Format, Pieces } from '../page/format.ts';
import type { PrintOptions } from './print-options.ts';
import { writeToTerminal } from './pager.ts';
import { claimStandardOutput, refuseOutput, writeWhole } from './write-whole.ts';
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
    format,
    output,
    settings,
    mark,
    pager,
    quiet,
    surface,
  }: Pick<PrintOptions<Pick<Format, 'id' | 'isBinary'>>, 'format' | 'output' | 'settings' | 'mark' | 'pager' | 'quiet'> & {
    readonly surface: { readonly lang: Lang };
  },
  inputs: readonly NamedFile[],
  world: World,
): Promise<Output> {
  const read = [...inputs.map(({ file }) => file), ...settings];
  if (output === undefined) {
    await claimStandardOutput(read, world);
    return (content) => {
      const marked = mark === 'always' ? withMark(content, mark) : content;
      return pager ? writeToTerminal(marked, world) : writeOut(marked, world);
    };
  }
  await refuseOutput(output, read, world, format.isBinary === true ? format.id : undefined);
  return async (content) => {
    await writeWhole(output, content, world, { mark });
    if (world.stderr.isTTY === true && !quiet)
      world.stderr.write(`${{ zh: `已写入 ${output}`, en: `written: ${output}` }[surface.lang]}\n`);
  };
}
