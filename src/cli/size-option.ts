import { UserError } from '../errors.ts';

/** Powers of a thousand, as disks and programs count. */
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
const STEP = 1000;

/** As many bytes of standard input as are kept unless more is asked for: the temporary folder is often in memory. */
export const STANDARD_INPUT_LIMIT = STEP ** 3;

const SIZE = /^(\d+(?:\.\d+)?)\s*(?:([kmgt])?i?b?)$/iu;

/** A size in bytes as people write it: 500MB, 4G, 1000000. Throws a UserError where it is none. */
export function sizeOption(name: string, word: string | undefined, otherwise: number): number {
  if (word === undefined) return otherwise;
  const [, number, unit = ''] = SIZE.exec(word.trim()) ?? [];
  const size = Math.floor(Number(number) * STEP ** ' kmgt'.indexOf(unit.toLowerCase() || ' '));
  if (size >= 1 && Number.isSafeInteger(size)) return size;
  throw new UserError({
    zh: `--${name} ${word} 不是大小，写成 500MB 或 4GB`,
    en: `--${name} ${word} is not a size; write 500MB or 4GB`,
  });
}

/** A size as a message shows it, and as the option takes it. */
export function sizeText(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${Number((bytes / STEP ** power).toPrecision(3))}${UNITS[power]}`;
}
