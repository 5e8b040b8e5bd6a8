import type { Found } from '../input/finding.ts';
import { originOf } from '../input/record-file.ts';
import { declarationKey } from './disagreements.ts';
import type { DeclaredAt } from './disagreements.ts';
import { released } from './engines/files/villages.ts';
import type { HeldFile } from './engines/files/villages.ts';
import { FileAnswers } from './engines/files/file-rows.ts';
import { inputAsRead } from './reading-notes.ts';
import { RowCounter } from './row-counter.ts';
import type { Told } from './told.ts';
import { UnitLeaps } from './unit-leaps.ts';
import type { Whole } from './whole.ts';

/** Adds up the rows of village files that were held until all villages were known. Gives where each village declared its figures, for `isComparing`. */
export function countVillages(
  held: readonly HeldFile[],
  told: Told,
  whole: Whole,
  found: Found,
  isComparing: boolean,
): ReadonlyMap<string, DeclaredAt> {
  const declaredAt = new Map<string, DeclaredAt>();
  const incomes = new UnitLeaps(told.keys);
  for (const one of held) {
    const { file, reading, last } = one;
    file.findings.forEach(found);
    const answers = new FileAnswers(told.queries, file, told.numbers);
    const seeIncome = incomes.seeing(file);
    const counter = new RowCounter(file, told, told.duplicates.begin(file), found, (row) => {
      const { place, period, position, key } = row;
      if (!row.ofCounty) {
        whole.remember(place);
        if (isComparing) declaredAt.set(declarationKey({ place, period }), { ...originOf(file), ...position, key: key() });
        seeIncome?.(row);
      }
      answers.take(row);
    });
    for (const { read, findings } of released(one)) {
      findings.forEach(found);
      counter.take(read);
    }
    last.forEach(found);
    whole.add(file, inputAsRead(file, reading, counter), counter.finish());
    whole.answer(told.queries, (query) => answers.of(query));
  }
  for (const finding of incomes.findings()) found(finding);
  return declaredAt;
}
