import { periodsOf } from '../measure/measure.ts';
import { isOfVillage } from '../tally/tally.ts';
import type { HiddenPlaces, Tallies } from '../tally/tally.ts';
import { comparePeriods, kindOf, yearBefore } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';
import { placeKey, placeName } from '../vocabulary/place.ts';
import type { Text } from '../vocabulary/text.ts';

/** What a reader should know about a result as a whole. `chosen`: the period was asked for. */
export function notesOn(tallies: Tallies, period: Period, chosen: boolean): readonly Text[] {
  const notes: Text[] = [];
  const others = periodsOf(tallies).filter((one) => one !== period);
  if (!chosen && others.length > 0)
    notes.push({
      zh: `报告的是 ${period}；文件里还有 ${others.join('、')}，用 --period 选择`,
      en: `this is ${period}; the files also hold ${others.join(', ')} (choose with --period)`,
    });
  notes.push(...notesOnOtherHouseholds(tallies, period), ...notesOnInputs(tallies));
  const here = new Set(tallies.tallies.filter((one) => one.period === period && isOfVillage(one)).map(({ place }) => placeKey(place)));
  const gone = tallies.tallies.filter((one) => one.period === yearBefore(period) && isOfVillage(one) && !here.has(placeKey(one.place)));
  if (gone.length > 0) {
    const names = gone.map(({ place }) => placeName(place));
    notes.push({
      zh: `${yearBefore(period)} 年有、${period} 没有的村：${names.join('、')}`,
      en: `in ${yearBefore(period)} but not in ${period}: ${names.join(', ')}`,
    });
  }
  const cancelled = tallies.tallies
    .filter((one) => one.period === period)
    .reduce((sum, { facts: sums }) => sum + (sums.get('evidence.cancelled_households')?.yes ?? 0n), 0n);
  if (cancelled > 0n)
    notes.push({
      zh: `${cancelled} 户已注销，没有计入任何指标`,
      en: `${cancelled} cancelled ${cancelled === 1n ? 'household is' : 'households are'} left out of everything`,
    });
  return notes;
}

/**
 * Household rows that a result leaves aside because they are of another period: all of them, where none is of its own; else those of a month of its
 * year, or of the year of its month, which somebody may think are in it.
 */
function notesOnOtherHouseholds({ tallies }: Tallies, period: Period): readonly Text[] {
  const rows = new Map<Period, bigint>();
  for (const { period: own, facts } of tallies) {
    const { yes = 0n, rejected = 0n } = facts.get('evidence.rows') ?? {};
    if (yes + rejected > 0n) rows.set(own, (rows.get(own) ?? 0n) + yes + rejected);
  }
  const overlaps = (other: Period): boolean => kindOf(other) !== kindOf(period) && other.slice(0, 4) === period.slice(0, 4);
  const others = [...rows].filter(([other]) => other !== period && (!rows.has(period) || overlaps(other)));
  if (others.length === 0) return [];
  const count = others.reduce((sum, [, number]) => sum + number, 0n);
  const named = others.map(([other]) => other).toSorted(comparePeriods);
  const listed = named.slice(0, MOST_PERIODS).join(', ') + (named.length > MOST_PERIODS ? ' …' : '');
  return [
    {
      zh: `户表有 ${count} 行属于 ${listed}，没有计入 ${period}：年和月从不混用。要计入，请用 --period 选择那一期，或把两种表的年度写成一样`,
      en: `${count} household ${count === 1n ? 'row is' : 'rows are'} of ${listed} and not counted in ${period}: a year and its months are never mixed. To count them, choose their period with --period, or write the same period in both tables`,
    },
  ];
}
const MOST_PERIODS = 6;

/** What was understood in reading the files, and what of them was not counted. */
export function notesOnInputs({ inputs, hidden }: Tallies): readonly Text[] {
  const understood = inputs.flatMap(({ file, notes }) => notes.map((note) => ({ zh: `${file}：${note.zh}`, en: `${file}: ${note.en}` })));
  const rejected = inputs.filter((input) => input.rejected > 0);
  return [
    ...(hidden && hidden.villages > 0 ? [hiddenNote(hidden)] : []),
    ...understood,
    ...rejected.map(({ file, rejected: count, rows }) => ({
      zh: `${file}：${rows} 行中有 ${count} 行未通过检查，没有计入，已放宽上下限`,
      en: `${file}: ${count} of ${rows} rows rejected: not counted, and the ranges widened`,
    })),
  ];
}

/** How many villages a result does not show, and that they count. */
const hiddenNote = ({ villages, smallest }: HiddenPlaces): Text => ({
  zh: `${villages} 个村不单列：建档立卡户不足 ${smallest} 户，或者列出就能推算出不足的村（--smallest）；都计入上级和合计`,
  en: `${villages} ${villages === 1 ? 'village is' : 'villages are'} not shown: fewer than ${smallest} registered households, or such a village would follow from it (--smallest); they count in larger places and in the total`,
});
