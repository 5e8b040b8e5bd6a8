import { regionName } from '../../standards/lineage.ts';
import type { Source } from '../../standards/standard.ts';
import type { Lang } from '../../vocabulary/text.ts';
import type { ReportCell, ReportRemark } from '../../report/report.ts';
import type { ReportVerdict } from '../../report/verdict.ts';

const CONFIDENCES: Readonly<Record<Source['confidence'], Readonly<Record<Lang, string>>>> = {
  document: { zh: '读到原文', en: 'read in the document' },
  form: { zh: '按正式表格', en: 'read in an official form' },
  press: { zh: '按报刊', en: 'read in the press' },
  hearsay: { zh: '未见原文', en: 'hearsay' },
};

/** What is said once for many cells, so that a short number stands there alone. */
const SAID_ONCE: ReadonlySet<ReportRemark['of']> = new Set(['reason', 'mark', 'lacking', 'evidence']);

/** The notes of a document, numbered as they are first needed: each is said once, whoever refers to it. */
export class NoteBook {
  readonly #numbers = new Map<string, number>();
  readonly #lang: Lang;

  constructor(lang: Lang) {
    this.#lang = lang;
  }

  get texts(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size + 1);
    return this.#numbers.size;
  }

  /** The document that a verdict rests on, and its changes that were not read. */
  ofVerdict({ source, region, from, until, amendments }: ReportVerdict): readonly number[] {
    return [this.ofSource(source, { region, from, until }), ...amendments.map((amendment) => this.numberOf(amendment))];
  }

  ofSource(source: Source, { region, from, until }: Pick<ReportVerdict, 'region' | 'from' | 'until'>): number {
    const { title, issuer, number = '', published, url, confidence } = source;
    const where = regionName(region)[this.#lang];
    const more = [published, url, CONFIDENCES[confidence][this.#lang]].filter((part) => part !== undefined);
    return this.numberOf(
      {
        zh: `判定依据（${where}，${from} 至 ${until} 有效）：${issuer}《${title}》${number}（${more.join('；')}）`,
        en: `Judged by (${where}, in force ${from} to ${until}): ${issuer}, ${title} ${number} (${more.join('; ')})`,
      }[this.#lang],
    );
  }

  /** What is not particular to one cell: why there is no number, what is not separated. */
  ofCell({ said, verdict }: ReportCell): readonly number[] {
    const once = said.filter(({ of }) => SAID_ONCE.has(of)).map(({ text }) => text);
    const onTheMark = verdict?.onTheMark === undefined ? [] : [verdict.onTheMark];
    return [
      ...(once.length > 0 ? [this.numberOf(once.join({ zh: '；', en: '; ' }[this.#lang]))] : []),
      ...onTheMark.map((text) => this.numberOf(text)),
    ];
  }
}

/** What only this cell says: rows that were rejected, villages that are used, what stands beside it. */
export const asidesOf = ({ said }: ReportCell): readonly string[] =>
  said.filter(({ of }) => of === 'rejected' || of === 'villages' || of === 'beside').map(({ text }) => text);
