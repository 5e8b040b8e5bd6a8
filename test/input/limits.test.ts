import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { checkJson, commandLine } from '../support/command-line.ts';

const HEAD = 'village,period,rural_population,households\n';
const check = (text: string, ...more: readonly string[]) => commandLine(['check', '-', ...more], { stdin: Buffer.from(HEAD + text) });

describe('a record and a cell have a limit, judged before anything else', () => {
  // 4 MB is the usual limit of a record.
  test.each([
    ['digits', `村,2020,${'9'.repeat(4_100_000)},1\n`],
    ['commas', ','.repeat(4_100_000)],
    ['quotation marks', `村,2020,="${'"'.repeat(4_100_000)}",1\n`],
    ['lines inside a cell', `村,2020,"${'1\n'.repeat(2_100_000)}",1\n`],
  ])('more than 4 MB of %s end with 2 and the way out', async (_, text) => {
    const { status, stderr } = await check(text);
    expect(status).toBe(2);
    expect(stderr).toContain('longer than 4 MB');
    expect(stderr).toContain('--max-record');
  });

  test('a cell may take a quarter of it: one character more ends with 2', async () => {
    expect((await check(`村,2020,${'9'.repeat(1_000_001)},1\n`)).status).toBe(2);
    expect((await check(`村,2020,${'9'.repeat(1_000_000)},1\n`)).status).toBe(1);
  });

  test('an option raises it', async () => {
    const text = `村,2020,${'9'.repeat(1_000_001)},1\n`;
    expect((await check(text, '--max-record', '8')).status).toBe(1);
    expect((await check(text, '--max-record', '0')).status).toBe(2);
  });

  test('a quotation mark that stays open is a finding, however long the rest is', async () => {
    const { status, json } = await checkJson(['-'], { stdin: Buffer.from(`${HEAD}村,2020,"1,1\n${'乙,2020,1,1\n'.repeat(400_000)}`) });
    expect(status).toBe(1);
    expect(json.findings.map(({ code }) => code)).toEqual(['unclosed-quote']);
  });

  test.each([
    ['nine hundred thousand digits', '9'.repeat(900_000), 'number-too-large'],
    ['as many quotation marks', `"${'""'.repeat(400_000)}"`, 'not-a-number'],
  ])('%s in a cell are one finding, and shown cut', async (_, cell, code) => {
    const { json } = await checkJson(['-'], { stdin: Buffer.from(`${HEAD}村,2020,${cell},1\n`) });
    expect(json.findings.map((finding) => finding.code)).toEqual([code]);
    expect(json.findings[0]!.value!.length).toBeLessThanOrEqual(60);
  });

  test('keys and headings are cut like values', async () => {
    const long = '村'.repeat(5000);
    const { stdout } = await commandLine(['check', '-', '--format', 'json'], {
      stdin: Buffer.from(`village,period,rural_population,${'头'.repeat(5000)}\n${long},2020,x,1\n`),
    });
    expect(stdout.length).toBeLessThan(4000);
  });
});

describe('a JSON file has a limit', () => {
  test('brackets within brackets end with 2', async () => {
    const { status, stderr } = await commandLine(['standards', '--standards', '-'], { stdin: '['.repeat(50_000) + ']'.repeat(50_000) });
    expect(status, stderr).toBe(2);
  });

  test('so do four million bytes', async () => {
    const { status, stderr } = await commandLine(['standards', '--standards', '-'], { stdin: `{"standards": "${'x'.repeat(4_000_000)}"}` });
    expect(status).toBe(2);
    expect(stderr).toContain('longer than 4 MB');
  });
});
