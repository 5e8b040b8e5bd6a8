// Writes the generated parts of the documents anew: what stands between `<!-- generated: NAME -->` and `<!-- end -->`.
// Usage: npm run documents, or node scripts/write-documents.mjs --check after a build: it changes nothing and ends with status 1 when a part is out of date.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildProgram } from '../dist/cli/program.js';
import { tables } from '../dist/tables/index.js';
import { METRIC_GROUPS } from '../dist/measure/metric.js';
import { metrics } from '../dist/measure/metrics/index.js';
import { judgingFacts } from '../dist/measure/judging.js';
import { shippedBook } from '../dist/standards/regions/index.js';
import { VILLAGE_ANSWERS } from '../dist/standards/standard.js';
import { factKey } from '../dist/language/fact.js';
import { columnsOf, isAnswerable } from '../dist/language/readings/fact-columns.js';
import { facts } from '../dist/tables/facts.js';
import { householdAnswers } from '../dist/tables/households/definitions.js';
import { optionalColumnsOf } from '../dist/tables/needed-columns.js';
import { withDerived, writtenColumns } from '../dist/tables/projects/money-columns.js';
import { UNIT_NAMES } from '../dist/vocabulary/unit.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const documents = ['.', 'docs'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md')
    .map((name) => join(folder, name)),
);

const inCell = (text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const code = (text) => `\`${text.replaceAll('|', '\\|')}\``;
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The command that stands in the part, as typed, and what it prints to standard output anew. */
function run(part) {
  const command = /```sh\n((?:(?!```)[^])*)\n```/u.exec(part)[1];
  const typed = command.replaceAll('npx aid-metrics', `'${process.execPath}' bin/aid-metrics.js`);
  const { stdout } = spawnSync('sh', ['-c', typed], { cwd: root, encoding: 'utf8' });
  return `\`\`\`sh\n${command}\n\`\`\`\n\n\`\`\`text\n${stdout}\`\`\``;
}

/** Every command, with the arguments it takes and what the help page says of it in both languages. */
function commands() {
  const [english, chinese] = ['en', 'zh'].map((lang) => programOf(lang).commands.filter((command) => command.name() !== 'help'));
  return table(
    ['command', 'answers', '中文'],
    english.map((command, index) => [
      code([command.name(), ...command.registeredArguments.map(argumentOf)].join(' ')),
      inCell(command.description()),
      inCell(chinese[index].description()),
    ]),
  );
}
/** The same for who reads Chinese. */
const commandsInChinese = () =>
  table(
    ['命令', '回答什么'],
    programOf('zh')
      .commands.filter((command) => command.name() !== 'help')
      .map((command) => [code([command.name(), ...command.registeredArguments.map(argumentOf)].join(' ')), inCell(command.description())]),
  );
const argumentOf = (argument) => `${argument.name().toUpperCase()}${argument.variadic ? '…' : ''}`;
const programOf = (lang) => programs[lang];

/** Every option, which commands have it, and what the help page says of it in both languages. */
function options() {
  const names = programs.en.commands.map((command) => command.name()).filter((name) => name !== 'help');
  const optionsOf = (lang, name) => programs[lang].commands.find((command) => command.name() === name).options;
  const inEnglish = new Map();
  const inChinese = new Map();
  // Where a command words an option for itself, the first command that has it is quoted.
  for (const name of names.toReversed()) {
    for (const { flags, description } of optionsOf('en', name)) inEnglish.set(flags, description);
    for (const { flags, description } of optionsOf('zh', name)) inChinese.set(flags, description);
  }
  const flagsInOrder = new Set(names.flatMap((name) => optionsOf('en', name).map(({ flags }) => flags)));
  return table(
    ['option', 'of', 'meaning', '中文'],
    [...flagsInOrder].map((flags) => {
      const having = names.filter((name) => optionsOf('en', name).some((option) => option.flags === flags));
      return [
        code(flags),
        having.length === names.length ? 'all' : having.join(', '),
        inCell(inEnglish.get(flags)),
        inCell(inChinese.get(flags)),
      ];
    }),
  );
}
const world = { stdout: {}, stderr: {}, env: {} };
const programs = {};
for (const lang of ['en', 'zh']) programs[lang] = await buildProgram({ argv: [], world, lang, exit: () => undefined });

/** The columns of a table that some metric reads: a village's own numbers, and whatever the conditions on household rows name. */
function columnsInUse({ id, columns }) {
  const used = new Set(metrics.flatMap(({ uses }) => uses));
  const named = new Set();
  const collect = (part) => {
    if (typeof part === 'string' && part in columns) named.add(part);
    else if (typeof part === 'object') Object.values(part).forEach(collect);
  };
  for (const fact of facts) if (fact.from === id && used.has(factKey(fact))) [fact.sum, fact.where ?? {}, fact.per ?? []].forEach(collect);
  // What decides how a village is judged, and what the criteria ask of villages and households.
  if (id === 'villages') [...VILLAGE_ANSWERS, ...judgingFacts.map((fact) => fact.split('.')[1])].forEach(collect);
  if (id === 'households') Object.values(householdAnswers).forEach(collect);
  return named;
}

