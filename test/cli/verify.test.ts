import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Fits {
  readonly fits: boolean;
  readonly count: number | string | null;
  readonly numerators?: { readonly first: number; readonly last: number } | null;
  readonly denominators: { readonly first: number; readonly last: number | null } | null;
  readonly pairs?: readonly { readonly numerator: number; readonly denominator: number }[];
}
interface VerifyJson {
  readonly schema: string;
  readonly percent: string;
  readonly decimals: number;
  readonly numerator: number | string | null;
  readonly fits: boolean;
  readonly share?: { readonly text: string; readonly printed: { readonly rounded: string; readonly truncated: string } };
  readonly rounded: Fits;
  readonly truncated: Fits;
  readonly nearest?: readonly { readonly numerator: number; readonly denominator: number }[];
}

async function verifyJson(...argv: readonly string[]): Promise<{ readonly status: number; readonly json: VerifyJson }> {
  const { status, stdout, stderr } = await commandLine(['verify', ...argv, '--format', 'json']);
  expect(stderr).toBe('');
  return { status, json: JSON.parse(stdout) as VerifyJson };
}

describe('the percentage and the counts are taken as people write them', () => {
  test.each([
    ['95.78%', '159', '95.78', 2],
    ['95.78', '159', '95.78', 2],
    ['９５．７８％', '１５９', '95.78', 2],
    [' 95.78 % ', '159户', '95.78', 2],
    ['0.64 %', '1,341', '0.64', 2],
    ['091', '61', '91', 0],
    ['91.0', '61', '91.0', 1],
    ['100', '61人', '100', 0],
  ])('%s and %s', async (percent, numerator, plain, decimals) => {
    const { json } = await verifyJson(percent, '--numerator', numerator);
    expect(json).toMatchObject({ schema: 'aid-metrics/verify@1', percent: plain, decimals });
  });

  test.each([
    ['1,341', 1341],
    ['９８９９万', 98_990_000],
    ['8.2万', 82_000],
    ['1 341', 1341],
    ['12.0', 12],
    ['9007199254740993', '9007199254740993'], // 2^53 + 1: a double would lose the last digit
  ])('the numerator %s is %s', async (typed, read) => {
    expect((await verifyJson('50', '--numerator', typed)).json.numerator).toBe(read);
  });

  test('the decimals that were typed decide: 91 fits 61 of 67, 91.0 too, 91.00 does not', async () => {
    // 61/67 = 91.0447…
    const fits = async (percent: string) => (await verifyJson(percent, '--numerator', '61', '--denominator', '67')).json.fits;
    expect([await fits('91'), await fits('91.0'), await fits('91.00'), await fits('91.04')]).toEqual([true, true, false, true]);
  });
});

