import { asciiMarks } from '../vocabulary/legible.ts';
import type { DataRecord, Format } from '../page/format.ts';
import { gated } from '../page/gate.ts';

/** For programs: the record. Items that come one by one stand on a line each. */
export const json: Format<'record'> = gated({ id: 'json', ending: '.json', of: 'record', write: ({ record }) => pieces(record()) });

async function* pieces({ fields, items }: DataRecord): AsyncGenerator<string> {
  yield '{';
  let afterField = '';
  for (const [name, value] of Object.entries(fields) as [string, unknown][]) {
    if (value === undefined) continue;
    yield `${afterField}\n  ${asciiMarks(JSON.stringify(name))}: `;
    yield* valuePieces(value);
    afterField = ',';
  }
  if (!items) {
    yield afterField === '' ? '}\n' : '\n}\n';
    return;
  }
  yield `${afterField}\n  ${JSON.stringify(items.name)}: [`;
  let before = '';
  for await (const value of items.values) {
    yield `${before}\n    ${asciiMarks(JSON.stringify(value))}`;
    before = ',';
  }
  yield before === '' ? ']\n}\n' : '\n  ]\n}\n';
}

/** A field, indented. Lists are written item by item: no text holds all places of a country. */
function* valuePieces(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) {
    yield indented(value, '  ');
    return;
  }
  let before = '[';
  for (const item of value as Iterable<unknown>) {
    yield `${before}\n    ${indented(item, '    ')}`;
    before = ',';
  }
  yield before === '[' ? '[]' : '\n  ]';
}

const indented = (value: unknown, indent: string): string =>
  asciiMarks(JSON.stringify(value, undefined, 2) ?? 'null').replaceAll('\n', `\n${indent}`);
