import { describe, expect, test } from 'vitest';
import { HOUSEHOLD_STATUSES, StatusHistory, historyQuery } from '../../src/rows/history.ts';
import type { Period } from '../../src/vocabulary/period.ts';
import { csvOf, tallyTexts } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const row = (household_id: string, more: TableRow = {}): TableRow => ({
  household_id,
  village: '东村',
  period: '2020',
  persons: 3,
  status: 'remaining',
  ...more,
});

/** Statuses by id in 2020. */
async function seen(files: Readonly<Record<string, readonly TableRow[]>>) {
  const texts = Object.fromEntries(Object.entries(files).map(([name, rows]) => [name, csvOf(rows)]));
  const { rows } = await tallyTexts(texts, { rows: [historyQuery] });
  const history = new StatusHistory(rows[0]!);
  const { statuses, persons } = history.at('2020' as Period);
  const households = [...statuses].flatMap((status, number) =>
    status === 0 ? [] : [`${history.idOf(number)} ${HOUSEHOLD_STATUSES[status - 1]} ${persons[number]}`],
  );
  return { history, households };
}

describe('the statuses of households', () => {
  test('a file that is read anew counts once', async () => {
    // A column of nothing but ticks is understood at the end of the file, and read once more.
    const { households } = await seen({ h: [row('H1', { has_industry: '√' }), row('H2', { has_industry: '' })] });
    expect(households).toEqual(['H1 remaining 3', 'H2 remaining 3']);
  });

  test('every status is kept, of more households than fit at first', async () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      row(`H${index}`, { status: HOUSEHOLD_STATUSES[index % HOUSEHOLD_STATUSES.length]! }),
    );
    const { households } = await seen({ h: many });
    expect(households).toEqual(many.map(({ household_id, status }) => `${household_id} ${status} 3`));
  });

  test('a rejected row is not seen', async () => {
    const { households } = await seen({ h: [row('H1', { persons: 'x' }), row('H2')] });
    expect(households).toEqual(['H2 remaining 3']);
  });

  test('files are seen together, whichever period they hold, and village files not at all', async () => {
    const { history } = await seen({
      v: [{ village: '东村', period: '2018', households: 5 }],
      a: [row('H1', { period: '2019' })],
      b: [row('H1')],
    });
    expect(history.periods).toEqual(['2019', '2020']);
    expect(history.size).toBe(1);
  });
});
