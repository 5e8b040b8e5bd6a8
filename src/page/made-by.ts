import type { Lang } from '../vocabulary/text.ts';
import type { Surface } from './format.ts';

/** By what a result was made, in a line each: so that it can be made again. */
export const madeByLines = ({ command, version }: NonNullable<Surface['madeBy']>, lang: Lang): readonly string[] => [
  { zh: `命令：aid-metrics ${command.map(quoted).join(' ')}`, en: `Command: aid-metrics ${command.map(quoted).join(' ')}` }[lang],
  { zh: `程序：aid-metrics ${version}`, en: `Program: aid-metrics ${version}` }[lang],
];

/** A word as a shell takes it. */
const quoted = (word: string): string => (/^[\p{L}\p{N}_./:,=@%+-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);
