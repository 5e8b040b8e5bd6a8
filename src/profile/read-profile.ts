import type { z } from 'zod';
import { columnNamed, unknownColumn, unknownValue, valuesOf } from '../input/office-words.ts';
import type { OwnHeading, OwnWord } from '../input/office-words.ts';
import { comparable } from '../input/cell.ts';
import { tables } from '../tables/index.ts';
import { readJson, refused, repeatedKeys } from '../standards/json-file.ts';
import { pathText } from '../standards/json-places.ts';
import { isOwnRegion, isRegion, regionOf } from '../standards/lineage.ts';
import { problemsOf } from '../standards/problems.ts';
import type { Problem } from '../standards/problems.ts';
import { PLACE_PARTS } from '../vocabulary/place.ts';
import { TABLE_IDS } from '../vocabulary/table.ts';
import { USUAL_TERMS } from '../vocabulary/terms.ts';
import type { Profile } from './profile.ts';
import { PROFILE_KEYS, profileSchema } from './schema.ts';

/** The key of `words` that holds for every column of yes or no. */
const EVERY_YES_NO = 'yes-no';
const YES_NO = ['yes', 'no'] as const;

/** Reads a profile. Throws one UserError with every problem, each with the file, the line, the place in the file and what is wanted. */
export function readProfile(text: string, { file, sha256 }: NonNullable<Profile['origin']>): Profile {
  const { read, places } = readJson(text, file);
  const result = profileSchema.safeParse(read);
  const repeated = repeatedKeys(places);
  if (!result.success) throw refused([...repeated, ...result.error.issues.flatMap((issue) => problemsIn(issue))], places, file);
  const written = result.data;
  const problems: Problem[] = [...repeated];
  const headings = [...levelHeadings(written), ...mapped(written, problems)];
  const words = wordsIn(written, problems);
  const region = regionIn(written, problems);
  if (problems.length > 0) throw refused(problems, places, file);
  const { currency, levels = {}, standards = [], snapshot, lang } = written;
  const abroad = region !== undefined && isOwnRegion(region);
  return {
    origin: { file, sha256 },
    office: { headings, words, currency: currency ? [...new Set([currency.zh, currency.en])] : [], abroad },
    terms: { currency: currency ?? USUAL_TERMS.currency, levels, abroad },
    region,
    standards,
    snapshot,
    lang,
  };
}

type Written = z.output<typeof profileSchema>;

function problemsIn(issue: z.core.$ZodIssue): readonly Problem[] {
  if (issue.message !== 'not-a-period') return problemsOf(issue, PROFILE_KEYS);
  const text = { zh: '要写年度或月份，如 2020、2020-04', en: 'must be a period, such as 2020 or 2020-04' };
  return [{ path: pathText(issue.path), text }];
}

/** What an office calls a level of places stands above its column too. */
const levelHeadings = ({ levels = {} }: Written): readonly OwnHeading[] =>
  PLACE_PARTS.flatMap((part) => [...new Set(Object.values(levels[part] ?? {}))].map((heading) => ({ heading, column: part })));

function mapped({ map = {} }: Written, problems: Problem[]): readonly OwnHeading[] {
  return Object.entries(map).flatMap(([heading, name]): readonly OwnHeading[] => {
    const column = columnNamed(name);
    if (column) return [{ heading, ...column }];
    const turned = columnNamed(heading);
    problems.push({
      path: pathText(['map', heading]),
      text: turned
        ? {
            zh: `写反了：应为 "${name}": "${heading}"（表头在前，列名在后）`,
            en: `is the wrong way round: write "${name}": "${heading}", the heading first`,
          }
        : unknownColumn(name),
    });
    return [];
  });
}

function wordsIn({ words = {} }: Written, problems: Problem[]): readonly OwnWord[] {
  return Object.entries(words).flatMap(([name, entries]): readonly OwnWord[] => {
    const column = comparable(name) === comparable(EVERY_YES_NO) ? {} : columnNamed(name);
    const values = column && valuesAt(column);
    if (!column || !values || values.length === 0) {
      const text = column
        ? { zh: `“${name}”不是可选项或是否列`, en: `"${name}" is no column of choices or of yes and no` }
        : unknownColumn(name);
      problems.push({ path: pathText(['words', name]), text });
      return [];
    }
    return Object.entries(entries).flatMap(([key, several]): readonly OwnWord[] => {
      const pairs = pairsOf(key, several, values);
      if (pairs) return pairs.map(([word, value]) => ({ word, value, ...column }));
      const [only = ''] = several;
      problems.push({ path: pathText(['words', name, key]), text: unknownValue(values.includes(key) ? key : only, values) });
      return [];
    });
  });
}

/** A word with its value, or a value with its words: whichever side is a value says which. Nothing where neither is, or both are. */
function pairsOf(
  key: string,
  several: readonly string[],
  values: readonly string[],
): readonly (readonly [word: string, value: string])[] | undefined {
  const [only] = several;
  if (several.length === 1 && values.includes(only!) && (!values.includes(key) || key === only)) return [[key, only!]];
  return values.includes(key) && !several.some((one) => values.includes(one)) ? several.map((word) => [word, key]) : undefined;
}

function valuesAt({ column, table }: Partial<OwnHeading>): readonly string[] {
  if (column === undefined) return YES_NO;
  return [
    ...new Set((table ? [table] : TABLE_IDS).flatMap((id) => (tables[id].columns[column] ? valuesOf(tables[id].columns[column]) : []))),
  ];
}

function regionIn({ region }: Written, problems: Problem[]): string | undefined {
  if (region === undefined) return undefined;
  const found = isRegion(region) ? region : regionOf({ province: region, village_code: region });
  if (found === undefined)
    problems.push({
      path: 'region',
      text: {
        zh: '要写 CN、45、4511、451122、省名，或自定编号（字母开头，如 lumara-north）',
        en: 'must be CN, 45, 4511, 451122, the name of a province, or an id of your own that begins with a letter, such as lumara-north',
      },
    });
  return found;
}
