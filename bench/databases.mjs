// Measures reports of households in a file, in PostgreSQL, and on two shards of ClickHouse, in one run and in turns, beside an aggregate written by hand.
// The bytes of reports and tallies must be the same. A server that is not installed is left out, which is said.
// Usage: npm run bench:databases [-- --households 2000000] [--rounds 3] [--without-postgres]
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import { generate } from './generate.mjs';

const { values } = parseArgs({
  options: {
    households: { type: 'string', default: '2000000' },
    rounds: { type: 'string', default: '3' },
    'without-postgres': { type: 'boolean', default: false },
  },
});
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const say = (line) => process.stdout.write(`${line}\n`);
const tool = here('../bin/aid-metrics.js');

/** A database is asked of names that they are nothing but letters; a name with a number in it is read outside. */
const nameOf = (helper) => `干部${String(helper).replaceAll(/\d/g, (digit) => '甲乙丙丁戊己庚辛壬癸'[digit])}`;

/** The servers of the tests, which are TypeScript. */
async function servers() {
  const bundle = await rolldown({ input: here('../test/support/database-servers.ts'), platform: 'node', external: ['pg'] });
  const file = here('data/servers.mjs');
  await bundle.write({ file, format: 'esm' });
  const { beginServers } = await import(file);
  const all = await beginServers();
  const chosen = all.filter(({ name }) => name.startsWith('two shards') || (name === 'PostgreSQL' && !values['without-postgres']));
  return { all, chosen };
}

async function load(server, table, file) {
  let header;
  let rows = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const cells = line.split(',');
    if (!header) {
      header = cells;
      await server.fill(table, header, []);
      continue;
    }
    rows.push(cells);
    if (rows.length === 20_000) await server.add(table, header, rows.splice(0));
  }
  if (rows.length > 0) await server.add(table, header, rows);
}

/** Seconds, processor seconds of the tool, status and output of one run. */
async function run(words, env) {
  const started = performance.now();
  const child = spawn('/usr/bin/env', ['time', '-f', 'peak %M cpu %U %S', process.execPath, tool, ...words], {
    env: { ...process.env, ...env },
  });
  const pieces = [];
  let err = '';
  child.stdout.on('data', (piece) => pieces.push(piece));
  child.stderr.on('data', (text) => (err += text));
  const status = await new Promise((resolve) => child.on('close', resolve));
  const [, peak, user, system] = /peak (\d+) cpu ([\d.]+) ([\d.]+)\n$/.exec(err) ?? [];
  if (status > 1) throw new Error(`${words.join(' ')}: ${err}`);
  return {
    seconds: (performance.now() - started) / 1000,
    cpu: Number(user) + Number(system),
    megabytes: Number(peak) / 1024,
    out: Buffer.concat(pieces).toString(),
  };
}

/** The counts of the report by an aggregate of the database's own, reading seven of sixteen columns and checking nothing. */
const BY_HAND = {
  clickhouse: (table) =>
    `SELECT township, village, count(), countIf(status = '未脱贫'), countIf(registered = '是'), countIf(registered = '是' AND has_industry = '是'), countIf(status = '未脱贫' AND exempt = '否'), sum(toInt64OrZero(persons)), sumIf(toInt64OrZero(persons), status = '未脱贫'), sum(toFloat64OrZero(award_yuan)) FROM ${table} GROUP BY township, village`,
  postgres: (table) =>
    `SELECT township, village, count(*), count(*) FILTER (WHERE status = '未脱贫'), count(*) FILTER (WHERE registered = '是'), count(*) FILTER (WHERE registered = '是' AND has_industry = '是'), count(*) FILTER (WHERE status = '未脱贫' AND exempt = '否'), sum(CASE WHEN persons ~ '^\\d+$' THEN persons::bigint END), sum(CASE WHEN persons ~ '^\\d+$' THEN persons::bigint END) FILTER (WHERE status = '未脱贫'), sum(CASE WHEN award_yuan = '' THEN 0 ELSE award_yuan::numeric END) FROM ${table} GROUP BY township, village`,
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const comparable = (text) => text.replaceAll(/[0-9a-f]{64}/g, 'SHA').replaceAll(/"file":\s*"[^"]*"/g, '"file": ""');

const { all, chosen } = await servers();
const endAll = async () => {
  for (const server of all) await server.end();
};
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void endAll().then(() => process.exit(1)));
try {
  const { user, password } = all[0]?.reader ?? {};
  const env = { LANG: 'en_US.UTF-8', AID_METRICS_USER: user, AID_METRICS_PASSWORD: password };
  for (const [table, bad] of [
    ['households', 0],
    ['spoiled', 1],
  ]) {
    const urls = await generate(Number(values.households), {
      villages: 2000,
      bad,
      nameOf,
      folder: new URL(`data/databases-${table}/`, import.meta.url),
    });
    const [file, villages] = [fileURLToPath(urls.households), fileURLToPath(urls.villages)];
    const subjects = [{ name: 'file', households: file, hand: undefined }];
    for (const server of chosen) {
      const started = performance.now();
      await load(server, table, file);
      say(`${server.name}: loaded in ${((performance.now() - started) / 1000).toFixed(0)} s`);
      subjects.push({
        name: server.name,
        households: `${server.scheme}://127.0.0.1:${server.port}/${server.database}/${table}`,
        hand: () => server.run(BY_HAND[server.scheme](table)),
      });
    }
    const runs = {
      'report, core metrics': ['report', '-f', 'csv'],
      'report --metrics all': ['report', '--metrics', 'all', '-f', 'csv'],
      tally: ['tally', '-f', 'csv'],
    };
    const told = new Map();
    const seconds = new Map();
    for (let round = 0; round < Number(values.rounds); round++)
      for (const { name, households, hand } of subjects) {
        if (hand) {
          const started = performance.now();
          await hand();
          seconds.set(`${name} by hand`, [...(seconds.get(`${name} by hand`) ?? []), { seconds: (performance.now() - started) / 1000 }]);
        }
        for (const [title, words] of Object.entries(runs)) {
          const result = await run([...words, '--households', households, villages, '--quiet', ...(bad > 0 ? ['--partial'] : [])], env);
          seconds.set(`${name} ${title}`, [...(seconds.get(`${name} ${title}`) ?? []), result]);
          const text = comparable(result.out);
          if (told.has(title) && told.get(title) !== text) throw new Error(`${name}: another ${title} than from the file`);
          told.set(title, text);
        }
      }
    say(
      `\n### ${Number(values.households).toLocaleString('en')} households in 2 000 villages${bad > 0 ? `, ${bad} % of the rows bad` : ''}\n`,
    );
    say('The bytes of reports and tallies are the same.\n');
    say('| | seconds | of the tool’s CPU | peak MB of the tool | × by hand |');
    say('| --- | --: | --: | --: | --: |');
    for (const { name, hand } of subjects)
      for (const title of [...(hand ? ['by hand'] : []), ...Object.keys(runs)]) {
        const own = seconds.get(`${name} ${title}`);
        const yard = seconds.get(`${name} by hand`);
        const ratio = yard ? median(own.map((one, round) => one.seconds / yard[round].seconds)).toFixed(2) : '';
        const cells = [
          median(own.map((one) => one.seconds)).toFixed(2),
          ...(title === 'by hand'
            ? ['', '']
            : [median(own.map(({ cpu }) => cpu)).toFixed(2), Math.max(...own.map(({ megabytes }) => megabytes)).toFixed(0)]),
        ];
        say(`| ${name}: ${title} | ${[...cells, ratio].join(' | ')} |`);
      }
  }
} finally {
  await endAll();
}