describe('what fits is told for each reading', () => {
  test.each<readonly [readonly string[], number, Partial<Fits>, Partial<Fits>]>([
    // 159/166 = 95.783
    [['95.78', '--numerator', '159'], 0, { count: 1, denominators: { first: 166, last: 166 } }, { count: 1 }],
    [['95.78', '--denominator', '166'], 0, { count: 1, numerators: { first: 159, last: 159 } }, { count: 1 }],
    // 1.99 % is printed 2.0 rounded, 1.9 cut off
    [['1.9', '--numerator', '199', '--denominator', '10000'], 0, { fits: false, count: 0, denominators: null }, { fits: true, count: 1 }],
    [['2.0', '--numerator', '199', '--denominator', '10000'], 0, { fits: true, count: 1 }, { fits: false, count: 0 }],
    [['1.8', '--numerator', '199', '--denominator', '10000'], 1, { fits: false }, { fits: false }],
    // 91/95 = 95.7895
    [['95.78', '--max-denominator', '100'], 0, { count: 0, pairs: [] }, { count: 1, pairs: [{ numerator: 91, denominator: 95 }] }],
    // the limit cuts 95275–97415 off
    [['4.5', '--numerator', '4335', '--max-denominator', '96000'], 0, { count: 726, denominators: { first: 95275, last: 96000 } }, {}],
    [['0.00', '--numerator', '5', '--max-denominator', '100000'], 0, { count: 0 }, { denominators: { first: 50001, last: 100000 } }],
    [['0.00', '--numerator', '5'], 0, { count: null, denominators: { first: 100001, last: null } }, { count: null }],
    [['0', '--numerator', '0'], 0, { count: null, denominators: { first: 1, last: null } }, { denominators: { first: 1, last: null } }],
    [['0.5', '--numerator', '0'], 1, { count: 0 }, { count: 0 }],
    [['100', '--denominator', '166'], 0, { numerators: { first: 166, last: 166 } }, { numerators: { first: 166, last: 166 } }],
    [['100', '--denominator', '200'], 0, { numerators: { first: 199, last: 200 } }, { numerators: { first: 200, last: 200 } }], // 99.5 → 100
  ])('%s', async (argv, status, rounded, truncated) => {
    expect(await verifyJson(...argv)).toMatchObject({ status, json: { fits: status === 0, rounded, truncated } });
  });

  test('twenty fits are listed, and twenty-one are told by their number and range', async () => {
    // 50 rounded over d: from 49.5 % to below 50.5 %, that is d/100 numerators. 2000: 990–1009; 2100: 1039.5 → 1040–1060.
    const rounded = async (denominator: string) =>
      /rounded +(.*(?:\n {2,}\d.*)*)/u.exec((await commandLine(['verify', '50', '--denominator', denominator])).stdout)![1]!;
    expect((await rounded('2000')).split(/,\s+/u)).toEqual(Array.from({ length: 20 }, (_, index) => String(990 + index)));
    expect(await rounded('2100')).toBe('1040 to 1060 (21 whole numbers)');
  });

  test('of more than twenty pairs the first twenty are listed', async () => {
    const { json } = await verifyJson('91', '--max-denominator', '200');
    expect(json.rounded.count).toBeGreaterThan(20);
    expect(json.rounded.pairs).toHaveLength(20);
    expect(json.rounded.denominators).toEqual({ first: 11, last: 200 });
  });

  test('where nothing fits the shares on either side are shown', async () => {
    const { json } = await verifyJson('95.79', '--numerator', '159');
    expect(json.nearest!.map(({ numerator, denominator }) => `${numerator}/${denominator}`)).toEqual(['159/166', '159/165']);
  });

  test('an exact share is shown whole, another with a mark where it goes on', async () => {
    const text = async (numerator: string, denominator: string) =>
      (await verifyJson('2.99', '--numerator', numerator, '--denominator', denominator)).json.share!.text;
    expect(await text('749', '25000')).toBe('2.996%');
    expect(await text('159', '166')).toBe('95.783132…%');
    expect(await text('0', '7')).toBe('0%');
    expect(await text('7', '7')).toBe('100%');
  });

  test.each([
    ['--numerator', '1000000000000000'],
    ['--denominator', '1000000000000000'],
    ['--max-denominator', '1000000000000000'],
    ['--max-denominator', '9'.repeat(60)],
  ])('%s %s is answered at once', async (option, count) => {
    // Gone through one by one, so many counts would outlast any test.
    expect((await verifyJson('0.64', option, count)).status).toBe(0);
  });
});

