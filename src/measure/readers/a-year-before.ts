import type { Reader } from '../reader.ts';

/** The same read of the village one year earlier; undefined where the files do not have it then. Its rows are behind the number as those of the year are. */
export const aYearBefore = <T>(one: Reader<T>): Reader<T | undefined> => ({
  uses: one.uses,
  rows: [],
  behind: {},
  read: ({ base }) => base && one.read(base),
});
