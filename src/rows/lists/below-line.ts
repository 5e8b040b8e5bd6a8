import { lineColumns } from '../line-columns.ts';
import { defineList } from '../list-kind.ts';

/**
 * Registered households whose income is not above the line, with how much they lack. A household just on the line has not passed it, and lacks nothing.
 */
export const belowLine = defineList({
  id: 'below-line',
  from: 'households',
  title: { zh: '人均纯收入没有超过贫困线的贫困户', en: 'Poor households whose income is not above the line' },
  listed: { by: 'holds', fact: 'evidence.above_line_no' },
  columns: lineColumns('poverty_line', { zh: '贫困线', en: 'Line' }),
});
