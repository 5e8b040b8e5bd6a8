import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FilesOfRun } from '../../src/cli/files-of-run.ts';
import { commandLine } from '../support/command-line.ts';

const bin = resolve('bin/aid-metrics.js');
const villages = readFileSync('fixtures/zhongshan/villages.csv', 'utf8');

let folder: string;
const at = (...names: readonly string[]): string => join(folder, ...names);
const content = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'utf8')]),
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aid-metrics-test-'));
  writeFileSync(at('in.csv'), villages);
  symlinkSync('in.csv', at('link.csv'));
  symlinkSync('link.csv', at('link-to-link.csv'));
  linkSync(at('in.csv'), at('hard.csv'));
  mkdirSync(at('deep'));
  copyFileSync(at('in.csv'), at('deep', 'in.csv'));
  symlinkSync('deep', at('linked-folder'));
  symlinkSync('new.csv', at('dangling.csv'));
  writeFileSync(at('accepted.csv'), 'code,key,reason,until\n');
  writeFileSync(at('settings.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The words of a command line; a name behind @ is one in the folder. */
const words = (line: string): readonly string[] => line.split(' ').map((word) => (word.startsWith('@') ? at(word.slice(1)) : word));

describe('no run overwrites what it reads', () => {
  test.each([
    'report @in.csv -o @in.csv',
    'report @link.csv -o @in.csv',
    'report @in.csv -o @link.csv',
    'report @link-to-link.csv -o @link.csv',
    'report @in.csv -o @hard.csv',
    'report @hard.csv -o @link.csv',
    'report @linked-folder/in.csv -o @deep/in.csv',
    'report @deep/in.csv -o @linked-folder/in.csv',
    'report @deep/../in.csv -o @in.csv',
    'report --villages @link.csv -o @in.csv',
    'tally @link.csv -o @in.csv',
    'trend @link.csv -o @in.csv',
    'assess @link.csv -o @in.csv',
    'check @link.csv -o @in.csv',
    'check @link.csv --annotate @in.csv',
    'check @in.csv --annotate @hard.csv',
    'explain industry_coverage @link.csv -o @in.csv',
    'report @in.csv --accept @accepted.csv -o @accepted.csv',
    'check @in.csv --accept @accepted.csv --annotate @accepted.csv',
    'report @in.csv --standards @settings.json -o @settings.json',
    'standards --standards @settings.json -o @settings.json',
    'report @in.csv --profile @settings.json -o @settings.json',
    'check @in.csv --profile @settings.json -f json -o @settings.json',
    'check @in.csv --profile @settings.json -o @deep/../settings.json',
  ])('%s', async (line) => {
    const before = content();
    const { status, stdout, stderr } = await commandLine(words(line));
    expect(stderr).toMatch(/^error: the output \S+ is also an input( \(\S+\))? and would be overwritten\. Choose another name\n$/);
    expect([status, stdout]).toEqual([2, '']);
    expect(content()).toEqual(before);
    expect((await commandLine([...words(line), '--lang', 'zh'])).stderr).toMatch(
      /^错误：输出文件 \S+ 也是输入文件.*会被覆盖。请换一个名字\n$/,
    );
  });

  test('standards that a profile names are inputs too', async () => {
    writeFileSync(at('profile.json'), '{"standards":["linked-folder/own.json"]}');
    writeFileSync(at('deep', 'own.json'), '{}');
    const { status, stderr } = await commandLine(words('report @in.csv --profile @profile.json -o @deep/own.json'));
    expect([status, stderr]).toEqual([2, expect.stringMatching(/also an input/)]);
    expect(readFileSync(at('deep', 'own.json'), 'utf8')).toBe('{}');
  });

  test.each([
    ['standard input', `'${bin}' report - -o in.csv < in.csv`, /the output in\.csv is also an input \(standard input\)/],
    ['standard input through a link', `'${bin}' report - -o in.csv < link.csv`, /the output in\.csv is also an input/],
    ['standard output, appended to', `'${bin}' report in.csv >> in.csv`, /the output standard output is also an input \(in\.csv\)/],
    ['standard output, by its name', `'${bin}' report in.csv -o - >> in.csv`, /the output standard output is also an input/],
  ])('the shell leads %s to the same file', (_, line, message) => {
    const { status, stderr } = spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8', env: { ...process.env, LANG: 'C' } });
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
    expect(readFileSync(at('in.csv'), 'utf8')).toBe(villages);
  });

  test('files of one content that are not one file are no harm', async () => {
    expect((await commandLine(words('report @in.csv -o @deep/in.csv'))).status).toBe(0);
    expect(readFileSync(at('in.csv'), 'utf8')).toBe(villages);
  });
});

describe('no output overwrites another', () => {
  test.each([
    'check @in.csv --annotate @a.csv -o @a.csv',
    'check @in.csv --annotate @linked-folder/a.csv -o @deep/a.csv',
    'check @in.csv --annotate @dangling.csv -o @new.csv',
    'check @in.csv --annotate @new.csv -o @dangling.csv',
  ])('%s', async (line) => {
    const before = content();
    const { status, stderr } = await commandLine(words(line));
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^error: the output \S+ is the same file as another output.*would be lost/),
    ]);
    expect(content()).toEqual(before);
    expect((await commandLine([...words(line), '--lang', 'zh'])).stderr).toMatch(/^错误：输出 .*同一个文件/);
  });

  test.each([
    ['standard output', `'${bin}' report in.csv -o log.csv > log.csv`],
    ['standard error', `'${bin}' report in.csv -o log.csv 2> log.csv; cat log.csv >&2`],
  ])('%s leads to the file of -o', (_, line) => {
    const { stderr } = spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8', env: { ...process.env, LANG: 'C' } });
    expect(stderr).toMatch(/log\.csv is the same file as another output/);
  });

  test('standard output and standard error may be one file', () => {
    const { status } = spawnSync('bash', ['-c', `'${bin}' report in.csv > all.txt 2>&1`], { cwd: folder });
    expect(status).toBe(0);
    expect(readFileSync(at('all.txt'), 'utf8')).toMatch(/province/);
  });

  test('two new names that turn out to be one file, as where capitals do not count, are found when the first is there', async () => {
    const files = new FilesOfRun();
    files.claims('a.csv', '1:2/a.csv');
    files.claims('A.csv', '1:2/A.csv');
    await files.writes('a.csv', '');
    files.wrote('a.csv', '1:77');
    await expect(files.writes('A.csv', '1:77')).rejects.toThrow(/same file as another output \(a\.csv\)/);
  });
});

