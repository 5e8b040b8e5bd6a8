// Writes fixtures/formats anew: one small registry in every way that a registry comes as a file.
// Usage: node scripts/write-format-fixtures.mjs; then look at the difference before committing it.
import { Buffer } from 'node:buffer';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';

const folder = fileURLToPath(new URL('../fixtures/formats/', import.meta.url));
const FIXED_DATE = new Date(Date.UTC(2020, 0, 1));

// ---- the registry: nobody in it is real

const PLACE = ['广西壮族自治区', '贺州市', '钟山县', '公安镇'];
const PLACE_HEADINGS = ['省', '市', '县', '乡镇', '行政村'];

/** Each heading as it stands alone, and as group and heading where the header has two rows. */
const VILLAGE_HEADINGS = [
  ...[...PLACE_HEADINGS, '年度', '总户数', '乡村户籍人口'].map((heading) => [heading]),
  ['贫困户数', '贫困', '户数'],
  ['贫困人口数', '贫困', '人口数'],
  ['未脱贫户数', '未脱贫', '户数'],
  ['未脱贫人口数', '未脱贫', '人口数'],
  ['豁免户数'],
  ['产业覆盖户数', '产业', '覆盖户数'],
  ['产业奖补户数', '产业', '奖补户数'],
  ['结对户数', '结对', '户数'],
  ['村级集体经济收入（万元）'],
  ['补助收入（元）'],
  ['一次性收入（元）'],
];
const VILLAGES = [
  [...PLACE, '上坪村', 2020, 210, 803, 5, 14, 2, 5, 1, 3, 2, 4, 8.2, 12000, 0],
  [...PLACE, '下坪村', 2020, 96, 377, 3, 7, 1, 3, 0, 2, 1, 1, 5.05, 0, 30000.5],
];

const HOUSEHOLD_HEADINGS = [
  ['户编号'],
  ...PLACE_HEADINGS.map((heading) => [heading]),
  ['户主姓名', '户主', '姓名'],
  ['家庭人口数', '家庭', '人口数'],
  ['是否建档立卡'],
  ['脱贫状态'],
  ['是否豁免'],
  ['是否有产业', '产业', '是否有产业'],
  ['产业名称', '产业', '名称'],
  ['帮扶责任人', '帮扶', '责任人'],
  ['帮扶单位名称', '帮扶', '单位名称'],
];
const PERSONS = 7;
/** Cells with commas, semicolons, quotation marks and line breaks, and a character of four bytes in GB18030. */
const HOUSEHOLDS = [
  ['0001', ...PLACE, '上坪村', '户主甲', 3, '是', '已脱贫', '否', '是', '优质稻、鸡', '干部01', '县林业局'],
  ['0002', ...PLACE, '上坪村', '户主㛃', 4, '是', '已脱贫', '否', '是', '番石榴,薯类', '干部02', '县林业局"一办"'],
  ['0003', ...PLACE, '上坪村', '户主丙', 2, '是', '未脱贫', '是', '否', '', '干部01', '县林业局'],
  ['0004', ...PLACE, '上坪村', '户主丁', 3, '是', '返贫', '否', '是', '鸡;鸭', '干部03', '公安镇\n人民政府'],
  ['0005', ...PLACE, '上坪村', '户主戊', 2, '是', '预脱贫', '否', '否', '', '', ''],
  ['0006', ...PLACE, '下坪村', '户主己', 3, '是', '未脱贫', '否', '是', '优质稻', '干部03', '公安镇\n人民政府'],
  ['0007', ...PLACE, '下坪村', '户主庚', 1, '是', '已脱贫', '否', '否', '', '', ''],
  ['0008', ...PLACE, '下坪村', '户主辛', 3, '是', '已脱贫', '否', '是', '桑', '', ''],
];

const single = (headings, rows) => [headings.map(([heading]) => heading), ...rows];
const villages = single(VILLAGE_HEADINGS, VILLAGES);
const households = single(HOUSEHOLD_HEADINGS, HOUSEHOLDS);

/** A row per member. What is the household's stands on every row, or on the first alone; persons are only counted. */
function members() {
  const without = (cells, index) => cells.filter((_, at) => at !== index);
  const head = HOUSEHOLD_HEADINGS.map(([heading]) => heading);
  const rows = HOUSEHOLDS.flatMap((household, number) =>
    Array.from({ length: household[PERSONS] }, (_, member) => {
      const own = without(household, PERSONS).map((cell, at) => (member > 0 && at > 6 && number % 2 === 1 ? '' : cell));
      return [...own, `成员${household[0]}${member + 1}`, member === 0 ? '户主' : '家庭成员'];
    }),
  );
  return [[...without(head, PERSONS), '成员姓名', '与户主关系'], ...rows];
}

