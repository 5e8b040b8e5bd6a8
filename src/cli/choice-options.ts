import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import { metricsNamed } from '../library/metrics-named.ts';
import type { Metric } from '../measure/metric.ts';
import type { Lang } from '../vocabulary/text.ts';
import { unknownMetric } from './options.ts';
import type { TypedWords } from './options.ts';

/** Which places of a result are shown, and in which order. */
export interface Choice {
  /** Those of this name or code, or within it. */
  readonly place: string | undefined;
  /** The greatest of this metric first; those without a number last. */
  readonly sort: Metric | undefined;
  /** Those alone that do not meet every standard. */
  readonly unmet: boolean;
  /** The first so many. */
  readonly top: number | undefined;
}

/** Options that choose places of a result, whatever its format. */
export function addChoiceOptions(command: Command, lang: Lang): Command {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  return command
    .option('--place <name>', say('只看这个村、乡镇或县', 'only this village, township or county'))
    .option(
      '--sort <metric>',
      say('按这个指标从大到小排列，没有数值的在最后', 'the greatest of this metric first, those without a number last'),
    )
    .option('--top <n>', say('只列前几个', 'only the first so many'))
    .option('--unmet', say('只列有未达标或不能判定的', 'only those with a standard not met or undetermined'));
}

/** Reads the words about the places to be shown. Throws a UserError for the first that cannot be. */
export const choiceOption = (words: TypedWords): Choice => ({
  place: words.place as string | undefined,
  sort: sortOption(words),
  unmet: words.unmet === true,
  top: topOption(words),
});

function sortOption({ sort }: TypedWords): Metric | undefined {
  if (sort === undefined) return undefined;
  const [metric, ...others] = metricsNamed([sort as string], (word) => unknownMetric(word, []));
  if (metric && others.length === 0) return metric;
  throw new UserError({ zh: `--sort 要一个指标，不能是组：${String(sort)}`, en: `--sort takes one metric, not a group: ${String(sort)}` });
}

function topOption({ top }: TypedWords): number | undefined {
  if (top === undefined) return undefined;
  if (/^[1-9]\d*$/u.test(top as string)) return Number(top);
  throw new UserError({ zh: `--top ${String(top)} 不是正整数`, en: `--top ${String(top)} is not a whole number above 0` });
}

/** What has to be known of a place to choose it. */
export interface Chosen<T> {
  readonly value: (one: T) => number | undefined;
  readonly isUnmet: (one: T) => boolean;
}

/** The places to be shown, in their order. Those of equal numbers stay in the order of the files. */
export function chosenOf<T>(places: readonly T[], { sort, unmet, top }: Choice, { value, isUnmet }: Chosen<T>): readonly T[] {
  const kept = unmet ? places.filter(isUnmet) : places;
  const rank = (one: T): number => value(one) ?? Number.NEGATIVE_INFINITY;
  const sorted = sort === undefined ? kept : kept.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
  return top === undefined ? sorted : sorted.slice(0, top);
}
