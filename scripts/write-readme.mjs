// Writes the generated parts of README.md anew: what stands between `<!-- generated: NAME -->` and `<!-- end -->`.
// Usage: npm run readme, or node scripts/write-readme.mjs --check after a build: it changes nothing and ends with status 1 when a part is out of date.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildProgram } from '../dist/cli/program.js';
import { tables } from '../dist/tables/index.js';
import { metrics } from '../dist/measure/metrics/index.js';
import { judgingFacts } from '../dist/measure/judging.js';
import { VILLAGE_ANSWERS } from '../dist/standards/standard.js';
import { factKey } from '../dist/language/fact.js';
import { householdAnswers } from '../dist/tables/households/definitions.js';
import { facts } from '../dist/tables/facts.js';
import { UNIT_NAMES } from '../dist/vocabulary/unit.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = fileURLToPath(new URL('../README.md', import.meta.url));

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
  count: 'count 户数、人数',
  money: 'money 金额（元）',
  quantity: 'quantity 数量',
  'yes-no': 'yes/no 是/否',
  choice: 'choice 选项',
  list: 'list 多项',
  rate: 'percentage 百分数',
};

/** The columns of a table by kind of value: those that a metric reads in bold, required ones with a star. */
function columns(one) {
  const inUse = columnsInUse(one);
  const all = Object.entries(one.columns);
  return table(
    ['kind', 'columns'],
    Object.entries(KINDS).flatMap(([kind, name]) => {
      const ofKind = all.filter(([, column]) => column.kind === kind);
      const written = ofKind.map(([id, { label, required }]) => {
        const words = `\`${id}\`${required ? '\\*' : ''} ${label.zh}`;
        return inUse.has(id) ? `**${words}**` : words;
      });
      return ofKind.length > 0 ? [[name, written.join(' · ')]] : [];
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

const metricTable = () =>
  table(
    ['id', '中文', 'English', 'unit', 'formula', 'group'],
    metrics.map(({ id, label, unit, formula, group }) => [
      code(id),
      label.zh,
      label.en,
      UNIT_NAMES[unit].en,
      `${inCell(formula.en)}<br>${inCell(formula.zh)}`,
      group,
    ]),
  );

const matrix = () => {
  const answers = ({ sufficient }, given) => (sufficient.some((wanted) => wanted.every((one) => given.includes(one))) ? '✓' : '–');
  return table(
    ['metric', 'villages only 只有村表', 'households only 只有户表', 'both 两表', 'projects 项目表'],
    metrics.map((metric) => [
      `${code(metric.id)} ${metric.label.zh}`,
      answers(metric, ['villages']),
      answers(metric, ['households']),
      answers(metric, ['villages', 'households']),
      answers(metric, ['projects']),
    ]),
  );
};

/** Every generated part, by the name in its mark. */
const PARTS = {
  run,
  commands,
  options,
  villages: () => columns(tables.villages),
  households: () => columns(tables.households),
  projects: () => columns(tables.projects),
  choices,
  metrics: metricTable,
  matrix,
};

const PART = /(<!-- generated: (\S+) -->\n)([^]*?)(<!-- end -->)/gu;
const written = readFileSync(readme, 'utf8');
const fresh = written.replace(PART, (_, begin, name, part, end) => `${begin}\n${PARTS[name](part)}\n\n${end}`);
if (process.argv.includes('--check')) {
  if (fresh !== written) process.stderr.write('README.md is out of date: npm run readme\n');
  process.exitCode = fresh === written ? 0 : 1;
} else {
  writeFileSync(readme, fresh);
}
