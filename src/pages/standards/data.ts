import type { Amendment, Book, CriterionPart, Source } from '../../standards/standard.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { dataColumn, unitWords, wordsOf } from '../../page/data-columns.ts';
import type { DataColumn, DataTable } from '../../page/format.ts';
import { COMPARISON_NAMES, CONFIDENCE_NAMES, LEVEL_NAMES } from '../../report/standard-words.ts';

const COLUMNS = [
  'kind',
  'id',
  'region',
  'applies_to',
  'level',
  'label',
  'unit',
  'comparison',
  'value',
  'from',
  'until',
  'confidence',
  'title',
  'issuer',
  'number',
  'published',
  'url',
  'further_source',
  'wording',
  'parts',
  'note',
  'amendments',
  'reference',
  'last_checked',
] as const;
const WORDS: Readonly<Partial<Record<(typeof COLUMNS)[number], DataColumn['wordOf']>>> = {
  comparison: wordsOf(COMPARISON_NAMES),
  confidence: wordsOf(CONFIDENCE_NAMES),
  kind: wordsOf({ standard: { zh: '标准', en: 'standard' }, criterion: { zh: '验收条件', en: 'criterion' } }),
  level: wordsOf(LEVEL_NAMES),
  unit: unitWords,
};
type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/** The standards for spreadsheets: a row per value, then a row per criterion of every scheme. */
export function standardsData({ standards, schemes }: Book, lang: Lang): DataTable {
  const rows: readonly Row[] = [
    ...standards.flatMap((standard): readonly Row[] =>
      standard.values.map(({ from, until, value, source, furtherSource, note }) => ({
        kind: 'standard',
        id: standard.id,
        region: standard.region,
        applies_to: standard.appliesTo ?? '',
        level: standard.level,
        label: standard.label[lang],
        unit: standard.unit,
        comparison: standard.comparison,
        value,
        from,
        until,
        ...sourceCells(source),
        further_source: furtherCell(furtherSource),
        wording: standard.wording,
        note: note?.[lang] ?? '',
        amendments: amendmentCell((standard.amendments ?? []).filter((amendment) => amendment.from <= until)),
        reference: standard.reference === true ? 'yes' : '',
        last_checked: standard.lastChecked,
      })),
    ),
    ...schemes.flatMap((scheme): readonly Row[] =>
      scheme.criteria.map((criterion) => ({
        kind: 'criterion',
        id: `${scheme.id}#${criterion.number}`,
        region: scheme.region,
        level: scheme.level,
        label: criterion.label[lang],
        from: scheme.from,
        until: scheme.until,
        ...sourceCells(scheme.source),
        further_source: furtherCell(scheme.furtherSource),
        wording: criterion.wording,
        parts: criterion.parts.map((part) => partCell(part, lang)).join('; '),
        note: scheme.note?.[lang] ?? '',
        amendments: amendmentCell(scheme.amendments ?? []),
      })),
    ),
  ];
  return {
    columns: COLUMNS.map((id) => dataColumn(id, 'text', WORDS[id])),
    rows: rows.map((row) => COLUMNS.map((column) => row[column] ?? '')),
  };
}

const sourceCells = ({ confidence, title, issuer, number, published, url }: Source): Row => ({
  confidence,
  title,
  issuer,
  number: number ?? '',
  published: published ?? '',
  url: url ?? '',
});

const furtherCell = (source: Source | undefined): string =>
  source ? [source.issuer, source.title, source.number, source.url].filter((one) => one !== undefined).join(', ') : '';

const amendmentCell = (amendments: readonly Amendment[]): string => amendments.map(({ number, from }) => `${number} (${from})`).join('; ');

function partCell(part: CriterionPart, lang: Lang): string {
  if (part.kind === 'metric') return `metric ${part.metric} ${part.standard}`;
  return part.kind === 'answer' ? `answer ${part.answer}` : `outside ${part.what[lang]}`;
}
