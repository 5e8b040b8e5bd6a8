import { Chalk } from 'chalk';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { regionName } from '../../../standards/lineage.ts';
import type { Amendment, Book, Criterion, CriterionPart, Scheme, Source, Standard, StandardValue } from '../../../standards/standard.ts';
import type { Lang, Text } from '../../../vocabulary/text.ts';
import type { Surface } from '../../format.ts';
import { CONFIDENCE_NAMES, PART_NAMES, valueText } from '../../standards/words.ts';

const WORDS = {
  document: { zh: '依据', en: 'source' },
  amended: { zh: '修订', en: 'amended' },
  note: { zh: '注', en: 'note' },
  references: { zh: '依据、修订和注', en: 'Sources, amendments and notes' },
  reference: { zh: '只列出，不参与判定', en: 'only listed, judges nothing' },
  nothing: { zh: '没有符合条件的标准。', en: 'No standard of that region and day.' },
  column: { zh: '列', en: 'column' },
  visit: { zh: '表外：', en: 'in no table: ' },
  number: { zh: '号', en: 'no.' },
  unread: { zh: '修订（原文未读）', en: 'amendment (text not read)' },
} as const satisfies Readonly<Record<string, Text>>;

/** Groups in the order of the page, by the first part of an id; what is in none of them stands in the last. */
const GROUPS: readonly { readonly prefix: string; readonly title: Text }[] = [
  { prefix: 'poverty-line', title: { zh: '扶贫标准（贫困线）', en: 'Poverty line' } },
  { prefix: 'household-exit', title: { zh: '贫困户退出', en: 'Exit of a household' } },
  { prefix: 'village-exit', title: { zh: '贫困村退出', en: 'Exit of a village' } },
  { prefix: 'county-exit', title: { zh: '贫困县退出', en: 'Exit of a county' } },
  { prefix: 'exit-evaluation', title: { zh: '退出评估检查', en: 'Evaluation of exits' } },
  { prefix: '', title: { zh: '其他', en: 'Other' } },
];

/** The standards as a page: every value with its days, its document and how sure it is; what several share stands once, by number, at the end. */
export function standardsPage(book: Book, lang: Lang, surface: Surface): string {
  const page = new Page(lang, surface);
  for (const [index, { title, prefix }] of GROUPS.entries()) {
    const isHere = ({ id }: { readonly id: string }): boolean =>
      prefix === '' ? !GROUPS.slice(0, index).some((group) => id.split('/')[0] === group.prefix) : id.split('/')[0] === prefix;
    const [standards, schemes] = [book.standards.filter(isHere), book.schemes.filter(isHere)];
    if (standards.length + schemes.length === 0) continue;
    page.heading(title[lang]);
    for (const standard of standards) page.standard(standard);
    for (const scheme of schemes) page.scheme(scheme);
  }
  return page.text();
}

class Page {
  readonly #lang: Lang;
  readonly #width: number;
  readonly #chalk: InstanceType<typeof Chalk>;
  readonly #lines: string[] = [];
  /** What the numbers in brackets stand for, in the order in which they first appear. */
  readonly #references: string[] = [];

  constructor(lang: Lang, { width, color }: Surface) {
    this.#lang = lang;
    this.#width = width;
    this.#chalk = new Chalk({ level: color ? 1 : 0 });
  }

