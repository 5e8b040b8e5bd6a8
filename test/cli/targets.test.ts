import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isStandardOutput } from '../../src/cli/target.ts';
import { ownPrefix } from '../../src/cli/temporary.ts';
import { commandLine } from '../support/command-line.ts';

const bin = resolve('bin/aid-metrics.js');
const villages = resolve('fixtures/zhongshan/villages.csv');
/** How a report of the villages begins. */
const REPORT = /^province,city,county/;
/** A file begins with a byte-order mark, because its names are not plain ASCII. */
const REPORT_FILE = /^\uFEFFprovince,city,county/;

let folder: string;
const at = (...names: readonly string[]): string => join(folder, ...names);
const mode = (name: string): string => (statSync(at(name)).mode & 0o777).toString(8);
const report = (output: string, ...more: readonly string[]) => commandLine(['report', villages, '--quiet', '-o', output, ...more]);
const typed = (line: string) =>
  spawnSync('bash', ['-c', line.replaceAll('aid-metrics', `'${bin}'`).replaceAll('VILLAGES', `'${villages}'`)], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C' },
  });
const temporaryFiles = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.tmp'));
/** The status of a child that somebody ended, as a shell shows it. */
const ended = (child: ChildProcess): Promise<number | string | null> =>
  new Promise((end) => child.on('close', (status, signal) => end(status ?? signal)));
const isRoot = process.getuid?.() === 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aid-metrics-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('standard output by its names', () => {
  test('- is where the result goes without -o, in the format that it has there', async () => {
    const plain = await commandLine(['report', villages, '--quiet']);
    expect(await report('-')).toEqual(plain);
    expect((await report('-', '--long')).stdout).toMatch(/,metric,value,/);
    expect((await report('-', '--lang', 'zh')).stdout).toMatch(REPORT);
    expect((await report('-', '--format', 'json')).stdout).toMatch(/^\{/);
    expect(readdirSync('.')).not.toContain('-');
  });

  test('the paths that systems give it are names of it too', () => {
    expect(['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'].filter((name) => !isStandardOutput(name))).toEqual([]);
    expect(['./-', '/dev/stderr', '/dev/fd/11', 'dev/stdout', undefined].filter(isStandardOutput)).toEqual([]);
  });

  test('a link that leads there is followed', () => {
    symlinkSync('/proc/self/fd/1', at('out.csv'));
    expect(typed('aid-metrics report VILLAGES -q -o out.csv')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(REPORT),
      stderr: '',
    });
    expect(lstatSync(at('out.csv')).isSymbolicLink()).toBe(true);
  });

  test('a link that leads to standard error is followed', () => {
    symlinkSync('/proc/self/fd/2', at('err.csv'));
    expect(typed('aid-metrics report VILLAGES -q -o err.csv')).toMatchObject({
      status: 0,
      stdout: '',
      stderr: expect.stringMatching(REPORT),
    });
  });

  test('--annotate - is refused: what is written back holds names', async () => {
    expect(await commandLine(['check', villages, '--annotate', '-'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/--annotate needs a file name/),
    });
    expect(readdirSync('.')).not.toContain('-');
  });

  test('annotations and findings are not mixed on standard output', () => {
    symlinkSync('/proc/self/fd/1', at('out.csv'));
    expect(typed('aid-metrics check VILLAGES --annotate out.csv')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/same file as another output/),
    });
  });
});

