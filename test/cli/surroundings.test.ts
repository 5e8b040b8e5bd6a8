import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sizeOption, sizeText } from '../../src/cli/size-option.ts';
import { commandLine } from '../support/command-line.ts';

const bin = resolve('bin/aid-metrics.js');
const villages = resolve('fixtures/zhongshan/villages.csv');
const text = readFileSync(villages, 'utf8');
const HEADER = text.slice(0, text.indexOf('\n') + 1);
const REPORT = /^province,city,county/;
/** A sentence of an error, with nothing before and nothing after it. */
const SENTENCE = /^error: [^\n]+\n$/;

let folder: string;
const at = (...names: readonly string[]): string => join(folder, ...names);
const typed = (line: string, env: Readonly<Record<string, string>> = {}) =>
  spawnSync('bash', ['-c', line.replaceAll('aid-metrics', `'${bin}'`).replaceAll('VILLAGES', `'${villages}'`)], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C', ...env },
    maxBuffer: 1 << 28,
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aid-metrics-test-'));
  writeFileSync(at('header.csv'), HEADER);
  writeFileSync(at('header-households.csv'), 'household_id,village,period,persons,status\n');
  // More findings than are held in memory: 25 000 counts that are none, with a character in them that ends a line for some.
  writeFileSync(
    at('many.csv'),
    `village,period,households\n${Array.from({ length: 25_000 }, (_, row) => `村${row},2020,x\u2028y\n`).join('')}`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a temporary folder that cannot be used', () => {
  const folders = (): readonly (readonly [string, RegExp])[] => [
    [at('missing'), /\(ENOENT\)/],
    [at('header.csv'), /\(ENOTDIR\)/],
    [at('circle'), /\(ELOOP\)/],
  ];
  beforeAll(() => symlinkSync('circle', at('circle')));

  test('standard input that cannot be kept is refused in a sentence', () => {
    for (const [path, code] of folders())
      for (const command of ['report', 'check']) {
        const { status, stderr } = typed(`aid-metrics ${command} - -q < VILLAGES`, { TMPDIR: path });
        expect(stderr).toMatch(SENTENCE);
        expect(stderr).toMatch(/cannot write to the temporary folder .*TMPDIR can name another/);
        expect(stderr).toMatch(code);
        expect(status).toBe(2);
      }
    expect(typed('aid-metrics report - --lang zh < VILLAGES', { TMPDIR: at('missing') }).stderr).toMatch(
      /^错误：临时文件夹 .*不能写入（ENOENT）/,
    );
  });

  test('who needs none is not kept from working', () => {
    for (const command of ['report', 'check', 'tally'])
      expect(typed(`aid-metrics ${command} VILLAGES -q`, { TMPDIR: at('missing') })).toMatchObject({ status: 0, stderr: '' });
  });

  test('findings that cannot be kept end a check in a sentence', () => {
    const { status, stderr } = typed('aid-metrics check many.csv -f csv', { TMPDIR: at('missing') });
    expect(stderr).toMatch(SENTENCE);
    expect(status).toBe(2);
  });

  test('a folder that is full ends it in a sentence, and no half finding is shown', () => {
    // A file-size limit of 2 MB stands in for the full disk: the second ten thousand findings do not fit.
    const line = `trap '' XFSZ; ulimit -f 2000; exec node aid-metrics check many.csv -f csv`;
    mkdirSync(at('temporary'));
    const { status, stdout, stderr } = typed(line, { TMPDIR: at('temporary') });
    expect(stderr).toMatch(SENTENCE);
    expect(stderr).toMatch(/temporary folder .*\(EFBIG\)/);
    expect(status).toBe(2);
    expect(stdout.trimEnd().split('\n').length).toBeGreaterThan(10_000);
    expect(readdirSync(at('temporary'))).toEqual([]);
  });

  test('findings on disk are read back whole, line ends in their cells and all', () => {
    const { status, stdout, stderr } = typed('aid-metrics check many.csv -f json');
    expect([status, stderr]).toEqual([1, '']);
    const { findings } = JSON.parse(stdout) as { readonly findings: readonly { readonly code: string; readonly row: number }[] };
    expect(findings.filter(({ code }) => code === 'not-a-number').map(({ row }) => row)).toEqual(
      Array.from({ length: 25_000 }, (_, row) => row + 2),
    );
  });

  test('standard input larger than the disk is refused in a sentence', () => {
    const line = `trap '' XFSZ; ulimit -f 1; exec node aid-metrics report - < many.csv`;
    const { status, stderr } = typed(line);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^error: cannot write to the temporary folder .*\(EFBIG\)[^\n]*\n$/)]);
  });
});

