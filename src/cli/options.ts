import { UserError } from '../errors.ts';
import { metricChoice } from '../library/metrics-named.ts';
import type { MetricChoice } from '../library/metrics-named.ts';
import { metrics } from '../measure/metrics/index.ts';
import type { By } from '../measure/measured.ts';
import { METRIC_GROUPS } from '../measure/metric.ts';
import { EVIDENCE_POLICIES } from '../measure/village-view.ts';
import type { EvidencePolicy } from '../measure/village-view.ts';
import { isIsoDate } from '../vocabulary/period.ts';
import type { IsoDate, Period } from '../vocabulary/period.ts';
import { valueKinds } from '../input/values/index.ts';
import { ENCODINGS } from '../input/decode.ts';
import { readOwnHeading } from '../input/office-words.ts';
import type { OfficeWords, OwnHeading } from '../input/office-words.ts';
import type { OpenOptions } from '../input/open-table.ts';
import type { Profile } from '../profile/profile.ts';
import { PLAIN_HEADER } from '../input/value-kind.ts';
import { LEVELS } from '../vocabulary/place.ts';
import type { Level } from '../vocabulary/place.ts';
import { MOST_MEGABYTES, limitsOf } from '../input/limits.ts';
import type { Limits } from '../input/limits.ts';
import { TABLE_IDS } from '../vocabulary/table.ts';
import { didYouMean } from '../vocabulary/nearest.ts';
import type { CommandContext } from './command.ts';
import { isDatabaseAddress, readDatabaseAddress } from './databases/address.ts';
import { DATABASE_LIMITS } from './databases/limits.ts';
import type { DatabaseLimits } from './databases/limits.ts';
import { standardInputTwice } from './files-of-run.ts';
import type { NamedFile } from './named-file.ts';
import { STANDARD_INPUT_LIMIT, sizeOption } from './size-option.ts';

/** The options of a command that reads files, as commander gives them: words. */
export type TypedWords = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** When to use colour. */
export const COLORS = ['auto', 'always', 'never'] as const;
export type ColorWhen = (typeof COLORS)[number];

/** When to use colour: `--no-color` is `never`. */
export const colorOption = ({ color }: TypedWords): ColorWhen => (color === false ? 'never' : (oneOf('color', color, COLORS) ?? 'auto'));

/** How the files of a command are read. */
export interface InputOptions {
  readonly files: readonly NamedFile[];
  readonly open: OpenOptions;
  readonly ownHeadings: readonly OwnHeading[];
  readonly snapshot: Period | undefined;
  /** The file of findings that are accepted. */
  readonly accept: string | undefined;
  /** How many findings to show, where that is said. */
  readonly maxFindings: number | undefined;
  /** As many bytes of standard input, or of a pipe, as are kept. */
  readonly stdinLimit: number;
  /** How much may be asked of a database. */
  readonly database: DatabaseLimits;
  /** Places with fewer households are not shown for themselves. */
  readonly smallest: number | undefined;
  readonly quiet: boolean;
  /** Go on in spite of errors. */
  readonly partial: boolean;
}

/** Reads the words about files. Throws a UserError for the first that cannot be; no file is opened. */
export const inputOptions = (files: readonly string[], words: TypedWords, { argv, profile }: CommandContext): InputOptions => ({
  files: namedFiles(files, words, argv),
  open: openOptions(words, profile),
  ownHeadings: mapOption(words),
  snapshot: periodOption('snapshot', words),
  accept: words.accept as string | undefined,
  maxFindings: maxFindingsOption(words),
  stdinLimit: sizeOption('stdin-limit', words.stdinLimit as string | undefined, STANDARD_INPUT_LIMIT),
  database: {
    maxRefused: wholeOption('max-refused', words.maxRefused) ?? DATABASE_LIMITS.maxRefused,
    seconds: wholeOption('database-time', words.databaseTime) ?? DATABASE_LIMITS.seconds,
  },
  smallest: wholeOption('smallest', words.smallest),
  quiet: words.quiet === true,
  partial: words.partial === true,
});

/** What rows are judged by: the files are read, and the region is looked up, in `prepare`. */
export interface JudgingOptions {
  readonly standards: readonly string[];
  readonly region: string | undefined;
}

export const judgingOptions = (words: TypedWords): JudgingOptions => ({
  standards: (words.standards ?? []) as readonly string[],
  region: words.region as string | undefined,
});

/** What every command that adds up files reads of its words: the files, and what rows are judged by. */
export const filesOptions = (files: readonly string[], words: TypedWords, context: CommandContext) => ({
  input: inputOptions(files, words, context),
  judging: judgingOptions(words),
});

/** The files of a command line, in the order in which they were typed. */
function namedFiles(files: readonly string[], words: TypedWords, argv: readonly string[]): readonly NamedFile[] {
  const outright = TABLE_IDS.flatMap((table) => ((words[table] ?? []) as readonly string[]).map((file) => ({ file, declared: table })));
  const named = [...files.map((file) => ({ file })), ...outright];
  if (named.length === 0)
    throw new UserError({
      zh: '没有给出文件。例：aid-metrics report 村表.csv',
      en: 'no file given. Example: aid-metrics report villages.csv',
    });
  if (named.filter(({ file }) => file === '-').length > 1) throw standardInputTwice();
  // A password among the arguments is refused before anything could print them.
  for (const { file } of named) if (isDatabaseAddress(file)) readDatabaseAddress(file);
  const typedAt = ({ file }: NamedFile): number => argv.findIndex((word) => word === file || word.endsWith(`=${file}`));
  return named.toSorted((a, b) => typedAt(a) - typedAt(b));
}