describe('what is no file is written in place', () => {
  test('the reader of a pipe gets the report, and the pipe stays one', () => {
    const { status, stdout } = typed('mkfifo pipe.csv; cat pipe.csv & aid-metrics report VILLAGES -q -o pipe.csv; s=$?; wait; exit $s');
    expect(stdout).toMatch(REPORT);
    expect(status).toBe(0);
    expect(statSync(at('pipe.csv')).isFIFO()).toBe(true);
    expect(temporaryFiles()).toEqual([]);
  });

  test('a reader that closes the pipe early has what it wanted', () => {
    const line =
      'mkfifo pipe.csv; head -c 3 pipe.csv & aid-metrics report VILLAGES --metrics all --long -q -o pipe.csv; s=$?; wait; exit $s';
    expect(typed(line)).toMatchObject({ status: 0, stdout: 'pro', stderr: '' });
  });

  test('a link to a pipe is followed', () => {
    const line = 'mkfifo p; ln -s p link.csv; cat p & aid-metrics report VILLAGES -q -o link.csv; s=$?; wait; exit $s';
    expect(typed(line)).toMatchObject({ status: 0, stdout: expect.stringMatching(REPORT) });
    expect(statSync(at('p')).isFIFO()).toBe(true);
  });

  test('an annotated file goes through a pipe too', () => {
    const line = 'mkfifo p.csv; cat p.csv >got & aid-metrics check VILLAGES -q --annotate p.csv; s=$?; wait; exit $s';
    expect(typed(line).status).toBe(0);
    expect(readFileSync(at('got'), 'utf8')).toMatch(REPORT);
  });

  test('a pipe that is read is not written', () => {
    expect(typed('mkfifo p.csv; aid-metrics report p.csv -o p.csv')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/also an input/),
    });
  });

  test('one pipe is not read twice', () => {
    const { status, stderr } = typed('mkfifo p; cat VILLAGES >p & aid-metrics report p p; s=$?; wait; exit $s');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/p is a pipe and can be read only once/)]);
  });

  test.each([
    ['a file that the shell opened is carried on', '5>out', 'cat out'],
    ['a pipe that the shell opened is written to', '5> >(cat >out)', 'sleep 0.3; cat out'],
  ])('%s', (_, redirection, show) => {
    const line = `ln -s /proc/self/fd/5 five.csv; aid-metrics report VILLAGES -q -o five.csv ${redirection}; s=$?; ${show}; exit $s`;
    expect(typed(line)).toMatchObject({ status: 0, stdout: expect.stringMatching(REPORT) });
  });

  test('descriptors of the program itself, and those that nobody opened, are refused', () => {
    // Among the first sixteen are the pipes by which Node wakes itself; writing there would end it.
    for (let number = 3; number < 16; number++) {
      rmSync(at('n.csv'), { force: true });
      symlinkSync(`/proc/self/fd/${number}`, at('n.csv'));
      const { status, stderr } = typed('aid-metrics report VILLAGES -q -o n.csv');
      expect([0, 2], `descriptor ${number}: ${stderr}`).toContain(status);
      expect(stderr).not.toMatch(/internal error|\n.*\n/);
    }
  });

  test.runIf(isRoot)('devices stay devices, and one that is full says so', () => {
    const { status } = typed('mknod full.csv c 1 7 && mknod null.csv c 1 3');
    if (status !== 0) return; // Not every container may make them.
    expect(typed('aid-metrics report VILLAGES -q -o null.csv')).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(typed('aid-metrics report VILLAGES -q -o full.csv')).toMatchObject({
      status: 2,
      stderr: 'error: cannot write full.csv (ENOSPC). The disk is full; make room\n',
    });
    expect([statSync(at('null.csv')), statSync(at('full.csv'))].every((kind) => kind.isCharacterDevice())).toBe(true);
  });

  test('a signal ends a run that waits at a pipe that nobody reads from', async () => {
    typed('mkfifo p.csv');
    const child = spawn(process.execPath, [bin, 'report', villages, '-o', 'p.csv'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    // Its note is the last thing before it opens the pipe.
    await new Promise((seen) => child.stderr.once('data', seen));
    child.kill('SIGTERM');
    expect([143, 'SIGTERM']).toContain(await ended(child));
  });

  test('a signal ends a run that waits at a pipe that nobody writes to, and nothing is left', async () => {
    typed('mkfifo p.csv; mkdir temporary');
    const env = { ...process.env, TMPDIR: at('temporary') };
    const child = spawn(process.execPath, [bin, 'report', '-', 'p.csv'], { cwd: folder, stdio: ['pipe', 'ignore', 'ignore'], env });
    child.stdin.end(readFileSync(villages));
    // Standard input is kept first; the pipe comes next.
    for (let tries = 0; tries < 400 && readdirSync(at('temporary')).length === 0; tries++)
      await new Promise((wait) => setTimeout(wait, 50));
    // What stands in the pipe may have its place there by now.
    expect(readdirSync(at('temporary'))).not.toEqual([]);
    child.kill('SIGTERM');
    expect([143, 'SIGTERM']).toContain(await ended(child));
    expect(readdirSync(at('temporary'))).toEqual([]);
  });
});

