import { UserError } from '../errors.ts';
import type { Lang } from '../vocabulary/text.ts';
import type { Surroundings } from './world.ts';

const isLang = (word: string | undefined): word is Lang => word === 'zh' || word === 'en';

/** Whether the command line says in which language to speak. */
export const isLangAsked = (argv: readonly string[]): boolean => argv.some((word) => word === '--lang' || word.startsWith('--lang='));

/** The language asked for, wherever `--lang` stands (help and errors need it before the options are read); else the locale's. */
export function langOf(argv: readonly string[], env: Surroundings['env']): Lang {
  const at = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = argv[at]?.includes('=') ? argv[at].slice('--lang='.length) : argv[at + 1];
  if (at !== -1) {
    if (isLang(asked)) return asked;
    throw new UserError({ zh: `--lang ${asked ?? ''} 不对，可选：zh、en`, en: `--lang ${asked ?? ''} is not known; choose zh or en` });
  }
  return localeLang(env);
}

/** The language of the locale, English where it is none of ours. */
export function localeLang(env: Surroundings['env']): Lang {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The language of a command line, as far as it can be told: for an error that comes when nothing else may go wrong. */
export function langTyped(argv: readonly string[], env: Surroundings['env']): Lang {
  const asked = argv
    .flatMap((word, at) => (word === '--lang' ? (argv[at + 1] ?? '') : word.startsWith('--lang=') ? word.slice(7) : []))
    .at(-1);
  return isLang(asked) ? asked : localeLang(env);
}
