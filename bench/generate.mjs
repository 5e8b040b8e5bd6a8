// Writes a household registry of the given size, and the village table it belongs to, into bench/data/.
// Usage: node bench/generate.mjs [households [villages [bad rows in a hundred]]] — deterministic: the same size gives the same bytes.
import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

const COLUMNS = [
  'household_id,county,township,village,period,persons,registered,status,exempt,has_industry,industries,award_yuan',
  'helper_name,helper_unit,has_plan,net_income_per_capita',
].join(',');

/** Writes both files and gives their paths. `bad`: how many rows in a hundred have a cell that cannot be read. `nameOf`: what helpers are called. */
export async function generate(
  households,
  { folder = new URL('data/', import.meta.url), villages = 400, bad = 0, nameOf = (helper) => `干部${helper}` } = {},
) {
  mkdirSync(folder, { recursive: true });
  const paths = { households: new URL('households.csv', folder), villages: new URL('villages.csv', folder) };
  await write(paths.households, householdLines(households, villages, bad, nameOf));
  await write(paths.villages, villageLines(households, villages));
  return paths;
}

const townshipsOf = (villages) => Math.max(1, Math.round(villages / 20));

function* householdLines(count, villages, bad, nameOf) {
  yield COLUMNS;
  const townships = townshipsOf(villages);
  const every = bad > 0 ? Math.round(100 / bad) : Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const status = i % 53 === 0 ? '未脱贫' : i % 97 === 0 ? '返贫' : '已脱贫';
    const industry = i % 9 === 0 ? '否' : '是';
    const village = i % villages;
    // Helpers help in their own village.
    const helper = village * 12 + (Math.floor(i / villages) % 12);
    const persons = i % every === every - 1 ? '若干' : 1 + (i % 7);
    yield [
      `H${String(i).padStart(8, '0')},钟山县,乡镇${village % townships},村${village},2020,${persons},是,${status}`,
      `${i % 31 === 0 ? '是' : '否'},${industry},${industry === '是' ? '优质稻、鸡' : ''},${i % 5 === 0 ? '' : 3000 + (i % 900)}`,
      `${nameOf(helper)},帮扶单位${village % 40},是,${(4000 + (i % 9000)).toFixed(2)}`,
    ].join(',');
  }
}

function* villageLines(households, villages) {
  yield 'county,township,village,period,rural_population,registered_poor_households';
  const townships = townshipsOf(villages);
  for (let i = 0; i < villages; i++) {
    const registered = Math.floor(households / villages) + (i < households % villages ? 1 : 0);
    yield `钟山县,乡镇${i % townships},村${i},2020,${registered * 9 + 100},${registered}`;
  }
}

async function write(path, lines) {
  const file = createWriteStream(path);
  let text = '';
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < 1 << 20) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await finished(file);
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [households = 500_000, villages = 400, bad = 0] = process.argv.slice(2).map(Number);
  await generate(households, { villages, bad });
}
