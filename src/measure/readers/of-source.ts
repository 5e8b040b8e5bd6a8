import { UNNAMED } from '../../language/fact.ts';
import { reader } from '../reader.ts';
import type { Reader } from '../reader.ts';
import type { Quantity } from '../quantity.ts';

/** Money of projects, of the source that is asked for. */
export interface OfSource {
  /** Of every source; undefined where no project stands. */
  readonly all: Quantity | undefined;
  /** Known to be of the source. */
  readonly own: bigint;
  /** Of a source that is not known: it may be of this one. */
  readonly loose: bigint;
}

/**
 * Money of projects: all of it, or that of the one source asked for. `bySource`: the same broken down by source. `always`: a source that the metric is
 * about, whatever is asked for, and the fact whose rows are of it.
 */
export const ofSource = (id: string, bySource: string, always?: { readonly source: string; readonly rows: string }): Reader<OfSource> =>
  reader({ uses: ['project.rows', `project.${id}`, `project.${bySource}`], rows: [`project.${always?.rows ?? id}`] }, (place) => {
    const source = always?.source ?? place.source;
    if (source === undefined) {
      const all = place.project(id, 'rows');
      return { all, own: all?.low ?? 0n, loose: 0n };
    }
    const named = (name: string): bigint => place.named('project', bySource, name).yes;
    return { all: place.project(bySource, 'rows'), own: named(source), loose: named(UNNAMED) };
  });
