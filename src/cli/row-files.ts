import { UserError } from '../errors.ts';
import type { Tallies } from '../tally/tally.ts';
import { PLACE_PARTS, isNamed } from '../vocabulary/place.ts';
import { didYouMean } from '../vocabulary/nearest.ts';

export { refuseTallies, requireTable } from '../library/required-tables.ts';

/** The name or code of `--place`, which some place in the files must have. */
export function knownPlace(name: string | undefined, { tallies, hidden }: Pick<Tallies, 'tallies' | 'hidden'>): string | undefined {
  if (name === undefined) return undefined;
  // Villages first: of two names as near, the smaller place is meant.
  const known = new Set(
    [...PLACE_PARTS.toReversed(), 'village_code' as const].flatMap((part) => tallies.flatMap(({ place }) => place[part] ?? [])),
  );
  if (hidden?.names.has(name))
    throw new UserError({
      zh: `“${name}”的建档立卡户不足 ${hidden.smallest} 户，或者列出它就能推算出不足的地方：不单列（--smallest）。可看它的上级`,
      en: `"${name}" has fewer than ${hidden.smallest} registered households, or such a place would follow from it: it is not shown for itself (--smallest). Look at the place that it lies in`,
    });
  if (known.has(name)) return name;
  const meant = didYouMean(name, [...known], {
    zh: '。写村、乡镇、县的名称或村代码',
    en: '. Write the name of a village, township or county, or a village code',
  });
  throw new UserError({
    zh: `文件里没有叫“${name}”的地方${meant.zh}`,
    en: `no place in the files is called "${name}"${meant.en}`,
  });
}

/** What the files add up to at one place, of whatever level: its own villages and projects alone. */
export function onlyAt(name: string | undefined, tallies: Tallies): Tallies {
  const place = knownPlace(name, tallies);
  return place === undefined ? tallies : { ...tallies, tallies: tallies.tallies.filter((one) => isNamed(one.place, place)) };
}
