// Writes a household registry of the given size, and the village table it belongs to, into bench/data/.
// Usage: node bench/generate.mjs [households] — deterministic: the same size gives the same bytes.
import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

const COLUMNS = [
  'household_id,county,township,village,period,persons,registered,status,exempt,has_industry,industries,award_yuan',
  'helper_name,helper_unit,has_plan,net_income_per_capita',
].join(',');
const VILLAGES = 400;

/** Writes both files and gives their paths. */
export async function generate(households, folder = new URL('data/', import.meta.url)) {
  mkdirSync(folder, { recursive: true });
  const paths = { households: new URL('households.csv', folder), villages: new URL('villages.csv', folder) };
  await write(paths.households, householdLines(households));
  await write(paths.villages, villageLines(households));
  return paths;
}

function* householdLines(count) {
  yield COLUMNS;
  for (let i = 0; i < count; i++) {
    const status = i % 53 === 0 ? '未脱贫' : i % 97 === 0 ? '返贫' : '已脱贫';
    const industry = i % 9 === 0 ? '否' : '是';
    yield [
      `H${String(i).padStart(8, '0')},钟山县,乡镇${i % 20},村${i % VILLAGES},2020,${1 + (i % 7)},是,${status}`,
      `${i % 31 === 0 ? '是' : '否'},${industry},${industry === '是' ? '优质稻、鸡' : ''},${i % 5 === 0 ? '' : 3000 + (i % 900)}`,
      `干部${i % 5000},帮扶单位${i % 40},是,${(4000 + (i % 9000)).toFixed(2)}`,
    ].join(',');
  }
}

function* villageLines(households) {
  yield 'county,township,village,period,rural_population,registered_poor_households';
  for (let i = 0; i < VILLAGES; i++) {
    const registered = Math.floor(households / VILLAGES) + (i < households % VILLAGES ? 1 : 0);
    yield `钟山县,乡镇${i % 20},村${i},2020,${registered * 9 + 100},${registered}`;
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

if (process.argv[1] === new URL(import.meta.url).pathname) await generate(Number(process.argv[2] ?? 500_000));
