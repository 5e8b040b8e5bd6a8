import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { freePort } from '../support/postgres.ts';

const bin = resolve('bin/aid-metrics.js');
const env = { ...process.env, LANG: 'C', AID_METRICS_USER: 'reader', AID_METRICS_PASSWORD: 'secret' };
const check = (address: string) => {
  const { status, stderr } = spawnSync(process.execPath, [bin, 'check', '--households', address], { env, encoding: 'utf8' });
  return { status, stderr };
};

test.each(['postgres', 'postgresql', 'clickhouse', 'ClickHouse'])('where nobody answers at %s://, one line says so', async (scheme) => {
  const address = `${scheme}://127.0.0.1:${await freePort()}/registry/households`;
  expect(check(address)).toEqual({ status: 2, stderr: `error: ${address}: no database answers there\n` });
});

test.each(['mysql://host/registry/households', 'https://host/households.csv', 'S3://bucket/households.parquet'])(
  '%s is not read, and no file is looked for',
  (address) => {
    const scheme = address.split(':')[0]!.toLowerCase();
    expect(check(address)).toEqual({
      status: 2,
      stderr: `error: ${scheme}:// is not read; give a file, or postgres://host/database/table, clickhouse://host/database/table\nTry: aid-metrics check --help\n`,
    });
  },
);
