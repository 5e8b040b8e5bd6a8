import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { NO_PROFILE } from '../../src/profile/profile.ts';
import type { World } from '../../src/cli/world.ts';
import { commandLine } from '../support/command-line.ts';
import { hasTerminal, inTerminal, isInstalled } from '../support/pseudo-terminal.ts';

const villages = 'fixtures/trend/villages.csv';

/** What a shell is told: the words that may stand next, and whether files may. */
async function asked(...words: readonly string[]): Promise<{ readonly values: readonly string[]; readonly files: boolean }> {
  const { stdout, status, stderr } = await commandLine(['complete', '--', ...words]);
  expect([status, stderr]).toEqual([0, '']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.at(-1)).toMatch(/^:[04]$/u);
  return { values: lines.slice(0, -1).map((line) => line.split('\t')[0]!), files: lines.at(-1) === ':0' };
}

describe('what may stand next', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['a command', ['tre'], ['trend']],
    ['an option', ['report', '--fail'], ['--fail-on-unmet']],
    ['a metric', ['report', '--metrics', 'poverty_i'], ['poverty_incidence']],
    ['the next metric of a list', ['report', '--metrics', 'core,poverty_g'], ['core,poverty_gap']],
    ['a metric after an equals sign', ['report', '--metrics=poverty_g'], ['poverty_gap']],
    ['a metric to sort by', ['report', '--sort', 'poverty_g'], ['poverty_gap']],
    ['a format', ['report', '-f', 'x'], ['xlsx']],
    ['the formats of a template', ['template', 'villages', '--format', ''], ['csv', 'xlsx']],
    ['a level', ['report', '--by', 'h'], ['helper-unit']],
    ['a language', ['report', '--lang', ''], ['zh', 'en']],
    ['a language without a command', ['--lang', ''], ['zh', 'en']],
    ['words of headings', ['report', '--headings', ''], ['id', 'zh', 'en']],
    ['whom to judge', ['assess', '--for', ''], ['villages', 'counties', 'households']],
    ['an encoding', ['check', '--encoding', 'gb'], ['gb18030']],
    ['colour', ['check', '--color', ''], ['auto', 'always', 'never']],
    ['a list', ['list', 'unc'], ['uncovered']],
    ['a metric to explain', ['explain', 'poverty_g'], ['poverty_gap']],
    ['a table', ['template', 'h'], ['households']],
    ['a shell', ['completion', ''], ['bash', 'zsh', 'fish', 'powershell']],
    ['a command to be helped with', ['help', 'tal'], ['tally']],
  ])('%s', async (_, words, values) => {
    expect(await asked(...words)).toEqual({ values, files: false });
  });

  test.each([
    ['a file of a table', ['report', 'vil']],
    ['the next file', ['report', villages, '']],
    ['a file after an option without a value', ['report', '--partial', '']],
    ['a file after the kind of a list', ['list', 'uncovered', '']],
    ['a file to write', ['report', villages, '-o', '']],
    ['a profile', ['report', '--profile', '']],
  ])('%s: the shell completes it', async (_, words) => {
    expect(await asked(...words)).toEqual({ values: [], files: true });
  });

  test('the periods of the files that are named, the latest first', async () => {
    expect((await asked('report', villages, '--period', '')).values).toEqual(['2020', '2019', '2018']);
    expect((await asked('report', '--villages', villages, '--period=201')).values).toEqual(['2019', '2018']);
    // What is written is not read, nor is what is not there.
    expect((await asked('report', '-o', villages, '--period', '')).values).toEqual([]);
    expect((await asked('report', 'nobody.csv', 'package.json', '--period', '')).values).toEqual([]);
  });

  test('nothing where any number may stand', async () => {
    expect(await asked('report', '--top', '')).toEqual({ values: [], files: false });
  });

  test('no option with a closed list is forgotten', async () => {
    const world = { stdout: process.stdout, stderr: process.stderr, env: {} } as unknown as World;
    const program = await buildProgram({ argv: [], world, lang: 'en', profile: NO_PROFILE, exit: () => undefined });
    const free = /<(?:file|n|s|name|size|date|mb|code|heading=column|period|level|on)>$/u;
    for (const command of program.commands) {
      // The sums have one format.
      const closed = command.options.filter(({ required, flags }) => required && !free.test(flags) && command.name() !== 'tally');
      for (const option of closed) {
        const { values } = await asked(command.name(), option.long!, '');
        expect(values.length, `${command.name()} ${option.flags}`).toBeGreaterThan(1);
      }
    }
  });

  test('is said in the language of the system', async () => {
    const { stdout } = await commandLine(['complete', '--', 'tre'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(stdout).toContain('trend\t各指标随时间的变化');
  });
});