const KINDS = {
  text: 'text 文字',
  identity: 'identity number 证件号码 (checked, never used, never printed whole)',
  'text-id': 'number that names something 编号',
  period: 'period 时期',
  year: 'year 年',
  date: 'date 日期',
  moment: 'date or month 日期或月份',
  count: 'count 户数、人数',
  money: 'money 金额（元）',
  quantity: 'quantity 数量',
  'yes-no': 'yes/no 是/否',
  choice: 'choice 选项',
  list: 'list 多项',
  rate: 'percentage 百分数',
};

const UNITS = { money: '元 yuan', rate: '%' };
const TIMES = { stock: '期末 at the end of the period', flow: '当期 of the period' };

/** What a blank cell of a column means. */
function blankOf(name, { required, requiredUnless, blankMeansNone, blankMeans, ofMember, kind }) {
  if (name === 'registered') return '按脱贫状态 as the status says';
  if (requiredUnless)
    return `错误 error; 有 ${requiredUnless} 列时可以没有这一列 the column may be absent where there is ${requiredUnless}`;
  if (required) return '错误 error';
  if (blankMeansNone) return '**无 none**';
  if (blankMeans) return inCell(`${blankMeans.zh} ${blankMeans.en}`);
  return ofMember || ['text', 'text-id', 'identity'].includes(kind) ? '可空 may be blank' : '不知道 unknown';
}

/** The headings by which files name a column, beside its name and its labels: those that ask the opposite, and those that are doubtful, marked. */
function headingsOf({ aliases, opposites = [], doubtfulAliases = [], sharedAliases = [] }) {
  const kinds = [
    ['', [...aliases, ...sharedAliases]],
    ['¬ ', opposites],
    ['⚠ ', doubtfulAliases],
  ];
  return kinds.flatMap(([mark, headings]) => (headings.length > 0 ? [mark + inCell(headings.join('、'))] : [])).join('<br>');
}

/** The columns of a table: what stands in them, what a blank means, how files call them. Those that a metric reads are bold. */
function columns(one) {
  const inUse = columnsInUse(one);
  return table(
    ['column 列', 'holds 内容', 'blank 空白', 'headings 表头'],
    Object.entries(one.columns).map(([id, column]) => {
      const name = inUse.has(id) ? `**\`${id}\`**` : `\`${id}\``;
      const unit = column.unit ? `${column.unit.zh} ${column.unit.en}` : UNITS[column.kind];
      const holds = [KINDS[column.kind], ...(unit ? [unit] : []), ...(TIMES[column.time] ? [TIMES[column.time]] : [])];
      return [
        `${name}${column.required ? '\\*' : ''} ${column.label.zh} · ${column.label.en}`,
        holds.join('; '),
        blankOf(id, column),
        headingsOf(column),
      ];
    }),
  );
}

/** The smallest sets of columns of a table that answer some facts, beside those that the table always has. Some are spared: without them there is a number too. */
function smallestSets(asked, spared) {
  const read = asked.flatMap(optionalColumnsOf).filter((column) => !spared.includes(column));
  const optional = [...new Set(writtenColumns(read))];
  const always = asked.flatMap(columnsOf).filter((column) => !read.includes(column) && column !== 'registered');
  const whole = asked.map(withEveryPart);
  const answering = [];
  for (let set = 0; set < 2 ** optional.length; set++) {
    const chosen = optional.filter((_, at) => set & (1 << at));
    const has = withDerived(new Set([...always, ...chosen]));
    if (whole.every((fact) => isAnswerable(fact, has))) answering.push(chosen);
  }
  return answering.filter((set) => !answering.some((other) => other.length < set.length && other.every((column) => set.includes(column))));
}

/** A fact of which some parts decide a few rows asks for all of them here: a number needs every row. */
const withEveryPart = (part) =>
  typeof part === 'object' && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).flatMap(([key, value]) => (key === 'someSuffice' ? [] : [[key, withEveryPart(value)]])))
    : Array.isArray(part)
      ? part.map(withEveryPart)
      : part;

/** Columns that stand behind no row of a number, and without which there is none. */
const NEEDED_TOO = { combined_poverty_incidence: ['registered_poor_persons'] };

