import { CommanderError } from 'commander';
import { UserError } from '../errors.ts';
import { UsageError } from './command.ts';
import { ASKED } from './completion/shells.ts';
import { buildProgram } from './program.ts';
import { EXIT } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { isLangAsked, langOf, localeLang } from './lang.ts';
import { profileOf } from './profile-option.ts';
import { sayError, sayLine } from './say.ts';
import { usageError, whereToLook } from './usage-errors.ts';
import { FilesOfRun } from './files-of-run.ts';
import type { Surroundings, World } from './world.ts';

/** Runs one command line to its end and gives its exit status. Nothing it meets in files makes it throw. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const world: World = { ...surroundings, files: new FilesOfRun() };
  let lang = localeLang(world.env);
  let status: ExitCode = EXIT.done;
  try {
    if (argv[0] === ASKED && argv[1] === '--') {
      const { complete } = await import('./completion/complete.ts');
      await complete(argv.slice(2), lang, world);
      return EXIT.done;
    }
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
      for (const line of usageError(error, argv, lang)) sayLine(line, world);
      return EXIT.cannotRun;
    }
    if (error instanceof UserError) {
      for (const text of error.texts) sayError(text, lang, world);
      if (error instanceof UsageError) sayLine(whereToLook(argv, lang), world);
      return EXIT.cannotRun;
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    sayLine({ zh: '程序内部错误，请把这段信息发给我们：', en: 'internal error, please report it:' }[lang], world);
    for (const line of stack.split('\n')) sayLine(line, world);
    return EXIT.bug;
  }
}
