import tab from '@bomb.sh/tab/commander';
import { ShellCompDirective } from '@bomb.sh/tab';
import type { Command, Option } from 'commander';
import { NO_PROFILE } from '../../profile/profile.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { commands } from '../commands/index.ts';
import { writeOut } from '../io.ts';
import { buildProgram } from '../program.ts';
import type { World } from '../world.ts';
import { LISTS, PERIODS, valuesOf, wordsOf } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { periodsNamed } from './periods-named.ts';
import { printedBy } from './printed.ts';
import { ASKED } from './shells.ts';

/** Answers a shell: what may stand at the end of the words that are typed, a line each with what it is, and last whether files may stand there. */
export async function complete(words: readonly string[], lang: Lang, world: World): Promise<void> {
  const before = words.slice(0, -1);
  const name = before.find((word) => Object.hasOwn(commands, word));
  const program = await buildProgram({ argv: name === undefined ? [] : [name], world, lang, profile: NO_PROFILE, exit: () => undefined });
  const command = name === undefined ? undefined : program.commands.find((one) => one.name() === name);
  const asked = command && optionAsked(command, words);
  const periods = asked && PERIODS.includes(asked.attributeName()) ? await periodsNamed(filesIn(command, before), world) : [];
  const printed = printedBy(() => {
    const root = tab(program);
    root.commands.delete(ASKED);
    for (const one of [program, ...program.commands]) {
      const known = one === program ? root : root.commands.get(one.name());
      for (const option of one.options) {
        const entry = known?.options.get(option.long?.slice(2) ?? '');
        const isPeriod = PERIODS.includes(option.attributeName());
        if (entry && option.required)
          entry.handler = (put) =>
            offer(put, isPeriod ? periods.map((value) => ({ value, what: '' })) : following(option, words, valuesOf(option, lang)));
      }
      for (const [argument, entry] of known?.arguments ?? []) entry.handler = (put) => offer(put, wordsOf(one, argument, lang));
    }
    const helped = root.commands.get('help')?.arguments.get('command');
    if (helped)
      helped.handler = (put) =>
        offer(
          put,
          Object.keys(commands).map((value) => ({ value, what: '' })),
        );
    root.parse([...words]);
  });
  const lines = printed.trimEnd().split('\n').slice(0, -1);
  const directive =
    lines.length === 0 && command && takesFiles(command, words)
      ? ShellCompDirective.ShellCompDirectiveDefault
      : ShellCompDirective.ShellCompDirectiveNoFileComp;
  await writeOut([[...lines, `:${directive}`, ''].join('\n')], world);
}

const offer = (put: (value: string, what: string) => void, candidates: readonly Candidate[]): void => {
  for (const { value, what } of candidates) put(value, what);
};

/** In a list with commas, what is typed already stands before each. */
function following(option: Option, words: readonly string[], candidates: readonly Candidate[]): readonly Candidate[] {
  const typed = words.at(-1)!.replace(/^--[^=]*=/u, '');
  const before = LISTS.includes(option.attributeName()) ? typed.slice(0, typed.lastIndexOf(',') + 1) : '';
  return candidates.map(({ value, what }) => ({ value: before + value, what }));
}

const takesValue = ({ required, optional }: Option): boolean => required || optional;

const isCalled = ({ short, long }: Option, word: string): boolean => word !== '' && (word === short || word === long);

/** The option whose value is being typed. */
function optionAsked({ options }: Command, words: readonly string[]): Option | undefined {
  const [before, last] = [words.at(-2) ?? '', words.at(-1) ?? ''];
  if (last.startsWith('--') && last.includes('=')) return options.find(({ long }) => long === last.slice(0, last.indexOf('=')));
  return options.find((option) => takesValue(option) && isCalled(option, before));
}

const isOfFile = ({ flags }: Option): boolean => flags.endsWith('<file>');

/** Whether a file may stand at the end: as the value of an option, or as an argument. */
function takesFiles(command: Command, words: readonly string[]): boolean {
  const option = optionAsked(command, words);
  if (option) return isOfFile(option);
  const last = words.at(-1) ?? '';
  return (last === '-' || !last.startsWith('-')) && command.registeredArguments.some((argument) => argument.name() === 'file');
}

/** Files that the command reads as tables. */
const TABLES = ['villages', 'households', 'projects', 'tallies'];

/** The words that may be files of tables: no output, no settings. */
const filesIn = ({ options }: Command, words: readonly string[]): readonly string[] =>
  words.flatMap((word, at) => {
    const option = options.find((one) => takesValue(one) && isCalled(one, words[at - 1] ?? ''));
    const [long, value] = word.startsWith('--') ? word.split(/=(.*)/su) : [undefined, word];
    if (long !== undefined) return value !== undefined && TABLES.includes(long.slice(2)) ? [value] : [];
    return option && !TABLES.includes(option.attributeName()) ? [] : [word];
  });
