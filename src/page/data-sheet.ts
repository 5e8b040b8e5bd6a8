import type { Lang } from '../vocabulary/text.ts';
import { widest } from './lines.ts';
import type { DataColumn, DataKind, DataTable } from './format.ts';
import type { CellKind, SheetColumn, SheetRow, SheetTable, SheetValue } from './sheets.ts';

const LEAST = 9;
const MOST = 24;
const WIDTHS: Readonly<Record<DataKind, number>> = { text: 14, number: 11, share: 11, 'per-cent': 11, money: 15 };
/** Columns that hold sentences. */
const SENTENCES: Readonly<Record<string, number>> = {
  message: 48,
  hint: 36,
  remarks: 36,
  wording: 40,
  note: 30,
  title: 30,
  parts: 30,
  amendments: 30,
};

/**
 * A data table as rows of a sheet, its columns and choices in the reader's words, its numbers as numbers. Columns with nothing in them are left out.
 * `first`: the columns that stand before the others.
 */
export function dataBlock({ columns, rows }: DataTable, lang: Lang, first: readonly string[] = []): SheetTable {
  const rank = (at: number): number => (first.includes(columns[at]!.id) ? first.indexOf(columns[at]!.id) : first.length);
  const order = [...columns.keys()].toSorted((a, b) => rank(a) - rank(b));
  const ordered = order.map((at) => columns[at]!);
  return {
    kind: 'table',
    columns: ordered.map((column) => ({ ...columnOf(column, lang), isOptional: true })),
    rows: valuesOf(ordered, order, rows, lang),
  };
}

function columnOf({ id, label, kind }: DataColumn, lang: Lang): SheetColumn {
  const head = label[lang];
  const width = SENTENCES[id] ?? Math.min(MOST, Math.max(LEAST, WIDTHS[kind], widest(head.split(' ')) + 2));
  return { head, kind: cellKind(id, kind), width: VERDICTS.test(id) ? WIDTH_OF_VERDICT[lang] : width };
}

const WIDTH_OF_VERDICT: Readonly<Record<Lang, number>> = { zh: 9, en: 11 };
const VERDICTS = /^(?:met|verdict|asked_met|criterion_\d+)$|_verdict$/u;

/** Ids and codes are made of digits, but are no numbers. */
const cellKind = (id: string, kind: DataKind): CellKind => {
  if (kind === 'per-cent') return 'share';
  if (kind === 'text' && VERDICTS.test(id)) return 'verdict';
  return kind === 'text' && /(?:^|_)(?:id|code)$/u.test(id) ? 'code' : kind;
};

async function* valuesOf(
  columns: readonly DataColumn[],
  order: readonly number[],
  rows: DataTable['rows'],
  lang: Lang,
): AsyncGenerator<SheetRow> {
  for await (const row of rows) yield order.map((at, column) => valueOf(row[at] ?? '', columns[column]!, lang));
}

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u;

function valueOf(cell: string, { kind, wordOf }: DataColumn, lang: Lang): SheetValue {
  if (cell === '') return undefined;
  if (kind === 'text') return wordOf?.(cell)?.[lang] ?? cell;
  if (!NUMBER.test(cell)) return { value: cell, kind: 'text' };
  return kind === 'per-cent' ? Number(cell) / 100 : Number(cell);
}
