import { CommanderError } from 'commander';
import { UserError } from '../errors.ts';
import { UsageError } from './command.ts';
import { buildProgram } from './program.ts';
import { EXIT } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { isLangAsked, langOf, localeLang } from './lang.ts';
import { profileOf } from './profile-option.ts';
import { usageError, whereToLook } from './usage-errors.ts';
import { FilesOfRun } from './files-of-run.ts';
import type { Surroundings, World } from './world.ts';

/** Runs one command line to its end and gives its exit status. Nothing it meets in files makes it throw. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const world: World = { ...surroundings, files: new FilesOfRun() };
  let lang = localeLang(world.env);
  let status: ExitCode = EXIT.done;
  try {
    lang = langOf(argv, world.env);
    const profile = await profileOf(argv, world);
    if (profile.lang !== undefined && !isLangAsked(argv)) lang = profile.lang;
    const exit = (code: ExitCode): void => {
      status = code;
    };
    const program = await buildProgram({ argv, world, lang, profile, exit });
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0 || error.code === 'commander.help') return EXIT.done;
      world.stderr.write(`${usageError(error, argv, lang)}\n`);
      return EXIT.cannotRun;
    }
    if (error instanceof UserError) {
      for (const text of error.texts) world.stderr.write(`${{ zh: '错误：', en: 'error: ' }[lang]}${text[lang]}\n`);
      if (error instanceof UsageError) world.stderr.write(`${whereToLook(argv, lang)}\n`);
      return EXIT.cannotRun;
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    world.stderr.write(`${{ zh: '程序内部错误，请把这段信息发给我们：', en: 'internal error, please report it:' }[lang]}\n${stack}\n`);
    return EXIT.bug;
  }
}
