import { padded, widest as widestOf } from '../../page/lines.ts';
import { regionName } from '../../standards/lineage.ts';
import type { Amendment, Book, Criterion, CriterionPart, Scheme, Source, Standard, StandardValue } from '../../standards/standard.ts';
import type { Lang, Text } from '../../vocabulary/text.ts';
import type { Block, Inline, Paragraph, Run } from '../../page/page.ts';
import { CONFIDENCE_NAMES, PART_NAMES, valueText } from '../../report/standard-words.ts';

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
  { prefix: 'monitoring', title: { zh: '防止返贫监测', en: 'Monitoring against a return to poverty' } },
  { prefix: 'risk-clearance', title: { zh: '风险消除', en: 'Risks cleared' } },
  { prefix: 'household-exit', title: { zh: '贫困户退出', en: 'Exit of a household' } },
  { prefix: 'village-exit', title: { zh: '贫困村退出', en: 'Exit of a village' } },
  { prefix: 'county-exit', title: { zh: '贫困县退出', en: 'Exit of a county' } },
  { prefix: 'exit-evaluation', title: { zh: '退出评估检查', en: 'Evaluation of exits' } },
  { prefix: '', title: { zh: '其他', en: 'Other' } },
];

/** The standards as a page: every value with its days, its document and how sure it is; what several share stands once, by number, at the end. */
export function standardsPage(book: Book, lang: Lang): readonly Block[] {
  const writer = new Writer(lang);
  for (const [index, { title, prefix }] of GROUPS.entries()) {
    const isHere = ({ id }: { readonly id: string }): boolean =>
      prefix === '' ? !GROUPS.slice(0, index).some((group) => id.split('/')[0] === group.prefix) : id.split('/')[0] === prefix;
    const [standards, schemes] = [book.standards.filter(isHere), book.schemes.filter(isHere)];
    if (standards.length + schemes.length === 0) continue;
    writer.heading(title[lang]);
    for (const standard of standards) writer.standard(standard);
    for (const scheme of schemes) writer.scheme(scheme);
  }
  return writer.page();
}

/** How far the lines under a standard are set in. */
const INDENT = 4;

class Writer {
  readonly #lang: Lang;
  readonly #blocks: Block[] = [];
  /** What the footnotes stand for, in the order in which they first appear. */
  readonly #references: (readonly string[])[] = [];

  constructor(lang: Lang) {
    this.#lang = lang;
  }

  page(): readonly Block[] {
    if (this.#blocks.length === 0) return [{ kind: 'paragraph', text: WORDS.nothing[this.#lang] }];
    this.heading(WORDS.references[this.#lang]);
    return [...this.#blocks, { kind: 'notes', notes: this.#references }];
  }

  heading(text: string): void {
    this.#blocks.push({ kind: 'title', level: 1, tone: 'strong', text, isUnderlined: true, isApart: true });
  }

  standard(standard: Standard): void {
    const { label, id, wording, values, amendments, reference } = standard;
    const rest = `  ${id}  ${this.#where(standard)}${reference === true ? `  (${WORDS.reference[this.#lang]})` : ''}`;
    this.#put([{ text: label[this.#lang], tone: 'strong' }, rest], { marker: '' });
    this.#put(this.#lang === 'zh' ? `“${wording}”` : `"${wording}"`);
    const widest = widestOf(values.map((value) => valueText(standard, value, this.#lang)));
    for (const value of values) this.#value(standard, value, widest, amendments ?? []);
  }

  scheme(scheme: Scheme): void {
    const { title, id, from, until, source, furtherSource, amendments, note, criteria } = scheme;
    this.#put([{ text: title[this.#lang], tone: 'strong' }, `  ${id}  ${this.#where(scheme)}`], { marker: '' });
    this.#put([`${from} … ${until}`, ...this.#marks([source, furtherSource], note, amendments ?? [])]);
    for (const criterion of criteria) {
      const marker = `    ${String(criterion.number).padStart(2)} `;
      this.#put(this.#criterion(criterion), { marker, indent: marker.length, breaks: 'between-words' });
    }
  }

  #value(standard: Standard, value: StandardValue, widest: number, amendments: readonly Amendment[]): void {
    const written = valueText(standard, value, this.#lang);
    const begun = amendments.filter(({ from }) => from <= value.until);
    const column = padded(written, widest);
    this.#put([`${column}  ${value.from} … ${value.until}`, ...this.#marks([value.source, value.furtherSource], value.note, begun)]);
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

  /** What a value rests on, each in a word or two with its note. */
  #marks(sources: readonly (Source | undefined)[], note: Text | undefined, amendments: readonly Amendment[]): readonly Run[] {
    const lang = this.#lang;
    const mark = (word: string, reference: readonly string[]): Run => ({ text: `  ${word}`, footnote: this.#footnote(reference) });
    return [
      ...sources.flatMap((source) => (source ? [mark(CONFIDENCE_NAMES[source.confidence][lang], this.#sourceText(source))] : [])),
      ...(note ? [mark(WORDS.note[lang], [`${WORDS.note[lang]}${lang === 'zh' ? '：' : ': '}${note[lang]}`])] : []),
      ...amendments.map((amendment) => mark(WORDS.amended[lang], [this.#amendmentText(amendment)])),
    ];
  }

  #footnote(reference: readonly string[]): number {
    const known = this.#references.findIndex((one) => one.join('\n') === reference.join('\n'));
    return known === -1 ? this.#references.push(reference) : known + 1;
  }

  #sourceText({ title, issuer, number, published, url, confidence }: Source): readonly string[] {
    const comma = this.#lang === 'zh' ? '，' : ', ';
    const told = [
      `${issuer}${this.#lang === 'zh' ? `《${title}》` : `: ${title}`}`,
      number,
      published,
      CONFIDENCE_NAMES[confidence][this.#lang],
    ];
    return [told.filter((one) => one !== undefined).join(comma), ...(url === undefined ? [] : [url])];
  }

  #amendmentText({ title, number, from, note }: Amendment): string {
    return this.#lang === 'zh'
      ? `${WORDS.unread.zh}：${number}，${title}，${from} 起。${note.zh}`
      : `${WORDS.unread.en}: ${number}, ${title}, from ${from}. ${note.en}`;
  }

  /** Chinese breaks anywhere here, unless ids in it are to stay whole. */
  #put(text: Inline, more: Pick<Paragraph, 'marker' | 'indent' | 'breaks'> = {}): void {
    this.#blocks.push({ kind: 'paragraph', text, indent: INDENT, ...(this.#lang === 'zh' && { breaks: 'anywhere' }), ...more });
  }
}
