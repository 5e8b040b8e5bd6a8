import { metrics } from '../../src/measure/metrics/index.ts';
import { LEFT_OUT_NAMES } from '../../src/report/left-out-names.ts';
import { EVIDENCE_NAMES, MARK_NAMES, REASON_NAMES } from '../../src/report/reasons.ts';
import { MET_NAMES } from '../../src/report/verdict.ts';
import type { Text } from '../../src/vocabulary/text.ts';

/** What words of closed lists are called for people. */
export const WORDS: Readonly<Record<string, Text>> = {
  ...MET_NAMES,
  ...REASON_NAMES,
  ...EVIDENCE_NAMES,
  ...MARK_NAMES,
  ...LEFT_OUT_NAMES,
  ...Object.fromEntries(metrics.map(({ id, label }) => [id, label])),
};

/** A fact of JSON, and where it stands. */
export interface Fact {
  readonly path: string;
  readonly value: string | number;
}

/** The facts of JSON that stand in fields of the given names. */
export const factsOf = (json: unknown, fields: ReadonlySet<string>): readonly Fact[] => factsIn(json, fields, '', '');

function factsIn(json: unknown, fields: ReadonlySet<string>, path: string, field: string): readonly Fact[] {
  if (Array.isArray(json)) return json.flatMap((one, at) => factsIn(one, fields, `${path}[${at}]`, field));
  if (typeof json === 'object' && json !== null)
    return Object.entries(json).flatMap(([name, one]) => factsIn(one, fields, `${path}.${name}`, name));
  if (!fields.has(field) || json === null || json === '' || typeof json === 'boolean') return [];
  return [{ path, value: json as string | number }];
}
