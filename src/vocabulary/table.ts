/** The tables that the tool reads. */
export const TABLE_IDS = ['villages', 'households', 'projects', 'tallies'] as const;
export type TableId = (typeof TABLE_IDS)[number];
