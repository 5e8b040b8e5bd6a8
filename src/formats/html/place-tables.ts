import { footnoteText } from '../../page/footnotes.ts';
import { plainText } from '../../page/page.ts';
import type { Column, Figure, Matrix, Overview, OverviewRow, Table, Tallies } from '../../page/page.ts';
import { SIGNS } from '../../page/signs.ts';

const column = (head: string, align: Column['align'] = 'left'): Column => ({ head, align, room: { as: 'whole' } });
const plain = (columns: readonly Column[], rows: Table['groups'][number]['rows']): Table => ({
  kind: 'table',
  columns,
  groups: [{ rows }],
});

const figureText = ({ value, sign, counts = '', unknown = '', aside = '', footnotes }: Figure): string =>
  [value, sign && SIGNS[sign], counts + unknown, aside, footnoteText(footnotes)].filter(Boolean).join(' ');

/** Many places, a line for each, as a plain table: for a page that has no document of its own. */
export function overviewTable({ name, where, columns, rows, total }: Overview): Table {
  const lineOf = (row: OverviewRow): readonly string[] => [
    row.name,
    ...(where === undefined ? [] : [row.where ?? '']),
    ...row.figures.map(figureText),
  ];
  return plain(
    [
      column(name),
      ...(where === undefined ? [] : [column(where)]),
      ...columns.map(({ head, limit }) => column(limit ? `${head} ${plainText([limit])}` : head, 'right')),
    ],
    [...rows, ...(total ? [total] : [])].map(lineOf),
  );
}

/** How many places meet each standard, as a plain table. */
export const talliesTable = ({ heads, tallies }: Tallies): Table =>
  plain(
    heads.map((head, at) => column(head, at === 0 ? 'left' : 'right')),
    tallies.map(({ label, total, met, notMet, undetermined, limit }) => [
      label,
      total,
      String(met),
      String(notMet),
      String(undetermined),
      limit,
    ]),
  );

/** Verdicts of many places by several criteria, as a plain table. */
export const matrixTable = ({ heads, criteria, rows }: Matrix): Table =>
  plain(
    [column(heads.place), column(heads.verdict), ...criteria.map(({ number, label }) => column(`${number} ${label}`)), column(heads.short)],
    rows.map(({ name, sign, signs, short, instead }) => [
      name,
      sign ? SIGNS[sign] : '',
      ...criteria.map((_, at) => (signs[at] ? SIGNS[signs[at]] : '')),
      instead ?? short,
    ]),
  );
