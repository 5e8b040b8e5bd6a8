import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Profile } from '../profile/profile.ts';
import type { Lang } from '../vocabulary/text.ts';
import type { World } from './world.ts';

/** What a command is given to work with. */
export interface CommandContext {
  /** The command line as it was typed. */
  readonly argv: readonly string[];
  readonly world: World;
  readonly lang: Lang;
  readonly profile: Profile;
  /** Ends the command with a status. */
  readonly exit: (status: ExitCode) => void;
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, context: CommandContext) => void;
