import type { DataRecord } from '../../page/format.ts';
import { STANDARDS_SCHEMA } from '../../standards/standard.ts';
import type { Book } from '../../standards/standard.ts';

/** The standards for programs, in the very form that `--standards FILE` reads: what is written can be changed and given back. */
export function standardsRecord({ standards, schemes }: Book): DataRecord {
  const written = standards.map((standard) => ({
    ...standard,
    values: standard.values.map(({ from, until, value, source, furtherSource, note }) => ({
      from,
      until,
      value,
      source,
      ...(furtherSource && { furtherSource }),
      ...(note && { note }),
    })),
  }));
  return { fields: { schema: STANDARDS_SCHEMA, standards: written, schemes } };
}
