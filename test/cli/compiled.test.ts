import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

/** Prints the version through the bundle, and on standard error whether V8 refused what the build kept of each file that was loaded. */
const PROGRAM = `
  const { files, loaded } = require('./bin/compiled.js');
  process.on('exit', () => process.stderr.write(JSON.stringify([...files.values()].map(({ script }) => script.cachedDataRejected))));
  loaded('main.js');
`;
const version = (...flags: readonly string[]) =>
  spawnSync(process.execPath, [...flags, '-e', PROGRAM, '--', 'aid-metrics', '--version'], { encoding: 'utf8' });

describe('what the build keeps of the compiled program', () => {
  test('is taken for every file that the help page loads', () => {
    const { status, stdout, stderr } = version();
    expect([status, stdout]).toEqual([0, '0.1.0\n']);
    const refused = JSON.parse(stderr) as readonly unknown[];
    expect(refused.length).toBeGreaterThan(10);
    expect(new Set(refused)).toEqual(new Set([false]));
  });

  test('is refused by a V8 with other flags, and the program runs as ever', () => {
    const { status, stdout, stderr } = version('--no-lazy');
    expect([status, stdout]).toEqual([0, '0.1.0\n']);
    expect(JSON.parse(stderr)).toContain(true);
  });
});
