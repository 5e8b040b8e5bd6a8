import type { Kind } from '../../language/column.ts';
import type { ValueKind } from '../value-kind.ts';
import { choice } from './choice.ts';
import { count } from './count.ts';
import { date } from './date.ts';
import { identity } from './identity.ts';
import { list } from './list.ts';
import { moment } from './moment.ts';
import { money } from './money.ts';
import { period } from './period.ts';
import { quantity } from './quantity.ts';
import { rate } from './rate.ts';
import { textId } from './text-id.ts';
import { text } from './text.ts';
import { year } from './year.ts';
import { yesNo } from './yes-no.ts';

/** Every kind of value. A kind without its reader does not compile. */
export const valueKinds: { readonly [K in Kind]: ValueKind<K> } = {
  choice,
  count,
  date,
  identity,
  list,
  moment,
  money,
  period,
  quantity,
  rate,
  text,
  'text-id': textId,
  year,
  'yes-no': yesNo,
};
