import { createHash } from 'node:crypto';
import { dirname, isAbsolute, join } from 'node:path';
import type { Command } from 'commander';
import { NO_PROFILE } from '../profile/profile.ts';
import type { Profile } from '../profile/profile.ts';
import { comparable } from '../input/cell.ts';
import { PLACE_PARTS } from '../vocabulary/place.ts';
import { plural } from '../vocabulary/terms.ts';
import type { Text } from '../vocabulary/text.ts';
import { openSource } from './io.ts';
import { jsonBytes, utf8 } from './standards-options.ts';
import type { World } from './world.ts';

/** The profile of `--profile FILE`, wherever it stands: its language is needed before the options are read. */
export async function profileOf(argv: readonly string[], world: World): Promise<Profile> {
  const at = argv.findLastIndex((word) => word === '--profile' || word.startsWith('--profile='));
  const file = argv[at]?.includes('=') ? argv[at].slice('--profile='.length) : argv[at + 1];
  if (at === -1 || file === undefined) return NO_PROFILE;
  const { readProfile } = await import('../profile/read-profile.ts');
  const bytes = await jsonBytes(await openSource({ file }, world));
  const profile = readProfile(utf8(bytes, file), { file, sha256: createHash('sha256').update(bytes).digest('hex') });
  // Paths are the profile's own: it works from every folder.
  const standards = profile.standards.map((path) => (isAbsolute(path) || file === '-' ? path : join(dirname(file), path)));
  return { ...profile, standards };
}

const namesOf = (name: Text | undefined): readonly string[] => (name ? [name.zh, name.en, plural(name.en)].map(comparable) : []);

/** Lets a profile say what the command line does not. Standards of both hold, those of the command line before those of the profile. */
export function applyProfile(command: Command, { region, snapshot, standards, terms }: Profile): void {
  const asked = new Set(command.options.map((option) => option.attributeName()));
  const say = (name: string, value: unknown): void => {
    if (asked.has(name) && value !== undefined && command.getOptionValue(name) === undefined)
      command.setOptionValueWithSource(name, value, 'config');
  };
  // A place level by the name that the office has for it: --by commune.
  const by = command.getOptionValue('by') as string | undefined;
  const named = PLACE_PARTS.find((part) => by !== undefined && namesOf(terms.levels[part]).includes(comparable(by)));
  if (asked.has('by') && named) command.setOptionValueWithSource('by', named, 'cli');
  say('region', region);
  say('snapshot', snapshot);
  if (asked.has('standards') && standards.length > 0)
    command.setOptionValueWithSource(
      'standards',
      [...standards, ...((command.getOptionValue('standards') ?? []) as readonly string[])],
      'config',
    );
}
