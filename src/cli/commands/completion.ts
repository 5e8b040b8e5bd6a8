import { UserError } from '../../errors.ts';
import { didYouMean } from '../../vocabulary/nearest.ts';
import { runCommand } from '../command.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { SHELLS } from '../completion/shells.ts';
import type { Shell } from '../completion/shells.ts';
import { EXIT } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { addHelpPage, groupHeading } from '../help.ts';
import { writeOut } from '../io.ts';

/** `aid-metrics completion SHELL`: what a shell has to know to complete command lines. */
export const addCompletion: AddCommand = (program, context) => {
  const say = (zh: string, en: string): string => ({ zh, en })[context.lang];
  const command = program
    .command('completion')
    .argument('<shell>', say(`哪种命令行：${SHELLS.join('|')}`, `which shell: ${SHELLS.join('|')}`))
    .description(
      say(
        '命令行补全：按 Tab 补出命令、选项、指标、格式、文件里的时期',
        'completion by the Tab key: commands, options, metrics, formats, the periods of the files',
      ),
    )
    .optionsGroup(groupHeading('print', context.lang))
    .option('--lang <zh|en>', say('语言，默认按系统区域', 'language; that of the locale when not given'));
  addHelpPage(command, context.lang, {
    examples: [
      [
        'completion bash > ~/.local/share/bash-completion/completions/aid-metrics',
        { zh: 'bash：下次登录起有效', en: 'bash, from the next login on' },
      ],
      ['completion zsh > "${fpath[1]}/_aid-metrics"', { zh: 'zsh：下次登录起有效', en: 'zsh, from the next login on' }],
      ['completion fish > ~/.config/fish/completions/aid-metrics.fish', { zh: 'fish：立即有效', en: 'fish, at once' }],
      [
        'completion powershell | Out-String | Invoke-Expression',
        { zh: 'PowerShell：写进 $PROFILE', en: 'PowerShell: to be written into $PROFILE' },
      ],
    ],
    statuses: ['done', 'cannotRun', 'bug'],
  });
  command.action((word: string) =>
    runCommand(
      context,
      () => shellNamed(word),
      (shell) => completion(shell, context),
    ),
  );
};

function shellNamed(word: string): Shell {
  const shell = SHELLS.find((one) => one === word);
  if (shell) return shell;
  const meant = didYouMean(word, SHELLS);
  throw new UserError({
    zh: `没有“${word}”的补全${meant.zh}。可选：${SHELLS.join('、')}`,
    en: `no completion for "${word}"${meant.en} Choose from ${SHELLS.join(', ')}`,
  });
}

async function completion(shell: Shell, { world }: CommandContext): Promise<ExitCode> {
  const { shellScript } = await import('../completion/shell-script.ts');
  await writeOut([shellScript(shell)], world);
  return EXIT.done;
}
