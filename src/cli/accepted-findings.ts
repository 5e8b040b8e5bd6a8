import { acceptBy, readAccepted } from '../input/accepted.ts';
import type { Finding } from '../input/finding.ts';
import { openSource } from './io.ts';
import type { World } from './world.ts';

/** What marks the findings that a file of `--accept` names. */
export async function acceptedBy(file: string | undefined, world: World): Promise<(finding: Finding) => Finding> {
  if (file === undefined) return (finding) => finding;
  return acceptBy(await readAccepted(await openSource({ file }, world)), world.today());
}
