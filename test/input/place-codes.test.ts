import { describe, expect, test } from 'vitest';
import { filesOf, household, tallyTexts, village } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const findingsOf = async (...rows: readonly TableRow[]) =>
  (
    await tallyTexts(
      filesOf(
        [],
        rows.map((row) => ({ households: 10, ...row })),
      ),
    )
  ).findings.map(({ code, severity, row }) => `${severity} ${code} ${row}`);

describe('a province and a village code', () => {
  test.each(['广西', '广西壮族自治区', '广西省', 'Guangxi'])('%s and a code of Hunan contradict each other', async (province) => {
    expect(await findingsOf(village({ province, village_code: '431122100201' }))).toEqual(['warning code-of-another-province 2']);
  });

  test.each([
    ['广西', '451122100201'],
    ['', '431122100201'],
    // No province is called so, and no province has the code: nothing is known to contradict.
    ['Thanh Hoa', '451122100201'],
    ['广西', '991122100201'],
  ])('%s and %s do not', async (province, code) => {
    expect(await findingsOf(village({ province, village_code: code }))).toEqual([]);
  });

  test('also in the household table', async () => {
    const rows = [household(1, { province: '广西', village_code: '431122100201' })];
    expect((await tallyTexts(filesOf(rows))).findings).toMatchObject([{ code: 'code-of-another-province', column: 'village_code' }]);
  });
});

describe('codes of one county', () => {
  const at = (name: string, code: string, more: TableRow = {}): TableRow =>
    village({ village: name, county: '钟山县', village_code: code, ...more });

  test('that begin differently are told of, once for each other beginning', async () => {
    const rows = [at('甲村', '451122100201'), at('乙村', '451123100201'), at('丙村', '451123100202'), at('丁村', '451122100202')];
    expect(await findingsOf(...rows)).toEqual(['warning codes-of-one-place-differ 3']);
  });

  test('of one name in two provinces are two counties', async () => {
    const rows = [at('甲村', '451122100201', { province: '广西' }), at('乙村', '431123100201', { province: '湖南' })];
    expect(await findingsOf(...rows)).toEqual([]);
  });

  test('a city whose counties have codes of two cities is told of too', async () => {
    const rows = [at('甲村', '451122100201', { city: '贺州市' }), at('乙村', '451022100201', { city: '贺州市', county: '富川县' })];
    expect(await findingsOf(...rows)).toEqual(['warning codes-of-one-place-differ 3']);
  });
});
