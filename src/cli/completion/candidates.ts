import type { Command, Option } from 'commander';
import { HEADINGS } from '../../page/format.ts';
import { METRIC_GROUPS } from '../../measure/metric.ts';
import { metrics } from '../../measure/metrics/index.ts';
import { lists } from '../../rows/lists/index.ts';
import type { Lang } from '../../vocabulary/text.ts';

/** A word that may stand next, and what it is. */
export interface Candidate {
  readonly value: string;
  readonly what: string;
}

const plain = (values: readonly string[]): readonly Candidate[] => values.map((value) => ({ value, what: '' }));
const metricIds = (lang: Lang): readonly Candidate[] => metrics.map(({ id, label }) => ({ value: id, what: label[lang] }));
const groups = (lang: Lang): readonly Candidate[] =>
  [...METRIC_GROUPS, 'all'].map((value) => ({ value, what: { zh: '一组指标', en: 'a group of metrics' }[lang] }));

/** Values whose help does not list them as `one|other`. */
const OPTIONS: Readonly<Record<string, (lang: Lang) => readonly Candidate[]>> = {
  metrics: (lang) => [...groups(lang), ...metricIds(lang)],
  sort: metricIds,
  headings: () => plain(HEADINGS),
  for: () => plain(['villages', 'counties', 'households']),
};

/** Options whose value is a period of the files. */
export const PERIODS: readonly string[] = ['period', 'snapshot'];
/** Options that take several values, with commas between. */
export const LISTS: readonly string[] = ['metrics'];

/** Choices as a help page lists them: auto|always|never. */
const LISTED = /[\w-]+(?: ?\| ?[\w-]+)+/u;
const listedIn = (text: string): readonly string[] => LISTED.exec(text)?.[0].split(/ ?\| ?/u) ?? [];

/** The values of an option that are a closed list. */
export function valuesOf(option: Option, lang: Lang): readonly Candidate[] {
  const known = OPTIONS[option.attributeName()];
  if (known) return known(lang);
  const inFlags = listedIn(option.flags.replace(/^[^<]*/u, ''));
  if (inFlags.length > 0) return plain(inFlags);
  const more = /helper-unit/u.test(option.description) && option.attributeName() === 'by' ? ['helper-unit'] : [];
  return plain([...listedIn(option.description), ...more]);
}

/** The values of an argument that are a closed list. */
export function wordsOf(command: Command, name: string, lang: Lang): readonly Candidate[] {
  if (name === 'metric') return metricIds(lang);
  if (name === 'kind') return lists.map(({ id, title }) => ({ value: id, what: title[lang] }));
  return plain(listedIn(command.registeredArguments.find((one) => one.name() === name)?.description ?? ''));
}
