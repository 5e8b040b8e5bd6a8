import { describe, expect, test } from 'vitest';
import { comparableName } from '../../src/input/cell.ts';
import { csvOf, household, measuredAll, project, seen, tallyTexts, village } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const WRITINGS = [
  '大桥村（一）',
  '大桥村(一)',
  '大 桥村（一）',
  '大桥村【一】',
  '\u2f24桥村（一）',
  '大桥村（一）\u200b',
  '大\u3000桥村﹙一﹚',
] as const;

/** The places of some files with the households that each has, and what was found and noted. */
async function counted(files: Readonly<Record<string, readonly TableRow[]>>) {
  const { tallies, findings } = await tallyTexts(Object.fromEntries(Object.entries(files).map(([file, rows]) => [file, csvOf(rows)])));
  return {
    places: tallies.tallies
      .filter(({ facts }) => facts.has('evidence.rows'))
      .map(({ place, facts }) => [place.township, place.village, Number(facts.get('evidence.rows')!.yes)]),
    found: findings.map(({ code, row }) => [code, row]),
    notes: tallies.inputs.flatMap(({ notes }) => notes.map(({ en }) => en)),
  };
}

describe('one place, however its name is written', () => {
  test.each(WRITINGS.slice(1))('大桥村（一） and %s', (written) => expect(comparableName(written)).toBe(comparableName(WRITINGS[0])));
  test.each([
    ['大桥村（一）', '大桥村（二）'],
    ['大桥村', '大桥'],
    ['上坪村', '下坪村'],
  ])('%s and %s are two', (one, other) => expect(comparableName(one)).not.toBe(comparableName(other)));

  test('households of a village in every writing are its households, in the writing of the village file, and noted once', async () => {
    const { places, found, notes } = await counted({
      'v.csv': [village({ village: '大桥村（一）', registered_poor_households: 7 })],
      'h.csv': WRITINGS.map((written, index) => household(index, { village: written })),
    });
    expect(places).toEqual([[undefined, '大桥村（一）', 7]]);
    expect(found).toEqual([]);
    expect(notes.filter((note) => note.includes('same place'))).toEqual([
      '5 rows write their place otherwise (width, blanks, brackets: "大桥村(一)" is "大桥村（一）"); it is the same place',
    ]);
  });

  test('without a village file the first writing stands for all', async () => {
    const { places } = await counted({
      'h.csv': [...WRITINGS].toReversed().map((written, index) => household(index, { village: written })),
    });
    expect(places).toEqual([[undefined, WRITINGS.at(-1), 7]]);
  });

  test('two rows of one village of a period are a duplicate', async () => {
    const { found } = await counted({
      'v.csv': [village({ village: '大桥村（一）', helpers: 1 }), village({ village: '大桥村(一)', helpers: 2 })],
    });
    expect(found).toEqual([['duplicate-village', 3]]);
  });

  test('a township in two writings is one township', async () => {
    const { places } = await measuredAll(
      { 'v.csv': csvOf([village({ township: '公安镇', helpers: 1 }), village({ township: '公安 镇', village: '小桥村', helpers: 2 })]) },
      ['households_per_helper'],
      { by: 'township' },
    );
    expect(places.map(({ place }) => place.township)).toEqual(['公安镇']);
  });

  test('a project in two writings of its village is of that village', async () => {
    const one = await measuredAll(
      {
        'v.csv': csvOf([village({ village: '大桥村（一）', helpers: 1 })]),
        'p.csv': csvOf([project('P1', { village: '大桥村(一)' }), project('P2', { village: '大桥村[一]' })]),
      },
      ['projects'],
    );
    expect(one.places.map(({ measured }) => seen(measured[0]!).value)).toEqual(['2/0']);
  });
});

describe('one household, however its id is written', () => {
  test.each(['Ｈ1', 'h1', 'H 1', "'H1", 'H１', 'H1\u200b'])('H1 and %s stand for one household', async (id) => {
    const { found } = await counted({ 'h.csv': [household(1), { ...household(1), household_id: id }] });
    expect(found).toEqual([['duplicate-household', 3]]);
  });
  test('the rows of its members are folded together', async () => {
    const member = (id: string, relation: string): TableRow => ({
      household_id: id,
      village: '大桥村',
      period: 2020,
      relation_to_head: relation,
      status: 'exited',
    });
    const { places } = await counted({ 'h.csv': [member('H1', '户主'), member('Ｈ１', '妻'), member('h1', '子')] });
    expect(places).toEqual([[undefined, '大桥村', 1]]);
  });
  test('H1 and H11 are two', async () => expect((await counted({ 'h.csv': [household(1), household(11)] })).found).toEqual([]));
});

describe('household files alone: a village named with fewer parts', () => {
  const of = (id: number, township: string, name = '大桥村'): TableRow => household(id, { township, village: name });

  test('is the only one that fits, whatever the order of the rows, and noted', async () => {
    for (const rows of [
      [of(1, ''), of(2, '公安镇'), of(3, '')],
      [of(1, '公安镇'), of(2, ''), of(3, '')],
    ]) {
      const { places, found, notes } = await counted({ 'h.csv': rows });
      expect([places, found]).toEqual([[['公安镇', '大桥村', 3]], []]);
      expect(notes).toContain('2 rows name their village with fewer parts than the village has; the only one that fits was taken');
    }
  });
  test('is one of another file', async () => {
    const short = [1, 2].map((id) => ({ ...household(id), township: undefined }));
    const { places, found } = await counted({ 'a.csv': short, 'b.csv': [of(3, '公安镇')] });
    expect([places, found]).toEqual([[['公安镇', '大桥村', 3]], []]);
  });
  test('is an error where it fits several', async () => {
    const { places, found } = await counted({ 'h.csv': [of(1, '公安镇'), of(2, '红花镇'), of(3, '')] });
    expect(found).toEqual([['ambiguous-village', 4]]);
    expect(places.map(([township]) => township)).toEqual(['公安镇', '红花镇']);
  });
  test('a project of another village beside them is no unknown village: no table tells which there are', async () => {
    const { found } = await counted({ 'h.csv': [of(1, '公安镇')], 'p.csv': [project('P1', { village: '小桥村' })] });
    expect(found).toEqual([]);
  });
});
