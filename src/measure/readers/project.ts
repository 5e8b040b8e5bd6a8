import { facts } from '../../tables/facts.ts';
import { reader } from '../reader.ts';
import type { Reader } from '../reader.ts';
import type { Quantity } from '../quantity.ts';

/** The fact that counts the rows behind a sum: of what flowed in a period its rows, of what stands the projects. */
const countedBy = (id: string): 'rows' | 'projects' =>
  facts.some((fact) => fact.origin === 'project' && fact.id === id && fact.time === 'flow') ? 'rows' : 'projects';

/** What project rows add up to at a place; undefined where no project stands. */
export function project(id: string): Reader<Quantity | undefined> {
  const rows = countedBy(id);
  return reader({ uses: [`project.${rows}`, `project.${id}`], rows: [`project.${id}`] }, (place) => place.project(id, rows));
}
