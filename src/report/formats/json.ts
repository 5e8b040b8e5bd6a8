import { asciiMarks } from '../../vocabulary/legible.ts';
import type { DataRecord, Format } from '../format.ts';
import { gated } from '../gate.ts';

/** For programs: the record. Items that come one by one stand on a line each. */
export const json: Format<'record'> = gated({ id: 'json', ending: '.json', of: 'record', write: ({ record }) => pieces(record()) });

async function* pieces({ fields, items }: DataRecord): AsyncGenerator<string> {
  const written = asciiMarks(JSON.stringify(fields, undefined, 2));
  if (!items) {
    yield `${written}\n`;
    return;
  }
  yield `${written.slice(0, -2)},\n  ${JSON.stringify(items.name)}: [`;
  let before = '';
  for await (const value of items.values) {
    yield `${before}\n    ${asciiMarks(JSON.stringify(value))}`;
    before = ',';
  }
  yield before === '' ? ']\n}\n' : '\n  ]\n}\n';
}
