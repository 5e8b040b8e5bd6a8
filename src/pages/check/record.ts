import type { DataRecord } from '../../page/format.ts';
import { findingRecord } from '../../report/findings-text.ts';
import { shownOf } from './checked.ts';
import type { Checked } from './checked.ts';

/** Findings for programs: `aid-metrics/check@1`. */
export const checkRecord = (checked: Checked): DataRecord => ({
  fields: {
    schema: 'aid-metrics/check@1',
    inputs: checked.inputs.map(({ notes, ...input }) => ({ ...input, notes: notes.map((note) => note[checked.lang]) })),
  },
  items: { name: 'findings', values: recordsOf(checked) },
});

async function* recordsOf(checked: Checked): AsyncGenerator {
  for await (const finding of shownOf(checked)) yield findingRecord(finding, checked.lang);
}