describe('a file that is replaced', () => {
  test.each([0o600, 0o640, 0o644, 0o664, 0o400 | 0o200])('keeps its mode %o', async (kept) => {
    writeFileSync(at('r.csv'), 'old');
    chmodSync(at('r.csv'), kept);
    expect((await report(at('r.csv'))).status).toBe(0);
    expect(mode('r.csv')).toBe(kept.toString(8));
    expect(readFileSync(at('r.csv'), 'utf8')).toMatch(REPORT_FILE);
  });

  test.runIf(isRoot)('keeps its owner and its group', () => {
    typed('echo old >r.csv; chown 12:34 r.csv; chmod 640 r.csv; aid-metrics report VILLAGES -q -o r.csv');
    const { uid, gid } = statSync(at('r.csv'));
    expect([uid, gid, mode('r.csv')]).toEqual([12, 34, '640']);
  });

  test('is replaced where a link leads to it, and the link stays', async () => {
    mkdirSync(at('deep'));
    writeFileSync(at('deep', 'r.csv'), 'old');
    symlinkSync('deep/r.csv', at('link.csv'));
    expect((await report(at('link.csv'))).status).toBe(0);
    expect(lstatSync(at('link.csv')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('deep', 'r.csv'), 'utf8')).toMatch(REPORT_FILE);
  });

  test('is made where a link leads to nothing yet', async () => {
    symlinkSync('new.csv', at('link.csv'));
    expect((await report(at('link.csv'))).status).toBe(0);
    expect(lstatSync(at('link.csv')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('new.csv'), 'utf8')).toMatch(REPORT_FILE);
  });

  test('a new report is as the mask has it, a new annotated file is for the user alone', () => {
    typed(
      'umask 022; aid-metrics report VILLAGES -q -o r.csv; aid-metrics check VILLAGES -q --annotate a.csv; aid-metrics check VILLAGES -q --annotate a.xlsx',
    );
    expect(['r.csv', 'a.csv', 'a.xlsx'].map(mode)).toEqual(['644', '600', '600']);
  });

  test('an annotated file keeps the mode of the one it replaces', async () => {
    writeFileSync(at('a.csv'), 'old');
    chmodSync(at('a.csv'), 0o640);
    await commandLine(['check', villages, '--annotate', at('a.csv')]);
    expect(mode('a.csv')).toBe('640');
  });
});