describe('standard streams that fail', () => {
  test.each([
    ['report VILLAGES', 0],
    ['report header.csv --partial', 1],
    ['report header.csv', 1],
    ['check header.csv', 1],
    ['report missing.csv', 2],
    ['nonsense', 2],
    ['report VILLAGES --metrics village --fail-on-unmet --region 45', undefined],
  ])('messages that standard error does not take change nothing: %s', (words, status) => {
    const heard = typed(`aid-metrics ${words}`);
    const unheard = typed(`aid-metrics ${words} 2>/dev/full`);
    expect([unheard.status, unheard.stdout]).toEqual([status ?? heard.status, heard.stdout]);
    expect(typed(`aid-metrics ${words} 2>&-`)).toMatchObject({ status: heard.status, stdout: heard.stdout });
  });

  test('a result that standard output does not take is said in a sentence', () => {
    for (const words of [
      'report VILLAGES -q',
      'check VILLAGES -q',
      'standards',
      'explain',
      'template villages',
      '--help',
      'verify 50% --denominator 2',
    ]) {
      expect(typed(`aid-metrics ${words} >/dev/full`)).toMatchObject({
        status: 2,
        stderr: 'error: cannot write to standard output (ENOSPC). The disk is full; make room\n',
      });
    }
    expect(typed('aid-metrics report VILLAGES -q --lang zh >/dev/full').stderr).toBe(
      '错误：无法写出到标准输出（ENOSPC）。磁盘已满，请腾出空间\n',
    );
    expect(typed('aid-metrics report VILLAGES >/dev/full 2>/dev/full')).toMatchObject({ status: 2 });
  });

  test('a file that standard output leads to is written to its end, or it is said that it is not', () => {
    // 4040 bytes are more than the one kilobyte that there is room for: a single write would take that, and tell nobody.
    const { status, stderr } = typed(`trap '' XFSZ; ulimit -f 1; exec node aid-metrics report VILLAGES -q --metrics all > short.csv`);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^error: cannot write to standard output \(EFBIG\)[^\n]*\n$/)]);
    typed('aid-metrics report VILLAGES -q --metrics all > long.csv');
    expect(readFileSync(at('long.csv'), 'utf8')).toBe(typed('aid-metrics report VILLAGES -q --metrics all').stdout);
  });

  test('a standard output that was closed takes nothing and hides nothing', () => {
    expect(typed('aid-metrics report VILLAGES -q >&-')).toMatchObject({ status: 0, stderr: '' });
    expect(typed('aid-metrics report header.csv --partial >&-').status).toBe(1);
    expect(typed('aid-metrics check header.csv >&-').status).toBe(1);
  });

  test('standard input that is a folder, closed, empty or not to be read', async () => {
    for (const command of ['report', 'check', 'tally']) {
      const folderGiven = typed(`aid-metrics ${command} - < .`);
      expect(folderGiven.stderr).toBe('error: standard input (-) is a directory; name the files in it\n');
      expect(folderGiven.status).toBe(2);
      for (const line of [`aid-metrics ${command} - <&-`, `aid-metrics ${command} - < /dev/null`])
        expect(typed(line)).toMatchObject({ status: 2, stderr: expect.stringMatching(/^error: -: the file is empty/) });
    }
    const failing = new Readable({ read: () => failing.destroy(Object.assign(new Error('EIO'), { code: 'EIO' })) });
    const { status, stderr } = await commandLine(['report', '-'], { stdin: failing });
    expect([status, stderr]).toEqual([2, 'error: cannot read - (EIO). The device failed\n']);
  });

  test('standard input is taken once, whatever for', async () => {
    for (const words of [
      ['report', '-', '--accept', '-'],
      ['report', '-', '--standards', '-'],
      ['report', '-', '--profile', '-'],
      ['check', '-', '--accept', '-'],
      ['report', villages, '--accept', '-', '--standards', '-'],
    ]) {
      const { status, stderr } = await commandLine(words, { stdin: words.includes('--profile') ? '{}' : text });
      expect([status, stderr]).toEqual([2, expect.stringMatching(/standard input \(-\) can be read only once/)]);
    }
  });
});

