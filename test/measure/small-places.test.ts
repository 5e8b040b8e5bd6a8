import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hidingSmallPlaces, isHidden } from '../../src/measure/small-places.ts';
import { NOTHING } from '../../src/tally/sum.ts';
import type { Facts, Tallies, Tally } from '../../src/tally/tally.ts';
import type { Period } from '../../src/vocabulary/period.ts';
import { LEVELS, placeAt, placeKey } from '../../src/vocabulary/place.ts';
import type { Level, Place } from '../../src/vocabulary/place.ts';

const sum = (yes: number) => ({ ...NOTHING, yes: BigInt(yes) });
const tally = (place: Place, facts: Facts, period = '2020'): Tally => ({
  place,
  period: period as Period,
  facts,
  parameters: {},
  inputs: new Set(),
});
const ofHouseholds = (households: number): Facts =>
  new Map([
    ['evidence.rows', sum(households)],
    ['evidence.registered_poor_households', sum(households)],
  ]);
const talliesOf = (tallies: readonly Tally[]): Tallies => ({ tallies, unplaced: [], inputs: [] });
const villages = (township: string, sizes: Readonly<Record<string, number>>): readonly Tally[] =>
  Object.entries(sizes).map(([village, households]) => tally({ county: '甲县', township, village }, ofHouseholds(households)));
const hiddenIn = (tallies: readonly Tally[], smallest: number, level: Level = 'village'): readonly string[] => {
  const all = hidingSmallPlaces(talliesOf(tallies), smallest);
  const places = new Map(tallies.map(({ place }) => [placeKey(placeAt(place, level)), placeAt(place, level)]));
  return [...places.values()].flatMap((place) => (isHidden(all, level, place) ? [place[level as keyof Place] ?? ''] : []));
};

describe('places with few households', () => {
  test('are hidden below the number, and not at it', () => {
    expect(hiddenIn(villages('东乡', { 一村: 9, 二村: 8, 三村: 10, 四村: 30 }), 10)).toEqual(['一村', '二村']);
  });

  test('are hidden with the next smallest, where one alone would follow from the township', () => {
    // 42 of the township less 30 and 10 would be the 2 of 一村. With 三村 hidden, 42 − 30 = 12 is of both.
    expect(hiddenIn(villages('东乡', { 一村: 2, 二村: 30, 三村: 10 }), 10)).toEqual(['一村', '三村']);
  });

  test('are hidden with so many that together they are not small', () => {
    // 2 + 3 = 5 households are still fewer than 10: 四村 goes too, 5 + 11 = 16.
    expect(hiddenIn(villages('东乡', { 一村: 2, 二村: 3, 三村: 30, 四村: 11 }), 10)).toEqual(['一村', '二村', '四村']);
  });

  test('a township that is small is hidden with another, and something in that one', () => {
    const tallies = [
      ...villages('小乡', { 孤村: 4 }),
      ...villages('东乡', { 一村: 20, 二村: 30, 三村: 25 }),
      ...villages('西乡', { 四村: 90, 五村: 80 }),
    ];
    // The county of 249 less 西乡 (170) and less 三村 and 二村 would be 孤村 and 一村.
    expect(hiddenIn(tallies, 10, 'township')).toEqual(['小乡', '东乡']);
    expect(hiddenIn(tallies, 10)).toEqual(['孤村', '一村', '三村']);
    expect(hiddenIn(tallies, 10, 'county')).toEqual([]);
  });

  test('are counted by their registered households, by rows or by word, whichever are fewer; else by all that they declare', () => {
    const declared = (facts: Readonly<Record<string, number>>): Facts =>
      new Map(Object.entries({ 'declared.rows': 1, ...facts }).map(([key, value]) => [key, sum(value)]));
    const at = (village: string, facts: Facts): Tally => tally({ village }, facts);
    const tallies = [
      at('甲', declared({ 'declared.registered_poor_households': 9, 'declared.households': 300 })),
      at('乙', new Map([...declared({ 'declared.registered_poor_households': 40 }), ...ofHouseholds(3)])),
      at('丙', declared({ 'declared.households': 12 })),
      at('丁', declared({})),
      at('戊', declared({ 'declared.registered_poor_households': 10 })),
      // Nobody says: the cell is blank.
      at('己', new Map([...declared({}), ['declared.registered_poor_households', { ...NOTHING, open: 1n }]])),
    ];
    expect(hiddenIn(tallies, 10)).toEqual(['甲', '乙', '丁', '己']);
  });

  test('are as small as in the period in which they are smallest', () => {
    const one = { county: '甲县', village: '一村' };
    const tallies = [
      tally(one, ofHouseholds(30), '2019'),
      tally(one, ofHouseholds(5), '2020'),
      ...['二村', '三村', '四村'].map((village) => tally({ county: '甲县', village }, ofHouseholds(30))),
    ];
    expect(hiddenIn(tallies, 10)).toHaveLength(2);
    expect(hiddenIn(tallies, 5)).toEqual([]);
  });

  test('whole files with fewer households are hidden altogether', () => {
    expect(isHidden(hidingSmallPlaces(talliesOf(villages('东乡', { 一村: 4, 二村: 5 })), 10), 'all', {})).toBe(true);
    expect(isHidden(hidingSmallPlaces(talliesOf(villages('东乡', { 一村: 4, 二村: 6 })), 10), 'all', {})).toBe(false);
  });

  test('a place of which only projects are known has no households that could be few', () => {
    const project = tally({ county: '甲县' }, new Map([['project.rows', sum(1)]]));
    expect(hiddenIn([project, ...villages('东乡', { 一村: 40 })], 10, 'county')).toEqual([]);
  });

  test('nothing smaller follows from all that is shown, at whatever levels, by adding and taking away', () => {
    const village = fc.record({
      county: fc.constantFrom('甲县', '乙县'),
      township: fc.constantFrom('东乡', '西乡', undefined),
      households: fc.integer({ min: 0, max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(village, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 8 }), (rows, smallest) => {
        const tallies = rows.map(({ households, ...place }, index) => tally({ ...place, village: `村${index}` }, ofHouseholds(households)));
        const all = hidingSmallPlaces(talliesOf(tallies), smallest);
        if (isHidden(all, 'all', {})) return;
        const shown: number[][] = [];
        for (const level of LEVELS) {
          for (const key of new Set(tallies.map(({ place }) => placeKey(placeAt(place, level))))) {
            const members = tallies.map(({ place }) => (placeKey(placeAt(place, level)) === key ? 1 : 0));
            if (!isHidden(all, level, tallies[members.indexOf(1)]!.place)) shown.push(members);
          }
        }
        for (let subset = 1; subset < 2 ** rows.length; subset++) {
          const members = rows.map((_, index) => (subset >> index) & 1);
          const households = rows.reduce((total, row, index) => total + row.households * members[index]!, 0);
          if (households < smallest) expect([members, follows(members, shown)]).toEqual([members, false]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Whether a row is made of others by adding, taking away and multiplying: their rank does not grow by it. */
const follows = (row: readonly number[], others: readonly (readonly number[])[]): boolean => rankOf([...others, row]) === rankOf(others);

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const at = left.findIndex((row, index) => index >= rank && Math.abs(row[column]!) > 1e-9);
    if (at === -1) continue;
    [left[rank], left[at]] = [left[at]!, left[rank]!];
    const pivot = left[rank]!;
    for (const [index, row] of left.entries()) {
      if (index === rank) continue;
      const factor = row[column]! / pivot[column]!;
      for (let cell = 0; cell < row.length; cell++) row[cell]! -= factor * pivot[cell]!;
    }
    rank++;
  }
  return rank;
}