describe('temporary files', () => {
  // A name has 255 bytes at most; four of them are the ending.
  test.each([237, 241, 246, 251])('a name of %i bytes and an ending can be written', async (length) => {
    const name = `${'x'.repeat(length)}.csv`;
    expect((await report(at(name))).status).toBe(0);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('a name in Chinese as long as a name may be', async () => {
    // 83 characters of three bytes, and four of the ending: 253.
    const name = `${'村'.repeat(83)}.csv`;
    expect((await report(at(name))).status).toBe(0);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('one byte more is refused in a sentence', async () => {
    expect(await report(at(`${'x'.repeat(252)}.csv`))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/\(ENAMETOOLONG\)\. The name or the path is too long/),
    });
  });

  /** What a process of the given number would have called its temporary file. */
  const leftBy = (pid: number, beginning: string): string => {
    const [, machine] = /^aid-metrics-(\w+)-/u.exec(ownPrefix())!;
    return `.aid-metrics-${machine}-${pid}-${beginning}-0123456789ab.tmp`;
  };
  const beginningOf = (pid: number): string => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19]!;

  test('what a killed run left is cleaned by the next, what a living one holds is not', async () => {
    const child = spawn('sleep', ['60'], { stdio: 'ignore' });
    const living = leftBy(child.pid!, beginningOf(child.pid!));
    const dead = leftBy(spawnSync('true').pid, '12345');
    const sameNumber = leftBy(child.pid!, '1');
    const elsewhere = dead.replace(/metrics-\w{8}/u, 'metrics-00000000');
    const others = ['.r.csv.123.tmp', `.r.csv.${process.pid}.tmp`, '.aid-metrics-notes.tmp', 'aid-metrics-plan.csv'];
    for (const name of [living, dead, sameNumber, elsewhere, ...others]) writeFileSync(at(name), 'x');
    expect((await report(at('r.csv'))).status).toBe(0);
    expect(readdirSync(folder).toSorted()).toEqual([living, elsewhere, ...others, 'r.csv'].toSorted());
    child.kill();
    await ended(child);
    expect((await report(at('r.csv'))).status).toBe(0);
    expect(existsSync(at(living))).toBe(false);
  });

  test('a folder of standard input that a killed run left is cleaned by the next', async () => {
    const env = { ...process.env, TMPDIR: folder };
    const child = spawn(process.execPath, [bin, 'report', '-'], { stdio: ['pipe', 'ignore', 'ignore'], env });
    child.stdin.write('village,period\n');
    for (let tries = 0; tries < 200 && readdirSync(folder).length === 0; tries++) await new Promise((wait) => setTimeout(wait, 50));
    const [left] = readdirSync(folder);
    expect(left).toMatch(/^aid-metrics-/);
    const alongside = (): number | null => spawnSync(process.execPath, [bin, 'report', '-'], { input: readFileSync(villages), env }).status;
    expect(alongside()).toBe(0);
    expect(readdirSync(folder)).toEqual([left]);
    child.kill('SIGKILL');
    await ended(child);
    expect(readdirSync(folder)).toEqual([left]);
    expect(alongside()).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a refused run leaves nothing behind', async () => {
    expect((await report(at('r.csv'), '--period', '1999')).status).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('an output that cannot be written is refused in a sentence', () => {
  beforeEach(() => {
    writeFileSync(at('file'), '');
    mkdirSync(at('deep'));
    symlinkSync('b.csv', at('a.csv'));
    symlinkSync('a.csv', at('b.csv'));
    symlinkSync('deep', at('to-folder.csv'));
    symlinkSync('gone/new.csv', at('to-nowhere.csv'));
  });

  test.each([
    ['a folder', 'deep', /is a directory; name a file/],
    ['a folder that is not there yet', 'new/', /is a directory; name a file/],
    ['a link to a folder', 'to-folder.csv', /is a directory; name a file/],
    ['the folder itself', '.', /is a directory; name a file/],
    ['in a folder that is not there', 'gone/r.csv', /cannot write into the folder .*gone.*\(ENOENT\)/],
    ['a link into a folder that is not there', 'to-nowhere.csv', /cannot write into the folder .*gone.*\(ENOENT\)/],
    ['below a file', 'file/r.csv', /\(ENOTDIR\)\. A part of the path is a file/],
    ['links in a circle', 'a.csv', /\(ELOOP\)\. Its links lead in a circle/],
    ['below links in a circle', 'a.csv/r.csv', /\(ELOOP\)/],
  ])('%s', async (_, name, message) => {
    for (const argv of [
      ['report', villages, '-q', '--format', 'csv', '-o', `${folder}/${name}`],
      ['template', 'villages', '--format', 'csv', '-o', `${folder}/${name}`],
    ]) {
      const { status, stderr } = await commandLine(argv);
      expect(stderr).toMatch(message);
      expect(stderr.trimEnd()).not.toMatch(/\n/);
      expect(status).toBe(2);
      expect((await commandLine([...argv, '--lang', 'zh'])).stderr).toMatch(/^错误：.*\p{Script=Han}/u);
    }
  });
});

/** `script` gives a command a terminal of its own; where it is not installed these are skipped. */
const hasTerminals = spawnSync('script', ['--version']).status === 0;

describe.skipIf(!hasTerminals)(`a terminal by any name${hasTerminals ? '' : ' (skipped: there is no script here)'}`, () => {
  const onTerminal = (line: string): string =>
    spawnSync('script', ['-qec', `ln -s "$(tty)" link && ln -s link again.xlsx && '${bin}' ${line}; echo status $?`, at('log')], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'C', SHELL: '/bin/sh' },
    }).stdout;

  test.each([
    ['a link to it', `report '${villages}' -q -o again.xlsx > /dev/null`],
    ['a link to it, of another command', `check '${villages}' -q -f xlsx -o link > /dev/null`],
    ['a link to it, for a file that is written back', `check '${villages}' -q --annotate again.xlsx > /dev/null`],
    ['its descriptor', `report '${villages}' -q -f xlsx -o /dev/fd/3 3> again.xlsx > /dev/null`],
  ])('gets no workbook through %s', (_, line) => {
    const said = onTerminal(line);
    expect(said).toContain('xlsx is a workbook and cannot be shown on a terminal');
    expect(said).toContain('status 2');
    expect(said).not.toContain('PK');
  });

  test('takes text through a link as before', () => {
    expect(onTerminal(`report '${villages}' -q -f csv -o link`)).toMatch(/province,city,county[^]*status 0/u);
  });
});