describe('the limit of standard input', () => {
  test('as many bytes as the limit are taken, one more is refused with the way out', async () => {
    const bytes = Buffer.byteLength(text);
    expect((await commandLine(['report', '-', '-q', '--stdin-limit', `${bytes}`], { stdin: text })).stdout).toMatch(REPORT);
    const refused = await commandLine(['report', '-', '--stdin-limit', `${bytes - 1}`], { stdin: text });
    expect(refused).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^error: standard input \(-\) is larger than 917B.*--stdin-limit 3\.67kB\n$/),
    });
    expect((await commandLine(['check', '-', '--stdin-limit', '1B', '--lang', 'zh'], { stdin: text })).stderr).toMatch(
      /^错误：标准输入（-）超过 1B/,
    );
  });

  test('input without an end is refused, not kept', async () => {
    let pulled = 0;
    const endless = new Readable({
      read() {
        pulled++;
        this.push(Buffer.alloc(1 << 16, 'x'));
      },
    });
    const { status, stderr } = await commandLine(['report', '-', '--stdin-limit', '1MB'], { stdin: endless });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/larger than 1MB/)]);
    // 1 000 000 bytes are 16 pieces of 65 536; a few more may be on their way.
    expect(pulled).toBeLessThan(40);
  });

  test('a pipe that is named has the limit too', () => {
    const { status, stderr } = typed('mkfifo p; cat VILLAGES > p & aid-metrics report p --stdin-limit 100; s=$?; wait; exit $s');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/the pipe p is larger than 100B/)]);
  });

  test('a pipe that holds back more is not waited for', () => {
    // The writer stays for as long as the folder has the pipe: only its reader can end the wait.
    const line = `mkfifo held; (cat VILLAGES; while [ -e held ]; do sleep 0.1; done) > held & aid-metrics report held --stdin-limit 100; s=$?; rm held; wait; exit $s`;
    expect(typed(line)).toMatchObject({ status: 2, stderr: expect.stringMatching(/the pipe held is larger than 100B/) });
  });

  test.each([
    ['1', 1],
    ['500MB', 500_000_000],
    ['4g', 4_000_000_000],
    ['1.5 GB', 1_500_000_000],
    ['2kB', 2000],
    ['1TB', 1_000_000_000_000],
  ])('%s is a size', (word, bytes) => expect(sizeOption('stdin-limit', word, 0)).toBe(bytes));

  test.each(['', '0', '-1', 'x', '1e3', '4PB', '1,000', '99999TB', 'GB'])('"%s" is none', (word) =>
    expect(() => sizeOption('stdin-limit', word, 0)).toThrow(/is not a size; write 500MB or 4GB/),
  );

  test.each([1, 999, 1000, 918, 1_000_000_000, 4_000_000_000])('a message writes %i bytes as the option reads them', (bytes) =>
    expect(sizeOption('stdin-limit', sizeText(bytes), 0)).toBe(bytes),
  );
});

describe('a table without rows', () => {
  test.each([
    'report header.csv',
    'trend header.csv',
    'tally header.csv',
    'assess header.csv',
    'explain industry_coverage header.csv',
    'report header-households.csv',
    'list uncovered header-households.csv',
    'assess header-households.csv --for households',
    'report header.csv header-households.csv --period 2020',
  ])('has errors with --partial too, and nothing to report: %s', async (line) => {
    for (const partial of [[], ['--partial']]) {
      const words = line.split(' ').map((word) => (word.endsWith('.csv') ? at(word) : word));
      const { status, stdout, stderr } = await commandLine([...words, ...partial]);
      expect(stderr).toMatch(partial.length > 0 ? /not one figure could be computed: the files hold no row/ : /no report made/);
      expect([status, stdout]).toEqual([1, '']);
    }
  });
});

describe('an input that cannot be read is refused in a sentence', () => {
  beforeAll(() => {
    mkdirSync(at('deep'));
    symlinkSync('b', at('a'));
    symlinkSync('a', at('b'));
    symlinkSync('gone.csv', at('dangling.csv'));
    symlinkSync('deep', at('to-folder'));
  });

  test.each([
    ['a folder', 'deep', /is a directory; name the files in it/],
    ['a link to a folder', 'to-folder', /is a directory; name the files in it/],
    ['a missing parent', 'gone/in.csv', /no such file/],
    ['below a file', 'header.csv/in.csv', /\(ENOTDIR\)\. A part of the path is a file/],
    ['links in a circle', 'a', /\(ELOOP\)\. Its links lead in a circle/],
    ['a link to nothing', 'dangling.csv', /no such file/],
    ['a name that is too long', 'x'.repeat(300), /\(ENAMETOOLONG\)\. The name or the path is too long/],
  ])('%s', async (_, name, message) => {
    for (const words of [
      ['report', at(name)],
      ['check', at(name)],
      ['report', villages, '--accept', at(name)],
      ['report', villages, '--standards', at(name)],
      ['report', villages, '--profile', at(name)],
    ]) {
      const { status, stdout, stderr } = await commandLine(words);
      expect(stderr).toMatch(SENTENCE);
      expect(stderr).toMatch(message);
      expect([status, stdout]).toEqual([2, '']);
      expect((await commandLine([...words, '--lang', 'zh'])).stderr).toMatch(/^错误：.*\p{Script=Han}/u);
    }
  });

  test('a socket', () => {
    const script = `const s = require('node:net').createServer().listen('sock', () => {
      const r = require('node:child_process').spawn(process.execPath, [${JSON.stringify(bin)}, 'report', 'sock'], { stdio: 'inherit' });
      r.on('close', (status) => { s.close(); process.exitCode = status; });
    });`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'C' },
    });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^error: cannot read sock \(ENXIO\)/)]);
  });
});
