import { describe, expect, test } from 'vitest';
import { overlaps } from '../../src/standards/dated.ts';
import { lineage, partOfTheCountry, regionOf, WEST } from '../../src/standards/lineage.ts';
import { PROVINCES } from '../../src/vocabulary/province.ts';
import { schemeSchema, standardSchema } from '../../src/standards/schema.ts';
import { shippedBook } from '../../src/standards/regions/index.ts';
import { readThreshold } from '../../src/standards/threshold.ts';
import type { Place } from '../../src/vocabulary/place.ts';

const { standards, schemes } = shippedBook;

describe('what is shipped is as a file of a user must be', () => {
  test.each(standards.map((standard) => [`${standard.region} ${standard.id} ${standard.appliesTo ?? ''}`, standard] as const))(
    'standard %s',
    (_, standard) => {
      const written = { ...standard, values: standard.values.map(({ threshold: _read, ...value }) => value) };
      expect(standardSchema.parse(written)).toEqual(standard);
    },
  );

  test.each(schemes.map((scheme) => [`${scheme.region} ${scheme.id}`, scheme] as const))('scheme %s', (_, scheme) => {
    expect(schemeSchema.parse(scheme)).toEqual(scheme);
  });
});

describe('the shipped standards', () => {
  test.each(standards.map((standard) => [`${standard.region} ${standard.id} ${standard.appliesTo ?? ''}`, standard] as const))(
    '%s: every value is sourced, exact and alone on its days',
    (_, { values, unit, amendments }) => {
      for (const [index, one] of values.entries()) {
        expect(readThreshold(one.value, unit)).toEqual(one.threshold);
        expect(one.source.confidence).not.toBe('hearsay');
        expect(one.source.url).toMatch(/^https?:\/\//);
        for (const other of values.slice(0, index)) expect(overlaps(one, other)).toBe(false);
      }
      for (const { from } of amendments ?? []) expect(from).toBe('2018-01-01');
    },
  );

  /** Exits, their evaluation and the national line are of the years up to 2020; what counts since then has ids of its own. */
  const SINCE_2021 = /^(?:bridging-funds|monitoring|risk-clearance)\//u;
  /** What is said of monitoring is said for the transition. */
  const OF_MONITORING = /^(?:monitoring|risk-clearance)\//u;
  /** Limits of classes judge nothing. */
  const OF_CLASSES = /^operating-income-band\//u;

  test('no verdict on poverty, no line and no mark of an exit reaches beyond 2020, and nothing newer reaches back', () => {
    for (const { id, values, reference } of standards)
      for (const { from, until } of values)
        if (OF_CLASSES.test(id)) expect(reference).toBe(true);
        else {
          expect([id, SINCE_2021.test(id) ? from >= '2021-01-01' : until <= '2020-12-31']).toEqual([id, true]);
          if (OF_MONITORING.test(id)) expect([id, until <= '2025-12-31']).toEqual([id, true]);
        }
  });

  test('no national line of monitoring and no target for cleared risks is shipped', () => {
    for (const { id, unit } of standards) {
      expect(id).not.toBe('monitoring-line');
      // Limits of time are no targets: of monitoring no share and no amount is asked.
      if (/monitor|risk|clear/u.test(id)) expect(['days', 'months']).toContain(unit);
    }
  });

  test('no id and region stand twice', () => {
    const keys = standards.map(({ id, region, appliesTo }) => `${region} ${id} ${appliesTo}`);
    expect(new Set(keys).size).toBe(keys.length);
    const schemeKeys = schemes.map(({ id, region }) => `${region} ${id}`);
    expect(new Set(schemeKeys).size).toBe(schemeKeys.length);
  });

  test('a mark or a line of a year holds for that year only', () => {
    for (const { id, values } of standards) {
      if (id !== 'poverty-line' && id !== 'village-exit/collective-income') continue;
      for (const { from, until } of values) expect([from.slice(4), until]).toEqual(['-01-01', `${from.slice(0, 4)}-12-31`]);
    }
  });

  test.each(schemes.map((scheme) => [`${scheme.region} ${scheme.id}`, scheme] as const))(
    '%s: every part names a standard of its level, and the criteria are numbered from one',
    (_, { criteria, level, region, from, until, source }) => {
      expect(criteria.map(({ number }) => number)).toEqual(criteria.map((__, index) => index + 1));
      expect(source.confidence).not.toBe('hearsay');
      const named = criteria.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'metric' ? [part.standard] : [])));
      for (const id of named) {
        const meant = standards.filter((standard) => standard.id === id && standard.region === region);
        expect(meant.length, id).toBeGreaterThan(0);
        for (const standard of meant) {
          expect(standard.level).toBe(level);
          expect(standard.reference).toBeUndefined();
          for (const value of standard.values) expect(from <= value.from && value.until <= until).toBe(true);
        }
      }
    },
  );
});

