import type { Command } from 'commander';
import { UserError } from '../errors.ts';
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

/** A command line that is wrong in itself: it points to the help of its command. */
export class UsageError extends UserError {}

/** Runs a command: first all its words are read into one struct, and only if none of them is wrong does work begin. */
export async function runCommand<O>({ exit }: CommandContext, read: () => O, work: (options: O) => Promise<ExitCode>): Promise<void> {
  exit(await work(readWords(read)));
}

function readWords<O>(read: () => O): O {
  try {
    return read();
  } catch (error) {
    throw error instanceof UserError ? new UsageError(...error.texts) : error;
  }
}
