import { reader } from '../reader.ts';
import type { Reader } from '../reader.ts';
import type { HouseholdShare } from '../quantity.ts';

/** A share of projects by their rows; where they do not record it, how many projects there are. */
export type ProjectShare = { readonly rows: HouseholdShare } | { readonly projects: bigint };

/** The sums of a share of projects. */
export const projectShare = (id: string): Reader<ProjectShare> => {
  const [yes, no, answered] = ['yes', 'no', 'answered'].map((part) => `project.${id}_${part}`) as [string, string, string];
  return {
    ...reader({ uses: [yes, no, answered, 'project.projects'] }, (place): ProjectShare => {
      const rows = place.projectShare(id);
      return rows ? { rows } : { projects: place.project('projects', 'projects')?.value ?? 0n };
    }),
    behind: { numerator: [yes], denominator: [yes, no] },
  };
};