/** Which columns a metric needs of each table. In brackets, those without which there is still a number, with a mark or a wider range. */
function needs() {
  const byKey = new Map(facts.map((fact) => [factKey(fact), fact]));
  const listed = (names) => names.map(code).join(' ');
  const inBrackets = (names) => (names.length > 0 ? [`(${listed(names)})`] : []);
  const isTold = (name) => /^(?:declared|evaluation)\./u.test(name);
  /** Columns of the village table that facts of its own words are. */
  const told = (names) =>
    [...new Set(names.filter(isTold).map((name) => name.split('.')[1]))].filter((name) => name in tables.villages.columns);
  return table(
    ['metric 指标', 'of villages 村表', 'of households 户表', 'of projects 项目表'],
    metrics.map(({ id, label, behind, sufficient }) => {
      const lists = [behind.numerator, behind.denominator ?? []];
      const beside = behind.leftOut ?? [];
      // What villages say beside households is no number by itself.
      const isOfVillages = sufficient.some((tablesOfOne) => tablesOfOne.join() === 'villages');
      const declared = !isOfVillages ? [] : [...told(lists.flat()), ...(NEEDED_TOO[id] ?? [])];
      const ofVillages = [
        // What the village table only says beside household rows is no figure of its own.
        declared.length > 0 && sufficient.some((set) => set.join() === 'villages') ? listed(declared) : '–',
        ...inBrackets(told(beside).filter((name) => !declared.includes(name))),
      ];
      /** What households cannot say: the village table has to, beside them. */
      const always = told(lists.filter((names) => names.every(isTold)).flat());
      const ofRows = (from) => {
        const of = (names) => names.map((name) => byKey.get(name)).filter((fact) => fact?.from === from && fact.origin !== 'declared');
        const rows = of(lists.flat());
        if (rows.length === 0) return '–';
        const spared = [...new Set(writtenColumns(of(beside).flatMap(optionalColumnsOf)))];
        const sets = smallestSets(rows, spared);
        const words = sets.map(listed).filter((set) => set !== '');
        return [
          words.length > 0 ? words.join(' 或 or ') : '必填列 the required ones',
          ...inBrackets(spared),
          ...(always.length > 0 ? [`+ 村表 villages ${listed(always)}`] : []),
        ].join(' ');
      };
      return [`${code(id)} ${label.zh}`, ofVillages.join(' '), ofRows('households'), ofRows('projects')];
    }),
  );
}

/** What may stand in the columns of choices. */
const choices = () =>
  table(
    ['column', 'values'],
    [tables.households, tables.projects].flatMap(({ id, columns: all }) =>
      Object.entries(all).flatMap(([name, { choices: values }]) =>
        values
          ? [
              [
                `${id} \`${name}\``,
                Object.entries(values)
                  .map(([value, words]) => `\`${value}\` ${words[0]}`)
                  .join(' · '),
              ],
            ]
          : [],
      ),
    ),
  );

/** Every metric: what it is, and which tables suffice for it. */
function metricTable() {
  const answers = ({ sufficient }, given) => (sufficient.some((wanted) => wanted.every((one) => given.includes(one))) ? '✓' : '–');
  return table(
    ['id', '中文', 'English', 'unit', 'formula', 'villages 村表', 'households 户表', 'both 两表', 'projects 项目表'],
    METRIC_GROUPS.flatMap((group) => [
      [`**\`${group}\`**`, '', '', '', '', '', '', '', ''],
      ...metrics
        .filter((metric) => metric.group === group)
        .map((metric) => [
          code(metric.id),
          metric.label.zh,
          metric.label.en,
          UNIT_NAMES[metric.unit].en,
          `${inCell(metric.formula.en)}<br>${inCell(metric.formula.zh)}`,
          answers(metric, ['villages']),
          answers(metric, ['households']),
          answers(metric, ['villages', 'households']),
          answers(metric, ['projects']),
        ]),
    ]),
  );
}

/** The standards that are shipped, a line for each value: where and when it holds, and by which document. */
function standards() {
  const COMPARED = { 'at-least': '≥', 'at-most': '≤', below: '<', above: '>' };
  return table(
    ['standard', 'where', 'value', 'from', 'until', 'document'],
    shippedBook.standards.flatMap(({ id, region, label, comparison, values }) =>
      values.map(({ value, from, until, source }) => [
        `${code(id)} ${inCell(label.zh)}`,
        region,
        `${COMPARED[comparison] ?? comparison} ${value}`,
        from,
        until,
        inCell(`${source.issuer}，${source.title}${source.number ? `，${source.number}` : ''} (${source.confidence})`),
      ]),
    ),
  );
}

/** Every generated part, by the name in its mark. */
const PARTS = {
  run,
  commands,
  'commands-zh': commandsInChinese,
  options,
  villages: () => columns(tables.villages),
  households: () => columns(tables.households),
  projects: () => columns(tables.projects),
  choices,
  needs,
  metrics: metricTable,
  standards,
};

const PART = /(<!-- generated: (\S+) -->\n)([^]*?)(<!-- end -->)/gu;
let outOfDate = 0;
for (const name of documents) {
  const written = readFileSync(join(root, name), 'utf8');
  const fresh = written.replace(PART, (_, begin, part, old, end) => `${begin}\n${PARTS[part](old)}\n\n${end}`);
  if (fresh === written) continue;
  outOfDate++;
  if (process.argv.includes('--check')) process.stderr.write(`${name} is out of date: npm run documents\n`);
  else writeFileSync(join(root, name), fresh);
}
if (process.argv.includes('--check')) process.exitCode = outOfDate > 0 ? 1 : 0;
