import { defineList } from '../list-kind.ts';

/** The ledger of denominators: the registered households that a rate does not count, with the reason; cancelled ones once, for all rates. */
export const excluded = defineList({
  id: 'excluded',
  from: 'households',
  title: { zh: '没有计入比率的贫困户', en: 'Poor households that rates do not count' },
  listed: { by: 'left-out' },
  columns: [],
});
