import type { Sum } from '../../tally/sum.ts';
import { reader } from '../reader.ts';
import type { Reader } from '../reader.ts';
import { WHO_SPEAKS } from '../size-facts.ts';

/** A sum of the household rows where they speak and record it; undefined where they do not. No village row tells it. */
export const recorded = (id: string): Reader<Sum | undefined> => recordedUnlessTold(id, []);

/** The same of a figure that a village tells by all of some columns: half of what it tells is no declaration. */
export const recordedUnlessTold = (id: string, columns: readonly string[]): Reader<Sum | undefined> =>
  reader(
    { uses: [`evidence.${id}`, ...columns.map((column) => `declared.${column}`), ...WHO_SPEAKS], rows: [`evidence.${id}`] },
    (village) => {
      const isTold = columns.every((column) => village.declared(column).value !== undefined);
      return village.recorded(id, isTold ? columns : []);
    },
  );