describe('what cannot be asked is refused with the way out, in both languages', () => {
  test.each<readonly [readonly string[], RegExp, RegExp]>([
    [
      ['95.78%'],
      /分母的上限。例：aid-metrics verify 95\.78% --numerator 159/,
      /needed\. Example: aid-metrics verify 95\.78% --numerator 159/,
    ],
    [['95.78', '--denominator', '0'], /分母不能是 0/, /--denominator 0: nothing can be divided by 0/],
    [['95.78', '--max-denominator', '0'], /分母不能是 0/, /divided by 0; write 1 or more/],
    [['95.78', '--numerator', '-5'], /是负数/, /--numerator -5 is negative/],
    [['95.78', '--denominator', '-5'], /是负数/, /is negative/],
    [['95.78', '--numerator', '12.5'], /没有小数/, /12\.5 is not a whole number/],
    [['95.78', '--numerator', 'many'], /不是整数/, /not a whole number; write 166 or 1,341/],
    [['95.78', '--numerator', '1e3'], /不是整数/, /not a whole number/],
    [['95.78', '--numerator', ''], /不是整数/, /not a whole number/],
    [['95.78', '--numerator', '95%'], /不是整数/, /not a whole number/],
    [['95.78', '--numerator', '60余'], /只是下限/, /only a lower bound/],
    [['100.01', '--numerator', '5'], /超过 100%/, /100\.01% is more than 100%.*not growth/],
    [['2439.02%', '--numerator', '5'], /超过 100%.*增长率/, /is more than 100%/],
    [['-3%', '--numerator', '5'], /-3% 是负数/, /-3% is negative/],
    [['-3', '--numerator', '5'], /不是百分比/, /"-3" is not a percentage/],
    [['about 95', '--numerator', '5'], /不是百分比/, /not a percentage.*such as 95\.78% or 91/],
    [['95,78', '--numerator', '5'], /不是百分比/, /not a percentage/],
    [['95.', '--numerator', '5'], /不是百分比/, /not a percentage/],
    [['', '--numerator', '5'], /不是百分比/, /not a percentage/],
    [['95.78', '--numerator', '167', '--denominator', '166'], /部分不能多于全部/, /a part cannot exceed its whole/],
    [['95.78', '--numerator', '167', '--max-denominator', '166'], /部分不能多于全部/, /more than --max-denominator 166/],
    [['95.78', '--denominator', '166', '--max-denominator', '200'], /去掉一个/, /Leave one of them out/],
    [[], /缺少 percent/, /missing required argument 'percent'/],
    [['95.78', '--numerator', '159', '-o', 'answer.doc'], /看不出格式/, /means no format/],
  ])('%s', async (argv, zh, en) => {
    for (const [lang, message] of [
      ['zh', zh],
      ['en', en],
    ] as const) {
      const { status, stdout, stderr } = await commandLine(['verify', ...argv, '--lang', lang]);
      expect([status, stdout, stderr]).toEqual([2, '', expect.stringMatching(message)]);
    }
  });
});

describe('where the answer goes', () => {
  test('a file whose ending says the format, whole, without a mark where it is plain ASCII', async () => {
    const [csv, json] = [join(folder, 'answer.csv'), join(folder, 'answer.json')];
    const argv = ['verify', '91', '--numerator', '61', '--lang', 'zh', '-o'];
    expect(await commandLine([...argv, csv])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(csv, 'utf8')).toBe(
      'percent,reading,fits,numerator_first,numerator_last,denominator_first,denominator_last,printed_pct\n' +
        '91,rounded,1,61,61,67,67,91\n' +
        '91,truncated,1,61,61,67,67,91\n',
    );
    await commandLine([...argv, json]);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ fits: true });
  });

  test.each(['zh', 'en'])('no line is wider than 80 columns (%s)', async (lang) => {
    for (const argv of [
      ['91', '--max-denominator', '1000000000000000'],
      ['95.7831325301', '--denominator', '1000000000000000'],
      ['95.78', '--numerator', '1000000000000000'],
      ['50', '--denominator', '2000'],
      ['95.78', '--numerator', '100000000000', '--denominator', '1000000000000'],
      ['95.78', '--max-denominator', '20'],
    ]) {
      const { stdout } = await commandLine(['verify', ...argv, '--lang', lang]);
      expect(stdout).not.toBe('');
      for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
    }
  });
});