  text(): string {
    if (this.#lines.length === 0) return `${WORDS.nothing[this.#lang]}\n`;
    this.heading(WORDS.references[this.#lang]);
    const widest = `[${this.#references.length}] `.length;
    for (const [index, reference] of this.#references.entries()) this.#put(reference, `[${index + 1}] `.padEnd(widest));
    return `${this.#lines.join('\n')}\n`;
  }

  heading(title: string): void {
    if (this.#lines.length > 0) this.#lines.push('');
    this.#lines.push(this.#chalk.bold(title), this.#chalk.dim('─'.repeat(Math.min(this.#width, stringWidth(title)))));
  }

  standard(standard: Standard): void {
    const { label, id, wording, values, amendments, reference } = standard;
    this.#put(
      `${this.#chalk.bold(label[this.#lang])}  ${id}  ${this.#where(standard)}${reference === true ? `  (${WORDS.reference[this.#lang]})` : ''}`,
    );
    this.#put(this.#lang === 'zh' ? `“${wording}”` : `"${wording}"`, '    ');
    const widest = Math.max(...values.map((value) => stringWidth(valueText(standard, value, this.#lang))));
    for (const value of values) this.#value(standard, value, widest, amendments ?? []);
  }

  scheme(scheme: Scheme): void {
    const { title, id, from, until, source, furtherSource, amendments, note, criteria } = scheme;
    this.#put(`${this.#chalk.bold(title[this.#lang])}  ${id}  ${this.#where(scheme)}`);
    this.#put([`${from} … ${until}`, ...this.#marks([source, furtherSource], note, amendments ?? [])].join('  '), '    ');
    for (const criterion of criteria) this.#put(this.#criterion(criterion), `    ${String(criterion.number).padStart(2)} `, true);
  }

  #value(standard: Standard, value: StandardValue, widest: number, amendments: readonly Amendment[]): void {
    const written = valueText(standard, value, this.#lang);
    const begun = amendments.filter(({ from }) => from <= value.until);
    const padded = written + ' '.repeat(widest - stringWidth(written));
    this.#put(
      [padded, `${value.from} … ${value.until}`, ...this.#marks([value.source, value.furtherSource], value.note, begun)].join('  '),
      '    ',
    );
  }

  #where({ region, appliesTo }: { readonly region: string; readonly appliesTo?: Standard['appliesTo'] }): string {
    const place = regionName(region)[this.#lang];
    if (appliesTo === undefined) return place;
    return this.#lang === 'zh' ? `${place}（${PART_NAMES[appliesTo].zh}）` : `${place} (${PART_NAMES[appliesTo].en})`;
  }

  #criterion({ label, parts }: Criterion): string {
    const colon = this.#lang === 'zh' ? '：' : ': ';
    return `${label[this.#lang]}${colon}${parts.map((part) => this.#part(part)).join(this.#lang === 'zh' ? '；' : '; ')}`;
  }

  #part(part: CriterionPart): string {
    if (part.kind === 'metric') return `${part.metric} (${part.standard})`;
    if (part.kind === 'answer') return `${WORDS.column[this.#lang]} ${part.answer}`;
    return WORDS.visit[this.#lang] + part.what[this.#lang];
  }

  #marks(sources: readonly (Source | undefined)[], note: Text | undefined, amendments: readonly Amendment[]): readonly string[] {
    return [
      ...sources.flatMap((source) =>
        source ? [`${CONFIDENCE_NAMES[source.confidence][this.#lang]} ${this.#number(this.#sourceText(source))}`] : [],
      ),
      ...(note
        ? [`${WORDS.note[this.#lang]} ${this.#number(`${WORDS.note[this.#lang]}${this.#lang === 'zh' ? '：' : ': '}${note[this.#lang]}`)}`]
        : []),
      ...amendments.map((amendment) => `${WORDS.amended[this.#lang]} ${this.#number(this.#amendmentText(amendment))}`),
    ];
  }

  #number(reference: string): string {
    if (!this.#references.includes(reference)) this.#references.push(reference);
    return `[${this.#references.indexOf(reference) + 1}]`;
  }

  #sourceText({ title, issuer, number, published, url, confidence }: Source): string {
    const comma = this.#lang === 'zh' ? '，' : ', ';
    const told = [
      `${issuer}${this.#lang === 'zh' ? `《${title}》` : `: ${title}`}`,
      number,
      published,
      CONFIDENCE_NAMES[confidence][this.#lang],
    ];
    return told.filter((one) => one !== undefined).join(comma) + (url === undefined ? '' : `\n${url}`);
  }

  #amendmentText({ title, number, from, note }: Amendment): string {
    return this.#lang === 'zh'
      ? `${WORDS.unread.zh}：${number}，${title}，${from} 起。${note.zh}`
      : `${WORDS.unread.en}: ${number}, ${title}, from ${from}. ${note.en}`;
  }

  /** Puts a text, wrapped; what stands before its first line is blank before the others. Chinese breaks anywhere, unless ids in it are to stay whole. */
  #put(text: string, before = '', wholeWords = this.#lang === 'en'): void {
    const indent = before === '' ? '    ' : ' '.repeat(before.length);
    const wrapped = wrapAnsi(text, this.#width - indent.length, { hard: true, wordWrap: wholeWords, trim: true });
    this.#lines.push(...wrapped.split('\n').map((line, index) => (index === 0 ? before : indent) + line));
  }
}
