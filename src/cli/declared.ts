import type { Command, Option } from 'commander';
import type { Format } from '../page/format.ts';
import type { Lang, Text } from '../vocabulary/text.ts';
import { addChoiceOptions } from './choice-options.ts';
import { runCommand } from './command.ts';
import type { AddCommand, CommandContext } from './command.ts';
import { addInputOptions, addOutputOptions, addSharedOptions, addStandardsOptions } from './declare-options.ts';
import type { SharedOption } from './declare-options.ts';
import type { ExitCode } from './exit-code.ts';
import { addHelpPage, groupHeading } from './help.ts';
import type { HelpPage } from './help.ts';
import type { TypedWords } from './options.ts';

/** What is typed behind a command, its options apart. */
export interface Given {
  /** The word before the files: a kind of list, a metric, a percentage. */
  readonly word: string | undefined;
  readonly files: readonly string[];
}

/** An option as it is typed, and what it is for; or one that several commands make in one way. */
type OwnOption = readonly [typed: string, text: Text] | ((lang: Lang) => Option);

/** A command as data: what it takes, what it is for, how its words are read, and what is done with them. */
export interface Declared<O> {
  readonly name: string;
  readonly about: Text;
  readonly takes: readonly (readonly [typed: string, text: Text])[];
  /** What can be asked of it alone. */
  readonly own: readonly OwnOption[];
  /** What it has in common with others, in the order of its help. */
  readonly shared?: readonly SharedOption[];
  /** It shows places, and can be told which. */
  readonly choosesPlaces?: true;
  /** It judges, or compares with a dated number. */
  readonly judges?: true;
  readonly readsFiles?: true;
  readonly formats: readonly Pick<Format, 'id'>[];
  readonly help: HelpPage;
  /** Reads all its words into one struct. Throws a UserError for the first that cannot be; no file is opened. */
  readonly read: (given: Given, words: TypedWords, context: CommandContext) => O;
  readonly work: (options: O, context: CommandContext) => Promise<ExitCode>;
}

/** Adds a command to the program as it is declared. */
export const declared =
  <O>(command: Declared<O>): AddCommand =>
  (program, context) => {
    const { lang } = context;
    const { name, about, takes, own, shared = [], choosesPlaces, judges, readsFiles, formats, help, read, work } = command;
    const made = program.command(name).description(about[lang]);
    if (own.length + shared.length > 0) made.optionsGroup(groupHeading('compute', lang));
    for (const [typed, text] of takes) made.argument(typed, text[lang]);
    for (const option of own) addOwn(made, option, lang);
    addSharedOptions(made, lang, shared);
    if (choosesPlaces) addChoiceOptions(made, lang);
    if (judges) addStandardsOptions(made, lang);
    if (readsFiles) addInputOptions(made, lang);
    addOutputOptions(made, lang, formats.map(({ id }) => id).join('|'));
    addHelpPage(made, lang, help);
    made.action((...typed: unknown[]) => {
      const [given, words] = [givenOf(typed.slice(0, -2)), typed.at(-2) as TypedWords];
      return runCommand(
        context,
        () => read(given, words, context),
        (options) => work(options, context),
      );
    });
  };

function addOwn(command: Command, option: OwnOption, lang: Lang): void {
  if (typeof option === 'function') command.addOption(option(lang));
  else command.option(option[0], option[1][lang]);
}

/** Of what commander hands over, the one list holds the files. */
const givenOf = (typed: readonly unknown[]): Given => ({
  word: typed.find((one) => typeof one === 'string'),
  files: typed.find((one): one is readonly string[] => Array.isArray(one)) ?? [],
});