describe('regions', () => {
  test.each([
    ['451122', ['451122', '4511', '45', 'CN']],
    ['4511', ['4511', '45', 'CN']],
    ['45', ['45', 'CN']],
    ['CN', ['CN']],
  ])('%s lies in all of its lineage', (region, expected) => {
    expect(lineage(region)).toEqual(expected);
  });

  test.each([
    [{ province: '广西' }, '45'],
    [{ province: '广西壮族自治区' }, '45'],
    [{ province: ' Guangxi ' }, '45'],
    [{ province: 'guangxi zhuang autonomous region' }, '45'],
    [{ province: '内蒙古自治区' }, '15'],
    [{ province: 'Shaanxi' }, '61'],
    [{ province: 'Shanxi' }, '14'],
    [{ village_code: '451122101203' }, '451122'],
    [{ village_code: '451122101203', province: '广西' }, '451122'],
    // A code of no province says nothing; the name still does.
    [{ village_code: '991122101203' }, undefined],
    [{ village_code: '991122101203', province: '广西' }, '45'],
    [{ village_code: '4511' }, undefined],
    [{ province: '钟山县' }, undefined],
    [{}, undefined],
  ])('%o lies in %s', (place, region) => {
    expect(regionOf(place)).toBe(region);
  });

  test('a county name alone says nothing', () => {
    const place: Place = { county: '钟山县', township: '公安镇', village: '大桥村' };
    expect(regionOf(place)).toBeUndefined();
  });

  test('every province has its own code and names, and twelve are the west', () => {
    expect(PROVINCES).toHaveLength(34);
    const names = PROVINCES.flatMap(({ code, short, full, english }) => [code, short, full, ...english]);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(WEST.codes).size).toBe(12);
    for (const code of WEST.codes) expect(PROVINCES.map((province) => province.code)).toContain(code);
  });

  test.each([
    ['451122', 'west'],
    ['54', 'west'],
    ['42', 'not-west'],
    ['CN', undefined],
    [undefined, undefined],
  ])('%s is in the half %s', (region, part) => {
    expect(partOfTheCountry(region)).toBe(part);
  });
});

describe('a threshold', () => {
  test.each([
    ['60%', 'share', 3n, 5n],
    ['2.5%', 'share', 1n, 40n],
    ['20000 yuan', 'yuan', 2_000_000n, 1n],
    ['0.05 yuan', 'yuan', 5n, 1n],
    ['13 m2', 'm2', 130_000n, 1n],
    ['12.5 m2', 'm2', 125_000n, 1n],
    ['0 children', 'children', 0n, 1n],
  ] as const)('%s is kept exactly', (value, unit, numerator, denominator) => {
    expect(readThreshold(value, unit)).toEqual({ numerator, denominator });
  });

  test.each([
    ['60', 'share'],
    ['60 %', 'share'],
    ['-1%', 'share'],
    ['1.5 children', 'children'],
    ['20,000 yuan', 'yuan'],
    ['2万 yuan', 'yuan'],
    ['60%', 'yuan'],
  ] as const)('%s is not written as a value in %s is', (value, unit) => {
    expect(readThreshold(value, unit)).toBeUndefined();
  });
});