describe('the hash is of the bytes that were counted', () => {
  /** Standard input that does something to the folder when it is read: by then the file before it was looked at, and not yet counted. */
  const meanwhile = (change: () => void): Readable =>
    Readable.from(
      (function* () {
        change();
        yield Buffer.from('village,period,households\n甲村,2020,10\n');
      })(),
    );

  test.each<readonly [string, () => void]>([
    ['replaced', () => (writeFileSync(at('new'), villages.replace('3125', '3126')), renameSync(at('new'), at('in.csv')))],
    ['appended to', () => writeFileSync(at('in.csv'), `${villages}x`)],
    ['cut', () => writeFileSync(at('in.csv'), villages.slice(0, -20))],
    ['overwritten', () => writeFileSync(at('in.csv'), villages.replace('3125', '3126'), { flag: 'r+' })],
    ['emptied', () => writeFileSync(at('in.csv'), '')],
    ['removed', () => rmSync(at('in.csv'))],
  ])('a file that is %s during the run ends it with status 2', async (_, change) => {
    for (const command of ['report', 'check', 'tally', 'trend']) {
      for (const [lang, message] of [
        ['en', /error: \S+in\.csv: the file was changed during the run/],
        ['zh', /错误：\S+in\.csv：运行期间文件被改动/],
      ] as const) {
        rmSync(at('in.csv'), { force: true });
        writeFileSync(at('in.csv'), villages);
        writeFileSync(at('out.csv'), 'old');
        const { status, stderr } = await commandLine([command, at('in.csv'), '-', '-o', at('out.csv'), '--lang', lang], {
          stdin: meanwhile(change),
        });
        expect(stderr).toMatch(message);
        expect(status).toBe(2);
        if (command !== 'check') expect(readFileSync(at('out.csv'), 'utf8')).toBe('old');
      }
    }
  });
});