// ---- encodings that Node reads and does not write

/** The bytes of every character that GB18030 writes in two, and of others as they are met in four. */
function gb18030(text) {
  const decoder = new TextDecoder('gb18030');
  const known = new Map();
  const learn = (bytes) => {
    const [character] = decoder.decode(bytes);
    if (!known.has(character)) known.set(character, bytes);
  };
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) learn(Buffer.from([first, second]));
  for (let first = 0x81; first <= 0x84; first++)
    for (let second = 0x30; second <= 0x39; second++)
      for (let third = 0x81; third <= 0xfe; third++)
        for (let fourth = 0x30; fourth <= 0x39; fourth++) learn(Buffer.from([first, second, third, fourth]));
  return Buffer.concat([...text].map((character) => (character < '\x80' ? Buffer.from(character) : known.get(character))));
}

const utf8 = (text) => Buffer.from(text);
const utf16le = (text) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const utf16be = (text) => utf16le(text).swap16();

// ---- the ways

const write = (way, name, content) => {
  mkdirSync(`${folder}${way}`, { recursive: true });
  writeFileSync(`${folder}${way}/${name}`, content);
};
const text = (way, ending, asBytes, options = {}) => {
  write(way, `villages.${ending}`, asBytes(stringify(villages, options)));
  write(way, `households.${ending}`, asBytes(stringify(households, options)));
};
/** As spreadsheets on Windows write lines; without the match csv-stringify would leave a lone line feed inside a cell bare. */
const CRLF = { record_delimiter: '\r\n', quoted_match: /\n/u };

text('utf-8', 'csv', utf8);
text('utf-8-mark', 'csv', (csv) => Buffer.from(`\uFEFF${csv}`), CRLF);
text('gbk', 'csv', gb18030, CRLF);
text('utf-16le', 'csv', utf16le, CRLF);
text('utf-16be', 'csv', utf16be);
text('tab', 'tsv', utf8, { delimiter: '\t' });
text('semicolon', 'csv', utf8, { delimiter: ';', ...CRLF });

write('member-rows', 'villages.csv', stringify(villages));
write('member-rows', 'members.csv', stringify(members()));

/** As a notebook keeps them: a column of one type, NULL where nothing stands. */
function parquet([headings, ...rows]) {
  const columnData = headings.map((name, at) => {
    const data = rows.map((row) => (row[at] === '' ? null : row[at]));
    const type = data.every(Number.isInteger) ? 'INT32' : typeof data[0] === 'number' ? 'DOUBLE' : 'STRING';
    return { name, data, type };
  });
  return Buffer.from(parquetWriteBuffer({ columnData }));
}
write('parquet', 'villages.parquet', parquet(villages));
write('parquet', 'households.parquet', parquet(households));

const workbook = (sheets) => writeXlsx({ sheets, properties: { created: FIXED_DATE, modified: FIXED_DATE } });
write(
  'workbook',
  'registry.xlsx',
  await workbook([
    { name: '村表', rows: villages },
    { name: '户表', rows: households },
  ]),
);

/** Two title rows over the whole width, then a header of two rows: a group over its headings, or one heading down both rows. */
function titled(name, headings, rows) {
  const TOP = 2;
  const groups = headings.map(([heading, group = heading]) => group);
  const shown = groups.map((group, column) => (group === groups[column - 1] ? null : group));
  const merges = headings.flatMap(([, group], column) => {
    if (group === undefined) return [{ startRow: TOP, endRow: TOP + 1, startCol: column, endCol: column }];
    const end = groups.findLastIndex((other) => other === group);
    return groups.indexOf(group) === column && end > column ? [{ startRow: TOP, endRow: TOP, startCol: column, endCol: end }] : [];
  });
  const title = (row) => ({ startRow: row, endRow: row, startCol: 0, endCol: headings.length - 1 });
  return {
    name,
    rows: [[`钟山县公安镇2020年脱贫攻坚${name}`], ['填报单位：公安镇人民政府'], shown, headings.map(([, , own = null]) => own), ...rows],
    merges: [title(0), title(1), ...merges],
  };
}
write(
  'workbook-merged',
  'registry.xlsx',
  await workbook([titled('村表', VILLAGE_HEADINGS, VILLAGES), titled('户表', HOUSEHOLD_HEADINGS, HOUSEHOLDS)]),
);
