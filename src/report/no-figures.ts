import { tables } from '../tables/index.ts';
import { columnLabel } from './column-text.ts';
import type { Measured, Measurement } from '../measure/measured.ts';
import { columnsOf } from '../language/readings/fact-columns.ts';
import { factKey } from '../language/fact.ts';
import { facts } from '../tables/facts.ts';
import type { Input, Tallies } from '../tally/tally.ts';
import type { TableId } from '../vocabulary/table.ts';
import type { Text } from '../vocabulary/text.ts';
import { joinTexts } from '../vocabulary/text.ts';
import { REASON_NAMES } from './reasons.ts';

const SEMICOLON: Text = { zh: '；', en: '; ' };

/** Why a measurement has not one figure: of each metric the reason, and the columns for want of which there is none. Nothing where there is a figure. */
export function noFigures({ places, total }: Measurement, { inputs }: Pick<Tallies, 'inputs'>): Text | undefined {
  const isFigure = ({ value, breakdown }: Measured): boolean => value !== undefined || (breakdown ?? []).length > 0;
  if ([...places, total].some(({ measured }) => measured.some(isFigure))) return undefined;
  const why = joinTexts(
    total.measured.map((one) => whyNone(one, inputs)),
    SEMICOLON,
  );
  return { zh: `一个数字也没有算出。${why.zh}`, en: `not one figure could be computed. ${why.en}` };
}

function whyNone({ metric, reason = 'no-data' }: Measured, inputs: readonly Input[]): Text {
  const lacking = lackingIn(metric.behind, inputs);
  const { zh, en } = REASON_NAMES[reason];
  return {
    zh: `${metric.label.zh}：${zh}${lacking ? `（${lacking.zh}）` : ''}`,
    en: `${metric.label.en}: ${en}${lacking ? ` (${lacking.en})` : ''}`,
  };
}

/** The columns of the given tables that a number would be read from and that no file has. */
function lackingIn(
  { numerator, denominator = [], leftOut = [] }: Measured['metric']['behind'],
  inputs: readonly Input[],
): Text | undefined {
  const names = new Set([...numerator, ...denominator, ...leftOut]);
  const missing = new Map<TableId, Set<string>>();
  for (const fact of facts.filter((one) => names.has(factKey(one)))) {
    const files = inputs.filter(({ table }) => table === fact.from);
    if (files.length === 0) continue;
    const has = new Set(files.flatMap(({ columns }) => columns.map(({ column }) => column)));
    const columns = columnsOf(fact).filter((column) => !has.has(column));
    if (columns.length > 0) missing.set(fact.from, new Set([...(missing.get(fact.from) ?? []), ...columns]));
  }
  if (missing.size === 0) return undefined;
  return joinTexts(
    [...missing].map(([table, columns]) => {
      const label = (lang: keyof Text): readonly string[] => [...columns].map((column) => columnLabel(table, column)[lang]);
      return {
        zh: `${tables[table].label.zh}没有：${label('zh').join('、')}`,
        en: `${tables[table].label.en} without: ${label('en').join(', ')}`,
      };
    }),
    SEMICOLON,
  );
}