test('an unknown shell is named with those that are known', async () => {
  expect(await commandLine(['completion', 'csh'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('bash, zsh, fish, powershell'),
  });
});

describe('in the shells', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'completion-'));
    mkdirSync(join(folder, 'bin'));
    copyFileSync(villages, join(folder, 'villages.csv'));
    // The program completes as it is; called otherwise it says what it was called with.
    const program = `#!/bin/sh\n[ "$1" = complete ] && exec '${process.execPath}' '${resolve('bin/aid-metrics.js')}' "$@"\necho "called:$*:"\n`;
    writeFileSync(join(folder, 'bin/aid-metrics'), program);
    chmodSync(join(folder, 'bin/aid-metrics'), 0o755);
    for (const shell of ['bash', 'zsh', 'fish', 'powershell'])
      writeFileSync(join(folder, `script.${shell}`), (await commandLine(['completion', shell])).stdout);
    writeFileSync(join(folder, 'bashrc'), `PS1='ready> '\n. '${join(folder, 'script.bash')}'\n. '${join(folder, 'script.bash')}'\n`);
    writeFileSync(
      join(folder, '.zshrc'),
      `PS1='ready> '\nautoload -U compinit\ncompinit -u -d '${join(folder, 'dump')}'\n. '${join(folder, 'script.zsh')}'\n`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const env = (): Record<string, string> => ({ PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`, ZDOTDIR: folder });
  const interactive = { bash: () => `bash --noprofile --rcfile '${join(folder, 'bashrc')}' -i`, zsh: () => 'zsh -i' } as const;

  for (const shell of ['bash', 'zsh'] as const) {
    const has = hasTerminal && isInstalled(shell);
    describe.skipIf(!has)(has ? shell : `${shell} (not installed, or no script)`, () => {
      test.each([
        ['an option and its value', 'aid-metrics report --metr\tpoverty_i\t', /called:report --metrics poverty_incidence ?:/u],
        ['a file, and its period', 'aid-metrics report vil\t--period 2018\t', /called:report villages\.csv --period 2018 ?:/u],
        ['a value after an equals sign', 'aid-metrics report --metrics=poverty_g\t', /called:report --metrics=poverty_gap ?:/u],
      ])('%s', async (_, keys, expected) => {
        const { shown } = await inTerminal(interactive[shell](), {
          cwd: folder,
          env: env(),
          typed: [
            [/ready> /u, keys],
            [/./u, '\n'],
            [/called:/u, 'exit\n'],
          ],
        });
        expect(shown).not.toMatch(/readonly|not found/u);
        expect(shown).toMatch(expected);
      });
    });
  }

  test.skipIf(!isInstalled('fish'))(`fish${isInstalled('fish') ? '' : ' (not installed)'}`, () => {
    const complete = (line: string): readonly string[] =>
      spawnSync('fish', ['--no-config', '-c', `source '${join(folder, 'script.fish')}'; complete -C '${line}'`], {
        cwd: folder,
        env: { ...env(), HOME: folder },
        encoding: 'utf8',
      })
        .stdout.trimEnd()
        .split('\n')
        .map((one) => one.split('\t')[0]!);
    expect(complete('aid-metrics tre')).toEqual(['trend']);
    expect(complete('aid-metrics report --metrics poverty_i')).toEqual(['poverty_incidence']);
    expect(complete('aid-metrics report vil')).toEqual(['villages.csv']);
    expect(complete('aid-metrics report villages.csv --period 201')).toEqual(['2018', '2019']);
  });

  test.skipIf(!isInstalled('pwsh'))(`powershell${isInstalled('pwsh') ? '' : ' (not installed)'}`, () => {
    const asks = `. '${join(folder, 'script.powershell')}'; [System.Management.Automation.CommandCompletion]::CompleteInput('aid-metrics tre', 15, $null).CompletionMatches.CompletionText`;
    expect(spawnSync('pwsh', ['-NoProfile', '-Command', asks], { cwd: folder, env: env(), encoding: 'utf8' }).stdout.trim()).toBe('trend');
  });
});
