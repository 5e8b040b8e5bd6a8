import { UserError } from '../errors.ts';
import { withOwn } from '../standards/book.ts';
import type { Profile } from '../profile/profile.ts';
import { isOwnRegion, isRegion, lineage, regionNamed } from '../standards/lineage.ts';
import type { Book } from '../standards/standard.ts';
import type { Source } from '../input/source.ts';
import { openSource } from './io.ts';
import type { JudgingOptions } from './options.ts';
import type { World } from './world.ts';

/** The standards to judge by: those shipped, with the entries of every `--standards FILE` in their place, the last one first. */
export async function bookOf({ standards }: Pick<JudgingOptions, 'standards'>, world: World): Promise<Book> {
  // Loaded by the commands that judge alone: checking every shipped value takes a moment at each start.
  const { shippedBook } = await import('../standards/regions/index.ts');
  let book = shippedBook;
  for (const file of standards) {
    const { readStandards } = await import('../standards/read-standards.ts');
    const source = await openSource({ file }, world);
    book = withOwn(book, readStandards(utf8(await jsonBytes(source), file), file));
  }
  return book;
}

/** No file of standards or settings that a person wrote is longer. */
const MOST_JSON = 4_000_000;

/** The bytes of a JSON file. Throws a UserError where it is too long to have been written by anybody. */
export async function jsonBytes({ file, open }: Source): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of open()) {
    length += chunk.length;
    if (length > MOST_JSON)
      throw new UserError({
        zh: `${file} 超过 ${MOST_JSON / 1_000_000} MB，不像是标准或设置文件`,
        en: `${file} is longer than ${MOST_JSON / 1_000_000} MB: no file of standards or settings is`,
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The text of a JSON file. Throws a UserError where it is not in UTF-8. */
export function utf8(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UserError({
      zh: `${file} 不是 UTF-8 编码；JSON 文件请另存为 UTF-8`,
      en: `${file} is not in UTF-8; save the JSON file as UTF-8`,
    });
  }
}

/**
 * The region of `--region`: a code (CN, or 2, 4 or 6 digits of GB/T 2260; of a longer code the county's part), a province's name,
 * or an id of the office's own that its profile or its standards name.
 */
export function regionOf(
  { region: word }: Pick<JudgingOptions, 'region'>,
  { standards, schemes }: Book,
  profile: Profile,
): string | undefined {
  if (word === undefined) return undefined;
  const own = new Set([profile.region, ...[...standards, ...schemes].map((rule) => rule.region)]);
  const isUnknown = isRegion(word) && isOwnRegion(word) && !lineage(word).some((region) => own.has(region));
  const region = isUnknown ? undefined : regionNamed(word);
  if (region !== undefined) return region;
  throw new UserError({
    zh: `--region ${word} 不是地区代码，写成 CN、45、4511、451122 或省名如 广西；县名在几个省里会重复，不能用；自定编号要先在 --standards 或 --profile 里写出`,
    en: `--region ${word} is not a region; write CN, 45, 4511, 451122 or a province such as Guangxi; a county's name is not enough, several provinces have one of that name; an id of your own must stand in --standards or --profile`,
  });
}