/** How files are to be opened. */
const openOptions = (words: TypedWords, profile: Profile): OpenOptions => ({
  encoding: oneOf('encoding', words.encoding, ENCODINGS),
  sheet: words.sheet as string | undefined,
  limits: limitsOption(words),
  snapshot: words.snapshot !== undefined,
  office: officeOf(words, profile),
});

/** The headings of `--map`. */
const mapOption = (words: TypedWords): readonly OwnHeading[] => ((words.map ?? []) as readonly string[]).map(readOwnHeading);

/** How the office names things: what the command line says of a heading counts before what the profile says. */
function officeOf(words: TypedWords, { office }: Profile): OfficeWords {
  const asked = mapOption(words);
  return asked.length === 0 ? office : { ...office, headings: [...office.headings, ...asked] };
}

/** One word out of a closed list. */
export function oneOf<W extends string>(name: string, word: TypedWords[string], allowed: readonly W[]): W | undefined {
  if (word === undefined) return undefined;
  const found = allowed.find((one) => one === word);
  if (found) return found;
  throw new UserError({
    zh: `--${name} ${String(word)} 不对，可选：${allowed.join('、')}`,
    en: `--${name} ${String(word)} is not known; choose one of ${allowed.join(', ')}`,
  });
}

export const levelOption = (words: TypedWords): Level => oneOf('by', words.by, LEVELS) ?? 'village';
export const byOption = (words: TypedWords): By => oneOf('by', words.by, [...LEVELS, 'helper-unit' as const]) ?? 'village';
export const evidenceOption = (words: TypedWords): EvidencePolicy => oneOf('evidence', words.evidence, EVIDENCE_POLICIES) ?? 'auto';

/** A period as people write it on a command line. */
export function periodOption(name: 'period' | 'snapshot', words: TypedWords): Period | undefined {
  const word = words[name] as string | undefined;
  if (word === undefined) return undefined;
  const read = valueKinds.period.read(word, { kind: 'period', label: { zh: '', en: '' }, aliases: [] }, PLAIN_HEADER);
  if ('value' in read) return read.value;
  if ('finding' in read && read.finding === 'year-out-of-range')
    throw new UserError({
      zh: `--${name} ${word} 的年份不在 1978–2100 之间`,
      en: `--${name} ${word} lies outside the years 1978 to 2100`,
    });
  throw new UserError({
    zh: `--${name} ${word} 不是年度或月份，写成 2020 或 2020-04`,
    en: `--${name} ${word} is not a period; write 2020 or 2020-04`,
  });
}

export function asOfOption(words: TypedWords): IsoDate | undefined {
  const word = words.asOf as string | undefined;
  if (word === undefined || isIsoDate(word)) return word;
  throw new UserError({ zh: `--as-of ${word} 不是日期，写成 2020-12-31`, en: `--as-of ${word} is not a date; write 2020-12-31` });
}

/** How long a record may be. */
function limitsOption(words: TypedWords): Limits | undefined {
  const word = words.maxRecord as string | undefined;
  if (word === undefined) return undefined;
  const megabytes = /^\d{1,3}$/.test(word) ? Number(word) : 0;
  if (megabytes < 1 || megabytes > MOST_MEGABYTES)
    throw new UserError({
      zh: `--max-record ${word} 不对，写 1 到 ${MOST_MEGABYTES} 的整数（MB）`,
      en: `--max-record ${word}: write a whole number of megabytes from 1 to ${MOST_MEGABYTES}`,
    });
  return limitsOf(megabytes);
}

/** A whole number above nothing. */
function wholeOption(name: string, word: TypedWords[string]): number | undefined {
  if (word === undefined) return undefined;
  if (typeof word === 'string' && /^[1-9]\d{0,8}$/u.test(word)) return Number(word);
  throw new UserError({ zh: `--${name} ${String(word)} 不是正整数`, en: `--${name} ${String(word)} is not a whole number above 0` });
}

/** How many findings to show; no number where all are. */
function maxFindingsOption(words: TypedWords): number | undefined {
  const word = words.maxFindings as string | undefined;
  if (word === undefined) return undefined;
  if (!/^\d+$/.test(word))
    throw new UserError({ zh: `--max-findings ${word} 不是整数`, en: `--max-findings ${word} is not a whole number` });
  return word === '0' ? Number.POSITIVE_INFINITY : Number(word);
}

/** Metrics by id, by group, or all of them; each once, in the order of reports. */
export function metricsOption(words: TypedWords, otherwise = 'core'): MetricChoice {
  const wanted = ((words.metrics as string | undefined) ?? otherwise).split(',').map((word) => word.trim());
  return metricChoice(wanted, (word) => unknownMetric(word));
}

export function unknownMetric(word: string, groups: readonly string[] = [...METRIC_GROUPS, 'all']): UserError {
  const meant = didYouMean(word, [...groups, ...metrics.map(({ id }) => id)], { zh: '。', en: '.' });
  const choice = groups.length > 0 ? { zh: `组有 ${groups.join('、')}；`, en: `Groups: ${groups.join(', ')}. ` } : { zh: '', en: '' };
  return new UserError({
    zh: `没有指标“${word}”${meant.zh}${choice.zh}全部指标见 aid-metrics explain`,
    en: `no metric "${word}"${meant.en} ${choice.en}All metrics: aid-metrics explain`,
  });
}

export { namesMetric } from '../library/metrics-named.ts';
